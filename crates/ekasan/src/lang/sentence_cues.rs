//! What tells where a sentence ends.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::table::rows;
use super::words::Words;

fn role(role: &'static str) -> impl Iterator<Item = &'static str> {
    rows(include_str!("../../data/sentence_cues.tsv")).filter(move |row| row.get("role") == role).map(|row| row.get("spelling"))
}

/// What stands before a full stop that ends no sentence, without the stop.
pub(crate) static ABBREVIATIONS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| role("abbreviation").collect());

/// Begins a Thai sentence.
pub(crate) static OPENERS: LazyLock<Words<()>> = LazyLock::new(|| Words::new(role("opener").map(|word| (word, ()))));

/// Begins a Thai sentence after a whole clause.
pub(crate) static TOPICS: LazyLock<Words<()>> = LazyLock::new(|| Words::new(role("topic").map(|word| (word, ()))));

/// Makes a noun of the Thai verb after it.
pub(crate) static NOMINALS: LazyLock<Words<()>> = LazyLock::new(|| Words::new(role("nominal").map(|word| (word, ()))));

/// Goes on with a Thai sentence.
pub(crate) static JOINERS: LazyLock<Words<()>> = LazyLock::new(|| Words::new(role("joiner").map(|word| (word, ()))));

/// Makes a Thai clause whole, or only looks like it.
pub(crate) static PREDICATES: LazyLock<Words<bool>> =
    LazyLock::new(|| Words::new(role("predicate").map(|word| (word, true)).chain(role("neutral").map(|word| (word, false)))));

/// A Thai clause that ends with it is not whole.
pub(crate) static UNFINISHED: LazyLock<Words<()>> = LazyLock::new(|| Words::new(role("unfinished").map(|word| (word, ()))));

/// After a full stop it goes on with the sentence, so that the stop belonged to an abbreviation or a list.
pub(crate) static STOP_JOINERS: LazyLock<Words<()>> = LazyLock::new(|| Words::new(role("stop_joiner").map(|word| (word, ()))));

/// A personal title of Thai: the pieces after it are a name.
pub(crate) static TITLES: LazyLock<Words<()>> = LazyLock::new(|| Words::new(role("title").map(|word| (word, ()))));

/// Makes a noun of any Thai verb; such nouns stand in lists.
pub(crate) static VERBAL_NOUNS: LazyLock<Words<()>> = LazyLock::new(|| Words::new(role("verbal_noun").map(|word| (word, ()))));

/// Begins a Thai office; one after another they are of one person.
pub(crate) static OFFICES: LazyLock<Words<()>> = LazyLock::new(|| Words::new(role("office").map(|word| (word, ()))));

/// Whether a Lao word makes a noun of the verb after it, with which it is one word.
pub(crate) fn is_noun_prefix(word: &str) -> bool {
    static PREFIXES: LazyLock<Vec<&'static str>> = LazyLock::new(|| role("noun_prefix").collect());
    PREFIXES.contains(&word)
}
