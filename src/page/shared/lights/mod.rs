//! How the indicators of a plan stand, as every page shows it: light, latest actual with its month, what is missing to
//! the target. A page judges once and asks for each indicator by its identifier; without records nothing stands.

#[cfg(test)]
mod tests;
#[cfg(feature = "ui")]
pub mod view;

use super::recorded;
use crate::ledger::Ledger;
use crate::plan::{Day, Indicator, Place, PlanIndex, Task, Year};
use crate::standing::board::LightCount;
use crate::standing::reading::{self, OfTarget};
use crate::standing::{self, Judgement, Light, Lit, Rule};
use crate::text::{Cell, Language, Piece, Text};
use std::collections::BTreeMap;

/// The standing of every indicator, and how far everything else has come; empty without records.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Lights {
    indicators: BTreeMap<String, Stands>,
    /// Every milestone, and the measures and projects of which a stage was reported.
    things: BTreeMap<String, Lit>,
}

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
            let judged = reading::judged(plan, ledger, place.item, today, &rule);
            (place.item.id.clone(), Stands::new(&judged, place.item, plan, &rule, language))
        };
        let stage = |id: &String| {
            let (_, stage, _) = ledger.stage(id, today.month())?;
            Some((id.clone(), recorded::stage(stage, language)))
        };
        let milestones = plan
            .milestones()
            .map(|place| (place.item.id.clone(), recorded::milestone(ledger, place.item, today, language)));
        let others = plan.measures().map(|place| &place.item.id);
        let others = others.chain(plan.projects.iter().map(|project| &project.id)).filter_map(stage);
        Self { indicators: plan.indicators().map(one).collect(), things: milestones.chain(others).collect() }
    }

    /// Whether there are no records to judge by.
    pub fn is_empty(&self) -> bool {
        self.indicators.is_empty()
    }

    /// How an indicator stands; none without records.
    pub fn of(&self, id: &str) -> Option<&Stands> {
        self.indicators.get(id)
    }

    /// How a milestone stands, or how far a measure or project has come; none where nothing was reported.
    pub fn of_thing(&self, id: &str) -> Option<Lit> {
        self.things.get(id).copied()
    }

    /// How many indicators of some tasks show which light, worst first; nothing without records.
    pub fn counts<'a>(&self, tasks: impl IntoIterator<Item = &'a Task>) -> Vec<LightCount> {
        let shown = tasks.into_iter().flat_map(|task| &task.indicators);
        count(shown.filter_map(|indicator| self.of(&indicator.id)).map(|one| (one.light, one.lit)))
    }

    /// How many indicators of the plan show which light.
    pub fn all(&self) -> Vec<LightCount> {
        count(self.indicators.values().map(|one| (one.light, one.lit)))
    }
}

/// How each target of an indicator stands; none of one that is not judged by yet.
pub fn of_targets(
    plan: &PlanIndex,
    ledger: &Ledger,
    indicator: &Indicator,
    today: Day,
    language: Language,
) -> BTreeMap<Year, Stands> {
    let rule = reading::rule(ledger);
    let one = |(year, of): (Year, OfTarget)| {
        let stands = match of {
            OfTarget::Judged(judged) => Stands::new(&judged, indicator, plan, &rule, language),
            OfTarget::NoFigure => Stands::without_figure(year, language),
            OfTarget::NotYet => return None,
        };
        Some((year, stands))
    };
    reading::targets(plan, ledger, indicator, today, &rule).into_iter().filter_map(one).collect()
}

impl Stands {
    fn new(
        judged: &Judgement,
        indicator: &Indicator,
        plan: &PlanIndex,
        rule: &Rule,
        language: Language,
    ) -> Self {
        Self {
            light: judged.light,
            lit: recorded::lit(judged.light, language),
            actual: judged.latest.map(|actual| (actual.value.to_string(), actual.month.to_string())),
            gap: standing::words::gap(judged, indicator, plan, rule, language),
            reason: standing::words::reason(judged, rule, language),
        }
    }

    /// A year is over and nobody has reported how it ended.
    fn without_figure(year: Year, language: Language) -> Self {
        let says = standing::words::no_figure_of(year, language);
        let lit = recorded::lit(Light::NoData, language);
        Self { light: Light::NoData, lit, actual: None, gap: says.clone(), reason: says }
    }

    /// The standing as two cells of a table: the latest actual with its month; the light with its reason, and the gap
    /// where the reason does not say it.
    pub fn cells(&self) -> [Cell; 2] {
        let figure = self.actual.iter().flat_map(|(value, month)| {
            [Piece::Plain(Text::plain(value.clone())), Piece::Note(Text::plain(month.clone()))]
        });
        let gap = Some(&self.gap).filter(|gap| !self.reason.starts_with(gap.as_str()));
        let said =
            std::iter::once(&self.reason).chain(gap).map(|words| Piece::Note(Text::plain(words.clone())));
        let light = std::iter::once(Piece::from(self.lit)).chain(said);
        [Cell { pieces: figure.collect() }, Cell { pieces: light.collect() }]
    }

    /// The standing in a cell of a table, behind the indicator or by itself: light, then what [`Stands::words`] says.
    pub fn pieces(&self, language: Language) -> [Piece; 2] {
        [Piece::from(self.lit), Piece::Note(Text::plain(self.words(language)))]
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
