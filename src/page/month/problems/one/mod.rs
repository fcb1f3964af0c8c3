//! The page of one problem: what it is, how it stands, every step of it, and what the officer can do now.
//!
//! [`model`] is the page; [`written`] makes the entries of an act, or says why it is refused. Which act is possible in
//! which state, the table of [`crate::ledger::kinds::ProblemState`] says and nothing else.

mod act;
mod model;
#[cfg(test)]
mod tests;
mod told;
#[cfg(test)]
mod told_tests;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use act::{Act, Fault, Field, Signer, Typed, written};
pub use model::{One, model};
pub use told::Told;
