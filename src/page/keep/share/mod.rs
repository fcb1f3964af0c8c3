//! Handing the view around: title, link and code.

#[cfg(feature = "ui")]
mod data;
mod model;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{Share, model};
#[cfg(feature = "ui")]
pub use view::view;
