//! The page, as data.

use super::act::{Act, reported_on};
use super::told::{Told, by, told};
use super::words::{self, Words};
use crate::ledger::kinds::Item;
use crate::ledger::{EntryId, Said};
use crate::page::shared::{names, problems as shared};
use crate::plan::{Day, Month};
use crate::standing::problems::{Problem, problem};
use crate::standing::red_again::at_closing;
use crate::standing::{AsOf, Lit};
use crate::text::{Link, Text};

/// The page of one problem.
#[derive(Clone, Debug, PartialEq)]
pub struct One {
    /// The period in which it was reported last: a step is written down there.
    pub month: Month,
    /// What people wrote. Untrusted.
    pub text: Text,
    pub lit: Lit,
    /// How far it has come, and how it stands with its day.
    pub stage: String,
    pub facts: Vec<(&'static str, Fact)>,
    /// What nobody has said yet and somebody should, a sentence each.
    pub lacks: Vec<&'static str>,
    /// That the rule asks to open it again, and why; the sentence is offered as the reason.
    pub reopen: Option<String>,
    /// Everything that was said of it, first to last.
    pub history: Vec<Told>,
    /// Decisions that contradict each other, a sentence each.
    pub conflicts: Vec<Text>,
    /// What can be done now.
    pub acts: Vec<Act>,
    /// The day that was asked for, while that is undecided.
    pub asked_for: Option<Day>,
    /// Organisations to which it can be handed, in the order of the plan.
    pub organisations: Vec<(String, Text)>,
    /// The organisation that sees to it.
    pub handler: String,
}

/// What stands behind a name.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    Words(Text),
    Link(Link),
}

/// The page of the problem that an identifier names; none where the records have none of it. One that was taken back is
/// still shown with its history, and nothing can be done with it.
pub fn model(as_of: AsOf, id: &str) -> Option<One> {
    let id = Item::entry_of(id)?;
    match problem(as_of, id) {
        Some(problem) => Some(one(as_of, &problem)),
        None => taken_back(as_of, id),
    }
}

fn one<'a>(as_of: AsOf<'a>, problem: &Problem<'a>) -> One {
    let (words, language) = (words::of(as_of.language), as_of.language);
    let row = shared::row(as_of, problem);
    let stage = [problem.life.state.words(language), &row.state].into_iter().filter(|one| !one.is_empty());
    let lacks =
        [problem.lacks_owner().then_some(words.lacks_owner), problem.lacks_day().then_some(words.lacks_day)];
    let organisations = as_of.plan.organisations.iter();
    One {
        month: problem.month,
        text: row.text.text,
        lit: row.lit,
        stage: stage.collect::<Vec<_>>().join(language.pick("，", ", ")),
        facts: facts(as_of, problem, words),
        lacks: lacks.into_iter().flatten().collect(),
        reopen: shared::reopen(as_of, problem),
        history: told(as_of, &problem.ids, Some(&problem.life)),
        conflicts: conflicts(as_of, problem),
        acts: Act::offered(&problem.life),
        asked_for: problem.life.asked.map(|asked| asked.until),
        organisations: organisations
            .map(|one| (one.id.clone(), as_of.plan.say(&one.name, language)))
            .collect(),
        handler: problem.handler().to_owned(),
    }
}

/// What was reported and taken back, or corrected into something else.
fn taken_back(as_of: AsOf, id: EntryId) -> Option<One> {
    let found = as_of.ledger.find(id)?;
    let Said::Problem { text, .. } = &found.entry.said else { return None };
    let (words, language) = (words::of(as_of.language), as_of.language);
    Some(One {
        month: found.batch.month,
        text: shared::text(language, text),
        lit: Lit { light: "none", word: words.taken_back },
        stage: words.taken_back_note.into(),
        facts: vec![(words.reported_by, Fact::Link(shared::organisation(as_of, &found.batch.organisation)))],
        lacks: vec![],
        reopen: None,
        history: told(as_of, &[id], None),
        conflicts: vec![],
        acts: vec![],
        asked_for: None,
        organisations: vec![],
        handler: String::new(),
    })
}

fn facts(as_of: AsOf, problem: &Problem, words: &'static Words) -> Vec<(&'static str, Fact)> {
    let (plan, language, life) = (as_of.plan, as_of.language, &problem.life);
    let typed = |text: &str| Fact::Words(Text::typed(text, language));
    let said = |text: String| Fact::Words(Text::plain(text));
    let mut facts = vec![
        (words.handler, Fact::Link(shared::organisation(as_of, problem.handler()))),
        (words.turn, said(life.next.words(language).to_owned())),
        (words.due, said(words::due(language, life.first_due, life.due))),
    ];
    if !problem.who.trim().is_empty() {
        facts.push((words.person, typed(problem.who)));
    }
    if let Some(id) = problem.subject {
        let subject = names::told(plan, as_of.ledger, id, language);
        let gone = || Fact::Words(Text::guessed(words::subject_gone(language, id), language));
        facts.push((words.subject, subject.map_or_else(gone, Fact::Link)));
    }
    facts.push((words.reported_by, Fact::Link(shared::organisation(as_of, problem.organisation))));
    if let Some(day) = reported_on(as_of, problem) {
        facts.push((words.reported_on, said(day.to_string())));
    }
    facts.push((words.number, said(problem.number())));
    if let Some(light) = at_closing(as_of, problem) {
        facts.push((words.light_at_closing, said(light.words(language).to_owned())));
    }
    if life.reopened > 0 {
        facts.push((words.reopened, said(words::times(language, life.reopened))));
    }
    facts
}

fn conflicts(as_of: AsOf, problem: &Problem) -> Vec<Text> {
    let language = as_of.language;
    let said = |id: EntryId| {
        let found = as_of.ledger.find(id)?;
        let Said::ProblemStep { step, .. } = &found.entry.said else { return None };
        let by = by(as_of, found).words;
        Some((found.batch.written.day(as_of.offset), by, step.words(language)))
    };
    let sentences = problem.life.conflicts.iter().filter_map(|(earlier, later)| {
        Some(Text::guessed(words::conflict(language, said(*earlier)?, said(*later)?), language))
    });
    sentences.collect()
}
