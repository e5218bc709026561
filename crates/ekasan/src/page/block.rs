//! The kind of every line: what is the article, and what the page's furniture.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::sheet::{LONG, Sheet};
use super::site::is_site;
use super::stamp::{DateLine, date_lines, doubled};
use super::{article, glue, head, tail};
use crate::lang::Language;
use crate::lang::cited::NUMBER_WORDS;
use crate::lang::furniture::{Furniture, beginnings, byline_name, caption_mark, is_age, is_byline, is_counter, is_menu, starts};
use crate::lang::lexicon::names_place_or_body;
use crate::lang::number::LABELS;
use crate::lang::words::is_latin;
use crate::span::Span;
use crate::text::script::{is_alphabetic, is_alphanumeric, is_numeric};

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

/// Lines from the top that may be a menu.
const MENUS: usize = 12;

/// The blocks of a normalized text, and the date lines among them. Where there is markup, `hint` tells what it says of a line.
pub(crate) fn blocks(text: &str, hint: impl Fn(Span) -> Option<BlockKind>) -> (Vec<Block>, Vec<DateLine>) {
    let mut sheet = Sheet::new(text, glue::lines(text));
    let (mut running, mut tagged) = (false, None);
    for at in 0..sheet.len() {
        let below = running;
        running |= sheet.chars(at) > 120;
        // A line alone counts something; among others it may be a counter of the page.
        let counter = sheet.len() > 2 && ((sheet.chars(at) <= 60 && is_counter(sheet.words(at))) || is_tally(&sheet, at));
        if let Some(kind) = furniture(sheet.words(at), sheet.chars(at)).or(counter.then_some(BlockKind::Other)) {
            // Cells of a table, under running text.
            if below && kind == BlockKind::Banner && sheet.words(at).contains(" | ") {
                continue;
            }
            // The address of the site over the article.
            let kind = if at < 3 && is_site(sheet.words(at)) { BlockKind::Banner } else { kind };
            // The fields of a comment form.
            let form = kind == BlockKind::Other
                && sheet.chars(at) <= 20
                && at.checked_sub(1).is_some_and(|above| sheet.kind(above) == Some(BlockKind::Comments));
            sheet.set(at, if form { BlockKind::Comments } else { kind });
        } else if let Some(kind) = hint(sheet.span(at)) {
            sheet.set(at, kind);
        } else if is_bracketed_over_lines(&sheet, at) {
            sheet.set(at, BlockKind::Caption);
            sheet.set(at + 1, BlockKind::Caption);
        } else if below && (is_under_label(&sheet, at) || tagged == at.checked_sub(1) && is_tag(&sheet, at)) {
            // One tag a line.
            tagged = Some(at);
            sheet.set(at, BlockKind::Other);
        } else if below && sheet.chars(at) <= 300 && starts(sheet.words(at), Furniture::Footer)
            || at < MENUS && sheet.chars(at) <= 300 && is_menu(sheet.words(at))
        {
            sheet.set(at, BlockKind::Banner);
        } else if at.checked_sub(1).is_some_and(|above| sheet.words(above) == ">") && sheet.chars(at) <= 200 {
            sheet.set(at, BlockKind::Related);
        }
    }
    let mut dates = date_lines(&mut sheet);
    head::head(&mut sheet, &mut dates);
    tail::tail(&mut sheet);
    article::article(&mut sheet);
    (sheet.blocks(), dates)
}

/// The tags of an article under the label for them, behind running text.
fn is_under_label(sheet: &Sheet<'_>, at: usize) -> bool {
    let labelled = |above: usize| {
        sheet.kind(above) == Some(BlockKind::Other) && (sheet.words(above).ends_with(':') || starts(sheet.words(above), Furniture::Tags))
    };
    at.checked_sub(1).is_some_and(labelled) && sheet.chars(at) <= 100 && !sheet.words(at).ends_with(['.', ':', '”', '"', '!', '?'])
}

/// A word or two without a stop, as a tag under another is.
fn is_tag(sheet: &Sheet<'_>, at: usize) -> bool {
    let line = sheet.words(at);
    sheet.chars(at) <= TAG && line.split(' ').count() <= 5 && !line.contains(['.', ':', ',', '”', '"', '!', '?'])
}

/// Characters of the longest tag on a line of its own.
const TAG: usize = 32;

/// A picture in Markdown.
pub(super) const PICTURE: &str = "![";

