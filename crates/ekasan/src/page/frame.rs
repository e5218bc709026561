//! The page's frame: title, date, publisher, byline, source, comments.

use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use url::Url;

use super::block::{Block, BlockKind};
use super::head::{headline, is_author};
use super::html::Metadata;
use super::stamp::{DateLine, behind_time, doubled, publisher_name};
use crate::document::{Code, Diagnostic};
use crate::family::date::Day;
use crate::lang::calendar::{CALENDAR, Calendar};
use crate::lang::cited::NUMBER_WORDS;
use crate::lang::furniture::{Furniture, begins, byline_name, names_publisher, without_work};
use crate::lang::lexicon::begins_with_title;
use crate::lang::publisher::{publisher_site, site_of_host};
use crate::span::Span;
use crate::text::normalize::{Profile, normalize};
use crate::text::script::{is_native, is_numeric};

/// The frame of a page. What the page has not is none, never empty. Strings are normalized.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Frame {
    /// The headline, without the site's prefix.
    pub title: Option<String>,
    /// The page's own date, never a cited one; that of its last change where it prints no other.
    pub published: Option<Day>,
    /// The time printed beside it: `14:15`, or `14:15+07:00` where its zone is printed.
    pub published_time: Option<String>,
    /// The day of the last change.
    pub modified: Option<Day>,
    /// The publisher, once.
    pub publisher: Option<String>,
    /// The site of the publisher whose name the page bears: over its menu, in the date line, alone in the head or before the lead. Only
    /// publishers of the table `publishers.tsv` are known.
    pub publisher_site: Option<String>,
    /// The author's line.
    pub byline: Option<String>,
    /// Where the article was taken from.
    pub source: Option<Source>,
    /// The number in the comment line.
    pub comment_count: Option<u32>,
}

impl Frame {
    /// Takes from a page's own description what the page does not print. Where both speak and disagree, the print stays and it is said.
    pub(crate) fn complete(&mut self, metadata: &Metadata, diagnostics: &mut Vec<Diagnostic>) {
        if let (Some(printed), Some(told)) = (self.published, metadata.published)
            && printed != told
        {
            let message = format!("the page prints {printed} as its day and says {told} of itself; the print decides");
            diagnostics.push(Diagnostic { code: Code::from("metadata_disagrees"), span: Span::default(), message });
        }
        if self.published.is_none() {
            self.published = metadata.published;
            self.published_time.clone_from(&metadata.published_time);
        }
        let canonical = |text: &Option<String>| text.as_deref().map(|text| normalize(text, Profile::Canonical));
        self.title = self.title.take().or_else(|| canonical(&metadata.title));
        self.modified = self.modified.or(metadata.modified.filter(|day| Some(*day) != self.published));
        self.publisher = self.publisher.take().or_else(|| canonical(&metadata.publisher));
        let site = || self.publisher.as_deref().and_then(publisher_site).map(str::to_owned);
        self.publisher_site = self.publisher_site.take().or_else(site);
        self.byline = self.byline.take().or_else(|| canonical(&metadata.byline));
    }
}

/// A source's address, taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// The address as printed.
    pub url: String,
    /// The host without `www.`.
    pub site: Option<String>,
    /// The number by which the site knows the article.
    pub article_id: Option<String>,
    /// The headline in the address.
    pub title_slug: Option<String>,
}

impl Source {
    /// Takes an address apart. The identifier is the last run of at least four digits in the last part of the path.
    fn new(url: &str) -> Source {
        let parsed = Url::parse(url).ok();
        let site = parsed.as_ref().and_then(Url::host_str).map(|host| host.strip_prefix("www.").unwrap_or(host).to_owned());
        let path = parsed.as_ref().map(|url| url.path().trim_end_matches('/').to_owned()).unwrap_or_default();
        let name = path.rsplit('/').next().unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let mut article_id = None;
        let mut words = Vec::new();
        for part in stem.split('-').filter(|part| !part.is_empty()) {
            let digits = part.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            if digits.len() >= 4 && digits.bytes().all(|b| b.is_ascii_digit()) {
                article_id = Some(digits.to_owned());
            } else {
                words.push(part);
            }
        }
        let slug = words.join("-");
        let title_slug = (words.len() > 1).then_some(slug);
        Source { url: url.to_owned(), site, article_id, title_slug }
    }
}

