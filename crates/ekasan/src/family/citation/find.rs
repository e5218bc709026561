//! Citations as printed: a number with its symbol.

use super::act::{about, act, add_acts};
use super::alone::{next_in_list, number_alone};
use super::lao::lao_symbol;
use super::thai::{thai_amendment, thai_order};
use crate::family::scan::Scan;
use crate::lang::calendar::Calendar;
use crate::lang::cited::{ASSEMBLIES, ISSUERS, NUMBER_WORDS, TYPE_WORDS, TYPES, is_central_issuer, plain};
use crate::lang::words::is_latin;
use crate::span::Span;
use crate::text::figure::Figure;
use crate::text::script::is_alphanumeric;

/// A citation as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    /// The symbol; for a number alone, the number.
    pub(crate) span: Span,
    pub(crate) rule: &'static str,
    /// As printed, in ASCII digits, leading zeros kept; none for an act cited by name and year.
    pub(crate) number: Option<String>,
    pub(crate) year: Option<u16>,
    /// The type, spelled with its marks.
    pub(crate) kind: Option<String>,
    pub(crate) issuer: Option<String>,
    /// Written the Party's way: number-type/issuer.
    pub(crate) party: bool,
    /// Other types that the printed letters may stand for.
    pub(crate) other_kinds: Vec<String>,
    /// The word for the type before it: its symbols, joined by `|`.
    pub(crate) word: Option<(&'static str, Span)>,
    /// The name, of an act.
    pub(crate) name: Option<Span>,
}

impl Printed {
    /// The byte at which it begins, the word for its type included.
    pub(crate) fn begins(&self) -> usize {
        self.word.map_or(self.span.start, |(_, span)| span.start)
    }

    /// The part in which no body is named: of an act what it is about. The body before that issued it: ระเบียบ|กระทรวงมหาดไทย|ว่าด้วย….
    pub(crate) fn closed(&self, scan: &Scan<'_>) -> Span {
        let about = self.name.and_then(|name| about(scan, name));
        Span::new(about.unwrap_or(self.span.start), self.span.end)
    }
}

/// Finds all citations, in order, and takes their figures.
pub(crate) fn find(scan: &mut Scan<'_>) -> Vec<Printed> {
    let mut found: Vec<Printed> = Vec::new();
    for index in 0..scan.figures.len() {
        let Some(number) = number(scan, index) else { continue };
        if let Some(printed) = symbol(scan, number).or_else(|| lao_symbol(scan, number)).or_else(|| thai_order(scan, number)) {
            scan.take(printed.span);
            for listed in listed_before(scan, index, &printed) {
                scan.take(listed.span);
                found.push(listed);
            }
            found.push(printed);
        }
    }
    for index in 0..scan.figures.len() {
        if let Some(printed) = number_alone(scan, index).or_else(|| thai_amendment(scan, index)) {
            scan.take(printed.span);
            let mut last = printed.clone();
            found.push(printed);
            while let Some(next) = next_in_list(scan, &last) {
                scan.take(next.span);
                last = next.clone();
                found.push(next);
            }
        }
    }
    found.sort_by_key(|printed| printed.span.start);
    let acts: Vec<Printed> = (0..scan.figures.len()).filter_map(|index| act(scan, index)).collect();
    add_acts(&mut found, acts);
    found
}

/// The number of a document: 35, 66.7, 30a.
#[derive(Clone, Copy)]
pub(super) struct Number {
    pub(super) span: Span,
    figure: Figure,
    /// Behind a point.
    further: Option<u64>,
    letter: Option<char>,
}

impl Number {
    /// In ASCII digits, leading zeros kept.
    pub(super) fn digits(self) -> String {
        let mut digits = format!("{:0width$}", self.figure.value, width = self.figure.digits as usize);
        if let Some(further) = self.further {
            digits.push_str(&format!(".{further}"));
        }
        digits.extend(self.letter);
        digits
    }
}

