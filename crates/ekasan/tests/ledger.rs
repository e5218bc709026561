//! The ledger of citations: what it joins, what it keeps apart, and the laws that it keeps.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs, reason = "tests")]

use ekasan::{Document, Ledger, LedgerEntry, Parser};
use proptest::prelude::*;

fn page(id: &str, text: &str) -> Document {
    Parser::default().parse_with_id(text, Some(id.to_owned()))
}

fn ledger(pages: &[(&str, &str)]) -> Vec<LedgerEntry> {
    let pages: Vec<Document> = pages.iter().map(|(id, text)| page(id, text)).collect();
    Ledger::of(&pages).entries()
}

#[test]
fn one_document_over_languages_and_spellings() {
    let entries = ledger(&[
        ("lo", "ມະຕິເລກທີ 35-NQ/TW (ລົງວັນທີ 22/10/2018) ຂອງກົມການເມືອງ"),
        ("th", "มติที่ 35 - NQ/TW ลงวันที่ 22 ตุลาคม 2561"),
        ("vi", "Nghị quyết số 35-NQ/TW ngày 22/10/2018 và Nghị quyết số 35-NQ/TW"),
    ]);
    assert_eq!(entries.len(), 1);
    let entry = &entries[0];
    assert_eq!((entry.symbol.as_str(), entry.date.as_deref()), ("35-NQ/TW", Some("2018-10-22")));
    assert_eq!((entry.mentions, entry.documents, entry.languages.join(" ")), (4, 3, "lo th vi".to_owned()));
    assert_eq!(entry.iri.as_deref(), Some("/akn/vn/act/nq/tw/2018-10-22/35"));
    assert!(entry.conflicts.is_empty() && entry.evidence.contains(&"same_page"));
}

#[test]
fn every_province_has_its_own_series() {
    let entries = ledger(&[
        ("a", "Nghị quyết số 12-NQ/TU của Tỉnh ủy Quảng Trị"),
        ("b", "Nghị quyết số 12-NQ/TU của Tỉnh ủy Nghệ An"),
        ("c", "Nghị quyết số 12-NQ/TU về chuyển đổi số"),
    ]);
    let places: Vec<Option<&str>> = entries.iter().map(|entry| entry.place.as_deref()).collect();
    assert_eq!(places, [None, Some("Nghệ An"), Some("Quảng Trị")]);
}

#[test]
fn numbers_start_again_with_each_term() {
    let entries = ledger(&[
        ("a", "Chỉ thị số 19-CT/TW ngày 05/11/2012"),
        ("b", "Chỉ thị số 19-CT/TW ngày 05/11/2012"),
        ("c", "Chỉ thị số 19-CT/TW ngày 08/3/2018"),
        ("d", "Chỉ thị số 19-CT/TW"),
    ]);
    let dates: Vec<Option<&str>> = entries.iter().map(|entry| entry.date.as_deref()).collect();
    assert_eq!(dates, [None, Some("2012-11-05"), Some("2018-03-08")], "the one without a date belongs to neither for sure");
    assert!(entries[1].evidence.contains(&"term"));
}

#[test]
fn a_date_that_one_page_prints_differently_is_a_conflict() {
    let entries = ledger(&[
        ("a", "Nghị quyết số 57-NQ/TW ngày 22/12/2024"),
        ("b", "Nghị quyết số 57-NQ/TW ngày 22/12/2024"),
        ("c", "มติที่ 57-NQ/TW ลงวันที่ 22 ธันวาคม 2556"),
    ]);
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0].date.as_deref(), Some("2024-12-22"));
    let conflict = &entries[0].conflicts[0];
    assert_eq!((conflict.field, conflict.value.as_str(), conflict.document.as_str()), ("date", "2013-12-22", "c"));
}

#[test]
fn a_number_alone_is_no_document() {
    assert!(ledger(&[("a", "Nghị quyết 57 đã được triển khai")]).is_empty());
}

