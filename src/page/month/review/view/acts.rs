//! Accepting, returning with a reason, and undoing it.

use super::{BACK, Reviewing};
use crate::browser::{document, ignored};
use crate::ledger::Batch;
use crate::link::Kind;
use crate::page::month::dispatch::view::{hand_out, link_text};
use crate::page::month::dispatch::words::returned_title;
use crate::page::month::review::act::{self, Act, Done};
use crate::page::month::review::{Choice, Receipt};
use crate::storage;
use crate::text::Language;
use leptos::html;
use leptos::prelude::*;

/// What came of the last act, with the way back.
pub fn bar(reviewing: Reviewing) -> AnyView {
    let undo = move |_| match reviewing.page.desk.undo() {
        Ok(()) => {
            reviewing.handled.set(untrack(|| reviewing.handled()));
            reviewing.page.outbox.set(None);
            reviewing.keep();
            let sentence = reviewing.words().undone.to_owned();
            told(reviewing, Done { sentence, receipts: vec![], has_way_back: false });
        }
        Err(failure) => reviewing.page.told.set(storage::words::failure(language(reviewing), failure)),
    };
    let shown = move || {
        reviewing.done().map(|done| {
            let undo = done.has_way_back.then(|| {
                view! { <button type="button" on:click=undo>{reviewing.words().undo}</button> }
            });
            view! { <p>{done.sentence}</p>{undo} }
        })
    };
    let has_done = move || reviewing.done().is_some().then_some("");
    view! { <div class="done" role="status" tabindex="-1" data-shown=has_done node_ref=reviewing.bar>{shown}</div> }.into_any()
}

/// Says what came of an act. The button that was pressed is gone: the focus goes to the sentence.
fn told(reviewing: Reviewing, done: Done) {
    reviewing.done.set(Some(done));
    document::after_paint(move || {
        if let Some(bar) = reviewing.bar.get_untracked() {
            ignored(bar.focus());
        }
    });
}

/// The button that accepts every receipt about which there is nothing to decide.
pub fn accept_clear(reviewing: Reviewing, receipts: &[Receipt]) -> Option<AnyView> {
    let clear = act::clear(receipts);
    (!clear.is_empty()).then(|| {
        let count = clear.len();
        let act = move |_| accept(reviewing, &clear);
        view! {
            <button type="button" data-main="" on:click=act>{reviewing.words().accept_clear}" ("{count}")"</button>
        }
        .into_any()
    })
}

/// Accept or return one receipt.
pub fn acts(reviewing: Reviewing, receipt: &Receipt) -> AnyView {
    let words = reviewing.words();
    let key = receipt.key();
    let label = |what: &str| [what, " ", &receipt.name.words, " ", &receipt.month.to_string()].concat();
    let (accept_label, return_label) = (label(words.accept), label(words.give_back));
    let take = {
        let (receipt, key) = (receipt.clone(), key.clone());
        move |_| {
            let (whole, let_go) = (reviewing.whole.get_untracked(), reviewing.let_go.get_untracked());
            accept(reviewing, &[(receipt.clone(), Choice::of(&key, &whole, &let_go))]);
        }
    };
    let begin = {
        let key = key.clone();
        move |_| {
            reviewing.reason.set(String::new());
            reviewing.returning.set(Some(key.clone()));
        }
    };
    let begun = NodeRef::<html::Button>::new();
    let form = {
        let receipt = receipt.clone();
        let is_returning = move || reviewing.returning.with(|one| one.as_ref() == Some(&key));
        move || is_returning().then(|| reason(reviewing, receipt.clone(), begun))
    };
    view! {
        <div class="acts">
            <button type="button" aria-label=accept_label on:click=take>{words.accept}</button>
            <button type="button" aria-label=return_label node_ref=begun on:click=begin>{words.give_back}</button>
        </div>
        {form}
    }
    .into_any()
}

