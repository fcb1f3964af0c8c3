//! What everybody may expect, without any of the product's models: of each unit, period and item what was last sent, in
//! which report, and what became of that report.

use planboard::ledger::{BatchId, Moment};
use planboard::plan::Month;
use std::collections::{BTreeMap, BTreeSet};

/// Item to what was typed.
pub type Items = BTreeMap<String, String>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    None,
    Accepted,
    Returned,
}

/// What one press of *make the receipt* put down.
#[derive(Clone, Debug)]
pub struct Report {
    pub id: BatchId,
    pub at: Moment,
    pub unit: usize,
    pub month: Month,
    pub items: Items,
    /// Problems that it tells, and those that it takes back, by number.
    pub problems: BTreeSet<u32>,
    pub taken_back: BTreeSet<u32>,
    pub verdict: Verdict,
    pub was_returned: bool,
    /// The act that gave the verdict.
    pub by: u64,
    /// Items that the officer let go.
    pub let_go: BTreeSet<String>,
}

/// What the officer's ledger has to hold.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    pub reports: BTreeMap<BatchId, Report>,
    pub locks: BTreeMap<Month, BTreeSet<BatchId>>,
    /// What was accepted in which act.
    pub acts: BTreeMap<u64, BTreeSet<BatchId>>,
}

/// Of the reports of a unit and period the latest of each item.
pub fn last_sent<'a>(
    reports: impl IntoIterator<Item = &'a Report>,
    is_of: impl Fn(&Report) -> bool,
) -> Items {
    let mut of: Vec<&Report> = reports.into_iter().filter(|one| is_of(one)).collect();
    of.sort_by_key(|one| (one.at, one.id));
    of.into_iter().flat_map(|one| one.items.clone()).collect()
}

impl Reference {
    pub fn of(&self, unit: usize, month: Month) -> Vec<&Report> {
        let mut all: Vec<&Report> =
            self.reports.values().filter(|one| (one.unit, one.month) == (unit, month)).collect();
        all.sort_by_key(|one| (one.at, one.id));
        all
    }

    fn is_shut_out(&self, report: &Report) -> bool {
        self.locks.get(&report.month).is_some_and(|lock| !lock.contains(&report.id))
    }

    pub fn counts(&self, report: &Report) -> bool {
        report.verdict != Verdict::Returned && !self.is_shut_out(report)
    }

    /// What stands of each item.
    pub fn standing(&self, unit: usize, month: Month) -> Items {
        let mut standing = Items::new();
        for report in self.of(unit, month).into_iter().filter(|one| self.counts(one)) {
            let held = report.items.iter().filter(|(item, _)| !report.let_go.contains(*item));
            standing.extend(held.map(|(item, value)| (item.clone(), value.clone())));
        }
        standing
    }

    /// A report is accepted; what earlier ones held and it does not goes on counting.
    pub fn accept(&mut self, act: u64, reports: &[Report], is_new: bool) {
        let Some(last) = reports.iter().map(|one| (one.at, one.id)).max() else { return };
        let (unit, month) = (reports[0].unit, reports[0].month);
        let mut ids: BTreeSet<BatchId> = reports.iter().map(|one| one.id).collect();
        let mentioned: BTreeSet<&String> = reports.iter().flat_map(|one| one.items.keys()).collect();
        let told: BTreeSet<u32> =
            reports.iter().flat_map(|one| one.problems.iter().chain(&one.taken_back)).copied().collect();
        if is_new {
            let earlier: Vec<&Report> = self
                .of(unit, month)
                .into_iter()
                .filter(|one| !ids.contains(&one.id) && (one.at, one.id) < last)
                // Only a lock keeps it out, unless it had been returned: that is taken back, and holds once it is unlocked.
                .filter(|one| one.verdict == Verdict::Returned || !self.is_shut_out(one))
                .collect();
            let mut kept: BTreeMap<String, BatchId> = BTreeMap::new();
            for one in &earlier {
                let items = one.items.keys().filter(|item| !mentioned.contains(item));
                let items = items.filter(|item| !one.let_go.contains(*item));
                kept.extend(items.map(|item| (item.clone(), one.id)));
                let problems = one.problems.iter().filter(|number| !told.contains(number));
                kept.extend(problems.map(|number| (format!("problem {number}"), one.id)));
            }
            ids.extend(kept.into_values());
        }
        for report in reports {
            self.reports.entry(report.id).or_insert_with(|| report.clone());
        }
        for id in &ids {
            if let Some(report) = self.reports.get_mut(id)
                && (report.verdict != Verdict::Accepted || reports.iter().any(|one| one.id == *id))
            {
                (report.verdict, report.by) = (Verdict::Accepted, act);
            }
        }
        self.acts.insert(act, ids);
    }

    /// What earlier reports held and these do not is not to stand any more.
    pub fn let_go(&mut self, reports: &[Report]) {
        let Some(last) = reports.iter().map(|one| (one.at, one.id)).max() else { return };
        let mentioned: BTreeSet<&String> = reports.iter().flat_map(|one| one.items.keys()).collect();
        let told: BTreeSet<u32> =
            reports.iter().flat_map(|one| one.problems.iter().chain(&one.taken_back)).copied().collect();
        let (unit, month) = (reports[0].unit, reports[0].month);
        for one in self.reports.values_mut() {
            let is_earlier = (one.unit, one.month) == (unit, month) && (one.at, one.id) < last;
            if !is_earlier || one.verdict == Verdict::Returned || reports.iter().any(|new| new.id == one.id) {
                continue;
            }
            one.let_go.extend(one.items.keys().filter(|item| !mentioned.contains(item)).cloned());
            one.problems.retain(|number| told.contains(number));
        }
    }

    /// A report goes back, and what counted again only because of it.
    pub fn give_back(&mut self, act: u64, reports: &[Report]) {
        let Some(first) = reports.first() else { return };
        let mut ids: BTreeSet<BatchId> = reports.iter().map(|one| one.id).collect();
        for one in reports {
            let here = self.reports.get(&one.id).filter(|one| one.verdict == Verdict::Accepted);
            let with = here.and_then(|one| self.acts.get(&one.by)).cloned().unwrap_or_default();
            let revived = with.into_iter().filter(|id| {
                self.reports.get(id).is_some_and(|one| one.was_returned && one.unit == first.unit)
            });
            ids.extend(revived);
        }
        for report in reports {
            self.reports.entry(report.id).or_insert_with(|| report.clone());
        }
        for id in ids {
            if let Some(report) = self.reports.get_mut(&id) {
                (report.verdict, report.was_returned, report.by) = (Verdict::Returned, true, act);
            }
        }
    }

    pub fn lock(&mut self, month: Month) {
        let open = self.reports.values().filter(|one| one.month == month);
        let ids = open.filter(|one| one.verdict != Verdict::Returned).map(|one| one.id).collect();
        self.locks.insert(month, ids);
    }

    /// Problems that have to be in sight, whatever became of their report; and those that were taken back.
    pub fn problems(&self) -> (BTreeSet<u32>, BTreeSet<u32>) {
        let (mut seen, mut gone) = (BTreeSet::new(), BTreeSet::new());
        let mut all: Vec<&Report> = self.reports.values().collect();
        all.sort_by_key(|one| (one.at, one.id));
        for report in all {
            seen.extend(report.problems.iter().copied());
            if self.counts(report) {
                report.problems.iter().for_each(|number| _ = gone.remove(number));
                gone.extend(report.taken_back.iter().copied());
            }
        }
        (seen.difference(&gone).copied().collect(), gone)
    }
}
