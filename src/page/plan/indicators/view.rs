//! The page of all indicators in markup. Decides nothing.

use super::comparison::{CompareChoice, Comparison};
use super::filter::{Choice, Filter};
use super::model::{Chosen, Content, Indicators, Tab, model_with};
use super::multiples::{HEIGHT, Mark, Multiple, WIDTH, YearMark, ZERO};
use super::way::WayChart;
use super::words::{self, Words};
use crate::chart;
use crate::page::plan::judging::Judging;
use crate::page::shared::lights::view::stands;
use crate::page::shared::records::records;
use crate::route::{IndicatorsView, Route, Sort};
use crate::standing::Bases;
use crate::state::State;
use crate::text::{Language, Text};
use crate::ui::{chart_frame, link, page_title, said, table};
use leptos::prelude::*;

/// What the page fetches where somebody asks for it.
#[derive(Clone, Copy)]
pub struct Fetch {
    /// What judges; where there are records.
    pub judging: fn(State) -> RwSignal<Option<Judging>>,
    /// The chart of all targets; where that is the layout.
    pub way: fn(State) -> RwSignal<Option<WayChart>>,
}

/// The page of the state's selection. A new selection is drawn into the same elements, so that the filter in
/// use keeps the focus.
pub fn page(state: State, fetch: Fetch) -> AnyView {
    let plan = state.plan();
    let judging = (fetch.judging)(state);
    let language = state.settings.with_untracked(|settings| settings.language);
    // While another page is being opened the selection stays what it was.
    let selection = Memo::new(move |before: Option<&IndicatorsView>| match &*state.route.read() {
        Route::Indicators(view) => view.clone(),
        _ => before.cloned().unwrap_or_default(),
    });
    let standings = {
        let plan = plan.clone();
        Memo::new(move |_| {
            let (known, judging) = records(state).zip(judging.get())?;
            Some((judging.standings)(&plan, &known.ledger, known.today, language))
        })
    };
    let page = Memo::new(move |_| {
        let standings = standings.get().unwrap_or_default();
        model_with(&plan, &selection.get(), &standings, language)
    });
    let bases = Memo::new(move |_| standings.with(|one| one.as_ref().map(|one| one.bases().clone())));
    let shape = Memo::new(move |_| page.with(|page| kept(&page.content)));
    let words = words::of(language);
    let content = move || match shape.get() {
        Kept::Compare => compare(page, bases, state, words),
        Kept::Way => on_the_way(page, judging, fetch, state),
        Kept::Nothing => (move || content(page.get().content, words)).into_any(),
    };
    view! { {move || head(page.get(), state, words)} {content} }.into_any()
}

/// Which chart is kept while the selection changes.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    Compare,
    Way,
    Nothing,
}

fn kept(content: &Content) -> Kept {
    match content {
        Content::Compare(_) => Kept::Compare,
        Content::Way { .. } => Kept::Way,
        Content::Unknown { .. } | Content::Nothing { .. } | Content::List(_) | Content::Multiples(_) => {
            Kept::Nothing
        }
    }
}

/// Shows another selection in place of this one; it is no entry of its own in the history.
fn choose(state: State, view: IndicatorsView) {
    let route = Route::Indicators(view);
    crate::browser::address::replace(&route);
    state.route.set(route);
}

fn head(page: Indicators, state: State, words: &'static Words) -> AnyView {
    let shapes = shapes(page.shapes, words);
    view! {
        {page_title(Text::plain(page.headline), Text::plain(page.lede), shapes)}
        {bar(page.filters, page.sorts, &page.view, state, words)}
        {chosen(page.chosen, page.reset, state, words)}
    }
    .into_any()
}

fn shapes(tabs: Vec<Tab>, words: &'static Words) -> AnyView {
    let tabs = tabs.into_iter().map(|tab| {
        view! { <li><a href=tab.href aria-current=tab.is_current.then_some("true")>{tab.label}</a></li> }
    });
    view! { <nav class="shapes" aria-label=words.shapes><ul>{tabs.collect::<Vec<_>>()}</ul></nav> }.into_any()
}

