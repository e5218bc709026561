//! The tail of a page: the source line, comments, other articles, and the author's line before them.

use super::block::{BlockKind, PICTURE};
use super::head::{is_author, is_native};
use super::sheet::Sheet;
use super::site::is_body_alone;
use crate::lang::furniture::{Furniture, ends_with_work, is_byline, starts};
use crate::lang::lexicon::{names_place_or_body, tells_office};
use crate::lang::number::{FUNCTION_WORDS, holds_function_word};
use crate::lang::words::is_latin;
use crate::text::script::is_numeric;

/// Characters of the longest headline of another article.
const HEADLINE: usize = 160;

/// What comes after the article, or between its parts.
pub(super) fn tail(sheet: &mut Sheet<'_>) {
    let first = sheet.next_open(0).unwrap_or(sheet.len());
    let title = (0..sheet.len()).find(|&at| sheet.kind(at) == Some(BlockKind::Title));
    // A line of furniture before the article is none of its tail.
    let half = (sheet.len() / 2).min(1);
    let mut end = sheet.len();
    let mut at = 0;
    while at < sheet.len() {
        let closes = matches!(sheet.kind(at), Some(BlockKind::Source | BlockKind::Comments | BlockKind::RelatedHeading));
        if !closes {
            at += 1;
            continue;
        }
        if at <= first || at < half {
            // Over the headline it is the site's, whatever it says.
            if title.is_some_and(|title| at < title) {
                sheet.set(at, BlockKind::Banner);
            } else {
                sheet.clear_unless_sure(at);
            }
            at += 1;
            continue;
        }
        let address = sheet.words(at).starts_with("http");
        let resumes = resumes(sheet, at);
        match sheet.kind(at) {
            Some(BlockKind::RelatedHeading) => {
                // The headlines under it; the article may go on behind them.
                let next = resumes.unwrap_or(sheet.len());
                for other in at + 1..next {
                    // Under what a picture without a text leaves stand its own words.
                    let pictured = sheet.kind(other) == Some(BlockKind::Caption) && sheet.words(other - 1).starts_with(PICTURE);
                    if matches!(sheet.kind(other), None | Some(BlockKind::Caption)) && !pictured {
                        sheet.set(other, BlockKind::Related);
                    }
                }
                if resumes.is_none() {
                    end = end.min(at);
                } else if next == at + 1 {
                    // Nothing under it: words of the article.
                    sheet.clear(at);
                }
                at = next.max(at + 1);
            }
            _ if resumes.is_some() && !address => {
                sheet.clear(at);
                at += 1;
            }
            _ => {
                if !address {
                    end = end.min(at);
                    for other in at + 1..sheet.len() {
                        if matches!(sheet.kind(other), None | Some(BlockKind::Caption)) {
                            sheet.set(other, BlockKind::Related);
                        }
                    }
                }
                at += 1;
            }
        }
    }
    if end == sheet.len() {
        end = headlines(sheet);
    }
    byline(sheet, end);
}

/// Headlines of other articles with no heading over them, right under the author's line at the end of the page: where they begin.
fn headlines(sheet: &mut Sheet<'_>) -> usize {
    let is_headline = |at: usize| {
        sheet.is_open(at)
            && (24..=HEADLINE).contains(&sheet.chars(at))
            && sheet.words(at).starts_with(char::is_uppercase)
            && !sheet.words(at).ends_with(['.', ':', ';', ',', '!', '”', '"', '…'])
    };
    let last = (0..sheet.len()).rev().find(|&at| sheet.kind(at) != Some(BlockKind::Other)).unwrap_or_default();
    let first = (0..=last).rev().take_while(|&at| is_headline(at)).last().unwrap_or(sheet.len());
    // Initials, or a name.
    let signs = |line: &str| {
        let initials = (2..=8).contains(&line.chars().count()) && line.chars().all(|c| c == '.' || c.is_uppercase());
        initials || is_author(line)
    };
    let text = |at: usize| sheet.chars(at) > 100 && sheet.words(at).ends_with(['.', '”', '"']);
    let signed = first.checked_sub(1).is_some_and(|above| sheet.is_open(above) && sheet.chars(above) <= 60 && signs(sheet.words(above)));
    if last + 1 < first + 2 || !signed || !first.checked_sub(2).is_some_and(text) {
        return sheet.len();
    }
    (first..=last).for_each(|at| sheet.set(at, BlockKind::Related));
    first
}

/// The line at which the article goes on after a line of its tail: where much of what follows is running text.
fn resumes(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    let open = |from: usize| (from..sheet.len()).filter(|&at| sheet.is_open(at));
    let is_text =
        |at: usize| sheet.chars(at) > HEADLINE || (sheet.chars(at) > HEADLINE * 2 / 3 && sheet.words(at).ends_with(['.', '”', '"']));
    let long = open(at + 1).filter(|&at| is_text(at)).count();
    let short = open(at + 1).count() - long;
    if long == 0 || long * 4 <= short {
        return None;
    }
    open(at + 1).find(|&at| is_text(at))
}

/// `(1) …`: a note under the text.
fn is_note(line: &str) -> bool {
    let number = line.strip_prefix(['(', '[']).and_then(|rest| rest.split_once([')', ']'])).map(|(number, _)| number);
    number.is_some_and(|number| (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()))
}

