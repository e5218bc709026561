//! Bytes to text: by byte order mark, by what the caller or the page declares, as UTF-8, or by a guess that is told.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding as Codec, UTF_8};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind};
use crate::span::Span;

/// What was assumed of a page's bytes. Of valid UTF-8 nothing is assumed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Encoding {
    /// The encoding's name in the Encoding Standard, such as `windows-874`.
    pub name: String,
    /// What told it.
    pub basis: EncodingBasis,
    /// How many wrong sequences of bytes were replaced by U+FFFD.
    pub replaced: usize,
}

/// What told the encoding of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EncodingBasis {
    /// A byte order mark.
    ByteOrderMark,
    /// The caller.
    Caller,
    /// The page: `<meta charset>` or an XML declaration in its first bytes.
    Page,
    /// Nearly all of it is valid in this encoding.
    MostlyValid,
    /// A guess by the frequency of its bytes.
    Guessed,
}

impl EncodingBasis {
    /// Its name, as in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            EncodingBasis::ByteOrderMark => "byte_order_mark",
            EncodingBasis::Caller => "caller",
            EncodingBasis::Page => "page",
            EncodingBasis::MostlyValid => "mostly_valid",
            EncodingBasis::Guessed => "guessed",
        }
    }
}

/// Text read from bytes, and what was assumed about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decoded<'b> {
    /// The text, without a byte order mark.
    pub(crate) text: Cow<'b, str>,
    /// None for valid UTF-8.
    pub(crate) encoding: Option<Encoding>,
}

/// Bytes in which a page may declare its encoding.
const HEAD: usize = 1024;

/// Reads bytes as text. In this order: a byte order mark, the caller's label, valid UTF-8, the page's own declaration, UTF-8
/// with few wrong bytes, a guess.
///
/// # Errors
/// `unknown_encoding` where the caller's label names none; `not_text` for binary data.
///
/// **Not handled:** UTF-16 without byte order mark, TCVN3, VNI, VISCII, and fonts that show Lao for Latin letters.
pub(crate) fn decode<'b>(bytes: &'b [u8], label: Option<&str>) -> Result<Decoded<'b>, Error> {
    if let Some((codec, length)) = Codec::for_bom(bytes) {
        let body = bytes.get(length..).unwrap_or_default();
        return Ok(match std::str::from_utf8(body) {
            Ok(text) if codec == UTF_8 => Decoded { text: Cow::Borrowed(text), encoding: None },
            _ => read(body, codec, EncodingBasis::ByteOrderMark),
        });
    }
    if let Some(label) = label {
        let codec = Codec::for_label(label.as_bytes()).ok_or_else(|| {
            let message = format!("saw {label:?}, wanted a label of the Encoding Standard such as utf-8, windows-874, windows-1258");
            Error::new(ErrorKind::UnknownEncoding, message)
        })?;
        if codec != UTF_8 {
            return Ok(read(bytes, codec, EncodingBasis::Caller));
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded { text: Cow::Borrowed(text), encoding: None });
    }
    if label.is_some() {
        return Ok(read(bytes, UTF_8, EncodingBasis::Caller));
    }
    if let Some(at) = control_of_binary(bytes) {
        let seen = bytes.get(at).copied().unwrap_or_default();
        let message = format!("byte 0x{seen:02X} at {at} and many like it are control characters, text is wanted (bytes {at}..{})", at + 1);
        return Err(Error::at(ErrorKind::NotText, Span::new(at, at + 1), message));
    }
    if let Some(codec) = declared(bytes) {
        return Ok(read(bytes, codec, EncodingBasis::Page));
    }
    if is_mostly_utf8(bytes) {
        return Ok(read(bytes, UTF_8, EncodingBasis::MostlyValid));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Ok(read(bytes, detector.guess(None, Utf8Detection::Deny), EncodingBasis::Guessed))
}

fn read<'b>(bytes: &'b [u8], codec: &'static Codec, basis: EncodingBasis) -> Decoded<'b> {
    let (text, wrong) = codec.decode_without_bom_handling(bytes);
    let replaced = if wrong { text.matches(char::REPLACEMENT_CHARACTER).count() } else { 0 };
    Decoded { text, encoding: Some(Encoding { name: codec.name().to_owned(), basis, replaced }) }
}

/// The first control character of bytes that hold too many of them for text.
fn control_of_binary(bytes: &[u8]) -> Option<usize> {
    let is_control = |byte: &u8| matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F);
    let count = bytes.iter().filter(|byte| is_control(byte)).count();
    if count * 50 > bytes.len() { bytes.iter().position(is_control) } else { None }
}