fn bar(
    filters: Vec<Filter>,
    sorts: Vec<(Sort, &'static str)>,
    view: &IndicatorsView,
    state: State,
    words: &'static Words,
) -> AnyView {
    let filters = filters.into_iter().map(|filter| select(filter, view, state)).collect::<Vec<_>>();
    let order = order(sorts, view, state, words);
    view! {
        <div class="filters">
            // Only narrow screens show the opener; what it opens stands beside it, because no style sheet
            // can open a closed `details` on a wide screen in every browser.
            <details><summary>{words.filters}</summary></details>
            <div>{filters}{order}</div>
        </div>
    }
    .into_any()
}

fn select(filter: Filter, view: &IndicatorsView, state: State) -> AnyView {
    let field = filter.field;
    let view = view.clone();
    let is_free = filter.choices.iter().all(|choice| !choice.is_chosen);
    let option =
        |choice: Choice| option(choice.slug, choice.label.words, choice.label.language, choice.is_chosen);
    let choices = filter.choices.into_iter().map(option).collect::<Vec<_>>();
    view! {
        <label data-set=(!is_free).then_some("")>
            <span>{filter.name}</span>
            <select on:change:target=move |event| choose(state, field.choose(&view, &event.target().value()))>
                {option_any(filter.any, is_free)}
                {choices}
            </select>
        </label>
    }
    .into_any()
}

fn option_any(words: &'static str, is_chosen: bool) -> AnyView {
    option(String::new(), words.into(), None, is_chosen)
}

fn option(value: String, words: String, language: Option<Language>, is_chosen: bool) -> AnyView {
    // The attribute is for markup made on the host, the property for a select that was already used.
    view! {
        <option value=value lang=language.map(Language::tag) selected=is_chosen prop:selected=is_chosen>
            {words}
        </option>
    }
    .into_any()
}

fn order(
    sorts: Vec<(Sort, &'static str)>,
    view: &IndicatorsView,
    state: State,
    words: &'static Words,
) -> AnyView {
    let view = view.clone();
    let current = view.sort;
    let choices = sorts
        .into_iter()
        .map(|(sort, words)| option(sort.slug().into(), words.into(), None, sort == current))
        .collect::<Vec<_>>();
    let act = move |slug: String| {
        if let Some(sort) = Sort::ALL.into_iter().find(|sort| sort.slug() == slug) {
            choose(state, IndicatorsView { sort, ..view.clone() });
        }
    };
    view! {
        <label class="order">
            <span>{words.sort}</span>
            <select on:change:target=move |event| act(event.target().value())>{choices}</select>
        </label>
    }
    .into_any()
}

fn chosen(
    chosen: Vec<Chosen>,
    reset: Option<IndicatorsView>,
    state: State,
    words: &'static Words,
) -> Option<AnyView> {
    let reset = reset?;
    let each = chosen.into_iter().map(|one| {
        view! {
            <li>
                <button aria-label=one.remove on:click=move |_| choose(state, one.without.clone())>
                    <span class="muted">{one.name}</span>{said(one.value)}<span aria-hidden="true">"×"</span>
                </button>
            </li>
        }
    });
    let each = each.collect::<Vec<_>>();
    let all = view! { <button on:click=move |_| choose(state, reset.clone())>{words.reset}</button> };
    Some(view! { <ul class="chosen" aria-label=words.chosen>{each}<li>{all}</li></ul> }.into_any())
}

fn content(content: Content, words: &'static Words) -> AnyView {
    match content {
        Content::Unknown { sentences, without } => {
            let sentences = sentences.into_iter().map(|one| view! { <li>{one}</li> }).collect::<Vec<_>>();
            view! { <section class="sheet none" role="status"><ul>{sentences}</ul><p>{link(without)}</p></section> }
                .into_any()
        }
        Content::Nothing { reset } => {
            view! { <section class="sheet none" role="status"><p>{link(reset)}</p></section> }.into_any()
        }
        Content::List(list) => {
            view! { <section class="sheet list">{table(list)}<p class="muted">{words.list}</p></section> }
                .into_any()
        }
        // Drawn by `compare` and `on_the_way`, which keep their chart while the selection changes.
        Content::Compare(_) | Content::Way { .. } => ().into_any(),
        Content::Multiples(charts) => multiples(charts, words),
    }
}

/// The targets of the whole plan, as long as the page is that; it follows the selection and the records.
fn on_the_way(
    page: Memo<Indicators>,
    judging: RwSignal<Option<Judging>>,
    fetch: Fetch,
    state: State,
) -> AnyView {
    let (plan, language) = (state.plan(), state.language());
    let known = {
        let plan = plan.clone();
        Memo::new(move |_| {
            let (known, judging) = records(state).zip(judging.get())?;
            Some((judging.way)(&plan, &known.ledger, known.today))
        })
    };
    let chart = (fetch.way)(state);
    let drawn = move || {
        let (chart, plan) = (chart.get()?, plan.clone());
        Some(chart_frame(state, move || {
            let (ids, has_heads) = page.with(|page| match &page.content {
                Content::Way { ids, has_heads } => (ids.clone(), *has_heads),
                _ => Default::default(),
            });
            known.with(|known| chart(&plan, &ids, has_heads, known.as_ref(), language))
        }))
    };
    drawn.into_any()
}

/// The comparison and its tick boxes, as long as the page is one.
fn compare(
    page: Memo<Indicators>,
    bases: Memo<Option<Bases>>,
    state: State,
    words: &'static Words,
) -> AnyView {
    let comparison = Memo::new(move |_| match page.get().content {
        Content::Compare(comparison) => Some(comparison),
        _ => None,
    });
    let compared = Memo::new(move |_| comparison.get().map(|one| one.compared).unwrap_or_default());
    let is_empty = Memo::new(move |_| compared.with(Vec::is_empty));
    let plan = state.plan();
    let language = state.settings.with_untracked(|settings| settings.language);
    let chart = move || {
        let plan = plan.clone();
        chart_frame(state, move || {
            let bases = bases.get().unwrap_or_default();
            chart::comparison::chart_with(&plan, &bases, &compared.get(), language)
        })
    };
    view! {
        <div class="compare">
            {move || if is_empty.get() { none_compared(words) } else { chart() }}
            {move || comparison.get().map(|one| ticks(one, state, words))}
        </div>
    }
    .into_any()
}

fn ticks(page: Comparison, state: State, words: &'static Words) -> AnyView {
    let boxes = page.choices.into_iter().map(|choice| tick(choice, state)).collect::<Vec<_>>();
    let untick = page.untick.map(|view| {
        view! { <button on:click=move |_| choose(state, view.clone())>{words.compare_clear}</button> }
    });
    view! {
        <fieldset class="sheet">
            <legend>{words.compare_which}</legend>
            <p class="muted">{words.compare_all}</p>
            <ul>{boxes}</ul>
            {untick}
        </fieldset>
    }
    .into_any()
}

fn none_compared(words: &'static Words) -> AnyView {
    view! { <section class="sheet none" role="status"><p>{words.compare_nothing}</p></section> }.into_any()
}

fn tick(choice: CompareChoice, state: State) -> AnyView {
    let disabled = choice.then.is_none();
    let act = move || {
        if let Some(view) = &choice.then {
            choose(state, view.clone());
        }
    };
    view! {
        <li>
            <label>
                <input type="checkbox" checked=choice.is_chosen prop:checked=choice.is_chosen disabled=disabled on:change=move |_| act()/>
                <span>{said(choice.name)} {choice.stands.map(stands)}</span>
            </label>
        </li>
    }
    .into_any()
}

fn multiples(charts: Vec<Multiple>, words: &'static Words) -> AnyView {
    let charts = charts.into_iter().map(multiple).collect::<Vec<_>>();
    view! {
        <section class="multiples">
            <header><h2>{words.multiples}</h2><p class="muted">{words.multiples_note}</p></header>
            <ul>{charts}</ul>
        </section>
    }
    .into_any()
}

fn multiple(chart: Multiple) -> AnyView {
    let says = chart.says.into_iter().map(said).collect::<Vec<_>>();
    let apart = (!chart.apart.is_empty()).then(|| {
        let names = chart.apart.into_iter().map(|name| view! { <span>{said(name)}</span> });
        view! { <small class="apart">{chart.apart_label}{names.collect::<Vec<_>>()}</small> }
    });
    view! {
        <li class="sheet">
            <a href=chart.href>
                <b>{said(chart.name)}</b>
                <small>{chart.basis}" · "{said(chart.unit)}</small>
                {chart.stands.map(stands)}
                {drawing(chart.marks, chart.years)}
                <span class="spoken">{says}</span>
            </a>
            {apart}
        </li>
    }
    .into_any()
}

fn drawing(marks: Vec<Mark>, years: Vec<YearMark>) -> AnyView {
    let size = format!("0 0 {WIDTH} {HEIGHT}");
    let years = years.into_iter().map(year).collect::<Vec<_>>();
    let marks = marks.into_iter().map(mark).collect::<Vec<_>>();
    view! {
        <svg viewBox=size aria-hidden="true">
            <line class="axis" x1="0" x2=WIDTH.to_string() y1=ZERO.to_string() y2=ZERO.to_string()/>
            {years}
            {marks}
        </svg>
    }
    .into_any()
}

fn year(year: YearMark) -> AnyView {
    let x = year.x.to_string();
    let unset = year.unset.map(|words| {
        view! { <text class="unset" x=x.clone() y=(ZERO - 8).to_string()>{words}</text> }
    });
    view! { <text class="year" x=x.clone() y=(ZERO + 18).to_string()>{year.label}</text>{unset} }.into_any()
}

fn mark(mark: Mark) -> AnyView {
    let (x, y) = (mark.x.to_string(), mark.y.to_string());
    let cross = format!("M{} {}h12M{} {}v12", mark.x - 6, mark.y, mark.x, mark.y - 6);
    let modality = mark.modality.map(|words| {
        view! { <text class="modality" x=x.clone() y=(mark.y - 28).to_string()>{words}</text> }
    });
    view! {
        <line class="stem" x1=x.clone() x2=x.clone() y1=y y2=ZERO.to_string()/>
        <path class="cross" d=cross/>
        <text class="target" x=x.clone() y=(mark.y - 12).to_string()>{mark.label}</text>
        {modality}
    }
    .into_any()
}
