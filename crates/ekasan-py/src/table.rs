//! Tables of a corpus, and the Arrow stream by which any library takes them.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, Int64Builder, LargeStringBuilder};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use ekasan::table::rows::{Cell, ColumnType, TableKind};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList};

use crate::error::exception;

/// Rows a batch.
const BATCH: usize = 8192;

/// A table with named columns. `polars.DataFrame(t)`, `pyarrow.table(t)` and DuckDB take it as it is.
#[pyclass(frozen, module = "ekasan")]
pub(crate) struct Table {
    kind: TableKind,
    source: Source,
}

/// What the rows of a table are made of.
#[derive(Clone)]
enum Source {
    /// Documents, and the kind of mentions that alone is asked for.
    Documents(Arc<Vec<Arc<ekasan::Document>>>, Option<String>),
    /// Rows over all documents together.
    Rows(Arc<Vec<Vec<Cell>>>),
}

impl Source {
    /// Adds the rows of one document, or one row; false behind the last.
    fn unit(&self, kind: TableKind, at: usize, mut add: impl FnMut(Vec<Cell>)) -> bool {
        match self {
            Source::Documents(documents, only) => {
                let Some(document) = documents.get(at) else { return false };
                each_row(kind, only.as_deref(), document, add);
            }
            Source::Rows(rows) => {
                let Some(row) = rows.get(at) else { return false };
                add(row.clone());
            }
        }
        true
    }
}

/// A column in the making.
enum Builder {
    Text(LargeStringBuilder),
    Integer(Int64Builder),
    Boolean(BooleanBuilder),
}

impl Builder {
    fn new(kind: ColumnType) -> Builder {
        match kind {
            ColumnType::Integer => Builder::Integer(Int64Builder::new()),
            ColumnType::Boolean => Builder::Boolean(BooleanBuilder::new()),
            _ => Builder::Text(LargeStringBuilder::new()),
        }
    }

    fn push(&mut self, cell: &Cell) {
        match (self, cell) {
            (Builder::Text(column), Cell::Text(text)) => column.append_value(text),
            (Builder::Text(column), _) => column.append_null(),
            (Builder::Integer(column), Cell::Integer(number)) => column.append_value(*number),
            (Builder::Integer(column), _) => column.append_null(),
            (Builder::Boolean(column), Cell::Boolean(flag)) => column.append_value(*flag),
            (Builder::Boolean(column), _) => column.append_null(),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Builder::Text(column) => Arc::new(column.finish()),
            Builder::Integer(column) => Arc::new(column.finish()),
            Builder::Boolean(column) => Arc::new(column.finish()),
        }
    }
}

/// Record batches made as they are asked for.
struct Batches {
    kind: TableKind,
    source: Source,
    next: usize,
    schema: SchemaRef,
}

impl Iterator for Batches {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut builders: Vec<Builder> = self.kind.columns().iter().map(|column| Builder::new(column.kind)).collect();
        let mut rows = 0;
        while rows < BATCH {
            let more = self.source.unit(self.kind, self.next, |cells| {
                for (builder, cell) in builders.iter_mut().zip(&cells) {
                    builder.push(cell);
                }
                rows += 1;
            });
            if !more {
                break;
            }
            self.next += 1;
        }
        (rows > 0).then(|| RecordBatch::try_new(Arc::clone(&self.schema), builders.iter_mut().map(Builder::finish).collect()))
    }
}

/// A document's rows, of one kind of mention where that is asked for.
fn each_row(kind: TableKind, only: Option<&str>, document: &ekasan::Document, mut add: impl FnMut(Vec<Cell>)) {
    let column = kind.columns().iter().position(|column| column.name == "kind");
    kind.rows(document, |cells| {
        let wanted = match (only, column.and_then(|column| cells.get(column))) {
            (Some(only), Some(Cell::Text(kind))) => kind == only,
            _ => true,
        };
        if wanted {
            add(cells);
        }
    });
}

impl Table {
    pub(crate) fn new(kind: TableKind, documents: Arc<Vec<Arc<ekasan::Document>>>, only: Option<String>) -> Table {
        Table { kind, source: Source::Documents(documents, only) }
    }

    /// A table of rows that are made already.
    pub(crate) fn of_rows(kind: TableKind, rows: Vec<Vec<Cell>>) -> Table {
        Table { kind, source: Source::Rows(Arc::new(rows)) }
    }

    fn schema(&self) -> SchemaRef {
        let fields = self.kind.columns().into_iter().map(|column| {
            let kind = match column.kind {
                ColumnType::Integer => DataType::Int64,
                ColumnType::Boolean => DataType::Boolean,
                _ => DataType::LargeUtf8,
            };
            Field::new(column.name, kind, true)
        });
        Arc::new(Schema::new(fields.collect::<Vec<_>>()))
    }
}

#[pymethods]
impl Table {
    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<&'static str> {
        self.kind.columns().iter().map(|column| column.name).collect()
    }

    fn __len__(&self) -> usize {
        let mut rows = 0;
        (0..).find(|&at| !self.source.unit(self.kind, at, |_| rows += 1));
        rows
    }

    /// The Arrow PyCapsule interface: a stream of record batches. A requested schema is left out of account.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(&self, py: Python<'py>, requested_schema: Option<Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let schema = self.schema();
        let batches = Batches { kind: self.kind, source: self.source.clone(), next: 0, schema: Arc::clone(&schema) };
        let stream = FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new(batches, schema)));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    /// A list of dicts.
    fn to_pylist<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let list = PyList::empty(py);
        let columns = self.kind.columns();
        for at in 0.. {
            let mut rows = Vec::new();
            if !self.source.unit(self.kind, at, |cells| rows.push(cells)) {
                break;
            }
            for cells in rows {
                let row = PyDict::new(py);
                for (column, cell) in columns.iter().zip(cells) {
                    match cell {
                        Cell::Text(text) => row.set_item(column.name, text)?,
                        Cell::Integer(number) => row.set_item(column.name, number)?,
                        Cell::Boolean(flag) => row.set_item(column.name, flag)?,
                        _ => row.set_item(column.name, py.None())?,
                    }
                }
                list.append(row)?;
            }
        }
        Ok(list)
    }

    /// A pandas DataFrame. Needs pandas and pyarrow.
    fn to_pandas<'py>(slf: &Bound<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        needed(py, "pyarrow")?.call_method1("table", (slf,))?.call_method0("to_pandas")
    }

    /// A Polars DataFrame. Needs polars.
    fn to_polars<'py>(slf: &Bound<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        needed(py, "polars")?.call_method1("DataFrame", (slf,))
    }

    /// A pyarrow Table. Needs pyarrow.
    fn to_arrow<'py>(slf: &Bound<'py, Self>, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        needed(py, "pyarrow")?.call_method1("table", (slf,))
    }

    fn __repr__(&self) -> String {
        format!("Table({} rows, columns {})", self.__len__(), self.columns().join(", "))
    }
}

/// A library that only this call needs.
fn needed<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyModule>> {
    py.import(name)
        .map_err(|_| exception(py, "missing_library", &format!("missing_library: this needs {name}, which is not installed"), None))
}
