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
    const OLD: [[&str; 3]; 15] = [
        ["òa", "o", "à"],
        ["óa", "o", "á"],
        ["ỏa", "o", "ả"],
        ["õa", "o", "ã"],
        ["ọa", "o", "ạ"],
        ["òe", "o", "è"],
        ["óe", "o", "é"],
        ["ỏe", "o", "ẻ"],
        ["õe", "o", "ẽ"],
        ["ọe", "o", "ẹ"],
        ["ùy", "u", "ỳ"],
        ["úy", "u", "ý"],
        ["ủy", "u", "ỷ"],
        ["ũy", "u", "ỹ"],
        ["ụy", "u", "ỵ"],
    ];
    let mut sites: Vec<(Span, [&str; 2])> = Vec::new();
    for [old, first, second] in OLD {
        for at in memmem::find_iter(text.input.as_bytes(), old) {
            let site = Span::new(at, at + old.len());
            let open = text.input.get(site.end..).and_then(|rest| rest.chars().next()).is_none_or(|c| !is_latin(c));
            if open {
                sites.push((site, [first, second]));
            }
        }
    }
    sites.sort_unstable();
    for (site, with) in sites {
        text.replace(site, &with.concat());
    }
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
