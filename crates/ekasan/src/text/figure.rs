//! Figures: runs of decimal digits, in Latin, Lao or Thai script.

use crate::lang::words::is_latin;
use crate::span::Span;

/// A run of digits of one script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Figure {
    pub(crate) span: Span,
    /// Its value; `u64::MAX` where it does not fit.
    pub(crate) value: u64,
    /// How many digits, leading zeros counted; 0 for a Roman numeral.
    pub(crate) digits: u32,
}

impl Figure {
    /// Whether it has no needless zero in front.
    pub(crate) fn is_plain(self) -> bool {
        self.digits <= 1 || self.value >= 10u64.saturating_pow(self.digits.min(20) - 1)
    }
}

/// The Roman numeral that begins at a byte, up to 89, if it is one: capitals alone, no capital before them, no letter or digit behind: khóaXI.
pub(crate) fn roman(text: &str, at: usize) -> Option<Figure> {
    if text.get(..at)?.chars().next_back().is_some_and(|c| is_latin(c) && !c.is_lowercase()) {
        return None;
    }
    let rest = text.get(at..)?;
    let length = rest.bytes().take(9).take_while(|b| matches!(b, b'I' | b'V' | b'X' | b'L')).count();
    let after = rest.get(length..)?.chars().next();
    if length == 0 || length > 8 || after.is_some_and(|c| is_latin(c) || c.is_ascii_digit()) {
        return None;
    }
    let letters = rest.get(..length)?;
    let value = (1..90).find(|&value| to_roman(value) == letters)?;
    Some(Figure { span: Span::new(at, at + length), value, digits: 0 })
}

/// The Roman numeral in a character of its own that begins at a byte: Ⅵ.
pub(crate) fn roman_character(text: &str, at: usize) -> Option<Figure> {
    let numeral = text.get(at..)?.chars().next()?;
    let value = match numeral {
        'Ⅰ'..='Ⅻ' => u64::from(numeral) - u64::from('Ⅰ') + 1,
        _ => return None,
    };
    Some(Figure { span: Span::new(at, at + numeral.len_utf8()), value, digits: 0 })
}

fn to_roman(mut value: u64) -> String {
    let mut letters = String::new();
    for (worth, sign) in [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while value >= worth {
            letters.push_str(sign);
            value -= worth;
        }
    }
    letters
}

/// All runs of digits, in order.
pub(crate) fn figures(text: &str) -> Vec<Figure> {
    let bytes = text.as_bytes();
    let native = has_native_digits(bytes);
    let mut found: Vec<Figure> = Vec::new();
    let mut at = 0;
    while let Some(start) = next_lead(bytes, at, native) {
        let Some((first, mut end)) = digit(bytes, start) else {
            at = start + 3;
            continue;
        };
        let width = end - start;
        let mut figure = Figure { span: Span::new(start, end), value: first, digits: 1 };
        while let Some((next, after)) = digit(bytes, end).filter(|(_, after)| after - end == width && same_script(bytes, start, end)) {
            figure.value = figure.value.saturating_mul(10).saturating_add(next);
            figure.digits += 1;
            end = after;
        }
        figure.span.end = end;
        found.push(figure);
        at = end;
    }
    found
}

/// The next byte that may begin a digit. Chunks without one are passed over whole: only one byte in a hundred is a digit.
fn next_lead(bytes: &[u8], from: usize, native: bool) -> Option<usize> {
    let leads = |b: u8| b.is_ascii_digit() || (native && b == 0xE0);
    let mut at = from;
    for chunk in bytes.get(from..)?.chunks(64) {
        let worth = native || chunk.iter().fold(false, |any, b| any | b.is_ascii_digit());
        if let Some(step) = worth.then(|| chunk.iter().position(|&b| leads(b))).flatten() {
            return Some(at + step);
        }
        at += chunk.len();
    }
    None
}

/// Lao or Thai digits somewhere: E0 BB 90..99, E0 B9 90..99.
fn has_native_digits(bytes: &[u8]) -> bool {
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    pairs.fold(false, |any, (page, low)| any | (matches!(page, 0xBB | 0xB9) & matches!(low, 0x90..=0x99)))
}

/// The digit at a byte, and the byte after it.
fn digit(bytes: &[u8], at: usize) -> Option<(u64, usize)> {
    match bytes.get(at..)? {
        [b @ b'0'..=b'9', ..] => Some((u64::from(b - b'0'), at + 1)),
        [0xE0, 0xBB | 0xB9, b @ 0x90..=0x99, ..] => Some((u64::from(b - 0x90), at + 3)),
        _ => None,
    }
}

fn same_script(bytes: &[u8], a: usize, b: usize) -> bool {
    bytes.get(a).is_some_and(u8::is_ascii) || bytes.get(a + 1) == bytes.get(b + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_scripts() {
        let seen: Vec<_> = figures("22/10 ໒໐໑๕ ๒๕๖๗ 007x").iter().map(|f| (f.value, f.digits)).collect();
        assert_eq!(seen, [(22, 2), (10, 2), (201, 3), (5, 1), (2567, 4), (7, 3)]);
        assert_eq!(roman("khóa XIII,", 6).map(|f| f.value), Some(13));
        assert!(roman("XIIII", 0).is_none() && roman("VINH", 0).is_none());
        assert_eq!(figures(&"9".repeat(50))[0].value, u64::MAX);
    }
}
