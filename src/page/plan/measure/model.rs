//! What the page of a measure shows, as data.

use crate::page::plan::subject::words::{of, of_year};
use crate::page::plan::subject::{Fact, Linker, Subject, lists};
use crate::plan::PlanIndex;
use crate::standing::Bases;
use crate::text::{Language, Text};

/// The page of a measure as the plan alone has it, if it has it.
pub fn model(plan: &PlanIndex, id: &str, language: Language) -> Option<Subject> {
    model_with(plan, &Bases::default(), id, language)
}

/// The page of a measure with what the bureau decided.
pub fn model_with(plan: &PlanIndex, bases: &Bases, id: &str, language: Language) -> Option<Subject> {
    let place = plan.measure(id)?;
    let (area, task, measure) = (place.area, place.task, place.item);
    let linker = Linker::new(plan, language).with(bases);
    let words = of(language);
    let [lead, responsible] = lists::duties(linker, task);
    let year = measure.year.map(|year| of_year(language, year));
    let named = measure.organisations.iter().filter_map(|id| plan.organisation(id));
    Some(
        Subject {
            kind: Text::plain(year.clone().unwrap_or_else(|| words.measure.to_owned())),
            crumbs: lists::path(linker, area, Some(task)),
            heading: linker.say(&measure.title),
            lede: linker.say(&measure.summary),
            facts: vec![
                Fact::links(words.task, vec![linker.task(task)]),
                Fact::text(words.year, Text::plain(year.unwrap_or_default())),
                lead,
                responsible,
                Fact::text(words.section, linker.section(&measure.section)),
            ],
            sections: vec![
                lists::projects(linker, measure.projects.iter().filter_map(|id| plan.project(id))),
                lists::organisations(linker, words.organisations, named),
                lists::indicators(linker, &task.indicators).of_task(language),
                lists::milestones(linker, &task.milestones).of_task(language),
                lists::questions(linker, &[&measure.id]),
            ],
        }
        .pruned(),
    )
}
