//! Where a syllable of Lao or Thai may begin, by its letters alone.
//!
//! A syllable is written as a vowel before, one consonant or two, marks over and under, a vowel after, a final consonant. Which
//! of two consonants ends a syllable and which begins the next is told by what stands around them.
//!
//! Source: the orthography of Lao after 1975, as in the project's notes on spelling.

/// Whether a cut at a byte parts two syllables: not inside one, not before a final consonant. For Thai, whose finals are told by
/// no rule, only that no mark or vowel loses its consonant.
pub(super) fn may_cut(text: &str, at: usize) -> bool {
    // Most cuts lie beside a blank or inside Thai: their bytes tell.
    let bytes = text.as_bytes();
    let lead = at.checked_sub(3).and_then(|from| bytes.get(from..at));
    if matches!(lead, Some([0xE0, 0xB9 | 0xBB, 0x80..=0x84])) {
        return false;
    }
    match bytes.get(at..) {
        Some([0xE0, 0xBA | 0xBB, ..]) => {}
        Some([0xE0, 0xB8, 0xB0..=0xBA, ..] | [0xE0, 0xB9, 0x85 | 0x87..=0x8E, ..]) => {
            return !matches!(lead, Some([0xE0, 0xB8..=0xBB, _]));
        }
        _ => return true,
    }
    let Some(head) = text.get(..at) else { return false };
    let mut before = head.chars().rev();
    let mut after = text.get(at..).unwrap_or_default().chars();
    let (Some(last), Some(first)) = (before.next(), after.next()) else { return true };
    if is_dependent(first) {
        return !is_native(last);
    }
    if !is_consonant(first) || !is_lao(last) {
        return true;
    }
    let (second, third) = (after.next(), before.next());
    // ອ, ວ and ຽ between consonants are vowels.
    let closed = !second.is_some_and(|c| is_dependent(c) || (is_vowel_letter(c) && after.next().is_some_and(is_final)));
    if closed && is_vowel_letter(first) && (is_consonant(last) || is_tone(last)) && second.is_some_and(is_final) {
        return false;
    }
    if !closed {
        // It begins a syllable, unless with the consonant before it.
        // ໃ and ໄ have no other vowel behind their consonants.
        let whole = matches!(third, Some('ໃ' | 'ໄ')) && !second.is_some_and(is_tone);
        return !(is_consonant(last) && joins(last, first)) || third.is_some_and(takes_final) || whole;
    }
    // No vowel of its own: the final of what stands before it, where that is open and the letter can be a final.
    !(is_final(first) && (is_consonant(last) || is_dependent(last) || is_tone(last)) && last != 'ະ' && last != 'ຳ')
}

/// Whether two consonants may begin a syllable together.
const fn joins(first: char, second: char) -> bool {
    match second {
        'ງ' | 'ຍ' | 'ນ' | 'ມ' => first == 'ຫ',
        'ລ' | 'ຣ' => matches!(first, 'ຫ' | 'ກ' | 'ຂ' | 'ຄ' | 'ປ' | 'ຜ' | 'ພ' | 'ຕ' | 'ທ' | 'ບ' | 'ຟ' | 'ດ'),
        'ວ' => matches!(first, 'ຫ' | 'ກ' | 'ຂ' | 'ຄ' | 'ງ' | 'ຈ' | 'ສ' | 'ຊ' | 'ຖ' | 'ທ' | 'ລ' | 'ຣ'),
        _ => false,
    }
}

/// Whether a sign stands where a final consonant comes next, so that the consonant after it is one.
const fn takes_final(c: char) -> bool {
    matches!(c, 'ັ' | 'ົ' | 'າ' | 'ິ'..='ື' | 'ຸ' | 'ູ' | 'ຽ') || is_tone(c)
}

const fn is_native(c: char) -> bool {
    matches!(c, 'ก'..='๎' | 'ກ'..='ໟ')
}

const fn is_lao(c: char) -> bool {
    matches!(c, 'ກ'..='ໟ')
}

/// Vowels and signs that belong to the consonant before them.
const fn is_dependent(c: char) -> bool {
    matches!(c, '\u{e30}'..='\u{e3a}' | '\u{e45}' | '\u{e47}'..='\u{e4e}' | '\u{eb0}'..='\u{ebd}' | '\u{ec8}'..='\u{ece}')
}

const fn is_tone(c: char) -> bool {
    matches!(c, '່'..='໌')
}

/// Consonants of Lao.
const fn is_consonant(c: char) -> bool {
    matches!(c, 'ກ'..='ຮ' | 'ໜ' | 'ໝ')
}

/// Letters that are a vowel between two consonants.
const fn is_vowel_letter(c: char) -> bool {
    matches!(c, 'ອ' | 'ວ' | 'ຽ')
}

const fn is_final(c: char) -> bool {
    matches!(c, 'ກ' | 'ງ' | 'ຍ' | 'ດ' | 'ນ' | 'ບ' | 'ມ' | 'ວ' | 'ອ' | 'ສ' | 'ລ' | 'ຣ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn syllables(text: &str) -> Vec<&str> {
        let mut starts: Vec<usize> = text.char_indices().map(|(at, _)| at).filter(|&at| at == 0 || may_cut(text, at)).collect();
        starts.push(text.len());
        starts.windows(2).map(|pair| text.get(pair[0]..pair[1]).unwrap()).collect()
    }

    #[test]
    fn of_lao() {
        for word in [
            "ຂໍ້|ຂາດ|ຕົກ|ບົກ|ຜ່ອງ",
            "ຫງວຽນ|ຟູ໋|ຈ້ອງ",
            "ປະ|ຊາ|ຊົນ",
            "ກວາງ|ນິງ",
            "ວຽງ|ຈັນ",
            "ຫຼວງ|ພະ|ບາງ",
            "ຄວາມ|ຈິງ",
            "ໜ້າ|ທີ່",
            "ແຂວງ|ບໍ|ລິ|ຄຳ|ໄຊ",
            "ຂອງ|ທ່ານ",
            "ສອງ|ພັນ",
            "ເມືອງ|ໄຊ",
            "ຕົວ|ເມືອງ",
            "ຫວຽດ|ນາມ",
            "ແກ້|ໄຂ|ວຽກ|ງານ",
            "ໄກວ|ເປ",
        ] {
            assert_eq!(syllables(&word.replace('|', "")).join("|"), word);
        }
    }

    #[test]
    fn of_thai_only_what_is_sure() {
        assert_eq!(syllables("เมือง")[0], "เมื");
        assert!(!may_cut("น้ำ", "น".len()));
        assert!(!may_cut("ใจ", "ใ".len()));
    }
}
