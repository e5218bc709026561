//! Quotations as printed: the marks that belong together, and the words beside them.

use super::What;
use crate::family::citation;
use crate::family::person;
use crate::family::scan::Scan;
use crate::lang::lexicon::Meaning;
use crate::lang::quoted::{QUOTE_CUES, QuoteCue};
use crate::lang::words::is_latin;
use crate::span::Span;
use crate::text::script::{is_alphabetic, is_alphanumeric};

/// A quotation as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    /// Between the marks, blanks at the ends left out.
    pub(crate) span: Span,
    pub(crate) what: Option<What>,
    pub(crate) rule: &'static str,
    /// The word that says what it is.
    pub(crate) cue: Option<Span>,
    /// Index into the persons found.
    pub(crate) speaker: Option<usize>,
}

/// Quotations inside quotations.
const DEEPEST: usize = 6;
/// Nothing longer is one quotation, in bytes.
const LONGEST: usize = 6000;
/// How far from the marks a word may stand that says what they hold, in characters.
const NEAR: usize = 34;
/// How far after the marks the verb of saying may stand, in characters.
const VERB: usize = 90;
/// What is said before the verb is not shorter, in characters: in headlines a name stands there.
const SAID: usize = 18;
/// A word or a name is not longer, in characters.
const TERM: usize = 60;

/// Finds all quotations, in order.
pub(crate) fn find(scan: &Scan<'_>, persons: &[person::find::Printed], citations: &[citation::find::Printed]) -> Vec<Printed> {
    let mut quotes = Vec::new();
    for (index, (_, zone)) in scan.zones.iter().enumerate() {
        let (pairs, open) = pairs(scan.text, *zone);
        let first = quotes.len();
        for outer in pairs {
            if let Some(span) = content(scan.text, outer) {
                quotes.push(read(scan, span, outer, persons, citations));
            }
        }
        // Speech over several paragraphs opens anew in each and closes in the last.
        let next = scan.zones.get(index + 1).map(|(_, next)| *next);
        if let (Some(open), Some(next)) = (open, next)
            && scan.char_at(next.start).is_some_and(|c| matches!(c, '“' | '«' | '"'))
        {
            let outer = Span::new(open.0, zone.end);
            if let Some(span) = content(scan.text, Span::new(outer.start, outer.end)) {
                let printed = read(scan, span, outer, persons, citations);
                if printed.what == Some(What::Speech) {
                    quotes.push(Printed { rule: "quote.unclosed", ..printed });
                }
            }
        }
        if let Some(new) = quotes.get_mut(first..) {
            new.sort_by_key(|quote: &Printed| (quote.span.start, std::cmp::Reverse(quote.span.end)));
        }
    }
    quotes
}

/// The kind of a quotation mark: two marks of one kind belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Double,
    Single,
    Angle,
}

/// An open mark: where it stands, its kind, and whether it is a straight one.
type Open = (usize, Kind, bool);

