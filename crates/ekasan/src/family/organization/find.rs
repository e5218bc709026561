//! Bodies as printed: a known name, and how it goes on.

use super::Level;
use super::again::again;
use super::named::{named, spelled};
use super::placed::{coordinated, placed};
use super::qualified::{qualified, to_level};
use crate::family::scan::Scan;
use crate::family::{citation, place};
use crate::lang::Language;
use crate::lang::body::{self, BODIES, COMPANIES, EPONYMS, NUMBERED, OF};
use crate::lang::cited::NUMBER_WORDS;
use crate::lang::lexicon::{Hit, Meaning};
use crate::lang::number::ORDINAL_MARKERS;
use crate::lang::words::{is_latin, is_word_start};
use crate::span::Span;
use crate::text::script::is_numeric;

/// A body as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    pub(crate) span: Span,
    /// Index into the table of bodies.
    pub(crate) body: usize,
    /// What the level word and the place after it say.
    pub(crate) level: Option<Level>,
    /// Index into the gazetteer.
    pub(crate) place: Option<usize>,
    /// The place as printed, where the gazetteer has none.
    pub(crate) printed: Option<String>,
    /// Several such bodies are spoken of together.
    pub(crate) general: bool,
    /// Its name goes on behind the words of the table.
    pub(crate) named: bool,
    /// The full name before it, of which this is a short form.
    pub(crate) same: Option<Span>,
}

/// Finds all bodies, in order. `places` and `citations` are those found, in order.
pub(crate) fn find(scan: &Scan<'_>, places: &[place::find::Printed], citations: &[citation::find::Printed]) -> Vec<Printed> {
    let mut found: Vec<Printed> = Vec::new();
    // The issuer inside a symbol is no mention of its body: 12/QĐ-|UBND| của UBND tỉnh. Nor is what an act is about.
    let in_symbol = |span: Span| {
        let next = citations.partition_point(|citation| citation.span.end <= span.start);
        citations.get(next).is_some_and(|citation| citation.span.overlaps(span) && citation.closed(scan).overlaps(span))
    };
    for hit in scan.hits.iter().filter(|hit| !in_symbol(hit.span)) {
        // An office may have hidden the head of the body's name, or all of it.
        let head = hit.find(|m| if let Meaning::BodyHead(length) = m { Some(hit.span.end - length) } else { None });
        let hidden = head.and_then(|at| longest(scan, at));
        let known = || {
            hit.find(|m| match m {
                Meaning::Body(index) => Some((hit.span, *index)),
                Meaning::BodyInside(index, length) => Some((Span::new(hit.span.end - length, hit.span.end), *index)),
                _ => None,
            })
        };
        // Of a standing deputy "standing" belongs to the office.
        let hidden = hidden.filter(|(span, index)| span.end > hit.span.end && BODIES.get(*index).is_some_and(|body| !body.is_standing()));
        let Some((mut span, mut body)) = hidden.or_else(known) else { continue };
        if found.last().is_some_and(|last| span.start < last.span.end) {
            continue;
        }
        // An office may have hidden the rest of the body's name.
        if span != hit.span
            && let Some(longer) = longest(scan, span.start).filter(|(longer, _)| longer.end > span.end)
        {
            (span, body) = longer;
        }
        // bộ, vụ and cục in small letters are parts, cases and lumps; an office may end with half a word: Bộ trưởng Quốc |phòng.
        if is_small_word(span.of(scan.text), if span == hit.span { 4 } else { 5 }) {
            continue;
        }
        let head = BODIES.get(body).is_some_and(|body| body.generic);
        if head && is_surname(scan, span) {
            continue;
        }
        if let Some((end, index)) = spelled(scan, span, head) {
            (span.end, body) = (end, index);
        }
        let named = named(scan, span, places);
        let head_end = span.end;
        let span = match named {
            Some(end) => Span::new(span.start, end),
            None => to_level(scan, span, body).unwrap_or_else(|| named_on(scan, qualified(scan, numbered(scan, span), body), body)),
        };
        // Its name goes on, or its number tells it apart.
        let bears_name = || COMPANIES.at(scan.text, span.start).is_some() || EPONYMS.at(scan.text, span.start).is_some();
        let is_named = named.is_some() || is_figure(scan, span.end) || span.end > head_end && bears_name();
        let bare = Printed { span, body, level: None, place: None, printed: None, general: false, named: is_named, same: None };
        let mut printed = placed(scan, bare, places);
        if named.is_none() {
            coordinated(scan, &mut printed);
        }
        // A body of the one before it: Đảng ủy Viện kiểm sát nhân dân tỉnh.
        match found.last_mut().filter(|last| belongs(scan, last.span.end, printed.span.start) && !is_figure(scan, last.span.end)) {
            Some(last) if last.place.is_none() && last.printed.is_none() => {
                let level = last.level.or(printed.level);
                let level = level.or_else(|| BODIES.get(printed.body).map(|body| body.level).filter(|level| *level != Level::Unspecified));
                *last = Printed { span: last.span.join(printed.span), body: last.body, level, ..printed };
            }
            _ => found.push(printed),
        }
    }
    again(scan, &mut found);
    found
}

