//! Places as printed: known spellings, with the words that say their level.

use std::collections::HashSet;

use super::Level;
use crate::family::organization;
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::body::BODIES;
use crate::lang::gazetteer::{COUNTRIES, GAZETTEER, LEVEL_PLACES, PLACE_BARS, THAI_DISTRICTS, TRAPS, communes_without_marks, is_commune};
use crate::lang::level::LEVELS;
use crate::lang::lexicon::Meaning;
use crate::lang::people::is_family_name;
use crate::lang::words::{is_latin, is_word_end};
use crate::name::{commune_at, place_at};
use crate::span::Span;

/// A place as printed, with the places that it may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    pub(crate) span: Span,
    pub(crate) rule: &'static str,
    /// Indices into the gazetteer.
    pub(crate) entries: Vec<usize>,
    /// Indices into the names of communes.
    pub(crate) communes: Vec<usize>,
    /// The word for its level before it.
    pub(crate) level: Option<(Level, Span)>,
}

/// Finds all places, in order.
pub(crate) fn find(scan: &Scan<'_>) -> Vec<Printed> {
    let mut found: Vec<Printed> = Vec::new();
    let mut trapped: Vec<(Span, usize)> = Vec::new();
    for hit in &scan.hits {
        let entries: Vec<usize> =
            hit.meanings().iter().filter_map(|m| if let Meaning::Place(index) = m { Some(*index) } else { None }).collect();
        if entries.is_empty() {
            if found.last().is_some_and(|last| hit.span.start < last.span.end) {
                continue;
            }
            if hit.find(|m| matches!(m, Meaning::Level).then_some(())).is_some() {
                districts_of_thailand(scan, hit.span, &mut found);
                by_letters(scan, hit.span, &mut found);
                capitals(scan, hit.span, &mut found);
                without_marks(scan, hit.span, &mut found);
            } else if let Some((start, index)) = LEVEL_PLACES.before(scan.text, hit.span.end).filter(|(start, _)| *start > hit.span.start) {
                found.push(in_body(Span::new(start, hit.span.end), *index));
            } else if let Some((start, _)) = LEVELS.before(scan.text, hit.span.end) {
                // The word for the level ends a longer word: คณะผู้แทนรัฐสภา|นคร|โฮจิมินห์, Đảng ủy |xã| Tân Phúc.
                if let Some((end, index)) = LEVEL_PLACES.at(scan.text, start).filter(|(end, _)| *end > hit.span.end) {
                    found.push(in_body(Span::new(start, end), *index));
                } else {
                    capitals(scan, Span::new(start, hit.span.end), &mut found);
                }
            }
            if let Some((_, Some(country))) = TRAPS.at(scan.text, hit.span.start).filter(|(end, _)| *end == hit.span.end) {
                trapped.push((hit.span, *country));
            }
            // A country inside a body's name: ພັກກອມມູນິດຫວຽດນາມ.
            if hit.find(|m| matches!(m, Meaning::Body(_)).then_some(())).is_some()
                && let Some((start, index)) = COUNTRIES
                    .before(scan.text, hit.span.end)
                    .filter(|(start, _)| *start > hit.span.start && TRAPS.before(scan.text, hit.span.end).is_none())
            {
                found.push(in_body(Span::new(start, hit.span.end), *index));
            }
            continue;
        }
        // Behind a body of a district, a place is its: ສູນການເມືອງ ກ່າມຈຽງ.
        let of_body = || {
            let before = scan.hit_before(scan.skip_back(hit.span.start)).filter(|_| scan.char_before(hit.span.start) == Some(' '))?;
            let body = before.find(|m| if let Meaning::Body(index) = m { BODIES.get(*index) } else { None })?;
            let level = match body.level {
                _ if body.kind == "political_center" => Level::District,
                organization::Level::District => Level::District,
                organization::Level::Commune => Level::Commune,
                _ => return None,
            };
            Some((level, before.span))
        };
        let level = scan.level_before(hit.span.start).map(|(start, level)| (level, Span::new(start, scan.skip_back(hit.span.start))));
        let level = level.or_else(of_body);
        // Quận 1: the level word is part of the name.
        let level = level.or_else(|| {
            let own = LEVELS.at(scan.text, hit.span.start).filter(|(end, _)| *end < hit.span.end);
            own.map(|(end, level)| (*level, Span::new(hit.span.start, end)))
        });
        // A short name of Laos is told by its level word and by what ends it: ເມືອງລອງ is no ເມືອງ ລອງຊວຽນ.
        let own = LEVELS.at(scan.text, hit.span.start).is_some_and(|(end, _)| end < hit.span.end);
        let goes_on = scan.char_at(hit.span.end).and_then(Language::of_letter) == Some(Language::Lao);
        let below = entries.iter().all(|&index| GAZETTEER.entries.get(index).is_some_and(|entry| entry.level == Level::District));
        if (own || level.is_none())
            && goes_on
            && below
            && LEVELS.at(scan.text, hit.span.end).is_none()
            && !scan.is_function_word(hit.span.end)
        {
            continue;
        }
        let listed = found.last().is_some_and(|last| last.level.is_some() && in_list(scan, last.span.end, hit.span.start));
        // Units below the province are often named like ordinary words and people: only beside a word for their level, or in a list.
        let high = entries
            .iter()
            .any(|&index| GAZETTEER.entries.get(index).is_some_and(|entry| matches!(entry.level, Level::Country | Level::Province)));
        let latin = hit.span.of(scan.text).chars().next().is_some_and(is_latin);
        let capital = hit.span.of(scan.text).contains(char::is_uppercase);
        if scan.word_before(&PLACE_BARS, hit.span.start).is_some()
            || (latin && !capital)
            || found.last().is_some_and(|last| hit.span.start < last.span.end)
        {
            continue;
        }
        if (!high && level.is_none() && !listed) || scan.word_before(&PLACE_BARS, hit.span.start).is_some() {
            continue;
        }
        let level = level.or_else(|| if listed { found.last().and_then(|last| last.level) } else { None });
        found.push(Printed {
            span: hit.span,
            rule: if listed { "place.list" } else { "place.spelling" },
            entries,
            communes: Vec::new(),
            level,
        });
    }
    release(scan, trapped, &mut found);
    found
}

