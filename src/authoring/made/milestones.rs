//! Milestones, out of clauses that were decided to be some; a clause may go on with the one before it.

use super::{Making, Problem};
use crate::authoring::choice::Choice;
use crate::authoring::ids::Kind;
use crate::authoring::items::Of;
use crate::authoring::roles::Part;
use crate::authoring::source::Span;
use crate::plan::{Milestone, Name, Year, Years};

impl Making<'_> {
    /// The milestones of a task, in the order of the text.
    pub(super) fn milestones(&mut self, task: usize) -> Vec<Milestone> {
        let work = self.work;
        let mut found: Vec<(Milestone, Span)> = Vec::new();
        for (at, phrase) in work.found.phrases.iter().enumerate() {
            if self.around(phrase.place.section, Part::Task) != Some(task) {
                continue;
            }
            match self.choice(Of::Phrase(at)) {
                Some((_, Choice::Milestone(choice))) => {
                    let milestone = Milestone {
                        id: self.ids.give(Kind::Milestone, choice.name.trim()),
                        name: Name::own(choice.name.trim()),
                        kind: choice.kind,
                        years: Years { from: Year(choice.from), to: Year(choice.to) },
                        modality: choice.modality,
                        section: self.path(phrase.place.section),
                        as_written: String::new(),
                        projects: vec![],
                        organisations: vec![],
                    };
                    found.push((milestone, phrase.place.span));
                }
                Some((item, Choice::GoesOn)) => match found.last_mut() {
                    Some((_, span)) if phrase.follows => span.to = phrase.place.span.to,
                    _ => self.fault(Some(&item.key), Problem::GoesOnWithNothing),
                },
                _ => {}
            }
        }
        let whole = found.into_iter().map(|(one, span)| Milestone { as_written: self.raw(span), ..one });
        whole.collect()
    }
}
