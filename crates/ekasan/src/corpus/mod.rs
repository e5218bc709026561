//! What many documents say together.

pub(crate) mod ledger;
