//! Furniture glued to text within a line: it is split from it.

use std::sync::LazyLock;

use super::lines;
use super::sheet::LONG;
use super::site::is_site;
use super::stamp::is_clock;
use crate::family::date::Day;
use crate::lang::calendar::CALENDAR;
use crate::lang::furniture::{Furniture, begins, cues, ends_credit, ends_with_work, is_section, picture_credit_end, section_end, starts};
use crate::lang::number::FUNCTION_WORDS;
use crate::span::Span;
use crate::text::script::is_alphabetic;

/// The lines of a text that are not blank, with furniture split from the text to which it is glued.
pub(super) fn lines(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (at, line) in joined(text, lines::lines(text)).into_iter().enumerate() {
        let mut cuts = Vec::new();
        let words = line.of(text);
        if at == 0 {
            crawler_head(words, &mut cuts);
            stamped_head(words, &mut cuts);
        }
        if at < HEAD {
            dated_end(words, &mut cuts);
        }
        end_mark(words, &mut cuts);
        if cuts.is_empty() {
            table_bars(words, &mut cuts);
            byline(words, &mut cuts);
            captions(words, &mut cuts);
        }
        cuts.sort_unstable();
        let mut from = line.start;
        for cut in cuts.into_iter().map(|cut| line.start + cut).chain([line.end]) {
            let piece = Span::new(from, cut).of(text);
            let trimmed = piece.trim_matches(' ');
            if !trimmed.is_empty() {
                let start = from + piece.len() - piece.trim_start_matches(' ').len();
                found.push(Span::new(start, start + trimmed.len()));
            }
            from = cut;
        }
    }
    found
}

/// The lines of a text; on a page whose lines its width broke, what was broken in the middle of a sentence is one.
fn joined(text: &str, lines: Vec<Span>) -> Vec<Span> {
    let is_broken = |pair: &[Span], open: fn(char) -> bool| {
        let [one, other] = pair else { return false };
        let word = other.of(text).split([' ', ',', '.']).next().unwrap_or_default();
        one.len() >= SHORT
            && one.of(text).ends_with(open)
            && word.chars().all(char::is_lowercase)
            && Span::new(one.end, other.start).of(text).bytes().filter(|b| *b == b'\n').count() == 1
    };
    if lines.windows(2).filter(|pair| is_broken(pair, char::is_lowercase)).take(BROKEN).count() < BROKEN {
        return lines;
    }
    let mut found: Vec<Span> = Vec::with_capacity(lines.len());
    for line in lines {
        let open = |c: char| c.is_lowercase() || c.is_ascii_digit() || matches!(c, ',' | '-' | '–' | ')');
        let word = |last: &Span| is_broken(&[*last, line], open);
        let range = |last: &Span| last.of(text).ends_with(['-', '–']) && line.of(text).starts_with(|c: char| c.is_ascii_digit());
        match found.last_mut() {
            Some(last) if word(last) || range(last) => last.end = line.end,
            _ => found.push(line),
        }
    }
    found
}

/// Bytes of a line too short to be broken by its width, and the lines that must be for a page to be such.
const SHORT: usize = 20;
const BROKEN: usize = 2;

/// Lines of the head.
const HEAD: usize = 12;

