//! Reading the files that lie beside the page.

use super::window;
use crate::plan::Plan;
use crate::plan::read::MOST_BYTES;
use js_sys::Promise;
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

/// The text of the plan. `start.js` asked for it before the program was here.
pub async fn plan_text() -> Result<String, FetchFailure> {
    let lost = |_: JsValue| FetchFailure::Missing(None);
    let promise: Promise = get(&window(), "planboardPlan").dyn_into().map_err(lost)?;
    let answer = JsFuture::from(promise).await.map_err(lost)?;
    let status = get(&answer, "status").as_f64().unwrap_or_default() as u16;
    if status != 200 {
        return Err(FetchFailure::Missing(Some(status)));
    }
    let text = get(&answer, "text").as_string().unwrap_or_default();
    if text.len() > MOST_BYTES { Err(FetchFailure::TooLarge) } else { Ok(text) }
}

fn get(value: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(value, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The plan in a text, unless its form is wrong.
pub fn plan(text: &str) -> Option<Plan> {
    super::json::read(text.trim_start_matches('\u{feff}'))
}
