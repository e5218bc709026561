//! The passes that make one orthography, in order: same word, same look.
//!
//! Never NFKC, which splits every ຳ and ำ and breaks ໜ and ໝ; never a mark stripped. Curly quotes, dashes, the digits of
//! all three scripts and ໜ ໝ ຫຼ stay as they are.

use super::rewrite::{Pass, Text};
use super::{am, blank, fold, letters, marks};
use crate::error::{Error, ErrorKind};
use crate::text::script::is_native;

/// Which spellings count as one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Profile {
    /// The same word with the same look, coded in one way.
    #[default]
    Canonical,
    /// The same name in another spelling: canonical, then digits of ASCII, ຣ and the sign ຼ as ລ, small letters, the tone of
    /// hòa on its second letter, no stray blank before a silent consonant. For matching, never to be shown.
    Fold,
    /// As `Fold`, and Latin letters without their marks: `Đà Nẵng` and `Da Nang` are one.
    Plain,
}

impl Profile {
    /// Every profile, in the order of the documentation.
    pub const ALL: [Profile; 3] = [Profile::Canonical, Profile::Fold, Profile::Plain];

    /// Its name: `canonical`, `fold` or `plain`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Profile::Canonical => "canonical",
            Profile::Fold => "fold",
            Profile::Plain => "plain",
        }
    }
}

impl std::str::FromStr for Profile {
    type Err = Error;

    fn from_str(name: &str) -> Result<Profile, Error> {
        let known = Profile::ALL.into_iter().find(|profile| profile.name() == name);
        let wanted = Profile::ALL.map(Profile::name).join(", ");
        known.ok_or_else(|| Error::new(ErrorKind::UnknownProfile, format!("saw {name:?}, wanted one of {wanted}")))
    }
}

/// The text in one orthography.
///
/// # Examples
/// ```
/// use ekasan::{Profile, normalize};
/// assert_eq!(normalize("ນໍ້າ\u{200b}  ນ້ໍາ", Profile::Canonical), "ນ້ຳ ນ້ຳ");
/// assert_eq!(normalize("โฮจิมิน ห์ ๒๕๖๗", Profile::Fold), "โฮจิมินห์ 2567");
/// assert_eq!(normalize("Đà Nẵng", Profile::Plain), "da nang");
/// ```
#[must_use]
pub fn normalize(text: &str, profile: Profile) -> String {
    let passes = match profile {
        Profile::Canonical => vec![CANONICAL],
        Profile::Fold => vec![CANONICAL, FOLD],
        Profile::Plain => vec![CANONICAL, FOLD, PLAIN],
    };
    let rounds = rounds(text);
    let passes = std::iter::repeat_n(passes, rounds).flatten().flatten();
    Text::new(text.to_owned(), passes).normalized().to_owned()
}

/// The text with the edits that lead to its canonical form.
pub(crate) fn canonical(raw: String) -> Text {
    let rounds = rounds(&raw);
    Text::new(raw, std::iter::repeat_n(CANONICAL, rounds).flatten())
}

/// How often the passes run: once, but three times where a Latin mark stands beside a letter or mark of Lao or Thai. What moves or removes it may
/// complete what an earlier pass looks for.
fn rounds(text: &str) -> usize {
    let mut marks = memchr::memchr2_iter(0xcc, 0xcd, text.as_bytes()).filter(|&at| text.is_char_boundary(at));
    let is_mixed = |at: usize| {
        let behind = text.get(at..).and_then(|rest| rest.chars().nth(1));
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        behind.is_some_and(is_native) || before.is_some_and(is_native)
    };
    if marks.any(is_mixed) { 3 } else { 1 }
}

/// The order matters: what a pass removes or joins may complete what a later one looks for, never an earlier one.
const CANONICAL: &[Pass] = &[
    Pass { id: "line_end", run: blank::line_end, only_after: &[] },
    Pass { id: "invisible", run: blank::invisible, only_after: &[] },
    Pass { id: "blank", run: blank::blank, only_after: &[] },
    Pass { id: "nfc", run: marks::nfc, only_after: &[] },
    Pass { id: "lo.sara_ae", run: letters::lo_sara_ae, only_after: &[] },
    Pass { id: "th.sara_ae", run: letters::th_sara_ae, only_after: &[] },
    Pass { id: "lo.ho", run: letters::lo_ho, only_after: &[] },
    Pass { id: "mark_order", run: marks::mark_order, only_after: &[] },
    Pass { id: "lo.sara_am", run: am::lo_sara_am, only_after: &[] },
    Pass { id: "th.sara_am", run: am::th_sara_am, only_after: &[] },
    // A tone that stood after am now stands among the marks before it.
    Pass { id: "mark_order", run: marks::mark_order, only_after: &["lo.sara_am", "th.sara_am"] },
    // And a tone that was moved may stand behind an am now.
    Pass { id: "lo.sara_am", run: am::lo_sara_am, only_after: &["mark_order"] },
    Pass { id: "th.sara_am", run: am::th_sara_am, only_after: &["mark_order"] },
    Pass { id: "vi.d_stroke", run: letters::vi_d_stroke, only_after: &[] },
];

/// Small letters come before the place of the tone, which knows no capitals.
const FOLD: &[Pass] = &[
    Pass { id: "fold.digit", run: fold::digit, only_after: &[] },
    Pass { id: "fold.lo_sign_lo", run: fold::lo_sign_lo, only_after: &[] },
    Pass { id: "fold.lo_ro", run: fold::lo_ro, only_after: &[] },
    Pass { id: "fold.case", run: fold::case, only_after: &[] },
    Pass { id: "fold.vi_tone_place", run: fold::vi_tone_place, only_after: &[] },
    Pass { id: "fold.silent_blank", run: fold::silent_blank, only_after: &[] },
];

const PLAIN: &[Pass] = &[
    Pass { id: "plain.vi_marks", run: fold::vi_marks, only_after: &[] },
    // What stood beside a Latin mark now stands together.
    Pass { id: "blank", run: blank::blank, only_after: &["plain.vi_marks"] },
    Pass { id: "mark_order", run: marks::mark_order, only_after: &["plain.vi_marks"] },
    Pass { id: "lo.sara_am", run: am::lo_sara_am, only_after: &["plain.vi_marks"] },
    Pass { id: "th.sara_am", run: am::th_sara_am, only_after: &["plain.vi_marks"] },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn canon(text: &str) -> String {
        normalize(text, Profile::Canonical)
    }

    #[test]
    fn latin_marks_beside_lao_and_thai_leave_nothing_to_do() {
        for text in ["ຫ\u{300}ມະຕິ", "\u{e4c}\u{300}\u{eb8}\u{ecc}\u{ec8}ເ", "0/ນຍ\t\u{323}ก\u{e4c}"] {
            for profile in Profile::ALL {
                let once = normalize(text, profile);
                assert_eq!(normalize(&once, profile), once, "{profile:?} of {text:?}");
            }
        }
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
