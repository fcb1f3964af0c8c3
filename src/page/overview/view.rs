//! The overview in markup. Decides nothing.

use super::model::{AreaBlock, Bar, Cell, DueRow, IndicatorRow, MilestoneRow, Overview, Tally};
use super::words::{self, Words};
use crate::plan::Year;
use crate::text::{Language, Text};
use crate::ui::{light_without_data, page_title, said};
use leptos::prelude::*;

/// The page.
pub fn view(page: Overview, language: Language) -> AnyView {
    let words = words::of(language);
    view! {
        {page_title(Text::plain(page.headline), Text::plain(page.lede), ())}
        <ul class="tally">{page.tally.into_iter().map(tally).collect::<Vec<_>>()}</ul>
        <div class="overview">
            {board(page.areas, page.years, words)}
            <aside>{due(page.due, words)} {milestones(page.milestones, words)}</aside>
        </div>
    }
    .into_any()
}

fn tally(tally: Tally) -> impl IntoView {
    view! { <li><a href=tally.href>{tally.label}<b class="figure">{tally.count}</b></a></li> }
}

fn board(areas: Vec<AreaBlock>, years: Vec<Year>, words: &'static Words) -> AnyView {
    let columns = years.len() + 3;
    let labels: Vec<String> = years.iter().map(Year::to_string).collect();
    let heads = labels
        .iter()
        .map(|year| view! { <th scope="col" role="columnheader" class="number">{year.clone()}</th> });
    let heads = heads.collect::<Vec<_>>();
    let bodies = areas.into_iter().map(|area| body(area, &labels, columns, words)).collect::<Vec<_>>();
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
    .into_any()
}

fn body(area: AreaBlock, years: &[String], columns: usize, words: &'static Words) -> impl IntoView + use<> {
    let rows = area.rows.into_iter().map(|indicator| row(indicator, years, words)).collect::<Vec<_>>();
    view! {
        <tbody role="rowgroup">
            <tr role="row" class="area">
                <th role="rowheader" scope="rowgroup" colspan=columns><b>{said(area.mark)}</b>{said(area.title)}</th>
            </tr>
            {rows}
        </tbody>
    }
}

fn row(row: IndicatorRow, years: &[String], words: &'static Words) -> impl IntoView + use<> {
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
            <td role="cell" class="track">{bar(row.bar)}{step}</td>
            <td role="cell" class="latest">{light_without_data(words.not_reported)}</td>
        </tr>
    }
}

fn cell(year: String, cell: Cell, words: &'static Words) -> impl IntoView {
    let (state, content) = match cell {
        Cell::Unset => ("unset", view! { <span>{words.unset}</span> }.into_any()),
        Cell::Set { mark, value, modality } => {
            let mark = (!mark.is_empty()).then(|| view! { <span class="mark">{mark}</span> });
            let modality = modality.map(|words| view! { <small>{words}</small> });
            ("set", view! { {mark}<b class="figure">{value}</b>{modality} }.into_any())
        }
    };
    view! { <td role="cell" class="number target" data-state=state data-year=year>{content}</td> }
}

fn bar(bar: Bar) -> impl IntoView {
    let last = bar.ticks.len().saturating_sub(1);
    let step = bar.step.map(|(low, high)| {
        view! { <i class="step" style=["left:", &percent(low), ";right:", &percent(1000 - high)].concat()></i> }
    });
    let ticks = bar.ticks.into_iter().enumerate().map(|(index, place)| {
        view! { <i class="tick" data-last=(index == last).then_some("") style=["left:", &percent(place)].concat()></i> }
    });
    view! { <div class="gauge" aria-hidden="true">{step}{ticks.collect::<Vec<_>>()}</div> }
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
    .into_any()
}

fn milestones(rows: Vec<MilestoneRow>, words: &'static Words) -> AnyView {
    let rows = rows.into_iter().map(|row| {
        view! {
            <li>
                <span class="figure">{row.years}</span>
                <span><a href=row.href>{said(row.name)}</a><small>{row.kind}</small></span>
                {light_without_data(words.not_reported)}
            </li>
        }
    });
    view! {
        <section class="sheet milestones">
            <header><h2>{words.milestones}</h2></header>
            <ul>{rows.collect::<Vec<_>>()}</ul>
        </section>
    }
    .into_any()
}
