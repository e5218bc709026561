//! Letters typed as two, or as another that looks the same.

use memchr::memmem;

use super::bytes::next_of;
use super::rewrite::{Rewriter, replace_all};
use crate::span::Span;

/// ເ + ເ, two letters that look like ແ.
pub(super) fn lo_sara_ae(text: &mut Rewriter<'_>) {
    replace_all(text, "ເເ", "ແ");
}

/// เ + เ, two letters that look like แ.
pub(super) fn th_sara_ae(text: &mut Rewriter<'_>) {
    replace_all(text, "เเ", "แ");
}

/// ຫ before ນ or ມ: the ligatures ໜ and ໝ, one letter each.
///
/// Not where ຫ begins a syllable that ນ or ມ ends, as at the end of ຫວງແຫນ and ກະລາໂຫມ, nor in ໄຫນ້ຳ, a jar of water.
pub(super) fn lo_ho(text: &mut Rewriter<'_>) {
    for at in memmem::find_iter(text.input.as_bytes(), "ຫ") {
        let end = at + 2 * "ຫ".len();
        let with = match Span::new(at + "ຫ".len(), end).of(text.input) {
            "ນ" => "ໜ",
            "ມ" => "ໝ",
            _ => continue,
        };
        let before = text.input.get(..at).and_then(|head| head.chars().next_back());
        let after = text.input.get(end..).unwrap_or_default();
        let closes = matches!(before, Some('ເ' | 'ແ' | 'ໂ')) && !after.starts_with(|c| matches!(c, '\u{e81}'..='\u{eff}'));
        let water = before == Some('ໄ') && after.trim_start_matches(|c| matches!(c, '່'..='໋' | 'ໍ')).starts_with(['ຳ', 'າ']);
        if !closes && !water {
            text.replace(Span::new(at, end), with);
        }
    }
}

/// Ð ð, letters of Icelandic that look like Đ đ.
pub(super) fn vi_d_stroke(text: &mut Rewriter<'_>) {
    let bytes = text.input.as_bytes();
    let mut at = 0;
    while let Some(next) = next_of(bytes, at, is_other_d) {
        let with = match bytes.get(next + 1) {
            Some(0xB0) => "đ", // LATIN SMALL LETTER ETH
            _ => "Đ",          // LATIN CAPITAL LETTER ETH, LATIN CAPITAL LETTER AFRICAN D
        };
        at = next + 2;
        text.replace(Span::new(next, at), with);
    }
}

/// Whether two bytes are one of these letters.
fn is_other_d(byte: u8, next: u8) -> bool {
    (byte == 0xC3) & ((next == 0x90) | (next == 0xB0)) | (byte == 0xC6) & (next == 0x89)
}
