//! A body named before, again: by its letters from a bracket behind its name, or by the first word of it alone.

use memchr::memmem;

use super::find::Printed;
use crate::family::further;
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::body::{AGAIN, BODIES, STOPS};
use crate::lang::lexicon::{Hit, Meaning};
use crate::lang::words::is_latin;
use crate::span::Span;
use crate::text::script::is_alphabetic;

/// Bodies whose letters are looked for again, so that a list of thousands of them costs no square.
const NAMES: usize = 64;
/// The bytes of the longest letters, and how far back a body is that its first word alone may mean.
const LETTERS: usize = 40;
const FAR: usize = 3000;

/// Adds the further mentions of the bodies found, and puts all in order.
pub(super) fn again(scan: &Scan<'_>, found: &mut Vec<Printed>) {
    let mut more = by_letters(scan, found);
    more.extend(by_first_word(scan, found));
    further::add(found, more, |body| body.span);
}

/// `Full name (ABC) … ABC`: letters in brackets that no table has.
fn by_letters(scan: &Scan<'_>, found: &[Printed]) -> Vec<Printed> {
    let mut more = Vec::new();
    let named = found.iter().filter(|body| !is_of_office(scan, body.span.start));
    let named = named.filter_map(|body| Some((body, letters_behind(scan, body.span.end)?)));
    for (body, letters) in named.take(NAMES) {
        for at in memmem::find_iter(scan.text.get(letters.start..).unwrap_or_default().as_bytes(), letters.of(scan.text)) {
            let span = Span::new(letters.start + at, letters.start + at + letters.len());
            let alone = |c: Option<char>| c.is_none_or(|c| !is_latin(c) && !c.is_ascii_digit() && Language::of_letter(c).is_none());
            let whole = alone(scan.char_before(span.start)) && alone(scan.char_at(span.end));
            if whole && !scan.zone(span.start).is_empty() && scan.zone(span.start).covers(span) {
                more.push(Printed { span, same: Some(body.span), ..body.clone() });
            }
        }
    }
    more
}

/// Whether an office ends with the body that begins at a byte: the letters behind it are the office's.
fn is_of_office(scan: &Scan<'_>, start: usize) -> bool {
    let last = scan.hits.partition_point(|hit| hit.span.start <= start).checked_sub(1);
    let office = |hit: &Hit| hit.find(|m| matches!(m, Meaning::Office(_)).then_some(())).is_some();
    let around = last.and_then(|last| scan.hits.get(last)).is_some_and(|hit| hit.span.end > start && office(hit));
    around || scan.hit_before(scan.skip_back(start)).is_some_and(|hit| office(&hit))
}

/// The letters in the brackets behind a name: capitals, or consonants of Lao or Thai with full stops or not.
fn letters_behind(scan: &Scan<'_>, end: usize) -> Option<Span> {
    let open = scan.skip(end);
    if scan.char_at(open) != Some('(') || scan.char_at(end) == Some('\n') {
        return None;
    }
    let rest = scan.within(Span::new(open + 1, (open + 1 + LETTERS).min(scan.zone(end).end))).of(scan.text);
    let letters = rest.get(..rest.find(')')?)?;
    // TPHCM
    let place = scan.hit_at(open + 1, |m| matches!(m, Meaning::Place(_) | Meaning::Level).then_some(())).is_some();
    let latin = letters.chars().all(|c| is_latin(c) && c.is_uppercase() || matches!(c, '&' | '-'));
    let consonant = |c: char| matches!(c, '\u{e01}'..='\u{e2e}' | '\u{e81}'..='\u{eae}' | '\u{edc}' | '\u{edd}' | '.');
    let count = letters.chars().filter(|c| is_alphabetic(*c)).count();
    (!place && (2..=10).contains(&count) && (latin || letters.chars().all(consonant)))
        .then(|| Span::new(open + 1, open + 1 + letters.len()))
}

/// `Ủy ban Kiểm tra Trung ương … Ủy ban gửi …`: the first word of the nearest body that begins with it, and no other word of a name behind.
fn by_first_word(scan: &Scan<'_>, found: &[Printed]) -> Vec<Printed> {
    let generic = |body: &Printed| BODIES.get(body.body).is_some_and(|known| known.generic);
    let head = |body: &Printed| AGAIN.at(scan.text, body.span.start).map(|(end, ())| Span::new(body.span.start, end).of(scan.text));
    let full: Vec<(&Printed, &str)> = found
        .iter()
        .filter(|body| body.same.is_none() && !generic(body))
        .filter_map(|body| Some((body, head(body).filter(|head| head.len() < body.span.len())?)))
        .collect();
    let mut heads: Vec<&str> = full.iter().map(|(_, head)| *head).collect();
    heads.sort_unstable();
    heads.dedup();
    // In Thai ฯ stands for the rest of the name.
    let shortened = memmem::find(scan.text.as_bytes(), "ฯ".as_bytes()).is_some();
    let is_thai = |head: &str| head.chars().next().and_then(Language::of_letter) == Some(Language::Thai);
    heads.retain(|head| shortened || !is_thai(head));
    let mut more = Vec::new();
    for head in heads {
        let word = if is_thai(head) { format!("{head}ฯ") } else { head.to_owned() };
        for at in memmem::find_iter(scan.text.as_bytes(), &word) {
            let span = Span::new(at, at + word.len());
            if !stands_alone(scan, span) || !scan.zone(at).covers(span) {
                continue;
            }
            let before = full.partition_point(|(body, _)| body.span.end <= at);
            let near = full.iter().take(before).rev().take(NAMES).take_while(|(body, _)| at - body.span.end <= FAR);
            if let Some((body, _)) = near.into_iter().find(|(_, other)| *other == head) {
                more.push(Printed { span, same: Some(body.span), ..(*body).clone() });
            }
        }
    }
    more
}

/// Whether a word stands alone before what a sentence goes on with: in Vietnamese with a capital behind a stop or a comma.
fn stands_alone(scan: &Scan<'_>, span: Span) -> bool {
    let before = scan.char_before(span.start);
    let goes_on = |at: usize| scan.is_function_word(at) || STOPS.at(scan.text, at).is_some();
    if span.of(scan.text).starts_with(is_latin) {
        let capital = span.of(scan.text).starts_with(char::is_uppercase);
        let begun = scan.text.get(..span.start).is_some_and(|head| [". ", ", ", "; ", ": ", "\n"].iter().any(|stop| head.ends_with(stop)));
        return begun && capital && scan.char_at(span.end) == Some(' ') && goes_on(span.end + 1);
    }
    let open = before.is_none_or(|c| matches!(c, ' ' | '\n' | '“' | '(')) || scan.is_function_word_before(span.start);
    let whole = span.of(scan.text).ends_with('ฯ') || (scan.char_at(span.end) == Some(' ') && goes_on(span.end + 1));
    open && whole
}
