//! The outline of an HTML page: its elements as a tree of numbers, and its text as lines, each in an element.

use crate::span::Span;

/// An element.
pub(super) struct Element {
    pub(super) name: String,
    pub(super) parent: usize,
    /// Its classes, id and role in small letters, with blanks between them.
    pub(super) labels: String,
    /// Whether what it holds is no part of an article: menus, forms, footers.
    pub(super) aside: bool,
    /// How many pictures and lines it holds, for a table.
    pub(super) pictures: usize,
    pub(super) lines: usize,
}

/// A line of text: what stands between two breaks.
pub(super) struct Line {
    pub(super) element: usize,
    pub(super) pieces: Vec<TextPiece>,
    pub(super) chars: usize,
    /// Characters inside links.
    pub(super) linked: usize,
}

/// A piece of a line.
pub(super) struct TextPiece {
    pub(super) text: String,
    pub(super) html: Span,
}

/// The elements and lines of a page.
#[derive(Default)]
pub(super) struct Outline {
    pub(super) elements: Vec<Element>,
    pub(super) lines: Vec<Line>,
    /// `<meta>`: name or property, content.
    pub(super) metas: Vec<(String, String)>,
    pub(super) title: String,
    pub(super) language: Option<String>,
    /// The contents of scripts of type `application/ld+json`.
    pub(super) linked_data: Vec<String>,
    /// `<time datetime>`, and the element it stands in.
    pub(super) times: Vec<(String, usize)>,
}

impl Outline {
    /// An element and those it stands in, itself first.
    pub(super) fn ancestors(&self, element: usize) -> impl Iterator<Item = usize> {
        let mut next = Some(element);
        std::iter::from_fn(move || {
            let at = next?;
            next = self.elements.get(at).map(|element| element.parent).filter(|&parent| parent != at);
            Some(at)
        })
    }

    /// The table in which an element stands.
    pub(super) fn table(&self, element: usize) -> Option<usize> {
        self.ancestors(element).find(|&at| self.name(at) == "table")
    }

    /// Whether a line stands beside a picture in a table that holds little else.
    pub(super) fn is_of_picture(&self, line: &Line) -> bool {
        let table = self.table(line.element).and_then(|table| self.elements.get(table));
        table.is_some_and(|table| table.pictures > 0 && table.lines <= table.pictures)
    }

    pub(super) fn name(&self, element: usize) -> &str {
        self.elements.get(element).map_or("", |element| &element.name)
    }

    pub(super) fn labels(&self, element: usize) -> &str {
        self.elements.get(element).map_or("", |element| &element.labels)
    }
}
