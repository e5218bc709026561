//! The passes after the canonical ones that make one spelling of a name: for matching, never shown.

use icu_normalizer::DecomposingNormalizerBorrowed;
use memchr::memmem;

use super::rewrite::{Rewriter, may_hold, replace_all};
use crate::lang::words::is_latin;
use crate::span::Span;

/// Lao and Thai digits to those of ASCII.
pub(super) fn digit(text: &mut Rewriter<'_>) {
    for (at, c) in text.input.char_indices() {
        if let Some(value) = digit_value(c) {
            let mut buffer = [0; 4];
            text.replace(Span::new(at, at + c.len_utf8()), char::from(b'0' + value).encode_utf8(&mut buffer));
        }
    }
}

fn digit_value(c: char) -> Option<u8> {
    let zero = match c {
        '໐'..='໙' => '໐',
        '๐'..='๙' => '๐',
        _ => return None,
    };
    u8::try_from(u32::from(c) - u32::from(zero)).ok()
}

/// ຼ, the sign of ລ under a consonant, to the letter: ຫຼ and the old ຫລ are one.
pub(super) fn lo_sign_lo(text: &mut Rewriter<'_>) {
    replace_all(text, "ຼ", "ລ");
}

/// ຣ to ລ: the old spelling and the loan words keep a letter that the reform of 1975 dropped.
pub(super) fn lo_ro(text: &mut Rewriter<'_>) {
    replace_all(text, "ຣ", "ລ");
}

/// Capitals to small letters.
pub(super) fn case(text: &mut Rewriter<'_>) {
    for (at, c) in text.input.char_indices().filter(|(_, c)| c.is_uppercase()) {
        text.replace(Span::new(at, at + c.len_utf8()), &c.to_lowercase().collect::<String>());
    }
}

/// The tone of oa, oe and uy at a syllable's end on the second letter: hòa → hoà.
pub(super) fn vi_tone_place(text: &mut Rewriter<'_>) {
    let mut chars = text.input.char_indices().peekable();
    while let Some((at, first)) = chars.next() {
        let Some(&(_, second)) = chars.peek() else { return };
        let Some(with) = tone_behind(first, second) else { continue };
        let end = at + first.len_utf8() + second.len_utf8();
        if text.input.get(end..).is_none_or(|rest| !rest.starts_with(is_latin)) {
            text.replace(Span::new(at, end), with);
        }
    }
}

/// Two vowels of which the first carries the tone, with the tone on the second.
const fn tone_behind(first: char, second: char) -> Option<&'static str> {
    Some(match (first, second) {
        ('ò', 'a') => "oà",
        ('ó', 'a') => "oá",
        ('ỏ', 'a') => "oả",
        ('õ', 'a') => "oã",
        ('ọ', 'a') => "oạ",
        ('ò', 'e') => "oè",
        ('ó', 'e') => "oé",
        ('ỏ', 'e') => "oẻ",
        ('õ', 'e') => "oẽ",
        ('ọ', 'e') => "oẹ",
        ('ù', 'y') => "uỳ",
        ('ú', 'y') => "uý",
        ('ủ', 'y') => "uỷ",
        ('ũ', 'y') => "uỹ",
        ('ụ', 'y') => "uỵ",
        _ => return None,
    })
}

/// A stray blank before a consonant that is not spoken: `โฮจิมิน ห์` is one name.
pub(super) fn silent_blank(text: &mut Rewriter<'_>) {
    if !may_hold(text.input, &["์", "໌"]) {
        return;
    }
    for at in memmem::find_iter(text.input.as_bytes(), " ") {
        let mut after = text.input.get(at + 1..).unwrap_or_default().chars();
        let silent = match after.next() {
            Some('ก'..='ฮ') => after.find(|c| !matches!(c, 'ิ' | 'ุ')) == Some('์'),
            Some('ກ'..='ຮ') => after.find(|c| !matches!(c, 'ິ' | 'ຸ')) == Some('໌'),
            _ => false,
        };
        let behind = text.input.get(..at).and_then(|head| head.chars().next_back());
        if silent && behind.is_some_and(|c| matches!(c, 'ก'..='๎' | 'ກ'..='໎')) {
            text.replace(Span::new(at, at + 1), "");
        }
    }
}

/// Vietnamese letters without their marks: Đà Nẵng → da nang.
pub(super) fn vi_marks(text: &mut Rewriter<'_>) {
    let nfd = DecomposingNormalizerBorrowed::new_nfd();
    let mut buffer = [0; 4];
    for (at, c) in
        text.input.char_indices().filter(|(_, c)| matches!(c, '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}'))
    {
        let bare = match c {
            'đ' => "d".to_owned(),
            'Đ' => "D".to_owned(),
            _ => nfd.normalize(c.encode_utf8(&mut buffer)).chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).collect(),
        };
        text.replace(Span::new(at, at + c.len_utf8()), &bare);
    }
}
