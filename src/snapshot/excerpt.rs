//! Which part of the ledger a page shows.

use crate::ledger::{EntryId, Found, Id, Ledger, Slot};
use crate::link::message::LONGEST_PAGE;
use crate::plan::{Day, PlanIndex, Task};
use crate::route::{IndicatorsView, Route};
use crate::standing::{Bases, Light, reading};
use std::collections::BTreeSet;

/// The part of a ledger that one page shows: what is said of some indicators, measures, milestones and projects, and
/// perhaps what one organisation has sent in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    subjects: BTreeSet<String>,
    organisation: Option<String>,
}

impl Excerpt {
    /// Whether everything of another part is of this one too.
    pub fn covers(&self, other: &Self) -> bool {
        other.subjects.is_subset(&self.subjects)
            && (other.organisation.is_none() || other.organisation == self.organisation)
    }

    /// Whether what a slot holds is of this part: `found`, in `ledger`. The rule for lights always is, and so are the
    /// windows and the start of use: without them no light and no lateness is understood.
    pub fn holds(&self, ledger: &Ledger, slot: &Slot, found: &Found) -> bool {
        let is_subject = |id: &Id| self.subjects.contains(&**id);
        let is_organisation = |id: &Id| self.organisation.as_deref() == Some(&**id);
        let of = |id: &EntryId| ledger.find(*id).is_some_and(|found| self.holds_entry(&found));
        match slot {
            Slot::Actual { .. }
            | Slot::Baseline { .. }
            | Slot::YearTarget { .. }
            | Slot::Basis { .. }
            | Slot::Progress { .. }
            | Slot::Judgement { .. }
            | Slot::ItemLine { .. }
            | Slot::ItemCourse { .. }
            | Slot::DueDay { .. }
            | Slot::Adjustment { .. }
            | Slot::Allotment { .. }
            | Slot::Verdict { .. } => slot.subject().is_some_and(is_subject),
            Slot::Problem { .. } => self.holds_entry(found),
            Slot::Submission { organisation, .. } => is_organisation(organisation),
            Slot::ProblemStep { problem: entry, .. }
            | Slot::Case { case: entry, .. }
            | Slot::Decision { decision: entry, .. } => of(entry),
            Slot::Rule | Slot::Window { .. } | Slot::StartOfUse => true,
            // No page shows a part of a list, of an assessment or of what was issued.
            Slot::Lock { .. } | Slot::Member { .. } | Slot::AssessmentRule { .. } | Slot::Issue { .. } => {
                false
            }
        }
    }

    /// What is about nothing in particular belongs to its organisation.
    fn holds_entry(&self, found: &Found) -> bool {
        match found.entry.said.subject() {
            Some(subject) => self.subjects.contains(&**subject),
            None => self.organisation.as_deref() == Some(&*found.batch.organisation),
        }
    }
}

/// The part that a page shows; none for a page that shows all of it, or nothing, and for one whose address is too long
/// to go along.
pub fn excerpt(plan: &PlanIndex, ledger: &Ledger, route: &Route, today: Day) -> Option<Excerpt> {
    let of = |subjects: BTreeSet<String>| Some(Excerpt { subjects, organisation: None });
    if route.address().len() > LONGEST_PAGE {
        return None;
    }
    match route {
        // Of what has no data there is nothing to hand around.
        Route::Indicators(view) if view.light == Some(Light::NoData) => None,
        Route::Indicators(view) => of(chosen(plan, ledger, view, today)).filter(|part| {
            let count = part.subjects.len();
            count > 0 && count < plan.indicators().count()
        }),
        Route::Indicator(id) => plan.indicator(id).and_then(|_| of([id.clone()].into())),
        Route::Measure(id) => plan.measure(id).and_then(|_| of([id.clone()].into())),
        Route::Milestone(id) => plan.milestone(id).and_then(|_| of([id.clone()].into())),
        Route::Project(id) => plan.project(id).and_then(|_| of([id.clone()].into())),
        Route::Task(id) => plan.task(id).and_then(|(_, task)| of(subjects(task).collect())),
        Route::Organisation(id) | Route::Form { organisation: id, .. } => plan.organisation(id).map(|_| {
            let tasks = plan.tasks().filter(|(_, task)| plan.role(task, id).is_some());
            let items = items(plan, ledger, id);
            Excerpt {
                subjects: tasks.flat_map(|(_, task)| subjects(task)).chain(items).collect(),
                organisation: Some(id.clone()),
            }
        }),
        _ => None,
    }
}

/// What stands on the list of any year for an organisation.
fn items(plan: &PlanIndex, ledger: &Ledger, organisation: &str) -> BTreeSet<String> {
    let lists = plan.period.iter().flat_map(|year| ledger.list_of(year));
    let own = lists.filter(|one| {
        one.line.is_some_and(|line| {
            plan.is_named(organisation, line.lead.iter().chain(&line.responsible).map(|id| &**id))
        })
    });
    own.map(|one| one.id.to_string()).collect()
}

