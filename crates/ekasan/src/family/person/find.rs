//! Persons as printed: a family name and what follows it, a title or an office before it.

use super::again::again;
use super::beside::{after_latin_title, after_office, aged_in_brackets, before_office, given_name};
use super::titled::after_title;
use crate::family::capitals::name_word;
use crate::family::place::Level;
use crate::family::scan::Scan;
use crate::family::{office, place};
use crate::lang::Language;
use crate::lang::body::STOPS;
use crate::lang::calendar::LUNAR_YEARS;
use crate::lang::cited::TYPE_WORDS;
use crate::lang::gazetteer::{GAZETTEER, communes_without_marks, is_commune_of};
use crate::lang::level::LEVELS;
use crate::lang::lexicon::{Hit, Meaning};
use crate::lang::people::{NAME_BARS, is_family_name};
use crate::lang::quoted::said_at;
use crate::lang::words::{is_latin, is_word_start};
use crate::name::person_score;
use crate::span::Span;

/// A person as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    /// The name without its title.
    pub(crate) span: Span,
    pub(crate) rule: &'static str,
    /// Printed in Vietnamese letters.
    pub(crate) latin: bool,
    /// Its family name is one of Vietnam.
    pub(crate) vietnamese: bool,
    /// The full name before it, of which this is another mention.
    pub(crate) same: Option<Span>,
}

