//! What becomes of the reported problems: most are closed out in time, and the last ones stand each in another state.

use super::scene::{Hand, Scene, entry};
use crate::ledger::kinds::ProblemStep;
use crate::ledger::{Entry, EntryId, Id, Said};
use crate::plan::{Day, Month};
use std::collections::BTreeSet;

/// Days after the report until each step.
const ASSIGNED: i64 = 3;
const RECEIVED: i64 = 6;
const ANSWERED: i64 = 14;
const ASKED: i64 = 25;
const CHECKED: i64 = 28;
const DECIDED: i64 = 31;
const AGAIN: i64 = 45;
/// Days that a problem takes where nobody named one.
const USUAL: i64 = 40;

/// A problem that somebody reported and did not take back.
#[derive(Clone)]
struct Reported {
    of: EntryId,
    /// By whom, about what, in which words.
    same: (usize, Option<Id>, String),
    who: usize,
    on: Day,
    month: Month,
    until: Option<Day>,
}

/// What the last problems come to, the oldest first; every state is among them.
#[derive(Clone, Copy)]
enum End {
    Reopened,
    Suspended,
    SentBack,
    Checking,
    CloseOutAsked,
    MoreTimeAsked,
    Raised,
    Answered,
    Received,
    New,
}

const ENDS: [End; 10] = [
    End::Reopened,
    End::Suspended,
    End::SentBack,
    End::Checking,
    End::CloseOutAsked,
    End::MoreTimeAsked,
    End::Raised,
    End::Answered,
    End::Received,
    End::New,
];

/// Writes the steps of every problem.
pub fn follow(scene: &mut Scene) {
    let all = reported(scene);
    // Reported again in the same words it would be one problem with the one before.
    let is_last = |at: usize| all.iter().skip(at + 1).all(|later| later.same != all[at].same);
    let lone: Vec<usize> = (0..all.len()).filter(|at| is_last(*at)).collect();
    let ends: Vec<usize> = lone.iter().rev().take(ENDS.len()).rev().copied().collect();
    for (at, problem) in all.iter().enumerate() {
        let end = ends.iter().position(|end| *end == at);
        match end.and_then(|end| ENDS.get(ENDS.len() - ends.len() + end)) {
            Some(end) => end_so(scene, problem, *end),
            None => close(scene, problem),
        }
    }
}

fn reported(scene: &Scene) -> Vec<Reported> {
    let replaced: BTreeSet<EntryId> =
        scene.written().iter().flat_map(|batch| &batch.entries).filter_map(|entry| entry.replaces).collect();
    let mut all: Vec<Reported> = Vec::new();
    for batch in scene.written() {
        let Some(who) = scene.reporters.iter().position(|id| **id == *batch.organisation) else { continue };
        for (of, entry) in batch.named() {
            if let Said::Problem { until, who: person, subject, text } = &entry.said
                && !replaced.contains(&of)
                && !scene.returned.contains(&batch.id)
                && *person != scene.words.number
            {
                let (on, month, until) = (batch.written.day(0), batch.month, *until);
                let same = (who, subject.clone(), text.clone());
                all.push(Reported { of, same, who, on, month, until });
            }
        }
    }
    all.sort_by_key(|one| (one.on, one.of));
    all
}

fn step(of: EntryId, step: ProblemStep, text: &str) -> Entry {
    entry(Said::ProblemStep { of, step, text: text.into(), document: String::new() })
}

/// What the organisation says, and that the officer takes it over the day after.
fn says(scene: &mut Scene, problem: &Reported, after: i64, entries: Vec<Entry>) {
    let on = problem.on.plus(after);
    if let Some(of) = scene.write(Hand::Clerk(problem.who), on, problem.month, entries) {
        scene.write(Hand::Officer, on.plus(1), problem.month, vec![entry(Said::Acceptance { of })]);
    }
}

fn decides(scene: &mut Scene, problem: &Reported, after: i64, one: ProblemStep, text: &'static str) {
    let entries = vec![step(problem.of, one, text)];
    scene.write(Hand::Officer, problem.on.plus(after), problem.month, entries);
}

