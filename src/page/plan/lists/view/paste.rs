//! Pasting a column of names: what would happen row by row, the decisions on what is nearly the same, and the act.

use super::super::column::{Block, Candidate, Fate, Line, Reading, read};
use super::super::decided::Decision;
use super::super::one;
use super::super::words;
use super::Here;
use super::one::select;
use crate::browser::{clipboard, document, ignored};
use crate::ledger::EntryId;
use crate::rows;
use crate::text::{Text, isolated};
use crate::ui::{said, sheet};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The most rows of one sort that stand on the page at once; a press shows as many more.
const MOST_ROWS: usize = 50;

/// What is pasted, what was decided, and what both come to.
#[derive(Clone)]
struct Look {
    here: Here,
    block: RwSignal<Block>,
    decisions: RwSignal<BTreeMap<usize, Decision>>,
    takes_out: RwSignal<bool>,
    reading: Memo<Reading>,
    /// Names of the members that something is said of.
    names: Memo<BTreeMap<EntryId, String>>,
    shown: RwSignal<usize>,
}

/// The section of the page.
pub fn section(here: Here) -> AnyView {
    let (state, desk, words, id) = (here.state, here.desk, here.words, here.id.clone());
    let first = state.plan().list(&id).and_then(|list| list.states.first().map(|one| one.key.clone()));
    let day = here.today().to_string();
    let block = RwSignal::new(Block { state: first.unwrap_or_default(), day, ..Block::default() });
    let today = here.today();
    let of = id.clone();
    let reading = Memo::new(move |_| {
        let (plan, ledger) = (state.plan(), desk.ledger());
        let members = ledger.members(&of);
        let read = |list| block.with(|block| read(&plan, list, &members, block, today));
        plan.list(&of).map(read).unwrap_or_default()
    });
    let names = Memo::new(move |_| {
        let ledger = desk.ledger();
        let members = ledger.members(&id);
        let language = state.language();
        members.iter().map(|member| (member.id, one::name(member, language).words)).collect()
    });
    let look = Look {
        here,
        block,
        decisions: RwSignal::new(BTreeMap::new()),
        takes_out: RwSignal::new(false),
        reading,
        names,
        shown: RwSignal::new(MOST_ROWS),
    };
    let is_idle = move || reading.with(|reading| reading.lines.is_empty());
    let submit = {
        let look = look.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            record(&look);
        }
    };
    let content = view! {
        <form on:submit=submit>
            <p class="muted">{words.paste_how}</p>
            {of_all(&look)}
            {field(&look)}
            {summary(look.clone())}
            {near(look.clone())}
            {rows(look.clone())}
            {take_out(look)}
            <div class="acts"><button type="submit" data-main="" disabled=is_idle>{words.record}</button></div>
        </form>
    };
    view! { <div class="paste-list">{sheet(Text::plain(words.paste), (), content)}</div> }.into_any()
}

/// State, day and document of every row that says none.
fn of_all(look: &Look) -> AnyView {
    let Look { here: Here { state, id, language, words, .. }, block, .. } = look.clone();
    let plan = state.plan();
    let states = plan.list(&id).map(|list| list.states.clone()).unwrap_or_default();
    let options = states.iter().map(|one| (one.key.clone(), plan.say(&one.name, language))).collect();
    let by_state = select(words.state, options, move |value| block.update(|block| block.state = value));
    view! {
        <fieldset class="of-all">
            <legend>{words.of_all}</legend>
            {by_state}
            <label>
                <span>{words.day}</span>
                <input
                    type="date"
                    prop:value=move || block.with(|block| block.day.clone())
                    on:input:target=move |event| {
                        let value = event.target().value();
                        block.update(|block| block.day = value);
                    }
                />
            </label>
            <label>
                <span>{words.document}</span>
                <input
                    type="text"
                    autocomplete="off"
                    prop:value=move || block.with(|block| block.document.clone())
                    on:input:target=move |event| {
                        let value = event.target().value();
                        block.update(|block| block.document = value);
                    }
                />
            </label>
        </fieldset>
    }
    .into_any()
}

fn field(look: &Look) -> AnyView {
    let Look { here: Here { words, .. }, block, decisions, shown, .. } = look.clone();
    let changed = move |text: String, markup: Option<String>| {
        decisions.set(BTreeMap::new());
        shown.set(MOST_ROWS);
        // What is typed has no markup beside it any more.
        block.update(|block| (block.text, block.markup) = (text, markup));
    };
    let pasted = move |event: leptos::ev::Event| {
        if let (Some(text), Some(markup)) = (clipboard::pasted(&event), clipboard::pasted_markup(&event)) {
            event.prevent_default();
            changed(text, Some(markup));
        }
    };
    view! {
        <label class="block">
            <span>{words.paste_field}</span>
            <textarea
                rows="6"
                spellcheck="false"
                prop:value=move || block.with(|block| block.text.clone())
                on:input=move |event| changed(event_target_value(&event), None)
                on:paste=move |event| pasted(event.into())
            ></textarea>
        </label>
    }
    .into_any()
}

