//! What a report may contain: what a reporter says about its own unit and period, and nothing else.

use super::{Pool, Why};
use crate::ledger::{Batch, DEEPEST, Entry, Said, Slot};
use crate::plan::{Month, PlanIndex, Task};
use crate::sample;
use crate::standing::duty::{self, Duty};

/// What decides over the entries of one receipt.
pub struct Rights<'a> {
    plan: &'a PlanIndex,
    pool: &'a Pool<'a>,
    duty: Duty<'a>,
    is_period: bool,
}

impl<'a> Rights<'a> {
    /// Of what one organisation says about one month.
    pub fn new(plan: &'a PlanIndex, pool: &'a Pool<'a>, organisation: &'a str, month: Month) -> Self {
        let is_period = duty::periods(plan).contains(&month);
        Self { plan, pool, duty: duty::answerable(plan, organisation, month), is_period }
    }

    /// Why an entry does not belong here; none if it does.
    pub fn why_not(&self, batch: &Batch, entry: &Entry) -> Option<Why> {
        if self.plan.organisation(&batch.organisation).is_none() {
            return Some(Why::UnknownOrganisation);
        }
        if let Some(why) = self.pool.why_never(batch) {
            return Some(why);
        }
        if !self.is_period {
            return Some(Why::OutsidePeriods);
        }
        self.reply(batch, entry).or_else(|| self.statement(batch, entry))
    }

    /// What it says of another entry.
    fn reply(&self, batch: &Batch, entry: &Entry) -> Option<Why> {
        // What is not here is told as a flag: a clerk may correct what he wrote down and never sent.
        let (theirs, target) = self.pool.find(entry.replaces?)?;
        if theirs.organisation != batch.organisation {
            return Some(Why::OthersEntry);
        }
        let is_withdrawal = matches!(entry.said, Said::Withdrawal { .. });
        (!is_withdrawal && !is_alike((batch, entry), (theirs, target))).then_some(Why::OtherKind)
    }

    fn statement(&self, batch: &Batch, entry: &Entry) -> Option<Why> {
        match &entry.said {
            Said::Actual { indicator, district, .. } => self.actual(indicator, district.as_deref()),
            Said::Progress { subject, .. } => self.progress(subject),
            Said::Problem { subject: Some(subject), .. } => self.problem(subject),
            Said::Problem { subject: None, .. } | Said::Submission => None,
            Said::Withdrawal { .. } => self.withdrawal(batch, entry),
            Said::Baseline { .. }
            | Said::Acceptance { .. }
            | Said::Return { .. }
            | Said::Lock { .. }
            | Said::YearTarget { .. }
            | Said::Judgement { .. }
            | Said::BasisDecision { .. }
            | Said::Rule(_)
            | Said::Redaction { .. }
            | Said::ProblemStep { .. }
            | Said::Window { .. }
            | Said::StartOfUse { .. } => Some(Why::OfficersWord),
        }
    }

    fn actual(&self, indicator: &str, district: Option<&str>) -> Option<Why> {
        let is_known = self.plan.indicator(indicator).is_some();
        let is_place = district.is_none_or(|id| self.plan.organisation(id).is_some());
        if !is_known || !is_place {
            return Some(Why::Unknown);
        }
        let Some(owed) = self.duty.indicators.iter().find(|owed| owed.indicator.id == indicator) else {
            return Some(Why::OthersItem);
        };
        let own = owed.is_share.then_some(self.duty.organisation);
        (district != own).then_some(Why::OthersDistrict)
    }

    fn progress(&self, subject: &str) -> Option<Why> {
        let is_owed = self.duty.measures.iter().any(|(_, one)| one.id == subject)
            || self.duty.milestones.iter().any(|(_, one)| one.id == subject);
        // Projects have nobody who owes them: whoever leads a task that names one, or is named with it, may.
        let is_lead = |task: &Task| task.lead.iter().any(|id| id == self.duty.organisation);
        let named = self.plan.project(subject).is_some_and(|project| {
            project.organisations.iter().any(|id| id == self.duty.organisation)
                || self.plan.tasks().any(|(_, task)| is_lead(task) && has_project(task, subject))
        });
        self.owned(subject, is_owed || named)
    }

