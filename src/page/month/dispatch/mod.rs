//! 调度: the calendar of reports, who owes what for a period and how he stands, and what to do now.
//!
//! [`model`] is the page; [`todo`] says what one organisation must do, here and on the overview;
//! [`reminder`] writes 催办 texts; [`handout`] all fill-in links at once; [`fill_in`] makes and reads what a fill-in link carries; [`lock`] closes
//! a period. What came in is looked through in `page::month::review`, whose view stands on this page.

mod asked_problems;
pub mod fill_in;
pub mod give_back;
pub mod handout;
mod list;
pub mod lock;
mod model;
mod period;
pub mod reminded;
pub mod reminder;
mod row;
pub mod timing;
#[cfg(test)]
mod todo_tests;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;

pub use lock::Lock;
pub use model::{Dispatch, Listing, model};
pub use period::{Counts, Period};
pub use row::{Row, RowStatus};
#[cfg(feature = "ui")]
pub use view::page;
