//! Bodies of Party and State: spellings, kinds and levels, and the words that hide them.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::Language;
use super::gazetteer::TRAPS;
use super::letter_case::{capital, cases, small_letters};
use super::level::{LEVELS, is_city};
use super::spellings::Spellings;
use super::table::{Row, rows};
use super::words::{Words, is_latin};
use crate::family::organization::Level;

/// What a body's spelling says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Body {
    pub(crate) spelling: &'static str,
    pub(crate) kind: &'static str,
    /// A second kind for which the words may stand.
    pub(crate) also: &'static str,
    pub(crate) level: Level,
    /// The bare words are usually a body spoken of in general.
    pub(crate) generic: bool,
}

pub(crate) static BODIES: LazyLock<Vec<Body>> = LazyLock::new(|| {
    let mut bodies: Vec<Body> = rows(include_str!("../../data/organizations.tsv"))
        .map(|row| Body {
            spelling: row.get("spelling"),
            kind: row.get("kind"),
            also: row.get("also"),
            level: row.get("level").parse().unwrap_or(Level::Unspecified),
            generic: row.get("generic") == "yes",
        })
        .collect();
    let known: FxHashSet<&str> = bodies.iter().map(|body| body.spelling).collect();
    let departments = departments(&known);
    bodies.extend(departments);
    bodies
});

/// Ministries and departments by their head and their field, but for those that are known.
fn departments(known: &FxHashSet<&str>) -> Vec<Body> {
    let (heads, fields): (Vec<Row<'_>>, Vec<Row<'_>>) =
        rows(include_str!("../../data/administration.tsv")).partition(|row| row.get("role") == "head");
    // Words of Latin letters have a blank between them.
    let named = |head: &Row<'_>, field: &Row<'_>| {
        let head = head.get("spelling");
        format!("{head}{}{}", if head.ends_with(is_latin) { " " } else { "" }, field.get("spelling"))
    };
    let of = |head: &Row<'static>| {
        let fields = fields.iter().filter(|field| field.get("lang") == head.get("lang"));
        let names = fields.map(|field| named(head, field)).filter(|name| !known.contains(name.as_str()));
        let body = |name: String| Body {
            // As the other names, it stays as long as the program.
            spelling: Box::leak(name.into_boxed_str()),
            kind: head.get("kind"),
            also: "",
            level: head.get("level").parse().unwrap_or(Level::Unspecified),
            generic: false,
        };
        names.map(body).collect::<Vec<_>>()
    };
    heads.iter().flat_map(of).collect()
}

/// Words that contain a body's spelling and are none.
pub(crate) fn traps() -> impl Iterator<Item = &'static str> {
    rows(include_str!("../../data/organization_traps.tsv")).map(|row| row.get("spelling"))
}

/// The spellings of the bodies in the cases in which they are printed, in order; with the row of each.
static PRINTED: LazyLock<(Spellings, Vec<usize>)> = LazyLock::new(|| {
    // An office hides the first word of a council: Chủ tịch Hội|đồng Nhân dân.
    let further = |body: &Body| if body.kind == "people_council" { forms(body.spelling) } else { in_short(body.spelling).collect() };
    let all = |body: &Body| cases(body.spelling).into_iter().chain(further(body).iter().flat_map(|form| cases(form)).collect::<Vec<_>>());
    by_spelling(BODIES.iter().enumerate().flat_map(|(row, body)| all(body).map(move |name| (name.into_boxed_str(), row))))
});

/// Names and their rows, the names in order and each once, of the first row that has it.
fn by_spelling(names: impl Iterator<Item = (Box<str>, usize)>) -> (Spellings, Vec<usize>) {
    let mut names: Vec<(Box<str>, usize)> = names.collect();
    names.sort_unstable();
    names.dedup_by(|a, b| a.0 == b.0);
    let (names, rows): (Vec<Box<str>>, Vec<usize>) = names.into_iter().unzip();
    (Spellings::new(names), rows)
}

/// The longest name of a body that begins a text: the byte after it, and its row.
pub(crate) fn printed(text: &str) -> Option<(usize, usize)> {
    let (spellings, rows) = &*PRINTED;
    let (end, number) = spellings.at(text)?;
    Some((end, *rows.get(number as usize)?))
}

fn role(role: &'static str) -> Words<()> {
    either(&[role])
}

/// The words that have one of some roles.
fn either(roles: &[&str]) -> Words<()> {
    let all = rows(include_str!("../../data/organization_words.tsv")).filter(|row| roles.contains(&row.get("role")));
    Words::new(all.map(|row| (row.get("spelling"), ())))
}

/// "Of" between a body and the one to which it belongs.
pub(crate) static OF: LazyLock<Words<()>> = LazyLock::new(|| role("of"));

/// A word with which many names of bodies begin.
#[derive(Clone, Copy)]
pub(crate) struct Open {
    /// A word for "limited" may end the name.
    pub(crate) company: bool,
    /// The name may be a list of two.
    pub(crate) listed: bool,
}