/// Whether the head of a department begins a surname: behind a title with its given name, glued to an office. `นายเลิศ กอง|ทอง|รองผู้ว่าราชการ`
fn is_surname(scan: &Scan<'_>, head: Span) -> bool {
    if scan.char_before(head.start) != Some(' ') || scan.char_at(head.start).and_then(Language::of_letter).is_none() {
        return false;
    }
    let letters = |text: &str| text.find(|c: char| Language::of_letter(c).is_none() || is_numeric(c)).unwrap_or(text.len());
    let rest = scan.within(Span::new(head.end, (head.end + 160).min(scan.zone(head.start).end)));
    let rest = Span::new(rest.start, rest.start + letters(rest.of(scan.text)));
    let office = scan.hits_in(rest).find(|hit| hit.find(|m| matches!(m, Meaning::Office(_)).then_some(())).is_some());
    let word = scan.within(Span::new(scan.zone(head.start).start.max(head.start.saturating_sub(80)), head.start - 1));
    let start = word.of(scan.text).rfind(|c: char| Language::of_letter(c).is_none()).map_or(word.start, |blank| word.start + blank + 1);
    let title = |hit: &Hit| hit.find(|m| matches!(m, Meaning::Title(true)).then_some(())).is_some() && hit.span.end + 3 < word.end;
    let titled = scan.hits_in(Span::new(start, word.end)).any(|hit| title(&hit));
    titled && office.is_some_and(|office| office.span.start > head.end)
}

/// The longest name of a body that begins at a byte, and its row.
fn longest(scan: &Scan<'_>, at: usize) -> Option<(Span, usize)> {
    let (length, row) = body::printed(scan.text.get(at..)?)?;
    Some((Span::new(at, at + length), row))
}

/// Whether a number ends at a byte: a unit of the forces has its name then.
fn is_figure(scan: &Scan<'_>, end: usize) -> bool {
    scan.char_before(end).is_some_and(|c| c.is_ascii_digit())
}

/// Whether a word is one small syllable of Vietnamese, of at most so many letters.
fn is_small_word(word: &str, letters: usize) -> bool {
    word.starts_with(|c: char| is_latin(c) && c.is_lowercase()) && !word.contains(' ') && word.chars().count() <= letters
}

