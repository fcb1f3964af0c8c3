//! The form below the paper, in which a verdict is written down. Decides nothing: what was typed goes to [`written`].

use super::{Begun, Fault, Field, Typed, begun, choices, rows, words, written};
use crate::browser::{document, ignored};
use crate::ledger::kinds::Outcome;
use crate::ledger::{Entry, Said};
use crate::page::shared::records::with_as_of;
use crate::page::shared::records::writable;
use crate::plan::{Month, Year};
use crate::standing::duty;
use crate::state::{Desk, State};
use crate::storage;
use crate::text::{Choice, Language, Text};
use crate::ui::field::{self, Bound, Line};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct Here {
    state: State,
    desk: Desk,
    year: Year,
    language: Language,
    words: &'static words::Words,
    typed: RwSignal<Typed>,
    /// What the figures say of the promise that is chosen.
    begun: RwSignal<Option<Begun>>,
    faults: RwSignal<Vec<Fault>>,
    told: RwSignal<String>,
    told_at: NodeRef<html::P>,
}

/// The form of a year; where something is only looked at, that nothing can be recorded.
pub fn form(state: State, desk: Desk, year: Year) -> AnyView {
    let language = state.language();
    let here = Here {
        state,
        desk,
        year,
        language,
        words: words::of(language),
        typed: RwSignal::default(),
        begun: RwSignal::new(None),
        faults: RwSignal::new(vec![]),
        told: RwSignal::default(),
        told_at: NodeRef::new(),
    };
    let is_writable = Memo::new(move |_| writable(state).is_some());
    let sheet = move || match is_writable.get() {
        true => sheet(here),
        false => view! { <p class="sheet looking">{here.words.looking}</p> }.into_any(),
    };
    view! {
        <div class="paper-form">
            {sheet}
            <p class="told" role="status" tabindex="-1" node_ref=here.told_at>{here.told}</p>
        </div>
    }
    .into_any()
}

fn sheet(here: Here) -> AnyView {
    let Here { state, desk, year, language, words, typed, .. } = here;
    let promises = untrack(|| with_as_of(state, desk, |as_of| choices(as_of, year)));
    let plain = |value: String, words: Text| Choice { value, words };
    let outcomes = Outcome::ALL.into_iter().enumerate();
    let outcomes =
        outcomes.map(|(at, one)| plain(at.to_string(), Text::plain(one.words(language)))).collect();
    let plan = state.plan();
    let years = (year.0 + 1..=plan.period.to.0 + 1).map(Year);
    let years = years.map(|year| plain(year.to_string(), Text::plain(year.to_string()))).collect::<Vec<_>>();
    let organisations = plan.organisations.iter();
    let organisations =
        organisations.map(|one| plain(one.id.clone(), plan.say(&one.name, language))).collect::<Vec<_>>();
    let choose = move |subject: String| {
        let begun = untrack(|| with_as_of(state, desk, |as_of| begun(as_of, year, &subject)));
        typed.set(begun.as_ref().map(|begun| begun.typed.clone()).unwrap_or_default());
        here.begun.set(begun);
        here.faults.set(vec![]);
        here.told.set(String::new());
    };
    // What a promise begins with comes with the choice.
    let subject = Bound::new(typed, |typed| &mut typed.subject).written(choose);
    let subject = subject.marked(move || is_wrong(here, Field::Subject));
    let subject = field::select(words::field(language, Field::Subject), words.choose, promises, subject);
    let proposed = move || {
        here.begun.get().map(|begun| {
            let class = rows::class(begun.proposed, language);
            view! {
                <p class="would">
                    {words.proposed}" "
                    <span class="light" data-light=rows::light(begun.proposed)>{class}</span>
                    " "{words::because(language, begun.because)}
                </p>
            }
        })
    };
    let has_figures =
        Memo::new(move |_| here.begun.with(|begun| begun.as_ref().is_some_and(|one| one.has_figures)));
    // The keys of figures of some telephones have no hyphen: a day is typed with those of words.
    let words_of = |id: &'static str| Line { id, ..Line::default() };
    let figure = move |id: &'static str| Line { mode: "decimal", ..words_of(id) };
    let figures = move || {
        has_figures.get().then(|| {
            view! {
                {line(here, Field::Reported, figure("verdict-reported"), |typed| &mut typed.reported)}
                {line(here, Field::Checked, figure("verdict-checked"), |typed| &mut typed.checked)}
            }
        })
    };
    let is_carried = Memo::new(move |_| typed.with(|typed| typed.outcome() == Some(Outcome::Carried)));
    let onward = move || {
        is_carried.get().then(|| {
            view! {
                {select(here, Field::CarriedYear, words.choose, years.clone(), |typed| &mut typed.carried_year)}
                {select(here, Field::CarriedTo, words.stays, organisations.clone(), |typed| &mut typed.carried_to)}
            }
        })
    };
    let fields = view! {
        {figures}
        {select(here, Field::Outcome, words.choose, outcomes, |typed| &mut typed.outcome)}
        {onward}
        {line(here, Field::Reason, words_of("verdict-reason"), |typed| &mut typed.reason)}
        {line(here, Field::Evidence, words_of("verdict-evidence"), |typed| &mut typed.evidence)}
        {line(here, Field::Source, words_of("verdict-source"), |typed| &mut typed.source)}
        {line(here, Field::On, Line { example: "2024-01-20", ..words_of("verdict-on") }, |typed| &mut typed.on)}
        {line(here, Field::Doer, words_of("verdict-doer"), |typed| &mut typed.doer)}
        {line(here, Field::Verifier, words_of("verdict-verifier"), |typed| &mut typed.verifier)}
    };
    let save = move || match typed.with(|typed| typed.verifier.trim().is_empty()) {
        true => words.save_one,
        false => words.save_both,
    };
    let form = view! {
        <form on:submit=move |event: SubmitEvent| {
            event.prevent_default();
            submit(here);
        }>
            <p class="muted">{words.form_note}</p>
            <div class="fields" data-wide="">{subject}</div>
            {proposed}
            <div class="fields" hidden=move || here.begun.with(Option::is_none)>{fields}</div>
            {move || faults(here)}
            <div class="acts"><button type="submit" data-main="">{save}</button></div>
        </form>
    };
    view! { <section class="sheet act-form"><header><h2>{words.form}</h2></header>{form}</section> }
        .into_any()
}

