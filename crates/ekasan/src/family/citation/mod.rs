//! Citations: official documents cited by number, acts by name and year too.

mod act;
mod again;
mod alone;
pub(crate) mod find;
mod lao;
pub(crate) mod resolve;
mod signing;
mod thai;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A citation's value.
///
/// Number, type and issuer are **not** a key: numbering starts again each term, and every province has its own series.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Citation {
    /// The symbol as it should be written, such as `123/2024/NĐ-CP`, or name and year of an act, such as `พ.ร.บ.อาหาร พ.ศ. 2522`; null for a
    /// number without one.
    pub symbol: Option<String>,
    /// The number without leading zeros; with a point where it has one (`66.7`); null for an act cited by name and year.
    pub number: Option<String>,
    /// The year, where it is part of the symbol; Gregorian, also where a document of Thailand prints the Buddhist one.
    pub year: Option<u16>,
    /// The type as in the symbol, such as `NQ`; of an act the usual word, such as `พ.ร.บ.` or `Luật`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The issuer as in the symbol, such as `TW`.
    pub issuer: Option<String>,
    /// The day of signing as EDTF, where this text ties one to the citation.
    pub date: Option<String>,
    /// The kind of the body that issued it, where this text names it.
    pub issued_by: Option<String>,
    /// The subject in quotation marks after it; of an act its name.
    pub subject: Option<String>,
    /// The day that the tables know for the symbol, where only one document has it (public knowledge, not of this text).
    pub known_date: Option<String>,
    /// What the tables know it to be about.
    pub known_title: Option<String>,
}
