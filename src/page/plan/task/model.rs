//! What the page of a task shows, as data.

use crate::page::plan::subject::words::of;
use crate::page::plan::subject::{Fact, Linker, Subject, lists};
use crate::page::shared::lights::Lights;
use crate::plan::{PlanIndex, Task};
use crate::standing::Bases;
use crate::text::{Language, Text};

/// The page of a task as the plan alone has it, if it has it.
pub fn model(plan: &PlanIndex, id: &str, language: Language) -> Option<Subject> {
    model_with(plan, &Bases::default(), &Lights::default(), id, language)
}

/// The page of a task with what the bureau decided, and how things stand.
pub fn model_with(
    plan: &PlanIndex,
    bases: &Bases,
    lights: &Lights,
    id: &str,
    language: Language,
) -> Option<Subject> {
    let (area, task) = plan.task(id)?;
    let linker = Linker::new(plan, language).with(bases).lit(lights);
    let words = of(language);
    let mut facts = Vec::from(lists::duties(linker, task));
    facts.push(Fact::links(words.area, vec![linker.area(area)]));
    facts.push(Fact::text(words.section, linker.section(&task.section)));
    let named = lists::named_once(
        std::iter::once(&task.organisations)
            .chain(task.measures.iter().map(|measure| &measure.organisations))
            .chain(task.milestones.iter().map(|milestone| &milestone.organisations)),
    );
    let named = named.into_iter().filter_map(|id| plan.organisation(id));
    Some(
        Subject {
            kind: Text::plain(words.task),
            crumbs: lists::path(linker, area, None),
            heading: linker.say(&task.title),
            lede: linker.say(&task.summary),
            facts,
            sections: vec![
                lists::indicators(linker, &task.indicators),
                lists::milestones(linker, &task.milestones),
                lists::measures(linker, &task.measures),
                lists::projects(linker, lists::projects_of_task(plan, task)),
                lists::organisations(linker, words.organisations, named),
                lists::questions(linker, &parts(task)),
            ],
        }
        .pruned(),
    )
}

/// The task and everything that stands in it, for what is open about any of them.
fn parts(task: &Task) -> Vec<&str> {
    let mut ids = vec![task.id.as_str()];
    ids.extend(task.measures.iter().map(|measure| measure.id.as_str()));
    ids.extend(task.indicators.iter().map(|indicator| indicator.id.as_str()));
    ids.extend(task.milestones.iter().map(|milestone| milestone.id.as_str()));
    ids
}

/// Everything of the plan that a report can be about and that belongs to a task, the task itself first.
pub fn things<'a>(plan: &'a PlanIndex, id: &str) -> Vec<&'a str> {
    let Some((_, task)) = plan.task(id) else { return vec![] };
    let projects = lists::projects_of_task(plan, task).into_iter().map(|project| project.id.as_str());
    parts(task).into_iter().chain(projects).collect()
}