/// The words with which many names begin that no table holds: ກົມ, โรงเรียน, บริษัท.
pub(crate) static OPEN: LazyLock<Words<Open>> = LazyLock::new(|| {
    Words::new(rows(include_str!("../../data/organization_words.tsv")).filter_map(|row| {
        let (company, listed) = match row.get("role") {
            "open" => (false, false),
            "open_department" => (false, true),
            "open_company" => (true, false),
            _ => return None,
        };
        Some((row.get("spelling"), Open { company, listed }))
    }))
});

/// Words that end a company's name.
pub(crate) static LIMITED: LazyLock<Words<()>> = LazyLock::new(|| role("limited"));

/// Words with which a sentence goes on behind a body's name.
pub(crate) static STOPS: LazyLock<Words<()>> = LazyLock::new(|| role("stop"));

/// Words that make it any such body, right behind the word with which names begin.
pub(crate) static ANY: LazyLock<Words<()>> = LazyLock::new(|| role("any"));

/// The names of bodies in Lao and Thai without blanks and tone marks, in order; with the row of each.
static FREELY: LazyLock<(Spellings, Vec<usize>)> = LazyLock::new(|| {
    let native = BODIES.iter().enumerate().filter(|(_, body)| body.spelling.chars().next().and_then(Language::of_letter).is_some());
    let names = native.map(|(row, body)| (body.spelling.chars().filter_map(freely).collect::<String>().into_boxed_str(), row));
    by_spelling(names.filter(|(name, _)| name.chars().count() >= FREE))
});

/// The letters from which on a name is told in spite of its blanks and tone marks.
const FREE: usize = 9;

/// What of a character tells a name apart: nothing of blanks and tone marks, and of short and long vowels the same.
const fn freely(c: char) -> Option<char> {
    match c {
        ' ' | '\u{e48}'..='\u{e4b}' | '\u{ec8}'..='\u{ecb}' => None,
        'ິ' => Some('ີ'),
        'ຶ' => Some('ື'),
        'ຸ' => Some('ູ'),
        'ຣ' => Some('ລ'),
        c => Some(c),
    }
}

/// The longest name of a body that begins at a byte, whatever its blanks and tone marks: the byte after it, and its row.
pub(crate) fn spelled_freely(text: &str, at: usize, language: Language) -> Option<(usize, usize)> {
    const LONGEST: usize = 80;
    let rest = text.get(at..)?;
    let letters = || rest.char_indices().take_while(|(_, c)| *c == ' ' || Language::of_letter(*c) == Some(language)).take(LONGEST);
    let (spellings, rows) = &*FREELY;
    // Most that begin with a known word go on as no longer name does.
    if !spellings.may_begin(letters().filter_map(|(_, c)| freely(c)).take(FREE)) {
        return None;
    }
    let free: String = letters().filter_map(|(_, c)| freely(c)).collect();
    let (length, number) = spellings.at(&free)?;
    let count = free.get(..length)?.chars().count();
    // The marks of the last letter are its own.
    let (last, c) = letters().filter(|(_, c)| freely(*c).is_some()).nth(count - 1)?;
    let end = last + c.len_utf8();
    let marks: usize = rest.get(end..)?.chars().take_while(|c| *c != ' ' && freely(*c).is_none()).map(char::len_utf8).sum();
    Some((at + end + marks, *rows.get(number as usize)?))
}

/// Words of Lao with which bodies begin and behind which a blank may stand.
static HEADS: LazyLock<Words<()>> = LazyLock::new(|| role("head"));

/// Whether a name of a body in Lao begins at a byte.
pub(crate) fn heads_body(text: &str, at: usize) -> bool {
    HEADS.at(text, at).is_some()
}

/// Bodies told apart by their number: Sư đoàn 317.
pub(crate) static NUMBERED: LazyLock<Words<()>> = LazyLock::new(|| role("numbered"));

/// Words that stand for a body named before that begins with them.
pub(crate) static AGAIN: LazyLock<Words<()>> = LazyLock::new(|| role("again"));

/// Between a body and the level or the place at which it sits.
pub(crate) static SEAT: LazyLock<Words<()>> = LazyLock::new(|| either(&["seat", "posted"]));

/// Of these, between an office and the place at which its holder is posted.
pub(crate) static POSTED: LazyLock<Words<()>> = LazyLock::new(|| role("posted"));

/// Embassies and consulates, and the words before the place at which one sits.
pub(crate) static EMBASSIES: LazyLock<Words<()>> = LazyLock::new(|| role("embassy"));
/// With what a union for the friendship of two countries begins.
pub(crate) static FRIENDSHIPS: LazyLock<Words<()>> = LazyLock::new(|| role("friendship"));
pub(crate) static ABROAD: LazyLock<Words<()>> = LazyLock::new(|| role("abroad"));

/// Companies, by the first word of their names.
pub(crate) static COMPANIES: LazyLock<Words<()>> = LazyLock::new(|| role("company"));

