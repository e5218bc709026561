//! Places of which a sentence says at its beginning what they are: `Định Hóa là huyện miền núi`, `ดิญฮวาเป็นอำเภอ…`.

use super::Level;
use super::behind::capital_words;
use super::find::Printed;
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::level::LEVELS;
use crate::lang::lexicon::Meaning;
use crate::lang::office::{BETWEEN, Between};
use crate::lang::people::is_family_name;
use crate::lang::words::is_latin;
use crate::name::{commune_at, place_at};
use crate::span::Span;

/// No name is longer, in bytes.
const LONGEST: usize = 80;

/// The place before a word for a level with "is" between them.
pub(super) fn said_to_be(scan: &Scan<'_>, word: Span) -> Option<Printed> {
    let (_, level) = LEVELS.at(scan.text, word.start)?;
    let (is, Between::Is) = scan.word_before(&BETWEEN, word.start)? else { return None };
    let end = scan.skip_back(is);
    let name = Span::new(sentence_start(scan, end)?, end);
    let language = scan.char_at(name.start).and_then(Language::of_letter);
    let mut printed =
        Printed { span: name, rule: "place.said_to_be", entries: Vec::new(), communes: Vec::new(), level: Some((*level, word)) };
    let known = scan.hit_before(end).filter(|hit| hit.span.start == name.start);
    if let Some(hit) = known {
        printed.entries = hit.meanings().iter().filter_map(|m| if let Meaning::Place(index) = m { Some(*index) } else { None }).collect();
        return (!printed.entries.is_empty()).then_some(printed);
    }
    let surface = name.of(scan.text);
    let Some(language) = language else {
        let (end, words) = capital_words(scan, name.start);
        let person = surface.split(' ').next().is_some_and(is_family_name);
        return (end == name.end && words >= 2 && !person).then_some(printed);
    };
    if *level == Level::Commune {
        printed.communes = commune_at(surface, language).filter(|reading| reading.end == surface.len())?.communes();
    } else {
        printed.entries = place_at(surface, language, Some(*level)).filter(|reading| reading.end == surface.len())?.entries;
    }
    Some(printed)
}

/// The byte at which a sentence begins, blanks and a bullet aside, if nothing but a name's letters and blanks stand from there up to a byte.
fn sentence_start(scan: &Scan<'_>, end: usize) -> Option<usize> {
    let zone = scan.zone(end.checked_sub(1)?);
    let head = scan.within(Span::new(zone.start.max(end.saturating_sub(LONGEST)), end)).of(scan.text);
    let letter = |c: char| c == ' ' || is_latin(c) || Language::of_letter(c).is_some();
    let start = end - head.rsplit(|c| !letter(c)).next()?.trim_start_matches(' ').len();
    let before = scan.skip_back(start);
    let begins = before <= zone.start || matches!(scan.char_before(before), Some('.' | '\n' | '*' | '-' | '–' | '•' | ':' | '!' | '?'));
    (begins && start < end).then_some(start)
}
