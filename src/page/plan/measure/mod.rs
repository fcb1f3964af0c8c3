//! One measure of a task. Drawn by [`super::subject`].

mod model;

pub use model::{model, model_with};
