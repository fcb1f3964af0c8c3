//! The overview in markup. Decides nothing.

use super::model::{Bar, Cell, IndicatorRow, MilestoneRow, Overview, Tally};
use super::words::{self, Words};
use crate::plan::Year;
use crate::route::{BoardView, DocumentKind, IndicatorsView, Route, Tab};
use crate::standing::board::{Board, BoardRow, DueRow, Group, LightCount, Todo, has_none};
use crate::standing::{Light, Lit};
use crate::state::State;
use crate::text::{Language, Link, Text};
use crate::ui::{IntoFresh, light_without_data, page_title, said};
use leptos::prelude::*;
use std::sync::Arc;

/// What is selected on the board.
type Chosen = RwSignal<BoardView>;

/// The page; with what records add to it, once there are any. What is selected stands in the address.
pub fn view(page: Overview, records: Option<Arc<Board>>, state: State, language: Language) -> AnyView {
    let words = words::of(language);
    let Overview {
        headline,
        lede,
        tally: counted,
        years,
        rows,
        areas,
        milestones: promised,
        due_title,
        due: rounds,
    } = page;
    let (headline, lede) = match &records {
        Some(records) => (records.headline.clone(), records.lede.clone()),
        None => (headline, lede),
    };
    let chosen = RwSignal::new(BoardView::default());
    follow(records.is_some(), chosen, state);
    let counts = match &records {
        Some(records) => lights(records, chosen, state),
        None => counted.into_iter().map(tally).collect(),
    };
    let missing = Light::ALL.into_iter().filter(|light| has_none(records.as_deref(), *light)).collect();
    let has_changes = records.as_ref().is_some_and(|one| one.rows.iter().any(|row| row.was.is_some()));
    let lit = records.as_ref().map(|records| records.milestones.clone()).unwrap_or_default();
    let is_judged = records.is_some();
    let tools = move || match is_judged {
        true => state.board_views.get().map(|views| (views.tools)(state, chosen)),
        false => (!state.is_judging.get()).then(|| begin(is_over(state), words)),
    };
    let aside = view! {
        <aside>
            {records.as_ref().map(|records| todo(&records.todo_title, &records.todo))}
            {records.as_ref().map(|records| todo(&records.problems_title, &records.problems))}
            {due(due_title, records.as_ref().map_or(rounds, |records| records.due.clone()))}
            {milestones(promised, lit, words)}
        </aside>
    };
    let columns = ["--years:", &years.len().to_string()].concat();
    let is_many = (years.len() > 3).then_some("");
    let drawing = Drawing { rows, areas, records, chosen, state, words };
    view! {
        <div class="front" style=columns data-judged=is_judged.then_some("") data-many=is_many>
            {page_title(Text::plain(headline), Text::plain(lede), tools)}
            <ul class="tally">{counts}</ul>
            <div class="overview">{board(drawing, years, none_is(missing, has_changes, chosen, words, language))}{aside}</div>
        </div>
    }
    .fresh()
}

/// The board follows the address, but not another page's; while it is not known which row has which light, all are shown.
fn follow(is_judged: bool, chosen: Chosen, state: State) {
    let look = move || {
        let Some(mut view) = state.route.with(Route::board_view) else { return };
        view.changed &= is_judged;
        view.light = view.light.filter(|_| is_judged || !state.is_judging.get());
        if chosen.with_untracked(|shown| *shown != view) {
            chosen.set(view);
        }
    };
    untrack(look);
    Effect::new(move |_| look());
}

/// Whether the plan is over, so that its account is what one comes for.
pub fn is_over(state: State) -> bool {
    state.today.get().is_some_and(|today| state.plan().period.to < today.year())
}

/// With what one begins where nothing was recorded.
fn begin(is_over: bool, words: &'static Words) -> AnyView {
    let [before, sample, report, backup] = words.begin;
    let account = is_over.then(|| {
        let href = Route::Document(DocumentKind::Account, None).href();
        view! { <a href=href>{words.account}</a> }
    });
    let device = Route::Device.href();
    view! {
        <span class="begin">
            {before}{account}<a href=device.clone()>{sample}</a><a href=Route::Dispatch(None).href()>{report}</a><a href=device>{backup}</a>
        </span>
    }
    .fresh()
}

