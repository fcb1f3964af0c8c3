//! Which indicators a selection leaves, and in which order.

use crate::plan::{Indicator, Place, PlanIndex, Quantity, Target, Task};
use crate::route::{IndicatorsView, Sort};
use crate::standing::Bases;
use crate::text::Language;
use crate::text::order::Order;
use std::cmp::Ordering;

/// What the selection's filters leave, in the order of the plan.
pub fn selected<'a>(plan: &'a PlanIndex, view: &IndicatorsView, bases: &Bases) -> Vec<Place<'a, Indicator>> {
    plan.indicators().filter(|place| is_selected(plan, place, view, bases)).collect()
}

/// What the selection's filters leave, in the selection's order.
pub fn sorted<'a>(
    plan: &'a PlanIndex,
    view: &IndicatorsView,
    bases: &Bases,
    language: Language,
) -> Vec<Place<'a, Indicator>> {
    let mut left = selected(plan, view, bases);
    let name = |place: &Place<Indicator>| plan.say(&place.item.name, language).words;
    match view.sort {
        Sort::Plan => {}
        Sort::Name => Order::new().sort(&mut left, name),
        Sort::Step => left.sort_by(|one, other| by_step(one.item, other.item)),
        Sort::Basis => left.sort_by_key(|place| bases.of(place.item)),
    }
    left
}

/// Whether the filters leave the indicator. Year, comparator and modality must hold for one and the same
/// target: "≥ in 2023" is not met by a bare number in 2023 and a ≥ in 2025.
pub fn is_selected(plan: &PlanIndex, place: &Place<Indicator>, view: &IndicatorsView, bases: &Bases) -> bool {
    let of_target = |target: &Target| {
        view.year.is_none_or(|year| target.year == year)
            && view.comparator.is_none_or(|comparator| target.comparator == comparator)
            && view.modality.is_none_or(|modality| target.modality == modality)
    };
    view.area.as_ref().is_none_or(|area| place.area.id == *area)
        && view.organisation.as_ref().is_none_or(|id| answers_for(plan, place.task, id))
        && view.basis.is_none_or(|basis| bases.of(place.item) == basis)
        && place.item.targets.iter().any(of_target)
}

/// Whether the organisation leads or is responsible, by its own name or as a member of a group.
pub fn answers_for(plan: &PlanIndex, task: &Task, organisation: &str) -> bool {
    task.lead.iter().chain(&task.responsible).any(|id| {
        id == organisation
            || plan
                .organisation(id)
                .is_some_and(|group| group.members.iter().any(|member| member == organisation))
    })
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