    /// Whoever has a part in a task may name a problem of whatever stands in it.
    fn problem(&self, subject: &str) -> Option<Why> {
        let has_part = |task: &Task| self.plan.role(task, self.duty.organisation).is_some();
        let stands_in = |task: &Task| {
            task.id == subject
                || task.indicators.iter().any(|one| one.id == subject)
                || task.measures.iter().any(|one| one.id == subject)
                || task.milestones.iter().any(|one| one.id == subject)
                || has_project(task, subject)
        };
        let is_own = self.plan.tasks().any(|(_, task)| has_part(task) && stands_in(task));
        let names = self
            .plan
            .project(subject)
            .is_some_and(|project| project.organisations.iter().any(|id| id == self.duty.organisation));
        self.owned(subject, is_own || names)
    }

    fn owned(&self, subject: &str, is_own: bool) -> Option<Why> {
        let is_known = self.plan.task(subject).is_some()
            || self.plan.indicator(subject).is_some()
            || self.plan.measure(subject).is_some()
            || self.plan.milestone(subject).is_some()
            || self.plan.project(subject).is_some();
        match (is_known, is_own) {
            (_, true) => None,
            (false, false) => Some(Why::Unknown),
            (true, false) => Some(Why::OthersItem),
        }
    }

    /// A reporter may take back what a reporter of its own said; of a withdrawal, what that withdraws in the end.
    fn withdrawal(&self, batch: &Batch, entry: &Entry) -> Option<Why> {
        let mut next = entry.replaces;
        for _ in 0..DEEPEST {
            let Some(id) = next else { break };
            let (theirs, entry) = self.pool.find(id)?;
            if theirs.organisation != batch.organisation {
                return Some(Why::OthersEntry);
            }
            match &entry.said {
                Said::Withdrawal { .. } => next = entry.replaces,
                said if said.is_reported() => return None,
                _ => return Some(Why::OfficersWord),
            }
        }
        // It takes nothing back, goes round in a circle, or deeper than anybody goes.
        Some(Why::OfficersWord)
    }
}

/// Whether one entry can take the place of the other: it is of the same kind and about the same. Like corrects like:
/// a figure that names an acceptance, or another indicator's figure, would put that aside unseen.
fn is_alike((batch, entry): (&Batch, &Entry), (theirs, target): (&Batch, &Entry)) -> bool {
    let place = |batch: &Batch, said: &Said| match said {
        Said::Actual { indicator, district, .. } => {
            let (indicator, district) = (indicator.clone(), district.clone());
            Some(Slot::Actual { indicator, district, month: batch.month })
        }
        Said::Progress { subject, .. } => {
            Some(Slot::Progress { subject: subject.clone(), month: batch.month })
        }
        _ => None,
    };
    std::mem::discriminant(&entry.said) == std::mem::discriminant(&target.said)
        && place(batch, &entry.said) == place(theirs, &target.said)
}

fn has_project(task: &Task, id: &str) -> bool {
    let measures = task.measures.iter().map(|measure| &measure.projects);
    let milestones = task.milestones.iter().map(|milestone| &milestone.projects);
    std::iter::once(&task.projects).chain(measures).chain(milestones).flatten().any(|one| one == id)
}

impl Pool<'_> {
    /// Why a batch never enters, whatever it says and whoever insists.
    pub(super) fn why_never(&self, batch: &Batch) -> Option<Why> {
        match (sample::is_sample(batch.id), self.is_sample()) {
            (true, false) => return Some(Why::Sample),
            (false, true) => return Some(Why::NotSample),
            _ => {}
        }
        if self.has_double(batch) {
            return Some(Why::Double);
        }
        if self.claims_own_name(batch) {
            return Some(Why::OwnName);
        }
        // What is here already stays, also from before anybody looked at moments.
        (!self.is_here(batch) && !self.span.holds(batch.written)).then_some(Why::OutOfTime)
    }
}
