//! Which pages are prerendered as plain ones, for readers without the program and for the moment before it stands.

use super::{IndicatorsView, MatrixOrder, Route, TasksView};
use crate::ledger::Ledger;
use crate::plan::{Day, Month, PlanIndex};
use crate::standing::duty;
use crate::standing::window::window;

impl Route {
    /// Every page that shows nothing but the plan and stays true after `day`, the overview left out: `index.html` is
    /// that one. Among them are the periods of dispatch once all are closed: what was not reported then stays overdue.
    pub fn plain_pages(plan: &PlanIndex, day: Day) -> Vec<Self> {
        let id = |id: &String| id.clone();
        let lists = [
            Self::Indicators(IndicatorsView::default()),
            Self::Responsibility(MatrixOrder::default()),
            Self::Timeline,
            Self::About,
        ];
        lists
            .into_iter()
            .chain(TasksView::ALL.map(Self::Tasks))
            .chain(plan.indicators().map(|place| Self::Indicator(id(&place.item.id))))
            .chain(plan.tasks().map(|(_, task)| Self::Task(id(&task.id))))
            .chain(plan.measures().map(|place| Self::Measure(id(&place.item.id))))
            .chain(plan.projects.iter().map(|project| Self::Project(id(&project.id))))
            .chain(plan.milestones().map(|place| Self::Milestone(id(&place.item.id))))
            .chain(plan.organisations.iter().map(|organisation| Self::Organisation(id(&organisation.id))))
            .chain(closed_periods(plan, day).into_iter().map(|month| Self::Dispatch(Some(month))))
            .collect()
    }

    /// The name of the plain page of an address without its ending, `tasks~view=projects` for `#/tasks?view=projects`:
    /// hosts of every kind keep files of such names. `public/boot.js` makes the same of an address. None where
    /// the address could name a file elsewhere.
    pub fn plain_name(&self) -> Option<String> {
        let address = self.address();
        let name = address.strip_prefix('/')?.replacen('?', "~", 1);
        let is_inside = name.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
        (is_inside && !name.contains('&')).then_some(name)
    }
}

/// The periods of a plan of which none is open or to come any more; empty before.
fn closed_periods(plan: &PlanIndex, day: Day) -> Vec<Month> {
    let periods = duty::periods(plan);
    let none = Ledger::default();
    let is_closed = |month: &Month| window(plan, &none, *month).is_some_and(|window| window.closes < day);
    if periods.iter().all(is_closed) { periods } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn shipped() -> PlanIndex {
        let plan: Plan = serde_json::from_str(include_str!("../../public/plan.json")).unwrap();
        plan.indexed().unwrap()
    }

    #[test]
    fn every_thing_of_the_plan_has_a_plain_page_of_its_own() {
        let plan = shipped();
        let mut names: Vec<_> = Route::plain_pages(&plan, day("2026-01-06"))
            .iter()
            .map(|page| page.plain_name().unwrap())
            .collect();
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count, "two pages share a name");
        for name in [
            "tasks",
            "tasks~view=projects",
            "indicator/technology-smes",
            "organisation/science-bureau",
            "about",
        ] {
            assert!(names.iter().any(|one| one == name), "{name} is not among {names:?}");
        }
    }

    /// Of each kind of page that an address can name, the plan's are there; what stands on the records is not.
    #[test]
    fn a_page_that_needs_no_records_is_plain() {
        let plan = shipped();
        let plain = Route::plain_pages(&plan, day("2026-01-06"));
        for page in Route::examples(&plan) {
            let needs_more = matches!(
                page,
                Route::Overview
                    | Route::Board(_)
                    | Route::Year(_)
                    | Route::Dispatch(_)
                    | Route::Problems(_)
                    | Route::Problem(_)
                    | Route::Cases(_)
                    | Route::Districts(_)
                    | Route::Form { .. }
                    | Route::Baselines
                    | Route::Adjustments(_)
                    | Route::Lists
                    | Route::List { .. }
                    | Route::Document(..)
                    | Route::Issued(_)
                    | Route::Compare
                    | Route::Device
                    | Route::MakePlan
                    | Route::Carried(_)
                    | Route::AboutPart(_)
                    | Route::Unknown(_)
            );
            let is_selection = matches!(&page, Route::Indicators(view) if *view != IndicatorsView::default());
            assert_eq!(plain.contains(&page), !needs_more && !is_selection, "{page:?}");
        }
    }

    /// While a period is open or to come, what dispatch says of today would be wrong tomorrow.
    #[test]
    fn dispatch_is_plain_once_its_last_window_is_closed() {
        let plan = shipped();
        let count = |day| {
            Route::plain_pages(&plan, day).iter().filter(|page| matches!(page, Route::Dispatch(_))).count()
        };
        let last = window(&plan, &Ledger::default(), Month::parse("2025-12").unwrap()).unwrap().closes;
        assert_eq!(count(last), 0);
        assert_eq!(count(day("2024-09-01")), 0);
        assert_eq!(count(day("2027-01-01")), duty::periods(&plan).len());
    }

    #[test]
    fn no_address_names_a_file_elsewhere() {
        for hash in
            ["#/..", "#/../../index", "#/indicator/..", "#/indicator/.hidden", "#/tasks/", "#//host/page"]
        {
            assert_eq!(Route::Unknown(hash.trim_start_matches('#').into()).plain_name(), None, "{hash}");
        }
    }
}
