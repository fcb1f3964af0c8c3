//! Reported problems: the list on the page of a month, the page that lists all of them ([`register`]), and the page of one
//! ([`one`]). What the lists share is in [`crate::page::shared::problems`].

pub mod one;
pub mod register;
#[cfg(test)]
mod tests;
#[cfg(feature = "ui")]
pub mod view;
