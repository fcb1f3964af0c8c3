//! A three-year plan on one page, from its text to its last closed-out target.
//!
//! Everything on the screen is a function of plan, ledger and view. The rooms, and which way imports run:
//!
//! - [`text`] languages and shared phrases; knows nobody
//! - [`plan`] the plan as issued, reading it and finding every fault
pub mod plan;
pub mod text;
