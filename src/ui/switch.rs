//! Layouts of a page to choose from, as links: each has its own address.

use super::said;
use crate::text::Link;
use leptos::prelude::*;

/// The links, and which of them is shown.
pub fn switch(choices: Vec<(Link, bool)>, label: &'static str) -> AnyView {
    let choices = choices.into_iter().map(|(choice, chosen)| {
        view! { <a href=choice.href aria-current=chosen.then_some("true")>{said(choice.text)}</a> }
    });
    view! { <nav class="switch" aria-label=label>{choices.collect::<Vec<_>>()}</nav> }.into_any()
}
