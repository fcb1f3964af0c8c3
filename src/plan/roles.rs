//! Which part an organisation has in a task, by name or through a group that it belongs to.

use super::{Organisation, PlanIndex, Task};

/// What an organisation is to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// 牵头单位.
    Lead,
    /// 责任单位.
    Responsible,
}

impl Task {
    /// The part that the text gives the organisation by name. One that stands in both lists leads.
    pub fn role(&self, organisation: &str) -> Option<Role> {
        let names = |list: &[String]| list.iter().any(|id| id == organisation);
        match () {
            () if names(&self.lead) => Some(Role::Lead),
            () if names(&self.responsible) => Some(Role::Responsible),
            () => None,
        }
    }
}

impl PlanIndex {
    /// The groups that count the organisation among their members.
    pub fn groups_of<'a>(&'a self, organisation: &'a str) -> impl Iterator<Item = &'a Organisation> {
        self.organisations.iter().filter(move |group| group.members.iter().any(|id| id == organisation))
    }

    /// Whether the organisation is among those that are named, by its own name or through a group.
    pub fn is_named<'n>(&self, organisation: &str, mut named: impl Iterator<Item = &'n str>) -> bool {
        let is_group = |id: &str| self.groups_of(organisation).any(|group| group.id == id);
        named.any(|id| id == organisation || is_group(id))
    }

    /// The part that the organisation has in the task, and the group through which it has it; what
    /// the text says by name goes before what follows from a group.
    pub fn role<'a>(
        &'a self,
        task: &Task,
        organisation: &'a str,
    ) -> Option<(Role, Option<&'a Organisation>)> {
        task.role(organisation).map(|role| (role, None)).or_else(|| {
            self.groups_of(organisation).find_map(|group| Some((task.role(&group.id)?, Some(group))))
        })
    }
}
