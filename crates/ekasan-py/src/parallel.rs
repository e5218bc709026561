//! Many pages at once: in order, in blocks, the GIL released, Ctrl-C heard between blocks.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use ekasan::table::rows::TableKind;
use ekasan::{CitedMention, Document as CoreDocument, Ledger, Mention, Parser};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator, PyString, PyTuple};
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::document::Document;
use crate::error::{exception, text_of};
use crate::table::Table;

/// Pages a block at most, and bytes a block at most.
const PAGES: usize = 64;
const BYTES: usize = 1 << 20;

/// A page as it came: text, or what was wrong with it.
enum Item {
    Text(String),
    Wrong(String),
}

/// Documents, one after the other, as they are asked for.
#[pyclass(module = "ekasan")]
pub(crate) struct DocumentIterator {
    texts: Py<PyIterator>,
    ids: Option<Py<PyIterator>>,
    pool: Arc<ThreadPool>,
    done: Mutex<VecDeque<PyResult<CoreDocument>>>,
}

impl DocumentIterator {
    pub(crate) fn new(py: Python<'_>, texts: &Bound<'_, PyAny>, ids: Option<&Bound<'_, PyAny>>, threads: Option<usize>) -> PyResult<Self> {
        if texts.is_instance_of::<PyString>() {
            return Err(exception(py, "invalid_input", "invalid_input: saw one str, wanted an iterable of str", None));
        }
        let pool = ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0)).build();
        let pool = pool.map_err(|error| exception(py, "invalid_input", &format!("invalid_input: {error}"), None))?;
        Ok(DocumentIterator {
            texts: texts.try_iter()?.unbind(),
            ids: ids.map(|ids| ids.try_iter().map(Bound::unbind)).transpose()?,
            pool: Arc::new(pool),
            done: Mutex::new(VecDeque::new()),
        })
    }

    /// The next block of pages, parsed; false at the end. A fault of the input itself is kept until they are handed out.
    fn fill(&self, py: Python<'_>) -> PyResult<bool> {
        py.check_signals()?;
        let mut block: Vec<(Item, Option<String>)> = Vec::new();
        let mut bytes = 0;
        let mut fault = None;
        while block.len() < PAGES && bytes < BYTES {
            match self.item(py) {
                Ok(Some((item, id))) => {
                    if let Item::Text(text) = &item {
                        bytes += text.len();
                    }
                    block.push((item, id));
                }
                Ok(None) => break,
                Err(error) => {
                    fault = Some(error);
                    break;
                }
            }
        }
        if block.is_empty() && fault.is_none() {
            return Ok(false);
        }
        let documents: Vec<CoreDocument> =
            py.detach(|| self.pool.install(|| block.into_par_iter().map(|(item, id)| parse(item, id)).collect()));
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        done.extend(documents.into_iter().map(Ok));
        done.extend(fault.map(Err));
        Ok(true)
    }

    /// The next page of the input with its identifier.
    fn item(&self, py: Python<'_>) -> PyResult<Option<(Item, Option<String>)>> {
        let Some(text) = self.texts.bind(py).clone().next() else { return Ok(None) };
        let text = text?;
        let item = match text_of(py, &text) {
            Ok(text) => Item::Text(text),
            Err(error) if text.is_instance_of::<PyString>() => Item::Wrong(error.value(py).to_string()),
            Err(_) => Item::Wrong(format!("saw {}, wanted str", text.get_type().name()?)),
        };
        let Some(ids) = &self.ids else { return Ok(Some((item, None))) };
        match ids.bind(py).clone().next() {
            Some(id) => Ok(Some((item, Some(text_of(py, id?.str()?.as_any())?)))),
            None => Err(exception(py, "invalid_input", "invalid_input: fewer ids than texts", None)),
        }
    }

    pub(crate) fn next_document(&self, py: Python<'_>) -> PyResult<Option<CoreDocument>> {
        loop {
            let next = self.done.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
            match next {
                Some(document) => return document.map(Some),
                None if !self.fill(py)? => return Ok(None),
                None => {}
            }
        }
    }
}

fn parse(item: Item, id: Option<String>) -> CoreDocument {
    match item {
        Item::Text(text) => Parser::default().parse_with_id(&text, id),
        Item::Wrong(message) => CoreDocument::unreadable(id, message),
    }
}

#[pymethods]
impl DocumentIterator {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Document>> {
        Ok(self.next_document(py)?.map(Document::new))
    }
}

/// Documents together: the tables of an analyst.
#[pyclass(frozen, module = "ekasan")]
pub(crate) struct Corpus {
    documents: Arc<Vec<Arc<CoreDocument>>>,
}

impl Corpus {
    pub(crate) fn new(documents: Vec<CoreDocument>) -> Corpus {
        Corpus { documents: Arc::new(documents.into_iter().map(Arc::new).collect()) }
    }

