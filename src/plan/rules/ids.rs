//! Which identifiers a plan gives out, and to what.

use crate::plan::*;

/// What an identifier stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A round of the cycle.
    Round,
    /// A requirement that the plan makes of its own management.
    Requirement,
    /// A question that the text leaves open.
    Question,
    /// An organisation that is neither a group nor a district.
    Organisation,
    /// Several organisations that are named together.
    Group,
    /// An organisation of the kind district.
    District,
    /// A project.
    Project,
    /// An area.
    Area,
    /// A task of an area.
    Task,
    /// A measure of a task.
    Measure,
    /// An indicator of a task.
    Indicator,
    /// A milestone of a task.
    Milestone,
    /// A list with members.
    List,
}

/// Every identifier of a plan. They share one namespace, so that an address, a record or a question can
/// name any part by its identifier alone.
pub(super) struct Ids<'a> {
    /// By identifier, the first in the plan first.
    sorted: Vec<Entry<'a>>,
}

struct Entry<'a> {
    id: &'a str,
    kind: Kind,
}

impl<'a> Ids<'a> {
    pub(super) fn of(plan: &'a Plan) -> Self {
        let mut ids = Self { sorted: Vec::new() };
        plan.cycle.rounds.iter().for_each(|item| ids.add(&item.id, Kind::Round));
        plan.requirements.iter().for_each(|item| ids.add(&item.id, Kind::Requirement));
        plan.questions.iter().for_each(|item| ids.add(&item.id, Kind::Question));
        plan.organisations.iter().for_each(|item| ids.add(&item.id, kind_of(item)));
        plan.projects.iter().for_each(|item| ids.add(&item.id, Kind::Project));
        for area in &plan.areas {
            ids.add(&area.id, Kind::Area);
            for task in &area.tasks {
                ids.add(&task.id, Kind::Task);
                task.measures.iter().for_each(|item| ids.add(&item.id, Kind::Measure));
                task.indicators.iter().for_each(|item| ids.add(&item.id, Kind::Indicator));
                task.milestones.iter().for_each(|item| ids.add(&item.id, Kind::Milestone));
            }
        }
        plan.lists.iter().for_each(|item| ids.add(&item.id, Kind::List));
        ids
    }

    fn add(&mut self, id: &'a str, kind: Kind) {
        // Sorted by putting each where it belongs: for some hundred parts as quick as any sort, and three
        // kilobytes less in the first wasm.
        let after = self.sorted.partition_point(|entry| entry.id <= id);
        self.sorted.insert(after, Entry { id, kind });
    }

    /// What the identifier stands for; if it was given twice, what it was given to first.
    pub(super) fn kind(&self, id: &str) -> Option<Kind> {
        self.first(id).map(|entry| entry.kind)
    }

    /// To what the identifier was given before it was given to the bearer of this very string.
    pub(super) fn earlier(&self, own: &'a str) -> Option<Kind> {
        self.first(own).filter(|first| !std::ptr::eq(first.id, own)).map(|first| first.kind)
    }

    /// Every identifier of one of these kinds.
    pub(super) fn of_kinds(&self, kinds: &'static [Kind]) -> impl Iterator<Item = &'a str> {
        self.sorted.iter().filter(|entry| kinds.contains(&entry.kind)).map(|entry| entry.id)
    }

    fn first(&self, id: &str) -> Option<&Entry<'a>> {
        let at = self.sorted.partition_point(|entry| entry.id < id);
        self.sorted.get(at).filter(|entry| entry.id == id)
    }
}

fn kind_of(organisation: &Organisation) -> Kind {
    match organisation.kind {
        OrganisationKind::Group => Kind::Group,
        OrganisationKind::District => Kind::District,
        _ => Kind::Organisation,
    }
}
