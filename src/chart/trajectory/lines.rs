//! Figures on the chart of targets: actuals as a solid line, expected progress dashed, forecast dotted.
//!
//! A line joins only what is of one kind: the figures of a yearly flow begin anew each year, those whose basis
//! nobody has decided stand alone, and nothing is drawn where the basis gives neither path nor forecast.

use super::super::{Chart, Drawing as AnyDrawing, Item, Mark, Sentence, words};
use super::Drawing;
use crate::plan::{Basis, Indicator, Month, PlanIndex, Quantity, unit};
use crate::route::Route;
use crate::standing::{Actual, AdjustedTarget, Expected, Forecast, Judgement, Ratio, SetTarget};
use crate::text::{Cell, Column, Language, Table};
use std::collections::BTreeSet;

/// What the ledger says of an indicator.
#[derive(Clone, Copy, Debug)]
pub struct Records<'a> {
    /// Of the day up to which data count; its outlook has the forecasts.
    pub judgement: &'a Judgement,
    /// The city's figures, in order of time.
    pub figures: &'a [Actual],
    /// Expected progress (序时进度) month by month, in the indicator's unit; empty where there is no path.
    pub expected: &'a [Expected],
    /// Targets (年度分解) that the bureau set for years that the plan leaves open.
    pub set_targets: &'a [SetTarget],
    /// What a paper adjusted, in order of the days from which it holds; empty where it is judged as issued.
    pub adjusted: &'a [AdjustedTarget],
    /// What the chart has to say.
    pub heading: &'a Sentence,
}

/// Lines over the months of the plan. A place on the axis counts months from the beginning of the period, so that
/// the end of its first January is 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// How many months the axis has.
    pub months: f64,
    /// Lower end of the axis: zero, or below it where figures are.
    pub bottom: f64,
    /// `None` breaks the line.
    pub actuals: Vec<Option<Dot>>,
    /// Whether the figures may be joined at all.
    pub is_joined: bool,
    /// The path of expected progress; `None` breaks the line.
    pub expected: Vec<Option<Dot>>,
    /// From the latest figure to the forecasts; empty without any.
    pub forecast: Vec<Dot>,
    /// The range of the forecast at its end, lowest first.
    pub range: Vec<Dot>,
}

/// A point of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// Place on the axis, in months since the beginning of the period.
    pub at: f64,
    /// In the indicator's unit.
    pub value: f64,
    /// Stands beside it; empty for none.
    pub label: String,
}

/// Series of the drawing behind those of the targets.
pub(in crate::chart) const ACTUALS: usize = 5;

/// Adds what was reported to the chart of an indicator.
pub fn with_records(
    chart: Chart,
    plan: &PlanIndex,
    indicator: &Indicator,
    records: Records,
    language: Language,
) -> Chart {
    let AnyDrawing::Trajectory(drawing) = chart.drawing else { return chart };
    let Some(first) = Month::new(plan.period.from, 1) else {
        return Chart { drawing: AnyDrawing::Trajectory(drawing), ..chart };
    };
    let drawn = Drawn { first, records, language };
    let mut lines = drawn.lines(drawing.years.len(), indicator);
    let is_whole = drawing.step.fract() == 0.0
        && records.figures.iter().all(|one| one.value.approximate().fract() == 0.0);
    let (low, high) = extent(&lines);
    let most = drawing.years.iter().filter_map(|column| column.target.as_ref()).map(|point| point.value);
    let most = most.fold(high, f64::max) * super::ROOM;
    let (bottom, step, top) = words::axis(low, most, is_whole);
    lines.bottom = bottom;
    let mut marks = chart.marks;
    marks.extend(drawn.marks(plan, indicator, &lines));
    Chart {
        title: records.heading.clone(),
        source: drawn.source(chart.source),
        description: drawn.description(chart.description),
        marks,
        table: drawn.table(plan, indicator),
        drawing: AnyDrawing::Trajectory(Drawing { top, step, lines: Some(lines), ..drawing }),
    }
}

struct Drawn<'a> {
    first: Month,
    records: Records<'a>,
    language: Language,
}

