//! Reported problems (新情况新问题) and what became of each: open, overdue, in a report that does not count, closed.
//!
//! A problem stays in sight until somebody closes it, whatever became of the report in which it stood. The same
//! problem reported again in a later month is one problem, known since the first of them.

use super::AsOf;
use crate::ledger::kinds::{Item, ProblemStep};
use crate::ledger::known::{ProblemLife, ProblemSteps};
use crate::ledger::{BatchId, Change, EntryId, Found, Ledger, Said};
use crate::plan::{Day, Month, Year};
use std::collections::BTreeMap;

/// A problem, with everything that a list says of it. Texts are as people typed them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem<'a> {
    /// The entry with which it began, whatever words it has by now: by it every page, link and paper names the problem.
    pub name: EntryId,
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
    /// The day until which it is to be settled, as reported, assigned or extended; `None` where nobody named one.
    pub until: Option<Day>,
    /// The first period in which it was reported.
    pub since: Month,
    /// The last period in which it was reported.
    pub month: Month,
    /// How it stands with the report.
    pub receipt: Receipt,
    /// By whom it was closed, if it is.
    pub closing: Option<Closing<'a>>,
    /// What its steps come to: how it stands, whose turn it is, what was asked and raised.
    pub life: ProblemLife<'a>,
}

/// How many problems were ever closed, and how many are closed now: what was opened again counts in the first alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Closings {
    /// All problems.
    pub all: usize,
    /// Closed at least once.
    pub ever: usize,
    /// Closed now.
    pub now: usize,
    /// Opened again at least once.
    pub reopened: usize,
}

impl Closings {
    /// Counts over problems.
    pub fn of(problems: &[Problem]) -> Self {
        let count = |is: fn(&Problem) -> bool| problems.iter().filter(|one| is(one)).count();
        Self {
            all: problems.len(),
            ever: count(|one| one.life.was_closed),
            now: count(|one| !one.is_open()),
            reopened: count(|one| one.life.reopened > 0),
        }
    }
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

    /// Whether nobody is named who sees to it.
    pub fn lacks_owner(&self) -> bool {
        self.is_open() && self.life.assigned.is_none() && self.who.trim().is_empty()
    }

    /// Whether nobody has said until when it is to be settled.
    pub fn lacks_day(&self) -> bool {
        self.is_open() && self.until.is_none()
    }

    /// Identifier of the organisation that sees to it: to which it was assigned, else which reported it.
    pub fn handler(&self) -> &str {
        self.life.assigned.map_or(self.organisation, |id| id)
    }

    /// Whether the organisation reported it or sees to it.
    pub fn concerns(&self, organisation: &str) -> bool {
        self.organisation == organisation || self.handler() == organisation
    }

    /// The number of the problem, as addresses and papers have it.
    pub fn number(&self) -> String {
        Item::own_id(self.name).to_string()
    }

    /// Those first of which nobody can say who sees to them or until when; then by the day until which they are to be
    /// settled, so that the longest overdue leads; closed ones last, the latest first.
    fn rank(&self) -> impl Ord + use<> {
        let closed = self.closing.map(|closing| std::cmp::Reverse(closing.step.batch.written));
        let is_settled = !self.lacks_owner() && !self.lacks_day();
        (closed.is_some(), closed, is_settled, self.until.is_none(), self.until, self.since, self.name)
    }
}

/// Every problem that was reported up to a month, what presses most first. One of a returned report stays until it is
/// said again, corrected, taken back or closed: another of the same unit and period says nothing about it.
pub fn problems(ledger: &Ledger, until: Month) -> Vec<Problem<'_>> {
    joined(ledger, &ledger.problem_steps(), until)
}

/// The same as of a day: what was done with a problem after it is not known yet.
pub fn problems_on(as_of: AsOf<'_>) -> Vec<Problem<'_>> {
    joined(as_of.ledger, &steps_on(as_of), as_of.today.month())
}

/// The steps of every problem as of a day.
pub fn steps_on(as_of: AsOf<'_>) -> ProblemSteps<'_> {
    as_of.ledger.problem_steps_until(as_of.today, as_of.offset)
}

fn joined<'a>(ledger: &'a Ledger, steps: &ProblemSteps<'a>, until: Month) -> Vec<Problem<'a>> {
    let mut all: Vec<Problem> = Vec::new();
    let (mut known, mut begun) = (BTreeMap::<Same, usize>::new(), BTreeMap::<EntryId, usize>::new());
    for (found, change) in ledger.noted_problems(until) {
        let Some(problem) = read(ledger, steps, found, change) else { continue };
        let (same, name) = (same(&problem), problem.name);
        // Two who word the same one anew speak of one problem, whatever their words.
        let at = begun.get(&name).or_else(|| known.get(same.as_ref()?)).copied().unwrap_or(all.len());
        match all.get_mut(at) {
            Some(earlier) => earlier.go_on(steps, problem),
            None => all.push(problem),
        }
        begun.insert(name, at);
        if let Some(same) = same {
            known.entry(same).or_insert(at);
        }
    }
    // No two are alike: each has a name.
    all.sort_unstable_by_key(Problem::rank);
    all
}

/// The problem that an entry says, as of a day: the one with which it began, one that words it anew, or a later report of
/// the same. None where it says none, or was taken back.
pub fn problem(as_of: AsOf<'_>, id: EntryId) -> Option<Problem<'_>> {
    let origin = as_of.ledger.origin(id);
    let is_it = |one: &Problem| one.ids.iter().any(|of| as_of.ledger.origin(*of) == origin);
    problems_on(as_of).into_iter().find(is_it)
}

/// Who sees to each problem, by every entry with which a report of it began. Of whatever period: who may answer does not
/// depend on when it was asked.
pub fn handlers(ledger: &Ledger) -> BTreeMap<EntryId, String> {
    let Some(latest) = Month::new(Year(9999), 12) else { return BTreeMap::new() };
    let all = problems(ledger, latest);
    let each = all.iter().flat_map(|one| one.ids.iter().map(move |id| (*id, one.handler())));
    each.map(|(id, handler)| (ledger.origin(id), handler.to_owned())).collect()
}

/// What the officer said last of each sort that whoever sees to a problem has to read: to whom it was handed and what for,
/// what became of a request for more time, and what else was said in a sentence. In the order in which it was written.
pub fn officers_words<'a>(steps: &[Found<'a>]) -> Vec<Found<'a>> {
    let mut last: BTreeMap<u8, Found<'a>> = BTreeMap::new();
    for found in steps {
        let Said::ProblemStep { step, text, document, .. } = &found.entry.said else { continue };
        let sort = match step {
            ProblemStep::Assigned { .. } => 0,
            ProblemStep::ExtensionGranted { .. } | ProblemStep::ExtensionRefused => 1,
            // A letter is sent to somebody by name, and says for itself what it says.
            ProblemStep::Raised { .. } => continue,
            step if step.is_reported() || text.trim().is_empty() => continue,
            _ => 2,
        };
        last.insert(sort, *found);
        if sort == 0 && text.trim().is_empty() && document.trim().is_empty() {
            last.remove(&sort);
        }
    }
    steps.iter().filter(|found| last.values().any(|one| one.id == found.id)).copied().collect()
}

