//! Where sentences begin.
//!
//! Lao and Vietnamese end a sentence with a full stop, a question mark, an exclamation mark or an ellipsis; Thai ends it with a
//! blank, which also stands inside sentences. A line end always ends a sentence.

use super::stretches;
use crate::lang::Language;
use crate::lang::number::PERCENT_BEFORE;
use crate::lang::sentence_cues::{
    ABBREVIATIONS, JOINERS, NOMINALS, OFFICES, OPENERS, PREDICATES, STOP_JOINERS, TITLES, TOPICS, UNFINISHED, VERBAL_NOUNS,
};
use crate::span::Span;
use crate::text::normalize::canonical;
use crate::text::rewrite::Text;
use crate::text::script::{self, Letters};
use crate::text::script::{is_alphabetic, is_numeric};

/// The sentences of a text, each with the blanks after it: joined they are the text again.
///
/// The language is that of each line where none is given. Not after an abbreviation, inside a number, a symbol, an address or
/// brackets, nor before a small letter; after `./.` and closing quotes. In Thai, which has no full stop, a blank ends a sentence where
/// what stands before it is a whole clause and what follows it opens a new one, by a table of cues.
///
/// **Not handled:** Thai sentences without any blank between them; verse; tables.
///
/// # Examples
/// ```
/// let text = "Ông Thử đến TP. Huế ngày 5.3. Trời mưa.";
/// assert_eq!(ekasan::sentences(text, None), ["Ông Thử đến TP. Huế ngày 5.3. ", "Trời mưa."]);
/// ```
#[must_use]
pub fn sentences(text: &str, language: Option<Language>) -> Vec<&str> {
    let normalized = canonical(text.to_owned());
    spans(&normalized, language).into_iter().map(|span| span.of(text)).collect()
}

/// The sentences of a text as spans of the raw text.
pub(crate) fn spans(text: &Text, language: Option<Language>) -> Vec<Span> {
    let normalized = text.normalized();
    let mut starts = Vec::new();
    let mut at = 0;
    for line in normalized.split_inclusive('\n') {
        let language = language.unwrap_or_else(|| script::language(Letters::of(line), line));
        starts.push(at);
        line_starts(line, language, &mut |start| starts.push(at + start));
        at += line.len();
    }
    stretches(text, starts).collect()
}

/// Where sentences begin inside a line.
fn line_starts(line: &str, language: Language, start: &mut impl FnMut(usize)) {
    let mut brackets = Brackets { depth: 0, last: line.rfind(')').unwrap_or_default() };
    let mut clause = Clause::default();
    let mut from = 0;
    for (at, c) in line.char_indices() {
        brackets.pass(at, c, from);
        if at < from {
            continue;
        }
        let end = at + c.len_utf8();
        let next = match c {
            '.' | '!' | '?' | '…' if brackets.depth == 0 => after_stop(line, from, at, end),
            ' ' if language == Language::Thai && brackets.depth == 0 => clause.ends(line, from, at).then_some(end),
            _ => None,
        };
        if let Some(next) = next.filter(|next| line.get(*next..).is_some_and(|rest| !rest.trim().is_empty())) {
            start(next);
            from = next;
            clause = Clause::default();
        }
    }
}

/// How deep a place lies in brackets that are closed on the same line.
struct Brackets {
    depth: usize,
    /// The byte of the line's last closing bracket.
    last: usize,
}

