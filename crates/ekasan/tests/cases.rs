//! Every case of `tests/cases` holds: all mentions of its family, in order, with minimal surfaces and exact values.
#![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing, clippy::panic, missing_docs, reason = "tests")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use ekasan::{Options, Parser, Profile, normalize};
use serde_json::Value;

/// What a case file holds.
#[derive(serde::Deserialize)]
struct CaseFile {
    case: Vec<Case>,
}

#[derive(serde::Deserialize)]
struct Case {
    name: String,
    text: String,
    page_date: Option<String>,
    #[serde(default)]
    expect: Vec<BTreeMap<String, Value>>,
}

#[derive(serde::Deserialize)]
struct KnownFailures {
    #[serde(default)]
    failure: Vec<KnownFailure>,
}

#[derive(serde::Deserialize)]
struct KnownFailure {
    file: String,
    name: String,
    reason: String,
}

/// What is wrong with a case, or nothing.
fn run(case: &Case, family: &str, language: &str) -> Option<String> {
    let mut options = Options::default();
    options.language = Some(language.parse().unwrap());
    options.page_date = case.page_date.as_ref().map(|day| day.parse().unwrap());
    let record = serde_json::to_value(Parser::new(options).parse(&case.text).to_record()).unwrap();
    let wants_null = case.expect.iter().any(|wanted| wanted.get("edtf").is_some_and(|edtf| edtf == ""));
    let found: Vec<&Value> = record["mentions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|mention| mention["kind"] == family && (wants_null || !mention["value"].is_null()))
        .collect();
    let seen = || found.iter().map(|mention| format!("{} = {}", mention["surface"], mention["value"])).collect::<Vec<_>>().join("; ");
    if found.len() != case.expect.len() {
        return Some(format!("wanted {} mentions, got {}: {}", case.expect.len(), found.len(), seen()));
    }
    for (mention, wanted) in found.iter().zip(&case.expect) {
        for (key, value) in wanted {
            if key == "candidate" {
                let plain = |name: &str| normalize(name, Profile::Plain).replace([' ', '-'], "");
                let name = mention["value"]["name"].as_str().into_iter();
                let candidates = mention["value"]["candidates"].as_array().unwrap().iter().take(5).filter_map(Value::as_str);
                if !name.chain(candidates).any(|name| plain(name) == plain(value.as_str().unwrap())) {
                    return Some(format!("{value} is not among the candidates: {}", seen()));
                }
                continue;
            }
            if key == "back_references" {
                let evidence = mention["evidence"].as_array().unwrap().iter().filter(|evidence| evidence["code"] == "back_reference");
                let letters: Vec<char> = case.text.chars().collect();
                let at = |evidence: &Value, key: &str| usize::try_from(evidence[key].as_u64().unwrap()).unwrap();
                let words: Value = evidence.map(|one| letters[at(one, "start")..at(one, "end")].iter().collect::<String>()).collect();
                if words != *value {
                    return Some(format!("wanted back references {value}, got {words}"));
                }
                continue;
            }
            let got = if key == "surface" { &mention["surface"] } else { &mention["value"][key] };
            // An empty string stands for nothing: TOML has no null.
            if got != value && !(value == "" && got.is_null()) {
                return Some(format!("wanted {key} {value}, got {got}: {}", seen()));
            }
        }
    }
    None
}

fn case_files() -> Vec<(String, String, String)> {
    let root = support::root().join("tests/cases");
    let mut files = Vec::new();
    for folder in std::fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        // These are no cases of mentions; tests/segments.rs reads them.
        if ["text", "sentences"].contains(&name(&folder).as_str()) {
            continue;
        }
        for file in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let (folder, stem) = (name(&folder), name(&file.with_extension("")));
            // `date/lo`, `citation/more_lo`, `negative/date_lo`.
            let (part, language) = stem.rsplit_once('_').unwrap_or((folder.as_str(), stem.as_str()));
            let family = if folder == "negative" { part } else { folder.as_str() };
            let (family, language) = (family.to_owned(), language.to_owned());
            files.push((format!("{folder}/{}", name(&file)), family, language));
        }
    }
    files.sort();
    files
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

#[test]
fn every_case_holds() {
    let root = support::root().join("tests/cases");
    let known: KnownFailures = toml::from_str(&std::fs::read_to_string(root.join("known-failures.toml")).unwrap()).unwrap();
    assert!(known.failure.iter().all(|failure| !failure.reason.is_empty()));
    let known: BTreeSet<(String, String)> = known.failure.into_iter().map(|failure| (failure.file, failure.name)).collect();
    let (mut total, mut wrong) = (0, Vec::new());
    for (file, family, language) in case_files() {
        let cases: CaseFile = toml::from_str(&std::fs::read_to_string(root.join(&file)).unwrap()).unwrap();
        let mut names = BTreeSet::new();
        for case in cases.case {
            assert!(names.insert(case.name.clone()), "{file}: {} twice", case.name);
            total += 1;
            match (run(&case, &family, &language), known.contains(&(file.clone(), case.name.clone()))) {
                (None, true) => wrong.push(format!("{file} {}: passes; take it out of known-failures.toml", case.name)),
                (Some(problem), false) => wrong.push(format!("{file} {}: {:?}\n    {problem}", case.name, case.text)),
                _ => {}
            }
        }
    }
    assert!(total >= 2300, "only {total} cases were found");
    assert!(wrong.is_empty(), "{} of {total} cases:\n{}", wrong.len(), wrong.join("\n"));
}
