//! Areas, tasks, measures and requirements, out of the headings.

use super::named::Named;
use super::{Making, Problem};
use crate::authoring::figures::{self, What};
use crate::authoring::ids::Kind;
use crate::authoring::items::Of;
use crate::authoring::roles::Part;
use crate::authoring::source::Span;
use crate::plan::{Area, Cycle, Measure, Name, Requirement, Role, Task, Year};

/// Most letters that are taken over as a summary; whole sentences as long as they fit.
const MOST_OF_SUMMARY: usize = 200;

impl Making<'_> {
    pub(super) fn areas(&mut self, named: &Named, cycle: &Cycle) -> Vec<Area> {
        let mut areas: Vec<(Option<usize>, Area)> = Vec::new();
        for at in 0..self.parts.len() {
            if self.part(at) == Part::Area {
                let area = self.area(at);
                areas.push((Some(at), area));
            }
        }
        for at in 0..self.parts.len() {
            if self.part(at) != Part::Task {
                continue;
            }
            let of = self.around(Some(at), Part::Area);
            if !areas.iter().any(|(section, _)| *section == of) {
                areas.insert(0, (None, self.whole_area()));
            }
            let task = self.task(at, named, cycle);
            if let Some((_, area)) = areas.iter_mut().find(|(section, _)| *section == of) {
                area.tasks.push(task);
            }
        }
        self.orphans();
        self.strays();
        areas.into_iter().map(|(_, area)| area).collect()
    }

    fn area(&mut self, at: usize) -> Area {
        let title = self.title(at);
        let label = self.work.found.outline.sections.get(at).map_or("", |one| one.label.as_str());
        let mark = label.trim_matches(['（', '）', '(', ')']).to_owned();
        Area {
            id: self.ids.give(Kind::Area, &title),
            section: self.path(Some(at)),
            mark,
            title: Name::own(title),
            tasks: vec![],
        }
    }

    /// Tasks that stand below no area stand in one that has the name of the plan.
    fn whole_area(&mut self) -> Area {
        let title = self.work.head().short_title;
        Area {
            id: self.ids.give(Kind::Area, &title),
            section: self.path(None),
            mark: "1".into(),
            title: Name::own(title),
            tasks: vec![],
        }
    }

    fn task(&mut self, at: usize, named: &Named, cycle: &Cycle) -> Task {
        let title = self.title(at);
        let roles = named.roles.get(&at).cloned().unwrap_or_default();
        let of =
            |wanted: Role| roles.iter().filter(move |(role, _)| *role == wanted).map(|(_, id)| id.clone());
        let mut lead: Vec<String> = of(Role::Lead).collect();
        let mut responsible: Vec<String> = of(Role::Responsible).filter(|id| !lead.contains(id)).collect();
        // Where nobody leads, the first leads: the proposal said so, and a person agreed.
        if lead.is_empty() && !responsible.is_empty() {
            lead.push(responsible.remove(0));
        }
        let id = self.ids.give(Kind::Task, &title);
        let measures = (0..self.parts.len()).filter(|one| {
            self.part(*one) == Part::Measure && self.around(Some(*one), Part::Task) == Some(at)
        });
        let measures: Vec<usize> = measures.collect();
        Task {
            id,
            section: self.path(Some(at)),
            summary: self.summary(at, &title),
            title: Name::own(title),
            lead,
            responsible,
            responsible_open: self.is_open(at),
            measures: measures.into_iter().map(|one| self.measure(one, named)).collect(),
            indicators: self.indicators(at, cycle, !named.districts.is_empty()),
            milestones: self.milestones(at),
            projects: named.projects_of(at),
            organisations: vec![],
        }
    }

    fn measure(&mut self, at: usize, named: &Named) -> Measure {
        let title = self.title(at);
        let organisations = named.roles.get(&at).into_iter().flatten().map(|(_, id)| id.clone()).collect();
        Measure {
            id: self.ids.give(Kind::Measure, &title),
            section: self.path(Some(at)),
            summary: self.summary(at, &title),
            title: Name::own(title),
            year: self.year(at),
            projects: named.projects_of(at),
            organisations,
        }
    }

    pub(super) fn requirements(&mut self, named: &Named) -> Vec<Requirement> {
        let all = (0..self.parts.len()).filter(|at| self.part(*at) == Part::Requirement);
        let all: Vec<usize> = all.collect();
        let each = all.into_iter().map(|at| {
            let title = self.title(at);
            Requirement {
                id: self.ids.give(Kind::Requirement, &title),
                section: self.path(Some(at)),
                text: self.summary(at, &title),
                title: Name::own(title),
                projects: named.projects_of(at),
                organisations: vec![],
            }
        });
        each.collect()
    }

    /// Measures that belong to no task are in the way.
    fn orphans(&mut self) {
        for at in 0..self.parts.len() {
            let is_orphan = self.part(at) == Part::Measure && self.around(Some(at), Part::Task).is_none();
            let key = self.items.get(&Of::Section(at)).map(|item| item.key.clone());
            if is_orphan {
                self.fault(key.as_deref(), Problem::NoTask);
            }
        }
    }

    fn title(&self, at: usize) -> String {
        self.work.found.outline.sections.get(at).map(|one| self.raw(one.title)).unwrap_or_default()
    }

    /// The first sentences below a heading; without any the heading itself.
    fn summary(&self, at: usize, title: &str) -> Name {
        let own = self
            .work
            .found
            .roles
            .paragraphs
            .iter()
            .find(|one| one.section == Some(at) && !one.body.is_empty());
        let Some(body) = own.map(|one| one.body) else { return Name::own(title) };
        let source = &self.work.found.source;
        let sentences = source.sentences(body);
        let fitting = sentences.iter().take_while(|one| one.to - body.from <= MOST_OF_SUMMARY).last();
        let to = fitting.map_or((body.from + MOST_OF_SUMMARY).min(body.to), |one| one.to);
        Name::own(self.raw(Span::new(body.from, to)).replace('\n', " "))
    }

    fn is_open(&self, at: usize) -> bool {
        let own = self.work.found.roles.paragraphs.iter().filter(|one| one.section == Some(at));
        own.flat_map(|one| &one.duties).any(|duty| duty.is_open && duty.role == Role::Responsible)
    }

    /// The year that the closest heading above names: 2023年主要任务.
    fn year(&self, at: usize) -> Option<Year> {
        let found = &self.work.found;
        found.outline.up(at).skip(1).find_map(|up| {
            let title = found.outline.sections.get(up)?.title;
            figures::numbers(&found.source, title, &[]).into_iter().find_map(|one| match one.what {
                What::Years(years) if years.from == years.to => Some(years.from),
                _ => None,
            })
        })
    }
}
