//! The kind of every line: what is the article, and what the page's furniture.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::lines::lines;
use crate::family::date::Day;
use crate::family::date::find::{Shape, find};
use crate::family::date::resolve::resolve;
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::calendar::{CALENDAR, Calendar};
use crate::lang::furniture::{Furniture, Place, beginnings, begins, caption_mark, cues};
use crate::span::Span;

/// What a block of a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Site name, motto, menu, page header.
    Banner,
    /// The line over the headline.
    Kicker,
    /// The headline.
    Title,
    /// Publisher and/or date and time of this page; the line of the last change.
    PublisherLine,
    /// The first paragraph, which sums up.
    Lead,
    /// A section heading.
    Heading,
    /// Running text.
    Paragraph,
    /// Caption or alternative text of a picture or video.
    Caption,
    /// Author, translator, agency at the end.
    Byline,
    /// Where the article was taken from.
    Source,
    /// Comment heading, form or counter.
    Comments,
    /// Heading of a block of other articles.
    RelatedHeading,
    /// Another article's headline.
    Related,
    /// What a template leaves.
    Placeholder,
    /// Counters, end marks, residue.
    Other,
}

impl BlockKind {
    /// The kind's name, as in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            BlockKind::Banner => "banner",
            BlockKind::Kicker => "kicker",
            BlockKind::Title => "title",
            BlockKind::PublisherLine => "publisher_line",
            BlockKind::Lead => "lead",
            BlockKind::Heading => "heading",
            BlockKind::Paragraph => "paragraph",
            BlockKind::Caption => "caption",
            BlockKind::Byline => "byline",
            BlockKind::Source => "source",
            BlockKind::Comments => "comments",
            BlockKind::RelatedHeading => "related_heading",
            BlockKind::Related => "related",
            BlockKind::Placeholder => "placeholder",
            BlockKind::Other => "other",
        }
    }

    /// Whether mentions are looked for in it.
    #[must_use]
    pub const fn holds_mentions(self) -> bool {
        matches!(self, BlockKind::Title | BlockKind::Lead | BlockKind::Heading | BlockKind::Paragraph | BlockKind::Caption)
    }
}

/// A stretch of the page of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// Its language; that of the page where neither its letters nor its words tell.
    pub language: Language,
}

impl Block {
    /// A block whose language is not known yet.
    pub(crate) const fn new(kind: BlockKind, span: Span) -> Block {
        Block { kind, span, language: Language::Other }
    }
}

/// A date line of the page itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateLine {
    pub(crate) line: Span,
    pub(crate) day: Day,
    pub(crate) date: Span,
    /// It tells of a change, not of publishing.
    pub(crate) updated: bool,
}

/// Lines of the head are looked at as title, date line and the like; this many at most.
const HEAD: usize = 10;
/// Lines longer than this, in bytes, are running text.
const LONG: usize = 480;

/// The blocks of a normalized text, and the date lines among them.
pub(crate) fn blocks(text: &str) -> (Vec<Block>, Vec<DateLine>) {
    let mut lines = lines(text);
    split_crawler_line(text, &mut lines);
    let mut kinds: Vec<Option<BlockKind>> = lines.iter().map(|line| furniture(line.of(text))).collect();
    let dates = date_lines(text, &lines, &mut kinds);
    head(text, &lines, &mut kinds, !dates.is_empty());
    tail(text, &lines, &mut kinds);
    article(text, &lines, &mut kinds);
    let mut blocks = Vec::with_capacity(lines.len() + 1);
    for (span, kind) in lines.iter().zip(kinds) {
        let kind = kind.unwrap_or(BlockKind::Paragraph);
        // A site's prefix glued to the headline is a block of its own.
        match begins(span.of(text), Furniture::TitlePrefix).filter(|end| kind == BlockKind::Title && *end < span.len()) {
            Some(end) => {
                blocks.push(Block::new(BlockKind::Banner, Span::new(span.start, span.start + end)));
                let start = span.end - Span::new(span.start + end, span.end).of(text).trim_start().len();
                blocks.push(Block::new(kind, Span::new(start, span.end)));
            }
            None => blocks.push(Block::new(kind, *span)),
        }
    }
    (blocks, dates)
}

