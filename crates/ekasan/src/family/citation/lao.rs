//! Citations of Laos: a number and an issuer cut to its first letters, in Lao.

use super::find::{Number, Printed, separator, word_before};
use crate::family::scan::Scan;
use crate::lang::cited::{LAO_ISSUERS, NUMBER_WORDS};
use crate::span::Span;

/// `169/ນຍ`: the issuer in Lao letters after a slash.
pub(super) fn lao_symbol(scan: &Scan<'_>, number: Number) -> Option<Printed> {
    let span = number.span;
    let ('/', at) = separator(scan, span.end)? else { return None };
    let known = LAO_ISSUERS.at(scan.text, at).map(|(end, issuer)| (end, (*issuer).to_owned()));
    // Any other shortening behind the word for a number: ສະບັບເລກທີ 209/ຈມ.ມງ.
    let cued = scan.word_before(&NUMBER_WORDS, span.start).is_some() || word_before(scan, span.start).is_some();
    let (end, issuer) = known.filter(|(end, _)| !continues_shortening(scan, *end)).or_else(|| cued.then(|| shortening(scan, at))?)?;
    Some(Printed {
        span: Span::new(span.start, end),
        rule: "citation.lao",
        number: Some(number.digits()),
        year: None,
        kind: None,
        issuer: Some(issuer),
        party: false,
        other_kinds: Vec::new(),
        word: word_before(scan, span.start),
        name: None,
    })
}

/// Whether a shortening in Lao letters goes on at a byte.
fn continues_shortening(scan: &Scan<'_>, at: usize) -> bool {
    let next = scan.char_at(at + usize::from(matches!(scan.char_at(at), Some('.' | '-'))));
    next.is_some_and(is_lao_consonant)
}

/// Two to eight consonants of Lao, a full stop among them or not, with no vowel behind: a name cut to its first letters.
fn shortening(scan: &Scan<'_>, at: usize) -> Option<(usize, String)> {
    let rest = scan.within(Span::new(at, at + 40)).of(scan.text);
    let end = rest.find(|c: char| !is_lao_consonant(c) && !matches!(c, '.' | '-')).unwrap_or(rest.len());
    let letters = rest.get(..end)?.trim_end_matches(['.', '-']);
    let count = letters.chars().filter(|c| !matches!(c, '.' | '-')).count();
    let vowel = rest.get(letters.len()..).and_then(|rest| rest.chars().next()).is_some_and(|c| matches!(c, 'ະ'..='ໄ' | '່'..='ໍ'));
    ((2..=8).contains(&count) && !vowel).then(|| (at + letters.len(), letters.to_owned()))
}

const fn is_lao_consonant(c: char) -> bool {
    // The sign ຼ makes one letter of ຫ.
    matches!(c, 'ກ'..='ຮ' | 'ໜ' | 'ໝ' | '\u{ebc}')
}
