//! The order of combining marks: NFC, and one order for the marks of a Lao or Thai consonant.

use icu_normalizer::ComposingNormalizerBorrowed;

use super::bytes::next_of;
use super::rewrite::Rewriter;
use super::script::is_native;
use crate::span::Span;

/// Unicode's canonical composition, by segments that need it.
pub(super) fn nfc(text: &mut Rewriter<'_>) {
    if is_composed(text.input.as_bytes()) {
        return;
    }
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let (head, tail) = nfc.split_normalized(text.input);
    if tail.is_empty() {
        return;
    }
    // A segment begins where a character neither joins what stands before it nor is reordered before it: after any ASCII.
    let mut start = head.rfind(|c: char| c.is_ascii()).map_or(0, |at| at + 1);
    let end = text.input.len();
    while start < end {
        let rest = Span::new(start, end).of(text.input);
        let (_, tail) = nfc.split_normalized(rest);
        if tail.is_empty() {
            return;
        }
        let wrong = end - tail.len();
        let from = Span::new(start, wrong).of(text.input).rfind(is_starter).map_or(start, |at| start + at);
        let to = tail.char_indices().skip(1).find(|&(_, c)| is_starter(c)).map_or(end, |(at, _)| wrong + at);
        let segment = Span::new(from, to);
        let composed = nfc.normalize(segment.of(text.input));
        // Only what changes: not the letters beside it.
        let same = |(a, b): &(char, char)| a == b;
        let head: usize = segment.of(text.input).chars().zip(composed.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let (before, after) = (segment.of(text.input).get(head..).unwrap_or_default(), composed.get(head..).unwrap_or_default());
        let tail: usize = before.chars().rev().zip(after.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let with = after.get(..after.len() - tail).unwrap_or_default();
        text.replace(Span::new(segment.start + head, segment.end - tail), with);
        start = to;
    }
}

/// Whether a text holds only characters that NFC leaves as they are: ASCII, Latin letters with their marks in one, the marks
/// of Lao and Thai, whose order is another pass's, and common punctuation. False where that is not sure.
fn is_composed(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some(next) = next_of(bytes, at, is_other_lead) {
        at = next
            + match bytes.get(next..).unwrap_or_default() {
                // U+0080 to U+02BF
                [0xC2..=0xCA, ..] => 2,
                // U+1EA0 to U+1EF9; general punctuation past its spaces.
                [0xE1, 0xBA, 0xA0..=0xBF, ..] | [0xE1, 0xBB, 0x80..=0xB9, ..] | [0xE2, 0x80, 0x90..=0xBF, ..] => 3,
                _ => return false,
            };
    }
    true
}

/// Whether a byte begins a character that is neither ASCII nor Thai nor Lao.
pub(super) fn is_other_lead(byte: u8, next: u8) -> bool {
    (byte >= 0xC0) & (byte != 0xE0) | (byte == 0xE0) & !(0xB8..=0xBB).contains(&next)
}

/// Characters that NFC never joins to what stands before them, nor moves: Latin letters and the consonants and signs of
/// Lao and Thai that are no combining marks.
fn is_starter(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{e01}'..='\u{e30}' | '\u{e32}' | '\u{e33}' | '\u{e40}'..='\u{e46}' | '\u{e81}'..='\u{eb0}'
        | '\u{eb2}' | '\u{eb3}' | '\u{ec0}'..='\u{ec6}')
}

/// The combining marks of one Lao or Thai consonant in one order, each once: sign below, vowel, nikhahit, tone, other.
pub(super) fn mark_order(text: &mut Rewriter<'_>) {
    let mut marks = Vec::new();
    let mut chars = text.input.char_indices().peekable();
    if !needs_mark_order(text.input.as_bytes()) {
        return;
    }
    while let Some((start, c)) = chars.next() {
        if mark_rank(c).is_none() {
            continue;
        }
        marks.clear();
        marks.push(c);
        let mut end = start + c.len_utf8();
        while let Some((at, c)) = chars.next_if(|(_, c)| mark_rank(*c).is_some()) {
            marks.push(c);
            end = at + c.len_utf8();
        }
        let behind = text.input.get(..start).and_then(|head| head.chars().next_back());
        let foreign = behind.is_some_and(|c| !c.is_ascii() && !is_native(c));
        if marks.len() > 1 || foreign {
            marks.sort_by_key(order);
            marks.dedup();
            let mut sorted: String = marks.iter().collect();
            let mut from = start;
            // Behind marks of another script NFC moves these before them.
            let head = text.input.get(text.copied()..start).unwrap_or_default();
            if foreign {
                from = text.copied() + head.rfind(is_starter).unwrap_or_default();
                sorted = settled(Span::new(from, start).of(text.input).to_owned() + &sorted);
            }
            text.replace(Span::new(from, end), &sorted);
        }
    }
}

/// The order of the marks of one consonant. Where the scripts are mixed, Thai marks first: NFC would move them there.
fn order(c: &char) -> (Option<u8>, bool) {
    (mark_rank(*c), *c >= '\u{e80}')
}

/// Composed, with the marks that then stand together in order and each once, until nothing moves any more.
fn settled(mut text: String) -> String {
    for _ in 0..8 {
        let mut chars: Vec<char> = ComposingNormalizerBorrowed::new_nfc().normalize(&text).chars().collect();
        for run in chars.chunk_by_mut(|a, b| mark_rank(*a).is_some() && mark_rank(*b).is_some()) {
            run.sort_by_key(order);
        }
        chars.dedup_by(|a, b| a == b && mark_rank(*a).is_some());
        let next: String = chars.into_iter().collect();
        if next == text {
            break;
        }
        text = next;
    }
    text
}

/// Whether two marks stand together of which the second does not come after the first, or a mark behind a character of another
/// script, where any mark may have to move.
fn needs_mark_order(bytes: &[u8]) -> bool {
    let rank = |page: u8, low: u8| {
        let here = RANK.get(usize::from(page & 3) << 6 | usize::from(low & 0x3F)).copied().unwrap_or_default();
        if page >= 0xB8 { here } else { 0 }
    };
    let mut at = 0;
    while let Some(next) = next_of(bytes, at, is_other_lead) {
        at = next + 1;
        while bytes.get(at).is_some_and(|byte| matches!(byte, 0x80..=0xBF)) {
            at += 1;
        }
        if let Some([0xE0, page, low, ..]) = bytes.get(at..)
            && rank(*page, *low) != 0
        {
            return true;
        }
    }
    // Two different vowels keep their order, but a third could repeat the first.
    let mut before = 0;
    let mut rest = bytes;
    loop {
        (before, rest) = match rest {
            [0xE0, page, low, rest @ ..] => {
                let here = rank(*page, *low);
                if here.wrapping_sub(1) < before {
                    return true;
                }
                (here, rest)
            }
            [_, rest @ ..] => (0, rest),
            [] => return false,
        };
    }
}

/// [`mark_rank`] by the low two bits of the second byte and the low six of the third, 0 for none.
#[expect(clippy::indexing_slicing, reason = "the index is below the bound of the loop")]
static RANK: [u8; 256] = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        if let Some(c) = char::from_u32(0xE00 + at as u32)
            && let Some(rank) = mark_rank(c)
        {
            table[at] = rank;
        }
        at += 1;
    }
    table
};

/// Where a combining mark of Lao or Thai stands among the marks of its consonant; None for other characters.
const fn mark_rank(c: char) -> Option<u8> {
    Some(match c {
        'ຼ' | '\u{e3a}' | '\u{eba}' => 1,            // signs below: LO, PHINTHU, PALI VIRAMA
        'ຸ' | 'ູ' | 'ุ' | 'ู' => 2,                     // vowels below
        'ັ' | 'ິ'..='ື' | 'ົ' | 'ั' | 'ิ'..='ื' | '็' => 3, // vowels above, MAITAIKHU
        'ໍ' | 'ํ' => 4,                               // NIGGAHITA, NIKHAHIT
        '່'..='໋' | '่'..='๋' => 5,                     // tones
        '໌' | '໎' | '์' | '๎' => 6,                     // cancellation, YAMAKKAN
        _ => return None,
    })
}
