//! Press pages in Lao, Thai and Vietnamese to exact, checkable records.
//!
//! ```
//! let page = ekasan::parse("ສະຫາຍ 1.922 ຄົນ, ວັນທີ 7 ສິງຫາ 2024");
//! let date = page.dates().next().unwrap();
//! assert_eq!(page.surface(date.span), "7 ສິງຫາ 2024");
//! assert_eq!(date.value.as_ref().unwrap().edtf, "2024-08-07");
//! let count = page.quantities().next().unwrap();
//! assert_eq!(count.value.as_ref().unwrap().value, "1922");
//! ```
//!
//! Right, or refused, never invented: every value points at the text it came from ([`Record::span`]), names the rule that
//! found it and the evidence that decided it. Spans count **bytes** of the text as given; JSON and Python count code points.

mod annotate;
#[cfg(feature = "bench")]
#[doc(hidden)]
pub mod bench;
mod corpus;
mod document;
mod error;
pub mod family;
mod lang;
mod name;
mod page;
mod parser;
mod pipeline;
mod segment;
mod span;
pub mod table;
mod text;

pub use corpus::ledger::{CitedMention, Conflict, Ledger, LedgerEntry};
pub use document::{Code, Diagnostic, Document, Evidence, Mention, Record};
pub use error::{Error, ErrorKind};
pub use family::date::Day;
pub use lang::{DATA_VERSION, Language};
pub use name::{Candidate, NameKind, to_vietnamese, variants};
pub use page::block::{Block, BlockKind};
pub use page::frame::{Frame, Source};
pub use page::html::Metadata;
pub use parser::{Families, Options, Parser};
pub use segment::sentences::sentences;
pub use segment::words::words;
pub use span::{CharSpan, CodePoints, Span};
pub use table::json::{DocumentRecord, SCHEMA};
pub use text::decode::{Encoding, EncodingBasis};
pub use text::{Edit, Profile, Step, normalize};

/// Parses a page with the default options.
///
/// # Examples
/// ```
/// let page = ekasan::parse("ปี 2567");
/// assert_eq!(page.dates().next().unwrap().value.as_ref().unwrap().edtf, "2024");
/// ```
#[must_use]
pub fn parse(raw: &str) -> Document {
    Parser::default().parse(raw)
}

/// The README's examples, run as doc tests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
