//! 比较: what a link that is looked at shows otherwise than one's own ledger, or what changed between two days.

mod codes;
mod days;
mod since;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use codes::{Codes, between, codes, verdict};
pub use days::Days;
pub use since::{Since, since};
#[cfg(feature = "ui")]
pub use view::page;
