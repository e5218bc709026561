//! Bodies of Party and State.

mod again;
pub(crate) mod find;
mod named;
mod placed;
mod qualified;
pub(crate) mod resolve;

use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A body's value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Organization {
    /// Its kind, a code of the table of bodies, such as `party_committee`.
    pub kind: String,
    /// Its level.
    pub level: Level,
    /// The place named in its name, in its Vietnamese spelling.
    pub place: Option<String>,
    /// Whether such bodies are spoken of in general.
    pub generic: bool,
}

/// The level of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Of the whole country.
    Central,
    /// Of a province or a city of that level.
    Province,
    /// Of a district.
    District,
    /// Of a commune or ward.
    Commune,
    /// A Party cell.
    Cell,
    /// The words do not say.
    Unspecified,
}

impl FromStr for Level {
    type Err = ();

    fn from_str(name: &str) -> Result<Level, ()> {
        Ok(match name {
            "central" => Level::Central,
            "province" => Level::Province,
            "district" => Level::District,
            "commune" => Level::Commune,
            "cell" => Level::Cell,
            "unspecified" => Level::Unspecified,
            _ => return Err(()),
        })
    }
}
