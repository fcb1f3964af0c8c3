//! 总账: the reconciliations of all years of the plan as one account, the page for whoever comes after its end.

mod model;
pub mod words;

pub use model::model;
