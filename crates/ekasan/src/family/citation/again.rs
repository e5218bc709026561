//! A document spoken of again without its number: `Nghị quyết này`, `ມະຕິດັ່ງກ່າວ`, `กฎหมายฉบับนี้`.
//!
//! Such words are no mention, since they name no document; they are evidence of the citation to which they refer. Linked is only what the
//! nearest word of that type before them cites, and cites alone: a wrong link is worse than none.

use rustc_hash::FxHashMap;

use super::Citation;
use super::find::Printed;
use super::signing::ends_sentence;
use crate::document::{Evidence, Record};
use crate::family::scan::Scan;
use crate::lang::body::PLURALS;
use crate::lang::cited::{BACK_REFERENCES, TYPE_WORDS};
use crate::lang::words::is_word_start;
use crate::span::Span;

/// How far behind a citation the words may stand that refer to it, in bytes.
const FAR: usize = 3000;

/// What the last word of a type spoke of.
#[derive(Clone, Copy)]
enum Last {
    /// The document of this record.
    One(usize),
    /// Several documents in one sentence, or one without its number.
    Unclear,
}

/// Ties the words that refer back to a document to its citation.
pub(super) fn again(scan: &Scan<'_>, found: &[Printed], records: &mut [Record<Citation>]) {
    let Some(first) = found.first() else { return };
    let mut last: FxHashMap<&str, (usize, Last)> = FxHashMap::default();
    let mut at = first.begins();
    let mut next = 0;
    // Farther behind a citation nothing refers to it.
    let mut far = 0;
    while at < scan.text.len() {
        if at > far {
            let Some(printed) = found.get(next) else { return };
            at = at.max(printed.begins());
        }
        if let Some(printed) = found.get(next).filter(|printed| printed.begins() <= at) {
            let keys = keys(scan, printed);
            let other = |key: &&str| match last.get(key) {
                Some(&(end, Last::One(index))) => {
                    !ends_sentence(Span::new(end, printed.begins().max(end)).of(scan.text)) && !same(records, index, next)
                }
                Some(&(end, Last::Unclear)) => scan.list_mark(end).is_some(),
                None => false,
            };
            let spoken = if keys.iter().any(other) { Last::Unclear } else { Last::One(next) };
            last.extend(keys.into_iter().map(|key| (key, (printed.span.end, spoken))));
            at = at.max(printed.span.end);
            far = at + FAR;
            next += 1;
            continue;
        }
        let Some((end, symbols)) = TYPE_WORDS.at(scan.text, at).filter(|_| is_word_start(scan.text, at)) else {
            at += scan.char_at(at).map_or(1, char::len_utf8);
            continue;
        };
        // The word of the next citation is spoken of with it.
        if found.get(next).is_some_and(|printed| printed.begins() < end) {
            at = found.get(next).map_or(end, Printed::begins);
            continue;
        }
        let word = Span::new(at, end);
        let back = back_reference(scan, word).filter(|_| scan.word_before(&PLURALS, at).is_none());
        let keys = symbols.split('|').filter(|symbol| !symbol.is_empty()).chain([word.of(scan.text)]);
        let nearest = keys.clone().filter_map(|key| last.get(key)).max_by_key(|(end, _)| *end).copied();
        match (back, nearest) {
            (Some(back), Some((end, Last::One(index)))) if at - end.min(at) <= FAR => {
                if let Some(record) = records.get_mut(index) {
                    record.evidence.push(Evidence::new("back_reference", back));
                }
            }
            (Some(_), _) => {}
            // Another document of the type, which has no number here.
            (None, _) => last.extend(keys.map(|key| (key, (end, Last::Unclear)))),
        }
        at = end;
    }
}

/// The words that refer back, the type's included.
fn back_reference(scan: &Scan<'_>, word: Span) -> Option<Span> {
    let zone = scan.zone(word.start);
    let (end, only_at_end) = scan.word(&BACK_REFERENCES, word.end)?;
    let ends = || scan.char_at(end).is_none_or(|c| matches!(c, '.' | ',' | ';' | ':' | ')' | '\n'));
    (zone.covers(Span::new(word.start, end)) && (!only_at_end || ends())).then_some(Span::new(word.start, end))
}

/// By what a citation can be spoken of again: the type in its symbol and the word before it, or the symbols that this word stands for.
fn keys<'t>(scan: &Scan<'t>, printed: &'t Printed) -> Vec<&'t str> {
    let word = printed.word.map(|(_, span)| span.of(scan.text));
    let kinds = match (&printed.kind, printed.word) {
        (Some(kind), _) => kind.as_str(),
        (None, word) => word.map_or("", |(symbols, _)| symbols),
    };
    kinds.split('|').filter(|kind| !kind.is_empty()).chain(word).collect()
}

/// Whether two records cite one document.
fn same(records: &[Record<Citation>], one: usize, other: usize) -> bool {
    let value = |index: usize| records.get(index).and_then(|record| record.value.as_ref());
    let key = |citation: &Citation| (citation.number.clone(), citation.symbol.clone(), citation.year);
    value(one).map(key) == value(other).map(key)
}
