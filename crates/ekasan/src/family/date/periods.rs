//! Dates without a day as printed: months, quarters and other parts of a year, years, decades, centuries.

use super::find::{Printed, Shape, printed};
use super::parts::{Point, Want, Year, is_year};
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::calendar::{Calendar, Era, MONTH_CUES, SHORT_YEARS};
use crate::lang::number::{MAGNITUDES, NUMERALS};
use crate::span::Span;
use crate::text::figure::Figure;
use crate::text::script::{is_alphanumeric, is_numeric};

/// `6 ເດືອນຕົ້ນປີ 2024`, `9 tháng đầu năm 2020`.
pub(super) fn months_of_year(scan: &Scan<'_>, _index: usize, figure: Figure) -> Option<Printed> {
    let count = u8::try_from(figure.value).ok().filter(|count| (1..=11).contains(count) && figure.digits <= 2)?;
    let (end, word) = scan.calendar(figure.span.end)?;
    let (first, last) = match word {
        // `9 tháng năm 2024`: nine months of a year; the fifth month only after the word for day.
        Calendar::MonthCue | Calendar::Month(5, _) if !scan.day_cue(figure.span.start) => {
            let cue = MONTH_CUES.at(scan.text, scan.skip(figure.span.end)).map(|(end, ())| end)?;
            // 4 เดือน ในปี 2569: four months, some time in the year.
            let (_, Calendar::YearCue) = scan.calendar(cue).filter(|_| !scan.is_function_word(scan.skip(cue)))? else { return None };
            let year = scan.year(cue, Want::Cue).filter(|year| year.digits == 4)?;
            let shape = Shape::Months { first: 1, last: count, year: Some(year) };
            return printed(Span::new(figure.span.start, year.span.end), "date.months_of_year", shape);
        }
        Calendar::FirstMonths => (1, count),
        Calendar::LastMonths => (13 - count, 12),
        _ => return None,
    };
    let (year, end) = year_or_this(scan, end);
    printed(Span::new(figure.span.start, end), "date.months_of_year", Shape::Months { first, last, year })
}

/// The year after a part of it; where it is this year, or is not said, none.
fn year_or_this(scan: &Scan<'_>, at: usize) -> (Option<Year>, usize) {
    if let Some(year) = scan.year(at, Want::AfterMonth) {
        return (Some(year), year.span.end);
    }
    if let Some((cue, Calendar::YearCue)) = scan.calendar(at) {
        return match scan.calendar(cue) {
            Some((end, Calendar::This)) => (None, end),
            _ => (None, cue),
        };
    }
    (None, at)
}

/// Quarters, decades and centuries: a word, then the figure.
pub(super) fn after_word(scan: &Scan<'_>, figure: Figure) -> Option<Printed> {
    let (start, word) = scan.calendar_before(figure.span.start)?;
    let value = u16::try_from(figure.value).ok()?;
    let span = Span::new(start, figure.span.end);
    match word {
        Calendar::Quarter if (1..=4).contains(&value) && figure.digits <= 1 => {
            quarter(scan, start, figure.span.end, u8::try_from(value).ok()?)
        }
        Calendar::Decade if value < 100 && value % 10 == 0 && figure.digits == 2 => {
            printed(span, "date.decade", Shape::Decade(1900 + value))
        }
        Calendar::Decade if is_year(value) && value % 10 == 0 => printed(span, "date.decade", Shape::Decade(value)),
        Calendar::Century if (1..=26).contains(&value) => printed(span, "date.century", Shape::Century(value, Era::Gregorian)),
        Calendar::BuddhistCentury if (1..=27).contains(&value) => printed(span, "date.century", Shape::Century(value, Era::Buddhist)),
        _ => None,
    }
}

/// The last two digits of a Buddhist year behind a quarter in Thai: ไตรมาส 3/|67, ไตรมาส 1 ปี |67.
fn short_year_of_quarter(scan: &Scan<'_>, quarter: usize, end: usize) -> Option<Year> {
    let thai = scan.char_at(quarter).and_then(Language::of_letter) == Some(Language::Thai);
    let cued = scan.char_before(end) == Some('/');
    let at = match scan.calendar(end) {
        Some((cue, Calendar::YearCue)) if !cued => scan.skip(cue),
        _ if cued => end,
        _ => return None,
    };
    let (_, figure) = scan.figure_at(at).filter(|_| thai)?;
    let value = u16::try_from(figure.value).ok().filter(|value| figure.digits == 2 && SHORT.contains(value))?;
    (!scan.goes_on(figure.span.end)).then_some(Year { span: figure.span, value, digits: 2, era: None })
}

