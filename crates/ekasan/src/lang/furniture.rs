//! The furniture of pages: what banners, labels, counters and captions say.

use std::sync::LazyLock;

use daachorse::CharwiseDoubleArrayAhoCorasick;
use rustc_hash::{FxHashMap, FxHashSet};

use super::letter_case::cases;
use super::lexicon::names_place_or_body;
use super::number::FUNCTION_WORDS;
use super::publisher::publisher_site;
use super::table::rows;
use crate::span::Span;
use crate::text::script::{is_alphabetic, is_native};

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
    /// Before the day of publishing.
    Published,
    Other,
    /// Over the tags of the article.
    Tags,
    /// Before the headline of another article.
    Related,
    Byline,
    Stamp,
    /// Begins a caption that no mark tells from text.
    Opening,
    /// In the caption of a picture, of what is seen on it.
    Scene,
    /// Stands beside the number of a counter.
    Counter,
    /// Begins the name of a paper or a broadcaster.
    Publisher,
    /// Begins the name of a portal or an office for the press.
    Portal,
    /// The name of a section.
    Section,
    /// An item of a menu that is no section.
    Menu,
    /// Begins a line under the page: who answers for it, where they sit.
    Footer,
    /// Begins the first sentence of a report.
    Report,
    /// Begins the line that says what a document is about.
    Subject,
    /// Behind a number of hours or days, says how long ago.
    Age,
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

/// All cues, longest first; those that begin a line also by their first two characters.
struct Table {
    cues: Vec<Cue>,
    first: FxHashMap<[char; 2], Vec<usize>>,
}

