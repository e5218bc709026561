//! Which language a text is written in, by its letters, and where those do not tell by its words.

use super::bytes::{count, next_of};
use super::marks::is_other_lead;
use crate::lang::Language;
use crate::lang::language_words::language_of_word;

/// Whether a character is one of Lao or Thai.
pub(crate) const fn is_native(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}')
}

/// Whether a character is alphabetic, as Unicode has it. The standard library walks through a list of ranges for letters of Lao and Thai.
pub(crate) fn is_alphabetic(c: char) -> bool {
    match c {
        '\u{e00}'..='\u{eff}' => holds(&ALPHABETIC, c),
        _ => c.is_alphabetic(),
    }
}

/// Whether a character is alphabetic or a number, likewise.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    match c {
        '\u{e00}'..='\u{eff}' => holds(&ALPHABETIC, c) || is_numeric(c),
        _ => c.is_alphanumeric(),
    }
}

/// Whether a character is a number, likewise.
pub(crate) fn is_numeric(c: char) -> bool {
    match c {
        '\u{e00}'..='\u{eff}' => matches!(c, '๐'..='๙' | '໐'..='໙'),
        _ => c.is_numeric(),
    }
}

/// Which of the characters from U+0E00 to U+0EFF are alphabetic, a bit for each: letters, and the vowels that are marks.
const ALPHABETIC: [u64; 4] = [0x07ff_ffff_ffff_fffe, 0x207f, 0x3bff_ffaf_ffff_f7d6, 0xf000_205f];

fn holds(bits: &[u64; 4], c: char) -> bool {
    bits.get(c as usize >> 6 & 3).is_some_and(|word| word >> (c as u32 & 63) & 1 == 1)
}

/// The letters of a text, counted by script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Letters {
    lao: usize,
    thai: usize,
    /// Latin letters, those of Vietnamese left out.
    latin: usize,
    /// Latin letters that Vietnamese has and its neighbours have not.
    vietnamese: usize,
    other: usize,
}

impl Letters {
    /// Counts the letters of a text.
    pub(crate) fn of(text: &str) -> Letters {
        let bytes = text.as_bytes();
        let mut letters = Letters {
            lao: count(bytes, |byte, next| (byte == 0xE0) & (next & 0xFE == 0xBA)),
            thai: count(bytes, |byte, next| (byte == 0xE0) & (next & 0xFE == 0xB8)),
            latin: count(bytes, |byte, _| byte.is_ascii_alphabetic()),
            ..Letters::default()
        };
        let mut at = 0;
        while let Some(next) = next_of(bytes, at, is_other_lead) {
            let Some(c) = text.get(next..).and_then(|rest| rest.chars().next()) else { break };
            letters.count(c);
            at = next + c.len_utf8();
        }
        letters
    }

    /// Counts a letter that is none of ASCII, Lao or Thai.
    fn count(&mut self, c: char) {
        match c {
            '\0'..='\u{bf}' => {}
            '\u{1ea0}'..='\u{1ef9}' | 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' => {
                self.vietnamese += 1;
            }
            '\u{c0}'..='\u{24f}' => self.latin += 1,
            c if is_alphabetic(c) => self.other += 1,
            _ => {}
        }
    }

    /// Those of two texts together.
    pub(crate) fn with(self, more: Letters) -> Letters {
        Letters {
            lao: self.lao + more.lao,
            thai: self.thai + more.thai,
            latin: self.latin + more.latin,
            vietnamese: self.vietnamese + more.vietnamese,
            other: self.other + more.other,
        }
    }

    /// The language that the letters alone tell: the script that has most of them, and for Latin letters Vietnamese where
    /// enough carry its marks. None for Latin letters without such marks.
    ///
    /// Latin letters weigh a third, as a Lao or Thai syllable is written with fewer signs than a Latin name inside it.
    fn language(self) -> Option<Language> {
        let latin = self.latin + self.vietnamese;
        let native = self.lao.max(self.thai);
        if native * 3 >= latin && native >= self.other && native > 0 {
            Some(if self.lao >= self.thai { Language::Lao } else { Language::Thai })
        } else if latin > self.other {
            // About one letter in five of Vietnamese carries a mark of its own.
            (self.vietnamese * 25 >= latin).then_some(Language::Vietnamese)
        } else {
            Some(Language::Other)
        }
    }

    fn is_empty(self) -> bool {
        self == Letters::default()
    }
}

/// The language of a text with these letters: by the letters, else by words that only one language has, else English.
///
/// **Not handled:** languages of other scripts, and Latin-letter languages other than Vietnamese and English; the first are
/// `other`, the second `en`.
pub(crate) fn language(letters: Letters, text: &str) -> Language {
    letters.language().unwrap_or_else(|| by_words(text).unwrap_or(Language::English))
}

