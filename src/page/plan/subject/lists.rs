//! The tables and lists in which the parts of a plan stand.

use super::words::{self, of};
use super::{Body, Fact, Linker, Listed, Section};
use crate::page::shared::lights::Stands;
use crate::plan::{
    Indicator, Measure, Mention, Milestone, Modality, Organisation, PlanIndex, Project, Target, Task,
};
use crate::text::{Cell, Column, Language, Link, Piece, Table, Text};

/// A target as the text has it: word, sign, figure.
pub fn target_words(target: &Target, language: Language) -> String {
    let modality = match target.modality {
        Modality::None => "",
        modality => modality.words(language),
    };
    let value = target.value.to_string();
    let parts = [modality, target.comparator.mark(language), &value];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Indicators with the targets of each year of the plan; a year without one says so.
pub fn indicator_table<'a>(linker: Linker<'a>, indicators: impl IntoIterator<Item = &'a Indicator>) -> Table {
    let Linker { plan, language, .. } = linker;
    let words = of(language);
    let years = plan.period.iter();
    let mut columns = vec![Column::text(words.indicator), Column::text(words.basis)];
    columns.extend(years.clone().map(|year| Column::figure(year.to_string())));
    if linker.lights.is_some() {
        columns.extend([Column::figure(words.latest), Column::text(words.light)]);
    }
    columns.push(Column::text(words.unit));
    let cell = |target: Option<&Target>| match target {
        Some(target) => Cell::plain(target_words(target, language)),
        None => Cell::plain(words.unset),
    };
    let row = |indicator: &Indicator| {
        let mut row = vec![linker.indicator(indicator).into(), Cell::plain(linker.basis(indicator))];
        row.extend(years.clone().map(|year| cell(indicator.target(year))));
        if linker.lights.is_some() {
            row.extend(linker.stands(indicator).map(Stands::cells).unwrap_or_default());
        }
        row.push(linker.say(&indicator.unit).into());
        row
    };
    Table {
        caption: Text::plain(words.indicators_caption),
        rows: indicators.into_iter().map(row).collect(),
        columns,
    }
}

/// Indicators as a section.
pub fn indicators<'a>(linker: Linker<'a>, indicators: impl IntoIterator<Item = &'a Indicator>) -> Section {
    section(of(linker.language).indicators, Body::Table(indicator_table(linker, indicators)))
}

pub fn milestones<'a>(linker: Linker, milestones: impl IntoIterator<Item = &'a Milestone>) -> Section {
    let listed = |milestone: &Milestone| Listed {
        link: linker.milestone(milestone),
        lit: linker.light(&milestone.id),
        remarks: milestone_remarks(linker, milestone),
        text: Text::default(),
    };
    section(of(linker.language).milestones, Body::List(milestones.into_iter().map(listed).collect()))
}

/// Years, state or direction, and the word that qualifies it.
pub fn milestone_remarks(linker: Linker, milestone: &Milestone) -> Vec<Text> {
    let modality = (milestone.modality != Modality::None).then(|| milestone.modality.words(linker.language));
    let mut remarks =
        vec![Text::plain(milestone.years.to_string()), Text::plain(milestone.kind.words(linker.language))];
    remarks.extend(modality.map(Text::plain));
    remarks
}

/// Measures; when all are of one year, the section says so once.
pub fn measures(linker: Linker, measures: &[Measure]) -> Section {
    let language = linker.language;
    let common = measures.first().and_then(|first| first.year);
    let common = common.filter(|_| measures.iter().all(|measure| measure.year == common));
    let listed = |measure: &Measure| {
        let year = measure.year.filter(|_| common.is_none());
        let mut remarks = vec![linker.section(&measure.section)];
        remarks.extend(year.map(|year| Text::plain(words::of_year(language, year))));
        Listed {
            link: linker.measure(measure),
            lit: linker.light(&measure.id),
            remarks,
            text: linker.say(&measure.summary),
        }
    };
    Section {
        title: of(language).measures,
        note: common.map(|year| words::all_of_year(language, year)).unwrap_or_default(),
        body: Body::List(measures.iter().map(listed).collect()),
    }
}

/// Projects, with the organisations that the text names with them.
pub fn projects<'a>(linker: Linker, projects: impl IntoIterator<Item = &'a Project>) -> Section {
    let listed = |project: &Project| Listed {
        link: linker.project(project),
        lit: linker.light(&project.id),
        remarks: project_remarks(linker, project),
        text: Text::default(),
    };
    section(of(linker.language).projects, Body::List(projects.into_iter().map(listed).collect()))
}

