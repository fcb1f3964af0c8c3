//! Targets without a number over the years: states, which can be reached, and directions, which cannot be done.

use super::{Chart, Item, Mark, Sentence, Width, words};
use crate::plan::{Milestone, MilestoneKind, Modality, Place, PlanIndex};
use crate::route::Route;
use crate::text::{Cell, Column, Language, Link, Table, Text};

/// A row per milestone under a column per year.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Heads of the columns: the years of the plan, in order.
    pub years: Vec<String>,
    /// In the order of the plan.
    pub rows: Vec<Row>,
}

/// A milestone: the columns that it spans, counted from 0, both included.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The label, in the language of the page where the plan has it.
    pub name: String,
    /// Column of its first year.
    pub from: usize,
    /// Column of its last year.
    pub to: usize,
    /// Decides how its bar ends: a state in a square, a direction in an arrow.
    pub kind: MilestoneKind,
    /// The kind in words, shown beside the name.
    pub kind_word: &'static str,
}

/// Series of the spans of states and of directions.
pub(super) fn series(kind: MilestoneKind) -> usize {
    match kind {
        MilestoneKind::State => 1,
        MilestoneKind::Direction => 2,
    }
}

impl Drawing {
    pub(super) fn height(&self, width: Width) -> u32 {
        self.rows.len() as u32 * width.pick(70, 52, 50) + 40
    }
}

/// The chart of all milestones.
pub fn chart(plan: &PlanIndex, language: Language) -> Chart {
    let places: Vec<Place<Milestone>> = plan.milestones().collect();
    Chart {
        title: title(plan, &places, language),
        source: words::source(plan, places.iter().map(|place| place.item.section.as_str()).collect(), language),
        description: Sentence::plain(language.pick(
            "时间图：每行一个节点目标，横条覆盖其年份。状态在末端是方块，可以达到；方向在末端是箭头，不存在“完成”。",
            "Timeline: a row for each milestone, a bar over its years. A state ends in a square and can be reached; a direction ends in an arrow and is never done.",
        )),
        marks: places.iter().enumerate().map(|(at, place)| mark(plan, place.item, at, language)).collect(),
        table: table(plan, &places, language),
        drawing: super::Drawing::Milestones(Drawing {
            years: plan.period.iter().map(|year| year.to_string()).collect(),
            rows: places.iter().map(|place| row(plan, place.item, language)).collect(),
        }),
    }
}

fn row(plan: &PlanIndex, milestone: &Milestone, language: Language) -> Row {
    let column = |year: crate::plan::Year| usize::from(year.0.saturating_sub(plan.period.from.0));
    Row {
        name: plan.say(&milestone.name, language).words,
        from: column(milestone.years.from),
        to: column(milestone.years.to),
        kind: milestone.kind,
        kind_word: milestone.kind.words(language),
    }
}

fn title(plan: &PlanIndex, places: &[Place<Milestone>], language: Language) -> Sentence {
    let directions = places.iter().filter(|place| place.item.kind == MilestoneKind::Direction).count();
    let states = places.len() - directions;
    let first = plan.period.from;
    let soon = places
        .iter()
        .filter(|place| place.item.kind == MilestoneKind::State && place.item.years.to == first)
        .count();
    Sentence::plain(language.pick(
        format!("{} 个节点目标：{states} 个状态可以达到，其中 {soon} 个在 {first} 年；{directions} 个是方向", places.len()),
        format!(
            "{} milestones: {states} states that can be reached, {soon} of them in {first}, and {directions} directions",
            places.len()
        ),
    ))
}

fn mark(plan: &PlanIndex, milestone: &Milestone, at: usize, language: Language) -> Mark {
    let modality = match milestone.modality {
        Modality::None => String::new(),
        modality => format!("{}{}", language.pick("，", ", "), modality.words(language)),
    };
    let years = milestone.years;
    let says = Sentence::default().name(plan.say(&milestone.name, language)).then(language.pick(
        format!("：{years} 年，{}{modality}", milestone.kind.words(language)),
        format!(": {years}, {}{modality}", milestone.kind.words(language)),
    ));
    Mark {
        says,
        href: Route::Milestone(milestone.id.clone()).href(),
        item: Item::new(series(milestone.kind), at),
    }
}

fn table(plan: &PlanIndex, places: &[Place<Milestone>], language: Language) -> Table {
    let columns = [
        language.pick("节点目标", "Milestone"),
        language.pick("年份", "Years"),
        language.pick("性质", "Kind"),
        language.pick("限定词", "Modality"),
        language.pick("任务", "Task"),
    ];
    let row = |place: &Place<Milestone>| {
        let milestone = place.item;
        let link = |name: &crate::plan::Name, route: Route| Link {
            text: plan.say(name, language),
            href: route.href(),
        };
        let modality = match milestone.modality {
            Modality::None => Cell::default(),
            modality => Cell::plain(modality.words(language)),
        };
        vec![
            link(&milestone.name, Route::Milestone(milestone.id.clone())).into(),
            Cell::plain(milestone.years.to_string()),
            Cell::plain(milestone.kind.words(language)),
            modality,
            link(&place.task.title, Route::Task(place.task.id.clone())).into(),
        ]
    };
    Table {
        caption: Text::plain(language.pick("节点目标", "Milestones")),
        columns: columns.map(Column::text).into(),
        rows: places.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::words::tests::plan;

    #[test]
    fn spans_and_kinds_are_those_of_the_plan() {
        let chart = chart(&plan(), Language::Zh);
        assert_eq!(chart.title.words(), "8 个节点目标：5 个状态可以达到，其中 3 个在 2023 年；3 个是方向");
        let super::super::Drawing::Milestones(drawing) = &chart.drawing else { panic!("{chart:?}") };
        for (name, span, kind) in [
            ("鞍钢集团国家级重点实验室重组成功", (0, 0), MilestoneKind::State),
            ("鞍山高新区国家级双创示范基地排名稳步向前", (0, 2), MilestoneKind::Direction),
            ("打造区域人才中心和创新高地", (2, 2), MilestoneKind::Direction),
        ] {
            let row = drawing.rows.iter().find(|row| row.name == name).expect(name);
            assert_eq!(((row.from, row.to), row.kind), (span, kind), "{name}");
        }
    }
}
