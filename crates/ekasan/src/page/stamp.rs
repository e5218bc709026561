//! The date lines of a page: those that say when it was published or changed.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::block::{Block, BlockKind};
use super::glue::CRAWLED;
use super::sheet::Sheet;
use crate::family::date::Day;
use crate::family::date::find::{Shape, find};
use crate::family::date::resolve::resolve;
use crate::family::scan::Scan;
use crate::lang::calendar::{CALENDAR, Calendar};
use crate::lang::furniture::{Furniture, Place, begins, cues, is_byline, is_counter, names_publisher, starts};
use crate::lang::lexicon::names_place_or_body;
use crate::lang::words::Words;
use crate::span::Span;
use crate::text::script::{is_alphabetic, is_alphanumeric, is_numeric};

/// A date line of the page itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateLine {
    /// The number of the line.
    pub(super) at: usize,
    pub(crate) line: Span,
    pub(crate) day: Day,
    pub(crate) date: Span,
    /// It tells of a change, not of publishing.
    pub(crate) updated: bool,
}

/// Characters from which on only a label makes a line one of a date.
const LONG: usize = 110;

/// Lines of the head are looked at as date lines; this many at most.
const HEAD: usize = 14;
/// As many where all lines above are short, as those of a menu.
const MENUS: usize = 30;

/// Finds the date lines of the head: a full date with little beside it.
pub(super) fn date_lines(sheet: &mut Sheet<'_>) -> Vec<DateLine> {
    let mut found = Vec::new();
    // A line alone is no head of a page, and of two the first only in brackets or from a crawler.
    let first = if sheet.len() == 2 { sheet.words(0) } else { "" };
    if sheet.len() < 3 && !(first.starts_with('(') && first.ends_with(')') || first.starts_with(CRAWLED)) {
        return found;
    }
    let text = sheet.text;
    let text_begins = (0..sheet.len()).find(|&at| sheet.chars(at) > LONG).unwrap_or(sheet.len());
    for at in 0..sheet.len().min(HEAD.max(text_begins.min(MENUS))) {
        let words = sheet.words(at);
        let labelled = || starts(words, Furniture::Published) || starts(words, Furniture::Updated) || names_publisher(words);
        if sheet.chars(at) > 140
            || sheet.chars(at) > LONG && !labelled()
            || matches!(
                sheet.kind(at),
                Some(BlockKind::Source | BlockKind::Comments | BlockKind::Caption | BlockKind::Title | BlockKind::Lead)
            )
            || !may_be_dated(words, sheet.chars(at))
        {
            continue;
        }
        let line = sheet.span(at);
        let mut scan = Scan::new(text, &[Block::new(BlockKind::Paragraph, line)]);
        let dates = find(&mut scan);
        let records = resolve(&scan, &dates, None, &mut Vec::new());
        let Some((date, day)) = dates.iter().zip(records).find_map(|(date, record)| {
            let day = record.value?.edtf.parse::<Day>().ok()?;
            matches!(date.shape, Shape::Point(_)).then_some((date.span, day))
        }) else {
            continue;
        };
        let updated = starts(words, Furniture::Updated);
        if updated || is_stamp(text, line, date) {
            sheet.set(at, BlockKind::PublisherLine);
            found.push(DateLine { at, line, day, date, updated });
        }
    }
    // The time of day on a line of its own, under the date.
    for date in &found {
        let line = sheet.words(date.at + 1);
        if sheet.is_open(date.at + 1) && line.split(' ').next().is_some_and(is_clock) && without_stamps(line).is_empty() {
            sheet.set(date.at + 1, BlockKind::PublisherLine);
        }
    }
    letterhead(sheet, &mut found);
    site_clock(sheet, &mut found);
    found
}

/// `Hà Nội, ngày 7 tháng 8 năm 2025` dates the document that a page prints: not the page, where that has a day of its own.
fn letterhead(sheet: &mut Sheet<'_>, dates: &mut Vec<DateLine>) {
    let signed = |date: &DateLine| {
        let head = Span::new(date.line.start, date.date.start).of(sheet.text);
        let place = head.split_once(',').map(|(place, _)| place);
        place.is_some_and(|place| !place.is_empty() && names_place_or_body(place)) && date.date.end + 1 >= date.line.end
    };
    let (signed, own): (Vec<DateLine>, Vec<DateLine>) = std::mem::take(dates).into_iter().partition(signed);
    if own.is_empty() {
        *dates = signed;
    } else {
        signed.iter().for_each(|date| sheet.clear(date.at));
        *dates = own;
    }
}

/// Whether a line has the digits of a full date: two numbers, and in a long line four digits for the year.
fn may_be_dated(line: &str, chars: usize) -> bool {
    let (mut run, mut runs, mut year) = (0, 0, chars <= 60);
    for c in line.chars() {
        run = if is_digit(c) { run + 1 } else { 0 };
        runs += usize::from(run == 1);
        year |= run == 4;
    }
    year && runs >= 2
}

/// The first date line may be the site's own clock: with seconds, or over a headline that has another date line under it.
fn site_clock(sheet: &mut Sheet<'_>, dates: &mut Vec<DateLine>) {
    let [first, second, ..] = dates.as_slice() else { return };
    let seconds = first
        .line
        .of(sheet.text)
        .as_bytes()
        .windows(6)
        .any(|w| matches!(w, [b':', b'0'..=b'9', b'0'..=b'9', b':', b'0'..=b'9', b'0'..=b'9']));
    let headline = |lines: std::ops::Range<usize>| lines.into_iter().any(|at| sheet.is_open(at) && sheet.chars(at) >= 25);
    let above = !headline(0..first.at) && headline(first.at + 1..second.at) && first.day > second.day;
    // Of a change it tells no more where the clock shows a later day.
    if !first.updated && (seconds && !second.updated || above) {
        let at = first.at;
        dates.remove(0);
        sheet.set(at, BlockKind::Banner);
    }
}

