//! What printed dates mean: eras decided, years anchored, impossible days refused.

use super::find::{Printed, Shape};
use super::parts::{Point, Year};
use super::{CalendarName, Date, Day};
use crate::document::{Code, Diagnostic, Evidence, Record};
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::calendar::{CALENDAR, Calendar, Era, RELATIVE_YEARS};
use crate::span::Span;
use crate::text::script::is_alphabetic;

/// How far before the end of a date a letter tells its language, in characters.
const LETTERS: usize = 80;
/// The Buddhist year less the Gregorian.
const BUDDHIST: i16 = 543;
/// Where a page has no date: up to this year two digits are of this century.
const LAST_SHORT_YEAR: i16 = 2025;
/// So far ahead of the page a Buddhist year of two digits is one to come, as plans name them.
const SHORT_YEARS_AHEAD: i16 = 5;
/// Nobody sets a day after this year: of 2652 for 2562 the digits were swapped.
const LAST_YEAR_OF_DAYS: i16 = 2100;
/// So far ahead of the page they can only be of the last century.
const SHORT_YEARS_UNCLEAR: i16 = 25;

/// The page's own date, and where it is printed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PageDate {
    pub(crate) day: Day,
    /// In the normalized text; none where the caller gave it.
    pub(crate) span: Option<Span>,
}

/// Gives every printed date its value.
pub(crate) fn resolve(scan: &Scan<'_>, found: &[Printed], page: Option<PageDate>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Record<Date>> {
    let mut records = Vec::with_capacity(found.len());
    for (index, printed) in found.iter().enumerate() {
        let relative =
            scan.word(&RELATIVE_YEARS, printed.span.end).map(|(end, years)| (*years, Span::new(scan.skip(printed.span.end), end)));
        let borrowed = if relative.is_none() { borrowed(scan, found, index) } else { None };
        let letter = scan.text.get(..printed.span.end).and_then(|before| before.chars().rev().take(LETTERS).find(|c| is_alphabetic(*c)));
        let thai = letter.and_then(Language::of_letter) == Some(Language::Thai);
        let mut reading = Reading { page, borrowed, relative, thai, evidence: Vec::new(), problem: None };
        if let Some(words) = printed.every_year {
            reading.evidence.push(Evidence::new("every_year", words));
        }
        let value = reading.value(printed);
        if let Some((code, message)) = reading.problem {
            diagnostics.push(Diagnostic { code: Code::from(code), span: printed.span, message });
        }
        records.push(Record {
            span: printed.span,
            block: scan.block(printed.span.start),
            rule: Code::from(printed.rule),
            value,
            readings: Vec::new(),
            evidence: reading.evidence,
        });
    }
    records
}

/// The year of the next date, where a day without a year is joined to it: "the night of 9 February and the early
/// hours of 10 February 1930".
fn borrowed(scan: &Scan<'_>, found: &[Printed], index: usize) -> Option<Year> {
    let (first, next) = (found.get(index)?, found.get(index + 1)?);
    let Shape::Point(Point { day, year: None, month: Some(month), .. }) = first.shape else { return None };
    let Shape::Point(Point { day: next_day, year: Some(year), month: Some(next_month), .. }) = next.shape else { return None };
    if day.is_some() != next_day.is_some() {
        return None;
    }
    let between = Span::new(first.span.end, next.span.start);
    let joined = between.len() <= 120
        && !between.of(scan.text).contains(['.', ';', '(', ')', '"', '“', '”'])
        && CALENDAR.iter().any(|(word, meaning)| {
            matches!(meaning, Calendar::And | Calendar::Range) && word.len() > 1 && between.of(scan.text).contains(word)
        });
    (joined && next_month >= month).then_some(year)
}

