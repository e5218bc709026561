//! Python bindings: the same names as in Rust, nothing decided here.

#![allow(unused_qualifications, reason = "what pyo3's macros write")]

mod document;
mod error;
mod module;
mod parallel;
mod table;
mod value;
