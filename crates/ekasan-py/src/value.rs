//! The values of mentions as frozen Python classes.

use ekasan::family::{citation, date, office, ordinal, organization, person, place, quantity, quote};
use pyo3::IntoPyObjectExt as _;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde_json::{Value, json};

/// A frozen class with one getter a field, equality, hash, repr and pickling, all by its fields.
macro_rules! value_class {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[pyclass(frozen, eq, hash, get_all, module = "ekasan")]
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub(crate) struct $name { $($(#[$field_doc])* $field: $type),* }

        #[pymethods]
        impl $name {
            #[new]
            #[pyo3(signature = ($($field),*))]
            #[allow(clippy::too_many_arguments, reason = "one for each field; small classes have few")]
            fn new($($field: $type),*) -> Self {
                Self { $($field),* }
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                let fields = vec![$(format!(
                    "{}={}",
                    stringify!($field).trim_start_matches("r#"),
                    self.$field.clone().into_bound_py_any(py)?.repr()?
                )),*];
                Ok(format!("{}({})", stringify!($name), fields.join(", ")))
            }

            fn __getnewargs__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
                PyTuple::new(py, vec![$(self.$field.clone().into_bound_py_any(py)?),*])
            }
        }
    };
}

value_class! {
    /// A date.
    Date { edtf: String, calendar: String, anchored: bool, modifier: Option<String> }
}
value_class! {
    /// A quantity.
    Quantity { value: String, unit: String, approx: Option<String> }
}
value_class! {
    /// An ordinal.
    Ordinal { value: u32, of: String, known_date: Option<String> }
}
value_class! {
    /// A citation of an official document.
    Citation {
        symbol: Option<String>, number: Option<String>, year: Option<u16>, r#type: Option<String>, issuer: Option<String>,
        date: Option<String>, issued_by: Option<String>, subject: Option<String>, known_date: Option<String>,
        known_title: Option<String>,
    }
}
value_class! {
    /// A place.
    Place { name: String, level: String, code: Option<String>, now: Vec<String> }
}
value_class! {
    /// A person.
    Person { name: Option<String>, candidates: Vec<String>, offices: Vec<String> }
}
value_class! {
    /// A body.
    Organization { kind: String, level: String, place: Option<String>, generic: bool }
}

value_class! {
    /// An office and who holds it.
    Office {
        office: String, status: String, person: Option<String>, body: Option<String>, place: Option<String>, as_of: Option<String>,
    }
}
value_class! {
    /// A quotation.
    Quote { what: String, speaker: Option<String> }
}

/// The name of a closed set's member, as in JSON.
fn name(value: impl serde::Serialize) -> String {
    match json!(value) {
        Value::String(name) => name,
        other => other.to_string(),
    }
}

/// A value of the core as its Python class.
pub(crate) trait IntoValue {
    /// Makes it.
    fn into_value(self, py: Python<'_>) -> PyResult<Py<PyAny>>;
}

impl IntoValue for &date::Date {
    fn into_value(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let value =
            Date { edtf: self.edtf.clone(), calendar: name(self.calendar), anchored: self.anchored, modifier: self.modifier.map(name) };
        Ok(Py::new(py, value)?.into_any())
    }
}

impl IntoValue for &quantity::Quantity {
    fn into_value(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let value = Quantity { value: self.value.clone(), unit: self.unit.clone(), approx: self.approx.map(name) };
        Ok(Py::new(py, value)?.into_any())
    }
}

impl IntoValue for &ordinal::Ordinal {
    fn into_value(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(Py::new(py, Ordinal { value: self.value, of: name(self.of), known_date: self.known_date.clone() })?.into_any())
    }
}

impl IntoValue for &citation::Citation {
    fn into_value(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let value = Citation {
            symbol: self.symbol.clone(),
            number: self.number.clone(),
            year: self.year,
            r#type: self.kind.clone(),
            issuer: self.issuer.clone(),
            date: self.date.clone(),
            issued_by: self.issued_by.clone(),
            subject: self.subject.clone(),
            known_date: self.known_date.clone(),
            known_title: self.known_title.clone(),
        };
        Ok(Py::new(py, value)?.into_any())
    }
}

impl IntoValue for &place::Place {
    fn into_value(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let value = Place { name: self.name.clone(), level: name(self.level), code: self.code.clone(), now: self.now.clone() };
        Ok(Py::new(py, value)?.into_any())
    }
}

impl IntoValue for &person::Person {
    fn into_value(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let value = Person { name: self.name.clone(), candidates: self.candidates.clone(), offices: self.offices.clone() };
        Ok(Py::new(py, value)?.into_any())
    }
}

impl IntoValue for &organization::Organization {
    fn into_value(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let value = Organization { kind: self.kind.clone(), level: name(self.level), place: self.place.clone(), generic: self.generic };
        Ok(Py::new(py, value)?.into_any())
    }
}

impl IntoValue for &office::Office {
    fn into_value(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let value = Office {
            office: self.office.clone(),
            status: name(self.status),
            person: self.person.clone(),
            body: self.body.clone(),
            place: self.place.clone(),
            as_of: self.as_of.clone(),
        };
        Ok(Py::new(py, value)?.into_any())
    }
}

impl IntoValue for &quote::Quote {
    fn into_value(self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        Ok(Py::new(py, Quote { what: self.what.name().to_owned(), speaker: self.speaker.clone() })?.into_any())
    }
}

/// A Vietnamese spelling that letters of another script allow.
#[pyclass(frozen, get_all, module = "ekasan")]
#[derive(Clone, PartialEq)]
pub(crate) struct Candidate {
    name: String,
    score: f32,
}

#[pymethods]
impl Candidate {
    #[new]
    pub(crate) fn new(name: String, score: f32) -> Candidate {
        Candidate { name, score }
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Candidate>().is_ok_and(|other| other.get() == self)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        (self.name.as_str(), self.score).into_pyobject(py)?.hash()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Candidate({}, {:.2})", self.name.as_str().into_bound_py_any(py)?.repr()?, self.score))
    }

    fn __getnewargs__(&self) -> (String, f32) {
        (self.name.clone(), self.score)
    }
}