/// Traps that are the country after all, as the page names it elsewhere.
fn release(scan: &Scan<'_>, trapped: Vec<(Span, usize)>, found: &mut Vec<Printed>) {
    let named: HashSet<usize> = found.iter().flat_map(|printed| &printed.entries).copied().collect();
    let before = found.len();
    for (trap, country) in trapped.into_iter().filter(|(_, country)| named.contains(country)) {
        if let Some((start, _)) = COUNTRIES.before(scan.text, trap.end).filter(|(start, _)| *start > trap.start) {
            let span = Span::new(start, trap.end);
            found.push(Printed { span, rule: "place.of_country", entries: vec![country], communes: Vec::new(), level: None });
        }
    }
    if found.len() > before {
        found.sort_by_key(|printed| printed.span);
    }
}

/// A place inside a body's name.
fn in_body(span: Span, index: usize) -> Printed {
    Printed { span, rule: "place.in_body", entries: vec![index], communes: Vec::new(), level: None }
}

/// Units of Vietnam named by capitalised words behind the word for their level: xã Tân Phúc, quận 3; a list goes on.
fn capitals(scan: &Scan<'_>, word: Span, found: &mut Vec<Printed>) {
    let Some((_, level)) = LEVELS.at(scan.text, word.start) else { return };
    if !matches!(level, Level::District | Level::Commune)
        || !scan.char_at(word.start).is_some_and(is_latin)
        || scan.char_at(word.end) != Some(' ')
    {
        return;
    }
    let level = Some((*level, word));
    let mut at = word.end + 1;
    let mut rule = "place.capitals";
    loop {
        let (end, words) = capital_words(scan, at);
        // A place of the gazetteer that is at least as long is found by its spelling.
        let listed = scan.hit_at(at, |m| matches!(m, Meaning::Place(_)).then_some(())).filter(|(span, ())| span.end >= end);
        if let Some((span, ())) = listed {
            at = span.end;
        } else if words == 0 {
            // quận 3: without its level word the name would be another thing.
            if let Some((_, figure)) = scan.figure_at(at).filter(|(_, figure)| rule == "place.capitals" && (1..=2).contains(&figure.digits))
            {
                found.push(Printed {
                    span: Span::new(word.start, figure.span.end),
                    rule: "place.numbered",
                    entries: Vec::new(),
                    communes: Vec::new(),
                    level,
                });
            }
            return;
        } else if is_person(scan, Span::new(at, end), words) {
            return;
        } else if rule == "place.capitals" || words == 2 {
            found.push(Printed { span: Span::new(at, end), rule, entries: Vec::new(), communes: Vec::new(), level });
            at = end;
        } else {
            return;
        }
        let Some(next) = scan.list_mark(at) else { return };
        at = next;
        rule = "place.list_by_capitals";
    }
}

