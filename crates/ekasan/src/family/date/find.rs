//! Dates as printed, found outward from figures and month names.

use super::Modifier;
use super::parts::{Point, Year};
use super::periods::{after_word, at_month, month_in_figures, month_range, months_of_year, part_before_year, short_year, years};
use crate::family::scan::Scan;
use crate::lang::calendar::{Calendar, EVERY_YEAR, Era};
use crate::lang::lexicon::Meaning;
use crate::lang::number::{MAGNITUDES, UNITS};
use crate::lang::words::is_latin;
use crate::span::Span;
use crate::text::figure::Figure;
use crate::text::script::{is_alphabetic, is_alphanumeric, is_native};

/// A date as printed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Printed {
    pub(crate) span: Span,
    pub(crate) rule: &'static str,
    pub(crate) shape: Shape,
    pub(crate) modifier: Option<Modifier>,
    /// The words that say that it comes back every year.
    pub(crate) every_year: Option<Span>,
}

/// What kind of expression it is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    Point(Point),
    Range(Point, Point),
    /// The first or last months of a year.
    Months {
        first: u8,
        last: u8,
        year: Option<Year>,
    },
    Quarter(u8, Option<Year>),
    Decade(u16),
    Century(u16, Era),
    /// A mention that has no value: a lunar day, a day without its month.
    Refused(&'static str),
}

/// Finds all dates, in order, and takes their figures.
pub(crate) fn find(scan: &mut Scan<'_>) -> Vec<Printed> {
    let mut found: Vec<Printed> = Vec::new();
    let mut months: Vec<(Span, u8)> = scan
        .hits
        .iter()
        .filter_map(|hit| hit.find(|m| if let Meaning::Month(n) = m { Some(*n) } else { None }).map(|n| (hit.span, n)))
        .collect();
    months.reverse();
    let mut index = 0;
    let mut done = 0;
    loop {
        let figure = scan.figure(index).map(|figure| figure.span.start);
        let month = months.last().map(|(span, _)| span.start);
        let printed = match (figure, month) {
            (None, None) => break,
            (Some(at), next) if next.is_none_or(|next| at < next) => {
                let printed = (at >= done && scan.free(index).is_some()).then(|| at_figure(scan, index)).flatten();
                index += 1;
                printed
            }
            _ => {
                let Some((span, month)) = months.pop() else { break };
                (span.start >= done).then(|| at_month(scan, span, month)).flatten()
            }
        };
        if let Some(mut printed) = printed {
            // ngày 10 tháng 3 âm lịch, tháng Hai năm Tân Hợi
            if matches!(printed.shape, Shape::Point(_)) && is_lunar(scan, printed.span.end) {
                (printed.rule, printed.shape) = ("date.lunar", Shape::Refused("lunar_date"));
            }
            printed.modifier = printed.modifier.or_else(|| modifier(scan, printed.span.start));
            let yearless = matches!(printed.shape, Shape::Point(Point { day: Some(_), year: None, .. }));
            let before = || every_year_before(scan, printed.span.start).filter(|_| yearless);
            printed.every_year = every_year(scan, printed.span.end).or_else(before);
            scan.take(printed.span);
            done = printed.span.end;
            found.push(printed);
        }
    }
    found
}

/// A date as printed, before the words around it are asked.
pub(super) fn printed(span: Span, rule: &'static str, shape: Shape) -> Option<Printed> {
    Some(Printed { span, rule, shape, modifier: None, every_year: None })
}

/// The expression that begins with a figure.
fn at_figure(scan: &Scan<'_>, index: usize) -> Option<Printed> {
    let figure = scan.free(index)?;
    if is_in_thousands(scan, index) || index > 0 && is_in_thousands(scan, index - 1) {
        return None;
    }
    if stands_alone(scan, figure) {
        return short_year(scan, figure);
    }
    months_of_year(scan, index, figure)
        .or_else(|| after_word(scan, figure))
        .or_else(|| lunar(scan, figure))
        .or_else(|| days(scan, index, figure))
        .or_else(|| month_in_figures(scan, index, figure))
        .or_else(|| part_before_year(scan, figure))
        .or_else(|| years(scan, index, figure))
        .or_else(|| lone_day(scan, figure))
}

/// Whether a figure and the next are parts of one number: 1,922.
fn is_in_thousands(scan: &Scan<'_>, index: usize) -> bool {
    let (Some(figure), Some(next)) = (scan.figure(index), scan.figure(index + 1)) else { return false };
    next.digits == 3 && next.span.start == figure.span.end + 1 && matches!(scan.char_at(figure.span.end), Some(',' | '.'))
}

