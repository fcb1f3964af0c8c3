//! Load → ready or refused; the shell; route → page.

#[cfg(feature = "csr")]
mod desk;
#[cfg(feature = "csr")]
pub mod launch;
mod outlet;
mod parts;
#[cfg(feature = "csr")]
mod refused;
mod settings_menu;
mod shell;
mod title;
mod words;

pub use shell::shell;
pub use title::title;
