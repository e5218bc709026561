//! The module's functions and classes.

use ekasan::{Day, Language, NameKind, Options, Parser, Profile};
use pyo3::buffer::PyBuffer;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

use crate::document::{Block, Diagnostic, Document, Evidence, Mention, Segment, Step};
use crate::error::{raise, text_of};
use crate::parallel::{Corpus, DocumentIterator};
use crate::table::Table;
use crate::value::{Candidate, Citation, Date, Office, Ordinal, Organization, Person, Place, Quantity, Quote};

/// The day of a `str` or a `datetime.date` in ISO form; of a moment (`datetime.datetime`, `pandas.Timestamp`) its day.
fn day_of(date: &Bound<'_, PyAny>) -> PyResult<String> {
    let day = if date.hasattr("date")? { date.call_method0("date")? } else { date.clone() };
    Ok(day.str()?.to_string())
}

/// A language by its tag.
fn language_of(py: Python<'_>, lang: Option<&str>) -> PyResult<Option<Language>> {
    lang.map(str::parse::<Language>).transpose().map_err(|error| raise(py, &error))
}

fn options(py: Python<'_>, lang: Option<&str>, page_date: Option<&Bound<'_, PyAny>>) -> PyResult<Options> {
    let mut options = Options::default();
    options.language = language_of(py, lang)?;
    let day = page_date.map(day_of).transpose()?;
    options.page_date = day.map(|day| day.parse::<Day>()).transpose().map_err(|error| raise(py, &error))?;
    Ok(options)
}

#[pyfunction]
#[pyo3(signature = (text, /, *, lang=None, page_date=None, id=None))]
fn parse(
    py: Python<'_>,
    text: &Bound<'_, PyAny>,
    lang: Option<&str>,
    page_date: Option<&Bound<'_, PyAny>>,
    id: Option<&Bound<'_, PyAny>>,
) -> PyResult<Document> {
    let text = text_of(py, text)?;
    let id = id.map(|id| text_of(py, id)).transpose()?;
    let parser = Parser::new(options(py, lang, page_date)?);
    Ok(Document::new(py.detach(|| parser.parse_with_id(&text, id))))
}

/// A parser of bytes in an encoding that the caller may name.
fn decoding_parser(py: Python<'_>, encoding: Option<String>, lang: Option<&str>, page_date: Option<&Bound<'_, PyAny>>) -> PyResult<Parser> {
    let mut options = options(py, lang, page_date)?;
    options.encoding = encoding;
    Ok(Parser::new(options))
}

#[pyfunction]
#[pyo3(signature = (data, /, *, encoding=None, lang=None, page_date=None, id=None))]
fn parse_bytes(
    py: Python<'_>,
    data: &Bound<'_, PyAny>,
    encoding: Option<String>,
    lang: Option<&str>,
    page_date: Option<&Bound<'_, PyAny>>,
    id: Option<&Bound<'_, PyAny>>,
) -> PyResult<Document> {
    let id = id.map(|id| text_of(py, id)).transpose()?;
    let parser = decoding_parser(py, encoding, lang, page_date)?;
    let document = if let Ok(bytes) = data.cast::<PyBytes>() {
        let bytes = bytes.as_bytes();
        py.detach(|| parser.parse_bytes_with_id(bytes, id))
    } else {
        // What another thread may change meanwhile is copied first.
        let bytes = PyBuffer::<u8>::get(data)?.to_vec(py)?;
        py.detach(|| parser.parse_bytes_with_id(&bytes, id))
    };
    document.map(Document::new).map_err(|error| raise(py, &error))
}

/// Text or bytes, as a page may come.
enum Page {
    Text(String),
    Bytes(Vec<u8>),
}

fn page_of(py: Python<'_>, data: &Bound<'_, PyAny>) -> PyResult<Page> {
    if data.is_instance_of::<PyString>() {
        return text_of(py, data).map(Page::Text);
    }
    PyBuffer::<u8>::get(data)?.to_vec(py).map(Page::Bytes)
}

#[pyfunction]
#[pyo3(signature = (html, /, *, encoding=None, lang=None, page_date=None, id=None))]
fn parse_html(
    py: Python<'_>,
    html: &Bound<'_, PyAny>,
    encoding: Option<String>,
    lang: Option<&str>,
    page_date: Option<&Bound<'_, PyAny>>,
    id: Option<&Bound<'_, PyAny>>,
) -> PyResult<Document> {
    let id = id.map(|id| text_of(py, id)).transpose()?;
    let parser = decoding_parser(py, encoding, lang, page_date)?;
    let page = page_of(py, html)?;
    let document = py.detach(|| match page {
        Page::Text(text) => Ok(parser.parse_html_with_id(&text, id)),
        Page::Bytes(bytes) => parser.parse_html_bytes_with_id(&bytes, id),
    });
    document.map(Document::new).map_err(|error| raise(py, &error))
}

#[pyfunction]
#[pyo3(signature = (texts, /, *, ids=None, threads=None))]
fn parse_iter(
    py: Python<'_>,
    texts: &Bound<'_, PyAny>,
    ids: Option<&Bound<'_, PyAny>>,
    threads: Option<usize>,
) -> PyResult<DocumentIterator> {
    DocumentIterator::new(py, texts, ids, threads)
}