/// Finds all persons, in order. `places` and `offices` are those found, in order.
pub(crate) fn find(scan: &Scan<'_>, places: &[place::find::Printed], offices: &[office::find::Row]) -> Vec<Printed> {
    let offices: Vec<&office::find::Printed> = offices.iter().flatten().collect();
    let named = places.iter().flat_map(|place| &place.entries).filter_map(|&index| GAZETTEER.entries.get(index));
    let provinces: Vec<&str> = named.filter(|entry| entry.level == Level::Province).map(|entry| entry.id).collect();
    let mut found: Vec<Printed> = Vec::new();
    for (at, hit) in scan.hits.iter().enumerate() {
        if let Some(sure) = hit.find(|m| if let Meaning::Title(sure) = m { Some(*sure) } else { None })
            && let Some(printed) = after_title(scan, hit.span, sure, ends_before(scan, &offices, hit.span.start))
            && found.last().is_none_or(|last| last.span.end <= printed.span.start)
        {
            found.push(printed);
            continue;
        }
        // Ông and the like are titles before they are family names.
        if hit.find(|m| matches!(m, Meaning::Title(_)).then_some(())).is_some() {
            let family = |m: &'static Meaning| matches!(m, Meaning::FamilyName(..)).then_some(());
            // The same person in other letters: จุนอิจิ ฮันซาวะ (Mr. Junichi Hanzawa).
            let gloss = scan.char_before(hit.span.start) == Some('(')
                && found.last().is_some_and(|last| scan.skip(last.span.end) + 1 == hit.span.start);
            if !gloss && scan.hit_at(hit.span.end + 1, family).is_none() {
                found.extend(after_latin_title(scan, hit.span).or_else(|| given_name(scan, hit.span)));
            }
            continue;
        }
        if is_office(*hit) {
            let last = found.last().map_or(0, |last| last.span.end);
            // With its body and place, which stand before the name.
            let whole = offices
                .get(offices.partition_point(|office| office.span.end <= hit.span.start))
                .filter(|office| office.span.covers(hit.span));
            let named = whole.is_some_and(|office| office.is_named());
            if let Some(printed) = before_office(scan, *hit).filter(|printed| printed.span.start >= last) {
                found.push(printed);
            }
            after_office(scan, whole.map_or(hit.span, |office| office.span), named, &mut found);
            continue;
        }
        let family = hit.find(|m| if let Meaning::FamilyName(_, sure) = m { Some((*hit, *sure)) } else { None });
        let Some((hit, sure)) = family.or_else(|| hidden_family(scan, *hit, &offices).map(|hit| (hit, true))) else { continue };
        // A name read beside its office is read again, with its family name.
        while found.last().is_some_and(|last| last.rule == "person.office" && last.span.start == hit.span.start) {
            found.pop();
        }
        if found.last().is_some_and(|last| hit.span.start < last.span.end) {
            continue;
        }
        // Part of a place's name behind the word for its level.
        let place = places.get(places.partition_point(|place| place.span.end <= hit.span.start));
        if place.is_some_and(|place| {
            place.level.is_some()
                && (place.span.start < hit.span.start
                    || place.is_parent()
                    || !hit.span.of(scan.text).starts_with(is_latin) && place.span.covers(hit.span))
        }) {
            continue;
        }
        let before = at.checked_sub(1).and_then(|last| scan.hits.get(last)).filter(|last| scan.skip(last.span.end) == hit.span.start);
        let latin = hit.span.of(scan.text).chars().next().is_some_and(is_latin);
        // In Lao what is glued to an everyday word that may be a title goes on with it: ຄູ|ລາງວັນ.
        let glued = !latin && scan.char_before(hit.span.start).and_then(Language::of_letter) == Some(Language::Lao);
        let title = |m: &'static Meaning| matches!(m, Meaning::Title(certain) if *certain || !glued || sure).then_some(());
        let titled = before.is_some_and(|before| before.find(title).is_some());
        let office_before = before.is_some_and(|before| is_office(*before)) || ends_before(scan, &offices, hit.span.start);
        let office_before = office_before || (latin && office_after(scan, hit.span, &offices));
        if !titled && !office_before && !sure {
            continue;
        }
        let name = if latin {
            latin_name(scan, hit.span).or_else(|| latin_capitals(scan, hit.span).filter(|_| titled))
        } else {
            solid_name(scan, hit.span)
        };
        let Some(span) = name else { continue };
        let enough = sure && (latin || span.len() >= hit.span.len() + 9);
        if !titled && !office_before && !enough {
            continue;
        }
        // Tết Nguyên đán Giáp Thìn
        if latin && !titled && !office_before && LUNAR_YEARS.at(scan.text, span.start).is_some_and(|(end, ())| end == span.end) {
            continue;
        }
        // Two words that name a commune of a province of this page: hộ dân Thạch Lạc.
        let name = span.of(scan.text);
        if latin && !titled && !office_before && name.split(' ').count() == 2 && is_commune_of(name, &provinces) {
            continue;
        }
        // Letters that are common in the language need a name behind them that reads as one.
        if !latin
            && !sure
            && (scan.is_function_word(hit.span.start)
                || !reads_as_name(span.of(scan.text), if titled || office_before { TITLED } else { DOUBTFUL }))
        {
            continue;
        }
        // Văn Trỗi is the rest of a name that was barred.
        let rest = before.is_some_and(|before| latin && before.find(|m| matches!(m, Meaning::FamilyName(..)).then_some(())).is_some());
        // Đường and Hồ are streets and lakes too.
        let thing = latin && NAME_BARS.at(&hit.span.of(scan.text).to_lowercase(), 0).is_some_and(|(end, ())| end == hit.span.len());
        if !titled && !office_before && (rest || (thing && span.of(scan.text).split(' ').count() < 3)) {
            continue;
        }
        if latin && !titled && !office_before {
            // The name of a street, a school, a place of a list is no person's.
            let barred = scan.word_before(&NAME_BARS, span.start).is_some() || scan.word_before(&LEVELS, span.start).is_some();
            // Từ Lạng Sơn: from a place.
            let place = places.get(places.partition_point(|place| place.span.end <= hit.span.end));
            let from = place.is_some_and(|place| place.span.start == hit.span.end + 1 && place.span.end == span.end);
            // In a text of other letters three words that begin with a family name are a name's, a commune's left aside.
            let words = span.of(scan.text).split(' ').count();
            let stands_out = words >= 3 && is_amid_native(scan, span) && communes_without_marks(span.of(scan.text)).is_empty();
            let plain = span.of(scan.text).is_ascii() && (hit.span.len() < 4 || words < 3) && !stands_out;
            if barred || plain || from || in_list_of_places(scan, span.start, places) {
                continue;
            }
        }
        // ถนนเจิ่นฮึงด่าว: likewise in Lao and Thai, also where the street's name has a title in it: ถนน Ong Ich Khiem.
        let first = before.filter(|_| titled).map_or(span.start, |title| title.span.start);
        if names_thing(scan, first) {
            continue;
        }
        found.push(Printed { span, rule: if titled { "person.title" } else { "person.family_name" }, latin, vietnamese: true, same: None });
    }
    merge(&mut found, aged_in_brackets(scan));
    again(scan, &mut found);
    found
}

/// Adds persons that are in order: over a shorter name that each holds (Rah |Lan Mẫu), and where none else stands.
fn merge(found: &mut Vec<Printed>, more: Vec<Printed>) {
    if more.is_empty() {
        return;
    }
    found.sort_by_key(|person| person.span.start);
    let holds = |person: &Printed| {
        let at = more.partition_point(|longer| longer.span.end <= person.span.start);
        more.get(at).is_some_and(|longer| longer.span.covers(person.span) && longer.span != person.span)
    };
    found.retain(|person| !holds(person));
    let is_free = |longer: &Printed| {
        let at = found.partition_point(|person| person.span.end <= longer.span.start);
        found.get(at).is_none_or(|person| person.span.start >= longer.span.end)
    };
    let free: Vec<Printed> = more.into_iter().filter(is_free).collect();
    found.extend(free);
}

