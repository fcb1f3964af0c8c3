//! The overview in markup. Decides nothing.

use super::board::{Board, Lit, Standing, Todo};
use super::model::{AreaBlock, Bar, Cell, DueRow, IndicatorRow, MilestoneRow, Overview, Tally};
use super::words::{self, Words};
use crate::plan::Year;
use crate::text::{Language, Text};
use crate::ui::{IntoFresh, light_without_data, page_title, said};
use leptos::prelude::*;

/// The page; with what records add to it, once there are any.
pub fn view(page: Overview, records: Option<&Board>, language: Language) -> AnyView {
    let words = words::of(language);
    let (headline, lede) = match records {
        Some(records) => (records.headline.clone(), records.lede.clone()),
        None => (page.headline, page.lede),
    };
    let counts = match records {
        Some(records) => lights(records),
        None => page.tally.into_iter().map(tally).collect(),
    };
    let rows = records.map(|records| records.rows.clone()).unwrap_or_default();
    let lit = records.map(|records| records.milestones.clone()).unwrap_or_default();
    view! {
        {page_title(Text::plain(headline), Text::plain(lede), ())}
        <ul class="tally">{counts}</ul>
        <div class="overview">
            {board(page.areas, rows, page.years, words)}
            <aside>
                {records.map(todo)}
                {due(page.due, words)}
                {milestones(page.milestones, lit, words)}
            </aside>
        </div>
    }
    .fresh()
}

fn lights(records: &Board) -> Vec<AnyView> {
    let count = |(lit, count): (Lit, usize)| {
        view! { <li><p>{light(lit)}<b class="figure">{count}</b></p></li> }.fresh()
    };
    records.lights.iter().map(|one| count((one.lit, one.count))).collect()
}

fn light(lit: Lit) -> AnyView {
    view! { <span class="light" data-light=lit.light>{lit.word}</span> }.fresh()
}

fn todo(records: &Board) -> Option<AnyView> {
    let row = |row: Todo| {
        view! { <li>{light(row.lit)}<a href=row.href>{row.sentence}{row.quoted.map(said)}</a></li> }
    };
    (!records.todo.is_empty()).then(|| {
        view! {
            <section class="sheet todo">
                <header><h2>{records.todo_title.clone()}</h2></header>
                <ul>{records.todo.iter().cloned().map(row).collect::<Vec<_>>()}</ul>
            </section>
        }
        .fresh()
    })
}

fn tally(tally: Tally) -> AnyView {
    view! { <li><a href=tally.href>{tally.label}<b class="figure">{tally.count}</b></a></li> }.fresh()
}

fn board(areas: Vec<AreaBlock>, rows: Vec<Standing>, years: Vec<Year>, words: &'static Words) -> AnyView {
    let mut rows = rows.into_iter();
    let columns = years.len() + 3;
    let labels: Vec<String> = years.iter().map(Year::to_string).collect();
    let heads = labels
        .iter()
        .map(|year| view! { <th scope="col" role="columnheader" class="number">{year.clone()}</th> });
    let heads = heads.collect::<Vec<_>>();
    let bodies =
        areas.into_iter().map(|area| body(area, &mut rows, &labels, columns, words)).collect::<Vec<_>>();
    view! {
        <section class="sheet board">
            <header><h2>{words.board}</h2><p class="muted">{words.board_note}</p></header>
            // The roles stand here because the narrow layout takes the table's own display away.
            <table role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{words.indicator}</th>
                        {heads}
                        <th scope="col" role="columnheader">{words.progress}</th>
                        <th scope="col" role="columnheader">{words.latest}</th>
                    </tr>
                </thead>
                {bodies}
            </table>
            <footer class="muted">{words.marks}</footer>
        </section>
    }
    .fresh()
}

fn body(
    area: AreaBlock,
    standings: &mut std::vec::IntoIter<Standing>,
    years: &[String],
    columns: usize,
    words: &'static Words,
) -> impl IntoView + use<> {
    let rows = area
        .rows
        .into_iter()
        .map(|indicator| row(indicator, standings.next(), years, words))
        .collect::<Vec<_>>();
    view! {
        <tbody role="rowgroup">
            <tr role="row" class="area">
                <th role="rowheader" scope="rowgroup" colspan=columns><b>{said(area.mark)}</b>{said(area.title)}</th>
            </tr>
            {rows}
        </tbody>
    }
}

