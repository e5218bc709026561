//! What an office is, who holds it, and since which page it is known.

use super::Office;
use super::find::Printed;
use crate::document::{Code, Evidence, Record};
use crate::family::date::resolve::PageDate;
use crate::family::scan::Scan;
use crate::family::{organization, person};
use crate::lang::body::BODIES;
use crate::lang::gazetteer::GAZETTEER;

/// Gives every printed office its value.
pub(crate) fn resolve(
    scan: &Scan<'_>,
    offices: &[Printed],
    persons: &[person::find::Printed],
    bodies: &[organization::find::Printed],
    page: Option<PageDate>,
) -> Vec<Record<Office>> {
    let of_body = |body: &organization::find::Printed| {
        body.place.and_then(|index| GAZETTEER.entries.get(index)).map(|entry| entry.name.to_owned()).or_else(|| body.printed.clone())
    };
    offices
        .iter()
        .map(|printed| {
            let body = printed.body.and_then(|index| bodies.get(index));
            let person = printed.person.and_then(|index| persons.get(index));
            let mut evidence: Vec<Evidence> = Vec::new();
            evidence.extend(printed.prefix.map(|span| Evidence::new("status_word", span)));
            evidence.extend(person.map(|person| Evidence::new("person", person.span)));
            evidence.extend(body.map(|body| Evidence::new("body", body.span)));
            evidence.extend(page.and_then(|page| page.span).map(|span| Evidence::new("page_date", span)));
            Record {
                span: printed.span,
                block: scan.block(printed.span.start),
                rule: Code::from(printed.rule),
                value: Some(Office {
                    office: printed.code.to_owned(),
                    status: printed.status,
                    person: person.map(|person| person.same.unwrap_or(person.span).of(scan.text).to_owned()),
                    body: body.and_then(|body| BODIES.get(body.body)).map(|body| body.kind).or(printed.kind).map(str::to_owned),
                    place: body.and_then(of_body).or_else(|| printed.place.clone()),
                    as_of: page.map(|page| page.day.to_string()),
                }),
                readings: Vec::new(),
                evidence,
            }
        })
        .collect()
}
