//! 任务清单 and 项目清单 as tables.

use super::Group;
use super::words::{self, of};
use crate::page::plan::subject::{Linker, lists, words as shared};
use crate::plan::{Area, Indicator, Milestone, Project, ProjectKind, Task};
use crate::text::{Cell, Column, Piece, Table, Text};

/// Every task, in the order of the text.
pub fn tasks(linker: Linker) -> Table {
    let words = of(linker.language);
    let row = |(area, task): (&Area, &Task)| {
        vec![
            linker.task(task).into(),
            linker.section(&task.section).into(),
            linker.say(&area.title).into(),
            Cell::links(linker.organisations(&task.lead)),
            lists::responsible_cell(linker, task),
            indicators(linker, task),
            milestones(linker, task),
            Cell::links(task.measures.iter().map(|measure| linker.measure(measure))),
        ]
    };
    Table {
        caption: Text::plain(words.tasks_caption),
        columns: vec![
            Column::text(words.task),
            Column::text(words.section),
            Column::text(words.area),
            Column::text(words.lead),
            Column::text(words.responsible),
            Column::text(words.indicators),
            Column::text(words.milestones),
            Column::text(words.measures),
        ],
        rows: linker.plan.tasks().map(row).collect(),
    }
}

/// The indicators, each with how it stands.
fn indicators(linker: Linker, task: &Task) -> Cell {
    let one = |indicator: &Indicator| {
        let stands = linker.stands(indicator).map(|stands| stands.pieces(linker.language));
        [Piece::Link(linker.indicator(indicator))].into_iter().chain(stands.into_iter().flatten())
    };
    Cell { pieces: task.indicators.iter().flat_map(one).collect() }
}

/// The milestones, each with how it stands.
fn milestones(linker: Linker, task: &Task) -> Cell {
    let one = |milestone: &Milestone| {
        let lit = linker.light(&milestone.id).map(Piece::from);
        [Piece::Link(linker.milestone(milestone))].into_iter().chain(lit)
    };
    Cell { pieces: task.milestones.iter().flat_map(one).collect() }
}

/// Every project, by kind; a kind without one is left out.
pub fn projects(linker: Linker) -> Vec<Group> {
    let of_kind = |kind| linker.plan.projects.iter().filter(move |project| project.kind == kind);
    let group = |kind: ProjectKind| Group {
        title: kind.words(linker.language),
        note: words::group_note(linker.language, of_kind(kind).count()),
        table: project_table(linker, of_kind(kind)),
    };
    ProjectKind::ALL.into_iter().filter(|kind| of_kind(*kind).next().is_some()).map(group).collect()
}

fn project_table<'a>(linker: Linker<'a>, projects: impl Iterator<Item = &'a Project>) -> Table {
    let words = of(linker.language);
    let row = |project: &Project| {
        let mentions = linker.plan.mentions_of_project(&project.id);
        vec![
            name(linker, project),
            linker.section(&project.section).into(),
            Cell::links(linker.organisations(&project.organisations)),
            Cell::links(mentions.into_iter().map(|mention| linker.mention(mention))),
        ]
    };
    Table {
        caption: Text::default(),
        columns: vec![
            Column::text(words.project),
            Column::text(words.section),
            Column::text(words.organisations),
            Column::text(words.named_in),
        ],
        rows: projects.map(row).collect(),
    }
}

/// The project, how far it has come, and for a collective how many it stands for.
fn name(linker: Linker, project: &Project) -> Cell {
    let mut cell: Cell = linker.project(project).into();
    let lit = linker.light(&project.id).map(Piece::from);
    cell.pieces.extend(lit);
    let count = project.collective.map(|one| shared::collective(linker.language, one));
    cell.pieces.extend(count.map(|words| Piece::Note(Text::plain(words))));
    cell
}
