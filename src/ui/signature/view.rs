//! The dialog and the line in markup. Decides nothing.

use super::model::{asked, given};
use super::words;
use crate::browser::{dialog, ignored};
use crate::ledger::codec::MOST_ID_LETTERS;
use crate::state::desk::Signature;
use crate::state::{Desk, State};
use crate::text::Text;
use crate::ui::{dialog_head, said};
use leptos::ev::{Event, MouseEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;

/// The dialog, while somebody is asked.
pub fn signature_dialog(state: State, desk: Desk) -> AnyView {
    let is_asking = Memo::new(move |_| desk.is_asking_name());
    (move || is_asking.get().then(|| opened(state, desk))).into_any()
}

fn opened(state: State, desk: Desk) -> AnyView {
    let language = state.settings.with_untracked(|settings| settings.language);
    let words = words::of(language);
    let asked = desk.me.with_untracked(|me| asked(me, language));
    let name = RwSignal::new(asked.name);
    let outcome = StoredValue::new(Signature::GivenUp);
    let node = NodeRef::<html::Dialog>::new();
    let field = NodeRef::<html::Input>::new();
    node.on_load(move |dialog| {
        dialog::open(&dialog);
        if let Some(field) = field.get_untracked() {
            ignored(field.focus());
        }
    });
    // The dialog closes first, so that the focus is back where it was when the act goes on.
    let close_with = move |event: &Event, signature: Signature| {
        outcome.set_value(signature);
        dialog::close_around(event);
    };
    let sign = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(signature) = name.with_untracked(|name| given(name)) {
            close_with(&event, signature);
        }
    };
    let is_blank = move || name.with(|name| given(name).is_none());
    view! {
        <dialog
            node_ref=node
            class="signature"
            aria-label=asked.title
            on:close=move |_| desk.signed(outcome.get_value())
            on:click=|event: MouseEvent| dialog::close_on_backdrop(&event)
        >
            <div>
            {dialog_head(asked.title, words.cancel)}
            <form on:submit=sign>
                <p class="muted">{asked.why}</p>
                <label>
                    <span>{words.name}</span>
                    <input
                        type="text"
                        autocomplete="name"
                        maxlength=MOST_ID_LETTERS.to_string()
                        node_ref=field
                        prop:value=name
                        on:input:target=move |event| name.set(event.target().value())
                    />
                </label>
                <div class="actions">
                    <button type="submit" data-main="" disabled=is_blank>{words.sign}</button>
                    <button type="button" on:click=move |event| close_with(&event, Signature::Unsigned)>{words.unsigned}</button>
                </div>
            </form>
            </div>
        </dialog>
    }
    .into_any()
}

/// Under which name an act is recorded, with the way to another.
pub fn signs_as(state: State, desk: Desk) -> AnyView {
    let words = move || words::of(state.language());
    let name = move || {
        let person = desk.me.with(|me| me.person.clone());
        said(if person.is_empty() {
            Text::plain(words().nobody)
        } else {
            Text::typed(&person, state.language())
        })
    };
    view! {
        <p class="signs">
            <span class="muted">{move || words().signs}</span>
            <span>{name}</span>
            <button type="button" on:click=move |_| desk.ask_name()>{move || words().change}</button>
        </p>
    }
    .into_any()
}
