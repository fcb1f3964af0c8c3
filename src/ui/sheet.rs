//! A sheet of paper on the page, and facts in two columns.

use super::said;
use crate::text::Text;
use leptos::prelude::*;

/// A titled sheet.
pub fn sheet(title: Text, note: impl IntoView + 'static, content: impl IntoView + 'static) -> AnyView {
    view! {
        <section class="sheet">
            <header><h2>{said(title)}</h2><div class="muted">{note}</div></header>
            {content}
        </section>
    }
    .into_any()
}

/// Names and what they stand for.
pub fn facts(rows: Vec<(&'static str, AnyView)>) -> AnyView {
    let rows = rows.into_iter().map(|(name, fact)| view! { <div><dt>{name}</dt><dd>{fact}</dd></div> });
    view! { <dl class="facts">{rows.collect::<Vec<_>>()}</dl> }.into_any()
}
