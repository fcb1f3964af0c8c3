//! The table in markup. Decides nothing: what was typed goes to [`written`], what comes of it to the desk.

use super::words::{self, Words};
use super::{Cells, Line, model, written};
use crate::browser::{document, ignored};
use crate::page::shared::records::writable;
use crate::standing::duty;
use crate::state::{Desk, State};
use crate::storage;
use crate::text::{Language, Text};
use crate::ui::{link, page_title, said};
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What the lines share.
#[derive(Clone, Copy)]
struct Here {
    state: State,
    desk: Desk,
    language: Language,
    words: &'static Words,
    lines: RwSignal<BTreeMap<String, Cells>>,
    all: RwSignal<Cells>,
    /// Of which indicator, its name, and what is wrong.
    wrong: RwSignal<Vec<(String, String, String)>>,
    told: RwSignal<String>,
    table: Memo<Vec<Line>>,
}

/// The page.
pub fn page(state: State, desk: Desk) -> AnyView {
    let language = state.language();
    let words = words::of(language);
    let table = Memo::new(move |_| model(&state.plan(), &desk.ledger(), language));
    let first = table.get_untracked();
    let here = Here {
        state,
        desk,
        language,
        words,
        lines: RwSignal::new(BTreeMap::new()),
        all: RwSignal::new(Cells { month: first.month, ..Cells::default() }),
        wrong: RwSignal::new(vec![]),
        told: RwSignal::new(String::new()),
        table: Memo::new(move |_| table.get().lines),
    };
    let title = move || page_title(Text::plain(table.get().heading), Text::plain(words.lede), ());
    let is_writable = Memo::new(move |_| writable(state).is_some());
    let sheet = move || match is_writable.get() {
        true => form(here),
        false => view! { <p class="sheet looking">{words.only_looking}</p> }.into_any(),
    };
    view! { <div class="baselines">{title}{sheet}</div> }.into_any()
}

fn form(here: Here) -> AnyView {
    let words = here.words;
    let heads = [words.indicator, words.basis, words.baseline, words.month, words.source];
    let heads = heads.map(|name| view! { <th scope="col" role="columnheader">{name}</th> });
    let rows = move || here.table.get().into_iter().map(|one| row(here, one)).collect::<Vec<_>>();
    let wrong = move || {
        let wrong = here.wrong.get();
        (!wrong.is_empty()).then(|| {
            let each = wrong.into_iter().map(|(_, name, what)| view! { <li>{name}" "{what}</li> });
            view! { <div role="alert"><ul class="faults">{each.collect::<Vec<_>>()}</ul></div> }
        })
    };
    let of_all = |name: &'static str, of: fn(&mut Cells) -> &mut String| {
        view! {
            <label>
                <span>{name}</span>
                <input
                    type="text"
                    autocomplete="off"
                    prop:value=move || here.all.with(|all| of(&mut all.clone()).clone())
                    on:input:target=move |event| here.all.update(|all| *of(all) = event.target().value())
                />
            </label>
        }
    };
    view! {
        <form
            class="sheet"
            on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                save(here);
            }
        >
            <div class="of-all">
                {of_all(words.month_of_all, |all| &mut all.month)}
                {of_all(words.source_of_all, |all| &mut all.source)}
            </div>
            <table class="table" role="table" aria-label=words.title>
                <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
            {wrong}
            <div class="acts">
                <button type="submit" data-main="">{words.save}</button>
                <span role="status">{here.told}</span>
            </div>
        </form>
    }
    .into_any()
}

fn row(here: Here, line: Line) -> AnyView {
    let words = here.words;
    let id = line.id.clone();
    let name = line.name.text.words.clone();
    let label = |what: &str| [name.as_str(), " ", what].concat();
    let basis = match line.bases.is_empty() {
        true => view! { <span>{line.basis}</span> }.into_any(),
        false => choice(here, &line, label(words.basis)),
    };
    let wanted = line.wants_baseline.then(|| view! { <small>{words.wanted}</small> });
    let recorded = line.baseline.clone().map(|recorded| view! { <small>{recorded}</small> });
    let value = match line.takes_baseline {
        false => view! { <small>{words.none}</small> }.into_any(),
        true => {
            let field = cell(here, &id, Column::Value, label(words.baseline), "");
            let unit = said(line.unit.clone());
            view! { <span class="figure">{field}" "{unit}</span>{wanted}{recorded} }.into_any()
        }
    };
    let month =
        line.takes_baseline.then(|| cell(here, &id, Column::Month, label(words.month), words.as_above));
    let has_source = line.takes_baseline || !line.bases.is_empty();
    let source = has_source.then(|| cell(here, &id, Column::Source, label(words.source), words.as_above));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{link(line.name)}</th>
            <td role="cell" data-column=words.basis><div>{basis}</div></td>
            <td role="cell" data-column=words.baseline><div>{value}</div></td>
            <td role="cell" data-column=words.month>{month.map(|field| view! { <div>{field}</div> })}</td>
            <td role="cell" data-column=words.source>{source.map(|field| view! { <div>{field}</div> })}</td>
        </tr>
    }
    .into_any()
}

