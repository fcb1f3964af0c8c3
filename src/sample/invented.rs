//! Invented figures: one believable course for each indicator, from nothing but its targets, basis and frequency.

use super::chance::Chance;
use crate::plan::{
    Basis, Comparator, Day, DistrictRule, Frequency, Indicator, Month, PlanIndex, Quantity, Year,
};
use crate::standing::duty;
use std::collections::BTreeMap;

/// What is made up for an indicator.
pub struct Invented<'a> {
    pub indicator: &'a Indicator,
    /// The basis by which figures are made up; a decision where the plan states none.
    pub basis: Basis,
    pub tempo: Tempo,
    /// What stocks start from, at the end of the year before the plan.
    pub baseline: Quantity,
    /// The city's figure for every month in which one is due.
    pub values: BTreeMap<Month, Quantity>,
    /// Months in which the figure is not out yet.
    pub unpublished: Vec<Month>,
}

/// How an indicator fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tempo {
    Steady,
    /// Met before its time.
    Ahead,
    Slow,
    /// Clearly behind.
    Behind,
    /// On its way, but for half a year no figure is published.
    Silent,
}

/// In this order, so that a plan with few indicators shows the most.
const TEMPOS: [Tempo; 7] =
    [Tempo::Behind, Tempo::Ahead, Tempo::Silent, Tempo::Slow, Tempo::Steady, Tempo::Steady, Tempo::Ahead];

/// What 100 % is, in a thousandth.
const WHOLE: i128 = 1000;

pub fn invented<'a>(plan: &'a PlanIndex, chance: Chance, periods: &[(Month, Day, Day)]) -> Vec<Invented<'a>> {
    let (mut ways, mut levels) = (TEMPOS.iter().cycle(), [Tempo::Steady, Tempo::Behind].iter().cycle());
    let make = |indicator: &'a Indicator| {
        let basis = basis(indicator, chance);
        let next = if basis == Basis::Level { levels.next() } else { ways.next() };
        let tempo = next.copied().unwrap_or(Tempo::Steady);
        let line = Line { plan, chance, indicator, basis, tempo };
        Invented {
            indicator,
            basis,
            tempo,
            baseline: line.quantity(line.start()),
            values: line.values(periods.iter().map(|(month, ..)| *month)),
            unpublished: unpublished(tempo, periods),
        }
    };
    plan.indicators().map(|place| place.item).map(make).collect()
}

/// Two fifths into the plan, for six months.
fn unpublished(tempo: Tempo, periods: &[(Month, Day, Day)]) -> Vec<Month> {
    let months = periods.iter().map(|(month, ..)| *month).skip(periods.len() * 2 / 5).take(6);
    if tempo == Tempo::Silent { months.collect() } else { vec![] }
}

fn basis(indicator: &Indicator, chance: Chance) -> Basis {
    match indicator.basis {
        Basis::Unstated if indicator.districts == DistrictRule::Ratio => Basis::Level,
        Basis::Unstated if indicator.frequency == Frequency::Yearly => Basis::YearlyFlow,
        Basis::Unstated if chance.lot(&indicator.id, 0, 2) == 0 => Basis::RunningTotal,
        Basis::Unstated => Basis::YearlyFlow,
        stated => stated,
    }
}

/// The course of one indicator, in millionths of its unit.
struct Line<'a> {
    plan: &'a PlanIndex,
    chance: Chance,
    indicator: &'a Indicator,
    basis: Basis,
    tempo: Tempo,
}

