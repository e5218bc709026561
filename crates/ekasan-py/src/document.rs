//! `Document`, and the mentions, blocks, evidence, diagnostics and steps that it hands out.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use ekasan::{CodePoints, Mention as CoreMention, Span};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

use crate::error::{exception, raise, text_of};
use crate::value::IntoValue;

/// A page parsed.
#[pyclass(frozen, module = "ekasan")]
pub(crate) struct Document {
    pub(crate) core: Arc<ekasan::Document>,
}

/// A mention of any family: `kind` says which.
#[pyclass(frozen, get_all, module = "ekasan")]
pub(crate) struct Mention {
    kind: String,
    start: usize,
    end: usize,
    surface: String,
    block: u32,
    rule: String,
    value: Option<Py<PyAny>>,
    readings: Py<PyTuple>,
    evidence: Py<PyTuple>,
}

/// A stretch of the page of one kind.
#[pyclass(frozen, get_all, eq, hash, module = "ekasan")]
#[derive(Clone, PartialEq, Eq, std::hash::Hash)]
pub(crate) struct Block {
    kind: String,
    start: usize,
    end: usize,
    language: String,
}

/// A sentence or a word.
#[pyclass(frozen, get_all, eq, hash, module = "ekasan")]
#[derive(Clone, PartialEq, Eq, std::hash::Hash)]
pub(crate) struct Segment {
    start: usize,
    end: usize,
    text: String,
}

/// What decided a value, and where it stands.
#[pyclass(frozen, get_all, eq, hash, module = "ekasan")]
#[derive(Clone, PartialEq, Eq, std::hash::Hash)]
pub(crate) struct Evidence {
    code: String,
    start: usize,
    end: usize,
}

/// Something that the reader of a record should know.
#[pyclass(frozen, get_all, eq, hash, module = "ekasan")]
#[derive(Clone, PartialEq, Eq, std::hash::Hash)]
pub(crate) struct Diagnostic {
    code: String,
    start: usize,
    end: usize,
    message: String,
}

/// One pass of normalization: its name, and its edits as (start, end, replacement) in code points of its input.
#[pyclass(frozen, get_all, eq, hash, module = "ekasan")]
#[derive(Clone, PartialEq, Eq, std::hash::Hash)]
pub(crate) struct Step {
    name: String,
    edits: Vec<(usize, usize, String)>,
}

/// Pickling of a class by its fields.
macro_rules! plain_class {
    ($name:ident { $($field:ident: $type:ty),* }) => {
        #[pymethods]
        impl $name {
            #[new]
            fn new($($field: $type),*) -> Self {
                Self { $($field),* }
            }

            fn __getnewargs__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
                ($(self.$field.clone(),)*).into_pyobject(py)
            }

            fn __repr__(&self) -> String {
                let fields = vec![$(format!("{}={:?}", stringify!($field), self.$field)),*];
                format!("{}({})", stringify!($name), fields.join(", "))
            }
        }
    };
}

plain_class!(Block { kind: String, start: usize, end: usize, language: String });
plain_class!(Segment { start: usize, end: usize, text: String });
plain_class!(Evidence { code: String, start: usize, end: usize });
plain_class!(Diagnostic { code: String, start: usize, end: usize, message: String });
plain_class!(Step { name: String, edits: Vec<(usize, usize, String)> });

#[pymethods]
impl Mention {
    #[new]
    #[expect(clippy::too_many_arguments, reason = "one for each field")]
    fn new(
        kind: String,
        start: usize,
        end: usize,
        surface: String,
        block: u32,
        rule: String,
        value: Option<Py<PyAny>>,
        readings: Py<PyTuple>,
        evidence: Py<PyTuple>,
    ) -> Mention {
        Mention { kind, start, end, surface, block, rule, value, readings, evidence }
    }

    fn fields<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        (
            &self.kind,
            self.start,
            self.end,
            &self.surface,
            self.block,
            &self.rule,
            self.value.as_ref().map(|value| value.clone_ref(py)),
            self.readings.clone_ref(py),
            self.evidence.clone_ref(py),
        )
            .into_pyobject(py)
    }

    fn __getnewargs__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.fields(py)
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        match other.cast::<Mention>() {
            Ok(other) => self.fields(py)?.eq(other.get().fields(py)?),
            Err(_) => Ok(false),
        }
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.fields(py)?.hash()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let value = match &self.value {
            Some(value) => value.bind(py).repr()?.to_string(),
            None => "None".to_owned(),
        };
        let surface = pyo3::types::PyString::new(py, &self.surface).repr()?;
        Ok(format!("Mention({:?}, {}..{}, {surface}, {value})", self.kind, self.start, self.end))
    }
}