/// The author's line: short, without a full stop, the last of the article; pictures behind it are those of other articles.
fn byline(sheet: &mut Sheet<'_>, end: usize) {
    let picture = |sheet: &Sheet<'_>, at: usize| sheet.words(at).starts_with(PICTURE);
    let last = (0..end).rev().find(|&at| {
        !picture(sheet, at)
            && !is_note(sheet.words(at))
            && !matches!(
                sheet.kind(at),
                Some(BlockKind::Other | BlockKind::Placeholder | BlockKind::Related | BlockKind::RelatedHeading | BlockKind::Source)
            )
    });
    // Of two lines the second, where every word is a name's.
    let named = |at: usize| sheet.chars(0) > 200 && sheet.words(at).split(' ').all(|word| word.starts_with(char::is_uppercase));
    // `ແທັງຮ່າ - ພາບ: VNA`: who wrote, and whose pictures they are.
    let with_pictures = |at: usize| {
        let (name, pictures) = sheet.words(at).split_once(" - ").unwrap_or_default();
        sheet.kind(at) == Some(BlockKind::Caption)
            && (1..=24).contains(&name.chars().count())
            && !name.contains(|c: char| is_numeric(c) || c == '.')
            && starts(pictures, Furniture::Caption)
            && sheet.kind(at + 1) == Some(BlockKind::Source)
    };
    if let Some(at) = last.filter(|&at| with_pictures(at)) {
        sheet.set(at, BlockKind::Byline);
        return;
    }
    let Some(at) = last.filter(|&at| (at >= 2 || at == 1 && named(at)) && sheet.is_open(at)) else { return };
    // The unit for which the author writes, under the name: both are the author's line.
    let above = at - 1;
    let unit =
        |line: &str| line.starts_with(is_latin) && !line.ends_with(['.', ':', '?', '!', '”', '"', ';']) && line.split(' ').count() >= 3;
    let text = |at: usize| sheet.chars(at) > 100 && sheet.words(at).ends_with(['.', '”', '"']);
    let writes = |above: usize| {
        let line = sheet.words(above);
        is_author(line)
            || above.checked_sub(1).is_some_and(text) && sheet.chars(above) <= 40 && unit(line) && names_place_or_body(sheet.words(at))
    };
    if sheet.is_open(above) && sheet.chars(at) <= 60 && unit(sheet.words(at)) && above >= 2 && writes(above) {
        sheet.set(above, BlockKind::Byline);
        sheet.set(at, BlockKind::Byline);
        return;
    }
    // A picture without words of its own, and what stands under it.
    if picture(sheet, above) && sheet.chars(at) > 20 && !is_byline(sheet.words(at)) {
        sheet.set(at, BlockKind::Caption);
        return;
    }
    let line = sheet.words(at);
    let length = sheet.chars(at);
    let words = line.split(' ').count();
    // ฮ.ท.: letters of a name with full stops.
    let initials =
        length <= 10 && line.matches('.').count() >= 2 && line.split('.').all(|letter| letter.chars().count() <= 1) && is_native(line);
    // Hoàng Yến - CAX Như Quỳnh: who wrote, and where.
    let posted = || line.split_once(" - ").is_some_and(|(name, unit)| is_author(name) && names_place_or_body(unit));
    let named = (is_byline(line) || initials || ends_with_work(line) || posted()) && length <= 80;
    let name = length <= 40
        && words <= 6
        && !line.ends_with([':', '!', '?', '”', '"', ';'])
        && (!line.ends_with('.') || line.chars().nth_back(1).is_some_and(char::is_uppercase))
        && !line.contains(|c: char| is_numeric(c) || "#*_“”".contains(c));
    // In letters without blanks between words, a clause that was cut off looks like a name.
    // In Latin letters a person's name has capitals; a body's need not.
    let joining = |word: &str| FUNCTION_WORDS.at(word, 0).is_some_and(|(end, ())| end == word.len());
    let small = |word: &str| word.starts_with(char::is_lowercase) && !joining(word);
    let bare = line.split_once('(').map_or(line, |(name, _)| name);
    let name = name && (is_native(line) || !bare.split([' ', '-', '–', '&']).any(small) || names_place_or_body(line));
    let clause = name && is_native(line) && (line.contains([',', '“']) || tells_office(bare) || length < 4 || holds_function_word(bare));
    // Right over the source, two to four short words sign whatever they mean.
    let signs = sheet.kind(at + 1) == Some(BlockKind::Source)
        && (2..=4).contains(&bare.trim_end().split(' ').count())
        && bare.trim_end().split(' ').all(|word| (2..=9).contains(&word.chars().count()))
        && !tells_office(bare);
    // A body alone signs for its reporter.
    let body = length <= 60 && words >= 3 && is_body_alone(line, length);
    let name = name && (!clause || signs) || body;
    // Over the source, with what the author did in brackets, the last words of an interview may be short.
    let near = if sheet.kind(at + 1) == Some(BlockKind::Source) && line.ends_with(')') { 3 } else { 1 };
    let after_text = (0..at).rev().filter(|&above| sheet.is_open(above)).take(near).any(|above| sheet.chars(above) > length * 2);
    if named || (name && after_text) {
        sheet.set(at, BlockKind::Byline);
        for other in (at + 1..end).filter(|&other| picture(sheet, other)).collect::<Vec<_>>() {
            sheet.set(other, BlockKind::Related);
        }
    }
}
