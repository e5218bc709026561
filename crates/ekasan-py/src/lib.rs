//! Python bindings: the same names as in Rust, nothing decided here.

mod document;
mod error;
mod module;
mod parallel;
mod table;
mod value;
