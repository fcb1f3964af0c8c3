//! What the ledger says of the indicators that [`crate::chart::way`] draws.

use crate::chart::Chart;
use crate::chart::way::Records;
use crate::ledger::Ledger;
use crate::plan::{Day, Indicator, PlanIndex};
use crate::standing::{Bases, SetTarget, reading};
use crate::text::Language;

/// [`crate::chart::way::chart`]: a part of the program of its own, for it is as large as the list.
pub type WayChart = fn(&PlanIndex, &[String], bool, Option<&Records>, Language) -> Chart;

/// How every indicator of the plan stands on a day.
pub fn records(plan: &PlanIndex, ledger: &Ledger, today: Day) -> Records {
    let rule = reading::rule(ledger);
    let each = || plan.indicators().map(|place| place.item);
    let judged = |one: &Indicator| (one.id.clone(), reading::judged(plan, ledger, one, today, &rule));
    Records {
        judgements: each().map(judged).collect(),
        set_targets: each().map(|one| (one.id.clone(), set(ledger, one))).collect(),
        bases: Bases::new(plan, ledger),
        as_of: today,
        rule,
    }
}

/// What the bureau set for years that the plan leaves open.
fn set(ledger: &Ledger, indicator: &Indicator) -> Vec<SetTarget> {
    let is_open = |set: &SetTarget| indicator.target(set.year).is_none();
    reading::set_targets(ledger, indicator).into_iter().filter(is_open).collect()
}
