//! Places of Laos and Thailand that Vietnamese spells by their sound: tỉnh Mục-đa-hản, huyện Noọng Hét.

use super::Level;
use super::find::Printed;
use crate::family::capitals::foreign_word;
use crate::family::further;
use crate::family::scan::Scan;
use crate::lang::by_sound::by_sound;
use crate::lang::lexicon::Meaning;
use crate::lang::words::is_latin;
use crate::span::Span;

/// The rule of such a name.
const BY_SOUND: &str = "place.by_sound";

/// Adds names with hyphens that sound like a place, and tells those behind the word for a level which place they are.
pub(super) fn abroad(scan: &Scan<'_>, found: &mut Vec<Printed>) {
    for place in found.iter_mut().filter(|place| place.entries.is_empty() && place.communes.is_empty()) {
        if !matches!(place.level, Some((Level::Commune, _)))
            && let Some(index) = by_sound(place.span.of(scan.text))
        {
            (place.rule, place.entries) = (BY_SOUND, vec![index]);
        }
    }
    let mut more = Vec::new();
    for (_, zone) in &scan.zones {
        let mut done = zone.start;
        for hyphen in memchr::memchr_iter(b'-', zone.of(scan.text).as_bytes()).map(|at| zone.start + at) {
            if hyphen < done || !scan.char_before(hyphen).is_some_and(is_latin) || !scan.char_at(hyphen + 1).is_some_and(char::is_lowercase)
            {
                continue;
            }
            let head = Span::new(done, hyphen).of(scan.text);
            let start = done + head.trim_end_matches(is_latin).len();
            let named = names(scan, start).find_map(|span| Some((span, by_sound(span.of(scan.text))?)));
            let named = named.filter(|(span, _)| !is_part_of_name(scan, *span) && !is_titled(scan, *span));
            done = named.map_or(hyphen, |(span, _)| span.end);
            more.extend(named.map(|(span, index)| {
                let level = scan.level_before(start).map(|(word, level)| (level, Span::new(word, scan.skip_back(start))));
                Printed { span, rule: BY_SOUND, entries: vec![index], communes: Vec::new(), level }
            }));
        }
    }
    if !more.is_empty() {
        further::add(found, more, |place| place.span);
    }
}

/// Whether a personal title stands before a name.
fn is_titled(scan: &Scan<'_>, name: Span) -> bool {
    let title = |m: &'static Meaning| matches!(m, Meaning::Title(_)).then_some(());
    scan.hit_before(scan.skip_back(name.start)).is_some_and(|before| before.find(title).is_some())
}

/// Whether another word with a hyphen stands beside a name, which is a person's then: Phu-vông |Ún-khăm-xẻn.
fn is_part_of_name(scan: &Scan<'_>, name: Span) -> bool {
    let hyphened = |word: Span| word.of(scan.text).contains('-');
    let behind = || foreign_word(scan, name.end + 1).filter(|_| scan.char_at(name.end) == Some(' '));
    let head = scan.within(Span::new(scan.zone(name.start).start.max(name.start.saturating_sub(BEFORE)), name.start)).of(scan.text);
    let before = head.strip_suffix(' ').and_then(|head| head.rsplit(' ').next());
    behind().is_some_and(|end| hyphened(Span::new(name.end + 1, end)))
        || before.is_some_and(|word| word.starts_with(char::is_uppercase) && word.contains('-') && !word.ends_with([',', ';', '.', ':']))
}

/// Bytes of the longest word before a name that is looked at.
const BEFORE: usize = 40;

/// What a name of up to four capitalised words may be, the longest first.
fn names(scan: &Scan<'_>, start: usize) -> impl Iterator<Item = Span> {
    let next = |end: &usize| foreign_word(scan, end + 1).filter(|_| scan.char_at(*end) == Some(' '));
    let ends: Vec<usize> = std::iter::successors(foreign_word(scan, start), next).take(WORDS).collect();
    ends.into_iter().rev().map(move |end| Span::new(start, end))
}

/// Words of the longest name.
const WORDS: usize = 4;
