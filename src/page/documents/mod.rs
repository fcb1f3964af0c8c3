//! Documents that the page writes: a folder for each with a pure maker of a [`Document`](crate::document::Document) and its
//! words; one view draws them all.

pub mod account;
pub mod bulletin;
pub mod districts;
pub mod ledger_book;
pub mod monthly;
pub mod reconciliation;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;
#[cfg(feature = "ui")]
pub mod workbooks;
