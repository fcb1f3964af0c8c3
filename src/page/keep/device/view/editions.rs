//! By which versions of the plan the records here were made.

use super::Page;
use crate::page::keep::device::words;
use leptos::prelude::*;

/// Each version, oldest first, and the one that judges; nothing before there are records.
pub fn editions(page: Page) -> AnyView {
    (move || {
        let now = page.desk.edition()?;
        let editions = page.desk.editions();
        if editions.made().is_empty() {
            return None;
        }
        let line = |made| words::made_by(page.language, made, page.desk.offset());
        let lines =
            editions.made().iter().map(line).map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>();
        Some(view! {
            <section class="sheet forgets">
                <header><h2>{page.words.editions}</h2></header>
                <ul>{lines}</ul>
                <p class="muted">{words::judged_by(page.language, &now, editions.differ(&now))}</p>
            </section>
        })
    })
    .into_any()
}
