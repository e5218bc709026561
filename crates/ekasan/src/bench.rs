//! The stages one by one, for the benchmark. Each returns a count, so that nothing is optimized away.

use crate::document::Diagnostic;
use crate::family::scan::Scan;
use crate::family::{aside, citation, date, office, ordinal, organization, person, place, quantity, quote};
use crate::lang::{Language, gazetteer};
use crate::page::block::blocks;
use crate::page::frame::frame;
use crate::page::html::extract;
use crate::text::normalize::canonical;
use crate::text::{decode, script};

/// Bytes to text.
#[must_use]
pub fn decode(bytes: &[u8]) -> usize {
    decode::decode(bytes, None).map_or(0, |decoded| decoded.text.len())
}

/// Text to canonical text.
#[must_use]
pub fn normalize(raw: &str) -> usize {
    canonical(raw.to_owned()).normalized().len()
}

/// The language of a text.
#[must_use]
pub fn language(text: &str) -> usize {
    script::language(script::Letters::of(text), text).tag().len()
}

/// Blocks and frame of a normalized text.
#[must_use]
pub fn page(text: &str) -> usize {
    let (blocks, dates) = blocks(text, |_| None);
    let (frame, _) = frame(text, &blocks, &dates);
    blocks.len() + frame.title.map_or(0, |title| title.len())
}

/// The article of an HTML page.
#[must_use]
pub fn html(html: &str) -> usize {
    extract(html).text.len()
}

/// Families of mentions, one after the other, with the time of each: the name, then what it does.
pub fn families(text: &str, mut clock: impl FnMut(&'static str)) -> usize {
    let (blocks, _) = blocks(text, |_| None);
    let diagnostics: &mut Vec<Diagnostic> = &mut Vec::new();
    clock("");
    let mut scan = Scan::new(text, &blocks);
    aside::set_aside(&mut scan);
    clock("scan");
    let citations = citation::find::find(&mut scan);
    clock("citation");
    let dates = date::find::find(&mut scan);
    let dates = date::resolve::resolve(&scan, &dates, None, diagnostics);
    clock("date");
    let ordinals = ordinal::find::find(&mut scan);
    let ordinals = ordinal::resolve::resolve(&scan, &ordinals);
    clock("ordinal");
    let quantities = quantity::find::find(&mut scan);
    let quantities = quantity::resolve::resolve(&scan, &quantities, Language::Thai, diagnostics);
    clock("quantity");
    let places = place::find::find(&scan);
    let resolved = place::resolve::resolve(&scan, &places);
    clock("place");
    let bodies = organization::find::find(&scan, &places, &citations);
    let named = organization::resolve::resolve(&scan, &bodies);
    clock("organization");
    let offices = office::find::find(&scan, &bodies, &places, &citations);
    clock("office");
    let persons = person::find::find(&scan, &places, &offices);
    clock("person");
    let offices = office::find::hold(&scan, offices, &persons);
    let held = office::resolve::resolve(&scan, &offices, &persons, &bodies, None);
    clock("office");
    let quotes = quote::find::find(&scan, &persons, &citations);
    let quotes = quote::resolve::resolve(&scan, &quotes, &persons);
    clock("quote");
    let persons = person::resolve::resolve(&scan, &persons, &offices);
    clock("person");
    let citations = citation::resolve::resolve(&scan, &citations, &dates, diagnostics);
    clock("citation");
    citations.len()
        + dates.len()
        + ordinals.len()
        + quantities.len()
        + resolved.len()
        + persons.len()
        + named.len()
        + held.len()
        + quotes.len()
}

/// Spellings of places, for an automaton to measure against.
#[must_use]
pub fn patterns(count: usize) -> Vec<&'static str> {
    let mut patterns: Vec<&str> = gazetteer::spellings().map(|(spelling, _)| spelling).collect();
    patterns.sort_unstable();
    patterns.dedup();
    patterns.truncate(count);
    patterns
}
