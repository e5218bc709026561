//! Names of a list that no spelling is: between two places read by their letters (`ไฮฟอง, หุ่งเอียน, นิญบิ่ญ`), and provinces of Thailand that are
//! everyday words beside others (`เชียงราย น่าน แพร่`); the other end of a route (`ວຽງຈັນ - ຫວຸງອ໋າງ`).

use super::Level;
use super::find::Printed;
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::gazetteer::{EVERYDAY, GAZETTEER};
use crate::name::place_at;
use crate::span::Span;

/// The most names that may stand unread between two places.
const UNREAD: usize = 3;

/// Adds them; a shorter place inside such a name goes (`ลาว ไก`). `found` is in order.
pub(super) fn between(scan: &Scan<'_>, found: &mut Vec<Printed>) {
    let mut more: Vec<Printed> = Vec::new();
    for place in found.iter() {
        let done = more.last().is_some_and(|last| last.span.end > place.span.start);
        let Some(level) = unit(place).filter(|_| !done && is_native(scan, place.span.start)) else { continue };
        let mut names = Vec::new();
        let mut end = place.span.end;
        while let Some(start) = scan.list_mark(end) {
            let whole = Span::new(start, segment_end(scan, start));
            let next = found.get(found.partition_point(|next| next.span.start < start));
            if next.is_some_and(|next| next.span.start == start && unit(next) == Some(level)) {
                more.append(&mut names);
                break;
            }
            let language = scan.char_at(start).and_then(Language::of_letter);
            let reading = language.and_then(|language| place_at(whole.of(scan.text), language, Some(level)));
            let Some(reading) = reading.filter(|reading| reading.end == whole.len() && names.len() < UNREAD) else { break };
            names.push(Printed {
                span: whole,
                rule: "place.list_by_letters",
                entries: reading.entries,
                communes: Vec::new(),
                level: place.level,
            });
            end = whole.end;
        }
    }
    more.extend(everyday(scan, found));
    let known = |span: Span| found.binary_search_by_key(&span, |place| place.span).is_ok();
    more.extend(found.iter().filter_map(|place| route(scan, place)).filter(|end| !known(end.span)));
    more.sort_by_key(|name| name.span);
    more.dedup_by_key(|name| name.span);
    found.retain(|place| {
        let next = more.partition_point(|name| name.span.end <= place.span.start);
        more.get(next).is_none_or(|name| !name.span.overlaps(place.span))
    });
    found.append(&mut more);
    found.sort_by_key(|place| place.span);
}

/// The place behind the dash of a route that begins with a known one: a whole word whose letters are a name's without doubt.
fn route(scan: &Scan<'_>, from: &Printed) -> Option<Printed> {
    let dash = scan.skip(from.span.end);
    let sign = scan.char_at(dash).filter(|sign| matches!(sign, '-' | '–'))?;
    from.entries.iter().find_map(|&index| GAZETTEER.entries.get(index)).filter(|entry| entry.level != Level::Country)?;
    let start = scan.skip(dash + sign.len_utf8());
    let name = Span::new(start, start + word_after(scan, start));
    let reading = place_at(name.of(scan.text), scan.char_at(start).and_then(Language::of_letter)?, None)?;
    let whole = reading.end == name.len() && reading.sure;
    whole.then_some(Printed { span: name, rule: "place.route", entries: reading.entries, communes: Vec::new(), level: None })
}

/// Provinces of Thailand that are everyday words, before and behind another province.
fn everyday(scan: &Scan<'_>, found: &[Printed]) -> Vec<Printed> {
    let mut more = Vec::new();
    let province = |place: &&Printed| {
        let entries = || place.entries.iter().filter_map(|&index| GAZETTEER.entries.get(index));
        entries().any(|entry| entry.parent == "th" && entry.level == Level::Province)
    };
    let printed = |span: Span| {
        let index = EVERYDAY.get(span.of(scan.text))?;
        Some(Printed { span, rule: "place.list_of_provinces", entries: vec![*index], communes: Vec::new(), level: None })
    };
    for place in
        found.iter().filter(province).filter(|place| scan.char_at(place.span.start).and_then(Language::of_letter) == Some(Language::Thai))
    {
        let mut end = place.span.end;
        while let Some(start) = scan.list_mark(end).or((scan.char_at(end) == Some(' ')).then_some(end + 1))
            && let Some(name) = printed(Span::new(start, start + word_after(scan, start)))
        {
            end = name.span.end;
            more.push(name);
        }
        let mut start = place.span.start;
        while let Some(end) = matches!(scan.char_before(start), Some(' ' | ',')).then(|| scan.skip_back(start))
            && let end = end - usize::from(scan.char_before(end) == Some(','))
            && let Some(name) = printed(Span::new(end - word_before(scan, end), end))
        {
            start = name.span.start;
            more.push(name);
        }
    }
    more
}

/// The bytes of the letters at a byte, and of those before it.
fn word_after(scan: &Scan<'_>, start: usize) -> usize {
    let rest = scan.within(Span::new(start, (start + 40).min(scan.zone(start).end))).of(scan.text);
    rest.find(|c| Language::of_letter(c).is_none()).unwrap_or(rest.len())
}

fn word_before(scan: &Scan<'_>, end: usize) -> usize {
    let zone = scan.zone(end.saturating_sub(1)).start;
    let head = scan.within(Span::new(end.saturating_sub(40).max(zone), end)).of(scan.text);
    head.rsplit(|c| Language::of_letter(c).is_none()).next().map_or(0, str::len)
}

/// The level of a unit of Vietnam.
fn unit(place: &Printed) -> Option<Level> {
    let entry = place.entries.iter().find_map(|&index| GAZETTEER.entries.get(index)).filter(|entry| entry.id.starts_with("vn."))?;
    matches!(entry.level, Level::Province | Level::District).then_some(entry.level)
}

fn is_native(scan: &Scan<'_>, at: usize) -> bool {
    scan.char_at(at).and_then(Language::of_letter).is_some()
}

/// The byte after the letters and blanks of a part of a list.
fn segment_end(scan: &Scan<'_>, start: usize) -> usize {
    let rest = scan.within(Span::new(start, (start + 90).min(scan.zone(start).end))).of(scan.text);
    let letters = rest.find(|c: char| c != ' ' && Language::of_letter(c).is_none()).unwrap_or(rest.len());
    let letters = rest.get(..letters).unwrap_or_default();
    // "And" stands between blanks.
    let and = letters.match_indices(' ').map(|(at, _)| at).find(|at| scan.list_mark(start + at).is_some());
    start + letters.get(..and.unwrap_or(letters.len())).unwrap_or_default().trim_end_matches(' ').len()
}
