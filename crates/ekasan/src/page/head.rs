//! The head of a page: its headline, what stands over it, and its repetitions.

use super::block::BlockKind;
use super::glue::CRAWLED;
use super::sheet::{LONG, Sheet};
use super::site::{is_body_alone, is_section_path, names_site, site_names};
use super::stamp::{DateLine, is_digit};
use crate::lang::Language;
use crate::lang::calendar::{CALENDAR, Calendar};
use crate::lang::cited::TYPE_WORDS;
use crate::lang::furniture::{Furniture, begins, ends_with_work, is_scene, is_section, names_publisher, starts};
use crate::lang::lexicon;
use crate::lang::number::holds_function_word;
use crate::lang::people::{is_family_name, is_name_in_capitals};
use crate::lang::publisher::publisher_site;
use crate::text::normalize::{Profile, normalize};
use crate::text::script::{is_alphanumeric, is_numeric};

/// Open lines of the head that may be the headline.
const HEAD: usize = 7;
/// Characters of the longest headline.
const LONGEST: usize = 260;
/// Characters of the longest kicker.
const KICKER: usize = 30;

/// The headline and its repetitions, the kicker over it, and banners over both.
pub(super) fn head(sheet: &mut Sheet<'_>, dates: &mut [DateLine]) {
    site_names(sheet);
    let marked = (0..sheet.len()).find(|&at| sheet.kind(at) == Some(BlockKind::Title));
    let menu = marked.is_none().then(|| under_menu(sheet, dates)).flatten();
    let Some(at) = marked.or(menu).or_else(|| title(sheet, dates)) else { return };
    let mut kicker = menu.is_none();
    // Over a headline that stands there twice, the one line is what it is about.
    let alone =
        (0..at).filter(|&above| sheet.is_open(above)).count() == 1 && is_same(headline(sheet.words(at + 1)), headline(sheet.words(at)));
    let longest = if alone { 3 * KICKER } else { KICKER };
    for above in (0..at).rev().filter(|&above| sheet.is_open(above)).collect::<Vec<_>>() {
        let line = sheet.words(above);
        let short = sheet.chars(above) <= longest && !line.ends_with(['.', ':']);
        // A menu's path stands between the name of the site and the headline.
        let site = names_site(line)
            || (above + 1..at).any(|between| sheet.kind(between) == Some(BlockKind::Banner))
            || (0..above).any(|first| sheet.words(first) == line);
        let kind = if std::mem::take(&mut kicker) && short && !site { BlockKind::Kicker } else { BlockKind::Banner };
        sheet.set(above, kind);
    }
    // The path of sections right over it.
    if let Some(above) =
        at.checked_sub(1).filter(|&above| sheet.kind(above) == Some(BlockKind::Banner) && is_section_path(sheet.words(above)))
    {
        sheet.set(above, BlockKind::Kicker);
    }
    sheet.set(at, BlockKind::Title);
    // The section, under it.
    if sheet.is_open(at + 1) && is_section(sheet.words(at + 1)) {
        sheet.set(at + 1, BlockKind::Kicker);
    }
    // The publisher's name alone.
    for under in at + 1..(at + 4).min(sheet.len()) {
        if sheet.is_open(under) && publisher_site(sheet.words(under)).is_some() {
            sheet.set(under, BlockKind::PublisherLine);
        }
    }
    // Who wrote it, under it or under the date.
    let under = if sheet.kind(at + 1) == Some(BlockKind::PublisherLine) { at + 2 } else { at + 1 };
    let line = sheet.words(under);
    let dated = sheet.kind(under - 1) == Some(BlockKind::PublisherLine) || sheet.kind(under + 1) == Some(BlockKind::PublisherLine);
    let in_capitals = || dated && signs_in_capitals(line);
    let work = ends_with_work(line) && sheet.chars(under) <= 80;
    if sheet.is_open(under) && (is_author(line) || work || in_capitals()) && sheet.next_open(under + 1).is_some() {
        sheet.set(under, BlockKind::Byline);
    }
    // Who wrote it, over the date.
    if let Some(date) = dates.iter().find(|date| date.at > at && date.at <= at + 4)
        && let Some(above) = date.at.checked_sub(1).filter(|&above| above > at && sheet.is_open(above) && is_author(sheet.words(above)))
    {
        sheet.set(above, BlockKind::Byline);
    }
    // A name in Lao or Thai between headline and date; of several words right under the one, and over nothing but the day.
    if let Some(date) = dates.iter().find(|date| date.at > at + 1 && date.at <= at + 3)
        && let Some(above) = date.at.checked_sub(1).filter(|&above| above > at && sheet.is_open(above))
        && is_native_name(sheet.words(above))
        && (!sheet.words(above).contains(' ') || above == at + 1 && date.date == date.line && !date.updated)
    {
        sheet.set(above, BlockKind::Byline);
    }
    // The headline again, under it or under the date; a file's name or a caption beside it makes it the picture's.
    let title = headline(sheet.words(at));
    for next in at + 1..sheet.len().min(at + 6) {
        match sheet.kind(next) {
            Some(BlockKind::PublisherLine | BlockKind::Other | BlockKind::Banner | BlockKind::Title | BlockKind::Byline) => {}
            None if is_same(headline(sheet.words(next)), title) => {
                let picture = sheet.kind(next + 1) == Some(BlockKind::Caption) || sheet.words(next) != title;
                sheet.set(next, if picture { BlockKind::Caption } else { BlockKind::Title });
            }
            _ => break,
        }
    }
}

