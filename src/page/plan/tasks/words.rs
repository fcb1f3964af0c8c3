//! What the page of tasks says of its own.

use crate::plan::Year;
use crate::route::{Route, TasksView};
use crate::text::{Language, Link, Text};

pub struct Words {
    pub views: &'static str,
    pub years: &'static str,
    tree: &'static str,
    tasks: &'static str,
    projects: &'static str,
    pub task: &'static str,
    pub section: &'static str,
    pub area: &'static str,
    pub lead: &'static str,
    pub responsible: &'static str,
    pub indicators: &'static str,
    pub milestones: &'static str,
    pub measures: &'static str,
    pub named_by_task: &'static str,
    pub project: &'static str,
    pub organisations: &'static str,
    pub named_in: &'static str,
    pub open_all: &'static str,
    pub close_all: &'static str,
    pub show: &'static str,
    pub tasks_caption: &'static str,
    pub lists: &'static str,
}

const ZH: Words = Words {
    views: "视图",
    years: "年度清单",
    tree: "任务树",
    tasks: "任务清单",
    projects: "项目清单",
    task: "任务",
    section: "出处",
    area: "领域",
    lead: "牵头单位",
    responsible: "责任单位",
    indicators: "指标",
    milestones: "节点目标",
    measures: "举措",
    named_by_task: "任务具名的项目",
    project: "项目",
    organisations: "涉及单位",
    named_in: "所在位置",
    open_all: "全部展开",
    close_all: "全部收起",
    show: "展开：",
    tasks_caption: "按方案次序；责任单位后有“等”的，方案名单未列全",
    lists: "名单和清单",
};

const EN: Words = Words {
    views: "View",
    years: "Lists of the years",
    tree: "Tree",
    tasks: "List of tasks",
    projects: "List of projects",
    task: "Task",
    section: "Section",
    area: "Area",
    lead: "Lead",
    responsible: "Responsible",
    indicators: "Indicators",
    milestones: "Milestones",
    measures: "Measures",
    named_by_task: "Named by the task",
    project: "Project",
    organisations: "Organisations named",
    named_in: "Named in",
    open_all: "Expand all",
    close_all: "Collapse all",
    show: "Show: ",
    tasks_caption: "In the order of the text; where a list says “and others”, the plan leaves it open",
    lists: "Lists with members",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

impl Words {
    pub fn view(&self, view: TasksView) -> &'static str {
        match view {
            TasksView::Tree => self.tree,
            TasksView::Tasks => self.tasks,
            TasksView::Projects => self.projects,
        }
    }
}

/// What the plan is made of, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    pub areas: usize,
    pub tasks: usize,
    pub measures: usize,
    pub projects: usize,
}

/// The list of a year, beside what they all are.
pub fn year_link(year: Year) -> Link {
    Link { text: Text::plain(year.to_string()), href: Route::Year(year).href() }
}

/// The page in a sentence.
pub fn headline(language: Language, view: TasksView, counts: Counts) -> String {
    let Counts { areas, tasks, measures, projects } = counts;
    match (language, view) {
        (Language::Zh, TasksView::Tree) => format!("{areas} 个领域、{tasks} 项任务、{measures} 条举措"),
        (Language::Zh, TasksView::Tasks) => format!("任务清单：{tasks} 项任务的牵头单位和目标"),
        (Language::Zh, TasksView::Projects) => format!("项目清单：{projects} 个具名项目"),
        (Language::En, TasksView::Tree) => {
            format!("{}, {}, {}", plural(areas, "area"), plural(tasks, "task"), plural(measures, "measure"))
        }
        (Language::En, TasksView::Tasks) => {
            format!("{}: who leads and what is to be reached", plural(tasks, "task"))
        }
        (Language::En, TasksView::Projects) => format!("{} that the plan names", plural(projects, "project")),
    }
}

/// Measures that are all of one year, and the projects.
pub fn lede(language: Language, year: Option<String>, projects: usize) -> String {
    match (language, year) {
        (Language::Zh, Some(year)) => format!("举措均为 {year} 年；方案共列具名项目 {projects} 个。"),
        (Language::Zh, None) => format!("方案共列具名项目 {projects} 个。"),
        (Language::En, Some(year)) => {
            format!("The measures are those of {year}; the plan names {}.", plural(projects, "project"))
        }
        (Language::En, None) => format!("The plan names {}.", plural(projects, "project")),
    }
}

/// What a task has, in a few words; what it has none of is left out.
pub fn tally(language: Language, counts: [usize; 4]) -> String {
    let names =
        language.pick(["指标", "节点", "举措", "项目"], ["indicator", "milestone", "measure", "project"]);
    let each = counts.into_iter().zip(names).filter(|(count, _)| *count > 0);
    let each = each.map(|(count, name)| match language {
        Language::Zh => format!("{name} {count}"),
        Language::En => plural(count, name),
    });
    each.collect::<Vec<_>>().join(" · ")
}

/// How many projects a group has.
pub fn group_note(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("{count} 个"),
        Language::En => count.to_string(),
    }
}

fn plural(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
