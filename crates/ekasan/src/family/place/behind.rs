//! Places told by the word for their level before them: by capitals, by a table of their own, by their letters.

use super::Level;
use super::find::Printed;
use super::list::{list_start, next_of_list, qualified_list_start};
use super::parent::behind_parent;
use crate::family::capitals::{foreign_word, name_word};
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::body::{OF, STOPS};
use crate::lang::gazetteer::{GAZETTEER, THAI_DISTRICTS, THAI_SUBDISTRICTS, communes_without_marks, is_commune};
use crate::lang::letter_case::capital;
use crate::lang::level::{DOUBTFUL_LEVELS, LEVELS, SHORT_LEVELS};
use crate::lang::lexicon::Meaning;
use crate::lang::people::is_family_name;
use crate::lang::words::{is_latin, is_word_end, is_word_start};
use crate::name::{PlaceReading, commune_at, place_at};
use crate::span::Span;

/// The places behind a word for their level that no spelling of the gazetteer is.
pub(super) fn behind_level(scan: &Scan<'_>, word: Span, found: &mut Vec<Printed>) {
    let before = found.len();
    let start = list_start(scan, word.start, word.end);
    districts_of_thailand(scan, word, start, found);
    // อำเภอ|เกาะลันตา: the word for an island district of Vietnam holds the beginning of a name of Thailand.
    if found.len() == before
        && let Some((end, _)) = LEVELS.all_at(scan.text, word.start).find(|(end, _)| *end < word.end)
    {
        districts_of_thailand(scan, Span::new(word.start, end), end, found);
    }
    if found.len() == before {
        units(scan, word, start, found);
        capitals(scan, word, found);
    }
    if found.len() == before
        && let Some(start) = qualified_list_start(scan, word)
    {
        districts_of_thailand(scan, word, start, found);
        if found.len() == before {
            units(scan, word, start, found);
        }
    }
}

/// Units of Vietnam named by capitalised words behind the word for their level: xã Tân Phúc, quận 3; a list goes on.
pub(super) fn capitals(scan: &Scan<'_>, word: Span, found: &mut Vec<Printed>) {
    let Some((_, level)) = LEVELS.at(scan.text, word.start) else { return };
    if *level == Level::Province
        || !scan.char_at(word.start).is_some_and(is_latin)
        || !(matches!(scan.char_at(word.end), Some(' ' | ':')) || is_short(scan, word))
    {
        return;
    }
    let (of_commune, is_hamlet) = (*level == Level::Commune, *level == Level::Other);
    let level = Some((*level, word));
    let mut at = list_start(scan, word.start, word.end);
    let mut rule = "place.capitals";
    loop {
        let (mut end, words) = capital_words(scan, at);
        // xã Định thành: the second word small, where a commune is named so.
        if words == 1 && of_commune {
            end = small_word(scan, Span::new(at, end)).unwrap_or(end);
        }
        end = longer_name(scan, Span::new(at, end)).unwrap_or(end);
        end = commune_before_person(scan, Span::new(at, end)).filter(|_| of_commune).unwrap_or(end);
        // bản Hiến pháp is no hamlet.
        if words == 1 && !is_ended(scan, end) && DOUBTFUL_LEVELS.at(scan.text, word.start).is_some() {
            return;
        }
        // A place of the gazetteer that is at least as long is found by its spelling.
        let listed = scan
            .hit_at(at, |m| matches!(m, Meaning::Place(_)).then_some(()))
            .filter(|(span, ())| span.end >= end || before_person(scan, *span, end));
        if let Some((span, ())) = listed {
            at = span.end;
        } else if let Some((_, figure)) = scan.figure_at(at).filter(|_| words == 0 && at > word.end + 1) {
            // 1, 2, 3 và Phú Lâm
            at = figure.span.end;
        } else if words == 0 {
            // quận 3: without its level word the name would be another thing.
            if let Some((_, figure)) = scan.figure_at(at).filter(|(_, figure)| !is_hamlet && (1..=2).contains(&figure.digits)) {
                found.push(Printed {
                    span: Span::new(word.start, figure.span.end),
                    rule: "place.numbered",
                    entries: Vec::new(),
                    communes: Vec::new(),
                    level,
                });
            }
            return;
        } else if is_person(scan, Span::new(at, end), words) || (rule == "place.list_by_capitals" && begins_other(scan, at)) {
            return;
        } else if rule == "place.capitals" || words == 2 || of_commune && is_commune(Span::new(at, end).of(scan.text)) {
            found.push(Printed { span: Span::new(at, end), rule, entries: Vec::new(), communes: Vec::new(), level });
            at = end;
        } else {
            return;
        }
        let mut parent = || if of_commune { behind_parent(scan, at, found) } else { None };
        let Some(next) = next_of_list(scan, at).or_else(|| scan.list_mark(parent()?)) else { return };
        at = next;
        rule = "place.list_by_capitals";
    }
}

