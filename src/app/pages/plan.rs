//! The pages about the plan's tasks, who answers for them, and when.

use super::lights::{judging, lights};
use crate::chart::{Chart, flow, milestones, profile, structure};
use crate::page::plan::judging::Judging;
use crate::page::plan::responsibility::Responsibility;
use crate::page::plan::subject::Subject;
use crate::page::plan::{
    measure, milestone, organisation, project, responsibility, subject, task, tasks, timeline, unknown,
};
use crate::page::shared::records::{Records, records};
use crate::plan::PlanIndex;
use crate::route::{Route, TasksView};
use crate::standing::AsOf;
use crate::standing::Bases;
use crate::state::State;
use crate::text::Language;
use crate::ui::chart_frame;
use leptos::prelude::*;

/// The page that the state's route names; of what the plan does not have, the page that says so.
pub fn page() -> AnyView {
    let state = State::here();
    let route = &state.route.get_untracked();
    let (plan, language, judging) = (state.plan(), state.language(), judging(state));
    let drawn = match route {
        Route::Tasks(_) => Some(tasks_page(state, judging)),
        Route::Responsibility(_) => {
            let flow = framed(state, |plan, language| flow::chart(plan, |_| true, language));
            let page = responsibility_page(state, judging);
            Some(responsibility::view(move || page.get(), flow, language))
        }
        Route::Timeline => {
            let plan = plan.clone();
            let drawn = move || {
                let chart = framed(state, milestones::chart);
                let ledger = records(state).map(|known| known.ledger);
                timeline::view(
                    timeline::model(&plan, ledger.as_deref(), judging.get(), state.today.get(), language),
                    chart,
                    language,
                )
            };
            Some(drawn.into_any())
        }
        Route::Organisation(id) => {
            organisation::model(&plan, id, language).map(|_| organisation_page(state, judging, id, language))
        }
        Route::Task(id) => {
            let lights = lights(state, judging);
            let model = move |plan: &PlanIndex, bases: &Bases, id: &str| {
                lights.with(|lights| task::model_with(plan, bases, lights, id, language))
            };
            reported(state, judging, model, id)
        }
        Route::Measure(id) => reported(
            state,
            judging,
            move |plan, bases, id| measure::model_with(plan, bases, id, language),
            id,
        ),
        Route::Project(id) => {
            reported(state, judging, move |plan, _, id| project::model(plan, id, language), id)
        }
        Route::Milestone(id) => {
            reported(state, judging, move |plan, _, id| milestone::model(plan, id, language), id)
        }
        // The first wasm and other parts draw these.
        Route::Overview
        | Route::Board(_)
        | Route::Indicators(_)
        | Route::Indicator(_)
        | Route::Year(_)
        | Route::Lists
        | Route::List { .. }
        | Route::Dispatch(_)
        | Route::Problems(_)
        | Route::Problem(_)
        | Route::Cases(_)
        | Route::Districts(_)
        | Route::Form { .. }
        | Route::Baselines
        | Route::Adjustments(_)
        | Route::Document(..)
        | Route::Issued(_)
        | Route::Compare
        | Route::Device
        | Route::MakePlan
        | Route::Carried(_)
        | Route::About
        | Route::AboutPart(_)
        | Route::Unknown(_) => None,
    };
    drawn.unwrap_or_else(|| unknown::view(unknown::model(&plan, route, language), language))
}

/// A page about something of which stages are reported; it follows the records.
fn reported(
    state: State,
    judging: RwSignal<Option<Judging>>,
    model: impl Fn(&PlanIndex, &Bases, &str) -> Option<Subject> + Send + 'static,
    id: &str,
) -> Option<AnyView> {
    let (id, plan, language) = (id.to_owned(), state.plan(), state.language());
    untrack(|| model(&plan, &Bases::default(), &id))?;
    let drawn = move || {
        let known = records(state).zip(judging.get());
        let Some((Records { ledger, today, offset }, judging)) = known else {
            return Some(subject::view::view(model(&plan, &Bases::default(), &id)?, language));
        };
        let page = model(&plan, &(judging.bases)(&plan, &ledger), &id)?;
        let as_of = AsOf { plan: &plan, ledger: &ledger, today, offset, language };
        Some(subject::view::view((judging.subject)(page, &id, &things(&plan, &id), as_of), language))
    };
    Some(drawn.into_any())
}

/// What a problem can be about to be told on the page of a thing: the thing, and whatever belongs to a task.
fn things<'a>(plan: &'a PlanIndex, id: &'a str) -> Vec<&'a str> {
    let of_task = task::things(plan, id);
    if of_task.is_empty() { vec![id] } else { of_task }
}

fn organisation_page(
    state: State,
    judging: RwSignal<Option<Judging>>,
    id: &str,
    language: Language,
) -> AnyView {
    let (id, plan, lights) = (id.to_owned(), state.plan(), lights(state, judging));
    let drawn = move || {
        let page = lights.with(|lights| organisation::model_with(&plan, lights, &id, language))?;
        let known = records(state).zip(judging.get());
        let (reporting, recorded) = known.map_or((None, vec![]), |(known, judging)| {
            let Records { ledger, today, offset } = known;
            let as_of = AsOf { plan: &plan, ledger: &ledger, today, offset, language };
            (judging.organisation)(&id, as_of)
        });
        Some(organisation::view(page, reporting, recorded, language))
    };
    drawn.into_any()
}

/// The order is a selection on the page and follows the address.
fn responsibility_page(state: State, judging: RwSignal<Option<Judging>>) -> Memo<Responsibility> {
    let (plan, language, lights) = (state.plan(), state.language(), lights(state, judging));
    let order = Memo::new(move |_| match state.route.get() {
        Route::Responsibility(order) => order,
        _ => Default::default(),
    });
    Memo::new(move |_| lights.with(|lights| responsibility::model_with(&plan, lights, order.get(), language)))
}

/// The layout is a selection on the page, not a page: it follows the address by itself. What is open stays so when lights
/// come, and the charts stay as they are.
fn tasks_page(state: State, judging: RwSignal<Option<Judging>>) -> AnyView {
    let layout = Memo::new(move |_| match state.route.get() {
        Route::Tasks(layout) => layout,
        _ => Default::default(),
    });
    let (plan, language, lights) = (state.plan(), state.language(), lights(state, judging));
    let page =
        Memo::new(move |_| lights.with(|lights| tasks::model_with(&plan, lights, layout.get(), language)));
    let is_tree = Memo::new(move |_| layout.get() == TasksView::Tree);
    let open = RwSignal::new(Vec::new());
    let charts = move || {
        is_tree.get().then(|| {
            view! { <div class="tree-charts">{framed(state, profile::chart)} {framed(state, structure::chart)}</div> }
        })
    };
    view! { {move || tasks::view(page.get(), open, language)} {charts} }.into_any()
}

/// A chart of the whole plan.
fn framed(state: State, chart: fn(&PlanIndex, Language) -> Chart) -> AnyView {
    chart_frame(state, move || chart(&state.plan(), state.language()))
}
