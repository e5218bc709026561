//! Numbers of a list that leave out what they count: `ອານຸບານ 45.242, ປະຖົມ 25.141, ມັດທະຍົມ 19.679 ຄົນ`.

use super::find::{Numeral, Printed, numeral};
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::body::NUMBERED;
use crate::lang::calendar::Calendar;
use crate::lang::lexicon::Meaning;
use crate::lang::number::{Label, UNITS};
use crate::lang::words::is_latin;
use crate::span::Span;
use crate::text::script::is_numeric;

/// The bytes of the longest name in such a list.
const NAME: usize = 48;

/// A number between a name and the end of its part of a list.
struct Item {
    numeral: Numeral,
    /// The bytes of its part of the list, without the marks around it.
    part: Span,
    unit: Option<&'static str>,
    unit_span: Option<Span>,
    rule: &'static str,
    /// A number of the same list is one of thousands or millions.
    scaled: bool,
}

impl Item {
    /// Takes a unit where it has none.
    fn lend(&mut self, unit: Option<(&'static str, Option<Span>)>) {
        if let (None, Some((unit, span))) = (self.unit, unit) {
            (self.unit, self.unit_span) = (Some(unit), span);
        }
    }
}

/// Adds them, with the unit of the next or of the last number of the list that has one.
pub(super) fn listed(scan: &mut Scan<'_>, found: &mut Vec<Printed>) {
    let mut items: Vec<Item> = (0..scan.figures.len()).filter_map(|index| item(scan, found, index)).collect();
    if items.is_empty() {
        return;
    }
    from_the_left(scan, found, &mut items);
    from_the_right(scan, &mut items);
    let is_share = shares(scan, &items);
    let counted: Vec<bool> = items.iter().zip(is_share).map(|(item, share)| !item.scaled && (item.unit.is_some() || share)).collect();
    for (item, _) in items.into_iter().zip(counted).filter(|(_, counted)| *counted) {
        scan.take(item.numeral.span);
        found.push(Printed {
            span: item.numeral.span,
            rule: item.rule,
            terms: vec![(item.numeral, 0)],
            power: 0,
            unit: item.unit,
            unit_span: item.unit_span,
            approx: None,
            minus: false,
        });
    }
    found.sort_by_key(|quantity| quantity.span);
}

/// Gives each item the unit of the quantity or item before it, else that of the quantity behind it.
fn from_the_left(scan: &Scan<'_>, found: &[Printed], items: &mut [Item]) {
    for index in 0..items.len() {
        let Some((start, end)) = items.get(index).map(|item| (item.part.start, item.part.end)) else { continue };
        let last = index.checked_sub(1).and_then(|last| items.get(last)).filter(|last| next_part(scan, last.part.end) == Some(start));
        let before = || {
            let before = last_quantity(found, start)?;
            let behind = scan.skip(before.span.end);
            // 3 hội viên (xã Kỳ Xuân 01, …)
            let bracketed = scan.char_at(behind) == Some('(') && scan.skip(behind + 1) == start;
            let follows = bracketed || before.unit == Some("person") && behind == start;
            (follows || next_part(scan, before.span.end) == Some(start)).then_some(())?;
            unit_of(before)
        };
        let next = next_part(scan, end).and_then(|next| {
            let after = found.get(found.partition_point(|quantity| quantity.span.start < next))?;
            let name = Span::new(next, after.span.start);
            let named = name.len() <= NAME && !name.is_empty() && is_name(name.of(scan.text)) && is_part_end(scan, after.span.end);
            named.then_some(after)
        });
        // Đắk Lắk 500, Khánh Hòa 200 tỷ đồng: thousand millions too, or not.
        let scaled = next.is_some_and(|next| next.power > 0) || last.is_some_and(|last| last.scaled);
        let unit = last.and_then(|last| Some((last.unit?, last.unit_span))).or_else(before).or_else(|| unit_of(next?));
        if let Some(item) = items.get_mut(index) {
            item.scaled = scaled;
            item.lend(unit);
        }
    }
}

/// Gives each item without a unit that of the item behind it.
fn from_the_right(scan: &Scan<'_>, items: &mut [Item]) {
    for index in (1..items.len()).rev() {
        let Some(item) = items.get(index) else { continue };
        let (unit, start, scaled) = (item.unit.map(|unit| (unit, item.unit_span)), item.part.start, item.scaled);
        if let Some(before) = items.get_mut(index - 1).filter(|before| next_part(scan, before.part.end) == Some(start)) {
            before.scaled |= scaled;
            before.lend(unit);
        }
    }
}

/// Which items are one of three or more places in a row, each with its number; two with theirs may be a score.
fn shares(scan: &Scan<'_>, items: &[Item]) -> Vec<bool> {
    let beside = |a: &Item, b: &Item| is_place(scan, a) && is_place(scan, b) && next_part(scan, a.part.end) == Some(b.part.start);
    items.chunk_by(beside).flat_map(|row| std::iter::repeat_n(row.len() >= 3, row.len())).collect()
}

/// The last quantity that ends before a byte.
fn last_quantity(found: &[Printed], at: usize) -> Option<&Printed> {
    found.partition_point(|quantity| quantity.span.end <= at).checked_sub(1).and_then(|last| found.get(last))
}

/// The unit that the others of a list leave out; not where it is millions of something.
fn unit_of(quantity: &Printed) -> Option<(&'static str, Option<Span>)> {
    (quantity.power == 0 && quantity.terms.len() == 1 && quantity.unit != Some("percent")).then_some((quantity.unit?, quantity.unit_span))
}

/// The number that begins with a figure, if a name stands before it and its part of a list ends behind it.
fn item(scan: &Scan<'_>, found: &[Printed], index: usize) -> Option<Item> {
    let start = scan.free(index)?.span.start;
    let name_end = start - usize::from(scan.char_before(start) == Some(' '));
    let letter = |c: char| Language::of_letter(c).is_some() && !is_numeric(c);
    let glued = name_end == start;
    let named = scan.char_before(name_end).is_some_and(|c| letter(c) || (!glued && is_latin(c)));
    // Before the number is read: of a long run of figures each would be read to its end.
    let numeral = if named { numeral(scan, index)? } else { return None };
    let end = numeral.span.end;
    let year = numeral.separators.is_empty() && matches!(numeral.groups.first().map(|group| group.as_str()), Some(year) if year.len() == 4);
    if year || !is_part_end(scan, end) || scan.label(start) != Label::None || scan.is_day_of_month(start) {
        return None;
    }
    let other = |m: &'static Meaning| matches!(m, Meaning::Level | Meaning::Body(_) | Meaning::Month(_)).then_some(());
    if scan.hit_before(name_end).is_some_and(|hit| hit.find(other).is_some())
        || NUMBERED.before(scan.text, name_end).is_some()
        || scan.calendar_before(start).is_some_and(|(_, word)| !matches!(word, Calendar::Start | Calendar::Middle | Calendar::End))
        || scan.level_before(start).is_some()
    {
        return None;
    }
    let from = scan.within(Span::new(scan.zone(start).start.max(name_end.saturating_sub(NAME)), name_end));
    let head = from.of(scan.text);
    let stop = head.rfind(". ").map(|at| at + 2);
    let cut = head.rfind([',', ';', ':', '(', '\n']).map(|at| at + 1).max(stop).or((from.start == scan.zone(start).start).then_some(0));
    let part_start = from.start + cut.unwrap_or_default();
    // Behind "and" too.
    let and = Span::new(part_start, name_end).of(scan.text).match_indices(' ').map(|(at, _)| part_start + at);
    let and = and.filter_map(|at| matches!(scan.calendar(at), Some((_, Calendar::And))).then(|| scan.list_mark(at)).flatten()).next_back();
    // Right behind a number of persons, or with a place as its first.
    let persons = last_quantity(found, name_end).filter(|last| last.unit == Some("person") && last.span.end >= part_start);
    let place = || scan.hit_before(name_end).filter(|hit| hit.find(|m| matches!(m, Meaning::Place(_)).then_some(())).is_some());
    let begins =
        and.or(persons.map(|persons| persons.span.end)).or(cut.map(|_| part_start)).or_else(|| place().map(|place| place.span.start))?;
    let part = Span::new(scan.skip(begins), end);
    let name = Span::new(part.start.min(name_end), name_end).of(scan.text);
    if name.is_empty() || !is_name(name) {
        return None;
    }
    // ຜູ້ສະໝັກ 25: who is counted stands before the number.
    let before = UNITS.before(scan.text, name_end).filter(|(at, code)| **code == "person" && !glued && *at == part.start);
    let unit = before.map(|(at, code)| (*code, Span::new(at, name_end)));
    Some(Item {
        numeral,
        part,
        unit: unit.map(|(code, _)| code),
        unit_span: unit.map(|(_, span)| span),
        rule: if unit.is_some() { "quantity.unit_before" } else { "quantity.listed" },
        scaled: false,
    })
}

/// Whether words may be the name of something counted: no figures, no end of a sentence.
fn is_name(words: &str) -> bool {
    !words.contains(|c: char| is_numeric(c) || matches!(c, '/' | '?' | '!')) && !words.contains(". ") && words.chars().any(|c| c != ' ')
}

/// Whether a part of a list ends at a byte.
fn is_part_end(scan: &Scan<'_>, end: usize) -> bool {
    match scan.char_at(end) {
        None | Some('\n' | ';' | ')') => true,
        Some(',') => !scan.char_at(end + 1).is_some_and(|c| c.is_ascii_digit()),
        Some('.') => matches!(scan.char_at(end + 1), None | Some(' ' | '\n')),
        Some(_) => matches!(scan.calendar(end), Some((_, Calendar::And))),
    }
}

/// The byte at which the next part of a list begins behind one that ends at a byte.
fn next_part(scan: &Scan<'_>, end: usize) -> Option<usize> {
    let semicolon = || (scan.char_at(end) == Some(';')).then(|| scan.skip(end + 1));
    scan.list_mark(end).or_else(semicolon)
}

/// Whether the name is a place alone.
fn is_place(scan: &Scan<'_>, item: &Item) -> bool {
    let end = scan.skip_back(item.numeral.span.start);
    let hit = scan.hit_before(end).filter(|hit| hit.span.start == item.part.start);
    hit.is_some_and(|hit| hit.find(|m| matches!(m, Meaning::Place(_)).then_some(())).is_some())
}
