//! Links, rows of links, and the path to a page.

use super::said;
use crate::text::{Language, Link};
use leptos::prelude::*;

/// One link.
pub fn link(link: Link) -> AnyView {
    view! { <a href=link.href>{said(link.text)}</a> }.into_any()
}

/// Several links in a row, separated as the language does it.
pub fn links(links: Vec<Link>, language: Language) -> AnyView {
    let separator = language.pick("、", ", ");
    let each =
        links.into_iter().enumerate().map(|(index, one)| ((index > 0).then_some(separator), link(one)));
    each.map(|(before, link)| view! { {before}{link} }).collect::<Vec<_>>().into_any()
}

/// The path from the plan to the page.
pub fn crumbs(path: Vec<Link>, label: &'static str) -> AnyView {
    let steps = path.into_iter().map(|step| view! { <li>{link(step)}</li> }).collect::<Vec<_>>();
    view! { <nav class="crumbs" aria-label=label><ol>{steps}</ol></nav> }.into_any()
}
