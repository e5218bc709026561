//! The lines of a page, with what is known of each.

use super::block::{Block, BlockKind};
use super::head::headline_start;
use crate::span::Span;

/// Lines longer than this, in bytes, are running text.
pub(super) const LONG: usize = 480;

/// The lines of a page: where each stands, how long it is, and its kind as soon as that is known.
pub(super) struct Sheet<'t> {
    pub(super) text: &'t str,
    lines: Vec<Line>,
}

struct Line {
    span: Span,
    chars: usize,
    kind: Option<BlockKind>,
}

impl<'t> Sheet<'t> {
    pub(super) fn new(text: &'t str, lines: Vec<Span>) -> Sheet<'t> {
        let line = |span: Span| Line { span, chars: span.of(text).chars().count(), kind: None };
        Sheet { text, lines: lines.into_iter().map(line).collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    pub(super) fn span(&self, at: usize) -> Span {
        self.lines.get(at).map_or(Span::default(), |line| line.span)
    }

    pub(super) fn words(&self, at: usize) -> &'t str {
        self.span(at).of(self.text)
    }

    /// Whether a piece stands on one line with the piece before it.
    pub(super) fn is_split(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|above| Span::new(self.span(above).end, self.span(at).start));
        before.is_some_and(|gap| !gap.of(self.text).contains('\n'))
    }

    /// The length of a line in characters.
    pub(super) fn chars(&self, at: usize) -> usize {
        self.lines.get(at).map_or(0, |line| line.chars)
    }

    pub(super) fn kind(&self, at: usize) -> Option<BlockKind> {
        self.lines.get(at).and_then(|line| line.kind)
    }

    /// Whether there is such a line and its kind is not known.
    pub(super) fn is_open(&self, at: usize) -> bool {
        self.lines.get(at).is_some_and(|line| line.kind.is_none())
    }

    pub(super) fn set(&mut self, at: usize, kind: BlockKind) {
        if let Some(line) = self.lines.get_mut(at) {
            line.kind = Some(kind);
        }
    }

    pub(super) fn clear(&mut self, at: usize) {
        if let Some(line) = self.lines.get_mut(at) {
            line.kind = None;
        }
    }

    /// Forgets the kind of a line, unless it could be nothing else: an address, a counter in brackets.
    pub(super) fn clear_unless_sure(&mut self, at: usize) {
        let words = self.words(at);
        if !words.starts_with("http") && !words.starts_with('(') {
            self.clear(at);
        }
    }

    /// The first line from `at` on whose kind is not known.
    pub(super) fn next_open(&self, at: usize) -> Option<usize> {
        (at..self.len()).find(|&at| self.is_open(at))
    }

    /// The blocks; a site's prefix glued to the headline is one of its own.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::with_capacity(self.len() + 1);
        for (at, line) in self.lines.iter().enumerate() {
            let kind = line.kind.unwrap_or(BlockKind::Paragraph);
            let start = if kind == BlockKind::Title { headline_start(self.words(at)) } else { 0 };
            if start == 0 {
                blocks.push(Block::new(kind, line.span));
                continue;
            }
            let prefix = self.words(at).get(..start).unwrap_or_default().trim_end();
            blocks.push(Block::new(BlockKind::Banner, Span::new(line.span.start, line.span.start + prefix.len())));
            blocks.push(Block::new(kind, Span::new(line.span.start + start, line.span.end)));
        }
        blocks
    }
}
