//! Places in a text: byte spans inside Rust, code point spans in JSON and Python.

use serde::{Deserialize, Serialize};

/// A half-open range of **bytes** of one text.
///
/// # Examples
/// ```
/// let span = ekasan::Span::new(0, 6);
/// assert_eq!(span.of("ປີ 2024"), "ປີ");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`, in bytes. An `end` before `start` is taken as `start`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Span {
        Span { start, end: if end < start { start } else { end } }
    }

    /// The text it covers; empty where the span does not fit the text or cuts a character.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Its length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether it covers all of `other`.
    #[must_use]
    pub const fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// A half-open range of **code points** of one text: the offsets of JSON and Python.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CharSpan {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// Bytes between two kept counts.
const STRIDE: usize = 256;

/// Converts byte offsets of one text to code point offsets and back, in constant time each.
#[derive(Clone, Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before byte `i * STRIDE`.
    before: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    /// Counts the text once.
    #[must_use]
    pub fn new(text: &'t str) -> CodePoints<'t> {
        let mut before = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            before.push(count);
            count += starts(chunk);
        }
        before.push(count);
        CodePoints { text, before }
    }

    /// How many code points stand before byte `byte`.
    #[must_use]
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let kept = byte / STRIDE;
        let rest = self.text.as_bytes().get(kept * STRIDE..byte).unwrap_or_default();
        self.before.get(kept).copied().unwrap_or_default() + starts(rest)
    }

    /// The byte at which code point number `point` begins; the text's length past its end.
    #[must_use]
    pub fn byte(&self, point: usize) -> usize {
        let kept = self.before.partition_point(|&count| count <= point).saturating_sub(1);
        let mut left = point - self.before.get(kept).copied().unwrap_or_default();
        let bytes = self.text.as_bytes();
        let mut at = (kept * STRIDE).min(bytes.len());
        while let Some(&byte) = bytes.get(at) {
            if is_start(byte) {
                if left == 0 {
                    return at;
                }
                left -= 1;
            }
            at += 1;
        }
        at
    }

    /// A byte span as a code point span.
    #[must_use]
    pub fn span(&self, span: Span) -> CharSpan {
        CharSpan { start: self.at(span.start), end: self.at(span.end) }
    }
}

/// Whether a byte begins a character of UTF-8.
const fn is_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| is_start(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_code_points_over_strides() {
        let text = "ກa😀é".repeat(300);
        let points = CodePoints::new(&text);
        for (n, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(byte), n);
            assert_eq!(points.byte(n), byte);
        }
        assert_eq!(points.at(text.len()), 1200);
        assert_eq!(points.byte(1200), text.len());
        assert_eq!(points.byte(9999), text.len());
    }

    #[test]
    fn a_span_that_does_not_fit_is_empty_text() {
        assert_eq!(Span::new(1, 2).of("ກ"), "");
        assert_eq!(Span::new(5, 2), Span::new(5, 5));
    }
}
