//! Bodies as printed: a known name, with the level and the place after it.

use super::Level;
use super::again::again;
use super::named::{named, spelled};
use super::qualified::{qualified, to_level};
use crate::family::place;
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::body::{ABROAD, BODIES, BODY_WORDS, COMPANIES, EMBASSIES, NUMBERED, OF, PLURALS, SEAT};
use crate::lang::cited::NUMBER_WORDS;
use crate::lang::gazetteer::{COMMUNES, GAZETTEER, TRAPS};
use crate::lang::level::{LEVELS, is_city};
use crate::lang::lexicon::Meaning;
use crate::lang::number::ORDINAL_MARKERS;
use crate::lang::words::{is_latin, is_word_start};
use crate::span::Span;

/// A body as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Printed {
    pub(crate) span: Span,
    /// Index into the table of bodies.
    pub(crate) body: usize,
    /// What the level word and the place after it say.
    pub(crate) level: Option<Level>,
    /// Index into the gazetteer.
    pub(crate) place: Option<usize>,
    /// The place as printed, where the gazetteer has none.
    pub(crate) printed: Option<String>,
    /// Several such bodies are spoken of together.
    pub(crate) general: bool,
    /// Its name goes on behind the words of the table.
    pub(crate) named: bool,
    /// The full name before it, of which this is a short form.
    pub(crate) same: Option<Span>,
}

/// Finds all bodies, in order. `places` are the places found, in order.
pub(crate) fn find(scan: &Scan<'_>, places: &[place::find::Printed]) -> Vec<Printed> {
    let mut found: Vec<Printed> = Vec::new();
    for hit in &scan.hits {
        // An office may have hidden the head of the body's name, or all of it.
        let head = hit.find(|m| if let Meaning::BodyHead(length) = m { Some(hit.span.end - length) } else { None });
        let hidden = head.and_then(|at| BODY_WORDS.at(scan.text, at).map(|(end, index)| (Span::new(at, end), *index)));
        let known = || {
            hit.find(|m| match m {
                Meaning::Body(index) => Some((hit.span, *index)),
                Meaning::BodyInside(index, length) => Some((Span::new(hit.span.end - length, hit.span.end), *index)),
                _ => None,
            })
        };
        // Of a standing deputy "standing" belongs to the office.
        let hidden =
            hidden.filter(|(span, index)| span.end > hit.span.end && BODIES.get(*index).is_some_and(|body| body.kind != "standing_board"));
        let Some((mut span, mut body)) = hidden.or_else(known) else { continue };
        if found.last().is_some_and(|last| span.start < last.span.end) {
            continue;
        }
        // An office may have hidden the rest of the body's name.
        if span != hit.span
            && let Some((end, index)) = BODY_WORDS.at(scan.text, span.start).filter(|(end, _)| *end > span.end)
        {
            (span.end, body) = (end, *index);
        }
        // bộ, vụ and cục in small letters are parts, cases and lumps.
        if is_small_word(span.of(scan.text)) {
            continue;
        }
        let head = BODIES.get(body).is_some_and(|body| body.generic);
        if let Some((end, index)) = spelled(scan, span, head) {
            (span.end, body) = (end, index);
        }
        let named = named(scan, span);
        let head_end = span.end;
        let span = match named {
            Some(end) => Span::new(span.start, end),
            None => to_level(scan, span, body).unwrap_or_else(|| named_on(scan, qualified(scan, numbered(scan, span)), body)),
        };
        let mut printed = if named.is_some() && is_address(scan, span, body) {
            bare(span, body)
        } else {
            of_country(scan, places, with_place(scan, span, body, places))
        };
        // Its name goes on, or its number tells it apart.
        printed.named =
            named.is_some() || is_figure(scan, span.end) || COMPANIES.at(scan.text, span.start).is_some_and(|_| span.end > head_end);
        if named.is_none() {
            coordinated(scan, &mut printed);
        }
        // A body of the one before it: Đảng ủy Viện kiểm sát nhân dân tỉnh.
        match found.last_mut().filter(|last| belongs(scan, last.span.end, printed.span.start) && !is_figure(scan, last.span.end)) {
            Some(last) if last.place.is_none() && last.printed.is_none() => {
                let level = last.level.or(printed.level);
                let level = level.or_else(|| BODIES.get(printed.body).map(|body| body.level).filter(|level| *level != Level::Unspecified));
                *last = Printed { span: last.span.join(printed.span), body: last.body, level, ..printed };
            }
            _ => found.push(printed),
        }
    }
    again(scan, &mut found);
    found
}

