//! 问题清单: every reported problem, of a selection that stands in the address.

mod model;
#[cfg(test)]
mod tests;
mod trial;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use model::{Choice, Register, model};
pub use trial::{Proposed, Trial};
