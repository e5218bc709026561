//! What printed ordinals stand for, where the tables know it.

use super::find::Printed;
use super::{Of, Ordinal};
use crate::document::{Code, Evidence, Record};
use crate::family::scan::Scan;
use crate::lang::number::{CONGRESSES, NATIONAL};
use crate::span::Span;

/// Gives every printed ordinal its value.
pub(crate) fn resolve(scan: &Scan<'_>, found: &[Printed]) -> Vec<Record<Ordinal>> {
    found
        .iter()
        .map(|printed| Record {
            span: printed.span,
            block: scan.block(printed.span.start),
            rule: Code::from(printed.rule),
            value: Some(Ordinal { value: printed.value, of: printed.of, known_date: known(scan, printed) }),
            readings: Vec::new(),
            evidence: printed.noun.iter().map(|span| Evidence::new("noun", *span)).collect(),
        })
        .collect()
}

/// When the Party's national congress was; other bodies number theirs too, so the text must say that it is this one.
fn known(scan: &Scan<'_>, printed: &Printed) -> Option<String> {
    if printed.of != Of::Congress {
        return None;
    }
    let clause = Span::new(scan.clause_start(printed.span.start), printed.span.start).of(scan.text);
    NATIONAL.iter().find(|(word, ())| clause.contains(word))?;
    let known = CONGRESSES.iter().find(|known| known.kind == "congress" && known.body == "cpv" && known.number == printed.value)?;
    (!known.from.is_empty() && !known.to.is_empty()).then(|| format!("{}/{}", known.from, known.to))
}
