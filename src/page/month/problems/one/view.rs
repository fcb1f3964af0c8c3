//! The page of one problem in markup. Decides nothing: what was typed goes to [`written`], what comes of it to the desk.

use super::words::{self, Words};
use super::{Act, Fault, Field, One, Signer, Told, Typed, model, written};
use crate::browser::{document, ignored};
use crate::ledger::kinds::Item;
use crate::page::shared::records::with_as_of;
use crate::page::shared::records::writable;
use crate::route::{ProblemsView, Route};
use crate::standing::problems::problem;
use crate::state::{Desk, State};
use crate::storage;
use crate::text::{Language, Link, Text};
use crate::ui::{crumbs, facts, link, page_title, said, sheet};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// What the parts of the page share.
#[derive(Clone)]
struct Here {
    state: State,
    desk: Desk,
    id: Arc<str>,
    language: Language,
    words: &'static Words,
    page: Memo<Option<One>>,
    /// The act that is being written.
    writing: RwSignal<Option<Act>>,
    /// The act for which the fields were filled last.
    begun: RwSignal<Option<Act>>,
    typed: RwSignal<Typed>,
    faults: RwSignal<Vec<String>>,
    told: RwSignal<String>,
    told_at: NodeRef<html::P>,
}

/// The page.
pub fn page(state: State, desk: Desk, id: &str) -> AnyView {
    let language = state.language();
    let id: Arc<str> = id.into();
    let page = {
        let id = id.clone();
        Memo::new(move |_| with_as_of(state, desk, |as_of| model(as_of, &id)))
    };
    let here = Here {
        state,
        desk,
        id,
        language,
        words: words::of(language),
        page,
        writing: RwSignal::new(None),
        begun: RwSignal::new(None),
        typed: RwSignal::new(Typed::default()),
        faults: RwSignal::new(vec![]),
        told: RwSignal::new(String::new()),
        told_at: NodeRef::new(),
    };
    let is_here = Memo::new(move |_| page.with(Option::is_some));
    (move || if is_here.get() { drawn(here.clone()) } else { none(here.words) }).into_any()
}

fn path(words: &'static Words) -> AnyView {
    let href = Route::Problems(ProblemsView::default()).href();
    crumbs(vec![Link { text: Text::plain(words.all), href }], words.all)
}

fn none(words: &'static Words) -> AnyView {
    view! { <article class="problem">{path(words)}{page_title(Text::plain(words.none), Text::plain(words.none_lede), ())}</article> }
        .into_any()
}

fn drawn(here: Here) -> AnyView {
    let (words, page, language) = (here.words, here.page, here.language);
    let part = move |pick: fn(One) -> AnyView| move || page.get().map(pick);
    let head = move || {
        page.get().map(|one| {
            let light =
                view! { <span class="light" data-light=one.lit.light>{one.lit.word}</span>" "{one.stage} };
            view! {
                {page_title(one.text, Text::default(), ())}
                <p class="stage">{light}</p>
            }
        })
    };
    let lacks = part(|one| {
        let said = one.lacks.into_iter().map(str::to_owned).chain(one.reopen);
        let each = said.map(|one| view! { <p>{one}</p> }).collect::<Vec<_>>();
        (!each.is_empty()).then(|| view! { <div class="earlier lacks">{each}</div> }).into_any()
    });
    let conflicts = move || {
        let all = page.get().map(|one| one.conflicts).unwrap_or_default();
        (!all.is_empty()).then(|| {
            let each = all.into_iter().map(|one| view! { <li>{said(one)}</li> }).collect::<Vec<_>>();
            sheet(Text::plain(words.conflicts), (), view! { <ul class="conflicts">{each}</ul> })
        })
    };
    let history = move || {
        page.get().map(|one| {
            let each = one.history.into_iter().map(told).collect::<Vec<_>>();
            sheet(Text::plain(words.history), words.claims, view! { <ol class="history">{each}</ol> })
        })
    };
    let fact = |(name, fact): (&'static str, super::model::Fact)| {
        let content = match fact {
            super::model::Fact::Words(text) => said(text),
            super::model::Fact::Link(one) => link(one),
        };
        (name, content)
    };
    let known = move || {
        let all = page.get().map(|one| one.facts).unwrap_or_default();
        sheet(Text::plain(words.facts), (), facts(all.into_iter().map(fact).collect()))
    };
    let (told, told_at) = (here.told, here.told_at);
    let has_told = move || told.with(|told| !told.is_empty()).then_some("");
    let kind = words::kind(language);
    view! {
        <article class="problem">
            {path(words)}
            <p class="muted kind">{kind}</p>
            {head}
            <p class="told" role="status" tabindex="-1" data-told=has_told node_ref=told_at>{told}</p>
            {lacks}
            <div class="beside">
                <div class="stack">{conflicts}{acts(here)}{history}</div>
                <aside>{known}</aside>
            </div>
        </article>
    }
    .into_any()
}

