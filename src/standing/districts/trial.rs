//! A what-if: other weights, other figures. It lives in an address and is never stored.

use super::figures::{Figure, inputs};
use super::rule::{faults, weights};
use super::{Assessment, Inputs, Refused, assessed, score};
use crate::ledger::kinds::AssessmentRule;
use crate::ledger::{Id, Ledger};
use crate::plan::{Day, PlanIndex, Quantity};

/// What is put in the place of what is on record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// Other weights, by the place of the item in the rule.
    pub weights: Vec<(usize, Quantity)>,
    /// Another figure of a district, by the place of the item in the rule.
    pub figures: Vec<(Id, usize, Quantity)>,
}

impl Trial {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty() && self.figures.is_empty()
    }

    /// The rule with its weights.
    pub fn rule(&self, rule: &AssessmentRule) -> AssessmentRule {
        let mut rule = rule.clone();
        for (at, weight) in &self.weights {
            if let Some(item) = rule.items.get_mut(*at) {
                item.weight = *weight;
            }
        }
        rule
    }

    /// The figures with its own.
    pub fn inputs(&self, mut inputs: Inputs) -> Inputs {
        for (district, at, value) in &self.figures {
            let row = inputs.rows.iter_mut().find(|(id, _)| id == district);
            if let Some(input) = row.and_then(|(_, row)| row.get_mut(*at)) {
                input.figure = Figure::Tried(*value);
            }
        }
        inputs
    }
}

/// What the districts would come to.
///
/// # Errors
/// As [`super::assess`].
pub fn tried(
    plan: &PlanIndex,
    ledger: &Ledger,
    rule: &AssessmentRule,
    day: Day,
    trial: &Trial,
) -> Result<Assessment, Refused> {
    let rule = &trial.rule(rule);
    let found = faults(plan, rule);
    if !found.is_empty() {
        return Err(Refused::Rule(found));
    }
    let of = score::scale(rule, weights(rule).ok_or(Refused::TooLarge)?);
    assessed(rule, &trial.inputs(inputs(plan, ledger, rule, day)), of).ok_or(Refused::TooLarge)
}
