//! The record as JSON: one document, one object; spans in code points.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::document::{Code, Diagnostic, Document, Evidence, Mention, Record};
use crate::error::{Error, ErrorKind};
use crate::family::citation::Citation;
use crate::family::date::{Date, Day};
use crate::family::office::Office;
use crate::family::ordinal::Ordinal;
use crate::family::organization::Organization;
use crate::family::person::Person;
use crate::family::place::Place;
use crate::family::quantity::Quantity;
use crate::family::quote::Quote;
use crate::lang::{DATA_VERSION, Language};
use crate::page::block::{Block, BlockKind};
use crate::page::frame::{Frame, Source};
use crate::page::html::Metadata;
use crate::span::{CodePoints, Span};
use crate::text::decode::Encoding;
use crate::text::normalize;

/// The version of the record's shape.
pub const SCHEMA: &str = "ekasan.document/2";

/// The version before it, whose records are records of this one too: the number of a citation was never null there.
const BEFORE: &str = "ekasan.document/1";

/// A document as JSON. Offsets count code points of its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DocumentRecord {
    /// `ekasan.document/2`.
    pub schema: String,
    /// The caller's identifier, else a hash of the text.
    pub id: String,
    /// BCP 47.
    pub language: Language,
    /// What was assumed of the bytes; null for valid UTF-8 and for text.
    #[serde(default)]
    pub encoding: Option<Encoding>,
    /// What an HTML page says of itself beside its text; null for text.
    #[serde(default)]
    pub metadata: Option<Metadata>,
    /// The version of the tables that read it.
    pub data_version: String,
    /// The headline, without the site's prefix.
    pub title: Option<String>,
    /// The page's own date.
    pub published: Option<Day>,
    /// The time printed beside it, with its zone where that is printed.
    pub published_time: Option<String>,
    /// The day of the last change, where the page prints one.
    pub modified: Option<Day>,
    /// The publisher, once.
    pub publisher: Option<String>,
    /// The site of the publisher whose name the page bears, where the table knows it.
    #[serde(default)]
    pub publisher_site: Option<String>,
    /// The author's line.
    pub byline: Option<String>,
    /// Where the article was taken from.
    pub source: Option<Source>,
    /// The number in the comment line.
    pub comment_count: Option<u32>,
    /// Lead and paragraphs, normalized, repeats dropped, one paragraph a line.
    pub body: String,
    /// The blocks in order.
    pub blocks: Vec<BlockRecord>,
    /// The mentions in order.
    pub mentions: Vec<MentionRecord>,
    /// What the reader should know.
    pub diagnostics: Vec<DiagnosticRecord>,
}

/// A block as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BlockRecord {
    /// What it is.
    pub kind: BlockKind,
    /// BCP 47.
    #[serde(default)]
    pub language: Language,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// A piece of evidence as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EvidenceRecord {
    /// What it is.
    pub code: Code,
    /// First code point.
    pub start: usize,
    /// One past the last; equal to `start` where it is not of the text.
    pub end: usize,
}

/// A diagnostic as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DiagnosticRecord {
    /// What it is.
    pub code: Code,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What was seen and what was wanted.
    pub message: String,
}

/// A mention of one family as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FamilyRecord<V> {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What is printed there.
    pub surface: String,
    /// The index of its block.
    pub block: u32,
    /// The rule that found it.
    pub rule: Code,
    /// What was decided.
    pub value: Option<V>,
    /// Other values that the text allows, the likelier first.
    pub readings: Vec<V>,
    /// What decided.
    pub evidence: Vec<EvidenceRecord>,
}

/// A mention as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MentionRecord {
    /// A date.
    Date(FamilyRecord<Date>),
    /// A quantity.
    Quantity(FamilyRecord<Quantity>),
    /// An ordinal.
    Ordinal(FamilyRecord<Ordinal>),
    /// A citation.
    Citation(FamilyRecord<Citation>),
    /// A place.
    Place(FamilyRecord<Place>),
    /// A person.
    Person(FamilyRecord<Person>),
    /// A body.
    Organization(FamilyRecord<Organization>),
    /// An office and who holds it.
    Office(FamilyRecord<Office>),
    /// A quotation.
    Quote(FamilyRecord<Quote>),
}

impl MentionRecord {
    /// The index of its block.
    #[must_use]
    pub const fn block(&self) -> u32 {
        match self {
            MentionRecord::Date(record) => record.block,
            MentionRecord::Quantity(record) => record.block,
            MentionRecord::Ordinal(record) => record.block,
            MentionRecord::Citation(record) => record.block,
            MentionRecord::Place(record) => record.block,
            MentionRecord::Person(record) => record.block,
            MentionRecord::Organization(record) => record.block,
            MentionRecord::Office(record) => record.block,
            MentionRecord::Quote(record) => record.block,
        }
    }
}

impl DocumentRecord {
    pub(crate) fn of(document: &Document) -> DocumentRecord {
        let points = CodePoints::new(document.text());
        let frame = document.frame().clone();
        DocumentRecord {
            schema: SCHEMA.to_owned(),
            id: document.id().to_owned(),
            language: document.language(),
            encoding: document.encoding().cloned(),
            metadata: document.metadata().cloned(),
            data_version: DATA_VERSION.to_owned(),
            title: frame.title,
            published: frame.published,
            published_time: frame.published_time,
            modified: frame.modified,
            publisher: frame.publisher,
            publisher_site: frame.publisher_site,
            byline: frame.byline,
            source: frame.source,
            comment_count: frame.comment_count,
            body: document.body().to_owned(),
            blocks: document
                .blocks()
                .iter()
                .map(|block| {
                    let span = points.span(block.span);
                    BlockRecord { kind: block.kind, language: block.language, start: span.start, end: span.end }
                })
                .collect(),
            mentions: document.mentions().iter().map(|mention| mention_record(document, mention, &points)).collect(),
            diagnostics: document
                .diagnostics()
                .iter()
                .map(|diagnostic| {
                    let span = points.span(diagnostic.span);
                    DiagnosticRecord {
                        code: diagnostic.code.clone(),
                        start: span.start,
                        end: span.end,
                        message: diagnostic.message.clone(),
                    }
                })
                .collect(),
        }
    }

