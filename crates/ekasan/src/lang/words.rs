//! Spellings with what they mean, found at a place of a text: the longest that begins or ends there.

use rustc_hash::FxHashMap;

use super::letter_case::cases;
use super::spellings::number;

/// A set of spellings, each with a meaning.
pub(crate) struct Words<T> {
    entries: Vec<(Box<str>, T)>,
    /// Entries by their first and by their last two characters, longest first.
    first: Buckets,
    last: Buckets,
}

/// Spellings by two characters at one of their ends.
struct Buckets {
    /// A bit for each pair, by hash: most places of a text have none, and need no search.
    bits: [u64; 1 << (Pair::BITS - 6)],
    /// Where those of each pair of characters stand.
    pairs: FxHashMap<Pair, (u32, u32)>,
    spellings: Vec<Candidate>,
    /// Some are a single character.
    alone: bool,
}

/// A spelling, and what tells most texts from it without a look at its letters.
#[derive(Clone, Copy)]
struct Candidate {
    entry: u32,
    length: u32,
    /// Its two bytes farthest from the end that found it.
    far: [u8; 2],
}

impl Buckets {
    /// From spellings, longest first, each with its pair.
    fn new(candidates: impl Iterator<Item = (Pair, Candidate)>) -> Buckets {
        let mut candidates: Vec<(Pair, Candidate)> = candidates.collect();
        candidates.sort_by_key(|(pair, _)| *pair);
        let spellings = Vec::with_capacity(candidates.len());
        let mut buckets = Buckets { bits: [0; 1 << (Pair::BITS - 6)], pairs: FxHashMap::default(), spellings, alone: false };
        for same in candidates.chunk_by(|a, b| a.0 == b.0) {
            let Some((pair, _)) = same.first() else { continue };
            let first = number(buckets.spellings.len());
            buckets.spellings.extend(same.iter().map(|(_, candidate)| *candidate));
            buckets.alone |= pair.is_one();
            buckets.pairs.insert(*pair, (first, number(buckets.spellings.len())));
            if let Some(word) = buckets.bits.get_mut(pair.hash() >> 6) {
                *word |= 1 << (pair.hash() & 63);
            }
        }
        buckets
    }

    /// The spellings with a pair of characters, longest first, then those of the outer one alone.
    fn of(&self, pair: Pair) -> impl Iterator<Item = &Candidate> {
        let alone = if self.alone && !pair.is_one() { self.with(pair.outer()) } else { &[] };
        self.with(pair).iter().chain(alone)
    }

    fn with(&self, pair: Pair) -> &[Candidate] {
        if !self.may_have(pair) {
            return &[];
        }
        let here = self.pairs.get(&pair).and_then(|(first, end)| self.spellings.get(*first as usize..*end as usize));
        here.unwrap_or_default()
    }

    fn may_have(&self, pair: Pair) -> bool {
        self.bits.get(pair.hash() >> 6).is_some_and(|word| word >> (pair.hash() & 63) & 1 != 0)
    }

    /// Whether there may be a spelling with a pair of characters, or with the outer one alone.
    fn may_begin(&self, pair: Pair) -> bool {
        self.may_have(pair) || self.alone && self.may_have(pair.outer())
    }
}

/// Two characters at one end of a spelling, the outer one in the lower half; nought for the second of a spelling of one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Pair(u64);

impl Pair {
    /// The bits of a hash.
    const BITS: u32 = 12;

    const fn new(outer: u32, inner: u32) -> Pair {
        Pair(outer as u64 | (inner as u64) << 32)
    }

    /// The first two of some characters; a line end stands for a blank.
    fn of(mut chars: impl Iterator<Item = char>) -> Option<Pair> {
        let first = chars.next()?;
        Some(Pair::new(first.into(), chars.next().map_or(0, |second| if second == '\n' { ' ' } else { second }.into())))
    }

