//! A year's own list (年度任务清单): what stands on it by the plan, by a line of the year or carried on, and what of the
//! year before waits for somebody's word.

use crate::ledger::known::{Listed, ListedHow};
use crate::ledger::{Ledger, Said, Stage};
use crate::plan::{Day, Measure, Month, PlanIndex, Year};
use std::collections::BTreeSet;

/// What stands on a year's list.
#[derive(Clone, Debug, PartialEq)]
pub struct YearList<'a> {
    /// Measures of the plan that belong to the year and of which nobody said anything for it, in the order of the text.
    pub of_plan: Vec<&'a Measure>,
    /// What people put on the list, carried on or ended in the year, with the entry that says so.
    pub listed: Vec<Listed<'a>>,
    /// Open measures of the plan from the years before, neither carried on nor ended nor worded anew.
    pub waiting_of_plan: Vec<&'a Measure>,
    /// Open items of the lists of earlier years, each from the latest that had it, likewise.
    pub waiting: Vec<Listed<'a>>,
}

impl YearList<'_> {
    /// How many are on the list: what was ended in the year has left it, and what waits is not on it yet.
    pub fn len(&self) -> usize {
        let ended = |one: &&Listed| matches!(one.how, ListedHow::Ended { .. });
        self.of_plan.len() + self.listed.len() - self.listed.iter().filter(ended).count()
    }

    /// Whether nothing is on it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What people put on a list, carried on and ended, counted, and the papers by which they did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListCount<'a> {
    /// Items that were put on the list.
    pub added: usize,
    /// Items that go on from an earlier year as they were.
    pub carried: usize,
    /// Items that have other words than before.
    pub reworded: usize,
    /// Items that were ended in the year.
    pub ended: usize,
    /// The papers, each once, in the order of the items.
    pub documents: Vec<&'a str>,
}

impl<'a> ListCount<'a> {
    /// Of the list of a month's year, as it was of that month.
    pub fn new(ledger: &'a Ledger, month: Month) -> Self {
        let mut all = Self::default();
        for one in ledger.list_as_of(month).0 {
            match one.how {
                ListedHow::Ended { .. } => all.ended += 1,
                ListedHow::CarriedOn => all.carried += 1,
                ListedHow::InWords { .. } if one.line.is_some_and(|line| line.origin.is_some()) => {
                    all.reworded += 1;
                }
                ListedHow::InWords { .. } => all.added += 1,
            }
            if let Said::Item(item) = &one.said.entry.said {
                let document = item.document.trim();
                if !document.is_empty() && !all.documents.contains(&document) {
                    all.documents.push(document);
                }
            }
        }
        all
    }

    /// Whether nobody said anything of the list by then.
    pub fn is_empty(&self) -> bool {
        self.added + self.carried + self.reworded + self.ended == 0
    }
}

/// The list of a year. A measure of the plan belongs to the year that the text names with it, or to all of the plan's.
pub fn year_list<'a>(plan: &'a PlanIndex, ledger: &'a Ledger, year: Year) -> YearList<'a> {
    let before = Year(year.0.saturating_sub(1));
    let listed = ledger.list_of(year);
    let said: BTreeSet<&str> = listed.iter().map(|one| &**one.id).collect();
    let to_take_over = ledger.to_take_over(year);
    let said_before: BTreeSet<&str> = to_take_over.iter().map(|one| &**one.id).collect();
    let is_of = |measure: &Measure, year: Year| {
        plan.period.contains(year) && measure.year.is_none_or(|of| of == year)
    };
    let is_done = |id: &str| {
        let until = Month::new(before, 12);
        let stage = until.and_then(|until| ledger.stage(id, until));
        stage.is_some_and(|(_, stage, _)| stage == Stage::Done)
    };
    let measures = || plan.measures().map(|place| place.item).filter(|one| !said.contains(one.id.as_str()));
    let ended = ledger.ended_by(Day::new(before, 12, 31).unwrap_or(Day::EPOCH));
    // Of an item that was on the list before by an entry, `to_take_over` knows. What nobody settled waits in later years
    // too: a year without a list does not make it go away.
    let waits = |one: &&Measure| {
        one.year.is_some_and(|of| of < year && plan.period.contains(of))
            && !said_before.contains(one.id.as_str())
            && !ended.contains(one.id.as_str())
            && !is_done(&one.id)
    };
    YearList {
        of_plan: measures().filter(|one| is_of(one, year)).collect(),
        waiting_of_plan: measures().filter(waits).collect(),
        waiting: to_take_over.into_iter().filter(|one| !is_done(one.id)).collect(),
        listed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Said;
    use crate::ledger::kinds::ItemChange;
    use crate::ledger::samples::august::{batch, day, month, officer, plan};
    use crate::ledger::samples::loop_kinds::{item, line};

    /// Nothing is taken over silently, and the plan's own measures are on the list of their year without anybody's word.
    #[test]
    fn open_measures_of_the_plan_wait_until_somebody_carries_them_on_or_ends_them() {
        let plan = plan();
        let of_2023: Vec<&str> = plan
            .measures()
            .filter(|one| one.item.year == Some(Year(2023)))
            .map(|one| one.item.id.as_str())
            .collect();
        let [first, second, third, ..] = of_2023[..] else { panic!("measures of 2023") };
        let nobody = Ledger::default();
        let list = year_list(&plan, &nobody, Year(2023));
        assert!(
            list.of_plan.len() >= of_2023.len() && list.waiting_of_plan.is_empty() && list.listed.is_empty()
        );
        let list = year_list(&plan, &nobody, Year(2024));
        assert_eq!(list.waiting_of_plan.len(), of_2023.len());
        let done = Said::Progress { subject: third.into(), stage: Stage::Done, note: String::new() };
        let mut december = batch(9, "2024-01-03", "science-bureau", [done]);
        december.month = month("2023-12");
        let ledger = Ledger::new([
            december,
            officer(
                1,
                "2024-01-10",
                [
                    item(first, ItemChange::CarriedOn { year: Year(2024) }),
                    item(second, ItemChange::Ended { on: day("2024-01-01") }),
                    item("1f.0.3", ItemChange::Listed(line("新增节点", None))),
                ],
            ),
        ]);
        let list = year_list(&plan, &ledger, Year(2024));
        assert_eq!(list.waiting_of_plan.len(), of_2023.len() - 3, "one goes on, one is ended, one was done");
        assert_eq!((list.listed.len(), list.len()), (3, list.of_plan.len() + 2));
        let count = ListCount::new(&ledger, month("2024-08"));
        assert_eq!((count.added, count.carried, count.reworded, count.ended), (0, 1, 1, 1));
        assert!(ListCount::new(&ledger, month("2024-07")).is_empty(), "not written yet");
        // What goes on in 2024 waits again in 2025, by its own entry.
        let list = year_list(&plan, &ledger, Year(2025));
        let waiting: Vec<&str> = list.waiting.iter().map(|one| &**one.id).collect();
        assert_eq!(waiting, ["1f.0.3", first]);
        // What nobody settled in 2024 still waits; what was ended or done does not.
        assert_eq!(list.waiting_of_plan.len(), of_2023.len() - 3);
        assert_eq!(list.is_empty(), list.of_plan.is_empty());
    }
}