/// The number that begins with a figure.
fn number(scan: &Scan<'_>, index: usize) -> Option<Number> {
    let figure = scan.free(index).filter(|figure| (1..=5).contains(&figure.digits))?;
    let before = scan.char_before(figure.span.start);
    let listed = || before == Some('-') && scan.char_before(figure.span.start - 1) == Some(' ');
    let worded = || NUMBER_WORDS.before(scan.text, figure.span.start).is_some();
    if before.is_some_and(|c| is_latin(c) || matches!(c, '.' | ',' | '/' | '-')) && !listed() && !worded() {
        return None;
    }
    let mut number = Number { span: figure.span, figure, further: None, letter: None };
    if let Some(point) = scan.free(index + 1)
        && matches!(Span::new(number.span.end, point.span.start).of(scan.text), "." | ",")
        && point.digits <= 2
        && scan.char_at(point.span.end) == Some('/')
    {
        number.further = Some(point.value);
        number.span.end = point.span.end;
    }
    number.letter = letter_after(scan, number.span.end);
    number.span.end += usize::from(number.letter.is_some());
    Some(number)
}

/// The letter that is part of a number: 25c/NQ-CP, 30a; a paper that was put between two others.
pub(super) fn letter_after(scan: &Scan<'_>, end: usize) -> Option<char> {
    let letter = scan.char_at(end).filter(|c| matches!(c, 'a'..='e'))?;
    scan.char_at(end + 1).is_none_or(|c| !is_alphanumeric(c)).then_some(letter)
}

/// A separator of a symbol with the blanks around it: which, and the byte after it.
pub(super) fn separator(scan: &Scan<'_>, at: usize) -> Option<(char, usize)> {
    let sign = scan.skip(at);
    match scan.char_at(sign)? {
        '/' => Some(('/', scan.skip(sign + 1))),
        '-' => Some(('-', scan.skip(sign + 1))),
        // HYPHEN, NON-BREAKING HYPHEN, FIGURE DASH, dashes, MINUS SIGN
        c @ ('\u{2010}' | '\u{2011}' | '\u{2012}' | '–' | '—' | '−') => Some(('-', scan.skip(sign + c.len_utf8()))),
        // FRACTION SLASH, DIVISION SLASH, FULLWIDTH SOLIDUS
        c @ ('\u{2044}' | '\u{2215}' | '\u{ff0f}') => Some(('/', scan.skip(sign + c.len_utf8()))),
        _ => None,
    }
}

/// A run of Latin letters, and of digits at its end.
fn token(scan: &Scan<'_>, at: usize) -> Option<Span> {
    scan.char_at(at).filter(|c| is_latin(*c))?;
    let rest = scan.within(Span::new(at, at + 80)).of(scan.text);
    // BNN&PTNT and T.Ư are one word.
    let inside = |at: usize, c: char| {
        let next = rest.get(at + 1..).and_then(|rest| rest.chars().next());
        c == '&' && next.is_some_and(is_latin) || c == '.' && next == Some('Ư')
    };
    let letters = rest.char_indices().find(|&(at, c)| !is_latin(c) && !inside(at, c)).map_or(rest.len(), |(at, _)| at);
    let digits = rest.get(letters..)?.bytes().take_while(u8::is_ascii_digit).count();
    let end = at + letters + digits;
    let spoken = scan.char_at(end).is_some_and(is_latin);
    (letters > 0 && letters <= 40 && !spoken).then(|| Span::new(at, end))
}

/// A number with a symbol in Latin letters.
fn symbol(scan: &Scan<'_>, number: Number) -> Option<Printed> {
    let mut end = number.span.end;
    let mut year = None;
    if let Some(('/', at)) = separator(scan, end)
        && let Some((_, figure)) = scan.figure_at(at)
        && figure.digits == 4
        && (1900..=2100).contains(&figure.value)
    {
        year = u16::try_from(figure.value).ok();
        end = figure.span.end;
    }
    let (first_separator, at) = match separator(scan, end) {
        Some(found) => found,
        // `79 NQ/TW`, `35NQ/TW`: the hyphen is lost.
        None if year.is_none() => ('-', scan.skip(end)),
        None => return None,
    };
    let first = token(scan, at)?;
    let mut parts = vec![first];
    let mut at = first.end;
    // QĐ.UB: a point between type and issuer, where both are known.
    let point = |at: usize, parts: &[Span]| {
        let known = parts.len() == 1 && scan.char_at(at) == Some('.') && !TYPES.read(first.of(scan.text)).is_empty();
        let issuer = token(scan, at + 1).filter(|_| known)?;
        (!ISSUERS.read(issuer.of(scan.text)).is_empty()).then_some(('.', at + 1))
    };
    while let Some((_, next)) = separator(scan, at).or_else(|| point(at, &parts)).filter(|_| parts.len() < 4) {
        let Some(part) = token(scan, next).filter(|part| is_symbol(part.of(scan.text))) else { break };
        // A blank before a hyphen ends a symbol that is whole already.
        if parts.len() >= 2 && scan.char_at(at) == Some(' ') {
            break;
        }
        parts.push(part);
        at = part.end;
    }
    let joined = separator(scan, end).is_some();
    read(scan, number, year, first_separator, joined, &parts)
}