fn project_remarks(linker: Linker, project: &Project) -> Vec<Text> {
    let mut remarks = vec![Text::plain(project.kind.words(linker.language))];
    remarks.extend(project.collective.map(|one| Text::plain(words::collective(linker.language, one))));
    remarks
}

pub fn organisations<'a>(
    linker: Linker,
    title: &'static str,
    organisations: impl IntoIterator<Item = &'a Organisation>,
) -> Section {
    let listed = |organisation: &Organisation| Listed {
        link: linker.organisation(organisation),
        lit: None,
        remarks: vec![Text::plain(organisation.kind.words(linker.language))],
        text: Text::default(),
    };
    section(title, Body::List(organisations.into_iter().map(listed).collect()))
}

/// The places that name something.
pub fn mentions(linker: Linker, mentions: &[Mention]) -> Section {
    let listed = |mention: &Mention| {
        let place = match mention {
            Mention::Task(task) => Some(&task.section),
            Mention::Measure(measure) => Some(&measure.section),
            Mention::Milestone(milestone) => Some(&milestone.section),
            Mention::Project(project) => Some(&project.section),
            Mention::Requirement(requirement) => Some(&requirement.section),
            Mention::Head => None,
        };
        let mut remarks = vec![Text::plain(words::mention(linker.language, *mention))];
        remarks.extend(place.map(|section| linker.section(section)));
        Listed { link: linker.mention(*mention), lit: None, remarks, text: Text::default() }
    };
    section(of(linker.language).named, Body::List(mentions.iter().map(listed).collect()))
}

/// What the text leaves open about any of these.
pub fn questions(linker: Linker, ids: &[&str]) -> Section {
    let concerns = |list: &[String]| list.iter().any(|concerned| ids.contains(&concerned.as_str()));
    let found = linker.plan.questions.iter().filter(|question| concerns(&question.concerns));
    let said = found.map(|question| (linker.say(&question.question), linker.say(&question.reading)));
    let words = of(linker.language);
    Section {
        title: words.questions,
        note: words.questions_note.into(),
        body: Body::Questions(said.collect()),
    }
}

/// The words of the text.
pub fn as_written<'a>(linker: Linker, written: impl IntoIterator<Item = &'a String>) -> Section {
    let quotes = written.into_iter().map(|words| linker.quote(words)).collect();
    section(of(linker.language).as_written, Body::Quotes(quotes))
}

/// Who leads a task and who answers for it; a list that the text leaves open says so.
pub fn duties(linker: Linker, task: &Task) -> [Fact; 2] {
    let words = of(linker.language);
    let open = if task.responsible_open { words.and_others } else { "" };
    [
        Fact::links(words.lead, linker.organisations(&task.lead)),
        Fact {
            name: words.responsible,
            links: linker.organisations(&task.responsible),
            text: Text::plain(open),
        },
    ]
}

/// The links of [`duties`] in a cell of a table.
pub fn responsible_cell(linker: Linker, task: &Task) -> Cell {
    let mut cell = Cell::links(linker.organisations(&task.responsible));
    if task.responsible_open {
        cell.pieces.push(Piece::Note(Text::plain(of(linker.language).and_others.trim())));
    }
    cell
}

/// Other names, which people look for in the plan's language.
pub fn aliases(linker: Linker, aliases: &[String]) -> Fact {
    let separator = linker.plan.language.pick("、", ", ");
    Fact::text(of(linker.language).aliases, linker.quote(&aliases.join(separator)))
}

/// The projects that the task or one of its measures names, each once, in the order of the text.
pub fn projects_of_task<'a>(plan: &'a PlanIndex, task: &Task) -> Vec<&'a Project> {
    named_once(std::iter::once(&task.projects).chain(task.measures.iter().map(|measure| &measure.projects)))
        .into_iter()
        .filter_map(|id| plan.project(id))
        .collect()
}

/// Identifiers of several lists, each once, in order.
pub fn named_once<'a>(lists: impl IntoIterator<Item = &'a Vec<String>>) -> Vec<&'a str> {
    let mut once: Vec<&str> = Vec::new();
    for id in lists.into_iter().flatten() {
        if !once.contains(&id.as_str()) {
            once.push(id);
        }
    }
    once
}

/// The path to something of a task.
pub fn path(linker: Linker, area: &crate::plan::Area, task: Option<&Task>) -> Vec<Link> {
    let tasks = crate::route::Route::Tasks(crate::route::TasksView::Tree);
    let root = Link { text: Text::plain(of(linker.language).tasks), href: tasks.href() };
    let mut path = vec![root, linker.area(area)];
    path.extend(task.map(|task| linker.task(task)));
    path
}

fn section(title: &'static str, body: Body) -> Section {
    Section { title, note: String::new(), body }
}
