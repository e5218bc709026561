//! Names of Laos and Thailand behind a title, by their words.

use super::find::{DOUBTFUL, Printed, TITLED, gap_is_light, is_office, reads_as_name, solid_name, word_length};
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::body::{STOPS, heads_body};
use crate::lang::level::DOUBTFUL_LEVELS;
use crate::lang::lexicon::Meaning;
use crate::lang::number::UNITS;
use crate::lang::people::{AGES, NAME_SUFFIXES};
use crate::lang::quoted::said_at;
use crate::lang::words::is_word_start;
use crate::segment::words;
use crate::span::Span;
use crate::text::script::is_numeric;

/// A name of Laos or Thailand behind a title: one or two words of letters, then an office, a comma or the like. An office may have introduced it.
pub(super) fn after_title(scan: &Scan<'_>, title: Span, certain: bool, introduced: bool) -> Option<Printed> {
    if counts_persons(scan, title) {
        return None;
    }
    let start = if scan.char_at(title.end) == Some(' ') { title.end + 1 } else { title.end };
    let thai = scan.char_at(start).and_then(Language::of_letter)? == Language::Thai;
    let is_title = |m: &'static Meaning| matches!(m, Meaning::Title(_)).then_some(());
    let family = |m: &'static Meaning| if let Meaning::FamilyName(_, sure) = m { Some(*sure) } else { None };
    // A name that a district bears too.
    let two_words = |span: Span| span.of(scan.text).split(' ').count() == 2;
    if let Some((span, ())) = scan.hit_at(start, |m| matches!(m, Meaning::Trap).then_some(())).filter(|(span, ())| two_words(*span)) {
        return Some(Printed { span, rule: "person.title_and_name", latin: false, vietnamese: false, same: None });
    }
    // A Vietnamese name is read by its family name; a longer word behind it that reads as none makes it one of Laos.
    let long = |given: Span| {
        if thai {
            return false;
        }
        let last = (scan.char_at(given.end) == Some(' ')).then(|| name_word(scan, given.end + 1, 5..=20)).flatten();
        last.is_some_and(|last| !reads_as_name(given.join(last).of(scan.text), DOUBTFUL))
    };
    if let Some((span, sure)) = scan.hit_at(start, family)
        && solid_name(scan, span).is_some_and(|name| {
            name.len() > span.len() + 6
                && reads_as_name(name.of(scan.text), TITLED)
                && (sure && reads_as_name(name.of(scan.text), DOUBTFUL) || !long(name))
        })
    {
        return None;
    }
    let whole = name_word(scan, start, 2..=16);
    // In Lao a first word that ends like a sentence goes on is a name only where an office comes next: ທ່ານ ບຸນຍັງ ແກ້ວມະນີ ປະທານປະເທດ.
    let doubtful = whole.is_none() && !thai;
    let given = whole.or_else(|| name_part(scan, start, Part::Given, 4..=16).filter(|_| certain))?;
    let last = (scan.char_at(given.end) == Some(' ')).then(|| name_part(scan, given.end + 1, Part::Last, 2..=20)).flatten();
    let mut span = last.map_or(given, |last| given.join(last));
    let mut vietnamese = false;
    // Three short words that read as one Vietnamese name.
    let syllable = |word: Span| word.of(scan.text).chars().count() <= 7;
    if let Some(third) = last
        .filter(|last| syllable(given) && syllable(*last) && scan.char_at(last.end) == Some(' '))
        .and_then(|last| name_word(scan, last.end + 1, 2..=8))
        && reads_as_name(given.join(third).of(scan.text), TITLED)
    {
        span = given.join(third);
        vietnamese = true;
    }
    // อิศรางกูร ณ อยุธยา. Behind a surname another one may be the place where something happened, unless the person's office follows it.
    let held = |end: usize| scan.hit_at(scan.skip(end), |m| matches!(m, Meaning::Office(_)).then_some(())).is_some();
    let house = scan.word(&NAME_SUFFIXES, span.end).filter(|(end, royal)| **royal || last.is_none() || held(*end));
    if let Some((end, _)) = house {
        span.end = end;
    }
    let next =
        scan.hits_in(Span::new(span.end, scan.zone(span.start).end)).next().filter(|next| gap_is_light(scan, span.end, next.span.start));
    let office = introduced || next.is_some_and(is_office);
    let after = scan.skip(span.end);
    // The end of a line too, as in a list of names.
    let line_end = matches!(scan.char_at(span.end), None | Some('\n'));
    // What the person is a member of.
    let body = scan.hit_at(after, |m| matches!(m, Meaning::Body(_)).then_some(())).is_some();
    let closed = line_end
        || body
        || heads_body(scan.text, after)
        || matches!(scan.char_at(after), None | Some(',' | '(' | '.' | ')' | ';'))
        || scan.is_function_word(after)
        || !thai && is_aged(scan, span.end);
    // Lao ທ່ານ glued to a word is mostly "you" with its verb, and so is Thai ท่าน: only before an office. Behind another title it is one.
    let behind = scan.hit_before(scan.skip_back(title.start)).is_some_and(|before| before.find(is_title).is_some());
    let behind = behind || title.of(scan.text).contains(' ');
    let you = !certain || (!thai && start == title.end && !behind);
    // In Thai the family name makes it sure; Lao ທ່ານ is also "you" and a counter.
    // นายรณชัยวิเศษสุข ผู้ว่าราชการจังหวัด: the blank may be missing.
    let clause = || {
        let starts = given.of(scan.text).char_indices().map(|(at, _)| given.start + at).skip(2);
        starts.filter(|&at| is_word_start(scan.text, at)).any(|at| scan.is_function_word(at) || said_at(scan.text, at).is_some())
    };
    let one = || {
        thai && certain
            && given.len() >= 30
            && !clause()
            && next.is_some_and(|next| is_office(next) && scan.skip(span.end) == next.span.start)
    };
    // ທ່ານ … ຄູໂຮງຮຽນ…, ທ່ານ … CEO
    let post = next.is_some_and(|next| next.span.start == after && next.find(is_title).is_some())
        || after > span.end && scan.char_at(after).is_some_and(|c| c.is_ascii_uppercase());
    // ທ້າວ ວ່າງເຢັ້ງ ອາຍຸ 27 ປີ
    let alone = !thai && certain && !you && is_aged(scan, span.end);
    let sure =
        alone || house.is_some() && certain || (last.is_some() && (office || !you && !doubtful && (thai || closed || post))) || one();
    sure.then_some(Printed { span, rule: "person.title_and_name", latin: false, vietnamese, same: None })
}

