//! The day on which a document was signed: which date of the text is tied to which citation.

use super::Citation;
use super::find::{Printed, before_number_word};
use crate::document::{Evidence, Record};
use crate::family::date::Date;
use crate::family::scan::Scan;
use crate::lang::calendar::Calendar;
use crate::lang::cited::{CUES, Cue};
use crate::lang::lexicon::Meaning;
use crate::span::Span;

/// How far behind a citation its day may stand, in characters.
const FAR: usize = 160;

/// The bytes at which the neighbouring citations end and begin.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    pub(super) before: usize,
    pub(super) after: usize,
}

/// The day that this text ties to a citation: after it, else before it.
pub(super) fn signed(
    scan: &Scan<'_>,
    printed: &Printed,
    dates: &[Record<Date>],
    limits: Limits,
    evidence: &mut Vec<Evidence>,
) -> Option<(String, Span)> {
    let next = dates.partition_point(|date| date.span.start < printed.span.end);
    let after = dates.get(next).filter(|date| date.span.start < limits.after).filter(|date| has_day(date));
    if let Some(date) = after
        && let Some(code) = tied_after(scan, Span::new(printed.span.end, date.span.start))
    {
        evidence.push(Evidence::new(code, date.span));
        let edtf = date.value.as_ref().map(|value| value.edtf.clone())?;
        return Some(torn(scan, date, dates.get(next + 1), evidence).unwrap_or((edtf, date.span)));
    }
    let before = next
        .checked_sub(1)
        .and_then(|last| dates.get(last))
        .filter(|date| date.span.start >= limits.before)
        .filter(|date| has_day(date))?;
    let gap = Span::new(before.span.end, printed.begins());
    let issued = gap.len() <= 300 && !ends_sentence(gap.of(scan.text)) && issuing_verb(scan, printed).is_some_and(|verb| verb >= gap.start);
    // `ký ngày 5/6/2024, Nghị quyết số …`: the words for "signed on" stand before the date. What stands before them was signed that day, not this.
    let begins = |cue: usize| cue - scan.clause_start(cue).min(cue) <= 12;
    let said =
        gap.of(scan.text).trim() == "," && matches!(scan.word_before(&CUES, before.span.start), Some((cue, Cue::Signed)) if begins(cue));
    if !issued && !said {
        return None;
    }
    evidence.push(Evidence::new("date_before", before.span));
    before.value.as_ref().map(|value| (value.edtf.clone(), before.span))
}

fn has_day(date: &Record<Date>) -> bool {
    date.value.as_ref().is_some_and(|value| value.edtf.len() == 10 && !value.edtf.contains('/'))
}

pub(super) fn ends_sentence(gap: &str) -> bool {
    [". ", "; ", ".\n", "./."].iter().any(|stop| gap.contains(stop))
}