fn faults(here: Here) -> Option<AnyView> {
    field::faults(here.faults.get().into_iter().map(|one| words::fault(here.language, one)).collect())
}

fn submit(here: Here) {
    let Here { state, desk, year, .. } = here;
    let made = untrack(|| {
        with_as_of(state, desk, |as_of| here.typed.with_untracked(|typed| written(as_of, year, typed)))
    });
    match made {
        Ok(entry) => {
            here.faults.set(vec![]);
            record(here, entry);
        }
        Err(found) => here.faults.set(found),
    }
}

/// Written as one act of the year's last period or, where that is none of the plan's, of the one that is due, with a copy from
/// before, so that one undo takes it back.
fn record(here: Here, entry: Entry) {
    let Here { state, desk, year, language, words, .. } = here;
    let is_signed = matches!(&entry.said, Said::Verdict(one) if one.is_signed());
    desk.sign(move || {
        let plan = state.plan();
        let today = state.today.get_untracked().unwrap_or_else(|| desk.now().day(desk.offset()));
        let last = Month::new(year, 12).filter(|month| duty::periods(&plan).contains(month));
        let month = last.or_else(|| duty::current(&plan, today)).unwrap_or_else(|| today.month());
        let told = match desk.record(&plan, month, vec![entry]) {
            Ok(()) => {
                ignored(here.typed.try_set(Typed::default()));
                ignored(here.begun.try_set(None));
                if is_signed { words.saved_both } else { words.saved_one }.to_owned()
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

fn is_wrong(here: Here, field: Field) -> bool {
    here.faults.with(|faults| faults.iter().any(|one| one.field() == field))
}

fn line(here: Here, field: Field, look: Line, of: fn(&mut Typed) -> &mut String) -> AnyView {
    let bound = Bound::new(here.typed, of).marked(move || is_wrong(here, field));
    field::line(words::field(here.language, field), look, bound)
}

fn select(
    here: Here,
    field: Field,
    first: &'static str,
    choices: Vec<Choice>,
    of: fn(&mut Typed) -> &mut String,
) -> AnyView {
    let bound = Bound::new(here.typed, of).marked(move || is_wrong(here, field));
    field::select(words::field(here.language, field), first, choices, bound)
}
