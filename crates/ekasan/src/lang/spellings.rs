//! Many spellings, found where they begin in a text: the longest that stands there as whole words.
//!
//! They stay sorted strings. An automaton of tens of thousands takes longer to build than all else here, and its megabytes make every
//! character of a text wait for memory; most places of a text begin no spelling, which four characters tell.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::letter_case::{small, small_bytes};
use super::words::{is_latin, is_word_end, is_word_start};
use crate::span::Span;
use crate::text::script::is_native;

/// Spellings in order; each is known by its number.
pub(crate) struct Spellings {
    all: Vec<Box<str>>,
    /// For each the longest other that it begins with, counted from 1; 0 for none.
    inside: Vec<u32>,
    /// For each the bytes behind its beginning, as a number: most searches need no more of it.
    keys: Vec<u128>,
    begins: Beginnings,
}

/// A number of spellings; there are fewer than four thousand million.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl Spellings {
    /// From spellings in order, no two the same, none of a single character.
    pub(crate) fn new(all: Vec<Box<str>>) -> Spellings {
        let mut inside = Vec::with_capacity(all.len());
        let mut keys = Vec::with_capacity(all.len());
        // Those that the last one begins with, and itself.
        let mut open: Vec<usize> = Vec::new();
        let mut beginnings: Vec<Beginning> = Vec::new();
        for (index, spelling) in all.iter().enumerate() {
            while open.last().and_then(|last| all.get(*last)).is_some_and(|last| !spelling.starts_with(&**last)) {
                open.pop();
            }
            inside.push(open.last().map_or(0, |last| number(last + 1)));
            open.push(index);
            let mut chars = spelling.chars();
            let window = Window::of(&mut chars);
            let behind = chars.as_str();
            keys.push(key(behind.as_bytes()));
            match beginnings.last_mut().filter(|last| last.window == window) {
                Some(last) => last.spellings.end += 1,
                None => beginnings.push(Beginning { window, spellings: index..index + 1, length: spelling.len() - behind.len() }),
            }
        }
        let begins = Beginnings::new(beginnings);
        Spellings { all, inside, keys, begins }
    }

    /// The spellings in one stretch of a text, leftmost and longest, as whole words, none overlapping another: where, and what is made of the
    /// spelling's number and the letters that stand there. Those that begin with a Latin letter are spelled in small ones, whatever stands there.
    pub(crate) fn scan<T>(&self, text: &str, stretch: Span, read: impl Fn(u32, &str) -> Option<T>, mut found: impl FnMut(Span, T)) {
        let (printed, small) = (stretch.of(text), OnceCell::new());
        let mut free = stretch.start;
        self.begins.each(printed, |at, window| {
            let start = stretch.start + at;
            if start < free {
                return;
            }
            let whole = |spelling: u32, length: usize| {
                let end = start + length;
                if is_word_end(text, end) { read(spelling, text.get(start..end)?).map(|read| (end, read)) } else { None }
            };
            let letters = if printed.get(at..).is_some_and(|here| here.starts_with(is_latin)) {
                small.get_or_init(|| small_bytes(printed))
            } else {
                printed.as_bytes()
            };
            if let Some((end, spelling)) = letters.get(at..).and_then(|here| self.longest(here, window, whole))
                && is_word_start(text, start)
            {
                found(Span::new(start, end), spelling);
                free = end;
            }
        });
    }

    /// The longest spelling that begins a text and ends where a word may: its end and its number.
    pub(crate) fn at(&self, text: &str) -> Option<(usize, u32)> {
        let window = Window::of(&mut text.chars());
        self.longest(text.as_bytes(), window, |spelling, end| is_word_end(text, end).then_some((end, spelling)))
    }

    /// Whether some spelling may begin with these letters: four, and those of the sixteen bytes behind them.
    pub(crate) fn may_begin(&self, letters: impl Iterator<Item = char>) -> bool {
        let mut letters = letters;
        let Some(beginning) = self.begins.find(Window::of(&mut letters)) else { return false };
        let Some(keys) = self.keys.get(beginning.spellings.clone()) else { return false };
        let mut bytes = [0; KEY];
        let mut length = 0;
        for c in letters {
            let Some(slot) = bytes.get_mut(length..length + c.len_utf8()) else { break };
            c.encode_utf8(slot);
            length += c.len_utf8();
        }
        let first = u128::from_be_bytes(bytes);
        let rest = 8 * u32::try_from(KEY - length).unwrap_or_default();
        let next = keys.get(keys.partition_point(|key| *key < first));
        next.is_some_and(|next| next.checked_shr(rest) == first.checked_shr(rest))
    }

    /// What is made of the longest spelling that these bytes begin with, of its number and length; where that is nothing, of a shorter one.
    /// The window holds the first characters.
    fn longest<T>(&self, here: &[u8], window: Window, read: impl Fn(u32, usize) -> Option<T>) -> Option<T> {
        let among = |beginning: &Beginning| {
            let range = beginning.spellings.clone();
            let keys = self.keys.get(range.clone())?;
            let next = key(here.get(beginning.length..)?);
            // What the text begins with is the last that is not behind it, or inside that one.
            let same = range.start + keys.partition_point(|key| *key < next);
            let end = range.start + keys.partition_point(|key| *key <= next);
            let mut at = same + self.all.get(same..end)?.partition_point(|spelling| spelling.as_bytes() <= here);
            while let Some(index) = at.checked_sub(1).filter(|index| *index >= range.start) {
                let spelling = self.all.get(index)?;
                if here.starts_with(spelling.as_bytes())
                    && let Some(read) = read(number(index), spelling.len())
                {
                    return Some(read);
                }
                at = *self.inside.get(index)? as usize;
            }
            None
        };
        [window, window.first_three(), window.first_two()].into_iter().filter_map(|window| self.begins.find(window)).find_map(among)
    }
}

