//! Ordinals as printed: a marker and a numeral.

use super::Of;
use crate::family::scan::Scan;
use crate::lang::body::BODIES;
use crate::lang::calendar::Calendar;
use crate::lang::lexicon::Meaning;
use crate::lang::number::{MAGNITUDES, MarkerOf, ORDINAL_MARKERS, ORDINAL_NOUNS, UNITS};
use crate::span::Span;

/// An ordinal as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    pub(crate) span: Span,
    pub(crate) rule: &'static str,
    pub(crate) value: u32,
    pub(crate) of: Of,
    /// The words that say what is numbered.
    pub(crate) noun: Option<Span>,
}

/// Finds all ordinals, in order, and takes their figures.
pub(crate) fn find(scan: &mut Scan<'_>) -> Vec<Printed> {
    let mut found: Vec<Printed> = Vec::new();
    for index in 0..scan.figures.len() {
        let Some(figure) = scan.free(index) else { continue };
        let printed = after_marker(scan, index, found.last()).or_else(|| listed(scan, index, found.last()));
        if let Some(printed) = printed {
            scan.take(printed.span);
            // `ครั้งที่ 1/2564`: the year of the meeting is no date.
            if scan.char_at(figure.span.end) == Some('/')
                && let Some((_, year)) = scan.figure_at(figure.span.end + 1)
            {
                scan.take(year.span);
            }
            found.push(printed);
        }
    }
    found
}

fn after_marker(scan: &Scan<'_>, index: usize, last: Option<&Printed>) -> Option<Printed> {
    let figure = scan.free(index)?;
    let value = u32::try_from(figure.value).ok().filter(|value| (1..=999).contains(value) && figure.digits <= 3)?;
    let (start, marker) = scan.word_before(&ORDINAL_MARKERS, figure.span.start)?;
    let end = scan.skip_back(figure.span.start);
    // ສູນກາງ 8 ຊຸດທີ XIII: of a term, and no sets.
    let of_term = || scan.word(&ORDINAL_MARKERS, figure.span.end).is_some();
    let unit = || scan.word(&UNITS, figure.span.end).is_some() || scan.word(&MAGNITUDES, figure.span.end).is_some();
    let measured = || unit() && !of_term();
    // A Roman numeral counts nothing: Đại hội XIV Đảng bộ tỉnh.
    let counted = marker.shown == 0 && figure.digits > 0 && (measured() || scan.goes_on(figure.span.end));
    if counted || marker.of == MarkerOf::None {
        return None;
    }
    let shown = if marker.shown == 0 { figure.span.start } else { end - marker.shown.min(end - start) };
    let (of, noun) = match marker.of {
        MarkerOf::None => return None,
        MarkerOf::Kind(of) => (of, None),
        MarkerOf::ContextCommittee => match body_before(scan, start) {
            Some(span) => (Of::Committee, Some(span)),
            None => (Of::Term, None),
        },
        MarkerOf::Context | MarkerOf::ContextTerm => {
            let repeated = last.is_some_and(|last| last.of == Of::Plenum && scan.skip(last.span.end) == start);
            let noun = noun_before(scan, start);
            if repeated {
                (Of::Term, None)
            } else if marker.of == MarkerOf::ContextTerm {
                match noun.filter(|(_, span)| scan.skip(span.end) >= start) {
                    Some((Of::Session | Of::Other, span)) => (Of::Session, Some(span)),
                    _ => match noun.filter(|(of, span)| *of == Of::Congress && start - span.end <= 90) {
                        Some((of, span)) => (of, Some(span)),
                        None => (Of::Term, None),
                    },
                }
            } else {
                match noun.filter(|(_, noun)| top_before(scan, start).is_none_or(|body| body.start - noun.end.min(body.start) <= 24)) {
                    None if top_before(scan, start).is_some() => (Of::Term, top_before(scan, start)),
                    Some((Of::Other, span)) => {
                        meeting_of(scan, Span::new(span.end, start), figure.span.end).unwrap_or((Of::Other, Some(span)))
                    }
                    // การประชุมใหญ่ครั้งที่ 4 ของคณะกรรมการกลาง: what meets holds no congress.
                    Some((Of::Congress, span)) => {
                        let committee = central_behind(scan, figure.span.end).filter(|_| value <= PLENUMS);
                        committee.map_or((Of::Congress, Some(span)), |committee| (Of::Plenum, Some(committee)))
                    }
                    Some((of, span)) => (of, Some(span)),
                    None => meeting_of(scan, Span::new(start, start), figure.span.end).unwrap_or((Of::Other, None)),
                }
            }
        }
    };
    Some(Printed { span: Span::new(shown, figure.span.end), rule: "ordinal.marker", value, of, noun })
}

