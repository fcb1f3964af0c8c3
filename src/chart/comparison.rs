//! The steps of several indicators on one axis: each indicator's last target is 100, the others are its share.
//!
//! Shares say how steep a step is, nothing about which indicator weighs more. An indicator with one target has
//! no step: it stands at 100 and says so. Related indicators are two rows; nothing joins two rows.

use super::{Chart, Item, Mark, Sentence, Width, words};
use crate::plan::{Comparator, Indicator, PlanIndex, Target};
use crate::route::Route;
use crate::standing::Bases;
use crate::text::{Cell, Column, Language, Link, Table};

/// One row per indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// In the order of the selection.
    pub rows: Vec<Row>,
    /// Distance between the ticks of the axis.
    pub step: f64,
    /// Upper end of the axis: 100, or above it where a target lies above the last one.
    pub top: f64,
}

/// An indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Name and unit.
    pub name: String,
    /// Targets by year. None where the last target is nought, of which nothing is a share.
    pub points: Vec<Point>,
}

/// A target as a share of the last one.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// 100 is the last target.
    pub share: f64,
    /// Year and figure, for the first and the last target; empty for those between.
    pub label: String,
    /// Where the label stands.
    pub side: Side,
}

/// On which side of its point a label stands, or that there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left of the point.
    Left,
    /// Right of the point.
    Right,
    /// The point has no label: a target between the first and the last one.
    Unlabelled,
}

/// Series of points by the side of their labels; the two before them are bars.
impl Side {
    /// Every side, in the order of their series.
    pub const ALL: [Self; 3] = [Self::Left, Self::Right, Self::Unlabelled];

    pub(super) fn series(self) -> usize {
        match self {
            Self::Left => 2,
            Self::Right => 3,
            Self::Unlabelled => 4,
        }
    }
}

impl Drawing {
    pub(super) fn height(&self, width: Width) -> u32 {
        self.rows.len() as u32 * width.pick(62, 48, 46) + 40
    }
}

/// The chart of a selection as the plan alone has it, in the order given; what the plan does not have is left out.
pub fn chart(plan: &PlanIndex, indicators: &[String], language: Language) -> Chart {
    chart_with(plan, &Bases::default(), indicators, language)
}

/// The chart of a selection with what the bureau decided.
pub fn chart_with(plan: &PlanIndex, bases: &Bases, indicators: &[String], language: Language) -> Chart {
    let chosen: Vec<&Indicator> =
        indicators.iter().filter_map(|id| plan.indicator(id)).map(|place| place.item).collect();
    let rows: Vec<Row> = chosen.iter().map(|indicator| row(plan, indicator, language)).collect();
    let shares = rows.iter().flat_map(|row| &row.points).map(|point| point.share);
    let sections =
        chosen.iter().flat_map(|indicator| &indicator.targets).map(|target| target.section.as_str());
    let (_, step, top) = words::axis(0.0, shares.fold(100.0, f64::max), true);
    Chart {
        title: title(plan, &chosen, language),
        source: words::source(plan, sections.collect(), language),
        description: description(&chosen, language),
        marks: marks(plan, &chosen, &rows, language),
        table: table(plan, bases, &chosen, language),
        drawing: super::Drawing::Comparison(Drawing { step, top, rows }),
    }
}

/// Share of the last target in percent; `None` where the last one is not above nought.
fn share(target: &Target, indicator: &Indicator) -> Option<f64> {
    let last = indicator.targets.last()?.value.approximate();
    (last > 0.0).then(|| target.value.approximate() / last * 100.0)
}

/// Share of the first target, where there is more than one and they differ.
fn first_share(indicator: &Indicator) -> Option<f64> {
    let (first, last) = (indicator.targets.first()?, indicator.targets.last()?);
    if first.value == last.value { None } else { share(first, indicator) }
}

fn share_words(share: f64, language: Language) -> String {
    let about = if (share - share.round()).abs() < 1e-9 { "" } else { language.pick("约 ", "about ") };
    format!("{about}{:.0}%", share.round())
}