impl Brackets {
    /// Looks at a character; brackets around a whole sentence, which begin where it does, do not count.
    fn pass(&mut self, at: usize, c: char, from: usize) {
        match c {
            '(' if at != from && at < self.last => self.depth += 1,
            ')' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}

/// Bytes before a stop that are looked at.
const WORD: usize = 160;

/// Where the sentence after a stop begins, if the stop at `at..end` ends the one that began at `from`.
fn after_stop(line: &str, from: usize, at: usize, end: usize) -> Option<usize> {
    let from = (from.max(at.saturating_sub(WORD))..=at).find(|&near| line.is_char_boundary(near))?;
    let head = line.get(from..at)?;
    let rest = line.get(end..)?;
    // `./.` is one mark, and so is a row of stops.
    let marks = rest.strip_prefix("/.").map_or(0, |_| 2);
    let more = rest.get(marks..)?.chars().take_while(|c| matches!(c, '.' | '!' | '?' | '…')).map(char::len_utf8).sum::<usize>();
    let stop = Span::new(at, end + marks + more).of(line);
    let rest = rest.get(marks + more..)?;
    let closers = closing(rest);
    let after = rest.get(closers..)?;
    let blanks = after.len() - after.trim_start_matches(' ').len();
    let next = after.get(blanks..)?;
    let opens = next.trim_start_matches(['“', '"', '‘', '«', '(', '[', '-', '–', ' ']).chars().next()?;
    let native = |c: char| Language::of_letter(c).is_some();
    let last = head.chars().next_back();
    // A small letter goes on, but not in the name of a thing: eOffice, or Latin letters after Lao or Thai.
    let camel = next.chars().nth(1).is_some_and(char::is_uppercase);
    let goes_on = opens.is_lowercase() && !camel && !last.is_some_and(native);
    if goes_on || matches!(opens, ',' | ';' | ':' | ')' | 'ຯ' | 'ฯ' | 'ໆ' | 'ๆ') || STOP_JOINERS.at(next, 0).is_some() {
        return None;
    }
    let start = end + marks + more + closers + blanks;
    let quoted = rest.get(..closers).is_some_and(|closers| closers.contains(['”', '"', '’', '»']));
    if quoted && (next.starts_with(['-', '–', '—']) || (stop.ends_with(['!', '?']) && !opens.is_uppercase())) {
        // Who said it, or what is so called.
        return None;
    }
    if stop != "." {
        // Lao and Thai may go on without a blank.
        return (blanks > 0 || native(opens)).then_some(start);
    }
    let word = head.rsplit([' ', '(', '“', '"', ',']).next().unwrap_or_default();
    let bare = word.trim_start_matches(['“', '"', '‘', '«', '(', '[', '-']);
    if blanks == 0 && closers == 0 {
        // A missing blank, not the inside of a number, an abbreviation, a symbol or an address.
        let last = last?;
        let to = (end..(end + WORD).min(line.len())).rfind(|&to| line.is_char_boundary(to)).unwrap_or(end);
        let token = line.get(at - word.len()..to)?.split(' ').next().unwrap_or_default().trim_end_matches('.');
        let dotted = token.split('.').all(|part| part.chars().count() <= 3);
        let cut_short = word.chars().count() < 4 && !word.chars().any(is_vowel);
        let glued = (native(last) && native(opens) && !cut_short)
            || (is_numeric(last) && native(opens))
            || (last.is_lowercase() && opens.is_uppercase() && !is_address_end(after));
        let word_alone = !word.contains(['.', '/', '@', '_']) && !ABBREVIATIONS.contains(bare) && !ABBREVIATIONS.contains(token);
        return (glued && word_alone && !dotted).then_some(start);
    }
    let abbreviated = closers == 0 && is_abbreviation(bare, opens);
    let before_word = head.get(..head.len() - word.len())?.trim_end_matches([' ', '“', '"', '(', '-', '*']);
    let number = is_list_number(bare)
        && (before_word.is_empty() || (before_word.ends_with([':', ';']) && bare.len() == 1) || (thai(opens) && bare.len() <= 2));
    (!abbreviated && !number).then_some(start)
}

/// The bytes of closing quotes and brackets, and of the marks of footnotes, after a stop.
fn closing(rest: &str) -> usize {
    let mut end = 0;
    loop {
        let tail = rest.get(end..).unwrap_or_default();
        let quotes: usize = tail.chars().take_while(|c| matches!(c, '”' | '"' | '’' | '»' | ')' | ']' | '\'')).map(char::len_utf8).sum();
        // `[12]`
        let digits = tail.bytes().skip(1).take_while(u8::is_ascii_digit).count();
        let note = if tail.starts_with('[') && digits > 0 && tail.as_bytes().get(digits + 1) == Some(&b']') { digits + 2 } else { 0 };
        if quotes + note == 0 {
            return end;
        }
        end += if quotes > 0 { quotes } else { note };
    }
}

/// Whether a sign is a vowel of Lao or Thai: words without one are cut short.
fn is_vowel(c: char) -> bool {
    matches!(c, '\u{e30}'..='\u{e39}' | '\u{e40}'..='\u{e45}' | '\u{eb0}'..='\u{ebb}' | '\u{ebd}' | '\u{ec0}'..='\u{ec4}')
}

/// Whether what follows a stop without a blank is the end of an address: `vn`, `html`.
fn is_address_end(after: &str) -> bool {
    let word: String = after.chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
    word.len() <= 4 && after.get(word.len()..).is_some_and(|rest| rest.chars().next().is_none_or(|c| c == ' ' || c == '/'))
}

/// A word before a full stop that may be cut short: of the table, a capital alone, or letters with stops between them.
fn is_abbreviation(word: &str, opens: char) -> bool {
    if ABBREVIATIONS.contains(word) {
        return true;
    }
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return false };
    let native = Language::of_letter(first).is_some();
    if letters.next().is_none() {
        return first.is_uppercase() || native;
    }
    // Consonants alone: Thai, where a full stop hardly ends anything else.
    if thai(first) && word.chars().count() <= 5 && !word.chars().any(is_vowel) {
        return true;
    }
    // `v.v.` may end a sentence, and a new one begins with a capital; so may `TP.HCM.` before Lao or Thai.
    let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 3 && part.chars().all(is_alphabetic));
    let may_end = !native && (opens.is_uppercase() || Language::of_letter(opens).is_some());
    dotted && !may_end
}

fn thai(c: char) -> bool {
    Language::of_letter(c) == Some(Language::Thai)
}