/// Pages that cite documents of few symbols, so that they meet.
#[test]
fn an_act_is_one_document_by_name_and_year() {
    let entries = ledger(&[
        ("a", "ผิดตาม พ.ร.บ.อาหาร พ.ศ. 2522"),
        ("b", "อ้างพระราชบัญญัติ อาหาร พ.ศ. ๒๕๒๒ และพระราชกำหนดอาหาร พ.ศ. 2522"),
        ("c", "พ.ร.บ.อาหาร (ฉบับที่ 2) พ.ศ. 2530"),
    ]);
    let found: Vec<_> = entries.iter().map(|entry| (entry.symbol.as_str(), entry.number.as_deref(), entry.year, entry.documents)).collect();
    let expected = [
        ("พ.ร.ก.อาหาร พ.ศ. 2522", None, Some(1979), 1),
        ("พ.ร.บ.อาหาร (ฉบับที่ 2) พ.ศ. 2530", Some("2"), Some(1987), 1),
        ("พ.ร.บ.อาหาร พ.ศ. 2522", None, Some(1979), 2),
    ];
    assert_eq!(found, expected);
}

fn pages() -> impl Strategy<Value = Vec<(String, String)>> {
    let symbol = prop_oneof![Just("35-NQ/TW"), Just("12-NQ/TU"), Just("45/QĐ-UBND"), Just("123/2024/NĐ-CP"), Just("19-CT/TW")];
    let date = prop_oneof![Just(""), Just(" ngày 22/10/2018"), Just(" ngày 05/11/2012"), Just(" ngày 22/10/2013"), Just(" ngày 8/3")];
    let place = prop_oneof![Just(""), Just(" của Tỉnh ủy Quảng Trị"), Just(" của Tỉnh ủy Nghệ An"), Just(" tại tỉnh Cà Mau")];
    let cited = (symbol, date, place).prop_map(|(symbol, date, place)| format!("Văn bản số {symbol}{date}{place}."));
    prop::collection::vec(prop::collection::vec(cited, 1..4).prop_map(|cited| cited.join("\n")), 1..7)
        .prop_map(|texts| texts.into_iter().enumerate().map(|(at, text)| (format!("page-{at}"), text)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_duplicates_and_splits_make_no_difference(pages in pages(), cut in 0usize..7) {
        let documents: Vec<Document> = pages.iter().map(|(id, text)| page(id, text)).collect();
        let whole = Ledger::of(&documents).entries();
        prop_assert_eq!(&Ledger::of(documents.iter().rev()).entries(), &whole);
        prop_assert_eq!(&Ledger::of(documents.iter().chain(&documents)).entries(), &whole);
        let (head, tail) = documents.split_at(cut.min(documents.len()));
        prop_assert_eq!(&Ledger::of(tail).merge(Ledger::of(head)).entries(), &whole);
        let cited: usize = documents.iter().flat_map(Document::citations).filter(|citation| citation.value.as_ref().is_some_and(|value| value.symbol.is_some())).count();
        prop_assert_eq!(whole.iter().map(|entry| entry.mentions).sum::<usize>(), cited, "each mention belongs to one document");
    }
}

#[test]
fn a_resolver_joins_what_symbols_keep_apart() {
    let pages: Vec<Document> = [("a", "Nghị quyết 35-NQ/TW ngày 22/10/2018"), ("b", "Kết luận 71-KL/TW"), ("c", "Nghị quyết 35-NQ/TW")]
        .map(|(id, text)| page(id, text))
        .into();
    let ledger = Ledger::of(&pages);
    let one = ledger.entries_by(|_| Some("all".to_owned()));
    assert_eq!((one.len(), one[0].mentions, one[0].evidence.join(" ")), (1, 3, "resolver".to_owned()));
    assert_eq!(ledger.entries_by(|_| None), ledger.entries());
    let apart = ledger.entries_by(|cited| Some(cited.document.clone()));
    assert_eq!(apart.len(), 3);
}
