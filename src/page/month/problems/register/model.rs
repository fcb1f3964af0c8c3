//! The list, as data.

use super::trial::{Trial, trial};
use super::words;
use crate::ledger::kinds::ProblemState;
use crate::page::shared::names;
use crate::page::shared::problems::{self as shared, Row};
use crate::route::{ProblemsView, Route};
use crate::standing::AsOf;
use crate::standing::escalation::Rule;
use crate::standing::problems::{Closings, Problem, problems_on};
use crate::standing::red_again::RedAgain;
use crate::text::{Link, Text};
use std::collections::BTreeMap;

/// The page; where no problem was ever reported, its heading alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Register {
    pub heading: String,
    /// How many were ever closed, are closed now, and were opened again.
    pub rates: String,
    /// By state, with how many there are of each; the chosen one is marked.
    pub states: Vec<Choice>,
    /// By organisation.
    pub organisations: Vec<(String, Text)>,
    /// Identifier of the chosen organisation; empty for all.
    pub organisation: String,
    /// Closed ones that the rule asks to open again.
    pub to_reopen: Vec<Row>,
    /// Those without an owner or a day first, then the longest overdue, then by due day.
    pub open: Vec<Row>,
    /// The latest first.
    pub closed: Vec<Row>,
    /// What a rule for letters would have come to; `None` while none is tried.
    pub trial: Option<Trial>,
    /// Where a trial begins, with a rule to change.
    pub try_rule: String,
}

/// One way to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub link: Link,
    pub count: usize,
    pub is_chosen: bool,
}

/// The list of a selection.
pub fn model(as_of: AsOf, view: &ProblemsView) -> Register {
    let language = as_of.language;
    let all = problems_on(as_of);
    if all.is_empty() {
        return Register { heading: words::never(language).into(), ..Register::default() };
    }
    let organisations = organisations(as_of, &all, view);
    let of: Vec<Problem> = all.into_iter().filter(|one| is_shown_of(one, view)).collect();
    let is_shown = |one: &&Problem| {
        view.state.is_none_or(|state| one.life.state == state)
            && (!view.is_overdue || one.overdue(as_of.today).is_some())
    };
    let (open, closed): (Vec<&Problem>, Vec<&Problem>) =
        of.iter().filter(is_shown).partition(|one| one.is_open());
    let mut red_again = RedAgain::new(as_of);
    let to_reopen = closed.iter().filter(|one| red_again.of(one).is_some()).copied().collect();
    let rows = |of: Vec<&Problem>| of.into_iter().map(|one| shared::row(as_of, one)).collect();
    let overdue = of.iter().filter(|one| one.overdue(as_of.today).is_some()).count();
    let unsettled = of.iter().filter(|one| one.lacks_owner() || one.lacks_day()).count();
    let count = of.iter().filter(|one| one.is_open()).count();
    Register {
        heading: words::heading(language, count, overdue, unsettled),
        rates: words::rates(language, Closings::of(&of)),
        states: states(as_of, &of, overdue, view),
        organisations,
        organisation: view.organisation.clone().unwrap_or_default(),
        to_reopen: rows(to_reopen),
        open: rows(open),
        closed: rows(closed),
        trial: trial(as_of, &of, view),
        try_rule: Route::Problems(ProblemsView { trial: Some(Rule::default().written()), ..view.clone() })
            .href(),
    }
}

fn is_shown_of(problem: &Problem, view: &ProblemsView) -> bool {
    view.organisation.as_deref().is_none_or(|id| problem.concerns(id))
}

/// All, each state that some problem has, and what is overdue.
fn states(as_of: AsOf, all: &[Problem], overdue: usize, view: &ProblemsView) -> Vec<Choice> {
    let language = as_of.language;
    let choice = |words: &str, count, chosen: ProblemsView| {
        let is_chosen = (chosen.state, chosen.is_overdue) == (view.state, view.is_overdue);
        let link = Link { text: Text::plain(words), href: Route::Problems(chosen).href() };
        Choice { link, count, is_chosen }
    };
    let plain = ProblemsView { state: None, is_overdue: false, ..view.clone() };
    let mut counts: BTreeMap<ProblemState, usize> = BTreeMap::new();
    all.iter().for_each(|one| *counts.entry(one.life.state).or_default() += 1);
    let of_state = |state: ProblemState| {
        let count = counts.get(&state).copied().unwrap_or_default();
        let is_listed = count > 0 || view.state == Some(state);
        is_listed.then(|| {
            choice(state.words(language), count, ProblemsView { state: Some(state), ..plain.clone() })
        })
    };
    let first = choice(words::of(language).everything, all.len(), plain.clone());
    let late =
        choice(words::of(language).overdue, overdue, ProblemsView { is_overdue: true, ..plain.clone() });
    std::iter::once(first).chain([late]).chain(ProblemState::ALL.into_iter().filter_map(of_state)).collect()
}

/// Organisations that reported a problem or see to one, in the order of the plan.
fn organisations(as_of: AsOf, all: &[Problem], view: &ProblemsView) -> Vec<(String, Text)> {
    let has = |id: &str| all.iter().any(|one| one.concerns(id)) || view.organisation.as_deref() == Some(id);
    let known = as_of.plan.organisations.iter().filter(|one| has(&one.id));
    known.map(|one| (one.id.clone(), names::organisation(as_of.plan, one, as_of.language).text)).collect()
}