/// The first two characters of a line, a nought where there is no second.
fn first_two(line: &str) -> [char; 2] {
    let mut chars = line.chars();
    [chars.next().unwrap_or('\0'), chars.next().unwrap_or('\0')]
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
    let mut first: FxHashMap<[char; 2], Vec<usize>> = FxHashMap::default();
    for (index, cue) in cues.iter().enumerate() {
        if matches!(cue.place, Place::Whole | Place::Label | Place::Prefix) {
            first.entry(first_two(&cue.spelling)).or_default().push(index);
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
        "published" => Furniture::Published,
        "other" => Furniture::Other,
        "tags" => Furniture::Tags,
        "related" => Furniture::Related,
        "byline" => Furniture::Byline,
        "stamp" => Furniture::Stamp,
        "opening" => Furniture::Opening,
        "scene" => Furniture::Scene,
        "counter" => Furniture::Counter,
        "publisher" => Furniture::Publisher,
        "portal" => Furniture::Portal,
        "section" => Furniture::Section,
        "menu" => Furniture::Menu,
        "footer" => Furniture::Footer,
        "report" => Furniture::Report,
        "subject" => Furniture::Subject,
        "age" => Furniture::Age,
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

/// The cues with which `line` begins, whatever comes behind them, longest first.
fn openings(line: &str) -> impl Iterator<Item = (&'static Cue, &str)> {
    let [first, second] = first_two(line);
    let buckets = [Some([first, second]), (second != '\0').then_some([first, '\0'])];
    let cues = buckets.into_iter().flatten().filter_map(|bucket| TABLE.first.get(&bucket)).flatten();
    cues.filter_map(|&index| TABLE.cues.get(index)).filter_map(move |cue| Some((cue, line.strip_prefix(cue.spelling.as_str())?)))
}

/// What begins `line`: the kinds of the cues that do, each with the byte after it, longest first.
pub(crate) fn beginnings(line: &str) -> impl Iterator<Item = (Furniture, usize)> {
    openings(line).filter_map(move |(cue, rest)| {
        let fits = match cue.place {
            Place::Whole => rest.is_empty(),
            Place::Label => rest.trim_start().is_empty() || rest.trim_start().starts_with([':', '(', '：']),
            // โดยมี… begins a sentence.
            _ => cue.kind != Furniture::Byline || FUNCTION_WORDS.at(line, cue.spelling.len()).is_none(),
        };
        fits.then_some((cue.kind, cue.spelling.len()))
    })
}

/// The bytes of `line` after a cue of this kind that begins it: a whole line, a label or a prefix.
pub(crate) fn begins(line: &str, kind: Furniture) -> Option<usize> {
    beginnings(line).find(|(begun, _)| *begun == kind).map(|(_, end)| end)
}

/// Whether a line begins with a label for its author: behind one without a colon only a name may stand, no place and no body.
pub(crate) fn is_byline(line: &str) -> bool {
    begins(line, Furniture::Byline).is_some_and(|end| {
        let rest = line.get(end..).unwrap_or_default().trim_start();
        let colon = line.get(..end).is_some_and(|label| label.ends_with(':')) || rest.starts_with(':');
        // ນັກຂ່າວ: …? asks.
        let asks = rest.ends_with('?');
        !asks && (colon || rest.chars().count() <= 40 && !names_place_or_body(rest))
    })
}

/// Words at the end of a line that say what its author did.
static WORKS: LazyLock<Vec<&'static Cue>> = LazyLock::new(|| cues(Furniture::Byline).filter(|cue| cue.place == Place::Suffix).collect());

/// Whether a line ends with what its author did: `… (thực hiện)`.
pub(crate) fn ends_with_work(line: &str) -> bool {
    line.ends_with(')') && WORKS.iter().any(|cue| line.ends_with(cue.spelling.as_str()))
}

/// An author's name without the words of Lao or Thai behind it that say what was done: `… ข่าว/ภาพ`.
pub(crate) fn without_work(name: &str) -> &str {
    let work = WORKS.iter().filter(|cue| !cue.spelling.ends_with(')')).find_map(|cue| name.strip_suffix(cue.spelling.as_str()));
    work.map(|name| name.trim_end_matches([' ', '/', '-', ':'])).filter(|name| !name.is_empty()).unwrap_or(name)
}

/// Whether a cue of this kind begins `line`.
pub(crate) fn starts(line: &str, kind: Furniture) -> bool {
    begins(line, kind).is_some()
}

/// Whether a line begins with the name of a paper, a broadcaster or a portal.
pub(crate) fn names_publisher(line: &str) -> bool {
    starts(line, Furniture::Publisher) || starts(line, Furniture::Portal) || publisher_site(line).is_some()
}

/// Whether a short line is a counter: a number, and little beside its label.
pub(crate) fn is_counter(line: &str) -> bool {
    if !line.contains(|c| matches!(c, '0'..='9' | '໐'..='໙' | '๐'..='๙')) {
        return false;
    }
    let mut end = 0;
    let mut rest = 0;
    let letters = |from: usize, to: usize| line.get(from..to).map_or(0, |piece| piece.chars().filter(|c| is_alphabetic(*c)).count());
    let mut labels = false;
    for (_, span) in inside(line).filter(|(cue, _)| cue.kind == Furniture::Counter) {
        rest += letters(end, span.start);
        end = end.max(span.end);
        labels = true;
    }
    labels && rest + letters(end, line.len()) <= 4
}

/// The byte after the name of a section that begins a line before more.
pub(crate) fn section_end(line: &str) -> Option<usize> {
    openings(line)
        .find(|(cue, rest)| matches!(cue.kind, Furniture::Section | Furniture::Menu) && rest.starts_with(' '))
        .map(|(cue, _)| cue.spelling.len())
}

/// Whether a word is the name of a section.
pub(crate) fn is_section(word: &str) -> bool {
    !word.is_empty() && starts(word, Furniture::Section)
}

/// Whether a line is a menu: it begins with an item of one, and has three and more with little between them.
pub(crate) fn is_menu(line: &str) -> bool {
    let (mut items, mut named, mut at) = (0, 0, 0);
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let item = openings(rest).find(|(cue, after)| {
            !after.starts_with(is_alphabetic) && matches!(cue.kind, Furniture::Section | Furniture::Menu | Furniture::Banner)
        });
        at += match item {
            Some((cue, _)) => {
                items += 1;
                named += cue.spelling.len();
                cue.spelling.len()
            }
            None if items == 0 => return false,
            None => rest.find(' ').unwrap_or(rest.len()),
        };
        at += line.get(at..).map_or(0, |rest| rest.len() - rest.trim_start_matches(|c: char| !is_alphabetic(c)).len());
    }
    items >= 3 && named * 5 >= line.len() * 3
}

/// Whether a short line tells what is seen on a picture.
pub(crate) fn is_scene(line: &str) -> bool {
    inside(line).any(|(cue, _)| cue.kind == Furniture::Scene)
}

/// Whether a short line says how long ago something was.
pub(crate) fn is_age(line: &str) -> bool {
    let number = line.find(|c: char| is_alphabetic(c)).unwrap_or_default();
    inside(line).any(|(cue, span)| cue.kind == Furniture::Age && span.start == number)
}

/// The cues that stand anywhere in a line, and where, by their end.
fn inside(line: &str) -> impl Iterator<Item = (&'static Cue, Span)> {
    let hits = INSIDE.as_ref().map(|automaton| automaton.find_overlapping_iter(line));
    hits.into_iter().flatten().filter_map(|hit| Some((TABLE.cues.get(hit.value())?, Span::new(hit.start(), hit.end()))))
}

/// The spellings of all cues that may stand anywhere in a line.
static INSIDE: LazyLock<Option<CharwiseDoubleArrayAhoCorasick<usize>>> = LazyLock::new(|| {
    let anywhere = |cue: &Cue| {
        let place = matches!(cue.place, Place::Inside | Place::Credit);
        place && matches!(cue.kind, Furniture::Scene | Furniture::Counter | Furniture::Caption | Furniture::Age)
    };
    let patterns: Vec<(&str, usize)> =
        TABLE.cues.iter().enumerate().filter(|(_, cue)| anywhere(cue)).map(|(index, cue)| (cue.spelling.as_str(), index)).collect();
    let mut seen = FxHashSet::default();
    CharwiseDoubleArrayAhoCorasick::with_values(patterns.into_iter().filter(|(spelling, _)| seen.insert(*spelling))).ok()
});

/// The byte at which the author's name begins after a label inside a line: `… ຂ່າວ: Name`.
pub(crate) fn byline_name(line: &str) -> Option<usize> {
    static LABELS: LazyLock<Vec<&'static Cue>> =
        LazyLock::new(|| cues(Furniture::Byline).filter(|cue| cue.place == Place::Inside).collect());
    let colon = memchr::memchr(b':', line.as_bytes())?;
    let head = line.get(..=colon)?;
    LABELS.iter().any(|cue| head.ends_with(cue.spelling.as_str())).then_some(colon + 1)
}

/// The byte after the next credit of a picture from `from` on: after its bracket, or where a name meets a capital.
pub(crate) fn picture_credit_end(line: &str, from: usize) -> Option<usize> {
    let bytes = line.as_bytes();
    let mut at = from;
    while let Some(step) = memchr::memchr2(b'(', b':', bytes.get(at..)?) {
        at += step;
        let bracket = bytes.get(at) == Some(&b'(');
        let is_credit = |cue: &&&Cue| {
            let spelling = cue.spelling.as_str();
            cue.place == Place::Credit
                && if bracket {
                    spelling.starts_with('(') && line.get(at..).is_some_and(|rest| rest.starts_with(spelling))
                } else {
                    spelling.ends_with(':') && !spelling.starts_with('(') && line.get(..=at).is_some_and(|head| head.ends_with(spelling))
                }
        };
        if CAPTIONS.iter().find(is_credit).is_some() {
            let rest = line.get(at..)?;
            let end = if bracket {
                rest.char_indices().take(60).find(|(_, c)| *c == ')').map(|(end, _)| end + 1)
            } else {
                let pairs = rest.char_indices().take(60).zip(rest.chars().skip(1));
                pairs.skip(2).find(|((_, c), next)| ends_credit(*c, *next)).map(|((end, c), _)| end + c.len_utf8())
            };
            if let Some(end) = end {
                return Some(at + end);
            }
        }
        at += 1;
    }
    None
}

/// Whether a credit ends between two characters: a small letter and a capital (Minh AnTại), an agency's letters and Lao or Thai (VNAທ່ານ).
pub(crate) fn ends_credit(last: char, next: char) -> bool {
    last.is_lowercase() && next.is_uppercase() || last.is_ascii_uppercase() && is_native(next)
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
    let credit = inside(end).filter(|(cue, _)| cue.kind == Furniture::Caption).filter_map(|(cue, span)| {
        let tail = line.get(from + span.end..)?;
        let short = cue.place == Place::Inside || (tail.chars().count() <= 60 && !tail.trim_end_matches(['.', ')', ' ']).contains(". "));
        short.then_some(from + span.start)
    });
    credit.max().or_else(|| {
        CAPTIONS.iter().find_map(|cue| {
            let spelling = cue.spelling.as_str();
            match cue.place {
                Place::Suffix => line.ends_with(spelling).then(|| line.len() - spelling.len()),
                Place::Numbered => {
                    let bare = line.trim_end_matches(['.', ' ']);
                    let head = bare.trim_end_matches(|c: char| c.is_ascii_digit());
                    let numbered = head.len() < bare.len();
                    let head = if numbered { head.trim_end().strip_suffix(spelling)?.trim_end() } else { return None };
                    head.ends_with(['-', '–']).then(|| head.len() - 1)
                }
                _ => None,
            }
        })
    })
}

/// The cues of captions.
static CAPTIONS: LazyLock<Vec<&'static Cue>> =
    LazyLock::new(|| cues(Furniture::Caption).filter(|cue| !matches!(cue.place, Place::Inside)).collect());
