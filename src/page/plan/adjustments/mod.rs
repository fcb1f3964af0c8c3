//! 调整事项: what was promised is changed by a paper, or somebody proposes it. The plan as issued stays beside it, and the
//! page says against which of the two is judged.
//!
//! [`model`] is the list, [`written`] makes an entry of what was typed, [`told`] says what it would change.

mod model;
mod told;
mod typed;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use model::{Page, Row, State, heading, model};
pub use told::{Told, told};
pub use typed::{Fault, Field, MOST_LETTERS, NewAim, Typed, typed_of, written};

#[cfg(test)]
mod tests;
