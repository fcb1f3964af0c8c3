//! 任务: the plan as a tree, a list of tasks (任务清单) or a list of projects (项目清单).

mod lists;
mod model;
#[cfg(test)]
mod tests;
mod tree;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{Group, Listing, Tasks, model, model_with};
pub use tree::{AreaBranch, MeasureBranch, TaskBranch};
#[cfg(feature = "ui")]
pub use view::view;