/// Lines of a menu over a date line, and the characters of the longest.
const MENU: usize = 5;
const MENU_LINE: usize = 30;

/// The headline right under a date line that has nothing but the name of the site and the lines of a menu over it.
fn under_menu(sheet: &Sheet<'_>, dates: &[DateLine]) -> Option<usize> {
    let date = dates.first()?;
    let short = (1..date.at).all(|above| sheet.chars(above) <= MENU_LINE);
    let under = date.at + 1;
    (date.at > MENU && short && sheet.chars(0) <= 60 && sheet.is_open(under) && is_headline_length(sheet.chars(under))).then_some(under)
}

/// The line that is the headline, where one is.
fn title(sheet: &Sheet<'_>, dates: &[DateLine]) -> Option<usize> {
    let mut best: Option<(i32, usize)> = None;
    let mut seen = 0;
    let native = (0..sheet.len()).find(|&at| sheet.chars(at) > 100).is_some_and(|at| is_native(sheet.words(at)));
    let bare: Vec<&str> = (0..sheet.len()).map(|at| headline(sheet.words(at))).collect();
    for at in 0..sheet.len() {
        if !sheet.is_open(at) {
            continue;
        }
        let score = score(sheet, &bare, dates, at, native);
        if best.is_none_or(|(best, _)| score > best) {
            best = Some((score, at));
        }
        seen += 1;
        // Running text ends the head.
        if seen == HEAD || sheet.span(at).len() > LONG {
            break;
        }
    }
    best.filter(|(score, _)| *score >= 2).map(|(_, at)| at)
}