/// Whether a word for a level is one in short, right before the name: P.Tân Phúc, Q.3.
fn is_short(scan: &Scan<'_>, word: Span) -> bool {
    let name = scan.within(Span::new(word.end, word.end + 8)).of(scan.text);
    let mut letters = name.chars();
    let first = letters.next();
    SHORT_LEVELS.at(scan.text, word.start).is_some()
        && (first.is_some_and(|c| c.is_ascii_digit())
            || first.is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase))
}

/// Whether a name ends at a byte whatever stands around it.
fn is_ended(scan: &Scan<'_>, end: usize) -> bool {
    matches!(scan.char_at(scan.skip(end)), None | Some(',' | '(' | ')' | ';' | '.'))
}

/// The end of the commune's name that goes on behind its capitalised words: Phú Hòa 1, Xuân Hương - Đà Lạt.
fn longer_name(scan: &Scan<'_>, name: Span) -> Option<usize> {
    let is_name = |end: usize| is_commune(Span::new(name.start, end).of(scan.text)).then_some(end);
    let number = || {
        let (_, figure) = scan.figure_at(name.end + 1).filter(|_| scan.char_at(name.end) == Some(' '))?;
        is_name(figure.span.end)
    };
    let joined = || {
        let rest = scan.within(Span::new(name.end, name.end + 5)).of(scan.text);
        let start = name.end + [" - ", " – "].iter().find(|joint| rest.starts_with(**joint))?.len();
        is_name(capital_words(scan, start).0)
    };
    number().or_else(joined)
}

/// The longer name of a commune that begins with a place: Tuy Phước|Đông; without its marks too.
pub(super) fn longer_commune(scan: &Scan<'_>, place: Span) -> Option<Span> {
    let (mut end, mut words) = capital_words(scan, place.start);
    if words > 0 {
        end = longer_name(scan, Span::new(place.start, end)).unwrap_or(end);
    }
    while end > place.end && words > 1 {
        let name = Span::new(place.start, end);
        let letters = name.of(scan.text);
        if is_commune(letters) || letters.is_ascii() && !communes_without_marks(letters).is_empty() {
            return Some(name);
        }
        end = place.start + name.of(scan.text).rfind(' ')?;
        words -= 1;
    }
    None
}

/// Whether a body, an office or a title begins at a byte.
fn begins_other(scan: &Scan<'_>, at: usize) -> bool {
    scan.hit_at(at, |m| matches!(m, Meaning::Body(_) | Meaning::Office(_) | Meaning::Title(_)).then_some(())).is_some()
}

/// Three words and more of which the first is a family name or a single letter, and no commune's name, are a person's: `Chủ tịch UBND huyện Tô
/// Văn Thịnh`, `Bí thư Huyện ủy A Rốc Sơn`.
fn is_person(scan: &Scan<'_>, span: Span, words: usize) -> bool {
    let name = span.of(scan.text);
    let family = |first: &str| is_family_name(first) || first.len() == 1;
    words >= 3 && name.split(' ').next().is_some_and(family) && !is_commune(name)
}

/// Whether a person's name follows behind a known place: `UBND huyện Bến Cầu |Lê Thị Bông`.
fn before_person(scan: &Scan<'_>, place: Span, end: usize) -> bool {
    let rest = Span::new(place.end + 1, capital_words(scan, place.end + 1).0.max(place.end + 1)).of(scan.text);
    let mut words = rest.split(' ');
    place.end < end
        && words.next().is_some_and(is_family_name)
        && words.next().is_some()
        && !is_commune(Span::new(place.start, end).of(scan.text))
}

