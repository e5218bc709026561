//! The outline of a page from its tokens, in one pass: unclosed and misplaced tags are closed where HTML says that they end, by a short list.

use std::sync::LazyLock;

use daachorse::DoubleArrayAhoCorasick;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span as HtmlSpan, Tokenizer};

use super::outline::{Element, Line, Outline, TextPiece};
use crate::lang::table::rows;
use crate::span::Span;

/// Elements without an end tag.
const VOID: [&str; 14] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "amp-img"];
/// Elements whose text is no text of the page.
const SILENT: [&str; 13] =
    ["script", "style", "noscript", "template", "svg", "iframe", "select", "button", "textarea", "object", "title", "canvas", "math"];
/// Elements that stand within a line.
const INLINE: [&str; 36] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q",
    "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "amp-img", "td", "th",
];
/// Elements that are no part of an article.
const ASIDE: [&str; 6] = ["nav", "footer", "aside", "form", "amp-sidebar", "menu"];
/// Parts of the names of classes and ids of what is no part of an article.
static ASIDE_LABELS: LazyLock<Option<DoubleArrayAhoCorasick<usize>>> =
    LazyLock::new(|| DoubleArrayAhoCorasick::new(rows(include_str!("../../../data/html_labels.tsv")).map(|row| row.get("label"))).ok());

/// Whether an element does not end the line in which it stands.
fn is_inline(tag: &str) -> bool {
    INLINE.contains(&tag) || SILENT.contains(&tag)
}

/// How deep elements may nest before further ones count as their parents' siblings.
const DEEP: usize = 256;

/// The tokens of a page without its errors: whoever looks for those looks at every byte twice.
struct Quiet<E>(E);

impl<E: Emitter> ForwardingEmitter for Quiet<E> {
    type Token = E::Token;

    fn inner(&mut self) -> &mut impl Emitter<Token = E::Token> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }
}

/// Reads a page.
pub(super) fn outline(html: &str) -> Outline {
    let root = Element { name: String::new(), parent: 0, labels: String::new(), aside: false, pictures: 0, lines: 0 };
    let mut builder = Builder { html, outline: Outline { elements: vec![root], ..Outline::default() }, ..Builder::default() };
    let callback = |event: CallbackEvent<'_>, span: HtmlSpan<usize>| -> Option<std::convert::Infallible> {
        builder.event(&event, Span::new(span.start, span.end));
        None
    };
    let mut emitter = CallbackEmitter::new(callback);
    emitter.naively_switch_states(true);
    let tokenizer = Tokenizer::new_with_emitter(html, Quiet(emitter));
    // Reading a string cannot fail.
    let _ = tokenizer.finish();
    builder.close_line();
    builder.outline
}

/// Builds an outline from the events of the tokenizer.
#[derive(Default)]
struct Builder<'h> {
    html: &'h str,
    outline: Outline,
    /// The elements that are open, the root left out.
    open: Vec<usize>,
    /// How many of them are silent.
    silent: usize,
    links: usize,
    tag: String,
    attributes: Vec<(String, String)>,
    line: Vec<TextPiece>,
    linked: usize,
    linked_data: bool,
    /// How many open tags were not kept because they stand too deep.
    skipped: usize,
}

