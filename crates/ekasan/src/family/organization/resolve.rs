//! Which kind of body is meant, at which level.

use super::find::Printed;
use super::{Level, Organization};
use crate::document::{Code, Evidence, Record};
use crate::family::scan::Scan;
use crate::lang::body::{BODIES, is_of_city};
use crate::lang::gazetteer::GAZETTEER;
use crate::span::Span;

/// Gives every printed body its value.
pub(crate) fn resolve(scan: &Scan<'_>, found: &[Printed]) -> Vec<Record<Organization>> {
    // The last body of a city with its name, by the level of the city.
    let mut city: Option<(Level, Span)> = None;
    found
        .iter()
        .filter_map(|printed| {
            let body = BODIES.get(printed.body)?;
            let place = printed
                .place
                .and_then(|index| GAZETTEER.entries.get(index))
                .map(|entry| entry.name.to_owned())
                .or_else(|| printed.printed.clone());
            let of_city = is_of_city(body.spelling);
            let before = city.filter(|_| of_city && place.is_none() && body.level == Level::Province);
            let level = match (body.level, printed.level) {
                (Level::Unspecified, Some(level)) => level,
                // The front of the country in a province.
                (Level::Central, Some(level)) if body.kind == "front_union" && place.is_none() => level,
                // UBND TP. |Vinh: a city that is no province.
                (Level::Province, Some(Level::District)) if place.is_some() && of_city => Level::District,
                // UBND TP. Vinh … |UBND TP.
                (level, _) => before.map_or(level, |(level, _)| level),
            };
            if of_city && place.is_some() && matches!(level, Level::Province | Level::District) {
                city = Some((level, printed.span));
            }
            let value = |kind: &str| Organization {
                kind: kind.to_owned(),
                level,
                place: place.clone(),
                generic: printed.general || (body.generic && !printed.named && place.is_none() && printed.level.is_none()),
            };
            Some(Record {
                span: printed.span,
                block: scan.block(printed.span.start),
                rule: Code::from(if place.is_some() { "organization.with_place" } else { "organization.name" }),
                value: Some(value(body.kind)),
                readings: if body.also.is_empty() { Vec::new() } else { vec![value(body.also)] },
                evidence: printed
                    .same
                    .or(before.map(|(_, named)| named))
                    .map(|full| Evidence::new("body_before", full))
                    .into_iter()
                    .collect(),
            })
        })
        .collect()
}
