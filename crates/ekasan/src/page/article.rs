//! The article: lead, headings, captions that no mark tells from text, paragraphs.

use std::collections::HashSet;

use memchr::memmem;

use super::block::BlockKind;
use super::head::{headline, is_in_capitals, is_native, is_same, signs_in_capitals};
use super::sheet::Sheet;
use crate::lang::cited::TYPE_WORDS;
use crate::lang::furniture::{Furniture, is_scene, starts};
use crate::lang::lexicon::begins_with_title;
use crate::lang::number::holds_function_word;
use crate::text::script::is_numeric;

/// Characters of the longest caption that no mark tells.
const CAPTION: usize = 170;
/// Characters of a line too short for running text.
const SHORT: usize = 110;

/// The kind of every line that is still open.
pub(super) fn article(sheet: &mut Sheet<'_>) {
    let title = (0..sheet.len()).find(|&at| sheet.kind(at) == Some(BlockKind::Title)).map(|at| headline(sheet.words(at)));
    let repeated = repeated(sheet);
    // The markup may have told it.
    let mut lead = (0..sheet.len()).any(|at| sheet.kind(at) == Some(BlockKind::Lead));
    let mut picture = false;
    for at in 0..sheet.len() {
        let line = sheet.words(at);
        let is_title = title.is_some_and(|title| is_same(line, title));
        if !sheet.is_open(at) {
            // The headline as the alternative text of a picture: its caption comes next.
            picture = sheet.kind(at) == Some(BlockKind::Caption) && (is_title || is_file(line));
            continue;
        }
        let length = sheet.chars(at);
        let last = at + 1 >= sheet.len();
        let numbered_picture = length <= 2 * CAPTION && title.is_some_and(|title| is_numbered(line, title));
        let of_picture = numbered_picture
            || (length <= CAPTION && lead && (is_alternative(sheet, at)))
            || ((lead || title.is_some()) && is_name_alone(line, length));
        let stops = line.ends_with(['.', '!', '?', ':', ';', '…']);
        let numbered = line.starts_with(is_numeric);
        let told = picture && (20..=SHORT).contains(&length) && !line.ends_with('.') && !numbered && !line.starts_with('-');
        let credited =
            sheet.kind(at + 1) == Some(BlockKind::Caption) && title.is_some_and(|title| !title.is_empty() && line.starts_with(title));
        let again = lead && is_told_above(sheet, at);
        // Its owner in capitals, on a line of its own.
        if lead && !last && is_owner(sheet, at + 1) && !stops && !line.ends_with(',') && !numbered && (20..=CAPTION).contains(&length) {
            sheet.set(at, BlockKind::Caption);
            sheet.set(at + 1, BlockKind::Other);
            continue;
        }
        let kind = if lead && line.contains(" | ") {
            // Cells of a table.
            BlockKind::Paragraph
        } else if is_title
            || again
            || told
            || credited
            || of_picture
            || (length <= CAPTION && (!last || is_again(sheet, at)) && (repeated.contains(line) || is_caption(sheet, at, lead)))
        {
            BlockKind::Caption
        } else if !lead && !(length <= 90 && (is_in_capitals(line) || is_point(line)) && is_heading(sheet, at)) {
            lead = true;
            BlockKind::Lead
        } else if length <= 90
            && (!stops || line.ends_with(':') && is_point(line) || line.ends_with('?') && is_in_capitals(line))
            && !line.ends_with(['”', '"'])
            && !line.starts_with(['-', '+', '•', '*', '“', '"', '#', '('])
            && is_heading(sheet, at)
        {
            BlockKind::Heading
        } else if lead && is_aside(sheet, at) {
            BlockKind::Caption
        } else {
            BlockKind::Paragraph
        };
        // Under a heading no paragraph sums up.
        lead |= kind == BlockKind::Heading;
        picture = kind == BlockKind::Caption && (is_title || is_foreign(sheet, at));
        sheet.set(at, kind);
    }
}

/// A word or two in capitals between a line without a full stop and running text: to whom the picture over it is owed.
fn is_owner(sheet: &Sheet<'_>, at: usize) -> bool {
    let line = sheet.words(at);
    sheet.is_open(at)
        && sheet.chars(at) <= 24
        && line.split(' ').count() <= 4
        && line.chars().all(|c| c == ' ' || c.is_uppercase())
        && TYPE_WORDS.at(line, 0).is_none()
        && sheet.chars(at + 1) > SHORT
}

