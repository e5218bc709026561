//! Quotations: what stands between quotation marks, what it is, and who says it.

pub(crate) mod find;
pub(crate) mod resolve;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A quotation's value; none where nothing says what it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Quote {
    /// What stands between the marks.
    pub what: What,
    /// Of speech the full name of the speaker as printed, where the sentence names one person who speaks.
    pub speaker: Option<String>,
}

/// What stands between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// What somebody says or writes, word for word.
    Speech,
    /// The title of a document, a book, a song.
    Title,
    /// The name of a campaign, a contest, a project; the theme of a meeting.
    Theme,
    /// A motto, a watchword, a principle.
    Slogan,
    /// A word or a name set apart.
    Term,
}

impl What {
    /// Its name, such as `speech`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            What::Speech => "speech",
            What::Title => "title",
            What::Theme => "theme",
            What::Slogan => "slogan",
            What::Term => "term",
        }
    }
}
