//! Places of Vietnam, Laos and Thailand.

mod abroad;
mod behind;
mod between;
pub(crate) mod find;
mod former;
mod list;
mod parent;
pub(crate) mod resolve;
mod said;

use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A place's value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The Vietnamese spelling; for places of Laos and Thailand the usual English one.
    pub name: String,
    /// Its level.
    pub level: Level,
    /// ISO 3166-2 (ISO 3166-1 for a country), where there is one.
    pub code: Option<String>,
    /// The names of today's units where it was merged or divided since.
    pub now: Vec<String>,
}

/// The level of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A country.
    Country,
    /// A province or a city of that level.
    Province,
    /// A district, a town or a city below the province.
    District,
    /// A commune, a ward or a special zone.
    Commune,
    /// Anything else.
    Other,
}

impl FromStr for Level {
    type Err = ();

    fn from_str(name: &str) -> Result<Level, ()> {
        Ok(match name {
            "country" => Level::Country,
            "province" => Level::Province,
            "district" => Level::District,
            "commune" => Level::Commune,
            "other" => Level::Other,
            _ => return Err(()),
        })
    }
}
