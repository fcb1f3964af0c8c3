//! One list as of a day, as data.

use super::{all, words};
use crate::ledger::ListMember;
use crate::ledger::known::{Balance, count};
use crate::page::shared::names;
use crate::plan::{Basis, Day, List, ListFigure, PlanIndex};
use crate::standing::lists::{self, Beside};
use crate::standing::{AsOf, reading};
use crate::text::{Language, Link, Text};
use std::collections::BTreeMap;

/// The most months whose figures stand beside each other.
const MOST_MONTHS: usize = 6;

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct One {
    pub name: Text,
    /// The words of the text, with their section.
    pub source: [Text; 2],
    /// Whether the text orders the list, or the list is ours and nobody has accepted it yet.
    pub origin: &'static str,
    /// What it may hold, and whether persons.
    pub holds: String,
    pub note: Option<Text>,
    /// Each state with how many are in it now, none where nobody ever was, and whether the word is only proposed.
    pub states: Vec<(Text, Option<usize>, bool)>,
    /// old + came − left = new of the year, for whoever is on the list; empty where nobody ever was.
    pub line: String,
    pub figures: Vec<Figure>,
    /// Each district with how many of it are on the list; only such as have some, those without a district last.
    pub districts: Vec<(Text, usize)>,
    /// The project by which the plan names the list.
    pub project: Option<Link>,
}

/// A figure that the list makes.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub indicator: Link,
    /// By which rule, in a sentence.
    pub rule: String,
    /// old + came − left = new of the year, for the states that count.
    pub line: String,
    /// Month, figure of the list, typed figure, and what the difference is.
    pub beside: Vec<[String; 4]>,
}

/// The page of a list as of the day; none where the plan has no such list.
pub fn model(as_of: AsOf, id: &str) -> Option<One> {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let list = plan.list(id)?;
    let members = ledger.members(id);
    // Of a list on which nobody was yet nothing is known: it has no figure, not even 0.
    let has_begun = lists::has_begun(&members, today);
    let on = |key: &str| has_begun.then(|| count(&members, today, |state| state == key));
    let year = lists::of_year(&members, today, |_| true).filter(|_| has_begun);
    let states = list.states.iter();
    Some(One {
        name: plan.say(&list.name, language),
        source: [plan.quote(&list.section, language), plan.quote(&list.as_written, language)],
        origin: words::origin(language, list.stated),
        holds: words::holds(language, list.kind, list.persons),
        note: list.note.as_ref().map(|note| plan.say(note, language)),
        states: states.map(|one| (plan.say(&one.name, language), on(&one.key), !one.stated)).collect(),
        line: line(year, today, language),
        figures: list.figures.iter().filter_map(|rule| figure(as_of, list, &members, rule)).collect(),
        districts: districts(plan, &members, today, language),
        project: list.project.as_deref().and_then(|id| names::thing(plan, id, language)),
    })
}

fn line(balance: Option<Balance>, day: Day, language: Language) -> String {
    balance.map(|balance| words::balance(language, balance, day)).unwrap_or_default()
}

fn figure(as_of: AsOf, list: &List, members: &[ListMember], rule: &ListFigure) -> Option<Figure> {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let indicator = plan.indicator(&rule.indicator)?.item;
    let basis = reading::basis(ledger, indicator);
    let states = list.states.iter().filter(|state| rule.is_counted(&state.key));
    let states: Vec<String> = states.map(|state| plan.say(&state.name, language).words).collect();
    let beside = lists::beside(plan, ledger, members, rule, today, MOST_MONTHS);
    let beside = beside.iter().map(|one| beside_words(one, language)).collect();
    let counted = lists::of_year(members, today, |state| rule.is_counted(state));
    let counted = counted.filter(|_| basis == Basis::Stock && lists::has_begun(members, today));
    Some(Figure {
        indicator: names::indicator(plan, indicator, language),
        rule: words::rule(language, basis, &states, plan.period.from),
        line: line(counted, today, language),
        beside,
    })
}

fn beside_words(one: &Beside, language: Language) -> [String; 4] {
    let typed = one.typed.map_or_else(|| words::of(language).not_typed.to_owned(), |typed| typed.to_string());
    [one.month.to_string(), one.listed.to_string(), typed, words::difference(language, one.difference())]
}

fn districts(plan: &PlanIndex, members: &[ListMember], day: Day, language: Language) -> Vec<(Text, usize)> {
    let mut counts: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for member in members.iter().filter(|member| member.state(day).is_some()) {
        *counts.entry(member.district.map(|id| &**id)).or_default() += 1;
    }
    let without = counts.remove(&None);
    let of_plan =
        plan.districts.iter().filter_map(|id| counts.remove(&Some(id.as_str())).map(|count| (id, count)));
    let mut rows: Vec<(Text, usize)> =
        of_plan.map(|(id, count)| (plan.organisation_name(id, language), count)).collect();
    // A district that the plan does not have any more still has its members.
    rows.extend(
        counts.into_iter().filter_map(|(id, count)| Some((plan.organisation_name(id?, language), count))),
    );
    rows.extend(without.map(|count| (Text::plain(words::of(language).no_district), count)));
    rows
}

/// The lists that a figure of an indicator is held against, for its own page: each with its figure of the last month that
/// is over, by the indicator's own basis, beside the reported one.
pub fn of_indicator(as_of: AsOf, id: &str) -> Vec<(Link, String)> {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let shown = |(list, rule): (&List, &ListFigure)| {
        let members = ledger.members(&list.id);
        let basis = plan.indicator(&rule.indicator).map(|place| reading::basis(ledger, place.item));
        let beside = lists::beside(plan, ledger, &members, rule, today, 1);
        let said = match (lists::has_begun(&members, today), basis) {
            (false, _) => words::of(language).nobody_yet.to_owned(),
            (true, Some(Basis::Stock | Basis::YearlyFlow | Basis::RunningTotal)) => {
                words::counted(language, beside.first())
            }
            (true, _) => words::of(language).not_counted.to_owned(),
        };
        (all::link(plan, list, language), said)
    };
    plan.lists_of(id).map(shown).collect()
}