/// ` date 2025-08-01 Headline`: the crawler's date and what follows it are two lines, unless that is a section's name.
fn split_crawler_line(text: &str, lines: &mut Vec<Span>) {
    let Some(first) = lines.first().copied() else { return };
    let Some(rest) = first.of(text).strip_prefix("date ") else { return };
    let day = rest.get(..10).filter(|day| day.parse::<Day>().is_ok());
    let Some(headline) = day.and_then(|_| rest.get(10..)).map(str::trim_start).filter(|headline| headline.chars().count() > 24) else {
        return;
    };
    let start = first.end - headline.len();
    let end = first.start + "date 2025-08-01".len();
    lines.splice(0..1, [Span::new(first.start, end), Span::new(start, first.end)]);
}

/// The kind of a line whose words alone tell it.
fn furniture(line: &str) -> Option<BlockKind> {
    if line.len() > 2 * LONG {
        return None;
    }
    let (Some(first), Some(last)) = (line.chars().next(), line.chars().next_back()) else { return None };
    if line.chars().all(|c| !c.is_alphanumeric()) {
        return Some(BlockKind::Other);
    }
    if first == '(' && last == ')' && line.get(1..line.len() - 1).is_some_and(|inside| inside.bytes().all(|b| b.is_ascii_digit())) {
        return Some(BlockKind::Comments);
    }
    for (cue, end) in beginnings(line) {
        let kind = match cue {
            Furniture::Banner => BlockKind::Banner,
            Furniture::Placeholder => BlockKind::Placeholder,
            Furniture::RelatedHeading => BlockKind::RelatedHeading,
            Furniture::Comments => BlockKind::Comments,
            Furniture::Source => BlockKind::Source,
            Furniture::Byline if line.chars().count() <= 60 => BlockKind::Byline,
            Furniture::Other => BlockKind::Other,
            _ => continue,
        };
        let rest = line.get(end..).unwrap_or_default().trim_start_matches([' ', ':']);
        // A label before a long sentence begins running text; before an address or a short name it is what it says.
        if rest.is_empty() || rest.starts_with("http") || rest.chars().count() <= 80 {
            return Some(kind);
        }
    }
    // `Media / Environment`: a path of sections.
    if line.len() <= 3 * LONG && line.matches(" > ").count() >= 2 {
        return Some(BlockKind::Banner);
    }
    if line.len() <= 120 && line.contains(" / ") && line.split(" / ").all(|part| part.chars().count() <= 24 && !part.contains(is_digit)) {
        return Some(BlockKind::Banner);
    }
    // `Nguồn Lao Động: https://…`: a label, a name, an address.
    if line.len() <= LONG
        && line.contains("http")
        && line.split([' ', ':']).next().is_some_and(|label| begins(label, Furniture::Source).is_some())
    {
        return Some(BlockKind::Source);
    }
    if line.starts_with("http") && !line.contains(' ') {
        return Some(BlockKind::Source);
    }
    caption_mark(line).filter(|_| line.len() <= 2 * LONG).map(|_| BlockKind::Caption)
}

/// Finds the date lines of the head: a full date with little beside it.
fn date_lines(text: &str, lines: &[Span], kinds: &mut [Option<BlockKind>]) -> Vec<DateLine> {
    let mut found = Vec::new();
    // A line alone is no head of a page.
    if lines.len() < 3 {
        return found;
    }
    for (line, kind) in lines.iter().zip(kinds).take(HEAD) {
        let words = line.of(text);
        if words.len() > 420
            || words.chars().count() > 140
            || !words.chars().any(is_digit)
            || matches!(kind, Some(BlockKind::Source | BlockKind::Comments))
        {
            continue;
        }
        let mut scan = Scan::new(text, &[Block::new(BlockKind::Paragraph, *line)]);
        let dates = find(&mut scan);
        let records = resolve(&scan, &dates, None, &mut Vec::new());
        let Some((date, day)) = dates.iter().zip(records).find_map(|(date, record)| {
            let day = record.value?.edtf.parse::<Day>().ok()?;
            matches!(date.shape, Shape::Point(_)).then_some((date.span, day))
        }) else {
            continue;
        };
        let updated = begins(words, Furniture::Updated).is_some();
        if updated || is_stamp(text, *line, date) {
            *kind = Some(BlockKind::PublisherLine);
            found.push(DateLine { line: *line, day, date, updated });
        }
    }
    found
}

