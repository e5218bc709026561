//! The record of a page: its frame, blocks, mentions and diagnostics.

use std::borrow::Cow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::family::citation::Citation;
use crate::family::date::Date;
use crate::family::office::Office;
use crate::family::ordinal::Ordinal;
use crate::family::organization::Organization;
use crate::family::person::Person;
use crate::family::place::Place;
use crate::family::quantity::Quantity;
use crate::family::quote::Quote;
use crate::lang::Language;
use crate::page::block::Block;
use crate::page::frame::Frame;
use crate::page::html::{self, Metadata};
use crate::segment;
use crate::span::Span;
use crate::table::json::DocumentRecord;
use crate::text::decode::{Encoding, EncodingBasis};
use crate::text::rewrite::{Step, Text};

/// A stable name of a rule, of a piece of evidence or of a diagnostic, such as `date.day_month_year`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Code(Cow<'static, str>);

impl Code {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&'static str> for Code {
    fn from(name: &'static str) -> Code {
        Code(Cow::Borrowed(name))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What decided a value, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// What it is.
    pub code: Code,
    /// Where it stands, in bytes of the text; empty where it is not of the text.
    pub span: Span,
}

impl Evidence {
    pub(crate) fn new(code: &'static str, span: Span) -> Evidence {
        Evidence { code: Code::from(code), span }
    }
}

/// Something that the reader of a record should know: a value refused, a block repeated.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// What it is.
    pub code: Code,
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// What was seen and what was wanted.
    pub message: String,
}

/// A mention of one family: what is printed where, and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Record<V> {
    /// Where it stands, in bytes of the text as given. What is printed there is its surface.
    pub span: Span,
    /// The index of its block.
    pub block: u32,
    /// The rule that found it.
    pub rule: Code,
    /// What was decided; none where the text is a mention of the family but gives no value.
    pub value: Option<V>,
    /// Other values that the text allows, the likelier first.
    pub readings: Vec<V>,
    /// What decided.
    pub evidence: Vec<Evidence>,
}

/// A mention of any family.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mention {
    /// A date.
    Date(Record<Date>),
    /// A quantity.
    Quantity(Record<Quantity>),
    /// An ordinal.
    Ordinal(Record<Ordinal>),
    /// A citation of an official document.
    Citation(Record<Citation>),
    /// A place.
    Place(Record<Place>),
    /// A person.
    Person(Record<Person>),
    /// A body.
    Organization(Record<Organization>),
    /// An office and who holds it.
    Office(Record<Office>),
    /// A quotation.
    Quote(Record<Quote>),
}

/// Runs one expression on the record inside a mention.
macro_rules! of_any_family {
    ($mention:expr, $record:ident => $result:expr) => {
        match $mention {
            Mention::Date($record) => $result,
            Mention::Quantity($record) => $result,
            Mention::Ordinal($record) => $result,
            Mention::Citation($record) => $result,
            Mention::Place($record) => $result,
            Mention::Person($record) => $result,
            Mention::Organization($record) => $result,
            Mention::Office($record) => $result,
            Mention::Quote($record) => $result,
        }
    };
}

impl Mention {
    /// The name of every family.
    pub const KINDS: [&str; 9] = ["date", "quantity", "ordinal", "citation", "place", "person", "organization", "office", "quote"];