/// Unit, subject, words, and the act by which it was closed: what was closed and is reported again is open again, as a
/// problem of its own, and stays one when it is closed in its turn.
type Same<'a> = (&'a str, Option<&'a str>, &'a str, Option<BatchId>);

/// None where the words were deleted: nobody can tell whether two of those are one.
fn same<'a>(problem: &Problem<'a>) -> Option<Same<'a>> {
    let text = problem.text.trim();
    let closed = problem.closing.map(|closing| closing.step.id.batch);
    (!text.is_empty()).then_some((problem.organisation, problem.subject, text, closed))
}

impl<'a> Problem<'a> {
    /// What was said of it in a later report. The steps of both are its steps.
    fn go_on(&mut self, steps: &ProblemSteps<'a>, later: Problem<'a>) {
        let mut ids = std::mem::take(&mut self.ids);
        ids.extend(later.ids.iter().copied());
        // The number of whichever was reported first.
        let name = (self.since, self.name).min((later.since, later.name)).1;
        let since = self.since.min(later.since);
        let receipt = self.receipt.min(later.receipt);
        let life = steps.life_of(&ids);
        let (until, closing) = (life.due.or(later.until), closing(&life));
        *self = Problem { name, ids, since, receipt, until, closing, life, ..later };
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
    let life = steps.life(found.id);
    Some(Problem {
        name: ledger.origin(found.id),
        ids: vec![found.id],
        organisation: &found.batch.organisation,
        person: &found.batch.person,
        subject: subject.as_deref(),
        text,
        who,
        until: life.due.or(*until),
        since: first_month(ledger, found),
        month: found.batch.month,
        receipt,
        closing: closing(&life),
        life,
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

fn closing<'a>(life: &ProblemLife<'a>) -> Option<Closing<'a>> {
    let step = life.since.filter(|_| !life.is_open())?;
    match &step.entry.said {
        Said::ProblemStep { text, document, .. } => Some(Closing { step, text, document }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Ledger;
    use crate::ledger::kinds::ProblemStep;
    use crate::ledger::samples::august::{batch, day, month, officer};

    /// Closed ever and closed now are two rates; a problem that was opened again keeps its number and counts as reopened.
    #[test]
    fn what_was_closed_once_and_is_open_again_counts_in_one_of_the_two_rates() {
        let at = |writer| EntryId { batch: BatchId { writer, sequence: 0 }, index: 0 };
        let problem =
            |text: &str| Said::Problem { subject: None, text: text.into(), who: String::new(), until: None };
        let step = |of, step| Said::ProblemStep { of, step, text: "句".into(), document: String::new() };
        let until = Some(day("2024-10-31"));
        let ledger = Ledger::new([
            batch(1, "2024-09-01", "haicheng", [problem("缺地")]),
            batch(2, "2024-09-01", "taian", [problem("缺人")]),
            batch(3, "2024-09-01", "taian", [problem("缺钱")]),
            officer(4, "2024-09-05", [step(at(1), ProblemStep::Closed)]),
            officer(5, "2024-09-06", [step(at(2), ProblemStep::Closed)]),
            officer(6, "2024-11-06", [step(at(2), ProblemStep::Reopened)]),
            officer(7, "2024-09-06", [step(at(3), ProblemStep::Assigned { to: "haicheng".into(), until })]),
        ]);
        let all = problems(&ledger, month("2024-12"));
        assert_eq!(Closings::of(&all), Closings { all: 3, ever: 2, now: 1, reopened: 1 });
        let assigned = all.iter().find(|one| one.text == "缺钱").expect("the problem");
        assert_eq!((assigned.until, assigned.overdue(day("2024-11-01"))), (until, Some(1)));
    }
}
