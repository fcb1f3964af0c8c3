//! 制作方案文件: from the pasted text of a plan to a `plan.json`, for whoever carries another plan with this page.
//!
//! [`model`] says what stands on the page and what a choice means, [`kept`] how the device keeps it, [`outcome`] what comes
//! of the decisions. The rules by which a text is read are in [`crate::authoring`].

pub mod kept;
pub mod model;
pub mod outcome;
#[cfg(feature = "ui")]
mod view;
pub mod words;

#[cfg(feature = "ui")]
pub use view::page;
