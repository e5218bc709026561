//! `EkasanError`: a `ValueError` with a code and a place.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyString, PyType};

/// The exception class, defined in Python beside the module, where it has its attributes and pickles.
static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();

/// An error as the Python exception.
pub(crate) fn raise(py: Python<'_>, error: &ekasan::Error) -> PyErr {
    let span = error.span();
    exception(py, error.code(), &error.to_string(), span.map(|span| (span.start, span.end)))
}

/// An exception with a code of the binding's own.
pub(crate) fn exception(py: Python<'_>, code: &str, message: &str, span: Option<(usize, usize)>) -> PyErr {
    let class = CLASS
        .get_or_try_init(py, || -> PyResult<_> { Ok(py.import("ekasan._error")?.getattr("EkasanError")?.cast_into::<PyType>()?.unbind()) });
    let (start, end) = span.unzip();
    match class.and_then(|class| class.bind(py).call1((message, code, start, end))) {
        Ok(error) => PyErr::from_value(error),
        Err(error) => error,
    }
}

/// A str as UTF-8; one with lone surrogates is an error with a place.
pub(crate) fn text_of(py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<String> {
    match text.extract::<String>() {
        Ok(text) => Ok(text),
        Err(error) if text.is_instance_of::<PyString>() => {
            let start: Option<usize> = error.value(py).getattr("start").and_then(|start| start.extract()).ok();
            let message = format!("invalid_text: a lone surrogate at code point {}, wanted text", start.unwrap_or_default());
            Err(exception(py, "invalid_text", &message, start.map(|start| (start, start + 1))))
        }
        Err(error) => Err(error),
    }
}
