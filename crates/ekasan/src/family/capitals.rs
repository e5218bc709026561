//! Words of names in Latin letters.

use super::scan::Scan;
use crate::lang::words::is_latin;
use crate::span::Span;

/// No word of a name is longer, in bytes.
const LONGEST: usize = 80;

/// The end of the word of a name that begins at a byte: a capital and small letters; behind the first letter of a highland name an
/// apostrophe, H’Drai, R'Ông.
pub(crate) fn name_word(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let rest = scan.within(Span::new(at, (at + LONGEST).min(scan.zone(at).end))).of(scan.text);
    let first = rest.chars().next().filter(|c| is_latin(*c) && c.is_uppercase())?;
    let behind = rest.get(first.len_utf8()..)?;
    let run = |text: &str| text.find(|c: char| !is_latin(c)).unwrap_or(text.len());
    if let Some(more) = behind.strip_prefix(['’', '\'', '‘']).filter(|more| more.chars().take_while(|c| is_latin(*c)).count() > 1) {
        return Some(at + rest.len() - more.len() + run(more));
    }
    let length = run(behind);
    behind.get(..length)?.chars().all(char::is_lowercase).then_some(at + first.len_utf8() + length)
}

/// The same, with the syllables behind hyphens that a foreign name may have: Khăm-phuông.
pub(crate) fn foreign_word(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let mut end = name_word(scan, at)?;
    loop {
        let rest = scan.within(Span::new(end, (end + LONGEST).min(scan.zone(at).end))).of(scan.text);
        let Some(syllable) = rest.strip_prefix('-') else { return Some(end) };
        let letters = syllable.find(|c: char| !(is_latin(c) && c.is_lowercase())).unwrap_or(syllable.len());
        if syllable.get(..letters)?.chars().count() < 2 {
            return Some(end);
        }
        end += 1 + letters;
    }
}

/// Whether the syllable of a foreign name goes on behind a hyphen at a byte: Xay|-xổm-phon.
pub(crate) fn goes_on_with_hyphen(scan: &Scan<'_>, end: usize) -> bool {
    let rest = scan.within(Span::new(end, end + 5)).of(scan.text);
    rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_lowercase))
}
