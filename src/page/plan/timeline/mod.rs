//! 时间: targets and milestones by year, and the calendar of dispatch.

mod model;
#[cfg(feature = "ui")]
mod view;
pub mod words;

pub use model::{CalendarMonth, CalendarRound, CalendarYear, Phase, RoundRule, Timeline, YearBlock, model};
#[cfg(feature = "ui")]
pub use view::view;