/// The name of a picture's file.
fn is_file(line: &str) -> bool {
    line.rsplit_once('.')
        .is_some_and(|(name, end)| !name.is_empty() && ["jpg", "jpeg", "png", "webp", "gif"].contains(&end.to_ascii_lowercase().as_str()))
}

/// `Headline - ảnh 1…`: the headline as the alternative text of a numbered picture, with what was glued to it.
fn is_numbered(line: &str, title: &str) -> bool {
    let rest = line.strip_prefix(title).filter(|_| !title.is_empty()).map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with(['-', '–']) && rest.chars().take(12).any(|c| c.is_ascii_digit()))
}

/// The alternative text of a picture: the headline with the picture's number glued to more, or words of another script than the page's.
fn is_alternative(sheet: &Sheet<'_>, at: usize) -> bool {
    let line = sheet.words(at);
    // Behind the date line a whole sentence too.
    let stamp = at.checked_sub(1).and_then(|above| sheet.kind(above)) == Some(BlockKind::PublisherLine);
    let foreign = (stamp || !line.ends_with('.')) && is_foreign(sheet, at);
    // Over a credit, but the last point of a list.
    let credit = !line.starts_with(['-', '+', '•'])
        && sheet.kind(at + 1) == Some(BlockKind::Caption)
        && sheet.chars(at + 1) <= 40
        && starts(sheet.words(at + 1), Furniture::Caption);
    foreign || credit
}

/// Words of another script than the running text around them.
fn is_foreign(sheet: &Sheet<'_>, at: usize) -> bool {
    let native = |near: usize| sheet.chars(near) > SHORT && is_native(sheet.words(near));
    sheet.chars(at) >= 20 && !is_native(sheet.words(at)) && (at.saturating_sub(4)..at + 4).any(native)
}

/// Words of the running text over it: what a picture is called.
fn is_told_above(sheet: &Sheet<'_>, at: usize) -> bool {
    let line = sheet.words(at).trim_end_matches('.');
    if !(25..=CAPTION).contains(&sheet.chars(at)) {
        return false;
    }
    // Its first letter may be small there.
    let rest = line.char_indices().nth(1).and_then(|(second, _)| line.get(second..)).unwrap_or_default();
    let finder = memmem::Finder::new(rest);
    // The lead without who reports is the lead again.
    let whole = |above: usize| sheet.kind(above) == Some(BlockKind::Lead) && sheet.words(above).trim_end_matches('.').ends_with(line);
    let holds =
        |above: &usize| sheet.chars(*above) > sheet.chars(at) && finder.find(sheet.words(*above).as_bytes()).is_some() && !whole(*above);
    matches!((at.saturating_sub(2)..at).rev().find(holds), Some(above) if matches!(sheet.kind(above), Some(BlockKind::Lead | BlockKind::Paragraph)))
}

/// Characters of the longest title in short.
const TITLE: usize = 12;

/// A title and a name, nothing else.
fn is_name_alone(line: &str, length: usize) -> bool {
    // A title in short ends with a full stop: นพ.
    let name = line.rsplit_once('.').filter(|(title, _)| title.chars().count() <= TITLE).map_or(line, |(_, name)| name);
    (8..=60).contains(&length)
        && !name.contains(|c: char| is_numeric(c) || ",.:;“\"?!".contains(c))
        && line.split(' ').count() <= 6
        && begins_with_title(line)
        && !holds_function_word(line)
}

/// Short open lines that stand on the page more than once: what a picture is called, and its caption.
fn repeated<'t>(sheet: &Sheet<'t>) -> HashSet<&'t str> {
    let mut seen = HashSet::new();
    let short = (0..sheet.len()).filter(|&at| sheet.is_open(at) && (20..=SHORT).contains(&sheet.chars(at)));
    short.map(|at| sheet.words(at)).filter(|line| !line.ends_with(['.', ':', ';', '?', '!']) && !seen.insert(*line)).collect()
}