/// Reads the frame off the blocks of a normalized text; with it the date line that gave the date.
pub(crate) fn frame(text: &str, blocks: &[Block], dates: &[DateLine]) -> (Frame, Option<Span>) {
    let of = |kind: BlockKind| blocks.iter().filter(move |block| block.kind == kind).map(|block| block.span.of(text));
    // Of a page that prints the day of its last change alone, that is its own date.
    let published = dates.iter().find(|line| !line.updated).or_else(|| dates.first());
    let modified = dates.iter().find(|line| line.updated);
    let byline = of(BlockKind::Byline).next().map(|line| line.trim_start_matches(['•', '·', ' '])).map(|line| {
        // Several labels are kept with what they say: Tin: …, Ảnh: ….
        if line.matches(": ").count() > 1 {
            return line.to_owned();
        }
        // PV, of a reporter, is all that the line says.
        let after = begins(line, Furniture::Byline).filter(|end| *end < line.len() || line.ends_with(':')).or_else(|| byline_name(line));
        let name = after.and_then(|after| line.get(after..)).unwrap_or(line).trim_matches([' ', ':']);
        // (ພາບ-ຂ່າວ: …): the bracket closes before the name only.
        let name = if name.contains('(') {
            name
        } else {
            name.strip_suffix([')', ']']).filter(|_| line.starts_with(['(', '['])).map_or(name, str::trim_end)
        };
        let name = without_work(name);
        // A counter glued to the name: …1873.
        let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
        if bare.ends_with(is_native) && name.len() > bare.len() + 1 { bare.to_owned() } else { name.to_owned() }
    });
    let lead = of(BlockKind::Lead).next();
    let reporter = lead.and_then(before_lead);
    let name = published
        .and_then(|line| publisher(text, line))
        .or_else(|| of(BlockKind::PublisherLine).find_map(publisher_alone).map(str::to_owned))
        .or_else(|| of(BlockKind::Banner).find(|line| is_paper(line)).map(str::to_owned))
        .or_else(|| of(BlockKind::Banner).find_map(begins_path).map(str::to_owned))
        .or_else(|| reporter.filter(|_| lead.is_some_and(|lead| lead.starts_with('('))).and_then(site))
        .or_else(|| reporter.filter(|name| publisher_site(name).is_some()).map(str::to_owned));
    let site = name.as_deref().and_then(publisher_site);
    let site = site.or_else(|| of(BlockKind::Banner).find_map(|line| publisher_site(line).or_else(|| site_of_host(line))));
    let site = site.or_else(|| reporter.and_then(|name| publisher_site(name).or_else(|| site_of_host(name))));
    let frame = Frame {
        title: of(BlockKind::Title).next().map(|line| headline(line).to_owned()),
        published: published.map(|line| line.day),
        published_time: published.and_then(|line| time(line.line.of(text), line.date.of(text))),
        modified: modified.map(|line| line.day),
        publisher: name,
        publisher_site: site.map(str::to_owned),
        byline: byline.filter(|line| !line.is_empty()).or_else(|| published.and_then(|line| author(text, line))),
        source: of(BlockKind::Source).find_map(address).map(Source::new),
        comment_count: of(BlockKind::Comments).find_map(count),
    };
    (frame, published.map(|line| line.date))
}

/// The name before the date, once where it is doubled; a lone word beside a date is no publisher.
fn publisher(text: &str, line: &DateLine) -> Option<String> {
    // ` date 2026-01-31 Báo Ảnh Việt Nam`: behind the date, if it says that it is a paper's.
    let tail = Span::new(line.date.end, line.line.end).of(text);
    // 11:34 —Body
    if let Some((_, name)) = behind_time(tail).filter(|(_, name)| !name.contains(is_numeric)) {
        return Some(name.trim().to_owned()).filter(|name| !name.is_empty());
    }
    let behind = || publisher_name(tail).filter(|name| names_publisher(name));
    let Some(name) = publisher_name(Span::new(line.line.start, line.date.start).of(text)) else {
        return behind().map(str::to_owned);
    };
    if let Some(once) = doubled(name) {
        return Some(once.trim().to_owned());
    }
    // A name that says that it is a paper's, up to the time of day.
    let name = name.split(is_numeric).next()?.split(" - ").next()?.trim_matches([' ', ',', '-', '|']);
    names_publisher(name).then(|| name.to_owned()).or_else(|| behind().map(str::to_owned))
}

/// A publisher of the table alone in its line, or behind a label: `เผยแพร่: โดย: MGR Online`.
fn publisher_alone(line: &str) -> Option<&str> {
    line.rsplit(':').next().map(str::trim).filter(|name| publisher_site(name).is_some())
}

/// The name of a paper or a broadcaster alone.
fn is_paper(banner: &str) -> bool {
    begins(banner, Furniture::Publisher).is_some_and(|end| end < banner.len())
        && banner.chars().count() <= 50
        && !banner.contains(|c: char| is_numeric(c) || matches!(c, '/' | '|' | '>' | '›' | '»' | ':'))
}

