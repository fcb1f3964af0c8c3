//! What the system prefers, and printing.

use super::window;
use gloo::events::EventListener;
use web_sys::MediaQueryList;

/// The system is set to dark.
pub const DARK: &str = "(prefers-color-scheme: dark)";
/// The system asks for less movement.
pub const STILL: &str = "(prefers-reduced-motion: reduce)";
/// The pointer cannot hover: a finger.
pub const TOUCH: &str = "(hover: none)";

/// Whether a media query holds.
pub fn matches(query: &str) -> bool {
    list(query).is_some_and(|list| list.matches())
}

/// Calls back with whether the query holds whenever that changes, until the listener is dropped.
pub fn on_change(query: &str, act: impl Fn(bool) + 'static) -> Option<EventListener> {
    let list = list(query)?;
    let watched = list.clone();
    Some(EventListener::new(&list, "change", move |_| act(watched.matches())))
}

/// Calls back with `true` before the page is printed and `false` after it, until the listeners are dropped.
pub fn on_print(act: impl Fn(bool) + Clone + 'static) -> [EventListener; 2] {
    let window = window();
    let after = act.clone();
    [
        EventListener::new(&window, "beforeprint", move |_| act(true)),
        EventListener::new(&window, "afterprint", move |_| after(false)),
    ]
}

fn list(query: &str) -> Option<MediaQueryList> {
    window().match_media(query).ok().flatten()
}