fn row(plan: &PlanIndex, indicator: &Indicator, language: Language) -> Row {
    let unit = plan.say(&indicator.unit, language).words;
    let name = plan.say(&indicator.name, language).words;
    let last = indicator.targets.len().saturating_sub(1);
    let rising = first_share(indicator).is_none_or(|share| share <= 100.0);
    let point = |(at, target): (usize, &Target)| {
        let share = share(target, indicator)?;
        let is_end = at == last || (at == 0 && first_share(indicator).is_some());
        // The right one of two labels stands to the right of its point; the left one where there is room.
        let is_right = (at == last) == rising;
        let side = match (is_end, first_share(indicator)) {
            (false, _) => Side::Unlabelled,
            (true, None) => Side::Left,
            (true, Some(_)) if is_right || share < 50.0 => Side::Right,
            (true, Some(_)) => Side::Left,
        };
        let figure = words::figure(target, language);
        let label = match side {
            Side::Unlabelled => String::new(),
            _ if last > 0 && first_share(indicator).is_none() => {
                language.pick(format!("各年均 {figure}"), format!("{figure} in every year"))
            }
            _ if last == 0 => language
                .pick(format!("仅 {} 年 {figure}", target.year), format!("{} only: {figure}", target.year)),
            _ => format!("{} {figure}", target.year),
        };
        Some(Point { share, label, side })
    };
    Row {
        name: language.pick(format!("{name}（{unit}）"), format!("{name} ({unit})")),
        points: indicator.targets.iter().enumerate().filter_map(point).collect(),
    }
}

fn title(plan: &PlanIndex, chosen: &[&Indicator], language: Language) -> Sentence {
    let steps = chosen.iter().filter_map(|indicator| Some((*indicator, first_share(indicator)?)));
    let steepest =
        steps.min_by(|(_, one), (_, other)| one.total_cmp(other)).filter(|(_, share)| *share < 100.0);
    let ends = steepest
        .and_then(|(indicator, _)| Some((indicator, indicator.targets.first()?, indicator.targets.last()?)));
    let Some((indicator, first, last)) = ends else {
        return Sentence::plain(language.pick(
            "所选指标没有逐年提高的目标，无法比较增幅",
            "None of the chosen indicators has targets that rise, so there are no steps to compare",
        ));
    };
    let [from, to] = [first, last].map(|target| words::figure(target, language));
    Sentence::plain(language.pick("增幅最大的是", "The greatest step is that of "))
        .name(plan.say(&indicator.name, language))
        .then(language.pick(
            format!("：{} 年 {from}，{} 年 {to}", first.year, last.year),
            format!(": {from} in {}, {to} in {}", first.year, last.year),
        ))
}

fn description(chosen: &[&Indicator], language: Language) -> Sentence {
    let steps = chosen.iter().filter(|indicator| first_share(indicator).is_some()).count();
    let single = chosen.iter().filter(|indicator| indicator.targets.len() == 1).count();
    Sentence::plain(language.pick(
        format!(
            "{} 项指标的目标，以各自最后一个目标为 100。{steps} 项有前后不同的目标，{single} 项只有一个目标，无增幅可比。各行互不相连。",
            chosen.len()
        ),
        format!(
            "Targets of {} indicators, each with its last target as 100. {steps} have targets that differ; {single} have only one target and no step. Rows are not joined.",
            chosen.len()
        ),
    ))
}

fn marks(plan: &PlanIndex, chosen: &[&Indicator], rows: &[Row], language: Language) -> Vec<Mark> {
    let mut counts = [0; 3];
    let mut marks = Vec::new();
    for (indicator, row) in chosen.iter().zip(rows) {
        let targets = indicator.targets.iter().filter(|target| share(target, indicator).is_some());
        for (target, point) in targets.zip(&row.points) {
            let count = &mut counts[point.side.series() - Side::Left.series()];
            let item = Item::new(point.side.series(), *count);
            *count += 1;
            marks.push(Mark {
                says: says(plan, indicator, target, point, language),
                href: href(indicator),
                item,
            });
        }
    }
    marks
}

fn says(
    plan: &PlanIndex,
    indicator: &Indicator,
    target: &Target,
    point: &Point,
    language: Language,
) -> Sentence {
    let said = Sentence::default()
        .name(plan.say(&indicator.name, language))
        .then(language.pick("，", ", "))
        .then(words::in_year(target.year, language))
        .name(words::after_year(words::target(plan, indicator, target, language), language));
    let last = indicator.targets.last().map(|target| target.year);
    if indicator.targets.len() == 1 {
        said.then(language.pick("，只有这一个目标", ", the only target"))
    } else if Some(target.year) == last {
        said.then(match target.comparator {
            Comparator::AtMost | Comparator::LessThan => {
                language.pick("，以此为 100，越低越好", ", taken as 100; lower is better")
            }
            _ => language.pick("，以此为 100", ", taken as 100"),
        })
    } else {
        let share = share_words(point.share, language);
        said.then(language.pick(format!("，为最后目标的 {share}"), format!(", {share} of the last target")))
    }
}

