//! The page of adjustments in markup. Decides nothing: what was typed goes to [`written`], what comes of it to the desk.

mod form;
mod list;

use super::{Page, Typed, model, words};
use crate::browser::{document, ignored};
use crate::ledger::kinds::Against;
use crate::ledger::{Entry, EntryId};
use crate::page::shared::records::writable;
use crate::route::Route;
use crate::standing::{AsOf, duty};
use crate::state::{Desk, State};
use crate::storage;
use crate::text::{Language, Text};
use crate::ui::page_title;
use leptos::html;
use leptos::prelude::*;

/// What list and form share.
#[derive(Clone, Copy)]
struct Here {
    state: State,
    desk: Desk,
    language: Language,
    words: &'static words::Words,
    page: Memo<Page>,
    typed: RwSignal<Typed>,
    /// The proposal that is being decided or worded anew.
    of: RwSignal<Option<EntryId>>,
    faults: RwSignal<Vec<super::Fault>>,
    /// What became of the last act.
    told: RwSignal<String>,
    told_at: NodeRef<html::P>,
}

/// The page.
pub fn page(state: State, desk: Desk) -> AnyView {
    let language = state.language();
    let page = Memo::new(move |_| {
        let (plan, ledger) = (state.plan(), desk.ledger());
        let today = state.today.get().unwrap_or_else(|| desk.now().day(desk.offset()));
        model(AsOf { plan: &plan, ledger: &ledger, today, offset: desk.offset(), language })
    });
    let here = Here {
        state,
        desk,
        language,
        words: words::of(language),
        page,
        typed: RwSignal::default(),
        of: RwSignal::new(None),
        faults: RwSignal::new(vec![]),
        told: RwSignal::default(),
        told_at: NodeRef::new(),
    };
    let title = move || {
        let (heading, lede) = page.with(|page| (page.heading.clone(), page.lede.clone()));
        page_title(Text::plain(heading), Text::plain(lede), ())
    };
    let is_writable = Memo::new(move |_| writable(state).is_some());
    let form = move || match is_writable.get() {
        true => form::sheet(here),
        false => view! { <p class="sheet looking">{here.words.looking}</p> }.into_any(),
    };
    let list = move || list::sheet(here, page.get().rows, is_writable.get());
    view! {
        <div class="adjustments">
            {title}
            {switch(here)}
            {list}
            {form}
            <p class="told" role="status" tabindex="-1" node_ref=here.told_at>{here.told}</p>
        </div>
    }
    .into_any()
}

/// Which of the two is judged against, each with its address.
fn switch(here: Here) -> AnyView {
    let Here { desk, words, .. } = here;
    let one = |against: Against, name: &'static str| {
        let current = move || (desk.against() == against).then_some("true");
        let href = Route::Adjustments(Some(against)).href();
        view! { <a class="button" href=href aria-current=current>{name}</a> }
    };
    view! {
        <nav class="against" aria-label=words.judged_by>
            <span>{words.judged_by}</span>
            {one(Against::Adjusted, words.as_adjusted)}
            {one(Against::Issued, words.as_issued)}
        </nav>
    }
    .into_any()
}

/// Written as one act with a copy from before, so that one undo takes it back.
fn record(here: Here, entry: Entry, done: &'static str) {
    let Here { state, desk, language, .. } = here;
    desk.sign(move || {
        let plan = state.plan();
        let today = state.today.get_untracked().unwrap_or_else(|| desk.now().day(desk.offset()));
        let month = duty::current(&plan, today).unwrap_or_else(|| today.month());
        let told = match desk.record(&plan, month, vec![entry]) {
            Ok(()) => {
                ignored(here.typed.try_set(Typed::default()));
                ignored(here.of.try_set(None));
                done.to_owned()
            }
            Err(failure) => storage::words::failure(language, failure),
        };
        ignored(here.told.try_set(told));
        document::after_paint(move || {
            if let Some(told) = here.told_at.get_untracked() {
                ignored(told.focus());
            }
        });
    });
}
