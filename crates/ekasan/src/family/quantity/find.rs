//! Quantities as printed: a number, its magnitude, its unit, and how near it is.

use super::Approx;
use super::listed::listed;
use super::terms::{Sum, sum};
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::calendar::Calendar;
use crate::lang::lexicon::{Hit, Meaning};
use crate::lang::number::{
    APPROXIMATORS, CURRENCY_SIGNS, EACH, Label, MAGNITUDES, ORDINAL_MARKERS, PERCENT_BEFORE, TOTALS, UNIT_TRAPS, UNITS,
};
use crate::lang::words::is_latin;
use crate::span::Span;
use crate::text::script::{is_alphabetic, is_alphanumeric, is_numeric};

/// A number as printed: groups of digits and the separators between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Numeral {
    pub(crate) span: Span,
    /// The digits of each group, in ASCII.
    pub(crate) groups: Vec<String>,
    /// `.`, `,` or a blank.
    pub(crate) separators: Vec<char>,
}

/// A quantity as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    pub(crate) span: Span,
    pub(crate) rule: &'static str,
    /// Numbers that add up, each with its power of ten.
    pub(crate) terms: Vec<(Numeral, u32)>,
    /// The power of ten of the whole.
    pub(crate) power: u32,
    pub(crate) unit: Option<&'static str>,
    /// The words of the magnitude and the unit; those of another number where this one has none.
    pub(crate) unit_span: Option<Span>,
    pub(crate) approx: Option<(Approx, Span)>,
    /// A minus stands before it.
    pub(crate) minus: bool,
}

impl Printed {
    /// The largest power of ten that is printed: 9 in 12 ຕື້ 4 ຮ້ອຍລ້ານ.
    fn largest_power(&self) -> u32 {
        self.power + self.terms.iter().map(|(_, power)| *power).max().unwrap_or_default()
    }
}

/// Finds all quantities among the figures that are left, in order, and takes their figures.
pub(crate) fn find(scan: &mut Scan<'_>) -> Vec<Printed> {
    let mut found: Vec<Printed> = Vec::new();
    let mut index = 0;
    while index < scan.figures.len() {
        if let Some(printed) = land(scan, index) {
            scan.take(printed.span);
            found.push(printed);
            continue;
        }
        let Some(mut printed) = quantity(scan, index, found.last()) else {
            index += 1;
            continue;
        };
        if printed.unit.is_none() || printed.power == 0 && printed.terms.len() == 1 {
            borrow(scan, &mut printed);
        }
        let taken = printed.span;
        let counted = accept(scan, &mut printed, found.last());
        index = scan.figures.partition_point(|figure| figure.span.start < taken.end).max(index + 1);
        if counted {
            if let Some(last) = found.last() {
                share(scan, &mut printed, last);
            }
            scan.take(printed.span);
            found.push(printed);
        }
    }
    listed(scan, &mut found);
    sums(scan, &mut found);
    found
}

/// The rule of land in rai, ngan and square wa.
pub(super) const LAND: &str = "quantity.rai_ngan_wa";
/// The square wa of a ngan, and of a rai.
const NGAN: u64 = 100;
const RAI: u64 = 400;

/// Land of Thailand in rai, ngan and square wa, with hyphens between: `14-2-37 ไร่` is 14.5925 rai.
fn land(scan: &Scan<'_>, index: usize) -> Option<Printed> {
    let hyphen = |from: usize| scan.figure_at(from + 1).filter(|_| scan.char_at(from) == Some('-'));
    let rai = scan.free(index).filter(|rai| rai.value < RAI * RAI && scan.char_before(rai.span.start) != Some('-'))?;
    let (_, ngan) = hyphen(rai.span.end).filter(|(_, ngan)| ngan.value < RAI / NGAN)?;
    let (_, wa) = hyphen(ngan.span.end).filter(|(_, wa)| wa.value < NGAN)?;
    let (end, unit) = unit_at(scan, wa.span.end).filter(|(_, unit)| *unit == "area:rai")?;
    let all = rai.value * RAI + ngan.value * NGAN + wa.value;
    let span = rai.span.join(wa.span);
    let groups = vec![(all / RAI).to_string(), format!("{:04}", all % RAI * (10_000 / RAI))];
    Some(Printed {
        span: Span::new(span.start, end),
        rule: LAND,
        terms: vec![(Numeral { span, groups, separators: vec!['.'] }, 0)],
        power: 0,
        unit: Some(unit),
        unit_span: Some(Span::new(scan.skip(span.end), end)),
        approx: None,
        minus: false,
    })
}