    fn table(&self, kind: TableKind, only: Option<String>) -> Table {
        Table::new(kind, Arc::clone(&self.documents), only)
    }
}

#[pymethods]
impl Corpus {
    /// A corpus of documents that are parsed already.
    #[new]
    fn from_documents(documents: Vec<PyRef<'_, Document>>) -> Corpus {
        Corpus { documents: Arc::new(documents.iter().map(|document| Arc::clone(&document.core)).collect()) }
    }

    fn __len__(&self) -> usize {
        self.documents.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        PyTuple::new(py, self.documents.iter().map(|core| Document { core: Arc::clone(core) }))?.try_iter()
    }

    fn __getitem__(&self, index: isize) -> PyResult<Document> {
        let at = if index < 0 { self.documents.len().checked_add_signed(index) } else { usize::try_from(index).ok() };
        let document = at.and_then(|at| self.documents.get(at));
        document
            .map(|core| Document { core: Arc::clone(core) })
            .ok_or_else(|| pyo3::exceptions::PyIndexError::new_err("corpus index out of range"))
    }

    /// One row a document.
    fn documents(&self) -> Table {
        self.table(TableKind::Documents, None)
    }

    /// One row a block.
    fn blocks(&self) -> Table {
        self.table(TableKind::Blocks, None)
    }

    /// One row a mention, of one kind where that is given.
    #[pyo3(signature = (kind=None))]
    fn mentions(&self, py: Python<'_>, kind: Option<String>) -> PyResult<Table> {
        if let Some(kind) = kind.as_deref().filter(|kind| !Mention::KINDS.contains(kind)) {
            let message = format!("invalid_input: saw {kind:?}, wanted one of {}", Mention::KINDS.join(", "));
            return Err(exception(py, "invalid_input", &message, None));
        }
        Ok(self.table(TableKind::Mentions, kind))
    }

    /// The ledger: one row a document cited. `resolve` sees each mention as a dict and gives the key of the document it means, or None.
    #[pyo3(signature = (resolve=None))]
    fn citations(&self, py: Python<'_>, resolve: Option<Bound<'_, PyAny>>) -> PyResult<Table> {
        let ledger = py.detach(|| Ledger::of(self.documents.iter().map(|document| &**document)));
        let entries = match resolve {
            None => py.detach(|| ledger.entries()),
            Some(resolve) => {
                let failed = RefCell::new(None);
                let key = |cited: &CitedMention| {
                    let asked = || resolve.call1((cited_dict(py, cited)?,))?.extract::<Option<String>>();
                    if failed.borrow().is_some() {
                        return None;
                    }
                    asked().unwrap_or_else(|error| {
                        *failed.borrow_mut() = Some(error);
                        None
                    })
                };
                let entries = ledger.entries_by(key);
                if let Some(error) = failed.into_inner() {
                    return Err(error);
                }
                entries
            }
        };
        let rows = entries.iter().map(TableKind::ledger_row).collect();
        Ok(Table::of_rows(TableKind::Citations, rows))
    }

    /// One row a diagnostic.
    fn diagnostics(&self) -> Table {
        self.table(TableKind::Diagnostics, None)
    }

    /// Both corpora's documents, this one's first.
    fn merge(&self, other: &Corpus) -> Corpus {
        Corpus { documents: Arc::new(self.documents.iter().chain(other.documents.iter()).map(Arc::clone).collect()) }
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Vec<Document>,))> {
        let documents = self.documents.iter().map(|core| Document { core: Arc::clone(core) }).collect();
        Ok((py.get_type::<Corpus>().into_any(), (documents,)))
    }

    fn __repr__(&self) -> String {
        format!("Corpus({} documents)", self.documents.len())
    }
}

/// A mention of the ledger as a dict, named as the columns of the ledger are.
fn cited_dict<'py>(py: Python<'py>, cited: &CitedMention) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    dict.set_item("symbol", &cited.symbol)?;
    dict.set_item("type", &cited.kind)?;
    dict.set_item("issuer", &cited.issuer)?;
    dict.set_item("number", &cited.number)?;
    dict.set_item("year", cited.year)?;
    dict.set_item("place", &cited.place)?;
    dict.set_item("date", &cited.date)?;
    dict.set_item("subject", &cited.subject)?;
    dict.set_item("issued_by", &cited.issued_by)?;
    dict.set_item("document", &cited.document)?;
    dict.set_item("published", &cited.published)?;
    dict.set_item("language", cited.language)?;
    dict.set_item("start", cited.start)?;
    dict.set_item("end", cited.end)?;
    dict.set_item("surface", &cited.surface)?;
    dict.set_item("torn", cited.torn)?;
    Ok(dict)
}
