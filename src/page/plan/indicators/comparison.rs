//! Which indicators stand on the one normalised axis of [`crate::chart::comparison`]. They can be ticked; the
//! ticks stand in the address.

use super::standings::Standings;
use crate::page::shared::lights::Stands;
use crate::plan::{Indicator, Place, PlanIndex};
use crate::route::{IndicatorsView, Route};
use crate::text::{Language, Text};

/// What is compared, and what could be.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub choices: Vec<CompareChoice>,
    /// The selection with nothing ticked, when something is.
    pub untick: Option<IndicatorsView>,
    /// Identifiers of what is compared, in the order shown. Empty: the filters leave none of what was ticked.
    pub compared: Vec<String>,
}

/// A tick box.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareChoice {
    pub name: Text,
    /// How it stands; none without records.
    pub stands: Option<Stands>,
    pub is_chosen: bool,
    /// The selection after the box was used; none when an address cannot hold one more.
    pub then: Option<IndicatorsView>,
}

/// Compares what is ticked of what the filters left; with nothing ticked, all of it.
pub fn comparison(
    plan: &PlanIndex,
    left: &[Place<Indicator>],
    view: &IndicatorsView,
    standings: &Standings,
    language: Language,
) -> Comparison {
    let is_ticked = |id: &String| view.compare.contains(id);
    let ids = left.iter().map(|place| &place.item.id);
    let choices = left.iter().map(|place| CompareChoice {
        name: plan.say(&place.item.name, language),
        stands: standings.of(&place.item.id).cloned(),
        is_chosen: is_ticked(&place.item.id),
        then: toggled(plan, view, &place.item.id),
    });
    Comparison {
        choices: choices.collect(),
        untick: (!view.compare.is_empty()).then(|| IndicatorsView { compare: Vec::new(), ..view.clone() }),
        compared: ids.filter(|id| view.compare.is_empty() || is_ticked(id)).cloned().collect(),
    }
}

/// Identifiers that are ticked and that the plan does not have.
pub fn unknown(plan: &PlanIndex, view: &IndicatorsView) -> Vec<String> {
    view.compare.iter().filter(|id| plan.indicator(id).is_none()).cloned().collect()
}

/// The ticks stand in the plan's order, so that one choice has one address.
fn toggled(plan: &PlanIndex, view: &IndicatorsView, id: &str) -> Option<IndicatorsView> {
    let compare = plan
        .indicators()
        .map(|place| &place.item.id)
        .filter(|one| view.compare.contains(one) != (one.as_str() == id))
        .cloned();
    let then = IndicatorsView { compare: compare.collect(), ..view.clone() };
    let route = Route::Indicators(then.clone());
    (Route::parse(&route.address()) == route).then_some(then)
}
