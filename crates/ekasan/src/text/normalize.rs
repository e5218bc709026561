//! The passes that make one orthography, in order: same word, same look.
//!
//! Never NFKC, which splits every ຳ and ำ and breaks ໜ and ໝ; never a mark stripped. Curly quotes, dashes, the digits of
//! all three scripts and ໜ ໝ ຫຼ stay as they are.

use icu_normalizer::ComposingNormalizerBorrowed;
use memchr::memmem;

use super::rewrite::{Pass, Rewriter, Text};
use crate::error::{Error, ErrorKind};
use crate::span::Span;

/// Which spellings count as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Profile {
    /// The same word with the same look, coded in one way.
    #[default]
    Canonical,
}

impl std::str::FromStr for Profile {
    type Err = Error;

    fn from_str(name: &str) -> Result<Profile, Error> {
        match name {
            "canonical" => Ok(Profile::Canonical),
            _ => Err(Error::new(ErrorKind::UnknownProfile, format!("saw {name:?}, wanted \"canonical\""))),
        }
    }
}

/// The text in one orthography.
///
/// # Examples
/// ```
/// use ekasan::{Profile, normalize};
/// assert_eq!(normalize("ນໍ້າ\u{200b}  ນ້ໍາ", Profile::Canonical), "ນ້ຳ ນ້ຳ");
/// ```
#[must_use]
pub fn normalize(text: &str, profile: Profile) -> String {
    match profile {
        Profile::Canonical => canonical(text.to_owned()).normalized().to_owned(),
    }
}

/// The text with the edits that lead to its canonical form.
pub(crate) fn canonical(raw: String) -> Text {
    Text::new(raw, CANONICAL)
}

/// The order matters: what a pass removes or joins may complete what a later one looks for, never an earlier one.
const CANONICAL: &[Pass] = &[
    Pass { id: "line_end", run: line_end, only_after: &[] },
    Pass { id: "invisible", run: invisible, only_after: &[] },
    Pass { id: "blank", run: blank, only_after: &[] },
    Pass { id: "nfc", run: nfc, only_after: &[] },
    Pass { id: "lo.sara_ae", run: lo_sara_ae, only_after: &[] },
    Pass { id: "th.sara_ae", run: th_sara_ae, only_after: &[] },
    Pass { id: "lo.ho", run: lo_ho, only_after: &[] },
    Pass { id: "mark_order", run: mark_order, only_after: &[] },
    Pass { id: "lo.sara_am", run: lo_sara_am, only_after: &[] },
    Pass { id: "th.sara_am", run: th_sara_am, only_after: &[] },
    // A tone that stood after am now stands among the marks before it.
    Pass { id: "mark_order", run: mark_order, only_after: &["lo.sara_am", "th.sara_am"] },
    Pass { id: "vi.d_stroke", run: vi_d_stroke, only_after: &[] },
];

/// Every kind of line end to `\n`.
fn line_end(text: &mut Rewriter<'_>) {
    let mut chars = text.input.char_indices().filter(|(_, c)| is_line_end(*c)).peekable();
    if !may_hold(text.input, &["\r", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"]) {
        return;
    }
    while let Some((at, c)) = chars.next() {
        let mut end = at + c.len_utf8();
        if c == '\r' && chars.next_if(|&(next, c)| next == end && c == '\n').is_some() {
            end += 1;
        }
        text.replace(Span::new(at, end), "\n");
    }
}

fn is_line_end(c: char) -> bool {
    // LINE FEED, CARRIAGE RETURN, LINE TABULATION, FORM FEED, NEXT LINE, LINE SEPARATOR, PARAGRAPH SEPARATOR
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters that show nothing and are no blank: zero width, soft hyphen, byte order mark, bidi and other controls.
fn invisible(text: &mut Rewriter<'_>) {
    let bytes = text.input.as_bytes();
    // Controls are single bytes; all others begin with C2, E2, EF or F3.
    let mut at = 0;
    while let Some(step) = bytes.get(at..).and_then(|rest| rest.iter().position(|&b| listed(&SUSPECT, b))) {
        at += step;
        let Some(c) = text.input.get(at..).and_then(|rest| rest.chars().next()) else { return };
        let mut end = at + c.len_utf8();
        if is_invisible(c) {
            while let Some(next) = text.input.get(end..).and_then(|rest| rest.chars().next()).filter(|c| is_invisible(*c)) {
                end += next.len_utf8();
            }
            text.replace(Span::new(at, end), "");
        }
        at = end;
    }
}

fn listed(table: &[bool; 256], byte: u8) -> bool {
    table.get(usize::from(byte)).copied().unwrap_or_default()
}

/// First bytes of characters that may be invisible.
#[expect(clippy::indexing_slicing, reason = "indices are below 256")]
static SUSPECT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte < 0x20 && byte != 0x0A && byte != 0x09) || matches!(byte, 0x7F | 0xC2 | 0xE2 | 0xEF | 0xF3);
        byte += 1;
    }
    table
};