fn quarter(scan: &Scan<'_>, start: usize, end: usize, number: u8) -> Option<Printed> {
    let end = match scan.char_at(end) {
        Some('/' | '-') => end + 1,
        Some('.') if scan.figure_at(end + 1).is_some_and(|(_, year)| year.digits == 4) => end + 1,
        _ => end,
    };
    let year = scan.year(end, Want::AfterMonth).or_else(|| short_year_of_quarter(scan, start, end));
    let this = match scan.calendar(end) {
        Some((cue, Calendar::YearCue)) => scan.calendar(cue).filter(|(_, word)| *word == Calendar::This).map(|(end, _)| end),
        _ => None,
    };
    let stop = year.map(|year| year.span.end).or(this).unwrap_or_else(|| scan.skip_back(end));
    let stop = if matches!(scan.char_before(stop), Some('/' | '-')) { stop - 1 } else { stop };
    printed(Span::new(start, stop), "date.quarter", Shape::Quarter(number, year))
}

/// A part of a year said in words before it: `ครึ่งแรกของปี 2567`, `ไตรมาสแรกปี 2555`, `หกเดือนแรกของปี 2022`.
pub(super) fn part_before_year(scan: &Scan<'_>, figure: Figure) -> Option<Printed> {
    let value = u16::try_from(figure.value).ok().filter(|value| figure.digits == 4 && is_year(*value))?;
    let mut at = figure.span.start;
    let mut era = None;
    let (start, word) = loop {
        match scan.calendar_before(at)? {
            (before, Calendar::Era(word)) => {
                era = Some((word, Span::new(before, scan.skip_back(at))));
                at = before;
            }
            (before, Calendar::YearCue | Calendar::Of) => at = before,
            found => break found,
        }
    };
    let year = Some(Year { span: figure.span, value, digits: 4, era });
    let shape = |first, last| Shape::Months { first, last, year };
    let counted = scan.word_before(&NUMERALS, start);
    let (start, rule, shape) = match word {
        Calendar::FirstHalf => (start, "date.half_year", shape(1, 6)),
        Calendar::LastHalf => (start, "date.half_year", shape(7, 12)),
        Calendar::FirstQuarter => (start, "date.quarter", Shape::Quarter(1, year)),
        Calendar::LastQuarter => (start, "date.quarter", Shape::Quarter(4, year)),
        Calendar::FirstMonths => counted.map(|(before, count)| (before, "date.months_of_year", shape(1, *count)))?,
        Calendar::LastMonths => counted.map(|(before, count)| (before, "date.months_of_year", shape(13 - *count, 12)))?,
        _ => return None,
    };
    printed(Span::new(start, figure.span.end), rule, shape)
}

/// A month in figures after the word for month: `ເດືອນ 12 ປີ 1986`, `tháng 8 năm 1945`, `tháng 5`.
pub(super) fn month_in_figures(scan: &Scan<'_>, _index: usize, figure: Figure) -> Option<Printed> {
    let (cue, Calendar::MonthCue) = scan.calendar_before(figure.span.start)? else { return None };
    // `7 เดือน 6 หมื่นล้าน`: the word belongs to the count before it, the figure to a sum.
    let counted = scan.char_before(scan.skip_back(cue)).is_some_and(is_numeric);
    if counted && (scan.word(&MAGNITUDES, figure.span.end).is_some() || scan.counts_days(figure.span.end)) {
        return None;
    }
    let month = u8::try_from(figure.value).ok().filter(|month| (1..=12).contains(month) && figure.digits <= 2)?;
    let vietnamese = scan.text.get(cue..).is_some_and(|rest| rest.starts_with(['t', 'T']));
    let start = if vietnamese { cue } else { figure.span.start };
    if matches!(scan.calendar_before(cue), Some((_, Calendar::FullMoon))) {
        return printed(Span::new(start, figure.span.end), "date.lunar", Shape::Refused("lunar_date"));
    }
    let year = scan.year(figure.span.end, Want::AfterMonth).filter(|_| scan.char_at(figure.span.end) != Some('%'));
    if year.is_none() {
        // A month counted, or the months of a range: `tháng 4-6/2022`.
        if let Some((end, Calendar::Range)) = scan.calendar(figure.span.end)
            && let Some((next, second)) = scan.figure_at(scan.skip(match scan.calendar(end) {
                Some((end, Calendar::MonthCue)) => end,
                _ => end,
            }))
        {
            let first = Point { span: figure.span, day: None, month: Some(month), year: None };
            let last = match scan.numeric_pair(next) {
                Some((point, _)) if point.day.is_none() => Some(point),
                _ => u8::try_from(second.value).ok().filter(|last| (1..=12).contains(last) && second.digits <= 2).map(|last| {
                    let year = scan.year(second.span.end, Want::AfterMonth);
                    let span = Span::new(second.span.start, year.map_or(second.span.end, |year| year.span.end));
                    Point { span, day: None, month: Some(last), year }
                }),
            };
            if let Some(last) = last {
                return printed(figure.span.join(last.span), "date.month_range", Shape::Range(first, last));
            }
        }
        if matches!(scan.char_at(figure.span.end), Some('%')) || scan.goes_on(figure.span.end) {
            return None;
        }
        if event_before(scan, cue) {
            return None;
        }
    }
    let span = Span::new(start, year.map_or(figure.span.end, |year| year.span.end));
    let rule = if year.is_some() { "date.month_year" } else { "date.month" };
    printed(span, rule, Shape::Point(Point { span, day: None, month: Some(month), year }))
}