/// A short line without a full stop between running text that has them, or in the letters of another language than the page's.
fn is_aside(sheet: &Sheet<'_>, at: usize) -> bool {
    let line = sheet.words(at);
    let listed = line.starts_with(['-', '+', '•', '*', '“', '"', '#', '(', '–']) || line.starts_with(is_numeric);
    let stops = line.ends_with(['.', '!', '?', ':', ';', '…', '”', '"', ',']);
    if listed || stops || !(20..=CAPTION).contains(&sheet.chars(at)) {
        return false;
    }
    let thai = |text: &str| text.contains(|c| matches!(c, 'ก'..='๛'));
    let text = |at: usize| sheet.chars(at) > SHORT;
    let near: Vec<usize> = (at.saturating_sub(6)..sheet.len().min(at + 7)).filter(|&near| text(near)).collect();
    if !is_native(line) && near.iter().any(|&near| is_native(sheet.words(near))) {
        return true;
    }
    // Thai has no full stop.
    let ended = near.iter().filter(|&&near| sheet.words(near).ends_with(['.', '”', '"'])).count();
    let alone = at.checked_sub(1).is_some_and(text) && (text(at + 1) || (at + 1 < sheet.len() && !sheet.is_open(at + 1)));
    !thai(line) && alone && !near.is_empty() && ended * 4 >= near.len() * 3
}

/// Whether a line tells what a picture shows, by its words, or because it stands there twice.
fn is_caption(sheet: &Sheet<'_>, at: usize, lead: bool) -> bool {
    let line = sheet.words(at);
    if line.ends_with([':', ';', '?', '!']) || line.starts_with(['-', '+', '•', '*', '“', '"', '#', '(']) {
        return false;
    }
    if sheet.words(at + 1) == "|" || (lead && sheet.is_split(at) && at.checked_sub(1).is_some_and(|above| sheet.words(above) == "|")) {
        return true;
    }
    let twice =
        (lead || is_scene(line)) && (sheet.words(at + 1) == line || at.checked_sub(1).is_some_and(|above| sheet.words(above) == line));
    // A life told in short paragraphs: Ông sinh năm …. Ông là ….
    let ended = |at: usize| sheet.words(at).ends_with('.') && starts(sheet.words(at), Furniture::Opening);
    let told = !is_scene(line) && ended(at) && (at.checked_sub(1).is_some_and(ended) || ended(at + 1));
    let opening = !told && starts(line, Furniture::Opening) && (lead || !line.ends_with('.'));
    let stops = line.ends_with('.');
    let short = sheet.chars(at) <= 100;
    twice
        || (lead && sheet.chars(at) <= 110 && opening)
        || ((!stops || (short && lead && opening)) && is_scene(line))
        || (opening && !stops && sheet.chars(at) <= 110)
        || (lead && ends_with_owner(line))
}

/// `… trên bến HOÀNG MAI`: words, and in capitals whose picture it is.
fn ends_with_owner(line: &str) -> bool {
    let words = line.trim_end_matches(|c: char| c == ' ' || c.is_uppercase());
    line.get(words.len()..).and_then(|owner| owner.strip_prefix(' ')).is_some_and(|owner| words.contains(' ') && signs_in_capitals(owner))
}

/// Whether a line says what the caption over it says.
fn is_again(sheet: &Sheet<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|above| sheet.kind(above) == Some(BlockKind::Caption) && sheet.words(above) == sheet.words(at))
}

/// A short line over running text and under running text.
fn is_heading(sheet: &Sheet<'_>, at: usize) -> bool {
    // Over the text there may be a picture.
    let under = (at + 1..sheet.len()).find(|&under| sheet.kind(under) != Some(BlockKind::Caption)).unwrap_or(sheet.len());
    let next = sheet.is_open(under) && sheet.chars(under) > 2 * sheet.chars(at);
    let line = sheet.words(at);
    let numbered = line.starts_with(is_numeric) || is_part(line);
    // A row of a table, under another.
    let row = |at: usize| sheet.chars(at) <= 90 && sheet.words(at).ends_with(|c: char| is_numeric(c) || c == '%');
    let of_table = row(at) && at.checked_sub(1).is_some_and(row);
    next && !of_table && (sheet.chars(under) > 120 || numbered)
}

/// Whether a line begins with the number of a part: `1. …`, `2) …`.
fn is_point(line: &str) -> bool {
    let rest = line.trim_start_matches(is_numeric);
    rest.len() < line.len() && rest.starts_with(['.', ')', '/']) || is_part(line)
}

/// Whether a line begins with the Roman numeral of a part: `II. …`.
fn is_part(line: &str) -> bool {
    line.split_once(['.', '/', ')', '-']).is_some_and(|(head, _)| is_roman(head))
}

fn is_roman(head: &str) -> bool {
    !head.is_empty() && head.len() <= 4 && head.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}