fn is_invisible(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true, // controls
        '\u{ad}' => true,                              // SOFT HYPHEN
        '\u{61c}' | '\u{200e}' | '\u{200f}' => true,   // ARABIC LETTER MARK, LEFT-TO-RIGHT MARK, RIGHT-TO-LEFT MARK
        '\u{200b}'..='\u{200d}' => true,               // ZERO WIDTH SPACE, NON-JOINER, JOINER
        '\u{202a}'..='\u{202e}' => true,               // bidi embeddings and overrides
        '\u{2060}'..='\u{206f}' => true,               // WORD JOINER, invisible operators, bidi isolates, deprecated formats
        '\u{feff}' => true,                            // ZERO WIDTH NO-BREAK SPACE
        '\u{fff9}'..='\u{fffb}' => true,               // interlinear annotation
        '\u{e0000}'..='\u{e007f}' => true,             // tags
        _ => false,
    }
}

/// Every run of blanks of any kind to one space.
fn blank(text: &mut Rewriter<'_>) {
    let bytes = text.input.as_bytes();
    let mut at = 0;
    while let Some(step) = bytes.get(at..).and_then(|rest| rest.iter().position(|&b| listed(&BLANK_START, b))) {
        at += step;
        let mut end = at;
        for c in text.input.get(at..).unwrap_or_default().chars().take_while(|c| is_blank(*c)) {
            end += c.len_utf8();
        }
        if end == at {
            // a character that only begins like a blank
            at += text.input.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        } else {
            text.replace(Span::new(at, end), " ");
            at = end;
        }
    }
}

/// First bytes of blanks.
static BLANK_START: [bool; 256] = {
    let mut table = [false; 256];
    table[0x20] = true; // SPACE
    table[0x09] = true; // CHARACTER TABULATION
    table[0xC2] = true; // NO-BREAK SPACE
    table[0xE1] = true; // OGHAM SPACE MARK, MONGOLIAN VOWEL SEPARATOR
    table[0xE2] = true; // EN QUAD and what follows it
    table[0xE3] = true; // IDEOGRAPHIC SPACE
    table
};

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{1680}' | '\u{180e}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// Unicode's canonical composition, by segments that need it.
fn nfc(text: &mut Rewriter<'_>) {
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let (head, tail) = nfc.split_normalized(text.input);
    if tail.is_empty() {
        return;
    }
    // A segment begins where a character neither joins what stands before it nor is reordered before it: after any ASCII.
    let mut start = head.rfind(|c: char| c.is_ascii()).map_or(0, |at| at + 1);
    let end = text.input.len();
    while start < end {
        let rest = Span::new(start, end).of(text.input);
        let (_, tail) = nfc.split_normalized(rest);
        if tail.is_empty() {
            return;
        }
        let wrong = end - tail.len();
        let from = Span::new(start, wrong).of(text.input).rfind(is_starter).map_or(start, |at| start + at);
        let to = tail.char_indices().skip(1).find(|&(_, c)| is_starter(c)).map_or(end, |(at, _)| wrong + at);
        let segment = Span::new(from, to);
        text.replace(segment, &nfc.normalize(segment.of(text.input)));
        start = to;
    }
}

