//! The whole line in one function: text → blocks → frame → mentions → document.

use std::collections::HashSet;

use xxhash_rust::xxh3::xxh3_128;

use crate::document::{Code, Diagnostic, Document, Mention};
use crate::family::date::resolve::PageDate;
use crate::family::scan::Scan;
use crate::family::{aside, citation, date, office, ordinal, organization, person, place, quantity, quote};
use crate::lang::Language;
use crate::page::block::{Block, BlockKind, blocks};
use crate::page::frame::frame;
use crate::page::html::{self, Metadata};
use crate::parser::{Families, Options};
use crate::span::Span;
use crate::text::normalize;
use crate::text::script::{self, Letters};

/// Parses a page of text.
pub(crate) fn document(raw: &str, options: &Options, id: Option<String>) -> Document {
    page(raw, options, id, &[], Metadata::default())
}

/// Parses an HTML page: its article as text, and what the page says of itself.
pub(crate) fn html_document(html: &str, options: &Options, id: Option<String>) -> Document {
    let extracted = html::extract(html);
    let mut document = page(&extracted.text, options, id, &extracted.hints, extracted.metadata);
    document.pieces = extracted.pieces;
    document
}

/// Parses a text of which some lines are known by their markup.
fn page(raw: &str, options: &Options, id: Option<String>, hints: &[(Span, BlockKind)], metadata: Metadata) -> Document {
    let text = normalize::canonical(raw.to_owned());
    let normalized = text.normalized();
    let (mut blocks, date_lines) = blocks(normalized, |line| {
        let at = text.source(line).start;
        let next = hints.partition_point(|(span, _)| span.end <= at);
        hints.get(next).filter(|(span, _)| span.start <= at).map(|(_, kind)| *kind)
    });
    let language = languages(normalized, &mut blocks, options.language);
    let (mut frame, published) = frame(normalized, &blocks, &date_lines);
    let mut diagnostics = Vec::new();
    frame.complete(&metadata, &mut diagnostics);
    let body = body(normalized, &blocks, &mut diagnostics);

    let page = match (frame.published, options.page_date) {
        (Some(day), _) => Some(PageDate { day, span: published }),
        (None, Some(day)) => Some(PageDate { day, span: None }),
        (None, None) => None,
    };
    let mut mentions = match options.families {
        Families::None => Vec::new(),
        Families::All => {
            let mut scan = Scan::new(normalized, &blocks);
            aside::set_aside(&mut scan);
            // Each takes the figures that are its own: symbols hold dates, dates hold ordinals, all hold numbers.
            let citations = citation::find::find(&mut scan);
            let dates = date::find::find(&mut scan);
            let ordinals = ordinal::find::find(&mut scan);
            let quantities = quantity::find::find(&mut scan);
            let mut places = place::find::find(&scan);
            let organizations = organization::find::find(&scan, &places, &citations);
            // A name may be known by the office beside it alone, so offices come first and get their persons afterwards.
            let offices = office::find::find(&scan, &organizations, &places, &citations);
            let mut persons = person::find::find(&scan, &places, &offices);
            // A school may bear a person's name: Trường Cao đẳng Tô Hiệu.
            persons.retain(|person| {
                let next = organizations.partition_point(|body| body.span.end < person.span.end);
                organizations.get(next).is_none_or(|body| !(body.named && body.span.covers(person.span)))
            });
            let offices = office::find::hold(&scan, offices, &persons);
            let quotes = quote::find::find(&scan, &persons, &citations);
            // A country's name may be part of a person's.
            places.retain(|place| {
                let next = persons.partition_point(|person| person.span.end <= place.span.start);
                persons.get(next).is_none_or(|person| !person.span.overlaps(place.span))
            });

            let dates = date::resolve::resolve(&scan, &dates, page, &mut diagnostics);
            let citations = citation::resolve::resolve(&scan, &citations, &dates, &mut diagnostics);
            let mut mentions: Vec<Mention> = dates.into_iter().map(Mention::Date).collect();
            mentions.extend(citations.into_iter().map(Mention::Citation));
            mentions.extend(ordinal::resolve::resolve(&scan, &ordinals).into_iter().map(Mention::Ordinal));
            mentions.extend(quantity::resolve::resolve(&scan, &quantities, language, &mut diagnostics).into_iter().map(Mention::Quantity));
            mentions.extend(place::resolve::resolve(&scan, &places).into_iter().map(Mention::Place));
            mentions.extend(person::resolve::resolve(&scan, &persons, &offices).into_iter().map(Mention::Person));
            mentions.extend(organization::resolve::resolve(&scan, &organizations).into_iter().map(Mention::Organization));
            mentions.extend(office::resolve::resolve(&scan, &offices, &persons, &organizations, page).into_iter().map(Mention::Office));
            mentions.extend(quote::resolve::resolve(&scan, &quotes, &persons).into_iter().map(Mention::Quote));
            mentions
        }
    };

    // From here on every span is one of the text as given.
    let source = |span: Span| text.source(span);
    for mention in &mut mentions {
        mention.map_spans(&source);
    }
    mentions.sort_by_cached_key(|mention| (mention.span(), mention.kind()));
    for diagnostic in &mut diagnostics {
        diagnostic.span = source(diagnostic.span);
    }
    if let Some(read_as) = script::mojibake(raw, language) {
        let message = format!("the text looks like UTF-8 that was read as {read_as}");
        diagnostics.push(Diagnostic { code: Code::from("mojibake"), span: Span::new(0, raw.len()), message });
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    // Where a line was split inside an edit, what the edit replaced belongs to the first part.
    let mut last = 0;
    for block in &mut blocks {
        let span = source(block.span);
        block.span = Span::new(span.start.max(last), span.end);
        last = block.span.end;
    }
    let id = id.unwrap_or_else(|| format!("{:032x}", xxh3_128(raw.as_bytes())));
    let metadata = Some(metadata).filter(|metadata| !metadata.is_empty());
    Document { text, id, encoding: None, metadata, pieces: Vec::new(), language, frame, body, blocks, mentions, diagnostics }
}

/// Gives each block its language; the language of the page is the caller's, else that of all its letters.
fn languages(text: &str, blocks: &mut [Block], given: Option<Language>) -> Language {
    let letters: Vec<Letters> = blocks.iter().map(|block| Letters::of(block.span.of(text))).collect();
    let whole = letters.iter().copied().fold(Letters::default(), Letters::with);
    let language = given.unwrap_or_else(|| script::language(whole, text));
    for (block, letters) in blocks.iter_mut().zip(letters) {
        block.language = script::language_of_part(letters, block.span.of(text), language);
    }
    language
}

/// Lead and paragraphs, in order, one a line; what came before is dropped, and said.
fn body(text: &str, blocks: &[Block], diagnostics: &mut Vec<Diagnostic>) -> String {
    let mut seen = HashSet::new();
    let mut body = String::new();
    for block in blocks.iter().filter(|block| matches!(block.kind, BlockKind::Lead | BlockKind::Paragraph)) {
        let paragraph = block.span.of(text);
        if !seen.insert(xxh3_128(paragraph.as_bytes())) {
            diagnostics.push(Diagnostic {
                code: Code::from("repeated_block"),
                span: block.span,
                message: "stands on the page before; left out of the body".to_owned(),
            });
            continue;
        }
        if !body.is_empty() {
            body.push('\n');
        }
        body.push_str(paragraph);
    }
    body
}
