//! The page of cases in markup. Decides nothing: what was typed goes to [`written`], what becomes of a case to [`act`].

use super::words::{self, Words};
use super::{Act, Case, Cases, Effect, Fault, Field, Part, Typed, act, model, months, subjects, written};
use crate::browser::{clipboard, document, ignored};
use crate::ledger::{Batch, EntryId};
use crate::page::shared::records::{with_as_of, writable};
use crate::plan::{Month, OrganisationKind};
use crate::route::{Route, Tab};
use crate::state::{Desk, State, Unkept};
use crate::storage;
use crate::text::{Choice, Language, Link, Text};
use crate::ui::field::{self, Bound, Line};
use crate::ui::{crumbs, link, page_title, said};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// Makes the text of a receipt of what was handed in, for whoever gathers the reports.
pub type Handing = fn(State, Desk, &[Batch]) -> String;

/// The name under which the device keeps what is typed.
const DRAFT: &str = "typical-case";

#[derive(Clone, Copy)]
struct Here {
    state: State,
    desk: Desk,
    language: Language,
    words: &'static Words,
    page: Memo<Option<Cases>>,
    typed: RwSignal<Typed>,
    faults: RwSignal<Vec<Fault>>,
    told: RwSignal<String>,
    told_at: NodeRef<html::P>,
    /// What was handed in last, as a text to be sent.
    sent: RwSignal<String>,
    handing: Handing,
}

/// The cases of the round that ends with the month.
pub fn page(state: State, desk: Desk, month: Option<Month>, handing: Handing) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    let page = Memo::new(move |_| with_as_of(state, desk, |as_of| model(as_of, month)));
    let kept = move || desk.draft(DRAFT).and_then(|kept| Typed::read(&kept)).unwrap_or_default();
    let here = Here {
        state,
        desk,
        language,
        words,
        page,
        typed: RwSignal::new(kept()),
        faults: RwSignal::new(vec![]),
        told: RwSignal::default(),
        told_at: NodeRef::new(),
        sent: RwSignal::default(),
        handing,
    };
    // An undo brings back what was typed.
    desk.on_draft_back(move || here.typed.set(kept()));
    let path =
        vec![Link { text: Text::plain(Tab::Dispatch.words(language)), href: Route::Dispatch(None).href() }];
    let is_writable = Memo::new(move |_| writable(state).is_some());
    let list = move || match page.get() {
        None => {
            view! { {page_title(Text::plain(words.heading), Text::plain(words.no_round), ())} }.into_any()
        }
        Some(page) => list(here, page, is_writable.get()),
    };
    let has_round = Memo::new(move |_| page.with(Option::is_some));
    let form = move || {
        has_round.get().then(|| match is_writable.get() {
            true => form(here),
            false => view! { <p class="sheet looking">{words.looking}</p> }.into_any(),
        })
    };
    view! {
        <article class="cases">
            {crumbs(path, words.heading)}
            {list}
            <p class="told" role="status" tabindex="-1" node_ref=here.told_at>{here.told}</p>
            {form}
            {move || sent(here)}
        </article>
    }
    .into_any()
}

fn list(here: Here, page: Cases, is_writable: bool) -> AnyView {
    let Here { words, language, .. } = here;
    let Cases { due, lede, without, cases, paper, around } = page;
    let [before, after] = around.map(|one| one.map(button));
    let actions = view! { {before} {after} {button(paper)} };
    let heading = [words.heading, language.pick("　", " · "), &words::quarter(language, due.to)].concat();
    let comma = language.pick("、", ", ");
    let without = (!without.is_empty()).then(|| {
        let links = without.into_iter().enumerate().map(|(at, one)| {
            view! { {(at > 0).then_some(comma)} {link(one)} }
        });
        view! { <p class="without">{words.without}{links.collect::<Vec<_>>()}</p> }
    });
    let none = cases.is_empty().then(|| view! { <p class="sheet none">{words.none}</p> });
    let each = cases.into_iter().map(|one| case(here, one, is_writable)).collect::<Vec<_>>();
    view! {
        {page_title(Text::plain(heading), Text::plain(lede), actions)}
        {without}
        {none}
        {each}
    }
    .into_any()
}

fn button(one: Link) -> AnyView {
    view! { <a class="button" href=one.href>{said(one.text)}</a> }.into_any()
}

