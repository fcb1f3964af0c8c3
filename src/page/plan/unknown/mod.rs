//! The page for an address that no page has, or that names something that the plan does not have:
//! it says what was asked and offers the nearest things.

mod model;
mod nearest;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{Unknown, model};
#[cfg(feature = "ui")]
pub use view::view;
