//! What is known of an indicator, as exact shares of its last target.

use super::{FAR, Lead, Point, Records, Way};
use crate::chart::words;
use crate::plan::{Basis, Indicator, Month, PlanIndex, Quantity, Target, Year, Years};
use crate::standing::{Actual, Baseline, Forecast, Judgement, Light, Ratio, Rule, SetTarget, expected_value};
use crate::text::Language;

/// An indicator, and how it stands where there are records.
pub struct Facts<'a> {
    pub plan: &'a PlanIndex,
    pub indicator: &'a Indicator,
    pub judgement: Option<&'a Judgement>,
    pub rule: Option<&'a Rule>,
    /// What the bureau set for years that the plan leaves open.
    pub set_targets: &'a [SetTarget],
    /// The basis in words.
    pub basis: String,
    pub language: Language,
}

/// A forecast that lies ahead.
#[derive(Clone, Copy)]
pub struct Ahead {
    pub month: Month,
    pub low: Quantity,
    pub middle: Quantity,
    pub high: Quantity,
}

/// One place on the row: a target of one year or, where they are alike, of several.
pub struct Asked<'a> {
    pub years: Years,
    pub target: &'a Target,
}

impl<'a> Facts<'a> {
    pub fn new(
        plan: &'a PlanIndex,
        indicator: &'a Indicator,
        records: Option<&'a Records>,
        language: Language,
    ) -> Self {
        let basis = match records {
            Some(records) => records.bases.words(indicator, language),
            None => indicator.basis.words(language).to_owned(),
        };
        Self {
            plan,
            indicator,
            judgement: records.and_then(|records| records.judgements.get(&indicator.id)),
            rule: records.map(|records| &records.rule),
            set_targets: records
                .and_then(|records| records.set_targets.get(&indicator.id))
                .map_or(&[], Vec::as_slice),
            basis,
            language,
        }
    }

