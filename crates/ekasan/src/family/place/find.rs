//! Places as printed: known spellings, with the words that say their level.

use std::collections::{HashSet, VecDeque};

use super::Level;
use super::abroad::abroad;
use super::behind::{before_gloss, behind_level, capitals, longer_commune};
use super::between::between;
use super::former::{former, is_former};
use super::list::{is_counted, next_of_list};
use super::parent::{PARENT, before_parent, before_province, of_page};
use super::said::said_to_be;
use crate::family::scan::Scan;
use crate::family::{further, organization};
use crate::lang::Language;
use crate::lang::body::BODIES;
use crate::lang::gazetteer::{COUNTRIES, Commune, GAZETTEER, LEVEL_PLACES, LISTING, PLACE_BARS, TRAPS, communes_without_marks};
use crate::lang::level::{LEVELS, SHORT_LEVELS};
use crate::lang::lexicon::{self, Hit, Meaning};
use crate::lang::words::is_latin;
use crate::span::Span;

/// A place as printed, with the places that it may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    pub(crate) span: Span,
    pub(crate) rule: &'static str,
    /// Indices into the gazetteer.
    pub(crate) entries: Vec<usize>,
    /// Communes that it may be.
    pub(crate) communes: Vec<&'static Commune>,
    /// What says its level, and where: mostly the word for it before the name.
    pub(crate) level: Option<(Level, Span)>,
}

impl Printed {
    /// Whether it stands in brackets behind a unit that belongs to it, which says its level.
    pub(crate) fn is_parent(&self) -> bool {
        self.rule == PARENT
    }
}

