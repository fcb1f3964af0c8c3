//! Words of the plan, marked with their language where it is not the page's.

use crate::text::Text;
use leptos::prelude::*;

/// The words, in a span that names their language only where it differs from the page's.
pub fn said(text: Text) -> AnyView {
    match text.language {
        None => text.words.into_any(),
        Some(language) => view! { <span lang=language.tag()>{text.words}</span> }.into_any(),
    }
}
