//! What two ledgers show differently, old value beside new: a link against one's own, one day against another.
//! The same value serves every comparison.

mod model;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{ChangeRow, Changes, model, table};
#[cfg(feature = "ui")]
pub use view::view;
