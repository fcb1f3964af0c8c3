//! The head of a page: what it has to say, in a sentence.

use super::{IntoFresh, said};
use crate::text::Text;
use leptos::prelude::*;

/// Heading, a sentence or two below it, and the page's actions.
pub fn page_title(heading: Text, lede: Text, actions: impl IntoView + 'static) -> AnyView {
    page_head(heading, (), if lede.words.is_empty() { Vec::new() } else { vec![lede] }, actions)
}

/// The same where the sentence has names in it that may be in another language: pieces without anything
/// between them. What has to be seen first stands between heading and sentence.
pub fn page_head(
    heading: Text,
    first: impl IntoView + 'static,
    lede: Vec<Text>,
    actions: impl IntoView + 'static,
) -> AnyView {
    let lede = (!lede.is_empty()).then(|| view! { <p>{lede.into_iter().map(said).collect::<Vec<_>>()}</p> });
    // The heading takes the focus when the page is opened, so that a screen reader speaks it.
    view! {
        <div class="page-title">
            <div><h1 tabindex="-1">{said(heading)}</h1>{first}{lede}</div>
            <div class="actions">{actions}</div>
        </div>
    }
    .fresh()
}
