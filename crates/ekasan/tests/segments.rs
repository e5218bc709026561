//! Normalization, sentences and words, by the cases of `tests/cases/text` and `tests/cases/sentences` and by their laws.
#![allow(clippy::unwrap_used, clippy::string_slice, clippy::panic, clippy::print_stderr, missing_docs, reason = "tests")]

mod support;

use std::collections::BTreeSet;

use ekasan::{Language, Profile, normalize, sentences, words};

/// A case of either folder.
#[derive(serde::Deserialize)]
struct Case {
    name: String,
    text: String,
    #[serde(default)]
    profile: String,
    expect: Option<String>,
    #[serde(default)]
    stays: bool,
    #[serde(default)]
    arguable: bool,
}

#[derive(serde::Deserialize)]
struct CaseFile {
    case: Vec<Case>,
}

fn cases(folder: &str, language: &str) -> Vec<Case> {
    let path = support::root().join(format!("tests/cases/{folder}/{language}.toml"));
    let file: CaseFile = toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut names = BTreeSet::new();
    assert!(file.case.iter().all(|case| names.insert(case.name.as_str())), "{folder}/{language}: a name stands twice");
    file.case
}

#[test]
fn normalization_gives_what_the_cases_say() {
    let (mut total, mut stays, mut wrong) = (0, 0, Vec::new());
    for language in ["lo", "th", "vi"] {
        for case in cases("text", language) {
            total += 1;
            stays += usize::from(case.stays);
            let expect = case.expect.unwrap();
            assert!(!case.stays || expect == case.text, "{language} {}: does not stay", case.name);
            let got = normalize(&case.text, case.profile.parse().unwrap());
            if got != expect {
                wrong.push(format!("{language} {}: {:?}\n    wanted {:?}\n    got    {got:?}", case.name, case.text, expect));
            }
        }
    }
    assert!(total >= 500 && stays >= 180, "only {total} cases, {stays} that stay");
    assert!(wrong.is_empty(), "{} of {total} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// Starts of sentences inside paragraphs.
fn starts(pieces: &[&str]) -> BTreeSet<usize> {
    let (mut at, mut found) = (0, BTreeSet::new());
    for pair in pieces.windows(2) {
        at += pair.first().unwrap().len();
        if !pair.first().unwrap().ends_with('\n') {
            found.insert(at);
        }
    }
    found
}

#[test]
fn sentences_begin_where_readers_say() {
    let mut low = Vec::new();
    for (language, floor) in [(Language::Lao, 0.97), (Language::Thai, 0.85), (Language::Vietnamese, 0.97)] {
        let (mut hit, mut found, mut wanted, mut count, mut wrong) = (0, 0, 0, 0, Vec::new());
        for case in cases("sentences", language.tag()) {
            let text = case.text.replace('‖', "");
            let pieces = sentences(&text, Some(language));
            assert_eq!(pieces.concat(), text);
            if case.arguable {
                continue;
            }
            let marked: Vec<&str> = case.text.split('‖').flat_map(|piece| piece.split_inclusive('\n')).collect();
            let (right, got) = (starts(&marked), starts(&pieces));
            count += marked.len();
            hit += right.intersection(&got).count();
            found += got.len();
            wanted += right.len();
            if right != got {
                wrong.push(format!("{}: {}", case.name, pieces.join("‖")));
            }
        }
        let f1 = 2.0 * hit as f64 / (found + wanted) as f64;
        eprintln!("sentences {language}: F1 {f1:.3}, {hit} right of {found} found and {wanted} wanted, {count} sentences");
        assert!(count >= 150);
        if f1 < floor {
            low.push(format!("{language}: F1 {f1:.3}, wanted {floor}\n{}", wrong.join("\n")));
        }
    }
    assert!(low.is_empty(), "{}", low.join("\n"));
}

#[test]
fn segments_join_back_to_the_text() {
    for text in support::sample_pages().into_iter().chain(support::real_texts()) {
        assert_eq!(sentences(&text, None).concat(), text);
        assert_eq!(words(&text).concat(), text);
        let page = ekasan::parse(&text);
        let join = |spans: Vec<ekasan::Span>| spans.into_iter().map(|span| page.surface(span)).collect::<String>();
        assert_eq!(join(page.sentences()), text);
        assert_eq!(join(page.words()), text);
    }
}

#[test]
fn the_same_words_whatever_the_coding() {
    for text in ["ນໍ້າ", "ນ້ໍາ", "ນຳ້"] {
        let sentence = format!("ປະຊາຊົນໃຊ້{text}ສະອາດ");
        let canonical: Vec<String> = words(&sentence).iter().map(|word| normalize(word, Profile::Canonical)).collect();
        assert_eq!(canonical, words("ປະຊາຊົນໃຊ້ນ້ຳສະອາດ"));
    }
}