/// Whether a line says little beside its date: a time, a weekday, a section, a publisher.
fn is_stamp(text: &str, line: Span, date: Span) -> bool {
    let before = Span::new(line.start, date.start).of(text);
    let after = Span::new(date.end, line.end).of(text);
    let name = publisher_name(before);
    let before = without_stamps(&without_labels(before));
    let after = without_stamps(&without_labels(after));
    let glued = name.is_some_and(|name| doubled(name).is_some());
    let short = |rest: &str| rest.chars().count() <= 40 && rest.split(' ').count() <= 8 && !rest.contains(['“', '"', '?']);
    if glued {
        return short(&after);
    }
    let printed = line.of(text);
    // A point of a list.
    if printed.starts_with(['*', '+']) && !before.is_empty() {
        return false;
    }
    // `ເວລາອອກຂ່າວ: 2022-01-20 08:43:34 | …`: a label that says so, whatever follows.
    let labelled =
        |end: usize| line.start + end + 4 >= date.start || without_stamps(Span::new(line.start + end, date.start).of(text)).is_empty();
    if begins(printed, Furniture::Published).is_some_and(labelled) {
        return true;
    }
    // `Báo … 06:40 19/09/2023`: a paper, the time, the day.
    if after.is_empty() && names_publisher(printed) && before.chars().count() <= 60 {
        return true;
    }
    // `Section Wednesday December 26, 2012 11:34 —Body`: the day in English, the time, and who published it behind a dash.
    let behind = behind_time(Span::new(date.end, line.end).of(text));
    if behind.is_some_and(|(_, name)| !name.trim().is_empty() && name.chars().count() <= 80) && before.chars().count() <= 32 {
        return true;
    }
    // Numbers beside the time of day count something.
    let counts = Span::new(line.start, date.start).of(text).split(' ').any(|word| word.contains(is_numeric) && !is_clock(word));
    // The first line of a page is its headline or its text, unless it says nothing but the date.
    let first = text.get(..line.start).is_none_or(|head| head.trim().is_empty());
    // VnEconomy • 23/11/2025: the site's name stands apart.
    let apart = Span::new(line.start, date.start).of(text).trim_end().ends_with(['•', '·']);
    if first && !before.is_empty() && !apart {
        return false;
    }
    before.is_empty() && short(&after) && after.chars().count() <= 20
        || after.is_empty() && before.chars().count() <= 24 && short(&before) && !counts
}

/// The time, and who published behind a dash: `11:34 —Body`, `19:44 -- example`.
pub(super) fn behind_time(tail: &str) -> Option<(&str, &str)> {
    tail.split_once('—').or_else(|| tail.split_once("--")).filter(|(clock, _)| is_clock(clock.trim()))
}

/// `14:20`, `09h30`: hours and minutes.
pub(super) fn is_clock(word: &str) -> bool {
    let parts = word.trim_end_matches([',', '-', '|']).split_once([':', 'h', '.']);
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    parts.is_some_and(|(hours, minutes)| digits(hours) && digits(minutes))
}

/// What stands before the date, without the words that belong to it.
pub(crate) fn publisher_name(before: &str) -> Option<&str> {
    let name = before.trim_matches(|c: char| !is_alphanumeric(c) && c != ')' && c != '(');
    (!name.is_empty()).then_some(name)
}

/// The half of a text that says the same thing twice.
pub(crate) fn doubled(name: &str) -> Option<&str> {
    let half = name.get(..name.len() / 2)?;
    let rest = name.get(name.len() / 2..)?;
    let blank = name.len() % 2 == 1 && name.get(name.len() / 2 + 1..) == Some(half);
    (!half.is_empty() && (half == rest || blank)).then_some(half)
}

/// Words of a date line that belong to its date: zones, weekdays, sections.
static STAMPS: LazyLock<Words<()>> = LazyLock::new(|| {
    let words = CALENDAR.iter().filter(|(word, meaning)| matches!(meaning, Calendar::Weekday(_) | Calendar::DayCue) && word.len() > 3);
    let cues = cues(Furniture::Stamp).filter(|cue| cue.place == Place::Inside).map(|cue| cue.spelling.as_str());
    Words::new(words.map(|(word, _)| word).chain(cues).map(|word| (word, ())))
});

/// A piece of a date line without times, zones, weekdays and the like.
fn without_stamps(piece: &str) -> String {
    let mut kept = String::with_capacity(piece.len());
    let mut at = 0;
    while let Some(c) = piece.get(at..).and_then(|rest| rest.chars().next()) {
        let stamp = STAMPS.at(piece, at);
        at = stamp.map_or(at + c.len_utf8(), |(end, ())| end);
        kept.push(if stamp.is_none() && (is_alphabetic(c) || is_mark(c)) { c } else { ' ' });
    }
    let words: Vec<&str> = kept.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The same without its author and its counters between bars: `โพสต์โดย : admin | วันที่ … | อ่าน 312 ครั้ง`.
fn without_labels(piece: &str) -> Cow<'_, str> {
    if !piece.contains('|') {
        return Cow::Borrowed(piece);
    }
    let labelled = |part: &&str| !is_byline(part.trim()) && !is_counter(part.trim());
    Cow::Owned(piece.split('|').filter(labelled).collect::<Vec<&str>>().join("|"))
}

pub(super) fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '໐'..='໙' | '๐'..='๙')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{e31}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{eb1}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}')
}
