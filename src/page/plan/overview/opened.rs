//! What a row of the board opens to: since when the light is so and why, who answers for it, its months in small. In the
//! part that judges.

mod model;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{Opened, Spark, model};
#[cfg(feature = "ui")]
pub use view::view;