/// The numerals of a list behind the first: plenums 4, 5, 6 and 8, terms IV, V.
fn listed(scan: &Scan<'_>, index: usize, last: Option<&Printed>) -> Option<Printed> {
    let figure = scan.free(index)?;
    let bare = |last: &&Printed| last.of == Of::Plenum && last.span.of(scan.text).bytes().all(|b| b.is_ascii_digit());
    // Terms are listed in Roman numerals: khóa IV, V.
    let term = |last: &&Printed| {
        last.of == Of::Term
            && figure.digits == 0
            && scan.text.get(..last.span.end).is_some_and(|head| head.ends_with(|c| matches!(c, 'I' | 'V' | 'X' | 'Ⅰ'..='Ⅻ')))
    };
    let last = last.filter(|last| bare(last) || term(last))?;
    let joined = scan.list_mark(last.span.end) == Some(figure.span.start);
    let value = u32::try_from(figure.value).ok().filter(|value| (1..=30).contains(value))?;
    let counts = scan.word(&UNITS, figure.span.end).is_some();
    (joined && !counts).then_some(Printed { span: figure.span, rule: "ordinal.list", value, of: last.of, noun: last.noun })
}

fn is_committee(meaning: &'static Meaning) -> Option<()> {
    let Meaning::Body(index) = meaning else { return None };
    BODIES.get(*index).filter(|body| matches!(body.kind, "central_committee" | "executive_committee" | "standing_committee")).map(|_| ())
}

/// The name of a committee right before a byte.
fn body_before(scan: &Scan<'_>, at: usize) -> Option<Span> {
    scan.hit_before(scan.skip_back(at)).filter(|hit| hit.find(is_committee).is_some()).map(|hit| hit.span)
}

/// Politburo, Secretariat or Central Committee right before a byte: with a number it is that of a term.
fn top_before(scan: &Scan<'_>, at: usize) -> Option<Span> {
    let top = |meaning: &'static Meaning| match meaning {
        Meaning::Body(index) => {
            BODIES.get(*index).filter(|body| matches!(body.kind, "politburo" | "secretariat" | "central_committee")).map(|_| ())
        }
        _ => None,
    };
    scan.hit_before(scan.skip_back(at)).filter(|hit| hit.find(top).is_some()).map(|hit| hit.span)
}

/// No Central Committee met more often in its term.
const PLENUMS: u32 = 20;

/// The Central Committee to which a meeting belongs, behind the word for "of".
fn central_behind(scan: &Scan<'_>, end: usize) -> Option<Span> {
    let (at, Calendar::Of) = scan.calendar(end)? else { return None };
    let central = |meaning: &'static Meaning| match meaning {
        Meaning::Body(index) => BODIES.get(*index).filter(|body| body.kind == "central_committee").map(|_| ()),
        _ => None,
    };
    scan.hit_at(scan.skip(at), central).map(|(span, ())| span)
}

/// A meeting whose body says what it is: the body between its noun and the marker, or right after the numeral.
fn meeting_of(scan: &Scan<'_>, between: Span, end: usize) -> Option<(Of, Option<Span>)> {
    let kind_of = |meaning: &'static Meaning| match meaning {
        Meaning::Body(index) => match BODIES.get(*index)?.kind {
            "national_assembly" | "people_council" => Some(Of::Session),
            "central_committee" | "executive_committee" => Some(Of::Plenum),
            _ => None,
        },
        _ => None,
    };
    if let Some((of, span)) = scan.hits_in(between).find_map(|hit| hit.find(kind_of).map(|of| (of, hit.span))) {
        return Some((of, Some(span)));
    }
    let at = match scan.calendar(end) {
        Some((after, Calendar::Of)) => after,
        // ກອງປະຊຸມຄັ້ງທີ 10, ສະພາແຫ່ງຊາດຊຸດທີ XV
        _ if scan.char_at(end) == Some(',') => end + 1,
        _ => end,
    };
    let behind = scan.hit_at(scan.skip(at), kind_of).map(|(span, of)| (of, Some(span)));
    behind.or_else(|| {
        // The last body before it: สภาประชาชน … ในการประชุมครั้งที่ 6.
        let from = between.start.saturating_sub(LAST_BODY).max(scan.clause_start(between.start));
        let bodies =
            scan.hits_in(Span::new(from, between.start)).filter(|hit| hit.find(|m| matches!(m, Meaning::Body(_)).then_some(())).is_some());
        let last = bodies.last()?;
        last.find(kind_of).filter(|of| *of == Of::Session).map(|of| (of, Some(last.span)))
    })
}

/// How far before a meeting the body may stand that meets, in bytes.
const LAST_BODY: usize = 240;

/// The noun nearest before a byte that says what is numbered.
fn noun_before(scan: &Scan<'_>, at: usize) -> Option<(Of, Span)> {
    let from = scan.clause_start(at);
    scan.last_word(&ORDINAL_NOUNS, Span::new(from, at)).map(|(span, of)| (*of, span))
}
