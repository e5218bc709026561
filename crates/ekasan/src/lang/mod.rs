//! The words of the three languages, read once from the tables in `data/`.

pub(crate) mod act;
pub(crate) mod body;
pub(crate) mod by_sound;
pub(crate) mod calendar;
pub(crate) mod cited;
pub(crate) mod furniture;
pub(crate) mod gazetteer;
pub(crate) mod language_words;
pub(crate) mod letter_case;
pub(crate) mod level;
pub(crate) mod lexicon;
pub(crate) mod number;
pub(crate) mod office;
pub(crate) mod people;
pub(crate) mod publisher;
pub(crate) mod quoted;
pub(crate) mod sentence_cues;
pub(crate) mod spellings;
pub(crate) mod table;
pub(crate) mod words;

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind};

/// The version of the tables, by date; it changes whenever a row does.
pub const DATA_VERSION: &str = "2026.11.28";

/// The language of a page, as a BCP 47 tag.
///
/// # Examples
/// ```
/// use ekasan::Language;
/// assert_eq!("lo".parse(), Ok(Language::Lao));
/// assert_eq!(Language::Other.tag(), "und");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Language {
    /// Lao.
    #[serde(rename = "lo")]
    Lao,
    /// Thai.
    #[serde(rename = "th")]
    Thai,
    /// Vietnamese.
    #[serde(rename = "vi")]
    Vietnamese,
    /// English: Latin letters without those of Vietnamese.
    #[serde(rename = "en")]
    English,
    /// Anything else, or no letters at all.
    #[default]
    #[serde(rename = "und")]
    Other,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 5] = [Language::Lao, Language::Thai, Language::Vietnamese, Language::English, Language::Other];

    /// The language that is written with a letter, where it tells.
    pub(crate) const fn of_letter(letter: char) -> Option<Language> {
        match letter {
            '\u{e80}'..='\u{eff}' => Some(Language::Lao),
            '\u{e00}'..='\u{e7f}' => Some(Language::Thai),
            _ => None,
        }
    }

    /// The BCP 47 tag: `lo`, `th`, `vi`, `en` or `und`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Lao => "lo",
            Language::Thai => "th",
            Language::Vietnamese => "vi",
            Language::English => "en",
            Language::Other => "und",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Language {
    type Err = Error;

    /// Reads one of the tags; a region or script after it (`lo-LA`) is left out of account.
    fn from_str(tag: &str) -> Result<Language, Error> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Language::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
            .ok_or_else(|| Error::new(ErrorKind::UnknownLanguage, format!("saw {tag:?}, wanted one of lo, th, vi, en, und")))
    }
}
