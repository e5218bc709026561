//! The article out of the furniture: lines, blocks, frame.

pub(crate) mod block;
pub(crate) mod frame;
pub(crate) mod lines;
