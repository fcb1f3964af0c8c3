//! The form of an adjustment in markup: what it would change is shown before anything is saved.

use super::super::{Fault, Field, NewAim, Typed, told, typed_of, words, written};
use super::{Here, record};
use crate::browser::document;
use crate::ledger::kinds::Status;
use crate::ledger::{Entry, EntryId, Said};
use crate::text::Choice;
use crate::ui::field::{self, Bound, Line};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// Where the form begins, for whoever is led to it.
const FIRST: &str = "adjustment-value";

/// Puts a proposal into the form, to be decided or worded anew.
pub(super) fn begin(here: Here, id: EntryId) {
    let ledger = untrack(|| here.desk.ledger());
    let Some(Said::Adjustment(said)) = ledger.entry(id).map(|entry| &entry.said) else { return };
    here.typed.set(typed_of(said));
    here.of.set(Some(id));
    here.faults.set(vec![]);
    document::after_paint(|| document::enter(FIRST));
}

/// The sheet.
pub(super) fn sheet(here: Here) -> AnyView {
    let words = here.words;
    let typed = here.typed;
    let page = here.page.get_untracked();
    let is_figure = move || typed.with(|typed| typed.new == NewAim::Figure);
    let figures = move || {
        is_figure().then(|| {
            let comparators = here.page.get_untracked().comparators;
            view! {
                {line(here, Field::Value, "decimal", FIRST, |typed| &mut typed.value)}
                {select(here, words.comparator, words.as_it_is, comparators, None, |typed| &mut typed.comparator)}
            }
        })
    };
    let kinds = view! {
        <label>
            <span>{words.new}</span>
            <select
                prop:value=move || if is_figure() { "figure" } else { "ended" }
                on:change:target=move |event| {
                    let new = if event.target().value() == "ended" { NewAim::Ended } else { NewAim::Figure };
                    typed.update(|typed| typed.new = new);
                }
            >
                <option value="figure">{words.figure}</option>
                <option value="ended">{words.no_target}</option>
            </select>
        </label>
    };
    let title = move || if here.of.get().is_some() { words.form_of } else { words.form };
    let cancel = move || {
        here.of.get().map(|_| {
            let away = move |_| {
                here.of.set(None);
                typed.set(Typed::default());
                here.faults.set(vec![]);
            };
            view! { <button type="button" on:click=away>{words.cancel}</button> }
        })
    };
    // Follows what is typed: what is read before saving is what would be saved.
    let tried = Memo::new(move |_| tried(here));
    let save = move || match tried.get() {
        Some(Ok((Status::Decided, _))) => words.save_decided,
        _ => words.save_proposed,
    };
    let form = view! {
        <form on:submit=move |event: SubmitEvent| {
            event.prevent_default();
            submit(here);
        }>
            <p class="muted">{words.without}</p>
            <div class="fields">
                {select(here, words.subject, words.choose, page.subjects, Some(Field::Subject), |typed| &mut typed.subject)}
                {select(here, words.year, words.choose, page.years, Some(Field::Year), |typed| &mut typed.year)}
                {kinds}
                {figures}
                {line(here, Field::Effective, "", "adjustment-effective", |typed| &mut typed.effective)}
                {select(here, words.class, words.choose, page.classes, Some(Field::Class), |typed| &mut typed.class)}
                {line(here, Field::Reason, "", "adjustment-reason", |typed| &mut typed.reason)}
                {line(here, Field::Document, "", "adjustment-document", |typed| &mut typed.document)}
                {line(here, Field::Dated, "", "adjustment-dated", |typed| &mut typed.dated)}
                {line(here, Field::DecidedBy, "", "adjustment-decider", |typed| &mut typed.decided_by)}
            </div>
            {move || preview(here, tried.get())}
            {move || faults(here)}
            <div class="acts">
                <button type="submit" data-main="">{save}</button>
                {cancel}
            </div>
        </form>
    };
    view! { <section class="sheet act-form"><header><h2>{title}</h2></header>{form}</section> }.into_any()
}

/// What would be saved and what that would change; what is wrong otherwise. Nothing before a figure is typed.
fn tried(here: Here) -> Option<Result<(Status, super::super::Told), Vec<Fault>>> {
    let typed = here.typed.get();
    if typed.subject.is_empty() || typed.new == NewAim::Figure && typed.value.trim().is_empty() {
        return None;
    }
    let (plan, ledger) = (here.state.plan(), here.desk.ledger());
    let today = here.state.today.get()?;
    Some(match written(&plan, &ledger, &typed, here.of.get()) {
        Ok(entry) => {
            let status = status(&entry);
            Ok((status, told(&plan, &ledger, entry, today, here.language)?))
        }
        Err(faults) => Err(faults),
    })
}

fn status(entry: &Entry) -> Status {
    match &entry.said {
        Said::Adjustment(one) => one.status,
        _ => Status::Proposed,
    }
}

fn preview(here: Here, tried: Option<Result<(Status, super::super::Told), Vec<Fault>>>) -> Option<AnyView> {
    let Ok((_, told)) = tried? else { return None };
    let facts = told.facts.into_iter().map(|fact| view! { <li>{fact}</li> }).collect::<Vec<_>>();
    let turns = told.turns.then_some("true");
    Some(
        view! {
            <div class="would" data-turns=turns>
                <h3>{here.words.would}</h3>
                <p class="figure">{told.aim.0}" → "{told.aim.1}</p>
                <ul>{facts}</ul>
            </div>
        }
        .into_any(),
    )
}

fn faults(here: Here) -> Option<AnyView> {
    field::faults(here.faults.get().into_iter().map(|one| words::fault(here.language, one)).collect())
}

fn submit(here: Here) {
    let (plan, ledger) = (here.state.plan(), untrack(|| here.desk.ledger()));
    match here.typed.with_untracked(|typed| written(&plan, &ledger, typed, here.of.get_untracked())) {
        Ok(entry) => {
            here.faults.set(vec![]);
            record(here, entry, here.words.saved);
        }
        Err(found) => here.faults.set(found),
    }
}

fn is_wrong(here: Here, field: Field) -> bool {
    here.faults.with(|faults| faults.iter().any(|one| one.field() == field))
}

fn line(
    here: Here,
    field: Field,
    mode: &'static str,
    id: &'static str,
    of: fn(&mut Typed) -> &mut String,
) -> AnyView {
    let example = match field {
        Field::Effective | Field::Dated => "2024-07-01",
        _ => "",
    };
    let bound = Bound::new(here.typed, of).marked(move || is_wrong(here, field));
    field::line(words::field(here.language, field), Line { id, mode, example }, bound)
}

fn select(
    here: Here,
    name: &'static str,
    first: &'static str,
    choices: Vec<Choice>,
    field: Option<Field>,
    of: fn(&mut Typed) -> &mut String,
) -> AnyView {
    let is_wrong = move || field.is_some_and(|field| is_wrong(here, field));
    field::select(name, first, choices, Bound::new(here.typed, of).marked(is_wrong))
}