/// Characters that NFC never joins to what stands before them, nor moves: Latin letters and the consonants and signs of
/// Lao and Thai that are no combining marks.
fn is_starter(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{e01}'..='\u{e30}' | '\u{e32}' | '\u{e33}' | '\u{e40}'..='\u{e46}' | '\u{e81}'..='\u{eb0}'
        | '\u{eb2}' | '\u{eb3}' | '\u{ec0}'..='\u{ec6}')
}

/// ເ + ເ, two letters that look like ແ.
fn lo_sara_ae(text: &mut Rewriter<'_>) {
    replace_all(text, "ເເ", "ແ");
}

/// เ + เ, two letters that look like แ.
fn th_sara_ae(text: &mut Rewriter<'_>) {
    replace_all(text, "เเ", "แ");
}

/// ຫ before ນ or ມ: the ligatures ໜ and ໝ, one letter each.
fn lo_ho(text: &mut Rewriter<'_>) {
    for at in memmem::find_iter(text.input.as_bytes(), "ຫ") {
        let end = at + 2 * "ຫ".len();
        match Span::new(at + "ຫ".len(), end).of(text.input) {
            "ນ" => text.replace(Span::new(at, end), "ໜ"),
            "ມ" => text.replace(Span::new(at, end), "ໝ"),
            _ => {}
        }
    }
}

/// The combining marks of one Lao or Thai consonant in one order, each once: sign below, vowel, nikhahit, tone, other.
fn mark_order(text: &mut Rewriter<'_>) {
    let mut marks = Vec::new();
    let mut chars = text.input.char_indices().peekable();
    if !needs_mark_order(text.input.as_bytes()) {
        return;
    }
    while let Some((start, c)) = chars.next() {
        if mark_rank(c).is_none() {
            continue;
        }
        marks.clear();
        marks.push(c);
        let mut end = start + c.len_utf8();
        while let Some((at, c)) = chars.next_if(|(_, c)| mark_rank(*c).is_some()) {
            marks.push(c);
            end = at + c.len_utf8();
        }
        let behind = text.input.get(..start).and_then(|head| head.chars().next_back());
        let foreign = behind.is_some_and(|c| !c.is_ascii() && !matches!(c, '\u{e00}'..='\u{eff}'));
        if marks.len() > 1 || foreign {
            // Where the scripts are mixed, Thai marks first: NFC would move them there.
            marks.sort_by_key(|c| (mark_rank(*c), *c >= '\u{e80}'));
            marks.dedup();
            let mut sorted: String = marks.iter().collect();
            let mut from = start;
            // Behind marks of another script NFC moves these before them.
            let head = text.input.get(text.copied()..start).unwrap_or_default();
            if foreign {
                from = text.copied() + head.rfind(is_starter).unwrap_or_default();
                let joined = Span::new(from, start).of(text.input).to_owned() + &sorted;
                let mut moved: Vec<char> = ComposingNormalizerBorrowed::new_nfc().normalize(&joined).chars().collect();
                moved.dedup_by(|a, b| a == b && mark_rank(*a).is_some());
                sorted = moved.into_iter().collect();
            }
            text.replace(Span::new(from, end), &sorted);
        }
    }
}

/// Whether two marks stand together of which the second does not come after the first.
fn needs_mark_order(bytes: &[u8]) -> bool {
    let mut last = (0, 0);
    let mut foreign = false;
    let mut at = 0;
    while let Some(&[lead, page, low]) = bytes.get(at..at + 3) {
        if lead != 0xE0 {
            at += 1;
            foreign = !lead.is_ascii();
            last = (0, 0);
            continue;
        }
        let rank = RANK.get(usize::from(page)).and_then(|row| row.get(usize::from(low & 0x3F))).copied().unwrap_or_default();
        if rank != 0 && last.0 != 0 && (rank < last.0 || (rank == last.0 && low == last.1)) {
            return true;
        }
        // Two different vowels keep their order, but a third could repeat the first.
        // Behind a mark of another script any mark may have to move.
        if rank != 0 && (rank == last.0 || foreign) {
            return true;
        }
        foreign = false;
        last = (rank, low);
        at += 3;
    }
    false
}

