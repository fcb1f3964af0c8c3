//! 制作方案文件: from the pasted text of a plan to a `plan.json`, for whoever carries another plan with this page.
//!
//! Or from a workbook ([`tables`]), for whoever would rather fill in sheets.
//!
//! [`model`] says what stands on the page and what a choice means, [`kept`] how the device keeps it, [`outcome`] what comes
//! of the decisions. The rules by which a text is read are in [`crate::authoring`].

pub mod kept;
pub mod model;
pub mod outcome;
pub mod tables;
#[cfg(feature = "ui")]
mod view;
pub mod words;

#[cfg(feature = "ui")]
pub use view::page;
