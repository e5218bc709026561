//! Mentions wrapped in the text in which they stand.

use crate::document::{Document, Mention};
use crate::span::Span;

impl Document {
    /// The text with every mention wrapped in what `mark` gives to stand before and after it; nothing for those to be left alone.
    /// Mentions may lie within each other; of two that cross, the later one is left alone.
    ///
    /// # Examples
    /// ```
    /// let page = ekasan::parse("ວັນທີ 7 ສິງຫາ 2024, ສະຫາຍ 5 ຄົນ");
    /// let marked = page.annotate(|mention| Some((format!("[{} ", mention.kind()), "]".to_owned())));
    /// assert_eq!(marked, "ວັນທີ [date 7 ສິງຫາ 2024], ສະຫາຍ [quantity 5 ຄົນ]");
    /// ```
    #[must_use]
    pub fn annotate(&self, mark: impl Fn(&Mention) -> Option<(String, String)>) -> String {
        wrap(self.text(), &nested(self.mentions().iter().filter_map(|mention| Some((mention.span(), mark(mention)?)))))
    }

    /// The HTML from which the page was made, with every mention wrapped likewise. Where a tag stands inside a mention, each run of text
    /// of it is wrapped on its own, so that tags stay balanced.
    #[must_use]
    pub fn annotate_html(&self, html: &str, mark: impl Fn(&Mention) -> Option<(String, String)>) -> String {
        let marks = nested(self.mentions().iter().filter_map(|mention| Some((mention.span(), mark(mention)?))));
        let mut runs: Vec<(Span, (String, String))> = Vec::new();
        for (span, around) in marks {
            let mut last: Option<Span> = None;
            let first = self.pieces.partition_point(|piece| piece.text.end <= span.start);
            for piece in self.pieces.iter().skip(first).take_while(|piece| piece.text.start < span.end) {
                let part = Span::new(span.start.max(piece.text.start), span.end.min(piece.text.end));
                let Some(place) = self.source_span(part).filter(|place| !place.is_empty()) else { continue };
                // Runs that no tag parts are one.
                match last.filter(|last| last.end <= place.start && !Span::new(last.end, place.start).of(html).contains('<')) {
                    Some(before) => {
                        let joined = before.join(place);
                        if let Some(run) = runs.last_mut() {
                            run.0 = joined;
                        }
                        last = Some(joined);
                    }
                    None => {
                        runs.push((place, around.clone()));
                        last = Some(place);
                    }
                }
            }
        }
        runs.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        wrap(html, &nested(runs.into_iter()))
    }
}

/// Those of some marked spans, in order and the longer first, that do not cross one before them.
fn nested(marks: impl Iterator<Item = (Span, (String, String))>) -> Vec<(Span, (String, String))> {
    let mut marks: Vec<(Span, (String, String))> = marks.filter(|(span, _)| !span.is_empty()).collect();
    marks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut open: Vec<usize> = Vec::new();
    marks.retain(|(span, _)| {
        while open.last().is_some_and(|end| *end <= span.start) {
            open.pop();
        }
        let fits = open.last().is_none_or(|end| span.end <= *end);
        if fits {
            open.push(span.end);
        }
        fits
    });
    marks
}

/// A text with marks around spans that lie beside or within each other.
fn wrap(text: &str, marks: &[(Span, (String, String))]) -> String {
    let mut out = String::with_capacity(text.len() + marks.len() * 16);
    let mut at = 0;
    let mut open: Vec<(usize, &str)> = Vec::new();
    let close = |out: &mut String, at: &mut usize, open: &mut Vec<(usize, &str)>, until: usize| {
        while let Some((end, after)) = open.pop_if(|(end, _)| *end <= until) {
            out.push_str(Span::new(*at, end).of(text));
            out.push_str(after);
            *at = end;
        }
    };
    for (span, (before, after)) in marks {
        close(&mut out, &mut at, &mut open, span.start);
        out.push_str(Span::new(at, span.start).of(text));
        out.push_str(before);
        at = span.start;
        open.push((span.end, after));
    }
    close(&mut out, &mut at, &mut open, usize::MAX);
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use crate::Parser;

    #[test]
    fn a_place_within_a_body_is_wrapped_within_it() {
        let page = crate::parse("UBND tỉnh Quảng Trị họp");
        let marked = page.annotate(|mention| Some((format!("<{}>", mention.kind()), format!("</{}>", mention.kind()))));
        assert_eq!(marked, "<organization>UBND tỉnh <place>Quảng Trị</place></organization> họp");
    }

    #[test]
    fn tags_stay_balanced() {
        let html = "<article><p>ในวันที่ <b>7 ส.ค.</b> 2567 เทศบาลปลูกต้นไม้ &amp; ดอกไม้ 40 ต้น ที่สวนสาธารณะของเมือง</p></article>";
        let page = Parser::default().parse_html(html);
        let marked = page.annotate_html(html, |mention| (mention.kind() == "date").then(|| ("<i>".to_owned(), "</i>".to_owned())));
        assert!(marked.contains("<b><i>7 ส.ค.</i></b><i> 2567</i> เทศบาล"), "{marked}");
        assert_eq!(marked.replace("<i>", "").replace("</i>", ""), html);
    }
}
