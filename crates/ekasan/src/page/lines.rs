//! The lines of a text that are not blank.

use crate::span::Span;

/// Lines without the blanks around them, in bytes of the text; blank ones are left out.
pub(crate) fn lines(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let trimmed = line.trim_matches(' ');
        if !trimmed.is_empty() {
            let from = start + line.len() - line.trim_start_matches(' ').len();
            found.push(Span::new(from, from + trimmed.len()));
        }
        start += line.len() + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimmed_and_not_blank() {
        let text = " a b \n\n \nກ";
        assert_eq!(lines(text).iter().map(|span| span.of(text)).collect::<Vec<_>>(), ["a b", "ກ"]);
        assert!(lines("").is_empty());
    }
}
