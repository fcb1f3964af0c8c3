//! The whole screen for one element.

use super::{ignored, window};
use gloo::events::EventListener;
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// Gives the element the whole screen where the browser can (an iPhone cannot), and calls back when the
/// screen is given back. `false` where it cannot.
pub fn enter(element: &Element, left: impl Fn() + 'static) -> bool {
    let request = Reflect::get(element, &"requestFullscreen".into()).ok();
    let Some(request) = request.and_then(|request| request.dyn_into::<Function>().ok()) else { return false };
    let Ok(granted) = request.call0(element) else { return false };
    // A refusal leaves the element as it is, which fills the window anyway; it only must not go unheard.
    leptos::task::spawn_local(async move {
        ignored(JsFuture::from(js_sys::Promise::resolve(&granted)).await);
    });
    let listener = EventListener::new(element, "fullscreenchange", move |_| {
        if !is_on() {
            left();
        }
    });
    // It goes with the element.
    listener.forget();
    true
}

/// Gives the screen back.
pub fn leave() {
    if is_on()
        && let Some(document) = window().document()
    {
        document.exit_fullscreen();
    }
}

fn is_on() -> bool {
    window().document().is_some_and(|document| document.fullscreen_element().is_some())
}
