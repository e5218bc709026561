//! Units known by the unit to which they belong: beside it, in brackets, or named elsewhere on the page.

use std::collections::HashSet;

use super::Level;
use super::behind::{GLOSSED, capital_words};
use super::find::Printed;
use crate::family::further;
use crate::family::scan::Scan;
use crate::lang::gazetteer::{GAZETTEER, LOCATIVES, commune_named, is_commune_of};
use crate::lang::lexicon::Meaning;
use crate::lang::words::{is_latin, is_word_start};
use crate::span::Span;

/// The rule of a commune known by its province in brackets behind it, and of a district known by its province elsewhere on the page.
pub(super) const OF_PROVINCE: &str = "place.of_province";
pub(super) const OF_PAGE: &str = "place.of_page";

/// The rule of a unit that stands in brackets behind one that belongs to it, and is known by that alone.
pub(super) const PARENT: &str = "place.parent";

/// The byte after the district in brackets to which the commune before it belongs: `Đại Sơn (Đại Lộc), Ninh Phước (Nông Sơn)`. A province
/// would be known.
pub(super) fn behind_parent(scan: &Scan<'_>, end: usize, found: &mut Vec<Printed>) -> Option<usize> {
    let open = scan.skip(end);
    let start = (scan.char_at(open) == Some('(')).then_some(open + 1)?;
    let (end, words) = capital_words(scan, start);
    (words > 0 && scan.char_at(end) == Some(')')).then_some(())?;
    // One that the gazetteer knows is found by its spelling.
    let known = scan.hit_at(start, |m| matches!(m, Meaning::Place(_)).then_some(())).is_some_and(|(span, ())| span.end >= end);
    if !known {
        let level = Some((Level::District, Span::new(open, end + 1)));
        found.push(Printed { span: Span::new(start, end), rule: PARENT, entries: Vec::new(), communes: Vec::new(), level });
    }
    Some(end + 1)
}

/// The commune whose name stands before the province in brackets to which it belongs: `Sơn Thành Đông (Đắk Lắk)`.
pub(super) fn before_province(scan: &Scan<'_>, province: Span, entries: &[usize]) -> Option<Printed> {
    let open = province.start.checked_sub(1).filter(|open| scan.char_at(*open) == Some('('))?;
    let end = scan.skip_back(open);
    let from = scan.within(Span::new(scan.zone(end).start.max(end.saturating_sub(GLOSSED)), end));
    let starts = from.of(scan.text).char_indices().map(|(at, _)| from.start + at).filter(|at| is_word_start(scan.text, *at));
    let ids: Vec<&str> = entries.iter().filter_map(|&index| GAZETTEER.entries.get(index)).map(|entry| entry.id).collect();
    let names = starts.map(|start| Span::new(start, end)).filter(|name| capital_words(scan, name.start).0 == end);
    let name = names.filter(|name| name.of(scan.text).contains(' ')).find(|name| is_commune_of(name.of(scan.text), &ids))?;
    let level = Some((Level::Commune, Span::new(open, province.end + 1)));
    Some(Printed { span: name, rule: OF_PROVINCE, entries: Vec::new(), communes: Vec::new(), level })
}

/// Whether the province to which a unit belongs stands right behind it: `Nga Sơn, Thanh Hóa`, `ກະລຶມ (ເຊກອງ)`.
pub(super) fn before_parent(scan: &Scan<'_>, unit: Span, entries: &[usize]) -> bool {
    let at = scan.skip(unit.end);
    let Some('(' | ',') = scan.char_at(at) else { return false };
    let Some((_, parent)) = scan.hit_at(scan.skip(at + 1), |m| m.place().filter(|place| place.level == Level::Province)) else {
        return false;
    };
    entries.iter().filter_map(|&index| GAZETTEER.entries.get(index)).any(|entry| entry.belongs_to(parent.id))
}