/// The kind of a line whose words alone tell it.
fn furniture(line: &str, chars: usize) -> Option<BlockKind> {
    if line.len() > 2 * LONG {
        return None;
    }
    let (Some(first), Some(last)) = (line.chars().next(), line.chars().next_back()) else { return None };
    if let Some(picture) = line.strip_prefix(PICTURE) {
        // A picture without a text of its own.
        return Some(if picture.starts_with(']') { BlockKind::Other } else { BlockKind::Caption });
    }
    // What a table leaves of a credit; the number of a document's letterhead.
    if chars <= 80 && memchr::memrchr(b'/', line.as_bytes()).is_some() && is_letterhead(line) {
        return Some(BlockKind::Other);
    }
    if chars <= 40 && (line.ends_with('|') && line.chars().filter(|c| is_alphabetic(*c)).count() <= 3 || is_letterhead_number(line)) {
        return Some(BlockKind::Other);
    }
    // A rule across the page, with noughts in it or not.
    if line.chars().all(|c| !is_alphanumeric(c)) || line.starts_with("--") && line.bytes().all(|b| matches!(b, b'-' | b'0' | b'o')) {
        return Some(BlockKind::Other);
    }
    if chars <= 40 && line.chars().all(|c| !is_alphabetic(c)) {
        let number = line.strip_prefix('(').and_then(|line| line.strip_suffix(')')).unwrap_or(line);
        let counts = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
        match (counts, first == '(' && last == ')') {
            (true, true) => return Some(BlockKind::Comments),
            // A view counter, not a year.
            (true, false) if !is_year(number) => return Some(BlockKind::Other),
            _ => {}
        }
    }
    // 0 Bình luận
    let label = line.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    if chars <= 40 && label.len() < line.len() && beginnings(label).any(|(cue, end)| cue == Furniture::Comments && end == label.len()) {
        return Some(BlockKind::Comments);
    }
    if is_residue(line, chars) || chars <= 80 && is_buttons(line) {
        return Some(BlockKind::Other);
    }
    // • Label : …
    let line = if chars <= 80 { line.trim_start_matches(['•', '·', ' ']) } else { line };
    for (cue, end) in beginnings(line) {
        let kind = match cue {
            Furniture::Banner => BlockKind::Banner,
            Furniture::Placeholder => BlockKind::Placeholder,
            Furniture::RelatedHeading => BlockKind::RelatedHeading,
            Furniture::Comments => BlockKind::Comments,
            Furniture::Source => BlockKind::Source,
            Furniture::Byline if chars <= 60 && is_byline(line) => BlockKind::Byline,
            Furniture::Other | Furniture::Tags => BlockKind::Other,
            Furniture::Related if chars <= 200 => return Some(BlockKind::Related),
            Furniture::Published if chars <= 80 => BlockKind::PublisherLine,
            _ => continue,
        };
        let rest = line.get(end..).unwrap_or_default().trim_start_matches([' ', ':']);
        // A label before a long sentence begins running text; before an address or a short name it is what it says.
        if rest.is_empty() || rest.starts_with("http") || rest.chars().count() <= 80 {
            return Some(kind);
        }
    }
    // How long ago the page was put there.
    if chars <= 40 && line.starts_with(is_numeric) && is_age(line) {
        return Some(BlockKind::PublisherLine);
    }
    if chars <= 60 && byline_name(line).is_some() {
        return Some(BlockKind::Byline);
    }
    if line.len() <= 3 * LONG && is_path(line, chars) {
        return Some(BlockKind::Banner);
    }
    let tags = line.bytes().filter(|b| *b == b'#').count();
    if line.starts_with('#') && (tags > 1 && chars <= 200 || line.split(' ').all(|word| word.starts_with('#') && word.len() > 1)) {
        return Some(BlockKind::Other);
    }
    // Another article: what its picture is called, and its headline.
    if (40..=240).contains(&chars) && !line.ends_with(['.', '”', '"']) && doubled(line).is_some() {
        return Some(BlockKind::Related);
    }
    // `Nguồn Lao Động: https://…`: a label, a name, an address.
    if memchr::memmem::find(line.as_bytes(), b"http").is_some() {
        let label = line.split([' ', ':']).next().is_some_and(|label| starts(label, Furniture::Source));
        if (line.len() <= LONG && label) || (line.starts_with("http") && !line.contains(' ')) {
            return Some(BlockKind::Source);
        }
    }
    // The address of a site alone.
    if chars <= 60 && is_site(line) {
        return Some(BlockKind::Source);
    }
    caption_mark(line).map(|_| BlockKind::Caption)
}

/// Four digits that a year may be.
fn is_year(number: &str) -> bool {
    number.len() == 4 && number.parse().is_ok_and(|year: u32| (1900..2100).contains(&year) || (2440..2640).contains(&year))
}

/// Buttons beside one another: `Messenger Pinterest LinkedIn`.
fn is_buttons(line: &str) -> bool {
    let button = |word: &str| beginnings(word).any(|(cue, end)| cue == Furniture::Other && end == word.len());
    line.bytes().all(|b| b.is_ascii_alphabetic() || b == b' ') && line.contains(' ') && line.split(' ').all(button)
}