/// Whether what follows a blank is where a body with a name of its own lies: องค์การบริหารส่วนตำบลบ้านนา อำเภอ….
fn is_address(scan: &Scan<'_>, span: Span, body: usize) -> bool {
    let local = BODIES.get(body).is_some_and(|body| body.kind == "government");
    local && scan.char_at(span.end) == Some(' ') && scan.level_at(span.end).is_some()
}

/// Whether the short word for a level behind a ministry and a blank is that of an address: กระทรวงสาธารณสุข จ.นนทบุรี.
fn in_address(scan: &Scan<'_>, end: usize, after: usize, body: usize) -> bool {
    let ministry = BODIES.get(body).is_some_and(|body| body.kind == "ministry");
    ministry && scan.char_before(after) == Some('.') && scan.char_at(end) == Some(' ')
}

/// A body without a place.
const fn bare(span: Span, body: usize) -> Printed {
    Printed { span, body, level: None, place: None, printed: None, general: false, named: false, same: None }
}

/// Whether a number ends at a byte: a unit of the forces has its name then.
fn is_figure(scan: &Scan<'_>, end: usize) -> bool {
    scan.char_before(end).is_some_and(|c| c.is_ascii_digit())
}

/// Whether a word is one small syllable of Vietnamese.
fn is_small_word(word: &str) -> bool {
    word.starts_with(|c: char| is_latin(c) && c.is_lowercase()) && !word.contains(' ') && word.chars().count() <= 4
}

/// Whether a body at a byte belongs to the one that ends at another: right behind it, or behind "of".
fn belongs(scan: &Scan<'_>, end: usize, start: usize) -> bool {
    let gap = Span::new(end, start).of(scan.text);
    // Of the last letter: a full stop or a bracket may end the name.
    let head = scan.within(Span::new(end.saturating_sub(24), end)).of(scan.text);
    let language = head.chars().rev().find(|c| Language::of_letter(*c).is_some() || is_latin(*c)).and_then(Language::of_letter);
    // A company named in Latin letters before a body in Thai.
    let language = language.or_else(|| scan.char_at(start).and_then(Language::of_letter));
    match (gap, language) {
        _ if start < end => false,
        ("", _) => start == end,
        // Thai lists bodies with blanks between them.
        (" ", Some(Language::Thai)) => false,
        (" ", _) => true,
        (gap, _) => OF.at(gap.trim(), 0).is_some_and(|(end, ())| end == gap.trim().len()),
    }
}

/// A unit of the forces with its number: Sư đoàn 317, ກອງພົນທະຫານຮາບທີ1.
fn numbered(scan: &Scan<'_>, span: Span) -> Span {
    if NUMBERED.before(scan.text, span.end).is_none_or(|(start, ())| start > span.start) {
        return span;
    }
    let mut at = span.end;
    if scan.char_at(at).and_then(Language::of_letter).is_some() {
        let marker = ORDINAL_MARKERS.at(scan.text, at).map(|(end, _)| end);
        at = marker.or_else(|| NUMBER_WORDS.at(scan.text, at).map(|(end, ())| end)).unwrap_or(at);
    }
    at += usize::from(scan.char_at(at) == Some(' '));
    let figure = scan.figures.binary_search_by_key(&at, |figure| figure.span.start).ok().and_then(|index| scan.figure(index));
    figure.filter(|figure| (1..=4).contains(&figure.digits)).map_or(span, |figure| span.join(figure.span))
}

/// The letters of the longest word inside a ministry's name.
const WORD: usize = 24;

