//! What pages of several rooms use. Knows none of them.

pub mod asked;
#[cfg(feature = "ui")]
pub mod known;
pub mod names;
pub mod palette;
pub mod problems;
pub mod recorded;
pub mod refused;
pub mod todo;
