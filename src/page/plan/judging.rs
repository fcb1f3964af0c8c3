//! What records add to the pages of the plan, as one value. The pages are for every device; whatever reads a ledger for
//! them is in a part of the program that only a device with records fetches.
//!
//! What records add to the page of one indicator is in [`super::indicator::with_records`], for it is larger.

use super::indicators::standings::Standings;
use super::indicators::way;
use super::lists::district;
use super::organisation::{self, Reporting};
use super::subject::{Listed, Section, Subject, problems, progress};
use super::year::{self, Named};
use crate::chart::way::Records;
use crate::ledger::Ledger;
use crate::page::shared::lights::{self, Lights, Stands};
use crate::page::shared::problems::About;
use crate::page::shared::recorded;
use crate::plan::{Day, Indicator, Milestone, PlanIndex, Year};
use crate::standing::due::Due;
use crate::standing::{AsOf, Bases, Lit, window};
use crate::text::Language;
use std::collections::BTreeMap;

/// What reads a ledger, each a function of a module of its own.
#[derive(Clone, Copy)]
pub struct Judging {
    /// [`Lights::new`].
    pub lights: fn(&PlanIndex, &Ledger, Day, Language) -> Lights,
    /// [`lights::of_targets`].
    pub of_targets: fn(&PlanIndex, &Ledger, &Indicator, Day, Language) -> BTreeMap<Year, Stands>,
    /// [`recorded::milestone`].
    pub milestone: fn(&Ledger, &Milestone, Day, Language) -> Lit,
    /// [`window::moved`].
    pub moved: fn(&Ledger, Due) -> Due,
    /// [`Bases::new`].
    pub bases: fn(&PlanIndex, &Ledger) -> Bases,
    /// [`Standings::new`].
    pub standings: fn(&PlanIndex, &Ledger, Day, Language) -> Standings,
    /// [`way::records`].
    pub way: fn(&PlanIndex, &Ledger, Day) -> Records,
    /// [`subject`].
    pub subject: fn(Subject, &str, &[&str], AsOf) -> Subject,
    /// [`organisation`].
    pub organisation: fn(&str, AsOf) -> OfOrganisation,
    /// [`year::nodes`].
    pub nodes: fn(&PlanIndex, &Ledger, Day, Language) -> Vec<Listed>,
    /// [`year::named`].
    pub named: fn(&PlanIndex, &Ledger, Language) -> Vec<Named>,
}

/// What judges. Whoever names it has all of it in their part.
pub const JUDGING: Judging = Judging {
    lights: Lights::new,
    of_targets: lights::of_targets,
    milestone: recorded::milestone,
    moved: window::moved,
    bases: Bases::new,
    standings: Standings::new,
    way: way::records,
    subject,
    organisation,
    nodes: year::nodes,
    named: year::named,
};

/// What records add to the page of an organisation: its report of the period, its lines of the year's list, its problems,
/// and of a district who of it is on a list.
pub type OfOrganisation = (Option<Reporting>, Vec<Section>);

/// A page with what was reported on its thing, and of any of so many things what the year's list says, and the problems.
fn subject(page: Subject, id: &str, things: &[&str], as_of: AsOf) -> Subject {
    let page = year::with_lines(progress::with_progress(page, id, as_of), as_of, things);
    problems::with_problems(page, as_of, things)
}

fn organisation(id: &str, as_of: AsOf) -> OfOrganisation {
    let AsOf { plan, ledger, today, offset, language } = as_of;
    let reporting = organisation::reporting(plan, ledger, id, today, offset, language);
    let problems = problems::section(as_of, About::Organisation(id));
    let sections = [problems, year::section(as_of, id), district::section(as_of, id)];
    (reporting, sections.into_iter().filter(Section::has_content).collect())
}