fn summary(look: Look) -> AnyView {
    let language = look.here.language;
    let is_blank = move || look.block.with(|block| block.text.trim().is_empty());
    let told = move || {
        if is_blank() {
            String::new()
        } else {
            look.reading.with(|reading| words::dry_run(language, reading))
        }
    };
    view! { <p class="found" role="status">{told}</p> }.into_any()
}

/// What is nearly the same, each with a choice. It stays in its place when it is decided.
fn near(look: Look) -> AnyView {
    let words = look.here.words;
    let lines = Memo::new(move |_| {
        let is_near = |line: &&Line| matches!(line.fate, Fate::Near(..));
        look.reading.with(|reading| reading.lines.iter().filter(is_near).cloned().collect::<Vec<_>>())
    });
    let count = Memo::new(move |_| lines.with(Vec::len));
    let head = move || {
        (count.get() > 0).then(|| view! { <p><b>{words.near}</b></p><p class="muted">{words.near_note}</p> })
    };
    let shown = look.shown;
    let each = move || lines.with(|lines| lines.iter().take(shown.get()).cloned().collect::<Vec<_>>());
    let more = move || {
        (count.get() > shown.get()).then(|| {
            view! { <button type="button" on:click=move |_| shown.update(|shown| *shown += MOST_ROWS)>{words.more}</button> }
        })
    };
    view! {
        <div class="choices">
            {head}
            <For each=each key=|line| (line.row, line.name.clone()) let:line>{decide(look.clone(), line)}</For>
            {more}
        </div>
    }
    .into_any()
}

