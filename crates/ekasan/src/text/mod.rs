//! From bytes to one orthography, with every offset kept.

pub(crate) mod decode;
pub(crate) mod figure;
pub(crate) mod normalize;
pub(crate) mod rewrite;
pub(crate) mod script;

pub use normalize::{Profile, normalize};
pub use rewrite::{Edit, Step};