fn href(indicator: &Indicator) -> String {
    Route::Indicator(indicator.id.clone()).href()
}

fn table(plan: &PlanIndex, bases: &Bases, chosen: &[&Indicator], language: Language) -> Table {
    let mut columns = vec![
        Column::text(language.pick("指标", "Indicator")),
        Column::text(language.pick("口径", "Basis")),
        Column::text(language.pick("单位", "Unit")),
    ];
    columns.extend(plan.period.iter().map(|year| Column::figure(year.to_string())));
    columns.push(Column::figure(language.pick("首个目标占最后目标", "First target in % of the last")));
    let row = |indicator: &&Indicator| {
        let name = Link { text: plan.say(&indicator.name, language), href: href(indicator) };
        let mut cells = vec![
            name.into(),
            Cell::plain(bases.words(indicator, language)),
            plan.say(&indicator.unit, language).into(),
        ];
        cells.extend(plan.period.iter().map(|year| match indicator.target(year) {
            Some(target) => Cell::plain(words::figure(target, language)),
            None => Cell::plain(words::unset(language)),
        }));
        cells.push(match first_share(indicator) {
            Some(share) => Cell::plain(share_words(share, language)),
            None if indicator.targets.len() == 1 => {
                Cell::plain(language.pick("仅一个目标", "one target only"))
            }
            None => Cell::plain(language.pick("相同", "the same")),
        });
        cells
    };
    Table {
        caption: crate::text::Text::plain(
            language.pick("各指标的目标及增量", "Targets of the indicators and their increase"),
        ),
        columns,
        rows: chosen.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::words::tests::plan;

    fn rows(ids: &[&str]) -> Vec<Row> {
        let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
        match chart(&plan(), &ids, Language::Zh).drawing {
            super::super::Drawing::Comparison(drawing) => drawing.rows,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_last_target_is_100_and_the_first_its_share() {
        for (id, points) in [
            ("high-tech-enterprises", vec![(83, "2023 达500"), (100, "2025 达600")]),
            ("provincial-projects", vec![(50, "2023 ≥10"), (100, "2025 ≥20")]),
            ("carriers", vec![(100, "仅 2025 年 达30")]),
            ("conversion-rate", vec![(100, ""), (100, ""), (100, "各年均 >60")]),
        ] {
            let row = rows(&[id]).remove(0);
            let found: Vec<(i64, &str)> =
                row.points.iter().map(|point| (point.share.round() as i64, point.label.as_str())).collect();
            assert_eq!(found, points, "{id}");
        }
    }

    #[test]
    fn the_ticks_are_even_where_a_target_lies_above_the_last_one() {
        let harbour = include_str!("../../tests/plans/harbour-city.json");
        let harbour = crate::plan::read::from_json(harbour).unwrap();
        let ends = |plan: &PlanIndex, id: &str| match chart(plan, &[id.to_owned()], Language::Zh).drawing {
            super::super::Drawing::Comparison(drawing) => (drawing.step, drawing.top),
            other => panic!("{other:?}"),
        };
        // 14, 12.5, 11 and 10: the first is 140 % of the last.
        assert_eq!(ends(&harbour, "fine-dust"), (25.0, 150.0));
        assert_eq!(ends(&plan(), "carriers"), (20.0, 100.0));
    }

    #[test]
    fn two_definitions_are_two_rows() {
        let rows = rows(&["gazelles", "gazelles-unicorns"]);
        assert_eq!(rows.iter().map(|row| row.points.len()).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn each_mark_has_an_item_of_its_own() {
        let plan = plan();
        let all: Vec<String> = plan.indicators().map(|place| place.item.id.clone()).collect();
        let chart = chart(&plan, &all, Language::En);
        let mut items: Vec<Item> = chart.marks.iter().map(|mark| mark.item).collect();
        assert_eq!(items.len(), 26);
        items.sort_by_key(|item| (item.series, item.index));
        items.dedup();
        assert_eq!(items.len(), 26);
    }

    #[test]
    fn the_title_names_the_greatest_step() {
        let ids = ["contract-value".to_owned(), "technologies-mastered".to_owned()];
        assert_eq!(
            chart(&plan(), &ids, Language::Zh).title.words(),
            "增幅最大的是攻克产业技术：2023 年 10，2025 年 ≥30"
        );
        let single = ["carriers".to_owned()];
        assert!(chart(&plan(), &single, Language::Zh).title.words().contains("无法比较增幅"));
    }
}
