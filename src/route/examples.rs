//! Every kind of page, by example: for whoever has to visit all of them (tests in a browser, pictures of each page).

use super::{
    BoardView, DistrictsView, DocumentKind, IndicatorsView, MatrixOrder, Overlay, ProblemsView, Route, Shape,
    TasksView,
};
use crate::plan::{PlanIndex, Year};
use crate::standing::Light;

impl Route {
    /// Every page of a plan that is a kind of its own, with each shape it can take; of pages about one thing, the
    /// first thing of the plan. A plan without milestones has no page of one.
    pub fn examples(plan: &PlanIndex) -> Vec<Self> {
        let kinds = std::iter::successors(Some(Self::Overview), Self::next_kind);
        kinds.flat_map(|kind| kind.examples_of_kind(plan)).collect()
    }

    /// The kind that comes after this one. A new variant does not compile until it has a place in the chain; the
    /// identifiers mean nothing here.
    fn next_kind(&self) -> Option<Self> {
        let any = String::new;
        Some(match self {
            Self::Overview => Self::Board(BoardView { light: Some(Light::Green), ..BoardView::default() }),
            Self::Board(_) => Self::Indicators(IndicatorsView::default()),
            Self::Indicators(_) => Self::Indicator(any()),
            Self::Indicator(_) => Self::Tasks(TasksView::default()),
            Self::Tasks(_) => Self::Year(Year(0)),
            Self::Year(_) => Self::Task(any()),
            Self::Task(_) => Self::Measure(any()),
            Self::Measure(_) => Self::Project(any()),
            Self::Project(_) => Self::Lists,
            Self::Lists => Self::List { id: any(), until: None },
            Self::List { .. } => Self::Milestone(any()),
            Self::Milestone(_) => Self::Responsibility(MatrixOrder::default()),
            Self::Responsibility(_) => Self::Organisation(any()),
            Self::Organisation(_) => Self::Timeline,
            Self::Timeline => Self::Dispatch(None),
            Self::Dispatch(_) => Self::Problems(ProblemsView::default()),
            Self::Problems(_) => Self::Problem(any()),
            Self::Problem(_) => Self::Cases(None),
            Self::Cases(_) => Self::Districts(any()),
            Self::Districts(_) => Self::Form { organisation: any(), month: None },
            Self::Form { .. } => Self::Baselines,
            Self::Baselines => Self::Adjustments(None),
            Self::Adjustments(_) => Self::Document(DocumentKind::Monthly, None),
            Self::Document(..) => Self::Issued(any()),
            Self::Issued(_) => Self::Compare,
            Self::Compare => Self::Device,
            Self::Device => Self::MakePlan,
            Self::MakePlan => Self::Carried("".into()),
            Self::Carried(_) => Self::About,
            Self::About => Self::AboutPart(any()),
            Self::AboutPart(_) => Self::Unknown(any()),
            Self::Unknown(_) => return None,
        })
    }

    fn examples_of_kind(self, plan: &PlanIndex) -> Vec<Self> {
        let first =
            |id: Option<&String>, page: fn(String) -> Self| id.cloned().map(page).into_iter().collect();
        match self {
            Self::Overview
            | Self::Board(_)
            | Self::Responsibility(_)
            | Self::Timeline
            | Self::About
            | Self::Baselines
            | Self::Adjustments(_)
            | Self::Lists
            | Self::Compare
            | Self::Device
            | Self::MakePlan
            | Self::Dispatch(_)
            | Self::Cases(_)
            | Self::Problems(_) => {
                vec![self]
            }
            // The districts of the plan's last year, and the first of them.
            Self::Districts(_) => {
                let all = DistrictsView::of(plan.period.to);
                let one = plan
                    .districts
                    .first()
                    .map(|id| DistrictsView { district: Some(id.clone()), ..all.clone() });
                std::iter::once(all).chain(one).map(|view| view.route()).collect()
            }
            Self::Document(..) => {
                DocumentKind::ALL.into_iter().map(|kind| Self::Document(kind, None)).collect()
            }
            Self::Indicators(view) => {
                let shaped = |shape| Self::Indicators(IndicatorsView { shape, ..view.clone() });
                Shape::ALL.into_iter().map(shaped).collect()
            }
            Self::Tasks(_) => TasksView::ALL.into_iter().map(Self::Tasks).collect(),
            // The second one: the year before it has something that waits to be taken over.
            Self::Year(_) => {
                plan.period.iter().nth(1).or(Some(plan.period.from)).map(Self::Year).into_iter().collect()
            }
            Self::Indicator(_) => {
                first(plan.indicators().next().map(|place| &place.item.id), Self::Indicator)
            }
            Self::Task(_) => first(plan.tasks().next().map(|(_, task)| &task.id), Self::Task),
            Self::Measure(_) => first(plan.measures().next().map(|place| &place.item.id), Self::Measure),
            Self::Project(_) => first(plan.projects.first().map(|project| &project.id), Self::Project),
            Self::List { .. } => {
                first(plan.lists.first().map(|list| &list.id), |id| Self::List { id, until: None })
            }
            Self::Milestone(_) => {
                first(plan.milestones().next().map(|place| &place.item.id), Self::Milestone)
            }
            Self::Organisation(_) => {
                first(plan.organisations.first().map(|organisation| &organisation.id), Self::Organisation)
            }
            Self::Form { .. } => {
                first(plan.organisations.first().map(|organisation| &organisation.id), |organisation| {
                    Self::Form { organisation, month: None }
                })
            }
            // No plan has one: the page says that it is not here.
            Self::Problem(_) => vec![Self::Problem("1.0.0".into())],
            Self::Issued(_) => vec![Self::Issued("1.0.0".into())],
            // Cut after the kind: what every reader of a link meets first when a messenger cuts it.
            Self::Carried(_) => vec![Self::Carried("pLanS1".into())],
            Self::AboutPart(_) => first(plan.questions.first().map(|question| &question.id), Self::AboutPart),
            Self::Unknown(_) => vec![Self::Unknown("/no-such-page".into())],
        }
    }
}

impl Overlay {
    /// What can lie over a page.
    pub fn examples() -> Vec<Self> {
        std::iter::successors(Some(Self::Palette), |overlay| match overlay {
            Self::Palette => Some(Self::Share),
            Self::Share => None,
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;
    use std::mem::discriminant;

    fn shipped() -> PlanIndex {
        let plan: Plan = serde_json::from_str(include_str!("../../public/plan.json")).unwrap();
        plan.indexed().unwrap()
    }

    #[test]
    fn every_example_has_an_address_of_its_own_that_reads_back() {
        let pages = Route::examples(&shipped());
        for (index, page) in pages.iter().enumerate() {
            assert_eq!(&Route::parse(&page.href()), page);
            assert!(!pages[..index].contains(page), "{page:?} stands twice");
        }
    }

    /// The tests in Firefox and WebKit are not written in Rust and read the addresses there.
    #[test]
    fn the_list_for_other_engines_has_every_page() {
        let listed: Vec<&str> = include_str!("../../tests/engines/routes.txt").lines().collect();
        let pages: Vec<String> = Route::examples(&shipped()).iter().map(Route::href).collect();
        assert_eq!(listed, pages, "write tests/engines/routes.txt again: {}", pages.join("\n"));
    }

    #[test]
    fn the_shipped_plan_has_every_kind_of_page() {
        let pages = Route::examples(&shipped());
        let kinds = std::iter::successors(Some(Route::Overview), Route::next_kind);
        for kind in kinds {
            assert!(pages.iter().any(|page| discriminant(page) == discriminant(&kind)), "{kind:?}");
        }
    }
}
