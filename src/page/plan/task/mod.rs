//! One task: what the plan asks, who answers for it, and all that belongs to it. Drawn by [`super::subject`].

mod model;

pub use model::{model, model_with, things};