/// What speaks for a line as the headline, and what against it; `headlines` are all lines without a site's prefix.
fn score(sheet: &Sheet<'_>, headlines: &[&str], dates: &[DateLine], at: usize, native: bool) -> i32 {
    let line = sheet.words(at);
    let chars = sheet.chars(at);
    if starts(line, Furniture::TitlePrefix) {
        return 20;
    }
    if chars > LONGEST || at + 1 >= sheet.len() {
        return i32::MIN;
    }
    let bare = headlines.get(at).copied().unwrap_or_default();
    let below = || headlines.iter().copied().enumerate().skip(at + 1);
    // A line that goes on in small letters is running text broken by its width.
    let goes_on = (sheet.is_open(at + 1) && sheet.words(at + 1).starts_with(char::is_lowercase)) || bare.starts_with(char::is_lowercase);
    // Thai has no full stop: น. is an hour.
    let thai = line.contains(|c| matches!(c, 'ก'..='๛')) && line.ends_with('.');
    let sentence = line.ends_with(['.', '。', '…', ':', ';']) && !line.ends_with("...") && !thai;
    let again = below().find(|(_, other)| is_same(other, bare)).map(|(next, _)| next);
    let twice = sheet.is_open(at + 1) && again == Some(at + 1);
    // A path ends with the headline; in the name of the window more follows it.
    let path = below().take(HEAD).any(|(_, other)| is_path_to(bare, other));
    let of_path = headlines.iter().take(at).any(|above| is_path_to(above, bare));
    // In a menu it is a link.
    let link = again.is_some() && line.starts_with('•');
    // Under running text, with the credit of a picture under it, a line is the picture's.
    let credited =
        sheet.kind(at + 1) == Some(BlockKind::Caption) && sheet.chars(at + 1) <= 40 && (0..at).any(|above| sheet.chars(above) > 100);
    // What a crawler put behind its date may be the lead.
    let crawled = at == 1 && sheet.words(0).starts_with(CRAWLED) && chars > 200;
    // A table held a picture and this line.
    let barred = sheet.words(at + 1) == "|";
    if credited || crawled || barred || path || is_body_alone(line, chars) {
        return i32::MIN;
    }
    let next = (at + 1..sheet.len()).find(|&next| !matches!(sheet.kind(next), Some(BlockKind::Other)));
    let dated = next.is_some_and(|next| sheet.kind(next) == Some(BlockKind::PublisherLine) && dates.iter().any(|date| date.at == next));
    let under = at.checked_sub(1).and_then(|above| sheet.kind(above));
    let open = sheet.next_open(at + 1);
    let longer = (at + 1..sheet.len()).filter(|&next| sheet.is_open(next)).take(3).any(|next| sheet.chars(next) * 4 > chars * 5);
    // Another line stands twice under it, as only a headline does before the text.
    let doubled = |next: usize| {
        let line = sheet.words(next);
        sheet.is_open(next) && sheet.chars(next) >= 24 && line == sheet.words(next + 1) && !line.ends_with('.') && !is_scene(line)
    };
    let over_twice = again.is_none() && (at + 1..sheet.len().min(at + 6)).take_while(|&next| sheet.chars(next) <= 150).any(doubled);
    // `Site | Section`, `Site : name-of-a-page`.
    let signed = dated && is_author(line);
    // What a camera or a phone called the picture.
    let clocked = line.split(' ').any(is_timestamp);
    let bulleted = line.starts_with('•') && chars < 30;
    let parts = clocked || bulleted || chars <= 80 && (line.contains(" | ") || is_slug(line.rsplit(' ').next().unwrap_or_default()));
    let mut score = 0;
    score -= if over_twice { 6 } else { 0 };
    score -= if parts { 4 } else { 0 };
    score -= if signed { 8 } else { 0 };
    score += if again.is_some() { 3 } else { 0 };
    score += if twice { 2 } else { 0 };
    score += if of_path { 5 } else { 0 };
    // Behind the head of a document, what it is about; under its section, or before the first words of a report.
    let over = |at: usize| (0..at).rev().find(|&above| !sheet.words(above).is_empty());
    let subject = starts(line, Furniture::Subject) && (0..at).all(|above| sheet.chars(above) <= 80);
    let sectioned = over(at).is_some_and(|above| is_section(sheet.words(above)));
    let reported = open.is_some_and(|next| begins_with_day(sheet.words(next)) || is_dateline(sheet.words(next), sheet.chars(next)));
    score += if subject { 6 } else { 0 };
    score += if sectioned && (longer || reported) { 3 } else { 0 };
    score -= if link { 4 } else { 0 };
    score += if dated { 3 } else { 0 };
    score += if matches!(under, Some(BlockKind::Banner)) { 1 } else { 0 };
    // Under the date, where nothing over the date may be it.
    let first = (0..at).all(|above| !sheet.is_open(above) || sheet.chars(above) < 24);
    score += if under == Some(BlockKind::PublisherLine) && first { 2 } else { 0 };
    score += if longer { 2 } else { 0 };
    // Who reports begins the text: right under the headline.
    let told = sheet.is_open(at + 1) && is_dateline(sheet.words(at + 1), sheet.chars(at + 1)) && sheet.words(at + 1).starts_with('(');
    score += if told { 4 } else { 0 };
    score += if reported && first { 2 } else { 0 };
    // 1. Tin tức: a section of a numbered path.
    let unnumbered = line.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['.', ' ']);
    score -= if is_section(line) || is_section(unnumbered) { 4 } else { 0 };
    // A motto in capitals over a headline that is not.
    let motto = || is_in_capitals(line) && (at + 1..sheet.len().min(at + HEAD)).any(|next| is_dated_headline(sheet, dates, next));
    score -= if motto() { 5 } else { 0 };
    // A paper's own name over more lines of the head.
    score -= if chars <= 60
        && names_publisher(line)
        && (at + 1..sheet.len()).filter(|&next| sheet.is_open(next)).take(3).any(|next| is_headline_length(sheet.chars(next)))
    {
        5
    } else {
        0
    };
    score += if first { 1 } else { 0 };
    score += if (25..=180).contains(&chars) { 1 } else { 0 };
    // Right under the site's name even a sentence is the headline.
    let headed = under == Some(BlockKind::Banner) && first && longer;
    // So is the name of a document, full stop and all.
    let document = first && longer && chars <= 80 && TYPE_WORDS.at(bare, 0).is_some();
    // What the page repeats and nothing long stands over may be a sentence too.
    let repeated = again.is_some() && first;
    score -= if sentence && !headed && !document && !repeated { 4 } else { 0 };
    score -= if goes_on { 6 } else { 0 };
    score -= if chars < 8 || (chars < 24 && !longer) { 3 } else { 0 };
    score -= if chars < 25
        && again.is_none()
        && open.is_some_and(|next| is_headline_length(sheet.chars(next)) && !sheet.words(next).ends_with('.'))
    {
        3
    } else {
        0
    };
    score -= if begins_with_day(line) || is_dateline(line, chars) { 5 } else { 0 };
    // Without a letter of the page's script.
    let foreign = |line: &str| native && !is_native(line);
    score -= if foreign(line) { 4 } else { 0 };
    score -= if chars > 150 && again.is_none() && !dated { 3 } else { 0 };
    score -= if is_scene(line) || starts(line, Furniture::Opening) { 2 } else { 0 };
    // After running text a short line is a heading; after a headline it is something else.
    let above = |test: &dyn Fn(usize) -> bool| (0..at).any(|above| sheet.is_open(above) && test(above));
    score -= if above(&|above| sheet.chars(above) > 150 || is_dateline(sheet.words(above), sheet.chars(above))) { 4 } else { 0 };
    let path = |above: usize| headlines.get(above).is_some_and(|above| above.starts_with(is_digit) && is_path_to(above, bare));
    let other = |above: usize| (25..=150).contains(&sheet.chars(above)) && !foreign(sheet.words(above)) && !path(above);
    score -= if above(&other) { 2 } else { 0 };
    // Short lines under one another are a menu's.
    score -= if chars < 24 && again.is_none() && open.is_some_and(|next| sheet.chars(next) < 24) { 2 } else { 0 };
    score
}