/// [`mark_rank`] by second byte and low six bits of the third, 0 for none.
#[expect(clippy::indexing_slicing, reason = "indices are below the bounds of the loops")]
static RANK: [[u8; 64]; 256] = {
    let mut table = [[0; 64]; 256];
    let mut page = 0xB8;
    while page <= 0xBB {
        let mut low = 0;
        while low < 64 {
            let code = (page as u32 - 0x80) * 64 + low as u32;
            if let Some(c) = char::from_u32(code)
                && let Some(rank) = mark_rank(c)
            {
                table[page][low] = rank;
            }
            low += 1;
        }
        page += 1;
    }
    table
};

/// Where a combining mark of Lao or Thai stands among the marks of its consonant; None for other characters.
const fn mark_rank(c: char) -> Option<u8> {
    Some(match c {
        'ຼ' | '\u{e3a}' | '\u{eba}' => 1,            // signs below: LO, PHINTHU, PALI VIRAMA
        'ຸ' | 'ູ' | 'ุ' | 'ู' => 2,                     // vowels below
        'ັ' | 'ິ'..='ື' | 'ົ' | 'ั' | 'ิ'..='ื' | '็' => 3, // vowels above, MAITAIKHU
        'ໍ' | 'ํ' => 4,                               // NIGGAHITA, NIKHAHIT
        '່'..='໋' | '่'..='๋' => 5,                     // tones
        '໌' | '໎' | '์' | '๎' => 6,                     // cancellation, YAMAKKAN
        _ => return None,
    })
}

/// Every coding of Lao am to tone mark + ຳ: ໍ + າ, the tone before, between or after, and the doubled forms.
fn lo_sara_am(text: &mut Rewriter<'_>) {
    sara_am(text, &Am { nikhahit: 'ໍ', aa: 'າ', am: 'ຳ', tones: '່'..='໋' });
}

/// Every coding of Thai am to tone mark + ำ.
fn th_sara_am(text: &mut Rewriter<'_>) {
    sara_am(text, &Am { nikhahit: 'ํ', aa: 'า', am: 'ำ', tones: '่'..='๋' });
}

/// The letters of am in one script.
struct Am {
    nikhahit: char,
    aa: char,
    am: char,
    tones: std::ops::RangeInclusive<char>,
}

impl Am {
    /// One coding of am at a byte: tones, nikhahit, tones, aa or am, tones. The byte after it; tones are added.
    fn coding(&self, text: &str, at: usize, tones: &mut String) -> Option<usize> {
        let (mut end, mut nikhahit, mut am) = (at, false, None);
        for c in text.get(at..)?.chars() {
            if self.tones.contains(&c) {
                if !tones.ends_with(c) {
                    tones.push(c);
                }
            } else if am.is_none() && (c == self.am || (c == self.aa && nikhahit)) {
                am = Some(());
            } else if am.is_none() && c == self.nikhahit {
                nikhahit = true;
            } else {
                break;
            }
            end += c.len_utf8();
        }
        am.map(|()| end)
    }
}

fn sara_am(text: &mut Rewriter<'_>, am: &Am) {
    let mut buffer = [0; 4];
    let bytes = text.input.as_bytes();
    let nikhahits: Vec<usize> = memmem::find_iter(bytes, am.nikhahit.encode_utf8(&mut buffer)).collect();
    let ams = memmem::find_iter(bytes, am.am.encode_utf8(&mut buffer)).filter(|&at| {
        // Alone it is canonical, unless a tone, a nikhahit or another am comes after it.
        let next = text.input.get(at + am.am.len_utf8()..).and_then(|rest| rest.chars().next());
        next.is_some_and(|c| c == am.am || c == am.nikhahit || am.tones.contains(&c))
    });
    let mut sites: Vec<usize> = ams.chain(nikhahits.iter().copied()).collect();
    sites.sort_unstable();
    let mut done = 0;
    for site in sites {
        if site < done {
            continue;
        }
        let before = Span::new(done, site).of(text.input);
        let start = done + before.trim_end_matches(|c| am.tones.contains(&c)).len();
        let mut tones = String::new();
        let mut end = start;
        loop {
            let kept = tones.len();
            let Some(after) = am.coding(text.input, end, &mut tones) else {
                tones.truncate(kept);
                break;
            };
            end = after;
        }
        // What was read, joined or not, is not read again.
        done = end.max(site);
        if end > start {
            tones.push(am.am);
            text.replace(Span::new(start, end), &tones);
        }
    }
}

