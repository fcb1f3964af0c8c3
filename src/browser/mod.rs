//! The only room that touches the browser. Everything else is handed values.

pub mod address;
pub mod clock;
pub mod document;
pub mod echarts;
pub mod fetch;
pub mod json;
pub mod keyboard;
pub mod media;
pub mod picture;
pub mod settings;

pub(crate) fn window() -> web_sys::Window {
    // The page runs in a window or not at all: workers are built without this room.
    web_sys::window().expect("a window")
}