    /// The name of its family, such as `date`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Mention::Date(_) => "date",
            Mention::Quantity(_) => "quantity",
            Mention::Ordinal(_) => "ordinal",
            Mention::Citation(_) => "citation",
            Mention::Place(_) => "place",
            Mention::Person(_) => "person",
            Mention::Organization(_) => "organization",
            Mention::Office(_) => "office",
            Mention::Quote(_) => "quote",
        }
    }

    /// Where it stands, in bytes of the text.
    #[must_use]
    pub const fn span(&self) -> Span {
        of_any_family!(self, record => record.span)
    }

    /// The index of its block.
    #[must_use]
    pub const fn block(&self) -> u32 {
        of_any_family!(self, record => record.block)
    }

    /// The rule that found it.
    #[must_use]
    pub const fn rule(&self) -> &Code {
        of_any_family!(self, record => &record.rule)
    }

    /// What its value says in a word: the `edtf` of a date, the `value` of a number, the `symbol` or `number` of a citation, the `name` of a
    /// place or person, the `kind` of a body, the `office` of an office, the `what` of a quotation; none where there is no value.
    #[must_use]
    pub fn gist(&self) -> Option<String> {
        match self {
            Mention::Date(record) => record.value.as_ref().map(|value| value.edtf.clone()),
            Mention::Quantity(record) => record.value.as_ref().map(|value| value.value.clone()),
            Mention::Ordinal(record) => record.value.as_ref().map(|value| value.value.to_string()),
            Mention::Citation(record) => record.value.as_ref().and_then(|value| value.symbol.clone().or_else(|| value.number.clone())),
            Mention::Place(record) => record.value.as_ref().map(|value| value.name.clone()),
            Mention::Person(record) => {
                record.value.as_ref().and_then(|value| value.name.clone().or_else(|| value.candidates.first().cloned()))
            }
            Mention::Organization(record) => record.value.as_ref().map(|value| value.kind.clone()),
            Mention::Office(record) => record.value.as_ref().map(|value| value.office.clone()),
            Mention::Quote(record) => record.value.as_ref().map(|value| value.what.name().to_owned()),
        }
    }

    /// What decided its value.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence] {
        of_any_family!(self, record => &record.evidence)
    }

    /// Moves every span, those of the evidence included.
    pub(crate) fn map_spans(&mut self, map: &impl Fn(Span) -> Span) {
        of_any_family!(self, record => {
            record.span = map(record.span);
            for evidence in &mut record.evidence {
                evidence.span = map(evidence.span);
            }
        });
    }
}