/// The end of a known commune, where a person's name goes on behind it: `xã Ô Diên |Nguyễn Viết Đạt`.
fn commune_before_person(scan: &Scan<'_>, name: Span) -> Option<usize> {
    let letters = name.of(scan.text);
    let cut = |&(blank, _): &(usize, &str)| {
        let (head, rest) = (letters.get(..blank), letters.get(blank + 1..).unwrap_or_default());
        rest.split(' ').next().is_some_and(is_family_name) && rest.contains(' ') && head.is_some_and(is_commune)
    };
    let blank = letters.match_indices(' ').filter(|_| !is_commune(letters)).find(cut)?.0;
    Some(name.start + blank)
}

/// The byte after up to four capitalised words, and how many there are.
pub(super) fn capital_words(scan: &Scan<'_>, at: usize) -> (usize, usize) {
    // Of Laos a name may have hyphens, more than one: huyện Xay-chăm-phon. A single one may join the next word: xã Tân Phúc-cho biết.
    let word = |at: usize, least: usize| {
        let hyphens = |end: &usize| Span::new(at, *end).of(scan.text).matches('-').count() >= least;
        foreign_word(scan, at).filter(hyphens).or_else(|| name_word(scan, at))
    };
    // No name of Vietnam is one word and a hyphen: huyện Noọng-bốc.
    let Some(mut end) = word(at, 1) else { return (at, 0) };
    let mut words = 1;
    while words < 4 && scan.char_at(end) == Some(' ') {
        let Some(next) = word(end + 1, 2) else { break };
        (end, words) = (next, words + 1);
    }
    (end, words)
}

/// The byte after a small word that a commune's name of two goes on with.
fn small_word(scan: &Scan<'_>, first: Span) -> Option<usize> {
    let start = (scan.char_at(first.end) == Some(' ')).then_some(first.end + 1)?;
    let rest = scan.within(Span::new(start, start + 24)).of(scan.text);
    let word = rest.get(..rest.find(|c: char| !is_latin(c)).unwrap_or(rest.len()))?;
    is_commune(&format!("{} {}", first.of(scan.text), capital(word))).then_some(start + word.len())
}

/// The letters from which on a district's name is no beginning of another word, and of one that stands in a list by itself.
const LONG: usize = 9;
const SHORT: usize = 4;

/// Districts of Thailand behind the word for one; a list goes on.
fn districts_of_thailand(scan: &Scan<'_>, word: Span, start: usize, found: &mut Vec<Printed>) {
    let Some((_, Level::District)) = LEVELS.at(scan.text, word.start) else { return };
    let (mut at, mut rule, mut blank) = (start, "place.district", false);
    loop {
        let mut here = THAI_DISTRICTS.all_at(scan.text, at).peekable();
        let Some((end, _)) = here.peek().copied() else { return };
        let entries = here.take_while(|(other, _)| *other == end).map(|(_, index)| *index).collect();
        // A spelling of the gazetteer that is longer, and a longer word.
        let longer = scan.hit_at(at, |m| matches!(m, Meaning::Place(_)).then_some(())).is_some_and(|(span, ())| span.end > end);
        // A blank alone goes on with a list of longer names; ดอนเมืองพล is no district พล.
        let short = Span::new(at, end).of(scan.text).chars().count() < SHORT;
        let doubtful = short && (blank || DOUBTFUL_LEVELS.at(scan.text, word.start).is_some());
        if longer || doubtful || !is_whole(scan, Span::new(at, end)) {
            return;
        }
        found.push(Printed { span: Span::new(at, end), rule, entries, communes: Vec::new(), level: Some((Level::District, word)) });
        let marked = next_of_list(scan, end);
        blank = marked.is_none();
        let Some(next) = marked.or((scan.char_at(end) == Some(' ')).then_some(end + 1)) else { return };
        (at, rule) = (next, "place.list_of_districts");
    }
}