/// Finds all places, in order.
pub(crate) fn find(scan: &Scan<'_>) -> Vec<Printed> {
    let mut found = Found::default();
    let mut trapped: Vec<(Span, usize)> = Vec::new();
    for hit in &scan.hits {
        found.go_on(hit.span.start);
        let entries = places_of(*hit);
        if entries.is_empty() {
            if found.is_taken(hit.span) {
                continue;
            }
            if hit.find(|m| matches!(m, Meaning::Level).then_some(())).is_some() {
                let said = said_to_be(scan, hit.span).filter(|said| !found.is_taken(said.span));
                found.places.extend(said);
                found.walk(|list| behind_level(scan, hit.span, list));
            } else if let Some((start, index)) = LEVEL_PLACES.before(scan.text, hit.span.end).filter(|(start, _)| *start > hit.span.start) {
                found.places.push(in_body(Span::new(start, hit.span.end), *index));
            } else if let Some((start, _)) = LEVELS.before(scan.text, hit.span.end) {
                // The word for the level ends a longer word: คณะผู้แทนรัฐสภา|นคร|โฮจิมินห์, Đảng ủy |xã| Tân Phúc.
                if let Some((end, index)) =
                    LEVEL_PLACES.at(scan.text, start).filter(|(end, _)| *end > hit.span.end && longer(scan, hit.span.end, *end).is_none())
                {
                    found.places.push(in_body(Span::new(start, end), *index));
                } else if scan.char_at(start).is_some_and(is_latin) {
                    found.walk(|list| capitals(scan, Span::new(start, hit.span.end), list));
                } else if TRAPS.before(scan.text, hit.span.end).is_none() {
                    found.walk(|list| behind_level(scan, Span::new(start, hit.span.end), list));
                }
            }
            if let Some((_, Some(country))) = TRAPS.at(scan.text, hit.span.start).filter(|(end, _)| *end == hit.span.end) {
                trapped.push((hit.span, *country));
            }
            // A country inside the name of a body or an office: ພັກກອມມູນິດຫວຽດນາມ, ເອກອັກຄະຣາຊະທູດໄທ.
            if hit.find(|m| matches!(m, Meaning::Body(_) | Meaning::Office(_)).then_some(())).is_some()
                && let Some((start, index)) = COUNTRIES
                    .before(scan.text, hit.span.end)
                    .filter(|(start, _)| *start > hit.span.start && TRAPS.before(scan.text, hit.span.end).is_none())
            {
                found.places.push(in_body(Span::new(start, hit.span.end), *index));
            }
            continue;
        }
        // Behind a body of a district, a place is its: ສູນການເມືອງ ກ່າມຈຽງ.
        let of_body = || {
            let before = scan.hit_before(scan.skip_back(hit.span.start)).filter(|_| scan.char_before(hit.span.start) == Some(' '))?;
            // An office may end with it: Bí thư |Huyện ủy.
            let body = before.find(|m| match m {
                Meaning::Body(index) | Meaning::BodyInside(index, _) => BODIES.get(*index),
                _ => None,
            })?;
            let level = match body.level {
                _ if body.kind == "political_center" => Level::District,
                organization::Level::District => Level::District,
                organization::Level::Commune => Level::Commune,
                _ => return None,
            };
            Some((level, before.span))
        };
        let level = scan.level_before(hit.span.start).map(|(start, level)| (level, Span::new(start, scan.skip_back(hit.span.start))));
        // Quận 1, ບ້ານ |ເມືອງຄູນ: the level word is part of the name.
        let own = LEVELS.at(scan.text, hit.span.start).filter(|(end, _)| *end < hit.span.end);
        let own = own.map(|(end, level)| (*level, Span::new(hit.span.start, end)));
        let level = own.or(level).or_else(of_body);
        // A short name of Laos is told by its level word and by what ends it: ເມືອງລອງ is no ເມືອງ ລອງຊວຽນ.
        let own = level_end(scan, hit.span) < hit.span.end;
        let goes_on = scan.char_at(hit.span.end).and_then(Language::of_letter) == Some(Language::Lao);
        let below = entries.iter().all(|&index| GAZETTEER.entries.get(index).is_some_and(|entry| entry.level == Level::District));
        if (own || level.is_none())
            && goes_on
            && below
            && LEVELS.at(scan.text, hit.span.end).is_none()
            && !scan.is_function_word(hit.span.end)
        {
            if own {
                found.walk(|list| hidden(scan, hit.span, level.map(|(level, _)| level), list));
            }
            continue;
        }
        if let Some(glossed) = before_gloss(scan, hit.span, &entries).filter(|glossed| !found.is_taken(glossed.span)) {
            found.places.push(glossed);
        }
        if let Some(commune) = before_province(scan, hit.span, &entries).filter(|commune| !found.is_taken(commune.span)) {
            found.places.push(commune);
        }
        let mut before = found.places.iter().rev().filter(|last| last.span.end <= hit.span.start);
        let last = before.next();
        // Đại Sơn (Đại Lộc), Ninh Phước: the one before the brackets.
        let (of_list, end) = match last.filter(|last| in_brackets(scan, last.span)) {
            Some(parent) => (before.next(), parent.span.end + 1),
            None => (last, last.map_or(0, |last| last.span.end)),
        };
        let of_list = of_list.filter(|last| last.level.is_some() && in_list(scan, end, hit.span.start));
        let listed = of_list.is_some();
        // Units below the province are often named like ordinary words and people: only beside a word for their level, or in a list.
        let high = entries
            .iter()
            .filter_map(|&index| GAZETTEER.entries.get(index))
            .any(|entry| entry.alone || matches!(entry.level, Level::Country | Level::Province));
        let level = if high { level } else { level.or_else(|| level_of_list(scan, hit.span.start)) };
        // xã Trung Sơn (A Lưới): the unit to which the one before belongs.
        let bracketed = in_brackets(scan, hit.span) && last.is_some_and(|last| scan.skip(last.span.end) + 1 == hit.span.start);
        let latin = hit.span.of(scan.text).chars().next().is_some_and(is_latin);
        let capital = hit.span.of(scan.text).contains(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if scan.word_before(&PLACE_BARS, hit.span.start).is_some()
            || (latin && !capital)
            || ends_name(scan, hit.span, &entries)
            || found.is_taken(hit.span)
            || (!high && level.is_none() && !listed && !bracketed && !is_former(scan, hit.span) && !before_parent(scan, hit.span, &entries))
        {
            continue;
        }
        let level = level.or_else(|| of_list.and_then(|last| last.level));
        if let Some(span) =
            longer_commune(scan, hit.span).filter(|_| latin && !high || level.is_some_and(|(level, _)| level == Level::Commune))
        {
            let level = level.or(Some((Level::Commune, span)));
            let letters = span.of(scan.text);
            let communes = if letters.is_ascii() { communes_without_marks(letters).to_vec() } else { Vec::new() };
            let rule = if communes.is_empty() { "place.capitals" } else { "place.without_marks" };
            found.places.push(Printed { span, rule, entries: Vec::new(), communes, level });
            continue;
        }
        found.places.push(Printed {
            span: hit.span,
            rule: if listed { "place.list" } else { "place.spelling" },
            entries,
            communes: Vec::new(),
            level,
        });
    }
    found.go_on(usize::MAX);
    let mut found = found.places;
    in_short(scan, &mut found);
    of_page(scan, &mut found);
    abroad(scan, &mut found);
    former(scan, &mut found);
    between(scan, &mut found);
    release(scan, trapped, &mut found);
    found
}

/// The places for which a known word may stand.
fn places_of(word: Hit) -> Vec<usize> {
    word.meanings().iter().filter_map(|m| if let Meaning::Place(index) = m { Some(*index) } else { None }).collect()
}

/// The byte after the word for a level with which a spelling begins; its end where it begins with none.
fn level_end(scan: &Scan<'_>, spelling: Span) -> usize {
    LEVELS.at(scan.text, spelling.start).map_or(spelling.end, |(end, _)| end)
}

/// The place in Lao or Thai letters that begins at a byte and goes on behind the end of a shorter one.
fn longer(scan: &Scan<'_>, at: usize, end: usize) -> Option<(Span, Vec<usize>)> {
    let longer = lexicon::native_at(scan.text, at).filter(|longer| longer.span.end > end)?;
    Some((longer.span, places_of(longer))).filter(|(_, entries)| !entries.is_empty())
}

/// The place that a shorter one with its level word hides: ເມືອງໄຊ|ທານີ, or ເມືອງລອງ|ຊວຽນ read by its letters.
fn hidden(scan: &Scan<'_>, short: Span, level: Option<Level>, found: &mut Vec<Printed>) {
    let word = Span::new(short.start, level_end(scan, short));
    match longer(scan, scan.skip(word.end), short.end) {
        Some((span, entries)) => {
            let level = level.map(|level| (level, word));
            found.push(Printed { span, rule: "place.spelling", entries, communes: Vec::new(), level });
        }
        None => behind_level(scan, word, found),
    }
}

/// The places found so far, in order, and those that a list named beyond the word that is looked at.
#[derive(Default)]
struct Found {
    places: Vec<Printed>,
    ahead: VecDeque<Printed>,
}

impl Found {
    /// Goes on to a byte.
    fn go_on(&mut self, at: usize) {
        while self.ahead.front().is_some_and(|next| next.span.start < at) {
            self.places.extend(self.ahead.pop_front());
        }
    }

    /// Adds what a walk along a list finds.
    fn walk(&mut self, walk: impl FnOnce(&mut Vec<Printed>)) {
        let mut list = Vec::new();
        walk(&mut list);
        let last = self.ahead.back().map_or(0, |last| last.span.end);
        list.sort_by_key(|place| place.span);
        self.ahead.extend(list.into_iter().filter(|place| place.span.start >= last));
    }

    /// Whether a place was found where a word stands.
    fn is_taken(&self, word: Span) -> bool {
        self.places.last().into_iter().chain(self.ahead.front()).any(|place| place.span.overlaps(word))
    }
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

/// Units behind the first letter of the word for their level: P.Tân Phúc, Q.3.
fn in_short(scan: &Scan<'_>, found: &mut Vec<Printed>) {
    let mut more = Vec::new();
    for (_, zone) in &scan.zones {
        for dot in memchr::memchr_iter(b'.', zone.of(scan.text).as_bytes()) {
            let end = zone.start + dot + 1;
            let glued = scan.char_at(end).is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
            if glued && let Some((start, _)) = SHORT_LEVELS.before(scan.text, end) {
                capitals(scan, Span::new(start, end), &mut more);
            }
        }
    }
    if !more.is_empty() {
        further::add(found, more, |place| place.span);
    }
}

/// The word for a level before a list: `5 ເມືອງຄື: …`.
fn level_of_list(scan: &Scan<'_>, at: usize) -> Option<(Level, Span)> {
    let at = scan.skip_back(at);
    let colon = if scan.char_before(at) == Some(':') { scan.skip_back(at - 1) } else { at };
    let (end, listing) = scan.word_before(&LISTING, colon).map_or((colon, false), |(start, ())| (scan.skip_back(start), true));
    let bracket = (!listing && scan.char_before(at) == Some('(')).then(|| scan.skip_back(at - 1));
    let (start, level) = match bracket {
        Some(end) => scan.level_before(end).filter(|(start, _)| is_counted(scan, *start))?,
        None if listing || colon < at => scan.level_before(end)?,
        None => return None,
    };
    Some((level, Span::new(start, end)))
}

/// A place inside a body's name.
fn in_body(span: Span, index: usize) -> Printed {
    Printed { span, rule: "place.in_body", entries: vec![index], communes: Vec::new(), level: None }
}

/// Whether a place abroad that is spelled like a given name ends the name of a person: Thu Trang.
fn ends_name(scan: &Scan<'_>, place: Span, entries: &[usize]) -> bool {
    let abroad =
        |&index: &usize| GAZETTEER.entries.get(index).is_some_and(|entry| entry.level != Level::Country && !entry.id.starts_with("vn."));
    let head = || scan.within(Span::new(place.start.saturating_sub(40).max(scan.zone(place.start).start), place.start)).of(scan.text);
    let capital = || {
        let word = head().strip_suffix(' ')?.rsplit(|c: char| !is_latin(c)).next()?;
        word.chars().next().filter(|c| c.is_uppercase() && word.chars().skip(1).all(char::is_lowercase))
    };
    let word = place.of(scan.text);
    word.starts_with(is_latin) && (1..=5).contains(&word.len()) && !word.contains(' ') && entries.iter().all(abroad) && capital().is_some()
}

/// Whether a span stands in brackets by itself.
fn in_brackets(scan: &Scan<'_>, span: Span) -> bool {
    scan.char_before(span.start) == Some('(') && scan.char_at(span.end) == Some(')')
}

/// Whether a list goes on between two places.
fn in_list(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    next_of_list(scan, from) == Some(to) || matches!(Span::new(from, to).of(scan.text).trim(), "" | "-" | "–")
}