/// The field for the reason; whoever gives it up is back at the button with which it began.
fn reason(reviewing: Reviewing, receipt: Receipt, begun: NodeRef<html::Button>) -> AnyView {
    let words = reviewing.words();
    let cancel = move |_| {
        reviewing.returning.set(None);
        if let Some(button) = begun.get_untracked() {
            ignored(button.focus());
        }
    };
    let field = NodeRef::<html::Textarea>::new();
    field.on_load(|field| {
        ignored(field.focus());
    });
    let act = move |_| {
        let reason = reviewing.reason.get_untracked();
        match act::returning(&receipt, &reason, language(reviewing)) {
            Some(act) => {
                let receipt = receipt.clone();
                reviewing.page.desk.sign(move || give_back(reviewing, &receipt, &reason, act));
            }
            None => {
                reviewing.page.told.set(words.reason_needed.to_owned());
                if let Some(field) = field.get_untracked() {
                    ignored(field.focus());
                }
            }
        }
    };
    view! {
        <div class="reason">
            <label>
                <span>{words.reason}</span>
                <textarea
                    rows="2"
                    maxlength="500"
                    required
                    node_ref=field
                    prop:value=reviewing.reason
                    on:input:target=move |event| reviewing.reason.set(event.target().value())
                ></textarea>
            </label>
            <span class="acts">
                <button type="button" data-main="" on:click=act>{words.give_back}</button>
                <button type="button" on:click=cancel>{words.cancel}</button>
            </span>
        </div>
    }
    .into_any()
}

/// Accepts, once it is known who does.
fn accept(reviewing: Reviewing, receipts: &[(Receipt, Choice)]) {
    let act = act::accepting(receipts, language(reviewing));
    reviewing.page.desk.sign(move || match act {
        Some(act) => {
            record(reviewing, act);
        }
        None => reviewing.page.told.set(reviewing.words().nothing_to_take.to_owned()),
    });
}

fn give_back(reviewing: Reviewing, receipt: &Receipt, reason: &str, act: Act) {
    let written = record(reviewing, act);
    reviewing.returning.set(None);
    let title = returned_title(language(reviewing), receipt.month, &receipt.name.words, reason.trim());
    // With the report itself, so that whoever has lost it goes on from what was sent.
    let sent: Vec<Batch> = receipt.batches.iter().cloned().chain(written).collect();
    match link_text(reviewing.page.state, Kind::Returned, &title, &sent) {
        Ok(text) => hand_out(reviewing.page.state, reviewing.page.outbox, BACK.to_owned(), text),
        Err(fault) => reviewing.page.told.set(fault),
    }
}

/// Takes batches in with the verdicts about them, as one act, and says what came of it. The copy from before is what
/// undoing goes back to, so that it takes the verdicts back too.
fn record(reviewing: Reviewing, act: Act) -> Vec<Batch> {
    let Act { batches, verdicts, receipts, sentence } = act;
    let language = language(reviewing);
    reviewing.handled.set(untrack(|| reviewing.handled()));
    let (written, kept) = reviewing.page.desk.take_in_judged(batches, &reviewing.page.officer(), verdicts);
    let not_kept = kept.err().map(|failure| {
        let words = reviewing.page.words_untracked();
        [" ", words.not_kept, &storage::words::failure(language, failure)].concat()
    });
    reviewing.page.told.set(String::new());
    // What was handed out before speaks of another receipt.
    reviewing.page.outbox.set(None);
    reviewing.handled.update(|handled| handled.extend(receipts.iter().cloned()));
    let sentence = sentence + not_kept.as_deref().unwrap_or_default();
    let has_way_back = untrack(|| reviewing.page.desk.can_undo());
    told(reviewing, Done { sentence, receipts, has_way_back });
    // The way back stands here: the bar over the page would offer the same once more.
    reviewing.page.desk.put_undo_away();
    reviewing.clear_text();
    reviewing.keep();
    written
}

fn language(reviewing: Reviewing) -> Language {
    reviewing.page.state.settings.with_untracked(|settings| settings.language)
}
