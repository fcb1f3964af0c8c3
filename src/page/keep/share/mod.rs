//! Handing the view around: title, link and code.

#[cfg(feature = "ui")]
mod data;
pub mod made;
mod model;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use made::Made;
pub use model::{Share, model};
#[cfg(feature = "ui")]
pub use view::view;
