//! Closing a period, and opening it again with a reason.

use super::{Page, words};
use crate::browser::document;
use crate::ledger::Entry;
use crate::page::month::dispatch::Lock;
use crate::page::month::dispatch::lock::{lock_entry, unlock_entries};
use crate::plan::Month;
use crate::storage;
use crate::ui::{said, signs_as};
use leptos::html;
use leptos::prelude::*;

/// Whether the period is locked, and what can be done about it.
pub fn locking(page: Page, month: Month, lock: Lock, question: Option<String>) -> AnyView {
    let words = page.words();
    let language = page.state.language();
    let acts = (!page.is_only_looking()).then(|| match &lock {
        Lock::Open { batches: 0 } => ().into_any(),
        Lock::Open { .. } => lock_button(page, month, words.lock, question),
        Lock::Locked { shut_out, .. } => {
            let anew = (*shut_out > 0).then(|| lock_button(page, month, words.relock, None));
            view! { {anew} {unlock_form(page, month)} }.into_any()
        }
    });
    view! {
        <section class="sheet locking">
            <header><h2>{words.lock}</h2></header>
            <p>{words::lock_sentence(language, &lock).map(said).into_iter().collect::<Vec<_>>()}</p>
            <div class="acts">{acts}</div>
            {(!page.is_only_looking()).then(|| signs_as(page.state, page.desk))}
        </section>
    }
    .into_any()
}

/// The button that locks. Where something is still missing it asks first, in its own place.
fn lock_button(page: Page, month: Month, name: &'static str, question: Option<String>) -> AnyView {
    let words = page.words();
    let is_asking = RwSignal::new(false);
    let lock = move || {
        is_asking.set(false);
        page.desk.sign(move || {
            let entry = lock_entry(&untrack(|| page.desk.ledger()), month);
            write(page, month, vec![entry], page.words_untracked().locked);
        });
    };
    let has_question = question.is_some();
    let press = move |_| if has_question { is_asking.set(true) } else { lock() };
    let asked = move || {
        let question = question.clone().filter(|_| is_asking.get())?;
        let sure = NodeRef::<html::Button>::new();
        sure.on_load(|button| {
            crate::browser::ignored(button.focus());
        });
        Some(view! {
            <div class="question" role="alert">
                <p>{question}</p>
                <span class="acts">
                    <button type="button" node_ref=sure on:click=move |_| lock()>{words.lock_all_the_same}</button>
                    <button type="button" on:click=move |_| is_asking.set(false)>{words.cancel}</button>
                </span>
            </div>
        })
    };
    let button =
        move || (!is_asking.get()).then(|| view! { <button type="button" on:click=press>{name}</button> });
    view! { {button} {asked} }.into_any()
}

fn unlock_form(page: Page, month: Month) -> AnyView {
    let words = page.words();
    let reason = RwSignal::new(String::new());
    let act = move |_| {
        let text = reason.get_untracked();
        if text.trim().is_empty() {
            page.told.set(words.reason_needed.to_owned());
            return;
        }
        page.desk.sign(move || {
            let entries = unlock_entries(&untrack(|| page.desk.ledger()), month, text.trim());
            write(page, month, entries, words.unlocked);
        });
    };
    view! {
        <label>
            <span>{words.unlock_reason}</span>
            <input type="text" maxlength="200" prop:value=reason on:input:target=move |event| reason.set(event.target().value())/>
        </label>
        <button type="button" on:click=act>{words.unlock}</button>
    }
    .into_any()
}

fn write(page: Page, month: Month, entries: Vec<Entry>, done: &'static str) {
    if entries.is_empty() {
        return;
    }
    let words = page.words_untracked();
    let language = page.state.settings.with_untracked(|settings| settings.language);
    // With a copy from before, so that it can be undone.
    let kept = page.record(month, entries);
    page.told.set(match kept {
        Ok(()) => done.to_owned(),
        Err(failure) => [words.not_kept, &storage::words::failure(language, failure)].concat(),
    });
    // The button is gone with what it did.
    document::after_paint(move || {
        if let Some(told) = page.told_at.get_untracked() {
            crate::browser::ignored(told.focus());
        }
    });
}
