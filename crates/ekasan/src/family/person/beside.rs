//! Names that no family name gives away: right after or before an office, or after a title, read by their letters.

use super::find::{Printed, names_thing, reads_as_name};
use super::titled::{after_titled_office, given_word, name_word};
use crate::family::capitals::{foreign_word, goes_on_with_hyphen, name_word as latin_word};
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::lexicon::{Hit, Meaning};
use crate::lang::number::UNITS;
use crate::lang::people::{AGES, is_family_name};
use crate::lang::words::is_latin;
use crate::span::Span;

/// Letters of the longest word that may be one syllable of a name.
const SYLLABLE: usize = 7;
/// The most that a syllable may cost on average where blanks part the syllables and an office stands beside them.
const LOOSE: f32 = 7.6;

/// The name after an office, the body and the place that belong to it; in a list after a colon the further ones too. `named` says that the
/// office is a whole one, of which no word can follow.
pub(super) fn after_office(scan: &Scan<'_>, office: Span, named: bool, found: &mut Vec<Printed>) {
    let mut at = office.end;
    for _ in 0..4 {
        let start = scan.skip(at);
        let part = |m: &'static Meaning| matches!(m, Meaning::Body(_) | Meaning::Level | Meaning::Place(_)).then_some(());
        match scan.hit_at(start, part).filter(|(span, ())| start - at <= 1 && !goes_on_with_hyphen(scan, span.end)) {
            Some((span, ())) => at = span.end,
            None => break,
        }
    }
    let colon = scan.char_at(at) == Some(':');
    let mut start = if colon { scan.skip(at + 1) } else { at + 1 };
    if !colon && scan.char_at(at) != Some(' ') {
        return;
    }
    if scan.char_at(start).is_some_and(is_latin) {
        // Bí thư Đoàn Ngọc Thành is no secretary of the youth union.
        let family = office.of(scan.text).rsplit(' ').next().is_some_and(is_family_name);
        // Chủ tịch UBND các tỉnh: Quảng Ninh, Lạng Sơn
        let place = scan.hit_at(start, |m| matches!(m, Meaning::Place(_)).then_some(())).filter(|_| colon);
        if let Some(printed) =
            capitals(scan, start).filter(|printed| named && !family && place.is_none_or(|(span, ())| span.end < printed.span.end))
            && found.last().is_none_or(|last| last.span.end <= start)
        {
            found.push(Printed { rule: "person.office", ..printed });
        }
        return;
    }
    if let Some(printed) =
        after_titled_office(scan, office.start, start).filter(|printed| found.last().is_none_or(|last| last.span.end <= printed.span.start))
        && name_at(scan, start).is_none()
    {
        found.push(printed);
        return;
    }
    while let Some(span) = name_at(scan, start) {
        let last = found.last().map_or(0, |last| last.span.end);
        if span.start >= last {
            found.push(Printed { span, rule: "person.office", latin: false, vietnamese: true, same: None });
        }
        let Some(next) = scan.list_mark(span.end).filter(|_| colon) else { return };
        start = next;
    }
}

/// The name before an office: `โต เลิม เลขาธิการใหญ่`. In Thai, where blanks part its syllables.
pub(super) fn before_office(scan: &Scan<'_>, office: Hit) -> Option<Printed> {
    if let Some(printed) = listed(scan, office.span.start) {
        return Some(printed);
    }
    let end = office.span.start.checked_sub(1).filter(|&end| scan.char_at(end) == Some(' '))?;
    // `Name - office`, in a list of such.
    let joint = scan.text.get(..end).and_then(|head| head.strip_suffix([',', '-', '–'])).map(str::trim_end);
    let (joined, end) = (joint.is_some(), joint.map_or(end, str::len));
    let zone = scan.zone(office.span.start).start;
    let mut starts = Vec::new();
    let mut at = end;
    while starts.len() < 4 && at > zone {
        let head = scan.within(Span::new(at.saturating_sub(60).max(zone), at)).of(scan.text);
        let word = head.rsplit(|c: char| !matches!(c, '\u{e01}'..='\u{e4e}')).next().unwrap_or_default();
        let mut start = at - word.len();
        // What is glued to the first syllable and is none of the name: โดย.
        if let Some((rest, _)) = word.char_indices().skip(2).find(|&(cut, _)| scan.is_function_word_before(start + cut)) {
            start += rest;
        }
        let letters = at - start;
        if letters == 0
            || Span::new(start, at).of(scan.text).chars().count() > SYLLABLE
            || scan.is_function_word(start)
            || known(scan, start)
        {
            break;
        }
        starts.push(start);
        if start > at - word.len() || scan.char_before(start) != Some(' ') {
            break;
        }
        at = start - 1;
    }
    let syllables = |start: usize| Span::new(start, end).of(scan.text).split(' ').count();
    // Between the sign of a list and an office two to four short words are a name, however freely it is spelled; with a hyphen behind it, whatever it is.
    let item = starts.last().copied().filter(|&start| {
        let short = Span::new(start, end).of(scan.text).split(' ').all(|word| word.chars().count() <= ITEM);
        matches!(scan.char_before(scan.skip_back(start)), Some(':' | ';'))
            && syllables(start) >= 2
            && short
            && (joined || reads(scan, Span::new(start, end), LOOSE + 2.0))
    });
    let read = || starts.iter().rev().copied().find(|&start| syllables(start) >= 2 && reads(scan, Span::new(start, end), LOOSE - 1.0));
    let start = item.or_else(|| read().filter(|_| !joined))?;
    Some(Printed { span: Span::new(start, end), rule: "person.office", latin: false, vietnamese: true, same: None })
}

