//! Area → task → measure → project.

use super::words;
use crate::page::plan::subject::{Linker, lists};
use crate::page::shared::lights::Stands;
use crate::plan::{Area, Measure, Task};
use crate::standing::Lit;
use crate::standing::board::LightCount;
use crate::text::{Link, Text};

/// An area with its tasks.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaBranch {
    pub mark: Text,
    pub title: Text,
    /// Of its indicators, worst first; empty without records.
    pub lights: Vec<LightCount>,
    pub tasks: Vec<TaskBranch>,
}

/// A task with all that belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskBranch {
    pub link: Link,
    pub section: Text,
    pub lead: Vec<Link>,
    /// What it has, counted.
    pub tally: String,
    /// Of its indicators, worst first; empty without records.
    pub lights: Vec<LightCount>,
    pub indicators: Vec<(Link, Option<Stands>)>,
    pub milestones: Vec<(Link, Option<Lit>)>,
    /// Projects that the task names itself.
    pub projects: Vec<Link>,
    pub measures: Vec<MeasureBranch>,
}

/// A measure with the projects that it names.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureBranch {
    pub link: Link,
    /// How far it has come; none where nothing was reported.
    pub lit: Option<Lit>,
    pub section: Text,
    pub projects: Vec<Link>,
}

/// The plan as a tree.
pub fn branches(linker: Linker) -> Vec<AreaBranch> {
    linker.plan.areas.iter().map(|area| branch(linker, area)).collect()
}

fn branch(linker: Linker, area: &Area) -> AreaBranch {
    AreaBranch {
        mark: linker.quote(&area.mark),
        title: linker.say(&area.title),
        lights: lights(linker, &area.tasks),
        tasks: area.tasks.iter().map(|task| task_branch(linker, task)).collect(),
    }
}

fn lights(linker: Linker, tasks: &[Task]) -> Vec<LightCount> {
    linker.lights.map(|lights| lights.counts(tasks)).unwrap_or_default()
}

fn task_branch(linker: Linker, task: &Task) -> TaskBranch {
    let projects = lists::projects_of_task(linker.plan, task).len();
    let counts = [task.indicators.len(), task.milestones.len(), task.measures.len(), projects];
    TaskBranch {
        link: linker.task(task),
        section: linker.section(&task.section),
        lead: linker.organisations(&task.lead),
        tally: words::tally(linker.language, counts),
        lights: lights(linker, std::slice::from_ref(task)),
        indicators: task
            .indicators
            .iter()
            .map(|indicator| (linker.indicator(indicator), linker.stands(indicator).cloned()))
            .collect(),
        milestones: task
            .milestones
            .iter()
            .map(|milestone| (linker.milestone(milestone), linker.light(&milestone.id)))
            .collect(),
        projects: linker.projects(&task.projects),
        measures: task.measures.iter().map(|measure| measure_branch(linker, measure)).collect(),
    }
}

fn measure_branch(linker: Linker, measure: &Measure) -> MeasureBranch {
    MeasureBranch {
        link: linker.measure(measure),
        lit: linker.light(&measure.id),
        section: linker.section(&measure.section),
        projects: linker.projects(&measure.projects),
    }
}
