//! Reading the files that lie beside the page.

use super::window;
use crate::plan::Plan;
use crate::plan::read::MOST_BYTES;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Why a file beside the page could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchFailure {
    /// No answer, or not a good one; holds the status where there was one.
    Missing(Option<u16>),
    /// More than the page is willing to read.
    TooLarge,
}

/// The text of a file beside the page.
pub async fn text(address: &str) -> Result<String, FetchFailure> {
    let lost = |_: JsValue| FetchFailure::Missing(None);
    let answer = JsFuture::from(window().fetch_with_str(address)).await.map_err(lost)?;
    let answer: web_sys::Response = answer.dyn_into().map_err(lost)?;
    if !answer.ok() {
        return Err(FetchFailure::Missing(Some(answer.status())));
    }
    let body = JsFuture::from(answer.text().map_err(lost)?).await.map_err(lost)?;
    let text = body.as_string().unwrap_or_default();
    if text.len() > MOST_BYTES { Err(FetchFailure::TooLarge) } else { Ok(text) }
}

/// The plan in a text, unless its form is wrong. `JSON.parse` reads it: a parser of our own would
/// cost the first wasm nine kilobytes.
pub fn plan(text: &str) -> Option<Plan> {
    let value = js_sys::JSON::parse(text.trim_start_matches('\u{feff}')).ok()?;
    serde_wasm_bindgen::from_value(value).ok()
}