/// The least power of ten of a sum that names no currency: people may be counted in millions too.
const SUM: u32 = 9;

/// Gives thousands of millions of nothing that is named the currency of the page's sums, where they have but one: `1,1 tỷ`, `8 แสนล้าน`.
fn sums(scan: &Scan<'_>, found: &mut [Printed]) {
    let mut money = found.iter().filter(|printed| printed.power > 0 || printed.terms.len() > 1).filter_map(|printed| {
        let currency = printed.unit.filter(|unit| unit.starts_with("money:"))?;
        Some((currency, printed.unit_span))
    });
    let Some((currency, unit_span)) = money.next() else { return };
    if money.any(|(other, _)| other != currency) {
        return;
    }
    for printed in found.iter_mut().filter(|printed| printed.unit.is_none() && printed.largest_power() >= SUM) {
        let next = scan.skip(printed.span.end);
        let ends = scan.char_at(printed.span.end) == Some('\n')
            || scan.char_at(next).is_none_or(|c| !is_alphanumeric(c))
            || scan.is_function_word(next);
        if ends {
            (printed.unit, printed.unit_span, printed.rule) = (Some(currency), unit_span, "quantity.elided_unit");
        }
    }
}

/// Gives a place's share in a bracket the unit of what is shared: `8.876,34 ha (Điện Biên 125,17; Cao Bằng 0,25)`.
fn share(scan: &Scan<'_>, printed: &mut Printed, last: &Printed) {
    if printed.unit.is_some() || printed.power > 0 || last.power > 0 || !scan.is_share_of_place(printed.span) {
        return;
    }
    let gap = scan.within(Span::new(last.span.end, printed.span.start.max(last.span.end))).of(scan.text).trim_start();
    // 3 người chết (Thanh Hóa 2, …)
    let behind = gap.split_once('(').is_some_and(|(word, _)| word.chars().count() <= 12 && !word.contains([',', ';', '.', ':', ')', '\n']));
    if last.unit.is_some() && (behind || last.rule == "quantity.listed" && gap.starts_with([';', ','])) {
        (printed.unit, printed.unit_span, printed.rule) = (last.unit, last.unit_span, "quantity.listed");
    }
}

/// The number that begins with a figure.
pub(super) fn numeral(scan: &Scan<'_>, index: usize) -> Option<Numeral> {
    let first = scan.free(index).filter(|figure| figure.digits > 0)?;
    let mut numeral = Numeral { span: first.span, groups: vec![ascii(first.span.of(scan.text))], separators: Vec::new() };
    let mut next = index + 1;
    while let Some(figure) = scan.free(next).filter(|figure| figure.digits > 0) {
        let separator = match Span::new(numeral.span.end, figure.span.start).of(scan.text) {
            "." => '.',
            "," => ',',
            " " if figure.digits == 3 && blanks(&numeral) && first.is_plain() => ' ',
            _ => break,
        };
        numeral.separators.push(separator);
        numeral.groups.push(ascii(figure.span.of(scan.text)));
        numeral.span.end = figure.span.end;
        next += 1;
    }
    Some(numeral)
}

