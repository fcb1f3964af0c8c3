//! What a receipt may contain: what a reporter says about its own unit and period, and nothing else.

use super::gather::{Gathered, Pool};
use crate::ledger::{Batch, DEEPEST, Entry, Said};
use crate::plan::{PlanIndex, Task};
use crate::sample;
use crate::standing::duty::{self, Duty};

/// Why an entry does not belong into a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The plan has no such organisation.
    UnknownOrganisation,
    /// The month is not a period of the plan.
    OutsidePeriods,
    /// The plan has no such indicator, measure, project, milestone or organisation.
    Unknown,
    /// Only the officer says such a thing: acceptance, lock, baseline, rule, …
    OfficersWord,
    /// The item is another organisation's.
    OthersItem,
    /// It is the figure of a district that it is not, or of the whole city from a district.
    OthersDistrict,
    /// It corrects or withdraws what another organisation said.
    OthersEntry,
    /// It is invented, and the ledger here is not.
    Sample,
    /// The ledger here is the sample, and what was reported is not.
    NotSample,
    /// Another batch of the same name is here or was pasted too: one of them was tampered with.
    Double,
}

/// What decides over the entries of one receipt.
pub struct Rights<'a> {
    plan: &'a PlanIndex,
    pool: &'a Pool<'a>,
    duty: Duty<'a>,
    is_period: bool,
}

impl<'a> Rights<'a> {
    pub fn new(plan: &'a PlanIndex, pool: &'a Pool<'a>, receipt: &'a Gathered) -> Self {
        Self {
            plan,
            pool,
            duty: duty::duty(plan, &receipt.organisation, receipt.month),
            is_period: duty::periods(plan).contains(&receipt.month),
        }
    }

    /// Why an entry does not belong here; none if it does.
    pub fn why_not(&self, batch: &Batch, entry: &Entry) -> Option<Why> {
        if self.plan.organisation(&batch.organisation).is_none() {
            return Some(Why::UnknownOrganisation);
        }
        match (sample::is_sample(batch.id), self.pool.is_sample()) {
            (true, false) => return Some(Why::Sample),
            (false, true) => return Some(Why::NotSample),
            _ => {}
        }
        if !self.is_period {
            return Some(Why::OutsidePeriods);
        }
        if self.pool.has_double(batch) {
            return Some(Why::Double);
        }
        self.reply(batch, entry).or_else(|| self.statement(batch, entry))
    }

    /// What it says of another entry.
    fn reply(&self, batch: &Batch, entry: &Entry) -> Option<Why> {
        // What is not here is told as a flag: a clerk may correct what he wrote down and never sent.
        let (theirs, _) = self.pool.find(entry.replaces?)?;
        (theirs.organisation != batch.organisation).then_some(Why::OthersEntry)
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

fn has_project(task: &Task, id: &str) -> bool {
    let measures = task.measures.iter().map(|measure| &measure.projects);
    let milestones = task.milestones.iter().map(|milestone| &milestone.projects);
    std::iter::once(&task.projects).chain(measures).chain(milestones).flatten().any(|one| one == id)
}