/// The marks of a block that belong together, opening to past closing, the inner before the outer; and the last that stays open.
fn pairs(text: &str, zone: Span) -> (Vec<Span>, Option<Open>) {
    let mut pairs = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let block = zone.of(text);
    // Looked for by the first byte of each, which other letters of these languages do not share.
    let bytes = block.as_bytes();
    let mut first: Vec<usize> = memchr::memchr3_iter(b'"', 0xc2, 0xe2, bytes).chain(memchr::memchr_iter(b'\'', bytes)).collect();
    first.sort_unstable();
    let marks = first.into_iter().filter_map(|at| Some((at, block.get(at..)?.chars().next()?)));
    for (at, mark) in marks.filter(|(_, c)| matches!(c, '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '"' | '\'')) {
        let at = zone.start + at;
        let before = text.get(zone.start..at).and_then(|head| head.chars().next_back());
        let after = text.get(at + mark.len_utf8()..zone.end).and_then(|rest| rest.chars().next());
        let kind = match mark {
            '“' | '”' | '„' | '"' => Kind::Double,
            '«' | '»' => Kind::Angle,
            _ => Kind::Single,
        };
        // An apostrophe, a prime.
        if kind == Kind::Single && before.is_some_and(is_alphanumeric) && after.is_some_and(is_alphanumeric) {
            continue;
        }
        let loose = |c: Option<char>| {
            c.is_none_or(|c| {
                c == ' ' || c == '\n' || (c.is_ascii_punctuation() && c != '(' && c != '[') || matches!(c, '”' | '»' | '’' | '…')
            })
        };
        let straight = matches!(mark, '"' | '\'');
        let top = open.iter().rposition(|(_, other, _)| *other == kind);
        if straight
            && top.is_none()
            && (before.is_some_and(|c| c.is_ascii_digit()) || (kind == Kind::Single && before.is_some_and(is_alphanumeric)))
        {
            continue;
        }
        let closes = match mark {
            '”' | '»' | '’' => top.is_some() || before.is_some_and(|c| c != ' '),
            // Turned the wrong way: “so“.
            '“' | '«' | '‘' | '„' => top.is_some() && loose(after) && before.is_some_and(|c| c != ' '),
            '"' => top.is_some(),
            _ => top.is_some() && loose(after),
        };
        if !closes {
            // Nobody quotes deeper; the outermost is given up.
            if open.len() == DEEPEST {
                open.remove(0);
            }
            open.push((at, kind, straight));
            continue;
        }
        if let Some(index) = top {
            if let Some((start, ..)) = open.get(index).copied() {
                pairs.push(Span::new(start, at + mark.len_utf8()));
            }
            open.truncate(index);
        }
    }
    let open = open.first().copied().filter(|(_, kind, straight)| *kind != Kind::Single && !straight);
    (pairs, open)
}

/// What stands between two marks, where it is more than signs.
fn content(text: &str, outer: Span) -> Option<Span> {
    let whole = outer.of(text);
    let inner = whole.trim_start_matches(['“', '”', '„', '«', '‘', '’', '"', '\'']);
    let start = outer.end - inner.len();
    let first = whole.chars().next()?;
    // Only the outer marks go: a quotation may begin with another.
    let start = start.min(outer.start + first.len_utf8());
    let last = whole.chars().next_back().filter(|c| matches!(c, '“' | '”' | '»' | '’' | '"' | '\'' | '«' | '‘'));
    let end = outer.end - last.map_or(0, char::len_utf8);
    let body = text.get(start..end)?;
    let trimmed = body.trim();
    let start = start + (body.len() - body.trim_start().len());
    let span = Span::new(start, start + trimmed.len());
    (trimmed.len() <= LONGEST && trimmed.chars().any(is_alphabetic)).then_some(span)
}

/// What a quotation is, by the words beside it.
fn read(scan: &Scan<'_>, span: Span, outer: Span, persons: &[person::find::Printed], citations: &[citation::find::Printed]) -> Printed {
    let printed = |what, cue, rule| Printed { span, what, rule, cue, speaker: None };
    let words = span.of(scan.text);
    let sentence = is_sentence(words);
    // A name in marks is a name, whatever stands before it.
    let named =
        persons.get(persons.partition_point(|person| person.span.end <= span.start)).is_some_and(|person| person.span.end == span.end);
    // Likewise an office or a body: เผย “นายกฯ” ห่วง….
    let whole = |m: &'static Meaning| matches!(m, Meaning::Office(_) | Meaning::Body(_)).then_some(());
    let known = scan.hit_at(span.start, whole).is_some_and(|(hit, ())| hit.end == span.end);
    if (named || known) && words.chars().count() <= TERM {
        return printed(Some(What::Term), None, "quote.marks");
    }
    let (colon, near) = cue_before(scan, outer.start);
    match near {
        Some((cue, What::Speech)) if colon || sentence || words.chars().count() > TERM || scan.char_before(outer.start) == Some(' ') => {
            let speaker = speaker_before(scan, outer.start, cue.start, persons);
            return Printed { speaker, ..printed(Some(What::Speech), Some(cue), "quote.after_verb") };
        }
        Some((cue, what)) if what != What::Speech => return printed(Some(what), Some(cue), "quote.after_noun"),
        _ => {}
    }
    // The subject of a document stands right after its symbol.
    let citation =
        citations.partition_point(|citation| citation.span.end <= outer.start).checked_sub(1).and_then(|index| citations.get(index));
    if let Some(citation) = citation.filter(|citation| {
        let gap = Span::new(citation.span.end, outer.start).of(scan.text);
        gap.chars().count() <= NEAR && !gap.contains(['\n', '.', ';', '“', '”', '"'])
    }) {
        return printed(Some(What::Title), Some(citation.span), "quote.after_citation");
    }
    if let Some((end, QuoteCue::About)) = QUOTE_CUES.at(scan.text, span.start) {
        return printed(Some(What::Title), Some(Span::new(span.start, end)), "quote.about");
    }
    if begins_sentence(scan, outer.start)
        && words.chars().count() >= SAID
        && let Some((cue, speaker)) = verb_after(scan, outer.end, persons)
    {
        return Printed { speaker, ..printed(Some(What::Speech), Some(cue), "quote.before_verb") };
    }
    if colon && sentence {
        let speaker = speaker_before(scan, outer.start, outer.start, persons);
        return Printed { speaker, ..printed(Some(What::Speech), None, "quote.after_colon") };
    }
    if !sentence && let Some((cue, what)) = noun_near(scan, outer.start) {
        return printed(Some(what), Some(cue), "quote.after_noun");
    }
    let short = words.chars().count() <= TERM && !sentence;
    printed(short.then_some(What::Term), None, "quote.marks")
}

/// Whether words are a whole sentence, or more.
fn is_sentence(words: &str) -> bool {
    let ends = words.ends_with(['.', '!', '?', '…']);
    let inside = [". ", "! ", "? "].iter().any(|stop| words.contains(stop));
    (ends || inside) && words.chars().count() > 24
}

/// The word right before an opening mark, over a colon and small words; and whether a colon stands there.
fn cue_before(scan: &Scan<'_>, at: usize) -> (bool, Option<(Span, What)>) {
    let mut end = back(scan, at);
    let mut colon = false;
    for _ in 0..4 {
        if matches!(scan.char_before(end), Some(':' | ',')) && !colon {
            colon = scan.char_before(end) == Some(':');
            end = back(scan, end - 1);
            if !colon {
                break;
            }
        }
        match QUOTE_CUES.before(scan.text, end) {
            Some((start, QuoteCue::Holds(what))) => return (colon, Some((Span::new(start, end), *what))),
            Some((start, QuoteCue::Link)) => end = back(scan, start),
            Some((_, QuoteCue::About)) | None => break,
        }
    }
    (colon, None)
}

/// The byte before blanks.
fn back(scan: &Scan<'_>, mut at: usize) -> usize {
    while scan.char_before(at) == Some(' ') {
        at -= 1;
    }
    at
}

/// The nearest word before an opening mark that names what has a title or a theme, in the same clause.
fn noun_near(scan: &Scan<'_>, at: usize) -> Option<(Span, What)> {
    let zone = scan.zone(at).start;
    let head = Span::new(zone, at).of(scan.text);
    let window: Vec<usize> = head.char_indices().rev().take(NEAR).map(|(offset, _)| zone + offset).collect();
    for end in window {
        match scan.char_at(end) {
            Some('.' | ';' | ':' | '“' | '”' | '"' | '«' | '»' | '\n' | '?' | '!') => return None,
            Some(c) if is_latin(c) => continue,
            _ => {}
        }
        if let Some((start, QuoteCue::Holds(what))) = QUOTE_CUES.before(scan.text, end)
            && matches!(what, What::Title | What::Theme | What::Slogan)
            && Span::new(start, end).of(scan.text).chars().count() >= 4
        {
            return Some((Span::new(start, end), *what));
        }
    }
    None
}

/// Whether a sentence begins at a byte.
fn begins_sentence(scan: &Scan<'_>, at: usize) -> bool {
    let at = back(scan, at);
    at <= scan.zone(at).start || matches!(scan.char_before(at), Some('.' | '!' | '?' | '…' | '\n' | ':' | '-' | '–'))
}

/// The verb of saying after a closing mark, in the same sentence, and who speaks.
fn verb_after(scan: &Scan<'_>, at: usize, persons: &[person::find::Printed]) -> Option<(Span, Option<usize>)> {
    let zone = scan.zone(at);
    let rest = Span::new(at, zone.end.max(at)).of(scan.text);
    let end = rest.char_indices().nth(VERB).map_or(rest.len(), |(end, _)| end);
    let rest = rest.get(..end)?;
    let stop = rest.find(['“', '"', '«', '\n', ';']).unwrap_or(rest.len());
    let stop = rest.find(". ").map_or(stop, |dot| dot.min(stop));
    let rest = rest.get(..stop)?;
    let from = persons.partition_point(|person| person.span.start < at);
    let speaker = persons.get(from).filter(|person| person.span.end <= at + stop);
    for (offset, c) in rest.char_indices() {
        let start = at + offset;
        let free = offset == 0 || !is_latin(c) || !scan.char_before(start).is_some_and(is_latin);
        // Inside the name itself there is no verb.
        if !free || speaker.is_some_and(|person| person.span.start <= start && start < person.span.end) {
            continue;
        }
        if let Some((end, QuoteCue::Holds(What::Speech))) = QUOTE_CUES.at(scan.text, start)
            && end <= at + stop
            && Span::new(start, end).of(scan.text).chars().count() >= 3
        {
            let person =
                speaker.filter(|person| person.span.end <= start || Span::new(end, person.span.start).of(scan.text).chars().count() <= 12);
            return Some((Span::new(start, end), person.map(|_| from)));
        }
    }
    None
}

/// The one person of the sentence who speaks: right before the verb, or alone.
fn speaker_before(scan: &Scan<'_>, at: usize, verb: usize, persons: &[person::find::Printed]) -> Option<usize> {
    let from = scan.clause_start(at);
    let first = persons.partition_point(|person| person.span.start < from);
    let last = persons.partition_point(|person| person.span.end <= verb);
    let inside = persons.get(first..last)?;
    let near = inside.last()?;
    let name = |person: &person::find::Printed| person.same.unwrap_or(person.span).of(scan.text);
    let alone = inside.iter().all(|person| name(person) == name(near));
    let gap = Span::new(near.span.end, verb).of(scan.text);
    (alone || gap.trim_matches([' ', ',']).chars().count() <= 12).then(|| last - 1)
}
