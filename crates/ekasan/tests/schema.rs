//! The JSON Schema in `docs/` is current, and every record validates against it.
#![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing, clippy::panic, missing_docs, reason = "tests")]

mod support;

#[test]
fn the_schema_file_is_current() {
    let path = support::root().join("docs/ekasan.document.schema.json");
    let current = ekasan::table::json::json_schema();
    if std::env::var_os("EKASAN_UPDATE").is_some() {
        std::fs::write(&path, &current).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), current, "run `make update` and look at the difference");
}

#[test]
fn every_record_validates() {
    let schema: serde_json::Value = serde_json::from_str(&ekasan::table::json::json_schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let odd = ["", "\n\n", "31/2/2024", "ก\0", "ວັນທີ 5/8"].map(str::to_owned);
    for text in support::sample_pages().into_iter().chain(odd) {
        let record = serde_json::to_value(ekasan::parse(&text).to_record()).unwrap();
        let errors: Vec<String> = validator.iter_errors(&record).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
}

#[test]
fn a_record_that_does_not_fit_its_text_or_its_version_is_refused() {
    let record = ekasan::parse("ປີ 2024").to_record();
    assert_eq!(ekasan::Document::from_record(record.clone(), "ປີ 2025").unwrap_err().code(), "invalid_record");
    let mut before = record.clone();
    before.schema = "ekasan.document/1".to_owned();
    assert!(ekasan::Document::from_record(before, "ປີ 2024").is_ok());
    let mut other = record;
    other.schema = "ekasan.document/0".to_owned();
    assert_eq!(ekasan::Document::from_record(other, "ປີ 2024").unwrap_err().code(), "invalid_record");
}