/// Whether a figure that is no year of four digits has neither a word of the calendar nor a sign beside it. Most count something.
fn stands_alone(scan: &Scan<'_>, figure: Figure) -> bool {
    let sign = |c: Option<char>| c.is_some_and(|c| !is_native(c) && !is_alphanumeric(c));
    figure.digits != 4
        && !sign(scan.char_before(scan.skip_back(figure.span.start)))
        && !sign(scan.char_at(scan.skip(figure.span.end)))
        && scan.calendar(figure.span.end).is_none()
        && scan.calendar_before(figure.span.start).is_none()
}

/// Days of the lunar calendar are recognised and refused: ขึ้น 15 ค่ำ เดือน 6, mồng 3 tháng Giêng.
fn lunar(scan: &Scan<'_>, figure: Figure) -> Option<Printed> {
    let (end, word) = scan.calendar(figure.span.end)?;
    let end = match word {
        Calendar::LunarDay => scan.month(end).map_or(end, |(_, _, end)| end),
        Calendar::LunarMonth => end,
        _ => return None,
    };
    printed(Span::new(figure.span.start, end), "date.lunar", Shape::Refused("lunar_date"))
}

/// Whether lunar words stand right after a day.
fn is_lunar(scan: &Scan<'_>, end: usize) -> bool {
    let end = match scan.char_at(scan.skip(end)) {
        Some('(') => scan.skip(end) + 1,
        _ => end,
    };
    matches!(scan.calendar(end), Some((_, Calendar::Lunar | Calendar::LunarDay)))
}

/// Whether a count of months is followed by another count: `7 เดือน 6 หมื่นล้าน` is seven months and a sum.
fn counts_months(scan: &Scan<'_>, point: &Point) -> bool {
    point.year.is_none() && scan.word(&MAGNITUDES, point.span.end).is_some() && !scan.day_cue(point.span.start)
}

/// Everything that begins with a day of the month.
fn days(scan: &Scan<'_>, index: usize, figure: Figure) -> Option<Printed> {
    if let Some(found) = day_list(scan, index, figure) {
        return Some(found);
    }
    if let Some(found) = day_range(scan, index, figure) {
        return Some(found);
    }
    if let Some(point) = scan.point(index).filter(|point| !counts_months(scan, point)) {
        let joined = if point.year.is_some() { point.span.end } else { over_this(scan, point.span.end) };
        // From one full day to another, in whatever form.
        if let Some(at) = scan.range(joined).or_else(|| slash_between(scan, &point))
            && let Some((next, _)) = scan.figure_at(at)
            && let Some(second) =
                scan.point(next).or_else(|| scan.numeric_pair(next).map(|(second, _)| second).filter(|second| second.day.is_some()))
        {
            return printed(point.span.join(second.span), "date.range", Shape::Range(point, second));
        }
        let rule = match (point.year, point.span.of(scan.text).bytes().all(|b| !b.is_ascii_alphabetic() && b < 0x80)) {
            (Some(_), _) => "date.day_month_year",
            _ => "date.day_month",
        };
        return printed(point.span, rule, Shape::Point(point));
    }
    pair(scan, index, figure)
}

/// Neighbouring days in a list, after the word for day: `3, 4, 5/7/2024`, `3, 4 ແລະ 5 ມີນາ`.
fn day_list(scan: &Scan<'_>, index: usize, figure: Figure) -> Option<Printed> {
    let day = |figure: Figure| u8::try_from(figure.value).ok().filter(|day| (1..=31).contains(day) && (1..=2).contains(&figure.digits));
    let first = day(figure).filter(|_| scan.day_cue(figure.span.start))?;
    let (mut last, mut at, mut count) = (first, figure.span.end, 1);
    loop {
        let (_, figure) = scan.figure_at(scan.list_mark(at)?)?;
        if day(figure)? != last + 1 || count > 30 {
            return None;
        }
        (last, at, count) = (last + 1, figure.span.end, count + 1);
        let point = scan
            .point(index + count - 1)
            .or_else(|| scan.numeric_pair(index + count - 1).map(|(point, _)| point))
            .filter(|point| point.day == Some(last));
        if let Some(point) = point.filter(|_| count > 2) {
            let first = Point { span: figure.span, day: Some(first), month: point.month, year: None };
            let start = scan.figure(index)?.span;
            return printed(start.join(point.span), "date.day_list", Shape::Range(Point { span: start, ..first }, point));
        }
    }
}

