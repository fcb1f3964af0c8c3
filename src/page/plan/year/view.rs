//! The page of a year in markup. Decides nothing: what was typed goes to the readers and acts of this page, what comes of
//! it to the desk.

mod adding;
mod lines;
mod taking;
mod writing;

use super::words::{self, Done, Words};
use super::{YearPage, model};
use crate::browser::{document, ignored};
use crate::ledger::{BatchId, Entry, Id};
use crate::plan::{Day, Year};
use crate::route::{Route, TasksView};
use crate::standing::AsOf;
use crate::state::{Desk, State, Viewing};
use crate::storage;
use crate::text::{Language, Text};
use crate::ui::{page_title, signs_as, switch};
use leptos::html;
use leptos::prelude::*;
use writing::Writing;

/// What the pieces of the page share.
#[derive(Clone, Copy)]
pub struct Here {
    state: State,
    desk: Desk,
    year: Year,
    language: Language,
    words: &'static Words,
    /// What came of the last act.
    told: RwSignal<String>,
    told_at: NodeRef<html::P>,
}

/// The page.
pub fn page(state: State, desk: Desk, year: Year) -> AnyView {
    let language = state.language();
    let here = Here {
        state,
        desk,
        year,
        language,
        words: words::of(language),
        told: RwSignal::new(String::new()),
        told_at: NodeRef::new(),
    };
    let model = Memo::new(move |_| here.model());
    let is_writable = Memo::new(move |_| {
        !matches!(desk.viewing(), Viewing::Opened(_)) && model.with(|page| page.is_of_plan)
    });
    let (writing, adding) = (Writing::new(), adding::Adding::new(here));
    let head = move || head(here, model.get());
    // What is typed and chosen outlives a new drawing of the lists: it is kept beside them.
    let chosen = taking::Chosen::new();
    let waiting = move || {
        taking::sheet(here, chosen, writing, model.with(|page| page.waiting.clone()), is_writable.get())
    };
    let lists =
        move || lines::groups(here, writing, model.with(|page| page.groups.clone()), is_writable.get());
    let added = move || match is_writable.get() {
        true => adding::sheet(here, adding),
        false if model.with(|page| page.is_of_plan) => {
            view! { <p class="sheet looking">{here.words.only_looking}</p> }.into_any()
        }
        false => ().into_any(),
    };
    view! {
        <div class="year-list">
            {head}
            <p class="told" role="status" tabindex="-1" node_ref=here.told_at>{here.told}</p>
            <div class="stack">{waiting} {lists} {added}</div>
        </div>
    }
    .into_any()
}

fn head(here: Here, page: YearPage) -> AnyView {
    let words = here.words;
    let tasks = Route::Tasks(TasksView::Tree).href();
    let is_writable = page.is_of_plan && !matches!(here.desk.viewing(), Viewing::Opened(_));
    let signs = is_writable
        .then(|| view! { <p class="waits from">{page.from}</p> {signs_as(here.state, here.desk)} });
    let years = view! {
        {switch(page.years, words.years)}
        <a class="button" href=tasks>{words.whole_plan}</a>
    };
    let waits = (!page.waits.is_empty()).then(|| view! { <p class="waits">{page.waits}</p> });
    view! { {page_title(Text::plain(page.heading), Text::plain(page.lede), years)} {waits} {signs} }
        .into_any()
}

impl Here {
    fn today(self) -> Day {
        self.state.today.get().unwrap_or_else(|| self.desk.now().day(self.desk.offset()))
    }

    fn with<T>(self, act: impl FnOnce(AsOf) -> T) -> T {
        let (plan, ledger) = (self.state.plan(), self.desk.ledger());
        let (today, offset, language) = (self.today(), self.desk.offset(), self.language);
        act(AsOf { plan: &plan, ledger: &ledger, today, offset, language })
    }

    fn model(self) -> YearPage {
        self.with(|as_of| model(as_of, self.year))
    }

    fn officer(self) -> Id {
        untrack(|| self.desk.officer(&self.state.plan()))
    }

    /// Writes as one act with a copy from before, so that one undo takes it back, and says what came of it.
    fn record(self, done: Done, entries: impl FnOnce(BatchId) -> Vec<Entry>) {
        let today = untrack(|| self.today());
        let month = super::period(&self.state.plan(), self.year, today);
        let mut count = 0;
        let kept = self.desk.take_in_named(&self.officer(), month, |batch| {
            let entries = entries(batch);
            count = entries.len();
            entries
        });
        let told = match kept {
            Ok(()) => words::done(self.language, done, count),
            Err(failure) => [self.words.not_kept, &storage::words::failure(self.language, failure)].concat(),
        };
        self.tell(told);
    }

    fn tell(self, told: String) {
        ignored(self.told.try_set(told));
        // The button is gone with what it did.
        document::after_paint(move || {
            if let Some(told) = self.told_at.get_untracked() {
                ignored(told.focus());
            }
        });
    }
}
