//! Where words begin.
//!
//! The first cut is `icu_segmenter`'s, by its dictionaries of Lao and Thai. It is corrected: no cut inside an orthographic
//! syllable, and none inside a number, a date in figures, a document's symbol or an address.

use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::stretches;
use super::syllable::may_cut;
use crate::lang::sentence_cues::is_noun_prefix;
use crate::lang::words::is_latin;
use crate::span::Span;
use crate::text::normalize::canonical;
use crate::text::rewrite::Text;

/// The words of a text, blanks and punctuation included: joined they are the text again. The coding of am makes no
/// difference.
///
/// **Not handled:** compounds of Vietnamese, which comes apart into its syllables; names, which [`Document::words`] keeps whole.
///
/// # Examples
/// ```
/// assert_eq!(ekasan::words("ມະຕິ 35-NQ/TW"), ["ມະຕິ", " ", "35-NQ/TW"]);
/// ```
///
/// [`Document::words`]: crate::Document::words
#[must_use]
pub fn words(text: &str) -> Vec<&str> {
    let normalized = canonical(text.to_owned());
    stretches(&normalized, cuts(normalized.normalized())).map(|span| span.of(text)).collect()
}

/// The words of a text as spans of the raw text. What lies in one of the spans of `whole`, of the raw text and in order, is one
/// word.
pub(crate) fn spans(text: &Text, whole: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let words = stretches(text, cuts(text.normalized()));
    let mut whole = whole.into_iter().peekable();
    // A word that begins inside a name joins the one before it; one that holds the end of a name is cut there.
    let mut joined: Vec<Span> = Vec::new();
    for word in words {
        let mut rest = word;
        while let Some(name) = whole.peek().copied().filter(|name| name.start < rest.end) {
            if rest.start < name.start {
                joined.push(Span::new(rest.start, name.start));
            }
            let from = rest.start.max(name.start);
            let to = rest.end.min(name.end);
            match joined.last_mut().filter(|last| last.end == from && last.start == name.start) {
                Some(last) => last.end = to,
                None => joined.push(Span::new(from, to)),
            }
            rest = Span::new(to, rest.end);
            if to < name.end {
                break;
            }
            whole.next();
        }
        if !rest.is_empty() {
            joined.push(rest);
        }
    }
    joined
}

static SEGMENTER: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

/// The bytes at which words begin.
pub(crate) fn cuts(text: &str) -> Vec<usize> {
    let mut cuts = Vec::with_capacity(text.len() / 8);
    let bytes = text.as_bytes();
    // Up to `barren` no figure begins.
    let (mut last, mut figures_end, mut barren) = (0, 0, 0);
    let (mut torn, mut prefix) = (false, false);
    for cut in SEGMENTER.segment_str(text) {
        if cut < figures_end {
            continue;
        }
        if !may_cut(text, cut) {
            torn = true;
            continue;
        }
        if torn {
            // The dictionary does not know it and cut inside its syllables: they are the words.
            let word = Span::new(last, cut).of(text);
            cuts.extend(word.char_indices().skip(1).map(|(at, _)| last + at).filter(|&at| may_cut(text, at)));
            torn = false;
        }
        // A verb made a noun is one word.
        let was_prefix = std::mem::replace(&mut prefix, false);
        match bytes.get(cut..) {
            Some([0xE0, 0xBA | 0xBB, ..]) if !was_prefix && is_noun_prefix(Span::new(last, cut).of(text)) => prefix = true,
            next => {
                cuts.push(cut);
                if next.is_some_and(|next| {
                    next.first().is_some_and(u8::is_ascii_alphanumeric) || matches!(next, [0xE0, 0xBB | 0xB9, 0x90..=0x99, ..])
                }) {
                    let rest = text.get(cut..).unwrap_or_default();
                    if cut >= barren || rest.starts_with("http") {
                        let (length, seen) = figures(rest);
                        figures_end = cut + length;
                        barren = if length == 0 { cut + seen } else { barren };
                    }
                }
            }
        }
        last = cut;
    }
    cuts
}

/// How many bytes at the beginning of a text are one number, date, symbol or address: letters and digits with marks between
/// them, a digit or `://` among them; and how many were looked at.
fn figures(text: &str) -> (usize, usize) {
    let (mut end, mut at, mut digits, mut marks) = (0, 0, false, false);
    for c in text.chars() {
        at += c.len_utf8();
        if is_digit(c) || is_latin(c) {
            digits |= is_digit(c);
            end = at;
        } else if matches!(c, '.' | ',' | '/' | '-' | ':') {
            marks = true;
        } else if matches!(c, '_' | '?' | '=' | '&' | '#' | '%' | '@' | '~') && text.starts_with("http") {
            digits = true;
        } else {
            break;
        }
    }
    (if digits && marks { end } else { 0 }, at)
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '໐'..='໙' | '๐'..='๙')
}
