//! The only room that touches the browser. Everything else is handed values.

pub mod address;
pub mod camera;
pub mod cancel;
pub mod clipboard;
pub mod clock;
pub mod device;
pub mod dialog;
pub mod document;
pub mod download;
pub mod echarts;
pub mod fetch;
pub mod file;
pub mod fullscreen;
pub mod grey;
pub mod json;
pub mod keyboard;
mod load_failure;
pub mod media;
pub mod photo;
pub mod picture;
pub mod print;
pub mod random;
pub mod settings;
pub mod share;
pub mod slices;
pub mod storage;
pub mod tables;
pub mod worker;

pub use load_failure::LoadFailure;

/// Lets go of the outcome of a call into the browser that fails only where it would have changed nothing: an element
/// that cannot take the focus, an attribute of a page that is going. That something was not stored is told instead.
pub fn ignored<T>(_outcome: T) {}

pub(crate) fn window() -> web_sys::Window {
    // The page runs in a window or not at all: workers are built without this room.
    web_sys::window().expect("a window")
}