/// Whether a word of Lao or Thai before a byte makes what follows the name of a street, a school and the like.
pub(super) fn names_thing(scan: &Scan<'_>, at: usize) -> bool {
    let bar = scan.word_before(&NAME_BARS, at).and_then(|(bar, ())| scan.char_at(bar));
    bar.and_then(Language::of_letter).is_some()
}

/// Whether letters of Lao or Thai stand near a stretch, on either side.
fn is_amid_native(scan: &Scan<'_>, span: Span) -> bool {
    let native = |c: char| Language::of_letter(c).is_some();
    let zone = scan.zone(span.start);
    let before = scan.within(Span::new(zone.start.max(span.start.saturating_sub(12)), span.start)).of(scan.text).chars().any(native);
    before || scan.within(Span::new(span.end, (span.end + 12).min(zone.end))).of(scan.text).chars().any(native)
}

/// Whether a list of places goes on up to a byte.
fn in_list_of_places(scan: &Scan<'_>, start: usize, places: &[place::find::Printed]) -> bool {
    let next = places.partition_point(|place| place.span.end <= start);
    let Some(last) = next.checked_sub(1).and_then(|last| places.get(last)).filter(|last| last.level.is_some()) else { return false };
    scan.list_mark(last.span.end) == Some(start)
}

/// The most that a syllable of a name may cost on average.
pub(super) const DOUBTFUL: f32 = 6.2;
/// Likewise behind a title.
pub(super) const TITLED: f32 = 8.6;

/// Whether the letters read as a Vietnamese name, each syllable at no more than a cost on average.
pub(super) fn reads_as_name(surface: &str, doubt: f32) -> bool {
    let Some(language) = surface.chars().next().and_then(Language::of_letter) else { return false };
    person_score(surface, language).is_some_and(|(score, syllables)| score >= -doubt * syllables as f32)
}

/// A family name that begins the name of a district, where the letters go on as a person's and an office follows: `Vũ Quang Hải, Giám đốc …`.
fn hidden_family(scan: &Scan<'_>, hit: Hit, offices: &[&office::find::Printed]) -> Option<Hit> {
    hit.find(Meaning::place).filter(|entry| !matches!(entry.level, Level::Country | Level::Province))?;
    let (family, _) = hit.span.of(scan.text).split_once(' ').filter(|(family, _)| is_family_name(family))?;
    let family = Span::new(hit.span.start, hit.span.start + family.len());
    let longer = latin_name(scan, family).is_some_and(|name| name.end > hit.span.end);
    (longer && scan.level_before(hit.span.start).is_none() && office_after(scan, family, offices)).then(|| hit.narrowed(family))
}

/// Whether an office follows a Latin name behind a comma: `Mai Thanh Long, Tỉnh ủy viên`.
fn office_after(scan: &Scan<'_>, family: Span, offices: &[&office::find::Printed]) -> bool {
    let Some(name) = latin_name(scan, family) else { return false };
    let next = offices.get(offices.partition_point(|office| office.start() < name.end));
    next.is_some_and(|office| match Span::new(name.end, office.start().max(name.end)).of(scan.text) {
        ", " => true,
        " " => scan.char_at(office.start()).and_then(Language::of_letter).is_some(),
        _ => false,
    })
}

/// Whether an office, its body and place included, ends right before a byte.
fn ends_before(scan: &Scan<'_>, offices: &[&office::find::Printed], start: usize) -> bool {
    let index = offices.partition_point(|office| office.span.start < start);
    let before = index.checked_sub(1).and_then(|last| offices.get(last));
    before.is_some_and(|office| office.span.end < start && Span::new(office.span.end, start).of(scan.text) == " ")
}

pub(super) fn is_office(hit: Hit) -> bool {
    hit.find(|m| matches!(m, Meaning::Office(_)).then_some(())).is_some()
}

pub(super) fn gap_is_light(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    matches!(Span::new(from, to).of(scan.text), "" | " " | ", " | "," | " - " | " – ")
}

/// Capitalised words after a family name: two to five in all.
fn latin_name(scan: &Scan<'_>, family: Span) -> Option<Span> {
    if !family.of(scan.text).chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    let mut end = family.end;
    let mut words = 1;
    while words < 5 && scan.char_at(end) == Some(' ') {
        let Some(next) = name_word(scan, end + 1).filter(|next| next - end <= 1 + 12) else { break };
        // Phan Đình Mẫu |Bí thư: an office of two words begins.
        let office = scan.hit_at(end + 1, |m| matches!(m, Meaning::Office(_)).then_some(())).is_some_and(|(span, ())| span.end > next);
        if words > 1 && office {
            break;
        }
        // Từ Nghị quyết số 21: the word goes on in small letters.
        if TYPE_WORDS.at(scan.text, end + 1).is_some_and(|(word, _)| word > next) {
            break;
        }
        end = next;
        words += 1;
    }
    // One word alone is no person's.
    (2..=5).contains(&words).then(|| Span::new(family.start, end))
}

