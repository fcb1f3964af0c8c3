//! What the page can tell about the device it runs on, for a report of a fault.

use super::{ignored, window};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// What the browser says it is.
pub fn agent() -> String {
    window().navigator().user_agent().unwrap_or_default()
}

/// How many bytes this origin may take, as the browser estimates; none where it does not say (plain http, Safari
/// before 17).
pub async fn quota() -> Option<u64> {
    // Asked by name: on plain http `navigator.storage` is not there, and a typed call would throw.
    let storage = Reflect::get(&window().navigator(), &"storage".into()).ok()?;
    let estimate = Reflect::get(&storage, &"estimate".into()).ok()?.dyn_into::<Function>().ok()?;
    let promise = estimate.call0(&storage).ok()?.dyn_into::<Promise>().ok()?;
    let answer = JsFuture::from(promise).await.ok()?;
    let quota = Reflect::get(&answer, &"quota".into()).ok()?.as_f64()?;
    Some(quota as u64)
}

/// Width and height of the page, in CSS pixels.
pub fn size() -> (u32, u32) {
    let pixels = |length: Result<wasm_bindgen::JsValue, _>| {
        length.ok().and_then(|length| length.as_f64()).unwrap_or_default() as u32
    };
    (pixels(window().inner_width()), pixels(window().inner_height()))
}

/// Names and sizes (characters) of what is stored on the device under a prefix; none where storage is
/// blocked.
pub fn stored(prefix: &str) -> Option<Vec<(String, usize)>> {
    let storage = window().local_storage().ok().flatten()?;
    let keys =
        (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok().flatten());
    let mut sizes: Vec<(String, usize)> = keys
        .filter(|key| key.starts_with(prefix))
        .map(|key| {
            let size = storage.get_item(&key).ok().flatten().map_or(0, |value| value.encode_utf16().count());
            (key, size)
        })
        .collect();
    sizes.sort();
    Some(sizes)
}

/// Loads the page anew.
pub fn reload() {
    ignored(window().location().reload());
}