/// In place of the rows where none is what was asked for: that it is so, and the way back to all.
fn none_is(
    missing: Vec<Light>,
    has_changes: bool,
    chosen: Chosen,
    words: &'static Words,
    language: Language,
) -> impl IntoView {
    move || {
        let (light, changed) = chosen.with(|view| (view.light, view.changed && !has_changes));
        let [before, behind] = words.none_is;
        let sentence = match light.filter(|light| missing.contains(light)) {
            Some(light) => [before, light.words(language), behind].concat(),
            None if changed => words.none_changed.to_owned(),
            None => return None,
        };
        Some(
            view! { <p>{sentence}" "<a class="button" href=Route::Overview.href()>{words.all}</a></p> }
                .fresh(),
        )
    }
}

/// Selects something on the board. The address says so, but that of a link that carries data stays.
pub fn choose(change: impl FnOnce(&mut BoardView), chosen: Chosen, state: State) {
    chosen.update(change);
    // Not asked for again behind the frame: the board may be drawn anew by then.
    let view = chosen.get_untracked();
    // A change of the address takes a slow phone as long as a frame: the board comes first.
    crate::browser::document::behind_the_frame(move || {
        if state.route.with_untracked(|route| route.tab() == Some(Tab::Overview)) {
            let route = Route::board(view);
            crate::browser::address::replace(&route);
            state.route.set(route);
        }
    });
}

