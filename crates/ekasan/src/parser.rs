//! The parser and its options.

use crate::document::Document;
use crate::error::Error;
use crate::family::date::Day;
use crate::lang::Language;
use crate::{pipeline, text};

/// What the caller knows or wants.
///
/// # Examples
/// ```
/// use ekasan::{Options, Parser};
/// let mut options = Options::default();
/// options.page_date = Some("2024-02-23".parse()?);
/// let page = Parser::new(options).parse("ตั้งแต่วันที่ 5 สิงหาคม");
/// assert_eq!(page.dates().next().unwrap().value.as_ref().unwrap().edtf, "2024-08-05");
/// # Ok::<(), ekasan::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The page's language, where the caller knows it.
    pub language: Option<Language>,
    /// The page's day, used where the page prints none.
    pub page_date: Option<Day>,
    /// Which families of mentions are looked for.
    pub families: Families,
    /// The encoding of bytes, where the caller knows it: a label of the Encoding Standard such as `windows-874`.
    pub encoding: Option<String>,
}

/// The families of mentions to look for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Families {
    /// All of them.
    #[default]
    All,
    /// None: frame, blocks and body only.
    None,
}

/// A parser: immutable, cheap to make, shared between threads.
#[derive(Clone, Debug, Default)]
pub struct Parser {
    options: Options,
}

impl Parser {
    /// A parser with these options.
    #[must_use]
    pub const fn new(options: Options) -> Parser {
        Parser { options }
    }

    /// Parses a page. Never fails: odd input gives fewer mentions. Time and memory grow linearly with the text.
    #[must_use]
    pub fn parse(&self, raw: &str) -> Document {
        self.parse_with_id(raw, None)
    }

    /// Parses a page known by an identifier.
    #[must_use]
    pub fn parse_with_id(&self, raw: &str, id: Option<String>) -> Document {
        pipeline::document(raw, &self.options, id)
    }

    /// Parses bytes. Valid UTF-8 is taken as it is; else the encoding comes from a byte order mark, the options, the page's own
    /// declaration or a guess, and the document says which ([`Document::encoding`]). A byte order mark is left out of the text.
    ///
    /// # Errors
    /// `unknown_encoding` where the option names none, `not_text` for binary data.
    ///
    /// # Examples
    /// ```
    /// let page = ekasan::Parser::default().parse_bytes(b"<meta charset=tis-620>\xBB\xD5 2567")?;
    /// assert_eq!(page.encoding().unwrap().name, "windows-874");
    /// assert_eq!(page.dates().next().unwrap().value.as_ref().unwrap().edtf, "2024");
    /// # Ok::<(), ekasan::Error>(())
    /// ```
    pub fn parse_bytes(&self, bytes: &[u8]) -> Result<Document, Error> {
        self.parse_bytes_with_id(bytes, None)
    }

    /// Parses bytes of a page known by an identifier.
    ///
    /// # Errors
    /// As [`parse_bytes`](Parser::parse_bytes).
    pub fn parse_bytes_with_id(&self, bytes: &[u8], id: Option<String>) -> Result<Document, Error> {
        let decoded = text::decode::decode(bytes, self.options.encoding.as_deref())?;
        Ok(pipeline::document(&decoded.text, &self.options, id).decoded_from(decoded.encoding))
    }

    /// Parses an HTML page: the article is taken out of menus, forms and footers, and read as its text is. [`Document::text`] is the
    /// text taken out, [`Document::source_span`] leads back to the HTML, [`Document::metadata`] says what the page says of itself.
    ///
    /// Never fails; time and memory grow linearly with the page. **Not handled:** what scripts would load, and pages that are only a list of
    /// other pages.
    ///
    /// # Examples
    /// ```
    /// let page = ekasan::Parser::default().parse_html("<nav>Home</nav><h1>ข่าวเทศบาล</h1><p>ปี 2567 เทศบาลปลูกต้นไม้ 40 ต้น</p>");
    /// assert_eq!(page.frame().title.as_deref(), Some("ข่าวเทศบาล"));
    /// assert_eq!(page.dates().next().unwrap().value.as_ref().unwrap().edtf, "2024");
    /// ```
    #[must_use]
    pub fn parse_html(&self, html: &str) -> Document {
        self.parse_html_with_id(html, None)
    }

    /// Parses an HTML page known by an identifier.
    #[must_use]
    pub fn parse_html_with_id(&self, html: &str, id: Option<String>) -> Document {
        pipeline::html_document(html, &self.options, id)
    }

    /// Parses the bytes of an HTML page.
    ///
    /// # Errors
    /// As [`parse_bytes`](Parser::parse_bytes).
    pub fn parse_html_bytes(&self, bytes: &[u8]) -> Result<Document, Error> {
        self.parse_html_bytes_with_id(bytes, None)
    }

    /// Parses the bytes of an HTML page known by an identifier.
    ///
    /// # Errors
    /// As [`parse_bytes`](Parser::parse_bytes).
    pub fn parse_html_bytes_with_id(&self, bytes: &[u8], id: Option<String>) -> Result<Document, Error> {
        let decoded = text::decode::decode(bytes, self.options.encoding.as_deref())?;
        Ok(pipeline::html_document(&decoded.text, &self.options, id).decoded_from(decoded.encoding))
    }
}
