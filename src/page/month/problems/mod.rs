//! The list of reported problems, as dispatch, overview and the pages of their organisations and subjects show it.
//!
//! [`list`] is the one model: the same rows in the same words everywhere, only fewer of them.

pub mod closing;
mod model;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use model::{About, Problems, Row, brief, list, section, with_problems};