fn case(here: Here, case: Case, is_writable: bool) -> AnyView {
    let words = here.words;
    let effects = case.effects.into_iter().map(|Effect { indicator, sentence, is_changed }| {
        let changed = is_changed.then(|| view! { <strong>{words.changed}</strong> });
        view! { <p class="effect">{link(indicator)}" "<span class="figure">{sentence}</span>" "{changed}</p> }
    });
    let effects = effects.collect::<Vec<_>>();
    let parts = case.parts.into_iter().map(|(name, text)| {
        view! { <h3>{name}</h3> <p class="typed">{said(text)}</p> }
    });
    let parts = parts.collect::<Vec<_>>();
    let reason = (!case.reason.words.is_empty()).then(|| {
        view! { <p class="returned"><b>{words.reason}</b>" "{said(case.reason)}</p> }
    });
    let acts = (is_writable && case.is_open).then(|| acts(here, case.id));
    let again = case.again.filter(|_| is_writable).map(|again| {
        let work_over = move |_| {
            // What somebody has begun is not lost to another text.
            let is_busy =
                here.typed.with_untracked(|typed| !typed.is_empty() && typed.instead != again.instead);
            if is_busy {
                return tell(here, words.again_busy.to_owned());
            }
            here.faults.set(vec![]);
            here.typed.set(again.clone());
            keep(here);
            tell(here, words.again_told.to_owned());
        };
        view! { <div class="acts"><button type="button" on:click=work_over>{words.again}</button></div> }
    });
    view! {
        <section class="sheet case">
            <header><h2>{said(case.title)}</h2><span class="light" data-light=case.lit.light>{case.lit.word}</span></header>
            <div class="case-body">
                <p class="whose">{link(case.organisation)}" "{case.subject.map(link)}" "{case.printed.map(link)}</p>
                {effects}
                {reason}
                <details><summary>{words.whole}</summary>{parts}</details>
                {acts}
                {again}
            </div>
        </section>
    }
    .into_any()
}

/// What an officer may do with a case.
fn acts(here: Here, id: EntryId) -> AnyView {
    let Here { words, .. } = here;
    let reason = RwSignal::new(String::new());
    view! {
        <div class="acts">
            <button type="button" on:click=move |_| judge(here, id, Act::Adopt, String::new())>{words.adopt}</button>
            <label>
                <span>{words.reason}</span>
                <input type="text" autocomplete="off" prop:value=reason on:input:target=move |event| reason.set(event.target().value())/>
            </label>
            <button type="button" on:click=move |_| judge(here, id, Act::Return, reason.get_untracked())>{words.give_back}</button>
        </div>
    }
    .into_any()
}

fn judge(here: Here, id: EntryId, what: Act, reason: String) {
    let Here { state, desk, language, words, .. } = here;
    let Some(entry) = act(id, what, &reason) else {
        return tell(here, words.reason_asked.to_owned());
    };
    let Some(month) = untrack(|| last(here)) else { return };
    desk.sign(move || {
        tell(
            here,
            match desk.record(&state.plan(), month, vec![entry]) {
                Ok(()) => words.done.to_owned(),
                Err(failure) => storage::words::failure(language, failure),
            },
        );
    });
}

/// The month with which the round ends; none where the plan has no quarters.
fn last(here: Here) -> Option<Month> {
    here.page.with(|page| page.as_ref().map(|page| page.due.to))
}

fn tell(here: Here, words: String) {
    ignored(here.told.try_set(words));
    document::after_paint(move || {
        if let Some(told) = here.told_at.try_get_untracked().flatten() {
            ignored(told.focus());
        }
    });
}

fn form(here: Here) -> AnyView {
    let Here { state, desk, language, words, typed, .. } = here;
    let plan = state.plan();
    let choice = |id: &str, words: Text| Choice { value: id.to_owned(), words };
    let units = plan.organisations.iter().filter(|one| one.kind != OrganisationKind::Group);
    let units = units.map(|one| choice(&one.id, plan.say(&one.name, language))).collect();
    let whose = Memo::new(move |_| typed.with(|typed| typed.organisation.clone()));
    let subjects = move || {
        let month = last(here)?;
        let own = whose.with(|id| with_as_of(state, desk, |as_of| subjects(as_of, month, id)));
        Some(select(here, Field::Subject, words.no_subject, own, |typed| &mut typed.subject))
    };
    let indicators: Vec<Choice> =
        plan.indicators().map(|place| choice(&place.item.id, plan.say(&place.item.name, language))).collect();
    let cited = Memo::new(move |_| typed.with(|typed| typed.cited.clone()));
    let figures = move || {
        let id = cited.get();
        let months = with_as_of(state, desk, |as_of| months(as_of, &id));
        let months: Vec<Choice> = months.into_iter().map(|(value, words)| Choice { value, words }).collect();
        (!id.is_empty()).then(|| {
            view! {
                {select(here, Field::Before, words.choose, months.clone(), |typed| &mut typed.before)}
                {select(here, Field::After, words.choose, months, |typed| &mut typed.after)}
            }
        })
    };
    let parts = Part::ALL.into_iter().map(|part| part_field(here, part)).collect::<Vec<_>>();
    let title = Bound::new(typed, |typed| &mut typed.title).marked(move || is_wrong(here, Field::Title));
    let title_line = Line { id: "case-title", ..Line::default() };
    let faults = move || {
        let each = here.faults.with(|all| all.iter().map(|one| words::fault(language, *one)).collect());
        field::faults(each)
    };
    let form = view! {
        <form
            on:change=move |_| keep(here)
            on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                submit(here);
            }
        >
            <p class="muted">{words.form_note}</p>
            <div class="fields">
                {select(here, Field::Organisation, words.choose, units, |typed| &mut typed.organisation)}
                {subjects}
                {field::line(words::field(language, Field::Title), title_line, title)}
            </div>
            <div class="fields" data-wide="">{parts}</div>
            <div class="fields">
                {select(here, Field::Cited, words.no_figure, indicators, |typed| &mut typed.cited)}
                {figures}
            </div>
            {faults}
            <div class="acts"><button type="submit" data-main="">{words.hand_in}</button></div>
        </form>
    };
    view! {
        <section class="sheet act-form paper-form">
            <header><h2>{words.form}</h2></header>
            {form}
        </section>
    }
    .into_any()
}