    /// The first two characters of a text.
    fn first(text: &str) -> Option<Pair> {
        match text.as_bytes() {
            [0xe0, a, b, 0xe0, c, d, ..] => Some(Pair::new(behind_e0(*a, *b), behind_e0(*c, *d))),
            _ => Pair::of(text.chars()),
        }
    }

    /// The last two characters of a text, the last one first.
    fn last(text: &str) -> Option<Pair> {
        match text.as_bytes() {
            [.., 0xe0, c, d, 0xe0, a, b] => Some(Pair::new(behind_e0(*a, *b), behind_e0(*c, *d))),
            _ => Pair::of(text.chars().rev()),
        }
    }

    const fn is_one(self) -> bool {
        self.0 >> 32 == 0
    }

    const fn outer(self) -> Pair {
        Pair(self.0 & 0xffff_ffff)
    }

    const fn hash(self) -> usize {
        (self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - Pair::BITS)) as usize
    }
}

/// The number of the character whose UTF-8 is 0xe0 and two bytes more, as that of every letter of Lao and Thai.
const fn behind_e0(second: u8, third: u8) -> u32 {
    ((second & 0x3f) as u32) << 6 | (third & 0x3f) as u32
}

/// The last two bytes of some.
fn last_two(bytes: &[u8]) -> [u8; 2] {
    bytes.last_chunk().copied().unwrap_or_default()
}

/// The second and third byte of some: the first is the same for most characters of a script.
fn second_two(bytes: &[u8]) -> [u8; 2] {
    bytes.get(1..3).and_then(|two| two.first_chunk().copied()).unwrap_or_default()
}

impl<T> Words<T> {
    /// From rows of language, spelling and meaning. Latin spellings stand for their three usual cases.
    pub(crate) fn new<'t>(rows: impl IntoIterator<Item = (&'t str, T)>) -> Words<T>
    where
        T: Clone,
    {
        let mut entries: Vec<(Box<str>, T)> = Vec::new();
        for (spelling, meaning) in rows {
            for variant in cases(spelling) {
                entries.push((variant.into(), meaning.clone()));
            }
        }
        let mut order: Vec<u32> = (0u32..).take(entries.len()).collect();
        order.sort_by_key(|&index| std::cmp::Reverse(entries.get(index as usize).map_or(0, |(spelling, _)| spelling.len())));
        let by = |pick: fn(&str) -> Option<Pair>, far: fn(&[u8]) -> [u8; 2]| {
            Buckets::new(order.iter().filter_map(|&entry| {
                let spelling = &entries.get(entry as usize)?.0;
                Some((pick(spelling)?, Candidate { entry, length: number(spelling.len()), far: far(spelling.as_bytes()) }))
            }))
        };
        let first = by(Pair::first, last_two);
        let last = by(Pair::last, second_two);
        Words { entries, first, last }
    }

    /// The longest spelling that begins at byte `at`: the byte after it, and its meaning.
    pub(crate) fn at(&self, text: &str, at: usize) -> Option<(usize, &T)> {
        if !self.first.may_begin(Pair::first(text.get(at..)?)?) {
            return None;
        }
        self.all_at(text, at).next()
    }

    /// All spellings that begin at byte `at`, longest first.
    pub(crate) fn all_at<'a, 't>(&'a self, text: &'t str, at: usize) -> impl Iterator<Item = (usize, &'a T)> + use<'a, 't, T> {
        let rest = text.get(at..).unwrap_or_default();
        let bucket = Pair::first(rest).map(|pair| self.first.of(pair));
        bucket.into_iter().flatten().filter_map(move |candidate| {
            let here = rest.as_bytes().get(..candidate.length as usize)?;
            let meaning = self.meaning(candidate, here, last_two(here))?;
            let end = at + here.len();
            is_word_end(text, end).then_some((end, meaning))
        })
    }

    /// The longest spelling that ends at byte `end`: the byte at which it begins, and its meaning.
    pub(crate) fn before(&self, text: &str, end: usize) -> Option<(usize, &T)> {
        if !self.last.may_begin(Pair::last(text.get(..end)?)?) {
            return None;
        }
        self.all_before(text, end).next()
    }

    /// All spellings that end at byte `end`, longest first.
    pub(crate) fn all_before<'a, 't>(&'a self, text: &'t str, end: usize) -> impl Iterator<Item = (usize, &'a T)> + use<'a, 't, T> {
        let head = text.get(..end).unwrap_or_default();
        let bucket = Pair::last(head).map(|pair| self.last.of(pair));
        bucket.into_iter().flatten().filter_map(move |candidate| {
            let start = end.checked_sub(candidate.length as usize)?;
            let here = head.as_bytes().get(start..)?;
            let meaning = self.meaning(candidate, here, second_two(here))?;
            is_word_start(text, start).then_some((start, meaning))
        })
    }

    /// The meaning of a spelling where the text has it: these bytes, as many as its own, two of them those farthest from where it was found.
    fn meaning(&self, candidate: &Candidate, here: &[u8], far: [u8; 2]) -> Option<&T> {
        let like = far.map(|byte| if byte == b'\n' { b' ' } else { byte }) == candidate.far;
        let (spelling, meaning) = self.entries.get(candidate.entry as usize).filter(|_| like)?;
        is_spelled(here, spelling.as_bytes()).then_some(meaning)
    }

    /// Every spelling with its meaning.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.entries.iter().map(|(spelling, meaning)| (&**spelling, meaning))
    }
}