impl Drawn<'_> {
    fn place(&self, month: Month) -> f64 {
        f64::from(month.since(self.first) + 1)
    }

    fn dot(&self, month: Month, value: f64) -> Dot {
        Dot { at: self.place(month), value, label: String::new() }
    }

    fn lines(&self, years: usize, indicator: &Indicator) -> Lines {
        let (forecast, range) = self.forecast();
        Lines {
            months: (years * 12) as f64,
            bottom: 0.0,
            actuals: self.actuals(),
            is_joined: self.records.judgement.basis != Basis::Unstated,
            expected: self.expected(indicator),
            forecast,
            range,
        }
    }

    /// The figures; the last one bears its value and month.
    fn actuals(&self) -> Vec<Option<Dot>> {
        let is_flow = self.records.judgement.basis == Basis::YearlyFlow;
        let mut dots: Vec<Option<Dot>> = Vec::new();
        let mut before: Option<Month> = None;
        for actual in self.records.figures {
            if is_flow && before.is_some_and(|month| month.year() != actual.month.year()) {
                dots.push(None);
            }
            dots.push(Some(self.dot(actual.month, actual.value.approximate())));
            before = Some(actual.month);
        }
        if let (Some(Some(dot)), Some(last)) = (dots.last_mut(), self.records.figures.last()) {
            dot.label = format!("{} · {}", last.value, last.month);
        }
        dots
    }

    /// The path; it breaks where a part does not begin at the end of the one before it. What the bureau set for a year
    /// that the plan leaves open says so where the path comes to it; a place that is only on the line to the next target
    /// is nobody's target, and says nothing.
    fn expected(&self, indicator: &Indicator) -> Vec<Option<Dot>> {
        let mut dots: Vec<Option<Dot>> = Vec::new();
        let mut before: Option<&Expected> = None;
        for one in self.records.expected {
            let start = (one.start.month, one.start.value);
            let goes_on = before
                .is_some_and(|before| before.start == one.start || (before.month, before.value) == start);
            if !goes_on {
                dots.extend(before.is_some().then_some(None));
                dots.push(Some(self.dot(start.0, approximate(start.1))));
            }
            let is_at = |set: &&SetTarget| {
                let year = one.month.year();
                one.month.number() == 12 && set.year == year && indicator.target(year).is_none()
            };
            let set = self.records.set_targets.iter().find(is_at).map(|set| {
                let value = [set.comparator.sign(), &set.value.to_string()].concat();
                self.language.pick(format!("分解 {value}"), format!("set {value}"))
            });
            let label = self.adjusted(one.month).or(set).unwrap_or_default();
            dots.push(Some(Dot { label, ..self.dot(one.month, approximate(one.value)) }));
            before = Some(one);
        }
        dots
    }

    /// What the path of adjusted targets says where it comes to one; the target as issued is a point of its own.
    fn adjusted(&self, month: Month) -> Option<String> {
        let is_at = |one: &&AdjustedTarget| month.number() == 12 && one.year == month.year();
        let (value, comparator) = self.records.adjusted.iter().rev().find(is_at)?.aim?;
        let value = [comparator.sign(), &value.to_string()].concat();
        Some(self.language.pick(format!("调整 {value}"), format!("adjusted {value}")))
    }

    /// From the latest figure to where it leads, and the range there.
    fn forecast(&self) -> (Vec<Dot>, Vec<Dot>) {
        let Some(latest) = self.records.judgement.latest else { return (vec![], vec![]) };
        let mut dots = vec![self.dot(latest.month, latest.value.approximate())];
        let mut range = Vec::new();
        for (month, low, middle, high) in self.forecasts() {
            let label = self.language.pick(format!("约 {middle}"), format!("about {middle}"));
            if let Some(last) = dots.last_mut() {
                last.label.clear();
            }
            dots.push(Dot { label, ..self.dot(month, middle.approximate()) });
            range = vec![self.dot(month, low.approximate()), self.dot(month, high.approximate())];
        }
        if dots.len() < 2 { (vec![], vec![]) } else { (dots, range) }
    }

    /// Each forecast that lies ahead, once: month, low, middle, high.
    fn forecasts(&self) -> Vec<(Month, Quantity, Quantity, Quantity)> {
        let outlook = &self.records.judgement.outlook;
        let mut ahead: Vec<_> = [outlook.year_end, outlook.plan_end]
            .into_iter()
            .flatten()
            .filter_map(|forecast| match forecast {
                Forecast::Line { month, low, middle, high, .. } => Some((month, low, middle, high)),
                Forecast::TooFew { .. } | Forecast::TooLarge | Forecast::Known { .. } => None,
            })
            .collect();
        ahead.dedup();
        ahead
    }

    fn marks(&self, plan: &PlanIndex, indicator: &Indicator, lines: &Lines) -> Vec<Mark> {
        let places = lines.actuals.iter().enumerate().filter(|(_, dot)| dot.is_some());
        let mark = |((at, _), actual): ((usize, &Option<Dot>), &Actual)| Mark {
            says: {
                let unit = plan.say(&indicator.unit, self.language);
                Sentence::default()
                    .name(plan.say(&indicator.name, self.language))
                    .then(self.language.pick("，", ", "))
                    .then(self.in_words(actual) + unit::gap(&unit.words))
                    .name(unit)
            },
            href: Route::Indicator(indicator.id.clone()).href(),
            item: Item::new(ACTUALS, at),
        };
        places.zip(self.records.figures).map(mark).collect()
    }

    fn in_words(&self, actual: &Actual) -> String {
        match self.language {
            Language::Zh => format!("{} 完成值 {}", actual.month, actual.value),
            Language::En => format!("actual of {}: {}", actual.month, actual.value),
        }
    }

    fn source(&self, source: Sentence) -> Sentence {
        let as_of = self.records.judgement.as_of;
        let source = source.then(match self.language {
            Language::Zh => format!("；台账，数据至 {as_of}"),
            Language::En => format!("; ledger, data up to {as_of}"),
        });
        if self.forecasts().is_empty() {
            return source;
        }
        source.then(
            self.language.pick(
                "；预测：泰尔—森法，竖线为范围",
                "; forecast by Theil–Sen, its range as an upright line",
            ),
        )
    }

    fn description(&self, description: Sentence) -> Sentence {
        let count = self.records.figures.len();
        let (expected, forecast) = (!self.records.expected.is_empty(), !self.forecasts().is_empty());
        match self.language {
            Language::Zh => description.then(format!(
                "实线：{count} 个完成值{}{}。",
                if expected { "；虚线：序时进度" } else { "" },
                if forecast { "；点线：预测" } else { "" }
            )),
            Language::En => description.then(format!(
                " Solid: {count} actuals{}{}.",
                if expected { "; dashed: expected progress" } else { "" },
                if forecast { "; dotted: forecast" } else { "" }
            )),
        }
    }

    /// A row for each month of which anything is drawn.
    fn table(&self, plan: &PlanIndex, indicator: &Indicator) -> Table {
        let unit = plan.say(&indicator.unit, self.language).words;
        let forecasts = self.forecasts();
        let ends = indicator.targets.iter().filter_map(|target| Month::new(target.year, 12));
        let months: BTreeSet<Month> = self
            .records
            .figures
            .iter()
            .map(|one| one.month)
            .chain(forecasts.iter().map(|one| one.0))
            .chain(ends)
            .collect();
        let row = |month: &Month| {
            let actual = self.records.figures.iter().find(|one| one.month == *month);
            let expected = self.records.expected.iter().find(|one| one.month == *month);
            let forecast = forecasts.iter().find(|one| one.0 == *month);
            let target = indicator.target(month.year()).filter(|_| month.number() == 12);
            let cell = |words: Option<String>| words.map(Cell::plain).unwrap_or_default();
            vec![
                Cell::plain(month.to_string()),
                cell(actual.map(|one| one.value.to_string())),
                cell(expected.map(|one| one.value.say(&[]))),
                cell(forecast.map(|(_, low, middle, high)| match self.language {
                    Language::Zh => format!("{middle}（{low} 至 {high}）"),
                    Language::En => format!("{middle} ({low} to {high})"),
                })),
                cell(target.map(|target| words::figure(target, self.language))),
            ]
        };
        let with_unit =
            |zh: &str, en: &str| self.language.pick(format!("{zh}（{unit}）"), format!("{en} ({unit})"));
        Table {
            caption: plan.say(&indicator.name, self.language),
            columns: vec![
                Column::text(self.language.pick("月份", "Month")),
                Column::figure(with_unit("完成值", "Actual")),
                Column::figure(self.language.pick("序时进度", "Expected")),
                Column::figure(self.language.pick("预测", "Forecast")),
                Column::figure(self.language.pick("目标", "Target")),
            ],
            rows: months.iter().map(row).collect(),
        }
    }
}

/// Good enough to draw.
fn approximate(ratio: Ratio) -> f64 {
    ratio.times(Ratio::whole(1000)).map_or(0.0, |thousandths| thousandths.floor() as f64 / 1000.0)
}

fn values(lines: &Lines) -> impl Iterator<Item = f64> {
    let broken = lines.actuals.iter().chain(&lines.expected).flatten();
    broken.chain(&lines.forecast).chain(&lines.range).map(|dot| dot.value)
}

/// The lowest and the highest of what is drawn; zero is among it.
fn extent(lines: &Lines) -> (f64, f64) {
    (values(lines).fold(0.0, f64::min), values(lines).fold(0.0, f64::max))
}

#[cfg(test)]
mod tests;
