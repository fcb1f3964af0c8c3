//! The life of a problem: what its steps come to, whatever the order in which they arrived.

use super::Found;
use crate::ledger::kinds::{Actor, ProblemState, ProblemStep};
use crate::ledger::{EntryId, Id, Ledger, Said, Slot};
use crate::plan::Day;
use std::collections::BTreeMap;

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
    /// By how many steps it was raised or urged, first to last.
    pub raised: Vec<Found<'a>>,
    /// Whether anybody ever closed it.
    pub was_closed: bool,
    /// How often it was opened again.
    pub reopened: usize,
    /// Steps that the table does not allow where they came.
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
}

impl<'a> ProblemSteps<'a> {
    /// What became of a problem, of which any entry is named: the first, or one that words it anew.
    pub fn life(&self, problem: EntryId) -> ProblemLife<'a> {
        let steps = self.of.get(&self.ledger.origin(problem)).map(Vec::as_slice).unwrap_or_default();
        let until = self.ledger.entry(problem).and_then(|entry| match &entry.said {
            Said::Problem { until, .. } => *until,
            _ => None,
        });
        steps.iter().fold(ProblemLife::new(until), ProblemLife::go_on)
    }
}

impl<'a> ProblemLife<'a> {
    fn new(until: Option<Day>) -> Self {
        Self {
            state: ProblemState::New,
            since: None,
            next: ProblemState::New.next(),
            assigned: None,
            due: until,
            first_due: until,
            asked: None,
            raised: Vec::new(),
            was_closed: false,
            reopened: 0,
            irregular: Vec::new(),
            conflicts: Vec::new(),
        }
    }

    fn go_on(mut self, found: &Found<'a>) -> Self {
        let Said::ProblemStep { step, .. } = &found.entry.said else { return self };
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
                self.asked = Some(Extension { step: *found, until: *until, due: self.due });
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