/// Whether a number may go on with a blank as its separator.
fn blanks(numeral: &Numeral) -> bool {
    numeral.groups.first().is_some_and(|group| group.len() <= 3) && numeral.separators.iter().all(|separator| *separator == ' ')
}

fn ascii(digits: &str) -> String {
    digits
        .chars()
        .filter_map(|c| match c {
            '0'..='9' => Some(c),
            '໐'..='໙' => char::from_digit(u32::from(c) - u32::from('໐'), 10),
            '๐'..='๙' => char::from_digit(u32::from(c) - u32::from('๐'), 10),
            _ => None,
        })
        .collect()
}

/// The approximator between two magnitudes of a stretch, if there is one.
fn between_magnitudes(scan: &Scan<'_>, magnitudes: Span) -> Option<(Approx, Span)> {
    let starts = magnitudes.of(scan.text).char_indices().map(|(offset, _)| magnitudes.start + offset);
    let words = starts.filter_map(|at| APPROXIMATORS.between.at(scan.text, at).map(|(end, word)| (Span::new(at, end), word)));
    words.filter(|(span, _)| scan.word(&MAGNITUDES, span.end).is_some()).find_map(|(span, word)| word.map(|word| (word, span)))
}

/// The quantity that begins with a figure.
fn quantity(scan: &Scan<'_>, index: usize, last: Option<&Printed>) -> Option<Printed> {
    let number = numeral(scan, index)?;
    let start = number.span.start;
    let mut approx = None;
    let mut at = number.span.end;
    if let Some((end, word)) = scan.word(&APPROXIMATORS.between, at) {
        // Between number and unit: only where a magnitude or a unit follows.
        if scan.word(&MAGNITUDES, end).is_some()
            || scan.word(&UNITS, end).is_some()
            || scan.char_at(scan.skip(end)).is_some_and(is_alphabetic)
        {
            approx = word.map(|word| (word, Span::new(scan.skip(at), end)));
            at = end;
        }
    }
    let Sum { terms, power, powers, mut end } = sum(scan, number, at);
    if powers.is_empty() && terms.len() == 1 {
        end = at;
    }
    if approx.is_none() && powers.len() > 1 {
        let last = terms.last().map_or(at, |(number, _)| number.span.end);
        approx = between_magnitudes(scan, Span::new(last, end));
    }
    if let Some((after, word)) = scan.word(&APPROXIMATORS.between, end)
        && !powers.is_empty()
        && scan.word(&UNITS, after).is_some()
    {
        approx = word.map(|word| (word, Span::new(scan.skip(end), after)));
        end = after;
    }
    let magnitude = (!powers.is_empty()).then(|| Span::new(at, end));
    let (mut unit, mut unit_span) = (None, magnitude);
    let mut stop = if powers.is_empty() { terms.last().map_or(end, |(number, _)| number.span.end) } else { end };
    if let Some((after, code)) = unit_at(scan, end) {
        unit = Some(code);
        unit_span = Some(Span::new(scan.skip(end), after));
        stop = after;
    }
    // Those who hold an office, in a list: `Chủ tịch, 9 Phó Chủ tịch`.
    if unit.is_none()
        && powers.is_empty()
        && let Some(after) = office_holders(scan, start, end)
    {
        unit = Some("person");
        unit_span = Some(Span::new(scan.skip(end), after));
        stop = after;
    }
    let mut span = Span::new(start, stop);
    let mut rule = if powers.is_empty() && terms.len() == 1 { "quantity.number" } else { "quantity.magnitude" };
    // ร้อยละ -3.5
    let below = start.checked_sub(1).filter(|_| scan.char_before(start) == Some('-'));
    let below = below.and_then(|sign| scan.word_before(&PERCENT_BEFORE, sign));
    let mut minus = below.is_some();
    if let Some((before, ())) = below.or_else(|| scan.word_before(&PERCENT_BEFORE, start)) {
        unit = Some("percent");
        unit_span = Some(Span::new(before, start));
        let end = terms.last().map_or(start, |(number, _)| number.span.end);
        span = Span::new(before, if powers.is_empty() { end } else { stop });
        rule = "quantity.percent";
    } else if let Some(sign) = currency_before(scan, start) {
        unit = Some(sign.0);
        span.start = sign.1;
    } else if unit.is_none()
        && let Some(last) = last.filter(|last| last.rule == "quantity.percent")
        && connected(scan, last.span.end, start)
    {
        // ร้อยละ 45.4 และ 30.4
        unit = Some("percent");
        unit_span = last.unit_span;
    }
    // 9 trên 10 hộ: no more than ten.
    let of_total = || last.is_some_and(|last| scan.word(&TOTALS, last.span.end).is_some_and(|(end, ())| scan.skip(end) == start));
    if approx.is_none()
        && let Some((before, word)) = scan.word_before(&APPROXIMATORS.before, span.start).filter(|_| !of_total())
    {
        approx = word.map(|word| (word, Span::new(before, scan.skip_back(span.start))));
    }
    if approx.is_none()
        && let Some((after, word)) = scan.word(&APPROXIMATORS.after, stop)
        // A word that may stand before a number too is that of the number behind it.
        && !(scan.figure_at_any(scan.skip(after)) && scan.word(&APPROXIMATORS.before, stop).is_some())
    {
        approx = word.map(|word| (word, Span::new(scan.skip(stop), after)));
    }
    if span.start == start && unit.is_some_and(may_be_negative) && is_negative(scan, span, last) {
        minus = true;
        span.start -= '-'.len_utf8();
    }
    Some(Printed { span, rule, terms, power, unit, unit_span, approx, minus })
}

