//! In which order the indicators of a selection stand.

use crate::plan::{Indicator, Place, PlanIndex, Quantity};
use crate::route::{IndicatorsView, Sort};
use crate::standing::Bases;
use crate::text::Language;
use crate::text::order::Order;
use std::cmp::Ordering;

/// What the selection's filters leave, in the selection's order.
pub fn sorted<'a>(
    plan: &'a PlanIndex,
    view: &IndicatorsView,
    bases: &Bases,
    language: Language,
) -> Vec<Place<'a, Indicator>> {
    let mut left = view.selected(plan, bases);
    let name = |place: &Place<Indicator>| plan.say(&place.item.name, language).words;
    match view.sort {
        Sort::Plan => {}
        Sort::Name => Order::new().sort(&mut left, name),
        Sort::Step => left.sort_by(|one, other| by_step(one.item, other.item)),
        Sort::Basis => left.sort_by_key(|place| bases.of(place.item)),
    }
    left
}

/// The way from the first target to the last. None where there is only one target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    pub difference: Quantity,
    /// The difference in proportion to the first target; none where that is zero.
    pub proportion: Option<f64>,
}

pub fn step(indicator: &Indicator) -> Option<Step> {
    let first = indicator.targets.iter().min_by_key(|target| target.year)?;
    let last = indicator.targets.iter().max_by_key(|target| target.year)?;
    if first.year == last.year {
        return None;
    }
    let difference = last.value.minus(first.value);
    let base = first.value.approximate();
    let proportion = (base != 0.0).then(|| difference.approximate() / base.abs());
    Some(Step { difference, proportion })
}

/// Longest way first; what has no proportion stands at the end.
fn by_step(one: &Indicator, other: &Indicator) -> Ordering {
    let proportion = |indicator| step(indicator).and_then(|step| step.proportion);
    match (proportion(one), proportion(other)) {
        (Some(one), Some(other)) => other.total_cmp(&one),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}
