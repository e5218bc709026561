//! Documents of Thailand: orders and announcements by number and Buddhist year, acts by the number of their amendment.

use super::alone::{alone, number_word};
use super::find::{Number, Printed, separator};
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::cited::{EDITION_WORDS, TYPE_WORDS};
use crate::span::Span;
use crate::text::script::{is_alphanumeric, is_numeric};

/// The years of the Buddhist era in which such numbers are printed, and what leads from them to Gregorian ones.
const YEARS: std::ops::RangeInclusive<u64> = 2440..=2699;
const ERA: u64 = 543;
/// How far before its number the word for an order may stand, in bytes: the body that issued it stands between.
const BEFORE: usize = 240;

/// `คำสั่งจังหวัดตราด ที่ 200/2565`, and the line of a letterhead, `ที่ ๘๖๖๘/๒๕๖๔`. Not a meeting, ครั้งที่ 1/2564.
pub(super) fn thai_order(scan: &Scan<'_>, number: Number) -> Option<Printed> {
    let span = number.span;
    let ('/', at) = separator(scan, span.end)? else { return None };
    let (_, year) = scan.figure_at(at).filter(|(_, year)| at == span.end + 1 && year.digits == 4 && YEARS.contains(&year.value))?;
    let start = number_word(scan, span.start)?;
    let thai = scan.char_at(start).and_then(Language::of_letter) == Some(Language::Thai);
    if !thai || scan.char_at(year.span.end).is_some_and(|c| c == '/' || is_alphanumeric(c)) {
        return None;
    }
    let zone = scan.zone(start);
    // Its symbols are those of Vietnam, and say nothing here.
    let before = scan.within(Span::new(zone.start.max(start.saturating_sub(BEFORE)), start));
    let word = scan.last_word(&TYPE_WORDS, before).map(|(span, _)| ("", span));
    let letterhead = start == zone.start && year.span.end == zone.end;
    if word.is_none() && !letterhead {
        return None;
    }
    Some(Printed {
        span: span.join(year.span),
        rule: "citation.thai_order",
        number: Some(number.digits()),
        year: u16::try_from(year.value - ERA).ok(),
        kind: None,
        issuer: None,
        party: false,
        other_kinds: Vec::new(),
        word,
        name: None,
    })
}

/// The rule of an amendment.
pub(super) const AMENDMENT: &str = "citation.thai_amendment";
/// How far before its number the name of an act may begin, in bytes.
const NAME: usize = 300;

/// `พ.ร.บ.โรงงาน (ฉบับที่ 2) พ.ศ. 2562`: behind the name of an act, the number that tells it from the others of that name.
pub(super) fn thai_amendment(scan: &Scan<'_>, index: usize) -> Option<Printed> {
    let figure = scan.free(index).filter(|figure| (1..=3).contains(&figure.digits))?;
    let (start, ()) = scan.word_before(&EDITION_WORDS, figure.span.start)?;
    let bracketed = scan.char_before(start) == Some('(');
    let closed = scan.char_at(figure.span.end) == Some(')');
    if scan.goes_on(figure.span.end) || bracketed != closed {
        return None;
    }
    let clause = scan.clause_start(start);
    let before = scan.within(Span::new(clause.max(start.saturating_sub(NAME)), start));
    let (word, _) = scan.last_word(&TYPE_WORDS, before).filter(|(_, symbols)| matches!(**symbols, "" | "PL"))?;
    let named = Span::new(word.end, start).of(scan.text);
    // Another figure between is that of another act, or the year of this one.
    let one_name = !named.contains(|c: char| is_numeric(c) || matches!(c, '"' | '“' | '\n' | ')'));
    one_name.then(|| Printed { rule: AMENDMENT, ..alone(figure.span, figure.value, ("", word)) })
}
