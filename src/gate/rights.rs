//! What a report may contain: what a reporter says about its own unit and period, and nothing else.

use super::{Pool, Why};
use crate::ledger::kinds::{Case, Item, ItemLine, Listing, Member, ProblemStep};
use crate::ledger::{Batch, DEEPEST, Entry, EntryId, Id, Said, Slot};
use crate::plan::{Month, OrganisationKind, PlanIndex, Task};
use crate::sample;
use crate::standing::duty::{self, Duty};
use crate::standing::problems::handlers;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// What decides over the entries of one receipt.
pub struct Rights<'a> {
    plan: &'a PlanIndex,
    pool: &'a Pool<'a>,
    duty: Duty<'a>,
    is_period: bool,
    /// Who sees to each problem: found out once a receipt answers one.
    handlers: OnceCell<BTreeMap<EntryId, String>>,
}

impl<'a> Rights<'a> {
    /// Of what one organisation says about one month.
    pub fn new(plan: &'a PlanIndex, pool: &'a Pool<'a>, organisation: &'a str, month: Month) -> Self {
        let is_period = duty::periods(plan).contains(&month);
        let duty = duty::answerable(plan, organisation, month);
        Self { plan, pool, duty, is_period, handlers: OnceCell::new() }
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
            Said::ProblemStep { of, step, .. } => self.step(batch, *of, step),
            Said::Member(member) => self.member(batch, member),
            Said::Case(case) => self.case(case),
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
            | Said::Window { .. }
            | Said::StartOfUse { .. }
            | Said::Item(_)
            | Said::Adjustment(_)
            | Said::Allotment { .. }
            | Said::AssessmentRule(_)
            | Said::Verdict(_)
            | Said::Issue(_)
            | Said::Decision(_) => Some(Why::OfficersWord),
        }
    }

    /// An organisation answers the problems that it sees to: that were handed to it, or that it reported and nobody else
    /// was given.
    fn step(&self, batch: &Batch, of: EntryId, step: &ProblemStep) -> Option<Why> {
        if !step.is_reported() {
            return Some(Why::OfficersWord);
        }
        let Some((theirs, problem)) = self.pool.find(of) else { return Some(Why::Unseen) };
        if !matches!(problem.said, Said::Problem { .. }) {
            return Some(Why::OtherKind);
        }
        let ledger = &self.pool.ledger;
        let handler = self.handlers.get_or_init(|| handlers(ledger)).get(&ledger.origin(of));
        // One that came with the same receipt nobody has handed on yet.
        let handler = handler.map_or(&*theirs.organisation, String::as_str);
        (*batch.organisation != *handler).then_some(Why::OthersEntry)
    }

    /// A district names its own members; a department those of any district. Which lists are whose no plan says yet.
    fn member(&self, batch: &Batch, member: &Member) -> Option<Why> {
        match &member.who {
            Listing::Named { district, .. } => {
                let is_district = self.plan.districts.iter().any(|id| *id == *batch.organisation);
                let is_known = |id: &Id| {
                    self.plan.organisation(id).is_some_and(|one| one.kind == OrganisationKind::District)
                };
                match district {
                    Some(id) if !is_known(id) => Some(Why::Unknown),
                    other if is_district && other.as_ref() != Some(&batch.organisation) => {
                        Some(Why::OthersDistrict)
                    }
                    _ => None,
                }
            }
            Listing::Known { of } => {
                let Some((theirs, named)) = self.pool.find(*of) else { return Some(Why::Unseen) };
                let is_of_list = matches!(&named.said, Said::Member(named) if named.list == member.list);
                if !is_of_list {
                    return Some(Why::OtherKind);
                }
                (theirs.organisation != batch.organisation).then_some(Why::OthersEntry)
            }
        }
    }

    /// An organisation hands in a case of something in which it has a part, and says that it does as another one does.
    fn case(&self, case: &Case) -> Option<Why> {
        match case {
            Case::Told(text) => {
                let unknown = |id: &Id| self.plan.organisation(id).is_none();
                let districts = text.cited.iter().filter_map(|cited| cited.district.as_ref());
                let indicators = text.cited.iter().map(|cited| &cited.indicator);
                if districts.into_iter().any(unknown)
                    || indicators.into_iter().any(|id| self.plan.indicator(id).is_none())
                {
                    return Some(Why::Unknown);
                }
                text.subject.as_ref().and_then(|subject| self.problem(subject))
            }
            Case::TakenUp { of, .. } => match self.pool.find(*of) {
                None => Some(Why::Unseen),
                Some((_, entry)) => {
                    let is_told = matches!(&entry.said, Said::Case(case) if matches!(**case, Case::Told(_)));
                    (!is_told).then_some(Why::OtherKind)
                }
            },
            Case::Returned { .. } | Case::Adopted { .. } => Some(Why::OfficersWord),
        }
    }

    /// Why an item of a year's own list is not the organisation's; `named` says by which part of its line it would be. It
    /// is, by the line of the period or by the one of today: a report of May that comes in June is of what May asked.
    fn listed(&self, item: &str, named: impl Fn(&ItemLine) -> Vec<&Id>) -> Option<Why> {
        let is_own = |line: &&ItemLine| {
            self.plan.is_named(self.duty.organisation, named(line).into_iter().map(|id| &**id))
        };
        let (then, _) = self.pool.ledger.list_as_of(self.duty.month);
        let now = self.pool.ledger.list_of(self.duty.month.year());
        let lines = then.iter().chain(&now).filter(|one| **one.id == *item);
        let lines: Vec<&ItemLine> = lines.filter_map(|one| one.line).collect();
        match lines.is_empty() {
            true => Some(Why::Unknown),
            false => (!lines.iter().any(is_own)).then_some(Why::OthersItem),
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
        let as_listed = self.listed(subject, |line| line.lead.iter().collect());
        // A measure of the plan that was worded anew has the lead of its line beside that of its task.
        if Item::is_own_id(subject) || as_listed.is_none() {
            return as_listed;
        }
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

    /// Whether the organisation may name something as what it has a problem with or tells a case of.
    pub fn may_name(&self, subject: &str) -> bool {
        self.problem(subject).is_none()
    }

    /// Whoever has a part in a task may name a problem of whatever stands in it.
    fn problem(&self, subject: &str) -> Option<Why> {
        let as_listed = self.listed(subject, |line| line.lead.iter().chain(&line.responsible).collect());
        // Of a measure of the plan that was worded anew, whoever has it by its line too.
        if Item::is_own_id(subject) || as_listed.is_none() {
            return as_listed;
        }
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
    let parts = |said: &Said| match said {
        Said::Member(member) => Some(member.list.clone()),
        _ => None,
    };
    let names = |said: &Said| said.clone().named_mut().into_iter().map(|id| *id).collect::<Vec<_>>();
    std::mem::discriminant(&entry.said) == std::mem::discriminant(&target.said)
        && entry.said.is_reported() == target.said.is_reported()
        && parts(&entry.said) == parts(&target.said)
        && names(&entry.said) == names(&target.said)
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
