//! Bodies as printed: a known name, with the level and the place after it.

use super::Level;
use crate::family::place;
use crate::family::scan::Scan;
use crate::lang::body::BODY_WORDS;
use crate::lang::gazetteer::GAZETTEER;
use crate::lang::level::LEVELS;
use crate::lang::lexicon::Meaning;
use crate::span::Span;

/// A body as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    pub(crate) span: Span,
    /// Index into the table of bodies.
    pub(crate) body: usize,
    /// What the level word and the place after it say.
    pub(crate) level: Option<Level>,
    /// Index into the gazetteer.
    pub(crate) place: Option<usize>,
    /// The place as printed, where the gazetteer has none.
    pub(crate) printed: Option<String>,
}

/// Finds all bodies, in order. `places` are the places found, in order.
pub(crate) fn find(scan: &Scan<'_>, places: &[place::find::Printed]) -> Vec<Printed> {
    let mut found: Vec<Printed> = Vec::new();
    for hit in &scan.hits {
        let Some((mut span, mut body)) = hit.find(|m| match m {
            Meaning::Body(index) => Some((hit.span, *index)),
            Meaning::BodyInside(index, length) => Some((Span::new(hit.span.end - length, hit.span.end), *index)),
            _ => None,
        }) else {
            continue;
        };
        if found.last().is_some_and(|last| span.start < last.span.end) {
            continue;
        }
        // An office may have hidden the rest of the body's name.
        if let Some((end, index)) = BODY_WORDS.at(scan.text, span.start).filter(|(end, _)| *end > span.end) {
            (span.end, body) = (end, *index);
        }
        found.push(with_place(scan, span, body, places));
    }
    found
}

/// A body with the level word and the place after it.
fn with_place(scan: &Scan<'_>, span: Span, body: usize, places: &[place::find::Printed]) -> Printed {
    let place_from = |at: usize| places.binary_search_by_key(&at, |place| place.span.start).ok().and_then(|index| places.get(index));
    // The level word ends the body's own name: นครโฮจิมินห์, xã Tân Phúc.
    let own = LEVELS.before(scan.text, span.end).map(|(start, level)| (start, *level)).filter(|(start, _)| *start > span.start);
    if let Some(place) = own.and_then(|(start, _)| place_from(start)).filter(|place| place.span.end > span.end) {
        let index = place.entries.first().copied();
        let level = index.and_then(|index| GAZETTEER.entries.get(index)).map(|entry| of_place(entry.level));
        return Printed { span: span.join(place.span), body, level, place: index, printed: None };
    }
    let (mut end, mut level) = (span.end, own.map(|(_, level)| of_place(level)));
    if let Some((after, word)) = scan.word(&LEVELS, end).filter(|_| own.is_none() && scan.char_at(end) != Some('\n')) {
        level = Some(of_place(*word));
        end = after;
    }
    let at = scan.skip(end);
    let near = at - end <= 1 && scan.char_at(end) != Some('\n');
    if let Some(place) = place_from(at).filter(|_| near) {
        let entry = place.entries.first().and_then(|index| GAZETTEER.entries.get(*index));
        let level = level.or_else(|| entry.map(|entry| of_place(entry.level)));
        let printed = place.entries.is_empty().then(|| place.span.of(scan.text).to_owned());
        return Printed { span: span.join(place.span), body, level, place: place.entries.first().copied(), printed };
    }
    match scan.hit_at(at, |m| if let Meaning::Place(index) = m { Some(*index) } else { None }).filter(|_| near) {
        Some((place, index)) => {
            let level = level.or_else(|| GAZETTEER.entries.get(index).map(|entry| of_place(entry.level)));
            Printed { span: span.join(place), body, level, place: Some(index), printed: None }
        }
        None => Printed { span: Span::new(span.start, end), body, level, place: None, printed: None },
    }
}

fn of_place(level: place::Level) -> Level {
    use place::Level as Of;
    match level {
        Of::Country => Level::Central,
        Of::Province => Level::Province,
        Of::District => Level::District,
        Of::Commune => Level::Commune,
        Of::Other => Level::Unspecified,
    }
}
