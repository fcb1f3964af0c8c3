//! What has to stand on the page before it goes to paper.

use super::window;
use gloo::events::EventListener;
use leptos::prelude::{StoredValue, UpdateValue, on_cleanup};

/// Calls back before the browser prints, for as long as what asked for it is on the page.
pub fn before(act: impl Fn() + 'static) {
    let listener = EventListener::new(&window(), "beforeprint", move |_| act());
    let listener = StoredValue::new_local(Some(listener));
    on_cleanup(move || {
        listener.try_update_value(Option::take);
    });
}
