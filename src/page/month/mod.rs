//! The month: what is asked for, filled in, handed in, looked through, accepted or returned, and what stays a problem.
//! Knows nothing of what a device keeps.

pub mod carried;
pub mod cases;
pub mod dispatch;
pub mod form;
pub mod passage;
pub mod problems;
pub mod review;
pub mod rule;
pub mod scan;
pub mod superior;
pub mod tables;
pub mod workbook;
