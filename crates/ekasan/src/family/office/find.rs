//! Offices as printed: the word for one, its body or place behind it, and the person before or after it.

use super::Status;
use crate::family::organization::{self, Level};
use crate::family::scan::Scan;
use crate::family::{citation, person, place};
use crate::lang::Language;
use crate::lang::body::{ABROAD, BODIES, OF, POSTED};
use crate::lang::gazetteer::{FOREIGN_COUNTRIES, GAZETTEER};
use crate::lang::level::LEVELS;
use crate::lang::lexicon::{Hit, Meaning};
use crate::lang::office::{BETWEEN, Between, OfficeCode, Stands, WITH_BODY, of_code};
use crate::span::Span;

/// An office as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    pub(crate) span: Span,
    pub(crate) code: &'static str,
    pub(crate) stands: Stands,
    pub(crate) status: Status,
    /// The word that says that it is held no more, or for another.
    pub(crate) prefix: Option<Span>,
    /// The kind of the body that its own words name.
    pub(crate) kind: Option<&'static str>,
    /// Index into the bodies found.
    pub(crate) body: Option<usize>,
    /// The place of an office without a body, in its Vietnamese spelling.
    pub(crate) place: Option<String>,
    /// Index into the persons found.
    pub(crate) person: Option<usize>,
    pub(crate) rule: &'static str,
}

impl Printed {
    /// Where it begins, the word before it included.
    pub(crate) fn start(&self) -> usize {
        self.prefix.unwrap_or(self.span).start
    }

    /// Whether it is an office of the one behind it: glued to it, or over a blank where that is a minister's. เลขานุการ |รมว.มหาดไทย
    fn serves(&self, scan: &Scan<'_>, next: &Printed) -> bool {
        let (end, start) = (self.span.end, next.span.start);
        let near = end == start || next.code.ends_with("minister") && is_blank(scan, end, start);
        near && self.body.is_none() && self.place.is_none() && of_code(self.code).is_some_and(|office| office.serves)
    }

    /// Whether the words say which office it is: there is one, or a body or a place is named.
    pub(crate) fn is_named(&self) -> bool {
        self.stands == Stands::Alone || self.body.is_some() || self.place.is_some()
    }
}

/// Offices that follow each other, of one person.
pub(crate) type Row = Vec<Printed>;

/// Finds all offices with their bodies and places, in order; those that follow each other are one row. `bodies`, `places`
/// and `symbols` are those found.
pub(crate) fn find(
    scan: &Scan<'_>,
    bodies: &[organization::find::Printed],
    places: &[place::find::Printed],
    symbols: &[citation::find::Printed],
) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut prefix: Option<(Hit, Option<Status>)> = None;
    let mut last = 0;
    for hit in &scan.hits {
        let Some(office) = hit.find(|m| if let Meaning::Office(code) = m { of_code(code) } else { None }) else { continue };
        if office.stands == Stands::Prefix {
            prefix = Some((*hit, Status::of_prefix(office.code)));
            continue;
        }
        // The issuer inside a symbol holds no office.
        let next = symbols.partition_point(|symbol| symbol.span.end <= hit.span.start);
        let inside = symbols.get(next).is_some_and(|symbol| symbol.span.overlaps(hit.span));
        if office.stands == Stands::Never || hit.span.start < last || inside {
            continue;
        }
        let before = prefix.take().filter(|(word, _)| is_blank(scan, word.span.end, hit.span.start));
        // Who is to be president is none yet.
        if matches!(before, Some((_, None))) {
            continue;
        }
        let mut printed = with_body(scan, *hit, office, bodies, places);
        if let (Some(deputy), Some((start, Between::Deputy))) = (office.deputy, scan.word_before(&BETWEEN, hit.span.start)) {
            printed.code = deputy;
            printed.span = Span::new(start, printed.span.end);
        }
        if let Some((word, Some(status))) = before {
            (printed.prefix, printed.status) = (Some(word.span), status);
        }
        last = printed.span.end;
        // A secretary of the prime minister holds one office.
        if let Some(served) = rows.last_mut().and_then(|row| row.last_mut()).filter(|served| served.serves(scan, &printed)) {
            *served = Printed { span: served.span.join(printed.span), rule: "office.of_office", ..served.clone() };
            continue;
        }
        match rows.last_mut().filter(|row| row.last().is_some_and(|before| goes_on(scan, before.span.end, printed.start()))) {
            Some(row) => row.push(printed),
            None => rows.push(vec![printed]),
        }
    }
    rows
}

