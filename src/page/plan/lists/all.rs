//! Every list of a plan, as data.

use super::words;
use crate::ledger::ListMember;
use crate::ledger::known::count;
use crate::page::shared::names;
use crate::plan::{Day, List, PlanIndex};
use crate::route::Route;
use crate::standing::{AsOf, lists};
use crate::text::{Language, Link, Text};

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct All {
    /// How many lists, and how many of them have members. Members of several lists are never added: needs, projects and
    /// enterprises are not of one kind, and one enterprise stands on several.
    pub heading: String,
    /// The lists that the text itself orders, then those that its figures are held against; none is empty.
    pub groups: Vec<(&'static str, Vec<Line>)>,
}

/// One list.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub name: Link,
    /// How many are on it; none where nobody ever was.
    pub count: Option<usize>,
    /// What its members are.
    pub kind: &'static str,
    /// Section and words of the text.
    pub source: [Text; 2],
    /// The figures that are held against it.
    pub proves: Vec<Link>,
    /// The day of the last change that somebody wrote down; empty where nobody did.
    pub changed: String,
}

/// The page as of a day.
pub fn model(as_of: AsOf) -> All {
    let AsOf { plan, language, .. } = as_of;
    let lines: Vec<(bool, Line)> = plan.lists.iter().map(|list| (list.stated, line(as_of, list))).collect();
    let begun = lines.iter().filter(|(_, line)| line.count.is_some()).count();
    let of = |stated: bool| -> Vec<Line> {
        lines.iter().filter(|(is, _)| *is == stated).map(|(_, line)| line.clone()).collect()
    };
    let groups = [(words::of(language).ordered, of(true)), (words::of(language).proving, of(false))];
    All {
        heading: words::heading(language, plan.lists.len(), begun),
        groups: groups.into_iter().filter(|(_, lines)| !lines.is_empty()).collect(),
    }
}

fn line(as_of: AsOf, list: &List) -> Line {
    let AsOf { plan, ledger, today, offset, language } = as_of;
    let indicators = list.figures.iter().filter_map(|figure| plan.indicator(&figure.indicator));
    let members = ledger.members(&list.id);
    Line {
        name: link(plan, list, language),
        count: lists::has_begun(&members, today).then(|| count(&members, today, |_| true)),
        kind: list.kind.words(language),
        source: [plan.quote(&list.section, language), plan.quote(&list.as_written, language)],
        proves: indicators.map(|place| names::indicator(plan, place.item, language)).collect(),
        changed: changed(&members, offset).map(|day| day.to_string()).unwrap_or_default(),
    }
}

/// A list as a link.
pub fn link(plan: &PlanIndex, list: &List, language: Language) -> Link {
    let route = Route::List { id: list.id.clone(), until: None };
    Link { text: plan.say(&list.name, language), href: route.href() }
}

/// The day on which somebody last wrote something of a list that counts.
fn changed(members: &[ListMember], offset: i32) -> Option<Day> {
    let said = members.iter().flat_map(|member| &member.states);
    said.map(|(_, found)| found.batch.written).max().map(|written| written.day(offset))
}