/// Whether an age follows a name, behind a bracket or not: `ບຸນທັນ ວົງສາລີ ອາຍຸ 47 ປີ`, `ແສງມະນີ (ຊື່ຫຼິ້ນ ນ້ອຍ) ອາຍຸ 24 ປີ`.
fn is_aged(scan: &Scan<'_>, end: usize) -> bool {
    let open = scan.skip(end);
    let rest = scan.within(Span::new(open, (open + BRACKET).min(scan.zone(end.saturating_sub(1)).end))).of(scan.text);
    let close = rest.find(')').filter(|_| rest.starts_with('(')).map_or(end, |close| open + close + 1);
    scan.word(&AGES, close).is_some_and(|(age, ())| scan.figure_at_any(scan.skip(age)))
}

/// Bytes of the longest bracket between a name and its age.
const BRACKET: usize = 90;

/// Two words of Lao behind an office that a title introduces: `ທ່ານນາຍົກລັດຖະມົນຕີ ສອນແກ້ວ ສີພັນທອງ`. Neither is a verb of saying, nor one with which
/// a sentence goes on.
pub(super) fn after_titled_office(scan: &Scan<'_>, office: usize, start: usize) -> Option<Printed> {
    let title = scan.hit_before(scan.skip_back(office))?;
    title.find(|m| matches!(m, Meaning::Title(true)).then_some(()))?;
    scan.char_at(start).and_then(Language::of_letter).filter(|language| *language == Language::Lao)?;
    let word = |at: usize| said_at(scan.text, at).is_none() && STOPS.at(scan.text, at).is_none();
    let given = name_word(scan, start, 3..=16).filter(|given| word(given.start) && scan.char_at(given.end) == Some(' '))?;
    let last = name_part(scan, given.end + 1, Part::Last, 3..=20).filter(|last| word(last.start))?;
    let after = scan.skip(last.end);
    let closed = matches!(scan.char_at(after), None | Some(',' | '(' | '.' | ')' | ';' | '\n')) || scan.is_function_word(after);
    closed.then(|| Printed { span: given.join(last), rule: "person.office", latin: false, vietnamese: false, same: None })
}

/// Whether a title is a word for persons counted, glued to their number: 300ທ່ານ. Behind a blank the number may be a year.
fn counts_persons(scan: &Scan<'_>, title: Span) -> bool {
    scan.char_before(title.start).is_some_and(is_numeric) && UNITS.at(scan.text, title.start).is_some_and(|(_, unit)| *unit == "person")
}

