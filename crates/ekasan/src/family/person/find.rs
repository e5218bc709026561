//! Persons as printed: a family name and what follows it, a title or an office before it.

use crate::family::scan::Scan;
use crate::lang::lexicon::{Hit, Meaning};
use crate::lang::words::is_latin;
use crate::span::Span;

/// A person as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    /// The name without its title.
    pub(crate) span: Span,
    pub(crate) rule: &'static str,
    /// Offices right before or after the name.
    pub(crate) offices: Vec<(&'static str, Span)>,
    /// Printed in Vietnamese letters.
    pub(crate) latin: bool,
}

/// Finds all persons, in order.
pub(crate) fn find(scan: &Scan<'_>) -> Vec<Printed> {
    let mut found: Vec<Printed> = Vec::new();
    for (at, hit) in scan.hits.iter().enumerate() {
        // Ông and the like are titles before they are family names.
        if hit.find(|m| matches!(m, Meaning::Title).then_some(())).is_some() {
            continue;
        }
        let Some(sure) = hit.find(|m| if let Meaning::FamilyName(_, sure) = m { Some(*sure) } else { None }) else { continue };
        if found.last().is_some_and(|last| hit.span.start < last.span.end) {
            continue;
        }
        let before = at.checked_sub(1).and_then(|last| scan.hits.get(last)).filter(|last| scan.skip(last.span.end) == hit.span.start);
        let titled = before.is_some_and(|before| before.find(|m| matches!(m, Meaning::Title).then_some(())).is_some());
        let office = before.and_then(|before| office(*before));
        let latin = hit.span.of(scan.text).chars().next().is_some_and(is_latin);
        let Some(span) = (if latin { latin_name(scan, hit.span) } else { solid_name(scan, hit.span) }) else { continue };
        let enough = sure && (latin || span.len() >= hit.span.len() + 9);
        if !titled && office.is_none() && !enough {
            continue;
        }
        let after = scan
            .hits_in(Span::new(span.end, scan.zone(span.start).end))
            .next()
            .filter(|next| gap_is_light(scan, span.end, next.span.start));
        let offices = office.into_iter().chain(after.and_then(office_of)).collect();
        found.push(Printed { span, rule: if titled { "person.title" } else { "person.family_name" }, offices, latin });
    }
    found
}

fn office(hit: Hit) -> Option<(&'static str, Span)> {
    hit.find(|m| if let Meaning::Office(code) = m { Some((*code, hit.span)) } else { None })
}

fn office_of(hit: Hit) -> Option<(&'static str, Span)> {
    office(hit)
}

fn gap_is_light(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    matches!(Span::new(from, to).of(scan.text), "" | " " | ", " | "," | " - " | " – ")
}

/// Capitalised words after a family name: two to five in all.
fn latin_name(scan: &Scan<'_>, family: Span) -> Option<Span> {
    if !family.of(scan.text).chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    let mut end = family.end;
    let mut words = 1;
    while words < 5 && scan.char_at(end) == Some(' ') {
        let rest = scan.within(Span::new(end + 1, end + 1 + LONGEST)).of(scan.text);
        let length = rest.find(|c: char| !is_latin(c)).unwrap_or(rest.len());
        let word = rest.get(..length)?;
        let mut letters = word.chars();
        let capital = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
        if !capital || length > 12 {
            break;
        }
        end += 1 + length;
        words += 1;
    }
    // A name in capitals, or one word alone, is no person's.
    (2..=5).contains(&words).then(|| Span::new(family.start, end))
}

/// The letters after a family name in Lao or Thai: to the next blank or sign; in Thai over blanks while syllables are short.
fn solid_name(scan: &Scan<'_>, family: Span) -> Option<Span> {
    let mut end = family.end + word_length(scan, family.end);
    let thai = family.of(scan.text).starts_with(|c| ('\u{e00}'..='\u{e7f}').contains(&c));
    let mut syllables = 1;
    while thai && end == family.end + end.saturating_sub(family.end) && syllables < 4 && scan.char_at(end) == Some(' ') {
        let length = word_length(scan, end + 1);
        let word = Span::new(end + 1, end + 1 + length);
        let known = scan
            .hit_at(word.start, |m| matches!(m, Meaning::Office(_) | Meaning::Body(_) | Meaning::Title | Meaning::Trap).then_some(()))
            .is_some();
        if length == 0
            || word.of(scan.text).chars().count() > 8
            || known
            || (syllables == 1 && end > family.end && word.of(scan.text).chars().count() > 6)
        {
            break;
        }
        end = word.end;
        syllables += 1;
    }
    // The name ends where a known word begins inside it.
    let inside = scan
        .hits_in(Span::new(family.end, end))
        .find(|hit| hit.find(|m| matches!(m, Meaning::Office(_) | Meaning::Body(_)).then_some(())).is_some());
    let end = inside.map_or(end, |hit| scan.skip_back(hit.span.start));
    let letters = Span::new(family.start, end).of(scan.text).chars().count();
    ((5..=32).contains(&letters) && end > family.end).then(|| Span::new(family.start, end))
}

/// No name is longer, in bytes.
const LONGEST: usize = 160;

/// How many bytes of Lao or Thai letters stand at a byte.
fn word_length(scan: &Scan<'_>, at: usize) -> usize {
    let rest = scan.within(Span::new(at, at + LONGEST)).of(scan.text);
    rest.find(|c: char| !matches!(c, '\u{e01}'..='\u{e4e}' | '\u{e81}'..='\u{ecd}' | '\u{edc}'..='\u{edf}')).unwrap_or(rest.len())
}
