//! What the page of tasks shows, as data.

use super::words::{self, Counts};
use super::{AreaBranch, lists, tree};
use crate::page::plan::subject::Linker;
use crate::page::shared::lights::Lights;
use crate::plan::PlanIndex;
use crate::route::{Route, TasksView};
use crate::text::{Language, Link, Table, Text};

/// The page in one of its layouts.
#[derive(Clone, Debug, PartialEq)]
pub struct Tasks {
    pub headline: String,
    pub lede: String,
    /// The layouts, and which is shown.
    pub views: Vec<(Link, bool)>,
    /// The lists of the years.
    pub years: Vec<Link>,
    /// The way to the lists with members, where the plan has some.
    pub lists: Option<Link>,
    pub listing: Listing,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Listing {
    Tree(Vec<AreaBranch>),
    Tasks(Table),
    Projects(Vec<Group>),
}

/// Projects of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub title: &'static str,
    pub note: String,
    pub table: Table,
}

/// The page of a plan in a layout, as the plan alone has it.
pub fn model(plan: &PlanIndex, view: TasksView, language: Language) -> Tasks {
    model_with(plan, &Lights::default(), view, language)
}

/// The page of a plan in a layout, with how things stand.
pub fn model_with(plan: &PlanIndex, lights: &Lights, view: TasksView, language: Language) -> Tasks {
    let linker = Linker::new(plan, language).lit(lights);
    let words = words::of(language);
    let counts = Counts {
        areas: plan.areas.len(),
        tasks: plan.tasks().count(),
        measures: plan.measures().count(),
        projects: plan.projects.len(),
    };
    Tasks {
        headline: words::headline(language, view, counts),
        lede: words::lede(language, common_year(plan), counts.projects),
        views: TasksView::ALL
            .into_iter()
            .map(|one| {
                let link = Link { text: Text::plain(words.view(one)), href: Route::Tasks(one).href() };
                (link, one == view)
            })
            .collect(),
        years: plan.period.iter().map(words::year_link).collect(),
        lists: (!plan.lists.is_empty())
            .then(|| Link { text: Text::plain(words.lists), href: Route::Lists.href() }),
        listing: match view {
            TasksView::Tree => Listing::Tree(tree::branches(linker)),
            TasksView::Tasks => Listing::Tasks(lists::tasks(linker)),
            TasksView::Projects => Listing::Projects(lists::projects(linker)),
        },
    }
}

/// The year of all measures, if they have one in common.
fn common_year(plan: &PlanIndex) -> Option<String> {
    let first = plan.measures().next()?.item.year?;
    plan.measures().all(|place| place.item.year == Some(first)).then(|| first.to_string())
}