/// A part with how many letters stand in it.
fn part_field(here: Here, part: Part) -> AnyView {
    let Here { typed, language, .. } = here;
    let of: fn(&mut Typed) -> &mut String = match part {
        Part::Background => |typed| typed.part_mut(Part::Background),
        Part::Measures => |typed| typed.part_mut(Part::Measures),
        Part::Effect => |typed| typed.part_mut(Part::Effect),
        Part::Experience => |typed| typed.part_mut(Part::Experience),
    };
    let bound = Bound::new(typed, of).marked(move || is_wrong(here, Field::Part(part)));
    let count = move || {
        let (each, all) = typed.with(Typed::letters);
        let at = Part::ALL.iter().position(|one| *one == part).unwrap_or_default();
        words::letters(language, each.get(at).copied().unwrap_or_default(), all)
    };
    view! { <div>{field::area(words::part(language, part), bound)}<small class="muted">{count}</small></div> }
        .into_any()
}

fn select(
    here: Here,
    of: Field,
    first: &'static str,
    choices: Vec<Choice>,
    bound: fn(&mut Typed) -> &mut String,
) -> AnyView {
    let bound = Bound::new(here.typed, bound).marked(move || is_wrong(here, of));
    field::select(words::field(here.language, of), first, choices, bound)
}

fn is_wrong(here: Here, field: Field) -> bool {
    here.faults.with(|faults| faults.iter().any(|one| one.field() == Some(field)))
}

/// The device keeps what is typed.
fn keep(here: Here) {
    let kept = here.typed.with_untracked(|typed| if typed.is_empty() { String::new() } else { typed.kept() });
    here.desk.tell_unkept(Unkept::Note(storage::Kind::Draft), here.desk.keep_draft(DRAFT, &kept));
}

fn submit(here: Here) {
    let Here { state, desk, .. } = here;
    let Some(month) = untrack(|| last(here)) else { return };
    let made = here
        .typed
        .with_untracked(|typed| untrack(|| with_as_of(state, desk, |as_of| written(as_of, month, typed))));
    match made {
        Ok(entry) => {
            here.faults.set(vec![]);
            let organisation = here.typed.with_untracked(|typed| typed.organisation.as_str().into());
            desk.sign(move || hand_in(here, organisation, entry));
        }
        Err(found) => here.faults.set(found),
    }
}

/// Written for the organisation whose case it is, as one act that can be undone; the text for whoever gathers the reports
/// stands below.
fn hand_in(here: Here, organisation: crate::ledger::Id, entry: crate::ledger::Entry) {
    let Here { state, desk, language, words, page, handing, .. } = here;
    // Whoever signs may have left the page.
    let Some(month) = page.try_with_untracked(|page| page.as_ref().map(|page| page.due.to)).flatten() else {
        return;
    };
    let (made, kept) = desk.take_in_judged(vec![], &organisation, vec![(month, vec![entry])]);
    match kept {
        Ok(()) => {
            ignored(here.typed.try_set(Typed::default()));
            desk.tell_unkept(Unkept::Left(storage::Kind::Draft), desk.spend_draft(DRAFT));
            ignored(here.sent.try_set(handing(state, desk, &made)));
            tell(here, words.handed_in.to_owned());
        }
        Err(failure) => tell(here, storage::words::failure(language, failure)),
    }
}

/// The text for whoever gathers the reports; nothing before something was handed in.
fn sent(here: Here) -> Option<AnyView> {
    let words = here.words;
    let text = here.sent.get();
    let copied = RwSignal::new("");
    let copy = {
        let text = text.clone();
        move |_| {
            let text = text.clone();
            leptos::task::spawn_local(async move {
                let is_copied = clipboard::copy(&text).await;
                // The page may have been left meanwhile.
                ignored(copied.try_set(if is_copied { words.copied } else { words.not_copied }));
            });
        }
    };
    (!text.is_empty()).then(|| {
        view! {
            <section class="sheet sent">
                <header><h2>{words.text}</h2></header>
                <textarea readonly rows="6" spellcheck="false" aria-label=words.text>{text}</textarea>
                <div class="acts"><button type="button" on:click=copy>{words.copy}</button></div>
                <p class="told" role="status">{copied}</p>
            </section>
        }
        .into_any()
    })
}
