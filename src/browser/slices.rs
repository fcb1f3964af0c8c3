//! Long work in slices: the page draws, and hears whoever uses it, in between.

use super::ignored;
use js_sys::{Date, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

/// Milliseconds after which the page has its turn: less than a frame, with room for what the browser does itself.
const SLICE: f64 = 10.0;

/// Goes on step by step until one of them gives the result.
pub async fn until<T>(mut step: impl FnMut() -> Option<T>) -> T {
    loop {
        let began = Date::now();
        // A clock that was set back ends the slice, too.
        while (0.0..SLICE).contains(&(Date::now() - began)) {
            if let Some(result) = step() {
                return result;
            }
        }
        breath().await;
    }
}

/// Lets the browser do what it has to do. By a message and not by a timer: timers of a page that nobody looks at are
/// held back to one a second and less, and the tab that was opened behind would not be ready when it is looked at.
pub async fn breath() {
    let Ok(channel) = MessageChannel::new() else { return };
    let sent = Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(&resolve));
        // Nothing is sent along, so that nothing can fail to be copied.
        ignored(channel.port2().post_message(&JsValue::NULL));
    });
    ignored(JsFuture::from(sent).await);
    // Else it would be kept for messages that never come.
    channel.port1().close();
}
