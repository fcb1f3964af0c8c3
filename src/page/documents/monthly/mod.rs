//! 月调度表: what lies on the table at the monthly dispatch. Which indicators are behind, who has not reported, which
//! problems are open, as of the end of the period's window.

mod model;
pub mod words;

pub use model::{Judged, Reports, STATE, indicators, model, open_problems, organisation};
pub use words::note;
