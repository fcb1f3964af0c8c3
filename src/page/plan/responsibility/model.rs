//! What the page of responsibility shows, as data.

use super::words;
use crate::page::plan::subject::Linker;
use crate::page::shared::lights::Lights;
use crate::plan::{Area, Organisation, PlanIndex, Role, Task};
use crate::route::{MatrixOrder, Route};
use crate::standing::Light;
use crate::standing::board::LightCount;
use crate::text::{Language, Link, Text};
use std::cmp::Reverse;

/// From this many tasks on the matrix scrolls in a frame of its own.
const WIDE: usize = 14;

/// The matrix of organisations and tasks.
#[derive(Clone, Debug, PartialEq)]
pub struct Responsibility {
    pub headline: Text,
    pub lede: String,
    pub areas: Vec<AreaHead>,
    pub tasks: Vec<TaskHead>,
    /// In the order that is asked for; without records who leads most stands first.
    pub rows: Vec<Row>,
    /// The lights of all indicators; empty without records, and then no row and no task has any.
    pub lights: Vec<LightCount>,
    /// Whose the lights are that somebody has to see to; empty without any.
    pub whose: Text,
    /// The orders to choose from, and which is shown; none without records.
    pub orders: Vec<(Link, bool)>,
    /// Too many tasks for the width of a page.
    pub is_wide: bool,
}

/// The head over the tasks of an area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaHead {
    pub mark: Text,
    pub title: Text,
    /// How many tasks stand under it.
    pub span: usize,
}

/// The head of a task's column.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskHead {
    pub link: Link,
    pub section: Text,
    /// Of its indicators, worst first.
    pub lights: Vec<LightCount>,
}

/// An organisation and its part in each task.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub organisation: Link,
    /// One per task.
    pub marks: Vec<Option<Mark>>,
    pub leads: usize,
    pub responsible: usize,
    /// Of the indicators of the tasks that it leads, worst first.
    pub lights: Vec<LightCount>,
    /// Members of a group.
    pub members: Vec<Member>,
}

/// A member of a group and its part in each task.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub organisation: Link,
    pub marks: Vec<Option<Mark>>,
}

/// The part in a task, and whether the text says it by name or it follows from a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Named(Role),
    ThroughGroup,
}

/// The matrix of a plan, as the plan alone has it.
pub fn model(plan: &PlanIndex, language: Language) -> Responsibility {
    model_with(plan, &Lights::default(), MatrixOrder::default(), language)
}

/// The matrix of a plan with the lights of what each organisation leads.
pub fn model_with(
    plan: &PlanIndex,
    lights: &Lights,
    order: MatrixOrder,
    language: Language,
) -> Responsibility {
    let linker = Linker::new(plan, language);
    let mut rows: Vec<Row> =
        plan.organisations.iter().filter_map(|organisation| row(linker, lights, organisation)).collect();
    // A stable sort: equals stay in the order of the plan.
    rows.sort_by_key(|row| Reverse((row.leads, row.responsible)));
    let headline = headline(&rows, plan.tasks().count(), language);
    let whose = whose(&rows, lights, language);
    if order == MatrixOrder::Lights {
        rows.sort_by_key(|row| Reverse(Light::ALL.map(|light| count(&row.lights, light))));
    }
    let head = |task: &Task| TaskHead {
        link: linker.task(task),
        section: linker.section(&task.section),
        lights: lights.counts([task]),
    };
    let tasks: Vec<TaskHead> = plan.tasks().map(|(_, task)| head(task)).collect();
    let open = plan.tasks().filter(|(_, task)| task.responsible_open).count();
    let leading = rows.iter().filter(|row| row.leads > 0).count();
    let answering = rows.iter().filter(|row| row.responsible > 0).count();
    Responsibility {
        headline,
        lede: words::lede(language, leading, answering, open),
        whose,
        areas: plan
            .areas
            .iter()
            .filter(|area| !area.tasks.is_empty())
            .map(|area| area_head(linker, area))
            .collect(),
        is_wide: tasks.len() >= WIDE,
        tasks,
        rows,
        lights: lights.all(),
        orders: if lights.is_empty() { Vec::new() } else { orders(order, language) },
    }
}