/// Letters of the longest word of a name that is one by its place in a list alone.
const ITEM: usize = 7;

/// A name in a list of names with their offices: `ມີບັນດາທ່ານ: ຟ້າມກວກຮຸຍ, ຮອງເລຂາ…; ໂດ້ທິມາຍ, …`; in Thai without the comma.
fn listed(scan: &Scan<'_>, office: usize) -> Option<Printed> {
    let back = scan.skip_back(office);
    let comma = back.checked_sub(1).filter(|&end| scan.char_at(end) == Some(','));
    let thai = || scan.char_before(back).and_then(Language::of_letter) == Some(Language::Thai);
    let end = comma.or_else(|| (back + 1 == office && thai()).then_some(back))?;
    let zone = scan.zone(office).start;
    let head = scan.within(Span::new(end.saturating_sub(100).max(zone), end)).of(scan.text);
    let letter = |c: char| matches!(c, '\u{e01}'..='\u{e4e}' | '\u{e81}'..='\u{ecd}' | '\u{edc}'..='\u{edf}');
    let word = head.rsplit(|c: char| !letter(c)).next().filter(|word| !word.is_empty())?;
    let start = end - word.len();
    let item = matches!(scan.char_before(scan.skip_back(start)), Some(':' | ';'));
    (item && !known(scan, start) && reads_as_name(word, LOOSE - 1.4)).then(|| Printed {
        span: Span::new(start, end),
        rule: "person.office",
        latin: false,
        vietnamese: true,
        same: None,
    })
}

/// The longest run of words from a byte on that reads as a Vietnamese name.
pub(super) fn name_at(scan: &Scan<'_>, start: usize) -> Option<Span> {
    let language = scan.char_at(start).and_then(Language::of_letter)?;
    let mut words = Vec::new();
    let mut at = start;
    while words.len() < 4 {
        let Some(word) = name_word(scan, at, 1..=28) else { break };
        let short = word.of(scan.text).chars().count() <= SYLLABLE;
        if !(short || (words.is_empty() && language == Language::Lao)) {
            break;
        }
        words.push(word);
        if !short || scan.char_at(word.end) != Some(' ') {
            break;
        }
        at = word.end + 1;
    }
    let first = *words.first()?;
    (0..words.len()).rev().filter_map(|last| words.get(last)).map(|last| first.join(*last)).find(|span| {
        let parted = span.of(scan.text).contains(' ');
        (parted || language == Language::Lao) && reads(scan, *span, if parted { LOOSE } else { LOOSE - 1.6 })
    })
}

/// Whether a span reads as a name of as many syllables as blanks part, or in one word of two at least.
fn reads(scan: &Scan<'_>, span: Span, doubt: f32) -> bool {
    reads_as_name(span.of(scan.text), doubt)
}

fn known(scan: &Scan<'_>, at: usize) -> bool {
    let known = |m: &'static Meaning| {
        matches!(m, Meaning::Office(_) | Meaning::Body(_) | Meaning::Title(_) | Meaning::Level | Meaning::Place(_)).then_some(())
    };
    scan.hit_at(at, known).is_some()
}

/// `đồng chí Hà Quảng Hưng`: two to five words with capitals after a title, whatever the first of them is.
pub(super) fn after_latin_title(scan: &Scan<'_>, title: Span) -> Option<Printed> {
    if scan.char_at(title.end) != Some(' ') || names_thing(scan, title.start) {
        return None;
    }
    capitals(scan, title.end + 1)
}

/// What no name begins with and goes on with.
fn bars_name(meaning: &'static Meaning) -> Option<()> {
    matches!(meaning, Meaning::Office(_) | Meaning::Body(_) | Meaning::Level | Meaning::Title(_)).then_some(())
}

