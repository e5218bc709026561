//! Figures that belong to no mention of any family: those of addresses, clock times, phone numbers, list marks.

use memchr::memmem;

use super::scan::Scan;
use crate::lang::calendar::Calendar;
use crate::lang::number::{CLOCK_AFTER, CLOCK_BEFORE, CLOCK_DAY, CLOCK_HOUR, CLOCK_MINUTE};
use crate::span::Span;
use crate::text::figure::Figure;
use crate::text::script::is_alphanumeric;

/// Takes those figures out of the way of the families.
pub(crate) fn set_aside(scan: &mut Scan<'_>) {
    addresses(scan);
    for index in 0..scan.figures.len() {
        let Some(figure) = scan.free(index) else { continue };
        if let Some(span) = clock(scan, index, figure)
            .or_else(|| every_day(scan, index, figure))
            .or_else(|| phone(scan, index, figure))
            .or_else(|| list_mark(scan, figure))
            .or_else(|| dotted(scan, index, figure))
        {
            scan.take(span);
        }
    }
}

/// The longest address looked for, in bytes on each side of its sign.
const ADDRESS: usize = 1024;

/// Web and mail addresses: from their sign to the blanks around them.
fn addresses(scan: &mut Scan<'_>) {
    let text = scan.text;
    let signs = ["://", "www.", "@"].map(|sign| memmem::find_iter(text.as_bytes(), sign).collect::<Vec<_>>());
    let mut done = 0;
    let mut signs: Vec<usize> = signs.into_iter().flatten().collect();
    signs.sort_unstable();
    for at in signs {
        if at < done {
            continue;
        }
        let head = scan.within(Span::new(at.saturating_sub(ADDRESS).max(done), at));
        let start = head.of(text).rfind([' ', '\n', '(']).map_or(head.start, |blank| head.start + blank + 1);
        let tail = scan.within(Span::new(at, at + ADDRESS));
        let end = tail.of(text).find([' ', '\n', ')', '"', '”']).map_or(tail.end, |blank| tail.start + blank);
        scan.take(Span::new(start, end));
        done = end;
    }
}

/// `11:45`, `10:20:27`, `19.30 น.`, `14h30`, `14 giờ 30`, `8 ໂມງ 30 ນາທີ`.
fn clock(scan: &Scan<'_>, index: usize, hour: Figure) -> Option<Span> {
    if hour.digits > 2 || hour.value > 24 {
        return None;
    }
    let next = scan.free(index + 1);
    let between = next.map(|next| Span::new(hour.span.end, next.span.start).of(scan.text));
    let minute = next.filter(|next| next.digits == 2 && next.value < 60);
    if let (Some(":"), Some(minute)) = (between, minute) {
        let second =
            scan.free(index + 2).filter(|second| Span::new(minute.span.end, second.span.start).of(scan.text) == ":" && second.digits == 2);
        return Some(hour.span.join(second.unwrap_or(minute).span));
    }
    if let (Some("."), Some(minute)) = (between, minute) {
        let named = scan.word(&CLOCK_AFTER, minute.span.end).is_some() || scan.word_before(&CLOCK_BEFORE, hour.span.start).is_some();
        let ranged = scan.char_at(minute.span.end) == Some('-') || scan.char_at(scan.skip(minute.span.end)) == Some('-');
        if named || (ranged && scan.free(index + 3).is_some_and(|end| scan.word(&CLOCK_AFTER, end.span.end).is_some())) {
            return Some(hour.span.join(minute.span));
        }
    }
    let after = scan.text.get(hour.span.end..).unwrap_or_default();
    if after.starts_with(['h', 'H']) && !after.starts_with("ha") && !after.starts_with("Ha") && !after.starts_with("HA") {
        let minute = minute.filter(|minute| minute.span.start == hour.span.end + 1);
        let alone = after.get(1..).and_then(|rest| rest.chars().next()).is_none_or(|c| !is_alphanumeric(c));
        return (minute.is_some() || alone).then(|| minute.map_or(hour.span, |minute| hour.span.join(minute.span)));
    }
    // `8 ໂມງ 30 ນາທີ`, `14 giờ 30`, `lúc 8 giờ`.
    let named = scan.word(&CLOCK_AFTER, hour.span.end);
    let (end, ()) = named.or_else(|| scan.word(&CLOCK_HOUR, hour.span.end))?;
    let minute = minute
        .filter(|minute| scan.skip(end) == minute.span.start && (named.is_none() || scan.word(&CLOCK_MINUTE, minute.span.end).is_some()));
    // `15 giờ ngày 9/11`, `17 giờ hôm nay`.
    let dated = || {
        scan.word(&CLOCK_DAY, end).is_some()
            || matches!(scan.calendar(end), Some((cue, Calendar::DayCue)) if scan.figure_at(scan.skip(cue)).is_some())
    };
    let said = named.is_some() || minute.is_some() || scan.word_before(&CLOCK_BEFORE, hour.span.start).is_some() || dated();
    said.then(|| minute.map_or(hour.span, |minute| hour.span.join(minute.span)))
}

