//! Dates: every calendar expression with a numeral or a month name.

pub(crate) mod find;
pub(crate) mod parts;
mod periods;
pub(crate) mod resolve;

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind};

/// A date's value. Years are Gregorian, whatever was printed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Date {
    /// EDTF (ISO 8601-2), such as `2018-10-22`, `2024-05`, `2025/2030`, `XXXX-08-05`, `2024-35` (third quarter).
    pub edtf: String,
    /// The calendar in which the year was printed.
    pub calendar: CalendarName,
    /// Whether the year came from the page's date.
    pub anchored: bool,
    /// The part of the period that the text names.
    pub modifier: Option<Modifier>,
}

/// How the printed years are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CalendarName {
    /// Common era; also where no year is printed.
    Gregorian,
    /// Buddhist era of Thailand and Laos: the Gregorian year plus 543 (before 1941 the Thai year began in April: proleptic here).
    Buddhist,
}

/// A part of a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Modifier {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(into = "String", try_from = "String")]
#[schemars(with = "String")]
pub struct Day {
    /// Gregorian year.
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// The day, if the calendar has it.
    #[must_use]
    pub fn new(year: i16, month: u8, day: u8) -> Option<Day> {
        let (m, d) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        jiff::civil::Date::new(year, m, d).ok().filter(|_| year > 0).map(|_| Day { year, month, day })
    }

    /// Monday is 1.
    #[must_use]
    pub fn weekday(self) -> u8 {
        let (m, d) = (i8::try_from(self.month).unwrap_or(1), i8::try_from(self.day).unwrap_or(1));
        jiff::civil::Date::new(self.year, m, d).map_or(0, |date| date.weekday().to_monday_one_offset().unsigned_abs())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Day {
    type Err = Error;

    fn from_str(text: &str) -> Result<Day, Error> {
        let wrong = || Error::new(ErrorKind::InvalidDate, format!("saw {text:?}, wanted a calendar day as YYYY-MM-DD"));
        let mut parts = text.split('-');
        let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(wrong());
        };
        let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
        if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
            return Err(wrong());
        }
        let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else { return Err(wrong()) };
        Day::new(year, month, day).ok_or_else(wrong)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> String {
        day.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = Error;

    fn try_from(text: String) -> Result<Day, Error> {
        text.parse()
    }
}