/// Two to five words with capitals, none of them known to be something else.
fn capitals(scan: &Scan<'_>, start: usize) -> Option<Printed> {
    if scan.hit_at(start, bars_name).is_some() {
        return None;
    }
    // Behind another name a hyphen joins the next word of the sentence: ông Rơ Mah Klum-đảng viên.
    let mut first = foreign_word(scan, start)?;
    // Jean-Bernard
    if scan.char_at(first) == Some('-') && scan.hit_at(first + 1, bars_name).is_none() {
        first = latin_word(scan, first + 1).unwrap_or(first);
    }
    let foreign = latin_word(scan, start) != Some(first);
    let word = |at: usize| if foreign { foreign_word(scan, at) } else { latin_word(scan, at) };
    let (mut end, mut words) = (first, 1);
    while words < 5 && scan.char_at(end) == Some(' ') && scan.hit_at(end + 1, bars_name).is_none() {
        let Some(next) = word(end + 1) else { break };
        (end, words) = (next, words + 1);
    }
    let span = Span::new(start, end);
    (words >= 2).then_some(Printed { span, rule: "person.title", latin: true, vietnamese: true, same: None })
}

/// `Rah Lan Mẫu (SN 1974, …)`, `Ksor Thử (41 tuổi)`: words with capitals before the year of birth or the age in brackets.
pub(super) fn aged_in_brackets(scan: &Scan<'_>) -> Vec<Printed> {
    let mut found = Vec::new();
    for figure in &scan.figures {
        let born = figure.digits == 4 && scan.word_before(&AGES, figure.span.start).is_some();
        let aged = || {
            let (end, _) = scan.word(&UNITS, figure.span.end).filter(|(_, unit)| **unit == "year")?;
            (figure.digits <= 3 && matches!(scan.char_at(end), Some(')' | ','))).then_some(())
        };
        let start = if born { scan.word_before(&AGES, figure.span.start).map_or(0, |(start, ())| start) } else { figure.span.start };
        if scan.char_before(start) != Some('(') || !(born || aged().is_some()) {
            continue;
        }
        found.extend(capitals_before(scan, scan.skip_back(start - 1)));
    }
    found
}

/// Two to five words with capitals that end at a byte, a title before them left aside.
fn capitals_before(scan: &Scan<'_>, end: usize) -> Option<Printed> {
    let zone = scan.zone(end).start;
    let head = scan.within(Span::new(zone.max(end.saturating_sub(NAME)), end));
    let first = (head.start == zone).then_some(zone);
    let starts = head.of(scan.text).rmatch_indices(' ').map(|(at, _)| head.start + at + 1).chain(first);
    let whole = |start: &usize| latin_word(scan, *start).is_some() && scan.hit_at(*start, bars_name).is_none();
    let start = starts.take_while(whole).take(5).last()?;
    let printed = capitals(scan, start)?;
    (printed.span.end == end).then_some(printed)
}

/// No name is longer, in bytes.
const NAME: usize = 100;

/// `ông Hậu, Trưởng thôn`, `ທ່ານ ກວາງ, ນາຍບ້ານ`: one name behind a title, an office behind a comma.
pub(super) fn given_name(scan: &Scan<'_>, title: Span) -> Option<Printed> {
    let start = title.end + 1;
    if scan.char_at(title.end) != Some(' ') || known(scan, start) {
        return None;
    }
    let latin = scan.char_at(start).is_some_and(is_latin);
    let word = if latin { latin_word(scan, start).map(|end| Span::new(start, end)) } else { name_word(scan, start, 3..=24) };
    let span = word.or_else(|| given_word(scan, start, 2..=16))?;
    let office = |m: &'static Meaning| matches!(m, Meaning::Office(_)).then_some(());
    let vietnamese = latin || reads_as_name(span.of(scan.text), LOOSE);
    // In Lao no comma need stand between, if the letters read as a name.
    let comma = scan.char_at(span.end) == Some(',');
    let blank = !latin && vietnamese && scan.char_at(span.end) == Some(' ');
    // ທ້າວ ຢົ່ງ ອາຍຸ 34 ປີ; ທ້າວ ບຸນມີ(ຕຸ້ຍ) ອາຍຸ 29 ປີ
    let bracket = scan.within(Span::new(span.end, span.end + 48)).of(scan.text);
    let nickname = bracket.strip_prefix('(').and_then(|rest| rest.find(')')).map_or(span.end, |close| span.end + close + 2);
    let aged = scan.word(&AGES, nickname).is_some_and(|(end, ())| scan.figure_at_any(scan.skip(end)));
    let holds = word.is_some() && (comma || blank) && scan.hit_at(scan.skip(span.end + 1), office).is_some();
    (holds || aged).then_some(Printed { span, rule: "person.title", latin, vietnamese, same: None })
}
