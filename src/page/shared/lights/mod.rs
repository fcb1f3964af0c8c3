//! How the indicators of a plan stand, as every page shows it: light, latest actual with its month, what is missing to
//! the target. A page judges once and asks for each indicator by its identifier; without records nothing stands.

#[cfg(test)]
mod tests;
#[cfg(feature = "ui")]
pub mod view;

use super::recorded;
use crate::ledger::Ledger;
use crate::plan::{Day, Indicator, Place, PlanIndex, Task};
use crate::standing::board::LightCount;
use crate::standing::{self, Light, Lit, reading};
use crate::text::{Language, Piece, Text};
use std::collections::BTreeMap;

/// The standing of every indicator; empty without records.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Lights(BTreeMap<String, Stands>);

/// How one indicator stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stands {
    pub light: Light,
    pub lit: Lit,
    /// The latest actual and its month.
    pub actual: Option<(String, String)>,
    /// What is missing to the target or is beyond it; where nothing can be judged, why.
    pub gap: String,
    /// Why the light is what it is, in a few words.
    pub reason: String,
}

impl Lights {
    /// The standing of every indicator of a plan with a ledger, data up to a day.
    pub fn new(plan: &PlanIndex, ledger: &Ledger, today: Day, language: Language) -> Self {
        let rule = reading::rule(ledger);
        let one = |place: Place<Indicator>| {
            let indicator = place.item;
            let judged = reading::judged(plan, ledger, indicator, today, &rule);
            let stands = Stands {
                light: judged.light,
                lit: recorded::lit(judged.light, language),
                actual: judged.latest.map(|actual| (actual.value.to_string(), actual.month.to_string())),
                gap: standing::words::gap(&judged, indicator, plan, &rule, language),
                reason: standing::words::reason(&judged, &rule, language),
            };
            (indicator.id.clone(), stands)
        };
        Self(plan.indicators().map(one).collect())
    }

    /// Whether there are no records to judge by.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How an indicator stands; none without records.
    pub fn of(&self, id: &str) -> Option<&Stands> {
        self.0.get(id)
    }

    /// How many indicators of some tasks show which light, worst first; nothing without records.
    pub fn counts<'a>(&self, tasks: impl IntoIterator<Item = &'a Task>) -> Vec<LightCount> {
        let shown = tasks.into_iter().flat_map(|task| &task.indicators);
        count(shown.filter_map(|indicator| self.of(&indicator.id)).map(|one| (one.light, one.lit)))
    }

    /// How many indicators of the plan show which light.
    pub fn all(&self) -> Vec<LightCount> {
        count(self.0.values().map(|one| (one.light, one.lit)))
    }
}

impl Stands {
    /// The standing in a cell of a table, behind the indicator or by itself: light, then what [`Stands::words`] says.
    pub fn pieces(&self, language: Language) -> [Piece; 2] {
        let Lit { light, word } = self.lit;
        [Piece::Light { light, word }, Piece::Note(Text::plain(self.words(language)))]
    }

    /// The latest actual with its month, and the gap, in a line.
    pub fn words(&self, language: Language) -> String {
        let actual = self.actual.as_ref().map(|(value, month)| match language {
            Language::Zh => format!("{value}（{month}）"),
            Language::En => format!("{value} ({month})"),
        });
        let gap = Some(self.gap.clone()).filter(|gap| !gap.is_empty());
        let said: Vec<String> = actual.into_iter().chain(gap).collect();
        said.join(language.pick("，", ", "))
    }
}

/// How many show which light, worst first; a light that none shows is left out.
pub fn count(shown: impl IntoIterator<Item = (Light, Lit)>) -> Vec<LightCount> {
    let mut counts: BTreeMap<usize, LightCount> = BTreeMap::new();
    for (light, lit) in shown {
        let place = Light::ALL.iter().position(|one| *one == light).unwrap_or(Light::ALL.len());
        counts.entry(place).or_insert(LightCount { lit, count: 0 }).count += 1;
    }
    counts.into_values().collect()
}
