//! What the page of a milestone shows, as data.

use crate::page::plan::subject::words::{milestone_sentence, of};
use crate::page::plan::subject::{Fact, Linker, Subject, lists};
use crate::plan::{Modality, PlanIndex};
use crate::route::Route;
use crate::text::{Language, Link, Text};

/// The page of a milestone, if the plan has it.
pub fn model(plan: &PlanIndex, id: &str, language: Language) -> Option<Subject> {
    let place = plan.milestone(id)?;
    let (task, milestone) = (place.task, place.item);
    let linker = Linker::new(plan, language);
    let words = of(language);
    let [lead, responsible] = lists::duties(linker, task);
    let modality = match milestone.modality {
        Modality::None => "",
        modality => modality.words(language),
    };
    let timeline = Link { text: Text::plain(words.timeline), href: Route::Timeline.href() };
    let named = milestone.organisations.iter().filter_map(|id| plan.organisation(id));
    Some(
        Subject {
            kind: Text::plain(words.milestone),
            crumbs: vec![timeline, linker.task(task)],
            heading: linker.say(&milestone.name),
            lede: Text::plain(milestone_sentence(language, milestone)),
            facts: vec![
                Fact::text(words.years, Text::plain(milestone.years.to_string())),
                Fact::text(words.kind, Text::plain(milestone.kind.words(language))),
                Fact::text(words.wording, Text::plain(modality)),
                Fact::links(words.task, vec![linker.task(task)]),
                lead,
                responsible,
                Fact::text(words.section, linker.section(&milestone.section)),
            ],
            sections: vec![
                lists::as_written(linker, [&milestone.as_written]),
                lists::projects(linker, milestone.projects.iter().filter_map(|id| plan.project(id))),
                lists::organisations(linker, words.organisations, named),
                lists::questions(linker, &[&milestone.id]),
            ],
        }
        .pruned(),
    )
}