/// Past the word for "this", which ends a day without a year.
fn over_this(scan: &Scan<'_>, at: usize) -> usize {
    match scan.calendar(at) {
        Some((end, Calendar::This)) => end,
        _ => at,
    }
}

/// `10 กุมภาพันธ์ 1930 / 10 กุมภาพันธ์ 2025`: a slash between two full days.
fn slash_between(scan: &Scan<'_>, point: &Point) -> Option<usize> {
    let at = scan.skip(point.span.end);
    (point.year.is_some() && scan.char_at(at) == Some('/')).then(|| scan.skip(at + 1))
}

/// Two days that share their month: `6-7 ສິງຫາ`, `9 และ 10 มกราคม 2568`, `19-23/1/2026`, `24 - 25.7`.
fn day_range(scan: &Scan<'_>, index: usize, figure: Figure) -> Option<Printed> {
    let day = u8::try_from(figure.value).ok().filter(|day| (1..=31).contains(day) && figure.digits <= 2)?;
    let dash = scan.range(figure.span.end);
    let at = dash.or_else(|| scan.range_or_and(figure.span.end))?;
    let (next, second) = scan.figure_at(at)?;
    if next != index + 1 {
        return None;
    }
    let first = |month| Point { span: figure.span, day: Some(day), month, year: None };
    if let Some(point) = scan.point(next) {
        let last = point.day?;
        // Two days that are not neighbours are no period, unless a word or sign of a range joins them.
        if dash.is_none() && (last != day + 1 || point.month.is_none()) {
            return printed(figure.span, "date.day_month", Shape::Point(Point { month: point.month, year: point.year, ..first(None) }));
        }
        return printed(figure.span.join(point.span), "date.day_range", Shape::Range(first(point.month), point));
    }
    let (point, _) = scan.numeric_pair(next)?;
    let cue = scan.day_cue(figure.span.start) || second.digits == 2 && dash.is_some() && scan.calendar_before(figure.span.start).is_some();
    let neighbours = point.day == Some(day + 1) && scan.day_cue(figure.span.start);
    (point.day.is_some() && cue && (dash.is_some() || neighbours))
        .then(|| printed(figure.span.join(point.span), "date.day_range", Shape::Range(first(point.month), point)))?
}

/// `5/8` after a word for day, `5/2024`.
fn pair(scan: &Scan<'_>, index: usize, figure: Figure) -> Option<Printed> {
    let (point, separator) = scan.numeric_pair(index)?;
    if scan.char_before(figure.span.start).is_some_and(|c| is_alphabetic(c) && !c.is_ascii_lowercase() && c.is_ascii()) {
        return None;
    }
    if point.day.is_none() {
        let cue = matches!(
            scan.calendar_before(figure.span.start),
            Some((_, Calendar::MonthCue | Calendar::Near | Calendar::Start | Calendar::Middle | Calendar::End | Calendar::Range))
        );
        let numbered = scan.numbered(figure.span.start);
        if !cue && (separator != "/" || numbered) {
            return None;
        }
        return month_range(scan, point, "date.month_year");
    }
    // ແຕ່ 8.2 ໂຕນ
    if separator == "." && point.year.is_none() && scan.word(&UNITS, point.span.end).is_some_and(|(_, unit)| unit.contains(':')) {
        return None;
    }
    if is_lunar(scan, point.span.end) {
        return printed(point.span, "date.lunar", Shape::Refused("lunar_date"));
    }
    let second = scan.range(point.span.end).and_then(|at| scan.figure_at(at)).and_then(|(next, _)| {
        scan.point(next).or_else(|| scan.numeric_pair(next).map(|(second, _)| second)).filter(|second| second.day.is_some())
    });
    let cue = scan.day_cue(figure.span.start);
    if let Some(second) = second
        && (cue || second.year.is_some())
    {
        return printed(point.span.join(second.span), "date.range", Shape::Range(point, second));
    }
    let listed = separator == "/" && after_listed_day(scan, figure.span.start);
    // A first number over twelve and over the second is no fraction and no month: `Ngày Sách Việt Nam 21/4`.
    let after = scan.word(&UNITS, point.span.end).is_none() && !scan.char_at(point.span.end).is_some_and(is_alphanumeric);
    let bracketed = scan.char_before(figure.span.start) == Some('(');
    let likely = separator == "/"
        && figure.value > 12
        && after
        && !scan.numbered(figure.span.start)
        && (bracketed || scan.char_before(figure.span.start) == Some(' '));
    let closed = |end: usize| bracketed && scan.char_at(end) == Some(')');
    // (15/7 - 14/8)
    if let Some(second) = second.filter(|second| likely && closed(second.span.end)) {
        return printed(point.span.join(second.span), "date.range", Shape::Range(point, second));
    }
    // `Tiền Phong (09-01)`: no score has a nought before its second number.
    let padded = scan.figure(index + 1).is_some_and(|month| month.digits == 2 && month.value < 10);
    let paper = || padded && closed(point.span.end) && is_behind_name(scan, figure.span.start - 1);
    (cue || listed || likely || paper()).then(|| printed(point.span, "date.day_month", Shape::Point(point)))?
}

