//! Lists of units: where one begins behind the word for their level, and how it goes on.

use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::calendar::Calendar;
use crate::lang::gazetteer::LISTING;
use crate::lang::number::UNITS;
use crate::span::Span;
use crate::text::script::is_numeric;

/// The byte at which the units of a level begin behind its word, which stands from `start` to `end`: over blanks, "namely", a colon; behind a number of
/// units in a bracket too, `6 อำเภอและเมือง (…`.
pub(super) fn list_start(scan: &Scan<'_>, start: usize, end: usize) -> usize {
    let at = scan.skip(end);
    let at = LISTING.at(scan.text, at).map_or(at, |(end, ())| scan.skip(end));
    match scan.char_at(at) {
        Some(':') => scan.skip(at + 1),
        Some('(') if is_counted(scan, start) => at + 1,
        _ => at,
    }
}

/// How far behind the word for a level its list may begin, in bytes.
const QUALIFIED: usize = 90;

/// The byte at which the units of a level begin that are counted and told apart before they are listed: `3 ເມືອງຊາຍແດນ ຄື …`, `3 ตำบลบนภูเขา (…`.
pub(super) fn qualified_list_start(scan: &Scan<'_>, word: Span) -> Option<usize> {
    let native = |at: usize| scan.char_at(at).and_then(Language::of_letter).is_some();
    if !native(word.start) || !is_counted(scan, word.start) {
        return None;
    }
    let from = scan.within(Span::new(word.end, (word.end + QUALIFIED).min(scan.zone(word.start).end)));
    let stop = from.of(scan.text).find(|c: char| Language::of_letter(c).is_none() && c != ' ').map_or(from.end, |stop| from.start + stop);
    if scan.char_at(stop) == Some('(') {
        return Some(stop + 1);
    }
    let starts = (from.start..stop).filter(|&at| native(at));
    starts.filter_map(|at| LISTING.at(scan.text, at)).map(|(end, ())| scan.skip(end)).find(|&at| at < from.end)
}

/// Whether a number stands before the word for a level that begins at a byte, or before the one with which it is joined.
pub(super) fn is_counted(scan: &Scan<'_>, mut start: usize) -> bool {
    for _ in 0..3 {
        let end = scan.skip_back(start);
        if scan.char_before(end).is_some_and(is_numeric) {
            return true;
        }
        let joined = match scan.calendar_before(end) {
            Some((and, Calendar::And)) => and,
            _ if scan.char_before(end) == Some(',') => end - 1,
            _ => return false,
        };
        let Some((before, _)) = scan.level_before(joined) else { return false };
        start = before;
    }
    false
}

/// The byte of the next unit of a list behind one that ends at a byte, over what is counted in it: `ໄຊທານີ 287, …`, `Hà Giang (42 xã), …`.
pub(super) fn next_of_list(scan: &Scan<'_>, end: usize) -> Option<usize> {
    scan.list_mark(end).or_else(|| scan.list_mark(behind_count(scan, end)?))
}

/// The byte after a number, and what it counts, that stand behind a byte on the same line.
fn behind_count(scan: &Scan<'_>, end: usize) -> Option<usize> {
    let at = end + usize::from(scan.char_at(end) == Some(' '));
    let bracket = scan.char_at(at) == Some('(');
    let mut at = figure_end(scan, at + usize::from(bracket))?;
    while let Some(more) = matches!(scan.char_at(at), Some('.' | ',')).then(|| figure_end(scan, at + 1)).flatten() {
        at = more;
    }
    let counted = at + usize::from(scan.char_at(at) == Some(' '));
    at = UNITS.at(scan.text, counted).map_or(at, |(end, _)| end);
    match scan.char_at(at) {
        Some(')') if bracket => Some(at + 1),
        _ => (!bracket).then_some(at),
    }
}

/// The byte after the figure at a byte.
fn figure_end(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let index = scan.figures.binary_search_by_key(&at, |figure| figure.span.start).ok()?;
    scan.figure(index).map(|figure| figure.span.end)
}
