//! Who answers for what: lead organisations on the left, tasks in the middle, responsible organisations on the
//! right. The side says which of the two an organisation is, so no colour has to.

use super::{Chart, Item, Mark, Sentence, Width, words};
use crate::plan::{PlanIndex, Task};
use crate::route::Route;
use crate::text::{Cell, Column, Language, Link, Table, Text};

/// Nodes in three columns and the bands between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Leads first, then tasks, then responsible organisations; an organisation that is both stands here twice.
    pub nodes: Vec<Node>,
    /// From a lead to a task, or from a task to a responsible organisation.
    pub bands: Vec<Band>,
    /// Heads of the columns, from the left, in the language of the page.
    pub heads: [&'static str; 3],
}

/// An organisation in one of its parts, or a task.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Unlike every other node's.
    pub key: String,
    /// The label, in the language of the page where the plan has it.
    pub name: String,
    /// The column in which it stands.
    pub side: Side,
}

/// The column of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left: an organisation that leads (牵头).
    Lead,
    /// Middle: a task.
    Task,
    /// Right: an organisation that is responsible (责任).
    Responsible,
}

/// An answer for a task: places in the list of nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The left node: a lead or a task.
    pub from: usize,
    /// The right node: a task or a responsible organisation.
    pub to: usize,
}

impl Drawing {
    pub(super) fn height(&self, width: Width) -> u32 {
        let count = |side| self.nodes.iter().filter(|node| node.side == side).count() as u32;
        let most = count(Side::Lead).max(count(Side::Task)).max(count(Side::Responsible));
        (most * width.pick(38, 36, 36) + 50).max(240)
    }
}

/// What is drawn, and what every node and band says.
struct Builder<'a> {
    plan: &'a PlanIndex,
    language: Language,
    nodes: Vec<Node>,
    bands: Vec<Band>,
    marks: Vec<Mark>,
}

/// The chart of the tasks that `chosen` lets through.
pub fn chart(plan: &PlanIndex, chosen: impl Fn(&Task) -> bool, language: Language) -> Chart {
    let tasks: Vec<&Task> = plan.tasks().map(|(_, task)| task).filter(|task| chosen(task)).collect();
    let mut builder = Builder { plan, language, nodes: Vec::new(), bands: Vec::new(), marks: Vec::new() };
    let leads = builder.organisations(&tasks, Side::Lead);
    let places = builder.tasks(&tasks);
    let responsible = builder.organisations(&tasks, Side::Responsible);
    builder.bands(&tasks, &leads, &places, &responsible);
    let heads = [
        language.pick("牵头单位", "Lead"),
        language.pick("任务", "Task"),
        language.pick("责任单位", "Responsible"),
    ];
    Chart {
        title: title(plan, &tasks, language),
        source: words::source(plan, tasks.iter().map(|task| task.section.as_str()).collect(), language),
        description: Sentence::plain(language.pick(
            "流向图：左列是牵头单位，中列是任务，右列是责任单位；一条带是一项牵头或责任。",
            "Flow in three columns: lead organisations on the left, tasks in the middle, responsible organisations on the right; a band is one task led or answered for.",
        )),
        table: table(plan, &tasks, heads, language),
        marks: builder.marks,
        drawing: super::Drawing::Flow(Drawing { nodes: builder.nodes, bands: builder.bands, heads }),
    }
}

fn of(task: &Task, side: Side) -> &[String] {
    match side {
        Side::Lead => &task.lead,
        Side::Responsible => &task.responsible,
        Side::Task => &[],
    }
}

/// Every organisation on a side, once, in the order of the text.
fn once<'a>(tasks: &[&'a Task], side: Side) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for id in tasks.iter().flat_map(|task| of(task, side)) {
        if !found.contains(&id.as_str()) {
            found.push(id);
        }
    }
    found
}

