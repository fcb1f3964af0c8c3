//! How much each area holds: tasks, measures, indicators, milestones and projects.

use super::{Chart, Item, Mark, Sentence, Width, words};
use crate::plan::{Area, PlanIndex};
use crate::route::{IndicatorsView, Route, TasksView};
use crate::text::{Cell, Column, Language, Table, Text};
use std::collections::BTreeSet;

/// A row per area, a column of bars per kind; one scale for all.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What is counted, as heads of the columns: tasks, measures, indicators, milestones, projects.
    pub kinds: Vec<&'static str>,
    /// In the order of the plan.
    pub rows: Vec<Row>,
    /// The largest count.
    pub most: usize,
}

/// An area and its counts, one per kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The area's title, in the language of the page where the plan has it.
    pub name: String,
    /// In the order of [`Drawing::kinds`].
    pub counts: Vec<usize>,
}

/// What is counted.
#[derive(Clone, Copy)]
enum Kind {
    Tasks,
    Measures,
    Indicators,
    Milestones,
    Projects,
}

/// Series of the bars of a kind; after each stands one that pushes the next to its column.
pub(super) fn series(kind: usize) -> usize {
    2 * kind
}

impl Kind {
    const ALL: [Self; 5] = [Self::Tasks, Self::Measures, Self::Indicators, Self::Milestones, Self::Projects];

    fn words(self, language: Language) -> &'static str {
        match self {
            Self::Tasks => language.pick("任务", "Tasks"),
            Self::Measures => language.pick("举措", "Measures"),
            Self::Indicators => language.pick("指标", "Indicators"),
            Self::Milestones => language.pick("节点", "Milestones"),
            Self::Projects => language.pick("项目", "Projects"),
        }
    }

    fn count(self, area: &Area) -> usize {
        let tasks = area.tasks.iter();
        match self {
            Self::Tasks => tasks.count(),
            Self::Measures => tasks.map(|task| task.measures.len()).sum(),
            Self::Indicators => tasks.map(|task| task.indicators.len()).sum(),
            Self::Milestones => tasks.map(|task| task.milestones.len()).sum(),
            // A project that two measures name is one project.
            Self::Projects => tasks
                .flat_map(|task| {
                    let of_measures = task.measures.iter().flat_map(|measure| &measure.projects);
                    let of_milestones = task.milestones.iter().flat_map(|milestone| &milestone.projects);
                    task.projects.iter().chain(of_measures).chain(of_milestones)
                })
                .collect::<BTreeSet<_>>()
                .len(),
        }
    }

    fn href(self, area: &Area) -> String {
        match self {
            Self::Tasks => Route::Tasks(TasksView::Tasks),
            Self::Measures => Route::Tasks(TasksView::Tree),
            Self::Indicators => {
                Route::Indicators(IndicatorsView { area: Some(area.id.clone()), ..IndicatorsView::default() })
            }
            Self::Milestones => Route::Timeline,
            Self::Projects => Route::Tasks(TasksView::Projects),
        }
        .href()
    }
}

impl Drawing {
    pub(super) fn height(&self, width: Width) -> u32 {
        self.rows.len() as u32 * width.pick(54, 42, 42) + 44
    }
}

/// The chart of all areas.
pub fn chart(plan: &PlanIndex, language: Language) -> Chart {
    let rows: Vec<Row> = plan
        .areas
        .iter()
        .map(|area| Row {
            name: plan.say(&area.title, language).words,
            counts: Kind::ALL.map(|kind| kind.count(area)).into(),
        })
        .collect();
    Chart {
        title: title(plan, &rows, language),
        source: words::source(plan, plan.areas.iter().map(|area| area.section.as_str()).collect(), language),
        description: Sentence::plain(language.pick(
            "各领域的任务、举措、指标、节点目标和项目数，每类一列横条，同一比例尺。两处提及的项目在领域内只计一次。",
            "Tasks, measures, indicators, milestones and projects of each area, a column of bars for each, on one scale. A project named twice in an area counts once.",
        )),
        marks: marks(plan, &rows, language),
        table: table(plan, &rows, language),
        drawing: super::Drawing::Profile(Drawing {
            kinds: Kind::ALL.map(|kind| kind.words(language)).into(),
            most: rows.iter().flat_map(|row| &row.counts).copied().max().unwrap_or(0),
            rows,
        }),
    }
}

fn title(plan: &PlanIndex, rows: &[Row], language: Language) -> Sentence {
    let indicators = |row: &Row| row.counts[2];
    let Some((area, row)) = plan.areas.iter().zip(rows).max_by_key(|(_, row)| indicators(row)) else {
        return Sentence::plain(language.pick("方案没有划分领域", "The plan has no areas"));
    };
    let all: usize = rows.iter().map(indicators).sum();
    Sentence::default().name(plan.say(&area.title, language)).then(language.pick(
        format!("的指标最多：{all} 项中的 {} 项", indicators(row)),
        format!(" has the most indicators: {} of {all}", indicators(row)),
    ))
}

fn marks(plan: &PlanIndex, rows: &[Row], language: Language) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (at, (area, row)) in plan.areas.iter().zip(rows).enumerate() {
        for (column, kind) in Kind::ALL.into_iter().enumerate() {
            let says = Sentence::default()
                .name(plan.say(&area.title, language))
                .then(language.pick("：", ": "))
                .then(format!("{} {}", kind.words(language), row.counts[column]));
            marks.push(Mark { says, href: kind.href(area), item: Item::new(series(column), at) });
        }
    }
    marks
}

fn table(plan: &PlanIndex, rows: &[Row], language: Language) -> Table {
    let mut columns = vec![Column::text(language.pick("领域", "Area"))];
    columns.extend(Kind::ALL.map(|kind| Column::figure(kind.words(language))));
    let row = |(area, row): (&Area, &Row)| {
        let mut cells = vec![plan.say(&area.title, language).into()];
        cells.extend(row.counts.iter().map(|count| Cell::plain(count.to_string())));
        cells
    };
    Table {
        caption: Text::plain(language.pick("各领域的内容", "What each area holds")),
        columns,
        rows: plan.areas.iter().zip(rows).map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::words::tests::plan;

    #[test]
    fn the_counts_are_those_of_the_plan() {
        let plan = plan();
        let chart = chart(&plan, Language::Zh);
        let super::super::Drawing::Profile(drawing) = &chart.drawing else { panic!("{chart:?}") };
        let sum = |kind: usize| drawing.rows.iter().map(|row| row.counts[kind]).sum::<usize>();
        assert_eq!([sum(0), sum(1), sum(2), sum(3)], [11, 23, 17, 8]);
        assert_eq!(chart.title.words(), "优化创新生态的指标最多：17 项中的 6 项");
        assert_eq!(chart.marks.len(), 20);
    }
}
