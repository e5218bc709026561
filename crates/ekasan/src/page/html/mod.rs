//! The article of an HTML page: its text, where each piece of it stands in the HTML, and what the markup says of each line.

mod article;
mod builder;
mod metadata;
mod outline;

pub use metadata::Metadata;

use crate::page::block::BlockKind;
use crate::span::Span;

/// What is taken out of an HTML page.
pub(crate) struct Extracted {
    /// The article's lines.
    pub(crate) text: String,
    /// Where pieces of the text stand in the HTML, in order.
    pub(crate) pieces: Vec<Piece>,
    /// What the markup says of some lines: where each stands in the text, in order, and its kind.
    pub(crate) hints: Vec<(Span, BlockKind)>,
    pub(crate) metadata: Metadata,
}

/// A piece of text and the place from which it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// In bytes of the text.
    pub(crate) text: Span,
    /// In bytes of the HTML; as long as the text where no character reference stands in it.
    pub(crate) html: Span,
}

/// Takes the article out of an HTML page. Time and memory grow linearly with the page, whatever it holds.
pub(crate) fn extract(html: &str) -> Extracted {
    let outline = builder::outline(html);
    let metadata = Metadata::of(&outline);
    let lines = article::lines(&outline);
    let mut extracted = Extracted { text: String::new(), pieces: Vec::new(), hints: Vec::new(), metadata };
    for index in lines {
        let Some(line) = outline.lines.get(index) else { continue };
        if !extracted.text.is_empty() {
            extracted.text.push('\n');
        }
        let start = extracted.text.len();
        for piece in &line.pieces {
            let at = extracted.text.len();
            extracted.text.push_str(&piece.text);
            extracted.pieces.push(Piece { text: Span::new(at, extracted.text.len()), html: piece.html });
        }
        if let Some(kind) = article::hint(&outline, line) {
            extracted.hints.push((Span::new(start, extracted.text.len()), kind));
        }
    }
    extracted
}

/// The place in the HTML of a span of the text: exact where no character reference stands in the pieces that it touches, else as wide
/// as they are.
pub(crate) fn source(pieces: &[Piece], span: Span) -> Option<Span> {
    let first = pieces.partition_point(|piece| piece.text.end <= span.start);
    let touched: Vec<&Piece> = pieces.get(first..)?.iter().take_while(|piece| piece.text.start < span.end).collect();
    let (head, tail) = (touched.first()?, touched.last()?);
    let exact = |piece: &Piece| piece.text.len() == piece.html.len();
    let start = if exact(head) { head.html.start + span.start.saturating_sub(head.text.start) } else { head.html.start };
    let end = if exact(tail) { tail.html.end - tail.text.end.saturating_sub(span.end) } else { tail.html.end };
    Some(Span::new(start, end))
}
