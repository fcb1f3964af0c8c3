//! The differences in markup: a table, old beside new.

use crate::snapshot::changes::{Changes, table, words};
use crate::text::Language;
use crate::ui;
use leptos::prelude::*;

/// The table, with the heads of its two value columns.
pub fn view(changes: Changes, old: &str, new: &str, language: Language) -> AnyView {
    if changes.rows.is_empty() {
        return view! { <p class="muted">{words::of(language).same}</p> }.into_any();
    }
    let more =
        (changes.more > 0).then(|| view! { <p class="muted">{words::more(language, changes.more)}</p> });
    view! { {ui::table(table(changes, old, new, language))} {more} }.into_any()
}
