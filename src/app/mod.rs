//! Load → ready or refused; the shell; route → page.

#[cfg(feature = "csr")]
mod desk;
#[cfg(feature = "csr")]
mod follow;
#[cfg(feature = "csr")]
pub mod launch;
mod outlet;
pub mod pages;
#[cfg(feature = "csr")]
mod parts;
#[cfg(feature = "csr")]
mod refused;
#[cfg(feature = "ssr")]
mod rendered;
mod settings_menu;
mod shell;
mod title;
mod words;

#[cfg(feature = "ssr")]
pub use rendered::{now, rendered};
pub use shell::shell;
pub use title::title;
