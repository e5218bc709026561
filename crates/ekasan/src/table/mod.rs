//! What leaves the library: JSON records, and rows for tables.

pub mod json;
pub mod rows;
