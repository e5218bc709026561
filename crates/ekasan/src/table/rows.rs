//! Rows for tables: one a document, a block, a mention, a diagnostic. Cells are text, numbers or nothing.

use serde_json::Value;

use crate::corpus::ledger::LedgerEntry;
use crate::document::Document;

/// A table to be made of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TableKind {
    /// One row a document.
    Documents,
    /// One row a block.
    Blocks,
    /// One row a mention.
    Mentions,
    /// One row a diagnostic.
    Diagnostics,
    /// One row a document cited, over a whole corpus: the ledger.
    Citations,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ColumnType {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// True or false.
    Boolean,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: ColumnType,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cell {
    /// Nothing.
    Null,
    /// Text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// True or false.
    Boolean(bool),
}

impl TableKind {
    /// The columns, in order.
    #[must_use]
    pub fn columns(self) -> Vec<Column> {
        use ColumnType::{Boolean, Integer, Text};
        let columns: &[(&'static str, ColumnType)] = match self {
            TableKind::Documents => &[
                ("id", Text),
                ("language", Text),
                ("title", Text),
                ("published", Text),
                ("published_time", Text),
                ("modified", Text),
                ("publisher", Text),
                ("publisher_site", Text),
                ("byline", Text),
                ("source_url", Text),
                ("source_site", Text),
                ("comment_count", Integer),
                ("body", Text),
                ("blocks", Integer),
                ("mentions", Integer),
                ("diagnostics", Integer),
            ],
            TableKind::Blocks => &[("id", Text), ("block", Integer), ("kind", Text), ("start", Integer), ("end", Integer), ("text", Text)],
            TableKind::Mentions => &[
                ("id", Text),
                ("block", Integer),
                ("kind", Text),
                ("start", Integer),
                ("end", Integer),
                ("surface", Text),
                ("rule", Text),
                // One column of the value that matters most, whatever the family, then each family's own.
                ("value", Text),
                ("edtf", Text),
                ("calendar", Text),
                ("anchored", Boolean),
                ("modifier", Text),
                ("unit", Text),
                ("approx", Text),
                ("of", Text),
                ("symbol", Text),
                ("number", Text),
                ("year", Integer),
                ("type", Text),
                ("issuer", Text),
                ("date", Text),
                ("name", Text),
                ("level", Text),
                ("code", Text),
                ("organization_kind", Text),
                ("place", Text),
                ("generic", Boolean),
                ("office", Text),
                ("status", Text),
                ("person", Text),
                ("body", Text),
                ("as_of", Text),
                ("what", Text),
                ("speaker", Text),
                ("value_json", Text),
                ("readings_json", Text),
                ("evidence_json", Text),
            ],
            TableKind::Diagnostics => &[("id", Text), ("code", Text), ("start", Integer), ("end", Integer), ("message", Text)],
            TableKind::Citations => &[
                ("symbol", Text),
                ("type", Text),
                ("issuer", Text),
                ("number", Text),
                ("year", Integer),
                ("place", Text),
                ("date", Text),
                ("date_votes_json", Text),
                ("issued_by", Text),
                ("subject", Text),
                ("known_title", Text),
                ("iri", Text),
                ("first_document", Text),
                ("last_document", Text),
                ("mentions", Integer),
                ("documents", Integer),
                ("languages", Text),
                ("spellings_json", Text),
                ("conflicts_json", Text),
                ("evidence", Text),
            ],
        };
        columns.iter().map(|&(name, kind)| Column { name, kind }).collect()
    }

    /// Adds a document's rows, each with one cell a column. The ledger has none for a document alone: see
    /// [`ledger_row`](TableKind::ledger_row).
    pub fn rows(self, document: &Document, mut add: impl FnMut(Vec<Cell>)) {
        let record = document.to_record();
        let id = || Cell::Text(record.id.clone());
        match self {
            TableKind::Documents => add(vec![
                id(),
                Cell::Text(record.language.tag().to_owned()),
                text(record.title.as_deref()),
                text(record.published.map(|day| day.to_string()).as_deref()),
                text(record.published_time.as_deref()),
                text(record.modified.map(|day| day.to_string()).as_deref()),
                text(record.publisher.as_deref()),
                text(record.publisher_site.as_deref()),
                text(record.byline.as_deref()),
                text(record.source.as_ref().map(|source| source.url.as_str())),
                text(record.source.as_ref().and_then(|source| source.site.as_deref())),
                record.comment_count.map_or(Cell::Null, |count| Cell::Integer(i64::from(count))),
                Cell::Text(record.body.clone()),
                count(record.blocks.len()),
                count(record.mentions.len()),
                count(record.diagnostics.len()),
            ]),
            TableKind::Blocks => {
                for (index, (block, span)) in document.blocks().iter().zip(&record.blocks).enumerate() {
                    let words = Cell::Text(document.surface(block.span).to_owned());
                    add(vec![id(), count(index), Cell::Text(block.kind.name().to_owned()), count(span.start), count(span.end), words]);
                }
            }
            TableKind::Mentions => {
                for mention in &record.mentions {
                    let Ok(json) = serde_json::to_value(mention) else { continue };
                    add(mention_row(&record.id, &json));
                }
            }
            TableKind::Citations => {}
            TableKind::Diagnostics => {
                for diagnostic in &record.diagnostics {
                    add(vec![
                        id(),
                        Cell::Text(diagnostic.code.to_string()),
                        count(diagnostic.start),
                        count(diagnostic.end),
                        Cell::Text(diagnostic.message.clone()),
                    ]);
                }
            }
        }
    }
}

impl TableKind {
    /// The row of a document cited, with one cell a column of [`TableKind::Citations`]. Lists are JSON, or words with blanks between.
    #[must_use]
    pub fn ledger_row(entry: &LedgerEntry) -> Vec<Cell> {
        let json = serde_json::to_value(entry).unwrap_or_default();
        let words = |words: &[String]| Cell::Text(words.join(" "));
        TableKind::Citations
            .columns()
            .iter()
            .map(|column| match column.name {
                "languages" => words(&entry.languages),
                "evidence" => Cell::Text(entry.evidence.join(" ")),
                "date_votes_json" => as_json(json.get("date_votes")),
                "spellings_json" => as_json(json.get("spellings")),
                "conflicts_json" => as_json(json.get("conflicts")),
                name => cell(json.get(name)),
            })
            .collect()
    }
}

/// A mention's row, read off its JSON: a column takes the field of its name.
fn mention_row(id: &str, json: &Value) -> Vec<Cell> {
    let value = json.get("value").unwrap_or(&Value::Null);
    let main = ["edtf", "symbol", "name", "value", "kind", "number", "office", "what"]
        .iter()
        .find_map(|key| value.get(key).filter(|cell| !cell.is_null()));
    TableKind::Mentions
        .columns()
        .iter()
        .map(|column| match column.name {
            "id" => Cell::Text(id.to_owned()),
            "value" => cell(main),
            "organization_kind" => cell(value.get("kind")),
            "value_json" => as_json(json.get("value")),
            "readings_json" => as_json(json.get("readings")),
            "evidence_json" => as_json(json.get("evidence")),
            name @ ("block" | "kind" | "start" | "end" | "surface" | "rule") => cell(json.get(name)),
            name => cell(value.get(name)),
        })
        .zip(TableKind::Mentions.columns())
        .map(|(cell, column)| match (cell, column.kind) {
            (Cell::Integer(number), ColumnType::Text) => Cell::Text(number.to_string()),
            (cell, _) => cell,
        })
        .collect()
}

fn cell(value: Option<&Value>) -> Cell {
    match value {
        Some(Value::String(text)) => Cell::Text(text.clone()),
        Some(Value::Bool(flag)) => Cell::Boolean(*flag),
        Some(Value::Number(number)) => number.as_i64().map_or(Cell::Null, Cell::Integer),
        _ => Cell::Null,
    }
}

fn as_json(value: Option<&Value>) -> Cell {
    value.filter(|value| !value.is_null()).map_or(Cell::Null, |value| Cell::Text(value.to_string()))
}

fn text(value: Option<&str>) -> Cell {
    value.map_or(Cell::Null, |value| Cell::Text(value.to_owned()))
}

fn count(number: usize) -> Cell {
    i64::try_from(number).map_or(Cell::Null, Cell::Integer)
}