fn chosen(plan: &PlanIndex, ledger: &Ledger, view: &IndicatorsView, today: Day) -> BTreeSet<String> {
    if !view.compare.is_empty() {
        return view.compare.iter().filter(|id| plan.indicator(id).is_some()).cloned().collect();
    }
    let bases = Bases::new(plan, ledger);
    let left = view.selected(plan, &bases).into_iter();
    match view.light {
        None => left.map(|place| place.item.id.clone()).collect(),
        Some(wanted) => {
            let rule = reading::rule(ledger);
            let light = |one| reading::judged(plan, ledger, one, today, &rule).light;
            left.filter(|place| light(place.item) == wanted).map(|place| place.item.id.clone()).collect()
        }
    }
}

fn subjects(task: &Task) -> impl Iterator<Item = String> {
    let indicators = task.indicators.iter().map(|one| &one.id);
    let measures = task.measures.iter().map(|one| &one.id);
    let milestones = task.milestones.iter().map(|one| &one.id);
    let projects = task.projects.iter().chain(task.measures.iter().flat_map(|one| &one.projects));
    indicators.chain(measures).chain(milestones).chain(projects).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, batch, entry};
    use crate::ledger::{BatchId, Said};

    fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../public/plan.json")).expect("the shipped plan")
    }

    fn ledger() -> Ledger {
        let problem = |subject: Option<&str>| {
            entry(Said::Problem {
                subject: subject.map(Into::into),
                text: "缺钱".into(),
                who: String::new(),
                until: None,
            })
        };
        Ledger::new([batch(
            BatchId { writer: 1, sequence: 0 },
            10,
            8,
            [
                actual("alliances", "12"),
                actual("relocation-projects", "3"),
                problem(Some("alliances")),
                problem(None),
                entry(Said::Submission),
            ],
        )])
    }

    fn held(address: &str) -> Option<usize> {
        let (plan, ledger) = (plan(), ledger());
        let part = excerpt(&plan, &ledger, &Route::parse(address), Day::parse("2024-09-05").unwrap())?;
        Some(
            ledger.slots().filter(|(slot, id)| part.holds(&ledger, slot, &ledger.find(*id).unwrap())).count(),
        )
    }

    #[test]
    fn a_page_of_one_thing_holds_what_is_said_of_it() {
        assert_eq!(held("#/indicator/alliances"), Some(2));
        assert_eq!(held("#/indicator/relocation-projects"), Some(1));
        assert_eq!(held("#/indicator/no-such"), None);
    }

    #[test]
    fn a_task_holds_its_indicators_and_an_organisation_also_what_it_sent_in() {
        let plan = plan();
        let task = plan.indicator("alliances").unwrap().task;
        assert_eq!(held(&["#/task/", &task.id].concat()), Some(2));
        let ledger = ledger();
        let sender = ledger.batches().next().unwrap().organisation.to_string();
        let own = held(&["#/organisation/", &sender].concat()).unwrap();
        assert!(own >= 2, "{own}");
        let other = plan.organisations.iter().find(|one| one.id != sender && held_of(&one.id) == Some(0));
        assert!(other.is_some(), "some organisation has nothing to do with any of it");
    }

    fn held_of(organisation: &str) -> Option<usize> {
        held(&["#/organisation/", organisation].concat())
    }

    #[test]
    fn a_part_covers_what_lies_within_it() {
        let (plan, ledger) = (plan(), ledger());
        let of = |address: &str| excerpt(&plan, &ledger, &Route::parse(address), Day::EPOCH).unwrap();
        let task = of(&["#/task/", &plan.indicator("alliances").unwrap().task.id].concat());
        assert!(task.covers(&of("#/indicator/alliances")) && task.covers(&task));
        assert!(!of("#/indicator/alliances").covers(&task));
        assert!(!task.covers(&of("#/indicator/relocation-projects")));
        let bureau = of("#/organisation/science-bureau");
        assert!(bureau.covers(&task) && !task.covers(&bureau));
    }

    #[test]
    fn a_selection_of_indicators_is_a_part_and_all_of_them_are_not() {
        assert_eq!(held("#/indicators"), None);
        assert_eq!(held("#/indicators?compare=alliances"), Some(2));
        assert_eq!(held("#/indicators?light=no-data"), None);
        let all: Vec<_> = plan().indicators().map(|place| place.item.id.clone()).collect();
        let address = ["#/indicators?compare=", &all[1..].join(",")].concat();
        assert!(address.len() > LONGEST_PAGE && held(&address).is_none());
        assert_eq!(held("#/"), None);
        assert_eq!(held("#/timeline"), None);
    }
}