/// The encoding that a page declares of itself: `charset=` in a `<meta`, or `encoding=` in an XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Codec> {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default().to_ascii_lowercase();
    let find = |from: usize, what: &str| memchr::memmem::find(head.get(from..)?, what.as_bytes()).map(|at| from + at + what.len());
    let label = if head.starts_with(b"<?xml") { find(0, "encoding=") } else { find(0, "<meta").and_then(|meta| find(meta, "charset=")) }?;
    let value = head.get(label..)?;
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let end = value.iter().position(|byte| matches!(byte, b'"' | b'\'' | b' ' | b';' | b'>' | b'/' | b'?'))?;
    // Bytes that are not UTF-8 are not UTF-8, whatever the page says.
    Codec::for_label(value.get(..end)?).filter(|codec| *codec != UTF_8)
}

/// Whether there are many more characters of several bytes in UTF-8 than wrong places, as in a page that was cut off.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    // Cut off within its last character, even a short text is UTF-8.
    let cut = bytes.utf8_chunks().last().is_some_and(|last| std::str::from_utf8(last.invalid()).is_err_and(|e| e.error_len().is_none()));
    right >= 20 * wrong || (cut && wrong == 1 && right >= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(bytes: &[u8]) -> (String, Option<(String, EncodingBasis, usize)>) {
        let decoded = decode(bytes, None).unwrap();
        (decoded.text.into_owned(), decoded.encoding.map(|encoding| (encoding.name, encoding.basis, encoding.replaced)))
    }

    #[test]
    fn valid_utf8_is_untouched() {
        assert_eq!(name("ກ\r\n\0".as_bytes()), ("ກ\r\n\0".to_owned(), None));
        assert_eq!(name("\u{FEFF}ก".as_bytes()), ("ก".to_owned(), None));
        assert_eq!(name(b""), (String::new(), None));
        let declared = "<meta charset=windows-874>ກ";
        assert_eq!(name(declared.as_bytes()), (declared.to_owned(), None));
    }

    #[test]
    fn marks_labels_and_declarations() {
        let wide: Vec<u8> = [0xFEFF].into_iter().chain("ກ 1".encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(name(&wide), ("ກ 1".to_owned(), Some(("UTF-16LE".to_owned(), EncodingBasis::ByteOrderMark, 0))));
        let thai = encoding_rs::WINDOWS_874.encode("<meta charset=\"tis-620\">ประชุม").0.into_owned();
        assert_eq!(name(&thai).1, Some(("windows-874".to_owned(), EncodingBasis::Page, 0)));
        assert_eq!(decode(b"\xA1", Some("TIS-620")).unwrap().text, "ก");
        assert_eq!(decode(b"\xA1", Some("utf-8")).unwrap().encoding.unwrap().replaced, 1);
        assert_eq!(decode(b"a", Some("klingon")).unwrap_err().code(), "unknown_encoding");
    }

    #[test]
    fn what_is_guessed_is_told() {
        let thai = encoding_rs::WINDOWS_874.encode("คณะกรรมการประชาชนจังหวัดเปิดการประชุมประจำปีเมื่อเช้าวันนี้").0.into_owned();
        assert_eq!(name(&thai).1, Some(("windows-874".to_owned(), EncodingBasis::Guessed, 0)));
        let vietnamese = encoding_rs::WINDOWS_1258.encode("Hô\u{323}i nghi\u{323} cu\u{309}a ti\u{309}nh u\u{309}y, đươ\u{323}c tô\u{309} chư\u{301}c hôm nay ta\u{323}i hô\u{323}i trươ\u{300}ng").0.into_owned();
        assert_eq!(name(&vietnamese).1.unwrap().0, "windows-1258");
    }

    #[test]
    fn wrong_bytes_are_counted_and_binary_is_refused() {
        let mut cut = "ປີ ໒໐໒໔ ແຂວງ ນະຄອນ".as_bytes().to_vec();
        cut.pop();
        let (text, encoding) = name(&cut);
        assert!(text.ends_with('\u{FFFD}'));
        assert_eq!(encoding, Some(("UTF-8".to_owned(), EncodingBasis::MostlyValid, 1)));
        let error = decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01", None).unwrap_err();
        assert_eq!((error.code(), error.span().unwrap()), ("not_text", Span::new(6, 7)));
    }
}
