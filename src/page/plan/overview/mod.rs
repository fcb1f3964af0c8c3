//! 总览: the plan on one board. The first view; every byte of it is argued for.

mod model;
mod standing;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{AreaBlock, Bar, Cell, IndicatorRow, MilestoneRow, Overview, Tally, model};
pub use standing::board;
#[cfg(feature = "ui")]
pub use view::view;
