//! The plan as a whole: areas, their tasks, and what each task holds.

use super::{Chart, Item, Mark, Sentence, words};
use crate::plan::{Area, PlanIndex, Task};
use crate::route::{Route, TasksView};
use crate::text::{Cell, Column, Language, Link, Table, Text};

/// Rings from the inside: areas, tasks, leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The inner ring, in the order of the plan.
    pub areas: Vec<Branch>,
}

/// An area with its tasks, or a task with what it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// The title, in the language of the page where the plan has it.
    pub name: String,
    /// The tasks of an area; empty for a task.
    pub branches: Vec<Branch>,
    /// Measures, indicators and milestones of a task; empty for an area.
    pub leaves: Vec<Leaf>,
}

/// A measure, an indicator or a milestone: drawn as one letter, so that its kind does not hang on its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Decides the colour.
    pub kind: Kind,
    /// Stands in the outer ring: 举, 标 or 节, in English two letters.
    pub letter: &'static str,
}

/// What a task holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A measure (举措).
    Measure,
    /// An indicator (指标).
    Indicator,
    /// A milestone (节点目标).
    Milestone,
}

impl Kind {
    fn word(self, language: Language) -> &'static str {
        match self {
            Self::Measure => language.pick("举措", "Measure"),
            Self::Indicator => language.pick("指标", "Indicator"),
            Self::Milestone => language.pick("节点目标", "Milestone"),
        }
    }

    fn leaf(self, language: Language) -> Leaf {
        let letter = match self {
            Self::Measure => language.pick("举", "Me"),
            Self::Indicator => language.pick("标", "In"),
            Self::Milestone => language.pick("节", "Mi"),
        };
        Leaf { kind: self, letter }
    }
}

/// Walks the plan from the root outwards, as ECharts counts: a branch, then all that is in it.
struct Walk<'a> {
    plan: &'a PlanIndex,
    language: Language,
    marks: Vec<Mark>,
}

/// The chart of the whole plan.
pub fn chart(plan: &PlanIndex, language: Language) -> Chart {
    let mut walk = Walk { plan, language, marks: Vec::new() };
    let areas = plan.areas.iter().map(|area| walk.area(area)).collect();
    Chart {
        title: title(plan, language),
        source: words::source(plan, plan.areas.iter().map(|area| area.section.as_str()).collect(), language),
        description: Sentence::plain(language.pick(
            "旭日图：内圈是领域，中圈是任务，外圈是举措（举）、指标（标）和节点目标（节）。",
            "Rings: areas inside, tasks around them, and outside their measures (Me), indicators (In) and milestones (Mi).",
        )),
        marks: walk.marks,
        table: table(plan, language),
        drawing: super::Drawing::Structure(Drawing { areas }),
    }
}

impl Walk<'_> {
    fn area(&mut self, area: &Area) -> Branch {
        let name = self.plan.say(&area.title, self.language);
        let count = area.tasks.len();
        let says = Sentence::default().name(name.clone()).then(self.language.pick(
            format!("：{count} 项任务"),
            format!(": {count} {}", if count == 1 { "task" } else { "tasks" }),
        ));
        self.mark(says, Route::Tasks(TasksView::Tree));
        let branches = area.tasks.iter().map(|task| self.task(task)).collect();
        Branch { name: name.words, branches, leaves: Vec::new() }
    }

    fn task(&mut self, task: &Task) -> Branch {
        let name = self.plan.say(&task.title, self.language);
        let (measures, indicators, milestones) =
            (task.measures.len(), task.indicators.len(), task.milestones.len());
        let says = Sentence::default().name(name.clone()).then(self.language.pick(
            format!("：举措 {measures}，指标 {indicators}，节点目标 {milestones}"),
            format!(": measures {measures}, indicators {indicators}, milestones {milestones}"),
        ));
        self.mark(says, Route::Task(task.id.clone()));
        let mut leaves = Vec::new();
        for one in &task.measures {
            leaves.push(self.leaf(Kind::Measure, &one.title, Route::Measure(one.id.clone())));
        }
        for one in &task.indicators {
            leaves.push(self.leaf(Kind::Indicator, &one.name, Route::Indicator(one.id.clone())));
        }
        for one in &task.milestones {
            leaves.push(self.leaf(Kind::Milestone, &one.name, Route::Milestone(one.id.clone())));
        }
        Branch { name: name.words, branches: Vec::new(), leaves }
    }

    fn leaf(&mut self, kind: Kind, name: &crate::plan::Name, route: Route) -> Leaf {
        let says = Sentence::plain(kind.word(self.language))
            .then(self.language.pick("：", ": "))
            .name(self.plan.say(name, self.language));
        self.mark(says, route);
        kind.leaf(self.language)
    }

    fn mark(&mut self, says: Sentence, route: Route) {
        // The root, which is not drawn, has the number 0.
        let item = Item::new(0, self.marks.len() + 1);
        self.marks.push(Mark { says, href: route.href(), item });
    }
}

fn title(plan: &PlanIndex, language: Language) -> Sentence {
    let (areas, tasks) = (plan.areas.len(), plan.tasks().count());
    let (measures, indicators, milestones) =
        (plan.measures().count(), plan.indicators().count(), plan.milestones().count());
    Sentence::plain(language.pick(
        format!("{areas} 个领域、{tasks} 项任务，落到 {measures} 项举措、{indicators} 项指标和 {milestones} 个节点目标"),
        format!("{areas} areas and {tasks} tasks come down to {measures} measures, {indicators} indicators and {milestones} milestones"),
    ))
}

fn table(plan: &PlanIndex, language: Language) -> Table {
    let columns = [
        language.pick("任务", "Task"),
        language.pick("领域", "Area"),
        language.pick("举措", "Measures"),
        language.pick("指标", "Indicators"),
        language.pick("节点目标", "Milestones"),
    ];
    let link =
        |name: &crate::plan::Name, route: Route| Link { text: plan.say(name, language), href: route.href() };
    let row = |(area, task): (&Area, &Task)| {
        let measures = task.measures.iter().map(|one| link(&one.title, Route::Measure(one.id.clone())));
        let indicators = task.indicators.iter().map(|one| link(&one.name, Route::Indicator(one.id.clone())));
        let milestones = task.milestones.iter().map(|one| link(&one.name, Route::Milestone(one.id.clone())));
        vec![
            link(&task.title, Route::Task(task.id.clone())).into(),
            plan.say(&area.title, language).into(),
            Cell::links(measures),
            Cell::links(indicators),
            Cell::links(milestones),
        ]
    };
    Table {
        caption: Text::plain(language.pick("方案结构", "How the plan is built")),
        columns: columns.map(Column::text).into(),
        rows: plan.tasks().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::words::tests::plan;

    #[test]
    fn everything_in_the_plan_is_drawn_once_and_counted_outwards() {
        let chart = chart(&plan(), Language::Zh);
        assert_eq!(chart.title.words(), "4 个领域、11 项任务，落到 23 项举措、17 项指标和 8 个节点目标");
        let numbers: Vec<usize> = chart.marks.iter().map(|mark| mark.item.index).collect();
        assert_eq!(numbers, (1..=4 + 11 + 23 + 17 + 8).collect::<Vec<_>>());
        assert_eq!(chart.marks[1].href, "#/task/technology-transfer");
    }
}
