//! Ordinals: numbered congresses, plenums, terms, sessions and committees.

pub(crate) mod find;
pub(crate) mod resolve;

use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An ordinal's value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Ordinal {
    /// The number.
    pub value: u32,
    /// What is numbered.
    pub of: Of,
    /// When it was, as EDTF, where the tables know it (public knowledge, not of this text).
    pub known_date: Option<String>,
}

/// What an ordinal numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// A congress of a Party or an organization.
    Congress,
    /// A plenary meeting of a central committee.
    Plenum,
    /// A term of a body.
    Term,
    /// A session of an assembly.
    Session,
    /// A committee by its number.
    Committee,
    /// Another numbered meeting or event.
    Other,
}

impl FromStr for Of {
    type Err = ();

    fn from_str(name: &str) -> Result<Of, ()> {
        Ok(match name {
            "congress" => Of::Congress,
            "plenum" => Of::Plenum,
            "term" => Of::Term,
            "session" => Of::Session,
            "committee" => Of::Committee,
            "other" => Of::Other,
            _ => return Err(()),
        })
    }
}
