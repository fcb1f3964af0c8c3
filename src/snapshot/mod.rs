//! Snapshots: which part of a ledger a page shows ([`excerpt`]), what of it goes into a link ([`make`]), and the code by
//! which two people see that they look at the same ([`code`], 核对码); and what differs between two of them ([`changes`]). Knows no page.

#![warn(missing_docs)]

pub mod changes;
pub mod code;
pub mod excerpt;
pub mod make;

pub use changes::{Changes, changes};
pub use excerpt::{Excerpt, excerpt};