/// `1`, `IV` or `a` at the head of a sentence: the number of a list.
fn is_list_number(word: &str) -> bool {
    word.chars().all(is_numeric) || word.chars().count() == 1 || word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// Characters of a Thai clause after which a verb may begin the next.
const LONG_CLAUSE: usize = 40;

/// What is known of a Thai clause that is not ended yet.
#[derive(Default)]
struct Clause {
    /// The byte up to which it was looked at.
    read: usize,
    /// Whether it holds a predicate.
    whole: bool,
}

impl Clause {
    /// Whether the blank at `at` ends the clause that began at `from`.
    fn ends(&mut self, line: &str, from: usize, at: usize) -> bool {
        self.read = self.read.max(from);
        let last = Span::new(self.read, at).of(line).trim_start();
        let head = line.get(from..at).unwrap_or_default();
        let before = head.get(..head.len() - last.len()).unwrap_or_default().trim_end();
        let named = before.rsplit(' ').next().is_some_and(|piece| TITLES.at(piece, 0).is_some());
        // A time, place or condition in front is no clause, nor is a name.
        let fronted = before.is_empty() && JOINERS.at(last, 0).is_some();
        self.whole |= !named && !fronted && has_predicate(last);
        self.read = at;
        let rest = line.get(at + 1..).unwrap_or_default();
        if OPENERS.at(rest, 0).is_some() {
            return !head.ends_with("ว่า");
        }
        if !self.whole
            || !rest.starts_with(|c| matches!(c, 'ก'..='ๆ'))
            || head.ends_with(['?', '!', '”', '"']) && !last.contains(['“', '"'])
        {
            return false;
        }
        if TOPICS.at(rest, 0).is_some() {
            return true;
        }
        // Syllables of a name, or nouns made of verbs in a row.
        let short = |piece: &str| (1..=4).contains(&piece.chars().count()) && piece.chars().all(thai);
        let next = rest.split(' ').nth(1).unwrap_or_default();
        let noun = |piece: &str| VERBAL_NOUNS.at(piece, 0).is_some();
        let listed = noun(rest)
            && (noun(last) || noun(next) || JOINERS.at(next, 0).is_some_and(|(end, ())| noun(next.get(end..).unwrap_or_default())));
        let offices = OFFICES.at(rest, 0).is_some() && (OFFICES.at(last, 0).is_some() || named);
        if listed || offices || (short(last) && before.rsplit(' ').next().is_some_and(short)) {
            return false;
        }
        let joined = JOINERS.at(rest, 0).is_some() || UNFINISHED.before(head, head.len()).is_some();
        if joined || TITLES.at(last, 0).is_some() || is_counting(before, last) {
            return false;
        }
        // What follows is a clause of its own: a subject, then a predicate before the next joiner.
        let mut pieces = rest.split(' ').take_while(|piece| !piece.is_empty());
        let subject = pieces.next().unwrap_or_default();
        if begins_with_predicate(subject) {
            // A verb first: an instruction of its own after a long clause.
            return head.chars().count() >= LONG_CLAUSE && subject.chars().count() >= LONG_CLAUSE * 2 / 3;
        }
        if subject.chars().count() < 5 && TITLES.at(subject, 0).is_none() {
            return false;
        }
        let more =
            pieces.take(3).take_while(|piece| !piece.contains("...") && (JOINERS.at(piece, 0).is_none() || begins_with_predicate(piece)));
        has_predicate_after_subject(subject) || (!subject.contains("...") && more.into_iter().any(has_predicate))
    }
}

/// Whether a piece is a number that what follows it belongs to: not a year, nor a share of a hundred.
fn is_counting(before: &str, last: &str) -> bool {
    let bare = last.trim_matches(['(', ')', '.']);
    let number = !bare.is_empty() && bare.chars().all(|c| is_numeric(c) || matches!(c, '.' | ',' | '-' | '/'));
    let year = bare.chars().count() == 4 && bare.chars().all(is_numeric);
    number && !year && PERCENT_BEFORE.before(before, before.len()).is_none()
}

/// Whether a piece holds a predicate.
fn has_predicate(piece: &str) -> bool {
    predicates(piece).next().is_some()
}

/// Whether a piece holds a predicate that does not begin it.
fn has_predicate_after_subject(piece: &str) -> bool {
    predicates(piece).any(|at| at > 0)
}

/// Whether a text begins with a predicate.
fn begins_with_predicate(text: &str) -> bool {
    PREDICATES.at(text, 0).is_some_and(|(_, predicate)| *predicate)
}

/// Where predicates stand in a piece.
fn predicates(piece: &str) -> impl Iterator<Item = usize> {
    let mut from = 0;
    piece.char_indices().filter_map(move |(at, _)| {
        if at < from {
            return None;
        }
        let (end, predicate) = PREDICATES.at(piece, at)?;
        from = end;
        (*predicate && NOMINALS.before(piece, at).is_none()).then_some(at)
    })
}
