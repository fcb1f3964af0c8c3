//! What can lie over a page. It is no part of the address.

/// What lies over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Search and commands.
    Palette,
    /// Title, link and code of the view.
    Share,
}
