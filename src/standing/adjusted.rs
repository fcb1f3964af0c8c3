//! Against which target a year is judged: as issued, or as adjusted. Both stay; a view says which it takes.

use super::reading::set_comparator;
use crate::ledger::kinds::{AdjustmentChange, AdjustmentKind, Against, Aim};
use crate::ledger::known::{Adjusted, InForce};
use crate::ledger::{Ledger, Said, Slot};
use crate::plan::{Day, Indicator, Modality, Year};

/// The target of an indicator for a year, in both forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearAim<'a> {
    /// As issued: the plan's, or one that the bureau set where the plan has none.
    pub issued: Option<Aim>,
    /// The paper by which the bureau set it, as typed; none of a target of the plan.
    pub set_by: Option<&'a str>,
    /// As adjusted: the same where nothing adjusts it; none where nothing is promised any more.
    pub adjusted: Option<Aim>,
    /// What adjusts it.
    pub by: Option<Adjusted<'a>>,
    /// Adjustments that hold from the same day and say otherwise.
    pub conflicts: Vec<Adjusted<'a>>,
    /// The adjustment speaks of another target than what it adjusts: somebody read the plan otherwise, or adjusted what
    /// another adjustment had changed.
    pub is_of_another: bool,
}

impl YearAim<'_> {
    /// The target against which is judged.
    pub fn against(&self, against: Against) -> Option<Aim> {
        match against {
            Against::Issued => self.issued,
            Against::Adjusted => self.adjusted,
        }
    }
}

/// The target of an indicator for a year, as of a day: an adjustment holds from the day that it names, so what ended
/// before is judged as before.
pub fn year_aim<'a>(ledger: &'a Ledger, indicator: &Indicator, year: Year, day: Day) -> YearAim<'a> {
    let issued = issued(ledger, indicator, year);
    let existence = ledger.in_force(&indicator.id, year, AdjustmentKind::Existence, day);
    let target = ledger.in_force(&indicator.id, year, AdjustmentKind::Target, day);
    let from = |force: &InForce| force.judged.map(|one| one.adjustment.effective);
    // What was ended or merged is promised again only by a target that holds from a later day.
    let InForce { judged, conflicts } = if from(&existence) >= from(&target) { existence } else { target };
    let (old, adjusted) = match judged.map(|one| &one.adjustment.change) {
        Some(AdjustmentChange::Target { old, new }) => (*old, *new),
        Some(_) => (before(ledger, indicator, year, judged, issued), None),
        None => (issued, issued),
    };
    let is_of_another = old != before(ledger, indicator, year, judged, issued);
    YearAim {
        issued,
        set_by: set_by(ledger, indicator, year),
        adjusted,
        by: judged,
        conflicts,
        is_of_another,
    }
}

fn issued(ledger: &Ledger, indicator: &Indicator, year: Year) -> Option<Aim> {
    let of_plan = indicator.targets.iter().find(|target| target.year == year).map(Aim::from);
    let set = || {
        let (_, value) = ledger.year_targets(&indicator.id).into_iter().find(|(of, _)| *of == year)?;
        let comparator = set_comparator(indicator, year);
        Some(Aim { value, comparator, modality: Modality::None })
    };
    of_plan.or_else(set)
}

fn set_by<'a>(ledger: &'a Ledger, indicator: &Indicator, year: Year) -> Option<&'a str> {
    let slot = Slot::YearTarget { indicator: indicator.id.as_str().into(), year };
    match &ledger.at(&slot).filter(|_| indicator.target(year).is_none())?.entry.said {
        Said::YearTarget { document, .. } => Some(document),
        _ => None,
    }
}

/// The target that held until an adjustment did.
fn before(
    ledger: &Ledger,
    indicator: &Indicator,
    year: Year,
    judged: Option<Adjusted>,
    issued: Option<Aim>,
) -> Option<Aim> {
    let Some(judged) = judged else { return issued };
    let day = judged.adjustment.effective.plus(-1);
    let earlier = ledger.in_force(&indicator.id, year, AdjustmentKind::Target, day).judged;
    match earlier.map(|one| &one.adjustment.change) {
        Some(AdjustmentChange::Target { new, .. }) => *new,
        _ => issued,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::kinds::Status;
    use crate::ledger::samples::august::{day, officer, plan};
    use crate::ledger::samples::loop_kinds::adjustment;
    use crate::ledger::samples::value;
    use crate::plan::Comparator;

    /// Both truths stay, an adjustment to a figure keeps how it compares, and months before it do not move.
    #[test]
    fn both_forms_of_a_target_stay_and_what_ended_before_does_not_move() {
        let plan = plan();
        let indicator = plan.indicator("alliances").expect("the indicator").item;
        let year = indicator.targets[0].year;
        let issued = Aim::from(&indicator.targets[0]);
        let lower = Aim { value: value("5"), comparator: Comparator::GreaterThan, ..issued };
        let of_year = |said| match said {
            crate::ledger::Said::Adjustment(mut one) => {
                one.year = year;
                crate::ledger::Said::Adjustment(one)
            }
            other => other,
        };
        let to = |old: Option<Aim>, new: Option<Aim>, from: &str, status| {
            of_year(adjustment(AdjustmentChange::Target { old, new }, from, status))
        };
        let at = |ledger: &Ledger, on: &str| {
            let aim = year_aim(ledger, indicator, year, day(on));
            assert_eq!(aim.against(Against::Issued), Some(issued), "the plan never changes");
            (aim.against(Against::Adjusted), aim.is_of_another)
        };
        let proposed = officer(1, "2024-06-01", [to(Some(issued), None, "2024-06-01", Status::Proposed)]);
        assert_eq!(
            at(&Ledger::new([proposed]), "2024-12-31"),
            (Some(issued), false),
            "a proposal judges nothing"
        );
        let first = officer(2, "2024-07-01", [to(Some(issued), Some(lower), "2024-07-01", Status::Decided)]);
        let second = officer(3, "2024-09-01", [to(Some(lower), None, "2024-09-01", Status::Decided)]);
        let wrong = officer(4, "2024-10-01", [to(Some(issued), Some(lower), "2024-10-01", Status::Decided)]);
        let ended = officer(
            5,
            "2024-11-01",
            [of_year(adjustment(AdjustmentChange::Ended, "2024-11-01", Status::Decided))],
        );
        let ledger = Ledger::new([first, second, wrong, ended]);
        assert_eq!(at(&ledger, "2024-06-30"), (Some(issued), false));
        assert_eq!(at(&ledger, "2024-08-31"), (Some(lower), false));
        assert_eq!(at(&ledger, "2024-09-30"), (None, false), "no target any more");
        assert_eq!(at(&ledger, "2024-10-31"), (Some(lower), true), "it speaks of a target that held no more");
        assert_eq!(at(&ledger, "2024-11-30"), (None, false));
    }
}
