//! The table of new lines: typed down the column, or pasted as a block.

use super::Here;
use crate::browser::{clipboard, document, ignored};
use crate::ledger::kinds::ItemKind;
use crate::page::plan::year::{self, Cells, Column, Wrong, words};
use crate::rows;
use crate::text::Text;
use crate::ui::sheet as sheet_of;
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

/// So many empty lines stand there at first.
const FIRST: usize = 3;

/// What is typed into the table.
#[derive(Clone, Copy)]
pub struct Adding {
    rows: RwSignal<Vec<Cells>>,
    wrong: RwSignal<Vec<Wrong>>,
    /// What came of the last paste.
    pasted: RwSignal<String>,
}

impl Adding {
    pub fn new(here: Here) -> Self {
        Self {
            rows: RwSignal::new(vec![empty(here); FIRST]),
            wrong: RwSignal::new(vec![]),
            pasted: RwSignal::default(),
        }
    }
}

fn empty(here: Here) -> Cells {
    Cells::of(ItemKind::Measure, here.language)
}

pub fn sheet(here: Here, adding: Adding) -> AnyView {
    let words = here.words;
    let heads = Column::TABLE.map(|column| {
        view! { <th scope="col" role="columnheader">{words::column(here.language, column)}</th> }
    });
    let count = Memo::new(move |_| adding.rows.with(Vec::len));
    let rows = move || (0..count.get()).map(|at| row(here, adding, at)).collect::<Vec<_>>();
    let wrong = move || {
        let wrong = adding.wrong.get();
        (!wrong.is_empty()).then(|| {
            let each = wrong.iter().map(|one| view! { <li>{words::told(here.language, one)}</li> });
            view! { <div role="alert"><ul class="faults">{each.collect::<Vec<_>>()}</ul></div> }
        })
    };
    let more = move |_| {
        let at = count.get_untracked();
        if at < year::MOST_ROWS {
            adding.rows.update(|rows| rows.push(empty(here)));
            document::after_paint(move || document::enter(&element(at, Column::Title)));
        }
    };
    let content = view! {
        <form
            on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                save(here, adding);
            }
        >
            <p class="muted note">{words.add_note}</p>
            {suggestions(here)}
            <table class="table" role="table" aria-label=words.add>
                <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
            {wrong}
            <div class="acts">
                <button type="submit" data-main="">{words.write}</button>
                <button type="button" on:click=more>{words.add_row}</button>
                <span role="status">{adding.pasted}</span>
            </div>
        </form>
    };
    view! { <div class="adding">{sheet_of(Text::plain(words.add), (), content)}</div> }.into_any()
}

/// Names to choose from: a cell with several is typed.
fn suggestions(here: Here) -> AnyView {
    let (plan, language) = (here.state.plan(), here.language);
    let option = |words: String| view! { <option value=words></option> };
    let organisations = plan.organisations.iter().map(|one| option(plan.say(&one.name, language).words));
    let organisations = organisations.collect::<Vec<_>>();
    let tasks = plan.tasks().map(|(_, one)| option(plan.say(&one.title, language).words)).collect::<Vec<_>>();
    view! { <datalist id="year-organisations">{organisations}</datalist> <datalist id="year-tasks">{tasks}</datalist> }
        .into_any()
}

fn element(row: usize, column: Column) -> String {
    ["new-", column.slug(), "-", &row.to_string()].concat()
}

fn row(here: Here, adding: Adding, at: usize) -> AnyView {
    let cells = Column::TABLE.map(|column| {
        let name = words::column(here.language, column);
        let label = [name, " ", here.words.row, " ", &(at + 1).to_string()].concat();
        let field = match column {
            Column::Kind => kind(here, adding, at, label),
            _ => cell(here, adding, at, column, label),
        };
        view! { <td role="cell" data-column=name><div>{field}</div></td> }
    });
    view! { <tr role="row">{cells}</tr> }.into_any()
}

fn value(adding: Adding, at: usize, column: Column) -> String {
    adding.rows.with(|rows| rows.get(at).map(|cells| cells.get(column).to_owned()).unwrap_or_default())
}

fn put(adding: Adding, at: usize, column: Column, typed: &str) {
    adding.rows.update(|rows| {
        if let Some(cells) = rows.get_mut(at) {
            typed.clone_into(cells.cell(column));
        }
    });
}

