//! 指标: every indicator of the plan, filtered, sorted, compared. The whole selection stands in the address.
//!
//! Start with [`model`]. [`selection`] orders what a selection leaves, [`filter`] what can be chosen.

mod comparison;
pub mod filter;
mod list;
mod model;
mod multiples;
pub mod selection;
pub mod standings;
#[cfg(feature = "ui")]
mod view;
pub mod way;
pub mod words;

pub use comparison::{CompareChoice, Comparison};
pub use filter::{Choice, Field, Filter};
pub use model::{Chosen, Content, Indicators, Tab, model, model_with};
pub use multiples::{HEIGHT, Mark, Multiple, WIDTH, YearMark, ZERO};
#[cfg(feature = "ui")]
pub use view::{Fetch, page};
