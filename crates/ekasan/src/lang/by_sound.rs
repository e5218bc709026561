//! Names of Laos and Thailand as Vietnamese spells them by their sound: Mục-đa-hản is Mukdahan, Noọng-bốc Nongbok.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::gazetteer::known_entries;
use super::table::rows;
use crate::text::normalize::{Profile, normalize};

/// Letters of the shortest name that its sound tells.
const SHORT: usize = 5;

/// Spellings and their sounds, the longer first.
static SOUNDS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let mut sounds: Vec<_> =
        rows(include_str!("../../data/sound_spellings.tsv")).map(|row| (row.get("spelling"), row.get("sound"))).collect();
    sounds.sort_by_key(|(spelling, _)| std::cmp::Reverse(spelling.len()));
    sounds
});

/// The letters of a name by their sound alone: no marks, hyphens or blanks, no letter twice in a row, no silent e.
fn sound(name: &str) -> String {
    let plain: String = normalize(name, Profile::Plain).chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
    let mut letters = String::with_capacity(plain.len());
    let mut rest = plain.as_str();
    while let Some(first) = rest.chars().next() {
        let (spelling, sound) =
            SOUNDS.iter().copied().find(|(spelling, _)| rest.starts_with(spelling)).unwrap_or((rest.get(..1).unwrap_or(""), ""));
        rest = rest.get(spelling.len()..).unwrap_or_default();
        for c in sound.chars().chain(Some(first).filter(|_| sound.is_empty())) {
            if !letters.ends_with(c) {
                letters.push(c);
            }
        }
    }
    if letters.ends_with("ne") || letters.ends_with("te") {
        letters.pop();
    }
    letters
}

/// The one place of Laos or Thailand whose name sounds like these words, by its index in the gazetteer.
pub(crate) fn by_sound(name: &str) -> Option<usize> {
    static SOUNDING: LazyLock<FxHashMap<String, Option<usize>>> = LazyLock::new(|| {
        let mut sounding: FxHashMap<String, Option<usize>> = FxHashMap::default();
        for (index, entry) in known_entries().filter(|(_, entry)| ["la.", "th."].iter().any(|country| entry.id.starts_with(country))) {
            // Of two names that sound the same neither is meant for sure.
            sounding.entry(sound(entry.name)).and_modify(|other| *other = None).or_insert(Some(index));
        }
        sounding
    });
    let sound = sound(name);
    // Mường is the word for a district there, with which a name may begin.
    let bare = sound.strip_prefix("muang").filter(|bare| bare.len() + 1 >= SHORT);
    let of = |sound: &str| SOUNDING.get(sound).copied().flatten();
    if sound.len() < SHORT { None } else { of(&sound).or_else(|| bare.and_then(of)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::gazetteer::GAZETTEER;

    #[test]
    fn names_are_told_by_their_sound() {
        let name = |words: &str| by_sound(words).map(|index| GAZETTEER.entries[index].name);
        for (spelling, meant) in [
            ("Mục-đa-hản", "Mukdahan"),
            ("Sa-côn Na-khon", "Sakon Nakhon"),
            ("Na-khon Pha-nôm", "Nakhon Phanom"),
            ("U-đon Tha-ni", "Udon Thani"),
            ("Khon-kèn", "Khon Kaen"),
            ("Chiềng Mai", "Chiang Mai"),
            ("Noọng-khai", "Nong Khai"),
            ("Noọng-bốc", "Nongbok"),
            ("Noọng Hét", "Nonghet"),
            ("Bua-la-pha", "Boualapha"),
            ("Mường Noòng", "Nong"),
            ("Xay-chăm-phon", "Xaychamphone"),
            ("Viêng-xay", "Viengxay"),
            ("Xê-băng-phay", "Xebangfay"),
        ] {
            assert_eq!(name(spelling), Some(meant), "{spelling}");
        }
        for words in ["Nghệ An", "Tân Phú", "Lào", "Na-khon", "Khăm-phuông"] {
            assert_eq!(name(words), None, "{words}");
        }
    }
}
