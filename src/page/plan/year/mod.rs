//! 年度清单: the list of one year, with what of the year before waits to be taken over.
//!
//! [`model`] is what stands on the page; [`typed`] reads the cells of lines that people type or paste, [`acts`] makes
//! entries of them and of what becomes of a line. The plan as issued is never changed: all of it is entries beside it.

mod acts;
#[cfg(any(feature = "ui", test))]
mod dated;
mod elsewhere;
mod line;
mod model;
mod names;
mod pasted;
#[cfg(test)]
mod tests;
mod typed;
#[cfg(feature = "ui")]
pub mod view;
mod worded;
pub mod words;

pub use acts::{added, carried_on, ended, ended_before, moved, period, reworded};
pub use elsewhere::{Named, named, nodes, section, with_lines};
pub use line::{Line, MayBe, Source, lines_about, lines_of};
pub use model::{Group, Waiting, YearPage, model};
pub use pasted::{Pasted, pasted};
pub use typed::{Cells, Column, Fault, MOST_NOTE, MOST_ROWS, MOST_TITLE, New, Wrong, read};
pub use worded::worded;