/// Whether a line of the length of a headline, not in capitals, stands right over a date line.
fn is_dated_headline(sheet: &Sheet<'_>, dates: &[DateLine], at: usize) -> bool {
    let dated = || dates.iter().any(|date| date.at == at + 1);
    sheet.is_open(at) && is_headline_length(sheet.chars(at)) && !is_in_capitals(sheet.words(at)) && dated()
}

/// Whether a line of Latin letters has no small one.
pub(super) fn is_in_capitals(line: &str) -> bool {
    !is_native(line) && line.contains(char::is_uppercase) && !line.contains(char::is_lowercase)
}

/// `2024-08-21T101533.218`
fn is_timestamp(word: &str) -> bool {
    word.split_once('T').is_some_and(|(day, clock)| {
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.' | b':'));
        day.len() == 10 && clock.len() >= 4 && digits(day) && digits(clock)
    })
}

/// The name of a page or a file in small letters joined by hyphens: `tin-noi-bat`.
pub(super) fn is_slug(word: &str) -> bool {
    word.len() >= 8
        && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_'))
        && word.bytes().filter(|b| matches!(b, b'-' | b'_')).count() >= 2
}

/// Whether a line is a headline with a menu's path before it, or with the name of the site behind it.
fn is_path_to(line: &str, headline: &str) -> bool {
    if headline.chars().count() < 24 {
        return false;
    }
    // Behind its path the headline may be cut.
    let cut = |blank: usize| {
        let (path, rest) = line.split_at(blank);
        let rest = rest.trim_matches([' ', '.', '…']);
        headline.starts_with(rest) && rest.chars().count() >= 24 && path.chars().count() <= 60 && !path.contains(is_digit)
    };
    if memchr::memchr_iter(b' ', line.as_bytes()).any(cut) {
        return true;
    }
    if line.len() <= headline.len() {
        return false;
    }
    // `3. Headline`: its number in the path.
    let numbered = |path: &str| path.len() <= 4 && path.ends_with(". ");
    let path = line.strip_suffix(headline).is_some_and(|path| path.chars().count() <= 60 && (!path.contains(is_digit) || numbered(path)));
    let site = line.strip_prefix(headline).is_some_and(|site| site.starts_with([' ', '|', '-']) && site.chars().count() <= 40);
    path || site
}