fn kind(here: Here, adding: Adding, at: usize, label: String) -> AnyView {
    let kinds = [ItemKind::Task, ItemKind::Measure, ItemKind::Project, ItemKind::Node];
    let options = kinds.map(|kind| kind.words(here.language));
    let options = options.map(|words| view! { <option value=words>{words}</option> });
    // What was pasted and is no kind stands there until it is mended: it is not taken for another.
    let other = move || {
        let typed = value(adding, at, Column::Kind);
        let is_known = kinds.iter().any(|kind| kind.words(here.language) == typed);
        (!is_known).then(|| view! { <option value=typed.clone()>{typed.clone()}</option> })
    };
    view! {
        <select
            id=element(at, Column::Kind)
            aria-label=label
            aria-invalid=move || is_wrong(adding, at, Column::Kind).then_some("true")
            prop:value=move || value(adding, at, Column::Kind)
            on:change:target=move |event| put(adding, at, Column::Kind, &event.target().value())
        >
            {options}
            {other}
        </select>
    }
    .into_any()
}

fn is_wrong(adding: Adding, at: usize, column: Column) -> bool {
    adding.wrong.with(|wrong| wrong.iter().any(|one| (one.row, one.column) == (at, column)))
}

fn cell(here: Here, adding: Adding, at: usize, column: Column, label: String) -> AnyView {
    let list = match column {
        Column::Lead | Column::Responsible => Some("year-organisations"),
        Column::Parent => Some("year-tasks"),
        _ => None,
    };
    view! {
        <input
            type="text"
            autocomplete="off"
            enterkeyhint="next"
            id=element(at, column)
            data-cell=column.slug()
            list=list
            aria-label=label
            aria-invalid=move || is_wrong(adding, at, column).then_some("true")
            prop:value=move || value(adding, at, column)
            on:input:target=move |event| put(adding, at, column, &event.target().value())
            on:keydown=move |event| move_on(here, adding, (at, column), &event)
            on:paste=move |event| paste(here, adding, (at, column), &event.into())
        />
    }
    .into_any()
}

/// Enter and the arrows go down and up in the column; Enter on the last line makes another.
fn move_on(here: Here, adding: Adding, (at, column): (usize, Column), event: &KeyboardEvent) {
    // An input method uses these keys for itself; 229 is what older browsers say then.
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    let key = event.key();
    let step: isize = match key.as_str() {
        "Enter" | "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    event.prevent_default();
    let Some(next) = at.checked_add_signed(step) else { return };
    let count = adding.rows.with_untracked(Vec::len);
    if next >= count {
        let is_used = adding.rows.with_untracked(|rows| rows.last().is_some_and(|cells| !cells.is_blank()));
        if key != "Enter" || !is_used || count >= year::MOST_ROWS {
            return;
        }
        adding.rows.update(|rows| rows.push(empty(here)));
    }
    document::after_paint(move || document::enter(&element(next, column)));
}

/// A block of several cells fills the table; a few words go into their cell as always.
fn paste(here: Here, adding: Adding, at: (usize, Column), event: &leptos::ev::Event) {
    let Some(text) = clipboard::pasted(event) else { return };
    if !text.trim_end().contains(['\t', '\n']) {
        return;
    }
    event.prevent_default();
    let markup = clipboard::pasted_markup(event);
    let Ok(grid) = rows::pasted(&text, markup.as_deref()) else {
        let pasted = year::Pasted { is_cut: true, ..year::Pasted::default() };
        return adding.pasted.set(words::pasted(here.language, &pasted));
    };
    let mut filled = None;
    adding.rows.update(|rows| filled = Some(year::pasted(rows, at, &grid, &empty(here))));
    adding.wrong.set(vec![]);
    if let Some(pasted) = filled {
        adding.pasted.set(words::pasted(here.language, &pasted));
    }
}

/// All of it as one act.
fn save(here: Here, adding: Adding) {
    let (plan, ledger) = (here.state.plan(), untrack(|| here.desk.ledger()));
    let lines = adding.rows.with_untracked(|rows| year::read(&plan, &ledger, here.year, rows));
    adding.pasted.set(String::new());
    match lines {
        Ok(lines) if lines.is_empty() => {
            adding.wrong.set(vec![]);
            adding.pasted.set(here.words.nothing.to_owned());
        }
        Ok(lines) => {
            adding.wrong.set(vec![]);
            here.desk.sign(move || {
                here.record(words::Done::Listed, |batch| year::added(lines, batch));
                ignored(adding.rows.try_set(vec![empty(here); FIRST]));
            });
        }
        Err(wrong) => {
            let first = wrong.first().map(|one| element(one.row, one.column));
            adding.wrong.set(wrong);
            if let Some(first) = first {
                document::after_paint(move || document::enter(&first));
            }
        }
    }
}
