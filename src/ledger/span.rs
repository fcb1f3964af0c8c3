//! In which years anybody can have written about a plan.

use super::Moment;
use crate::plan::{PlanIndex, Year};

/// How many years before its first one and after its last one a plan is spoken of: baselines are recorded before, the
/// final account and old backups come after.
const YEARS_AROUND: u16 = 10;

/// The years in which somebody can have written about a plan, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Ten years before the plan's first.
    pub first: Year,
    /// Ten years after the plan's last.
    pub last: Year,
}

impl Span {
    /// The years around a plan's period.
    pub fn of(plan: &PlanIndex) -> Self {
        let years = || plan.period.iter().map(|year| year.0);
        let first = years().min().unwrap_or(2000).saturating_sub(YEARS_AROUND);
        let last = years().max().unwrap_or(2100).saturating_add(YEARS_AROUND);
        Self { first: Year(first), last: Year(last) }
    }

    /// Whether a moment lies within.
    pub fn holds(self, moment: Moment) -> bool {
        !moment.is_beyond() && (self.first..=self.last).contains(&moment.day(0).year())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Day;

    /// hostile 2: the years in which somebody can have written about the plan, and none beside.
    #[test]
    fn a_plan_is_spoken_of_ten_years_before_it_and_after_it() {
        let plan = crate::plan::read::from_json(include_str!("../../public/plan.json")).expect("the plan");
        let span = Span::of(&plan);
        assert_eq!((span.first, span.last), (Year(2013), Year(2035)));
        let on = |text: &str| Moment::end_of(Day::parse(text).expect("a day"), 0);
        assert!(span.holds(on("2013-01-01")) && span.holds(on("2024-09-03")) && span.holds(on("2035-12-31")));
        for outside in [on("2012-12-31"), Moment(on("2035-12-31").0 + 1), Moment(0), Moment::BEYOND] {
            assert!(!span.holds(outside), "{outside:?}");
        }
        assert!(!span.holds(Moment(u64::MAX)));
    }
}
