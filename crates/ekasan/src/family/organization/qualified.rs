//! The words behind the first of a Vietnamese name that say which body it is.

use crate::family::scan::Scan;
use crate::lang::body::{BODIES, COMPANIES, EPONYMS, OF, QUALIFIER_ENDS, QUALIFIERS, STOPS, TASKS};
use crate::lang::cited::TYPE_WORDS;
use crate::lang::level::LEVELS;
use crate::lang::lexicon::Meaning;
use crate::lang::words::is_latin;
use crate::span::Span;

/// A body's name in Vietnamese with the words that say which one it is, where they lead to a capital: Đảng ủy khối Doanh nghiệp, Cục
/// Thống kê.
pub(super) fn qualified(scan: &Scan<'_>, span: Span, body: usize) -> Span {
    let head = span.of(scan.text);
    // Behind the word for its level comes its place.
    if LEVELS.before(scan.text, span.end).is_some_and(|(start, _)| start > span.start) {
        return span;
    }
    if !head.starts_with(|c: char| is_latin(c) && c.is_uppercase()) || scan.char_at(span.end) != Some(' ') {
        return span;
    }
    // What has the whole of its name is joined to no more: Chính phủ và Luật Tổ chức ….
    let complete = BODIES.get(body).is_some_and(|body| WHOLE.contains(&body.kind));
    // Nor do capitals go on with it: Quốc hội Lào |Xaysomphone Phomvihane; a paper's name they do.
    if complete && BODIES.get(body).is_some_and(|body| body.kind != "press") {
        return span;
    }
    let rest = scan.within(Span::new(span.end, (span.end + 120).min(scan.zone(span.start).end))).of(scan.text);
    let eponym = EPONYMS.at(head, 0).is_some();
    // A company may be named after anything: Công ty Cổ phần Bệnh viện Tân Phú - Lạc Thành.
    let company = COMPANIES.at(head, 0).is_some();
    let known = |m: &'static Meaning| {
        let person = matches!(m, Meaning::FamilyName(..)) && !eponym && !company;
        let other = match m {
            Meaning::Body(index) => !company || BODIES.get(*index).is_some_and(|body| body.kind == "company"),
            Meaning::Place(_) => !company,
            _ => false,
        };
        (person || other || matches!(m, Meaning::Office(_) | Meaning::Title(_))).then_some(())
    };
    let (mut end, mut at) = (span.end, span.end);
    let mut capitals = 0;
    for part in rest.split(' ').skip(1).take(10) {
        let word = part.trim_end_matches([',', '.', ';', ':', ')', '”', '"']);
        let start = at + 1;
        // Sở LĐ-TB&XH
        let short = word.contains(['-', '&']) && word.chars().all(|c| is_latin(c) && c.is_uppercase() || matches!(c, '-' | '&'));
        let capital = word.chars().next().is_some_and(char::is_uppercase) && (short || word.chars().all(is_latin));
        let joining = QUALIFIERS.at(word, 0).is_some_and(|(end, ())| end == word.len());
        // The second half of a word, a hyphen between two: Điện lực, Tân Phú - Lạc Thành.
        let half =
            company && capitals == 1 && word.chars().all(|c| is_latin(c) && c.is_lowercase()) && STOPS.at(scan.text, start).is_none();
        let joining = joining && !(complete && end == span.end) || half || (company && matches!(word, "-" | "–"));
        let letters = word.chars().all(|c| is_latin(c) && c.is_uppercase());
        // A letter before more capitals begins a person's name: Bí thư Huyện ủy A Rốc Sơn.
        let person =
            capital && part.len() == 1 && rest.get(start + 2 - span.end..).is_some_and(|next| next.starts_with(char::is_uppercase));
        // Behind the name that a school bears begins its head's: Hiệu trưởng Trường THPT Nguyễn Trãi |Lê Văn Hai.
        let family = || scan.hit_at(start, |m| matches!(m, Meaning::FamilyName(..)).then_some(())).is_some();
        let next_capital = || rest.get(start + part.len() + 1 - span.end..).is_some_and(|next| next.starts_with(char::is_uppercase));
        let person = person || eponym && capitals >= 2 && word.len() == part.len() && family() && next_capital();
        capitals = if capital && !letters { capitals + 1 } else { 0 };
        if word.is_empty()
            || LEVELS.at(scan.text, start).is_some()
            || TYPE_WORDS.at(scan.text, start).is_some()
            || scan.hit_at(start, known).is_some()
            || !(capital || joining)
            || person
        {
            break;
        }
        at = start + word.len();
        if capital || half || QUALIFIER_ENDS.at(word, 0).is_some_and(|(end, ())| end == word.len()) {
            end = at;
        }
        if word.len() < part.len() && !(part.len() == word.len() + 1 && part.ends_with(',') && joining) {
            break;
        }
        at += part.len() - word.len();
    }
    Span::new(span.start, end)
}

/// Kinds of bodies of which there is one.
const WHOLE: [&str; 6] = ["government", "national_assembly", "press", "politburo", "secretariat", "central_committee"];

/// The words of the longest task.
const TASK: usize = 18;

/// A steering committee with its task, up to the word for its level: Ban Chỉ đạo công tác Dân số - Kế hoạch hóa gia đình |tỉnh; without one
/// where its task ends is not told, and the span is as it was.
pub(super) fn to_level(scan: &Scan<'_>, span: Span, body: usize) -> Option<Span> {
    BODIES.get(body).filter(|body| body.kind == "steering_committee" && body.spelling.starts_with(is_latin))?;
    let start = scan.skip(span.end);
    TASKS.at(scan.text, start).filter(|_| start == span.end + 1)?;
    Some(level_behind(scan, span, start).unwrap_or(span))
}

/// From a body's head over the words of its task, which begin at a byte, to the word for its level.
fn level_behind(scan: &Scan<'_>, span: Span, start: usize) -> Option<Span> {
    let mut at = start;
    for _ in 0..TASK {
        let rest = scan.within(Span::new(at, (at + 40).min(scan.zone(span.start).end))).of(scan.text);
        let word = rest.get(..rest.find([' ', '\n']).unwrap_or(rest.len()))?;
        let bare = word.trim_end_matches(',');
        // phòng, chống; behind any other comma, and a word with which a sentence goes on, it is no name.
        let listed = bare.len() < word.len() && QUALIFIERS.at(bare, 0).is_none();
        let letters = bare.chars().all(|c| is_latin(c) || matches!(c, '-' | '–' | '&'));
        if bare.is_empty() || !letters || listed || OF.at(bare, 0).is_some() || STOPS.at(scan.text, at).is_some() {
            return None;
        }
        if LEVELS.at(scan.text, at).is_some() {
            return (at > start).then(|| Span::new(span.start, at - 1));
        }
        at = scan.skip(at + word.len());
    }
    None
}
