//! 责任: organisations by tasks.

mod model;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{AreaHead, Mark, Member, Responsibility, Row, TaskHead, model};
#[cfg(feature = "ui")]
pub use view::view;
