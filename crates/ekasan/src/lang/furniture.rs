//! The furniture of pages: what banners, labels, counters and captions say.

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

static CUES: LazyLock<Vec<Cue>> = LazyLock::new(|| {
    let mut cues = Vec::new();
    for row in rows(include_str!("../../data/furniture.tsv")) {
        let (Some(kind), Some(place)) = (kind(row.get("kind")), place(row.get("place"))) else { continue };
        for spelling in cases(row.get("spelling")) {
            cues.push(Cue { kind, place, spelling });
        }
    }
    cues.sort_by_key(|cue| std::cmp::Reverse(cue.spelling.len()));
    cues
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
    CUES.iter().filter(move |cue| cue.kind == kind)
}

/// The bytes of `line` after a cue of this kind that begins it: a whole line, a label or a prefix.
pub(crate) fn begins(line: &str, kind: Furniture) -> Option<usize> {
    cues(kind).find_map(|cue| {
        let rest = line.strip_prefix(cue.spelling.as_str())?;
        let fits = match cue.place {
            Place::Whole => rest.is_empty(),
            Place::Label => rest.trim_start().is_empty() || rest.trim_start().starts_with([':', '(', '：']),
            Place::Prefix => true,
            _ => false,
        };
        fits.then_some(cue.spelling.len())
    })
}

/// The byte at which the mark of a caption begins in `line`, where it has one.
pub(crate) fn caption_mark(line: &str) -> Option<usize> {
    cues(Furniture::Caption).find_map(|cue| {
        let spelling = cue.spelling.as_str();
        match cue.place {
            Place::Prefix => line.starts_with(spelling).then_some(0),
            Place::Suffix => line.ends_with(spelling).then(|| line.len() - spelling.len()),
            Place::Credit => {
                let at = line.rfind(spelling)?;
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
