//! Every spelling of the tables of time and number is read for what its row says, and every EDTF string is well formed.
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

use std::collections::BTreeMap;

use ekasan::{Document, Language, Options, Parser};

/// The rows of a table, by column.
fn rows(table: &str) -> Vec<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(support::root().join(format!("crates/ekasan/data/{table}.tsv"))).unwrap();
    let mut lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
    lines.map(|line| header.iter().zip(line.split('\t')).map(|(name, cell)| ((*name).to_owned(), cell.to_owned())).collect()).collect()
}

fn parse(language: &str, text: &str) -> Document {
    let mut options = Options::default();
    options.language = language.parse::<Language>().ok();
    Parser::new(options).parse(text)
}

fn dates(page: &Document) -> Vec<String> {
    page.dates().filter_map(|date| date.value.as_ref().map(|value| value.edtf.clone())).collect()
}

/// Fails with all that is wrong, not with the first.
fn assert_all(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} spellings:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_month_is_read() {
    let mut wrong = Vec::new();
    for row in rows("months") {
        let (month, spelling, lang) = (row["month"].parse::<u8>().unwrap(), &row["spelling"], &row["lang"]);
        let cue = if lang == "vi" { "ngày " } else { "" };
        let text = format!("{cue}7 {spelling} 2024");
        if dates(&parse(lang, &text)) != [format!("2024-{month:02}-07")] {
            wrong.push(format!("{text} -> {:?}", dates(&parse(lang, &text))));
        }
    }
    assert_all(&wrong);
}

#[test]
fn every_era_is_read_or_refused() {
    let mut wrong = Vec::new();
    for row in rows("eras") {
        let (spelling, lang) = (&row["spelling"], &row["lang"]);
        let (text, wanted) = match row["era"].as_str() {
            "buddhist" if lang == "en" => (format!("year 2567 {spelling}"), vec!["2024"]),
            "gregorian" if lang == "vi" => (format!("năm 1010 {spelling}"), vec!["1010"]),
            "buddhist" => (format!("{spelling} 2567"), vec!["2024"]),
            "gregorian" => (format!("{spelling} 1950"), vec!["1950"]),
            _ => (format!("{spelling} 1240"), vec![]),
        };
        if dates(&parse(lang, &text)) != wanted {
            wrong.push(format!("{text} -> {:?}", dates(&parse(lang, &text))));
        }
    }
    assert_all(&wrong);
}

#[test]
fn every_magnitude_and_approximator_is_read() {
    let mut wrong = Vec::new();
    let unit = |lang: &str| match lang {
        "lo" => "ຄົນ",
        "th" => "คน",
        _ => "người",
    };
    for row in rows("magnitudes") {
        let (power, lang) = (row["power"].parse::<u32>().unwrap(), &row["lang"]);
        let text = format!("5 {} {}", row["spelling"], unit(lang));
        let value = parse(lang, &text).quantities().next().and_then(|found| found.value.clone()).map(|value| value.value);
        if value != Some((5 * 10u64.pow(power)).to_string()) {
            wrong.push(format!("{text} -> {value:?}"));
        }
    }
    for row in rows("approximators") {
        let (lang, spelling) = (&row["lang"], &row["spelling"]);
        let text = match row["place"].as_str() {
            "before" => format!("{spelling} 500 {}", unit(lang)),
            "between" => format!("500 {spelling} {}", unit(lang)),
            _ => format!("500 {} {spelling}", unit(lang)),
        };
        let record = serde_json::to_value(parse(lang, &text).to_record()).unwrap();
        let approx = record["mentions"][0]["value"]["approx"].as_str().unwrap_or("none").to_owned();
        if approx != row["approx"] {
            wrong.push(format!("{text} -> {approx}, wanted {}", row["approx"]));
        }
    }
    assert_all(&wrong);
}

#[test]
fn every_unit_is_read() {
    let mut wrong = Vec::new();
    for row in rows("units") {
        let text = format!("500 {}", row["spelling"]);
        let page = parse(&row["lang"], &text);
        let found = page.quantities().next();
        let unit = found.and_then(|found| found.value.clone()).map(|value| value.unit);
        // A word that counts nothing is none of the mention.
        let right = match row["code"].as_str() {
            "none" | "each" => found.is_some_and(|found| page.surface(found.span) == "500"),
            code => unit.as_deref() == Some(code),
        };
        if !right {
            wrong.push(format!("{text} ({}) -> {unit:?}, wanted {}", row["lang"], row["code"]));
        }
    }
    assert_all(&wrong);
}

/// EDTF as this library writes it: a point in time, or two with a slash between.
fn is_edtf(text: &str) -> bool {
    let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    let number = |part: &str, low: u8, high: u8| digits(part, 2) && (low..=high).contains(&part.parse().unwrap());
    let year = |part: &str| digits(part, 4) || part == "XXXX";
    let point = |text: &str| match text.split('-').collect::<Vec<_>>().as_slice() {
        [century] if century.ends_with("XX") && *century != "XXXX" => digits(&century[..2], 2),
        [decade] if decade.ends_with('X') => digits(&decade[..3], 3),
        [y] => digits(y, 4),
        [y, month] => year(y) && (number(month, 1, 12) || number(month, 33, 36)),
        [y, month, day] => year(y) && number(month, 1, 12) && number(day, 1, 31),
        _ => false,
    };
    match text.split_once('/') {
        Some((from, to)) => point(from) && point(to),
        None => point(text),
    }
}

#[test]
fn every_edtf_string_is_well_formed() {
    for (text, good) in [
        ("2024", true),
        ("197X", true),
        ("20XX", true),
        ("2024-33", true),
        ("XXXX-08-05", true),
        ("2024-13", false),
        ("24", false),
        ("2024-01/", false),
    ] {
        assert_eq!(is_edtf(text), good, "{text}");
    }
    let mut count = 0;
    for text in support::sample_pages().into_iter().chain(support::real_texts()) {
        for edtf in dates(&ekasan::parse(&text)) {
            assert!(is_edtf(&edtf), "{edtf}");
            count += 1;
        }
    }
    assert!(count > 50);
}