/// What is measured below nought too.
fn may_be_negative(unit: &str) -> bool {
    unit == "percent" || unit.starts_with("temperature")
}

/// Whether a minus stands before what is printed: glued to it, behind a blank or an opening bracket, not between the ends of a range (`60% -70%`)
/// nor as the mark of a point: at the beginning of a line, or behind a stop where words go on (`: -5% hộ nghèo; -7% …`).
fn is_negative(scan: &Scan<'_>, span: Span, last: Option<&Printed>) -> bool {
    let Some(sign) = span.start.checked_sub(1).filter(|_| scan.char_before(span.start) == Some('-')) else { return false };
    let goes_on = || scan.char_at(scan.skip(span.end)).is_some_and(is_alphabetic);
    match scan.char_before(sign) {
        Some('(') => true,
        Some(' ') => {
            let before = scan.skip_back(sign);
            let ranged =
                last.is_some_and(|last| last.span.end == before) || scan.char_before(before).is_some_and(|c| is_numeric(c) || c == '%');
            match scan.char_before(before) {
                None | Some('\n') => false,
                Some(':' | ';' | '.') => !goes_on(),
                _ => !ranged,
            }
        }
        _ => false,
    }
}

/// The unit at a byte. Of Latin words for what is counted the shortest that says the same: `người` of `người dân`.
pub(super) fn unit_at(scan: &Scan<'_>, at: usize) -> Option<(usize, &'static str)> {
    let gap = at;
    let at = scan.skip(at);
    // A line that begins with a capital or a letter of Lao or Thai begins something else.
    if Span::new(gap, at).of(scan.text).contains('\n') && !scan.char_at(at).is_some_and(char::is_lowercase) {
        return None;
    }
    let (end, code) = UNITS.at(scan.text, at).filter(|_| UNIT_TRAPS.at(scan.text, at).is_none())?;
    // 12 บ.ดอน: before a name the letter is that for a village.
    let letter = *code == "money:THB" && scan.char_before(end) == Some('.');
    if letter && scan.char_at(end).and_then(Language::of_letter).is_some() {
        return None;
    }
    // ลิตร|ละ 32 บาท: of each, the number behind it.
    let each = EACH.at(scan.text, end).map(|(end, ())| scan.skip(end));
    if each.is_some_and(|at| scan.figure_at_any(at)) {
        return None;
    }
    // ปีที่ 2 |ครั้งที่ 26: the next number is one of an order.
    if let Some((marker, _)) = scan.word(&ORDINAL_MARKERS, at)
        && marker > end
        && scan.figure_at_any(scan.skip(marker))
    {
        return None;
    }
    // The word for day before a date counts nothing: before one not yet read, and วันที่ before any.
    if let Some((cue, Calendar::DayCue)) = scan.calendar(at)
        && scan.day_behind(cue).is_some_and(|index| cue > end || scan.free(index).is_some())
    {
        return None;
    }
    if !scan.char_at(at).is_some_and(is_latin) || !matches!(*code, "person" | "day" | "year") {
        return Some((end, code));
    }
    UNITS.all_at(scan.text, at).filter(|(_, same)| *same == code).last().map(|(end, code)| (end, *code))
}