/// Gives the offices to their persons, and keeps those that stand, in order.
pub(crate) fn hold(scan: &Scan<'_>, rows: Vec<Row>, persons: &[person::find::Printed]) -> Vec<Printed> {
    let mut offices = Vec::new();
    // A person with an office right before has it; what follows a comma may be the next one's.
    let mut introduced = vec![false; persons.len()];
    let mut rows = rows.into_iter().peekable();
    while let Some(row) = rows.next() {
        let next = rows.peek().and_then(|row| row.first()).map(Printed::start);
        held(scan, row, next, persons, &mut introduced, &mut offices);
    }
    offices.sort_by_key(|office| (office.span, office.person));
    offices
}

fn is_blank(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    from <= to && matches!(Span::new(from, to).of(scan.text), "" | " ")
}

/// Whether the next office belongs to the row that ends at a byte.
fn goes_on(scan: &Scan<'_>, end: usize, start: usize) -> bool {
    if end > start || start - end > 40 {
        return false;
    }
    let gap = Span::new(end, start).of(scan.text);
    if gap.contains('\n') {
        return false;
    }
    // รอง นรม./รมว.กห.
    let words = gap.trim_matches([' ', ',', '-', '–', '/']);
    words.is_empty()
        || scan.list_mark(end) == Some(start)
        || BETWEEN.at(words, 0).is_some_and(|(end, b)| end == words.len() && matches!(b, Between::Joins | Between::Holds))
}

/// An office with the body or the place that belongs to it.
fn with_body(
    scan: &Scan<'_>,
    hit: Hit,
    office: OfficeCode,
    bodies: &[organization::find::Printed],
    places: &[place::find::Printed],
) -> Printed {
    let (span, zone) = (hit.span, scan.zone(hit.span.start));
    let kind = WITH_BODY.at(scan.text, span.start).filter(|(end, _)| *end == span.end).map(|(_, kind)| *kind);
    let printed = Printed {
        span,
        code: office.code,
        stands: if kind.is_some() { Stands::Alone } else { office.stands },
        status: Status::Current,
        prefix: None,
        kind,
        body: None,
        place: None,
        person: None,
        rule: "office.name",
    };
    let below = |below: bool| office.below.filter(|_| below).unwrap_or(office.code);
    let index = bodies.partition_point(|body| body.span.end <= span.start);
    // The body that the office's own words end with, else one right behind them.
    let own = bodies.get(index).filter(|body| span.start < body.span.start && body.span.start < span.end);
    let next = || {
        let mut at = after_blank(scan, span.end);
        if let Some((end, ())) = OF.at(scan.text, at) {
            at = after_blank(scan, end);
        }
        bodies.get(index).filter(|body| body.span.start == at)
    };
    if let Some(body) = own.or_else(next).filter(|body| body.span.end >= span.end && zone.covers(body.span)) {
        let lower = body.place.is_some_and(is_below) || matches!(body.level, Some(Level::Province | Level::District | Level::Commune));
        return Printed { span: span.join(body.span), code: below(lower), body: Some(index), rule: "office.of_body", ..printed };
    }
    // The place of an office that has no body: ເຈົ້າແຂວງຫຼວງນ້ຳທາ.
    let mut at = after_blank(scan, span.end);
    if let Some((end, _)) = LEVELS.at(scan.text, at) {
        at = after_blank(scan, end);
    }
    let index = places.partition_point(|place| place.span.end <= span.end);
    if let Some(place) = places.get(index).filter(|place| place.span.start <= at && zone.covers(place.span)) {
        let code = below(place.entries.first().copied().is_some_and(is_below));
        return Printed { span: span.join(place.span), code, place: name_of(place), rule: "office.of_place", ..printed };
    }
    // Of another country: Thủ tướng Campuchia |Hun Manet.
    if let Some((end, ())) = FOREIGN_COUNTRIES.at(scan.text, after_blank(scan, span.end))
        && let country = Span::new(after_blank(scan, span.end), end)
        && (office.of_state || country.of(scan.text).chars().count() > GIVEN)
    {
        let place = Some(country.of(scan.text).to_owned());
        return Printed { span: span.join(country), place, rule: "office.of_place", ..printed };
    }
    match seat(scan, span.end, places) {
        Some(place) => Printed { place: name_of(place), rule: AT_SEAT, ..printed },
        // The word before a seat that nothing knows is no part of the office: เอกอัครราชทูต ณ กรุงแคนเบอร์รา.
        None => match ABROAD.before(scan.text, span.end).filter(|(start, ())| *start > span.start) {
            Some((start, ())) => Printed { span: Span::new(span.start, scan.skip_back(start)), ..printed },
            None => printed,
        },
    }
}

