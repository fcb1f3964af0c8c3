//! The page for an unknown address in markup. Decides nothing.

use super::model::Unknown;
use super::words;
use crate::page::plan::subject::view::listed;
use crate::text::{Language, Link, Text, isolated};
use crate::ui::{link, page_title, sheet};
use leptos::prelude::*;

/// The page.
pub fn view(page: Unknown, language: Language) -> AnyView {
    let words = words::of(language);
    let nearest =
        (!page.nearest.is_empty()).then(|| sheet(Text::plain(words.nearest), (), listed(page.nearest)));
    let pages = page.pages.into_iter().map(|page: Link| view! { <li>{link(page)}</li> }).collect::<Vec<_>>();
    view! {
        <div class="unknown stack">
            {page_title(Text::plain(words.title), Text::plain(page.sentence), ())}
            // An address may be in any language and is nobody's words.
            <p class="asked">{words.asked}<code translate="no" lang="zxx">{isolated(&page.asked)}</code></p>
            {nearest}
            {sheet(Text::plain(words.pages), (), view! { <ul class="page-list">{pages}</ul> })}
        </div>
    }
    .into_any()
}
