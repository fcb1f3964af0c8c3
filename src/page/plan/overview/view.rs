//! The overview in markup. Decides nothing.

use super::model::{AreaBlock, Bar, Cell, IndicatorRow, MilestoneRow, Overview, Tally};
use super::words::{self, Words};
use crate::plan::Year;
use crate::route::{Route, Tab};
use crate::standing::board::{Board, BoardRow, DueRow, Todo, has_none};
use crate::standing::{Light, Lit};
use crate::state::State;
use crate::text::{Language, Link, Text};
use crate::ui::{IntoFresh, light_without_data, page_title, said};
use leptos::prelude::*;

/// Which light's rows alone are on the board; none for all.
type Shown = RwSignal<Option<Light>>;

/// The page; with what records add to it, once there are any. Which light alone is shown stands in the address.
pub fn view(page: Overview, records: Option<&Board>, state: State, language: Language) -> AnyView {
    let words = words::of(language);
    let (headline, lede) = match records {
        Some(records) => (records.headline.clone(), records.lede.clone()),
        None => (page.headline, page.lede),
    };
    let shown = RwSignal::new(None);
    follow(records.is_some(), shown, state);
    let counts = match records {
        Some(records) => lights(records, shown, state),
        None => page.tally.into_iter().map(tally).collect(),
    };
    let missing = Light::ALL.into_iter().filter(|light| has_none(records, *light)).collect();
    let rows = records.map(|records| records.rows.clone()).unwrap_or_default();
    let lit = records.map(|records| records.milestones.clone()).unwrap_or_default();
    view! {
        {page_title(Text::plain(headline), Text::plain(lede), ())}
        <ul class="tally">{counts}</ul>
        <div class="overview">
            {board(page.areas, rows, page.years, shown, none_is(missing, shown, words, language), words)}
            <aside>
                {records.map(|records| todo(&records.todo_title, &records.todo))}
                {records.map(|records| todo(&records.problems_title, &records.problems))}
                {due(records.map_or(page.due, |records| records.due.clone()), words)}
                {milestones(page.milestones, lit, words)}
            </aside>
        </div>
    }
    .fresh()
}

/// The board follows the address, but not another page's; while it is not known which row has which light, all are shown.
fn follow(is_judged: bool, shown: Shown, state: State) {
    let look = move || {
        let light = state.route.with(|route| match route {
            Route::Overview => Some(None),
            Route::Board(light) => Some(Some(*light)),
            _ => None,
        });
        if let Some(light) = light {
            shown.set(light.filter(|_| is_judged || !state.is_judging.get()));
        }
    };
    untrack(look);
    Effect::new(move |_| look());
}

/// In place of the rows where none has the light that is asked for: that it is so, and the way back to all.
fn none_is(missing: Vec<Light>, shown: Shown, words: &'static Words, language: Language) -> impl IntoView {
    move || {
        let light = shown.get().filter(|light| missing.contains(light))?;
        let [before, behind] = words.none_is;
        let sentence = [before, light.words(language), behind].concat();
        Some(
            view! { <p>{sentence}" "<a class="button" href=Route::Overview.href()>{words.all}</a></p> }
                .fresh(),
        )
    }
}

/// Shows the rows of one light, or all. The address says so, but that of a link that carries data stays.
fn choose(light: Option<Light>, shown: Shown, state: State) {
    shown.set(light);
    if state.route.with_untracked(|route| route.tab() == Some(Tab::Overview)) {
        let route = light.map_or(Route::Overview, Route::Board);
        crate::browser::address::replace(&route);
        state.route.set(route);
    }
}

/// The counts of the lights; pressed, one leaves only its rows on the board, pressed again all are back.
fn lights(records: &Board, shown: Shown, state: State) -> Vec<AnyView> {
    let count = |(lit, count): (Lit, usize)| {
        let light = Light::ALL.into_iter().find(|one| one.slug() == lit.light);
        let is_shown = move || shown.get() == light;
        let press = move |_| choose(light.filter(|_| !is_shown()), shown, state);
        view! {
            <li>
                <button aria-pressed=move || if is_shown() { "true" } else { "false" } on:click=press>
                    {self::light(lit)}<b class="figure">{count}</b>
                </button>
            </li>
        }
        .fresh()
    };
    records.lights.iter().map(|one| count((one.lit, one.count))).collect()
}

fn light(lit: Lit) -> AnyView {
    view! { <span class="light" data-light=lit.light>{lit.word}</span> }.fresh()
}

/// What is to be done, and the problems, are rows of one kind.
fn todo(title: &str, rows: &[Todo]) -> Option<AnyView> {
    let row = |row: Todo| {
        view! { <li>{light(row.lit)}<a href=row.href>{row.sentence}{row.quoted.map(said)}</a></li> }
    };
    (!rows.is_empty()).then(|| {
        view! {
            <section class="sheet todo">
                <header><h2>{title.to_owned()}</h2></header>
                <ul>{rows.iter().cloned().map(row).collect::<Vec<_>>()}</ul>
            </section>
        }
        .fresh()
    })
}

