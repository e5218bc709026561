//! Acts, codes and constitutions cited by name and year, without a number: `พ.ร.บ.อาหาร พ.ศ. 2522`, `Luật Đất đai năm 2024`.

use super::find::Printed;
use super::thai::AMENDMENT;
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::act::{Role, WORDS};
use crate::lang::calendar::Calendar;
use crate::lang::lexicon::Meaning;
use crate::lang::number::{Label, MAGNITUDES, UNITS};
use crate::lang::words::is_latin;
use crate::span::Span;
use crate::text::figure::Figure;
use crate::text::script::is_numeric;

/// The rule of an act.
pub(super) const ACT: &str = "citation.act";
/// How far before its year the word for an act may stand, in bytes.
const NAME: usize = 420;
/// The words of the longest Vietnamese name.
const LONGEST: usize = 16;
/// What leads from a year of the Buddhist era to the Gregorian one.
const ERA: u64 = 543;

/// The act whose year is a figure.
pub(super) fn act(scan: &Scan<'_>, index: usize) -> Option<Printed> {
    let figure = scan.free(index).filter(|figure| figure.digits == 4)?;
    let year = gregorian(figure.value)?;
    let day = before_day(scan, index, figure);
    let end = day.or_else(|| before_era(scan, figure))?;
    // โคโรนา 2019: of the common era in Thailand only with its word.
    let bare = end == scan.skip_back(figure.span.start) && u64::from(year) == figure.value;
    if bare && scan.char_before(end).and_then(Language::of_letter).is_some() {
        return None;
    }
    let (word, act) = act_word(scan, end)?;
    // Elsewhere it may be the day of what is told of the act.
    if day.is_some() && role_at(scan.text, scan.skip(scan.clause_start(word.start))) != Some(Role::Basis) {
        return None;
    }
    let span = name(scan, word, end, act)?;
    Some(Printed {
        // The day is a mention of its own, tied to the act.
        span: Span::new(word.start, if day.is_some() { end } else { figure.span.end }),
        rule: ACT,
        number: None,
        year: Some(year),
        kind: Some(act.to_owned()),
        issuer: None,
        party: false,
        other_kinds: Vec::new(),
        word: Some(("", word)),
        name: Some(span),
    })
}

/// Adds acts to citations, both in order. An amendment of an act that is cited by its number gets its name and year: `พ.ร.บ.โรงงาน (ฉบับที่ 2)
/// พ.ศ. 2562`.
pub(super) fn add_acts(found: &mut Vec<Printed>, acts: Vec<Printed>) {
    let known = found.len();
    for act in acts {
        let next = found.get(..known).unwrap_or_default().partition_point(|cited| cited.span.end <= act.span.start);
        match found.get_mut(next).filter(|cited| next < known && act.span.overlaps(cited.span)) {
            Some(amendment) if amendment.rule == AMENDMENT => {
                (amendment.year, amendment.kind, amendment.name) = (act.year, act.kind, act.name);
            }
            Some(_) => {}
            None => found.push(act),
        }
    }
    found.sort_by_key(|printed| printed.span.start);
}

/// The last word for an act before a byte, and the usual one; not inside a word for law as such: Luật Ban hành văn bản quy phạm pháp luật.
fn act_word(scan: &Scan<'_>, end: usize) -> Option<(Span, &'static str)> {
    let stretch = Span::new(scan.zone(end).start.max(end.saturating_sub(NAME)), end);
    let act = |m: &'static Meaning| if let Meaning::Act(act) = m { Some(*act) } else { None };
    let no_act = |word: Span| matches!(scan.word_before(&WORDS, word.start), Some((_, Role::NoAct)));
    scan.hits_before(stretch).find_map(|hit| Some((hit.span, hit.find(act).filter(|_| !no_act(hit.span))?)))
}

/// The Gregorian year of a figure, of either era.
fn gregorian(value: u64) -> Option<u16> {
    let value = if (2440..=2699).contains(&value) { value - ERA } else { value };
    u16::try_from(value).ok().filter(|year| (1897..=2100).contains(year))
}

/// The byte after the name of what a day with its year belongs to: `Luật Đất đai| ngày 18 tháng 01 năm 2024`.
fn before_day(scan: &Scan<'_>, index: usize, year: Figure) -> Option<usize> {
    let (day, month) = (scan.figure(index.checked_sub(2)?)?, scan.figure(index - 1)?);
    let gap = |from: Figure, to: Figure| Span::new(from.span.end, to.span.start).of(scan.text).trim();
    let dated = matches!((gap(day, month), gap(month, year)), ("tháng", "năm") | ("/", "/") | ("-", "-"));
    let (cue, Calendar::DayCue) = scan.calendar_before(day.span.start).filter(|_| dated)? else { return None };
    let end = scan.skip_back(cue);
    scan.char_before(end).filter(|c| is_latin(*c) || *c == ')').map(|_| end)
}

/// The byte after the name of what a year belongs to, the words for the year and the era left out; none where the figure is no year of a name.
fn before_era(scan: &Scan<'_>, figure: Figure) -> Option<usize> {
    let mut at = figure.span.start;
    let end = loop {
        let Some((before, word)) = scan.calendar_before(at) else { break scan.skip_back(at) };
        match (word, scan.word_before(&WORDS, at)) {
            (Calendar::Era(_), _) => at = before,
            (Calendar::YearCue, Some((start, Role::Year))) if start == before => at = before,
            (Calendar::Event, _) | (_, Some((_, Role::Yearly))) => break scan.skip_back(at),
            // ในปี, ມັງກອນ
            _ => return None,
        }
    };
    let after = scan.char_at(figure.span.end);
    let counts = || scan.goes_on(figure.span.end) || scan.word(&MAGNITUDES, figure.span.end).is_some();
    (end < figure.span.start && !after.is_some_and(|c| is_latin(c) || matches!(c, '/' | '-' | '–')) && !counts()).then_some(end)
}

