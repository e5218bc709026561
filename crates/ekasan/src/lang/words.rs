//! Spellings with what they mean, found at a place of a text: the longest that begins or ends there.

use std::collections::HashMap;

/// A set of spellings, each with a meaning.
pub(crate) struct Words<T> {
    entries: Vec<(Box<str>, T)>,
    /// Entries by first and by last character, longest first.
    first: HashMap<char, Vec<u32>>,
    last: HashMap<char, Vec<u32>>,
}

impl<T> Words<T> {
    /// From rows of language, spelling and meaning. Latin spellings stand for their three usual cases.
    pub(crate) fn new<'t>(rows: impl IntoIterator<Item = (&'t str, T)>) -> Words<T>
    where
        T: Clone,
    {
        let mut words = Words { entries: Vec::new(), first: HashMap::new(), last: HashMap::new() };
        for (spelling, meaning) in rows {
            for variant in cases(spelling) {
                words.entries.push((variant.into(), meaning.clone()));
            }
        }
        for (index, (spelling, _)) in words.entries.iter().enumerate() {
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            if let (Some(first), Some(last)) = (spelling.chars().next(), spelling.chars().next_back()) {
                words.first.entry(first).or_default().push(index);
                words.last.entry(last).or_default().push(index);
            }
        }
        for bucket in words.first.values_mut().chain(words.last.values_mut()) {
            bucket.sort_by_key(|&index| std::cmp::Reverse(words.entries.get(index as usize).map_or(0, |(spelling, _)| spelling.len())));
        }
        words
    }

    /// The longest spelling that begins at byte `at`: the byte after it, and its meaning.
    pub(crate) fn at(&self, text: &str, at: usize) -> Option<(usize, &T)> {
        self.all_at(text, at).next()
    }

    /// All spellings that begin at byte `at`, longest first.
    pub(crate) fn all_at<'a, 't>(&'a self, text: &'t str, at: usize) -> impl Iterator<Item = (usize, &'a T)> + use<'a, 't, T> {
        let rest = text.get(at..).unwrap_or_default();
        let bucket = rest.chars().next().and_then(|first| self.first.get(&first));
        bucket.into_iter().flatten().filter_map(move |&index| {
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
        let bucket = head.chars().next_back().and_then(|last| self.last.get(&last));
        bucket.into_iter().flatten().filter_map(move |&index| {
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

/// A spelling in the cases in which it is printed: as it is; for Latin letters also with a small first word, with a capital, with one at every
/// word, with one at every word but the first, and in capitals.
pub(crate) fn cases(spelling: &str) -> Vec<String> {
    let mut forms = vec![spelling.to_owned()];
    if spelling.chars().next().is_some_and(is_latin) {
        let words: Vec<&str> = spelling.split(' ').collect();
        let rest = words.get(1..).unwrap_or_default();
        let first = words.first().copied().unwrap_or_default();
        let all = |words: &[&str]| words.iter().map(|word| capital(word)).collect::<Vec<_>>();
        let mut second = vec![first.to_owned()];
        second.extend(all(rest.get(..1).unwrap_or_default()));
        second.extend(rest.iter().skip(1).map(|word| (*word).to_owned()));
        let mut later = vec![first.to_owned()];
        later.extend(all(rest));
        let lower = spelling.replacen(first, &first.to_lowercase(), 1);
        // Ban Chấp hành is printed Ban chấp hành too.
        let mut small = vec![first.to_owned()];
        small.extend(rest.get(..1).unwrap_or_default().iter().map(|word| word.to_lowercase()));
        small.extend(rest.iter().skip(1).map(|word| (*word).to_owned()));
        for form in
            [lower, small.join(" "), capital(spelling), all(&words).join(" "), later.join(" "), second.join(" "), spelling.to_uppercase()]
        {
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

/// A word with its first letter as a capital.
fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// Letters that are written with blanks between words.
pub(crate) fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Whether a text begins with a spelling; a line may end where the spelling has a blank.
fn begins(text: &str, spelling: &str) -> bool {
    let same = |(a, b): (u8, u8)| a == b || (a == b'\n' && b == b' ');
    text.len() >= spelling.len() && text.bytes().zip(spelling.bytes()).all(same)
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