/// Capitals, but for the few small letters of symbols such as `TTg` and `QĐi`.
fn is_symbol(token: &str) -> bool {
    let capitals = token.chars().filter(|c| c.is_uppercase()).count();
    let small = token.chars().filter(|c| c.is_lowercase()).count();
    // nd-cp: all small, where both are known.
    let lower = capitals == 0 && !ISSUERS.read(token).is_empty();
    capitals >= 1 && small <= 2 && small < capitals.max(2) || lower || ISSUERS.read(token).iter().any(|known| known.spelling == token)
}

/// Decides type and issuer of the letters after a number.
fn read(scan: &Scan<'_>, number: Number, year: Option<u16>, first_separator: char, joined: bool, parts: &[Span]) -> Option<Printed> {
    let text = |part: &Span| part.of(scan.text);
    let (first, rest) = parts.split_first()?;
    let kinds = TYPES.read(text(first));
    let last = parts.last()?;
    let span = Span::new(number.span.start, last.end);
    let word = word_before(scan, number.span.start);
    let make = |kind: Option<String>, issuer: Option<String>, party: bool, others: Vec<String>, rule: &'static str| {
        Some(Printed { span, rule, number: Some(number.digits()), year, kind, issuer, party, other_kinds: others, word, name: None })
    };
    // Type and issuer.
    if let (Some(kind), Some(issuer)) = (kinds.first(), rest.first()) {
        let known = ISSUERS.read(text(issuer));
        if known.is_empty() && !is_symbol(text(issuer)) {
            return None;
        }
        let side = known.iter().find(|known| if first_separator == '-' { known.party } else { known.state }).or(known.first());
        let party = year.is_none()
            && match side {
                Some(known) if known.party != known.state => known.party,
                _ => first_separator == '-',
            };
        let issuers: Vec<String> = rest
            .iter()
            .enumerate()
            .map(|(at, part)| issuer_of(text(part), if at == 0 { side.map(|known| known.spelling) } else { None }))
            .collect();
        let others = kinds
            .iter()
            .skip(1)
            .filter(|other| other.spelling != text(first) && kind.spelling != text(first))
            .map(|other| other.spelling.to_owned())
            .collect();
        return make(Some(kind.spelling.to_owned()), Some(issuers.join("-")), party, others, "citation.symbol");
    }
    // `NĐCP`, `QĐUBND`: the hyphen between type and issuer is lost.
    if rest.is_empty() && joined && kinds.is_empty() {
        let letters = text(first);
        let cut = letters.char_indices().skip(2).find_map(|(at, _)| {
            let (kind, issuer) = (TYPES.read(letters.get(..at)?), ISSUERS.read(letters.get(at..)?));
            Some((kind.first()?.spelling.to_owned(), issuer.iter().find(|issuer| issuer.state)?.spelling.to_owned()))
        });
        if let Some((kind, issuer)) = cut {
            return make(Some(kind), Some(issuer), false, Vec::new(), "citation.symbol");
        }
    }
    // The National Assembly's: no type.
    if year.is_some() && rest.is_empty() {
        let letters = text(first).trim_end_matches(|c: char| c.is_ascii_digit());
        let term = text(first).get(letters.len()..).unwrap_or_default();
        let assembly = ASSEMBLIES.contains(&letters) && !term.is_empty();
        return assembly.then(|| make(None, Some(format!("{letters}{term}")), false, Vec::new(), "citation.law"))?;
    }
    let known = ISSUERS.read(text(first));
    // An old decree behind its word: the issuer alone.
    if joined && first_separator == '/' && rest.is_empty() && year.is_none() && word.is_some() {
        let central =
            known.iter().find(|known| known.state && is_spelled(known.spelling, text(first)) && is_central_issuer(known.spelling))?;
        return make(None, Some(central.spelling.to_owned()), false, Vec::new(), "citation.issuer");
    }
    // An official letter: issuer and unit, no type.
    if joined && first_separator == '/' && !rest.is_empty() && known.iter().any(|known| known.state) {
        let issuer = known.first().map(|known| known.spelling)?;
        let issuers: Vec<String> = std::iter::once(issuer.to_owned()).chain(rest.iter().map(|part| text(part).to_owned())).collect();
        return make(None, Some(issuers.join("-")), false, Vec::new(), "citation.letter");
    }
    None
}

