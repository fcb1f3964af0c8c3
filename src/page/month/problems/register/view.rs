//! The list of problems in markup. Decides nothing.

use super::words::{self, Words};
use super::{Choice, Proposed, Register, Trial, model};
use crate::browser::{address, print};
use crate::page::shared::problems::Row;
use crate::page::shared::problems::words as shared;
use crate::route::{ProblemsView, Route, Tab};
use crate::standing::AsOf;
use crate::standing::escalation::Rule;
use crate::state::{Desk, State};
use crate::text::{Language, Link, Text};
use crate::ui::{crumbs, link, page_title, said};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// So many rows of one table are drawn at once: a list of five hundred opens as fast as one of fifty.
const MOST_SHOWN: usize = 60;

/// The page. The selection follows the address.
pub fn page(state: State, desk: Desk) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    // While another page is being opened the selection stays what it was.
    let view = Memo::new(move |before: Option<&ProblemsView>| match &*state.route.read() {
        Route::Problems(view) => view.clone(),
        _ => before.cloned().unwrap_or_default(),
    });
    let register = Memo::new(move |_| {
        let (plan, ledger, offset) = (state.plan(), desk.ledger(), desk.offset());
        let today = state.today.get().unwrap_or_else(|| desk.now().day(offset));
        let as_of = AsOf { plan: &plan, ledger: &ledger, today, offset, language };
        view.with(|view| model(as_of, view))
    });
    let href = Route::Dispatch(None).href();
    let path = vec![Link { text: Text::plain(Tab::Dispatch.words(language)), href }];
    let head = move || {
        let (heading, rates) = register.with(|all| (all.heading.clone(), all.rates.clone()));
        page_title(Text::plain(heading), Text::plain(rates), ())
    };
    // Where no problem was ever reported there is nothing to choose from; the heading says so.
    let some = move || Some(register.get()).filter(|all| !all.states.is_empty());
    let filters = move || some().map(|all| filters(all, view, words));
    let tables = move || some().map(|all| tables(all, language, words));
    let trial = move || some().map(|all| trial(all, view, words));
    view! {
        <article class="problem-register problem-list">
            {crumbs(path, words.dispatch)}
            {head}
            {filters}
            {tables}
            {trial}
        </article>
    }
    .into_any()
}

fn filters(register: Register, view: Memo<ProblemsView>, words: &'static Words) -> AnyView {
    let states = register.states.into_iter().map(|Choice { link, count, is_chosen }| {
        let current = is_chosen.then_some("true");
        view! { <a href=link.href aria-current=current>{said(link.text)}" "<span class="count">{count}</span></a> }
    });
    let chosen = register.organisation;
    let options = register.organisations.into_iter().map(|(id, name)| {
        let (lang, is_chosen) = (name.language.map(Language::tag), id == chosen);
        view! { <option value=id lang=lang selected=is_chosen>{name.words}</option> }
    });
    let choose = move |id: String| {
        let organisation = Some(id).filter(|id| !id.is_empty());
        address::go(&Route::Problems(ProblemsView { organisation, ..view.get_untracked() }));
    };
    view! {
        <div class="sheet filters">
            <nav class="switch" aria-label=words.states>{states.collect::<Vec<_>>()}</nav>
            <label>
                <span>{words.organisation}</span>
                <select on:change:target=move |event| choose(event.target().value())>
                    <option value="">{words.all_organisations}</option>
                    {options.collect::<Vec<_>>()}
                </select>
            </label>
        </div>
    }
    .into_any()
}

fn tables(register: Register, language: Language, words: &'static Words) -> AnyView {
    let Register { to_reopen, open, closed, .. } = register;
    if open.is_empty() && closed.is_empty() {
        return view! { <p class="sheet none">{words.none}</p> }.into_any();
    }
    let only_closed = open.is_empty();
    let folded = (!closed.is_empty()).then(|| {
        let count = closed.len();
        view! {
            <details class="sheet settled" open=only_closed>
                <summary>{shared::of(language).closed}" ("{count}")"</summary>
                {table(closed, language)}
            </details>
        }
    });
    let open = (!only_closed).then(|| view! { <section class="sheet">{table(open, language)}</section> });
    let to_reopen = (!to_reopen.is_empty()).then(|| {
        view! {
            <section class="sheet">
                <header><h2>{words.to_reopen}</h2><span class="muted">{words.to_reopen_note}</span></header>
                {table(to_reopen, language)}
            </section>
        }
    });
    view! { {to_reopen}{open}{folded} }.into_any()
}

