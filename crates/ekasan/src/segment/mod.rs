//! Sentences and words: stretches of a text that join back to it.

pub(crate) mod sentences;
mod syllable;
pub(crate) mod words;

use crate::span::Span;
use crate::text::rewrite::Text;

/// The stretches between some starts in a normalized text, in order, as spans of the raw text; together they are all of it.
fn stretches(text: &Text, mut starts: Vec<usize>) -> impl Iterator<Item = Span> {
    text.source_starts(&mut starts);
    let end = text.raw().len();
    let mut last = 0;
    starts.into_iter().chain([end]).filter_map(move |at| {
        let span = Span::new(last, at);
        last = span.end;
        Some(span).filter(|span| !span.is_empty())
    })
}
