//! The list of reported problems, as dispatch, overview and the pages of their organisations and subjects show it.
//!
//! [`list`] is the one model: the same rows in the same words everywhere, only fewer of them.

mod model;
pub mod words;

pub use model::{About, MOST_ON_OVERVIEW, Problems, Row, brief, list, organisation, page, reopen, row, text};
