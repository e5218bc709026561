//! Citations by a number alone: behind the word or the symbol of a type, or before the day of signing.

use super::find::{Printed, before_number_word, letter_after, type_word};
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::calendar::Calendar;
use crate::lang::cited::{CUES, Cue, NUMBER_WORDS, TYPES, plain};
use crate::lang::number::{ORDINAL_MARKERS, UNITS};
use crate::lang::words::is_latin;
use crate::span::Span;

/// A number after the word for a type: `ມະຕິເລກທີ 57`, `มติที่ 68`, `Nghị quyết 35`, `NQ57`.
pub(super) fn number_alone(scan: &Scan<'_>, index: usize) -> Option<Printed> {
    let figure = scan.free(index).filter(|figure| (1..=4).contains(&figure.digits))?;
    let before = scan.char_before(figure.span.start);
    let after = scan.char_at(figure.span.end);
    let year = year_after(scan, figure.span.end);
    if before.is_some_and(|c| matches!(c, '/' | '.' | ',' | '-' | '(' | '"' | '“'))
        || scan.goes_on(figure.span.end)
        || after == Some('/') && year.is_none()
    {
        return None;
    }
    let end = before_number_word(scan, figure.span.start);
    let numbered = end != figure.span.start;
    let word = match token_before(scan, figure.span.start) {
        Some(word) => word,
        None => {
            let Some((symbols, span)) = type_word(scan, end) else {
                let signed = if numbered { signed_number(scan, figure.span) } else { None };
                return signed.map(|word| alone(figure.span, figure.value, word));
            };
            let dated = || matches!(scan.calendar(figure.span.end), Some((_, Calendar::DayCue)));
            if symbols.is_empty() || !numbered && (!is_cited_bare(symbols) || (figure.digits > 3 && !dated())) {
                return None;
            }
            // Chỉ thị 5/2024 may be one of a month.
            let state = |symbol: &str| matches!(symbol, "NĐ" | "TT");
            if year.is_some() && !numbered && figure.value <= 12 && !symbols.split('|').next().is_some_and(state) {
                return None;
            }
            (symbols, span)
        }
    };
    if let Some((year, end)) = year {
        let span = Span::new(figure.span.start, end);
        return Some(Printed { span, rule: "citation.number_and_year", year: Some(year), ..alone(span, figure.value, word) });
    }
    if !numbered && (counts(scan, figure.span.end) || scan.month(figure.span.end).is_some()) {
        return None;
    }
    let mut printed = alone(figure.span, figure.value, word);
    if let Some(letter) = letter_after(scan, figure.span.end) {
        printed.number.iter_mut().for_each(|number| number.push(letter));
        printed.span.end += 1;
    }
    Some(printed)
}

/// The year behind a number, where the symbol ends with it: `Nghị định 100/2019`; the byte after it.
fn year_after(scan: &Scan<'_>, end: usize) -> Option<(u16, usize)> {
    let (_, figure) = scan.figure_at(end + 1).filter(|_| scan.char_at(end) == Some('/'))?;
    let year = u16::try_from(figure.value).ok().filter(|year| figure.digits == 4 && (1945..=2100).contains(year))?;
    let ends = scan.char_at(figure.span.end).is_none_or(|c| !(is_latin(c) || matches!(c, '/' | '-' | '–')));
    ends.then_some((year, figure.span.end))
}

/// The byte at which the word for a number before it begins; none where it ends one for a meeting or a quarter: ครั้งที่, ไตรมาสที่.
pub(super) fn number_word(scan: &Scan<'_>, number: usize) -> Option<usize> {
    let (start, ()) = scan.word_before(&NUMBER_WORDS, number)?;
    let ordinal = scan.word_before(&ORDINAL_MARKERS, number).map(|(marker, _)| marker);
    let calendar = scan.calendar_before(number).map(|(word, _)| word);
    ordinal.into_iter().chain(calendar).all(|word| word >= start).then_some(start)
}

/// The word for a number, where the day of signing follows the number: `… ສະບັບເລກທີ 449 ລົງວັນທີ …`, with the type of the document far before it.
fn signed_number(scan: &Scan<'_>, number: Span) -> Option<(&'static str, Span)> {
    let start = number_word(scan, number.start)?;
    let native = scan.char_at(start).and_then(Language::of_letter).is_some();
    let signed = matches!(scan.word(&CUES, number.end), Some((_, Cue::Signed)));
    (native && signed).then(|| ("", Span::new(start, scan.skip_back(number.start))))
}

/// Whether a unit follows a number; the word for day before a date is none.
fn counts(scan: &Scan<'_>, end: usize) -> bool {
    let dated = matches!(scan.calendar(end), Some((after, Calendar::DayCue)) if scan.figure_at(scan.skip(after)).is_some());
    !dated && scan.word(&UNITS, end).is_some()
}

pub(super) fn alone(span: Span, value: u64, word: (&'static str, Span)) -> Printed {
    Printed {
        span,
        rule: "citation.number",
        number: Some(value.to_string()),
        year: None,
        kind: None,
        issuer: None,
        party: false,
        other_kinds: Vec::new(),
        word: Some(word),
        name: None,
    }
}

/// Types that are cited by a bare number; of plans and reports it would rather count something.
fn is_cited_bare(symbols: &str) -> bool {
    symbols.split('|').next().is_some_and(|symbol| matches!(symbol, "NQ" | "CT" | "KL" | "NĐ" | "TT" | "QĐ" | "HD" | "CĐ"))
}

/// A type's symbol right before a number: `NQ57`, `CT 35`.
fn token_before(scan: &Scan<'_>, at: usize) -> Option<(&'static str, Span)> {
    let end = scan.skip_back(at);
    scan.char_before(end).filter(|c| is_latin(*c))?;
    let head = scan.text.get(..end)?;
    let start = head
        .rfind(|c: char| !is_latin(c))
        .map_or(0, |last| last + head.get(last..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let letters = head.get(start..)?;
    let known = TYPES.read(letters);
    let symbol = known.first().filter(|known| {
        matches!(known.spelling, "NQ" | "CT" | "KL" | "NĐ") && (letters == known.spelling || letters == plain(known.spelling))
    })?;
    Some((symbol.spelling, Span::new(start, end)))
}

/// The next number of a list of documents: `Nghị quyết 57, 59, 66, 68`.
pub(super) fn next_in_list(scan: &Scan<'_>, last: &Printed) -> Option<Printed> {
    let (_, figure) = scan.figure_at(scan.list_mark(last.span.end)?)?;
    let counts = counts(scan, figure.span.end) || scan.goes_on(figure.span.end);
    let dated = matches!(scan.char_at(figure.span.end), Some('/' | '-' | '.') if scan.char_at(figure.span.end + 1).is_some_and(|c| c.is_ascii_digit()));
    ((1..=3).contains(&figure.digits) && !counts && !dated)
        .then(|| alone(figure.span, figure.value, last.word.unwrap_or(("", figure.span))))
}
