//! One list as of a day, as data.

use super::{all, words};
use crate::ledger::known::{Balance, count};
use crate::ledger::words as ledger_words;
use crate::ledger::{EntryId, ListMember};
use crate::page::shared::names;
use crate::plan::{Basis, Day, List, ListFigure, PlanIndex};
use crate::standing::alike::bare;
use crate::standing::lists::{self, Beside};
use crate::standing::{AsOf, reading};
use crate::text::{Language, Link, Text};
use std::collections::BTreeMap;

/// The most members that stand on the page at once; the rest is on further pages.
pub const MOST_SHOWN: usize = 100;
/// The most months whose figures stand beside each other.
const MOST_MONTHS: usize = 6;

/// Which members are looked at.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Choice {
    pub state: Whose,
    /// Identifier of a district, `-` for those without one; empty for all.
    pub district: String,
    /// Letters of a name or host; empty for all.
    pub search: String,
    /// Counted from 0.
    pub page: usize,
}

/// Members by their state.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Whose {
    /// In any state of the list.
    #[default]
    OnTheList,
    /// In this one.
    In(String),
    /// Off the list again.
    Off,
    /// Whoever was ever on it.
    Ever,
}

impl Whose {
    /// As the value of a choice in markup.
    pub fn slug(&self) -> String {
        match self {
            Self::OnTheList => String::new(),
            Self::In(key) => key.clone(),
            Self::Off => "-".into(),
            Self::Ever => "*".into(),
        }
    }

    pub fn parse(slug: &str) -> Self {
        match slug {
            "" => Self::OnTheList,
            "-" => Self::Off,
            "*" => Self::Ever,
            key => Self::In(key.into()),
        }
    }
}

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct One {
    pub name: Text,
    /// The words of the text, with their section.
    pub source: [Text; 2],
    /// What it may hold, and whether persons.
    pub holds: String,
    pub note: Option<Text>,
    /// Each state with how many are in it now, and whether the word is only proposed.
    pub states: Vec<(Text, usize, bool)>,
    /// old + came − left = new of the year, for whoever is on the list.
    pub line: String,
    pub figures: Vec<Figure>,
    /// Each district with how many of it are on the list; only such as have some, those without a district last.
    pub districts: Vec<(Text, usize)>,
    pub members: Members,
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

/// The members that are looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Members {
    /// So many fit the choice.
    pub found: usize,
    /// How many pages they are on, at least 1.
    pub pages: usize,
    /// The page that is shown, counted from 0.
    pub page: usize,
    pub rows: Vec<Row>,
}

/// A member.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub id: EntryId,
    pub name: Text,
    pub state: Text,
    pub since: String,
    pub district: Text,
    pub host: Text,
    pub document: Text,
}

/// The page of a list as of the day; none where the plan has no such list.
pub fn model(as_of: AsOf, id: &str, choice: &Choice) -> Option<One> {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let list = plan.list(id)?;
    let members = ledger.members(id);
    let on = |key: &str| {
        members.iter().filter(|one| one.state(today).is_some_and(|state| **state == *key)).count()
    };
    let states = list.states.iter();
    Some(One {
        name: plan.say(&list.name, language),
        source: [plan.quote(&list.section, language), plan.quote(&list.as_written, language)],
        holds: words::holds(language, list.kind, list.persons),
        note: list.note.as_ref().map(|note| plan.say(note, language)),
        states: states.map(|one| (plan.say(&one.name, language), on(&one.key), !one.stated)).collect(),
        line: line(lists::of_year(&members, today, |_| true), today, language),
        figures: list.figures.iter().filter_map(|rule| figure(as_of, list, &members, rule)).collect(),
        districts: districts(plan, &members, today, language),
        members: chosen(as_of, list, &members, choice),
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
    Some(Figure {
        indicator: names::indicator(plan, indicator, language),
        rule: words::rule(language, basis, &states, plan.period.from),
        line: if basis == Basis::Stock { line(counted, today, language) } else { String::new() },
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

fn chosen(as_of: AsOf, list: &List, members: &[ListMember], choice: &Choice) -> Members {
    let today = as_of.today;
    let asked = bare(&choice.search);
    let fits = |member: &&ListMember| {
        // Who comes later is not there yet.
        let Some(_) = member.since(today) else { return false };
        let state = member.state(today);
        let fits_state = match &choice.state {
            Whose::OnTheList => state.is_some(),
            Whose::In(key) => state.is_some_and(|state| **state == **key),
            Whose::Off => state.is_none(),
            Whose::Ever => true,
        };
        let district = member.district.map(|id| &**id);
        let fits_district = match choice.district.as_str() {
            "" => true,
            "-" => district.is_none(),
            id => district == Some(id),
        };
        let has = |words: &str| bare(words).contains(&asked);
        fits_state && fits_district && (asked.is_empty() || has(member.name) || has(member.host))
    };
    let found: Vec<&ListMember> = members.iter().filter(fits).collect();
    let pages = found.len().div_ceil(MOST_SHOWN).max(1);
    let page = choice.page.min(pages - 1);
    let rows = found.iter().skip(page * MOST_SHOWN).take(MOST_SHOWN);
    let rows = rows.map(|member| row(as_of, list, member)).collect();
    Members { found: found.len(), pages, page, rows }
}

fn row(as_of: AsOf, list: &List, member: &ListMember) -> Row {
    let AsOf { plan, today, language, .. } = as_of;
    let said = member.states.iter().rev().map(|(one, _)| *one).find(|one| one.from <= today);
    Row {
        id: member.id,
        name: name(member, language),
        state: state(plan, list, member.state(today).map(|key| &**key), language),
        since: member.since(today).map(|day| day.to_string()).unwrap_or_default(),
        district: member.district.map(|id| plan.organisation_name(id, language)).unwrap_or_default(),
        host: Text::typed(member.host, language),
        document: said.map(|one| Text::typed(&one.document, language)).unwrap_or_default(),
    }
}

/// The name of a member; of one whose words were redacted, that they were.
pub fn name(member: &ListMember, language: Language) -> Text {
    match member.name {
        "" => Text::plain(ledger_words::REDACTED.words(language)),
        name => Text::typed(name, language),
    }
}

/// A state by its name; one that the list does not have as it was written; none: off the list.
pub fn state(plan: &PlanIndex, list: &List, key: Option<&str>, language: Language) -> Text {
    match key {
        None => Text::plain(ledger_words::OFF_THE_LIST.words(language)),
        Some(key) => list
            .state(key)
            .map_or_else(|| Text::typed(key, language), |state| plan.say(&state.name, language)),
    }
}

/// The lists that prove a figure of an indicator, for its own page: each with how many of it are in a state that counts.
pub fn of_indicator(as_of: AsOf, id: &str) -> Vec<(Link, String)> {
    let AsOf { plan, ledger, today, language, .. } = as_of;
    let shown = |(list, rule): (&List, &ListFigure)| {
        let members = ledger.members(&list.id);
        let counted = count(&members, today, |state| rule.is_counted(state));
        (all::link(plan, list, language), words::counted(language, counted, members.is_empty()))
    };
    plan.lists_of(id).map(shown).collect()
}