/// Whether the words between a citation and a date tie the two: how.
fn tied_after(scan: &Scan<'_>, gap: Span) -> Option<&'static str> {
    let letters = gap.of(scan.text).chars().take(FAR + 1).count();
    if letters > FAR || ends_sentence(gap.of(scan.text)) {
        return None;
    }
    // Right beside it: brackets, commas, the words for "signed on", the body that issued it.
    let mut at = gap.start;
    let mut code = None;
    while at < gap.end {
        match scan.char_at(at)? {
            ' ' | '\n' | ',' => at += 1,
            '(' => {
                code = Some("date_in_brackets");
                at += 1;
            }
            _ => {
                if let Some((end, cue)) = CUES.at(scan.text, at).filter(|(end, _)| *end <= gap.end) {
                    if *cue != Cue::Issued {
                        code = Some("date_after");
                    }
                    at = end;
                } else if let Some((end, Calendar::DayCue)) = scan.calendar(at).filter(|(end, _)| *end <= gap.end) {
                    code = code.or(Some("date_after"));
                    at = end;
                } else if let Some((end, Calendar::Of)) = scan.calendar(at).filter(|(end, _)| *end <= gap.end) {
                    at = end;
                } else if let Some((span, ())) = scan.hit_at(at, |m| matches!(m, Meaning::Body(_) | Meaning::Place(_)).then_some(())) {
                    at = span.end;
                } else {
                    break;
                }
            }
        }
    }
    if at >= gap.end {
        return code;
    }
    // Farther off: only where the words for "signed on" stand right before the date, and no other number that could be signed.
    let other = scan.figures_in(gap).any(|figure| scan.char_at(figure.span.end) == Some('/'));
    if other {
        return None;
    }
    let (start, cue) = scan.word_before(&CUES, gap.end)?;
    (*cue == Cue::Signed && start >= gap.start).then_some("date_far")
}

/// Days of signing that a list of citations shares, or that go with its members in their order.
pub(super) fn of_lists(scan: &Scan<'_>, found: &[Printed], dates: &[Record<Date>], records: &mut [Record<Citation>]) {
    let mut first = 0;
    while first < found.len() {
        let joined =
            |pair: &[Printed]| matches!(pair, [one, next] if joins(scan, Span::new(one.span.end, before_number_word(scan, next.begins()))));
        let more = found.get(first..).unwrap_or_default().windows(2).take_while(|pair| joined(pair)).count();
        let end = first + more + 1;
        if let (Some([listed @ .., last]), Some(records)) = (found.get(first..end), records.get_mut(first..end))
            && !listed.is_empty()
        {
            let after = found.get(end).map_or(scan.text.len(), |next| next.span.start);
            of_list(scan, listed, last, &days_behind(scan, last.span.end, after, dates), records);
        }
        first = end;
    }
}

/// The days behind a byte that commas and "and" join, the first near it.
fn days_behind<'d>(scan: &Scan<'_>, from: usize, limit: usize, dates: &'d [Record<Date>]) -> Vec<&'d Record<Date>> {
    let next = dates.partition_point(|date| date.span.start < from);
    let mut days: Vec<&Record<Date>> = Vec::new();
    for day in dates.get(next..).unwrap_or_default().iter().take_while(|date| date.span.end <= limit && has_day(date)) {
        let gap = Span::new(days.last().map_or(from, |last| last.span.end), day.span.start);
        let cued = || {
            let (start, _) =
                scan.calendar_before(gap.end).filter(|(_, word)| *word == Calendar::DayCue).unwrap_or((gap.end, Calendar::DayCue));
            joins(scan, Span::new(gap.start, start))
        };
        if ends_sentence(gap.of(scan.text)) || if days.is_empty() { gap.of(scan.text).chars().count() > FAR } else { !cued() } {
            break;
        }
        days.push(day);
    }
    days
}

/// Whether only commas and a word for "and" stand in a gap.
fn joins(scan: &Scan<'_>, gap: Span) -> bool {
    if gap.is_empty() || gap.len() > 60 {
        return false;
    }
    let mut at = gap.start;
    while at < gap.end {
        at = match (scan.char_at(at), scan.calendar(at)) {
            (Some(' ' | ',' | ';' | '\n'), _) => at + 1,
            (_, Some((end, Calendar::And))) => end,
            _ => return false,
        };
    }
    true
}

/// Gives the days behind a list to its members: each its own where the text says so, else the day of the last to all that share its symbol.
fn of_list(scan: &Scan<'_>, listed: &[Printed], last: &Printed, days: &[&Record<Date>], records: &mut [Record<Citation>]) {
    let (Some(first_day), Some(last_day)) = (days.first(), days.last()) else { return };
    let before = Span::new(last.span.end, first_day.span.start);
    let said = |wanted: Cue| {
        let within = (before.start..before.end).filter(|at| scan.text.is_char_boundary(*at));
        let mut cues = within.filter_map(|at| CUES.at(scan.text, at)).map(|(_, cue)| cue);
        cues.any(|cue| *cue == wanted) || scan.word(&CUES, last_day.span.end).is_some_and(|(_, cue)| *cue == wanted)
    };
    let edtf = |day: &Record<Date>| day.value.as_ref().map(|value| value.edtf.clone());
    if said(Cue::InTurn) {
        let whole = days.len() == records.len();
        for (at, record) in records.iter_mut().enumerate() {
            let day = days.get(at).filter(|_| whole);
            if let Some(value) = record.value.as_mut() {
                value.date = day.and_then(|day| edtf(day));
            }
            record.evidence.retain(|piece| !piece.code.as_str().starts_with("date_"));
            record.evidence.extend(day.map(|day| Evidence::new("date_in_turn", day.span)));
        }
        return;
    }
    let all = said(Cue::Same);
    let Some((record_of_last, others)) = records.split_last_mut() else { return };
    let date = record_of_last.value.as_ref().and_then(|value| value.date.clone());
    let Some(date) = date.filter(|date| edtf(first_day).as_ref() == Some(date)) else { return };
    for (printed, record) in listed.iter().zip(others) {
        let Some(value) = record.value.as_mut().filter(|value| value.date.is_none()) else { continue };
        let of_year = value.year.is_none_or(|year| date.starts_with(&year.to_string()));
        let shares = all || printed.rule == "citation.list";
        if shares && of_year && value.known_date.as_ref().is_none_or(|known| *known == date) {
            value.date = Some(date.clone());
            record.evidence.push(Evidence::new("date_of_list", first_day.span));
        }
    }
}

/// The year of a day torn in two: "(22 October) … on the day of 2018".
fn torn(scan: &Scan<'_>, day: &Record<Date>, year: Option<&Record<Date>>, evidence: &mut Vec<Evidence>) -> Option<(String, Span)> {
    let value = day.value.as_ref().filter(|value| value.anchored || value.edtf.starts_with("XXXX"))?;
    let year = year?;
    let edtf = &year.value.as_ref()?.edtf;
    let gap = Span::new(day.span.end, year.span.start);
    let cue = matches!(scan.calendar_before(year.span.start), Some((_, Calendar::DayCue)));
    if edtf.len() != 4 || !cue || gap.len() > 200 || ends_sentence(gap.of(scan.text)) {
        return None;
    }
    evidence.push(Evidence::new("torn_date", year.span));
    Some((format!("{edtf}{}", value.edtf.get(4..)?), day.span))
}

/// Where the verb of issuing begins that has the citation for its object: a plan that was issued to carry out a resolution says nothing of
/// the resolution.
pub(super) fn issuing_verb(scan: &Scan<'_>, printed: &Printed) -> Option<usize> {
    scan.word_before(&CUES, printed.begins()).and_then(|(start, cue)| (*cue == Cue::Issued).then_some(start))
}
