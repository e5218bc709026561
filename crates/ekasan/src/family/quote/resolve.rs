//! What a quotation is, and who says it.

use super::Quote;
use super::find::Printed;
use crate::document::{Code, Evidence, Record};
use crate::family::person;
use crate::family::scan::Scan;

/// Gives every printed quotation its value.
pub(crate) fn resolve(scan: &Scan<'_>, quotes: &[Printed], persons: &[person::find::Printed]) -> Vec<Record<Quote>> {
    quotes
        .iter()
        .map(|printed| {
            let speaker = printed.speaker.and_then(|index| persons.get(index));
            let mut evidence: Vec<Evidence> = printed.cue.map(|span| Evidence::new("cue", span)).into_iter().collect();
            evidence.extend(speaker.map(|person| Evidence::new("speaker", person.span)));
            Record {
                span: printed.span,
                block: scan.block(printed.span.start),
                rule: Code::from(printed.rule),
                value: printed
                    .what
                    .map(|what| Quote { what, speaker: speaker.map(|person| person.same.unwrap_or(person.span).of(scan.text).to_owned()) }),
                readings: Vec::new(),
                evidence,
            }
        })
        .collect()
}