    /// The document again, its spans checked against the text.
    pub(crate) fn document(self, raw: &str) -> Result<Document, Error> {
        let wrong = |message: String| Error::new(ErrorKind::InvalidRecord, message);
        if self.schema != SCHEMA && self.schema != BEFORE {
            return Err(wrong(format!("saw schema {:?}, wanted {SCHEMA:?}", self.schema)));
        }
        let points = CodePoints::new(raw);
        let length = points.at(raw.len());
        let span = |start: usize, end: usize| {
            if start <= end && end <= length {
                Ok(Span::new(points.byte(start), points.byte(end)))
            } else {
                Err(wrong(format!("saw the span {start}..{end} in a text of {length} code points")))
            }
        };
        let blocks =
            self.blocks.iter().map(|block| Ok(Block { kind: block.kind, span: span(block.start, block.end)?, language: block.language }));
        let diagnostics = self.diagnostics.iter().map(|diagnostic| {
            Ok(Diagnostic {
                code: diagnostic.code.clone(),
                span: span(diagnostic.start, diagnostic.end)?,
                message: diagnostic.message.clone(),
            })
        });
        let (blocks, diagnostics) = (blocks.collect::<Result<_, Error>>()?, diagnostics.collect::<Result<_, Error>>()?);
        let count = self.blocks.len();
        if let Some(block) =
            self.mentions.iter().map(MentionRecord::block).find(|block| usize::try_from(*block).is_ok_and(|block| block >= count))
        {
            return Err(wrong(format!("saw a mention in block {block} of {count} blocks")));
        }
        let mentions = self.mentions.into_iter().map(|mention| mention_of(mention, raw, &span)).collect::<Result<_, Error>>()?;
        Ok(Document {
            text: normalize::canonical(raw.to_owned()),
            id: self.id,
            encoding: self.encoding,
            metadata: self.metadata,
            pieces: Vec::new(),
            language: self.language,
            frame: Frame {
                title: self.title,
                published: self.published,
                published_time: self.published_time,
                modified: self.modified,
                publisher: self.publisher,
                publisher_site: self.publisher_site,
                byline: self.byline,
                source: self.source,
                comment_count: self.comment_count,
            },
            body: self.body,
            blocks,
            mentions,
            diagnostics,
        })
    }
}

fn family_record<V: Clone>(document: &Document, record: &Record<V>, points: &CodePoints<'_>) -> FamilyRecord<V> {
    let span = points.span(record.span);
    FamilyRecord {
        start: span.start,
        end: span.end,
        surface: document.surface(record.span).to_owned(),
        block: record.block,
        rule: record.rule.clone(),
        value: record.value.clone(),
        readings: record.readings.clone(),
        evidence: record
            .evidence
            .iter()
            .map(|evidence| {
                let span = points.span(evidence.span);
                EvidenceRecord { code: evidence.code.clone(), start: span.start, end: span.end }
            })
            .collect(),
    }
}

fn record_of<V>(record: FamilyRecord<V>, raw: &str, span: &impl Fn(usize, usize) -> Result<Span, Error>) -> Result<Record<V>, Error> {
    let place = span(record.start, record.end)?;
    if place.of(raw) != record.surface {
        let (start, end) = (record.start, record.end);
        let message = format!("saw “{}” at {start}..{end}, wanted “{}”", place.of(raw), record.surface);
        return Err(Error::new(ErrorKind::InvalidRecord, message));
    }
    let evidence =
        record.evidence.into_iter().map(|evidence| Ok(Evidence { span: span(evidence.start, evidence.end)?, code: evidence.code }));
    Ok(Record {
        span: place,
        block: record.block,
        rule: record.rule,
        value: record.value,
        readings: record.readings,
        evidence: evidence.collect::<Result<_, Error>>()?,
    })
}

/// Carries a mention over from one enum of families to the other.
macro_rules! each_family {
    ($mention:expr, $from:ident, $to:ident, $record:ident => $result:expr) => {
        match $mention {
            $from::Date($record) => $to::Date($result),
            $from::Quantity($record) => $to::Quantity($result),
            $from::Ordinal($record) => $to::Ordinal($result),
            $from::Citation($record) => $to::Citation($result),
            $from::Place($record) => $to::Place($result),
            $from::Person($record) => $to::Person($result),
            $from::Organization($record) => $to::Organization($result),
            $from::Office($record) => $to::Office($result),
            $from::Quote($record) => $to::Quote($result),
        }
    };
}

fn mention_record(document: &Document, mention: &Mention, points: &CodePoints<'_>) -> MentionRecord {
    each_family!(mention, Mention, MentionRecord, record => family_record(document, record, points))
}

fn mention_of(mention: MentionRecord, raw: &str, span: &impl Fn(usize, usize) -> Result<Span, Error>) -> Result<Mention, Error> {
    Ok(each_family!(mention, MentionRecord, Mention, record => record_of(record, raw, span)?))
}

/// The JSON Schema of [`DocumentRecord`], as pretty JSON with a line end.
#[must_use]
pub fn json_schema() -> String {
    let schema = schemars::schema_for!(DocumentRecord);
    serde_json::to_string_pretty(&schema).map(|text| text + "\n").unwrap_or_default()
}
