//! What a pasted column would come to, row by row, and the decisions on what is nearly the same.

use super::super::column::{Candidate, Fate, Line};
use super::super::decided::{Decision, Outcome, Settled};
use super::super::words;
use super::Here;
use super::paste::{Look, MOST_ROWS};
use crate::ledger::EntryId;
use crate::ledger::words as names;
use crate::text::{Language, Text, isolated};
use crate::ui::said;
use leptos::prelude::*;

/// The name of a member; of one whose words were redacted, that they were.
pub(super) fn name_of(look: &Look, id: EntryId) -> String {
    let name = look.against.with(|against| against.find(id).map(|member| member.name.clone()));
    match name.unwrap_or_default() {
        name if name.is_empty() => names::REDACTED.words(look.here.language).to_owned(),
        name => name,
    }
}

/// What is nearly the same, each with a choice. It stays in its place when it is decided.
pub(super) fn near(look: Look) -> AnyView {
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
            <For each=each key=key let:line>{decide(look.clone(), line)}</For>
            {more}
        </div>
    }
    .into_any()
}

/// By what a row and its choices are drawn anew.
fn key(line: &Line) -> String {
    let candidates = match &line.fate {
        Fate::Near(candidates, _) => candidates.as_slice(),
        _ => &[],
    };
    let mut key = [&line.row.to_string(), " ", &line.name].concat();
    for (candidate, likeness) in candidates {
        let of = match candidate {
            Candidate::Member(id) => super::super::act::which(*id),
            Candidate::Line(line) => line.to_string(),
        };
        key.push_str(&[" ", &of, words::likeness(Language::Zh, *likeness)].concat());
    }
    key
}

fn decide(look: Look, line: Line) -> AnyView {
    let Here { language, words, .. } = look.here;
    let Fate::Near(candidates, _) = &line.fate else { return ().into_any() };
    let mut choices = vec![(Decision::New, Text::plain(words.another))];
    for (candidate, likeness) in candidates {
        let (decision, name, of_row) = match candidate {
            Candidate::Member(id) => (Decision::Member(*id), untrack(|| name_of(&look, *id)), None),
            Candidate::Line(line) => {
                let other = look.reading.with_untracked(|reading| reading.lines.get(*line).cloned());
                let Some(other) = other else { continue };
                (Decision::Row(other.name.clone()), other.name, Some(other.row))
            }
        };
        // The sentence has a name in it that may be of the other language.
        let said = Text::guessed(words::same_as(language, &name, of_row, *likeness), language);
        choices.push((decision, said));
    }
    choices.push((Decision::Left, Text::plain(words.leave_out)));
    let decisions = look.decisions;
    let before = decisions.with_untracked(|all| all.get(&line.name).cloned());
    let options = choices.iter().enumerate().map(|(at, (decision, text))| {
        let (lang, is_chosen) = (text.language.map(Language::tag), before.as_ref() == Some(decision));
        view! { <option value=at.to_string() lang=lang selected=is_chosen>{text.words.clone()}</option> }
    });
    let options = options.collect::<Vec<_>>();
    let name = line.name.clone();
    let choose = move |value: String| {
        let chosen = value.parse().ok().and_then(|at: usize| choices.get(at).cloned());
        decisions.update(|all| match chosen {
            Some((chosen, _)) => drop(all.insert(name.clone(), chosen)),
            None => drop(all.remove(&name)),
        });
    };
    view! {
        <label>
            <span>{words::row(language, line.row)}" "{said(Text::typed(&line.name, language))}</span>
            <select id=field_of(line.row) on:change:target=move |event| choose(event.target().value())>
                <option value="">{words.choose}</option>
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// The choice of a row.
pub(super) fn field_of(row: usize) -> String {
    ["decide-", &row.to_string()].concat()
}

/// Faulty rows with all that is wrong, then what changes, what is new, and what the list has otherwise.
pub(super) fn rows(look: Look) -> AnyView {
    let Here { language, words, .. } = look.here;
    let lists = move || {
        let (reading, settled) = (look.reading.read(), look.settled.read());
        let lines = || reading.lines.iter().zip(settled.iter());
        let faults: Vec<(&Line, String)> =
            lines().filter_map(|(line, settled)| Some((line, faults(language, settled)?))).collect();
        let of = |is: fn(&Settled) -> bool| -> Vec<(&Line, String)> {
            lines().filter(|(_, one)| is(one)).map(|(line, _)| (line, String::new())).collect()
        };
        let fresh = of(|one| one.outcome == Outcome::New);
        let changes = of(|one| matches!(one.outcome, Outcome::Change(_)));
        let differing = of(|one| !one.differs.is_empty());
        let alert = (!faults.is_empty())
            .then(|| view! { <div role="alert">{listed(&look, words.faults, faults)}</div> });
        view! {
            {alert}
            {listed(&look, words.differing, differing)}
            {listed(&look, words.changes, changes)}
            {listed(&look, words.fresh, fresh)}
        }
    };
    view! { <div class="fates">{lists}</div> }.into_any()
}

/// All that is wrong with a row, in a sentence.
fn faults(language: Language, settled: &Settled) -> Option<String> {
    let Outcome::Faulty(faults) = &settled.outcome else { return None };
    let all: Vec<String> = faults.iter().map(|one| words::fault(language, one)).collect();
    Some(all.join(language.pick("；", "; ")))
}

fn listed(look: &Look, title: &'static str, lines: Vec<(&Line, String)>) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let language = look.here.language;
    let (count, shown) = (lines.len(), look.shown.get());
    let each = lines.into_iter().take(shown).map(|(line, what)| {
        let name = Text::typed(&line.name, language);
        let what = (!what.is_empty())
            .then(|| view! { {language.pick("：", ": ")}{said(Text::guessed(isolated(&what), language))} });
        view! { <li><small>{words::row(language, line.row)}</small>" "{said(name)}{what}</li> }
    });
    let each = each.collect::<Vec<_>>();
    let rest = (count > shown).then(|| view! { <li>"… "{count - shown}</li> });
    Some(view! { <p><b>{title}</b>" "{count}</p><ul>{each}{rest}</ul> }.into_any())
}
