//! The article out of the furniture: lines, blocks, frame.

mod article;
pub(crate) mod block;
pub(crate) mod frame;
mod glue;
mod head;
pub(crate) mod html;
pub(crate) mod lines;
mod sheet;
mod site;
pub(crate) mod stamp;
mod tail;
