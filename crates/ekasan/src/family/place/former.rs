//! Units that are no more, by the word for "former" behind their names: Bát Xát cũ, ( ບັດຊັດ ເກົ່າ ).

use super::find::Printed;
use crate::family::further;
use crate::family::scan::Scan;
use crate::lang::Language;
use crate::lang::gazetteer::FORMER;
use crate::name::place_at;
use crate::span::Span;

/// Whether the word for "former" stands right behind a name.
pub(super) fn is_former(scan: &Scan<'_>, name: Span) -> bool {
    scan.char_at(name.end) == Some(' ') && FORMER.at(scan.text, name.end + 1).is_some()
}

/// Adds what a bracket of Lao or Thai says a place to have been, where its letters are the name of one.
pub(super) fn former(scan: &Scan<'_>, found: &mut Vec<Printed>) {
    let mut more = Vec::new();
    for (_, zone) in &scan.zones {
        for open in memchr::memchr_iter(b'(', zone.of(scan.text).as_bytes()) {
            let start = scan.skip(zone.start + open + 1);
            let Some(language) = scan.char_at(start).and_then(Language::of_letter) else { continue };
            let rest = Span::new(start, zone.end.max(start)).of(scan.text);
            let letters = rest.find(|c: char| Language::of_letter(c) != Some(language)).unwrap_or(rest.len());
            let name = Span::new(start, start + letters);
            if !is_former(scan, name) {
                continue;
            }
            let reading = place_at(name.of(scan.text), language, None).filter(|reading| reading.end == name.len());
            more.extend(reading.map(|reading| Printed {
                span: name,
                rule: "place.former",
                entries: reading.entries,
                communes: Vec::new(),
                level: None,
            }));
        }
    }
    if !more.is_empty() {
        further::add(found, more, |place| place.span);
    }
}