/// A page parsed: immutable, made by [`parse`](crate::parse) or a [`Parser`](crate::Parser).
///
/// # Examples
/// ```
/// let page = ekasan::parse("ມະຕິເລກທີ 35-NQ/TW (ລົງວັນທີ 22/10/2018)");
/// let citation = page.citations().next().unwrap();
/// assert_eq!(page.surface(citation.span), "35-NQ/TW");
/// assert_eq!(citation.value.as_ref().unwrap().date.as_deref(), Some("2018-10-22"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub(crate) text: Text,
    pub(crate) id: String,
    pub(crate) encoding: Option<Encoding>,
    pub(crate) metadata: Option<Metadata>,
    /// Where pieces of the text stand in the HTML; empty for a page of text.
    pub(crate) pieces: Vec<html::Piece>,
    pub(crate) language: Language,
    pub(crate) frame: Frame,
    pub(crate) body: String,
    pub(crate) blocks: Vec<Block>,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// A record without text for a page that could not be read, with a diagnostic `unreadable` that says why; so that of
    /// many pages none is lost.
    #[must_use]
    pub fn unreadable(id: Option<String>, message: String) -> Document {
        let mut document = crate::Parser::default().parse_with_id("", id);
        document.diagnostics.push(Diagnostic { code: Code::from("unreadable"), span: Span::default(), message });
        document
    }

    /// The text as given.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text.raw()
    }

    /// The text in canonical orthography. Spans are those of [`text`](Document::text), not of this.
    #[must_use]
    pub fn normalized(&self) -> &str {
        self.text.normalized()
    }

    /// The place in [`text`](Document::text) from which a span of [`normalized`](Document::normalized) came.
    #[must_use]
    pub fn source(&self, span: Span) -> Span {
        self.text.source(span)
    }

    /// What normalization did, pass by pass.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        self.text.steps()
    }

    /// The caller's identifier, else a hash of the text.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What was assumed of the bytes; none for valid UTF-8 and for text.
    #[must_use]
    pub const fn encoding(&self) -> Option<&Encoding> {
        self.encoding.as_ref()
    }

    /// What an HTML page says of itself beside its text.
    #[must_use]
    pub const fn metadata(&self) -> Option<&Metadata> {
        self.metadata.as_ref()
    }

    /// The place in the HTML from which a span of the text came, in bytes; none for a page of text, and for a document read back from
    /// its record. Exact where no character reference (`&amp;`) stands in the run of text, else as wide as the run.
    ///
    /// # Examples
    /// ```
    /// let html = "<article><h1>ຂ່າວ</h1><p>ໃນວັນທີ <b>7 ສິງຫາ 2024</b>, ແຂວງໄດ້ເປີດກອງປະຊຸມສະຫຼຸບວຽກງານ ແລະ ວາງແຜນການໃໝ່.</p></article>";
    /// let page = ekasan::Parser::default().parse_html(html);
    /// let date = page.dates().next().unwrap();
    /// assert_eq!(page.source_span(date.span).unwrap().of(html), "7 ສິງຫາ 2024");
    /// ```
    #[must_use]
    pub fn source_span(&self, span: Span) -> Option<Span> {
        html::source(&self.pieces, span)
    }

    /// Remembers what was assumed of the bytes, and tells it where it was a guess or cost some of them.
    pub(crate) fn decoded_from(mut self, encoding: Option<Encoding>) -> Document {
        let Some(found) = &encoding else { return self };
        let mut told = Vec::new();
        if found.basis == EncodingBasis::Guessed {
            let message = format!("the bytes are not UTF-8 and declare nothing; read as {}", found.name);
            told.push(Diagnostic { code: Code::from("encoding_guessed"), span: Span::default(), message });
        }
        if found.replaced > 0 {
            let text = self.text.raw();
            let start = text.find(char::REPLACEMENT_CHARACTER).unwrap_or_default();
            let span = Span::new(start, start + text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8));
            let message = format!("{} sequences of bytes are not {}; the first stood here", found.replaced, found.name);
            told.push(Diagnostic { code: Code::from("bytes_replaced"), span, message });
        }
        self.diagnostics.extend(told);
        self.diagnostics.sort_by_key(|diagnostic| diagnostic.span);
        self.encoding = encoding;
        self
    }

    /// The language of the page.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Title, date, publisher and the like.
    #[must_use]
    pub const fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The article alone: lead and paragraphs, normalized, repeats dropped, one paragraph a line.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The sentences of the text, in bytes, each with the blanks after it; together they are all of it.
    #[must_use]
    pub fn sentences(&self) -> Vec<Span> {
        segment::sentences::spans(&self.text, Some(self.language))
    }

    /// The words of the text, in bytes, blanks and punctuation included; together they are all of it. Dates, citations by number,
    /// places and persons are one word each. They are cut when asked for.
    #[must_use]
    pub fn words(&self) -> Vec<Span> {
        let names = self.mentions.iter().filter(|mention| match mention {
            // The name of an act is several words, and its year a date.
            Mention::Citation(record) => record.value.as_ref().is_some_and(|value| value.number.is_some()),
            mention => matches!(mention, Mention::Date(_) | Mention::Place(_) | Mention::Person(_)),
        });
        segment::words::spans(&self.text, names.map(Mention::span))
    }

    /// The blocks in order; together they hold every character that is not blank.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// All mentions by their place.
    #[must_use]
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }

    /// What the reader of the record should know.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// What is printed at a span of the text.
    #[must_use]
    pub fn surface(&self, span: Span) -> &str {
        span.of(self.text.raw())
    }

    /// The record of this document, ready for JSON: spans in code points.
    #[must_use]
    pub fn to_record(&self) -> DocumentRecord {
        DocumentRecord::of(self)
    }

    /// The document of a record and of the text from which it was made.
    ///
    /// # Errors
    /// `invalid_record` where the schema is another, or a surface does not stand where the record says.
    pub fn from_record(record: DocumentRecord, text: &str) -> Result<Document, Error> {
        record.document(text)
    }
}

/// An accessor for one family's mentions.
macro_rules! family {
    ($($name:ident $variant:ident $value:ident $what:literal;)*) => {
        impl Document {
            $(
                #[doc = $what]
                pub fn $name(&self) -> impl Iterator<Item = &Record<$value>> {
                    self.mentions.iter().filter_map(|mention| match mention {
                        Mention::$variant(record) => Some(record),
                        _ => None,
                    })
                }
            )*
        }
    };
}

family! {
    dates Date Date "The dates, by their place.";
    quantities Quantity Quantity "The quantities, by their place.";
    ordinals Ordinal Ordinal "The ordinals, by their place.";
    citations Citation Citation "The citations, by their place.";
    places Place Place "The places, by their place in the text.";
    persons Person Person "The persons, by their place.";
    organizations Organization Organization "The bodies, by their place.";
    offices Office Office "The offices, by their place.";
    quotes Quote Quote "The quotations, by their place.";
}
