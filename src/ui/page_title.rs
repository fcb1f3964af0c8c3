//! The head of a page: what it has to say, in a sentence.

use super::said;
use crate::text::Text;
use leptos::prelude::*;

/// Heading, a sentence or two below it, and the page's actions.
pub fn page_title(heading: Text, lede: Text, actions: impl IntoView + 'static) -> AnyView {
    // The heading takes the focus when the page is opened, so that a screen reader speaks it.
    let lede = (!lede.words.is_empty()).then(|| view! { <p>{said(lede)}</p> });
    view! {
        <div class="page-title">
            <div><h1 tabindex="-1">{said(heading)}</h1>{lede}</div>
            <div class="actions">{actions}</div>
        </div>
    }
    .into_any()
}
