//! The targets of the whole plan on one axis: where each indicator is on its way to each year's target, which year
//! has none, and where the figures lead.
//!
//! Units differ, so each row is measured by its own last target: zero is zero and 100 % is that target, for stocks,
//! yearly amounts, totals and ratios alike. The baseline of a stock is a mark on the row and not its zero, or two rows
//! would mean two things by one place. A limit is measured likewise; there less is better, and the row says so. Nothing
//! is computed here that [`crate::standing`] does not define: a share is a figure over the last target.

mod facts;
mod layout;
mod said;

pub(in crate::chart) use layout::{Layout, Placed, Texts, layout};

use super::{Chart, Sentence, Width, words};
use crate::plan::{Day, Indicator, Place, PlanIndex};
use crate::standing::{Bases, Judgement, Light, Rule, SetTarget};
use crate::text::Language;
use facts::Facts;
use std::collections::BTreeMap;

/// How the indicators stand on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Records {
    /// Of each indicator by its identifier.
    pub judgements: BTreeMap<String, Judgement>,
    /// Targets that the bureau set for years that the plan leaves open, likewise.
    pub set_targets: BTreeMap<String, Vec<SetTarget>>,
    /// By what the lights were judged.
    pub rule: Rule,
    /// By which basis each indicator was read.
    pub bases: Bases,
    /// The day up to which data count.
    pub as_of: Day,
}

/// Rows over one axis of per cents.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// From the top.
    pub rows: Vec<Row>,
    /// Lower end of the axis: zero, or below it where figures are.
    pub low: f64,
    /// Distance between its ticks.
    pub step: f64,
    /// Upper end of the axis.
    pub top: f64,
    /// What the symbols mean, as far as they occur.
    pub legend: Vec<(Symbol, &'static str)>,
}

/// A row of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// The name of an area, over its indicators.
    Area(String),
    /// An indicator.
    Indicator(Box<Way>),
}

/// An indicator's row. Every place is in per cent of the last target.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Way {
    /// Name and unit; of a limit, that less is better.
    pub name: String,
    /// Of a limit, the name and what stands behind it however little room there is: that less is better.
    pub short: Option<(String, String)>,
    /// The light as a shape and a word; empty without records.
    pub light: String,
    /// The years without a target, or why nothing can be drawn; empty where neither is so.
    pub note: String,
    /// What the plan asks, and what the bureau set besides.
    pub targets: Vec<Point>,
    /// The baseline of a stock.
    pub start: Option<Point>,
    /// The latest actual.
    pub actual: Option<Point>,
    /// The figure counts from zero: a bar leads to it. Of a level, or where nobody has decided the basis, it does not.
    pub is_bar: bool,
    /// Where the figure should be by now; none where that lies beyond the ends of the axis: it is a place to be at, and
    /// a sign on the end would name another.
    pub expected: Option<f64>,
    /// Where the figures lead.
    pub forecast: Option<Lead>,
}

/// A figure as drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// In per cent of the last target.
    pub share: f64,
    /// Stands beside it.
    pub label: String,
}

/// A forecast as drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// What is expected.
    pub middle: Point,
    /// Lower end of its range, in per cent of the last target.
    pub low: f64,
    /// Upper end of its range, likewise.
    pub high: f64,
}

/// What a symbol stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// A target.
    Target,
    /// The latest actual.
    Actual,
    /// The baseline.
    Start,
    /// Where the figure should be by now.
    Expected,
    /// Where the figures lead.
    Forecast,
}

/// Series of the drawing that can be pointed at; their order is what an `Item` counts.
pub(super) const TARGETS: usize = 0;
pub(super) const ACTUALS: usize = 1;
pub(super) const FORECASTS: usize = 2;
pub(super) const STARTS: usize = 3;
pub(super) const NAMES: usize = 4;
pub(super) const NOTES: usize = 5;
/// Series of the lights, which have no mark of their own: the names say them.
pub(super) const LIGHTS: usize = 6;

/// What lies beyond these ends is drawn on them as an arrow: one runaway must not press all other rows together.
pub(super) const FAR: (f64, f64) = (-50.0, 150.0);

/// How far the axis reaches at least: what names the last target has room on both sides of it.
const ROOM: f64 = 110.0;