fn decide(look: Look, line: Line) -> AnyView {
    let Here { language, words, .. } = look.here;
    let Fate::Near(candidates, _) = &line.fate else { return ().into_any() };
    let row = line.row;
    let name_of = |candidate: &Candidate| match candidate {
        Candidate::Member(id) => {
            (look.names.with_untracked(|names| names.get(id).cloned()).unwrap_or_default(), None)
        }
        Candidate::Row(row) => {
            let name = look.reading.with_untracked(|reading| {
                reading.lines.iter().find(|line| line.row == *row).map(|line| line.name.clone())
            });
            (name.unwrap_or_default(), Some(*row))
        }
    };
    let mut decided: Vec<Decision> = vec![Decision::New];
    let mut options = vec![words.another.to_owned()];
    for (candidate, likeness) in candidates {
        let (name, of_row) = name_of(candidate);
        options.push(words::same_as(language, &name, of_row, *likeness));
        decided.push(Decision::Same(candidate.clone()));
    }
    options.push(words.leave_out.to_owned());
    decided.push(Decision::Left);
    let options = options.into_iter().enumerate();
    let options = options
        .map(|(at, words)| view! { <option value=at.to_string()>{words}</option> })
        .collect::<Vec<_>>();
    let decisions = look.decisions;
    let choose = move |value: String| {
        let chosen = value.parse().ok().and_then(|at: usize| decided.get(at).cloned());
        decisions.update(|all| match chosen {
            Some(chosen) => drop(all.insert(row, chosen)),
            None => drop(all.remove(&row)),
        });
    };
    let label = [&words::row(language, row), " ", &isolated(&line.name)].concat();
    view! {
        <label>
            <span>{label}</span>
            <select id=field_of(row) on:change:target=move |event| choose(event.target().value())>
                <option value="">{words.choose}</option>
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn field_of(row: usize) -> String {
    ["decide-", &row.to_string()].concat()
}

/// Faulty rows with all that is wrong, then what is new and what changes.
fn rows(look: Look) -> AnyView {
    let Here { language, words, .. } = look.here;
    let lists = move || {
        look.reading.with(|reading| {
            let faults = reading.lines.iter().filter_map(|line| match &line.fate {
                Fate::Faulty(faults) => {
                    let all: Vec<String> = faults.iter().map(|one| words::fault(language, one)).collect();
                    Some((line, all.join(language.pick("；", "; "))))
                }
                _ => None,
            });
            let faults: Vec<(&Line, String)> = faults.collect();
            let of = |is: fn(&Fate) -> bool| -> Vec<(&Line, String)> {
                let those = reading.lines.iter().filter(|line| is(&line.fate));
                those.map(|line| (line, String::new())).collect()
            };
            let fresh = of(|fate| matches!(fate, Fate::New(_)));
            let changes = of(|fate| matches!(fate, Fate::Changes(..)));
            let alert = (!faults.is_empty())
                .then(|| view! { <div role="alert">{listed(&look, words.faults, faults)}</div> });
            view! {
                {alert}
                {listed(&look, words.changes, changes)}
                {listed(&look, words.fresh, fresh)}
            }
        })
    };
    view! { <div class="fates">{lists}</div> }.into_any()
}

fn listed(look: &Look, title: &'static str, lines: Vec<(&Line, String)>) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let language = look.here.language;
    let (count, shown) = (lines.len(), look.shown.get());
    let each = lines.into_iter().take(shown).map(|(line, what)| {
        let name = Text::typed(&line.name, language);
        let what = (!what.is_empty()).then(|| view! { <span>{language.pick("：", ": ")}{what}</span> });
        view! { <li><small>{words::row(language, line.row)}</small>" "{said(name)}{what}</li> }
    });
    let each = each.collect::<Vec<_>>();
    let rest = (count > shown).then(|| view! { <li>"… "{count - shown}</li> });
    Some(view! { <p><b>{title}</b>" "{count}</p><ul>{each}{rest}</ul> }.into_any())
}

/// Whether whoever is gone leaves the list: off until somebody asks for it.
fn take_out(look: Look) -> AnyView {
    let (words, takes_out, language) = (look.here.words, look.takes_out, look.here.language);
    let has_gone = Memo::new(move |_| {
        look.reading.with(|reading| !reading.gone.is_empty() && !reading.lines.is_empty())
    });
    let names = move || {
        let gone = look.reading.with(|reading| {
            let those = reading.gone.iter().take(look.shown.get());
            let named =
                look.names.with(|names| those.filter_map(|id| names.get(id).cloned()).collect::<Vec<_>>());
            (named, reading.gone.len())
        });
        let rest = gone.1.saturating_sub(gone.0.len());
        let rest = (rest > 0).then(|| view! { <li>"… "{rest}</li> });
        let each = gone.0.into_iter().map(|name| view! { <li>{said(Text::guessed(name, language))}</li> });
        view! { <ul>{each.collect::<Vec<_>>()}{rest}</ul> }
    };
    (move || {
        has_gone.get().then(|| {
            view! {
                <div class="gone">
                    <label class="sure">
                        <input
                            type="checkbox"
                            prop:checked=move || takes_out.get()
                            on:change:target=move |event| takes_out.set(event.target().checked())
                        />
                        <span>{words.take_out}</span>
                    </label>
                    <details><summary>{words.name}</summary>{names}</details>
                </div>
            }
        })
    })
    .into_any()
}

/// All of it as one act.
fn record(look: &Look) {
    let Look { here, block, decisions, takes_out, reading, .. } = look.clone();
    let (plan, ledger, language, words) =
        (here.state.plan(), untrack(|| here.desk.ledger()), here.language, here.words);
    let Some(list) = plan.list(&here.id) else { return };
    let members = ledger.members(&here.id);
    let (day, document) =
        block.with_untracked(|block| (rows::day(&block.day).ok().flatten(), block.document.clone()));
    let leaves = day.filter(|day| takes_out.get_untracked() && *day <= here.today());
    let leaves = leaves.map(|day| (day, document.as_str()));
    let outcome = reading.with_untracked(|reading| {
        decisions.with_untracked(|decisions| reading.entries(list, &members, decisions, leaves))
    });
    match outcome {
        Err(hindered) => {
            here.told.set(words::hindered(language, hindered));
            // To the first row that waits for a decision.
            let first = reading.with_untracked(|reading| {
                let open = |line: &&Line| {
                    matches!(line.fate, Fate::Near(..))
                        && decisions.with_untracked(|all| !all.contains_key(&line.row))
                };
                reading.lines.iter().find(open).map(|line| line.row)
            });
            if let Some(row) = first {
                document::after_paint(move || document::enter(&field_of(row)));
            }
        }
        Ok(entries) if entries.is_empty() => here.told.set(words.nothing.into()),
        Ok(entries) => {
            let count = entries.len();
            here.write(entries, words::recorded(language, count), move || {
                ignored(block.try_update(|block| (block.text, block.markup) = (String::new(), None)));
                ignored(decisions.try_set(BTreeMap::new()));
                ignored(takes_out.try_set(false));
            });
        }
    }
}
