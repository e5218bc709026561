//! From bytes to one orthography, with every offset kept.

mod am;
mod blank;
mod bytes;
pub(crate) mod decode;
pub(crate) mod figure;
mod fold;
mod letters;
mod marks;
pub(crate) mod normalize;
pub(crate) mod rewrite;
pub(crate) mod script;

pub use normalize::{Profile, normalize};
pub use rewrite::{Edit, Step};
