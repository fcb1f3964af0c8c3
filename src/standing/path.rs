//! Expected progress month by month, in the indicator's unit: the line that figures are measured by.

use super::{Actual, Course, Judgement, Ratio, Rule, Start, judge};
use crate::plan::{Month, PlanIndex, Quantity};

/// What a figure of the month is expected to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The month at whose end the value is expected.
    pub month: Month,
    /// In the indicator's unit.
    pub value: Ratio,
    /// Where the part of the path begins on which the month lies.
    pub start: Start,
}

/// The whole path, for the months of the plan that have one. Each month is measured exactly as [`judge`] would
/// measure a figure of it, so that the line and the lights cannot disagree; what the figure is does not matter.
pub fn path(course: &Course, plan: &PlanIndex, rule: &Rule) -> Vec<Expected> {
    let months =
        plan.period.iter().flat_map(|year| (1..=12).filter_map(move |month| Month::new(year, month)));
    months.filter_map(|month| expected(course, plan, rule, month)).collect()
}

fn expected(course: &Course, plan: &PlanIndex, rule: &Rule, month: Month) -> Option<Expected> {
    let actuals = [Actual { month, value: Quantity::ZERO }];
    let as_of = month.day(1)?.month_end();
    let judged = judge(&Course { actuals: &actuals, ..*course }, plan, as_of, rule);
    let start = judged.progress?.start;
    Some(Expected { month, value: expected_value(&judged)?, start })
}

/// Expected progress of a judgement in the indicator's unit.
pub fn expected_value(judgement: &Judgement) -> Option<Ratio> {
    let (progress, goal) = (judgement.progress?, judgement.goal.as_ref()?);
    let step = goal.measure().minus(progress.zero)?;
    progress.zero.plus(step.times(progress.expected)?.by(Ratio::HUNDRED)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Basis, read};
    use crate::standing::Baseline;

    fn values(id: &str, decided: Option<Basis>, baseline: Option<(&str, &str)>) -> Vec<(String, String)> {
        let plan = read::from_json(include_str!("../../public/plan.json")).unwrap();
        let of = |text| Quantity::parse(text).unwrap();
        let course = Course {
            indicator: plan.indicator(id).unwrap().item,
            decided_basis: decided,
            baseline: baseline
                .map(|(at, value)| Baseline { month: Month::parse(at).unwrap(), value: of(value) }),
            actuals: &[],
            set_targets: &[],
            adjusted: &[],
            periods: Default::default(),
        };
        let said = |one: &Expected| (one.month.to_string(), one.value.say(&[]));
        path(&course, &plan, &Rule::default()).iter().map(said).collect()
    }

    fn at(values: &[(String, String)], month: &str) -> Option<String> {
        values.iter().find(|(one, _)| one == month).map(|(_, value)| value.clone())
    }

    #[test]
    fn a_running_total_goes_over_the_targets_on_the_way() {
        let total = values("technologies-mastered", Some(Basis::RunningTotal), None);
        assert_eq!(total.len(), 36);
        // 10 by the end of 2023, then 20 more over 24 months: 8 months are 6.67.
        for (month, value) in
            [("2023-06", "5"), ("2023-12", "10"), ("2024-08", "16.7"), ("2024-12", "20"), ("2025-12", "30")]
        {
            assert_eq!(at(&total, month).as_deref(), Some(value), "{month}");
        }
    }

    #[test]
    fn a_flow_begins_each_year_at_nothing_and_ends_with_its_last_target() {
        let flow = values("new-platforms", None, None);
        assert_eq!(flow.len(), 12);
        assert_eq!((at(&flow, "2023-12").as_deref(), at(&flow, "2024-01")), (Some("25"), None));
    }

    #[test]
    fn without_baseline_or_basis_nothing_is_expected() {
        assert_eq!(values("carriers", None, None), []);
        assert_eq!(values("technologies-mastered", None, None), []);
        assert_eq!(values("conversion-rate", None, None), []);
        // 12 at the end of 2022, 30 at the end of 2025: half of the way is 21.
        let stock = values("carriers", None, Some(("2022-12", "12")));
        assert_eq!(at(&stock, "2024-06").as_deref(), Some("21"));
    }
}
