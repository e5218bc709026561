//! Persons, by title and family name.

mod again;
mod beside;
pub(crate) mod find;
pub(crate) mod resolve;
mod titled;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A person's value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    /// The name with its Vietnamese marks, where the page prints it so.
    pub name: Option<String>,
    /// Vietnamese spellings that the letters allow, best first.
    pub candidates: Vec<String>,
    /// Codes of the offices named beside the person.
    pub offices: Vec<String>,
}
