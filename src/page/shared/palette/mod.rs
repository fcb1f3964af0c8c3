//! Search over everything in the plan, and commands, in one field (Ctrl K).
//!
//! [`model`] makes the index and answers a query; [`pinyin`] and [`matching`] say whether words match.

mod index;
mod matching;
mod model;
mod pinyin;
mod readings;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use index::{Act, Command, Entry, Kind};
pub use model::{Answer, Group, Hit, Piece, Search};
#[cfg(feature = "ui")]
pub use view::view;