/// Letters that are written with blanks between words.
pub(crate) fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Whether bytes of a text are those of a spelling of the same length; a line may end where the spelling has a blank.
fn is_spelled(here: &[u8], spelling: &[u8]) -> bool {
    here == spelling || here.contains(&b'\n') && here.iter().zip(spelling).all(|(a, b)| a == b || (*a == b'\n' && *b == b' '))
}

/// Whether a word may end at `end`: not inside a Latin word, nor between a Lao or Thai letter and what belongs to its syllable.
pub(crate) fn is_word_end(text: &str, end: usize) -> bool {
    let next = text.get(end..).and_then(|rest| rest.chars().next());
    let last = text.get(..end).and_then(|head| head.chars().next_back());
    match (last, next) {
        (_, None) => true,
        (Some(last), Some(next)) if is_latin(last) => !is_latin(next),
        (_, Some(next)) => !continues_syllable(next),
    }
}

/// Whether a word may start at `start`.
pub(crate) fn is_word_start(text: &str, start: usize) -> bool {
    let next = text.get(start..).and_then(|rest| rest.chars().next());
    let last = text.get(..start).and_then(|head| head.chars().next_back());
    match (last, next) {
        (None, _) | (_, None) => true,
        (Some(last), Some(next)) if is_latin(next) => !is_latin(last),
        // A vowel written before its consonant needs what follows it.
        (Some(last), _) => !matches!(last, 'ເ'..='ໄ' | 'เ'..='ไ'),
    }
}

/// Marks and vowels that belong to the consonant before them.
fn continues_syllable(c: char) -> bool {
    matches!(c, 'ະ'..='ຼ' | '່'..='໎' | 'ะ'..='ฺ' | '็'..='๎')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_first_and_whole_syllables() {
        let words = Words::new([("ປີ", 1), ("ປີໃໝ່", 2), ("năm", 3), ("ที", 4)]);
        assert_eq!(words.at("ປີໃໝ່", 0).map(|(_, m)| *m), Some(2));
        assert_eq!(words.before("ໃນປີ", 12).map(|(_, m)| *m), Some(1));
        assert_eq!(words.at("Năm 2024", 0).map(|(_, m)| *m), Some(3));
        assert!(words.at("nămx", 0).is_none());
        assert!(words.at("ที่", 0).is_none());
    }
}