/// A month, or a range of months that begins with it.
pub(super) fn month_range(scan: &Scan<'_>, first: Point, rule: &'static str) -> Option<Printed> {
    if let Some((end, Calendar::Range)) = scan.calendar(first.span.end) {
        let at = match scan.calendar(end) {
            Some((end, Calendar::MonthCue)) => end,
            _ => end,
        };
        let second = match scan.calendar(at) {
            Some((end, Calendar::Month(month, short))) => {
                let year = scan.year(end, if short { Want::AfterMonthShort } else { Want::AfterMonth });
                let start = scan.skip(at);
                Some(Point { span: Span::new(start, year.map_or(end, |year| year.span.end)), day: None, month: Some(month), year })
            }
            _ => scan
                .figure_at(scan.skip(at))
                .and_then(|(next, _)| scan.numeric_pair(next))
                .map(|(point, _)| point)
                .filter(|point| point.day.is_none()),
        };
        if let Some(second) = second {
            return printed(first.span.join(second.span), "date.month_range", Shape::Range(first, second));
        }
    }
    printed(first.span, rule, Shape::Point(first))
}

/// A month by name that no day stands before.
pub(super) fn at_month(scan: &Scan<'_>, span: Span, month: u8) -> Option<Printed> {
    let (end, Calendar::Month(_, short)) = scan.calendar(span.start)? else { return None };
    if matches!(scan.calendar_before(span.start), Some((_, Calendar::FullMoon))) {
        return printed(span, "date.lunar", Shape::Refused("lunar_date"));
    }
    // `ພ.ຈ. 26, 2020`, `January 3, 2020`: the day follows.
    if let Some((_, day)) = scan.figure_at(scan.skip(end))
        && day.digits <= 2
        && (1..=31).contains(&day.value)
        && let end = scan.after_suffix(day.span.end)
        && scan.char_at(end) == Some(',')
        && let Some(year) = scan.year(end, Want::AfterMonth).filter(|year| year.digits == 4)
    {
        let span = Span::new(span.start, year.span.end);
        let point = Point { span, day: u8::try_from(day.value).ok(), month: Some(month), year: Some(year) };
        return printed(span, "date.month_day_year", Shape::Point(point));
    }
    let year = scan.year(end, if short { Want::AfterMonthShort } else { Want::AfterMonth });
    let cue = scan.calendar_before(span.start);
    let named = matches!(cue, Some((_, Calendar::MonthCue | Calendar::Start | Calendar::Middle | Calendar::End)));
    let this = matches!(scan.calendar(end), Some((_, Calendar::This)));
    let span = Span::new(span.start, year.map_or(end, |year| year.span.end));
    let found = month_range(
        scan,
        Point { span, day: None, month: Some(month), year },
        if year.is_some() { "date.month_year" } else { "date.month" },
    )?;
    let range = matches!(found.shape, Shape::Range(..));
    let event = cue.is_some_and(|(start, _)| event_before(scan, start)) || event_before(scan, span.start);
    let doubtful = short || span.of(scan.text).chars().count() < 5;
    let plain = year.is_none() && !this && (!range || short && found.span.of(scan.text).chars().count() < 6);
    if plain && (event || (doubtful && !named)) {
        return None;
    }
    Some(found)
}

fn event_before(scan: &Scan<'_>, at: usize) -> bool {
    matches!(scan.calendar_before(at), Some((_, Calendar::Event)))
}

/// The last two digits of the Buddhist years that are printed so.
const SHORT: std::ops::RangeInclusive<u16> = 50..=80;

/// The last two digits of a Buddhist year behind the word for year: `ปี 66`, `ปี’69`.
pub(super) fn short_year(scan: &Scan<'_>, figure: Figure) -> Option<Printed> {
    let value = u16::try_from(figure.value).ok().filter(|value| figure.digits == 2 && SHORT.contains(value))?;
    let quote = scan.char_before(figure.span.start).filter(|c| matches!(c, '\'' | '‘' | '’'));
    let cue = figure.span.start - quote.map_or(0, char::len_utf8);
    let (_, sure) = scan.word_before(&SHORT_YEARS, cue)?;
    // เมื่อปี 61 จังหวัดเคยเสนอ
    let counts = quote.is_none() && !sure && scan.counts(figure.span.end);
    if counts || scan.goes_on(figure.span.end) {
        return None;
    }
    let year = Year { span: figure.span, value, digits: 2, era: None };
    let point = Point { span: figure.span, day: None, month: None, year: Some(year) };
    printed(figure.span, "date.year", Shape::Point(point))
}

