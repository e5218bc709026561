//! Vietnamese syllables taken apart: onset, rhyme, tone.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The six tones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Tone {
    Ngang,
    Huyen,
    Sac,
    Hoi,
    Nga,
    Nang,
}

impl Tone {
    pub(crate) fn named(name: &str) -> Option<Tone> {
        Some(match name {
            "ngang" => Tone::Ngang,
            "huyen" => Tone::Huyen,
            "sac" => Tone::Sac,
            "hoi" => Tone::Hoi,
            "nga" => Tone::Nga,
            "nang" => Tone::Nang,
            _ => return None,
        })
    }
}

/// The parts of a syllable, in small letters; onset `0` where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) onset: &'static str,
    pub(crate) rhyme: String,
    pub(crate) tone: Tone,
}

/// Onsets as written, longest first, and what they are called in the tables.
const ONSETS: [(&str, &str); 29] = [
    ("ngh", "ng"),
    ("ng", "ng"),
    ("nh", "nh"),
    ("gh", "g"),
    ("kh", "kh"),
    ("ch", "ch"),
    ("th", "th"),
    ("tr", "tr"),
    ("ph", "ph"),
    ("qu", "qu"),
    ("gi", "gi"),
    ("đ", "đ"),
    ("b", "b"),
    ("c", "c"),
    ("d", "d"),
    ("g", "g"),
    ("h", "h"),
    ("k", "c"),
    ("l", "l"),
    ("m", "m"),
    ("n", "n"),
    ("p", "p"),
    ("r", "r"),
    ("s", "s"),
    ("t", "t"),
    ("v", "v"),
    ("x", "x"),
    ("f", "ph"),
    ("j", "gi"),
];

/// Takes a syllable apart.
pub(crate) fn parts(syllable: &str) -> Option<Parts> {
    let mut tone = Tone::Ngang;
    let mut letters = String::new();
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(syllable).to_lowercase();
    for c in decomposed.chars() {
        match c {
            '\u{300}' => tone = Tone::Huyen,
            '\u{301}' => tone = Tone::Sac,
            '\u{309}' => tone = Tone::Hoi,
            '\u{303}' => tone = Tone::Nga,
            '\u{323}' => tone = Tone::Nang,
            c => letters.push(c),
        }
    }
    let letters = ComposingNormalizerBorrowed::new_nfc().normalize(&letters).into_owned();
    let (written, onset) = ONSETS.iter().find(|(written, _)| letters.starts_with(written)).copied().unwrap_or(("", "0"));
    let rest = letters.strip_prefix(written)?;
    let vowel = rest.chars().next();
    let (onset, rhyme) = match (onset, vowel) {
        // gì is gi + i, giếng is gi + iêng.
        ("gi", None) => ("gi", "i".to_owned()),
        ("gi", Some('ê')) => ("gi", format!("i{rest}")),
        ("gi", Some(c)) if !is_vowel(c) => ("gi", format!("i{rest}")),
        ("qu", Some('y')) => ("qu", rest.to_owned()),
        // y and i are one sound.
        (onset, Some('y')) if onset != "0" || rest.len() > 1 => (onset, rest.replacen('y', "i", 1)),
        (onset, _) => (onset, rest.to_owned()),
    };
    (!rhyme.is_empty() && rhyme.chars().next().is_some_and(is_vowel)).then_some(Parts { onset, rhyme, tone })
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_syllables() {
        let seen = |syllable: &str| parts(syllable).map(|p| format!("{} {} {:?}", p.onset, p.rhyme, p.tone)).unwrap();
        assert_eq!(seen("Nguyễn"), "ng uyên Nga");
        assert_eq!(seen("Giang"), "gi ang Ngang");
        assert_eq!(seen("Quảng"), "qu ang Hoi");
        assert_eq!(seen("Yên"), "0 iên Ngang");
        assert_eq!(seen("Kỳ"), "c i Huyen");
        assert_eq!(seen("Thủy"), "th uy Hoi");
        assert_eq!(seen("Ý"), "0 y Sac");
        assert!(parts("bcd").is_none() && parts("").is_none());
    }
}
