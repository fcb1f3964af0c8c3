//! What is true as of a day: which round of the plan's cycle is due, and who owes what.
pub mod due;
pub mod duty;
