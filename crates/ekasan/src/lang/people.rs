//! Titles before a name, offices, and family names.

use super::table::rows;

/// Personal titles: ທ່ານ, นาย, ông.
pub(crate) fn titles() -> impl Iterator<Item = &'static str> {
    rows(include_str!("../../data/titles.tsv")).map(|row| row.get("spelling"))
}

/// Offices: spelling and code.
pub(crate) fn offices() -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(include_str!("../../data/offices.tsv")).map(|row| (row.get("spelling"), row.get("code")))
}

/// Family names: spelling and the Vietnamese name with its marks.
pub(crate) fn family_names() -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(include_str!("../../data/family_names.tsv")).map(|row| (row.get("spelling"), row.get("name")))
}