/// Whether a line says little beside its date: a time, a weekday, a section, a publisher.
fn is_stamp(text: &str, line: Span, date: Span) -> bool {
    let before = Span::new(line.start, date.start).of(text);
    let after = Span::new(date.end, line.end).of(text);
    let name = publisher_name(before);
    let before = without_stamps(before);
    let after = without_stamps(after);
    let glued = name.is_some_and(|name| doubled(name).is_some());
    let short = |rest: &str| rest.chars().count() <= 40 && rest.split(' ').count() <= 8 && !rest.contains(['“', '"', '?']);
    if glued {
        return short(&after);
    }
    let counts = Span::new(line.start, date.start).of(text).contains(|c: char| c.is_numeric());
    // The first line of a page is its headline or its text, unless it says nothing but the date.
    let first = text.get(..line.start).is_none_or(|head| head.trim().is_empty());
    if first && !before.is_empty() {
        return false;
    }
    before.is_empty() && short(&after) && after.chars().count() <= 20
        || after.is_empty() && before.chars().count() <= 24 && short(&before) && !counts
}

/// What stands before the date, without the words that belong to it.
pub(crate) fn publisher_name(before: &str) -> Option<&str> {
    let name = before.trim_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '(');
    (!name.is_empty()).then_some(name)
}

/// The half of a text that says the same thing twice.
pub(crate) fn doubled(name: &str) -> Option<&str> {
    let half = name.get(..name.len() / 2)?;
    let rest = name.get(name.len() / 2..)?;
    let blank = name.len() % 2 == 1 && name.get(name.len() / 2 + 1..) == Some(half);
    (!half.is_empty() && (half == rest || blank)).then_some(half)
}

/// Words of a date line that belong to its date: zones, weekdays, sections.
static STAMPS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let words = CALENDAR.iter().filter(|(word, meaning)| matches!(meaning, Calendar::Weekday(_) | Calendar::DayCue) && word.len() > 3);
    let mut stamps: Vec<&str> = words.map(|(word, _)| word).collect();
    stamps.extend(cues(Furniture::Stamp).filter(|cue| cue.place == Place::Inside).map(|cue| cue.spelling.as_str()));
    stamps.sort_by_key(|word| std::cmp::Reverse(word.len()));
    stamps
});

/// A piece of a date line without times, zones, weekdays and the like.
fn without_stamps(piece: &str) -> String {
    let mut rest = piece.to_owned();
    for stamp in STAMPS.iter().filter(|stamp| piece.contains(**stamp)) {
        rest = rest.replace(stamp, " ");
    }
    let kept: String = rest.chars().map(|c| if c.is_alphabetic() || is_mark(c) { c } else { ' ' }).collect();
    let words: Vec<&str> = kept.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '໐'..='໙' | '๐'..='๙')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{e31}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{eb1}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}')
}