impl Builder<'_> {
    fn event(&mut self, event: &CallbackEvent<'_>, span: Span) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = String::from_utf8_lossy(name).into_owned();
                self.attributes.clear();
            }
            CallbackEvent::AttributeName { name } => self.attributes.push((String::from_utf8_lossy(name).into_owned(), String::new())),
            CallbackEvent::AttributeValue { value } => {
                if let Some(last) = self.attributes.last_mut() {
                    last.1 = String::from_utf8_lossy(value).into_owned();
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => self.start(*self_closing),
            CallbackEvent::EndTag { name } => self.end(&String::from_utf8_lossy(name)),
            // Most text stands in the page as it is.
            CallbackEvent::String { value } => match span.of(self.html) {
                source if source.as_bytes() == *value => self.text(source, span, true),
                _ => self.text(&String::from_utf8_lossy(value), span, false),
            },
            _ => {}
        }
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn current(&self) -> usize {
        self.open.last().copied().unwrap_or_default()
    }

    fn start(&mut self, self_closing: bool) {
        let tag = std::mem::take(&mut self.tag);
        match tag.as_str() {
            "meta" => {
                let name = self.attribute("property").or_else(|| self.attribute("name")).or_else(|| self.attribute("itemprop"));
                if let (Some(name), Some(content)) = (name, self.attribute("content")) {
                    self.outline.metas.push((name.to_ascii_lowercase(), content.to_owned()));
                }
            }
            "html" => self.outline.language = self.attribute("lang").map(str::to_owned),
            "time" => {
                if let Some(moment) = self.attribute("datetime") {
                    self.outline.times.push((moment.to_owned(), self.current()));
                }
            }
            "br" | "hr" => self.close_line(),
            "img" => {
                if let Some(table) = self.outline.table(self.current()).and_then(|table| self.outline.elements.get_mut(table)) {
                    table.pictures += 1;
                }
            }
            _ => {}
        }
        // A cell is one of its row's line, with a blank between.
        if matches!(tag.as_str(), "td" | "th") && !self.line.is_empty() {
            self.blank();
        }
        let inline = is_inline(&tag);
        if !inline {
            self.close_line();
            self.close_implied(&tag);
        }
        if VOID.contains(&tag.as_str()) || (self_closing && tag.contains('-')) {
            return;
        }
        if self.open.len() >= DEEP {
            self.skipped += 1;
            return;
        }
        let mut labels = String::new();
        for value in ["class", "id", "role", "itemprop"].into_iter().filter_map(|name| self.attribute(name)) {
            if !labels.is_empty() {
                labels.push(' ');
            }
            labels.push_str(value);
        }
        labels.make_ascii_lowercase();
        let silent = SILENT.contains(&tag.as_str());
        self.linked_data = tag == "script" && self.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json"));
        let parent = self.current();
        let hidden = self.attribute("hidden").is_some() || self.attribute("aria-hidden") == Some("true");
        let named = !labels.is_empty()
            && ASIDE_LABELS.as_ref().is_some_and(|all| all.find_iter(&labels).next().is_some())
            && !labels.contains("content")
            && !matches!(tag.as_str(), "body" | "html" | "main" | "article");
        let header = tag == "header" && !self.outline.ancestors(parent).any(|at| matches!(self.outline.name(at), "article" | "main"));
        let aside = self.outline.elements.get(parent).is_some_and(|parent| parent.aside)
            || ASIDE.contains(&tag.as_str())
            || named
            || header
            || hidden;
        self.silent += usize::from(silent);
        self.links += usize::from(tag == "a");
        self.outline.elements.push(Element { name: tag, parent, labels, aside, pictures: 0, lines: 0 });
        self.open.push(self.outline.elements.len() - 1);
    }

    /// Ends what a tag ends without saying so: a paragraph before a block, an item before the next.
    fn close_implied(&mut self, tag: &str) {
        let ends: &[&str] = match tag {
            "li" => &["li", "p"],
            "dt" | "dd" => &["dt", "dd", "p"],
            "tr" => &["tr", "td", "th", "p"],
            "body" => &["head"],
            _ => &["p"],
        };
        let stops = ["ul", "ol", "table", "td", "div", "article", "section", "main", "body", "blockquote", "figure"];
        for depth in (0..self.open.len()).rev().take(8) {
            let Some(&element) = self.open.get(depth) else { return };
            let name = self.outline.name(element);
            if ends.contains(&name) {
                self.truncate(depth);
                return;
            }
            if stops.contains(&name) && !(tag == "tr" && name == "td") {
                return;
            }
        }
    }

    fn end(&mut self, tag: &str) {
        if !is_inline(tag) {
            self.close_line();
        }
        let found = self.open.iter().rposition(|&element| self.outline.name(element) == tag);
        match found {
            Some(_) if self.skipped > 0 && self.open.len() >= DEEP => self.skipped -= 1,
            Some(depth) => self.truncate(depth),
            None => self.skipped = self.skipped.saturating_sub(1),
        }
    }

    /// Closes all elements from a depth on.
    fn truncate(&mut self, depth: usize) {
        for element in self.open.drain(depth..) {
            let name = self.outline.elements.get(element).map_or("", |element| element.name.as_str());
            self.silent = self.silent.saturating_sub(usize::from(SILENT.contains(&name)));
            self.links = self.links.saturating_sub(usize::from(name == "a"));
        }
    }

    /// Takes a text; `exact` where it stands in the page as it is.
    fn text(&mut self, value: &str, span: Span, exact: bool) {
        if self.silent > 0 {
            match self.outline.name(self.current()) {
                "title" if self.outline.title.is_empty() => self.outline.title = value.trim().to_owned(),
                "script" if self.linked_data => self.outline.linked_data.push(value.to_owned()),
                _ => {}
            }
            return;
        }
        if self.open.is_empty() && value.trim().is_empty() {
            return;
        }
        if exact {
            self.run(value, span);
            return;
        }
        let runs = runs(span.of(self.html), value).unwrap_or_else(|| vec![(Span::new(0, value.len()), Span::new(0, span.len()))]);
        for (run, place) in runs {
            self.run(run.of(value), Span::new(span.start + place.start, span.start + place.end));
        }
    }

    /// Takes a run of text and its place in the page. Line ends in the markup are blanks.
    fn run(&mut self, text: &str, place: Span) {
        let exact = text.len() == place.len();
        let mut at = 0;
        loop {
            let rest = text.get(at..).unwrap_or_default();
            let end = memchr::memchr3(b'\n', b'\r', b'\t', rest.as_bytes());
            let bare = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
            if !bare.is_empty() {
                self.push(bare, if exact { Span::new(place.start + at, place.start + at + bare.len()) } else { place });
            }
            if end.is_none() {
                return;
            }
            self.blank();
            at += bare.len() + 1;
        }
    }

    fn push(&mut self, text: &str, html: Span) {
        let text = if self.line.is_empty() { text.trim_start_matches(' ') } else { text };
        if text.is_empty() {
            return;
        }
        let cut = html.len().saturating_sub(text.len());
        let html =
            if html.len() >= text.len() && html.of(self.html).ends_with(text) { Span::new(html.start + cut, html.end) } else { html };
        if self.links > 0 {
            self.linked += text.chars().count();
        }
        self.line.push(TextPiece { text: text.to_owned(), html });
    }

    /// A blank between two pieces, once.
    fn blank(&mut self) {
        if let Some(last) = self.line.last().filter(|last| !last.text.ends_with(' ')) {
            let end = last.html.end;
            self.line.push(TextPiece { text: " ".to_owned(), html: Span::new(end, end) });
        }
    }

    fn close_line(&mut self) {
        let mut pieces = std::mem::take(&mut self.line);
        let linked = std::mem::take(&mut self.linked);
        while pieces.last().is_some_and(|last| last.text.trim().is_empty()) {
            pieces.pop();
        }
        let chars = pieces.iter().map(|piece| piece.text.chars().count()).sum();
        if chars > 0 {
            // The line stands in the innermost element that is none of its own words'.
            let element = self.open.iter().rev().copied().find(|&at| !INLINE.contains(&self.outline.name(at))).unwrap_or_default();
            if let Some(table) = self.outline.table(element).and_then(|table| self.outline.elements.get_mut(table)) {
                table.lines += 1;
            }
            self.outline.lines.push(Line { element, pieces, chars, linked });
        }
    }
}

/// The runs of a decoded text and where each stands in its source: as it is, or as one character reference. None where the two do not
/// go together.
fn runs(source: &str, value: &str) -> Option<Vec<(Span, Span)>> {
    let mut found = Vec::new();
    let (mut from, mut at) = (0, 0);
    while from < source.len() {
        let rest = source.get(from..)?;
        let literal = rest.find('&').unwrap_or(rest.len());
        if literal > 0 {
            if value.get(at..at + literal)? != rest.get(..literal)? {
                return None;
            }
            found.push((Span::new(at, at + literal), Span::new(from, from + literal)));
            (from, at) = (from + literal, at + literal);
            continue;
        }
        let name = rest.bytes().skip(1).take(40).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
        let closed = rest.as_bytes().get(name + 1) == Some(&b';');
        let length = if name > 0 && closed { name + 2 } else { 1 };
        let decoded = value.get(at..)?.chars().next()?.len_utf8();
        found.push((Span::new(at, at + decoded), Span::new(from, from + length)));
        (from, at) = (from + length, at + decoded);
    }
    (at == value.len()).then_some(found)
}
