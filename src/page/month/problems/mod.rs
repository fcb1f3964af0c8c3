//! The list of reported problems on the page of a month: each can be closed and opened again there. The list itself is
//! in [`crate::page::shared::problems`].

pub mod closing;
#[cfg(test)]
mod tests;
#[cfg(feature = "ui")]
pub mod view;
