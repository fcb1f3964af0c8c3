//! The table, as data.

use super::words;
use crate::ledger::Ledger;
use crate::page::plan::indicator::acts::{Act, Choice, offers};
use crate::page::shared::names;
use crate::plan::{Basis, Indicator, Month, PlanIndex};
use crate::standing::reading;
use crate::text::{Language, Link, Text};

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub heading: String,
    pub lines: Vec<Line>,
    /// The month that most baselines are of: the last before the plan's period.
    pub month: String,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub id: String,
    pub name: Link,
    pub unit: Text,
    /// How it is read now.
    pub basis: &'static str,
    /// What can be decided, where the plan leaves it open.
    pub bases: Vec<Choice>,
    /// It is open still.
    pub wants_basis: bool,
    /// A baseline makes sense, or may once the basis is decided.
    pub takes_baseline: bool,
    /// Nothing is judged before.
    pub wants_baseline: bool,
    /// What is recorded.
    pub baseline: Option<String>,
}

/// The table of what a ledger knows.
pub fn model(plan: &PlanIndex, ledger: &Ledger, language: Language) -> Table {
    let lines: Vec<Line> = plan.indicators().map(|place| line(plan, ledger, place.item, language)).collect();
    let count = |is: fn(&Line) -> bool| lines.iter().filter(|line| is(line)).count();
    let heading = words::heading(language, count(|one| one.wants_baseline), count(|one| one.wants_basis));
    let month = Month::new(plan.period.from, 12).map(|month| month.plus(-12).to_string()).unwrap_or_default();
    Table { heading, lines, month }
}

fn line(plan: &PlanIndex, ledger: &Ledger, indicator: &Indicator, language: Language) -> Line {
    let id = indicator.id.as_str();
    let offers = offers(plan, ledger, id, language);
    let offer = |act: Act| offers.iter().find(|offer| offer.act == act);
    let (basis_offer, baseline_offer) = (offer(Act::Basis), offer(Act::Baseline));
    let basis = reading::basis(ledger, indicator);
    Line {
        id: id.to_owned(),
        name: names::indicator(plan, indicator, language),
        unit: plan.say(&indicator.unit, language),
        basis: basis.words(language),
        bases: basis_offer.map(|offer| offer.choices.clone()).unwrap_or_default(),
        wants_basis: basis_offer.is_some_and(|offer| offer.is_wanted),
        takes_baseline: baseline_offer.is_some() || basis == Basis::Unstated,
        wants_baseline: baseline_offer.is_some_and(|offer| offer.is_wanted),
        baseline: ledger.baseline(id).map(|(at, value)| words::recorded(language, at, &value.to_string())),
    }
}
