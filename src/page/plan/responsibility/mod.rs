//! 责任: organisations by tasks.

mod model;
#[cfg(test)]
mod tests;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{AreaHead, Mark, Member, Responsibility, Row, TaskHead, model, model_with};
#[cfg(feature = "ui")]
pub use view::view;