/// A name all in capitals behind a title: đồng chí HUỲNH VĂN MẪN. Elsewhere such words are a heading.
fn latin_capitals(scan: &Scan<'_>, family: Span) -> Option<Span> {
    let is_word = |word: &str| word.chars().count() > 1 && word.chars().all(|c| is_latin(c) && c.is_uppercase());
    let rest = scan.within(Span::new(family.start, (family.start + LONGEST).min(scan.zone(family.start).end))).of(scan.text);
    let mut end = 0;
    let mut words = 0;
    for part in rest.split(' ').take(5) {
        let word = part.trim_end_matches(|c: char| !is_latin(c));
        if !is_word(word) {
            break;
        }
        end += usize::from(words > 0) + word.len();
        words += 1;
        if word.len() < part.len() {
            break;
        }
    }
    (3..=5).contains(&words).then(|| Span::new(family.start, family.start + end))
}

/// The letters after a family name in Lao or Thai: to the next blank or sign; in Thai over blanks while syllables are short.
pub(super) fn solid_name(scan: &Scan<'_>, family: Span) -> Option<Span> {
    let mut end = family.end + word_length(scan, family.end);
    let thai = family.of(scan.text).starts_with(|c| ('\u{e00}'..='\u{e7f}').contains(&c));
    let mut syllables = 1;
    while syllables < 4 && scan.char_at(end) == Some(' ') {
        let word = Span::new(end + 1, end + 1 + word_length(scan, end + 1));
        let known = |m: &'static Meaning| {
            // A poet is no part of a name, กวี is.
            matches!(m, Meaning::Office(_) | Meaning::Body(_) | Meaning::Title(true) | Meaning::Trap | Meaning::Level).then_some(())
        };
        let length = word.of(scan.text).chars().count();
        let short = length <= 8 && !(syllables == 1 && end > family.end && length > 6);
        // A family name alone wants the rest of its name; in Lao only what reads as one belongs to it.
        let reads = || reads_as_name(Span::new(family.start, word.end).of(scan.text), DOUBTFUL);
        let wanted = short && (thai || ((end == family.end || syllables > 1) && reads()));
        // "To follow" is a given name too, where an office comes next.
        let verb = said_at(scan.text, word.start) == Some(word.end)
            || (scan.is_function_word(word.start)
                && scan.hit_at(word.end + 1, |m| matches!(m, Meaning::Office(_)).then_some(())).is_none());
        // In Thai three words are a whole name: a fourth belongs to it where it would be one behind the family name.
        let with_family = || format!("{} {}", family.of(scan.text), word.of(scan.text));
        let beyond = thai && syllables > 2 && !reads_as_name(&with_family(), TITLED);
        if word.is_empty() || !wanted || beyond || scan.hit_at(word.start, known).is_some() || verb {
            break;
        }
        end = word.end;
        syllables += 1;
    }
    // The name ends where a known word begins inside it.
    let inside = scan
        .hits_in(Span::new(family.end, end))
        .find(|hit| hit.find(|m| matches!(m, Meaning::Office(_) | Meaning::Body(_)).then_some(())).is_some());
    let end = inside.map_or(end, |hit| scan.skip_back(hit.span.start));
    let end = before_verb(scan, family, end);
    let letters = Span::new(family.start, end).of(scan.text).chars().count();
    ((5..=32).contains(&letters) && end > family.end).then(|| Span::new(family.start, end))
}

/// The byte before a word that is glued to a name and is none of it: ຫງວຽນວັນກວາງ|ໄດ້…; the end where all reads as a name.
fn before_verb(scan: &Scan<'_>, family: Span, end: usize) -> usize {
    let glued = Span::new(family.end, end);
    if glued.len() < 15 || reads_as_name(Span::new(family.start, end).of(scan.text), DOUBTFUL) {
        return end;
    }
    let letters = glued.of(scan.text).char_indices().map(|(at, _)| glued.start + at).skip(2);
    let goes_on = |at: usize| scan.is_function_word(at) || STOPS.at(scan.text, at).is_some();
    let verbs = letters.filter(|&at| is_word_start(scan.text, at) && goes_on(at));
    verbs.take(4).find(|&at| reads_as_name(Span::new(family.start, at).of(scan.text), DOUBTFUL)).unwrap_or(end)
}

/// No name is longer, in bytes.
const LONGEST: usize = 160;

/// How many bytes of Lao or Thai letters stand at a byte.
pub(super) fn word_length(scan: &Scan<'_>, at: usize) -> usize {
    let rest = scan.within(Span::new(at, at + LONGEST)).of(scan.text);
    rest.find(|c: char| !matches!(c, '\u{e01}'..='\u{e4e}' | '\u{e81}'..='\u{ecd}' | '\u{edc}'..='\u{edf}')).unwrap_or(rest.len())
}