fn row(
    row: IndicatorRow,
    standing: Option<Standing>,
    years: &[String],
    words: &'static Words,
) -> impl IntoView + use<> {
    let fill = standing.as_ref().and_then(|standing| Some((standing.fill?, standing.lit.light)));
    let cells =
        years.iter().zip(row.cells).map(|(year, value)| cell(year.clone(), value, words)).collect::<Vec<_>>();
    let step =
        row.step.map(|step| view! { <small>{words.step}" "<span class="figure">{step}</span></small> });
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <a href=row.href>{said(row.name)}</a>
                <small>{row.basis}" · "{said(row.unit)}</small>
            </th>
            {cells}
            <td role="cell" class="track">{bar(row.bar, fill)}{step}</td>
            <td role="cell" class="latest">{latest(standing, words)}</td>
        </tr>
    }
}

fn cell(year: String, cell: Cell, words: &'static Words) -> impl IntoView {
    let (state, content) = match cell {
        Cell::Unset => ("unset", view! { <span>{words.unset}</span> }.fresh()),
        Cell::Set { mark, value, modality } => {
            let mark = (!mark.is_empty()).then(|| view! { <span class="mark">{mark}</span> });
            let modality = modality.map(|words| view! { <small>{words}</small> });
            ("set", view! { {mark}<b class="figure">{value}</b>{modality} }.fresh())
        }
    };
    view! { <td role="cell" class="number target" data-state=state data-year=year>{content}</td> }
}

fn latest(standing: Option<Standing>, words: &'static Words) -> AnyView {
    match standing {
        Some(standing) => view! { <b class="figure">{standing.actual}</b>{light(standing.lit)}<small>{standing.reason}</small> }.fresh(),
        None => light_without_data(words.not_reported).fresh(),
    }
}

fn bar(bar: Bar, fill: Option<(u16, &'static str)>) -> impl IntoView {
    let last = bar.ticks.len().saturating_sub(1);
    let step = bar.step.map(|(low, high)| {
        view! { <i class="step" style=["left:", &percent(low), ";right:", &percent(1000 - high)].concat()></i> }
    });
    let ticks = bar.ticks.into_iter().enumerate().map(|(index, place)| {
        view! { <i class="tick" data-last=(index == last).then_some("") style=["left:", &percent(place)].concat()></i> }
    });
    let fill = fill.map(|(place, light)| {
        view! { <i class="fill" data-light=light style=["inline-size:", &percent(place)].concat()></i> }
    });
    view! { <div class="gauge" aria-hidden="true">{step}{fill}{ticks.collect::<Vec<_>>()}</div> }
}

/// Thousandths as per cent, without the machinery that prints floats.
fn percent(thousandths: u16) -> String {
    [&(thousandths / 10).to_string(), ".", &(thousandths % 10).to_string(), "%"].concat()
}

fn due(rows: Vec<DueRow>, words: &'static Words) -> AnyView {
    let rows = rows.into_iter().map(|row| {
        view! { <li data-open=row.is_open.then_some("")><b>{said(row.name)}</b><span>{row.sentence}</span></li> }
    });
    view! {
        <section class="sheet due">
            <header><h2>{words.due}</h2></header>
            <ul>{rows.collect::<Vec<_>>()}</ul>
        </section>
    }
    .fresh()
}

fn milestones(rows: Vec<MilestoneRow>, lit: Vec<Lit>, words: &'static Words) -> AnyView {
    let mut lit = lit.into_iter();
    let rows = rows.into_iter().map(|row| {
        let light = match lit.next() {
            Some(lit) => light(lit),
            None => light_without_data(words.not_reported).fresh(),
        };
        view! {
            <li>
                <span class="figure">{row.years}</span>
                <span><a href=row.href>{said(row.name)}</a><small>{row.kind}</small></span>
                {light}
            </li>
        }
    });
    view! {
        <section class="sheet milestones">
            <header><h2>{words.milestones}</h2></header>
            <ul>{rows.collect::<Vec<_>>()}</ul>
        </section>
    }
    .fresh()
}