/// Units behind a Lao or Thai word for their level that no spelling of the table is: read by their letters, or in Latin ones without marks; a
/// list goes on, over those that are known by their spelling too.
fn units(scan: &Scan<'_>, word: Span, start: usize, found: &mut Vec<Printed>) {
    let Some((_, level)) = LEVELS.at(scan.text, word.start) else { return };
    if scan.char_at(word.start).and_then(Language::of_letter).is_none() {
        return;
    }
    // 2 แขวง|ของ|ลาว
    let of = OF.at(scan.text, start).map(|(end, ())| end);
    if of.is_some_and(|end| scan.hit_at(scan.skip(end), |m| matches!(m, Meaning::Place(_)).then_some(())).is_some()) {
        return;
    }
    let mut at = start;
    let mut listed = false;
    loop {
        let known = scan.hit_at(at, |m| matches!(m, Meaning::Place(_)).then_some(())).map(|(span, ())| span);
        let latin = scan.char_at(at).is_some_and(is_latin);
        let read = || if latin { latin_unit(scan, at, word) } else { native_unit(scan, at, *level, word) };
        let subdistrict = subdistrict_of_thailand(scan, at, word);
        let read = match (subdistrict, read()) {
            (Some(thai), Some(unit)) if unit.span.end > thai.span.end => Some(unit),
            // Of one name both may be meant: the province of the page decides.
            (Some(thai), Some(unit)) if unit.span.end == thai.span.end => {
                Some(Printed { communes: thai.communes.into_iter().chain(unit.communes).collect(), ..thai })
            }
            (thai, unit) => thai.or(unit),
        };
        let end = match (read, known) {
            (Some(unit), known) if known.is_none_or(|known| known.end < unit.span.end) => {
                let rule = if listed && !latin { "place.list_by_letters" } else { unit.rule };
                let end = unit.span.end;
                found.push(Printed { rule, ..unit });
                end
            }
            // Only names of Vietnam are read by their letters.
            (_, Some(known)) if listed || of_vietnam(scan, known) => known.end,
            // A member in Latin letters that no table has.
            (None, None) if latin && listed => capital_words(scan, at).0,
            _ => return,
        };
        // In Thai a blank alone may go on with a list of communes.
        let blank = || {
            let thai = scan.char_before(end).and_then(Language::of_letter) == Some(Language::Thai);
            let next = (*level == Level::Commune && thai && scan.char_at(end) == Some(' ')).then_some(end + 1)?;
            (scan.char_at(next).and_then(Language::of_letter).is_some() && commune_alone(scan, next)).then_some(next)
        };
        let Some(next) = next_of_list(scan, end).or_else(blank).filter(|next| *next > at) else { return };
        (at, listed) = (next, true);
    }
}

/// Whether a known word may be a place of Vietnam.
fn of_vietnam(scan: &Scan<'_>, word: Span) -> bool {
    scan.hit_at(word.start, |m| m.place().filter(|entry| entry.id.starts_with("vn."))).is_some()
}

/// A commune in Latin letters without their marks.
fn latin_unit(scan: &Scan<'_>, at: usize, word: Span) -> Option<Printed> {
    let (_, Level::District | Level::Commune) = LEVELS.at(scan.text, word.start)? else { return None };
    let (end, words) = capital_words(scan, at);
    let span = Span::new(at, end);
    let communes = if words < 2 { &[] } else { communes_without_marks(span.of(scan.text)) };
    let level = Some((Level::Commune, word));
    (!communes.is_empty()).then(|| Printed { span, rule: "place.without_marks", entries: Vec::new(), communes: communes.to_vec(), level })
}

/// A unit read by its Lao or Thai letters.
fn native_unit(scan: &Scan<'_>, at: usize, level: Level, word: Span) -> Option<Printed> {
    // A family name may begin a place's, and a place's a commune's; any other known word is what it is.
    let other = |m: &'static Meaning| {
        let open = matches!(m, Meaning::FamilyName(..)) || (level == Level::Commune && matches!(m, Meaning::Place(_)));
        (!open).then_some(())
    };
    if scan.hit_at(at, other).is_some() {
        return None;
    }
    let language = scan.char_at(at).and_then(Language::of_letter)?;
    let rest = letters(scan, scan.within(Span::new(at, (at + 120).min(scan.zone(word.start).end))));
    let place = place_at(rest.of(scan.text), language, Some(level).filter(|level| matches!(level, Level::Province | Level::District)));
    let commune = if level == Level::Commune { commune_at(rest.of(scan.text), language) } else { None };
    // The longer of the two; a commune where both are as long.
    let is_commune = commune.as_ref().is_some_and(|commune| place.as_ref().is_none_or(|place| commune.end >= place.end));
    // Behind a body's name with the level in it, a blank and a name may be who heads it: no place of another level.
    let of_body = scan.hit_at(word.start, |_| Some(())).is_none() && scan.char_at(word.end) == Some(' ');
    let fits = |reading: &PlaceReading| {
        let entries = || reading.entries.iter().filter_map(|&entry| GAZETTEER.entries.get(entry));
        !of_body || entries().any(|entry| entry.level == level)
    };
    let reading = if is_commune { commune } else { place.filter(fits) }?;
    let span = Span::new(at, at + reading.end);
    // In running letters only a name that is written without any doubt ends before the word does, unless a known word begins there.
    let any = |m: &'static Meaning| (!matches!(m, Meaning::FamilyName(..))).then_some(());
    let ends = scan.char_at(span.end).is_none_or(|c| Language::of_letter(c).is_none())
        || scan.is_function_word(span.end)
        || STOPS.at(scan.text, span.end).is_some()
        || scan.hit_at(span.end, any).is_some();
    if !is_word_end(scan.text, span.end) || !(ends || reading.sure) {
        return None;
    }
    let (entries, communes) = if is_commune { (Vec::new(), reading.communes()) } else { (reading.entries, Vec::new()) };
    Some(Printed { span, rule: "place.by_letters", entries, communes, level: Some((level, word)) })
}

