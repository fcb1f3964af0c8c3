//! One milestone: a state that is reached or not, or a direction. Drawn by [`super::subject`].

mod model;

pub use model::model;
