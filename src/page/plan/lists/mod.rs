//! 名单: lists with members. All of them on one page; on that of a list who is on it as of a day, how its number came
//! about, and the figure that it makes beside the one that was typed.
//!
//! - [`all`] every list of the plan
//! - [`one`] a list as of a day
//! - [`members`] who is on it, filtered, by pages
//! - [`district`] who of a district is on which list, for the district's page
//! - [`doubles`] members that may be one
//! - [`against`], [`column`] a pasted column of names against who is on the list: what is new, there already, nearly the
//!   same
//! - [`decided`] what its rows come to, and the entries that come of them
//! - [`act`] what may be written down of one member
//!
//! Nothing here joins two names: [`crate::standing::alike`] finds what is nearly the same, a person decides.

pub mod act;
pub mod against;
pub mod all;
pub mod column;
pub mod decided;
pub mod district;
pub mod doubles;
mod heads;
pub mod members;
pub mod one;
#[cfg(test)]
mod tests;
#[cfg(feature = "ui")]
pub mod view;
pub mod words;