/// A ministry whose name is a list: ກະຊວງຖະແຫຼງຂ່າວ, ວັດທະນະທຳ ແລະ ທ່ອງທ່ຽວ.
fn named_on(scan: &Scan<'_>, span: Span, body: usize) -> Span {
    let ministry = BODIES.get(body).is_some_and(|body| body.kind == "ministry");
    // A name that has its "and" is whole.
    let whole = span.of(scan.text).contains(' ');
    if !ministry || whole || scan.char_before(span.end).and_then(Language::of_letter) != Some(Language::Lao) {
        return span;
    }
    let word = |at: usize| {
        let rest = scan.within(Span::new(at, (at + 120).min(scan.zone(span.start).end))).of(scan.text);
        let letters = rest.find(|c: char| Language::of_letter(c) != Some(Language::Lao) || matches!(c, '໐'..='໙')).unwrap_or(rest.len());
        let whole = Span::new(at, at + letters);
        // A verb glued to the last word is none of it.
        let verb = whole
            .of(scan.text)
            .char_indices()
            .map(|(offset, _)| at + offset)
            .skip(3)
            .find(|&at| is_word_start(scan.text, at) && scan.is_function_word(at));
        let word = Span::new(at, verb.unwrap_or(whole.end));
        let known = |m: &'static Meaning| !matches!(m, Meaning::FamilyName(..) | Meaning::Month(_));
        let other = scan.hit_at(at, |m| known(m).then_some(())).is_some();
        (!other && (2..=WORD).contains(&word.of(scan.text).chars().count())).then_some(word)
    };
    // The rest of the first word, then ", word" any number of times, then "and word".
    let first = if scan.char_at(span.end).and_then(Language::of_letter).is_some() {
        word(span.end).map_or(span.end, |word| word.end)
    } else {
        span.end
    };
    let mut end = first;
    let mut commas = 0;
    while scan.char_at(end) == Some(',')
        && commas < 3
        && let Some(next) = word(scan.skip(end + 1))
    {
        end = next.end;
        commas += 1;
    }
    let and = scan.list_mark(end).filter(|_| scan.char_at(end) != Some(',')).and_then(word);
    match and {
        Some(last) if commas > 0 => Span::new(span.start, last.end),
        _ => span,
    }
}

/// Further levels at which there are such bodies: "of the province and the districts", "of communes, wards and towns".
fn coordinated(scan: &Scan<'_>, printed: &mut Printed) {
    if printed.place.is_some() || printed.printed.is_some() {
        return;
    }
    // Of one level all, or of none in particular.
    let mut levels: Vec<Level> = printed.level.into_iter().collect();
    // The first level may stand behind "of" and "the several".
    let level_at = |mut at: usize| {
        for _ in 0..3 {
            at = scan.skip(at);
            if let Some((end, ())) = PLURALS.at(scan.text, at) {
                at = end;
            }
        }
        scan.level_at(at)
    };
    let mut end = printed.span.end;
    if printed.level.is_none() {
        match level_at(end).filter(|(after, _)| scan.char_at(end) != Some('\n') && !in_address(scan, end, *after, printed.body)) {
            Some((after, level)) => {
                end = after;
                levels.push(of_place(level));
            }
            None => return,
        }
    }
    let mut more = false;
    while let Some((after, level)) = scan.list_mark(end).and_then(level_at) {
        end = after;
        levels.push(of_place(level));
        more = true;
    }
    if more || printed.level.is_none() {
        printed.span.end = end;
        printed.general = true;
        printed.level = levels.first().copied().filter(|first| levels.iter().all(|level| level == first)).or(printed.level);
    }
}

/// A body of a country goes on with its level and place: ແນວໂຮມປະເທດຊາດ ຫວຽດນາມ ແຂວງ ຮ່າຕິ້ງ.
fn of_country(scan: &Scan<'_>, places: &[place::find::Printed], printed: Printed) -> Printed {
    let country = printed.place.and_then(|index| GAZETTEER.entries.get(index)).is_some_and(|entry| entry.level == place::Level::Country);
    let end = printed.span.end;
    let seat = seat(scan, printed.span.start, scan.skip(end), places).is_some();
    if !country || !(seat || scan.level_at(end).is_some()) || scan.char_at(end) == Some('\n') {
        return printed;
    }
    let local = with_place(scan, printed.span, printed.body, places);
    if local.span.end <= end {
        return printed;
    }
    let abroad = local.place.and_then(|index| GAZETTEER.entries.get(index)).is_some_and(|entry| entry.level == place::Level::Country);
    // An embassy is of the country that sends it.
    if abroad { Printed { span: local.span, ..printed } } else { local }
}

/// The byte after a word at a byte that leads to where a body sits; in an embassy's name "at" is one.
fn seat(scan: &Scan<'_>, body: usize, at: usize, places: &[place::find::Printed]) -> Option<usize> {
    let is_place = |at: usize| {
        let level = scan.level_at(at).map_or(at, |(end, _)| end);
        [at, level].iter().any(|&at| places.binary_search_by_key(&scan.skip(at), |place| place.span.start).is_ok())
    };
    let abroad = || ABROAD.at(scan.text, at).filter(|(end, ())| EMBASSIES.at(scan.text, body).is_some() && is_place(*end));
    SEAT.at(scan.text, at).or_else(abroad).map(|(end, ())| end)
}

