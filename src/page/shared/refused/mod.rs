//! The page that stands in place of the app when there is no sound `plan.json`. It is a part of its own, so
//! that finding faults costs the first view nothing.

mod model;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{FaultRow, Refusal, Refused, model};
#[cfg(feature = "ui")]
pub use view::view;

/// The page for a refusal.
#[cfg(feature = "ui")]
pub fn page(refusal: Refusal) -> leptos::prelude::AnyView {
    view(model(&refusal))
}
