//! The parts of a printed date: years, points in time, and the words between them.

use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::calendar::{CALENDAR, Calendar, Era};
use crate::lang::cited::NUMBER_WORDS;
use crate::lang::lexicon::Meaning;
use crate::lang::number::{UNIT_TRAPS, UNITS};
use crate::span::Span;

/// A year as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Year {
    /// The era word and the figure.
    pub(crate) span: Span,
    pub(crate) value: u16,
    /// Two or four.
    pub(crate) digits: u8,
    pub(crate) era: Option<(Era, Span)>,
}

/// A day, a month or a year as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) span: Span,
    pub(crate) day: Option<u8>,
    pub(crate) month: Option<u8>,
    pub(crate) year: Option<Year>,
}

/// How much has to say that a figure is a year.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Want {
    /// A day and a month stand before it.
    AfterMonth,
    /// The same, and two digits are enough.
    AfterMonthShort,
    /// An era word or a word for year must stand before it.
    Cue,
}

impl Scan<'_> {
    pub(crate) fn calendar(&self, at: usize) -> Option<(usize, Calendar)> {
        self.word(&CALENDAR, at).map(|(end, word)| (end, *word))
    }

    /// Where a list goes on: after a comma, the word for "and", or both.
    pub(crate) fn list_mark(&self, at: usize) -> Option<usize> {
        let comma = self.skip(at);
        let next = (self.char_at(comma) == Some(',')).then(|| self.skip(comma + 1));
        match self.calendar(next.unwrap_or(at)) {
            Some((end, Calendar::And)) => Some(self.skip(end)),
            _ => next,
        }
    }

    pub(crate) fn calendar_before(&self, at: usize) -> Option<(usize, Calendar)> {
        self.word_before(&CALENDAR, at).map(|(start, word)| (start, *word))
    }

    /// A year at or after a byte, over blanks, a comma, the word for year and an era word.
    pub(crate) fn year(&self, at: usize, want: Want) -> Option<Year> {
        let mut at = self.skip(at);
        let mut cue = false;
        let mut era = None;
        if want != Want::Cue && self.char_at(at) == Some(',') {
            at = self.skip(at + 1);
        }
        for _ in 0..3 {
            match self.calendar(at) {
                Some((end, Calendar::YearCue)) => {
                    cue = true;
                    at = end;
                }
                Some((end, Calendar::Of)) if cue || want != Want::Cue => at = end,
                Some((end, Calendar::Era(word))) => {
                    era = Some((word, Span::new(self.skip(at), end)));
                    at = end;
                }
                _ => break,
            }
            at = self.skip(at);
        }
        let (_, figure) = self.figure_at(at)?;
        let said = cue || era.is_some();
        let value = u16::try_from(figure.value).ok()?;
        let digits = u8::try_from(figure.digits).ok()?;
        let fits = match digits {
            4 => (said || want != Want::Cue) && is_year(value) && !self.goes_on(figure.span.end),
            3 => era.is_some(),
            2 => {
                let short = want == Want::AfterMonthShort || (era.is_some() && want == Want::AfterMonth);
                short && !self.goes_on(figure.span.end) && !self.counts(figure.span.end)
            }
            _ => false,
        };
        // Four digits without a word for year may count what follows them.
        let counts = !said && want == Want::Cue && self.counts(figure.span.end);
        let start = era.map_or(figure.span.start, |(_, span)| span.start);
        (fits && !counts).then_some(Year { span: Span::new(start, figure.span.end), value, digits, era })
    }

    /// Whether the word behind a figure that ends at a byte is what it counts. The same letters may begin what stands behind a year: the word for a
    /// day and the day (`2567 วันที่ 17`), "today", a title and its name (`67 นายวิชัย`), the word for a level and its place (`67 จังหวัดเลย`).
    pub(crate) fn counts(&self, end: usize) -> bool {
        let at = self.skip(end);
        let Some((unit, _)) = UNITS.at(self.text, at).filter(|_| UNIT_TRAPS.at(self.text, at).is_none()) else { return false };
        let day = match self.calendar(at) {
            Some((cue, Calendar::DayCue)) => self.day_behind(cue).is_some(),
            Some((_, Calendar::Near | Calendar::Weekday(_))) => true,
            _ => false,
        };
        let titled = |m: &'static Meaning| matches!(m, Meaning::Title(_) | Meaning::Office(_)).then_some(());
        let letter = || self.char_at(unit).and_then(Language::of_letter).is_some();
        let named = || letter() && self.hit_at(at, titled).is_some_and(|(span, ())| span.end >= unit);
        let place = |at: usize| self.hit_at(at, |m| matches!(m, Meaning::Place(_)).then_some(())).is_some();
        let level = || self.level_at(at).is_some_and(|(end, _)| end == unit && place(self.skip(end)));
        !(day || named() || level())
    }

    /// The index of the figure, read or not, of the day behind a word for one that ends at a byte; none of hours: 2 ngày 5 giờ.
    pub(crate) fn day_behind(&self, cue: usize) -> Option<usize> {
        let index = self.figures.binary_search_by_key(&self.skip(cue), |figure| figure.span.start).ok()?;
        let figure = self.figure(index).filter(|figure| figure.digits <= 2)?;
        let hours = self.word(&UNITS, figure.span.end).is_some_and(|(_, unit)| matches!(*unit, "hour" | "minute"));
        (!hours).then_some(index)
    }

    /// Whether a figure that ends at a byte counts days.
    pub(crate) fn counts_days(&self, end: usize) -> bool {
        self.word(&UNITS, end).is_some_and(|(_, unit)| *unit == "day") && self.counts(end)
    }

    /// Whether a number goes on at a byte: a separator and a digit, or a percent sign.
    pub(crate) fn goes_on(&self, at: usize) -> bool {
        match self.char_at(at) {
            Some('.' | ',') => self.char_at(at + 1).is_some_and(|c| c.is_ascii_digit()),
            Some('%') => true,
            _ => false,
        }
    }

    /// Day, month and year in figures with one separator, or year, month and day: `22/10/2018`, `28.7.1995`, `2026-03-10`.
    pub(crate) fn numeric_day(&self, index: usize) -> Option<Point> {
        let (a, b, c) = (self.free(index)?, self.free(index + 1)?, self.free(index + 2)?);
        let separator = Span::new(a.span.end, b.span.start).of(self.text);
        let second = Span::new(b.span.end, c.span.start).of(self.text);
        if !is_date_separator(separator.trim()) || separator.trim() != second.trim() || separator.len() > 3 || second.len() > 3 {
            return None;
        }
        let span = a.span.join(c.span);
        // `19-23/1/2026`: the hyphen before it is one of a range.
        let ranged = separator != "-" && self.char_before(span.start) == Some('-');
        if if ranged { self.number_follows(span.end) } else { self.number_around(span) } {
            return None;
        }
        let (day, month, year) = match (a.digits, b.digits, c.digits) {
            (1..=2, 1..=2, 4) if is_year(u16::try_from(c.value).ok()?) => (a, b, c),
            (1..=2, 1..=2, 2) if separator == "/" || separator == "." || separator == "-" => (a, b, c),
            (4, 1..=2, 1..=2) if is_year(u16::try_from(a.value).ok()?) && b.value <= 12 && c.value <= 31 => (c, b, a),
            _ => return None,
        };
        if year.digits == 2 && !(self.day_cue(span.start) && day.value <= 31 && month.value <= 12) {
            return None;
        }
        Some(Point {
            span,
            day: u8::try_from(day.value).ok(),
            month: u8::try_from(month.value).ok(),
            year: Some(Year {
                span: year.span,
                value: u16::try_from(year.value).ok()?,
                digits: if year.digits == 4 { 4 } else { 2 },
                era: None,
            }),
        })
    }

    /// Two figures with a separator: day and month, or month and year.
    pub(crate) fn numeric_pair(&self, index: usize) -> Option<(Point, &str)> {
        let (a, b) = (self.free(index)?, self.free(index + 1)?);
        let separator = Span::new(a.span.end, b.span.start).of(self.text);
        // `15 /8`, after the word for day; `30 - 7` there too, which can be no range of days.
        let spaced = separator.len() == 2 || separator == " - " && a.value > b.value;
        let separator = if spaced && self.day_cue(a.span.start) { separator.trim() } else { separator };
        let ranged = separator != "-" && self.char_before(a.span.start) == Some('-');
        let span = a.span.join(b.span);
        if !is_date_separator(separator) || if ranged { self.number_follows(span.end) } else { self.number_around(span) } {
            return None;
        }
        let (x, y) = (u16::try_from(a.value).ok()?, u16::try_from(b.value).ok()?);
        let point = match (a.digits, b.digits) {
            (1..=2, 1..=2) if (1..=31).contains(&x) && (1..=12).contains(&y) => {
                Point { span, day: u8::try_from(x).ok(), month: u8::try_from(y).ok(), year: None }
            }
            (1..=2, 4) if (1..=12).contains(&x) && is_year(y) => {
                let year = Year { span: b.span, value: y, digits: 4, era: None };
                Point { span, day: None, month: u8::try_from(x).ok(), year: Some(year) }
            }
            _ => return None,
        };
        Some((point, separator))
    }

    fn number_follows(&self, end: usize) -> bool {
        match self.char_at(end) {
            Some('/' | '.' | ',') => self.char_at(end + 1).is_some_and(|c| c.is_ascii_digit()),
            Some('%') => true,
            _ => false,
        }
    }

    /// Whether digits go on before or after, with a separator between.
    fn number_around(&self, span: Span) -> bool {
        let before = self.char_before(span.start).is_some_and(|c| matches!(c, '/' | '.' | ',' | '-'))
            && span.start > 1
            && self.char_before(span.start - 1).is_some_and(|c| c.is_ascii_digit());
        before || self.number_follows(span.end)
    }

    /// Whether a number is the day of a month, by a word of Lao or Thai before it that counts no days itself: ວັນທີ 21.
    pub(crate) fn is_day_of_month(&self, at: usize) -> bool {
        let day = self.figure_at(at).is_some_and(|(_, figure)| figure.digits <= 2 && (1..=31).contains(&figure.value));
        let Some((start, Calendar::DayCue)) = self.calendar_before(at).filter(|_| day) else { return false };
        let counts = UNITS.at(self.text, start).is_some_and(|(end, _)| end == self.skip_back(at));
        self.char_at(start).and_then(Language::of_letter).is_some() && !counts
    }

    /// Whether a word for day, a part of the day or the like stands before a byte.
    pub(crate) fn day_cue(&self, at: usize) -> bool {
        let open = self.skip_back(at);
        let at = match self.char_before(open) {
            Some('(') => self.skip_back(open - 1),
            Some(',') => self.skip_back(open - 1),
            // ວັນທີ່:29/09/03, not hôm nay: 3/4.
            Some(':') => {
                return matches!(self.calendar_before(self.skip_back(open - 1)), Some((_, Calendar::DayCue)));
            }
            _ => open,
        };
        // ວັນຈັນ ທີ 11/2
        let at = self.word_before(&NUMBER_WORDS, at).filter(|(start, ())| self.weekday_before(*start)).map_or(at, |(start, ())| start);
        matches!(
            self.calendar_before(at),
            Some((_, Calendar::DayCue | Calendar::Near | Calendar::Dawn | Calendar::Weekday(_) | Calendar::This))
        )
    }

    fn weekday_before(&self, at: usize) -> bool {
        matches!(self.calendar_before(at), Some((_, Calendar::Weekday(_))))
    }

    /// A month by name or, after the word for month, in figures: its number, whether abbreviated, the byte after it.
    pub(crate) fn month(&self, at: usize) -> Option<(u8, bool, usize)> {
        match self.calendar(at)? {
            (end, Calendar::Month(month, short)) => Some((month, short, end)),
            (end, Calendar::MonthCue) => match self.calendar(end) {
                Some((end, Calendar::Month(month, short))) => Some((month, short, end)),
                _ => {
                    let (_, figure) = self.figure_at(self.skip(end))?;
                    let month = u8::try_from(figure.value).ok().filter(|month| (1..=12).contains(month) && figure.digits <= 2)?;
                    // ๘๐ ปี ๓ เดือน ๒ วัน: how long it lasted.
                    (!self.counts_days(figure.span.end)).then_some((month, false, figure.span.end))
                }
            },
            _ => None,
        }
    }

    /// The byte after the number of a month in brackets behind its name: `ມິຖຸນາ(6)`; the same byte where there is none.
    fn after_number_of_month(&self, month: u8, end: usize) -> usize {
        let open = self.skip(end);
        // A number in brackets was set aside as the mark of a list.
        let number = self.figures_in(Span::new(open + 1, open + 3)).next().filter(|_| self.char_at(open) == Some('('));
        match number {
            Some(figure) if figure.value == u64::from(month) && self.char_at(figure.span.end) == Some(')') => figure.span.end + 1,
            _ => end,
        }
    }

    /// The rest of a date of which the day is read: the month, and the year where it is printed.
    pub(crate) fn month_and_year(&self, day: u8, start: usize, at: usize) -> Option<Point> {
        let (month, short, end) = self.month(at)?;
        // `tháng 8/2024`: the year hangs on the month by a separator.
        if let Some('/' | '-' | '.') = self.char_at(end)
            && let Some((_, figure)) = self.figure_at(end + 1)
            && figure.digits == 4
            && let Some(value) = u16::try_from(figure.value).ok().filter(|value| is_year(*value))
        {
            let year = Year { span: figure.span, value, digits: 4, era: None };
            return Some(Point { span: Span::new(start, figure.span.end), day: Some(day), month: Some(month), year: Some(year) });
        }
        let end = self.after_number_of_month(month, end);
        let after_this = match self.calendar(end) {
            Some((end, Calendar::This)) => end,
            _ => end,
        };
        let thai = self.char_before(end).is_some_and(|c| matches!(c, '\u{e00}'..='\u{e7f}' | '.'));
        let want = if short || thai { Want::AfterMonthShort } else { Want::AfterMonth };
        let year = (after_this == end).then(|| self.year(end, want)).flatten();
        let end = year.map_or(end, |year| year.span.end);
        Some(Point { span: Span::new(start, end), day: Some(day), month: Some(month), year })
    }

    /// A day of a month: the figure, the month, the year; `10/4`, `22/10/2018` too.
    pub(crate) fn point(&self, index: usize) -> Option<Point> {
        if let Some(point) = self.numeric_day(index) {
            return Some(point);
        }
        let figure = self.free(index)?;
        let day = u8::try_from(figure.value).ok().filter(|day| (1..=31).contains(day) && figure.digits <= 2);
        if let Some(day) = day
            && let Some(point) = self.month_and_year(day, figure.span.start, self.after_suffix(figure.span.end))
        {
            return Some(point);
        }
        None
    }

    /// The byte after what English glues to the number of a day: 16th; the same byte where there is nothing.
    pub(crate) fn after_suffix(&self, end: usize) -> usize {
        match CALENDAR.at(self.text, end) {
            Some((after, Calendar::DaySuffix)) => after,
            _ => end,
        }
    }

    /// A word or sign of a range, and the word for day, month or year after it: the byte after both.
    pub(crate) fn range(&self, at: usize) -> Option<usize> {
        match self.calendar(at)? {
            (end, Calendar::Range | Calendar::Dawn) => Some(self.skip_cues(end)),
            _ => None,
        }
    }

    /// The same, and the words for "and".
    pub(crate) fn range_or_and(&self, at: usize) -> Option<usize> {
        match self.calendar(at)? {
            (end, Calendar::Range | Calendar::Dawn | Calendar::And) => Some(self.skip_cues(end)),
            _ => None,
        }
    }

    fn skip_cues(&self, mut at: usize) -> usize {
        for _ in 0..2 {
            match self.calendar(at) {
                Some((end, Calendar::DayCue | Calendar::YearCue | Calendar::Range | Calendar::Near)) => at = end,
                _ => break,
            }
        }
        self.skip(at)
    }
}

/// Years that a text may mean: of the common era from 1000 on, of the Buddhist era up to 2700.
pub(crate) fn is_year(value: u16) -> bool {
    matches!(value, 1000..=2200 | 2300..=2700)
}

fn is_date_separator(separator: &str) -> bool {
    matches!(separator, "/" | "." | "-")
}
