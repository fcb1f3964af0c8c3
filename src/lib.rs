//! A three-year plan on one page, from its text to its last closed-out target.
//!
//! Everything on the screen is a function of plan, ledger and view. The rooms, and which way imports run:
//!
//! - [`text`] languages and shared phrases; knows nobody
//! - [`plan`] the plan as issued, reading it and finding every fault
//! - [`standing`] what is true as of a day
//! - [`chart`] charts as values; what is drawn, by `charming`
//! - [`link`] what is handed around: codes of addresses
//! - [`route`] which page is shown, and its address
//! - [`page`] one model and one view per page

// Resolving the whole page on the host nests a little deeper than the default of 128.
#![recursion_limit = "256"]

#[cfg(feature = "ui")]
pub mod app;
#[cfg(feature = "ui")]
pub mod browser;
pub mod chart;
pub mod link;
pub mod page;
pub mod plan;
pub mod route;
pub mod standing;
#[cfg(feature = "ui")]
pub mod state;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
