//! Line ends, blanks and what does not show.

use super::bytes::next_of;
use super::rewrite::Rewriter;
use crate::span::Span;

/// Every kind of line end to `\n`.
pub(super) fn line_end(text: &mut Rewriter<'_>) {
    let bytes = text.input.as_bytes();
    let mut at = 0;
    while let Some(next) = next_of(bytes, at, may_be_line_end) {
        let Some(c) = text.input.get(next..).and_then(|rest| rest.chars().next()) else { return };
        at = next + c.len_utf8();
        if is_line_end(c) {
            at += usize::from(c == '\r' && bytes.get(at) == Some(&b'\n'));
            text.replace(Span::new(next, at), "\n");
        }
    }
}

/// Whether a byte may begin a line end other than `\n`.
fn may_be_line_end(byte: u8, next: u8) -> bool {
    (byte == b'\r') | (byte == 0x0B) | (byte == 0x0C) | (byte == 0xC2) & (next == 0x85) | (byte == 0xE2) & (next == 0x80)
}

fn is_line_end(c: char) -> bool {
    // CARRIAGE RETURN, LINE TABULATION, FORM FEED, NEXT LINE, LINE SEPARATOR, PARAGRAPH SEPARATOR
    matches!(c, '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters that show nothing and are no blank: zero width, soft hyphen, byte order mark, bidi and other controls.
pub(super) fn invisible(text: &mut Rewriter<'_>) {
    let bytes = text.input.as_bytes();
    // Controls are single bytes; all others begin with C2, D8, E2, EF or F3.
    let mut at = 0;
    while let Some(next) = next_of(bytes, at, may_be_invisible) {
        at = next;
        let Some(c) = text.input.get(at..).and_then(|rest| rest.chars().next()) else { return };
        let mut end = at + c.len_utf8();
        if is_invisible(c) {
            while let Some(next) = text.input.get(end..).and_then(|rest| rest.chars().next()).filter(|c| is_invisible(*c)) {
                end += next.len_utf8();
            }
            text.replace(Span::new(at, end), "");
        }
        at = end;
    }
}

/// Whether a byte may begin an invisible character.
fn may_be_invisible(byte: u8, _: u8) -> bool {
    (byte < 0x20) & (byte != b'\n') & (byte != b'\t')
        | (byte == 0x7F)
        | (byte == 0xC2)
        | (byte == 0xD8)
        | (byte == 0xE2)
        | (byte == 0xEF)
        | (byte == 0xF3)
}

fn is_invisible(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true, // controls
        '\u{ad}' => true,                              // SOFT HYPHEN
        '\u{61c}' | '\u{200e}' | '\u{200f}' => true,   // ARABIC LETTER MARK, LEFT-TO-RIGHT MARK, RIGHT-TO-LEFT MARK
        '\u{200b}'..='\u{200d}' => true,               // ZERO WIDTH SPACE, NON-JOINER, JOINER
        '\u{202a}'..='\u{202e}' => true,               // bidi embeddings and overrides
        '\u{2060}'..='\u{206f}' => true,               // WORD JOINER, invisible operators, bidi isolates, deprecated formats
        '\u{feff}' => true,                            // ZERO WIDTH NO-BREAK SPACE
        '\u{fff9}'..='\u{fffb}' => true,               // interlinear annotation
        '\u{e0000}'..='\u{e007f}' => true,             // tags
        _ => false,
    }
}

/// Every run of blanks of any kind to one space.
pub(super) fn blank(text: &mut Rewriter<'_>) {
    let bytes = text.input.as_bytes();
    let mut at = 0;
    while let Some(next) = next_of(bytes, at, may_be_blanks) {
        at = next;
        let mut end = at;
        for c in text.input.get(at..).unwrap_or_default().chars().take_while(|c| is_blank(*c)) {
            end += c.len_utf8();
        }
        if end == at {
            // a character that only begins like a blank
            at += text.input.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        } else {
            text.replace(Span::new(at, end), " ");
            at = end;
        }
    }
}

/// Whether a byte may begin a blank that is no single space: two of them, or the first byte of another blank.
fn may_be_blanks(byte: u8, next: u8) -> bool {
    // NO-BREAK SPACE; OGHAM SPACE MARK, MONGOLIAN VOWEL SEPARATOR; EN QUAD and what follows it; IDEOGRAPHIC SPACE
    let other = |byte: u8| (byte == b'\t') | (byte == 0xC2) | (byte == 0xE1) | (byte == 0xE2) | (byte == 0xE3);
    other(byte) | (byte == b' ') & ((next == b' ') | other(next))
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}
