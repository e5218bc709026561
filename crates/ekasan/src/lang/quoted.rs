//! Words beside quotation marks that say what stands in them.

use std::sync::LazyLock;

use super::table::rows;
use super::words::Words;
use crate::family::quote::What;

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

/// The byte after the word of saying at a byte.
pub(crate) fn said_at(text: &str, at: usize) -> Option<usize> {
    QUOTE_CUES.at(text, at).filter(|(_, cue)| matches!(cue, QuoteCue::Holds(What::Speech))).map(|(end, _)| end)
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
