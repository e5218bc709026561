//! Words in Latin letters that belong to one language.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Language;
use super::table::rows;

static WORDS: LazyLock<FxHashMap<&'static str, Language>> = LazyLock::new(|| {
    rows(include_str!("../../data/language_words.tsv"))
        .filter_map(|row| Some((row.get("spelling"), row.get("lang").parse().ok()?)))
        .collect()
});

/// The language of which alone a word is, whatever its case.
pub(crate) fn language_of_word(word: &str) -> Option<Language> {
    WORDS.get(word.to_ascii_lowercase().as_str()).copied()
}
