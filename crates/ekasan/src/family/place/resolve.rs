//! Which place is meant, and what it is today.

use std::collections::HashSet;

use super::find::Printed;
use super::parent::{OF_PAGE, OF_PROVINCE, PARENT};
use super::{Level, Place};
use crate::document::{Code, Evidence, Record};
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::gazetteer::{COUNTRIES, Commune, Entry, GAZETTEER, TRAPS, is_spelling, named};
use crate::lang::letter_case::capital;
use crate::lang::level::{LEVELS, SHORT_LEVELS, is_city};
use crate::span::Span;

/// Gives every printed place its value.
pub(crate) fn resolve(scan: &Scan<'_>, found: &[Printed]) -> Vec<Record<Place>> {
    let provinces: HashSet<&'static str> = found
        .iter()
        .flat_map(|printed| &printed.entries)
        .filter_map(|&index| GAZETTEER.entries.get(index))
        .filter(|entry| entry.level == Level::Province)
        .map(|entry| entry.id)
        .collect();
    found
        .iter()
        .map(|printed| {
            let mut entries: Vec<&Entry> = printed.entries.iter().filter_map(|&index| GAZETTEER.entries.get(index)).collect();
            // ເມືອງ|ດົງຟູ: a spelling of one unit is one of all that bear the name.
            let below = |entry: &&Entry| matches!(entry.level, Level::District | Level::Commune | Level::Other);
            let other = |level: Level| entries.iter().all(|entry| below(entry) && entry.level != level);
            if let Some((level, _)) = printed.level.filter(|(level, _)| other(*level)) {
                let names: Vec<&str> = entries.iter().map(|entry| entry.name).collect();
                entries.extend(names.into_iter().flat_map(named).filter(|entry| entry.level == level));
            }
            // The word for the level decides, then a province of this page, then the higher unit.
            entries.sort_by_key(|entry| {
                let said = printed.level.is_some_and(|(level, _)| level == entry.level);
                let high = matches!(entry.level, Level::Country | Level::Province);
                (!said, !high, !provinces.contains(entry.parent), rank(entry.level), !entry.to.is_empty())
            });
            let Some((first, rest)) = entries.split_first() else {
                return if printed.communes.is_empty() { as_printed(scan, printed) } else { commune(scan, printed, &provinces) };
            };
            let mut evidence: Vec<Evidence> = printed.level.iter().map(|(_, span)| Evidence::new("level_word", *span)).collect();
            if (!rest.is_empty() || printed.rule == OF_PAGE) && provinces.contains(first.parent) {
                evidence.push(Evidence::new("province_of_page", Default::default()));
            }
            Record {
                span: bare(scan, printed.span, first),
                block: scan.block(printed.span.start),
                rule: Code::from(printed.rule),
                value: Some(at_level(scan, first, printed)),
                readings: rest.iter().map(|entry| place(entry)).collect(),
                evidence,
            }
        })
        .collect()
}

/// A place without the words before its name: ສປປ |ລາວ, ແຂວງ|ວຽງຈັນ. What would be another thing without them keeps them.
fn bare(scan: &Scan<'_>, span: Span, entry: &Entry) -> Span {
    if entry.level == Level::Country {
        let starts: Vec<usize> =
            COUNTRIES.all_before(scan.text, span.end).map(|(start, _)| start).filter(|start| *start >= span.start).collect();
        // ຫວຽດນາມ is no ຫ before ວຽດນາມ.
        let letter = |start: usize| scan.char_before(start).map_or(0, char::len_utf8);
        let words = starts.iter().copied().filter(|&start| start == span.start || !starts.contains(&(start - letter(start)))).max();
        return Span::new(words.unwrap_or(span.start), span.end);
    }
    // เมืองกระบี่ is the district, กระบี่ the province.
    let Some((end, _)) = LEVELS.at(scan.text, span.start).filter(|(end, _)| *end < span.end && !entry.id.is_empty()) else { return span };
    let rest = Span::new(end + usize::from(scan.char_at(end) == Some(' ')), span.end);
    // ນະຄອນຫຼວງວຽງຈັນ is no ແຂວງວຽງຈັນ.
    if entry.shares_its_name() {
        return span;
    }
    // A name that is an everyday word is told by its word for the level, and is a name all the same.
    let everyday = || TRAPS.at(scan.text, rest.start).is_some_and(|(end, _)| end == rest.end);
    if is_spelling(rest.of(scan.text)) || everyday() { rest } else { span }
}

