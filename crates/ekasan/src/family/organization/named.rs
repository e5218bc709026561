//! What says which body is meant: the rest of a name in running letters, behind a word with which many names begin.

use crate::family::place;
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::body::{ANY, LIMITED, OF, OPEN, STOPS, spelled_freely};
use crate::lang::calendar::Calendar;
use crate::lang::lexicon::Meaning;
use crate::lang::sentence_cues::is_noun_prefix;
use crate::lang::words::is_latin;
use crate::segment::words;
use crate::span::Span;
use crate::text::script::is_numeric;

/// The letters of the shortest rest of a name, and of the longest.
const SHORTEST: usize = 3;
const LONGEST: usize = 48;
/// The letters in which most names end, and the bytes in front of a cut that may be read otherwise with what follows.
const USUAL: usize = 40;
const MARGIN: usize = 24;
/// The bytes within which the words stand that end a company's name.
const COMPANY: usize = 240;

/// A known name that the text spells with other blanks or tone marks: ກອງທັບ ປະຊາຊົນລາວ, ສະພາແຫງຊາດ. The byte after it, and its body. A head is a
/// word with which names begin.
pub(super) fn spelled(scan: &Scan<'_>, span: Span, head: bool) -> Option<(usize, usize)> {
    let native = scan.char_at(span.start).and_then(Language::of_letter)?;
    // A blank may stand inside a longer name, or behind what goes on at once.
    let blank = scan.char_at(span.end) == Some(' ');
    let next = scan.char_at(span.end + usize::from(blank)).and_then(Language::of_letter);
    let of = || OF.at(scan.text, span.end).is_some();
    if next != Some(native) || !(blank || head || native == Language::Lao || of()) {
        return None;
    }
    let zone = scan.zone(span.start);
    let (end, body) = spelled_freely(scan.text.get(..zone.end)?, span.start, native).filter(|(end, _)| *end > span.end)?;
    // Behind a blank another body may begin, but for one behind "of": คณะกรรมการถาวรของ รัฐสภา.
    let joined = |start: usize| OF.before(scan.text, scan.skip_back(start)).is_some();
    let mut inside = scan.hits_in(Span::new(span.end, scan.zone(span.start).end)).take_while(|hit| hit.span.start < end);
    let other = inside.any(|hit| {
        scan.char_before(hit.span.start) == Some(' ')
            && !joined(hit.span.start)
            && hit.find(|m| matches!(m, Meaning::Body(_)).then_some(())).is_some()
    });
    (!other).then_some((end, body))
}

/// The byte after a name that begins with a word such as "department" or "school" and goes on in running letters, or in a company's up to
/// "limited".
pub(super) fn named(scan: &Scan<'_>, span: Span, places: &[place::find::Printed]) -> Option<usize> {
    let (_, open) = OPEN.at(scan.text, span.start).filter(|(end, _)| *end == span.end)?;
    let rest = scan.within(Span::new(span.end, (span.end + COMPANY).min(scan.zone(span.start).end)));
    if open.company {
        return limited(scan, rest).or_else(|| latin(scan, span.end));
    }
    let mut end = word(scan, span.end, places)?;
    // กระทรวงการจ้างงานและแรงงานสัมพันธ์
    if open.listed
        && let Some((next, Calendar::And)) = scan.calendar(end).filter(|_| is_letter(scan, end))
        && scan.hit_at(next, |m| (!matches!(m, Meaning::FamilyName(..))).then_some(())).is_none()
        && let Some(last) = word(scan, next, places).filter(|last| !is_letter(scan, *last))
    {
        return Some(last);
    }
    // ກົມແຜນການ ແລະ ການຮ່ວມມື
    if open.listed
        && let Some(next) = scan.list_mark(end).filter(|_| scan.char_at(end) == Some(' '))
        && scan.hit_at(next, |m| (!matches!(m, Meaning::FamilyName(..))).then_some(())).is_none()
        && let Some(last) = word(scan, next, places).filter(|last| !is_letter(scan, *last))
    {
        end = last;
    }
    Some(end)
}

/// Whether a letter of Lao or Thai stands at a byte.
fn is_letter(scan: &Scan<'_>, at: usize) -> bool {
    scan.char_at(at).and_then(Language::of_letter).is_some()
}

