//! What of the year before waits: chosen by boxes, taken over or ended together; each can be worded anew.

use super::writing::{self, Writing, faults};
use super::{Here, lines};
use crate::browser::ignored;
use crate::ledger::Id;
use crate::page::plan::year::words::Done;
use crate::page::plan::year::{self, Cells, Column, MayBe, Waiting, Wrong, words};
use crate::page::shared::lights::view::light;
use crate::text::Text;
use crate::ui::{links, sheet as sheet_of};
use leptos::html;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What is chosen, and what is said of all of it.
#[derive(Clone, Copy)]
pub struct Chosen {
    ids: RwSignal<BTreeSet<Id>>,
    cells: RwSignal<Cells>,
    wrong: RwSignal<Vec<Wrong>>,
}

impl Chosen {
    pub fn new() -> Self {
        Self { ids: RwSignal::default(), cells: RwSignal::default(), wrong: RwSignal::new(vec![]) }
    }

    fn has(self, id: &Id) -> bool {
        self.ids.with(|ids| ids.contains(id))
    }

    fn put(self, id: &Id, is_chosen: bool) {
        self.ids.update(|ids| {
            if is_chosen {
                ids.insert(id.clone());
            } else {
                ids.remove(id);
            }
        });
    }
}

/// The sheet; nothing where nothing waits.
pub fn sheet(
    here: Here,
    chosen: Chosen,
    writing: Writing,
    waiting: Vec<Waiting>,
    is_writable: bool,
) -> AnyView {
    if waiting.is_empty() {
        return ().into_any();
    }
    let words = here.words;
    let count = words::group_note(here.language, waiting.len());
    let ids: Vec<Id> = waiting.iter().map(|one| one.line.id.clone()).collect();
    let mut heads =
        vec![words.item, words.comes, words::column(here.language, Column::Lead), words.last_stage];
    if is_writable {
        heads.push(words.act);
    }
    let columns = heads.len();
    let heads = heads.into_iter().map(|name| view! { <th scope="col" role="columnheader">{name}</th> });
    let heads = heads.collect::<Vec<_>>();
    let rows = waiting.into_iter().map(|one| row(here, chosen, writing, one, columns, is_writable));
    let rows = rows.collect::<Vec<_>>();
    let acts = is_writable.then(|| acts(here, chosen, ids));
    let content = view! {
        <p class="muted note">{words.waiting_note}</p>
        <table class="table" role="table" aria-label=words.waiting>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            {rows}
        </table>
        {acts}
    };
    view! { <div class="waiting">{sheet_of(Text::plain(words.waiting), count, content)}</div> }.into_any()
}

fn row(
    here: Here,
    chosen: Chosen,
    writing: Writing,
    waiting: Waiting,
    columns: usize,
    is_writable: bool,
) -> AnyView {
    let words = here.words;
    let Waiting { line, lit } = waiting;
    let begun = NodeRef::<html::Button>::new();
    // What somebody typed in another language has no place in a label; the row says which line it is.
    let name = if line.title.language.is_none() { line.title.words.as_str() } else { "" };
    let label = |what: &str| [what, " ", name].concat().trim_end().to_owned();
    let tick = is_writable.then(|| {
        let (id, changed) = (line.id.clone(), line.id.clone());
        view! {
            <input
                type="checkbox"
                aria-label=label(words.choose)
                prop:checked=move || chosen.has(&id)
                on:change:target=move |event| chosen.put(&changed, event.target().checked())
            />
        }
    });
    let act = is_writable.then(|| {
        let line = line.clone();
        let begin = move |_| writing.begin(here, &line, MayBe::Reworded);
        view! {
            <td role="cell" class="line-acts" data-column=words.act>
                <button type="button" aria-label=label(words.reword) node_ref=begun on:click=begin>{words.reword}</button>
            </td>
        }
    });
    let form = writing::row(here, writing, &line, columns, begun);
    let lead = words::column(here.language, Column::Lead);
    view! {
        <tbody role="rowgroup">
            <tr role="row">
                <th scope="row" role="rowheader"><span class="choice">{tick}<span>{lines::name(&line)}</span></span></th>
                <td role="cell" data-column=words.comes>{lines::comes(&line)}</td>
                <td role="cell" data-column=lead><div>{links(line.lead, here.language)}</div></td>
                <td role="cell" data-column=words.last_stage>{lit.map(light)}</td>
                {act}
            </tr>
            {form}
        </tbody>
    }
    .into_any()
}

fn acts(here: Here, chosen: Chosen, ids: Vec<Id>) -> AnyView {
    let words = here.words;
    let field = |column: Column| {
        view! {
            <label>
                <span>{words::column(here.language, column)}</span>
                <input
                    type="text"
                    autocomplete="off"
                    id=["taking-", column.slug()].concat()
                    prop:value=move || chosen.cells.with(|cells| cells.get(column).to_owned())
                    on:change:target=move |event| {
                        let typed = event.target().value();
                        chosen.cells.update(|cells| typed.clone_into(cells.cell(column)));
                    }
                />
            </label>
        }
    };
    let all = ids.clone();
    let is_all = {
        let ids = ids.clone();
        move || chosen.ids.with(|chosen| ids.iter().all(|id| chosen.contains(id)))
    };
    let choose_all = move |is_chosen: bool| {
        chosen.ids.set(if is_chosen { all.iter().cloned().collect() } else { BTreeSet::new() });
    };
    view! {
        <div class="taking">
            <label class="tick">
                <input type="checkbox" prop:checked=is_all on:change:target=move |event| choose_all(event.target().checked())/>
                <span>{words.choose_all}</span>
            </label>
            {field(Column::Document)}
            {field(Column::Reason)}
            {faults(here, chosen.wrong)}
            <span class="acts">
                <button type="button" data-main="" on:click=move |_| settle(here, chosen, true)>{words.take_over}</button>
                <button type="button" on:click=move |_| settle(here, chosen, false)>{words.end_chosen}</button>
            </span>
        </div>
    }
    .into_any()
}

/// Takes the chosen over, or ends them; several are one act.
fn settle(here: Here, chosen: Chosen, is_carried: bool) {
    let (plan, ledger) = (here.state.plan(), untrack(|| here.desk.ledger()));
    let ids: Vec<Id> = chosen.ids.with_untracked(|ids| ids.iter().cloned().collect());
    let cells = chosen.cells.get_untracked();
    let entries = match is_carried {
        true => year::carried_on(&plan, &ledger, here.year, &ids, &cells),
        false => year::ended_before(&plan, &ledger, here.year, &ids, &cells),
    };
    match entries {
        Ok(entries) => here.desk.sign(move || {
            ignored(chosen.wrong.try_set(vec![]));
            ignored(chosen.ids.try_set(BTreeSet::new()));
            ignored(chosen.cells.try_set(Cells::default()));
            let done = if is_carried { Done::CarriedOn } else { Done::Ended };
            here.record(done, |_| entries);
        }),
        Err(wrong) => chosen.wrong.set(wrong),
    }
}
