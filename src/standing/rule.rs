//! The rule that turns progress into lights: named, versioned, and edited by the bureau.

use super::Ratio;
use crate::plan::{Month, Name, Quantity};
use crate::text::Language;

/// Most characters of a rule's name.
const MOST_LETTERS: usize = 40;
/// Most digits behind the point of thresholds and of the curve.
const MOST_DECIMALS: u8 = 2;

/// A rule as somebody writes it; [`Rule::new`] checks it.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleDraft {
    /// Stands wherever a light is explained.
    pub name: Name,
    /// Goes up with every change, from 1.
    pub version: u32,
    /// From how many points behind on it is slow.
    pub amber_points: Quantity,
    /// Above how many points behind it is behind.
    pub red_points: Quantity,
    /// How expected progress is spread over a year.
    pub curve: Curve,
}

/// How much of a year's step is expected by the end of each month (序时进度).
#[derive(Clone, Debug, PartialEq)]
pub enum Curve {
    /// The same each month: months elapsed over all months.
    Linear,
    /// Cumulative per cent by the end of January to December; December's is 100.
    ByMonth([Quantity; 12]),
}

/// A sound rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule(RuleDraft);

/// What is wrong with a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleFault {
    /// The name is empty, longer than 40 characters or has control characters in it.
    Name,
    /// The version is not 1 or more.
    Version,
    /// The amber threshold is not between 0 and 100 points with at most two decimals.
    Amber,
    /// The red threshold is not between 0 and 100 points with at most two decimals.
    Red,
    /// Slow would begin later than behind.
    Order,
    /// The month's per cent is not between 0 and 100 with at most two decimals.
    Percent {
        /// The month's number, from 1.
        month: u8,
    },
    /// The month's per cent is below that of the month before.
    Falls {
        /// The month's number, from 1.
        month: u8,
    },
    /// The year does not end with 100 %.
    End,
}

impl std::ops::Deref for Rule {
    type Target = RuleDraft;
    fn deref(&self) -> &RuleDraft {
        &self.0
    }
}

/// 序时进度: linear by whole months, slow from 10 points behind, behind above 30. Sources in [`super::formulas`].
impl Default for Rule {
    fn default() -> Self {
        Self(RuleDraft {
            name: Name::both("序时进度", "Expected progress"),
            version: 1,
            amber_points: Quantity::of_digits(10, 0).unwrap_or(Quantity::ZERO),
            red_points: Quantity::of_digits(30, 0).unwrap_or(Quantity::ZERO),
            curve: Curve::Linear,
        })
    }
}

impl Rule {
    /// The rule, or every fault of the draft.
    pub fn new(draft: RuleDraft) -> Result<Self, Vec<RuleFault>> {
        let faults = faults(&draft);
        if faults.is_empty() { Ok(Self(draft)) } else { Err(faults) }
    }

    /// The rule's name on a page in the given language.
    pub fn name(&self, language: Language) -> &str {
        self.name.say(language, language).words
    }

    /// The way from the end of one month to the end of another: in months, or with a curve in per cent of a year.
    pub fn way(&self, from: Month, to: Month) -> Option<Ratio> {
        match &self.curve {
            Curve::Linear => Some(Ratio::whole(to.since(from))),
            Curve::ByMonth(percents) => {
                let years = i32::from(to.year().0) - i32::from(from.year().0);
                let at =
                    |month: Month| percents.get(usize::from(month.number()) - 1).copied().map(Ratio::from);
                Ratio::whole(years * 100).plus(at(to)?)?.minus(at(from)?)
            }
        }
    }
}

fn faults(draft: &RuleDraft) -> Vec<RuleFault> {
    let mut faults = Vec::new();
    let mut holds = |sound: bool, fault| {
        if !sound {
            faults.push(fault);
        }
    };
    let mut names = draft.name.wordings().peekable();
    holds(names.peek().is_some() && names.all(is_name), RuleFault::Name);
    holds(draft.version > 0, RuleFault::Version);
    holds(is_percent(draft.amber_points), RuleFault::Amber);
    holds(is_percent(draft.red_points), RuleFault::Red);
    holds(draft.amber_points <= draft.red_points, RuleFault::Order);
    if let Curve::ByMonth(percents) = &draft.curve {
        let mut before = Quantity::ZERO;
        for (percent, month) in percents.iter().zip(1..) {
            holds(is_percent(*percent), RuleFault::Percent { month });
            holds(before <= *percent, RuleFault::Falls { month });
            before = *percent;
        }
        holds(Ratio::from(before) == Ratio::HUNDRED, RuleFault::End);
    }
    faults
}

fn is_name(words: &str) -> bool {
    !words.trim().is_empty() && words.chars().count() <= MOST_LETTERS && !words.chars().any(char::is_control)
}

fn is_percent(quantity: Quantity) -> bool {
    quantity >= Quantity::ZERO
        && Ratio::from(quantity) <= Ratio::HUNDRED
        && quantity.decimals() <= MOST_DECIMALS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Quantity {
        Quantity::parse(text).unwrap()
    }

    fn curve(percents: [&str; 12]) -> Curve {
        Curve::ByMonth(percents.map(of))
    }

    #[test]
    fn the_default_rule_is_sound() {
        let draft = (*Rule::default()).clone();
        assert_eq!((draft.amber_points, draft.red_points), (of("10"), of("30")));
        assert_eq!(Rule::new(draft), Ok(Rule::default()));
    }

    #[test]
    fn every_fault_of_a_draft_is_found() {
        let draft = RuleDraft {
            name: Name::both(" ", "x"),
            version: 0,
            amber_points: of("30.001"),
            red_points: of("-1"),
            curve: curve(["5", "4", "10", "20", "30", "40", "50", "60", "70", "80", "101", "90"]),
        };
        use RuleFault::{Amber, End, Falls, Order, Percent, Red, Version};
        assert_eq!(
            Rule::new(draft),
            Err(vec![
                RuleFault::Name,
                Version,
                Amber,
                Red,
                Order,
                Falls { month: 2 },
                Percent { month: 11 },
                Falls { month: 12 },
                End
            ])
        );
    }

    #[test]
    fn a_curve_goes_on_over_the_end_of_the_year() {
        let month = |text| Month::parse(text).unwrap();
        let draft = RuleDraft {
            curve: curve(["0", "0", "10", "15", "20", "40", "45", "50", "70", "80", "90", "100"]),
            ..(*Rule::default()).clone()
        };
        let rule = Rule::new(draft).unwrap();
        // From the end of June 2023 (40) to the end of March 2025 (10): 200 + 10 - 40.
        assert_eq!(rule.way(month("2023-06"), month("2025-03")), Some(Ratio::whole(170)));
        // December to December is a whole year.
        assert_eq!(rule.way(month("2022-12"), month("2023-12")), Some(Ratio::whole(100)));
        assert_eq!(Rule::default().way(month("2022-12"), month("2023-05")), Some(Ratio::whole(5)));
    }

    #[test]
    fn a_name_has_at_most_forty_letters_and_a_threshold_two_decimals() {
        let draft = || (*Rule::default()).clone();
        let named =
            |letters| Rule::new(RuleDraft { name: Name::both("字".repeat(letters), "x"), ..draft() });
        assert!(named(MOST_LETTERS).is_ok());
        assert_eq!(named(MOST_LETTERS + 1), Err(vec![RuleFault::Name]));
        let amber = |text| Rule::new(RuleDraft { amber_points: of(text), ..draft() });
        assert!(amber("9.99").is_ok());
        assert_eq!(amber("9.999"), Err(vec![RuleFault::Amber]));
    }
}