/// The chart of some indicators in the order given; what the plan does not have is left out. Under heads of areas
/// where they stand in the plan's order.
pub fn chart(
    plan: &PlanIndex,
    indicators: &[String],
    has_heads: bool,
    records: Option<&Records>,
    language: Language,
) -> Chart {
    let chosen: Vec<Place<Indicator>> = indicators.iter().filter_map(|id| plan.indicator(id)).collect();
    let facts: Vec<Facts> =
        chosen.iter().map(|place| Facts::new(plan, place.item, records, language)).collect();
    let sections = chosen.iter().flat_map(|place| &place.item.targets).map(|target| target.section.as_str());
    let source = words::source(plan, sections.collect(), language);
    Chart {
        title: title(&facts, records, language),
        source: said::source(source, &facts, records, language),
        description: said::description(&facts, records, language),
        marks: said::marks(&facts),
        table: said::table(plan, &facts, records, language),
        drawing: super::Drawing::Way(drawing(plan, &chosen, &facts, has_heads, language)),
    }
}

/// How many are on their way, how many are not, and how many nobody can judge; of the plan alone, what it asks.
fn title(facts: &[Facts], records: Option<&Records>, language: Language) -> Sentence {
    let all = facts.len();
    if records.is_none() {
        let figures: usize = facts.iter().map(|one| one.indicator.targets.len()).sum();
        return Sentence::plain(language.pick(
            format!("{all} 项指标共定 {figures} 个目标值，以各自最后一个目标为 100%"),
            format!("{all} indicators with {figures} targets, each with its last target as 100%"),
        ));
    }
    let count = |is: fn(Light) -> bool| {
        facts.iter().filter(|one| one.judgement.is_some_and(|one| is(one.light))).count()
    };
    let [met, green, amber, red, missed] =
        [Light::Met, Light::Green, Light::Amber, Light::Red, Light::Missed].map(|one| one.words(language));
    let good = count(|light| matches!(light, Light::Met | Light::Green));
    let bad = count(Light::needs_attention);
    let rest = all - good - bad;
    let said = language.pick(
        format!("{all} 项指标：{green}、{met} {good} 项，{red}、{amber}、{missed} {bad} 项"),
        format!("{good} of {all} indicators are {green} or {met}, {bad} {red}, {amber} or {missed}"),
    );
    Sentence::plain(said).then(match (rest, language) {
        (0, _) => String::new(),
        (_, Language::Zh) => format!("，{rest} 项未能评判"),
        (_, Language::En) => format!(", {rest} could not be judged"),
    })
}

fn drawing(
    plan: &PlanIndex,
    chosen: &[Place<Indicator>],
    facts: &[Facts],
    has_heads: bool,
    language: Language,
) -> Drawing {
    let mut rows = Vec::new();
    let mut area = None;
    for (place, one) in chosen.iter().zip(facts) {
        if has_heads && area != Some(&place.area.id) {
            area = Some(&place.area.id);
            rows.push(Row::Area(plan.say(&place.area.title, language).words));
        }
        rows.push(Row::Indicator(Box::new(one.way())));
    }
    let ways = || rows.iter().filter_map(Row::way);
    let shares = || ways().flat_map(Way::shares).map(|share| share.clamp(FAR.0, FAR.1));
    let (low, step, top) = words::axis(shares().fold(0.0, f64::min), shares().fold(ROOM, f64::max), true);
    let occurs = |symbol: &Symbol| ways().any(|way| way.has(*symbol));
    let legend = [Symbol::Target, Symbol::Actual, Symbol::Start, Symbol::Expected, Symbol::Forecast];
    let legend =
        legend.into_iter().filter(occurs).map(|symbol| (symbol, said::symbol(symbol, language))).collect();
    Drawing { rows, low, step, top, legend }
}

impl Row {
    /// The indicator's row, where it is one.
    pub fn way(&self) -> Option<&Way> {
        match self {
            Self::Area(_) => None,
            Self::Indicator(way) => Some(way),
        }
    }
}

impl Way {
    /// Everything that has a place on the axis.
    fn shares(&self) -> impl Iterator<Item = f64> {
        let points = self.targets.iter().chain(&self.start).chain(&self.actual).map(|point| point.share);
        let lead = self.forecast.iter().flat_map(|lead| [lead.low, lead.middle.share, lead.high]);
        points.chain(lead).chain(self.expected)
    }

    fn has(&self, symbol: Symbol) -> bool {
        match symbol {
            Symbol::Target => !self.targets.is_empty(),
            Symbol::Actual => self.actual.is_some(),
            Symbol::Start => self.start.is_some(),
            Symbol::Expected => self.expected.is_some(),
            Symbol::Forecast => self.forecast.is_some(),
        }
    }
}

impl Drawing {
    pub(super) fn height(&self, width: Width) -> u32 {
        layout::height(self, width).ceil() as u32
    }
}

#[cfg(test)]
mod tests;
