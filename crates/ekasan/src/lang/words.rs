//! Spellings with what they mean, found at a place of a text: the longest that begins or ends there.

use rustc_hash::FxHashMap;

use super::letter_case::cases;

/// A set of spellings, each with a meaning.
pub(crate) struct Words<T> {
    entries: Vec<(Box<str>, T)>,
    /// Entries by their first and by their last two characters, longest first.
    first: Buckets,
    last: Buckets,
}

/// Lists of entries by a character, each with the character beside it: a table for the scripts of the three languages, a map for the rest.
#[derive(Default)]
struct Buckets {
    lists: Vec<List>,
    /// The number of the list of each character below [`TABLE`], counted from 1; 0 for none.
    table: Vec<u16>,
    rest: FxHashMap<char, u16>,
}

/// The entries of a character.
#[derive(Default)]
struct List {
    /// A bit for each character beside it, by its last six: most that are none of them are told from it.
    beside: u64,
    /// By the character beside it, those of one in the order in which they came; the character alone first.
    entries: Vec<(char, u32)>,
}

impl List {
    /// The entries with a character beside.
    fn with(&self, beside: char) -> &[(char, u32)] {
        let (start, end) = (self.entries.partition_point(|(c, _)| *c < beside), self.entries.partition_point(|(c, _)| *c <= beside));
        self.entries.get(start..end).unwrap_or_default()
    }
}

/// Latin letters with the marks of Vietnamese, Lao, Thai, dashes and quotes all lie below.
const TABLE: usize = 0x2040;

impl Buckets {
    fn new(entries: impl Iterator<Item = ((char, char), u32)>) -> Buckets {
        let mut buckets = Buckets { table: vec![0; TABLE], ..Buckets::default() };
        for ((c, beside), entry) in entries {
            let next = u16::try_from(buckets.lists.len() + 1).unwrap_or(u16::MAX);
            let slot = match buckets.table.get_mut(c as usize) {
                Some(slot) => slot,
                None => buckets.rest.entry(c).or_default(),
            };
            if *slot == 0 {
                *slot = next;
                buckets.lists.push(List::default());
            }
            if let Some(list) = buckets.lists.get_mut(usize::from(*slot) - 1) {
                list.beside |= if beside == NONE { u64::MAX } else { bit(beside) };
                list.entries.push((beside, entry));
            }
        }
        buckets.lists.iter_mut().for_each(|list| list.entries.sort_by_key(|(beside, _)| *beside));
        buckets
    }

    /// The entries of a character and the one beside it, and of the character alone.
    fn of(&self, (c, beside): (char, char)) -> impl Iterator<Item = u32> + use<'_> {
        let number = match self.table.get(c as usize) {
            Some(number) => *number,
            None => self.rest.get(&c).copied().unwrap_or_default(),
        };
        let list = usize::from(number).checked_sub(1).and_then(|list| self.lists.get(list)).filter(|list| list.beside & bit(beside) != 0);
        let alone = list.filter(|_| beside != NONE).map_or(&[][..], |list| list.with(NONE));
        list.map_or(&[][..], |list| list.with(beside)).iter().chain(alone).map(|(_, entry)| *entry)
    }
}

/// The bit of a character by its last six.
const fn bit(c: char) -> u64 {
    1 << (c as u32 & 63)
}

/// Stands for the missing second character of a spelling of one.
const NONE: char = '\0';

/// The first two of some characters; a line end stands for a blank.
fn two(mut chars: impl Iterator<Item = char>) -> Option<(char, char)> {
    let first = chars.next()?;
    Some((first, chars.next().map_or(NONE, |second| if second == '\n' { ' ' } else { second })))
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
        let by = |pick: fn(&str) -> Option<(char, char)>| {
            Buckets::new(order.iter().filter_map(|&index| Some((pick(&entries.get(index as usize)?.0)?, index))))
        };
        let (first, last) = (by(|spelling| two(spelling.chars())), by(|spelling| two(spelling.chars().rev())));
        Words { entries, first, last }
    }

    /// The longest spelling that begins at byte `at`: the byte after it, and its meaning.
    pub(crate) fn at(&self, text: &str, at: usize) -> Option<(usize, &T)> {
        self.all_at(text, at).next()
    }

    /// All spellings that begin at byte `at`, longest first.
    pub(crate) fn all_at<'a, 't>(&'a self, text: &'t str, at: usize) -> impl Iterator<Item = (usize, &'a T)> + use<'a, 't, T> {
        let rest = text.get(at..).unwrap_or_default();
        let bucket = two(rest.chars()).map(|pair| self.first.of(pair));
        bucket.into_iter().flatten().filter_map(move |index| {
            let (spelling, meaning) = self.entries.get(index as usize)?;
            let end = at + spelling.len();
            (begins(rest, spelling) && is_word_end(text, end)).then_some((end, meaning))
        })
    }

    /// The longest spelling that ends at byte `end`: the byte at which it begins, and its meaning.
    pub(crate) fn before(&self, text: &str, end: usize) -> Option<(usize, &T)> {
        self.all_before(text, end).next()
    }

    /// All spellings that end at byte `end`, longest first.
    pub(crate) fn all_before<'a, 't>(&'a self, text: &'t str, end: usize) -> impl Iterator<Item = (usize, &'a T)> + use<'a, 't, T> {
        let head = text.get(..end).unwrap_or_default();
        let bucket = two(head.chars().rev()).map(|pair| self.last.of(pair));
        bucket.into_iter().flatten().filter_map(move |index| {
            let (spelling, meaning) = self.entries.get(index as usize)?;
            let start = end.checked_sub(spelling.len())?;
            (text.get(start..end).is_some_and(|tail| begins(tail, spelling)) && is_word_start(text, start)).then_some((start, meaning))
        })
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

/// Whether a text begins with a spelling; a line may end where the spelling has a blank.
fn begins(text: &str, spelling: &str) -> bool {
    let same = |(a, b): (&u8, &u8)| a == b || (*a == b'\n' && *b == b' ');
    let (text, spelling) = (text.as_bytes().get(..spelling.len()), spelling.as_bytes());
    // Those that begin alike mostly differ at the end.
    text.is_some_and(|text| text.last().zip(spelling.last()).is_none_or(same) && text.iter().zip(spelling).all(same))
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
