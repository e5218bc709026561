//! Quantities: every number in figures that counts or measures.

pub(crate) mod find;
mod listed;
pub(crate) mod resolve;
mod terms;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A quantity's value.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// An exact decimal in plain notation, magnitudes multiplied out; below nought where a minus is printed before a percentage or a temperature.
    pub value: String,
    /// A code of the unit table, such as `person`, `percent`, `money:VND`, `length:km`; `item` for anything else counted.
    pub unit: String,
    /// Whether the text says that the number is only near.
    pub approx: Option<Approx>,
}

/// How near a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Approx {
    /// The number or more.
    AtLeast,
    /// About the number, nearly.
    About,
    /// The number or less.
    AtMost,
}
