//! Where everything in a plan stands, by identifier.

use super::*;
use crate::text::{Language, Text};

/// A plan with the places of its parts. Made once when a plan was read.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanIndex {
    plan: Plan,
}

/// A part of a task, with the task and the area that it stands in.
#[derive(Debug, PartialEq)]
pub struct Place<'a, T> {
    /// The area that has the task.
    pub area: &'a Area,
    /// The task that has the part.
    pub task: &'a Task,
    /// The part itself: an indicator, a measure or a milestone.
    pub item: &'a T,
}

// By hand: derived, they would ask it of the part that is only pointed at.
impl<T> Clone for Place<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Place<'_, T> {}

impl std::ops::Deref for PlanIndex {
    type Target = Plan;
    fn deref(&self) -> &Plan {
        &self.plan
    }
}

// A plan has some hundred parts: a walk costs microseconds, and maps would cost the first wasm kilobytes.
impl PlanIndex {
    pub(super) fn new(plan: Plan) -> Self {
        Self { plan }
    }

    /// What a name says on a page in the given language.
    pub fn say(&self, name: &Name, page: Language) -> Text {
        let said = name.say(page, self.language);
        Text::marked(said.words, said.language, page)
    }

    /// Words that the plan has in its own language only, on a page in the given language.
    pub fn quote(&self, words: &str, page: Language) -> Text {
        Text::marked(words, self.language, page)
    }

    /// An organisation by its name; one that the plan does not have, as somebody wrote it.
    pub fn organisation_name(&self, id: &str, page: Language) -> Text {
        self.organisation(id).map_or_else(|| Text::typed(id, page), |one| self.say(&one.name, page))
    }

    /// An organisation for a narrow column: by its short name where the page's language has one.
    pub fn short_name(&self, organisation: &Organisation, page: Language) -> Text {
        let short = organisation.short_name.as_ref().and_then(|name| name.words(page, self.language));
        short.map_or_else(|| self.say(&organisation.name, page), |words| Text::marked(words, page, page))
    }

    /// Every task with its area, in the order of the text.
    pub fn tasks(&self) -> impl Iterator<Item = (&Area, &Task)> {
        self.areas.iter().flat_map(|area| area.tasks.iter().map(move |task| (area, task)))
    }

    /// Every indicator, in the order of the text.
    pub fn indicators(&self) -> impl Iterator<Item = Place<'_, Indicator>> {
        self.tasks()
            .flat_map(|(area, task)| task.indicators.iter().map(move |item| Place { area, task, item }))
    }

    /// Every measure, in the order of the text.
    pub fn measures(&self) -> impl Iterator<Item = Place<'_, Measure>> {
        self.tasks().flat_map(|(area, task)| task.measures.iter().map(move |item| Place { area, task, item }))
    }

    /// Every milestone, in the order of the text.
    pub fn milestones(&self) -> impl Iterator<Item = Place<'_, Milestone>> {
        self.tasks()
            .flat_map(|(area, task)| task.milestones.iter().map(move |item| Place { area, task, item }))
    }

    /// The area with this identifier; `None` if the plan has none.
    pub fn area(&self, id: &str) -> Option<&Area> {
        self.areas.iter().find(|area| area.id == id)
    }

    /// The task with this identifier, and its area; `None` if the plan has none.
    pub fn task(&self, id: &str) -> Option<(&Area, &Task)> {
        self.tasks().find(|(_, task)| task.id == id)
    }

    /// The indicator with this identifier, and where it stands; `None` if the plan has none.
    pub fn indicator(&self, id: &str) -> Option<Place<'_, Indicator>> {
        self.indicators().find(|place| place.item.id == id)
    }

    /// The measure with this identifier, and where it stands; `None` if the plan has none.
    pub fn measure(&self, id: &str) -> Option<Place<'_, Measure>> {
        self.measures().find(|place| place.item.id == id)
    }

    /// The milestone with this identifier, and where it stands; `None` if the plan has none.
    pub fn milestone(&self, id: &str) -> Option<Place<'_, Milestone>> {
        self.milestones().find(|place| place.item.id == id)
    }

    /// The organisation, group or district with this identifier; `None` if the plan has none.
    pub fn organisation(&self, id: &str) -> Option<&Organisation> {
        self.organisations.iter().find(|organisation| organisation.id == id)
    }

    /// The project with this identifier; `None` if the plan has none.
    pub fn project(&self, id: &str) -> Option<&Project> {
        self.projects.iter().find(|project| project.id == id)
    }

    /// The list with this identifier; `None` if the plan has none.
    pub fn list(&self, id: &str) -> Option<&List> {
        self.lists.iter().find(|list| list.id == id)
    }

    /// The lists that prove a figure of an indicator, each with its rule.
    pub fn lists_of<'a>(&'a self, indicator: &'a str) -> impl Iterator<Item = (&'a List, &'a ListFigure)> {
        let rules = |list: &'a List| list.figures.iter().map(move |rule| (list, rule));
        self.lists.iter().flat_map(rules).filter(move |(_, rule)| rule.indicator == indicator)
    }
}

impl Indicator {
    /// The target of a year; a year without one has none.
    pub fn target(&self, year: Year) -> Option<&Target> {
        self.targets.iter().find(|target| target.year == year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_that_the_plan_does_not_have_is_shown_as_it_was_written() {
        let plan = read::from_json(include_str!("../../public/plan.json")).expect("the plan");
        assert_eq!(plan.organisation_name("science-bureau", Language::Zh).words, "市科技局");
        assert_eq!(plan.organisation_name("nobody", Language::Zh).words, "nobody");
        let bureau = plan.organisation("science-bureau").expect("it is in the plan");
        assert_eq!(plan.short_name(bureau, Language::En).words, "Science Bureau");
        assert_eq!(plan.short_name(bureau, Language::Zh).words, "市科技局", "short as it is");
    }
}
