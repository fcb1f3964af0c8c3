//! The pages about the plan's tasks, who answers for them, and when.

use crate::chart::{Chart, flow, milestones, profile, structure};
use crate::page::known::{Known, known};
use crate::page::subject::Subject;
use crate::page::subject::progress::{Records, with_progress};
use crate::page::{
    measure, milestone, organisation, project, responsibility, subject, task, tasks, timeline, unknown,
};
use crate::plan::PlanIndex;
use crate::route::Route;
use crate::state::State;
use crate::text::Language;
use crate::ui::chart_frame;
use leptos::prelude::*;

/// The page of a route; of none that the plan does not have, the page that says so.
pub fn page(state: State, route: &Route) -> AnyView {
    let (plan, language) = (state.plan(), state.language());
    let drawn = match route {
        Route::Tasks(_) => Some(tasks_page(state)),
        Route::Responsibility => {
            let flow = framed(state, |plan, language| flow::chart(plan, |_| true, language));
            Some(responsibility::view(responsibility::model(&plan, language), flow, language))
        }
        Route::Timeline => {
            let plan = plan.clone();
            let drawn = move || {
                let chart = framed(state, milestones::chart);
                timeline::view(timeline::model(&plan, state.today.get(), language), chart, language)
            };
            Some(drawn.into_any())
        }
        Route::Organisation(id) => {
            organisation::model(&plan, id, language).map(|page| organisation_page(state, page, id, language))
        }
        Route::Task(id) => about(state, task::model(&plan, id, language)),
        Route::Measure(id) => reported(state, measure::model(&plan, id, language), id),
        Route::Project(id) => reported(state, project::model(&plan, id, language), id),
        Route::Milestone(id) => reported(state, milestone::model(&plan, id, language), id),
        Route::Overview
        | Route::Indicators(_)
        | Route::Indicator(_)
        | Route::Dispatch(_)
        | Route::Form { .. }
        | Route::Compare
        | Route::Device
        | Route::Carried(_)
        | Route::About
        | Route::AboutPart(_)
        | Route::Unknown(_) => None,
    };
    drawn.unwrap_or_else(|| unknown::view(unknown::model(&plan, route, language), language))
}

fn about(state: State, page: Option<Subject>) -> Option<AnyView> {
    page.map(|page| subject::view::view(page, state.language()))
}

/// A page about something of which stages are reported; it follows the records.
fn reported(state: State, page: Option<Subject>, id: &str) -> Option<AnyView> {
    let (page, id, plan, language) = (page?, id.to_owned(), state.plan(), state.language());
    let drawn = move || {
        let page = match known(state) {
            Some(Known { ledger, today, offset }) => {
                let records = Records { plan: &plan, ledger: &ledger, today, offset, language };
                with_progress(page.clone(), &id, records)
            }
            None => page.clone(),
        };
        subject::view::view(page, language)
    };
    Some(drawn.into_any())
}

fn organisation_page(
    state: State,
    page: organisation::OrganisationPage,
    id: &str,
    language: Language,
) -> AnyView {
    let (id, plan) = (id.to_owned(), state.plan());
    let drawn = move || {
        let reporting = known(state).and_then(|Known { ledger, today, offset }| {
            organisation::reporting(&plan, &ledger, &id, today, offset, language)
        });
        organisation::view(page.clone(), reporting, language)
    };
    drawn.into_any()
}

/// The layout is a selection on the page, not a page: it follows the address by itself.
fn tasks_page(state: State) -> AnyView {
    let layout = Memo::new(move |_| match state.route.get() {
        Route::Tasks(layout) => layout,
        _ => Default::default(),
    });
    (move || {
        let language = state.language();
        let charts =
            || view! { {framed(state, profile::chart)} {framed(state, structure::chart)} }.into_any();
        tasks::view(tasks::model(&state.plan(), layout.get(), language), charts, language)
    })
    .into_any()
}

/// A chart of the whole plan.
fn framed(state: State, chart: fn(&PlanIndex, Language) -> Chart) -> AnyView {
    chart_frame(state, move || chart(&state.plan(), state.language()))
}
