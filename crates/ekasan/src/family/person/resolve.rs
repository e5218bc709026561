//! What a person's name gives: the name in Vietnamese letters, and the offices beside it.

use std::collections::HashMap;

use super::Person;
use super::find::Printed;
use crate::document::{Code, Evidence, Record};
use crate::family::office;
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::name::{NameKind, to_vietnamese};

/// How many Vietnamese spellings a person carries at most.
const CANDIDATES: usize = 8;

/// Gives every printed person its value. `offices` are the offices found.
pub(crate) fn resolve(scan: &Scan<'_>, found: &[Printed], offices: &[office::find::Printed]) -> Vec<Record<Person>> {
    // Names recur: each is read once.
    let mut read: HashMap<&str, Vec<String>> = HashMap::new();
    let mut held: Vec<Vec<&office::find::Printed>> = vec![Vec::new(); found.len()];
    for office in offices {
        if let Some(of_person) = office.person.and_then(|index| held.get_mut(index)) {
            of_person.push(office);
        }
    }
    found
        .iter()
        .zip(held)
        .map(|(printed, held)| {
            // A later mention has the value of the full name.
            let surface = printed.same.unwrap_or(printed.span).of(scan.text);
            let language = surface.chars().next().and_then(Language::of_letter).filter(|_| printed.vietnamese && !printed.latin);
            let mut candidates = language.map_or_else(Vec::new, |language| {
                let names = || to_vietnamese(surface, language, NameKind::Person, CANDIDATES).into_iter().map(|one| one.name).collect();
                read.entry(surface).or_insert_with(names).clone()
            });
            // Latin letters without marks are a spelling too, if not the proper one.
            if printed.latin && surface.is_ascii() {
                candidates.push(surface.to_owned());
            }
            Record {
                span: printed.span,
                block: scan.block(printed.span.start),
                rule: Code::from(printed.rule),
                value: Some(Person {
                    name: (printed.latin && !surface.is_ascii()).then(|| surface.to_owned()),
                    candidates,
                    offices: held.iter().map(|office| office.status.on(office.code)).collect(),
                }),
                readings: Vec::new(),
                evidence: held
                    .iter()
                    .map(|office| Evidence::new("office", office.span))
                    .chain(printed.same.map(|span| Evidence::new("full_name", span)))
                    .collect(),
            }
        })
        .collect()
}