/// The byte after the office whose holders a number in a list counts.
fn office_holders(scan: &Scan<'_>, start: usize, end: usize) -> Option<usize> {
    let listed = matches!(scan.char_before(scan.skip_back(start)), Some(',' | ';' | ':' | '('))
        || matches!(scan.calendar_before(start), Some((_, Calendar::And)));
    let (span, ()) = scan.hit_at(scan.skip(end), |m| matches!(m, Meaning::Office(_)).then_some(())).filter(|_| listed)?;
    let line = Span::new(end, span.start).of(scan.text);
    (line == " " && end - start <= 2).then_some(span.end)
}

/// Whether only a mark of a list or of a range stands between two bytes.
fn connected(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    scan.list_mark(from) == Some(to) || matches!(scan.calendar(from), Some((end, Calendar::Range)) if scan.skip(end) == to)
}

/// A sign of money before a number.
fn currency_before(scan: &Scan<'_>, start: usize) -> Option<(&'static str, usize)> {
    scan.word_before(&CURRENCY_SIGNS, start).map(|(start, code)| (*code, start))
}

/// What a number without unit or magnitude takes from the number after it: `34,000-35,000 ha`, `45.799/36.875 tỷ đồng`.
fn borrow(scan: &Scan<'_>, printed: &mut Printed) {
    let end = printed.terms.last().map_or(printed.span.end, |(number, _)| number.span.end);
    if printed.unit.is_some() {
        return;
    }
    let from = printed.span.end.max(end);
    let mut at = from;
    let mut total = false;
    for _ in 0..6 {
        let skipped = scan.skip(at);
        let (next, near) = match scan.calendar(at) {
            Some((after, Calendar::Range)) => (after, true),
            Some((after, Calendar::And)) => (after, false),
            // 31 จาก 135 ตำบล
            _ if at == from
                && scan.label(printed.span.start) == Label::None
                && let Some((after, ())) = scan.word(&TOTALS, at) =>
            {
                total = true;
                (after, false)
            }
            _ => match scan.char_at(skipped) {
                Some('/') => (skipped + 1, true),
                Some(',') => (skipped + 1, false),
                _ => return,
            },
        };
        let Some((index, _)) = scan.figure_at(scan.skip(next)) else { return };
        let Some(following) = quantity(scan, index, None) else { return };
        // Nothing lasts "5 of 3 years", and of a total no money is a part.
        if total && following.unit.is_none_or(|unit| !matches!(unit, "person" | "household" | "item")) {
            return;
        }
        if let Some(unit) = following.unit {
            printed.unit = Some(unit);
            printed.unit_span = following.unit_span;
            if near && printed.power == 0 && printed.terms.len() == 1 {
                printed.power = following.largest_power();
            }
            printed.rule = "quantity.shared_unit";
            return;
        }
        if following.power > 0 && near && printed.power == 0 && printed.terms.len() == 1 {
            printed.power = following.largest_power();
            printed.unit_span = following.unit_span;
            printed.rule = "quantity.shared_unit";
            return;
        }
        at = following.span.end;
    }
}

