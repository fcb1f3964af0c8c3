//! A year's own tasks, measures, projects and nodes (年度任务清单、项目清单).

use crate::ledger::{BatchId, EntryId, Id};
use crate::plan::{Day, Year, Years};

/// What is said of one item of a year's list. The plan as issued is never changed: what is said of one of its own
/// measures stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its identifier: of the plan, or an own one ([`Item::own_id`]).
    pub id: Id,
    /// What becomes of it.
    pub change: ItemChange,
    /// Why, as typed; may be empty.
    pub reason: String,
    /// The paper that says so; may be empty.
    pub document: String,
}

/// What becomes of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemChange {
    /// It is on the list in these words: newly, or worded anew.
    Listed(ItemLine),
    /// It goes on in a year as it was (结转).
    CarriedOn {
        /// The year in which it goes on.
        year: Year,
    },
    /// It is not pursued any more (终止); on 1 January for what a year does not take over.
    Ended {
        /// The first day on which nobody owes it.
        on: Day,
    },
    /// Its due day is moved; the reason is the entry's.
    Moved {
        /// The new due day.
        due: Day,
    },
}

/// A line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemLine {
    /// What it is.
    pub kind: ItemKind,
    /// The item to which it belongs, such as the task of a measure; `None` where it stands by itself.
    pub parent: Option<Id>,
    /// Its title, as typed.
    pub title: String,
    /// The years on whose lists it stands.
    pub years: Years,
    /// Identifiers of the organisations that lead it (牵头单位).
    pub lead: Vec<Id>,
    /// Identifiers of the organisations that are responsible with them (责任单位).
    pub responsible: Vec<Id>,
    /// The day on which it is to begin; `None` where nobody says.
    pub begins: Option<Day>,
    /// The day until which it is to be done; of a node, always.
    pub due: Option<Day>,
    /// Of what it comes: a measure of the plan, or an item of an earlier year, which it carries out or replaces.
    pub origin: Option<Id>,
}

/// What an item of a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemKind {
    /// A task (任务).
    Task,
    /// A measure (举措).
    Measure,
    /// A project (项目).
    Project,
    /// A node (工作节点): what, who, and a due day.
    Node,
}

impl Item {
    /// The identifier of an item that the entry of this name adds. No plan file can ever collide with it: identifiers of
    /// a plan have no point.
    pub fn own_id(entry: EntryId) -> Id {
        let EntryId { batch, index } = entry;
        format!("{:x}.{}.{index}", batch.writer, batch.sequence).into()
    }

    /// The entry of which [`Item::own_id`] made an identifier; `None` where nothing makes such a one.
    pub fn entry_of(own_id: &str) -> Option<EntryId> {
        let mut parts = own_id.split('.');
        let writer = u64::from_str_radix(parts.next()?, 16).ok()?;
        let sequence = parts.next()?.parse().ok()?;
        let index = parts.next()?.parse().ok()?;
        let entry = EntryId { batch: BatchId { writer, sequence }, index };
        // Each entry has one name: neither `+1` nor `01` is another.
        (*Self::own_id(entry) == *own_id).then_some(entry)
    }

    /// Whether an identifier is of an item that was added, and not of the plan.
    pub fn is_own_id(id: &str) -> bool {
        id.contains('.')
    }
}