/// Communes in Latin letters without their marks behind a Lao or Thai word for their level; a list goes on.
fn without_marks(scan: &Scan<'_>, word: Span, found: &mut Vec<Printed>) {
    let Some((_, Level::District | Level::Commune)) = LEVELS.at(scan.text, word.start) else { return };
    if scan.char_at(word.start).and_then(Language::of_letter).is_none() {
        return;
    }
    let mut start = scan.skip(word.end);
    loop {
        let (end, words) = capital_words(scan, start);
        let known = scan.hit_at(start, |m| matches!(m, Meaning::Place(_)).then_some(())).is_some();
        let name = Span::new(start, end);
        let communes = communes_without_marks(name.of(scan.text));
        if words < 2 || known || communes.is_empty() {
            return;
        }
        let level = Some((Level::Commune, word));
        found.push(Printed { span: name, rule: "place.without_marks", entries: Vec::new(), communes: communes.to_vec(), level });
        let Some(next) = scan.list_mark(end) else { return };
        start = next;
    }
}

/// Three words of which the first is a family name, and no commune's name, are a person's: `Chủ tịch UBND huyện Tô Văn Thịnh`.
fn is_person(scan: &Scan<'_>, span: Span, words: usize) -> bool {
    let name = span.of(scan.text);
    words == 3 && name.split(' ').next().is_some_and(is_family_name) && !is_commune(name)
}

/// The byte after up to four capitalised words, and how many there are.
fn capital_words(scan: &Scan<'_>, at: usize) -> (usize, usize) {
    let rest = scan.within(Span::new(at, (at + 80).min(scan.zone(at).end))).of(scan.text);
    let (mut end, mut words) = (at, 0);
    for part in rest.split(' ').take(4) {
        let name = part.trim_end_matches([',', '.', ';', ':', ')']);
        let mut letters = name.chars();
        let capital = letters.next().is_some_and(char::is_uppercase) && letters.all(|c| (is_latin(c) && c.is_lowercase()) || c == '\'');
        if !capital {
            break;
        }
        end += usize::from(words > 0) + name.len();
        words += 1;
        if name.len() < part.len() {
            break;
        }
    }
    (end, words)
}

/// The letters from which on a district's name is no beginning of another word, and of one that stands in a list by itself.
const LONG: usize = 9;
const SHORT: usize = 4;