/// The bytes of a key.
const KEY: usize = 16;

/// The first sixteen bytes as a number, in their order.
fn key(bytes: &[u8]) -> u128 {
    let mut first = [0; KEY];
    for (slot, byte) in first.iter_mut().zip(bytes) {
        *slot = *byte;
    }
    u128::from_be_bytes(first)
}

/// Four characters that stand together, the first in the lowest sixteen bits; noughts behind the end of a text.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
struct Window(u64);

impl Window {
    /// The next four of some characters.
    fn of(chars: &mut impl Iterator<Item = char>) -> Window {
        (0..4).fold(Window::default(), |window, _| window.and(chars.next().unwrap_or('\0')))
    }

    /// One character further on.
    const fn and(self, c: char) -> Window {
        let code = if (c as u32) < 0x1_0000 { c as u64 } else { Window::FAR };
        Window(self.0 >> 16 | code << 48)
    }

    /// Stands for characters past the basic plane: no character has this number.
    const FAR: u64 = 0xd800;

    /// The first character, or any past the basic plane.
    fn first(self) -> char {
        u16::try_from(self.0 & 0xffff).map_or(char::MAX, |code| char::from_u32(code.into()).unwrap_or(char::MAX))
    }

    const fn first_two(self) -> Window {
        Window(self.0 & 0xffff_ffff)
    }

    const fn first_three(self) -> Window {
        Window(self.0 & 0xffff_ffff_ffff)
    }

    /// A number of as many bits as there are in [`Beginnings::bits`].
    const fn hash(self) -> usize {
        (self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - Beginnings::BITS)) as usize
    }
}

/// Spellings that begin with the same four characters, or are fewer characters all the same.
struct Beginning {
    window: Window,
    spellings: Range<usize>,
    /// The bytes of the characters of the window.
    length: usize,
}

/// The first four characters of every spelling that has them, and the shorter spellings.
struct Beginnings {
    /// A bit for each, by hash: asked for every character of a text, without a branch.
    bits: [u64; 1 << (Beginnings::BITS - 6)],
    all: FxHashMap<Window, Beginning>,
}

