//! The life of a problem: what its steps come to, whatever the order in which they arrived.

use super::Found;
use crate::ledger::kinds::{Actor, ProblemState, ProblemStep};
use crate::ledger::{EntryId, Id, Ledger, Said, Slot};
use crate::plan::Day;
use std::collections::{BTreeMap, BTreeSet};

/// Two decisions that contradict each other and were written within so many seconds by different pages are listed: their
/// writers may not have known of each other.
const AT_ONCE: u64 = 24 * 60 * 60;

/// What became of a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemLife<'a> {
    /// How it stands.
    pub state: ProblemState,
    /// The step that brought it there; `None` while it is new.
    pub since: Option<Found<'a>>,
    /// Whose turn it is.
    pub next: Actor,
    /// Identifier of the organisation to which it was assigned last.
    pub assigned: Option<&'a Id>,
    /// The day until which it is to be settled: as reported, as assigned, or as extended.
    pub due: Option<Day>,
    /// The first such day that there was.
    pub first_due: Option<Day>,
    /// The request for more time that nobody has decided.
    pub asked: Option<Extension<'a>>,
    /// Every request for more time that was noted, first to last.
    pub requests: Vec<Extension<'a>>,
    /// By how many steps it was raised or urged, first to last.
    pub raised: Vec<Found<'a>>,
    /// Whether anybody ever closed it.
    pub was_closed: bool,
    /// How often it was opened again.
    pub reopened: usize,
    /// Steps that the table does not allow where they came, and answers of an organisation that does not see to it.
    pub irregular: Vec<EntryId>,
    /// Decisions that contradict each other and may not have known of each other, earlier and later.
    pub conflicts: Vec<(EntryId, EntryId)>,
}

/// A request for more time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extension<'a> {
    /// The step that asks.
    pub step: Found<'a>,
    /// The day that it asks for.
    pub until: Day,
    /// The day that it would move.
    pub due: Option<Day>,
}

impl Extension<'_> {
    /// Whether it was asked for after the due day, in UTC plus the minutes of the plan's time zone.
    pub fn is_late(&self, offset: i32) -> bool {
        self.due.is_some_and(|due| self.step.batch.written.day(offset) > due)
    }
}

impl ProblemLife<'_> {
    /// Whether it is to be settled yet.
    pub fn is_open(&self) -> bool {
        self.state != ProblemState::Closed
    }
}

/// The steps of every problem, by the entry with which it began, in the order in which they were written.
pub struct ProblemSteps<'a> {
    ledger: &'a Ledger,
    of: BTreeMap<EntryId, Vec<Found<'a>>>,
}

impl Ledger {
    /// The steps of every problem. A problem that was worded anew keeps its steps.
    pub fn problem_steps(&self) -> ProblemSteps<'_> {
        let first = Slot::ProblemStep { problem: EntryId::FIRST, entry: EntryId::FIRST };
        let of = self.lives(&first, |slot| match slot {
            Slot::ProblemStep { problem, .. } => Some(*problem),
            _ => None,
        });
        ProblemSteps { ledger: self, of }
    }

    /// The steps that had been written by the end of a day, `offset` minutes from UTC: whoever looks back at that day does
    /// not see what came after it.
    pub fn problem_steps_until(&self, day: Day, offset: i32) -> ProblemSteps<'_> {
        let mut steps = self.problem_steps();
        for life in steps.of.values_mut() {
            life.retain(|found| found.batch.written.day(offset) <= day);
        }
        steps
    }

    /// Everything that was ever said of a problem, of which some entries are named, in the order in which it was written:
    /// every wording, every step, and that one of these was taken back, whatever became of it.
    pub fn told_of_problem(&self, ids: &[EntryId]) -> Vec<Found<'_>> {
        let begun: BTreeSet<EntryId> = ids.iter().map(|id| self.origin(*id)).collect();
        let is_of = |found: &Found| match &found.entry.said {
            Said::Problem { .. } => begun.contains(&self.origin(found.id)),
            Said::ProblemStep { of, .. } => begun.contains(&self.origin(*of)),
            _ => false,
        };
        let all = || {
            let batches = self.batches();
            batches.flat_map(|batch| batch.named().map(move |(id, entry)| Found { id, batch, entry }))
        };
        let mut told: Vec<Found> = all().filter(is_of).collect();
        let known: BTreeSet<EntryId> = told.iter().map(|found| found.id).collect();
        told.extend(all().filter(|found| {
            let is_withdrawal = matches!(found.entry.said, Said::Withdrawal { .. });
            is_withdrawal && found.entry.replaces.is_some_and(|id| known.contains(&id))
        }));
        told.sort_by_key(|found| self.rank(found.id));
        once(told)
    }
}