/// Ð ð, letters of Icelandic that look like Đ đ.
fn vi_d_stroke(text: &mut Rewriter<'_>) {
    if !may_hold(text.input, &["Ð", "ð", "Ɖ"]) {
        return;
    }
    for (at, c) in text.input.char_indices() {
        let with = match c {
            '\u{d0}' | '\u{189}' => "Đ", // LATIN CAPITAL LETTER ETH, LATIN CAPITAL LETTER AFRICAN D
            '\u{f0}' => "đ",             // LATIN SMALL LETTER ETH
            _ => continue,
        };
        text.replace(Span::new(at, at + c.len_utf8()), with);
    }
}

fn replace_all(text: &mut Rewriter<'_>, what: &str, with: &str) {
    for at in memmem::find_iter(text.input.as_bytes(), what) {
        text.replace(Span::new(at, at + what.len()), with);
    }
}

fn may_hold(text: &str, needles: &[&str]) -> bool {
    needles.iter().any(|needle| memmem::find(text.as_bytes(), needle.as_bytes()).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canon(text: &str) -> String {
        normalize(text, Profile::Canonical)
    }

    #[test]
    fn every_coding_of_am_is_one() {
        for coding in ["ນ້ຳ", "ນໍ້າ", "ນ້ໍາ", "ນຳ້", "ນໍ້ຳ", "ນ້້ຳ", "ນ້ໍຳ"] {
            assert_eq!(canon(coding), "ນ້ຳ", "{coding:?}");
        }
        for coding in ["น้ำ", "นํ้า", "น้ํา", "นำ้"] {
            assert_eq!(canon(coding), "น้ำ", "{coding:?}");
        }
        assert_eq!(canon("ກໍ ກໍ່ ໂຕະຕໍ່"), "ກໍ ກໍ່ ໂຕະຕໍ່");
    }

    #[test]
    fn what_shows_stays() {
        for text in ["“ກ” – ໜ ໝ ຫຼ ໑໒ ๑๒ 5/8", "Thừa Thiên Huế", "ਸਤ 中文 😀", "ຫລ ຫວ"] {
            assert_eq!(canon(text), text);
        }
    }

    #[test]
    fn invisibles_blanks_and_line_ends() {
        assert_eq!(canon(" \u{200b} "), " ");
        assert_eq!(canon("ก\u{200b}ข\0\u{feff}"), "กข");
        assert_eq!(canon("a\u{a0}\t b\r\n\rc\u{2028}d"), "a b\n\nc\nd");
        assert_eq!(canon("ເ\u{200b}ເກ ຫ\u{ad}ນ້າ ເເມ่"), "ແກ ໜ້າ ແມ่");
    }

    #[test]
    fn marks_come_in_one_order_once() {
        assert_eq!(canon("ທ່່ານ ພັັນ ກ້ິ ໃຫຍ່່"), "ທ່ານ ພັນ ກິ້ ໃຫຍ່");
        assert_eq!(canon("Đ\u{302}ai Vie\u{302}\u{323}t Ðà"), "Đ\u{302}ai Việt Đà");
    }

    #[test]
    fn spans_map_back() {
        let text = canonical("a  ນໍ້າ\u{200b}ຫນ".to_owned());
        let normalized = text.normalized().to_owned();
        assert_eq!(normalized, "a ນ້ຳໜ");
        let am = Span::new(normalized.find("ນ").unwrap(), normalized.find("ໜ").unwrap());
        assert_eq!(text.source(am).of(text.raw()), "ນໍ້າ");
        let ho = Span::new(am.end, normalized.len());
        assert_eq!(text.source(ho).of(text.raw()), "ຫນ");
        assert_eq!(text.source(Span::new(0, normalized.len())).of(text.raw()), text.raw());
    }
}