/// `Headline Cập nhật23-09-2023 09:09`, `… Báo … - 29/05/2025 16:20`: the day of the page at the end of its headline or its text, behind the
/// word for it or the paper's name.
fn dated_end(line: &str, cuts: &mut Vec<usize>) {
    if line.len() > 2 * LONG || !line.ends_with(|c: char| c.is_ascii_digit()) {
        return;
    }
    let is_stamp = |c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ':' | ' ' | ',');
    let head = line.trim_end_matches(is_stamp);
    let stamp = line.get(head.len()..).unwrap_or_default();
    if stamp.len() > 28 || stamp.bytes().filter(u8::is_ascii_digit).count() < 6 {
        return;
    }
    let label = DATED.iter().find_map(|label| head.strip_suffix(label)).filter(|headline| headline.chars().count() >= 24);
    // The paper's name: the last words before the hyphen.
    let paper = || {
        let near = head.char_indices().rev().take(PAPER).filter(|(_, c)| *c == ' ').map(|(at, _)| at);
        near.filter(|at| *at > 240 && starts(head.get(at + 1..).unwrap_or_default(), Furniture::Publisher)).max()
    };
    // HOÀNG MAI (thực hiện) 02/08/2018 02:11
    let work = head.trim_end().len();
    if ends_with_work(head.trim_end()) && head.chars().count() <= AUTHOR {
        cuts.push(work);
        return;
    }
    cuts.extend(label.map(str::len).or_else(|| if stamp.starts_with(" - ") { paper() } else { None }));
}

/// `16:27 22/11/2013 Text`, `22/11/2013 16:27 Text`: the hour and the day before the first sentence of a page.
fn stamped_head(line: &str, cuts: &mut Vec<usize>) {
    let (Some(first), Some(second)) = (line.split(' ').next(), line.split(' ').nth(1)) else { return };
    let end = first.len() + 1 + second.len();
    if (is_clock(first) && is_day(second) || is_day(first) && is_clock(second)) && line.len() > end + 100 {
        cuts.push(end);
    }
}

/// Characters of the longest piece of furniture behind the mark at the end of an article.
const BEHIND_END: usize = 80;

/// `… ./. Quay lại`: what stands behind the mark at the end of an article is none of it.
fn end_mark(line: &str, cuts: &mut Vec<usize>) {
    // The last slash of a line is that of the mark: no search for it whole.
    let Some(slash) = memchr::memrchr(b'/', line.as_bytes()).filter(|slash| *slash > 1) else { return };
    let Some(rest) = line.get(slash - 1..).and_then(|end| end.strip_prefix("./.")).map(str::trim_start) else { return };
    if !rest.is_empty()
        && rest.chars().count() <= BEHIND_END
        && [Furniture::Other, Furniture::Comments].iter().any(|cue| starts(rest, *cue))
    {
        cuts.push(line.len() - rest.len());
    }
}

/// Characters of the longest line of an author before the day.
const AUTHOR: usize = 80;

/// Words before the day of a page.
static DATED: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let cues = cues(Furniture::Updated).chain(cues(Furniture::Published));
    cues.map(|cue| cue.spelling.trim_end_matches(':')).collect()
});

/// Characters of the longest name of a paper before its day.
const PAPER: usize = 40;

/// `| Caption |`: what a table leaves at the ends of a line; `> Headline`: the mark of another article.
fn table_bars(line: &str, cuts: &mut Vec<usize>) {
    if (line.starts_with("| ") || line.starts_with("> ")) && line.len() > 24 {
        cuts.push(1);
    }
    if line.ends_with(" |") && line.len() > 24 {
        cuts.push(line.len() - 1);
    }
}

/// What a crawler put before the day.
pub(super) const CRAWLED: &str = "date ";

/// `date 2025-08-01 Section Headline 01/08/2025 Text`: what a crawler put before the page, with the page's own head flattened into
/// the same line.
fn crawler_head(line: &str, cuts: &mut Vec<usize>) {
    let Some(rest) = line.strip_prefix(CRAWLED) else { return flattened_head(line, cuts) };
    let Some(day) = rest.get(..10).and_then(|day| day.parse::<Day>().ok()) else { return };
    let mut head = "date 2025-08-01".len();
    let after = |at: usize| line.get(at..).unwrap_or_default();
    // The section's name belongs to the date line.
    let section = after(head).trim_start();
    let word = section.split(' ').next().unwrap_or_default();
    if is_section(word) {
        head = line.len() - section.len() + word.len();
    }
    if after(head).trim().chars().count() <= 24 {
        return;
    }
    cuts.push(head);
    // The same day again, between headline and text.
    let printed = format!("{:02}/{:02}/{}", day.day, day.month, day.year);
    if let Some(at) = after(head).find(&printed).map(|at| head + at)
        && line.get(head..at).is_some_and(|headline| headline.chars().count() <= 200)
    {
        cuts.extend([at, at + printed.len()]);
    }
}

