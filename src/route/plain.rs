//! Which pages are prerendered as plain ones, for readers without the program and for the moment before it stands.

use super::{IndicatorsView, Route, TasksView};
use crate::plan::PlanIndex;

impl Route {
    /// Every page that shows nothing but the plan, the overview left out: `index.html` is that one.
    pub fn plain_pages(plan: &PlanIndex) -> Vec<Self> {
        let id = |id: &String| id.clone();
        let lists =
            [Self::Indicators(IndicatorsView::default()), Self::Responsibility, Self::Timeline, Self::About];
        lists
            .into_iter()
            .chain(TasksView::ALL.map(Self::Tasks))
            .chain(plan.indicators().map(|place| Self::Indicator(id(&place.item.id))))
            .chain(plan.tasks().map(|(_, task)| Self::Task(id(&task.id))))
            .chain(plan.measures().map(|place| Self::Measure(id(&place.item.id))))
            .chain(plan.projects.iter().map(|project| Self::Project(id(&project.id))))
            .chain(plan.milestones().map(|place| Self::Milestone(id(&place.item.id))))
            .chain(plan.organisations.iter().map(|organisation| Self::Organisation(id(&organisation.id))))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;

    fn shipped() -> PlanIndex {
        let plan: Plan = serde_json::from_str(include_str!("../../public/plan.json")).unwrap();
        plan.indexed().unwrap()
    }

    #[test]
    fn every_thing_of_the_plan_has_a_plain_page_of_its_own() {
        let plan = shipped();
        let mut names: Vec<_> =
            Route::plain_pages(&plan).iter().map(|page| page.plain_name().unwrap()).collect();
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
        let plain = Route::plain_pages(&plan);
        for page in Route::examples(&plan) {
            let needs_more = matches!(
                page,
                Route::Overview
                    | Route::Board(_)
                    | Route::Dispatch(_)
                    | Route::Form { .. }
                    | Route::Compare
                    | Route::Device
                    | Route::Carried(_)
                    | Route::AboutPart(_)
                    | Route::Unknown(_)
            );
            let is_selection = matches!(&page, Route::Indicators(view) if *view != IndicatorsView::default());
            assert_eq!(plain.contains(&page), !needs_more && !is_selection, "{page:?}");
        }
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
