//! Words before a place that say its level.

use std::sync::LazyLock;

use super::table::rows;
use super::words::Words;
use crate::family::place::Level;

const TABLE: &str = include_str!("../../data/level_words.tsv");

/// The words with the level that they say; of a city that of one run by the centre.
pub(crate) static LEVELS: LazyLock<Words<Level>> = LazyLock::new(|| {
    Words::new(rows(TABLE).filter_map(|row| {
        let level = row.get("level");
        Some((row.get("spelling"), if level == "city" { Level::Province } else { level.parse().ok()? }))
    }))
});

/// The words for a city.
static CITIES: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(TABLE).filter(|row| row.get("level") == "city").map(|row| (row.get("spelling"), ()))));

/// Whether words are one for a city.
pub(crate) fn is_city(word: &str) -> bool {
    CITIES.at(word, 0).is_some_and(|(end, ())| end == word.len())
}
