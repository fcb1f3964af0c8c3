//! A three-year plan on one page, from its text to its last closed-out target.
//!
//! Everything on the screen is a function of plan, ledger and view. The rooms, and which way imports run:
//!
//! - [`text`] languages, marked words, tables and links as values; knows nobody
//! - [`plan`] the plan as issued, its rules, reading it, and every fault of it at once
//! - [`ledger`] what people said happened: batches, fold, merge, their form in bytes
//! - [`standing`] what is true as of a day, by a rule: which round is due, how each indicator stands, its light
//! - [`plausible`] what looks like a slip in what is reported: ten times, a hundredth, a total that falls
//! - [`rows`] tables of other programs: rows of cells, and which cell belongs to which indicator
//! - [`authoring`] from the pasted text of a plan to a `plan.json`: what is found, what a person decides, what comes of it
//! - [`sample`] an invented ledger for whatever plan is shown
//! - [`gate`] the one gate for what others wrote: who may say what, what is taken, told apart or refused
//! - [`storage`] records that outlive the page: segments, generations, backup files, over a port
//! - [`link`] what is handed around: addresses that carry data, whole, in parts or protected; codes of addresses
//! - [`chart`] charts as values; their options by `charming`
//! - `scan` codes in a picture from a camera; the worker runs it, not the page (feature `worker`)
//! - [`route`] which page is shown, and its address
//! - [`document`] official documents as values; knows only words and tables
//! - [`office`] workbooks as values, made of tables and documents; a program of its own writes them (feature `office`)
//! - [`snapshot`] which part of a ledger a page shows, what goes into a link to look at, and its code
//! - [`page`] one pure model and one view per page
//! - [`settings`] how the page looks, as somebody chose it
//! - `state` the signals, and what parts that load on demand offer (feature `ui`)
//! - `ui` what pages are made of (feature `ui`)
//! - `browser` the only room that touches the browser (feature `ui`)
//! - `app` load, shell, route to page, split points (feature `ui`)
//!
//! Deliberately absent: a server, an account, a router library (it has no hash mode) and hydration (what is stored
//! on a device may differ from what was prerendered; the app is drawn aside and swapped in). What is
//! recorded lives in the browser's storage, in backup files, and in the links that people hand around.

// Resolving the whole page on the host nests a little deeper than the default of 128.
#![recursion_limit = "256"]
// What comes from outside is never taken for granted; an `expect` says why it cannot fail.
#![cfg_attr(not(test), deny(clippy::unwrap_used))]
// Whoever lets go of a failure says why it is nobody's business.
#![cfg_attr(not(test), deny(clippy::let_underscore_must_use))]

#[cfg(feature = "ui")]
pub mod app;
pub mod authoring;
#[cfg(feature = "ui")]
pub mod browser;
pub mod chart;
pub mod document;
pub mod gate;
pub mod ledger;
pub mod link;
pub mod office;
pub mod page;
pub mod plan;
pub mod plausible;
pub mod route;
pub mod rows;
pub mod sample;
#[cfg(any(test, feature = "worker"))]
pub mod scan;
pub mod settings;
pub mod snapshot;
pub mod standing;
#[cfg(feature = "ui")]
pub mod state;
pub mod storage;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
