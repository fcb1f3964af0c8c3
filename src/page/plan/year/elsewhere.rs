//! What other pages show of the lists of the years: the timeline its nodes, an organisation its lines, search their names.

use super::line::{Line, Source, lines_about, lines_of, of_list, year_of};
use super::words;
use crate::ledger::Ledger;
use crate::ledger::kinds::ItemKind;
use crate::page::plan::subject::{Body, Listed, Section, Subject};
use crate::plan::{Day, PlanIndex, Year};
use crate::route::Route;
use crate::standing::AsOf;
use crate::text::{Language, Link, Text};

/// A title on a list, and the year of it.
pub type Named = (Text, Year);

/// The nodes of all lists by their due days, without such as were ended.
pub fn nodes(plan: &PlanIndex, ledger: &Ledger, today: Day, language: Language) -> Vec<Listed> {
    // What a node shows there has no moment in it, and so needs no time zone.
    let as_of = AsOf { plan, ledger, today, offset: 0, language };
    let mut nodes: Vec<(Year, Line)> = plan
        .period
        .iter()
        .flat_map(|year| ledger.list_of(year).into_iter().map(move |one| (year, one)))
        .map(|(year, one)| (year, of_list(as_of, year, &one)))
        .filter(|(_, line)| line.kind == ItemKind::Node)
        .collect();
    nodes.sort_by(|(_, one), (_, other)| one.due.cmp(&other.due));
    // A node that goes on is shown once, on its last list; where that ends it, it is not overdue on an earlier one.
    let last = |id: &str| nodes.iter().filter(|(_, line)| *line.id == *id).map(|(year, _)| *year).max();
    let shown = nodes.iter().filter(|(year, line)| last(&line.id) == Some(*year));
    let shown = shown.filter(|(_, line)| line.source != Source::Ended);
    shown.map(|(year, line)| listed(*year, line.clone())).collect()
}

/// The lines of the year's list for an organisation; after the plan's end those of its last year.
pub fn section(as_of: AsOf, organisation: &str) -> Section {
    let year = year_of(as_of.plan, as_of.today);
    section_of(as_of, year, lines_of(as_of, year, organisation))
}

/// The page of something of the plan with what the year's list says of any of so many things, if it says anything.
pub fn with_lines(mut page: Subject, as_of: AsOf, things: &[&str]) -> Subject {
    let year = year_of(as_of.plan, as_of.today);
    let section = section_of(as_of, year, lines_about(as_of, year, things));
    if section.has_content() {
        let at = page.sections.len().min(1);
        page.sections.insert(at, section);
    }
    page
}

fn section_of(as_of: AsOf, year: Year, lines: Vec<Line>) -> Section {
    Section {
        title: words::of(as_of.language).of_year,
        note: year.to_string(),
        body: Body::List(lines.into_iter().map(|line| listed(year, line)).collect()),
    }
}

/// Every title that somebody put on a list.
pub fn named(plan: &PlanIndex, ledger: &Ledger, language: Language) -> Vec<Named> {
    let lists =
        plan.period.iter().flat_map(|year| ledger.list_of(year).into_iter().map(move |one| (year, one)));
    let lines = lists.filter_map(|(year, one)| Some((year, one.line?)));
    lines.map(|(year, line)| (Text::typed(&line.title, language), year)).collect()
}

fn listed(year: Year, line: Line) -> Listed {
    let words: Vec<Text> = [
        Text::plain(line.comes),
        Text::plain(line.due),
        Text::plain(line.overdue),
        line.moved.into_iter().next().unwrap_or_default(),
        // By what: the paper, else why, else who said so.
        line.by.into_iter().next().unwrap_or_default(),
    ]
    .into_iter()
    .chain(line.lead.into_iter().map(|link| link.text))
    .filter(|text| !text.words.is_empty())
    .collect();
    Listed {
        link: Link { text: line.title, href: line.href.unwrap_or_else(|| Route::Year(year).href()) },
        lit: line.lit,
        remarks: words,
        text: Text::default(),
    }
}
