//! Places as printed: known spellings, with the words that say their level.

use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::calendar::Calendar;
use crate::lang::gazetteer::{COUNTRIES, GAZETTEER};
use crate::lang::level::LEVELS;
use crate::lang::lexicon::Meaning;
use crate::lang::words::{is_latin, is_word_end};
use crate::name::place_at;
use crate::span::Span;

use super::Level;

/// A place as printed, with the places that it may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    pub(crate) span: Span,
    pub(crate) rule: &'static str,
    /// Indices into the gazetteer.
    pub(crate) entries: Vec<usize>,
    /// The word for its level before it.
    pub(crate) level: Option<(Level, Span)>,
}

/// A country's name as short as ไทย, in bytes, ends many words that have nothing to do with it.
const SHORT: usize = 9;

/// Finds all places, in order.
pub(crate) fn find(scan: &Scan<'_>) -> Vec<Printed> {
    let mut found: Vec<Printed> = Vec::new();
    for hit in &scan.hits {
        let entries: Vec<usize> =
            hit.meanings().iter().filter_map(|m| if let Meaning::Place(index) = m { Some(*index) } else { None }).collect();
        if entries.is_empty() {
            if hit.find(|m| matches!(m, Meaning::Level).then_some(())).is_some() {
                by_letters(scan, hit.span, &mut found);
            }
            // A country inside a body's name: ພັກກອມມູນິດຫວຽດນາມ.
            if hit.find(|m| matches!(m, Meaning::Body(_)).then_some(())).is_some()
                && let Some((start, index)) =
                    COUNTRIES.before(scan.text, hit.span.end).filter(|(start, _)| *start > hit.span.start && hit.span.end - start > SHORT)
            {
                found.push(Printed { span: Span::new(start, hit.span.end), rule: "place.in_body", entries: vec![*index], level: None });
            }
            continue;
        }
        let level =
            scan.word_before(&LEVELS, hit.span.start).map(|(start, level)| (*level, Span::new(start, scan.skip_back(hit.span.start))));
        let listed = found.last().is_some_and(|last| last.level.is_some() && in_list(scan, last.span.end, hit.span.start));
        // Units below the province are often named like ordinary words and people: only beside a word for their level, or in a list.
        let high = entries
            .iter()
            .any(|&index| GAZETTEER.entries.get(index).is_some_and(|entry| matches!(entry.level, Level::Country | Level::Province)));
        let latin = hit.span.of(scan.text).chars().next().is_some_and(is_latin);
        let capital = hit.span.of(scan.text).chars().next().is_some_and(char::is_uppercase);
        if latin && !capital {
            continue;
        }
        if !high && level.is_none() && !listed {
            continue;
        }
        let level = level.or_else(|| if listed { found.last().and_then(|last| last.level) } else { None });
        found.push(Printed { span: hit.span, rule: if listed { "place.list" } else { "place.spelling" }, entries, level });
    }
    found
}

/// Places behind a word for their level that no spelling of the table is, read by their letters; a list goes on.
fn by_letters(scan: &Scan<'_>, word: Span, found: &mut Vec<Printed>) {
    let Some((_, level)) = LEVELS.at(scan.text, word.start) else { return };
    let mut at = scan.skip(word.end);
    let mut rule = "place.by_letters";
    while scan.hits_in(Span::new(at, at + 1)).next().is_none() && scan.hit_at(at, |_| Some(())).is_none() {
        let rest = scan.within(Span::new(at, (at + 120).min(scan.zone(word.start).end)));
        let Some(language) = scan.char_at(at).and_then(Language::of_letter) else { return };
        let Some(reading) = place_at(rest.of(scan.text), language) else { return };
        let span = Span::new(at, at + reading.end);
        // In running letters only a name that is written without any doubt ends before the word does.
        let ends = scan.char_at(span.end).is_none_or(|c| Language::of_letter(c).is_none());
        if !is_word_end(scan.text, span.end) || !(ends || reading.sure) {
            return;
        }
        found.push(Printed { span, rule, entries: reading.entries, level: Some((*level, word)) });
        let next = match scan.calendar(span.end) {
            Some((end, Calendar::And)) => scan.skip(end),
            _ if scan.char_at(scan.skip(span.end)) == Some(',') => scan.skip(scan.skip(span.end) + 1),
            _ => return,
        };
        at = next;
        rule = "place.list_by_letters";
    }
}

/// Whether a list goes on between two places.
fn in_list(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    let gap = Span::new(from, to).of(scan.text).trim();
    matches!(gap, "," | "ແລະ" | "และ" | "và" | "" | ", ແລະ" | "-" | "–")
}
