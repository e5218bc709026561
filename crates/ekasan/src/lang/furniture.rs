//! The furniture of pages: what banners, labels, counters and captions say.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::table::rows;
use super::words::cases;

/// What a line of furniture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Furniture {
    Banner,
    TitlePrefix,
    Source,
    Comments,
    Placeholder,
    RelatedHeading,
    Caption,
    Updated,
    Other,
    Byline,
    Stamp,
    /// Begins a caption that no mark tells from text.
    Opening,
}

/// Where in a line its words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The line is this.
    Whole,
    /// The line begins with this, alone or before a colon or a bracket.
    Label,
    Prefix,
    Suffix,
    Inside,
    /// Before the name to whom a picture is owed, at the end of the line.
    Credit,
    /// Before the number of a picture, after a hyphen, at the end of the line.
    Numbered,
}

/// A row of the table.
pub(crate) struct Cue {
    pub(crate) kind: Furniture,
    pub(crate) place: Place,
    pub(crate) spelling: String,
}

/// All cues, longest first; those that begin a line also by their first character.
struct Table {
    cues: Vec<Cue>,
    first: HashMap<char, Vec<usize>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut cues = Vec::new();
    for row in rows(include_str!("../../data/furniture.tsv")) {
        let (Some(kind), Some(place)) = (kind(row.get("kind")), place(row.get("place"))) else { continue };
        for spelling in cases(row.get("spelling")) {
            cues.push(Cue { kind, place, spelling });
        }
    }
    cues.sort_by_key(|cue| std::cmp::Reverse(cue.spelling.len()));
    let mut first: HashMap<char, Vec<usize>> = HashMap::new();
    for (index, cue) in cues.iter().enumerate() {
        if let (Place::Whole | Place::Label | Place::Prefix, Some(c)) = (cue.place, cue.spelling.chars().next()) {
            first.entry(c).or_default().push(index);
        }
    }
    Table { cues, first }
});

fn kind(name: &str) -> Option<Furniture> {
    Some(match name {
        "banner" => Furniture::Banner,
        "title_prefix" => Furniture::TitlePrefix,
        "source" => Furniture::Source,
        "comments" => Furniture::Comments,
        "placeholder" => Furniture::Placeholder,
        "related_heading" => Furniture::RelatedHeading,
        "caption" => Furniture::Caption,
        "updated" => Furniture::Updated,
        "other" => Furniture::Other,
        "byline" => Furniture::Byline,
        "stamp" => Furniture::Stamp,
        "opening" => Furniture::Opening,
        _ => return None,
    })
}

fn place(name: &str) -> Option<Place> {
    Some(match name {
        "whole" => Place::Whole,
        "label" => Place::Label,
        "prefix" => Place::Prefix,
        "suffix" => Place::Suffix,
        "inside" => Place::Inside,
        "credit" => Place::Credit,
        "numbered" => Place::Numbered,
        _ => return None,
    })
}

/// The cues of one kind, longest first.
pub(crate) fn cues(kind: Furniture) -> impl Iterator<Item = &'static Cue> {
    TABLE.cues.iter().filter(move |cue| cue.kind == kind)
}

/// What begins `line`: the kinds of the cues that do, each with the byte after it, longest first.
pub(crate) fn beginnings(line: &str) -> impl Iterator<Item = (Furniture, usize)> {
    let bucket = line.chars().next().and_then(|first| TABLE.first.get(&first));
    bucket.into_iter().flatten().filter_map(|&index| TABLE.cues.get(index)).filter_map(move |cue| {
        let rest = line.strip_prefix(cue.spelling.as_str())?;
        let fits = match cue.place {
            Place::Whole => rest.is_empty(),
            Place::Label => rest.trim_start().is_empty() || rest.trim_start().starts_with([':', '(', '：']),
            _ => true,
        };
        fits.then_some((cue.kind, cue.spelling.len()))
    })
}

/// The bytes of `line` after a cue of this kind that begins it: a whole line, a label or a prefix.
pub(crate) fn begins(line: &str, kind: Furniture) -> Option<usize> {
    beginnings(line).find(|(begun, _)| *begun == kind).map(|(_, end)| end)
}

/// How far back from the end of a line a credit may begin, in bytes.
const CREDIT: usize = 260;

/// The byte at which the mark of a caption begins in `line`, where it has one.
pub(crate) fn caption_mark(line: &str) -> Option<usize> {
    if begins(line, Furniture::Caption).is_some() {
        return Some(0);
    }
    let mut from = line.len().saturating_sub(CREDIT);
    while !line.is_char_boundary(from) {
        from += 1;
    }
    let end = line.get(from..)?;
    // Every credit has one of these signs; most lines have none.
    let credit = memchr::memchr2(b':', b'(', end.as_bytes()).is_some();
    CAPTIONS.iter().find_map(|cue| {
        let spelling = cue.spelling.as_str();
        match cue.place {
            Place::Suffix => line.ends_with(spelling).then(|| line.len() - spelling.len()),
            Place::Credit if credit => {
                let at = from + end.rfind(spelling)?;
                let tail = line.get(at + spelling.len()..)?;
                (tail.chars().count() <= 60 && !tail.trim_end_matches(['.', ')', ' ']).contains(". ")).then_some(at)
            }
            Place::Numbered => {
                let head = line.trim_end_matches(['.', ' ']).trim_end_matches(|c: char| c.is_ascii_digit());
                let numbered = head.len() < line.trim_end_matches(['.', ' ']).len();
                let head = head.trim_end().strip_suffix(spelling)?.trim_end();
                (numbered && head.ends_with(['-', '–'])).then(|| head.len() - 1)
            }
            _ => None,
        }
    })
}

/// The cues of captions.
static CAPTIONS: LazyLock<Vec<&'static Cue>> = LazyLock::new(|| cues(Furniture::Caption).collect());