/// What templates and pictures leave: `lg`, the clock of a player, the name of a file in hexadecimal digits.
fn is_residue(line: &str, chars: usize) -> bool {
    let mut bytes = line.bytes();
    match chars {
        ..=3 if bytes.clone().all(|b| b.is_ascii_lowercase()) => true,
        // With the names of its voices too.
        4..=40 if line.starts_with("0:00 /") => true,
        // 1.2k
        // The end of a tag.
        ..=60 if line.ends_with("-->") => true,
        2..=6 if line.ends_with(['k', 'K']) && line.trim_end_matches(['k', 'K']).bytes().all(|b| b.is_ascii_digit() || b == b'.') => true,
        4..=16 => line.starts_with("0:00") && bytes.all(|b| b.is_ascii_digit() || matches!(b, b':' | b'/' | b' ')),
        24.. => bytes.all(|b| b.is_ascii_hexdigit() || matches!(b, b'-' | b'_')) && line.bytes().filter(u8::is_ascii_digit).count() >= 8,
        _ => false,
    }
}

/// A caption in brackets that a line end breaks.
fn is_bracketed_over_lines(sheet: &Sheet<'_>, at: usize) -> bool {
    let (line, next) = (sheet.words(at), sheet.words(at + 1));
    let short = |at: usize| sheet.chars(at) <= 160;
    line.starts_with('(') && !line.contains(')') && next.ends_with(')') && !next.contains('(') && short(at) && short(at + 1)
}

/// `Label: 4582`, beside another such line and before the article.
fn is_tally(sheet: &Sheet<'_>, at: usize) -> bool {
    let tally = |at: usize| {
        sheet.chars(at) <= 36
            && sheet.words(at).rsplit_once(": ").is_some_and(|(label, number)| {
                number.len() >= 2 && number.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')) && !label.contains(':')
            })
    };
    let beside = || tally(at) && (tally(at + 1) || at.checked_sub(1).is_some_and(tally));
    is_doubled_counter(sheet.words(at)) || beside() && (0..at).all(|above| sheet.chars(above) <= 60)
}

/// `ມື້ນີ້:ມື້ນີ້:187`: a label twice, and a number.
fn is_doubled_counter(line: &str) -> bool {
    line.rsplit_once(':').is_some_and(|(labels, number)| {
        let same = labels.split_once(':').is_some_and(|(one, other)| one == other && one.starts_with(is_alphabetic));
        same && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
    })
}

/// `Số: 12/BC-UBND`: the word for a number and a symbol, no more.
fn is_letterhead_number(line: &str) -> bool {
    let Some((word, symbol)) = line.split_once([' ', ':']).filter(|_| line.starts_with(is_latin)) else { return false };
    let symbol = symbol.trim_start_matches([' ', ':']);
    let number =
        LABELS.at(word, 0).is_some_and(|(end, _)| end == word.len()) || NUMBER_WORDS.at(word, 0).is_some_and(|(end, ())| end == word.len());
    number && symbol.contains(['/', '-']) && symbol.starts_with(|c: char| c.is_ascii_digit()) && !symbol.contains(' ')
}

/// `ແຂວງບໍລິຄຳໄຊ ເລກທີ: 12/ຈຂ`: the unit or the body that issued a document, and its number.
fn is_letterhead(line: &str) -> bool {
    let Some((head, symbol)) = line.rsplit_once(": ").filter(|(_, symbol)| symbol.contains('/') && !symbol.contains(' ')) else {
        return false;
    };
    let issuer = NUMBER_WORDS.before(head, head.len()).and_then(|(start, ())| head.get(..start));
    symbol.starts_with(|c: char| c.is_ascii_digit()) && issuer.is_some_and(|issuer| names_place_or_body(issuer.trim_end()))
}

/// A path or a list of sections: `Media / Environment`, `A > B > C`, `A | B | C`.
fn is_path(line: &str, chars: usize) -> bool {
    let has = |sign: u8| memchr::memchr(sign, line.as_bytes()).is_some();
    let short = |separator: &str, most: usize| line.split(separator).all(|part| part.chars().count() <= most);
    (has(b'>') && line.matches(" > ").count() >= 2)
        || (chars <= 100 && [" » ", " › "].iter().any(|sign| line.contains(sign)) && !line.contains(is_numeric))
        || (has(b'|') && line.matches(" | ").count() >= 2 && short(" | ", 32))
        || (chars <= 80 && has(b'/') && line.contains(" / ") && short(" / ", 24) && !line.contains(is_numeric))
}