/// `5G`: a capital glued to a digit, of no unit.
fn is_generation(scan: &Scan<'_>, printed: &Printed, number: &Numeral) -> bool {
    let end = number.span.end;
    let letter = scan.char_at(end) == Some('G') && !scan.char_at(end + 1).is_some_and(is_alphanumeric);
    letter && number.span.of(scan.text).len() == 1 && printed.terms.len() == 1
}

/// Whether a unit says that something is measured.
fn is_measured(printed: &Printed) -> bool {
    printed.unit.is_some_and(|unit| unit == "percent" || unit.contains(':'))
}

/// `tăng536 ha`: whether a Vietnamese word with its marks, as no code has, is glued to the number at a byte.
fn is_glued_to_word(scan: &Scan<'_>, start: usize) -> bool {
    let before = scan.within(Span::new(start.saturating_sub(GLUED), start)).of(scan.text);
    let word = before.get(before.trim_end_matches(is_latin).len()..).unwrap_or_default();
    word.chars().count() >= 3 && word.chars().all(char::is_lowercase) && !word.is_ascii()
}

/// Bytes of the longest word that may be glued to a number.
const GLUED: usize = 24;

/// Whether a number stands in a list whose first is a name.
fn of_named_list(scan: &Scan<'_>, start: usize) -> bool {
    let mut index = scan.figures.partition_point(|figure| figure.span.start < start);
    let mut start = start;
    for _ in 0..4 {
        let Some(before) = index.checked_sub(1).and_then(|before| scan.figure(before)) else { return false };
        if !connected(scan, before.span.end, start) {
            return false;
        }
        if scan.label(before.span.start) != Label::None {
            return true;
        }
        (index, start) = (index - 1, before.span.start);
    }
    false
}

