//! 关于: the program, the plan's file, its reading and open questions, and what is kept on the device.

mod build;
mod diagnostics;
pub mod licences;
mod model;
pub mod storage;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use build::Build;
pub use diagnostics::{Device, diagnostics, digest};
pub use model::{About, Clause, Fact, Legend, QuestionRow, RoundRow, model};
#[cfg(feature = "ui")]
pub use view::view;
