//! What the page of responsibility shows, as data.

use super::words;
use crate::page::plan::subject::Linker;
use crate::plan::{Area, Organisation, PlanIndex, Role};
use crate::text::{Language, Link, Text};

/// From this many tasks on the matrix scrolls in a frame of its own.
const WIDE: usize = 14;

/// The matrix of organisations and tasks.
#[derive(Clone, Debug, PartialEq)]
pub struct Responsibility {
    pub headline: Text,
    pub lede: String,
    pub areas: Vec<AreaHead>,
    pub tasks: Vec<TaskHead>,
    /// Who leads most stands first.
    pub rows: Vec<Row>,
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
}

/// An organisation and its part in each task.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub organisation: Link,
    /// One per task.
    pub marks: Vec<Option<Mark>>,
    pub leads: usize,
    pub responsible: usize,
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

/// The matrix of a plan.
pub fn model(plan: &PlanIndex, language: Language) -> Responsibility {
    let linker = Linker::new(plan, language);
    let mut rows: Vec<Row> =
        plan.organisations.iter().filter_map(|organisation| row(linker, organisation)).collect();
    // A stable sort: equals stay in the order of the plan.
    rows.sort_by_key(|row| std::cmp::Reverse((row.leads, row.responsible)));
    let tasks: Vec<TaskHead> = plan
        .tasks()
        .map(|(_, task)| TaskHead { link: linker.task(task), section: linker.section(&task.section) })
        .collect();
    let open = plan.tasks().filter(|(_, task)| task.responsible_open).count();
    let leading = rows.iter().filter(|row| row.leads > 0).count();
    let answering = rows.iter().filter(|row| row.responsible > 0).count();
    Responsibility {
        headline: headline(&rows, tasks.len(), language),
        lede: words::lede(language, leading, answering, open),
        areas: plan
            .areas
            .iter()
            .filter(|area| !area.tasks.is_empty())
            .map(|area| head(linker, area))
            .collect(),
        is_wide: tasks.len() >= WIDE,
        tasks,
        rows,
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

fn head(linker: Linker, area: &Area) -> AreaHead {
    AreaHead { mark: linker.quote(&area.mark), title: linker.say(&area.title), span: area.tasks.len() }
}

/// Only who has a part by name has a row; members of groups stand below their group.
fn row(linker: Linker, organisation: &Organisation) -> Option<Row> {
    let roles: Vec<Option<Role>> = linker.plan.tasks().map(|(_, task)| task.role(&organisation.id)).collect();
    let count = |wanted| roles.iter().filter(|role| **role == Some(wanted)).count();
    let (leads, responsible) = (count(Role::Lead), count(Role::Responsible));
    let members = organisation.members.iter().filter_map(|id| linker.plan.organisation(id));
    (leads + responsible > 0).then(|| Row {
        organisation: linker.organisation(organisation),
        marks: roles.iter().map(|role| role.map(Mark::Named)).collect(),
        leads,
        responsible,
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
