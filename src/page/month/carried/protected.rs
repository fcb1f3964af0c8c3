//! A link behind a passphrase.

use super::view::{sentence, show};
use super::words;
use crate::browser::worker;
use crate::link::protected::{self, ProtectedFault};
use crate::link::{Envelope, message};
use crate::state::{Desk, State};
use crate::text::Text;
use crate::ui::page_title;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// Asks for the passphrase, then shows what is behind it.
pub fn page(state: State, desk: Desk, envelope: Envelope) -> AnyView {
    let opened = RwSignal::new(None::<Envelope>);
    let told = RwSignal::new(String::new());
    let is_opening = RwSignal::new(false);
    let field = NodeRef::<html::Input>::new();
    let sealed = StoredValue::new(envelope);
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        // A key fills as much memory as the device can spare: one at a time.
        if is_opening.get_untracked() {
            return;
        }
        is_opening.set(true);
        let language = state.settings.with_untracked(|settings| settings.language);
        told.set(words::of(language).opening.into());
        let passphrase = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        leptos::task::spawn_local(async move {
            let outcome = unsealed(&sealed.get_value(), &passphrase).await;
            // The page may have been left meanwhile.
            let _ = is_opening.try_set(false);
            match outcome {
                Ok(envelope) => drop(opened.try_set(Some(envelope))),
                Err(fault) => drop(told.try_set(fault.sentence(language))),
            }
        });
    };
    (move || {
        let words = words::of(state.language());
        match opened.get() {
            Some(envelope) => match message::unfold(envelope, &state.plan()) {
                Ok(carried) => show(state, desk, carried),
                Err(fault) => sentence(state, fault.sentence(state.language())),
            },
            None => view! {
                {page_title(Text::plain(words.protected), Text::plain(""), ())}
                <form class="sheet sentence" on:submit=open>
                    <label>
                        {words.passphrase}
                        <input type="password" autocomplete="off" node_ref=field/>
                    </label>
                    <p role="status">{told}</p>
                    <button data-main="">{words.open}</button>
                </form>
            }
            .into_any(),
        }
    })
    .into_any()
}

async fn unsealed(sealed: &Envelope, passphrase: &str) -> Result<Envelope, ProtectedFault> {
    let recipe = protected::recipe_to_open(sealed, passphrase)?;
    protected::open(sealed, &worker::key(&recipe).await?)
}