impl<'a> ProblemSteps<'a> {
    /// What became of a problem, of which any entry is named: the first, or one that words it anew.
    pub fn life(&self, problem: EntryId) -> ProblemLife<'a> {
        self.life_of(&[problem])
    }

    /// What became of a problem that several entries say, such as the reports of several months, oldest first: the steps
    /// of all of them are its steps.
    pub fn life_of(&self, problem: &[EntryId]) -> ProblemLife<'a> {
        let until = |id: &EntryId| match &self.ledger.entry(*id)?.said {
            Said::Problem { until, .. } => *until,
            _ => None,
        };
        let first = |id: &EntryId| until(&self.ledger.origin(*id)).or_else(|| until(id));
        let due = problem.iter().rev().find_map(until);
        let new = ProblemLife::new(problem.iter().find_map(first).or(due), due);
        self.steps_of(problem).iter().fold(new, ProblemLife::go_on)
    }

    /// The steps of a problem that several entries say, in the order in which they were written. A step that was written
    /// down for each of the entries at once is one step.
    pub fn steps_of(&self, problem: &[EntryId]) -> Vec<Found<'a>> {
        let mut origins: Vec<EntryId> = problem.iter().map(|id| self.ledger.origin(*id)).collect();
        origins.sort_unstable();
        origins.dedup();
        let of = |origin: &EntryId| self.of.get(origin).map(Vec::as_slice).unwrap_or_default();
        let mut steps: Vec<Found> = origins.iter().flat_map(of).copied().collect();
        steps.sort_by_key(|found| self.ledger.rank(found.id));
        once(steps)
    }
}

/// Each step once, though it was written down for several entries of the problem in one batch.
fn once(steps: Vec<Found>) -> Vec<Found> {
    let mut each: Vec<Found> = Vec::new();
    for step in steps {
        let mut of_batch = each.iter().rev().take_while(|other| other.id.batch == step.id.batch);
        if !of_batch.any(|other| says_same(other, &step)) {
            each.push(step);
        }
    }
    each
}

/// Whether two entries take the same step in the same words, of whichever entry of the problem.
fn says_same(one: &Found, other: &Found) -> bool {
    let said = |found: &Found<'_>| match &found.entry.said {
        Said::ProblemStep { of, step, text, document } => {
            Some((*of, step.clone(), text.clone(), document.clone()))
        }
        _ => None,
    };
    match (said(one), said(other)) {
        (Some(one), Some(other)) => one.0 != other.0 && (one.1, one.2, one.3) == (other.1, other.2, other.3),
        _ => false,
    }
}

impl<'a> ProblemLife<'a> {
    fn new(first_due: Option<Day>, due: Option<Day>) -> Self {
        Self {
            state: ProblemState::New,
            since: None,
            next: ProblemState::New.next(),
            assigned: None,
            due,
            first_due,
            asked: None,
            requests: Vec::new(),
            raised: Vec::new(),
            was_closed: false,
            reopened: 0,
            irregular: Vec::new(),
            conflicts: Vec::new(),
        }
    }

    fn go_on(mut self, found: &Found<'a>) -> Self {
        let Said::ProblemStep { step, .. } = &found.entry.said else { return self };
        // Once it is handed to somebody, nobody else can say how far it has come.
        if step.is_reported() && self.assigned.is_some_and(|id| *id != found.batch.organisation) {
            self.irregular.push(found.id);
            return self;
        }
        let is_answer_to_nothing =
            matches!(step, ProblemStep::ExtensionGranted { .. } | ProblemStep::ExtensionRefused)
                && self.asked.is_none();
        if self.state.after(step).is_none() || is_answer_to_nothing {
            self.irregular.push(found.id);
        }
        self.note_conflict(step, found);
        let state = self.state.with(step);
        if state != self.state {
            self.state = state;
            self.since = Some(*found);
        }
        self.note(step, found);
        self.next = if self.asked.is_some() && self.is_open() { Actor::Officer } else { self.state.next() };
        self
    }

    /// What the step says beside the state.
    fn note(&mut self, step: &'a ProblemStep, found: &Found<'a>) {
        match step {
            ProblemStep::Assigned { to, until } => {
                self.assigned = Some(to);
                self.set_due(*until);
            }
            ProblemStep::ExtensionAsked { until } if self.is_open() => {
                let asked = Extension { step: *found, until: *until, due: self.due };
                self.asked = Some(asked);
                self.requests.push(asked);
            }
            ProblemStep::ExtensionGranted { until } => {
                self.asked = None;
                self.set_due(Some(*until));
            }
            ProblemStep::ExtensionRefused => self.asked = None,
            ProblemStep::Raised { .. } => self.raised.push(*found),
            ProblemStep::Closed => {
                self.was_closed = true;
                self.asked = None;
            }
            ProblemStep::Reopened => self.reopened += 1,
            ProblemStep::ExtensionAsked { .. }
            | ProblemStep::Received
            | ProblemStep::Answered
            | ProblemStep::CloseOutAsked { .. }
            | ProblemStep::CheckBegun
            | ProblemStep::SentBack
            | ProblemStep::Suspended
            | ProblemStep::Resumed => {}
        }
    }

    fn set_due(&mut self, day: Option<Day>) {
        self.due = day.or(self.due);
        self.first_due = self.first_due.or(day);
    }

    fn note_conflict(&mut self, step: &ProblemStep, found: &Found) {
        let is_decision = matches!(step, ProblemStep::Closed | ProblemStep::SentBack | ProblemStep::Reopened);
        let Some(earlier) = self.since.filter(|_| is_decision) else { return };
        let Said::ProblemStep { step: before, .. } = &earlier.entry.said else { return };
        let contradicts = match before {
            ProblemStep::Closed => !matches!(step, ProblemStep::Closed),
            ProblemStep::SentBack | ProblemStep::Reopened => matches!(step, ProblemStep::Closed),
            _ => false,
        };
        let apart = found.batch.written.0.abs_diff(earlier.batch.written.0);
        let is_other_page = found.batch.id.writer != earlier.batch.id.writer;
        if contradicts && is_other_page && apart <= AT_ONCE {
            self.conflicts.push((earlier.id, found.id));
        }
    }
}
