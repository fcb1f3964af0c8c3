//! Random courses of figures, the same ones in every run.

use planboard::plan::{Basis, Comparator, Day, Frequency, Indicator, Month, Name, PlanIndex, Quantity, Year};
use planboard::standing::{Actual, AdjustedTarget, Baseline, Curve, Rule, RuleDraft, SetTarget};

/// SplitMix64 (Steele, Lea and Flood, 2014): a few lines, no dependency, good enough to vary cases.
pub struct Chance(pub u64);

/// One random situation of an indicator.
pub struct Situation<'a> {
    pub indicator: &'a Indicator,
    pub decided_basis: Option<Basis>,
    pub baseline: Option<Baseline>,
    pub actuals: Vec<Actual>,
    pub set_targets: Vec<SetTarget>,
    pub as_of: Day,
    pub rule: Rule,
    pub adjusted: Vec<AdjustedTarget>,
}

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From the first to the last number, both included.
    pub fn between(&mut self, first: i64, last: i64) -> i64 {
        first + (self.next() % (last - first + 1) as u64) as i64
    }

    pub fn one_in(&mut self, many: i64) -> bool {
        self.between(1, many) == 1
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.between(0, from.len() as i64 - 1) as usize]
    }
}

pub fn situation<'a>(plan: &'a PlanIndex, chance: &mut Chance) -> Situation<'a> {
    let indicators: Vec<&Indicator> = plan.indicators().map(|place| place.item).collect();
    let indicator = chance.pick(&indicators);
    let as_of = day(plan, chance);
    let decided = [Basis::Stock, Basis::YearlyFlow, Basis::RunningTotal, Basis::Level];
    let decided_basis = (!chance.one_in(3)).then(|| chance.pick(&decided));
    Situation {
        indicator,
        decided_basis,
        baseline: baseline(plan, indicator, chance),
        actuals: actuals(plan, indicator, as_of, chance),
        set_targets: set_targets(plan, indicator, chance),
        as_of,
        rule: rule(chance),
        adjusted: adjusted(plan, indicator, chance),
    }
}

/// Now and then one of the plan's years gets another target, or none, from a day on.
fn adjusted(plan: &PlanIndex, indicator: &Indicator, chance: &mut Chance) -> Vec<AdjustedTarget> {
    if !chance.one_in(4) {
        return Vec::new();
    }
    let year = chance.pick(&indicator.targets.iter().map(|target| target.year).collect::<Vec<_>>());
    let aim = (figure(indicator, 70, chance), chance.pick(&Comparator::ALL));
    vec![AdjustedTarget { year, from: day(plan, chance), aim: (!chance.one_in(5)).then_some(aim) }]
}

/// From half a year before the first report to half a year after the plan.
fn day(plan: &PlanIndex, chance: &mut Chance) -> Day {
    let first = plan.cycle.first_month.plus(-6);
    let last = Month::new(plan.period.to, 12).unwrap().plus(6);
    let month = first.plus(chance.between(0, i64::from(last.since(first))) as i32);
    month.day(chance.between(1, 28) as u32).unwrap()
}

/// A figure between no and one and a half times the last target, with up to two decimals.
fn figure(indicator: &Indicator, percent: i64, chance: &mut Chance) -> Quantity {
    let target = indicator.targets.last().unwrap().value.millionths() * i128::from(percent) / 100;
    let decimals = chance.between(0, 2) as u8;
    Quantity::of_digits((target / 10_i128.pow(6 - u32::from(decimals))) as i64, decimals).unwrap()
}

fn baseline(plan: &PlanIndex, indicator: &Indicator, chance: &mut Chance) -> Option<Baseline> {
    if chance.one_in(5) {
        return None;
    }
    let year = Year(plan.period.from.0 - 1);
    let percent = chance.pick(&[0, 40, 60, 80, 90, 100, 140, 200]);
    let value = figure(indicator, percent, chance);
    if chance.one_in(4) {
        let month = Month::new(plan.period.from, chance.between(1, 9) as u8)?;
        return Some(Baseline { month, value });
    }
    Baseline::of_year(year, value)
}

/// A walk towards the target, or away from it, with months left out.
fn actuals(plan: &PlanIndex, indicator: &Indicator, as_of: Day, chance: &mut Chance) -> Vec<Actual> {
    if chance.one_in(15) {
        return Vec::new();
    }
    let first = Month::new(plan.period.from, 1).unwrap();
    let pace = chance.between(-1, 6);
    let mut percent = chance.pick(&[0, 10, 40, 80, 100, 120]);
    let mut actuals = Vec::new();
    for month in (0..=as_of.month().since(first).max(0)).map(|months| first.plus(months)) {
        percent += if chance.one_in(3) { 0 } else { pace + chance.between(-1, 1) };
        let every = match indicator.frequency {
            Frequency::Monthly => 1,
            Frequency::Quarterly => 3,
            Frequency::Yearly => chance.pick(&[6, 12, 12]),
        };
        if month.number() % every == 0 && !chance.one_in(8) {
            actuals.push(Actual { month, value: figure(indicator, percent.max(0), chance) });
        }
    }
    actuals
}

fn set_targets(plan: &PlanIndex, indicator: &Indicator, chance: &mut Chance) -> Vec<SetTarget> {
    if !chance.one_in(4) {
        return Vec::new();
    }
    let year = Year(plan.period.from.0 + 1);
    let comparator = chance.pick(&Comparator::ALL);
    vec![SetTarget { year, value: figure(indicator, 90, chance), comparator }]
}

fn rule(chance: &mut Chance) -> Rule {
    if chance.one_in(2) {
        return Rule::default();
    }
    let amber = chance.between(0, 2000);
    let points = |hundredths: i64| Quantity::of_digits(hundredths, 2).unwrap();
    let mut percents: Vec<i64> = (1..12).map(|_| chance.between(0, 10_000)).chain([10_000]).collect();
    percents.sort_unstable();
    let curve = Curve::ByMonth(std::array::from_fn(|month| points(percents[month])));
    Rule::new(RuleDraft {
        name: Name::both("本局；落后 3 点：规则", "Ours; 3 points behind: rule"),
        version: chance.between(1, 9) as u32,
        amber_points: points(amber),
        red_points: points(amber + chance.between(0, 3000)),
        curve: if chance.one_in(2) { curve } else { Curve::Linear },
    })
    .unwrap()
}