/// Districts of Thailand behind the word for one; a list goes on.
fn districts_of_thailand(scan: &Scan<'_>, word: Span, found: &mut Vec<Printed>) {
    let Some((_, Level::District)) = LEVELS.at(scan.text, word.start) else { return };
    let (mut at, mut rule, mut blank) = (scan.skip(word.end), "place.district", false);
    loop {
        let mut here = THAI_DISTRICTS.all_at(scan.text, at).peekable();
        let Some((end, _)) = here.peek().copied() else { return };
        let entries = here.take_while(|(other, _)| *other == end).map(|(_, index)| *index).collect();
        // A spelling of the gazetteer that is longer, and a longer word.
        let longer = scan.hit_at(at, |m| matches!(m, Meaning::Place(_)).then_some(())).is_some_and(|(span, ())| span.end > end);
        let whole = scan.char_at(end).is_none_or(|c| Language::of_letter(c).is_none());
        let letters = Span::new(at, end).of(scan.text).chars().count();
        // Glued to more, a short one may be the beginning of any word; and a blank alone goes on with a list of whole names.
        let ended = whole || letters >= LONG || scan.is_function_word(end) || LEVELS.at(scan.text, end).is_some();
        if longer || !ended || (blank && !(whole && letters >= SHORT)) {
            return;
        }
        found.push(Printed { span: Span::new(at, end), rule, entries, communes: Vec::new(), level: Some((Level::District, word)) });
        let marked = scan.list_mark(end);
        blank = marked.is_none();
        let Some(next) = marked.or((scan.char_at(end) == Some(' ')).then_some(end + 1)) else { return };
        (at, rule) = (next, "place.list_of_districts");
    }
}

/// Places behind a word for their level that no spelling of the table is, read by their letters; a list goes on.
fn by_letters(scan: &Scan<'_>, word: Span, found: &mut Vec<Printed>) {
    let Some((_, level)) = LEVELS.at(scan.text, word.start) else { return };
    let mut at = scan.skip(word.end);
    let mut rule = "place.by_letters";
    // A family name may begin a place's, and a place's a commune's; any other known word is what it is.
    let known = |m: &'static Meaning| {
        let open = matches!(m, Meaning::FamilyName(..)) || (*level == Level::Commune && matches!(m, Meaning::Place(_)));
        (!open).then_some(())
    };
    while scan.hit_at(at, known).is_none() {
        let rest = scan.within(Span::new(at, (at + 120).min(scan.zone(word.start).end)));
        let Some(language) = scan.char_at(at).and_then(Language::of_letter) else { return };
        let place = place_at(rest.of(scan.text), language);
        let commune = if *level == Level::Commune { commune_at(rest.of(scan.text), language) } else { None };
        // The longer of the two; a commune where both are as long.
        let is_commune = commune.as_ref().is_some_and(|commune| place.as_ref().is_none_or(|place| commune.end >= place.end));
        let Some(reading) = (if is_commune { commune } else { place }) else { return };
        let span = Span::new(at, at + reading.end);
        if scan.hit_at(at, |m| matches!(m, Meaning::Place(_)).then_some(())).is_some_and(|(hit, ())| hit.end >= span.end) {
            return;
        }
        // In running letters only a name that is written without any doubt ends before the word does.
        let ends = scan.char_at(span.end).is_none_or(|c| Language::of_letter(c).is_none());
        if !is_word_end(scan.text, span.end) || !(ends || reading.sure) {
            return;
        }
        let (entries, communes) = if is_commune { (Vec::new(), reading.entries) } else { (reading.entries, Vec::new()) };
        found.push(Printed { span, rule, entries, communes, level: Some((*level, word)) });
        // In Thai a blank alone may go on with a list of communes.
        let blank = (is_commune && scan.char_at(span.end) == Some(' ') && language == Language::Thai).then_some(span.end + 1);
        let listed = scan.list_mark(span.end);
        let Some(next) = listed.or(blank) else { return };
        if listed.is_none() && !scan.char_at(next).and_then(Language::of_letter).is_some_and(|_| commune_alone(scan, next)) {
            return;
        }
        at = next;
        rule = "place.list_by_letters";
    }
}

/// Whether a whole word in Thai reads as the name of a commune without doubt.
fn commune_alone(scan: &Scan<'_>, at: usize) -> bool {
    let rest = scan.within(Span::new(at, (at + 120).min(scan.zone(at).end))).of(scan.text);
    let word = rest.find(|c: char| Language::of_letter(c).is_none()).unwrap_or(rest.len());
    commune_at(rest.get(..word).unwrap_or_default(), Language::Thai).is_some_and(|reading| reading.sure && reading.end == word)
}

/// Whether a list goes on between two places.
fn in_list(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    scan.list_mark(from) == Some(to) || matches!(Span::new(from, to).of(scan.text).trim(), "" | "-" | "–")
}
