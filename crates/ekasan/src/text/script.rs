//! Which language a text is written in, by its letters.

use crate::lang::Language;

/// The language of a text: the script that has most of its letters, and for Latin letters whether Vietnamese ones are
/// among them.
///
/// Latin letters weigh a third, as a Lao or Thai syllable is written with fewer signs than a Latin name inside it.
/// **Not handled:** languages of other scripts, and Latin-letter languages other than Vietnamese and English; all are `other`
/// or `en` by their letters alone.
pub(crate) fn language(text: &str) -> Language {
    let (mut lao, mut thai, mut latin, mut vietnamese, mut other) = (0usize, 0usize, 0usize, 0usize, 0usize);
    for c in text.chars() {
        match c {
            'a'..='z' | 'A'..='Z' => latin += 1,
            '\0'..='\u{bf}' => {}
            '\u{e81}'..='\u{eff}' => lao += 1,
            '\u{e01}'..='\u{e7f}' => thai += 1,
            '\u{1ea0}'..='\u{1ef9}' | 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' => vietnamese += 1,
            '\u{c0}'..='\u{24f}' => latin += 1,
            c if c.is_alphabetic() => other += 1,
            _ => {}
        }
    }
    let letters = latin + vietnamese;
    if lao.max(thai) * 3 >= letters && lao.max(thai) >= other && lao.max(thai) > 0 {
        if lao >= thai { Language::Lao } else { Language::Thai }
    } else if letters > other {
        // About one letter in five of Vietnamese carries a mark of its own.
        if vietnamese * 25 >= letters { Language::Vietnamese } else { Language::English }
    } else {
        Language::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_letters() {
        assert_eq!(language("ແຂວງ Ninh Giang, Nam Sach ແລະ ກິມແທ່ງ"), Language::Lao);
        assert_eq!(language("จังหวัดกวางตรี"), Language::Thai);
        assert_eq!(language("tỉnh Quảng Trị"), Language::Vietnamese);
        assert_eq!(language("The province of Quang Tri"), Language::English);
        assert_eq!(language("中文"), Language::Other);
        assert_eq!(language("12/3 …"), Language::Other);
    }
}
