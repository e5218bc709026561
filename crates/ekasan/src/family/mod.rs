//! The families of mentions. Each has its value (`mod`), what is printed (`find`) and what it means (`resolve`).

pub mod citation;
pub mod date;
pub mod office;
pub mod ordinal;
pub mod organization;
pub mod person;
pub mod place;
pub mod quantity;
pub mod quote;

pub(crate) mod aside;
pub(crate) mod capitals;
pub(crate) mod further;
pub(crate) mod scan;
