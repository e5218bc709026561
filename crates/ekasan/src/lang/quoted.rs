//! Words beside quotation marks that say what stands in them.

use std::sync::LazyLock;

use super::table::rows;
use super::words::Words;
use crate::family::quote::What;
use crate::span::Span;

/// What a word before or after quotation marks says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QuoteCue {
    /// What they hold.
    Holds(What),
    /// It stands between such a word and the marks.
    Link,
    /// What begins so is a title.
    About,
}

/// Whether a word of saying stands at a byte.
pub(crate) fn is_said_at(text: &str, at: usize) -> bool {
    matches!(QUOTE_CUES.at(text, at), Some((_, QuoteCue::Holds(What::Speech))))
}

/// Whether a word is one of saying, from its first letter to its last.
pub(crate) fn is_verb_of_saying(text: &str, word: Span) -> bool {
    matches!(QUOTE_CUES.at(text, word.start), Some((end, QuoteCue::Holds(What::Speech))) if end == word.end)
}

/// The words beside quotation marks.
pub(crate) static QUOTE_CUES: LazyLock<Words<QuoteCue>> = LazyLock::new(|| {
    Words::new(rows(include_str!("../../data/quote_cues.tsv")).map(|row| {
        let cue = match row.get("role") {
            "speech" => QuoteCue::Holds(What::Speech),
            "title" => QuoteCue::Holds(What::Title),
            "theme" => QuoteCue::Holds(What::Theme),
            "slogan" => QuoteCue::Holds(What::Slogan),
            "about" => QuoteCue::About,
            "term" => QuoteCue::Holds(What::Term),
            _ => QuoteCue::Link,
        };
        (row.get("spelling"), cue)
    }))
});