/// Title, kicker and repetitions of the title.
fn head(text: &str, lines: &[Span], kinds: &mut [Option<BlockKind>], dated: bool) {
    let open = |kinds: &[Option<BlockKind>], from: usize| (from..kinds.len()).find(|&at| kinds.get(at) == Some(&None));
    let Some(mut at) = open(kinds, 0) else { return };
    let line = |at: usize| lines.get(at).copied().unwrap_or_default().of(text);
    // A kicker: a short line right over a longer one that comes again or stands before the date.
    if let Some(next) = open(kinds, at + 1).filter(|&next| next == at + 1)
        && line(at).chars().count() <= 30
        && line(next).chars().count() <= 200
        && !is_title(text, lines, kinds, at, dated)
        && is_title(text, lines, kinds, next, dated)
    {
        set(kinds, at, BlockKind::Kicker);
        at = next;
    }
    // The name of a section, the date, then the headline.
    if line(at).chars().count() <= 24
        && kinds.get(at + 1) == Some(&Some(BlockKind::PublisherLine))
        && let Some(next) = open(kinds, at + 2).filter(|&next| next == at + 2)
        && (20..=200).contains(&line(next).chars().count())
        && !line(next).ends_with('.')
        && lines.len() > next + 1
    {
        set(kinds, at, BlockKind::Kicker);
        at = next;
    } else if let Some(next) = open(kinds, at + 1).filter(|&next| next == at + 1)
        && line(at).chars().count() <= 24
        && !line(at).ends_with(['.', ':'])
        && (28..=200).contains(&line(next).chars().count())
        && !line(next).ends_with('.')
        && lines.get(next + 1).is_some_and(|after| after.of(text).chars().count() > line(next).chars().count())
        && !line(next).starts_with(char::is_lowercase)
    {
        // The name of a section, then the headline.
        set(kinds, at, BlockKind::Kicker);
        at = next;
    } else if !is_title(text, lines, kinds, at, dated) {
        return;
    }
    set(kinds, at, BlockKind::Title);
    let title = headline(line(at)).to_owned();
    // The headline again, right under it or under the date.
    for next in at + 1..lines.len().min(at + 5) {
        match kinds.get(next) {
            Some(Some(BlockKind::PublisherLine | BlockKind::Other)) => {}
            Some(None) if line(next) == title => {
                let picture = kinds.get(next + 1..).is_some_and(|rest| rest.first() == Some(&Some(BlockKind::Caption)));
                set(kinds, next, if picture { BlockKind::Caption } else { BlockKind::Title });
            }
            _ => break,
        }
    }
}

/// A headline without the site's prefix.
pub(crate) fn headline(line: &str) -> &str {
    begins(line, Furniture::TitlePrefix).and_then(|end| line.get(end..)).unwrap_or(line).trim()
}

/// Whether an open line of the head is the page's title.
fn is_title(text: &str, lines: &[Span], kinds: &[Option<BlockKind>], at: usize, dated: bool) -> bool {
    let line = lines.get(at).copied().unwrap_or_default().of(text);
    let length = line.chars().count();
    if begins(line, Furniture::TitlePrefix).is_some() {
        return true;
    }
    // A line that goes on in small letters is running text broken by its width.
    let goes_on = lines.get(at + 1).is_some_and(|next| next.of(text).starts_with(char::is_lowercase));
    if length > 260 || goes_on {
        return false;
    }
    let again = lines.iter().skip(at + 1).any(|other| other.of(text) == line);
    let before_date = kinds.get(at + 1..(at + 3).min(kinds.len())).is_some_and(|near| near.contains(&Some(BlockKind::PublisherLine)));
    let after_banner = kinds.get(..at).is_some_and(|head| head.contains(&Some(BlockKind::Banner)));
    let sentence = line.ends_with(['.', '。', '…']) && !line.ends_with("...");
    if again || (before_date && dated) || (after_banner && !sentence) {
        return true;
    }
    let next = lines.get(at + 1..).unwrap_or_default().iter().zip(kinds.get(at + 1..).unwrap_or_default()).find(|(_, kind)| kind.is_none());
    let longer = next.is_some_and(|(next, _)| next.of(text).chars().count() * 4 > length * 5);
    !sentence && (8..=180).contains(&length) && longer && lines.len() > at + 1
}

fn set(kinds: &mut [Option<BlockKind>], at: usize, kind: BlockKind) {
    if let Some(slot) = kinds.get_mut(at) {
        *slot = Some(kind);
    }
}

