//! What came in by a link or file, before any of it is taken: what is told apart, off until somebody insists, and what
//! never enters. Used wherever something is merged; the gate decides, see `gate`.

mod model;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use model::{Line, lines};
