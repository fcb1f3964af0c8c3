//! 判灯规则: thresholds and curve by which lights are judged, and changing them with a reason. The form stands on
//! the dispatch page.

mod model;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{Current, Typed, current, written};
#[cfg(feature = "ui")]
pub use view::rule;
