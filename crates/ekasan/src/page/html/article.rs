//! Which lines of an HTML page are its article, and what their elements say of them.

use super::outline::{Line, Outline};
use crate::page::block::BlockKind;

/// Characters from which on a line counts as text.
const TEXT: usize = 40;

/// Characters of the longest line that belongs to a picture beside it.
const CAPTION: usize = 170;

/// The lines of the article: those of the element that holds most of the running text, and of those around it that hold its headline.
pub(super) fn lines(outline: &Outline) -> Vec<usize> {
    let kept = |line: &Line| !outline.elements.get(line.element).is_some_and(|element| element.aside);
    let Some(region) = region(outline) else {
        return (0..outline.lines.len()).filter(|&at| outline.lines.get(at).is_some_and(kept)).collect();
    };
    let inside = |line: &Line| outline.ancestors(line.element).any(|at| at == region);
    // What the article itself sets aside stays, if it is no menu.
    (0..outline.lines.len()).filter(|&at| outline.lines.get(at).is_some_and(|line| inside(line) && kept(line))).collect()
}

/// The element of the article.
fn region(outline: &Outline) -> Option<usize> {
    let count = outline.elements.len();
    let mut scores = vec![0.0f32; count];
    let mut chars = vec![0usize; count];
    let mut headed = vec![false; count];
    for line in &outline.lines {
        if outline.elements.get(line.element).is_some_and(|element| element.aside) {
            continue;
        }
        let text = line.chars >= TEXT && line.linked * 3 < line.chars;
        let score = if text { 1.0 + line.chars.min(600) as f32 / 100.0 } else { 0.0 };
        let heading = outline.name(line.element) == "h1";
        for (distance, at) in outline.ancestors(line.element).enumerate() {
            // A paragraph's parent is the article; what is further out holds more than it.
            let share = match distance {
                0 | 1 => 1.0,
                2 => 0.6,
                _ => 0.2,
            };
            if let Some(sum) = scores.get_mut(at) {
                *sum += score * share;
            }
            if let Some(sum) = chars.get_mut(at) {
                *sum += line.chars;
            }
            if let Some(headed) = headed.get_mut(at) {
                *headed |= heading;
            }
        }
    }
    let best = (0..count).filter(|&at| scores.get(at).is_some_and(|score| *score > 0.0)).max_by(|&a, &b| {
        let score = |at: usize| scores.get(at).copied().unwrap_or_default();
        score(a).total_cmp(&score(b)).then(b.cmp(&a))
    })?;
    let size = |at: usize| chars.get(at).copied().unwrap_or_default();
    let has_heading = |at: usize| headed.get(at).copied().unwrap_or_default();
    // The article's own element, where the page has one around it.
    let marked =
        outline.ancestors(best).filter(|&at| matches!(outline.name(at), "article" | "main")).find(|&at| size(at) <= 2 * size(best) + 600);
    let mut region = marked.unwrap_or(best);
    for at in outline.ancestors(region).skip(1) {
        if matches!(outline.name(at), "html" | "") && has_heading(region) {
            break;
        }
        let heading = has_heading(at) && !has_heading(region);
        // The cells of a layout are no parts of one text.
        if matches!(outline.name(at), "tr" | "tbody" | "table") && !heading {
            break;
        }
        let little = size(at) <= size(region) + size(region) / 2 + 200 && !matches!(outline.name(at), "body" | "html" | "");
        if !heading && !little {
            if has_heading(region) {
                break;
            }
            // A headline further out may still be the article's.
            if outline.ancestors(at).any(&has_heading) {
                continue;
            }
            break;
        }
        if heading && !little && size(at) > 4 * size(region) + 800 {
            break;
        }
        region = at;
    }
    Some(region)
}

/// What the elements of a line say that it is.
pub(super) fn hint(outline: &Outline, line: &Line) -> Option<BlockKind> {
    if line.chars <= CAPTION && outline.is_of_picture(line) {
        return Some(BlockKind::Caption);
    }
    for (distance, at) in outline.ancestors(line.element).enumerate().take(3) {
        let name = outline.name(at);
        let labels = outline.labels(at);
        let labelled = |parts: &[&str]| parts.iter().any(|part| labels.split([' ', '-', '_']).any(|word| word == *part));
        if name == "figcaption" || labelled(&["caption", "figcaption"]) || labels.contains("img-desc") || labels.contains("photo-desc") {
            return Some(BlockKind::Caption);
        }
        if distance == 0 && name == "h1" {
            return Some(BlockKind::Title);
        }
        if distance == 0 && labelled(&["sapo", "lead", "summary", "excerpt", "standfirst"]) {
            return Some(BlockKind::Lead);
        }
        if distance <= 1 && labelled(&["author", "byline", "tacgia"]) && line.chars <= 80 {
            return Some(BlockKind::Byline);
        }
        if distance == 0 && matches!(name, "h2" | "h3" | "h4") && line.chars <= 120 && line.linked * 2 < line.chars {
            return Some(BlockKind::Heading);
        }
        if distance == 0 && matches!(name, "li" | "tr") {
            return None;
        }
    }
    None
}