/// A commune by its letters: of the names that they allow, one of a province of this page, else the likeliest.
fn commune(scan: &Scan<'_>, printed: &Printed, provinces: &HashSet<&'static str>) -> Record<Place> {
    let level = printed.level.map_or(Level::Commune, |(level, _)| level);
    let mut names: Vec<&Commune> = printed.communes.clone();
    let here = |commune: &Commune| commune.provinces.iter().any(|id| provinces.contains(id.as_str()));
    names.sort_by_key(|commune| !here(commune));
    let value = |commune: &&Commune| Place { name: commune.name.to_owned(), level, code: None, now: Vec::new() };
    let mut evidence: Vec<Evidence> = printed.level.iter().map(|(_, word)| Evidence::new("level_word", *word)).collect();
    if names.first().is_some_and(|first| here(first)) {
        evidence.push(Evidence::new("province_of_page", Default::default()));
    }
    Record {
        span: printed.span,
        block: scan.block(printed.span.start),
        rule: Code::from(printed.rule),
        value: names.first().map(value),
        readings: names.iter().skip(1).map(value).collect(),
        evidence,
    }
}

/// A unit that the gazetteer does not have: its name as printed, its level as said.
fn as_printed(scan: &Scan<'_>, printed: &Printed) -> Record<Place> {
    let (level, word) = printed.level.unwrap_or((Level::Other, printed.span));
    // Q.3 is Quận 3.
    let number = printed.span.of(scan.text).strip_prefix(word.of(scan.text));
    let short = number.zip(SHORT_LEVELS.at(scan.text, word.start)).map(|(number, (_, whole))| format!("{} {number}", capital(whole)));
    // Định thành: each word of a name has its capital.
    let name = short.unwrap_or_else(|| printed.span.of(scan.text).split(' ').map(capital).collect::<Vec<_>>().join(" "));
    Record {
        span: printed.span,
        block: scan.block(printed.span.start),
        rule: Code::from(printed.rule),
        value: Some(Place { name, level, code: None, now: Vec::new() }),
        readings: Vec::new(),
        evidence: vec![Evidence::new(if matches!(printed.rule, PARENT | OF_PROVINCE) { "in_brackets" } else { "level_word" }, word)],
    }
}

/// A place at the level that the text says: a commune may bear the name of a district, or of a former province of Vietnam.
fn at_level(scan: &Scan<'_>, entry: &Entry, printed: &Printed) -> Place {
    let place = place(entry);
    // Thành phố Bắc Ninh is the capital of the province.
    let city = |(level, word): (Level, Span)| level == Level::District || is_city(word.of(scan.text));
    if entry.has_a_capital_of_its_name() && printed.level.is_some_and(city) {
        return Place { level: Level::District, code: None, now: Vec::new(), ..place };
    }
    let Some((Level::Commune, word)) = printed.level else { return place };
    // In Thai the word for a ward, แขวง, is also the one for a province of Laos.
    let thai = scan.char_at(word.start).and_then(Language::of_letter) == Some(Language::Thai);
    let vietnamese = place.code.as_deref().is_some_and(|code| code.starts_with("VN-"));
    match place.level {
        Level::District | Level::Other => {}
        Level::Province if vietnamese && !thai => {}
        _ => return place,
    }
    Place { level: Level::Commune, code: None, now: Vec::new(), ..place }
}

const fn rank(level: Level) -> u8 {
    match level {
        Level::Country => 0,
        Level::Province => 1,
        Level::District => 2,
        Level::Commune => 3,
        Level::Other => 4,
    }
}

fn place(entry: &Entry) -> Place {
    let now = entry.now.iter().filter(|id| **id != entry.id).filter_map(|id| GAZETTEER.get(id)).map(|unit| unit.name.to_owned());
    Place {
        name: entry.name.to_owned(),
        level: entry.level,
        code: (!entry.code.is_empty()).then(|| entry.code.to_owned()),
        now: now.collect(),
    }
}
