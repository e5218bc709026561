//! Large and small letters: in which cases a spelling is printed.

use super::words::is_latin;

/// A letter of Vietnamese or English as its small one, which has as many bytes; any other character as it is.
pub(crate) const fn small(c: char) -> char {
    let step = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => 32,
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => 1,
        'Ạ'..='ỹ' => 1 - c as u32 % 2,
        _ => 0,
    };
    match char::from_u32(c as u32 + step) {
        Some(small) => small,
        None => c,
    }
}

/// Words in small letters.
pub(crate) fn small_letters(words: &str) -> String {
    let mut letters = String::with_capacity(words.len());
    letters.extend(words.chars().map(small));
    letters
}

/// The bytes of a text in small letters.
pub(crate) fn small_bytes(text: &str) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    bytes.make_ascii_lowercase();
    // The bytes with which the letters of Vietnamese beyond ASCII begin.
    let leads = memchr::memchr3_iter(0xc3, 0xc4, 0xc6, text.as_bytes()).chain(memchr::memchr2_iter(0xc5, 0xe1, text.as_bytes()));
    for at in leads {
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { continue };
        if let Some(slot) = bytes.get_mut(at..at + c.len_utf8()) {
            small(c).encode_utf8(slot);
        }
    }
    bytes
}

/// How a word is printed.
#[derive(Clone, Copy)]
enum Case {
    AsItIs,
    Small,
    Capital,
}

/// The first word, the second, and the others. Ban Chấp hành is printed Ban chấp hành too.
const PRINTED: [[Case; 3]; 6] = [
    [Case::Small, Case::AsItIs, Case::AsItIs],
    [Case::AsItIs, Case::Small, Case::AsItIs],
    [Case::Capital, Case::AsItIs, Case::AsItIs],
    [Case::Capital, Case::Capital, Case::Capital],
    [Case::AsItIs, Case::Capital, Case::Capital],
    [Case::AsItIs, Case::Capital, Case::AsItIs],
];

impl Case {
    /// The letters of a word in this case.
    fn letters(self, word: &str) -> impl Iterator<Item = char> {
        word.chars().enumerate().map(move |(at, c)| match self {
            Case::Small => small(c),
            Case::Capital if at == 0 => large(c),
            Case::AsItIs | Case::Capital => c,
        })
    }
}

/// A letter as its large one.
fn large(c: char) -> char {
    let mut letters = c.to_uppercase();
    letters.next().filter(|_| letters.next().is_none()).unwrap_or(c)
}

/// The words of a spelling, each with its case.
fn words(spelling: &str, [first, second, others]: [Case; 3]) -> impl Iterator<Item = (&str, Case)> {
    spelling.split(' ').zip([first, second].into_iter().chain(std::iter::repeat(others)))
}

/// A spelling in the cases in which it is printed: as it is; for Latin letters also with a small first word, with a capital, with one at every
/// word, with one at every word but the first, and in capitals; for Lao with ຫລ for ຫຼ.
pub(crate) fn cases(spelling: &str) -> Vec<String> {
    let mut forms: Vec<String> = variants(spelling).collect();
    if spelling.starts_with(is_latin) {
        for cases in PRINTED {
            let mut form = String::with_capacity(spelling.len());
            for (at, (word, case)) in words(spelling, cases).enumerate() {
                if at > 0 {
                    form.push(' ');
                }
                form.extend(case.letters(word));
            }
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        let upper = spelling.chars().map(large).collect();
        if !forms.contains(&upper) {
            forms.push(upper);
        }
    }
    forms
}

/// A spelling, and with ຫລ for ຫຼ, which is printed too.
pub(crate) fn variants(spelling: &str) -> impl Iterator<Item = String> {
    let other = spelling.contains('\u{ebc}').then(|| spelling.replace("ຫຼ", "ຫລ"));
    std::iter::once(spelling.to_owned()).chain(other)
}

/// Whether letters are a spelling in one of the cases in which it is printed; they are the same in small letters.
pub(crate) fn prints(spelling: &str, letters: &str) -> bool {
    let fits =
        |cases: &[Case; 3]| words(spelling, *cases).zip(letters.split(' ')).all(|((word, case), here)| case.letters(word).eq(here.chars()));
    spelling == letters || spelling.starts_with(is_latin) && (PRINTED.iter().any(fits) || spelling.chars().map(large).eq(letters.chars()))
}

/// A word with its first letter as a capital.
pub(crate) fn capital(word: &str) -> String {
    let mut letters = String::with_capacity(word.len());
    letters.extend(Case::Capital.letters(word));
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_one_that_is_printed() {
        for spelling in ["Ủy ban nhân dân", "Hà Nội", "TP.HCM", "bộ trưởng", "Đắk Lắk", "ຫຼວງພະບາງ", "ສປປ ລາວ", "Ý"]
        {
            for form in cases(spelling) {
                assert_eq!(small_bytes(&form).len(), form.len(), "{form}");
                assert!(form.contains('ລ') || prints(spelling, &form), "{spelling}: {form}");
            }
        }
        assert!(!prints("Hà Nội", "hà nội"));
        assert!(!prints("Ủy ban nhân dân", "Ủy ban nhân Dân"));
    }

    #[test]
    fn small_letters_keep_their_bytes() {
        for c in ('\0'..='\u{1fff}').filter(|c| is_latin(*c)) {
            assert_eq!(small(c).len_utf8(), c.len_utf8(), "{c}");
            assert!(small(c) == c || c.to_lowercase().eq([small(c)]), "{c}");
            assert_eq!(small_bytes(&c.to_string()), small(c).to_string().into_bytes(), "{c}");
        }
        let vietnamese = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ";
        assert_eq!(small_bytes(vietnamese), vietnamese.to_lowercase().into_bytes());
    }
}
