//! Vietnamese names back from Lao and Thai letters: a model of how their syllables are written, not a list of names.

mod decode;
mod place;
mod syllable;
mod variants;
mod writing;

use std::str::FromStr;

use crate::error::{Error, ErrorKind};
use crate::family::place::Level;
use crate::lang::Language;
use crate::text::normalize::canonical;

pub(crate) use place::PlaceReading;

/// A Vietnamese spelling that the letters allow.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Candidate {
    /// The name with its marks.
    pub name: String,
    /// 0 for a spelling without any doubt; each point less halves the likelihood. Comparable within one call.
    pub score: f32,
}

/// What kind of name is read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NameKind {
    /// A person's: family name, middle names, given name. Syllables by how common they are in names, from no list of people.
    Person,
    /// A place's: only names of the gazetteer, whose spellings come first, and of communes.
    Place,
}

impl FromStr for NameKind {
    type Err = Error;

    fn from_str(name: &str) -> Result<NameKind, Error> {
        match name {
            "person" => Ok(NameKind::Person),
            "place" => Ok(NameKind::Place),
            _ => Err(Error::new(ErrorKind::UnknownNameKind, format!("saw {name:?}, wanted \"person\" or \"place\""))),
        }
    }
}

/// The Vietnamese spellings of a name written in Lao or Thai, best first; none where the letters are no Vietnamese name.
///
/// **Not handled:** names of one syllable as persons, and syllables that neither common names nor the gazetteer have.
///
/// # Examples
/// ```
/// use ekasan::{Language, NameKind, to_vietnamese};
/// let names = to_vietnamese("ຫງວຽນວັນຮຸ່ງ", Language::Lao, NameKind::Person, 5);
/// assert_eq!(names[0].name, "Nguyễn Văn Hùng");
/// assert_eq!(to_vietnamese("ฮานาม", Language::Thai, NameKind::Place, 1)[0].name, "Hà Nam");
/// ```
#[must_use]
pub fn to_vietnamese(surface: &str, language: Language, kind: NameKind, limit: usize) -> Vec<Candidate> {
    let text = canonical(surface.to_owned());
    let Some(writing) = writing::of(language) else { return Vec::new() };
    match kind {
        NameKind::Person => decode::person(writing, &decode::Written::new(text.normalized()), limit),
        NameKind::Place => place::place(writing, text.normalized(), limit),
    }
}

/// How a Vietnamese name may be written in Lao or Thai letters, the likeliest first: for a place the spellings that the gazetteer knows, then
/// those that the tables of onsets, rhymes and tones allow. None for another language, and for a name that is not written with its Vietnamese marks.
///
/// **Not handled:** what machine translation makes of a name by its meaning.
///
/// # Examples
/// ```
/// use ekasan::{Language, variants};
/// assert!(variants("Nguyễn Văn Hùng", Language::Lao, 20).contains(&"ຫງວຽນວັນຮຸ່ງ".to_owned()));
/// assert!(variants("Đà Nẵng", Language::Thai, 20).contains(&"ดานัง".to_owned()));
/// ```
#[must_use]
pub fn variants(name: &str, language: Language, limit: usize) -> Vec<String> {
    variants::variants(canonical(name.to_owned()).normalized(), language, limit)
}

/// The place of the gazetteer that begins a text in Lao or Thai, read by its letters: the longest, if it is sure enough.
///
/// Of the level that a word before it says the letters may be less usual.
pub(crate) fn place_at(text: &str, language: Language, level: Option<Level>) -> Option<PlaceReading> {
    place::place_prefix(writing::of(language)?, &decode::Written::new(text), level)
}

/// The likeliest name of a person that a normalized text is: its score, and how many syllables it has.
pub(crate) fn person_score(text: &str, language: Language) -> Option<(f32, usize)> {
    let best = decode::person(writing::of(language)?, &decode::Written::new(text), 1).pop()?;
    Some((best.score, best.name.split(' ').count()))
}

/// The commune that begins a text, likewise; the entries are communes.
pub(crate) fn commune_at(text: &str, language: Language) -> Option<PlaceReading> {
    place::commune_prefix(writing::of(language)?, &decode::Written::new(text))
}