/// A publisher of the table with which the path of a section begins: `Example > Section`.
fn begins_path(banner: &str) -> Option<&str> {
    let (name, _) = [" > ", " › ", " » ", " | "].iter().find_map(|sign| banner.split_once(sign))?;
    publisher_site(name).is_some().then_some(name)
}

/// Characters within which the name ends of who reports, and the sign behind it.
const REPORTER: usize = 48;

/// Who reports, before the first sentence of a lead: `(VOV5) - …`, `SGGP - …`.
fn before_lead(lead: &str) -> Option<&str> {
    let lead = lead.char_indices().nth(REPORTER).and_then(|(end, _)| lead.get(..end)).unwrap_or(lead);
    let bracketed = lead.strip_prefix('(').and_then(|lead| lead.split_once(')'));
    let (name, _) = bracketed.or_else(|| lead.split_once(" - ")).or_else(|| lead.split_once(" – "))?;
    Some(name.trim())
}

/// A name that is a site's: `example.vn`.
fn site(name: &str) -> Option<String> {
    let parts =
        name.split('.').count() >= 2 && name.split('.').all(|part| part.len() >= 2 && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    parts.then(|| name.to_owned())
}

/// The author before the date: behind a personal title, or two to four words with capitals that are no place and no paper.
fn author(text: &str, line: &DateLine) -> Option<String> {
    let head = Span::new(line.line.start, line.date.start).of(text);
    let label = begins(head, Furniture::Published).unwrap_or_default();
    let before = publisher_name(head.get(label..)?)?;
    // Before the time of day.
    let name = before.split(is_numeric).next()?.trim_matches([' ', ',', '-', '–', '|']);
    let told = begins_with_title(name) || (is_author(name) && !names_publisher(name));
    // Thứ Hai, 26/03/2018
    let told = told && !matches!(CALENDAR.at(name, 0), Some((_, Calendar::Weekday(_))));
    (told && doubled(name).is_none()).then(|| name.to_owned())
}

/// The first address in a line.
fn address(line: &str) -> Option<&str> {
    let start = line.find("http://").or_else(|| line.find("https://"))?;
    let rest = line.get(start..)?;
    rest.split(' ').next().map(|url| url.trim_end_matches([')', ',', ';']))
}

/// The number in the last brackets of a line, or after its label.
fn count(line: &str) -> Option<u32> {
    let start = line.find(|c: char| c.is_ascii_digit())?;
    // ความคิดเห็นที่ 1 is the first of them.
    let numbered = NUMBER_WORDS.before(line, line.get(..start)?.trim_end().len()).is_some();
    let digits: String = line.get(start..)?.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|_| !numbered)
}

/// Hours and minutes.
static CLOCK: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:^|[^0-9.:])([01]?[0-9]|2[0-3])[:.h]([0-5][0-9])(?:[^0-9]|$)").ok());

/// A zone as an offset.
static ZONE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"GMT ?([+-])([0-9]{1,2})(?::00)?").ok());

/// The clock time of a date line, with its zone where that is printed.
fn time(line: &str, date: &str) -> Option<String> {
    let line = line.replace(date, " ");
    let zone = ZONE.as_ref()?.captures(&line);
    // (GMT+08:00) 17:06: the zone is no time.
    let rest = zone.as_ref().and_then(|zone| zone.get(0)).map_or_else(|| line.clone(), |zone| line.replace(zone.as_str(), " "));
    let clock = CLOCK.as_ref()?.captures(&rest)?;
    let (hour, minute) = (clock.get(1)?.as_str(), clock.get(2)?.as_str());
    let zone = zone.and_then(|zone| Some(format!("{}{:0>2}:00", zone.get(1)?.as_str(), zone.get(2)?.as_str())));
    Some(format!("{hour:0>2}:{minute}{}", zone.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_apart() {
        let source = Source::new("https://www.example.vn/mo-lop-hoc-doc-sach-post1053790.vnp");
        assert_eq!(source.site.as_deref(), Some("example.vn"));
        assert_eq!(source.article_id.as_deref(), Some("1053790"));
        assert_eq!(source.title_slug.as_deref(), Some("mo-lop-hoc-doc-sach"));
        assert_eq!(Source::new("https://").site, None);
    }

    #[test]
    fn times_with_and_without_a_zone() {
        assert_eq!(time("วันเสาร์ที่ 29 มีนาคม 2568 เวลา 14:15 น.", "29 มีนาคม 2568").as_deref(), Some("14:15"));
        assert_eq!(time("(GMT+08:00) 2009-03-12 17:06:31", "2009-03-12").as_deref(), Some("17:06+08:00"));
        assert_eq!(time("15/10/2020, 16:21 (GMT+7)", "15/10/2020").as_deref(), Some("16:21+07:00"));
        assert_eq!(time("23/02/2024", "23/02/2024"), None);
    }
}