    /// The target that is 100 %.
    pub fn last(&self) -> Option<&'a Target> {
        self.indicator.targets.iter().max_by_key(|target| target.year)
    }

    /// A value in per cent of the last target; of nought, or less, nothing is a share.
    pub fn share(&self, value: Ratio) -> Option<Ratio> {
        let last = Ratio::from(self.last()?.value);
        (last > Ratio::ZERO).then(|| value.by(last)?.times(Ratio::HUNDRED)).flatten()
    }

    /// A share in words.
    pub fn percent(&self, value: Ratio) -> Option<String> {
        Some(self.share(value)?.say(&[Ratio::ZERO, Ratio::HUNDRED]) + "%")
    }

    /// The latest actual: the judged one or, where none was, one from after the last target's year.
    pub fn actual(&self) -> Option<Actual> {
        let judgement = self.judgement?;
        judgement.latest.or(judgement.beyond)
    }

    /// Whether the latest actual counts from zero, so that a bar may lead to it.
    fn is_bar(&self) -> bool {
        self.judgement.is_some_and(|judgement| {
            judgement.latest.is_some() && !matches!(judgement.basis, Basis::Level | Basis::Unstated)
        })
    }

    /// Whether the figure begins anew each year.
    pub fn is_yearly(&self) -> bool {
        self.judgement.is_some_and(|judgement| judgement.basis == Basis::YearlyFlow)
    }

    /// Whether less is better, by the last target.
    pub fn is_limit(&self) -> bool {
        use crate::plan::Comparator::{AtMost, LessThan};
        self.last().is_some_and(|target| matches!(target.comparator, AtMost | LessThan))
    }

    /// Where a stock started.
    pub fn start(&self) -> Option<Baseline> {
        self.judgement.filter(|judgement| judgement.basis == Basis::Stock)?.baseline
    }

    /// Where the figure should be by now; once the verdict is there, nobody asks.
    pub fn expected(&self) -> Option<Ratio> {
        let open = |judgement: &&Judgement| !matches!(judgement.light, Light::Met | Light::Missed);
        self.judgement.filter(open).and_then(expected_value)
    }

    /// The last forecast that lies ahead, and not after the last target's year.
    pub fn forecast(&self) -> Option<Ahead> {
        let (judgement, last) = (self.judgement?, self.last()?.year);
        let ahead = |forecast| match forecast {
            Forecast::Line { month, low, middle, high, .. } => Some(Ahead { month, low, middle, high }),
            Forecast::TooFew { .. } | Forecast::TooLarge | Forecast::Known { .. } => None,
        };
        let both = [judgement.outlook.year_end, judgement.outlook.plan_end].into_iter().flatten();
        both.filter_map(ahead)
            .filter(|one| judgement.as_of.month() <= one.month && one.month.year() <= last)
            .max_by_key(|one| one.month)
    }

    /// The targets of the plan; years in a row that ask the same are one.
    pub fn asked(&self) -> Vec<Asked<'a>> {
        let mut asked: Vec<Asked<'a>> = Vec::new();
        for target in &self.indicator.targets {
            let same = |one: &&mut Asked| {
                let alike = (one.target.value, one.target.comparator, one.target.modality)
                    == (target.value, target.comparator, target.modality);
                alike && one.years.to.0 + 1 == target.year.0
            };
            match asked.last_mut().filter(same) {
                Some(before) => before.years.to = target.year,
                None => asked.push(Asked { years: Years { from: target.year, to: target.year }, target }),
            }
        }
        asked
    }

    /// The years without a target, runs of them put together; empty where every year has one.
    pub fn unset(&self) -> String {
        let mut runs: Vec<Years> = Vec::new();
        for year in self.plan.period.iter().filter(|year| self.indicator.target(*year).is_none()) {
            match runs.last_mut().filter(|run| run.to.0 + 1 == year.0) {
                Some(run) => run.to = year,
                None => runs.push(Years { from: year, to: year }),
            }
        }
        runs.iter().map(Years::to_string).collect::<Vec<_>>().join(self.language.pick("、", ", "))
    }

    /// The row as it is drawn.
    pub fn way(&self) -> Way {
        let language = self.language;
        let unit = self.plan.say(&self.indicator.unit, language).words;
        let name = self.plan.say(&self.indicator.name, language).words;
        let bracket = |words: &str| language.pick(format!("（{words}）"), format!(" ({words})"));
        let (name, short) = match self.is_limit() {
            false => (name + &bracket(&unit), None),
            true => {
                let better = language.pick("越低越好", "lower is better");
                let all = [better, language.pick("，", ", "), &unit].concat();
                (name.clone() + &bracket(&all), Some((name, bracket(better))))
            }
        };
        let point = |value: Ratio, label: String| Some(Point { share: self.drawn(value)?, label });
        let asked = self.asked().into_iter();
        let asked =
            asked.filter_map(|one| Some((one.years.to, point(one.target.value.into(), self.asks(&one))?)));
        let set = self.set_targets.iter();
        let set = set.filter_map(|one| Some((one.year, point(one.value.into(), self.sets(one))?)));
        Way {
            name,
            short,
            light: self.judgement.map(|one| shaped(one.light, language)).unwrap_or_default(),
            note: self.note(),
            targets: by_year(asked.chain(set)),
            start: self.start().and_then(|one| {
                point(
                    one.value.into(),
                    language.pick(format!("基期 {}", one.value), format!("from {}", one.value)),
                )
            }),
            actual: self.actual().and_then(|one| point(one.value.into(), self.dated(one))),
            is_bar: self.is_bar(),
            expected: self
                .expected()
                .and_then(|value| self.drawn(value))
                .filter(|share| (FAR.0..=FAR.1).contains(share)),
            forecast: self.forecast().and_then(|one| {
                let (year, middle) = (one.month.year(), one.middle);
                let label =
                    language.pick(format!("{year} 年底约 {middle}"), format!("about {middle} by end {year}"));
                Some(Lead {
                    middle: point(middle.into(), label)?,
                    low: self.drawn(one.low.into())?,
                    high: self.drawn(one.high.into())?,
                })
            }),
        }
    }

    fn drawn(&self, value: Ratio) -> Option<f64> {
        self.share(value).map(Ratio::approximate)
    }

    /// `2025 力争 >60`.
    fn asks(&self, asked: &Asked) -> String {
        let figure = words::figure(asked.target, self.language);
        let said = [&asked.years.to_string(), words::modality(asked.target, self.language), &figure];
        said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn sets(&self, set: &SetTarget) -> String {
        let figure = [set.comparator.sign(), &set.value.to_string()].concat();
        self.language.pick(format!("{} 分解 {figure}", set.year), format!("{} set {figure}", set.year))
    }

    /// The figure and what it is of: the end of a month, or a year until then.
    fn dated(&self, actual: Actual) -> String {
        let (value, month) = (actual.value, actual.month);
        if !self.is_yearly() {
            return format!("{value} · {month}");
        }
        let (year, number) = (month.year(), month.number());
        let span = if number == 1 { "1".to_owned() } else { format!("1–{number}") };
        self.language
            .pick(format!("{value} · {year} 年 {span} 月"), format!("{value} · {year}, months {span}"))
    }

    fn note(&self) -> String {
        self.noted(|unset| [unset, " ", words::unset(self.language)].concat())
    }

    /// The years without a target, in the words given, and why nothing can be drawn; empty where neither is so.
    pub fn noted(&self, unset: impl Fn(&str) -> String) -> String {
        let language = self.language;
        if self.last().is_none() {
            return language.pick("没有目标", "no target").to_owned();
        }
        let years = Some(self.unset()).filter(|years| !years.is_empty()).map(|years| unset(&years));
        let is_drawn = self.share(Ratio::ZERO).is_some();
        let why =
            (!is_drawn).then(|| language.pick("目标不大于零，不折算", "no share of a target ≤ 0").to_owned());
        years.into_iter().chain(why).collect::<Vec<_>>().join(language.pick("；", "; "))
    }

    /// Whether a year has a target of the plan.
    pub fn target(&self, year: Year) -> Option<&'a Target> {
        self.indicator.target(year)
    }
}

/// What is asked of years, in the order of the years.
pub fn by_year<T>(asked: impl Iterator<Item = (Year, T)>) -> Vec<T> {
    let mut asked: Vec<(Year, T)> = asked.collect();
    asked.sort_by_key(|(year, _)| *year);
    asked.into_iter().map(|(_, one)| one).collect()
}

/// A light as on the board, by its shape and by its word; the colour is that of the shape.
fn shaped(light: Light, language: Language) -> String {
    let shape = match light {
        Light::Red => "◆",
        Light::Amber => "▲",
        Light::Green => "●",
        Light::Met => "✓",
        Light::Missed => "✕",
        Light::NoData | Light::Outdated | Light::BaselineMissing | Light::NotJudged => "◌",
    };
    [shape, " ", light.words(language)].concat()
}
