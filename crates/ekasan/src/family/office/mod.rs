//! Offices: who holds which, of what body, where.

pub(crate) mod find;
pub(crate) mod resolve;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An office's value: one person, one office. An office that several persons hold is as many mentions of one span.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Office {
    /// A code of the table of offices, such as `vice_chair`.
    pub office: String,
    /// Whether the person holds it, held it, or stands in.
    pub status: Status,
    /// The full name of the person as printed; null where the sentence names none.
    pub person: Option<String>,
    /// The kind of the body, where the words name it, a code of the table of bodies.
    pub body: Option<String>,
    /// The place in the name of the body or after the office, in its Vietnamese spelling.
    pub place: Option<String>,
    /// The day on which the page says so, as EDTF: the page's own.
    pub as_of: Option<String>,
}

/// How an office is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Held.
    Current,
    /// Held before.
    Former,
    /// Held in place of another.
    Acting,
}

impl Status {
    /// What a word before an office says, by its code: none of who is not yet in it.
    pub(crate) fn of_prefix(code: &str) -> Option<Status> {
        match code {
            "former" => Some(Status::Former),
            "acting" => Some(Status::Acting),
            _ => None,
        }
    }

    /// The office as a word on its holder: `former_secretary`.
    pub(crate) fn on(self, code: &str) -> String {
        match self {
            Status::Current => code.to_owned(),
            Status::Former => format!("former_{code}"),
            Status::Acting => format!("acting_{code}"),
        }
    }
}
