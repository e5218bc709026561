//! Words of the calendar: months, eras, weekdays, and what stands around the parts of a date.

use std::sync::LazyLock;

use super::table::{Row, rows};
use super::words::Words;

/// What a word of the calendar says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Calendar {
    /// A month by name, and whether the name is abbreviated.
    Month(u8, bool),
    Era(Era),
    /// Monday is 1.
    Weekday(u8),
    /// Stands before a day, a month or a year in figures.
    DayCue,
    MonthCue,
    YearCue,
    /// From … to.
    Range,
    And,
    /// Of the current year.
    This,
    Of,
    Start,
    Middle,
    End,
    /// The first, the last … months of a year.
    FirstMonths,
    LastMonths,
    FirstHalf,
    LastHalf,
    Quarter,
    FirstQuarter,
    LastQuarter,
    Decade,
    Century,
    BuddhistCentury,
    EveryYear,
    /// Says that a day is one of the lunar calendar.
    Lunar,
    /// Counts days of the lunar month.
    LunarDay,
    /// A month of the lunar year.
    LunarMonth,
    /// Before a month: its full moon, which only a lunar month has on a fixed day.
    FullMoon,
    /// After it a bare day and month is a date.
    Near,
    /// Something named after a month.
    Event,
    /// The break of day between two days.
    Dawn,
    /// Glued to the number of a day in English: 16th.
    DaySuffix,
}

/// The words for "every year".
pub(crate) static EVERY_YEAR: LazyLock<Words<()>> = LazyLock::new(|| {
    let words = CALENDAR.iter().filter(|(_, meaning)| matches!(meaning, Calendar::EveryYear));
    Words::new(words.map(|(word, _)| (word, ())))
});

/// Words behind a day or a month that give its year from that of the page, as years from it: ปีหน้า, năm ngoái.
pub(crate) static RELATIVE_YEARS: LazyLock<Words<i16>> = LazyLock::new(|| {
    let years = |row: Row<'static>| Some((row.get("spelling"), row.get("years").parse().ok()?));
    Words::new(rows(include_str!("../../data/relative_years.tsv")).filter_map(years))
});

/// Names of years of the lunar calendar without the word for year: Giáp Thìn.
pub(crate) static LUNAR_YEARS: LazyLock<Words<()>> = LazyLock::new(|| {
    let lunar = rows(include_str!("../../data/date_words.tsv")).filter(|row| row.get("role") == "lunar");
    Words::new(lunar.filter_map(|row| Some((row.get("spelling").strip_prefix("năm ")?, ()))))
});

/// How years are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Era {
    Buddhist,
    Gregorian,
    /// Chula Sakarat, historical.
    Lesser,
    /// Rattanakosin Sok, historical.
    Rattanakosin,
}

/// All words of the calendar.
pub(crate) static CALENDAR: LazyLock<Words<Calendar>> = LazyLock::new(|| {
    let months = rows(include_str!("../../data/months.tsv")).map(|row| {
        let number = row.get("month").parse().unwrap_or_default();
        (row.get("spelling"), Calendar::Month(number, row.get("form") == "abbreviation"))
    });
    let eras = rows(include_str!("../../data/eras.tsv")).filter_map(|row| {
        let era = match row.get("era") {
            "buddhist" => Era::Buddhist,
            "gregorian" => Era::Gregorian,
            "lesser" => Era::Lesser,
            "rattanakosin" => Era::Rattanakosin,
            _ => return None,
        };
        Some((row.get("spelling"), Calendar::Era(era)))
    });
    let weekdays = rows(include_str!("../../data/weekdays.tsv"))
        .map(|row| (row.get("spelling"), Calendar::Weekday(row.get("weekday").parse().unwrap_or_default())));
    let words = rows(include_str!("../../data/date_words.tsv")).filter_map(|row| Some((cell(row.get("spelling")), role(row.get("role"))?)));
    Words::new(months.chain(eras).chain(weekdays).chain(words))
});

/// The words for month alone, where a month's name would be longer.
pub(crate) static MONTH_CUES: LazyLock<Words<()>> = LazyLock::new(|| {
    Words::new(
        rows(include_str!("../../data/date_words.tsv")).filter(|row| row.get("role") == "month").map(|row| (row.get("spelling"), ())),
    )
});

/// The words for year behind which two digits are those of a Buddhist one, and whether they are where they could count what follows them too.
pub(crate) static SHORT_YEARS: LazyLock<Words<bool>> = LazyLock::new(|| {
    let short = |row: &Row<'_>| matches!(row.get("short"), "yes" | "sure");
    Words::new(rows(include_str!("../../data/date_words.tsv")).filter(short).map(|row| (row.get("spelling"), row.get("short") == "sure")))
});

/// A hyphen stands for itself, not for an empty cell.
fn cell(spelling: &str) -> &str {
    if spelling.is_empty() { "-" } else { spelling }
}

fn role(name: &str) -> Option<Calendar> {
    Some(match name {
        "day" => Calendar::DayCue,
        "month" => Calendar::MonthCue,
        "year" => Calendar::YearCue,
        "range" => Calendar::Range,
        "and" => Calendar::And,
        "this" => Calendar::This,
        "of" => Calendar::Of,
        "start" => Calendar::Start,
        "middle" => Calendar::Middle,
        "end" => Calendar::End,
        "first_months" => Calendar::FirstMonths,
        "last_months" => Calendar::LastMonths,
        "first_half" => Calendar::FirstHalf,
        "last_half" => Calendar::LastHalf,
        "quarter" => Calendar::Quarter,
        "first_quarter" => Calendar::FirstQuarter,
        "last_quarter" => Calendar::LastQuarter,
        "decade" => Calendar::Decade,
        "century" => Calendar::Century,
        "buddhist_century" => Calendar::BuddhistCentury,
        "every_year" => Calendar::EveryYear,
        "lunar" => Calendar::Lunar,
        "lunar_day" => Calendar::LunarDay,
        "lunar_month" => Calendar::LunarMonth,
        "full_moon" => Calendar::FullMoon,
        "near" => Calendar::Near,
        "event" => Calendar::Event,
        "dawn" => Calendar::Dawn,
        "day_suffix" => Calendar::DaySuffix,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_role_and_every_month_a_name() {
        for row in rows(include_str!("../../data/date_words.tsv")) {
            assert!(role(row.get("role")).is_some(), "{}", row.get("role"));
        }
        for lang in ["lo", "th", "vi", "en"] {
            for month in 1..=12u8 {
                let of = |row: &Row<'_>| row.get("lang") == lang && row.get("month") == month.to_string();
                assert!(rows(include_str!("../../data/months.tsv")).any(|row| of(&row)), "{lang} {month}");
            }
        }
    }

    #[test]
    fn no_spelling_means_two_things() {
        let mut seen = std::collections::HashMap::new();
        for (spelling, meaning) in CALENDAR.iter() {
            if let Some(other) = seen.insert(spelling.to_owned(), *meaning) {
                assert_eq!(other, *meaning, "{spelling}");
            }
        }
    }
}
