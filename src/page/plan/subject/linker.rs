//! Names and links of the parts of a plan, on a page in a language.

use crate::page::shared::lights::{Lights, Stands};
use crate::plan::{
    Area, Indicator, List, Measure, Mention, Milestone, Name, Organisation, PlanIndex, Project, Task,
};
use crate::route::{Route, TasksView};
use crate::standing::{Bases, Lit};
use crate::text::{Language, Link, Text};

/// Names and links the parts of a plan.
#[derive(Clone, Copy)]
pub struct Linker<'a> {
    pub plan: &'a PlanIndex,
    pub language: Language,
    /// What the bureau decided of bases that the plan does not state; none where no records are shown.
    pub bases: Option<&'a Bases>,
    /// How indicators and the rest stand; none where the page shows nothing of it.
    pub lights: Option<&'a Lights>,
}

impl<'a> Linker<'a> {
    pub fn new(plan: &'a PlanIndex, language: Language) -> Self {
        Self { plan, language, bases: None, lights: None }
    }

    /// As records have it.
    pub fn with(self, bases: &'a Bases) -> Self {
        Self { bases: Some(bases), ..self }
    }

    /// With how things stand. Not for the page of a measure, project or milestone: a link to look at that page carries
    /// none of the indicators' figures.
    pub fn lit(self, lights: &'a Lights) -> Self {
        Self { lights: Some(lights).filter(|lights| !lights.is_empty()), ..self }
    }

    /// How an indicator stands.
    pub fn stands(self, indicator: &Indicator) -> Option<&'a Stands> {
        self.lights?.of(&indicator.id)
    }

    /// How a milestone, measure or project stands.
    pub fn light(self, id: &str) -> Option<Lit> {
        self.lights?.of_thing(id)
    }

    /// The basis by which an indicator is read.
    pub fn basis(self, indicator: &Indicator) -> String {
        match self.bases {
            Some(bases) => bases.words(indicator, self.language),
            None => indicator.basis.words(self.language).into(),
        }
    }

    /// What a name says here.
    pub fn say(self, name: &Name) -> Text {
        self.plan.say(name, self.language)
    }

    /// Words of the plan's own text.
    pub fn quote(self, words: &str) -> Text {
        self.plan.quote(words, self.language)
    }

    /// A section of the text, which is written in the plan's own language.
    pub fn section(self, section: &str) -> Text {
        self.quote(section)
    }

    /// Areas have no page: they stand in the tree of tasks.
    pub fn area(self, area: &Area) -> Link {
        self.link(&area.title, Route::Tasks(TasksView::Tree))
    }

    pub fn task(self, task: &Task) -> Link {
        self.link(&task.title, Route::Task(task.id.clone()))
    }

    pub fn measure(self, measure: &Measure) -> Link {
        self.link(&measure.title, Route::Measure(measure.id.clone()))
    }

    pub fn indicator(self, indicator: &Indicator) -> Link {
        self.link(&indicator.name, Route::Indicator(indicator.id.clone()))
    }

    pub fn milestone(self, milestone: &Milestone) -> Link {
        self.link(&milestone.name, Route::Milestone(milestone.id.clone()))
    }

    pub fn project(self, project: &Project) -> Link {
        self.link(&project.name, Route::Project(project.id.clone()))
    }

    pub fn list(self, list: &List) -> Link {
        self.link(&list.name, Route::List { id: list.id.clone(), until: None })
    }

    pub fn organisation(self, organisation: &Organisation) -> Link {
        self.link(&organisation.name, Route::Organisation(organisation.id.clone()))
    }

    pub fn organisations(self, ids: &[String]) -> Vec<Link> {
        ids.iter().filter_map(|id| self.plan.organisation(id)).map(|one| self.organisation(one)).collect()
    }

    pub fn projects(self, ids: &[String]) -> Vec<Link> {
        ids.iter().filter_map(|id| self.plan.project(id)).map(|one| self.project(one)).collect()
    }

    /// The place that names something. Requirements and the head of the document stand on the page about the plan.
    pub fn mention(self, mention: Mention) -> Link {
        match mention {
            Mention::Task(task) => self.task(task),
            Mention::Measure(measure) => self.measure(measure),
            Mention::Milestone(milestone) => self.milestone(milestone),
            Mention::Project(project) => self.project(project),
            Mention::Requirement(requirement) => self.link(&requirement.title, Route::About),
            Mention::Head => self.link(&self.plan.title, Route::About),
        }
    }

    fn link(self, name: &Name, route: Route) -> Link {
        Link { text: self.say(name), href: route.href() }
    }
}
