//! The basis by which each indicator is read: the plan's, else what the bureau decided. Whatever shows a basis, or
//! chooses by one, asks here; a stated basis is never overridden.

use crate::ledger::{Found, Ledger, Said, Slot};
use crate::plan::{Basis, Indicator, PlanIndex};
use crate::text::Language;
use std::collections::BTreeMap;

/// What the bureau decided, by the indicator; empty without records, and then the plan's word stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bases(BTreeMap<String, Basis>);

impl Bases {
    /// The decisions of a ledger.
    pub fn new(plan: &PlanIndex, ledger: &Ledger) -> Self {
        let decided = |one: &Indicator| Some((one.id.clone(), decision(ledger, one)?.0));
        Self(plan.indicators().filter_map(|place| decided(place.item)).collect())
    }

    /// The basis that an indicator is read by.
    pub fn of(&self, indicator: &Indicator) -> Basis {
        self.0.get(&indicator.id).copied().unwrap_or(indicator.basis)
    }

    /// Whether the basis is a decision of the bureau, where the plan states none.
    pub fn is_decided(&self, indicator: &Indicator) -> bool {
        self.0.contains_key(&indicator.id)
    }

    /// The basis in words; a decided one says that it is not the plan's.
    pub fn words(&self, indicator: &Indicator, language: Language) -> String {
        words(self.of(indicator), self.is_decided(indicator), language)
    }
}

/// The basis that an indicator is read by.
pub fn basis(ledger: &Ledger, indicator: &Indicator) -> Basis {
    decision(ledger, indicator).map_or(indicator.basis, |(basis, _)| basis)
}

/// What the bureau decided, and the entry that says so; none where the plan states the basis.
pub fn decision<'a>(ledger: &'a Ledger, indicator: &Indicator) -> Option<(Basis, Found<'a>)> {
    if indicator.basis != Basis::Unstated {
        return None;
    }
    let found = ledger.at(&Slot::Basis { indicator: indicator.id.as_str().into() })?;
    match &found.entry.said {
        Said::BasisDecision { basis, .. } if *basis != Basis::Unstated => Some((*basis, found)),
        _ => None,
    }
}

/// A basis and whether the bureau decided it.
fn words(basis: Basis, is_decided: bool, language: Language) -> String {
    let decided = if is_decided { language.pick("（认定）", " (decided)") } else { "" };
    [basis.words(language), decided].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::BatchId;
    use crate::ledger::samples::{batch, entry};

    fn decided(indicator: &str, basis: Basis) -> Ledger {
        let said =
            Said::BasisDecision { indicator: indicator.into(), basis, reason: "按统计口径".into() };
        Ledger::new([batch(BatchId { writer: 1, sequence: 0 }, 1_724_000_000, 8, [entry(said)])])
    }

    #[test]
    fn a_decision_counts_where_the_plan_is_silent_and_nowhere_else() {
        let plan = crate::plan::read::from_json(include_str!("../../public/plan.json")).expect("the plan");
        for place in plan.indicators() {
            let ledger = decided(&place.item.id, Basis::Level);
            let bases = Bases::new(&plan, &ledger);
            let is_open = place.item.basis == Basis::Unstated;
            let expected = if is_open { Basis::Level } else { place.item.basis };
            assert_eq!((bases.of(place.item), basis(&ledger, place.item)), (expected, expected));
            assert_eq!(bases.is_decided(place.item), is_open);
            assert_eq!(bases.words(place.item, Language::Zh).ends_with("（认定）"), is_open);
            assert_eq!(Bases::default().of(place.item), place.item.basis);
        }
    }
}