/// Whether a name of a word or two in Latin letters ends before a bracket: Tiền Phong, Dân trí.
fn is_behind_name(scan: &Scan<'_>, open: usize) -> bool {
    let head = scan.within(Span::new(open.saturating_sub(NAME).max(scan.clause_start(open)), open)).of(scan.text);
    head.split_whitespace().rev().take(2).any(|word| word.starts_with(char::is_uppercase))
}

/// Bytes of the longest such name that is looked at.
const NAME: usize = 40;

/// `30/4 và 1/5`: the second of a list of days.
fn after_listed_day(scan: &Scan<'_>, at: usize) -> bool {
    let at = match scan.calendar_before(at) {
        Some((start, Calendar::And)) => start,
        _ => match scan.char_before(scan.skip_back(at)) {
            Some(',') => scan.skip_back(at) - 1,
            _ => return false,
        },
    };
    let end = scan.skip_back(at);
    let Some(last) = scan.figures.partition_point(|figure| figure.span.end <= end).checked_sub(1).and_then(|last| scan.figure(last)) else {
        return false;
    };
    let first =
        scan.figures.partition_point(|figure| figure.span.start < last.span.start).checked_sub(1).and_then(|first| scan.figure(first));
    // Figures that are taken are a date's: 3/2, 19/5, 2/9 và 7/11.
    let taken = || scan.is_taken_before(end);
    last.span.end == end
        && first.is_some_and(|first| {
            Span::new(first.span.end, last.span.start).of(scan.text) == "/" && (scan.day_cue(first.span.start) || taken())
        })
}

/// A day without its month, after the word for day: recognised, and refused.
fn lone_day(scan: &Scan<'_>, figure: Figure) -> Option<Printed> {
    let (_, Calendar::DayCue) = scan.calendar_before(figure.span.start)? else { return None };
    let day = (1..=31).contains(&figure.value) && figure.digits <= 2;
    let counts = scan.word(&UNITS, figure.span.end).is_some() || scan.goes_on(figure.span.end);
    (day && !counts).then(|| printed(figure.span, "date.day", Shape::Refused("day_without_month")))?
}

/// Whether the beginning, the middle or the end of the period is meant.
fn modifier(scan: &Scan<'_>, start: usize) -> Option<Modifier> {
    let mut at = start;
    for _ in 0..3 {
        match scan.calendar_before(at)? {
            (_, Calendar::Start) => return Some(Modifier::Start),
            (_, Calendar::Middle) => return Some(Modifier::Middle),
            (_, Calendar::End) => return Some(Modifier::End),
            (before, Calendar::YearCue | Calendar::MonthCue | Calendar::Era(_)) => at = before,
            _ => return None,
        }
    }
    None
}

/// The words for "every year" in the clause before a day, where Vietnamese has them: mỗi năm 4 đợt vào các ngày 3/2, 19/5.
fn every_year_before(scan: &Scan<'_>, start: usize) -> Option<Span> {
    scan.char_before(scan.skip_back(start)).filter(|c| is_latin(*c) || *c == ',')?;
    let from = scan.clause_start(start).max(start.saturating_sub(CLAUSE));
    let (word, ()) = scan.last_word(&EVERY_YEAR, scan.within(Span::new(from.min(start), start)))?;
    let goes_on = !Span::new(word.end, start).of(scan.text).contains([';', '(', '“']);
    goes_on.then_some(word)
}

/// How far before a day the words for "every year" may stand, in bytes.
const CLAUSE: usize = 80;

/// The words for "every year" after a day.
fn every_year(scan: &Scan<'_>, end: usize) -> Option<Span> {
    let at = match scan.calendar(end) {
        Some((after, Calendar::Of)) => after,
        _ => end,
    };
    match scan.calendar(at) {
        Some((end, Calendar::EveryYear)) => Some(Span::new(scan.skip(at), end)),
        _ => None,
    }
}
