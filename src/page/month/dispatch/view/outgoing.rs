//! A text or link to be handed out: copied at once, and shown so that it can be copied by hand.

use crate::browser::{address, clipboard};
use crate::ledger::Batch;
use crate::link::{self, Kind, capacity, message};
use crate::page::month::dispatch::words::{self, Words};
use crate::sample;
use crate::state::State;
use leptos::html;
use leptos::prelude::*;

/// What is handed out at the moment.
pub type Outbox = RwSignal<Option<Outgoing>>;

/// A text on its way out, and the place on the page from which it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    pub place: String,
    pub text: String,
    /// What came of copying it.
    pub told: &'static str,
}

/// Copies a text and shows it at its place.
pub fn hand_out(state: State, outbox: Outbox, place: String, text: String) {
    let words = words::of(state.settings.with_untracked(|settings| settings.language));
    outbox.set(Some(Outgoing { place, text: text.clone(), told: "" }));
    leptos::task::spawn_local(async move {
        let told = if clipboard::copy(&text).await { words.copied } else { words.not_copied };
        outbox.update(|out| {
            if let Some(out) = out.as_mut().filter(|out| out.text == text) {
                out.told = told;
            }
        });
    });
}

/// Batches as a text for the chat: a line for people, then the address.
///
/// # Errors
/// A sentence, when they do not fit a link.
pub fn link_text(state: State, kind: Kind, title: &str, batches: &[Batch]) -> Result<String, String> {
    let language = state.settings.with_untracked(|settings| settings.language);
    let address = link_address(state, kind, batches)?;
    let is_sample = batches.iter().any(|batch| sample::is_sample(batch.id));
    let mark = if is_sample { words::of(language).sample_mark } else { "" };
    Ok([mark, title, "\n", &address].concat())
}

/// The address alone, for a text that says more.
///
/// # Errors
/// As [`link_text`].
pub fn link_address(state: State, kind: Kind, batches: &[Batch]) -> Result<String, String> {
    let language = state.settings.with_untracked(|settings| settings.language);
    // What is sent before the desk is open says nothing of it.
    let stamp = state.desk.get_untracked().map(|desk| desk.stamp()).unwrap_or_default();
    message::stamped(kind, &state.plan(), &stamp, batches)
        .and_then(|fragment| capacity::link(&address::page(), &fragment))
        .map_err(|fault| [words::of(language).link_failed, &link::words::not_made(&fault, language)].concat())
}

/// The text that was asked for from a place, if it is the one.
pub fn outgoing(state: State, outbox: Outbox, place: String) -> AnyView {
    let here = Memo::new(move |_| outbox.get().filter(|out| out.place == place));
    let text = Memo::new(move |_| here.get().map(|out| out.text));
    // The status stands there from the start, else nobody hears it.
    view! {
        <div class="outgoing">
            <span role="status">{move || here.get().map(|out| out.told)}</span>
            {move || text.get().map(|text| shown(state, outbox, text, words::of(state.language())))}
        </div>
    }
    .into_any()
}

fn shown(state: State, outbox: Outbox, text: String, words: &'static Words) -> AnyView {
    let field = NodeRef::<html::Textarea>::new();
    let select = move |_| {
        if let Some(field) = field.get_untracked() {
            field.select();
        }
    };
    let again = {
        let text = text.clone();
        move |_| {
            if let Some(out) = outbox.get_untracked() {
                hand_out(state, outbox, out.place, text.clone());
            }
        }
    };
    view! {
        <textarea readonly rows="4" aria-label=words.reminder node_ref=field on:focus=select prop:value=text></textarea>
        <span class="acts">
            <button type="button" on:click=again>{words.copy}</button>
            <button type="button" on:click=move |_| outbox.set(None)>{words.close}</button>
        </span>
    }
    .into_any()
}
