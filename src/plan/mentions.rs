//! Where the plan names a project or an organisation beside those that answer for a task.

use super::{Measure, Milestone, PlanIndex, Project, Requirement, Task};

/// One place of the text that names something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mention<'a> {
    /// A task, outside its measures and milestones.
    Task(&'a Task),
    /// A measure of a task.
    Measure(&'a Measure),
    /// A milestone of a task.
    Milestone(&'a Milestone),
    /// A project, with which the text names an organisation.
    Project(&'a Project),
    /// A requirement that the plan makes of its own management.
    Requirement(&'a Requirement),
    /// The head of the document, which names what the plan carries out.
    Head,
}

impl PlanIndex {
    /// Every place that names the project, in the order of the text.
    pub fn mentions_of_project<'a>(&'a self, id: &str) -> Vec<Mention<'a>> {
        let has = |list: &[String]| list.iter().any(|one| one == id);
        let mut found = Vec::new();
        found.extend(has(&self.document.rests_on).then_some(Mention::Head));
        self.walk(&mut found, |task| has(&task.projects), |m| has(&m.projects), |m| has(&m.projects));
        let named = self.requirements.iter().filter(|requirement| has(&requirement.projects));
        found.extend(named.map(Mention::Requirement));
        found
    }

    /// Every place that names the organisation, in the order of the text; not where it answers for
    /// a task, which [`PlanIndex::role`] tells.
    pub fn mentions_of_organisation<'a>(&'a self, id: &str) -> Vec<Mention<'a>> {
        let has = |list: &[String]| list.iter().any(|one| one == id);
        let mut found = Vec::new();
        self.walk(
            &mut found,
            |task| has(&task.organisations),
            |m| has(&m.organisations),
            |m| has(&m.organisations),
        );
        found
            .extend(self.projects.iter().filter(|project| has(&project.organisations)).map(Mention::Project));
        let named = self.requirements.iter().filter(|requirement| has(&requirement.organisations));
        found.extend(named.map(Mention::Requirement));
        found
    }

    fn walk<'a>(
        &'a self,
        found: &mut Vec<Mention<'a>>,
        in_task: impl Fn(&Task) -> bool,
        in_measure: impl Fn(&Measure) -> bool,
        in_milestone: impl Fn(&Milestone) -> bool,
    ) {
        for (_, task) in self.tasks() {
            if in_task(task) {
                found.push(Mention::Task(task));
            }
            let measures = task.measures.iter().filter(|item| in_measure(item));
            found.extend(measures.map(Mention::Measure));
            let milestones = task.milestones.iter().filter(|item| in_milestone(item));
            found.extend(milestones.map(Mention::Milestone));
        }
    }
}
