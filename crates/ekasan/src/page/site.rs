//! The site's own name: over its menu, with its address, as a letterhead; and the paths of its sections.

use super::block::BlockKind;
use super::sheet::Sheet;
use crate::lang::furniture::{Furniture, begins, names_publisher};
use crate::lang::lexicon::{self, Hit, Meaning};
use crate::span::Span;

/// Names of the site over its menu, with its address, or as a letterhead.
pub(super) fn site_names(sheet: &mut Sheet<'_>) {
    for at in 0..sheet.len().min(2) {
        let line = sheet.words(at);
        let menu = sheet.kind(at + 1) == Some(BlockKind::Banner) && is_menu(sheet.words(at + 1)) && sheet.chars(at) <= 60;
        let address = line.split(' ').any(|word| word.starts_with("www.") && is_site(word));
        // `Site | Name of its publisher`.
        let named = line.split(" | ").count() == 2
            && line.split(" | ").any(names_site)
            && line.split(" | ").all(|part| part.chars().count() <= NAME);
        // The body that issued a document stands over its text too.
        let next = sheet.next_open(at + 1).filter(|&next| sheet.next_open(next + 1).is_some());
        let letterhead = || is_body_alone(line, sheet.chars(at)) && next.is_some_and(|next| sheet.chars(next) <= 100);
        if sheet.is_open(at) && next.is_some() && (menu || address || named || letterhead()) {
            sheet.set(at, BlockKind::Banner);
        }
    }
}

/// Characters of the longest name of a site or its publisher.
const NAME: usize = 40;

/// Sections beside one another.
fn is_menu(line: &str) -> bool {
    [" | ", " › ", " » ", " > ", "  "].iter().any(|between| line.split(between).filter(|part| !part.is_empty()).count() >= 3)
}

/// The name of a body and no more but its place, as in a letterhead.
pub(super) fn is_body_alone(line: &str, chars: usize) -> bool {
    let mut hits = Vec::new();
    if chars <= 60 {
        lexicon::scan(line, Span::new(0, line.len()), &mut hits);
    }
    let is = |hit: &Hit, pick: fn(&Meaning) -> bool| hit.meanings().iter().any(pick);
    let named: usize = hits
        .iter()
        .filter(|hit| is(hit, |m| matches!(m, Meaning::Body(_) | Meaning::Place(_) | Meaning::Level)))
        .map(|hit| hit.span.len())
        .sum();
    named + hits.len() >= line.len() && hits.first().is_some_and(|hit| is(hit, |m| matches!(m, Meaning::Body(_))))
}

/// The name of a paper or a portal, or a site's address.
pub(super) fn names_site(line: &str) -> bool {
    names_publisher(line) || line.split(' ').any(is_site)
}

/// `www.example.vn`, `EXAMPLE.VN`.
pub(super) fn is_site(word: &str) -> bool {
    let mut parts = word.rsplit('.');
    let end = parts.next().unwrap_or_default();
    let named = |part: &str| part.len() >= 2 && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    ["vn", "th", "la", "com", "net", "org"].contains(&end.to_ascii_lowercase().as_str()) && parts.clone().count() >= 1 && parts.all(named)
}

/// `Section / Section`: no menu that begins at home.
pub(super) fn is_section_path(line: &str) -> bool {
    line.contains(" / ") && begins(line, Furniture::Banner).is_none()
}