/// The subdistrict of Thailand at a byte, behind a word for its level.
fn subdistrict_of_thailand(scan: &Scan<'_>, at: usize, word: Span) -> Option<Printed> {
    let (_, level) = LEVELS.at(scan.text, word.start).filter(|(_, level)| **level == Level::Commune)?;
    let (end, subdistrict) = THAI_SUBDISTRICTS.at(scan.text, at)?;
    let span = Span::new(at, end);
    let level = Some((*level, word));
    is_whole(scan, span).then(|| Printed { span, rule: "place.subdistrict", entries: Vec::new(), communes: vec![subdistrict], level })
}

/// Whether a name in Thai letters ends where its spelling does. Glued to more, a short one may be the beginning of any word.
fn is_whole(scan: &Scan<'_>, name: Span) -> bool {
    let ended = scan.char_at(name.end).is_none_or(|c| Language::of_letter(c).is_none());
    ended || name.of(scan.text).chars().count() >= LONG || scan.is_function_word(name.end) || LEVELS.at(scan.text, name.end).is_some()
}

/// The letters, blanks and hyphens with which a stretch begins.
fn letters(scan: &Scan<'_>, stretch: Span) -> Span {
    let text = stretch.of(scan.text);
    let end = text.find(|c: char| Language::of_letter(c).is_none() && !matches!(c, ' ' | '-' | '–')).unwrap_or(text.len());
    Span::new(stretch.start, stretch.start + end)
}

/// How far before a bracket a place may begin, in bytes.
pub(super) const GLOSSED: usize = 60;

/// The place in Lao or Thai letters that a bracket behind it names in Latin ones: `เตี๋ยนยาง (Tien Giang)`.
pub(super) fn before_gloss(scan: &Scan<'_>, gloss: Span, entries: &[usize]) -> Option<Printed> {
    let bracketed = scan.char_before(gloss.start) == Some('(') && scan.char_at(gloss.end) == Some(')');
    let end = scan.skip_back(gloss.start.checked_sub(1).filter(|_| bracketed)?);
    let language = scan.char_before(end).and_then(Language::of_letter)?;
    let from = scan.within(Span::new(scan.zone(gloss.start).start.max(end.saturating_sub(GLOSSED)), end));
    let head = from.of(scan.text);
    let starts = head
        .char_indices()
        .map(|(at, _)| from.start + at)
        .filter(|&at| scan.char_at(at).and_then(Language::of_letter).is_some() && is_word_start(scan.text, at));
    let names = starts.filter_map(|start| {
        let text = Span::new(start, end).of(scan.text);
        let level = entries.first().and_then(|&index| GAZETTEER.entries.get(index))?.level;
        let reading = place_at(text, language, Some(level))?;
        let same: Vec<usize> = reading.entries.into_iter().filter(|entry| entries.contains(entry)).collect();
        (reading.end == text.len() && !same.is_empty()).then_some((start, same))
    });
    let (start, entries) = names.into_iter().next()?;
    Some(Printed { span: Span::new(start, end), rule: "place.glossed", entries, communes: Vec::new(), level: None })
}

/// Whether a whole word in Thai reads as the name of a commune without doubt.
fn commune_alone(scan: &Scan<'_>, at: usize) -> bool {
    let rest = scan.within(Span::new(at, (at + 120).min(scan.zone(at).end))).of(scan.text);
    let word = rest.find(|c: char| Language::of_letter(c).is_none()).unwrap_or(rest.len());
    commune_at(rest.get(..word).unwrap_or_default(), Language::Thai).is_some_and(|reading| reading.sure && reading.end == word)
}
