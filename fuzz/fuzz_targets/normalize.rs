//! Normalization keeps its laws: idempotent, and its steps replay.
#![no_main]

use ekasan::{Profile, normalize};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let once = normalize(text, Profile::Canonical);
    assert_eq!(normalize(&once, Profile::Canonical), once);
    let page = ekasan::parse(text);
    let mut replayed = text.to_owned();
    for step in page.steps() {
        for edit in step.edits.iter().rev() {
            replayed.replace_range(edit.before.start..edit.before.end, edit.after.of(step.output()));
        }
    }
    assert_eq!(replayed, once);
});
