//! The one dialog that asks who acts, and the line that says it beside an act.

mod model;
mod view;
mod words;

pub use view::{signature_dialog, signs_as};
