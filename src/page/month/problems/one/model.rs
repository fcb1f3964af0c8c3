//! The page, as data.

use super::act::{Act, raised_on};
use super::words::{self, Words};
use crate::ledger::kinds::{Item, ProblemStep};
use crate::ledger::{EntryId, Found, Said};
use crate::page::shared::{names, problems as shared};
use crate::plan::{Day, Month};
use crate::standing::problems::{Problem, problem};
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

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub entry: EntryId,
    pub on: Day,
    /// What was done, in a sentence without a full stop.
    pub what: Text,
    /// For whom, and who: claims.
    pub by: Text,
    /// What was typed, and the paper or evidence. Untrusted; may be empty.
    pub typed: Text,
    pub document: Text,
    /// What is to be noticed about it.
    pub marks: Vec<&'static str>,
}

/// The page of the problem that an identifier names; none where the records have none of it. One that was taken back is
/// still shown with its history, and nothing can be done with it.
pub fn model(as_of: AsOf, id: &str) -> Option<One> {
    let id = Item::entry_of(id)?;
    match problem(as_of.ledger, as_of.today.month(), id) {
        Some(problem) => Some(one(as_of, &problem)),
        None => taken_back(as_of, id),
    }
}

fn one(as_of: AsOf, problem: &Problem) -> One {
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
        history: history(as_of, problem, words),
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
    let reported = told_report(as_of, found, words);
    let steps = as_of.ledger.problem_steps().steps_of(&[id]);
    let steps = steps.iter().map(|found| told_step(as_of, found, false, false, words));
    Some(One {
        month: found.batch.month,
        text: shared::text(language, text),
        lit: Lit { light: "none", word: words.taken_back },
        stage: words.taken_back_note.into(),
        facts: vec![(words.reported_by, Fact::Link(shared::organisation(as_of, &found.batch.organisation)))],
        lacks: vec![],
        history: std::iter::once(reported).chain(steps).collect(),
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
        let subject = names::thing(plan, id, language);
        let gone = || Fact::Words(Text::guessed(words::subject_gone(language, id), language));
        facts.push((words.subject, subject.map_or_else(gone, Fact::Link)));
    }
    facts.push((words.reported_by, Fact::Link(shared::organisation(as_of, problem.organisation))));
    if let Some(day) = raised_on(as_of, problem) {
        facts.push((words.reported_on, said(day.to_string())));
    }
    facts.push((words.number, said(Item::own_id(problem.ids[0]).to_string())));
    if life.reopened > 0 {
        facts.push((words.reopened, said(words::times(language, life.reopened))));
    }
    facts
}

fn history(as_of: AsOf, problem: &Problem, words: &'static Words) -> Vec<Told> {
    let (ledger, life) = (as_of.ledger, &problem.life);
    let mut reports: Vec<EntryId> = problem.ids.iter().map(|id| ledger.origin(*id)).collect();
    reports.extend(problem.ids.iter().copied());
    reports.sort_unstable();
    reports.dedup();
    let mut reports: Vec<Found> = reports.into_iter().filter_map(|id| ledger.find(id)).collect();
    reports.sort_by_key(|found| (found.batch.written, found.id));
    let mut reports = reports.into_iter().peekable();
    let (mut history, mut due) = (Vec::new(), None);
    for found in ledger.problem_steps().steps_of(&problem.ids) {
        let Said::ProblemStep { step, .. } = &found.entry.said else { continue };
        while let Some(report) = reports.next_if(|report| report.batch.written <= found.batch.written) {
            history.push(told_report(as_of, report, words));
        }
        let on = found.batch.written.day(as_of.offset);
        let is_late = matches!(step, ProblemStep::ExtensionAsked { .. })
            && due.or(life.first_due).is_some_and(|due: Day| on > due);
        if let ProblemStep::Assigned { until: Some(day), .. } | ProblemStep::ExtensionGranted { until: day } =
            step
        {
            due = Some(*day);
        }
        history.push(told_step(as_of, &found, is_late, life.irregular.contains(&found.id), words));
    }
    history.extend(reports.map(|report| told_report(as_of, report, words)));
    history
}

fn told_report(as_of: AsOf, found: Found, words: &'static Words) -> Told {
    let language = as_of.language;
    let (what, text) = match &found.entry.said {
        Said::Problem { until, text, .. } => {
            (words::reported(language, found.batch.month, *until), text.as_str())
        }
        _ => (String::new(), ""),
    };
    Told {
        entry: found.id,
        on: found.batch.written.day(as_of.offset),
        what: Text::plain(what),
        by: by(as_of, found),
        typed: shared::text(language, text),
        document: Text::default(),
        marks: if found.entry.replaces.is_some() { vec![words.worded_anew] } else { vec![] },
    }
}

fn told_step(as_of: AsOf, found: &Found, is_late: bool, is_irregular: bool, words: &'static Words) -> Told {
    let language = as_of.language;
    let typed = |text: &str| match text.trim() {
        "" => Text::default(),
        text => Text::typed(text, language),
    };
    let (what, text, document) = match &found.entry.said {
        Said::ProblemStep { step, text, document, .. } => {
            let evidence = match step {
                ProblemStep::CloseOutAsked { evidence } => evidence.as_str(),
                _ => document.as_str(),
            };
            let to = match step {
                ProblemStep::Assigned { to, .. } => shared::organisation(as_of, to).text.words,
                _ => String::new(),
            };
            (words::step(language, step, &to), text.as_str(), evidence)
        }
        _ => (String::new(), "", ""),
    };
    let marks =
        [is_late.then_some(words.asked_late), is_irregular.then_some(words.irregular)].into_iter().flatten();
    Told {
        entry: found.id,
        on: found.batch.written.day(as_of.offset),
        what: Text::guessed(what, language),
        by: by(as_of, *found),
        typed: typed(text),
        document: typed(document),
        marks: marks.collect(),
    }
}

fn by(as_of: AsOf, found: Found) -> Text {
    let language = as_of.language;
    let organisation = shared::organisation(as_of, &found.batch.organisation).text.words;
    Text::guessed(words::by(language, &organisation, &found.batch.person), language)
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
