//! 县区考核: what the districts are allotted, what they come to by each rule of a year, and the forms in which the bureau writes
//! both down. [`model`] is the page of a year, [`one`] that of a district, [`paper`] the document.
//!
//! Points and places are [`crate::standing::districts`]'; here they become words. A what-if stands in the address and
//! is neither stored nor printed as a paper.

mod allotted;
mod model;
mod names;
mod one;
mod paper;
mod typed;
#[cfg(feature = "ui")]
pub mod view;
mod what_if;
pub mod words;

pub use allotted::{Fault as AllotmentFault, MOST_LETTERS, Pasted, Sheet};
pub use model::{Cell, Matrix, MatrixRow, Page, Shown, model, shown, spanning};
pub use one::{One, one};
pub use paper::paper;
pub use typed::{
    Fault as RuleFormFault, ItemTyped, MOST_ITEMS, Template, Typed, begun, named, withdrawn, written,
};
pub use what_if::{Fault as WhatIfFault, Instead, WhatIf};

#[cfg(test)]
mod tests;
