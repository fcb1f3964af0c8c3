//! One indicator: what the plan asks, in its own words, what the text leaves open, and who answers for it.

pub mod acts;
mod model;
pub mod standing;
mod targets;
#[cfg(feature = "ui")]
mod view;
#[cfg(feature = "ui")]
pub mod with_records;
pub mod words;

pub use model::{Apart, Facts, IndicatorPage, Neighbour, OpenQuestion, Organisations, model};
pub use targets::{Quoted, YearTarget};
#[cfg(feature = "ui")]
pub use view::page;