/// What comes after the article: the source line, comments, other articles.
fn tail(text: &str, lines: &[Span], kinds: &mut [Option<BlockKind>]) {
    let closes = |kind: Option<BlockKind>| matches!(kind, Some(BlockKind::Source | BlockKind::Comments | BlockKind::RelatedHeading));
    // A line of furniture closes the article where most of what follows it is short: counted from the end.
    let first = kinds.iter().position(Option::is_none).unwrap_or(kinds.len());
    let half = (lines.len() / 2).min(1);
    let (mut long, mut short) = (0, 0);
    let mut end = None;
    for (at, (line, kind)) in lines.iter().zip(kinds.iter()).enumerate().rev() {
        if kind.is_none() {
            if line.of(text).chars().count() > 250 { long += 1 } else { short += 1 }
        } else if closes(*kind) && !line.of(text).starts_with("http") && at > first && at >= half && (long == 0 || long * 4 <= short) {
            end = Some(at);
        }
    }
    for kind in kinds.iter_mut().take(end.unwrap_or(lines.len())).filter(|kind| closes(**kind)) {
        *kind = None;
    }
    let Some(end) = end else {
        byline(text, lines, kinds, lines.len());
        return;
    };
    for slot in kinds.iter_mut().skip(end + 1).filter(|slot| matches!(slot, None | Some(BlockKind::Caption))) {
        *slot = Some(BlockKind::Related);
    }
    byline(text, lines, kinds, end);
}

/// The author's line: short, without a full stop, the last of the article.
fn byline(text: &str, lines: &[Span], kinds: &mut [Option<BlockKind>], end: usize) {
    let last = (0..end).rev().find(|&at| !matches!(kinds.get(at), Some(Some(BlockKind::Other | BlockKind::Placeholder))));
    let Some(at) = last.filter(|&at| at >= 2 && kinds.get(at) == Some(&None)) else { return };
    let line = lines.get(at).copied().unwrap_or_default().of(text);
    let length = line.chars().count();
    let words = line.split(' ').count();
    let named = begins(line, Furniture::Byline).is_some() && length <= 80;
    let name = length <= 40
        && words <= 6
        && !line.ends_with(['.', ':', '!', '?', '”', '"', ';'])
        && !line.contains(|c: char| c.is_numeric() || "#*_“”".contains(c));
    let after_text = lines.get(at.saturating_sub(1)).is_some_and(|before| before.of(text).chars().count() > length * 2);
    if named || (name && after_text) {
        set(kinds, at, BlockKind::Byline);
    }
}

/// Lead, captions without marks, headings, and all that is left.
fn article(text: &str, lines: &[Span], kinds: &mut [Option<BlockKind>]) {
    let title = lines
        .iter()
        .zip(kinds.iter())
        .find(|(_, kind)| **kind == Some(BlockKind::Title))
        .map(|(line, _)| headline(line.of(text)).to_owned());
    let mut lead = false;
    let mut alternative = false;
    for at in 0..lines.len() {
        let line = lines.get(at).copied().unwrap_or_default().of(text);
        let length = line.chars().count();
        let sentence = line.ends_with(['.', '!', '?', '”', '"', ':', ';', '…']);
        if kinds.get(at) != Some(&None) {
            alternative = kinds.get(at) == Some(&Some(BlockKind::Caption)) && title.as_deref().is_some_and(|title| line == title);
            continue;
        }
        let opening = lead && length <= 110 && at + 1 < lines.len() && begins(line, Furniture::Opening).is_some();
        let kind = if title.as_deref() == Some(line) || opening || (alternative && length <= 160 && !line.ends_with('.')) {
            BlockKind::Caption
        } else if !lead {
            lead = true;
            BlockKind::Lead
        } else if length <= 90
            && !sentence
            && !line.starts_with(['-', '+', '•', '*', '“', '"', '#', '('])
            && is_heading(text, lines, kinds, at)
        {
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        };
        alternative = kind == BlockKind::Caption && title.as_deref() == Some(line);
        set(kinds, at, kind);
    }
}

/// A short line over running text and under running text.
fn is_heading(text: &str, lines: &[Span], kinds: &[Option<BlockKind>], at: usize) -> bool {
    let length = |at: usize| lines.get(at).copied().unwrap_or_default().of(text).chars().count();
    let next = kinds.get(at + 1) == Some(&None) && length(at + 1) > 2 * length(at);
    let digits = lines.get(at).copied().unwrap_or_default().of(text).starts_with(|c: char| c.is_numeric());
    next && (length(at + 1) > 120 || digits)
}
