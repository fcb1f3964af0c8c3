//! Keys that work on every page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;

/// Calls back on Ctrl+K or ⌘K, for as long as the page lives.
pub fn on_palette_key(act: impl Fn() + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&super::window(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if (key.ctrl_key() || key.meta_key()) && !key.alt_key() && !key.shift_key() && key.key() == "k" {
            key.prevent_default();
            act();
        }
    })
    .forget();
}
