//! Many spellings, found where they begin in a text: the longest that stands there as whole words.
//!
//! They stay sorted strings. An automaton of tens of thousands takes longer to build than all else here, and its megabytes make every
//! character of a text wait for memory; most places of a text begin no spelling, which four characters tell.

use std::cell::OnceCell;
use std::ops::Range;

use super::letter_case::{small, small_bytes};
use super::words::{is_latin, is_word_end, is_word_start};
use crate::span::Span;

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
        let mut beginnings: Vec<(Window, [u32; 2])> = Vec::new();
        for (index, spelling) in all.iter().enumerate() {
            while open.last().and_then(|last| all.get(*last)).is_some_and(|last| !spelling.starts_with(&**last)) {
                open.pop();
            }
            inside.push(open.last().map_or(0, |last| number(last + 1)));
            open.push(index);
            let mut chars = spelling.chars();
            let beginning: Window = std::array::from_fn(|_| chars.next().unwrap_or('\0'));
            keys.push(key(chars.as_str().as_bytes()));
            match beginnings.last_mut().filter(|(last, _)| *last == beginning) {
                Some((_, [_, end])) => *end += 1,
                None => beginnings.push((beginning, [number(index), number(index + 1)])),
            }
        }
        let begins = Beginnings::new(&beginnings);
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
        let mut chars = text.chars();
        let window = std::array::from_fn(|_| chars.next().unwrap_or('\0'));
        self.longest(text.as_bytes(), window, |spelling, end| is_word_end(text, end).then_some((end, spelling)))
    }

    /// Whether some spelling may begin with these letters: four, and those of the sixteen bytes behind them.
    pub(crate) fn may_begin(&self, letters: impl Iterator<Item = char>) -> bool {
        let mut letters = letters;
        let window: Window = std::array::from_fn(|_| letters.next().unwrap_or('\0'));
        let [.., hash] = hashes(window);
        let Some(keys) = self.begins.spellings(hash, window).and_then(|range| self.keys.get(range)) else { return false };
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
        let [two, three, four] = hashes(window);
        let among = |hash: u32, length: usize| {
            let range = self.begins.spellings(hash, first(window, length))?;
            let keys = self.keys.get(range.clone())?;
            let head: usize = window.iter().take(length).map(|c| c.len_utf8()).sum();
            let next = key(here.get(head..)?);
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
        among(four, 4).or_else(|| among(three, 3)).or_else(|| among(two, 2))
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

/// Characters that stand together, noughts behind the end of a text.
type Window = [char; 4];

/// The first two or three of a window, noughts for the rest.
fn first(window: Window, length: usize) -> Window {
    let mut at = 0;
    window.map(|c| {
        at += 1;
        if at > length { '\0' } else { c }
    })
}

/// The hashes of the first two, the first three and all characters of a window.
const fn hashes([first, second, third, fourth]: Window) -> [u32; 3] {
    let two = (first as u32).wrapping_mul(0x9e37_79b1) ^ (second as u32).wrapping_mul(0x85eb_ca77);
    let three = two ^ (third as u32).wrapping_mul(0xc2b2_ae3d);
    let four = three ^ (fourth as u32).wrapping_mul(0x27d4_eb2f);
    [two ^ two >> 15, three ^ three >> 15, four ^ four >> 15]
}

/// The first four characters of every spelling that has them, and the shorter spellings.
struct Beginnings {
    /// A bit for each, by hash.
    bits: [u64; Beginnings::WORDS],
    /// Each with the first of its spellings and the one after the last, by hash, at the first free slot; a power of two of them, and some always free.
    slots: Vec<(Window, [u32; 2])>,
}

impl Beginnings {
    const WORDS: usize = 1 << 13;

    fn new(beginnings: &[(Window, [u32; 2])]) -> Beginnings {
        let size = (beginnings.len() * 2).next_power_of_two();
        let mut begins = Beginnings { bits: [0; Beginnings::WORDS], slots: vec![(['\0'; 4], [0; 2]); size] };
        for (beginning, spellings) in beginnings {
            // Noughts weigh nothing: of a shorter one this is the hash too.
            let [.., hash] = hashes(*beginning);
            if let Some(word) = begins.bits.get_mut(Beginnings::word(hash)) {
                *word |= 1 << (hash & 63);
            }
            let slots = (0..size).map(|step| (hash as usize + step) & (size - 1));
            let free = slots.into_iter().find(|slot| begins.slots.get(*slot).is_some_and(|(_, [_, end])| *end == 0));
            if let Some(slot) = free.and_then(|slot| begins.slots.get_mut(slot)) {
                *slot = (*beginning, *spellings);
            }
        }
        begins
    }

    const fn word(hash: u32) -> usize {
        hash as usize >> 6 & (Beginnings::WORDS - 1)
    }

    /// 1 where the bit of a hash is set.
    fn bit(&self, hash: u32) -> u64 {
        self.bits.get(Beginnings::word(hash)).map_or(0, |word| word >> (hash & 63) & 1)
    }

    /// The spellings of a beginning with a hash, by number.
    fn spellings(&self, hash: u32, beginning: Window) -> Option<Range<usize>> {
        if self.bit(hash) == 0 {
            return None;
        }
        let mut slot = hash as usize;
        loop {
            let (here, spellings) = self.slots.get(slot & (self.slots.len() - 1))?;
            match spellings {
                [_, 0] => return None,
                [first, end] if *here == beginning => return Some(*first as usize..*end as usize),
                _ => slot += 1,
            }
        }
    }

    /// Gives the bytes of a text at which a spelling may begin, in order, with the characters there, Latin letters as
    /// small ones. They are gathered without a branch for
    /// each character: which of them may is nothing that a processor could guess.
    fn each(&self, text: &str, mut give: impl FnMut(usize, Window)) {
        let mut starts = [(0, ['\0'; 4]); 64];
        let mut filled = 0;
        let mut chars = text.chars().chain(['\0'; 3]);
        let mut window = std::array::from_fn(|at| if at == 0 { '\0' } else { chars.next().unwrap_or('\0') });
        let mut at = 0;
        for c in chars {
            let [_, first, second, third] = window;
            window = [first, second, third, c];
            let beginning = if is_latin(first) { window.map(small) } else { window };
            if let Some(slot) = starts.get_mut(filled) {
                *slot = (at, beginning);
            }
            at += first.len_utf8();
            let [two, three, four] = hashes(beginning);
            filled += usize::from(self.bit(two) | self.bit(three) | self.bit(four) != 0);
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