/// Bodies of Vietnam that may bear a person's name begin with these.
pub(crate) static EPONYMS: LazyLock<Words<()>> = LazyLock::new(|| role("eponym"));

/// Words with which the name of a city's body begins: Thành ủy.
static OF_CITIES: LazyLock<Words<()>> = LazyLock::new(|| role("city"));

/// Whether a body's name says that it is one of a city: Thành ủy, UBND TP.
pub(crate) fn is_of_city(name: &str) -> bool {
    let last_word = || LEVELS.before(name, name.len()).and_then(|(start, _)| name.get(start..));
    // Of Thai เมือง is a district too.
    let city = |word: &str| is_city(word) || OF_CITIES.at(word, 0).is_some_and(|(end, ())| end == word.len());
    // การเมือง is no city.
    OF_CITIES.at(name, 0).is_some() || last_word().is_some_and(city) && TRAPS.before(name, name.len()).is_none()
}

/// Words with which the names of standing bodies begin.
static STANDING: LazyLock<Words<()>> = LazyLock::new(|| role("standing"));

impl Body {
    /// Whether its name begins with a word that may end the name of an office: Phó Chủ tịch Thường trực |HĐND.
    pub(crate) fn is_standing(&self) -> bool {
        self.kind == "standing_board" || STANDING.at(self.spelling, 0).is_some()
    }
}

/// What a steering committee is there for.
pub(crate) static TASKS: LazyLock<Words<()>> = LazyLock::new(|| role("task"));

/// Words that make several of the level after them.
pub(crate) static PLURALS: LazyLock<Words<()>> = LazyLock::new(|| role("plural"));

/// Small words of Vietnamese inside a body's name, and those that may end it.
pub(crate) static QUALIFIERS: LazyLock<Words<()>> = LazyLock::new(|| either(&["qualifier", "end"]));
pub(crate) static QUALIFIER_ENDS: LazyLock<Words<()>> = LazyLock::new(|| role("end"));

/// How else a body's name is printed: in Lao with a blank behind its head; in Vietnamese with one capital, with a capital at every other word (Ủy ban Nhân dân), with the mark on
/// the other letter (Uỷ ban), with UB for Ủy ban, with TƯ or TW for Trung ương.
pub(crate) fn forms(spelling: &str) -> Vec<String> {
    // ຄະນະຜູ້ແທນ ສະພາແຫ່ງຊາດ, ພະແນກ ການຕ່າງປະເທດ: a blank behind the head.
    if let Some((head, rest)) = HEADS.at(spelling, 0).and_then(|(end, ())| spelling.split_at_checked(end))
        && !rest.is_empty()
        && !rest.starts_with(' ')
    {
        return vec![format!("{head} {rest}")];
    }
    if !spelling.contains(' ') || !spelling.starts_with(is_latin) {
        return Vec::new();
    }
    let mut forms = vec![raise(spelling, usize::MAX), raise(spelling, 2)];
    forms.extend(in_short(spelling));
    let other: Vec<String> = forms.iter().map(String::as_str).chain([spelling]).filter_map(with_other_marks).collect();
    forms.extend(other);
    forms.retain(|form| form != spelling);
    forms
}

/// A name with a capital at the first of every so many words, small letters elsewhere.
fn raise(name: &str, every: usize) -> String {
    let mut raised = String::with_capacity(name.len());
    for (at, word) in name.split(' ').enumerate() {
        if at > 0 {
            raised.push(' ');
        }
        let word = small_letters(word);
        raised.push_str(&if at % every == 0 { capital(&word) } else { word });
    }
    raised
}

/// How a word or two of a body's name are printed otherwise.
struct Form {
    words: &'static str,
    printed: &'static str,
    stands: &'static str,
}

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let form = |row: Row<'static>| Form { words: row.get("words"), printed: row.get("printed"), stands: row.get("stands") };
    rows(include_str!("../../data/organization_forms.tsv")).map(form).collect()
});

/// A body's name with its first or last words in short: UB Mặt trận Tổ quốc, Ban Tuyên giáo TƯ.
fn in_short(spelling: &str) -> impl Iterator<Item = String> {
    FORMS.iter().filter_map(move |form| match form.stands {
        "begin" => spelling.strip_prefix(form.words).filter(|rest| rest.starts_with(' ')).map(|rest| format!("{}{rest}", form.printed)),
        "end" => spelling.strip_suffix(form.words).filter(|head| head.ends_with(' ')).map(|head| format!("{head}{}", form.printed)),
        _ => None,
    })
}

/// A body's name with its marks on the other letters, where it has such: Uỷ ban.
fn with_other_marks(spelling: &str) -> Option<String> {
    let any = FORMS.iter().filter(|form| form.stands == "any" && spelling.contains(form.words));
    any.fold(None, |other, form| Some(other.as_deref().unwrap_or(spelling).replace(form.words, form.printed)))
}