impl Line<'_> {
    fn values(&self, months: impl Iterator<Item = Month>) -> BTreeMap<Month, Quantity> {
        let mut values: BTreeMap<Month, Quantity> = BTreeMap::new();
        for month in months.filter(|month| duty::is_due(self.indicator.frequency, *month)) {
            let value = self.quantity(self.value(month));
            // A count that grows does not fall because of a rounded lot.
            let before = values.values().next_back().copied();
            let keeps = self.grows() && !self.starts_again(month);
            let value = before.filter(|before| keeps && *before > value).unwrap_or(value);
            values.insert(month, value);
        }
        values
    }

    fn value(&self, month: Month) -> i128 {
        let lot = |many| i128::from(self.chance.lot(&self.indicator.id, month_number(month), many));
        match self.basis {
            Basis::Level => {
                let aim = self.aim(month.year());
                let margin = aim.abs() * (20 + lot(25)) / WHOLE;
                let is_better = self.tempo != Tempo::Behind || lot(4) == 0;
                if is_better == self.is_limit() { aim - margin } else { aim + margin }
            }
            Basis::YearlyFlow => {
                let share = i128::from(month.number()) * WHOLE / 12;
                let aim = self.aim(month.year());
                self.paced(aim * share / WHOLE, aim, lot(40))
            }
            Basis::Stock | Basis::RunningTotal | Basis::Unstated => {
                let start = self.start();
                let way = self.straight(month) - start;
                start + self.paced(way, self.aim(month.year()) - start, lot(40))
            }
        }
    }

    /// How much of the way there is done of what would be expected.
    fn paced(&self, expected: i128, whole: i128, lot: i128) -> i128 {
        let allowance = self.is_limit() && self.basis != Basis::Stock;
        let of = |share: i128| expected * share / WHOLE;
        match (self.tempo, allowance) {
            (Tempo::Behind, true) => of(1250 + lot),
            (_, true) => of(780 + lot),
            (Tempo::Behind, false) => of(500 + lot),
            (Tempo::Slow, false) => of(820 + lot),
            (Tempo::Steady | Tempo::Silent, false) => of(1010 + lot),
            (Tempo::Ahead, false) => {
                let (far, most) = (of(1500 + lot), whole * (1030 + lot) / WHOLE);
                if far.abs() < most.abs() { far } else { most }
            }
        }
    }

    /// Along the straight line from target to target.
    fn straight(&self, month: Month) -> i128 {
        let mut from = (self.before(), self.start());
        for target in &self.indicator.targets {
            let Some(end) = Month::new(target.year, 12) else { continue };
            let value = target.value.millionths();
            if month <= end {
                let (way, past) = (end.since(from.0).max(1), month.since(from.0));
                return from.1 + (value - from.1) * i128::from(past) / i128::from(way);
            }
            from = (end, value);
        }
        from.1
    }

    /// The target of a year, or the next, or the last; a hundred where there is none at all.
    fn aim(&self, year: Year) -> i128 {
        let targets = &self.indicator.targets;
        let target = targets.iter().find(|target| target.year >= year).or(targets.last());
        target.map_or(100_000_000, |target| target.value.millionths())
    }

    /// A stock starts at four fifths of its first target, beyond it where less is better; the rest at nothing.
    fn start(&self) -> i128 {
        let aim = self.aim(self.plan.period.from);
        match self.basis {
            Basis::Stock if self.is_limit() => aim * 5 / 4,
            Basis::Stock => aim * 4 / 5,
            _ => 0,
        }
    }

    fn before(&self) -> Month {
        Month::new(self.plan.period.from, 1).map_or(self.plan.cycle.first_month, |month| month.plus(-1))
    }

    fn grows(&self) -> bool {
        self.basis != Basis::Level && self.aim(self.plan.period.to) >= self.start()
    }

    fn starts_again(&self, month: Month) -> bool {
        self.basis == Basis::YearlyFlow && u32::from(month.number()) <= self.indicator.frequency.months()
    }

    fn is_limit(&self) -> bool {
        let comparator = self.indicator.targets.first().map(|target| target.comparator);
        matches!(comparator, Some(Comparator::AtMost | Comparator::LessThan))
    }

    /// Rounded to as many decimals as the targets have.
    fn quantity(&self, millionths: i128) -> Quantity {
        let decimals = self.indicator.targets.iter().map(|target| target.value.decimals()).max().unwrap_or(0);
        let step = 10_i128.pow(6 - u32::from(decimals.min(6)));
        let digits = (millionths + step / 2).div_euclid(step);
        let digits = i64::try_from(digits).ok().and_then(|digits| Quantity::of_digits(digits, decimals));
        digits.unwrap_or(Quantity::ZERO)
    }
}

fn month_number(month: Month) -> usize {
    usize::from(month.year().0) * 12 + usize::from(month.number())
}
