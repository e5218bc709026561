//! The level and the place behind a body's name.

use super::Level;
use super::find::Printed;
use crate::family::capitals::{goes_on_with_hyphen, name_word};
use crate::family::place;
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::body::{ABROAD, BODIES, EMBASSIES, FRIENDSHIPS, PLURALS, SEAT, STOPS, is_of_city};
use crate::lang::gazetteer::{Entry, GAZETTEER, TRAPS};
use crate::lang::level::{LEVELS, SITES, is_city};
use crate::lang::lexicon::Meaning;
use crate::span::Span;

/// Further levels at which there are such bodies: "of the province and the districts", "of communes, wards and towns".
pub(super) fn coordinated(scan: &Scan<'_>, printed: &mut Printed) {
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
        scan.level_at(at).filter(|_| SITES.at(scan.text, scan.skip(at)).is_none())
    };
    let mut end = printed.span.end;
    if printed.level.is_none() {
        match level_at(end).filter(|(after, _)| scan.char_at(end) != Some('\n') && !is_address(scan, printed, *after)) {
            Some((after, level)) => {
                end = after;
                levels.push(of_place(level));
            }
            None => return,
        }
    }
    let mut more = false;
    // Of a body that begins with its level: Hội LHPN tỉnh, Tỉnh đoàn.
    let body = |at: usize| scan.hit_at(at, |m| matches!(m, Meaning::Body(_)).then_some(())).is_some();
    while let Some((after, level)) = scan.list_mark(end).filter(|&next| !body(next)).and_then(level_at) {
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

/// Whether a word for a level behind a blank, which ends at a byte, begins an address: behind a local council with a name of its own any does
/// (องค์การบริหารส่วนตำบลบ้านนา อำเภอ…), behind a ministry one in short (กระทรวงสาธารณสุข จ.นนทบุรี).
fn is_address(scan: &Scan<'_>, printed: &Printed, after: usize) -> bool {
    let kind = BODIES.get(printed.body).map_or("", |body| body.kind);
    let short = scan.char_before(after) == Some('.');
    scan.char_at(printed.span.end) == Some(' ') && ((kind == "government" && printed.named) || (kind == "ministry" && short))
}

/// Whether a word of Lao or Thai for a level behind a blank begins the name of a place that nothing knows: โรงเรียนมัธยมสงฆ์ เมืองละครเพ็ง.
fn begins_name(scan: &Scan<'_>, end: usize, after: usize) -> bool {
    let letter = scan.char_at(after).and_then(Language::of_letter).is_some();
    letter && scan.char_at(end) == Some(' ') && !scan.is_function_word(after) && STOPS.at(scan.text, after).is_none()
}

/// A body with its level and place.
pub(super) fn placed(scan: &Scan<'_>, bare: Printed, places: &[place::find::Printed]) -> Printed {
    match of_two(scan, &bare, places) {
        Some(end) => with_place(scan, Printed { span: Span::new(bare.span.start, end), named: true, ..bare }, places),
        None => of_country(scan, places, with_place(scan, bare, places)),
    }
}

/// The byte after two countries joined by a dash, whose friendship a union is for: `Hội Hữu nghị Việt Nam - Lào`, ສະມາຄົມມິດຕະພາບ ຫວຽດນາມ - ລາວ,
/// สมาคมไทย - ลาว.
fn of_two(scan: &Scan<'_>, bare: &Printed, places: &[place::find::Printed]) -> Option<usize> {
    BODIES.get(bare.body).filter(|body| body.kind == "front_union")?;
    let country = |at: usize| {
        let place = places.get(places.binary_search_by_key(&at, |place| place.span.start).ok()?)?;
        let entry = place.entries.first().and_then(|index| GAZETTEER.entries.get(*index));
        entry.filter(|entry| entry.level == place::Level::Country).map(|_| place.span.end)
    };
    let friends = FRIENDSHIPS.at(scan.text, bare.span.start).map(|(end, ())| end);
    // Countries that the gazetteer lacks, in Latin letters by their capitals; behind another union they may be a person's name.
    let words = |at: usize| {
        let mut end = name_word(scan, at)?;
        while let Some(next) = (scan.char_at(end) == Some(' ')).then(|| name_word(scan, end + 1)).flatten() {
            end = next;
        }
        Some(end)
    };
    let one = |at: usize| country(at).or_else(|| friends.and_then(|_| words(at)));
    let head = friends.unwrap_or(bare.span.end);
    let start = scan.skip(head);
    let first = one(start).filter(|_| start - head <= 1)?;
    let dash = scan.skip(first);
    let width = scan.char_at(dash).filter(|c| matches!(c, '-' | '–')).map(char::len_utf8)?;
    let second = scan.skip(dash + width);
    one(second).filter(|_| !scan.text.get(first..second).is_some_and(|gap| gap.contains('\n')))
}

/// A body of a country goes on with its level and place: ແນວໂຮມປະເທດຊາດ ຫວຽດນາມ ແຂວງ ຮ່າຕິ້ງ.
fn of_country(scan: &Scan<'_>, places: &[place::find::Printed], printed: Printed) -> Printed {
    let country = printed.place.and_then(|index| GAZETTEER.entries.get(index)).is_some_and(|entry| entry.level == place::Level::Country);
    let end = printed.span.end;
    let seat = seat(scan, printed.span.start, scan.skip(end), places).is_some();
    if !country || !(seat || scan.level_at(end).is_some()) || scan.char_at(end) == Some('\n') {
        return printed;
    }
    let local = with_place(scan, printed.clone(), places);
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
fn with_place(scan: &Scan<'_>, bare: Printed, places: &[place::find::Printed]) -> Printed {
    let span = bare.span;
    let place_from = |at: usize| places.binary_search_by_key(&at, |place| place.span.start).ok().and_then(|index| places.get(index));
    // The level word ends the body's own name: นครโฮจิมินห์, xã Tân Phúc.
    // Not inside a longer word: hợp tác xã.
    let own = LEVELS.before(scan.text, span.end).map(|(start, level)| (start, *level));
    let own = own.filter(|(start, _)| *start > span.start && TRAPS.before(scan.text, span.end).is_none());
    if let Some(place) = own.and_then(|(start, _)| place_from(start)).filter(|place| place.span.end > span.end) {
        let index = place.entries.first().copied();
        let level = index.and_then(|index| GAZETTEER.entries.get(index)).map(|entry| of_place(entry.level));
        return Printed { span: span.join(place.span), level, place: index, ..bare };
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
        .filter(|(after, _)| own.is_none() && !whole && scan.char_at(end) != Some('\n') && !is_address(scan, &bare, *after))
        .filter(|(after, _)| {
            let bare = SITES.at(scan.text, scan.skip(behind)).is_some_and(|(site, ())| site == *after) || begins_name(scan, end, *after);
            !bare || place_from(scan.skip(*after)).is_some()
        });
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
        let commune = place.communes.first().map(|commune| commune.name.to_owned());
        let printed = commune.or_else(|| place.entries.is_empty().then(|| place.span.of(scan.text).to_owned()));
        // The capital of a province is a district of it, as is any city that is no province: TP Thủ Đức.
        let district = |entry: &Entry| entry.level != place::Level::Province || entry.has_a_capital_of_its_name();
        let thai = entry.is_some_and(|entry| entry.parent == "th");
        let of_city = || !thai && is_of_city(span.of(scan.text)) || place.level.is_some_and(|(_, word)| is_city(word.of(scan.text)));
        let level = match of_city() {
            true if entry.is_none_or(district) => Some(Level::District),
            true => Some(Level::Province),
            false => level,
        };
        return Printed { span: span.join(place.span), level, place: place.entries.first().copied(), printed, ..bare };
    }
    let known = scan.hit_at(at, |m| if let Meaning::Place(index) = m { Some(*index) } else { None });
    match known.filter(|(place, _)| near && !goes_on_with_hyphen(scan, place.end)) {
        Some((place, index)) => {
            let level = level.or_else(|| GAZETTEER.entries.get(index).map(|entry| of_place(entry.level)));
            Printed { span: span.join(place), level, place: Some(index), ..bare }
        }
        None => Printed { span: Span::new(span.start, if end == span.end + stop { span.end } else { end }), level, ..bare },
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
