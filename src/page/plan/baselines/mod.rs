//! 基期和口径: baseline and basis of every indicator in one table, to be filled in down the column.
//!
//! [`model`] is the table, [`written`] makes the entries of what was typed: the same as on an indicator's own page.

mod model;
mod typed;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use model::{Line, Table, model};
pub use typed::{Cells, Wrong, written};
