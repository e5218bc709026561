//! Words before a place that say its level.

use std::sync::LazyLock;

use super::table::rows;
use super::words::Words;
use crate::family::place::Level;

pub(crate) static LEVELS: LazyLock<Words<Level>> = LazyLock::new(|| {
    Words::new(
        rows(include_str!("../../data/level_words.tsv")).filter_map(|row| Some((row.get("spelling"), row.get("level").parse().ok()?))),
    )
});
