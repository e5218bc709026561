//! What printed citations mean: the symbol spelled out, the day of signing tied, short forms led back to full ones.

use std::collections::HashMap;

use super::Citation;
use super::again::again;
use super::find::Printed;
use super::signing::{Limits, ends_sentence, issuing_verb, of_lists, signed};
use crate::document::{Code, Diagnostic, Evidence, Record};
use crate::family::date::Date;
use crate::family::quote::What;
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::body::BODIES;
use crate::lang::calendar::Calendar;
use crate::lang::cited::LANDMARKS;
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
            let issued_by = naming_body(scan, printed, &mut evidence)
                .or_else(|| issuing_body(scan, printed.span.end, &mut evidence))
                .or_else(|| issuing_body(scan, end, &mut evidence))
                .or_else(|| issuing_subject(scan, printed, limits, &mut evidence));
            let centre = centre(printed, issued_by.as_deref());
            let (printed, other) = match &centre {
                Some(centre) if issued_by.is_some() => (centre, Some(printed)),
                _ => (printed, centre.as_ref()),
            };
            let name = printed.name.map(|span| span.of(scan.text));
            let symbol = name.map_or_else(|| spelled(printed), |name| act_spelled(printed, name));
            let date = date.map(|(edtf, _)| edtf);
            let (known_date, known_title) = symbol.as_deref().map(|symbol| known(symbol, date.as_deref())).unwrap_or_default();
            let value = Citation {
                symbol,
                number: printed.number.as_deref().map(without_zeros),
                year: printed.year,
                kind: printed.kind.clone(),
                issuer: printed.issuer.clone(),
                date,
                issued_by,
                subject: name.filter(|name| !name.is_empty()).map(str::to_owned).or_else(|| subject(scan, end)),
                known_date,
                known_title,
            };
            let others = printed.other_kinds.iter().map(|kind| Printed { kind: Some(kind.clone()), ..printed.clone() });
            let readings = others.chain(other.cloned()).map(|other| Citation {
                symbol: spelled(&other),
                kind: other.kind.clone(),
                issuer: other.issuer.clone(),
                known_date: None,
                known_title: None,
                ..value.clone()
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
    of_lists(scan, found, dates, &mut records);
    full_forms(scan, found, &mut records);
    again(scan, found, &mut records);
    records
}

/// The symbol as it should be written.
fn spelled(printed: &Printed) -> Option<String> {
    let (number, issuer) = (printed.number.as_ref()?, printed.issuer.as_ref()?);
    Some(match (&printed.kind, printed.year) {
        (Some(kind), None) if printed.party => format!("{number}-{kind}/{issuer}"),
        (Some(kind), None) => format!("{number}/{kind}-{issuer}"),
        (Some(kind), Some(year)) => format!("{number}/{year}/{kind}-{issuer}"),
        (None, Some(year)) => format!("{number}/{year}/{issuer}"),
        (None, None) => format!("{number}/{issuer}"),
    })
}

/// A number without leading zeros.
fn without_zeros(number: &str) -> String {
    let plain = number.trim_start_matches('0');
    if plain.is_empty() { "0".to_owned() } else { plain.to_owned() }
}

/// The symbol of an act: its usual word, its name without blanks that Lao and Thai do not need, the number of the amendment, its year.
fn act_spelled(printed: &Printed, name: &str) -> Option<String> {
    let (act, year) = (printed.kind.as_deref()?, printed.year?);
    let native = act.chars().find_map(Language::of_letter);
    let gap = if native.is_none() && !name.is_empty() { " " } else { "" };
    let name = if native.is_some() { name.replace(' ', "") } else { name.to_owned() };
    let edition = printed.number.as_ref().map(|number| format!(" (ฉบับที่ {number})")).unwrap_or_default();
    let year = match native {
        Some(Language::Thai) => format!("พ.ศ. {}", year + ERA),
        Some(_) => format!("ປີ {year}"),
        None => format!("năm {year}"),
    };
    Some(format!("{act}{gap}{name}{edition} {year}"))
}

/// What leads from a Gregorian year to that of the Buddhist era.
const ERA: u16 = 543;

/// The symbol of the centre, where a lost mark may have made its issuer that of a province: TU for TƯ. Not where the text names another issuer.
fn centre(printed: &Printed, issued_by: Option<&str>) -> Option<Printed> {
    let central = matches!(issued_by, None | Some("politburo" | "secretariat" | "central_committee"));
    (central && printed.issuer.as_deref() == Some("TU")).then(|| Printed { issuer: Some("TW".to_owned()), ..printed.clone() })
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

/// The body in the name of a regulation, before what it is about: ระเบียบ|กระทรวงมหาดไทย|ว่าด้วยการพัสดุ.
fn naming_body(scan: &Scan<'_>, printed: &Printed, evidence: &mut Vec<Evidence>) -> Option<String> {
    let name = printed.name?;
    let (span, index) = scan.hit_at(name.start, |m| if let Meaning::Body(index) = m { Some(*index) } else { None })?;
    (span.end <= printed.closed(scan).start).then(|| evidence.push(Evidence::new("issued_by", span)))?;
    BODIES.get(index).map(|body| body.kind.to_owned())
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
fn full_forms(scan: &Scan<'_>, found: &[Printed], records: &mut [Record<Citation>]) {
    let mut full: HashMap<(String, String), Option<(Span, Citation)>> = HashMap::new();
    for (printed, record) in found.iter().zip(records.iter()) {
        let Some(value) = record.value.as_ref().filter(|value| value.symbol.is_some()) else { continue };
        // Without a type in the symbol the same word must stand before both.
        let Some(kind) = value.kind.as_deref().or_else(|| printed.word.map(|(_, word)| word.of(scan.text))) else { continue };
        let Some(number) = value.number.clone() else { continue };
        full.entry((number, kind.to_owned()))
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
        let (Some((symbols, word)), Some(number)) = (printed.word, value.number.clone()) else { continue };
        let kinds = symbols.split('|').chain([word.of(scan.text)]);
        let mut fits = kinds.filter_map(|kind| full.get(&(number.clone(), kind.to_owned()))?.as_ref());
        let year = value.year;
        let one = fits.next().filter(|(_, full)| year.is_none_or(|year| full.year == Some(year)));
        if let (Some((span, first)), None) = (one, fits.next()) {
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