/// Whether a body at a byte belongs to the one that ends at another: right behind it, or behind "of".
fn belongs(scan: &Scan<'_>, end: usize, start: usize) -> bool {
    let gap = Span::new(end, start).of(scan.text);
    // Of the last letter: a full stop or a bracket may end the name.
    let head = scan.within(Span::new(end.saturating_sub(24), end)).of(scan.text);
    let language = head.chars().rev().find(|c| Language::of_letter(*c).is_some() || is_latin(*c)).and_then(Language::of_letter);
    // A company named in Latin letters before a body in Thai.
    let language = language.or_else(|| scan.char_at(start).and_then(Language::of_letter));
    match (gap, language) {
        _ if start < end => false,
        ("", _) => start == end,
        // Thai lists bodies with blanks between them.
        (" ", Some(Language::Thai)) => false,
        (" ", _) => true,
        (gap, _) => OF.at(gap.trim(), 0).is_some_and(|(end, ())| end == gap.trim().len()),
    }
}

/// A unit of the forces with its number: Sư đoàn 317, ກອງພົນທະຫານຮາບທີ1.
fn numbered(scan: &Scan<'_>, span: Span) -> Span {
    if NUMBERED.before(scan.text, span.end).is_none_or(|(start, ())| start > span.start) {
        return span;
    }
    let mut at = span.end;
    if scan.char_at(at).and_then(Language::of_letter).is_some() {
        let marker = ORDINAL_MARKERS.at(scan.text, at).map(|(end, _)| end);
        at = marker.or_else(|| NUMBER_WORDS.at(scan.text, at).map(|(end, ())| end)).unwrap_or(at);
    }
    at += usize::from(scan.char_at(at) == Some(' '));
    let figure = scan.figures.binary_search_by_key(&at, |figure| figure.span.start).ok().and_then(|index| scan.figure(index));
    figure.filter(|figure| (1..=4).contains(&figure.digits)).map_or(span, |figure| span.join(figure.span))
}

/// The letters of the longest word inside a ministry's name.
const WORD: usize = 24;

/// A ministry whose name is a list: ກະຊວງຖະແຫຼງຂ່າວ, ວັດທະນະທຳ ແລະ ທ່ອງທ່ຽວ.
fn named_on(scan: &Scan<'_>, span: Span, body: usize) -> Span {
    let ministry = BODIES.get(body).is_some_and(|body| body.kind == "ministry");
    // A name that has its "and" is whole.
    let whole = span.of(scan.text).contains(' ');
    if !ministry || whole || scan.char_before(span.end).and_then(Language::of_letter) != Some(Language::Lao) {
        return span;
    }
    let word = |at: usize| {
        let rest = scan.within(Span::new(at, (at + 120).min(scan.zone(span.start).end))).of(scan.text);
        let letters = rest.find(|c: char| Language::of_letter(c) != Some(Language::Lao) || matches!(c, '໐'..='໙')).unwrap_or(rest.len());
        let whole = Span::new(at, at + letters);
        // A verb glued to the last word is none of it.
        let verb = whole
            .of(scan.text)
            .char_indices()
            .map(|(offset, _)| at + offset)
            .skip(3)
            .find(|&at| is_word_start(scan.text, at) && scan.is_function_word(at));
        let word = Span::new(at, verb.unwrap_or(whole.end));
        let known = |m: &'static Meaning| !matches!(m, Meaning::FamilyName(..) | Meaning::Month(_));
        let other = scan.hit_at(at, |m| known(m).then_some(())).is_some();
        (!other && (2..=WORD).contains(&word.of(scan.text).chars().count())).then_some(word)
    };
    // The rest of the first word, then ", word" any number of times, then "and word".
    let first = if scan.char_at(span.end).and_then(Language::of_letter).is_some() {
        word(span.end).map_or(span.end, |word| word.end)
    } else {
        span.end
    };
    let mut end = first;
    let mut commas = 0;
    while scan.char_at(end) == Some(',')
        && commas < 3
        && let Some(next) = word(scan.skip(end + 1))
    {
        end = next.end;
        commas += 1;
    }
    let and = scan.list_mark(end).filter(|_| scan.char_at(end) != Some(',')).and_then(word);
    match and {
        Some(last) if commas > 0 => Span::new(span.start, last.end),
        _ => span,
    }
}