fn told(one: Told) -> AnyView {
    let quoted = |before: &'static str, text: Text| {
        (!text.words.is_empty()).then(|| view! { <blockquote>{before}{said(text)}</blockquote> })
    };
    let marks = one.marks.into_iter().map(|mark| view! { <small class="mark">{mark}</small> });
    view! {
        <li>
            <p><time>{one.on.to_string()}</time>" "<span class="by">{said(one.by)}</span>" "<strong>{said(one.what)}</strong>{marks.collect::<Vec<_>>()}</p>
            {quoted("", one.typed)}
            {quoted(one.document_is, one.document)}
        </li>
    }
    .into_any()
}

/// What can be done: a button each, and below them the form of the one that was pressed.
fn acts(here: Here) -> AnyView {
    let (words, page, language) = (here.words, here.page, here.language);
    let (state, writing) = (here.state, here.writing);
    let is_writable = Memo::new(move |_| writable(state).is_some());
    let offered =
        Memo::new(move |_| page.with(|one| one.as_ref().map(|one| one.acts.clone()).unwrap_or_default()));
    let pressed = {
        let here = here.clone();
        Callback::new(move |act| begin(&here, act))
    };
    let buttons = move || {
        let each = offered.get().into_iter().map(|act| {
            let is_pressed = move || (writing.get() == Some(act)).then_some("true");
            view! {
                <button type="button" id=button(act) aria-expanded=move || is_pressed().unwrap_or("false") on:click=move |_| pressed.run(act)>
                    {words::act(language, act)}
                </button>
            }
        });
        each.collect::<Vec<_>>()
    };
    let form =
        move || writing.get().filter(|act| offered.with(|all| all.contains(act))).map(|act| form(&here, act));
    let content = move || match (is_writable.get(), offered.with(Vec::is_empty)) {
        (false, _) => view! { <p class="said muted">{words.only_looking}</p> }.into_any(),
        (true, true) => view! { <p class="said muted">{words.nothing_to_do}</p> }.into_any(),
        (true, false) => {
            view! { <div class="buttons" role="group" aria-label=words.acts>{buttons}</div> }.into_any()
        }
    };
    let written = move || is_writable.get().then(form.clone());
    view! { <div class="acts">{sheet(Text::plain(words.acts), words.acts_note, view! { {content}{written} })}</div> }
        .into_any()
}

fn button(act: Act) -> String {
    ["act-", act.slug()].concat()
}

fn begin(here: &Here, act: Act) {
    let one = here.page.get_untracked();
    let Some(one) = one else { return };
    let before = here.begun.get_untracked();
    here.typed.update(|typed| *typed = std::mem::take(typed).for_act(before, act, &one));
    here.begun.set(Some(act));
    here.faults.set(vec![]);
    here.told.set(String::new());
    here.writing.set(Some(act));
    let first = act.fields().first().map(|field| element(*field));
    document::after_paint(move || first.iter().for_each(|first| document::enter(first)));
}

fn element(field: Field) -> String {
    let name = match field {
        Field::Organisation => "organisation",
        Field::Day => "day",
        Field::To => "to",
        Field::Paper => "paper",
        Field::Text => "text",
        Field::Document => "document",
    };
    ["problem-", name].concat()
}

