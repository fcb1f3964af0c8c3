//! The settings on the device. Where storage is blocked, they last as long as the page.

use super::window;
use crate::settings::{Density, Settings, Theme};
use crate::text::Language;
use wasm_bindgen::JsValue;

/// `boot.js` reads the same key before the first paint.
const KEY: &str = "planboard:settings";

/// The settings of this device; what is not set, or cannot be read, is as in `otherwise`.
pub fn load(otherwise: Settings) -> Settings {
    let text = storage().and_then(|storage| storage.get_item(KEY).ok().flatten()).unwrap_or_default();
    let value = js_sys::JSON::parse(&text).unwrap_or(JsValue::NULL);
    let word = |name: &str| js_sys::Reflect::get(&value, &name.into()).ok().and_then(|word| word.as_string());
    let find =
        |name: &str, slugs: &[&str]| word(name).and_then(|word| slugs.iter().position(|slug| *slug == word));
    Settings {
        theme: find("theme", &Theme::ALL.map(Theme::slug)).map_or(otherwise.theme, |at| Theme::ALL[at]),
        language: find("language", &Language::ALL.map(Language::slug))
            .map_or(otherwise.language, |at| Language::ALL[at]),
        density: find("density", &Density::ALL.map(Density::slug))
            .map_or(otherwise.density, |at| Density::ALL[at]),
    }
}

/// Keeps the settings on the device; says whether it lets us. In a frame of another page nothing is kept or told.
pub fn save(settings: Settings) -> bool {
    let text = [
        r#"{"theme":""#,
        settings.theme.slug(),
        r#"","language":""#,
        settings.language.slug(),
        r#"","density":""#,
        settings.density.slug(),
        r#""}"#,
    ]
    .concat();
    if super::document::is_framed() {
        return true;
    }
    storage().is_some_and(|storage| storage.set_item(KEY, &text).is_ok())
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
