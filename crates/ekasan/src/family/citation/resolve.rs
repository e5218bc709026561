//! What printed citations mean: the symbol spelled out, the day of signing tied, short forms led back to full ones.

use std::collections::HashMap;

use super::Citation;
use super::find::Printed;
use crate::document::{Code, Diagnostic, Evidence, Record};
use crate::family::date::Date;
use crate::family::quote::What;
use crate::family::scan::Scan;
use crate::lang::body::BODIES;
use crate::lang::calendar::Calendar;
use crate::lang::cited::{CUES, Cue, LANDMARKS};
use crate::lang::lexicon::{Hit, Meaning};
use crate::lang::quoted::{QUOTE_CUES, QuoteCue};
use crate::span::Span;

/// Gives every printed citation its value. `dates` are the dates found, in order.
pub(crate) fn resolve(
    scan: &Scan<'_>,
    found: &[Printed],
    dates: &[Record<Date>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Record<Citation>> {
    let mut records: Vec<Record<Citation>> = found
        .iter()
        .enumerate()
        .map(|(index, printed)| {
            let mut evidence = Vec::new();
            if let Some((symbols, span)) = printed.word {
                let agrees =
                    printed.kind.as_deref().is_none_or(|kind| symbols.is_empty() || symbols.split('|').any(|symbol| symbol == kind));
                evidence.push(Evidence::new("type_word", span));
                if !agrees {
                    diagnostics.push(Diagnostic {
                        code: Code::from("type_word_disagrees"),
                        span,
                        message: format!(
                            "the word says {symbols}, the symbol {}; the symbol decides",
                            printed.kind.as_deref().unwrap_or_default()
                        ),
                    });
                }
            }
            let limits = Limits {
                before: index.checked_sub(1).and_then(|last| found.get(last)).map_or(0, |last| last.span.end),
                after: found.get(index + 1).map_or(scan.text.len(), |next| next.span.start),
            };
            let date = signed(scan, printed, dates, limits, &mut evidence);
            let end = date.as_ref().map_or(printed.span.end, |(_, span)| span.end.max(printed.span.end));
            let issued_by = issuing_body(scan, printed.span.end, &mut evidence)
                .or_else(|| issuing_body(scan, end, &mut evidence))
                .or_else(|| issuing_subject(scan, printed, limits, &mut evidence));
            let symbol = spelled(printed);
            let date = date.map(|(edtf, _)| edtf);
            let (known_date, known_title) = symbol.as_deref().map(|symbol| known(symbol, date.as_deref())).unwrap_or_default();
            let mut value = Citation {
                symbol,
                number: printed.number.trim_start_matches('0').to_owned(),
                year: printed.year,
                kind: printed.kind.clone(),
                issuer: printed.issuer.clone(),
                date,
                issued_by,
                subject: subject(scan, end),
                known_date,
                known_title,
            };
            if value.number.is_empty() {
                value.number = "0".to_owned();
            }
            let readings = printed.other_kinds.iter().map(|kind| {
                let other = Printed { kind: Some(kind.clone()), ..printed.clone() };
                Citation { symbol: spelled(&other), kind: other.kind.clone(), ..value.clone() }
            });
            Record {
                span: printed.span,
                block: scan.block(printed.span.start),
                rule: Code::from(printed.rule),
                readings: readings.collect(),
                value: Some(value),
                evidence,
            }
        })
        .collect();
    full_forms(found, &mut records);
    records
}

/// The symbol as it should be written.
fn spelled(printed: &Printed) -> Option<String> {
    let (number, issuer) = (&printed.number, printed.issuer.as_ref()?);
    Some(match (&printed.kind, printed.year) {
        (Some(kind), None) if printed.party => format!("{number}-{kind}/{issuer}"),
        (Some(kind), None) => format!("{number}/{kind}-{issuer}"),
        (Some(kind), Some(year)) => format!("{number}/{year}/{kind}-{issuer}"),
        (None, Some(year)) => format!("{number}/{year}/{issuer}"),
        (None, None) => format!("{number}/{issuer}"),
    })
}

/// The bytes at which the neighbouring citations end and begin.
#[derive(Clone, Copy)]
struct Limits {
    before: usize,
    after: usize,
}

/// The day that this text ties to a citation: after it, else before it.
fn signed(
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
    // `ký ngày 5/6/2024, Nghị quyết số …`: the words for "signed on" stand before the date.
    let said = gap.of(scan.text).trim() == "," && matches!(scan.word_before(&CUES, before.span.start), Some((_, Cue::Signed)));
    if !issued && !said {
        return None;
    }
    evidence.push(Evidence::new("date_before", before.span));
    before.value.as_ref().map(|value| (value.edtf.clone(), before.span))
}

fn has_day(date: &Record<Date>) -> bool {
    date.value.as_ref().is_some_and(|value| value.edtf.len() == 10 && !value.edtf.contains('/'))
}

fn ends_sentence(gap: &str) -> bool {
    [". ", "; ", ".\n", "./."].iter().any(|stop| gap.contains(stop))
}

/// Whether the words between a citation and a date tie the two: how.
fn tied_after(scan: &Scan<'_>, gap: Span) -> Option<&'static str> {
    if gap.len() > 240 || ends_sentence(gap.of(scan.text)) {
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
    // Farther off: only where the words for "signed on" stand right before the date.
    let (start, cue) = scan.word_before(&CUES, gap.end)?;
    (*cue == Cue::Signed && start >= gap.start && gap.len() <= 200).then_some("date_far")
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

/// The body named right after a citation as the one that issued it.
fn issuing_body(scan: &Scan<'_>, end: usize, evidence: &mut Vec<Evidence>) -> Option<String> {
    let at = scan.skip(if matches!(scan.char_at(scan.skip(end)), Some(')')) { scan.skip(end) + 1 } else { end });
    let (at, word) = scan.calendar(at)?;
    if word != Calendar::Of {
        return None;
    }
    let (span, index) = scan.hit_at(scan.skip(at), |m| if let Meaning::Body(index) = m { Some(*index) } else { None })?;
    evidence.push(Evidence::new("issued_by", span));
    BODIES.get(index).map(|body| body.kind.to_owned())
}

/// Where the verb of issuing begins that has the citation for its object: a plan that was issued to carry out a resolution says nothing of
/// the resolution.
fn issuing_verb(scan: &Scan<'_>, printed: &Printed) -> Option<usize> {
    scan.word_before(&CUES, printed.begins()).and_then(|(start, cue)| (*cue == Cue::Issued).then_some(start))
}

/// The body that issues the document, before the verb: `Bộ Chính trị vừa ban hành Nghị quyết số …`.
fn issuing_subject(scan: &Scan<'_>, printed: &Printed, limits: Limits, evidence: &mut Vec<Evidence>) -> Option<String> {
    let verb = issuing_verb(scan, printed)?;
    let from = scan.clause_start(verb).max(limits.before);
    let body = |m: &'static Meaning| if let Meaning::Body(index) = m { Some(*index) } else { None };
    let person = |m: &'static Meaning| matches!(m, Meaning::Title(_) | Meaning::Office(_)).then_some(());
    // Of a body and a person the nearer is the subject.
    let subjects = scan.hits_in(Span::new(from, verb)).filter(|hit| hit.find(body).is_some() || hit.find(person).is_some());
    let (span, index) = subjects.last().and_then(|hit: Hit| Some((hit.span, hit.find(body)?)))?;
    let gap = Span::new(span.end, verb);
    if gap.len() > 60 || gap.of(scan.text).contains([',', '“', '"']) {
        return None;
    }
    evidence.push(Evidence::new("issued_by", span));
    BODIES.get(index).map(|body| body.kind.to_owned())
}

/// What stands in quotation marks in the same clause after it.
fn subject(scan: &Scan<'_>, end: usize) -> Option<String> {
    let rest = scan.text.get(end..)?;
    let near = scan.within(Span::new(end, end + 240)).of(scan.text);
    let open = near.find(['“', '"', '«'])?;
    let head = rest.get(..open)?;
    if ends_sentence(head) || head.contains(|c: char| c.is_ascii_digit() || c == '\n' || c == ';') {
        return None;
    }
    // The marks are those of a campaign, a slogan, of speech.
    if let Some(QuoteCue::Holds(what)) = QUOTE_CUES.before(scan.text, end + head.trim_end().len()).map(|(_, cue)| *cue)
        && what != What::Title
    {
        return None;
    }
    let quoted = scan.within(Span::new(end + open, end + open + 1400)).of(scan.text);
    let mut chars = quoted.chars();
    let close = match chars.next()? {
        '“' => '”',
        '«' => '»',
        _ => '"',
    };
    let inside: String = chars.take_while(|c| *c != close && *c != '\n').collect();
    (inside.len() <= 1200 && quoted.chars().skip(1).any(|c| c == close))
        .then(|| inside.trim().to_owned())
        .filter(|inside| !inside.is_empty())
}

/// What the tables know of a symbol: the document of the date, or the only one that ever had the symbol.
fn known(symbol: &str, date: Option<&str>) -> (Option<String>, Option<String>) {
    let Some(all) = LANDMARKS.get(symbol) else { return (None, None) };
    let one = match date {
        Some(date) => all.iter().find(|landmark| landmark.date == date),
        None => all.first().filter(|landmark| all.len() == 1 && !landmark.shared),
    };
    one.map_or((None, None), |landmark| {
        let filled = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
        (filled(landmark.date), filled(landmark.title))
    })
}

/// Leads a number alone back to the one full citation of this document that has its number and type.
fn full_forms(found: &[Printed], records: &mut [Record<Citation>]) {
    let mut full: HashMap<(String, String), Option<(Span, Citation)>> = HashMap::new();
    for record in records.iter() {
        let Some(value) = record.value.as_ref() else { continue };
        let Some(kind) = &value.kind else { continue };
        full.entry((value.number.clone(), kind.clone()))
            .and_modify(|known| {
                // Two documents of one number and type: neither is the one meant.
                if known.as_ref().is_some_and(|(_, other)| other.symbol != value.symbol) {
                    *known = None;
                }
            })
            .or_insert_with(|| Some((record.span, value.clone())));
    }
    for (printed, record) in found.iter().zip(records) {
        let Some(value) = record.value.as_mut().filter(|value| value.symbol.is_none()) else { continue };
        let Some((symbols, _)) = printed.word else { continue };
        let mut fits = symbols.split('|').filter_map(|symbol| full.get(&(value.number.clone(), symbol.to_owned()))?.as_ref());
        if let (Some((span, first)), None) = (fits.next(), fits.next()) {
            value.symbol.clone_from(&first.symbol);
            value.year = first.year;
            value.kind.clone_from(&first.kind);
            value.issuer.clone_from(&first.issuer);
            value.known_date.clone_from(&first.known_date);
            value.known_title.clone_from(&first.known_title);
            record.evidence.push(Evidence::new("full_form", *span));
        }
    }
}