impl Document {
    pub(crate) fn new(core: ekasan::Document) -> Document {
        Document { core: Arc::new(core) }
    }

    /// The mentions of one kind, or all.
    fn mentions_of<'py>(&self, py: Python<'py>, kind: Option<&str>) -> PyResult<Bound<'py, PyTuple>> {
        let points = CodePoints::new(self.core.text());
        let mut mentions = Vec::new();
        for mention in self.core.mentions().iter().filter(|mention| kind.is_none_or(|kind| mention.kind() == kind)) {
            mentions.push(Py::new(py, self.mention(py, mention, &points)?)?);
        }
        PyTuple::new(py, mentions)
    }

    fn segments<'py>(&self, py: Python<'py>, spans: Vec<Span>) -> PyResult<Bound<'py, PyTuple>> {
        let points = CodePoints::new(self.core.text());
        let segments = spans.into_iter().map(|byte_span| {
            let span = points.span(byte_span);
            Py::new(py, Segment { start: span.start, end: span.end, text: self.core.surface(byte_span).to_owned() })
        });
        PyTuple::new(py, segments.collect::<PyResult<Vec<_>>>()?)
    }

    fn mention(&self, py: Python<'_>, mention: &CoreMention, points: &CodePoints<'_>) -> PyResult<Mention> {
        let span = points.span(mention.span());
        let (value, readings) = match mention {
            CoreMention::Date(record) => values(py, record.value.as_ref(), &record.readings),
            CoreMention::Quantity(record) => values(py, record.value.as_ref(), &record.readings),
            CoreMention::Ordinal(record) => values(py, record.value.as_ref(), &record.readings),
            CoreMention::Citation(record) => values(py, record.value.as_ref(), &record.readings),
            CoreMention::Place(record) => values(py, record.value.as_ref(), &record.readings),
            CoreMention::Person(record) => values(py, record.value.as_ref(), &record.readings),
            CoreMention::Organization(record) => values(py, record.value.as_ref(), &record.readings),
            CoreMention::Office(record) => values(py, record.value.as_ref(), &record.readings),
            CoreMention::Quote(record) => values(py, record.value.as_ref(), &record.readings),
            other => return Err(exception(py, "unknown_family", other.kind(), None)),
        }?;
        let evidence = mention.evidence().iter().map(|evidence| {
            let span = points.span(evidence.span);
            Py::new(py, Evidence { code: evidence.code.to_string(), start: span.start, end: span.end })
        });
        Ok(Mention {
            kind: mention.kind().to_owned(),
            start: span.start,
            end: span.end,
            surface: self.core.surface(mention.span()).to_owned(),
            block: mention.block(),
            rule: mention.rule().to_string(),
            value,
            readings: readings.unbind(),
            evidence: PyTuple::new(py, evidence.collect::<PyResult<Vec<_>>>()?)?.unbind(),
        })
    }
}

/// The value and the other readings of a record.
fn values<'py, 'a, V>(py: Python<'py>, value: Option<&'a V>, readings: &'a [V]) -> PyResult<(Option<Py<PyAny>>, Bound<'py, PyTuple>)>
where
    &'a V: IntoValue,
{
    let value = value.map(|value| value.into_value(py)).transpose()?;
    let readings = readings.iter().map(|reading| reading.into_value(py)).collect::<PyResult<Vec<_>>>()?;
    Ok((value, PyTuple::new(py, readings)?))
}

#[pymethods]
impl Document {
    #[getter]
    fn text(&self) -> &str {
        self.core.text()
    }

    #[getter]
    fn id(&self) -> &str {
        self.core.id()
    }

    #[getter]
    fn language(&self) -> &str {
        self.core.language().tag()
    }

    /// What was assumed of the bytes, as a dict, or None.
    #[getter]
    fn encoding<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDict>>> {
        let Some(encoding) = self.core.encoding() else { return Ok(None) };
        let dict = PyDict::new(py);
        dict.set_item("name", &encoding.name)?;
        dict.set_item("basis", encoding.basis.name())?;
        dict.set_item("replaced", encoding.replaced)?;
        Ok(Some(dict))
    }

