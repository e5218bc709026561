//! The words that are looked for everywhere in a text, compiled once.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::calendar::{CALENDAR, Calendar};
use super::letter_case::{cases, prints, small, small_letters, variants};
use super::level::{LEVELS, SHORT_LEVELS};
use super::number::ORDINAL_NOUNS;
use super::spellings::{Spellings, number};
use super::words::{is_latin, is_word_start};
use super::{act, body, gazetteer, people};
use crate::family::place::Level;
use crate::span::Span;

/// What a word found in a text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A month by name.
    Month(u8),
    /// Index into the gazetteer.
    Place(usize),
    /// Index into the table of bodies.
    Body(usize),
    /// Index into the table of bodies, and the bytes at the end of the word that name it: the body inside an office.
    BodyInside(usize, usize),
    /// The bytes at the end of the word with which names of bodies begin: the head of a body inside an office.
    BodyHead(usize),
    /// A word that says the level of the place after it.
    Level,
    /// A personal title, and whether a name follows whatever its syllables.
    Title(bool),
    /// An office, by code.
    Office(&'static str),
    /// A family name, in Vietnamese, and whether it is one without a title before it.
    FamilyName(&'static str, bool),
    /// A word for an act, a code or a constitution: the usual one.
    Act(&'static str),
    /// A word that hides one of the others.
    Trap,
}

impl Meaning {
    /// The place that it may be.
    pub(crate) fn place(&self) -> Option<&'static gazetteer::Entry> {
        if let Meaning::Place(index) = self { gazetteer::GAZETTEER.entries.get(*index) } else { None }
    }
}

/// A word found in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub(crate) span: Span,
    word: u32,
}

impl Hit {
    /// All that it may mean.
    pub(crate) fn meanings(self) -> &'static [Meaning] {
        LEXICON.meanings(self.word)
    }

    /// The same over a part of its span.
    pub(crate) const fn narrowed(self, span: Span) -> Hit {
        Hit { span, word: self.word }
    }

    /// Its first meaning of a kind.
    pub(crate) fn find<T>(self, pick: impl Fn(&'static Meaning) -> Option<T>) -> Option<T> {
        self.meanings().iter().find_map(pick)
    }
}

struct Lexicon {
    /// Each is a word by its own number.
    spellings: Spellings,
    /// For spellings that begin with a Latin letter, the letters in which they stand for a word.
    printed: FxHashMap<u32, Printed>,
    /// Of all words, one after the other.
    meanings: Vec<Meaning>,
    /// For each word the end of its meanings.
    ends: Vec<u32>,
}

/// What stands for words that are one in small letters.
enum Printed {
    /// These spellings in the cases in which they are printed, all of one meaning.
    As(Vec<Box<str>>),
    /// Each of these letters for a word of its own, by number: ban and Ban.
    Apart(FxHashMap<Box<str>, u32>),
}

impl Lexicon {
    fn new(words: &[Word]) -> Lexicon {
        let mut spellings = Vec::with_capacity(words.len());
        let mut lexicon =
            Lexicon { spellings: Spellings::new(Vec::new()), printed: FxHashMap::default(), meanings: Vec::new(), ends: Vec::new() };
        let mut apart = Vec::new();
        for same in words.chunk_by(|a, b| a.small == b.small) {
            let Some(Word { small, .. }) = same.first() else { continue };
            let number = number(spellings.len());
            spellings.push(small.clone());
            if !small.starts_with(is_latin) {
                lexicon.add(same.iter().map(|word| word.meaning));
                continue;
            }
            let spelled = by_spelling(same);
            let (_, first) = spelled.first().cloned().unwrap_or_default();
            if spelled.iter().all(|(_, meanings)| *meanings == first) {
                lexicon.add(first.into_iter());
                lexicon.printed.insert(number, Printed::As(spelled.into_iter().map(|(spelling, _)| spelling.into()).collect()));
            } else {
                lexicon.add(std::iter::empty());
                apart.push((number, same));
            }
        }
        for (number, same) in apart {
            let printed = by_form(same).into_iter().map(|(form, meanings)| (form.into_boxed_str(), lexicon.add(meanings.into_iter())));
            let printed = Printed::Apart(printed.collect());
            lexicon.printed.insert(number, printed);
        }
        lexicon.spellings = Spellings::new(spellings);
        lexicon
    }

    /// A new word with its meanings, each once: its number.
    fn add(&mut self, meanings: impl Iterator<Item = Meaning>) -> u32 {
        let start = self.meanings.len();
        for meaning in meanings {
            if self.meanings.get(start..).is_none_or(|known| !known.contains(&meaning)) {
                self.meanings.push(meaning);
            }
        }
        self.ends.push(number(self.meanings.len()));
        number(self.ends.len() - 1)
    }

    /// The word for which letters stand, of those with a spelling by number.
    fn word(&self, spelling: u32, letters: &str) -> Option<u32> {
        if !letters.starts_with(is_latin) {
            return Some(spelling);
        }
        match self.printed.get(&spelling)? {
            Printed::As(spellings) => spellings.iter().any(|spelling| prints(spelling, letters)).then_some(spelling),
            Printed::Apart(words) => words.get(letters).copied(),
        }
    }

