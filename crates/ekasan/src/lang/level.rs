//! Words before a place that say its level.

use std::sync::LazyLock;

use super::table::rows;
use super::words::Words;
use crate::family::place::Level;

const TABLE: &str = include_str!("../../data/level_words.tsv");

/// The words with the level that they say; of a city that of one run by the centre.
pub(crate) static LEVELS: LazyLock<Words<Level>> = LazyLock::new(|| {
    Words::new(rows(TABLE).filter_map(|row| {
        let level = match row.get("level") {
            "city" => Level::Province,
            "site" => Level::Other,
            level => level.parse().ok()?,
        };
        Some((row.get("spelling"), level))
    }))
});

/// Words for a level in short, each with what it stands for: P. of phường.
pub(crate) static SHORT_LEVELS: LazyLock<Words<&str>> = LazyLock::new(|| {
    let short = rows(TABLE).filter(|row| !row.get("whole").is_empty());
    Words::new(short.map(|row| (row.get("spelling"), row.get("whole"))))
});

/// Words for a level that mean other things too: bản is a copy of a text.
pub(crate) static DOUBTFUL_LEVELS: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(TABLE).filter(|row| row.get("doubtful") == "yes").map(|row| (row.get("spelling"), ()))));

/// The words for airports, ports and border gates: customs and police stand there, but are not of that level.
pub(crate) static SITES: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(TABLE).filter(|row| row.get("level") == "site").map(|row| (row.get("spelling"), ()))));

/// The words for a city.
static CITIES: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(TABLE).filter(|row| row.get("level") == "city").map(|row| (row.get("spelling"), ()))));

/// Whether words are one for a city.
pub(crate) fn is_city(word: &str) -> bool {
    CITIES.at(word, 0).is_some_and(|(end, ())| end == word.len())
}