/// Whether letters are those of a symbol, of a longer one perhaps without their marks.
fn is_spelled(symbol: &str, letters: &str) -> bool {
    symbol == letters || letters.len() > 2 && plain(symbol) == letters
}

/// An issuer as it should be spelled.
fn issuer_of(printed: &str, known: Option<&'static str>) -> String {
    let spelling = known.or_else(|| ISSUERS.read(printed).first().map(|known| known.spelling)).unwrap_or(printed);
    if spelling == "TƯ" || matches!(printed, "TƯ" | "T.Ư") { "TW".to_owned() } else { spelling.to_owned() }
}

/// The word for a type before a number, a number word between them or not.
pub(super) fn word_before(scan: &Scan<'_>, at: usize) -> Option<(&'static str, Span)> {
    type_word(scan, before_number_word(scan, at))
}

/// The word for a type that ends before a byte.
pub(super) fn type_word(scan: &Scan<'_>, at: usize) -> Option<(&'static str, Span)> {
    let end = scan.skip_back(at);
    let (start, symbols) = TYPE_WORDS.before(scan.text, end)?;
    Some((symbols, Span::new(start, end)))
}

/// The byte before a number word and its colon; the same byte where there is none.
pub(super) fn before_number_word(scan: &Scan<'_>, at: usize) -> usize {
    let before = match scan.char_before(scan.skip_back(at)) {
        Some(':') => scan.skip_back(at) - 1,
        _ => at,
    };
    scan.word_before(&NUMBER_WORDS, before).map_or(at, |(start, ())| start)
}

/// The numbers of a list whose last carries the symbol: `17, 19 and 20-NQ/TU`.
fn listed_before(scan: &Scan<'_>, index: usize, printed: &Printed) -> Vec<Printed> {
    let mut listed = Vec::new();
    let mut at = printed.span.start;
    let mut next = index;
    while let Some(before) = next.checked_sub(1).and_then(|before| scan.free(before)) {
        let gap = Span::new(before.span.end, at);
        // "And", and between the ends of a range "to".
        let word = |end: usize| scan.skip(end) == at || scan.word(&NUMBER_WORDS, end).is_some_and(|(end, ())| scan.skip(end) == at);
        let joined = matches!(gap.of(scan.text).trim(), "," | ";")
            || matches!(scan.calendar(gap.start), Some((end, Calendar::And | Calendar::Range)) if word(end));
        if !joined
            || !(1..=4).contains(&before.digits)
            || scan.char_before(before.span.start).is_some_and(|c| matches!(c, '/' | '.' | '-') || is_latin(c))
        {
            break;
        }
        next -= 1;
        at = before.span.start;
        let word = word_before(scan, at);
        listed.push(Printed { span: before.span, rule: "citation.list", number: Some(before.value.to_string()), word, ..printed.clone() });
    }
    // Only a list that a type or number word begins: else its numbers may count.
    let begun = word_before(scan, at).is_some() || before_number_word(scan, at) != at;
    if begun {
        listed.reverse();
        listed
    } else {
        Vec::new()
    }
}