/// The name between the word for an act and a byte, if that is all that stands there; empty for a constitution that needs none.
fn name(scan: &Scan<'_>, word: Span, end: usize, act: &str) -> Option<Span> {
    let span = without_revision(scan, Span::new(scan.skip(word.end).min(end), end))?;
    let alone = role_at(act, 0) == Some(Role::Alone);
    let text = span.of(scan.text);
    if text.is_empty() {
        return alone.then_some(span);
    }
    if text.contains(['\n', ';', ':', '"', '“', '”', '…', '!', '?', '/', '(', ')']) || text.contains(". ") || counts(scan, span) {
        return None;
    }
    let native = scan.char_at(word.start).and_then(Language::of_letter).is_some();
    let named = if native { is_native(scan, span) } else { is_vietnamese(scan, span) && !is_revised(scan, word) };
    let named = named && (role_at(act, 0) != Some(Role::OfAbout) || about(scan, span).is_some());
    named.then_some(span)
}

/// The byte at which a name says what the act is about.
pub(super) fn about(scan: &Scan<'_>, name: Span) -> Option<usize> {
    places_of(scan, name, Role::About).next()
}

/// The bytes of a name at which words of a role begin.
fn places_of(scan: &Scan<'_>, name: Span, role: Role) -> impl Iterator<Item = usize> {
    let places = name.of(scan.text).char_indices().map(move |(at, _)| name.start + at);
    places.filter(move |at| role_at(scan.text, *at) == Some(role))
}

fn role_at(text: &str, at: usize) -> Option<Role> {
    WORDS.at(text, at).map(|(_, role)| *role)
}

/// What stands before the note of a revision in brackets, which may hold the year: `(ສະບັບປັບປຸງ ປີ 2019)`, `(sửa đổi)`; none for other brackets.
fn without_revision(scan: &Scan<'_>, span: Span) -> Option<Span> {
    let text = span.of(scan.text);
    let Some(open) = text.rfind('(') else { return Some(span) };
    let inside = text.get(open..)?;
    let revised =
        role_at(scan.text, span.start + open + 1) == Some(Role::Revised) && inside.find(')').is_none_or(|close| close + 1 == inside.len());
    revised.then(|| Span::new(span.start, span.start + text.get(..open).unwrap_or_default().trim_end().len()))
}

/// Whether a number inside a name counts something there, or is one of a document or a day: that of a virus is none.
fn counts(scan: &Scan<'_>, name: Span) -> bool {
    scan.figures_in(name).any(|figure| {
        scan.word(&UNITS, figure.span.end).is_some()
            || scan.word(&MAGNITUDES, figure.span.end).is_some()
            || scan.month(figure.span.end).is_some()
            || !matches!(scan.label(figure.span.start), Label::None | Label::Name)
            || scan.calendar_before(figure.span.start).is_some()
    })
}

/// Whether words of Lao or Thai are a name: over a blank only goes on what joins, or a list whose last part does.
fn is_native(scan: &Scan<'_>, name: Span) -> bool {
    let text = name.of(scan.text);
    // โคโรนา 2019
    let figure = |at: usize| scan.char_at(at).is_some_and(is_numeric);
    let joins = |at: usize| figure(at) || matches!(role_at(scan.text, at), Some(Role::Joins | Role::Leads | Role::About));
    let blanks: Vec<usize> = text.match_indices(' ').map(|(at, _)| name.start + at + 1).collect();
    let last_joins = blanks.last().is_none_or(|at| joins(*at));
    let listed = blanks.len() <= 3 && last_joins;
    // ของ, ใน: the year is that of something else.
    let dangling = matches!(WORDS.before(scan.text, name.end), Some((_, Role::Leads)));
    places_of(scan, name, Role::Ends).next().is_none() && !dangling && (listed || blanks.iter().all(|at| joins(*at)))
}

/// Whether a word for an act stands behind one that changes it: year and day may be those of either. Luật sửa đổi, bổ sung một số điều của Luật
/// Đất đai ngày ….
fn is_revised(scan: &Scan<'_>, word: Span) -> bool {
    let clause = Span::new(scan.clause_start(word.start).min(word.start), word.start);
    let mut places = places_of(scan, clause, Role::Revised);
    places.any(|at| scan.char_before(at) != Some('('))
}

/// Whether words of Vietnamese are a name: it begins with a capital, and no word of a sentence stands in it.
fn is_vietnamese(scan: &Scan<'_>, name: Span) -> bool {
    let text = name.of(scan.text);
    let words = || text.split(' ').scan(name.start, |at, word| Some((std::mem::replace(at, *at + word.len() + 1), word)));
    let fits = |(at, word): (usize, &str)| {
        let small = word.starts_with(char::is_lowercase);
        let goes_on = || role_at(scan.text, at + word.len() + 1) == Some(Role::Joins);
        let letters = word.strip_suffix(',').map_or(Some(word), |word| goes_on().then_some(word));
        letters.is_some_and(|letters| !letters.is_empty() && letters.chars().all(is_latin))
            && !(small && role_at(scan.text, at) == Some(Role::Ends))
    };
    text.starts_with(char::is_uppercase) && words().count() <= LONGEST && words().all(fits)
}