fn tally(tally: Tally) -> AnyView {
    view! { <li><a href=tally.href>{tally.label}<b class="figure">{tally.count}</b></a></li> }.fresh()
}

fn board(
    areas: Vec<AreaBlock>,
    rows: Vec<BoardRow>,
    years: Vec<Year>,
    shown: Shown,
    nothing: impl IntoView + 'static,
    words: &'static Words,
) -> AnyView {
    let mut rows = rows.into_iter();
    let columns = years.len() + 3;
    let labels: Vec<String> = years.iter().map(Year::to_string).collect();
    let heads = labels
        .iter()
        .map(|year| view! { <th scope="col" role="columnheader" class="number">{year.clone()}</th> });
    let heads = heads.collect::<Vec<_>>();
    let bodies = areas
        .into_iter()
        .map(|area| body(area, &mut rows, &labels, columns, shown, words))
        .collect::<Vec<_>>();
    view! {
        <section class="sheet board">
            <header><h2>{words.board}</h2><p class="muted">{words.board_note}</p></header>
            {nothing}
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
    standings: &mut std::vec::IntoIter<BoardRow>,
    years: &[String],
    columns: usize,
    shown: Shown,
    words: &'static Words,
) -> impl IntoView + use<> {
    let mut lights = Vec::new();
    let rows = area
        .rows
        .into_iter()
        .map(|indicator| {
            let standing = standings.next();
            lights.push(light_of(standing.as_ref()));
            row(indicator, standing, years, columns, shown, words)
        })
        .collect::<Vec<_>>();
    view! {
        <tbody role="rowgroup" hidden=move || lights.iter().all(|&light| is_out(shown, light))>
            <tr role="row" class="area">
                <th role="rowheader" scope="rowgroup" colspan=columns><b>{said(area.mark)}</b>{said(area.title)}</th>
            </tr>
            {rows}
        </tbody>
    }
}

fn row(
    row: IndicatorRow,
    standing: Option<BoardRow>,
    years: &[String],
    columns: usize,
    shown: Shown,
    words: &'static Words,
) -> impl IntoView + use<> {
    let light = light_of(standing.as_ref());
    let is_out = move || is_out(shown, light);
    let open = RwSignal::new(false);
    let basis = standing.as_ref().map_or_else(|| row.basis.into(), |standing| standing.basis.clone());
    let sentence = standing.as_ref().map(|standing| standing.sentence.clone()).unwrap_or_default();
    let lead = row.lead;
    let more =
        move || (open.get() && !is_out()).then(|| more(sentence.clone(), lead.clone(), columns, words));
    let fill = standing.as_ref().and_then(|standing| Some((standing.fill?, standing.lit.light)));
    let cells =
        years.iter().zip(row.cells).map(|(year, value)| cell(year.clone(), value, words)).collect::<Vec<_>>();
    let step =
        row.step.map(|step| view! { <small>{words.step}" "<span class="figure">{step}</span></small> });
    view! {
        // The whole row can be pressed; the button in it is for the keyboard, and its press arrives here as well.
        <tr role="row" class="row" hidden=is_out on:click=move |_| open.update(|open| *open = !*open)>
            <th role="rowheader" scope="row">
                <a href=row.href>{said(row.name)}</a>
                <small><span>{basis}" · "</span>{said(row.unit)}</small>
            </th>
            {cells}
            <td role="cell" class="track">{bar(row.bar, fill)}{step}</td>
            <td role="cell" class="latest">
                <button aria-expanded=move || if open.get() { "true" } else { "false" }>{latest(standing, words)}</button>
            </td>
        </tr>
        {more}
    }
}

/// What a light opens: its sentence with all numbers, and who leads.
fn more(sentence: Vec<Text>, lead: Vec<Link>, columns: usize, words: &'static Words) -> AnyView {
    let lead =
        lead.into_iter().map(|one| view! { <a href=one.href>{said(one.text)}</a> }).collect::<Vec<_>>();
    view! {
        <tr role="row" class="more">
            <td role="cell" colspan=columns>
                <p>{sentence.into_iter().map(said).collect::<Vec<_>>()}</p>
                <p>{words.lead}{lead}</p>
            </td>
        </tr>
    }
    .fresh()
}

/// The light of a row, as it is drawn in [`latest`].
fn light_of(standing: Option<&BoardRow>) -> &'static str {
    standing.map_or(Light::NoData.slug(), |standing| standing.lit.light)
}

/// A light is chosen, and it is another one.
fn is_out(shown: Shown, light: &'static str) -> bool {
    shown.get().is_some_and(|shown| light != shown.slug())
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

fn latest(standing: Option<BoardRow>, words: &'static Words) -> AnyView {
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

fn milestones(rows: Vec<MilestoneRow>, lit: Vec<Lit>, words: &'static Words) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
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
    let view = view! {
        <section class="sheet milestones">
            <header><h2>{words.milestones}</h2></header>
            <ul>{rows.collect::<Vec<_>>()}</ul>
        </section>
    };
    Some(view.fresh())
}
