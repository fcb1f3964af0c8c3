//! 总览: the plan on one board. The first view; every byte of it is argued for. What a row opens to, and the tools over
//! the board, come with the part that judges.

mod model;
pub mod opened;
mod standing;
#[cfg(feature = "ui")]
mod tools;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{Bar, Cell, IndicatorRow, MilestoneRow, Overview, Tally, model};
pub use standing::board;
#[cfg(feature = "ui")]
pub use tools::{look_until, tools};
#[cfg(feature = "ui")]
pub use view::view;