/// The letters of a country that behind most offices may be a given name: Chủ tịch Nga.
const GIVEN: usize = 4;

/// The name of a place as a record gives it.
fn name_of(place: &place::find::Printed) -> Option<String> {
    let commune = || place.communes.first().map(|commune| commune.name.to_owned());
    place.entries.first().and_then(|&index| GAZETTEER.entries.get(index)).map(|entry| entry.name.to_owned()).or_else(commune)
}

/// The rule of an office known by where its holder sits.
const AT_SEAT: &str = "office.at_seat";

/// How far behind an office the word for its seat may stand, over the country that sent its holder, and how far behind that word the place.
const SENT: usize = 72;
const SEATED: usize = 24;

/// Where the holder of an office that ends at a byte sits: ເອກອັກຄະຣາຊະທູດໄທ ປະຈຳ ສປປ ລາວ.
fn seat<'p>(scan: &Scan<'_>, end: usize, places: &'p [place::find::Printed]) -> Option<&'p place::find::Printed> {
    let light = |gap: Span| !gap.of(scan.text).contains([',', '.', ';', ':', '(', ')', '\n', '"', '“']);
    let sent = scan.within(Span::new(end, (end + SENT).min(scan.zone(end).end)));
    let mut starts = sent.of(scan.text).char_indices().map(|(at, _)| sent.start + at);
    let (from, at) = starts.find_map(|at| POSTED.at(scan.text, at).map(|(after, ())| (at, after)))?;
    // Nothing known but places up to there.
    let other = |hit: Hit| {
        hit.find(|m| (!matches!(m, Meaning::Place(_) | Meaning::Trap | Meaning::Level | Meaning::Act(_))).then_some(())).is_some()
    };
    if !light(Span::new(end, from)) || scan.hits_in(Span::new(end, from)).any(other) {
        return None;
    }
    let place = places.get(places.partition_point(|place| place.span.start < at))?;
    (place.span.start - at <= SEATED && light(Span::new(at, place.span.start))).then_some(place)
}

/// The byte after one blank.
fn after_blank(scan: &Scan<'_>, at: usize) -> usize {
    at + usize::from(scan.char_at(at) == Some(' '))
}

/// Whether a place is below a country.
fn is_below(index: usize) -> bool {
    GAZETTEER.entries.get(index).is_some_and(|entry| !matches!(entry.level, place::Level::Country | place::Level::Other))
}

/// A person beside an office, and how they stand to each other.
#[derive(Clone, Copy)]
struct Beside {
    person: usize,
    /// Nothing but a blank or a title parts them.
    close: bool,
    titled: bool,
    ceased: bool,
    /// A bare "is" parts them.
    is: bool,
}

/// Gives a row of offices to its person, and keeps those that stand. `next` is where the next row begins.
fn held(
    scan: &Scan<'_>,
    row: Row,
    next: Option<usize>,
    persons: &[person::find::Printed],
    introduced: &mut [bool],
    offices: &mut Vec<Printed>,
) {
    let (Some(first), Some(last)) = (row.first(), row.last()) else { return };
    let before = person_before(scan, first.start(), persons);
    let (after, listed) = persons_after(scan, last.span.end, persons);
    // Who has a title before and an office right behind has that one; this one is of somebody who was not read.
    let own = |after: &Beside| {
        after.titled && next.is_some_and(|next| persons.get(after.person).is_some_and(|name| is_blank(scan, name.span.end, next)))
    };
    let after = after.filter(|after| !own(after));
    let had = before.is_some_and(|before| introduced.get(before.person) == Some(&true));
    let count = row.len();
    let holder = |index: usize| match (before, after) {
        (Some(before), None) => Some(before),
        (None, Some(after)) => Some(after),
        (None, None) => None,
        // Bí thư A, Chủ tịch B: each has its own before it.
        (Some(_), Some(after)) if had && !after.titled => Some(after),
        (Some(before), Some(after)) if before.close || after.titled => Some(before),
        (Some(before), Some(after)) => Some(if count > 1 && index + 1 < count { before } else { after }),
    };
    for (index, mut printed) in row.into_iter().enumerate() {
        // That somebody is a chair, of nothing named, is mostly that he chairs something.
        let person = holder(index).filter(|person| printed.is_named() || !person.is);
        if let Some(person) = person {
            printed.person = Some(person.person);
            if person.ceased && printed.status == Status::Current {
                printed.status = Status::Former;
            }
            if persons.get(person.person).is_some_and(|name| name.span.start > printed.span.start)
                && let Some(introduced) = introduced.get_mut(person.person)
            {
                *introduced = true;
            }
        }
        let stands = match printed.stands {
            Stands::Alone => true,
            Stands::WithBody => person.is_some() || printed.body.is_some() || printed.rule == AT_SEAT,
            _ => person.is_some(),
        };
        if !stands {
            continue;
        }
        // After a colon each person of the list holds it.
        if index + 1 == count && person.is_some_and(|person| after.is_some_and(|after| after.person == person.person)) {
            offices.extend(listed.iter().map(|&further| Printed { person: Some(further), ..printed.clone() }));
        }
        offices.push(printed);
    }
}