fn form(here: &Here, act: Act) -> AnyView {
    let (words, language, faults) = (here.words, here.language, here.faults);
    let fields = act.fields().iter().map(|one| field(here, act, *one)).collect::<Vec<_>>();
    let listed = move || {
        let each = faults.get().into_iter().map(|one| view! { <li>{one}</li> }).collect::<Vec<_>>();
        (!each.is_empty()).then(|| view! { <div role="alert"><ul class="faults">{each}</ul></div> })
    };
    let (submit, cancel) = (here.clone(), here.clone());
    view! {
        <form
            class="reason"
            aria-label=words::act(language, act)
            on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                record(submit.clone(), act);
            }
        >
            {fields}
            {listed}
            <div class="buttons">
                <button type="submit" data-main="">{words::act(language, act)}</button>
                <button
                    type="button"
                    on:click=move |_| {
                        cancel.writing.set(None);
                        document::enter(&button(act));
                    }
                >
                    {words.cancel}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn field(here: &Here, act: Act, field: Field) -> AnyView {
    let (typed, language, words) = (here.typed, here.language, here.words);
    let name = words::field(language, act, field);
    let value = move || typed.with(|typed| field.of(typed).clone());
    let set = move |value: String| typed.update(|typed| *field.of_mut(typed) = value);
    let content = match field {
        Field::Organisation => {
            let all = here.page.get_untracked().map(|one| one.organisations).unwrap_or_default();
            let options = all.into_iter().map(|(id, name)| {
                let lang = name.language.map(Language::tag);
                let chosen = id.clone();
                view! { <option value=id lang=lang selected=move || typed.with(|typed| typed.organisation == chosen)>{name.words}</option> }
            });
            let options = options.collect::<Vec<_>>();
            view! {
                <select id=element(field) prop:value=value on:change:target=move |event| set(event.target().value())>
                    <option value="">{words.choose}</option>
                    {options}
                </select>
            }
            .into_any()
        }
        Field::Text => view! {
            <textarea id=element(field) rows="2" prop:value=value on:input:target=move |event| set(event.target().value())></textarea>
        }
        .into_any(),
        Field::Day | Field::To | Field::Paper | Field::Document => {
            let example = (field == Field::Day).then_some(words.day_example);
            view! {
                <input
                    type="text"
                    id=element(field)
                    autocomplete="off"
                    placeholder=example
                    prop:value=value
                    on:input:target=move |event| set(event.target().value())
                />
            }
            .into_any()
        }
    };
    view! { <label><span>{name}</span>{content}</label> }.into_any()
}

/// Written as one act with a copy from before, so that one undo takes it back. Who acts is known once it is signed.
fn record(here: Here, act: Act) {
    here.desk.sign(move || {
        let Here { state, desk, id, language, words, writing, begun, typed, faults, told, told_at, .. } =
            here;
        let plan = state.plan();
        let organisation = untrack(|| desk.officer(&plan));
        let person = desk.me.with_untracked(|me| me.person.clone());
        let signer = Signer { organisation: &organisation, person: &person };
        let made = untrack(|| {
            with_as_of(state, desk, |as_of| {
                let found = problem(as_of, Item::entry_of(&id)?)?;
                let entries = typed.with_untracked(|typed| written(as_of, &found, act, typed, signer));
                Some((found.month, entries))
            })
        });
        let (month, entries) = match made {
            Some((month, Ok(entries))) => (month, entries),
            Some((_, Err(wrong))) => return refuse(language, act, &wrong, faults),
            None => return told.set(words.none.to_owned()),
        };
        let kept = desk.record(&plan, month, entries);
        ignored(writing.try_set(None));
        // What was written down is no beginning of the next act.
        ignored(begun.try_set(None));
        ignored(typed.try_set(Typed::default()));
        ignored(told.try_set(match kept {
            Ok(()) => [words::act(language, act), language.pick("：", ": "), words.done].concat(),
            Err(failure) => [words.not_kept, &storage::words::failure(language, failure)].concat(),
        }));
        // The button that was pressed is gone with what it offered.
        document::after_paint(move || {
            if let Some(told) = told_at.get_untracked() {
                ignored(told.focus());
            }
        });
    });
}

fn refuse(language: Language, act: Act, wrong: &[Fault], faults: RwSignal<Vec<String>>) {
    ignored(faults.try_set(wrong.iter().map(|one| words::fault(language, act, one)).collect()));
    let at = wrong.first().map(|fault| element(fault.field()));
    document::after_paint(move || at.iter().for_each(|at| document::enter(at)));
}
