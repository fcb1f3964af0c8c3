//! What stands over every page while something else than one's own ledger is on the screen, or while records are
//! only in memory.

mod begun;
mod view;
mod words;

pub use view::{leave, view};
