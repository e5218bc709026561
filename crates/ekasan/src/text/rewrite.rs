//! A pass over a text, its edits, and the way back through them.

use memchr::memmem;

use crate::span::Span;

/// One replacement of a pass: what stood where, and what stands there now. Both spans are in bytes, of the pass's own
/// input and output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes replaced, in the pass's input.
    pub before: Span,
    /// The bytes that stand there, in the pass's output; empty where something was removed.
    pub after: Span,
}

/// What one pass did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The pass, such as `lo.sara_am`.
    pub pass: &'static str,
    /// Its edits, in order.
    pub edits: Vec<Edit>,
    /// The text after the pass.
    output: String,
}

impl Step {
    /// The text as it stood after this pass.
    #[must_use]
    pub fn output(&self) -> &str {
        &self.output
    }
}

/// A raw text and its normalized form, joined by the edits between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Text {
    raw: String,
    /// Only the passes that changed something.
    steps: Vec<Step>,
}

impl Text {
    pub(crate) fn new<'p>(raw: String, passes: impl IntoIterator<Item = &'p Pass>) -> Text {
        let mut text = Text { raw, steps: Vec::new() };
        for pass in passes {
            if !pass.only_after.is_empty() && !text.steps.iter().any(|step| pass.only_after.contains(&step.pass)) {
                continue;
            }
            let mut rewriter = Rewriter::new(text.normalized());
            (pass.run)(&mut rewriter);
            if let Some((output, edits)) = rewriter.finish() {
                text.steps.push(Step { pass: pass.id, edits, output });
            }
        }
        text
    }

    /// The text as given.
    #[must_use]
    pub(crate) fn raw(&self) -> &str {
        &self.raw
    }

    /// The text after every pass.
    #[must_use]
    pub(crate) fn normalized(&self) -> &str {
        self.steps.last().map_or(&self.raw, |step| &step.output)
    }

    /// The passes that changed something, in order.
    #[must_use]
    pub(crate) fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The raw bytes from which `span` of the normalized text came. A span whose end lies inside an edit is widened to it.
    #[must_use]
    pub(crate) fn source(&self, span: Span) -> Span {
        self.steps.iter().rev().fold(span, |span, step| {
            let start = back(&step.edits, span.start, true);
            Span::new(start, if span.is_empty() { start } else { back(&step.edits, span.end, false) })
        })
    }

    /// The raw bytes from which some positions of the normalized text came, as starts. They must be in order.
    pub(crate) fn source_starts(&self, positions: &mut [usize]) {
        for step in self.steps.iter().rev() {
            let mut edits = step.edits.iter().peekable();
            let mut last: Option<&Edit> = None;
            for at in positions.iter_mut() {
                while let Some(edit) = edits.next_if(|edit| edit.after.start <= *at) {
                    last = Some(edit);
                }
                *at = last.map_or(*at, |edit| before_edit(edit, *at, true));
            }
        }
    }
}

/// A position of a pass's output in its input. At the edge of a removal a start comes after it, an end before it.
fn back(edits: &[Edit], at: usize, is_start: bool) -> usize {
    let next = edits.partition_point(|edit| if is_start { edit.after.start <= at } else { edit.after.start < at });
    next.checked_sub(1).and_then(|last| edits.get(last)).map_or(at, |edit| before_edit(edit, at, is_start))
}

/// A position at or behind an edit, and before the next one, in the pass's input.
fn before_edit(edit: &Edit, at: usize, is_start: bool) -> usize {
    if at >= edit.after.end {
        edit.before.end + (at - edit.after.end)
    } else if is_start {
        edit.before.start
    } else {
        edit.before.end
    }
}

/// A named pass: reads the rewriter's input and tells it what to replace.
pub(crate) struct Pass {
    pub(crate) id: &'static str,
    pub(crate) run: fn(&mut Rewriter<'_>),
    /// Where this is not empty, the pass is run only if one of these changed something.
    pub(crate) only_after: &'static [&'static str],
}

/// Collects the replacements of one pass, in order.
pub(crate) struct Rewriter<'t> {
    pub(crate) input: &'t str,
    output: String,
    copied: usize,
    edits: Vec<Edit>,
}

impl<'t> Rewriter<'t> {
    fn new(input: &'t str) -> Rewriter<'t> {
        Rewriter { input, output: String::new(), copied: 0, edits: Vec::new() }
    }

    /// Replaces `before`, which must begin at or after the end of the last replacement; the same text again is no edit.
    pub(crate) fn replace(&mut self, before: Span, with: &str) {
        if before.of(self.input) == with {
            return;
        }
        if self.edits.is_empty() {
            self.output.reserve(self.input.len());
        }
        self.output.push_str(Span::new(self.copied, before.start).of(self.input));
        let start = self.output.len();
        self.output.push_str(with);
        self.edits.push(Edit { before, after: Span::new(start, self.output.len()) });
        self.copied = before.end;
    }

    /// The byte up to which the input is settled.
    pub(crate) fn copied(&self) -> usize {
        self.copied
    }

    fn finish(mut self) -> Option<(String, Vec<Edit>)> {
        if self.edits.is_empty() {
            return None;
        }
        self.output.push_str(Span::new(self.copied, self.input.len()).of(self.input));
        Some((self.output, self.edits))
    }
}

/// Replaces one string by another wherever it stands.
pub(super) fn replace_all(text: &mut Rewriter<'_>, what: &str, with: &str) {
    for at in memmem::find_iter(text.input.as_bytes(), what) {
        text.replace(Span::new(at, at + what.len()), with);
    }
}

/// Whether a text holds one of some strings: asked before a pass looks closer.
pub(super) fn may_hold(text: &str, needles: &[&str]) -> bool {
    needles.iter().any(|needle| memmem::find(text.as_bytes(), needle.as_bytes()).is_some())
}
