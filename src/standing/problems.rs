//! Reported problems (新情况新问题) and what became of each: open, overdue, in a report that does not count, closed.
//!
//! A problem stays in sight until somebody closes it, whatever became of the report in which it stood. The same
//! problem reported again in a later month is one problem, known since the first of them.

use crate::ledger::known::ProblemSteps;
use crate::ledger::{Change, EntryId, Found, Ledger, Said};
use crate::plan::{Day, Month};
use std::collections::BTreeMap;

/// A problem, with everything that a list says of it. Texts are as people typed them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem<'a> {
    /// Every entry that says it, oldest first; never empty.
    pub ids: Vec<EntryId>,
    /// Identifier of the organisation that reported it.
    pub organisation: &'a str,
    /// Who reported it last, as they call themselves.
    pub person: &'a str,
    /// Identifier of that which it is about; `None` for nothing in particular.
    pub subject: Option<&'a str>,
    /// The problem in the reporter's words; empty where the words were deleted.
    pub text: &'a str,
    /// Who sees to it; may be empty.
    pub who: &'a str,
    /// The day until which it is to be settled; `None` where nobody named one.
    pub until: Option<Day>,
    /// The first period in which it was reported.
    pub since: Month,
    /// The last period in which it was reported.
    pub month: Month,
    /// How it stands with the report.
    pub receipt: Receipt,
    /// By whom it was closed, if it is.
    pub closing: Option<Closing<'a>>,
}

/// How it stands with the report in which a problem was said last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Receipt {
    /// The officer took the report over.
    Accepted,
    /// Nobody has looked at it yet.
    Waiting,
    /// The officer gave the report back.
    Returned,
    /// It came after the period was locked.
    AfterLock,
}

/// That a problem is settled (销号), as somebody says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closing<'a> {
    /// The entry that says so, with its batch: by whom and when.
    pub step: Found<'a>,
    /// How it was settled, as typed; may be empty.
    pub text: &'a str,
    /// The paper that says so; may be empty.
    pub document: &'a str,
}

impl Problem<'_> {
    /// Whether nobody has closed it, or it was opened again.
    pub fn is_open(&self) -> bool {
        self.closing.is_none()
    }

    /// By how many days an open problem is overdue; none while it is not.
    pub fn overdue(&self, today: Day) -> Option<i64> {
        self.until.map(|until| today.since(until)).filter(|days| *days > 0 && self.is_open())
    }

    /// Overdue first, the longest first; then by the day until which they are to be settled, those without one behind;
    /// closed ones last, the latest first.
    fn rank(&self) -> impl Ord + use<> {
        let closed = self.closing.map(|closing| std::cmp::Reverse(closing.step.batch.written));
        (closed.is_some(), closed, self.until.is_none(), self.until, self.since, self.ids[0])
    }
}

/// Every problem that was reported up to a month, what presses most first. One of a returned report stays until it is
/// said again, corrected, taken back or closed: another of the same unit and period says nothing about it.
pub fn problems(ledger: &Ledger, until: Month) -> Vec<Problem<'_>> {
    let (noted, steps) = (ledger.noted_problems(until), ledger.problem_steps());
    let mut all: Vec<Problem> = Vec::new();
    let mut known: BTreeMap<Same, usize> = BTreeMap::new();
    for (found, change) in noted {
        let Some(problem) = read(ledger, &steps, found, change) else { continue };
        let earlier = same(&problem).and_then(|same| {
            let at = *known.entry(same).or_insert(all.len());
            all.get_mut(at)
        });
        match earlier {
            Some(earlier) => earlier.go_on(problem),
            None => all.push(problem),
        }
    }
    // No two are alike: each names its entries.
    all.sort_unstable_by_key(Problem::rank);
    all
}

/// Unit, subject, words, and whether it is open: what was closed and is reported again is open again, as a problem of
/// its own.
type Same<'a> = (&'a str, Option<&'a str>, &'a str, bool);

/// None where the words were deleted: nobody can tell whether two of those are one.
fn same<'a>(problem: &Problem<'a>) -> Option<Same<'a>> {
    let text = problem.text.trim();
    (!text.is_empty()).then_some((problem.organisation, problem.subject, text, problem.is_open()))
}

impl<'a> Problem<'a> {
    /// What was said of it in a later report.
    fn go_on(&mut self, later: Problem<'a>) {
        let mut ids = std::mem::take(&mut self.ids);
        ids.extend(later.ids.iter().copied());
        let since = self.since.min(later.since);
        let receipt = self.receipt.min(later.receipt);
        *self = Problem { ids, since, receipt, ..later };
    }
}

fn read<'a>(
    ledger: &'a Ledger,
    steps: &ProblemSteps<'a>,
    found: Found<'a>,
    change: Change,
) -> Option<Problem<'a>> {
    let Said::Problem { subject, text, who, until } = &found.entry.said else { return None };
    let accepted = || {
        let verdict = ledger.verdict(found.id.batch).and_then(|id| ledger.entry(id));
        verdict.is_some_and(|entry| matches!(entry.said, Said::Acceptance { .. }))
    };
    let receipt = match change {
        Change::Returned => Receipt::Returned,
        Change::AfterLock => Receipt::AfterLock,
        _ if accepted() => Receipt::Accepted,
        _ => Receipt::Waiting,
    };
    Some(Problem {
        ids: vec![found.id],
        organisation: &found.batch.organisation,
        person: &found.batch.person,
        subject: subject.as_deref(),
        text,
        who,
        until: *until,
        since: first_month(ledger, found),
        month: found.batch.month,
        receipt,
        closing: closing(steps, found.id),
    })
}

/// A correction goes on with what it corrects: the problem is as old as that.
fn first_month(ledger: &Ledger, found: Found) -> Month {
    let mut first = found.batch.month;
    let mut at = found.entry.replaces;
    for _ in 0..crate::ledger::DEEPEST {
        let Some(earlier) = at.and_then(|id| ledger.find(id)) else { break };
        first = first.min(earlier.batch.month);
        at = earlier.entry.replaces;
    }
    first
}

fn closing<'a>(steps: &ProblemSteps<'a>, id: EntryId) -> Option<Closing<'a>> {
    let life = steps.life(id);
    let step = life.since.filter(|_| !life.is_open())?;
    match &step.entry.said {
        Said::ProblemStep { text, document, .. } => Some(Closing { step, text, document }),
        _ => None,
    }
}
