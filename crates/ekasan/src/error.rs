//! What can go wrong, with a stable code for each.

use crate::span::Span;

/// Why a call failed: opaque, with a [`kind`](Error::kind), a stable [`code`](Error::code) and, where there is one, a place.
///
/// Parsing a `&str` never fails; bytes, options and records that come from outside can be wrong.
///
/// # Examples
/// ```
/// let error = ekasan::Parser::default().parse_bytes(b"\xFF\0\0\x01").unwrap_err();
/// assert_eq!(error.code(), "not_text");
/// assert_eq!(error.span().unwrap().start, 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {message}", code = self.kind.code())]
pub struct Error {
    kind: ErrorKind,
    message: String,
    span: Option<Span>,
}

/// The kinds of [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The bytes are binary data; the span is the first control character.
    NotText,
    /// An encoding label that is none of the Encoding Standard's.
    UnknownEncoding,
    /// A date given as an option is not a calendar date of the form `YYYY-MM-DD`.
    InvalidDate,
    /// A language tag that is none of the known ones.
    UnknownLanguage,
    /// A normalization profile that is none of the known ones.
    UnknownProfile,
    /// A kind of name that is none of the known ones.
    UnknownNameKind,
    /// A record that is no record of this schema, or does not fit its text.
    InvalidRecord,
}

impl ErrorKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [ErrorKind; 7] = [
        ErrorKind::NotText,
        ErrorKind::UnknownEncoding,
        ErrorKind::InvalidDate,
        ErrorKind::UnknownLanguage,
        ErrorKind::UnknownProfile,
        ErrorKind::UnknownNameKind,
        ErrorKind::InvalidRecord,
    ];

    /// The stable code: what programs may compare.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            ErrorKind::NotText => "not_text",
            ErrorKind::UnknownEncoding => "unknown_encoding",
            ErrorKind::InvalidDate => "invalid_date",
            ErrorKind::UnknownLanguage => "unknown_language",
            ErrorKind::UnknownProfile => "unknown_profile",
            ErrorKind::UnknownNameKind => "unknown_name_kind",
            ErrorKind::InvalidRecord => "invalid_record",
        }
    }
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Error {
        Error { kind, message: message.into(), span: None }
    }

    pub(crate) fn at(kind: ErrorKind, span: Span, message: impl Into<String>) -> Error {
        Error { kind, message: message.into(), span: Some(span) }
    }

    /// What went wrong, as an enum.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// What went wrong, as a stable string such as `not_text`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// Where, in bytes of the input, if the error has a place.
    #[must_use]
    pub const fn span(&self) -> Option<Span> {
        self.span
    }
}