struct Reading {
    page: Option<PageDate>,
    borrowed: Option<Year>,
    /// What stands behind the date and gives its year from that of the page.
    relative: Option<(i16, Span)>,
    /// Whether the last letter of it, or else before it, is Thai.
    thai: bool,
    evidence: Vec<Evidence>,
    problem: Option<(&'static str, String)>,
}

/// A year decided.
#[derive(Clone, Copy)]
struct Decided {
    year: i16,
    calendar: CalendarName,
    anchored: bool,
}

impl Reading {
    fn value(&mut self, printed: &Printed) -> Option<Date> {
        let recurring = printed.every_year.is_some();
        let (edtf, decided) = match &printed.shape {
            Shape::Refused(code) => {
                self.problem = Some((code, "a mention of a date whose value this text does not give".to_owned()));
                return None;
            }
            Shape::Point(point) => {
                let decided = if recurring { None } else { self.year(point.year, point.month.is_some()) };
                if point.year.is_some() && decided.is_none() {
                    return None;
                }
                (self.point(point, decided)?, decided)
            }
            Shape::Range(first, second) => return self.range(first, second, printed),
            Shape::Months { first, last, year } => {
                let decided = self.year_wanted(*year)?;
                let year = decided.year;
                (format!("{year:04}-{first:02}/{year:04}-{last:02}"), Some(decided))
            }
            Shape::Quarter(number, year) => {
                let decided = self.year_wanted(*year)?;
                (format!("{:04}-{}", decided.year, 32 + number), Some(decided))
            }
            Shape::Decade(value) if *value >= 2400 => {
                let first = value - 543;
                let decided = Decided { year: 0, calendar: CalendarName::Buddhist, anchored: false };
                (format!("{first:04}/{:04}", first + 9), Some(decided))
            }
            Shape::Decade(value) => (format!("{}X", value / 10), None),
            Shape::Century(number, Era::Buddhist) => {
                let last = number * 100;
                let decided = Decided { year: 0, calendar: CalendarName::Buddhist, anchored: false };
                (format!("{:04}/{:04}", last.checked_sub(99 + 543)?, last.checked_sub(543)?), Some(decided))
            }
            Shape::Century(number, _) => (format!("{:02}XX", number - 1), None),
        };
        Some(Date {
            edtf,
            calendar: decided.map_or(CalendarName::Gregorian, |decided| decided.calendar),
            anchored: decided.is_some_and(|decided| decided.anchored),
            modifier: printed.modifier,
        })
    }

    /// The year of a part of it, which has no value without one.
    fn year_wanted(&mut self, year: Option<Year>) -> Option<Decided> {
        let decided = self.year(year, true);
        if decided.is_none() && self.problem.is_none() {
            self.problem = Some(("no_year", "part of a year that the text does not name".to_owned()));
        }
        decided
    }

    /// A printed year decided; without one, that of the next date or of the page.
    fn year(&mut self, year: Option<Year>, anchor: bool) -> Option<Decided> {
        match year {
            Some(year) => self.printed_year(year),
            None => match self.borrowed {
                Some(year) => {
                    self.evidence.push(Evidence::new("year_of_next_date", year.span));
                    self.printed_year(year)
                }
                None => self.page.filter(|_| anchor).and_then(|page| {
                    let (years, words) = self.relative.map_or((0, None), |(years, words)| (years, Some(words)));
                    // EDTF has four digits for a year.
                    let year = page.day.year.checked_add(years).filter(|year| (0..=9999).contains(year))?;
                    self.evidence.push(Evidence::new("page_date", page.span.unwrap_or_default()));
                    self.evidence.extend(words.map(|words| Evidence::new("relative_year", words)));
                    Some(Decided { year, calendar: CalendarName::Gregorian, anchored: true })
                }),
            },
        }
    }

    fn printed_year(&mut self, year: Year) -> Option<Decided> {
        let value = i16::try_from(year.value).ok()?;
        let era = year.era.map(|(era, _)| era);
        if let Some((era, span)) = year.era {
            let code = match era {
                Era::Buddhist => "era_buddhist",
                Era::Gregorian => "era_gregorian",
                Era::Lesser | Era::Rattanakosin => {
                    self.problem = Some(("historical_era", "a year of an era that is not converted".to_owned()));
                    return None;
                }
            };
            self.evidence.push(Evidence::new(code, span));
        }
        let buddhist = |year: i16| Some(Decided { year: year - BUDDHIST, calendar: CalendarName::Buddhist, anchored: false });
        let gregorian = |year: i16| Some(Decided { year, calendar: CalendarName::Gregorian, anchored: false });
        match (value, era) {
            (2400.., _) => {
                self.evidence.push(Evidence::new("year_over_2400", year.span));
                if era == Some(Era::Gregorian) {
                    self.problem = Some(("era_mismatch", format!("year {value} is Buddhist, whatever the era word says")));
                }
                buddhist(value)
            }
            (1900..=2100, Some(Era::Buddhist)) => {
                self.problem = Some(("era_mismatch", format!("year {value} is Gregorian, whatever the era word says")));
                gregorian(value)
            }
            (0..=99, _) if year.digits == 2 => {
                self.evidence.push(Evidence::new("two_digit_year", year.span));
                match era {
                    Some(Era::Buddhist) => buddhist(2500 + value),
                    Some(_) => {
                        self.problem = Some(("impossible_year", format!("saw two digits, {value}, for a Gregorian year, wanted four")));
                        None
                    }
                    None if self.thai => self.two_digits_in_thai(value),
                    None => self.two_digits(value),
                }
            }
            (544.., Some(Era::Buddhist)) => buddhist(value),
            (_, Some(Era::Buddhist)) => {
                self.problem = Some(("impossible_year", format!("saw Buddhist year {value}, wanted one of the common era: 544 or later")));
                None
            }
            (1..=2200, _) => gregorian(value),
            _ => {
                self.problem = Some(("impossible_year", format!("saw year {value}, wanted one to 2200 or from 2400 on")));
                None
            }
        }
    }

