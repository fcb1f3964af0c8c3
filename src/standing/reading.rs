//! From the ledger to judgements: what was reported of an indicator, as one course of figures.

use super::{
    Actual, Baseline, Course, Curve, Expected, Judgement, Periods, Rule, RuleDraft, RuleFault, SetTarget,
    judge, path,
};
use crate::ledger::{Id, Ledger, RuleChange};
use crate::plan::{Comparator, Day, DistrictRule, Indicator, Month, PlanIndex, Quantity};
use std::collections::BTreeMap;

/// The rule by which lights are judged: the bureau's last, or the default. One that is not sound is passed over.
pub fn rule(ledger: &Ledger) -> Rule {
    ledger.rule().and_then(|(count, change)| Rule::new(draft(count, change)).ok()).unwrap_or_default()
}

/// The rule that a change would bring.
///
/// # Errors
/// Every fault of it.
pub fn checked(ledger: &Ledger, change: &RuleChange) -> Result<Rule, Vec<RuleFault>> {
    let count = ledger.rule().map_or(0, |(count, _)| count);
    Rule::new(draft(count + 1, change))
}

/// A change as the draft of a rule; the default is version 1, so the first change is version 2.
fn draft(count: usize, change: &RuleChange) -> RuleDraft {
    let curve = <[Quantity; 12]>::try_from(change.curve.as_slice()).map_or(Curve::Linear, Curve::ByMonth);
    RuleDraft {
        name: Rule::default().name.clone(),
        version: u32::try_from(count + 1).unwrap_or(u32::MAX),
        amber_points: change.amber,
        red_points: change.red,
        curve,
    }
}

/// How an indicator stands on a day.
pub fn judged(
    plan: &PlanIndex,
    ledger: &Ledger,
    indicator: &Indicator,
    as_of: Day,
    rule: &Rule,
) -> Judgement {
    with_course(plan, ledger, indicator, |course| judge(course, plan, as_of, rule))
}

/// Expected progress of an indicator, month by month.
pub fn expected(plan: &PlanIndex, ledger: &Ledger, indicator: &Indicator, rule: &Rule) -> Vec<Expected> {
    with_course(plan, ledger, indicator, |course| path::path(course, plan, rule))
}

fn with_course<T>(
    plan: &PlanIndex,
    ledger: &Ledger,
    indicator: &Indicator,
    ask: impl FnOnce(&Course) -> T,
) -> T {
    let actuals = figures(plan, ledger, indicator);
    let set_targets = set_targets(ledger, indicator);
    let baseline = ledger.baseline(&indicator.id).map(|(month, value)| Baseline { month, value });
    let moved = ledger.moved_windows();
    ask(&Course {
        indicator,
        decided_basis: ledger.decided_basis(&indicator.id),
        baseline,
        actuals: &actuals,
        set_targets: &set_targets,
        periods: Periods { moved: &moved, first: ledger.start_of_use() },
    })
}

/// The city's figures month by month: as reported for the city, else the sum of all districts where the plan says
/// that they add up and every one of them has a figure for the month. A ratio is never summed.
pub fn figures(plan: &PlanIndex, ledger: &Ledger, indicator: &Indicator) -> Vec<Actual> {
    let reported = ledger.actuals(&indicator.id);
    let mut figures: BTreeMap<Month, Quantity> = BTreeMap::new();
    if indicator.districts == DistrictRule::Sum && !plan.districts.is_empty() {
        let of_district = |id: &String| reported.get(&Some(Id::from(id.as_str()))).map(Ledger::figures);
        let districts: Option<Vec<_>> = plan.districts.iter().map(of_district).collect();
        figures = districts.map(|districts| sums(&districts)).unwrap_or_default();
    }
    if let Some(city) = reported.get(&None) {
        figures.extend(Ledger::figures(city));
    }
    figures.into_iter().map(|(month, value)| Actual { month, value }).collect()
}

fn sums(districts: &[BTreeMap<Month, Quantity>]) -> BTreeMap<Month, Quantity> {
    let months = districts.first().into_iter().flat_map(BTreeMap::keys);
    let sum = |month: &Month| {
        let mut values = districts.iter().map(|district| district.get(month).copied());
        values.try_fold(Quantity::ZERO, |sum, value| sum.plus(value?))
    };
    months.filter_map(|month| Some((*month, sum(month)?))).collect()
}

/// Targets of single years set later; they are meant as at least, as the plan's are read where they grow.
fn set_targets(ledger: &Ledger, indicator: &Indicator) -> Vec<SetTarget> {
    let comparator = indicator.targets.first().map_or(Comparator::AtLeast, |target| target.comparator);
    let set = |(year, value)| SetTarget { year, value, comparator };
    ledger.year_targets(&indicator.id).into_iter().map(set).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, batch, entry, value};
    use crate::ledger::{Batch, BatchId, Report, Said};
    use crate::standing::Light;

    fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../public/plan.json")).expect("the shipped plan")
    }

    fn ledger(months: &[(u8, Vec<Said>)]) -> Ledger {
        let one = |(sequence, (month, said)): (u32, &(u8, Vec<Said>))| -> Batch {
            batch(BatchId { writer: 1, sequence }, sequence.into(), *month, said.iter().cloned().map(entry))
        };
        Ledger::new((0..).zip(months).map(one))
    }

    fn share(district: &str, report: Report) -> Said {
        Said::Actual {
            indicator: "carriers".into(),
            district: Some(district.into()),
            report,
            evidence: String::new(),
            note: String::new(),
        }
    }

    #[test]
    fn districts_add_up_only_when_all_have_reported() {
        let plan = plan();
        let place = plan.indicator("carriers").unwrap();
        let all = |month: u8, count: usize| {
            let shares = plan.districts.iter().take(count).map(|id| share(id, Report::Value(value("3"))));
            (month, shares.collect::<Vec<_>>())
        };
        let figures = |months: &[(u8, Vec<Said>)]| figures(&plan, &ledger(months), place.item);
        assert_eq!(figures(&[all(3, 8)]), []);
        let march = Month::parse("2024-03").unwrap();
        assert_eq!(figures(&[all(3, 9)]), [Actual { month: march, value: value("27") }]);
        // Without change the figure of the month before goes on; the city's own figure goes before the sum.
        let unchanged = (6, plan.districts.iter().map(|id| share(id, Report::NoChange)).collect());
        assert_eq!(figures(&[all(3, 9), unchanged])[1].value, value("27"));
        let own = (3, vec![actual("carriers", "26").said]);
        assert_eq!(figures(&[all(3, 9), own]), [Actual { month: march, value: value("26") }]);
    }

    #[test]
    fn an_indicator_of_a_ledger_is_judged_by_the_bureaus_rule() {
        let plan = plan();
        let place = plan.indicator("alliances").unwrap();
        let as_of = Day::parse("2024-09-03").unwrap();
        let reported = (6, vec![actual("alliances", "11").said]);
        let light = |ledger: &Ledger| judged(&plan, ledger, place.item, as_of, &rule(ledger)).light;
        // 20 by the end of 2025 from 10 in 2023: 15 by the end of 2024 would be on the way.
        let by_default = light(&ledger(std::slice::from_ref(&reported)));
        let change = RuleChange { amber: value("0"), red: value("1"), curve: vec![], reason: "严".into() };
        let strict = light(&ledger(&[reported, (6, vec![Said::Rule(change)])]));
        assert_eq!((by_default, strict), (Light::Green, Light::Red));
        assert_eq!(light(&Ledger::default()), Light::NoData);
    }
}