/// Committees whose name alone behind a person's says that he sits in it, in Lao.
const COMMITTEES: [&str; 3] = ["central_committee", "party_committee", "standing_committee"];

/// Whether nothing but a committee of the Party stands between two bytes, as in Lao behind the name of a member:
/// `ທ່ານ … |ຄະນະບໍລິຫານງານສູນກາງພັກ| ລັດຖະມົນຕີ…`.
fn is_membership(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    let at = scan.skip(from);
    let body = |m: &'static Meaning| if let Meaning::Body(index) = m { BODIES.get(*index) } else { None };
    let lao = scan.char_at(at).and_then(Language::of_letter) == Some(Language::Lao);
    scan.hit_at(at, body).is_some_and(|(span, body)| lao && COMMITTEES.contains(&body.kind) && scan.skip(span.end) == to)
}

/// The person before a byte, and what stands between.
fn person_before(scan: &Scan<'_>, start: usize, persons: &[person::find::Printed]) -> Option<Beside> {
    let index = persons.partition_point(|person| person.span.end <= start).checked_sub(1)?;
    let end = persons.get(index)?.span.end;
    if start - end > 120 {
        return None;
    }
    let mut gap = Span::new(end, start).of(scan.text).trim();
    // A year of birth, another name in brackets.
    if let Some(rest) = gap.strip_prefix('(') {
        gap = rest.split_once(')').map(|(_, rest)| rest.trim()).filter(|_| !rest.contains('\n')).unwrap_or(gap);
    }
    if Span::new(end, start).of(scan.text).contains('\n') {
        return None;
    }
    let words = gap.trim_matches([',', '-', '–', '(', ':', ' ']);
    let between = BETWEEN.at(words, 0).filter(|(end, _)| *end == words.len()).map(|(_, between)| *between);
    let words = if is_membership(scan, end, start) { "" } else { words };
    let beside = Beside {
        person: index,
        close: gap.is_empty() || between.is_some(),
        titled: false,
        ceased: between == Some(Between::Ceases),
        is: between == Some(Between::Is),
    };
    (words.is_empty() || matches!(between, Some(Between::Is | Between::Holds | Between::Ceases))).then_some(beside)
}

/// The person after a byte, over a blank and titles; after a colon the further ones of a list.
fn persons_after(scan: &Scan<'_>, end: usize, persons: &[person::find::Printed]) -> (Option<Beside>, Vec<usize>) {
    let title = |m: &'static Meaning| matches!(m, Meaning::Title(_)).then_some(());
    let mut at = end;
    let colon = scan.char_at(scan.skip(at)) == Some(':') && scan.char_at(at) != Some('\n');
    if colon {
        at = scan.skip(at) + 1;
    }
    let step = |mut at: usize| {
        let mut titled = false;
        at += usize::from(scan.char_at(at) == Some(' '));
        while let Some((word, ())) = scan.hit_at(at, title) {
            titled = true;
            at = word.end + usize::from(scan.char_at(word.end) == Some(' '));
        }
        (at, titled)
    };
    let person_at = |at: usize| persons.binary_search_by_key(&at, |person| person.span.start).ok();
    let (start, titled) = step(at);
    let Some(person) = person_at(start) else { return (None, Vec::new()) };
    let mut listed = Vec::new();
    if colon {
        let mut last = person;
        while let Some(next) = persons.get(last).and_then(|person| scan.list_mark(person.span.end)).map(|at| step(at).0).and_then(person_at)
        {
            listed.push(next);
            last = next;
        }
    }
    (Some(Beside { person, close: true, titled: titled && !colon, ceased: false, is: false }), listed)
}