/// A body with the level word and the place after it.
fn with_place(scan: &Scan<'_>, span: Span, body: usize, places: &[place::find::Printed]) -> Printed {
    let place_from = |at: usize| places.binary_search_by_key(&at, |place| place.span.start).ok().and_then(|index| places.get(index));
    // The level word ends the body's own name: นครโฮจิมินห์, xã Tân Phúc.
    // Not inside a longer word: hợp tác xã.
    let own = LEVELS.before(scan.text, span.end).map(|(start, level)| (start, *level));
    let own = own.filter(|(start, _)| *start > span.start && TRAPS.before(scan.text, span.end).is_none());
    if let Some(place) = own.and_then(|(start, _)| place_from(start)).filter(|place| place.span.end > span.end) {
        let index = place.entries.first().copied();
        let level = index.and_then(|index| GAZETTEER.entries.get(index)).map(|entry| of_place(entry.level));
        return Printed { level, place: index, ..bare(span.join(place.span), body) };
    }
    // UBND TP. Đà Nẵng
    let stop = usize::from(own.is_some() && scan.char_at(span.end) == Some('.'));
    let (mut end, mut level) = (span.end + stop, own.map(|(_, level)| of_place(level)));
    // An abbreviation of the name in brackets: Ủy ban nhân dân (UBND) tỉnh.
    let behind = after_bracket(scan, end);
    let seat = seat(scan, span.start, scan.skip(behind), places);
    let behind = seat.filter(|&end| scan.level_at(end).is_some() || place_from(scan.skip(end)).is_some()).unwrap_or(behind);
    // A place may begin with its word: นครหลวงเวียงจันทน์.
    let whole = place_from(scan.skip(behind)).is_some();
    let next = scan
        .level_at(behind)
        .filter(|(after, _)| own.is_none() && !whole && scan.char_at(end) != Some('\n') && !in_address(scan, span.end, *after, body));
    if let Some((after, word)) = next {
        level = Some(of_place(word));
        end = after;
    }
    let at = scan.skip(end);
    let near = at - end <= 1 && scan.char_at(end) != Some('\n');
    // Tổng Liên đoàn Lao động (LĐLĐ) Việt Nam
    let (at, near) = if behind != span.end && level.is_none() && whole { (scan.skip(behind), true) } else { (at, near) };
    if let Some(place) = place_from(at).filter(|_| near) {
        let entry = place.entries.first().and_then(|index| GAZETTEER.entries.get(*index));
        // แขวง is a ward of Bangkok, and a province of Laos.
        let level = level.filter(|level| *level != Level::Commune || entry.is_none_or(|entry| entry.level != place::Level::Province));
        let level = level.or_else(|| entry.map(|entry| of_place(entry.level)));
        let commune = place.communes.first().and_then(|&index| COMMUNES.get(index)).map(|commune| commune.name.to_owned());
        let printed = commune.or_else(|| place.entries.is_empty().then(|| place.span.of(scan.text).to_owned()));
        // The capital of a province is a district of it.
        let city = entry.is_some_and(|entry| entry.has_a_capital_of_its_name())
            && place.level.is_some_and(|(_, word)| is_city(word.of(scan.text)));
        let level = if city { Some(Level::District) } else { level };
        return Printed { level, place: place.entries.first().copied(), printed, ..bare(span.join(place.span), body) };
    }
    match scan.hit_at(at, |m| if let Meaning::Place(index) = m { Some(*index) } else { None }).filter(|_| near) {
        Some((place, index)) => {
            let level = level.or_else(|| GAZETTEER.entries.get(index).map(|entry| of_place(entry.level)));
            Printed { level, place: Some(index), ..bare(span.join(place), body) }
        }
        None => Printed { level, ..bare(Span::new(span.start, if end == span.end + stop { span.end } else { end }), body) },
    }
}

/// The byte after a short word in brackets that is a body's name too; the same byte where there is none.
fn after_bracket(scan: &Scan<'_>, end: usize) -> usize {
    let open = scan.skip(end);
    let inside = open + 1;
    let body = |m: &'static Meaning| matches!(m, Meaning::Body(_)).then_some(());
    match scan.hit_at(inside, body).filter(|_| scan.char_at(open) == Some('(')) {
        Some((span, ())) if scan.char_at(span.end) == Some(')') => span.end + 1,
        _ => end,
    }
}

fn of_place(level: place::Level) -> Level {
    use place::Level as Of;
    match level {
        Of::Country => Level::Central,
        Of::Province => Level::Province,
        Of::District => Level::District,
        Of::Commune => Level::Commune,
        Of::Other => Level::Unspecified,
    }
}