fn orders(shown: MatrixOrder, language: Language) -> Vec<(Link, bool)> {
    let link = |order| {
        let text = Text::plain(words::of(language).order(order));
        (Link { text, href: Route::Responsibility(order).href() }, order == shown)
    };
    MatrixOrder::ALL.map(link).into()
}

/// How many show a light.
fn count(lights: &[LightCount], light: Light) -> usize {
    lights.iter().find(|one| one.lit.light == light.slug()).map_or(0, |one| one.count)
}

/// Whose the lights are that somebody has to see to, light by light; empty without any.
fn whose(rows: &[Row], lights: &Lights, language: Language) -> Text {
    let all = lights.all();
    let owners = |light: Light| {
        let owners = rows.iter().map(|row| (&row.organisation.text, count(&row.lights, light)));
        let mut owners: Vec<(&Text, usize)> = owners.filter(|(_, count)| *count > 0).collect();
        owners.sort_by_key(|(_, count)| Reverse(*count));
        owners
    };
    let pressing = Light::ALL.into_iter().filter(|light| light.is_pressing());
    let pressing = pressing.map(|light| (light.words(language), count(&all, light), owners(light)));
    let pressing: Vec<_> = pressing.filter(|(_, count, _)| *count > 0).collect();
    let names = pressing.iter().flat_map(|(_, _, owners)| owners);
    Text {
        words: words::whose(language, &pressing),
        // A sentence around names in another language is marked as a whole: better than not at all.
        language: names.filter_map(|(name, _)| name.language).next(),
    }
}

fn headline(rows: &[Row], tasks: usize, language: Language) -> Text {
    let Some(first) = rows.first().filter(|row| row.leads > 0) else {
        return Text::plain(words::of(language).nobody);
    };
    let others = rows[1..].iter().filter(|row| row.leads == first.leads).count();
    let name = &first.organisation.text;
    Text {
        words: words::headline(language, &name.words, others, first.leads, tasks),
        // A sentence around a name in another language is marked as a whole: better than not at all.
        language: name.language,
    }
}

fn area_head(linker: Linker, area: &Area) -> AreaHead {
    AreaHead { mark: linker.quote(&area.mark), title: linker.say(&area.title), span: area.tasks.len() }
}

/// Only who has a part by name has a row; members of groups stand below their group.
fn row(linker: Linker, lights: &Lights, organisation: &Organisation) -> Option<Row> {
    let roles: Vec<Option<Role>> = linker.plan.tasks().map(|(_, task)| task.role(&organisation.id)).collect();
    let count = |wanted| roles.iter().filter(|role| **role == Some(wanted)).count();
    let (leads, responsible) = (count(Role::Lead), count(Role::Responsible));
    let led = linker.plan.tasks().map(|(_, task)| task).filter(|task| task.lead.contains(&organisation.id));
    let members = organisation.members.iter().filter_map(|id| linker.plan.organisation(id));
    (leads + responsible > 0).then(|| Row {
        organisation: linker.organisation(organisation),
        marks: roles.iter().map(|role| role.map(Mark::Named)).collect(),
        leads,
        responsible,
        lights: lights.counts(led),
        members: members.map(|one| member(linker, one)).collect(),
    })
}

fn member(linker: Linker, organisation: &Organisation) -> Member {
    let mark = |task| {
        let (role, group) = linker.plan.role(task, &organisation.id)?;
        Some(if group.is_some() { Mark::ThroughGroup } else { Mark::Named(role) })
    };
    Member {
        organisation: linker.organisation(organisation),
        marks: linker.plan.tasks().map(|(_, task)| mark(task)).collect(),
    }
}
