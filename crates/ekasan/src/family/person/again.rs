//! A name found before, again: in full without a title, or its last part behind one.

use std::collections::HashSet;

use memchr::{memchr3_iter, memmem};
use rustc_hash::FxHashMap;

use super::find::Printed;
use crate::family::further;
use crate::family::scan::Scan;
use crate::lang::lexicon::Meaning;
use crate::lang::quoted::said_at;
use crate::lang::words::{is_latin, is_word_end, is_word_start};
use crate::span::Span;

/// Names that are looked for again, and mentions that are looked back at, so that a list of thousands of names costs no square.
const NAMES: usize = 256;
/// Letters of a name that is told by itself.
const FULL: usize = 6;

/// Adds the further mentions of the persons found, and puts all in order.
pub(super) fn again(scan: &Scan<'_>, found: &mut Vec<Printed>) {
    if found.is_empty() {
        return;
    }
    found.sort_by_key(|person| (person.span.start, std::cmp::Reverse(person.span.end)));
    cut_to_given(scan, found);
    let mut more: Vec<Printed> = Vec::new();
    let mut seen = HashSet::new();
    for person in found.iter() {
        let surface = person.span.of(scan.text);
        if seen.len() == NAMES || !seen.insert(surface) || surface.chars().count() < FULL {
            continue;
        }
        // Two words at least, or one that is written without blanks.
        if surface.starts_with(is_latin) && !surface.contains(' ') {
            continue;
        }
        for at in memmem::find_iter(scan.text.as_bytes(), surface).skip(1) {
            let span = Span::new(at, at + surface.len());
            let inside = scan.zone(at).covers(span) && !scan.zone(at).is_empty();
            if inside && is_word_start(scan.text, at) && is_word_end(scan.text, span.end) && !beside_latin(scan, span) {
                more.push(Printed { span, rule: "person.repeated", same: Some(person.span), ..person.clone() });
            }
        }
    }
    let title = |m: &'static Meaning| matches!(m, Meaning::Title(_)).then_some(());
    for hit in scan.hits.iter().filter(|hit| hit.find(title).is_some()) {
        let start = scan.skip(hit.span.end);
        let Some(word) = word_at(scan, start).filter(|_| start - hit.span.end <= 1) else { continue };
        let before = found.partition_point(|person| person.span.end <= hit.span.start);
        let mut earlier = found.iter().take(before).rev().take(NAMES);
        if let Some((person, span)) = earlier.find_map(|person| Some((person, short_name(scan, person, word)?))) {
            more.push(Printed { span, rule: "person.short", same: Some(person.span), ..person.clone() });
        }
    }
    more.extend(quoted(scan, found));
    further::add(found, more, |person| person.span);
}

/// Letters of what is too long for a surname that the page prints otherwise.
const CLAUSE: usize = 12;

/// Behind a given name that the page has with its surname before, a long second word in Lao or Thai begins a clause:
/// `น.ส.รัชนี ใจดี … น.ส.รัชนี |ลาออกก่อนครบวาระ`.
fn cut_to_given(scan: &Scan<'_>, found: &mut [Printed]) {
    let mut full: FxHashMap<&str, Span> = FxHashMap::default();
    for person in found.iter_mut().filter(|person| !person.latin && !person.vietnamese) {
        let Some((given, surname)) = person.span.of(scan.text).split_once(' ') else { continue };
        match full.get(given) {
            None => {
                full.insert(given, person.span);
            }
            Some(first) => {
                let other = !first.of(scan.text).ends_with(surname);
                if other && surname.chars().count() >= CLAUSE {
                    let span = Span::new(person.span.start, person.span.start + given.len());
                    *person = Printed { span, rule: "person.short", same: Some(*first), ..person.clone() };
                }
            }
        }
    }
}

/// A given name alone in quotation marks, as headlines of Thailand print it, of one person named in full anywhere on the page: “สุดาวรรณ” เผย….
fn quoted(scan: &Scan<'_>, found: &[Printed]) -> Vec<Printed> {
    let mut given: FxHashMap<&str, Option<&Printed>> = FxHashMap::default();
    for person in found.iter().filter(|person| !person.latin) {
        let Some((first, last)) = person.span.of(scan.text).split_once(' ') else { continue };
        let one = given.entry(first).or_insert(Some(person));
        // Two persons of one given name: neither is the one meant.
        if one.is_some_and(|one| one.span.of(scan.text).split_once(' ').is_none_or(|(_, other)| other != last)) {
            *one = None;
        }
    }
    if given.is_empty() {
        return Vec::new();
    }
    // The curved marks begin with one byte, which no letter of Lao or Thai has.
    let [curved, ..] = *"“".as_bytes() else { return Vec::new() };
    let opened = memchr3_iter(b'"', b'\'', curved, scan.text.as_bytes()).filter_map(|at| {
        let mark = scan.char_at(at)?;
        let word = word_at(scan, at + mark.len_utf8())?;
        let close = matches!((mark, scan.char_at(word.end)?), ('“', '”' | '"') | ('"', '"' | '”') | ('‘', '’') | ('\'', '\''));
        let person = (*given.get(word.of(scan.text))?).filter(|_| close)?;
        Some(Printed { span: word, rule: "person.quoted", same: Some(person.span), ..person.clone() })
    });
    opened.filter(|person| scan.zone(person.span.start).covers(person.span)).collect()
}

/// The part of a word that is the given name of a person found before: อนุชา|ฯ, อนุชา|กล่าว.
fn short_name(scan: &Scan<'_>, person: &Printed, word: Span) -> Option<Span> {
    let name = person.span.of(scan.text);
    if is_last_part(name, word.of(scan.text)) {
        return Some(word);
    }
    let (first, _) = name.split_once(' ').filter(|_| !person.latin)?;
    let rest = word.of(scan.text).strip_prefix(first)?;
    let end = word.start + first.len();
    (rest == "ฯ" || said_at(scan.text, end).is_some()).then(|| Span::new(word.start, end))
}

/// Whether a capitalised word stands right before or after, so that the name may be a longer one.
fn beside_latin(scan: &Scan<'_>, span: Span) -> bool {
    let next = scan.text.get(span.end..).and_then(|rest| rest.strip_prefix(' ')).and_then(|rest| rest.chars().next());
    span.of(scan.text).starts_with(is_latin) && next.is_some_and(|c| is_latin(c) && c.is_uppercase())
}

/// The word at a byte: letters of one kind.
fn word_at(scan: &Scan<'_>, start: usize) -> Option<Span> {
    let rest = scan.within(Span::new(start, (start + 60).min(scan.zone(start).end))).of(scan.text);
    let first = rest.chars().next()?;
    let belongs = |c: char| {
        if is_latin(first) { is_latin(c) } else { matches!(c, '\u{e01}'..='\u{e4e}' | '\u{e81}'..='\u{ecd}' | '\u{edc}'..='\u{edf}') }
    };
    let end = rest.find(|c: char| !belongs(c)).unwrap_or(rest.len());
    (end > 0 && belongs(first) && (!is_latin(first) || first.is_uppercase())).then(|| Span::new(start, start + end))
}

/// Whether a word is the given name of a full one: its last word, or the end of a name written in one.
fn is_last_part(name: &str, word: &str) -> bool {
    match name.rsplit_once(' ') {
        Some((_, last)) => last == word || (name.split(' ').next() == Some(word) && !name.starts_with(is_latin)),
        None => {
            word.chars().count() >= 3 && name.len() > word.len() && name.ends_with(word) && is_word_start(name, name.len() - word.len())
        }
    }
}
