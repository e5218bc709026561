//! Any text parses, and the record leads back to the document.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let page = ekasan::parse(text);
    for mention in page.mentions() {
        assert!(!page.surface(mention.span()).is_empty());
    }
    assert_eq!(ekasan::Document::from_record(page.to_record(), text).as_ref(), Ok(&page));
});
