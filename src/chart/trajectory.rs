//! The targets of one indicator over the years of the plan.
//!
//! Targets stand alone: no line joins them, because what lies between two of them the plan does not say
//! (expected progress and actuals are drawn over them by [`with_records`]). A year without a target is drawn as unset.

mod labels;
mod lines;

pub(in crate::chart) use labels::{CROSS, DOT, Labels, Plot, labels};
pub(in crate::chart) use lines::ACTUALS;
pub use lines::{Dot, Lines, Records, with_records};

use super::{Chart, Item, Mark, Sentence, words};
use crate::plan::{Indicator, PlanIndex, Target, Year};
use crate::route::Route;
use crate::standing::Bases;
use crate::text::{Cell, Column, Language, Table};

/// One column per year of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// In order of time.
    pub years: Vec<YearColumn>,
    /// Upper end of the axis, in the indicator's unit: targets and room above them.
    pub top: f64,
    /// Distance between its ticks.
    pub step: f64,
    /// The indicator's unit, in the language of the page where the plan has it.
    pub unit: String,
    /// The word for a year without a target.
    pub unset: &'static str,
    /// What was reported and where it leads; none without records. Targets then stand at the end of their year.
    pub lines: Option<Lines>,
}

/// A year and its target, if the plan sets one.
#[derive(Clone, Debug, PartialEq)]
pub struct YearColumn {
    /// The label of the column.
    pub year: String,
    /// `None` where the plan sets no target for the year.
    pub target: Option<Point>,
}

/// A target as drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The target, in the indicator's unit.
    pub value: f64,
    /// Comparator, figure and modality, for example `≥10` and `力争` below it.
    pub label: String,
}

/// How much higher than its figures the axis is, for the labels over them.
const ROOM: f64 = 1.25;

/// Series of the drawing; their order is what [`Item`] counts.
pub(super) const UNSET: usize = 0;
pub(super) const TARGETS: usize = 1;

/// The chart of an indicator as the plan alone has it, if it has it.
pub fn chart(plan: &PlanIndex, indicator: &str, language: Language) -> Option<Chart> {
    chart_with(plan, &Bases::default(), indicator, language)
}

/// The chart of an indicator with what the bureau decided.
pub fn chart_with(plan: &PlanIndex, bases: &Bases, indicator: &str, language: Language) -> Option<Chart> {
    let place = plan.indicator(indicator)?;
    let indicator = place.item;
    let years: Vec<Year> = plan.period.iter().collect();
    Some(Chart {
        title: title(plan, indicator, &years, language),
        source: words::source(plan, sections(&indicator.targets), language),
        description: description(plan, bases, indicator, &years, language),
        marks: years
            .iter()
            .enumerate()
            .map(|(at, &year)| mark(plan, indicator, at, year, language))
            .collect(),
        table: table(plan, indicator, &years, language),
        drawing: super::Drawing::Trajectory(drawing(plan, indicator, &years, language)),
    })
}

fn title(plan: &PlanIndex, indicator: &Indicator, years: &[Year], language: Language) -> Sentence {
    let mut title =
        Sentence::default().name(plan.say(&indicator.name, language)).then(language.pick("：", ": "));
    for (index, target) in indicator.targets.iter().enumerate() {
        if index > 0 {
            title = title.then(language.pick("，", ", "));
        }
        title = title
            .then(words::in_year(target.year, language))
            .name(words::after_year(words::target(plan, indicator, target, language), language));
    }
    let unset: Vec<String> =
        years.iter().filter(|&&year| indicator.target(year).is_none()).map(Year::to_string).collect();
    match (indicator.targets.is_empty(), unset.is_empty()) {
        (true, _) => title.then(language.pick("方案没有设目标", "the plan sets no target")),
        (_, true) => title,
        (_, false) => {
            let list = unset.join(language.pick("、", ", "));
            title.then(language.pick(format!("，{list} 年未设"), format!(", none set for {list}")))
        }
    }
}

fn description(
    plan: &PlanIndex,
    bases: &Bases,
    indicator: &Indicator,
    years: &[Year],
    language: Language,
) -> Sentence {
    let mut said = Sentence::plain(language.pick("目标轨迹图，横轴为年份。", "Targets by year. "));
    for &year in years {
        said = year_says(plan, indicator, year, said, language).then(language.pick("。", ". "));
    }
    let basis = bases.words(indicator, language);
    said.then(language.pick(
        format!("口径：{basis}。目标之间不连线。"),
        format!("Basis: {basis}. Targets are not joined by a line."),
    ))
}

fn year_says(
    plan: &PlanIndex,
    indicator: &Indicator,
    year: Year,
    said: Sentence,
    language: Language,
) -> Sentence {
    let said = said.then(words::in_year(year, language));
    match indicator.target(year) {
        Some(target) => said
            .then(language.pick("目标：", "target "))
            .name(words::target(plan, indicator, target, language)),
        None => said.then(language.pick("未设目标", "no target set")),
    }
}