    /// Thai pages shorten the Buddhist year: of 2567 and 2067 the nearer to the page's own is meant. One far ahead of
    /// the page may be a translator's Gregorian year of the last century.
    fn two_digits_in_thai(&mut self, value: i16) -> Option<Decided> {
        let (gregorian, buddhist) = (2000 + value, 2500 + value - BUDDHIST);
        let page = self.page.map_or(LAST_SHORT_YEAR, |page| page.day.year);
        if page.abs_diff(gregorian) < page.abs_diff(buddhist) {
            Some(Decided { year: gregorian, calendar: CalendarName::Gregorian, anchored: false })
        } else if buddhist - page <= SHORT_YEARS_AHEAD {
            Some(Decided { year: buddhist, calendar: CalendarName::Buddhist, anchored: false })
        } else {
            self.unclear_century(value)
        }
    }

    fn unclear_century(&mut self, value: i16) -> Option<Decided> {
        self.problem = Some(("ambiguous_year", format!("saw two digits, {value}, for a year that may be of this century or the last")));
        None
    }

    /// Elsewhere the years of the common era lose their century: the last such year up to that behind the page's own
    /// is meant. Ahead of it lie years that may be of either century.
    fn two_digits(&mut self, value: i16) -> Option<Decided> {
        let page = self.page.map_or(LAST_SHORT_YEAR, |page| page.day.year);
        let year = match 2000 + value - page {
            ..=1 => 2000 + value,
            SHORT_YEARS_UNCLEAR.. => 1900 + value,
            _ => return self.unclear_century(value),
        };
        Some(Decided { year, calendar: CalendarName::Gregorian, anchored: false })
    }

    fn point(&mut self, point: &Point, decided: Option<Decided>) -> Option<String> {
        let year = decided.map(|decided| decided.year);
        let head = year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
        Some(match (point.month, point.day) {
            (None, _) => head,
            (Some(month), None) if (1..=12).contains(&month) => format!("{head}-{month:02}"),
            (_, Some(_)) if year.is_some_and(|year| year > LAST_YEAR_OF_DAYS) => {
                self.problem = Some((
                    "impossible_year",
                    format!("saw a day of {head}, wanted one to {LAST_YEAR_OF_DAYS}: the digits may be misprinted"),
                ));
                return None;
            }
            (Some(month), Some(day)) if Day::new(year.unwrap_or(2000), month, day).is_some() => format!("{head}-{month:02}-{day:02}"),
            (month, day) => {
                let (day, month) = (day.unwrap_or_default(), month.unwrap_or_default());
                self.problem = Some(("impossible_date", format!("no day {day} in month {month} of {head}")));
                return None;
            }
        })
    }

    fn range(&mut self, first: &Point, second: &Point, printed: &Printed) -> Option<Date> {
        let recurring = printed.every_year.is_some();
        // From 1/7/2024 to 31/8 the year printed first goes on; from 15/11/2024 to 15/1 it is the next.
        let carried = match (first.year, second.year) {
            (Some(year), None) if !recurring && second.month.is_some() => {
                self.evidence.push(Evidence::new("year_of_range_start", year.span));
                let later = i16::from(second.month < first.month);
                self.printed_year(year).map(|start| Decided { year: start.year + later, ..start })
            }
            _ => None,
        };
        let last = if recurring { None } else { carried.or_else(|| self.year(second.year, second.month.is_some())) };
        if second.year.is_some() && last.is_none() {
            return None;
        }
        let start = match first.year {
            Some(year) => Some(self.printed_year(year)?),
            // The year printed once is the second's; the first lies in the year before where its month comes later.
            None => last.map(|last| if first.month > second.month { Decided { year: last.year - 1, ..last } } else { last }),
        };
        let (from, to) = (self.point(first, start)?, self.point(second, last)?);
        if to < from && start.is_some() {
            self.problem = Some(("reversed_range", format!("{from} comes after {to}")));
            return None;
        }
        Some(Date {
            edtf: format!("{from}/{to}"),
            calendar: last.map_or(CalendarName::Gregorian, |last| last.calendar),
            anchored: last.is_some_and(|last| last.anchored),
            modifier: printed.modifier,
        })
    }
}
