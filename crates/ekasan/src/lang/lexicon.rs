//! The words that are looked for everywhere in a text, compiled once.

use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::calendar::{CALENDAR, Calendar};
use super::level::LEVELS;
use super::number::ORDINAL_NOUNS;
use super::spellings::Spellings;
use super::words::{cases, is_latin, is_word_start};
use super::{body, gazetteer, people};
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
    /// A word that hides one of the others.
    Trap,
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
        LEXICON.meanings.get(self.word as usize).map_or(&[], Vec::as_slice)
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
    spellings: Spellings,
    meanings: Vec<Vec<Meaning>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut words: FxHashMap<String, Vec<Meaning>> = FxHashMap::with_capacity_and_hasher(1 << 15, FxBuildHasher);
    let mut add = |spelling: &str, meaning: Meaning| {
        if spelling.is_empty() {
            return;
        }
        for form in cases(spelling) {
            let meanings = words.entry(form).or_default();
            if !meanings.contains(&meaning) {
                meanings.push(meaning);
            }
        }
    };
    for (spelling, word) in CALENDAR.iter() {
        if let Calendar::Month(month, _) = word {
            add(spelling, Meaning::Month(*month));
        }
    }
    for (spelling, index) in gazetteer::spellings() {
        add(spelling, Meaning::Place(index));
    }
    for (index, body) in body::BODIES.iter().enumerate() {
        add(body.spelling, Meaning::Body(index));
        for form in body::forms(body.spelling) {
            add(&form, Meaning::Body(index));
        }
    }
    for (spelling, level) in LEVELS.iter() {
        // tỉnh and thành phố stand before many words; units below them are told by theirs alone.
        if !spelling.chars().next().is_some_and(is_latin) || matches!(level, Level::District | Level::Commune) {
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
    for spelling in gazetteer::traps().chain(body::traps()) {
        add(spelling, Meaning::Trap);
    }
    // An office hides the body that its name ends with: the longest that is one.
    let inside: Vec<(String, Meaning)> = words
        .iter()
        .filter(|(_, meanings)| matches!(meanings.as_slice(), [Meaning::Office(_), ..]))
        .filter_map(|(office, _)| {
            office.char_indices().skip(1).filter(|(at, _)| is_word_start(office, *at)).find_map(|(at, _)| {
                let body =
                    words.get(office.get(at..)?)?.iter().find_map(|m| if let Meaning::Body(index) = m { Some(*index) } else { None })?;
                // Of a standing deputy "standing" belongs to the office, not to the body.
                let standing = body::BODIES.get(body).is_some_and(|body| body.kind == "standing_board");
                (!standing).then(|| (office.clone(), Meaning::BodyInside(body, office.len() - at)))
            })
        })
        .collect();
    for (office, body) in inside {
        words.entry(office).or_default().push(body);
    }
    // It may hide the head of a longer one too: Phó Trưởng Ban | Nội chính.
    let mut bodies: Vec<&str> = words
        .iter()
        .filter(|(_, meanings)| meanings.iter().any(|m| matches!(m, Meaning::Body(_))))
        .map(|(word, _)| word.as_str())
        .collect();
    bodies.sort_unstable();
    let heads: Vec<(String, Meaning)> = words
        .iter()
        .filter(|(word, meanings)| match meanings.as_slice() {
            [Meaning::Office(_), ..] => true,
            // A meeting of all of a body: ກອງປະຊຸມຄົບ|ຄະນະ….
            [Meaning::Trap, ..] => ORDINAL_NOUNS.at(word, 0).is_some_and(|(end, _)| end == word.len()),
            _ => false,
        })
        .filter_map(|(office, _)| {
            office.char_indices().skip(1).filter(|(at, _)| is_word_start(office, *at)).find_map(|(at, _)| {
                // A letter or two at the end of a word in Thai begin nothing.
                let tail = office.get(at..).filter(|tail| tail.len() >= if tail.starts_with(is_latin) { 3 } else { 9 })?;
                let longer = bodies.get(bodies.partition_point(|body| *body <= tail))?;
                longer.starts_with(tail).then(|| (office.clone(), Meaning::BodyHead(office.len() - at)))
            })
        })
        .collect();
    for (office, head) in heads {
        words.entry(office).or_default().push(head);
    }
    let mut sorted: Vec<(String, Vec<Meaning>)> = words.into_iter().collect();
    sorted.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    let (spellings, meanings): (Vec<Box<str>>, Vec<Vec<Meaning>>) =
        sorted.into_iter().map(|(word, meanings)| (word.into_boxed_str(), meanings)).unzip();
    Lexicon { spellings: Spellings::new(spellings), meanings }
});

/// The words in one stretch of a text, leftmost and longest, none overlapping another. Spans are those of `text`.
pub(crate) fn scan(text: &str, stretch: Span, hits: &mut Vec<Hit>) {
    LEXICON.spellings.scan(text, stretch, |span, word| hits.push(Hit { span, word }));
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
