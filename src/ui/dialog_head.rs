//! The head of a dialog: what it is, and the way out.

use crate::browser::dialog;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// Title and button; the button closes the dialog that it stands in.
pub fn dialog_head(title: &'static str, close: &'static str) -> AnyView {
    view! {
        <header>
            <h2>{title}</h2>
            <button type="button" on:click=|event: MouseEvent| dialog::close_around(&event)>{close}</button>
        </header>
    }
    .into_any()
}
