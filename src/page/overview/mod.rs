//! 总览: the plan on one board. The first view; every byte of it is argued for.

mod model;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{AreaBlock, Bar, Cell, DueRow, IndicatorRow, MilestoneRow, Overview, Tally, model};
#[cfg(feature = "ui")]
pub use view::view;