    /// What an HTML page says of itself, as a dict, or None.
    #[getter]
    fn metadata<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let Some(metadata) = self.core.metadata() else { return Ok(None) };
        let json = serde_json::to_string(metadata).map_err(|error| exception(py, "invalid_record", &error.to_string(), None))?;
        py.import("json")?.call_method1("loads", (json,)).map(Some)
    }

    /// The place in the HTML from which code points of the text came, as (start, end) in code points of `html`, or None.
    fn source_span(&self, html: &str, start: usize, end: usize) -> Option<(usize, usize)> {
        let points = CodePoints::new(self.core.text());
        let span = self.core.source_span(Span::new(points.byte(start), points.byte(end)))?;
        let place = CodePoints::new(html).span(span);
        Some((place.start, place.end))
    }

    #[getter]
    fn title(&self) -> Option<&str> {
        self.core.frame().title.as_deref()
    }

    #[getter]
    fn published(&self) -> Option<String> {
        self.core.frame().published.map(|day| day.to_string())
    }

    #[getter]
    fn published_time(&self) -> Option<&str> {
        self.core.frame().published_time.as_deref()
    }

    #[getter]
    fn modified(&self) -> Option<String> {
        self.core.frame().modified.map(|day| day.to_string())
    }

    #[getter]
    fn publisher(&self) -> Option<&str> {
        self.core.frame().publisher.as_deref()
    }

    /// The site of the publisher whose name the page bears, or None.
    #[getter]
    fn publisher_site(&self) -> Option<&str> {
        self.core.frame().publisher_site.as_deref()
    }

    #[getter]
    fn byline(&self) -> Option<&str> {
        self.core.frame().byline.as_deref()
    }

    /// The source's parts as a dict, or None.
    #[getter]
    fn source<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDict>>> {
        let Some(source) = &self.core.frame().source else { return Ok(None) };
        let dict = PyDict::new(py);
        dict.set_item("url", &source.url)?;
        dict.set_item("site", &source.site)?;
        dict.set_item("article_id", &source.article_id)?;
        dict.set_item("title_slug", &source.title_slug)?;
        Ok(Some(dict))
    }

    #[getter]
    fn comment_count(&self) -> Option<u32> {
        self.core.frame().comment_count
    }

    #[getter]
    fn body(&self) -> &str {
        self.core.body()
    }

    fn sentences<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.segments(py, self.core.sentences())
    }

    fn words<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.segments(py, self.core.words())
    }

    #[getter]
    fn blocks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let points = CodePoints::new(self.core.text());
        let blocks = self.core.blocks().iter().map(|block| {
            let span = points.span(block.span);
            let language = block.language.tag().to_owned();
            Py::new(py, Block { kind: block.kind.name().to_owned(), start: span.start, end: span.end, language })
        });
        PyTuple::new(py, blocks.collect::<PyResult<Vec<_>>>()?)
    }

    #[getter]
    fn mentions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.mentions_of(py, None)
    }

    #[getter]
    fn dates<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.mentions_of(py, Some("date"))
    }

    #[getter]
    fn quantities<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.mentions_of(py, Some("quantity"))
    }

    #[getter]
    fn ordinals<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.mentions_of(py, Some("ordinal"))
    }

    #[getter]
    fn citations<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.mentions_of(py, Some("citation"))
    }

    #[getter]
    fn places<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.mentions_of(py, Some("place"))
    }

    #[getter]
    fn persons<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.mentions_of(py, Some("person"))
    }

    #[getter]
    fn organizations<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.mentions_of(py, Some("organization"))
    }

    #[getter]
    fn offices<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.mentions_of(py, Some("office"))
    }

    #[getter]
    fn quotes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.mentions_of(py, Some("quote"))
    }

    #[getter]
    fn diagnostics<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let points = CodePoints::new(self.core.text());
        let diagnostics = self.core.diagnostics().iter().map(|diagnostic| {
            let span = points.span(diagnostic.span);
            let (code, message) = (diagnostic.code.to_string(), diagnostic.message.clone());
            Py::new(py, Diagnostic { code, start: span.start, end: span.end, message })
        });
        PyTuple::new(py, diagnostics.collect::<PyResult<Vec<_>>>()?)
    }

    /// What normalization did, pass by pass; replaying the edits on the text gives the normalized text.
    fn steps<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let mut input = self.core.text();
        let mut steps = Vec::new();
        for step in self.core.steps() {
            let points = CodePoints::new(input);
            let edits = step.edits.iter().map(|edit| {
                let span = points.span(edit.before);
                (span.start, span.end, edit.after.of(step.output()).to_owned())
            });
            steps.push(Py::new(py, Step { name: step.pass.to_owned(), edits: edits.collect() })?);
            input = step.output();
        }
        PyTuple::new(py, steps)
    }

    /// The text in canonical orthography.
    #[getter]
    fn normalized(&self) -> &str {
        self.core.normalized()
    }

    /// The record as JSON.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        let core = &self.core;
        py.detach(|| serde_json::to_string(&core.to_record())).map_err(|error| exception(py, "invalid_record", &error.to_string(), None))
    }

    /// The record as a dict.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        py.import("json")?.call_method1("loads", (self.to_json(py)?,))
    }

    /// The document of a record and of its text.
    #[staticmethod]
    fn from_dict(py: Python<'_>, record: &Bound<'_, PyDict>, text: &Bound<'_, PyAny>) -> PyResult<Document> {
        let json = py.import("json")?.call_method1("dumps", (record,))?;
        Document::from_json(py, &json, text)
    }

    /// The document of a record as JSON and of its text.
    #[staticmethod]
    fn from_json(py: Python<'_>, record: &Bound<'_, PyAny>, text: &Bound<'_, PyAny>) -> PyResult<Document> {
        let (record, text) = (text_of(py, record)?, text_of(py, text)?);
        let record =
            serde_json::from_str(&record).map_err(|error| exception(py, "invalid_record", &format!("invalid_record: {error}"), None))?;
        ekasan::Document::from_record(record, &text).map(Document::new).map_err(|error| raise(py, &error))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String, String))> {
        let make = py.get_type::<Document>().getattr("from_json")?;
        Ok((make, (self.to_json(py)?, self.core.text().to_owned())))
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Document>().is_ok_and(|other| *other.get().core == *self.core)
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.core.text().hash(&mut hasher);
        self.core.id().hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self) -> String {
        let title = self.core.frame().title.as_deref().unwrap_or("-");
        format!("Document({}, {}, {} mentions)", self.core.language().tag(), title, self.core.mentions().len())
    }

    /// The text, or the HTML from which the page was made, with every mention wrapped in `before` and `after`, in which {kind},
    /// {value} and {rule} stand for the mention's own.
    #[pyo3(signature = (before, after, /, *, kinds=None, html=None))]
    fn annotate(&self, py: Python<'_>, before: &str, after: &str, kinds: Option<Vec<String>>, html: Option<&str>) -> PyResult<String> {
        if let Some(wrong) = kinds.iter().flatten().find(|kind| !CoreMention::KINDS.contains(&kind.as_str())) {
            let message = format!("invalid_input: saw {wrong:?}, wanted one of {}", CoreMention::KINDS.join(", "));
            return Err(exception(py, "invalid_input", &message, None));
        }
        let mark = |mention: &CoreMention| {
            let wanted = kinds.as_ref().is_none_or(|kinds| kinds.iter().any(|kind| kind == mention.kind()));
            let escaped = |text: &str| {
                if html.is_none() {
                    return text.to_owned();
                }
                let mut out = String::new();
                escape(text, &mut out);
                out
            };
            let fill = |template: &str| {
                let value = escaped(mention.gist().as_deref().unwrap_or_default());
                template.replace("{kind}", mention.kind()).replace("{rule}", mention.rule().as_str()).replace("{value}", &value)
            };
            wanted.then(|| (fill(before), fill(after)))
        };
        Ok(match html {
            Some(html) => self.core.annotate_html(html, mark),
            None => self.core.annotate(mark),
        })
    }

    /// The text as a notebook shows it: mentions marked, their values on hover.
    fn _repr_html_(&self) -> String {
        // Signs of the text that HTML would read are escaped between the marks, which are characters that no text holds.
        const MARKS: [char; 3] = ['\u{f0000}', '\u{f0001}', '\u{f0002}'];
        let [open, middle, close] = MARKS;
        let marked = self.core.annotate(|mention| {
            let title = format!("{} {} {}", mention.kind(), mention.rule(), mention.gist().unwrap_or_default());
            Some((format!("{open}{}{middle}", title.trim()), close.to_string()))
        });
        let mut html = String::from("<div style=\"white-space:pre-wrap;line-height:1.7\">");
        let mut escaped = String::new();
        escape(&marked, &mut escaped);
        html.push_str(&escaped.replace(open, "<mark title=\"").replace(middle, "\">").replace(close, "</mark>"));
        html.push_str("</div>");
        html
    }
}

/// Text as HTML.
fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}