/// The byte after the words of a name that begin at a byte: up to what is no letter, or to a word with which a sentence goes on.
fn word(scan: &Scan<'_>, start: usize, places: &[place::find::Printed]) -> Option<usize> {
    let language = scan.char_at(start).and_then(Language::of_letter).filter(|_| ANY.at(scan.text, start).is_none())?;
    let rest = scan.within(Span::new(start, (start + 4 * LONGEST).min(scan.zone(start).end))).of(scan.text);
    let is_name = |c: char| Language::of_letter(c) == Some(language) && !is_numeric(c) && !matches!(c, 'ฯ' | 'ๆ' | 'ໆ');
    // A hyphen joins two words of a name.
    let joins = |at: usize| rest.get(at + 1..).and_then(|rest| rest.chars().next()).is_some_and(is_name);
    let letters = rest.char_indices().find(|&(at, c)| !(is_name(c) || c == '-' && at > 0 && joins(at))).map_or(rest.len(), |(at, _)| at);
    let run = rest.get(..letters)?;
    let other = |m: &'static Meaning| matches!(m, Meaning::Place(_) | Meaning::Body(_)).then_some(());
    let is_place = |at: usize| places.binary_search_by_key(&at, |place| place.span.start).is_ok();
    // A word for a level glued to the name of a place that nothing knows goes on with the name: ວິທະຍາໄລຄູ|ບ້ານ|ເກິນ.
    let level = |at: usize| {
        let word = scan.hit_at(at, |m| matches!(m, Meaning::Level).then_some(()));
        word.is_some_and(|(word, ())| {
            let end = word.end;
            !is_letter(scan, end) || is_place(end) || scan.is_function_word(end) || STOPS.at(scan.text, end).is_some()
        })
    };
    let stops = |at: &usize| {
        let at = start + at;
        is_place(at) || scan.is_function_word(at) || STOPS.at(scan.text, at).is_some() || scan.hit_at(at, other).is_some() || level(at)
    };
    let name = |run: &str| {
        let (mut end, mut noun) = (0, false);
        for next in words::cuts(run).into_iter().chain([run.len()]).filter(|next| *next > 0) {
            // Behind "the doing of" a verb goes on with the name.
            if !noun && stops(&end) {
                break;
            }
            noun = run.get(end..next).is_some_and(is_noun_prefix);
            end = next;
        }
        end
    };
    // Most names are short: the rest of a long run is cut into words only where the name may reach it.
    let head = run.char_indices().nth(USUAL).map_or(run.len(), |(at, _)| at);
    let end = Some(name(run.get(..head)?)).filter(|end| head == run.len() || end + MARGIN <= head).unwrap_or_else(|| name(run));
    let count = run.get(..end)?.chars().count();
    // An everyday word right behind makes it any such body.
    (SHORTEST..=LONGEST).contains(&count).then_some(start + end + if rest.get(end..)?.starts_with('ฯ') { 'ฯ'.len_utf8() } else { 0 })
}

/// The byte after a name in Latin letters: บริษัท SCG.
fn latin(scan: &Scan<'_>, end: usize) -> Option<usize> {
    let start = scan.skip(end);
    let rest = scan.within(Span::new(start, (start + COMPANY).min(scan.zone(end).end))).of(scan.text);
    let mut name = 0;
    for word in rest.split_inclusive(' ') {
        let letters = word.find(|c: char| !(is_latin(c) || c.is_ascii_digit() || c == '&')).unwrap_or(word.len());
        if !word.starts_with(|c: char| is_latin(c) && c.is_uppercase()) {
            break;
        }
        let begun = if name > 0 { name + 1 } else { 0 };
        name = begun + letters;
        if word.len() > letters && word.get(letters..) != Some(" ") {
            break;
        }
    }
    (start - end <= 1 && name > 1).then_some(start + name)
}

/// The byte after the words that end a company's name: จำกัด (มหาชน).
fn limited(scan: &Scan<'_>, rest: Span) -> Option<usize> {
    let text = rest.of(scan.text);
    let line = text.find('\n').unwrap_or(text.len());
    let ends = text.get(..line)?.char_indices().filter_map(|(at, _)| LIMITED.at(scan.text, rest.start + at).map(|(end, ())| end));
    // Another company begins before it.
    let end = ends.min().filter(|_| LIMITED.at(scan.text, rest.start).is_none())?;
    let mut between = scan.hits_in(Span::new(rest.start, end));
    let body = between.any(|hit| hit.find(|m| matches!(m, Meaning::Body(_)).then_some(())).is_some());
    (!body).then_some(end)
}
