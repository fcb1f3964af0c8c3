//! What is written about one line: other words, another day, its end. The form stands below the line.

use super::Here;
use crate::browser::{document, ignored};
use crate::ledger::{Entry, Id};
use crate::page::plan::year::words::Done;
use crate::page::plan::year::{self, Cells, Column, Line, MayBe, Wrong, words};
use leptos::html;
use leptos::prelude::*;

/// What is being written, kept apart from the lists, so that a new drawing loses nothing.
#[derive(Clone, Copy)]
pub struct Writing {
    of: RwSignal<Option<(Id, MayBe)>>,
    cells: RwSignal<Cells>,
    wrong: RwSignal<Vec<Wrong>>,
}

impl Writing {
    pub fn new() -> Self {
        Self { of: RwSignal::new(None), cells: RwSignal::default(), wrong: RwSignal::new(vec![]) }
    }

    /// Begins with what the line has.
    pub fn begin(self, here: Here, line: &Line, act: MayBe) {
        let cells = match act {
            MayBe::Reworded => untrack(|| here.with(|as_of| year::worded(as_of, here.year, &line.id))),
            MayBe::Moved => Cells::default(),
            MayBe::Ended => {
                let today = untrack(|| here.today());
                let day = if today.year() == here.year { today.to_string() } else { String::new() };
                Cells::default().with(Column::Due, &day)
            }
        };
        self.cells.set(cells);
        self.wrong.set(vec![]);
        self.of.set(Some((line.id.clone(), act)));
    }

    fn is_at(self, id: &Id) -> Option<MayBe> {
        self.of.with(|of| of.as_ref().filter(|(at, _)| at == id).map(|(_, act)| *act))
    }
}

/// The row below a line, while something is written about it.
pub fn row(
    here: Here,
    writing: Writing,
    line: &Line,
    columns: usize,
    begun: NodeRef<html::Button>,
) -> impl IntoView + use<> {
    let id = line.id.clone();
    let at = {
        let id = id.clone();
        Memo::new(move |_| writing.is_at(&id))
    };
    move || {
        let act = at.get()?;
        let form = form(here, writing, id.clone(), act, begun);
        Some(view! {
            <tr role="row" class="writing"><td role="cell" colspan=columns.to_string()>{form}</td></tr>
        })
    }
}

fn form(here: Here, writing: Writing, id: Id, act: MayBe, begun: NodeRef<html::Button>) -> AnyView {
    let fields: &[Column] = match act {
        MayBe::Reworded => &[
            Column::Kind,
            Column::Title,
            Column::Parent,
            Column::Lead,
            Column::Responsible,
            Column::Begins,
            Column::Due,
            Column::Document,
            Column::Reason,
        ],
        MayBe::Moved | MayBe::Ended => &[Column::Due, Column::Reason, Column::Document],
    };
    let first = field_id(if act == MayBe::Reworded { Column::Title } else { Column::Due });
    document::after_paint(move || document::enter(&first));
    let fields = fields.iter().map(|column| field(here, writing, act, *column)).collect::<Vec<_>>();
    let cancel = move |_| {
        writing.of.set(None);
        if let Some(button) = begun.get_untracked() {
            ignored(button.focus());
        }
    };
    let words = here.words;
    let done = match act {
        MayBe::Reworded => words.reword,
        MayBe::Moved => words.move_due,
        MayBe::Ended => words.end,
    };
    let save = move |_| save(here, writing, &id, act);
    view! {
        <div class="reason">
            <div class="cells">{fields}</div>
            {faults(here, writing.wrong)}
            <span class="acts">
                <button type="button" data-main="" on:click=save>{done}</button>
                <button type="button" on:click=cancel>{words.cancel}</button>
            </span>
        </div>
    }
    .into_any()
}

fn field_id(column: Column) -> String {
    ["line-", column.slug()].concat()
}

fn field(here: Here, writing: Writing, act: MayBe, column: Column) -> AnyView {
    let name = match (act, column) {
        (MayBe::Moved, Column::Due) => here.words.new_due,
        (MayBe::Ended, Column::Due) => here.words.end_on,
        _ => words::column(here.language, column),
    };
    let is_wrong = move || writing.wrong.with(|all| all.iter().any(|one| one.column == column));
    view! {
        <label data-cell=column.slug()>
            <span>{name}</span>
            <input
                type="text"
                id=field_id(column)
                autocomplete="off"
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=move || writing.cells.with(|cells| cells.get(column).to_owned())
                on:change:target=move |event| {
                    let typed = event.target().value();
                    writing.cells.update(|cells| typed.trim().clone_into(cells.cell(column)));
                }
            />
        </label>
    }
    .into_any()
}

/// Everything that is wrong, in one list that is read out.
pub fn faults(here: Here, wrong: RwSignal<Vec<Wrong>>) -> impl IntoView {
    move || {
        let wrong = wrong.get();
        (!wrong.is_empty()).then(|| {
            let each = wrong.iter().map(|one| {
                let name = words::column(here.language, one.column);
                let between = here.language.pick("：", ": ");
                view! { <li>{[name, between, &words::fault(here.language, one)].concat()}</li> }
            });
            view! { <div role="alert"><ul class="faults">{each.collect::<Vec<_>>()}</ul></div> }
        })
    }
}

fn save(here: Here, writing: Writing, id: &Id, act: MayBe) {
    let (plan, ledger) = (here.state.plan(), untrack(|| here.desk.ledger()));
    let cells = writing.cells.get_untracked();
    let entries: Result<Vec<Entry>, Vec<Wrong>> = match act {
        MayBe::Reworded => year::reworded(&plan, &ledger, here.year, id, &cells),
        MayBe::Ended => year::ended(id, here.year, &cells),
        MayBe::Moved => match ledger.list_of(here.year).iter().find(|one| one.id == id) {
            Some(listed) => year::moved(listed, here.year, &cells),
            None => return writing.of.set(None),
        },
    };
    match entries {
        Ok(entries) => here.desk.sign(move || {
            ignored(writing.of.try_set(None));
            let done = match act {
                MayBe::Reworded => Done::Reworded,
                MayBe::Moved => Done::Moved,
                MayBe::Ended => Done::Ended,
            };
            here.record(done, |_| entries);
        }),
        Err(wrong) => {
            let first = wrong.first().map(|one| field_id(one.column));
            writing.wrong.set(wrong);
            if let Some(first) = first {
                document::after_paint(move || document::enter(&first));
            }
        }
    }
}
