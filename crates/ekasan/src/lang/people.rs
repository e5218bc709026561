//! Titles before a name, offices, and family names.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::table::rows;
use super::words::Words;

/// Personal titles, and whether a name follows whatever its syllables: ທ່ານ, นาย; not ครู.
pub(crate) fn titles() -> impl Iterator<Item = (&'static str, bool)> {
    rows(include_str!("../../data/titles.tsv")).map(|row| (row.get("spelling"), row.get("sure") == "yes"))
}

/// Offices: spelling and code.
pub(crate) fn offices() -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(include_str!("../../data/offices.tsv")).map(|row| (row.get("spelling"), row.get("code")))
}

/// A spelling of a family name.
pub(crate) struct FamilyName {
    pub(crate) spelling: &'static str,
    /// The Vietnamese name with its marks.
    pub(crate) name: &'static str,
    /// Long enough, and seen often enough, to be a name without a title before it.
    pub(crate) sure: bool,
}

/// Family names.
pub(crate) fn family_names() -> impl Iterator<Item = FamilyName> {
    rows(include_str!("../../data/family_names.tsv")).map(|row| {
        let spelling = row.get("spelling");
        let latin = row.get("lang") == "vi";
        let seen = !matches!(row.get("source"), "E" | "K");
        FamilyName { spelling, name: row.get("name"), sure: latin || (seen && spelling.chars().count() >= 5) }
    })
}

/// Whether a word is a family name in Vietnamese letters.
pub(crate) fn is_family_name(word: &str) -> bool {
    static NAMES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| family_names().map(|family| family.spelling).collect());
    NAMES.contains(word)
}

/// Whether most words of a line in capitals are syllables of Vietnamese names: MINH NGUYỆN.
pub(crate) fn is_name_in_capitals(line: &str) -> bool {
    static SYLLABLES: LazyLock<FxHashSet<String>> =
        LazyLock::new(|| rows(include_str!("../../data/name_syllables.tsv")).map(|row| row.get("syllable").to_uppercase()).collect());
    let words = line.split(' ').count();
    let known = line.split(' ').filter(|word| SYLLABLES.contains(*word)).count();
    // Of two words one is enough.
    let most = known * 2 > words || known == 1 && words == 2;
    (2..=4).contains(&words) && most && line.chars().all(|c| c == ' ' || c.is_uppercase())
}

/// Words between a name and its age.
pub(crate) static AGES: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(include_str!("../../data/age_words.tsv")).map(|row| (row.get("spelling"), ()))));

/// Words before a name that make it a street, a school, a people.
pub(crate) static NAME_BARS: LazyLock<Words<()>> =
    LazyLock::new(|| Words::new(rows(include_str!("../../data/name_bars.tsv")).map(|row| (row.get("spelling"), ()))));

/// What the names of some families of Thailand end with: ณ อยุธยา; whether it stands behind a surname.
pub(crate) static NAME_SUFFIXES: LazyLock<Words<bool>> = LazyLock::new(|| {
    Words::new(rows(include_str!("../../data/name_suffixes.tsv")).map(|row| (row.get("spelling"), row.get("royal") == "yes")))
});