/// Years and ranges of years.
pub(super) fn years(scan: &Scan<'_>, _index: usize, figure: Figure) -> Option<Printed> {
    let era = match scan.calendar_before(figure.span.start) {
        Some((start, Calendar::Era(era))) => Some((era, Span::new(start, scan.skip_back(figure.span.start)))),
        _ => None,
    };
    let start = era.map_or(figure.span.start, |(_, span)| span.start);
    let cue = matches!(
        scan.calendar_before(start),
        Some((_, Calendar::YearCue | Calendar::DayCue | Calendar::Start | Calendar::Middle | Calendar::End))
    );
    let value = u16::try_from(figure.value).ok()?;
    if let Some(short) = short_year(scan, figure) {
        return Some(short);
    }
    let fits = (figure.digits == 4 && is_year(value)) || (figure.digits == 3 && era.is_some());
    // Before another year an era is that of this one: โคโรนา 2019 |พ.ศ. 2564.
    let of_next = |end: usize| scan.figure_at(scan.skip(end)).is_some_and(|(_, next)| next.digits == 4);
    let after = match scan.calendar(figure.span.end) {
        Some((end, Calendar::Era(word))) if era.is_none() && matches!(scan.char_before(end), Some('N' | 'E' | '.')) && !of_next(end) => {
            Some((word, end))
        }
        _ => None,
    };
    let (era, end) = match after {
        Some((word, end)) => (Some((word, Span::new(figure.span.end, end))), end),
        None => (era, figure.span.end),
    };
    if !fits || scan.goes_on(figure.span.end) {
        return None;
    }
    let span = Span::new(start, end);
    let year = Year { span, value, digits: 4, era };
    let point = Point { span, day: None, month: None, year: Some(year) };
    if let Some(second) = second_year(scan, &year, end) {
        return printed(span.join(second.span), "date.year_range", Shape::Range(point, second));
    }
    // `2016 tháng`? A number that counts is no year; one glued to letters or signs is a name.
    let counts = scan.counts(figure.span.end);
    let glued = scan
        .char_before(start)
        .is_some_and(|c| matches!(c, '.' | ',' | '/' | '-' | '–' | '#' | '+' | ':' | '$' | '_') || c.is_ascii_alphabetic());
    let tail = matches!(scan.char_at(end), Some('/' | ':' | '-' | '+')) && scan.char_at(end + 1).is_some_and(is_alphanumeric);
    if cue || era.is_some() {
        return (!tail || era.is_some()).then(|| printed(span, "date.year", Shape::Point(point)))?;
    }
    let likely = matches!(value, 1900..=2099 | 2450..=2640);
    let beside = scan.char_before(scan.skip_back(start)).is_some_and(|c| c.is_ascii_digit());
    let bare = likely && !beside && !counts && !glued && !tail && !scan.numbered(start);
    bare.then(|| printed(span, "date.year", Shape::Point(point)))?
}

/// The second year of a range: `2025-2030`, `พ.ศ. 2489 ถึง พ.ศ. 2512`, `2023-24`, `2554/55`.
fn second_year(scan: &Scan<'_>, first: &Year, end: usize) -> Option<Point> {
    let slash = scan.char_at(scan.skip(end)) == Some('/');
    let at = if slash { scan.skip(scan.skip(end) + 1) } else { scan.range(end)? };
    let (at, era) = match scan.calendar(at) {
        Some((after, Calendar::Era(era))) => (scan.skip(after), Some((era, Span::new(at, after)))),
        _ => (at, None),
    };
    let (_, figure) = scan.figure_at(at)?;
    let value = u16::try_from(figure.value).ok()?;
    let (value, digits) = match figure.digits {
        4 if is_year(value) => (value, 4),
        2 if u32::from(value) == u32::from(first.value + 1) % 100 => (first.value + 1, 4),
        _ => return None,
    };
    let near = value.abs_diff(first.value) <= 250 && (!slash || value == first.value + 1);
    let tail = matches!(scan.char_at(figure.span.end), Some('/' | '-')) && scan.char_at(figure.span.end + 1).is_some_and(is_alphanumeric);
    if !near || tail || scan.goes_on(figure.span.end) {
        return None;
    }
    let span = Span::new(era.map_or(figure.span.start, |(_, span)| span.start), figure.span.end);
    Some(Point { span, day: None, month: None, year: Some(Year { span, value, digits, era }) })
}
