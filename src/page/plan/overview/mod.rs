//! 总览: the plan on one board. The first view; every byte of it is argued for.

mod board;
mod model;
mod standing;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use board::{Board, LightCount, Lit, Standing, Todo, has_none};
pub use model::{AreaBlock, Bar, Cell, DueRow, IndicatorRow, MilestoneRow, Overview, Tally, model};
pub use standing::{Asked, board};
#[cfg(feature = "ui")]
pub use view::view;
