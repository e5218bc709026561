//! Which language a text is written in, by its letters, and where those do not tell by its words.

use crate::lang::Language;
use crate::lang::language_words::language_of_word;

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
        let mut letters = Letters::default();
        let bytes = text.as_bytes();
        let mut at = 0;
        // Most letters are told from their bytes.
        while let Some(byte) = bytes.get(at) {
            at += match (byte, bytes.get(at + 1)) {
                (b'a'..=b'z' | b'A'..=b'Z', _) => {
                    letters.latin += 1;
                    1
                }
                (..=0x7f, _) => 1,
                (0xe0, Some(0xb8 | 0xb9)) => {
                    letters.thai += 1;
                    3
                }
                (0xe0, Some(0xba | 0xbb)) => {
                    letters.lao += 1;
                    3
                }
                _ => {
                    let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
                    letters.count(c);
                    c.len_utf8()
                }
            };
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
            c if c.is_alphabetic() => self.other += 1,
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
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
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