fn mark(plan: &PlanIndex, indicator: &Indicator, at: usize, year: Year, language: Language) -> Mark {
    let series = if indicator.target(year).is_some() { TARGETS } else { UNSET };
    let name = Sentence::default().name(plan.say(&indicator.name, language)).then(language.pick("，", ", "));
    Mark {
        says: year_says(plan, indicator, year, name, language),
        href: Route::Indicator(indicator.id.clone()).href(),
        item: Item::new(series, at),
    }
}

fn table(plan: &PlanIndex, indicator: &Indicator, years: &[Year], language: Language) -> Table {
    let row = |&year: &Year| {
        let target = indicator.target(year);
        let [value, modality, section, written] = match target {
            None => [Cell::plain(words::unset(language)), Cell::default(), Cell::default(), Cell::default()],
            Some(target) => [
                Cell::plain(words::figure(target, language)),
                Cell::plain(words::modality(target, language)),
                plan.quote(&target.section, language).into(),
                plan.quote(&target.as_written, language).into(),
            ],
        };
        vec![Cell::plain(year.to_string()), value, modality, section, written]
    };
    let unit = plan.say(&indicator.unit, language).words;
    Table {
        caption: plan.say(&indicator.name, language),
        columns: vec![
            Column::text(language.pick("年份", "Year")),
            Column::figure(language.pick(format!("目标（{unit}）"), format!("Target ({unit})"))),
            Column::text(language.pick("限定词", "Modality")),
            Column::text(language.pick("出处", "Section")),
            Column::text(language.pick("原文", "As written")),
        ],
        rows: years.iter().map(row).collect(),
    }
}

fn drawing(plan: &PlanIndex, indicator: &Indicator, years: &[Year], language: Language) -> Drawing {
    let point = |target: &Target| {
        let modality = words::modality(target, language);
        let figure = words::figure(target, language);
        let label = if modality.is_empty() { figure } else { [&figure, "\n", modality].concat() };
        Point { value: target.value.approximate(), label }
    };
    let column =
        |&year: &Year| YearColumn { year: year.to_string(), target: indicator.target(year).map(point) };
    let most = indicator.targets.iter().map(|target| target.value.approximate()).fold(0.0, f64::max);
    let is_whole = indicator.targets.iter().all(|target| target.value.approximate().fract() == 0.0);
    let (_, step, top) = words::axis(0.0, most * ROOM, is_whole);
    Drawing {
        years: years.iter().map(column).collect(),
        top,
        step,
        unit: plan.say(&indicator.unit, language).words,
        unset: words::unset(language),
        lines: None,
    }
}

fn sections(targets: &[Target]) -> Vec<&str> {
    targets.iter().map(|target| target.section.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::words::tests::plan;

    fn drawn(id: &str, language: Language) -> Drawing {
        match chart(&plan(), id, language).unwrap().drawing {
            super::super::Drawing::Trajectory(drawing) => drawing,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_label_bears_the_comparator_of_the_text_and_an_unset_year_has_none() {
        for (id, labels) in [
            ("contract-value", ["达17.6", "-", "达20.3"]),
            ("technologies-mastered", ["10", "-", "≥30"]),
            ("conversion-rate", [">60\n力争", ">60\n力争", ">60\n力争"]),
            ("gazelles", [">180\n力争", "-", "-"]),
            ("gazelles-unicorns", ["-", "-", "达230"]),
            ("alliances", ["≥10\n争取", "-", "≥20\n争取"]),
        ] {
            let drawing = drawn(id, Language::Zh);
            let found: Vec<&str> = drawing
                .years
                .iter()
                .map(|column| column.target.as_ref().map_or("-", |point| point.label.as_str()))
                .collect();
            assert_eq!(found, labels, "{id}");
        }
    }

    #[test]
    fn the_title_states_the_targets_and_what_is_unset() {
        let title = |id, language| chart(&plan(), id, language).unwrap().title.words();
        assert_eq!(
            title("technologies-mastered", Language::Zh),
            "攻克产业技术：2023 年 10 项，2025 年 ≥30 项，2024 年未设"
        );
        assert_eq!(title("carriers", Language::Zh), "创新载体：2025 年达 30 家，2023、2024 年未设");
        assert_eq!(
            title("technologies-mastered", Language::En),
            "Industrial technologies mastered: 2023: 10 technologies, 2025: ≥30 technologies, none set for 2024"
        );
    }

    #[test]
    fn there_is_room_above_the_targets() {
        for place in plan().indicators() {
            let drawing = drawn(&place.item.id, Language::En);
            for point in drawing.years.iter().filter_map(|column| column.target.as_ref()) {
                assert!(point.value * 1.2 < drawing.top, "{}", place.item.id);
            }
        }
    }

    #[test]
    fn an_indicator_that_the_plan_does_not_have_has_no_chart() {
        assert_eq!(chart(&plan(), "nothing", Language::Zh), None);
    }
}