#[pyfunction]
#[pyo3(signature = (texts, /, *, ids=None, threads=None, progress=false))]
fn parse_many(
    py: Python<'_>,
    texts: &Bound<'_, PyAny>,
    ids: Option<&Bound<'_, PyAny>>,
    threads: Option<usize>,
    progress: bool,
) -> PyResult<Corpus> {
    let documents = DocumentIterator::new(py, texts, ids, threads)?;
    let mut parsed = Vec::new();
    let stderr = py.import("sys")?.getattr("stderr")?;
    while let Some(document) = documents.next_document(py)? {
        parsed.push(document);
        if progress && parsed.len() % 1000 == 0 {
            stderr.call_method1("write", (format!("{} pages\n", parsed.len()),))?;
        }
    }
    Ok(Corpus::new(parsed))
}

#[pyfunction]
#[pyo3(signature = (text, /, *, profile="canonical"))]
fn normalize(py: Python<'_>, text: &Bound<'_, PyAny>, profile: &str) -> PyResult<String> {
    let text = text_of(py, text)?;
    let profile: Profile = profile.parse().map_err(|error| raise(py, &error))?;
    Ok(py.detach(|| ekasan::normalize(&text, profile)))
}

#[pyfunction]
#[pyo3(signature = (text, /, *, lang=None))]
fn sentences(py: Python<'_>, text: &Bound<'_, PyAny>, lang: Option<&str>) -> PyResult<Vec<String>> {
    let text = text_of(py, text)?;
    let lang = language_of(py, lang)?;
    Ok(py.detach(|| ekasan::sentences(&text, lang).into_iter().map(str::to_owned).collect()))
}

#[pyfunction]
#[pyo3(signature = (text, /))]
fn words(py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    let text = text_of(py, text)?;
    Ok(py.detach(|| ekasan::words(&text).into_iter().map(str::to_owned).collect()))
}

#[pyfunction]
#[pyo3(signature = (surface, /, *, lang, kind=None, n=5))]
fn to_vietnamese(py: Python<'_>, surface: &Bound<'_, PyAny>, lang: &str, kind: Option<&str>, n: usize) -> PyResult<Vec<Candidate>> {
    let surface = text_of(py, surface)?;
    let lang: Language = lang.parse().map_err(|error| raise(py, &error))?;
    let kind = kind.map(str::parse::<NameKind>).transpose().map_err(|error| raise(py, &error))?;
    let read = |kind| ekasan::to_vietnamese(&surface, lang, kind, n);
    let candidates = py.detach(|| match kind {
        Some(kind) => read(kind),
        // Without a kind whichever is the likelier.
        None => {
            let mut both = read(NameKind::Place);
            both.extend(read(NameKind::Person));
            both.sort_by(|a, b| b.score.total_cmp(&a.score));
            let mut seen = std::collections::HashSet::new();
            both.retain(|candidate| seen.insert(candidate.name.clone()));
            both.truncate(n);
            both
        }
    });
    Ok(candidates.into_iter().map(|candidate| Candidate::new(candidate.name, candidate.score)).collect())
}

#[pyfunction]
#[pyo3(signature = (name, /, *, lang, n=20))]
fn variants(py: Python<'_>, name: &Bound<'_, PyAny>, lang: &str, n: usize) -> PyResult<Vec<String>> {
    let name = text_of(py, name)?;
    let lang: Language = lang.parse().map_err(|error| raise(py, &error))?;
    Ok(py.detach(|| ekasan::variants(&name, lang, n)))
}

/// The JSON Schema of the record, as JSON.
#[pyfunction]
fn json_schema() -> String {
    ekasan::table::json::json_schema()
}

#[pymodule(gil_used = false)]
#[pyo3(name = "_core")]
fn core(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("SCHEMA", ekasan::SCHEMA)?;
    module.add("DATA_VERSION", ekasan::DATA_VERSION)?;
    module.add_class::<Document>()?;
    module.add_class::<Mention>()?;
    module.add_class::<Block>()?;
    module.add_class::<Evidence>()?;
    module.add_class::<Diagnostic>()?;
    module.add_class::<Step>()?;
    module.add_class::<Segment>()?;
    module.add_class::<Date>()?;
    module.add_class::<Quantity>()?;
    module.add_class::<Ordinal>()?;
    module.add_class::<Citation>()?;
    module.add_class::<Place>()?;
    module.add_class::<Person>()?;
    module.add_class::<Organization>()?;
    module.add_class::<Office>()?;
    module.add_class::<Quote>()?;
    module.add_class::<Candidate>()?;
    module.add_class::<Corpus>()?;
    module.add_class::<DocumentIterator>()?;
    module.add_class::<Table>()?;
    module.add_function(wrap_pyfunction!(parse, module)?)?;
    module.add_function(wrap_pyfunction!(parse_bytes, module)?)?;
    module.add_function(wrap_pyfunction!(parse_html, module)?)?;
    module.add_function(wrap_pyfunction!(parse_iter, module)?)?;
    module.add_function(wrap_pyfunction!(parse_many, module)?)?;
    module.add_function(wrap_pyfunction!(normalize, module)?)?;
    module.add_function(wrap_pyfunction!(sentences, module)?)?;
    module.add_function(wrap_pyfunction!(words, module)?)?;
    module.add_function(wrap_pyfunction!(to_vietnamese, module)?)?;
    module.add_function(wrap_pyfunction!(variants, module)?)?;
    module.add_function(wrap_pyfunction!(json_schema, module)?)?;
    Ok(())
}
