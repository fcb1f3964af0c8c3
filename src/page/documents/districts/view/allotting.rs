//! The table in which shares are typed, or pasted as a block.

use super::{Here, record, tell};
use crate::browser::clipboard;
use crate::page::documents::districts::{AllotmentFault, Sheet, names, words};
use crate::page::shared::records::with_as_of;
use crate::rows;
use crate::ui::field::{self, Bound, Line};
use crate::ui::said;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct Table {
    typed: RwSignal<Sheet>,
    faults: RwSignal<Vec<AllotmentFault>>,
    pasted: RwSignal<String>,
}

/// The form; it begins anew whenever what is on record has changed, by whomever.
pub fn form(here: Here) -> AnyView {
    let record = Memo::new(move |_| {
        with_as_of(here.state, here.desk, |as_of| Sheet::of(as_of.plan, as_of.ledger, here.year))
    });
    (move || of_record(here, record.get())).into_any()
}

fn of_record(here: Here, record: Sheet) -> AnyView {
    let Here { state, language, words, .. } = here;
    let plan = state.plan();
    let table =
        Table { typed: RwSignal::new(record), faults: RwSignal::new(vec![]), pasted: RwSignal::default() };
    let heads = plan.districts.iter().map(|id| {
        let name = plan.organisation(id).map(|one| said(plan.short_name(one, language)));
        view! { <th scope="col" role="columnheader">{name}</th> }
    });
    let heads = heads.collect::<Vec<_>>();
    let rows = names::indicators(&plan).into_iter().enumerate().map(|(row, indicator)| {
        let name = plan.say(&indicator.name, language).words;
        let unit = said(plan.say(&indicator.unit, language));
        let cells = plan.districts.iter().enumerate().map(|(column, id)| {
            let district = names::district(&plan, id, language).words;
            cell(table, here, (row, column), [&district, " ", &name].concat(), district.clone())
        });
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">{said(plan.say(&indicator.name, language))}" "<small>{unit}</small></th>
                {cells.collect::<Vec<_>>()}
            </tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    let faults = move || {
        let plan = state.plan();
        let named = |row: usize, column: usize| {
            let indicator = names::indicators(&plan).get(row).map(|one| plan.say(&one.name, language).words);
            let district = plan.districts.get(column).map(|id| names::district(&plan, id, language).words);
            (indicator.unwrap_or_default(), district.unwrap_or_default())
        };
        let each = table.faults.get();
        field::faults(each.iter().map(|one| words::allotment_fault(language, one, named)).collect())
    };
    let has_left_out = Memo::new(move |_| table.typed.with(|typed| typed.has_left_out));
    let dismiss = move || {
        let press = move |_| {
            table.typed.update(|typed| typed.has_left_out = false);
            table.faults.set(vec![]);
            table.pasted.set(String::new());
        };
        has_left_out
            .get()
            .then(|| view! { <button type="button" on:click=press>{words.allot_dismiss}</button> })
    };
    let document = Line { id: "allotment-document", ..Line::default() };
    let reason = Line { id: "allotment-reason", ..Line::default() };
    view! {
        <details class="sheet act-form allot-form">
            <summary><h2>{words.allot_form}</h2></summary>
            <form on:submit=move |event: SubmitEvent| {
                event.prevent_default();
                save(here, table);
            }>
                <p class="muted">{words.allot_note}</p>
                <div class="wide">
                    <table class="table" role="table" aria-label=words.allot_form>
                        <thead role="rowgroup">
                            <tr role="row"><th scope="col" role="columnheader">{words.indicator}</th>{heads}</tr>
                        </thead>
                        <tbody role="rowgroup">{rows}</tbody>
                    </table>
                </div>
                <div class="fields">
                    {field::line(words.document, document, Bound::new(table.typed, |typed| &mut typed.document))}
                    {field::line(words.reason, reason, Bound::new(table.typed, |typed| &mut typed.reason))}
                </div>
                <p class="told" role="status">{table.pasted}</p>
                {faults}
                <div class="acts">
                    <button type="submit" data-main="">{words.allot_save}</button>
                    {dismiss}
                </div>
            </form>
        </details>
    }
    .into_any()
}

fn cell(table: Table, here: Here, at: (usize, usize), label: String, column: String) -> AnyView {
    let (row, place) = at;
    let is_wrong = move || {
        table.faults.with(|faults| {
            faults.iter().any(|one| match one {
                AllotmentFault::NotAFigure { row, column, .. } | AllotmentFault::Negative { row, column } => {
                    (*row, *column) == at
                }
                AllotmentFault::LeftOut | AllotmentFault::NoReason | AllotmentFault::TooLong(_) => false,
            })
        })
    };
    let value = move || {
        table
            .typed
            .with(|typed| typed.cells.get(row).and_then(|row| row.get(place)).cloned())
            .unwrap_or_default()
    };
    view! {
        <td role="cell" data-column=column>
            <input
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-label=label
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=value
                on:input:target=move |event| {
                    let text = event.target().value();
                    table.typed.update(|typed| {
                        if let Some(cell) = typed.cell(row, place) {
                            *cell = text;
                        }
                    });
                }
                on:paste=move |event| paste(here, table, at, &event.into())
            />
        </td>
    }
    .into_any()
}

/// A block of several cells fills the table; a single figure goes into its cell as always.
fn paste(here: Here, table: Table, at: (usize, usize), event: &leptos::ev::Event) {
    let Some(text) = clipboard::pasted(event) else { return };
    if !text.trim_end().contains(['\t', '\n']) {
        return;
    }
    event.prevent_default();
    let markup = clipboard::pasted_markup(event);
    let Ok(grid) = rows::pasted(&text, markup.as_deref()) else {
        return table.pasted.set(here.words.too_long.to_owned());
    };
    let plan = here.state.plan();
    let told = table.typed.try_update(|typed| typed.paste(&plan, at, &grid));
    table.faults.set(vec![]);
    table.pasted.set(told.map(|told| words::pasted(here.language, &told)).unwrap_or_default());
}

/// All that differs as one act.
fn save(here: Here, table: Table) {
    let made = untrack(|| {
        with_as_of(here.state, here.desk, |as_of| {
            table.typed.with_untracked(|typed| typed.written(as_of.plan, as_of.ledger, here.year))
        })
    });
    match made {
        Ok(entries) if entries.is_empty() => {
            table.faults.set(vec![]);
            tell(here, here.words.nothing.to_owned());
        }
        Ok(entries) => {
            table.faults.set(vec![]);
            record(here, |_| entries, here.words.allotted_saved, || ());
        }
        Err(faults) => table.faults.set(faults),
    }
}
