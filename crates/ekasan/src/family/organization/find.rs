//! Bodies as printed: a known name, with the level and the place after it.

use super::Level;
use crate::family::place;
use crate::family::scan::Scan;
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
}

/// Finds all bodies, in order. `places` are the places found, in order.
pub(crate) fn find(scan: &Scan<'_>, places: &[place::find::Printed]) -> Vec<Printed> {
    scan.hits
        .iter()
        .filter_map(|hit| {
            hit.find(|m| match m {
                Meaning::Body(index) => Some((hit.span, *index)),
                Meaning::BodyInside(index, length) => Some((Span::new(hit.span.end - length, hit.span.end), *index)),
                _ => None,
            })
        })
        .map(|(span, body)| {
            let (mut end, mut level) = (span.end, None);
            if let Some((after, word)) = scan.word(&LEVELS, end).filter(|_| scan.char_at(end) != Some('\n')) {
                level = Some(of_place(*word));
                end = after;
            }
            let at = scan.skip(end);
            let known = places.binary_search_by_key(&at, |place| place.span.start).ok().and_then(|index| places.get(index));
            let place = known
                .and_then(|place| Some((place.span, *place.entries.first()?)))
                .or_else(|| scan.hit_at(at, |m| if let Meaning::Place(index) = m { Some(*index) } else { None }));
            match place.filter(|_| at - end <= 1 && scan.char_at(end) != Some('\n')) {
                Some((place, index)) => {
                    let level = level.or_else(|| GAZETTEER.entries.get(index).map(|entry| of_place(entry.level)));
                    Printed { span: span.join(place), body, level, place: Some(index) }
                }
                None => Printed { span: Span::new(span.start, end), body, level, place: None },
            }
        })
        .collect()
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