/// `Nông Văn Thử (Ban Tổ chức …)`: two to four words with capitals, perhaps with where they work. A place or a body is none, unless a family
/// name comes first: Lê Thanh Chương.
pub(super) fn is_author(line: &str) -> bool {
    // Two who wrote together.
    if let Some((one, other)) = [" - ", " – ", ", ", " & "].iter().find_map(|joint| line.split_once(joint)) {
        return !one.contains('(') && is_author(one) && is_author(other);
    }
    // Khánh Ly-Đỗ Sinh; a name of Laos may have a hyphen of its own.
    if let Some((one, other)) = line.split_once('-').filter(|(one, other)| one.contains(' ') && other.contains(' ')) {
        return is_author(one) && is_author(other);
    }
    let (name, post) = line.split_once(" (").unwrap_or((line, ")"));
    let words = name.split(' ').count();
    // Before what the author did, a name may be all in capitals: TRẦN HỮU (thực hiện).
    let signed = ends_with_work(line);
    let small = |c: char| c.is_lowercase() || signed && c.is_uppercase();
    let capitals = name.split(' ').all(|word| word.chars().next().is_some_and(char::is_uppercase) && word.chars().skip(1).all(small));
    let family = name.split(' ').next().is_some_and(is_family_name);
    post.ends_with(')')
        && (2..=4).contains(&words)
        && capitals
        && line.chars().count() <= 60
        && (family || !lexicon::names_place_or_body(name))
}

/// MINH NGUYỆN: a name in capitals that is no section, no place and no body.
pub(super) fn signs_in_capitals(line: &str) -> bool {
    (6..=30).contains(&line.chars().count()) && is_name_in_capitals(line) && !is_section(line) && !lexicon::names_place_or_body(line)
}