/// The counts of the lights, each as wide as it is large; pressed, one leaves only its rows on the board, pressed again
/// all are back.
fn lights(records: &Board, chosen: Chosen, state: State) -> Vec<AnyView> {
    let count = |LightCount { lit, count }: LightCount| {
        let light = Light::ALL.into_iter().find(|one| one.slug() == lit.light);
        let is_shown = move || chosen.with(|view| view.light == light);
        let press = move |_| {
            let light = light.filter(|_| !is_shown());
            choose(|view| view.light = light, chosen, state);
        };
        view! {
            <li style=["flex-grow:", &count.to_string()].concat() data-light=lit.light>
                <button aria-pressed=move || if is_shown() { "true" } else { "false" } on:click=press>
                    {self::light(lit)}<b class="figure">{count}</b>
                </button>
            </li>
        }
        .fresh()
    };
    records.lights.iter().cloned().map(count).collect()
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

/// What the rows are drawn from, anew for each order.
struct Drawing {
    rows: Vec<IndicatorRow>,
    areas: Vec<Group>,
    records: Option<Arc<Board>>,
    chosen: Chosen,
    state: State,
    words: &'static Words,
}

fn board(drawing: Drawing, years: Vec<Year>, nothing: impl IntoView + 'static) -> AnyView {
    let Drawing { chosen, words, .. } = drawing;
    let labels: Vec<String> = years.iter().map(Year::to_string).collect();
    let heads = labels
        .iter()
        .map(|year| view! { <th scope="col" role="columnheader" class="target">{year.clone()}</th> });
    let heads = heads.collect::<Vec<_>>();
    let head = |class, words| view! { <th scope="col" role="columnheader" class=class>{words}</th> };
    let order = Memo::new(move |_| chosen.with(|view| view.order));
    let bodies = move || {
        let groups = drawing.records.as_ref().and_then(|records| records.groups.get(order.get() as usize));
        let groups = groups.unwrap_or(&drawing.areas).iter();
        groups.map(|group| body(group, &drawing, &labels)).collect::<Vec<_>>().fresh()
    };
    let is_filtered = move || chosen.with(|view| view.light.is_some() || view.changed).then_some("");
    view! {
        <section class="sheet board">
            <header><h2>{words.board}</h2></header>
            {nothing}
            // The roles stand here because the layouts take the table's own display away.
            <table role="table" data-filtered=is_filtered>
                <thead role="rowgroup">
                    <tr role="row">
                        {head("name", words.indicator)} {heads} {head("track", words.progress)}
                        {head("latest", words.latest)} {head("change", words.change)}
                        {head("state", words.light)} {head("gap", words.gap)} {head("lead", words.leads)}
                    </tr>
                </thead>
                {bodies}
            </table>
            <footer class="muted"><a href=IndicatorsView::WAY>{words.way}</a>{words.marks}</footer>
        </section>
    }
    .fresh()
}

fn body(group: &Group, drawing: &Drawing, years: &[String]) -> AnyView {
    let Drawing { chosen, words, .. } = *drawing;
    let columns = years.len() + 7;
    let standing = |row: usize| drawing.records.as_ref().and_then(|records| records.rows.get(row));
    let marks: Vec<Marks> = group.rows.iter().map(|&row| marks(standing(row))).collect();
    let rows = group.rows.iter().filter_map(|&at| {
        let indicator = drawing.rows.get(at)?.clone();
        Some(row(indicator, standing(at).cloned(), years, columns, drawing))
    });
    let rows = rows.collect::<Vec<_>>();
    // Too few to stand beside the name of the group.
    let is_short = (rows.len() < 3).then_some("");
    let unfolded = RwSignal::new(false);
    let fold = (!group.lights.is_empty()).then(|| {
        view! {
            <button
                class="fold"
                aria-label=[&group.title.words, words.fold].concat()
                aria-expanded=move || if unfolded.get() { "true" } else { "false" }
                on:click=move |_| unfolded.update(|open| *open = !*open)
            ></button>
        }
    });
    let counts = group.lights.iter().map(|one| {
        view! { <i class="light" data-light=one.lit.light title=one.lit.word><span class="spoken">{one.lit.word}</span>{one.count}</i> }
    });
    view! {
        <tbody
            role="rowgroup"
            data-short=is_short
            data-open=move || unfolded.get().then_some("")
            hidden=move || marks.iter().all(|&marks| is_out(chosen, marks))
        >
            <tr role="row" class="area">
                <th role="rowheader" scope="rowgroup" colspan=columns>
                    <b>{said(group.mark.clone())}</b>{said(group.title.clone())}
                    <span class="counts">{counts.collect::<Vec<_>>()}</span>{fold}
                </th>
            </tr>
            {rows}
        </tbody>
    }
    .fresh()
}

fn row(
    row: IndicatorRow,
    standing: Option<BoardRow>,
    years: &[String],
    columns: usize,
    drawing: &Drawing,
) -> impl IntoView + use<> {
    let Drawing { chosen, state, words, .. } = *drawing;
    let IndicatorRow { id, name, unit, note, cells, bar: marked, lead, first_lead } = row;
    let marks = marks(standing.as_ref());
    let is_out = move || is_out(chosen, marks);
    let href = Route::Indicator(id.clone()).href();
    let open = {
        let id = id.clone();
        Memo::new(move |_| chosen.with(|view| view.open.as_ref() == Some(&id)))
    };
    let press = {
        let id = id.clone();
        move |_| {
            let open = (!open.get_untracked()).then(|| id.clone());
            choose(|view| view.open = open, chosen, state);
        }
    };
    let hot = standing.as_ref().and_then(|one| one.needs_attention.then_some(""));
    let is_judged = standing.is_some();
    let more = move || {
        (open.get() && !is_out()).then(|| {
            let inside = match state.board_views.get().filter(|_| is_judged) {
                Some(views) => (views.opened)(state, &id),
                None => leads(lead.clone(), words),
            };
            view! { <tr role="row" class="more" data-hot=hot><td role="cell" colspan=columns>{inside}</td></tr> }
                .fresh()
        })
    };
    let cells =
        years.iter().zip(cells).map(|(year, value)| cell(year.clone(), value, words)).collect::<Vec<_>>();
    let gauge = bar(marked, standing.as_ref());
    let BoardRow { actual, month, is_stale, change, lit, was, gap, .. } = standing.unwrap_or(BoardRow {
        lit: Lit { light: Light::NoData.slug(), word: words.not_reported },
        ..BoardRow::default()
    });
    view! {
        // The whole row can be pressed; the button in it is for the keyboard, and its press arrives here as well.
        <tr role="row" class="row" data-hot=hot data-opened=move || open.get().then_some("") hidden=is_out on:click=press>
            <th role="rowheader" scope="row" class="name">
                <a href=href on:click=|event| event.stop_propagation()>{said(name)}</a>
                {note.map(|unit| view! { <small>{said(unit)}</small> })}
            </th>
            {cells}
            <td role="cell" class="track">{gauge}</td>
            <td role="cell" class="latest">
                <b class="figure">{actual}</b><span>{said(unit)}</span>
                <small data-stale=is_stale.then_some("")>{month}</small>
            </td>
            <td role="cell" class="change"><span class="figure">{change}</span>{was.map(|was| view! { <small>{words.was}{was}</small> })}</td>
            <td role="cell" class="state">
                <button aria-expanded=move || if open.get() { "true" } else { "false" }>{light(lit)}</button>
            </td>
            <td role="cell" class="gap">{gap}</td>
            <td role="cell" class="lead">{first_lead.map(said)}</td>
        </tr>
        {more}
    }
}

/// Who leads: what a row opens to where nothing was reported.
fn leads(lead: Vec<Link>, words: &'static Words) -> AnyView {
    let lead =
        lead.into_iter().map(|one| view! { <a href=one.href>{said(one.text)}</a> }).collect::<Vec<_>>();
    view! { <p>{words.lead}{lead}</p> }.fresh()
}

/// By what a row is left out: its light, and whether that is another one than a month before.
type Marks = (&'static str, bool);

fn marks(standing: Option<&BoardRow>) -> Marks {
    standing.map_or((Light::NoData.slug(), false), |one| (one.lit.light, one.was.is_some()))
}

/// A light is chosen, and it is another one; or only changes are, and this is none.
fn is_out(chosen: Chosen, (light, is_changed): Marks) -> bool {
    chosen.with(|view| view.light.is_some_and(|shown| light != shown.slug()) || view.changed && !is_changed)
}

fn cell(year: String, cell: Cell, words: &'static Words) -> impl IntoView {
    let (state, content) = match cell {
        Cell::Unset => ("unset", view! { <span>{words.unset}</span> }.fresh()),
        Cell::Set { mark, value, modality } => {
            let mark = (!mark.is_empty()).then(|| view! { <span class="mark">{mark}</span> });
            let modality = modality.map(|words| view! { <small>{words}</small> });
            ("set", view! { {modality}{mark}<b class="figure">{value}</b> }.fresh())
        }
    };
    view! { <td role="cell" class="target" data-state=state data-year=year>{content}</td> }
}

fn bar(bar: Bar, standing: Option<&BoardRow>) -> impl IntoView + use<> {
    let last = bar.ticks.len().saturating_sub(1);
    let step = bar.step.map(|(low, high)| {
        view! { <i class="step" style=["left:", &percent(low), ";right:", &percent(1000 - high)].concat()></i> }
    });
    let ticks = bar.ticks.into_iter().enumerate().map(|(index, place)| {
        view! { <i class="tick" data-last=(index == last).then_some("") style=["left:", &percent(place)].concat()></i> }
    });
    let fill = standing.and_then(|one| Some((one.fill?, one.lit.light))).map(|(place, light)| {
        view! { <i class="fill" data-light=light style=["inline-size:", &percent(place)].concat()></i> }
    });
    let expected = standing.and_then(|one| one.expected);
    let expected =
        expected.map(|place| view! { <i class="by-now" style=["left:", &percent(place)].concat()></i> });
    view! { <div class="gauge" aria-hidden="true">{step}{fill}{ticks.collect::<Vec<_>>()}{expected}</div> }
}

/// Thousandths as per cent, without the machinery that prints floats.
fn percent(thousandths: u16) -> String {
    [&(thousandths / 10).to_string(), ".", &(thousandths % 10).to_string(), "%"].concat()
}

fn due(title: &'static str, rows: Vec<DueRow>) -> AnyView {
    let rows = rows.into_iter().map(|row| {
        view! { <li data-open=row.is_open.then_some("")><b>{said(row.name)}</b><span>{row.sentence}</span></li> }
    });
    view! {
        <section class="sheet due">
            <header><h2>{title}</h2></header>
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
            <li title=row.kind>
                {light}
                <a href=row.href>{said(row.name)}" "<span class="figure">{row.years}</span></a>
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
