//! One named project: with whom, and where the plan names it. Drawn by [`super::subject`].

mod model;

pub use model::model;