/// `24/7`, `24/24`.
fn every_day(scan: &Scan<'_>, index: usize, hours: Figure) -> Option<Span> {
    let days = scan.free(index + 1)?;
    let joined = matches!(Span::new(hours.span.end, days.span.start).of(scan.text), "/" | "/ ");
    (hours.value == 24 && matches!((days.value, days.digits), (7, 1) | (24, 2)) && joined && !scan.day_cue(hours.span.start))
        .then(|| hours.span.join(days.span))
}

/// A leading zero and seven digits or more, dots, hyphens and blanks between them.
fn phone(scan: &Scan<'_>, index: usize, first: Figure) -> Option<Span> {
    let international = scan.char_before(first.span.start) == Some('+');
    // 0 5443 1941
    let zero = first.digits == 1 && first.value == 0;
    if (first.is_plain() && !zero && !international) || matches!(scan.char_before(first.span.start), Some('.' | ',')) {
        return None;
    }
    let (mut end, mut digits, mut next) = (first.span.end, first.digits, index + 1);
    while let Some(figure) = scan.free(next) {
        let gap = Span::new(end, figure.span.start).of(scan.text);
        if !matches!(gap.trim(), "-" | "." | "") || gap.len() > 3 || gap.contains('\n') || figure.digits < 2 {
            break;
        }
        digits += figure.digits;
        end = figure.span.end;
        next += 1;
    }
    // A date in figures has eight digits too, and a month below thirteen.
    let date = scan.numeric_day(index).is_some_and(|point| point.month.is_some_and(|month| month <= 12) && point.span.end == end);
    (digits >= 8 && !date).then(|| Span::new(first.span.start, end))
}

/// `1.` and `1)` that begin a line, `(1)`, `[1]`, `1)` in a sentence.
fn list_mark(scan: &Scan<'_>, figure: Figure) -> Option<Span> {
    if figure.digits > 2 {
        return None;
    }
    let after = scan.char_at(figure.span.end);
    let before = scan.char_before(figure.span.start);
    let starts_line = scan.zone(figure.span.start).start == figure.span.start || before == Some('\n');
    let blank_after = scan.char_at(figure.span.end + 1).is_none_or(|c| !c.is_ascii_digit());
    let marks = match (before, after) {
        // Hà Giang (42), Bắc Kạn (19): how many there are of what was told before.
        (Some('('), Some(')')) => !scan.is_share_of_place(figure.span),
        (Some('['), Some(']')) => true,
        (_, Some('.' | ')')) if starts_line => blank_after,
        (None | Some(' ' | '\n'), Some(')')) => {
            // No bracket is open before it.
            let from = scan.zone(figure.span.start).start.max(figure.span.start.saturating_sub(240));
            let head = scan.within(Span::new(from, figure.span.start)).of(scan.text);
            !head.rfind(['(', ')']).is_some_and(|last| head.get(last..).is_some_and(|rest| rest.starts_with('(')))
        }
        _ => false,
    };
    marks.then_some(figure.span)
}

/// Three figures or more joined by dots that are no date and no number: versions, addresses of machines.
fn dotted(scan: &Scan<'_>, index: usize, first: Figure) -> Option<Span> {
    let (mut end, mut count, mut thousands) = (first.span.end, 1, first.digits <= 3);
    while let Some(figure) = scan.free(index + count).filter(|figure| count < 8 && Span::new(end, figure.span.start).of(scan.text) == ".") {
        thousands &= figure.digits == 3;
        end = figure.span.end;
        count += 1;
    }
    (count >= 3 && !thousands && !(count == 3 && scan.numeric_day(index).is_some())).then(|| Span::new(first.span.start, end))
}
