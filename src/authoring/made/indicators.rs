//! Indicators with their targets, out of figures that were decided to be targets.

use super::{Making, Problem};
use crate::authoring::choice::{Choice, Doubt, TargetChoice};
use crate::authoring::findings::Figure;
use crate::authoring::ids::Kind;
use crate::authoring::items::{Item, Of};
use crate::authoring::roles::Part;
use crate::authoring::work::MOST_TYPED;
use crate::plan::{Basis, Cycle, DistrictRule, Frequency, Indicator, Name, Quantity, Target, Year, unit};

impl Making<'_> {
    /// The indicators of a task, in the order of the text.
    pub(super) fn indicators(&mut self, task: usize, cycle: &Cycle, has_districts: bool) -> Vec<Indicator> {
        let Some(key) = self.items.get(&Of::Section(task)).map(|item| item.key.clone()) else {
            return vec![];
        };
        let work = self.work;
        let mut indicators: Vec<Indicator> = Vec::new();
        for (at, figure) in work.found.figures.iter().enumerate() {
            let Some((item, Choice::Target(target))) = self.choice(Of::Figure(at)) else { continue };
            if target.task != key {
                continue;
            }
            let Some(value) = Quantity::parse(target.value.trim()) else {
                self.fault(Some(&item.key), Problem::NotAFigure);
                continue;
            };
            let name = target.indicator.trim();
            if name.is_empty() || target.unit.trim().is_empty() {
                self.fault(Some(&item.key), Problem::Unnamed);
                continue;
            }
            if name.chars().count().max(target.unit.chars().count()) > MOST_TYPED {
                self.fault(Some(&item.key), Problem::TooLong);
                continue;
            }
            let is_of = |one: &Indicator| one.name == Name::own(name);
            let place = match indicators.iter().position(is_of) {
                Some(place) => place,
                None => {
                    indicators.push(self.indicator(name, figure, target, cycle, has_districts));
                    indicators.len() - 1
                }
            };
            if let Some(indicator) = indicators.get_mut(place) {
                self.add(indicator, item, figure, target, value);
            }
        }
        indicators
    }

    /// Targets that belong to no heading that is a task are in the way.
    pub(super) fn strays(&mut self) {
        let tasks = (0..self.parts.len()).filter(|at| self.part(*at) == Part::Task);
        let tasks: Vec<&str> =
            tasks.filter_map(|at| self.items.get(&Of::Section(at))).map(|one| one.key.as_str()).collect();
        let all = self.work.items.iter();
        let strays = all.filter(|item| match self.work.choice(item) {
            Choice::Target(target) => !tasks.contains(&target.task.as_str()),
            _ => false,
        });
        for key in strays.map(|item| item.key.clone()).collect::<Vec<_>>() {
            self.fault(Some(&key), Problem::NoTask);
        }
    }

    fn indicator(
        &mut self,
        name: &str,
        figure: &Figure,
        target: &TargetChoice,
        cycle: &Cycle,
        has_districts: bool,
    ) -> Indicator {
        let is_rate = unit::is_rate(&target.unit);
        Indicator {
            id: self.ids.give(Kind::Indicator, name),
            name: Name::own(name),
            definition: Name::own(self.raw(figure.as_written)),
            basis: target.basis,
            unit: Name::own(target.unit.trim()),
            frequency: frequency(cycle),
            districts: match (has_districts, is_rate) {
                (false, _) => DistrictRule::None,
                (true, true) => DistrictRule::Ratio,
                (true, false) => DistrictRule::Sum,
            },
            targets: Vec::new(),
            aliases: Vec::new(),
            related: Vec::new(),
            reading: None,
        }
    }

    fn add(
        &mut self,
        indicator: &mut Indicator,
        item: &Item,
        figure: &Figure,
        target: &TargetChoice,
        value: Quantity,
    ) {
        let name = target.indicator.trim().to_owned();
        if indicator.unit != Name::own(target.unit.trim()) {
            self.fault(Some(&item.key), Problem::Units { indicator: name.clone() });
        }
        // 累计 beside one of the figures is said of all of them.
        if target.basis == Basis::RunningTotal {
            indicator.basis = Basis::RunningTotal;
        }
        for doubt in &item.doubts {
            if let Doubt::SpeltOtherwise(other) = doubt
                && *other != name
                && !indicator.aliases.contains(other)
            {
                indicator.aliases.push(other.clone());
            }
        }
        // A plan covers few years; a span that is longer is a slip, and the rules say of its years that they lie outside.
        for year in (target.from..=target.to).take(crate::plan::rules::most::YEARS.into()) {
            if indicator.targets.iter().any(|one| one.year == Year(year)) {
                self.fault(Some(&item.key), Problem::YearTwice { indicator: name.clone(), year });
                continue;
            }
            indicator.targets.push(Target {
                year: Year(year),
                value,
                comparator: target.comparator,
                modality: target.modality,
                section: self.path(figure.place.section),
                as_written: self.raw(figure.as_written),
            });
        }
        indicator.targets.sort_by_key(|one| one.year);
    }
}

/// As often as the plan's shortest round: the text says it of none by itself.
fn frequency(cycle: &Cycle) -> Frequency {
    match cycle.rounds.iter().map(|round| round.months).min() {
        Some(1) | None => Frequency::Monthly,
        Some(3) => Frequency::Quarterly,
        Some(_) => Frequency::Yearly,
    }
}