/// Whether the number counts or measures: what it does not, is no quantity.
fn accept(scan: &Scan<'_>, printed: &mut Printed, last: Option<&Printed>) -> bool {
    let Some((number, _)) = printed.terms.first() else { return false };
    let start = number.span.start;
    let end = printed.terms.last().map_or(number.span.end, |(number, _)| number.span.end);
    if printed.rule == "quantity.percent" {
        return true;
    }
    // Part of a name or a code: COVID-19, A4, #5, 12/5.
    let before = scan.char_before(start);
    let money = printed.unit.is_some_and(|unit| unit.starts_with("money")) && printed.span.start < start;
    let glued = || is_measured(printed) && is_glued_to_word(scan, start);
    if before.is_some_and(|c| is_latin(c) || matches!(c, '#' | '№' | ':' | '_')) && !money && !glued() {
        return false;
    }
    // Not the hyphen of a range: 1 แสน-4 แสนบาท.
    let ranged = || last.is_some_and(|last| last.span.end + 1 == start);
    if before == Some('-') && scan.char_before(start - 1).is_some_and(|c| is_alphanumeric(c) && !is_numeric(c)) && !ranged() {
        return false;
    }
    // After a slash only the second of a pair whose first counts: 5/8, 38 ຄະດີ/53 ຜູ້ຖືກຫາ.
    let second = |c: char| c == '%' || c.is_ascii_digit() && scan.is_taken_before(start - 1);
    let unit_before = || printed.unit.is_some() && last.is_some_and(|last| last.span.end == scan.skip_back(start - 1));
    if before == Some('/') && !scan.char_before(start - 1).is_some_and(second) && !unit_before() {
        return false;
    }
    if before == Some('.') || before == Some(',') {
        // The tail of something that is no number.
        if scan.char_before(start - 1).is_some_and(|c| c.is_ascii_digit()) {
            return false;
        }
    }
    // สห.ถ.1-0007: a code. 5G: how fast a network is.
    if number.groups.first().is_some_and(|group| group.len() > 2 && group.starts_with('0')) || is_generation(scan, printed, number) {
        return false;
    }
    // Behind a word for article, road or rank it is a name; but measures stand behind such words too.
    let whole = number.separators.is_empty() || number.groups.last().is_some_and(|group| group.len() == 3);
    // ຄະດີ 1.254 ເລື່ອງ: no name is grouped in thousands.
    let grouped = printed.unit.is_some() && whole && !number.separators.is_empty();
    let measured = grouped
        || printed.power > 0
        || printed.unit.is_some_and(|unit| {
            matches!(unit, "percent" | "day") || unit == "person" && whole || unit == "times" && !whole || unit.contains(':')
        });
    // The unit of the number before it is no label: 9 มม. 1 กระบอก.
    let behind_unit = last.is_some_and(|last| last.unit.is_some() && last.span.end == scan.skip_back(start));
    match scan.label(if printed.minus { start } else { printed.span.start }) {
        _ if behind_unit => {}
        Label::Name => return false,
        Label::Weak if !measured => return false,
        Label::Loose if !measured && printed.unit.is_none() => return false,
        _ => {}
    }
    // `สายด่วนกรมการค้าภายใน 1569`: the number of a body that is called.
    let called =
        |body: Hit| body.find(|m| matches!(m, Meaning::Body(_)).then_some(())).is_some() && scan.label(body.span.start) != Label::None;
    if printed.unit.is_none() && scan.hit_before(scan.skip_back(start)).is_some_and(called) {
        return false;
    }
    // `ວັນທີ 21 ທ່ານ …`: a day of the month.
    if number.separators.is_empty() && scan.is_day_of_month(start) {
        return false;
    }
    // `QL.20, 26, 28`, `สาย 2 - 29`: a list of such names, or a range.
    if printed.unit.is_none_or(|unit| unit == "item") && printed.power == 0 && of_named_list(scan, start) {
        return false;
    }
    // `กม. ที่ 7+500`, `ทล.32`: marks of roads.
    let post = |c: Option<char>| c == Some('+');
    let behind = post(before) && scan.char_before(start - 1).is_some_and(|c| c.is_ascii_digit());
    if behind || post(scan.char_at(end)) && scan.char_at(end + 1).is_some_and(|c| c.is_ascii_digit()) {
        return false;
    }
    if before == Some('.') && !printed.unit.is_some_and(|unit| unit == "percent" || unit.contains(':')) {
        return false;
    }
    match printed.unit {
        Some(_) => true,
        // ปีที่ 2 |ร้อยละ 1.25
        None if scan.word(&PERCENT_BEFORE, end).is_some() => false,
        None if printed.power > 0 || printed.terms.len() > 1 || scan.is_share_of_place(Span::new(start, end)) => true,
        None if number.separators.len() == 1 && number.groups.last().is_some_and(|group| group.len() != 3) => false,
        None => {
            // A number right before a word counts it, if the word is no continuation of a name.
            let gap = scan.skip(end);
            let glued = gap == end;
            let Some(next) = scan.char_at(gap) else { return false };
            // มาตราส่วน 1 : 4000
            let colon = scan.skip_back(start);
            if scan.char_before(colon) == Some(':') && scan.char_before(scan.skip_back(colon - 1)).is_some_and(is_numeric) {
                return false;
            }
            let counts = match next {
                'ກ'..='ຮ' | 'ະ'..='ໆ' | 'ໜ' | 'ໝ' | 'ก'..='ฮ' | 'เ'..='ไ' => true,
                c if is_latin(c) => !glued && c.is_lowercase(),
                _ => false,
            };
            counts
                && gap - end <= 1
                && scan.char_at(end) != Some('\n')
                && !scan.is_function_word(gap)
                && (before != Some('"') && before != Some('“'))
        }
    }
}