/// Words of Lao or Thai with which an author may sign, neither section nor place, body or office, and none with which a sentence goes on: two or
/// three, or one of Lao, how a reporter signs.
fn is_native_name(line: &str) -> bool {
    let words = line.split(' ').count();
    let of = |language: Language| line.chars().all(|c| c == ' ' || Language::of_letter(c) == Some(language) && !is_numeric(c));
    let word = |word: &str| (3..=16).contains(&word.chars().count());
    (words <= 3 && of(Language::Lao) || (2..=3).contains(&words) && of(Language::Thai))
        && line.split(' ').all(word)
        && !is_section(line)
        && !names_publisher(line)
        && !lexicon::names_place_or_body(line)
        && (words == 1 || !lexicon::tells_office(line) && !holds_function_word(line))
}

fn is_headline_length(chars: usize) -> bool {
    (28..=200).contains(&chars)
}

/// `ວັນທີ 5 …`, `Sáng 5/7 …`: the first words of a report.
fn begins_with_day(line: &str) -> bool {
    let word = line.split(' ').next().unwrap_or_default();
    let day = |end: usize| line.get(end..).is_some_and(|rest| rest.trim_start().starts_with(is_digit));
    let cue = CALENDAR.all_at(line, 0).any(|(end, meaning)| match meaning {
        Calendar::DayCue => day(end),
        meaning => matches!(meaning, Calendar::Weekday(_)),
    });
    cue || starts(line, Furniture::Report) && line.chars().take(40).any(|c| c.is_ascii_digit()) && !word.is_empty()
}

/// `ກປ.ອອນໄລ - …`, `(VOVWORLD) - …`: who reports, then the text.
fn is_dateline(line: &str, chars: usize) -> bool {
    const NAME: usize = 24;
    let near = line.char_indices().nth(NAME + 3).and_then(|(end, _)| line.get(..end)).unwrap_or(line);
    let Some((head, _)) = near.split_once(" - ").or_else(|| near.split_once(" – ")) else { return false };
    let name = head.chars().count() <= NAME;
    (line.starts_with('(') && head.ends_with(')') && name) || (chars > 120 && name && !head.contains(is_numeric))
}

/// Whether a line has letters of Lao or Thai.
pub(super) fn is_native(text: &str) -> bool {
    text.contains(|c| matches!(c, 'ກ'..='ໟ' | 'ก'..='๛'))
}

/// Whether two lines say the same, one of them perhaps without its marks.
pub(super) fn is_same(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    // A line stripped of its marks is shorter, but not by half.
    let near = a.len() * 2 >= b.len() && b.len() * 2 >= a.len() && (24..=LONG).contains(&a.len());
    near && (is_bare(a) || is_bare(b)) && letters(a) == letters(b)
}

/// Whether a line of Latin, Lao or Thai letters has no marks, as only a stripped one has.
fn is_bare(line: &str) -> bool {
    line.is_ascii() || !line.contains(is_mark) && !line.contains(|c| matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'))
}

fn is_mark(c: char) -> bool {
    matches!(c, 'ั' | 'ิ'..='ฺ' | '็'..='๎' | 'ັ' | 'ິ'..='ຼ' | '່'..='໎')
}

/// The letters and digits of a line, without what a picture's alternative text loses.
fn letters(line: &str) -> String {
    normalize(line, Profile::Plain).chars().filter(|c| is_alphanumeric(*c) && !is_mark(*c)).collect()
}

/// A headline without the site's prefix and without a bullet.
pub(crate) fn headline(line: &str) -> &str {
    line.get(headline_start(line)..).unwrap_or(line).trim_start_matches(['•', '»', '*', '-', '–', ' ']).trim()
}

/// The byte at which the headline begins after the site's prefix; 0 where there is none.
pub(super) fn headline_start(line: &str) -> usize {
    let end = begins(line, Furniture::TitlePrefix).filter(|end| *end < line.len()).unwrap_or_default();
    line.len() - line.get(end..).unwrap_or_default().trim_start().len()
}