/// `Section Headline 07/11/2025 Text`: the head of a page in one line with its text. No word leads to the day, as one would in a sentence.
fn flattened_head(line: &str, cuts: &mut Vec<usize>) {
    let Some(section) = section_end(line).filter(|section| line.len() > section + 240) else { return };
    let head = section + 1;
    let rest = line.get(head..).unwrap_or_default();
    // `Section Headline (Example.vn) - Text`
    let mut sites = rest.match_indices(" (").take(6).map(|(at, _)| (at, rest.get(at + 2..).unwrap_or_default()));
    let site = sites.find_map(|(at, inner)| {
        let (name, text) = inner.split_once(')')?;
        (is_site(name) && text.starts_with([' ', '-']) && (25..=200).contains(&rest.get(..at)?.chars().count())).then_some(at)
    });
    if let Some(at) = site {
        cuts.extend([head, head + at]);
        return;
    }
    if rest.len() <= 400 {
        return;
    }
    let mut at = head;
    for word in rest.split(' ') {
        let before = line.get(head..at).unwrap_or_default().trim_end();
        if is_day(word) {
            let led = CALENDAR.before(line, head + before.len()).is_some();
            if !led && (25..=200).contains(&before.chars().count()) {
                cuts.extend([head, at, at + word.len()]);
            }
            return;
        }
        at += word.len() + 1;
    }
}

/// `07/11/2025`
fn is_day(word: &str) -> bool {
    let mut parts = word.split('/').map(|part| part.bytes().all(|b| b.is_ascii_digit()).then_some(part.len()));
    matches!((parts.next(), parts.next(), parts.next(), parts.next()), (Some(Some(1..=2)), Some(Some(1..=2)), Some(Some(4)), None))
}

/// `ໂດຍ: Name ໃນວັນທີ …`: an author before the first sentence.
fn byline(line: &str, cuts: &mut Vec<usize>) {
    let Some(label) =
        begins(line, Furniture::Byline).filter(|&label| line.len() > 240 && line.get(..label).is_some_and(|label| label.ends_with(':')))
    else {
        return;
    };
    let mut end = label;
    for (count, word) in line.get(label..).unwrap_or_default().trim_start().split(' ').enumerate() {
        let at = line.len() - line.get(end..).unwrap_or_default().trim_start().len();
        let sentence = FUNCTION_WORDS.at(line, at).is_some() || CALENDAR.at(line, at).is_some();
        // No family name is as long as a clause.
        let clause = word.chars().count() > 16;
        if count > 0 && (sentence || clause || count > 2 || (count > 1 && !line.get(..end).is_some_and(|head| head.ends_with('.')))) {
            break;
        }
        end = at + word.len();
    }
    if end > label {
        cuts.push(end);
    }
}

/// `(ພາບ: VOV)ວັນທີ …`, `Ảnh: Minh AnTại …`: a caption and its credit before a sentence.
fn captions(line: &str, cuts: &mut Vec<usize>) {
    let mut from = 0;
    while let Some(end) = picture_credit_end(line, from) {
        let glued = line.get(end..).is_some_and(|rest| rest.starts_with(is_alphabetic) && rest.len() > 60);
        let before = line.get(..end).and_then(|head| head.chars().next_back());
        // After a bracket at once; after a name where a small letter meets a capital.
        let letters = before.zip(line.get(end..).and_then(|rest| rest.chars().next())).is_some_and(|(last, next)| ends_credit(last, next));
        if glued && (before == Some(')') || letters) {
            cuts.push(end);
        }
        from = end;
    }
}