    fn meanings(&self, word: u32) -> &[Meaning] {
        let end = |word: usize| self.ends.get(word).map_or(0, |end| *end as usize);
        let start = (word as usize).checked_sub(1).map_or(0, end);
        self.meanings.get(start..end(word as usize)).unwrap_or_default()
    }
}

/// The spellings of words, each with its meanings.
fn by_spelling(words: &[Word]) -> Vec<(&str, Vec<Meaning>)> {
    let mut spelled: Vec<(&str, Vec<Meaning>)> = Vec::with_capacity(words.len());
    for word in words {
        add_to(&mut spelled, word.spelling(), word.meaning);
    }
    spelled
}

/// The letters in which words are printed, each with its meanings.
fn by_form(words: &[Word]) -> Vec<(String, Vec<Meaning>)> {
    let mut forms = Vec::new();
    for word in words {
        for form in cases(word.spelling()) {
            add_to(&mut forms, form, word.meaning);
        }
    }
    forms
}

/// Gives letters a meaning that they have not.
fn add_to<S: PartialEq>(meant: &mut Vec<(S, Vec<Meaning>)>, letters: S, meaning: Meaning) {
    match meant.iter_mut().find(|(other, _)| *other == letters) {
        Some((_, meanings)) if meanings.contains(&meaning) => {}
        Some((_, meanings)) => meanings.push(meaning),
        None => meant.push((letters, vec![meaning])),
    }
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut words = words();
    // Words of one spelling stay in the order in which they came.
    words.sort_by(|a, b| a.small.cmp(&b.small));
    words.extend(hidden(&words));
    words.sort_by(|a, b| a.small.cmp(&b.small));
    Lexicon::new(&words)
});

/// A spelling with a meaning.
struct Word {
    /// In small letters if it begins with a Latin one; other words are printed in one case.
    small: Box<str>,
    /// As it is, where that is not the same.
    as_it_is: Option<Box<str>>,
    meaning: Meaning,
}

impl Word {
    fn new(spelling: String, meaning: Meaning) -> Word {
        let large = spelling.starts_with(is_latin) && spelling.chars().any(|c| small(c) != c);
        let (small, as_it_is) = if large { (small_letters(&spelling), Some(spelling.into_boxed_str())) } else { (spelling, None) };
        Word { small: small.into_boxed_str(), as_it_is, meaning }
    }

    fn spelling(&self) -> &str {
        self.as_it_is.as_deref().unwrap_or(&self.small)
    }
}

/// Every spelling with a meaning.
fn words() -> Vec<Word> {
    let mut words = Vec::with_capacity(1 << 15);
    let mut add = |spelling: &str, meaning: Meaning| {
        if !spelling.is_empty() {
            words.extend(variants(spelling).map(|spelling| Word::new(spelling, meaning)));
        }
    };
    for (spelling, word) in CALENDAR.iter() {
        if let Calendar::Month(month, _) = word {
            add(spelling, Meaning::Month(*month));
        }
    }
    for (spelling, index) in gazetteer::spellings() {
        add(spelling, Meaning::Place(index));
        // ເມືອງຄຳ, ເມືອງ ຄຳ
        if !spelling.starts_with(is_latin)
            && let Some((end, _)) = LEVELS.at(spelling, 0)
            && let (Some(level), Some(name)) =
                (spelling.get(..end), spelling.get(end..).filter(|name| !name.is_empty() && !name.starts_with(' ')))
        {
            add(&format!("{level} {name}"), Meaning::Place(index));
        }
    }
    for (index, body) in body::BODIES.iter().enumerate() {
        add(body.spelling, Meaning::Body(index));
        for form in body::forms(body.spelling) {
            add(&form, Meaning::Body(index));
        }
    }
    for (spelling, level) in LEVELS.iter() {
        // P. may end a person's name too: it is looked for before a capital only.
        if SHORT_LEVELS.at(spelling, 0).is_some_and(|(end, _)| end == spelling.len()) {
            continue;
        }
        // tỉnh and thành phố stand before many words; units below them are told by theirs alone.
        if !spelling.chars().next().is_some_and(is_latin) || *level != Level::Province {
            add(spelling, Meaning::Level);
        }
    }
    for (title, sure) in people::titles() {
        add(title, Meaning::Title(sure));
    }
    for (spelling, code) in people::offices() {
        add(spelling, Meaning::Office(code));
    }
    for family in people::family_names() {
        add(family.spelling, Meaning::FamilyName(family.name, family.sure));
    }
    for (spelling, act) in act::acts() {
        add(spelling, Meaning::Act(act));
    }
    for spelling in gazetteer::traps().chain(body::traps()) {
        add(spelling, Meaning::Trap);
    }
    words
}