impl Builder<'_> {
    /// Adds the organisations of a side; gives their identifiers with their places.
    fn organisations<'t>(&mut self, tasks: &[&'t Task], side: Side) -> Vec<(&'t str, usize)> {
        let part = match side {
            Side::Lead => self.language.pick("牵头", " leads "),
            _ => self.language.pick("负责", " is responsible for "),
        };
        let mut places = Vec::new();
        for id in once(tasks, side) {
            let name = organisation_name(self.plan, id, self.language);
            let count = tasks.iter().filter(|task| of(task, side).iter().any(|other| other == id)).count();
            let says = Sentence::default().name(name.clone()).then(part).then(self.language.pick(
                format!(" {count} 项任务"),
                format!("{count} {}", if count == 1 { "task" } else { "tasks" }),
            ));
            let key = format!("{}:{id}", if side == Side::Lead { "lead" } else { "responsible" });
            places.push((id, self.node(key, name.words, side, says, organisation_href(id))));
        }
        places
    }

    fn tasks(&mut self, tasks: &[&Task]) -> Vec<usize> {
        let mut places = Vec::new();
        for task in tasks {
            let name = self.plan.say(&task.title, self.language);
            let names = |ids: &[String]| {
                ids.iter().map(|id| organisation_name(self.plan, id, self.language)).collect()
            };
            let mut says = Sentence::default()
                .name(name.clone())
                .then(self.language.pick("：牵头", ": led by "))
                .names(names(&task.lead), self.language)
                .then(self.language.pick("；责任", "; responsible: "))
                .names(names(&task.responsible), self.language);
            if task.responsible_open {
                says = says.then(self.language.pick("等", " and others"));
            }
            let href = Route::Task(task.id.clone()).href();
            places.push(self.node(format!("task:{}", task.id), name.words, Side::Task, says, href));
        }
        places
    }

    fn node(&mut self, key: String, name: String, side: Side, says: Sentence, href: String) -> usize {
        let place = self.nodes.len();
        self.marks.push(Mark { says, href, item: Item::new(0, place) });
        self.nodes.push(Node { key, name, side });
        place
    }

    fn bands(
        &mut self,
        tasks: &[&Task],
        leads: &[(&str, usize)],
        places: &[usize],
        responsible: &[(&str, usize)],
    ) {
        let find =
            |list: &[(&str, usize)], id: &str| list.iter().find(|(other, _)| *other == id).map(|(_, at)| *at);
        for (task, &place) in tasks.iter().zip(places) {
            for id in &task.lead {
                if let Some(from) = find(leads, id) {
                    self.band(Band { from, to: place }, id, task, self.language.pick("牵头", " leads "));
                }
            }
            for id in &task.responsible {
                if let Some(to) = find(responsible, id) {
                    let part = self.language.pick("是责任单位：", " is responsible for ");
                    self.band(Band { from: place, to }, id, task, part);
                }
            }
        }
    }

    fn band(&mut self, band: Band, organisation: &str, task: &Task, part: &str) {
        let says = Sentence::default()
            .name(organisation_name(self.plan, organisation, self.language))
            .then(part)
            .name(self.plan.say(&task.title, self.language));
        let item = Item::edge(0, self.bands.len());
        self.marks.push(Mark { says, href: Route::Task(task.id.clone()).href(), item });
        self.bands.push(band);
    }
}

fn organisation_name(plan: &PlanIndex, id: &str, language: Language) -> Text {
    plan.organisation(id)
        .map_or_else(|| Text::plain(id), |organisation| plan.say(&organisation.name, language))
}

fn organisation_href(id: &str) -> String {
    Route::Organisation(id.into()).href()
}

fn title(plan: &PlanIndex, tasks: &[&Task], language: Language) -> Sentence {
    let leads = |id: &str| tasks.iter().filter(|task| task.lead.iter().any(|lead| lead == id)).count();
    // Of two that lead as many, the one that the text names first.
    let most = once(tasks, Side::Lead).into_iter().rev().max_by_key(|id| leads(id));
    let Some(id) = most else {
        return Sentence::plain(language.pick("没有任务", "No tasks"));
    };
    Sentence::default().name(organisation_name(plan, id, language)).then(language.pick(
        format!("牵头 {} 项任务，共 {} 项", leads(id), tasks.len()),
        format!(" leads {} of {} tasks", leads(id), tasks.len()),
    ))
}

fn table(plan: &PlanIndex, tasks: &[&Task], heads: [&'static str; 3], language: Language) -> Table {
    let [lead, task_head, responsible] = heads;
    let link =
        |id: &String| Link { text: organisation_name(plan, id, language), href: organisation_href(id) };
    let row = |task: &&Task| {
        let title = Link { text: plan.say(&task.title, language), href: Route::Task(task.id.clone()).href() };
        let mut others = Cell::links(task.responsible.iter().map(link));
        if task.responsible_open {
            others.pieces.push(crate::text::Piece::Plain(Text::plain(language.pick("等", "and others"))));
        }
        vec![title.into(), Cell::links(task.lead.iter().map(link)), others]
    };
    Table {
        caption: Text::plain(
            language.pick("各任务的牵头和责任单位", "Who leads and who is responsible for each task"),
        ),
        columns: [task_head, lead, responsible].map(Column::text).into(),
        rows: tasks.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::words::tests::plan;

    #[test]
    fn every_answer_in_the_plan_is_a_band_and_every_band_reads() {
        let plan = plan();
        let chart = chart(&plan, |_| true, Language::Zh);
        let super::super::Drawing::Flow(drawing) = &chart.drawing else { panic!("{chart:?}") };
        let answers: usize = plan.tasks().map(|(_, task)| task.lead.len() + task.responsible.len()).sum();
        assert_eq!(drawing.bands.len(), answers);
        assert_eq!(chart.marks.len(), drawing.nodes.len() + answers);
        for band in &drawing.bands {
            let (from, to) = (drawing.nodes[band.from].side, drawing.nodes[band.to].side);
            assert!(matches!((from, to), (Side::Lead, Side::Task) | (Side::Task, Side::Responsible)));
        }
        assert_eq!(chart.title.words(), "市科技局牵头 10 项任务，共 11 项");
    }

    #[test]
    fn one_that_leads_and_answers_stands_on_both_sides() {
        let chart = chart(&plan(), |_| true, Language::En);
        let super::super::Drawing::Flow(drawing) = &chart.drawing else { panic!("{chart:?}") };
        let keys: Vec<&str> = drawing.nodes.iter().map(|node| node.key.as_str()).collect();
        assert!(keys.contains(&"lead:science-bureau") && keys.contains(&"responsible:science-bureau"));
    }
}