fn asks(scene: &mut Scene, problem: &Reported) {
    let words = &scene.words.steps;
    let evidence = scene.chance.pick("proof", problem.who, &scene.words.evidence).unwrap_or_default();
    let asked = ProblemStep::CloseOutAsked { evidence: evidence.into() };
    let entries = vec![step(problem.of, ProblemStep::Received, ""), step(problem.of, asked, words.settled)];
    says(scene, problem, ASKED, entries);
}

fn close(scene: &mut Scene, problem: &Reported) {
    asks(scene, problem);
    decides(scene, problem, DECIDED, ProblemStep::Closed, scene.words.steps.closed);
}

fn assign(scene: &mut Scene, problem: &Reported) {
    let Some(to) = scene.reporters.get(problem.who).map(|id| (*id).into()) else { return };
    let until = problem.until.unwrap_or(problem.on.plus(USUAL));
    let assigned = ProblemStep::Assigned { to, until: Some(until) };
    decides(scene, problem, ASSIGNED, assigned, scene.words.steps.assigned);
}

fn answers(scene: &mut Scene, problem: &Reported) {
    let text = scene.words.steps.answered;
    says(scene, problem, RECEIVED, vec![step(problem.of, ProblemStep::Received, "")]);
    says(scene, problem, ANSWERED, vec![step(problem.of, ProblemStep::Answered, text)]);
}

fn end_so(scene: &mut Scene, problem: &Reported, end: End) {
    let words = &scene.words.steps;
    match end {
        End::New => {}
        End::Received => {
            assign(scene, problem);
            says(scene, problem, RECEIVED, vec![step(problem.of, ProblemStep::Received, "")]);
        }
        End::Answered => {
            assign(scene, problem);
            answers(scene, problem);
        }
        End::Raised => {
            assign(scene, problem);
            answers(scene, problem);
            let sent = Some(problem.on.plus(AGAIN));
            let (to, paper) = (words.leader.into(), words.paper.into());
            decides(scene, problem, AGAIN, ProblemStep::Raised { to, paper, sent }, words.raised);
        }
        End::MoreTimeAsked => {
            assign(scene, problem);
            answers(scene, problem);
            let until = problem.until.unwrap_or(problem.on.plus(USUAL)).plus(USUAL);
            let asked = step(problem.of, ProblemStep::ExtensionAsked { until }, words.delayed);
            says(scene, problem, ASKED, vec![asked]);
        }
        End::CloseOutAsked => asks(scene, problem),
        End::Checking => {
            asks(scene, problem);
            decides(scene, problem, CHECKED, ProblemStep::CheckBegun, words.checking);
        }
        End::SentBack => {
            asks(scene, problem);
            decides(scene, problem, DECIDED, ProblemStep::SentBack, words.sent_back);
        }
        End::Suspended => decides(scene, problem, DECIDED, ProblemStep::Suspended, words.suspended),
        End::Reopened => {
            close(scene, problem);
            decides(scene, problem, AGAIN, ProblemStep::Reopened, words.reopened);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ledger::Ledger;
    use crate::ledger::kinds::ProblemState;
    use crate::plan::Month;
    use crate::sample::batches;
    use crate::standing::problems::{Closings, problems};
    use std::collections::BTreeSet;

    /// Every state is seen at the end, nothing stands outside the table, and nobody closes what he asked for.
    #[test]
    fn the_problems_of_the_sample_stand_in_every_state_and_by_the_table() {
        let plans =
            [include_str!("../../public/plan.json"), include_str!("../../tests/plans/harbour-city.json")];
        for text in plans {
            let plan = crate::plan::read::from_json(text).expect("a plan");
            let ledger = Ledger::new(batches(&plan));
            let all = problems(&ledger, Month::parse("2099-12").expect("a month"));
            let states: BTreeSet<ProblemState> = all.iter().map(|one| one.life.state).collect();
            assert_eq!(states.into_iter().collect::<Vec<_>>(), ProblemState::ALL, "{}", plan.id);
            for one in &all {
                let life = &one.life;
                assert!(life.irregular.is_empty() && life.conflicts.is_empty(), "{} {life:?}", plan.id);
            }
            let closings = Closings::of(&all);
            assert!(closings.now * 2 > closings.all && closings.reopened == 1, "{closings:?}");
        }
    }
}
