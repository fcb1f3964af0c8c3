//! Accepting, returning with a reason, and undoing it.

use super::{BACK, Desk};
use crate::browser::document;
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
pub fn bar(desk: Desk) -> AnyView {
    let undo = move |_| match desk.page.desk.undo() {
        Ok(()) => {
            desk.handled.set(untrack(|| desk.handled()));
            desk.page.outbox.set(None);
            desk.keep();
            let sentence = desk.words().undone.to_owned();
            told(desk, Done { sentence, receipts: vec![], has_way_back: false });
        }
        Err(failure) => desk.page.told.set(storage::words::failure(language(desk), failure)),
    };
    let shown = move || {
        desk.done().map(|done| {
            let undo = done.has_way_back.then(|| {
                view! { <button type="button" on:click=undo>{desk.words().undo}</button> }
            });
            view! { <p>{done.sentence}</p>{undo} }
        })
    };
    let has_done = move || desk.done().is_some().then_some("");
    view! { <div class="done" role="status" tabindex="-1" data-shown=has_done node_ref=desk.bar>{shown}</div> }.into_any()
}

/// Says what came of an act. The button that was pressed is gone: the focus goes to the sentence.
fn told(desk: Desk, done: Done) {
    desk.done.set(Some(done));
    document::after_paint(move || {
        if let Some(bar) = desk.bar.get_untracked() {
            let _ = bar.focus();
        }
    });
}

/// The button that accepts every receipt about which there is nothing to decide.
pub fn accept_clear(desk: Desk, receipts: &[Receipt]) -> Option<AnyView> {
    let clear = act::clear(receipts);
    (!clear.is_empty()).then(|| {
        let count = clear.len();
        let act = move |_| accept(desk, &clear);
        view! {
            <button type="button" data-main="" on:click=act>{desk.words().accept_clear}" ("{count}")"</button>
        }
        .into_any()
    })
}

/// Accept or return one receipt.
pub fn acts(desk: Desk, receipt: &Receipt) -> AnyView {
    let words = desk.words();
    let key = receipt.key();
    let label = |what: &str| [what, " ", &receipt.name.words, " ", &receipt.month.to_string()].concat();
    let (accept_label, return_label) = (label(words.accept), label(words.give_back));
    let take = {
        let (receipt, key) = (receipt.clone(), key.clone());
        move |_| {
            let (whole, let_go) = (desk.whole.get_untracked(), desk.let_go.get_untracked());
            accept(desk, &[(receipt.clone(), Choice::of(&key, &whole, &let_go))]);
        }
    };
    let begin = {
        let key = key.clone();
        move |_| {
            desk.reason.set(String::new());
            desk.returning.set(Some(key.clone()));
        }
    };
    let begun = NodeRef::<html::Button>::new();
    let form = {
        let receipt = receipt.clone();
        let is_returning = move || desk.returning.with(|one| one.as_ref() == Some(&key));
        move || is_returning().then(|| reason(desk, receipt.clone(), begun))
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
fn reason(desk: Desk, receipt: Receipt, begun: NodeRef<html::Button>) -> AnyView {
    let words = desk.words();
    let cancel = move |_| {
        desk.returning.set(None);
        if let Some(button) = begun.get_untracked() {
            let _ = button.focus();
        }
    };
    let field = NodeRef::<html::Textarea>::new();
    field.on_load(|field| {
        let _ = field.focus();
    });
    let act = move |_| {
        let reason = desk.reason.get_untracked();
        match act::returning(&receipt, &reason, language(desk)) {
            Some(act) => {
                let receipt = receipt.clone();
                desk.page.desk.sign(move || give_back(desk, &receipt, &reason, act));
            }
            None => {
                desk.page.told.set(words.reason_needed.to_owned());
                if let Some(field) = field.get_untracked() {
                    let _ = field.focus();
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
                    prop:value=desk.reason
                    on:input:target=move |event| desk.reason.set(event.target().value())
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
fn accept(desk: Desk, receipts: &[(Receipt, Choice)]) {
    let act = act::accepting(receipts, language(desk));
    desk.page.desk.sign(move || match act {
        Some(act) => {
            record(desk, act);
        }
        None => desk.page.told.set(desk.words().nothing_to_take.to_owned()),
    });
}

fn give_back(desk: Desk, receipt: &Receipt, reason: &str, act: Act) {
    let written = record(desk, act);
    desk.returning.set(None);
    let title = returned_title(language(desk), receipt.month, &receipt.name.words, reason.trim());
    // With the report itself, so that whoever has lost it goes on from what was sent.
    let sent: Vec<Batch> = receipt.batches.iter().cloned().chain(written).collect();
    match link_text(desk.page.state, Kind::Returned, &title, &sent) {
        Ok(text) => hand_out(desk.page.state, desk.page.outbox, BACK.to_owned(), text),
        Err(fault) => desk.page.told.set(fault),
    }
}

/// Takes batches in with the verdicts about them, as one act, and says what came of it. The copy from before is what
/// undoing goes back to, so that it takes the verdicts back too.
fn record(desk: Desk, act: Act) -> Vec<Batch> {
    let Act { batches, verdicts, receipts, sentence } = act;
    let language = language(desk);
    desk.handled.set(untrack(|| desk.handled()));
    let (written, kept) = desk.page.desk.take_in_judged(batches, &desk.page.officer(), verdicts);
    let not_kept = kept.err().map(|failure| {
        let words = desk.page.words_untracked();
        [" ", words.not_kept, &storage::words::failure(language, failure)].concat()
    });
    desk.page.told.set(String::new());
    // What was handed out before speaks of another receipt.
    desk.page.outbox.set(None);
    desk.handled.update(|handled| handled.extend(receipts.iter().cloned()));
    let sentence = sentence + not_kept.as_deref().unwrap_or_default();
    let has_way_back = untrack(|| desk.page.desk.can_undo());
    told(desk, Done { sentence, receipts, has_way_back });
    desk.keep();
    written
}

fn language(desk: Desk) -> Language {
    desk.page.state.settings.with_untracked(|settings| settings.language)
}