/// The bodies inside other words, of words in order.
fn hidden(words: &[Word]) -> Vec<Word> {
    let bodies: Vec<(&str, usize)> =
        words.iter().filter_map(|word| if let Meaning::Body(body) = word.meaning { Some((&*word.small, body)) } else { None }).collect();
    // A letter or two at the end of a word in Thai begin no longer one.
    let begin = |word: &str| if word.starts_with(is_latin) { 3 } else { 9 };
    let begins: FxHashSet<&[u8]> = bodies.iter().filter_map(|(word, _)| word.as_bytes().get(..begin(word))).collect();
    let mut hidden = Vec::new();
    for same in words.chunk_by(|a, b| a.small == b.small) {
        let Some(Word { small: word, meaning: first, .. }) = same.first() else { continue };
        let is_office = matches!(first, Meaning::Office(_));
        // A meeting of all of a body: ກອງປະຊຸມຄົບ|ຄະນະ….
        let is_meeting = || *first == Meaning::Trap && ORDINAL_NOUNS.at(word, 0).is_some_and(|(end, _)| end == word.len());
        if !is_office && !is_meeting() {
            continue;
        }
        // What no body begins with is told by its first letters.
        let may_begin = |tail: &str| tail.as_bytes().get(..begin(tail)).is_none_or(|letters| begins.contains(letters));
        let starts = word.char_indices().skip(1).filter(|(at, _)| is_word_start(word, *at));
        let tails: Vec<&str> = starts.filter_map(|(at, _)| word.get(at..)).filter(|tail| may_begin(tail)).collect();
        // An office hides the body that its name ends with: the longest that is one.
        let inside = || {
            tails.iter().find_map(|tail| {
                let (_, body) = bodies.get(bodies.partition_point(|(body, _)| body < tail)).filter(|(body, _)| body == tail)?;
                // Of a standing deputy "standing" belongs to the office, not to the body.
                let standing = body::BODIES.get(*body).is_some_and(body::Body::is_standing);
                (!standing).then_some(Meaning::BodyInside(*body, tail.len()))
            })
        };
        // It may hide the head of a longer one too: Phó Trưởng Ban | Nội chính.
        let head = || {
            tails.iter().filter(|tail| tail.len() >= begin(tail)).find_map(|tail| {
                let (longer, _) = bodies.get(bodies.partition_point(|(body, _)| body <= tail))?;
                longer.starts_with(tail).then_some(Meaning::BodyHead(tail.len()))
            })
        };
        let inside = if is_office { inside() } else { None };
        let meanings: Vec<Meaning> = inside.into_iter().chain(head()).collect();
        let spellings = same.iter().filter(|word| word.meaning == *first);
        hidden.extend(spellings.flat_map(|word| meanings.iter().map(|meaning| Word::new(word.spelling().to_owned(), *meaning))));
    }
    hidden
}

/// The words in one stretch of a text, leftmost and longest, none overlapping another. Spans are those of `text`.
pub(crate) fn scan(text: &str, stretch: Span, hits: &mut Vec<Hit>) {
    let lexicon = &*LEXICON;
    let word = |spelling: u32, letters: &str| lexicon.word(spelling, letters);
    lexicon.spellings.scan(text, stretch, word, |span, word| hits.push(Hit { span, word }));
}

/// The longest word of Lao or Thai that begins at a byte.
pub(crate) fn native_at(text: &str, at: usize) -> Option<Hit> {
    let (length, word) = LEXICON.spellings.at(text.get(at..).filter(|rest| !rest.starts_with(is_latin))?)?;
    Some(Hit { span: Span::new(at, at + length), word })
}

/// Whether a line names an office.
pub(crate) fn tells_office(line: &str) -> bool {
    let mut hits = Vec::new();
    scan(line, Span::new(0, line.len()), &mut hits);
    hits.iter().any(|hit| hit.meanings().iter().any(|m| matches!(m, Meaning::Office(_))))
}

/// Whether a line names a place or a body.
pub(crate) fn names_place_or_body(line: &str) -> bool {
    let mut hits = Vec::new();
    scan(line, Span::new(0, line.len()), &mut hits);
    hits.iter().any(|hit| hit.meanings().iter().any(|m| matches!(m, Meaning::Place(_) | Meaning::Body(_))))
}

/// Whether a line begins with a personal title before more, and names no office and no body.
pub(crate) fn begins_with_title(line: &str) -> bool {
    let mut hits = Vec::new();
    scan(line, Span::new(0, line.len()), &mut hits);
    let is = |hit: &Hit, pick: fn(&Meaning) -> bool| hit.meanings().iter().any(pick);
    hits.first().is_some_and(|hit| hit.span.start == 0 && hit.span.end < line.len() && is(hit, |m| matches!(m, Meaning::Title(true))))
        && !hits.iter().any(|hit| is(hit, |m| matches!(m, Meaning::Office(_) | Meaning::Body(_))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_wins() {
        let text = "ສະພາບການ ສະພາປະຊາຊົນ ແຂວງ ກວາງນິງ";
        let mut hits = Vec::new();
        scan(text, Span::new(0, text.len()), &mut hits);
        let seen: Vec<_> = hits.iter().map(|hit| hit.span.of(text)).collect();
        assert!(seen.contains(&"ສະພາບການ"), "{seen:?}");
        assert!(seen.contains(&"ກວາງນິງ"), "{seen:?}");
    }
}
