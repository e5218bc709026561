//! The laws of each stage, over random and over real text.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

mod support;

use ekasan::{CodePoints, Document, Options, Parser, Profile, Span, normalize};
use proptest::prelude::*;

fn canonical(text: &str) -> String {
    normalize(text, Profile::Canonical)
}

/// Replays the edits of every step.
fn replay(page: &Document) -> String {
    let mut text = page.text().to_owned();
    for step in page.steps() {
        let mut output = String::new();
        let mut at = 0;
        for edit in &step.edits {
            output.push_str(&text[at..edit.before.start]);
            output.push_str(edit.after.of(step.output()));
            at = edit.before.end;
        }
        output.push_str(&text[at..]);
        text = output;
    }
    text
}

/// Every law that a parsed page must keep.
fn check(raw: &str) {
    let page = ekasan::parse(raw);
    let normalized = page.normalized();
    assert_eq!(page.text(), raw, "decode leaves valid text alone");
    assert_eq!(canonical(normalized), normalized, "normalize is idempotent on {raw:?}");
    assert_eq!(canonical(raw), normalized);
    assert_eq!(replay(&page), normalized, "the steps replay");
    let mut last = 0;
    for block in page.blocks() {
        assert!(block.span.start >= last && block.span.end > block.span.start, "blocks are in order and disjoint");
        let between = &raw[last..block.span.start];
        assert!(canonical(between).trim().is_empty(), "every character that is not blank lies in a block: {between:?}");
        last = block.span.end;
    }
    assert!(canonical(&raw[last..]).trim().is_empty());
    let points = CodePoints::new(raw);
    for mention in page.mentions() {
        let span = mention.span();
        assert!(!span.is_empty() && raw.get(span.start..span.end).is_some(), "a span points at text");
        let block = page.blocks()[mention.block() as usize];
        assert!(block.span.start <= span.start && span.start < block.span.end, "a mention begins in its block");
        assert!(block.kind.holds_mentions());
        let char_span = points.span(span);
        assert_eq!(raw.chars().skip(char_span.start).take(char_span.end - char_span.start).collect::<String>(), page.surface(span));
    }
    let record = page.to_record();
    assert_eq!(Document::from_record(record, raw).unwrap(), page, "the record leads back to the document");
}

/// For spans whose ends lie at the edge of a character and outside edits: the raw span normalizes to the same text.
fn check_spans(raw: &str, cuts: &[usize]) {
    let text = ekasan::parse(raw);
    let normalized = text.normalized().to_owned();
    let edges: Vec<usize> = normalized.char_indices().map(|(at, _)| at).chain([normalized.len()]).collect();
    for pair in cuts.chunks(2) {
        let [a, b] = [pair[0] % edges.len(), pair[pair.len() - 1] % edges.len()].map(|index| edges[index]);
        let span = Span::new(a.min(b), a.max(b));
        let source = text.source(span);
        assert!(raw.get(source.start..source.end).is_some());
        let piece = canonical(source.of(raw));
        // A span whose ends lie inside an edit is widened to it.
        let inside =
            text.source(Span::new(span.start, span.start)).start != source.start || text.source(Span::new(0, span.end)).end != source.end;
        let whole = span.is_empty() || ekasan::parse(source.of(raw)).normalized() == span.of(&normalized);
        assert!(piece.contains(span.of(&normalized)), "{:?} of {raw:?} came from {:?}", span.of(&normalized), source.of(raw));
        let widened = text.steps().iter().any(|step| step.edits.iter().any(|edit| edit.after.len() > 3));
        assert!(whole || inside || widened, "{:?} of {raw:?} came from {:?}", span.of(&normalized), source.of(raw));
    }
}

#[test]
fn laws_hold_on_sample_pages_and_real_text() {
    for text in support::sample_pages().into_iter().chain(support::real_texts()) {
        check(&text);
        let cuts: Vec<usize> = (0..40).map(|n| n * 7919 + 13).collect();
        check_spans(&text, &cuts);
    }
}

/// Strings of the scripts, their marks, what hides in them, and the forms of mentions.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[ກ-ຮະ-ຽເ-ໆ່-ໍ໐-໙ໜໝ]{1,6}",
        6 => "[ก-ฮะ-ฺเ-๎๐-๙]{1,6}",
        4 => "[a-zA-ZđĐăâêôơưáàảãạ\u{300}-\u{304}\u{323}]{1,6}",
        3 => "[0-9]{1,4}[/.,-][0-9]{1,4}",
        2 => "[0-9]{1,3}(-NQ/TW|/2024/NĐ-CP|/QĐ-UBND|/ນຍ)",
        2 => "(ວັນທີ|ปี|พ.ศ.|ngày|tháng|ເດືອນ|ครั้งที่|ມະຕິເລກທີ|ร้อยละ|ກວ່າ|ล้านบาท|ตุลาคม|ຕຸລາ|ต.ค.)",
        2 => "[ \t\u{a0}\u{2003}\u{200b}\u{feff}\u{ad}\u{200d}\u{202e}]{1,3}",
        2 => "(\n|\r\n|\r|\u{2028}|\u{85}|\n\n)",
        1 => "[-–—()“”‘’\":;./|*]{1,3}",
        1 => "(ທີ່ມາ|ที่มา: https://a.b/c-1234|\\(0\\)|No data|ภาพ: ก)",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn laws_hold_on_random_text(raw in text()) {
        check(&raw);
    }

    #[test]
    fn spans_map_back_on_random_text(raw in text(), cuts in prop::collection::vec(any::<usize>(), 8)) {
        check_spans(&raw, &cuts);
    }

    #[test]
    fn bytes_are_text_or_an_error_with_a_place(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        match Parser::new(Options::default()).parse_bytes(&bytes) {
            // Valid UTF-8 is untouched; what else was read says how.
            Ok(page) => assert!(page.encoding().is_some() || bytes.ends_with(page.text().as_bytes())),
            Err(error) => {
                assert_eq!(error.code(), "not_text");
                assert!(error.span().unwrap().end <= bytes.len());
            }
        }
    }

    #[test]
    fn every_profile_is_idempotent_on_random_text(raw in text()) {
        for profile in Profile::ALL {
            let once = normalize(&raw, profile);
            assert_eq!(normalize(&once, profile), once, "{profile:?} of {raw:?}");
        }
    }

    #[test]
    fn segments_join_back_on_random_text(raw in text()) {
        assert_eq!(ekasan::sentences(&raw, None).concat(), raw);
        assert_eq!(ekasan::words(&raw).concat(), raw);
        let page = ekasan::parse(&raw);
        assert_eq!(page.words().into_iter().map(|span| page.surface(span)).collect::<String>(), raw);
        assert_eq!(page.sentences().into_iter().map(|span| page.surface(span)).collect::<String>(), raw);
    }
}

#[test]
fn same_text_same_result_alone_and_between_others() {
    let pages = support::sample_pages();
    let alone: Vec<_> = pages.iter().map(|page| ekasan::parse(page)).collect();
    for round in 0..3 {
        for (page, first) in pages.iter().zip(&alone).rev().skip(round) {
            assert_eq!(&ekasan::parse(page), first);
        }
    }
}
