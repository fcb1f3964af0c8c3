//! 比较: what a link that is looked at shows otherwise than one's own ledger, or what changed between two days.

#[cfg(feature = "ui")]
mod view;
pub mod words;

#[cfg(feature = "ui")]
pub use view::page;
