//! What districts are allotted of an indicator, beside the city's target.

use super::adjusted::year_aim;
use crate::ledger::Ledger;
use crate::ledger::kinds::Against;
use crate::plan::{Basis, Day, Indicator, Quantity, Year};

/// The sum of the districts' shares of a year, and what it leaves of the city's target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    /// The sum of all shares; none for a level, which never adds up, and where it has more digits than a figure may.
    pub sum: Option<Quantity>,
    /// City target − sum: what is not allotted (未分解); below 0 where more is allotted than the city owes.
    pub rest: Option<Quantity>,
}

/// The shares of a year, as of a day, against one of the two forms of the city's target.
pub fn shares(
    ledger: &Ledger,
    indicator: &Indicator,
    basis: Basis,
    (year, day): (Year, Day),
    against: Against,
) -> Shares {
    if basis == Basis::Level {
        return Shares { sum: None, rest: None };
    }
    let allotted = ledger.allotments(&indicator.id, year);
    let sum = allotted.values().try_fold(Quantity::ZERO, |sum, (value, _)| sum.plus(*value));
    let target = year_aim(ledger, indicator, year, day).against(against);
    let rest = sum.zip(target).map(|(sum, target)| target.value.minus(sum));
    Shares { sum, rest }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Said;
    use crate::ledger::samples::august::{day, officer, plan};
    use crate::ledger::samples::value;

    #[test]
    fn the_rest_of_the_citys_target_is_what_no_district_has_and_may_be_below_nothing() {
        let plan = plan();
        let indicator = plan.indicator("alliances").expect("the indicator").item;
        let target = &indicator.targets[0];
        let share = |district: &str, figure: Quantity| Said::Allotment {
            indicator: indicator.id.as_str().into(),
            district: district.into(),
            year: target.year,
            value: figure,
            reason: String::new(),
            document: String::new(),
        };
        let of = |said: Vec<Said>, basis| {
            let ledger = Ledger::new([officer(1, "2024-02-01", said)]);
            shares(&ledger, indicator, basis, (target.year, day("2025-12-31")), Against::Issued)
        };
        let two = || vec![share("haicheng", value("3")), share("taian", value("2.5"))];
        let found = of(two(), Basis::Stock);
        assert_eq!((found.sum, found.rest), (Some(value("5.5")), Some(target.value.minus(value("5.5")))));
        let over = of(vec![share("haicheng", target.value), share("taian", value("1"))], Basis::Stock);
        assert_eq!(over.rest, Some(value("-1")));
        assert_eq!(of(two(), Basis::Level), Shares { sum: None, rest: None }, "levels never add up");
        assert_eq!(of(vec![], Basis::Stock).sum, Some(Quantity::ZERO));
    }
}
