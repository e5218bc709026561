//! Symbols that the grammar allows, printed in all the damaged ways, are read back.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs, reason = "tests")]

use ekasan::parse;
use proptest::prelude::*;

const PARTY_TYPES: [&str; 9] = ["NQ", "CT", "KL", "QĐ", "QĐi", "HD", "TB", "CTr", "KH"];
const PARTY_ISSUERS: [&str; 8] = ["TW", "BTCTW", "UBKTTW", "BTGTW", "VPTW", "BCĐTW", "BDVTW", "BNCTW"];
const STATE: [(&str, &str); 9] = [
    ("NĐ", "CP"),
    ("NQ", "CP"),
    ("QĐ", "TTg"),
    ("CT", "TTg"),
    ("TT", "BTC"),
    ("TT", "BNV"),
    ("NQ", "HĐND"),
    ("QĐ", "UBND"),
    ("QĐ", "BGDĐT"),
];

/// Letters without marks, as machine translation leaves them.
fn bare(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'Đ' => 'D',
            c => c,
        })
        .collect()
}

/// A symbol printed in some way, with what must be read: number, year, type, issuer.
fn printed() -> impl Strategy<Value = (String, String, Option<u16>, String, String)> {
    let dash = prop_oneof![
        Just("-"),
        Just(" - "),
        Just("- "),
        Just(" -"),
        Just("–"),
        Just(" – "),
        Just("\u{2010}"),
        Just("\u{2011}"),
        Just("—"),
        Just("−")
    ];
    let slash = prop_oneof![4 => Just("/"), 1 => Just(" / "), 1 => Just("/ "), 1 => Just("\u{2044}")];
    let party = (1u32..400, 0..PARTY_TYPES.len(), 0..PARTY_ISSUERS.len(), dash.clone(), slash.clone(), any::<bool>(), any::<bool>())
        .prop_map(|(number, kind, issuer, dash, slash, zero, marks)| {
            let (kind, issuer) = (PARTY_TYPES[kind], PARTY_ISSUERS[issuer]);
            let shown = if zero && number < 10 { format!("0{number}") } else { number.to_string() };
            let symbol = format!("{shown}{dash}{kind}{slash}{issuer}");
            (if marks { symbol } else { bare(&symbol) }, number.to_string(), None, kind.to_owned(), issuer.to_owned())
        });
    let state = (1u32..2000, prop::option::of(1996u16..2027), 0..STATE.len(), dash, slash, any::<bool>(), any::<bool>()).prop_map(
        |(number, year, pair, dash, slash, zero, marks)| {
            let (kind, issuer) = STATE[pair];
            let shown = if zero && number < 10 { format!("0{number}") } else { number.to_string() };
            let year_shown = year.map_or(String::new(), |year| format!("{slash}{year}"));
            let symbol = format!("{shown}{year_shown}{slash}{kind}{dash}{issuer}");
            (if marks { symbol } else { bare(&symbol) }, number.to_string(), year, kind.to_owned(), issuer.to_owned())
        },
    );
    prop_oneof![party, state]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_symbol_is_read_back(
        (symbol, number, year, kind, issuer) in printed(),
        around in prop_oneof![
            Just(("ມະຕິເລກທີ ", " ໄດ້ຮັບການປະຕິບັດ")),
            Just(("ตามเอกสารหมายเลข ", " ได้ดำเนินการแล้ว")),
            Just(("theo văn bản số ", " đã được ban hành")),
            Just(("Văn bản số ", ".")),
        ],
    ) {
        let text = format!("{}{symbol}{}", around.0, around.1);
        let page = parse(&text);
        let citations: Vec<_> = page.citations().collect();
        prop_assert_eq!(citations.len(), 1, "{}", text);
        let value = citations[0].value.as_ref();
        let all: Vec<_> = value.into_iter().chain(&citations[0].readings).collect();
        let same = |read: &&&ekasan::family::citation::Citation| {
            read.number.as_deref() == Some(number.as_str()) && read.year == year
                && read.kind.as_deref().map(bare) == Some(bare(&kind))
                && read.issuer.as_deref().map(bare) == Some(bare(&issuer))
        };
        prop_assert!(all.iter().any(|read| same(&read)), "{} read as {:?}", text, all);
        let days = page.dates().filter(|date| date.value.is_some()).count();
        prop_assert_eq!(days, 0, "a date in {}", text);
    }
}