/// The language of a part of a text of which the whole's language is known. Latin letters inside Lao or Thai are not
/// English by themselves: a part that neither letters nor words tell is of the whole's language.
pub(crate) fn language_of_part(letters: Letters, part: &str, whole: Language) -> Language {
    if letters.is_empty() {
        return whole;
    }
    // Letters of Lao or Thai beside an address in Latin ones.
    let native = letters.lao + letters.thai > 0;
    letters.language().or_else(|| if native { None } else { by_words(part) }).unwrap_or(whole)
}

/// English, or Vietnamese typed without marks, by words that only one of them has: two at least, and most of them.
fn by_words(text: &str) -> Option<Language> {
    let (mut english, mut vietnamese) = (0usize, 0usize);
    for word in text.split(|c: char| !is_alphabetic(c)).filter(|word| !word.is_empty()) {
        match language_of_word(word) {
            Some(Language::English) => english += 1,
            Some(Language::Vietnamese) => vietnamese += 1,
            _ => {}
        }
    }
    match english.cmp(&vietnamese) {
        std::cmp::Ordering::Greater => (english >= 2).then_some(Language::English),
        std::cmp::Ordering::Less => (vietnamese >= 2).then_some(Language::Vietnamese),
        std::cmp::Ordering::Equal => None,
    }
}

/// UTF-8 that was read as if each of its bytes were a letter: the encoding it was read as, where that is plain to see.
///
/// Told by the share of letter pairs that the first bytes of Lao, Thai and Vietnamese letters give in such an encoding.
/// **Not handled:** text garbled twice, and garbled text of which less than an eighth is left among sound text.
pub(crate) fn mojibake(text: &str, language: Language) -> Option<&'static str> {
    let count = |pairs: &[&str]| pairs.iter().map(|pair| memchr::memmem::find_iter(text.as_bytes(), pair).count()).sum::<usize>();
    match language {
        // E0 B8, E0 B9, E0 BA, E0 BB in windows-874: one for each letter, and the letter has three signs of three bytes.
        // All four begin with the same letter; sound text has few of it.
        Language::Thai => {
            let garbled = count(&["เ"]) * 8 * 3 > text.len() && count(&["เธ", "เน", "เบ", "เป"]) * 8 * 3 > text.len();
            garbled.then_some("windows-874")
        }
        Language::Lao => None,
        _ => {
            let pairs = count(&["à¸", "à¹", "àº", "à»", "áº", "á»", "Ä‘", "Æ°"]);
            (pairs >= 3 && pairs * 100 > text.len()).then_some("windows-1252")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Language {
        language(Letters::of(text), text)
    }

    #[test]
    fn letters_and_numbers_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(
                (is_alphabetic(c), is_alphanumeric(c), is_numeric(c)),
                (c.is_alphabetic(), c.is_alphanumeric(), c.is_numeric()),
                "{c:?}"
            );
        }
    }

    #[test]
    fn by_letters_and_words() {
        assert_eq!(of("ແຂວງ Ninh Giang, Nam Sach ແລະ ກິມແທ່ງ"), Language::Lao);
        assert_eq!(of("จังหวัดกวางตรี"), Language::Thai);
        assert_eq!(of("tỉnh Quảng Trị"), Language::Vietnamese);
        assert_eq!(of("The province of Quang Tri"), Language::English);
        assert_eq!(of("Hoi nghi cua tinh va cac huyen duoc to chuc"), Language::Vietnamese);
        assert_eq!(of("中文"), Language::Other);
        assert_eq!(of("12/3 …"), Language::Other);
    }

    #[test]
    fn a_part_without_evidence_is_of_the_whole_language() {
        let part = |text: &str| language_of_part(Letters::of(text), text, Language::Lao);
        assert_eq!(part("Ninh Giang, Nam Sach"), Language::Lao);
        assert_eq!(part("12/3 …"), Language::Lao);
        assert_eq!(part("Nguyễn Văn Thử"), Language::Vietnamese);
        assert_eq!(part("The work of the committee"), Language::English);
    }

    #[test]
    fn garbled_text_is_told() {
        let garbled = |text: &str| text.bytes().map(char::from).collect::<String>();
        assert_eq!(mojibake(&garbled("ຄະນະພັກແຂວງ ເປີດກອງປະຊຸມ"), Language::English), Some("windows-1252"));
        assert_eq!(mojibake(&garbled("Hội nghị của tỉnh ủy"), Language::English), Some("windows-1252"));
        let thai: String = "ประชุมสภาประชาชน".bytes().map(|b| char::from_u32(0xE00 + u32::from(b.saturating_sub(0xA0))).unwrap()).collect();
        assert_eq!(mojibake(&thai, Language::Thai), Some("windows-874"));
        assert_eq!(mojibake("เป็นเนื้อหาของการประชุมเปิด เบื้องต้น", Language::Thai), None);
        assert_eq!(mojibake("Hội nghị của tỉnh ủy", Language::Vietnamese), None);
    }
}
