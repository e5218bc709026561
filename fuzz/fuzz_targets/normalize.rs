//! Normalization keeps its laws: idempotent, and its steps replay; sentences and words join back.
#![no_main]

use ekasan::{Profile, normalize};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for profile in Profile::ALL {
        let once = normalize(text, profile);
        assert_eq!(normalize(&once, profile), once);
    }
    let once = normalize(text, Profile::Canonical);
    assert_eq!(ekasan::sentences(text, None).concat(), text);
    assert_eq!(ekasan::words(text).concat(), text);
    let page = ekasan::parse(text);
    let mut replayed = text.to_owned();
    for step in page.steps() {
        for edit in step.edits.iter().rev() {
            replayed.replace_range(edit.before.start..edit.before.end, edit.after.of(step.output()));
        }
    }
    assert_eq!(replayed, once);
});
