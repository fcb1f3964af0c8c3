//! What the page of a project shows, as data.

use crate::page::plan::subject::words::{collective, of};
use crate::page::plan::subject::{Fact, Linker, Subject, lists as listed};
use crate::plan::{Milestone, PlanIndex};
use crate::route::{Route, TasksView};
use crate::text::{Language, Link, Text};

/// The page of a project, if the plan has it.
pub fn model(plan: &PlanIndex, id: &str, language: Language) -> Option<Subject> {
    let project = plan.project(id)?;
    let linker = Linker::new(plan, language);
    let words = of(language);
    let count = project.collective.map(|one| collective(language, one)).unwrap_or_default();
    let named = project.organisations.iter().filter_map(|id| plan.organisation(id));
    let milestones = plan.milestones().map(|place| place.item);
    let concerned = milestones.filter(|item: &&Milestone| item.projects.contains(&project.id));
    let lists = plan.lists.iter().filter(|list| list.project.as_deref() == Some(id));
    let lists = lists.map(|list| linker.list(list)).collect();
    let list = Link { text: Text::plain(words.projects_all), href: Route::Tasks(TasksView::Projects).href() };
    Some(
        Subject {
            kind: Text::plain(project.kind.words(language)),
            crumbs: vec![list],
            heading: linker.say(&project.name),
            lede: project.note.as_ref().map(|note| linker.say(note)).unwrap_or_default(),
            facts: vec![
                Fact::text(words.kind, Text::plain(project.kind.words(language))),
                Fact::text(words.collective, Text::plain(count)),
                Fact::text(words.section, linker.section(&project.section)),
                Fact::links(words.list, lists),
                listed::aliases(linker, &project.aliases),
            ],
            sections: vec![
                listed::mentions(linker, &plan.mentions_of_project(&project.id)),
                listed::organisations(linker, words.organisations, named),
                listed::milestones(linker, concerned),
                listed::as_written(linker, &project.as_written),
                listed::questions(linker, &[&project.id]),
            ],
        }
        .pruned(),
    )
}
