//! Typical cases (典型案例): who has handed one in for a round, what each tells, what its figures come to now, and the form in
//! which one is told.
//!
//! [`model`] is the page, [`written`] makes an entry of what was typed, [`act`] what becomes of a case.

mod model;
mod typed;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use model::{Case, Cases, Effect, letter, model, months};
pub use typed::{Act, Fault, Field, Part, Typed, act, subjects, written};

#[cfg(test)]
mod tests;