/// A table that begins with so many rows; a button draws the others.
fn table(mut rows: Vec<Row>, language: Language) -> AnyView {
    let shared = shared::of(language);
    let rest = StoredValue::new(rows.split_off(rows.len().min(MOST_SHOWN)));
    let count = rest.with_value(Vec::len);
    let is_whole = RwSignal::new(count == 0);
    // On paper nobody presses a button. In an effect: where the page is only written out there is no window to ask.
    Effect::new(move |_| print::before(move || is_whole.set(true)));
    let heads =
        [shared.problem, shared.organisation, shared.subject, shared.until, shared.state, shared.since];
    let heads = heads.map(|name| view! { <th scope="col" role="columnheader">{name}</th> });
    let first = rows.into_iter().map(|row| drawn(row, language)).collect::<Vec<_>>();
    let others = move || {
        let rows = if is_whole.get() { rest.get_value() } else { vec![] };
        rows.into_iter().map(|row| drawn(row, language)).collect::<Vec<_>>()
    };
    let more = move || {
        (!is_whole.get()).then(|| {
            view! {
                <p class="more">
                    <button type="button" on:click=move |_| is_whole.set(true)>{words::show_rest(language, count)}</button>
                </p>
            }
        })
    };
    view! {
        <table class="table" role="table" aria-label=shared.title>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            <tbody role="rowgroup">{first}{others}</tbody>
        </table>
        {more}
    }
    .into_any()
}

fn drawn(row: Row, language: Language) -> AnyView {
    let words = shared::of(language);
    let note = |text: &str| (!text.is_empty()).then(|| view! { <small>{text.to_owned()}</small> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span class="typed">{link(row.text)}</span>
                {row.closing.map(|closing| view! { <small class="how">{said(closing)}</small> })}
            </th>
            <td role="cell" data-column=words.organisation><div>{link(row.organisation)}<small>{said(row.who)}</small></div></td>
            <td role="cell" data-column=words.subject>{row.subject.map(link)}</td>
            <td role="cell" data-column=words.until class="figure">{row.until}</td>
            <td role="cell" data-column=words.state>
                <div><span class="light" data-light=row.lit.light>{row.lit.word}</span>{note(row.stage)}{note(&row.state)}{note(row.receipt)}</div>
            </td>
            <td role="cell" data-column=words.since>{row.since}</td>
        </tr>
    }
    .into_any()
}

/// What a rule for letters would have come to, or the way to try one.
fn trial(register: Register, view: Memo<ProblemsView>, words: &'static Words) -> AnyView {
    let Register { trial, try_rule, .. } = register;
    let Some(Trial { clauses, summary, letters, rule, off }) = trial else {
        return view! { <p class="more"><a class="button" href=try_rule>{words.try_rule}</a></p> }.into_any();
    };
    let clauses = clauses.into_iter().map(|one| view! { <li>{one}</li> }).collect::<Vec<_>>();
    let form = rule.map(|rule| rule_form(rule, view, words));
    let heads = [words.on, words.letter, words.to, shared::of(words.language).problem, words.draft];
    let heads = heads.map(|name| view! { <th scope="col" role="columnheader">{name}</th> });
    let rows = letters.into_iter().map(|one| letter(one, words)).collect::<Vec<_>>();
    let table = (!rows.is_empty()).then(|| {
        view! {
            <table class="table" role="table" aria-label=words.trial>
                <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        }
    });
    view! {
        <section class="sheet trial">
            <header><h2>{words.trial}</h2><span class="muted">{summary}</span></header>
            <p class="muted">{words.trial_note}</p>
            <ol>{clauses}</ol>
            {form}
            {table}
            <p class="more"><a class="button" href=off>{words.trial_off}</a></p>
        </section>
    }
    .into_any()
}

/// The days of each clause, typed; another rule is another address.
fn rule_form(rule: Rule, view: Memo<ProblemsView>, words: &'static Words) -> AnyView {
    let days = RwSignal::new(rule.clauses.iter().map(|one| one.after.to_string()).collect::<Vec<String>>());
    let wrong = RwSignal::new("");
    let fields = rule.clauses.iter().enumerate().map(|(at, clause)| {
        let name = words::clause(words.language, at + 1, *clause);
        view! {
            <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                aria-label=name
                value=clause.after.to_string()
                on:input:target=move |event| {
                    let value = event.target().value();
                    days.update(|days| {
                        if let Some(one) = days.get_mut(at) {
                            *one = value;
                        }
                    });
                }
            />
        }
    });
    let fields = fields.collect::<Vec<_>>();
    let apply = move |event: SubmitEvent| {
        event.prevent_default();
        let changed = days.with_untracked(|days| rule.with_days(days));
        match changed {
            Some(rule) => {
                let trial = Some(rule.written());
                address::go(&Route::Problems(ProblemsView { trial, ..view.get_untracked() }));
            }
            None => wrong.set(words.wrong_days),
        }
    };
    view! {
        <form class="days" on:submit=apply>
            <span>{words.days}</span>
            {fields}
            <button type="submit">{words.try_again}</button>
            <span role="status">{wrong}</span>
        </form>
    }
    .into_any()
}

fn letter(one: Proposed, words: &'static Words) -> AnyView {
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" class="figure">{one.on.to_string()}</th>
            <td role="cell" data-column=words.letter>{one.what}</td>
            <td role="cell" data-column=words.to>{link(one.to)}</td>
            <td role="cell" data-column=shared::of(words.language).problem><div>{link(one.problem)}</div></td>
            <td role="cell" data-column=words.draft>
                <details><summary>{words.draft}</summary><pre>{said(one.draft)}</pre></details>
            </td>
        </tr>
    }
    .into_any()
}
