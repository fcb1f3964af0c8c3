//! 年底对账销账: what each promise of a year came to, as a paper, and the form in which verdicts are written down.
//!
//! [`model`] is the paper of a year, [`written`] makes an entry of what was typed. The rows are shared with the account of
//! all years.

mod model;
pub mod rows;
mod typed;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use model::{model, note};
pub use typed::{Begun, Fault, Field, MOST_LETTERS, Typed, begun, choices, written};

#[cfg(test)]
mod tests;
