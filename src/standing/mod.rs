//! What is true as of a day: so far, which round of the plan's cycle is due.
pub mod due;