impl Beginnings {
    const BITS: u32 = 19;

    fn new(beginnings: Vec<Beginning>) -> Beginnings {
        let mut bits = [0; 1 << (Beginnings::BITS - 6)];
        for hash in beginnings.iter().map(|beginning| beginning.window.hash()) {
            if let Some(word) = bits.get_mut(hash >> 6) {
                *word |= 1 << (hash & 63);
            }
        }
        Beginnings { bits, all: beginnings.into_iter().map(|beginning| (beginning.window, beginning)).collect() }
    }

    /// 1 where the bit of a window is set.
    fn bit(&self, window: Window) -> u64 {
        let hash = window.hash();
        self.bits.get(hash >> 6).map_or(0, |word| word >> (hash & 63) & 1)
    }

    /// The spellings that begin with all characters of a window.
    fn find(&self, window: Window) -> Option<&Beginning> {
        if self.bit(window) == 0 { None } else { self.all.get(&window) }
    }

    /// Gives the bytes of a text at which a spelling may begin, in order, with the characters there, Latin letters as
    /// small ones. They are gathered without a branch for
    /// each character: which of them may is nothing that a processor could guess.
    fn each(&self, text: &str, mut give: impl FnMut(usize, Window)) {
        let mut starts = [(0, Window::default()); 64];
        let mut filled = 0;
        let (mut printed, mut small_letters) = (Window::default(), Window::default());
        let mut ahead = text.chars();
        for _ in 0..3 {
            let c = ahead.next().unwrap_or('\0');
            (printed, small_letters) = (printed.and(c), small_letters.and(small(c)));
        }
        let mut at = 0;
        while at < text.len() {
            let c = ahead.next().unwrap_or('\0');
            printed = printed.and(c);
            small_letters = small_letters.and(if is_native(c) { c } else { small(c) });
            let first = printed.first();
            let window = if !is_native(first) && is_latin(first) { small_letters } else { printed };
            if let Some(slot) = starts.get_mut(filled) {
                *slot = (at, window);
            }
            at += if is_native(first) { 3 } else { first.len_utf8() };
            filled += usize::from(self.bit(window.first_two()) | self.bit(window.first_three()) | self.bit(window) != 0);
            if filled == starts.len() {
                starts.iter().for_each(|(start, window)| give(*start, *window));
                filled = 0;
            }
        }
        starts.iter().take(filled).for_each(|(start, window)| give(*start, *window));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(spellings: &[&str], text: &'t str) -> Vec<(&'t str, u32)> {
        let mut found = Vec::new();
        let spellings = Spellings::new(spellings.iter().map(|spelling| (*spelling).into()).collect());
        spellings.scan(
            text,
            Span::new(0, text.len()),
            |spelling, _| Some(spelling),
            |span, spelling| found.push((span.of(text), spelling)),
        );
        found
    }

    #[test]
    fn leftmost_longest_and_whole_words() {
        assert_eq!(found(&["ab", "abc", "bcde", "cd"], "abcde abc cd"), [("abc", 1), ("cd", 3)]);
        // The longest that ends where a word may.
        assert_eq!(found(&["hà", "hà nội", "hà nội x"], "Hà Nội xa Hàn HÀ"), [("Hà Nội", 1), ("HÀ", 0)]);
        assert_eq!(found(&["ກວາງ", "ກວາງນິງ", "ນິງ"], "ກວາງນິງ ກວາງນິງ່ ເກວາງ"), [("ກວາງນິງ", 1), ("ກວາງ", 0)]);
    }

    #[test]
    fn nothing_of_nothing() {
        assert_eq!(found(&[], "ab"), []);
        assert_eq!(found(&["ab", "a\u{1f600}"], ""), []);
        assert_eq!(found(&["ab", "a\u{1f600}"], "a\u{1f600} ab a"), [("a\u{1f600}", 1), ("ab", 0)]);
    }
}