fn choice(here: Here, line: &Line, label: String) -> AnyView {
    let id = line.id.clone();
    let options =
        line.bases.iter().cloned().map(|one| view! { <option value=one.value>{one.words.words}</option> });
    let options = options.collect::<Vec<_>>();
    let first = if line.wants_basis { here.words.decide } else { line.basis };
    let read = id.clone();
    view! {
        <select
            aria-label=label
            prop:value=move || here.lines.with(|lines| lines.get(&read).map(|cells| cells.basis.clone()).unwrap_or_default())
            on:change:target=move |event| {
                let value = event.target().value();
                here.lines.update(|lines| lines.entry(id.clone()).or_default().basis = value);
            }
        >
            <option value="">{first}</option>
            {options}
        </select>
    }
    .into_any()
}

/// A column of fields: Enter and the arrows go down and up in it.
#[derive(Clone, Copy, PartialEq)]
enum Column {
    Value,
    Month,
    Source,
}

impl Column {
    fn of(self, cells: &mut Cells) -> &mut String {
        match self {
            Self::Value => &mut cells.value,
            Self::Month => &mut cells.month,
            Self::Source => &mut cells.source,
        }
    }

    fn is_in(self, line: &Line) -> bool {
        line.takes_baseline || self == Self::Source && !line.bases.is_empty()
    }

    fn element(self, id: &str) -> String {
        let column = match self {
            Self::Value => "value-",
            Self::Month => "month-",
            Self::Source => "source-",
        };
        [column, id].concat()
    }
}

fn cell(here: Here, id: &str, column: Column, label: String, placeholder: &'static str) -> AnyView {
    let (read, typed, at) = (id.to_owned(), id.to_owned(), id.to_owned());
    let value = move || {
        here.lines.with(|lines| {
            lines.get(&read).map(|cells| column.of(&mut cells.clone()).clone()).unwrap_or_default()
        })
    };
    let about = id.to_owned();
    let is_wrong =
        move || column == Column::Value && here.wrong.with(|wrong| wrong.iter().any(|(id, ..)| *id == about));
    let mode = if column == Column::Source { "text" } else { "decimal" };
    view! {
        <input
            type="text"
            inputmode=mode
            autocomplete="off"
            enterkeyhint="next"
            id=column.element(id)
            aria-label=label
            aria-invalid=move || is_wrong().then_some("true")
            placeholder=placeholder
            prop:value=value
            on:input:target=move |event| {
                let value = event.target().value();
                here.lines.update(|lines| *column.of(lines.entry(typed.clone()).or_default()) = value);
            }
            on:keydown=move |event| move_on(here, column, &at, &event)
        />
    }
    .into_any()
}

fn move_on(here: Here, column: Column, id: &str, event: &KeyboardEvent) {
    // An input method uses these keys for itself; 229 is what older browsers say then.
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    let step: isize = match event.key().as_str() {
        "Enter" | "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    event.prevent_default();
    // The next line that has such a field.
    let next = here.table.with_untracked(|lines| {
        let with: Vec<&Line> = lines.iter().filter(|line| column.is_in(line)).collect();
        let at = with.iter().position(|line| line.id == id)?;
        Some(column.element(&with.get(at.checked_add_signed(step)?)?.id))
    });
    if let Some(next) = next {
        document::enter(&next);
    }
}

/// All of it as one act with a copy from before, so that one undo takes it back.
fn save(here: Here) {
    let Here { state, desk, language, words, .. } = here;
    let plan = state.plan();
    let ledger = untrack(|| desk.ledger());
    let current = state.today.get_untracked().and_then(|today| duty::current(&plan, today));
    let (lines, all) = (here.lines.get_untracked(), here.all.get_untracked());
    let entries = match written(&plan, &ledger, current, &lines, &all) {
        Ok((Some(month), entries)) if !entries.is_empty() => (month, entries),
        Ok(_) => {
            here.wrong.set(vec![]);
            return here.told.set(words.nothing.to_owned());
        }
        Err(wrong) => {
            let name = |id: &str| {
                plan.indicator(id).map(|place| plan.say(&place.item.name, language).words).unwrap_or_default()
            };
            let each = wrong.iter().map(|(id, one)| (id.clone(), name(id), words::wrong(language, one)));
            here.told.set(String::new());
            here.wrong.set(each.collect());
            if let Some((first, _)) = wrong.first() {
                let field = Column::Value.element(first);
                document::after_paint(move || document::enter(&field));
            }
            return;
        }
    };
    here.wrong.set(vec![]);
    desk.sign(move || {
        let plan = state.plan();
        let (month, entries) = entries;
        let told = match desk.record(&plan, month, entries) {
            Ok(()) => {
                ignored(here.lines.try_set(BTreeMap::new()));
                words.saved.to_owned()
            }
            Err(failure) => storage::words::failure(language, failure),
        };
        ignored(here.told.try_set(told));
    });
}