/// Districts of Vietnam by their bare names behind "at" or "from", before a number of their own, or in a list with such, on a page that names their
/// province.
pub(super) fn of_page(scan: &Scan<'_>, found: &mut Vec<Printed>) {
    let named = found.iter().flat_map(|place| &place.entries).filter_map(|&index| GAZETTEER.entries.get(index));
    let provinces: HashSet<&str> = named.filter(|entry| entry.level == Level::Province).map(|entry| entry.id).collect();
    let here = |index: &usize| {
        let district = GAZETTEER.entries.get(*index).filter(|entry| entry.id.starts_with("vn.") && entry.level == Level::District);
        district.is_some_and(|entry| provinces.iter().any(|province| entry.belongs_to(province)))
    };
    let mut more = Vec::new();
    for hit in scan.hits.iter().filter(|hit| hit.span.of(scan.text).starts_with(is_latin)) {
        let name = hit.span.of(scan.text);
        let whole = name.contains(' ')
            && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
            && !(scan.char_at(hit.span.end) == Some(' ') && scan.char_at(hit.span.end + 1).is_some_and(char::is_uppercase));
        let listed = more.last().is_some_and(|last: &Printed| scan.list_mark(last.span.end) == Some(hit.span.start));
        let counted = || {
            let opens = matches!(scan.char_before(scan.skip_back(hit.span.start)), Some(',' | ':' | ';' | '('));
            opens && scan.char_at(hit.span.end) == Some(' ') && scan.figure_at_any(hit.span.end + 1)
        };
        if !whole || !listed && scan.word_before(&LOCATIVES, hit.span.start).is_none() && !counted() {
            continue;
        }
        let places = hit.meanings().iter().filter_map(|m| if let Meaning::Place(index) = m { Some(*index) } else { None });
        let entries: Vec<usize> = places.filter(here).collect();
        if !entries.is_empty() {
            more.push(Printed { span: hit.span, rule: OF_PAGE, entries, communes: Vec::new(), level: None });
        }
    }
    communes(scan, &provinces, &mut more);
    if !more.is_empty() {
        further::add(found, more, |place| place.span);
    }
}

/// Communes of a province that the page names, by their bare names behind "at" or "from"; a list or a route goes on.
fn communes(scan: &Scan<'_>, provinces: &HashSet<&str>, more: &mut Vec<Printed>) {
    let here: Vec<&str> = provinces.iter().copied().filter(|id| id.starts_with("vn.")).collect();
    if here.is_empty() {
        return;
    }
    for (_, zone) in &scan.zones {
        let text = zone.of(scan.text);
        let capitals = memchr::memchr_iter(b' ', text.as_bytes()).map(|blank| zone.start + blank + 1);
        for start in capitals.filter(|&at| scan.char_at(at).is_some_and(char::is_uppercase)) {
            if !scan.word_before(&LOCATIVES, start).is_some_and(|(_, commune)| *commune) {
                continue;
            }
            let mut next = Some(start);
            while let Some(name) = next.and_then(|start| bare_commune(scan, start, &here)) {
                let end = name.span.end;
                more.push(name);
                let dash = [" - ", " – "].iter().find(|dash| scan.text.get(end..).is_some_and(|rest| rest.starts_with(**dash)));
                next = scan.list_mark(end).or_else(|| dash.map(|dash| end + dash.len()));
            }
        }
    }
}

/// Two words with capitals and no more that are the name of a commune of some provinces.
fn bare_commune(scan: &Scan<'_>, start: usize, provinces: &[&str]) -> Option<Printed> {
    let (end, words) = capital_words(scan, start);
    let name = Span::new(start, end);
    let letters = name.of(scan.text);
    let known = scan.hit_at(start, |_| Some(())).is_some();
    let commune = commune_named(letters).filter(|_| (2..=3).contains(&words) && !known && is_commune_of(letters, provinces))?;
    Some(Printed { span: name, rule: OF_PAGE, entries: Vec::new(), communes: vec![commune], level: None })
}
