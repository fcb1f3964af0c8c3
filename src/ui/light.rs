//! A light: a shape, a word, then a colour.

use leptos::prelude::*;

/// The light of something that nobody has reported on.
pub fn light_without_data(words: &'static str) -> impl IntoView {
    view! { <span class="light" data-light="none">{words}</span> }
}
