//! The part of the page for whoever makes a plan in a workbook. Decides nothing.

use super::{Here, preview};
use crate::authoring::workbook;
use crate::browser::ignored;
use crate::office::{self, Format};
use crate::page::keep::authoring::tables::{Edition, Found, found};
use crate::page::keep::authoring::words;
use crate::page::shared::table_files::{self, Read, Reader};
use crate::page::shared::workbook::{self as files, Made};
use crate::plan::Plan;
use crate::rows;
use crate::state::State;
use crate::text::Table;
use crate::ui::table;
use leptos::prelude::*;

/// Template, file and what comes of it.
pub(super) fn section(state: State, here: Here) -> AnyView {
    let Here { language, words, .. } = here;
    let read: RwSignal<Option<Read>> = RwSignal::new(None);
    let saved = RwSignal::new(String::new());
    let reader = Reader::new(language, Callback::new(move |one| ignored(read.try_set(Some(one))))).whole();
    let template = move |_| {
        if let Some(plan) = workbook::example(language) {
            save(here, saved, &plan);
        }
    };
    let current = move |_| save(here, saved, &state.plan());
    let result = move || {
        let (name, book) = read.with(|read| read.as_ref().map(|one| (one.name.clone(), one.book.clone())))?;
        let found = found(&book, &state.plan(), &here.desk.own(), language);
        Some(view! {
            <div class="from-file" role="region" aria-label=words.tables>
                <h3>{crate::text::isolated(&name)}</h3>
                {drawn(here, found)}
            </div>
        })
    };
    view! {
        <section class="sheet tables-of-plan">
            <header><h2>{words.tables}</h2><div class="muted">{words.tables_note}</div></header>
            <div class="body">
                <div class="acts">
                    <button type="button" on:click=template>{words.template}</button>
                    <button type="button" on:click=current>{words.current}</button>
                    <span role="status">{saved}</span>
                </div>
                {table_files::field(reader, false)}
                {result}
            </div>
        </section>
    }
    .into_any()
}

/// Hands a plan to the reader as a workbook.
fn save(here: Here, saved: RwSignal<String>, plan: &Plan) {
    let language = here.language;
    let book = workbook::workbook(plan, language);
    let format = Format::Xlsx;
    let made = Made { name: office::file_name(&book.title, format), json: book.json(), format };
    saved.set(files::words::of(language).making.to_owned());
    leptos::task::spawn_local(async move {
        let outcome = files::words::outcome(language, files::written(made).await);
        ignored(saved.try_set(outcome.to_owned()));
    });
}

fn drawn(here: Here, found: Found) -> AnyView {
    let Here { language, words, .. } = here;
    match found {
        Found::NoBook(fault) => {
            view! { <p role="alert">{rows::words::no_book(language, fault)}</p> }.into_any()
        }
        Found::Faulty { count, faults, remarks } => view! {
            <p role="alert">{words::faults(language, count)}</p>
            {listed(faults)}
            {remarks_of(remarks)}
        }
        .into_any(),
        Found::Ready { ready, remarks, edition } => view! {
            <p role="status">{words.sound}</p>
            {remarks_of(remarks)}
            {preview(*ready, words)}
            {versions(here, edition)}
        }
        .into_any(),
    }
}

fn listed(faults: Table) -> AnyView {
    let label = faults.caption.words.clone();
    view! { <div class="scroll" tabindex="0" role="region" aria-label=label>{table(faults)}</div> }.into_any()
}

fn remarks_of(remarks: Vec<String>) -> Option<AnyView> {
    let each = remarks.iter().map(|one| view! { <li>{one.clone()}</li> }).collect::<Vec<_>>();
    (!each.is_empty()).then(|| view! { <ul class="faults muted">{each}</ul> }.into_any())
}

fn versions(here: Here, edition: Edition) -> AnyView {
    let Here { language, words, .. } = here;
    let content = match edition {
        Edition::Other => view! { <p>{words.other_plan}</p> }.into_any(),
        Edition::Same => view! { <p>{words.no_change}</p> }.into_any(),
        Edition::Next { changes, more, records } => {
            let more = (more > 0).then(|| view! { <p>{words::more_changes(language, more)}</p> });
            view! { {listed(changes)} {more} {remarks_of(records)} }.into_any()
        }
    };
    view! { <h3>{words.changes}</h3> {content} }.into_any()
}
