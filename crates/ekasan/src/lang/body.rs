//! Bodies of Party and State: spellings, kinds and levels, and the words that hide them.

use std::sync::LazyLock;

use super::table::rows;
use super::words::Words;
use crate::family::organization::Level;

/// What a body's spelling says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Body {
    pub(crate) spelling: &'static str,
    pub(crate) kind: &'static str,
    /// A second kind for which the words may stand.
    pub(crate) also: &'static str,
    pub(crate) level: Level,
    /// The bare words are usually a body spoken of in general.
    pub(crate) generic: bool,
}

pub(crate) static BODIES: LazyLock<Vec<Body>> = LazyLock::new(|| {
    rows(include_str!("../../data/organizations.tsv"))
        .map(|row| Body {
            spelling: row.get("spelling"),
            kind: row.get("kind"),
            also: row.get("also"),
            level: row.get("level").parse().unwrap_or(Level::Unspecified),
            generic: row.get("generic") == "yes",
        })
        .collect()
});

/// Words that contain a body's spelling and are none.
pub(crate) fn traps() -> impl Iterator<Item = &'static str> {
    rows(include_str!("../../data/organization_traps.tsv")).map(|row| row.get("spelling"))
}

/// The bodies by their spellings, for the longest at a place.
pub(crate) static BODY_WORDS: LazyLock<Words<usize>> =
    LazyLock::new(|| Words::new(BODIES.iter().enumerate().map(|(index, body)| (body.spelling, index))));
