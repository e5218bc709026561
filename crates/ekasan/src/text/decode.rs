//! Bytes to text: UTF-8, with or without a byte order mark. Nothing is guessed and nothing replaced.

use crate::error::{Error, ErrorKind};
use crate::span::Span;

/// Text read from bytes, and what was assumed about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decoded<'b> {
    /// The text, without the byte order mark.
    pub(crate) text: &'b str,
    /// Whether a byte order mark stood before it.
    pub(crate) bom: bool,
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Reads bytes as UTF-8.
///
/// # Errors
/// `invalid_utf8` with the byte offset of the first wrong place, and a hint where a byte order mark names another encoding.
///
/// **Not handled:** other encodings than UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Error> {
    let (body, bom) = match bytes.strip_prefix(BOM) {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    match std::str::from_utf8(body) {
        Ok(text) => Ok(Decoded { text, bom }),
        Err(error) => {
            let start = error.valid_up_to() + if bom { BOM.len() } else { 0 };
            let span = Span::new(start, (start + error.error_len().unwrap_or(1)).min(bytes.len()));
            let seen = bytes.get(start).copied().unwrap_or_default();
            let hint = match bytes {
                [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => "; the byte order mark says UTF-16",
                _ => "",
            };
            Err(Error::at(
                ErrorKind::InvalidUtf8,
                span,
                format!("byte 0x{seen:02X} at {start} is not UTF-8, which is wanted{hint} (bytes {}..{})", span.start, span.end),
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_utf8_is_untouched() {
        assert_eq!(decode("ກ\r\n".as_bytes()).unwrap(), Decoded { text: "ກ\r\n", bom: false });
        assert_eq!(decode("\u{FEFF}ก".as_bytes()).unwrap(), Decoded { text: "ก", bom: true });
        assert_eq!(decode(b"").unwrap().text, "");
    }

    #[test]
    fn says_where_and_what() {
        let error = decode(b"\xEF\xBB\xBFab\xC3(").unwrap_err();
        assert_eq!((error.code(), error.span().unwrap()), ("invalid_utf8", Span::new(5, 6)));
        assert!(decode(b"\xFF\xFEa\0").unwrap_err().to_string().contains("UTF-16"));
        assert_eq!(decode("ກ".as_bytes().get(..2).unwrap()).unwrap_err().span().unwrap().start, 0);
    }
}
