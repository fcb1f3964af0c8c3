//! What of a rule cannot be computed with. A rule from another device meets the same questions as one that is typed here.

use crate::ledger::Id;
use crate::ledger::kinds::{AssessmentRule, ItemRole, Scoring, TieBreak};
use crate::plan::{PlanIndex, Quantity};
use crate::standing::Ratio;
use std::collections::BTreeSet;

/// What is wrong with a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleFault {
    /// Nothing is assessed, or nothing of it has a weight.
    NoWeight,
    /// The item of this row, counted from 0, stands in an earlier row too.
    Twice(usize),
    /// The plan has no such indicator.
    UnknownItem(usize),
    /// The weight of this row is below 0.
    NegativeWeight(usize),
    /// The cap of this row is below 0.
    NegativeCap(usize),
    /// The least has no fewer marks than the most, or a step is not above 0.
    Scoring,
    /// A class names a district that the plan does not have.
    UnknownDistrict(Id),
    /// A district stands in two classes.
    TwoClasses(Id),
    /// What decides between equal scores is no item of the rule.
    TieItem(Id),
}

/// Everything that is wrong with a rule, in the order of its parts; empty for a sound one.
pub fn faults(plan: &PlanIndex, rule: &AssessmentRule) -> Vec<RuleFault> {
    let mut found = Vec::new();
    let (mut items, mut placed) = (BTreeSet::new(), BTreeSet::new());
    for (row, item) in rule.items.iter().enumerate() {
        let is_known = plan.indicator(&item.item).is_some();
        let wrong = [
            (!items.insert(&item.item)).then_some(RuleFault::Twice(row)),
            (!is_known).then_some(RuleFault::UnknownItem(row)),
            (item.weight < Quantity::ZERO).then_some(RuleFault::NegativeWeight(row)),
            item.cap.is_some_and(|cap| cap < Quantity::ZERO).then_some(RuleFault::NegativeCap(row)),
        ];
        found.extend(wrong.into_iter().flatten());
    }
    if weights(rule).is_none_or(|sum| sum <= Ratio::ZERO) && found.is_empty() {
        found.push(RuleFault::NoWeight);
    }
    let is_sound = match rule.scoring {
        Scoring::Proportion => true,
        Scoring::MinMax { low, high } => low < high,
        Scoring::AroundAverage { step, points } => Quantity::ZERO < step && Quantity::ZERO <= points,
    };
    found.extend((!is_sound).then_some(RuleFault::Scoring));
    for district in rule.classes.iter().flat_map(|class| &class.districts) {
        if !plan.districts.iter().any(|id| **id == **district) {
            found.push(RuleFault::UnknownDistrict(district.clone()));
        } else if !placed.insert(district) {
            found.push(RuleFault::TwoClasses(district.clone()));
        }
    }
    if let TieBreak::By(item) = &rule.ties
        && !items.contains(item)
    {
        found.push(RuleFault::TieItem(item.clone()));
    }
    found
}

/// The sum of the weights that make the score, without bonus and penalty; `None` where it does not fit.
pub fn weights(rule: &AssessmentRule) -> Option<Ratio> {
    let weighted = rule.items.iter().filter(|item| item.role == ItemRole::Weighted);
    weighted.map(|item| Ratio::from(item.weight)).try_fold(Ratio::ZERO, Ratio::plus)
}