/// Whether a word of a sentence, or one of a date, begins some letters, as the dictionary cuts them: ຫາ, not ຫານ.
fn begins_sentence_word(scan: &Scan<'_>, word: Span) -> bool {
    let calendar = scan.calendar(word.start).map(|(end, _)| end);
    let Some(end) = scan.function_word(word.start).max(calendar) else { return false };
    // Names begin with the shortest ones only.
    if end >= word.end || Span::new(word.start, end).of(scan.text).chars().count() > 2 {
        return true;
    }
    let head = scan.within(Span::new(word.start, word.end.min(word.start + 60)));
    let first = words::cuts(head.of(scan.text)).into_iter().find(|cut| *cut > 0).unwrap_or(head.len());
    end >= word.start + first
}

/// What a word is asked for in a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Any.
    Any,
    /// The first behind a sure title: it may end as a sentence goes on (บุนยัง).
    Given,
    /// The second: it may begin with a title (คุณปลื้ม).
    Last,
}

/// A word that may be part of a name: letters only, nothing known, cut off before an office glued to it.
pub(super) fn name_word(scan: &Scan<'_>, start: usize, length: std::ops::RangeInclusive<usize>) -> Option<Span> {
    name_part(scan, start, Part::Any, length)
}

/// The same, where the word may end as a sentence goes on: ບຸນມີ.
pub(super) fn given_word(scan: &Scan<'_>, start: usize, length: std::ops::RangeInclusive<usize>) -> Option<Span> {
    name_part(scan, start, Part::Given, length)
}

fn name_part(scan: &Scan<'_>, start: usize, part: Part, length: std::ops::RangeInclusive<usize>) -> Option<Span> {
    let whole = Span::new(start, start + word_length(scan, start));
    let known = |m: &'static Meaning| matches!(m, Meaning::Office(_) | Meaning::Body(_) | Meaning::Level | Meaning::Trap).then_some(());
    let title = |m: &'static Meaning| matches!(m, Meaning::Title(_)).then_some(());
    let titled = scan.hit_at(start, title).is_some_and(|(span, ())| part != Part::Last || span.end >= whole.end);
    // A family name may begin as a body's does: ກົມ|ມະສິດ.
    let trap = scan.hit_at(start, |m| matches!(m, Meaning::Trap).then_some(())).is_some_and(|(span, ())| span.end < whole.end);
    let lao = scan.char_at(start).and_then(Language::of_letter) == Some(Language::Lao);
    let office = |m: &'static Meaning| matches!(m, Meaning::Office(_)).then_some(());
    // An office may be longer than the word that it ends: เอกอัครราชทูต ณ.
    let inside = scan.hits_in(Span::new(start, scan.zone(start).end)).take_while(|hit| hit.span.start < whole.end);
    let glued = inside.filter(|hit| hit.span.start > start).find(|hit| hit.find(office).is_some());
    // ກົມພົນ, กองทอง|รองผู้ว่าราชการ: before an office, the head of a department begins a name.
    let head = || {
        let body = scan.hit_at(start, |m| matches!(m, Meaning::Body(_)).then_some(()));
        body.is_some_and(|(span, ())| span.end < glued.map_or(whole.end, |hit| hit.span.start))
            && (glued.is_some() || scan.hit_at(whole.end + 1, office).is_some())
    };
    let begun = part == Part::Last && (lao && trap || head());
    // A surname right before an office may begin as a word of a sentence does: เหมือนเดช ผบก.
    let surname = part == Part::Last
        && !lao
        && said_at(scan.text, start).is_none()
        && (glued.is_some() || scan.char_at(whole.end) == Some(' ') && scan.hit_at(whole.end + 1, office).is_some());
    // เมือง begins surnames too, where no place that it is the word for stands behind it.
    let city = || {
        let level = DOUBTFUL_LEVELS.at(scan.text, start).filter(|_| part == Part::Last && !lao).map(|(end, ())| end);
        level.is_some_and(|end| end < whole.end && scan.hit_at(end, |m| matches!(m, Meaning::Place(_)).then_some(())).is_none())
    };
    if titled || (scan.hit_at(start, known).is_some() && !begun && !city()) || !surname && begins_sentence_word(scan, whole) {
        return None;
    }
    let span = glued.map_or(whole, |hit| Span::new(start, hit.span.start));
    // นายสมชาย |อายุ 45 ปี
    if AGES.at(scan.text, start).is_some_and(|(end, ())| end == span.end) {
        return None;
    }
    // ກ່ວາງວັນລິກ |ເວົ້າ
    if lao && part != Part::Given && said_at(scan.text, start) == Some(span.end) {
        return None;
    }
    // What ends in a function word is a clause, not a name: ກ່າວວ່າ.
    if part != Part::Given && scan.is_function_word_before(span.end) {
        return None;
    }
    let letters = span.of(scan.text).chars().count();
    length.contains(&letters).then_some(span)
}
