//! What the timeline shows, as data.

use super::words::{self, Now};
use crate::ledger::Ledger;
use crate::page::plan::judging::Judging;
use crate::page::plan::subject::{Linker, Listed, lists};
use crate::page::shared::lights::Stands;
use crate::plan::{Day, Month, PlanIndex, Round, Year};
use crate::route::{DocumentKind, Route};
use crate::standing::due::{self, Due};
use crate::text::{Language, Link, Text};
use std::collections::BTreeMap;

/// Everything that stands on the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    pub headline: Text,
    pub lede: String,
    pub years: Vec<YearBlock>,
    pub milestones: Vec<Listed>,
    /// Nodes of the lists of the years; none without records.
    pub nodes: Vec<Listed>,
    pub rounds: Vec<RoundRule>,
    pub calendar_note: String,
    pub calendar: Vec<CalendarYear>,
}

/// One year of the plan with the targets that it sets.
#[derive(Clone, Debug, PartialEq)]
pub struct YearBlock {
    pub year: String,
    pub note: String,
    pub targets: Vec<YearTarget>,
}

/// A target and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct YearTarget {
    pub indicator: Link,
    /// As the text has it.
    pub target: String,
    pub unit: Text,
    /// None without records, and before it is the one that is judged by.
    pub stands: Option<Stands>,
}

/// A round of the cycle and its rule.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundRule {
    pub name: Text,
    pub purpose: Text,
    pub rule: String,
    pub source: &'static str,
    pub as_written: Option<Text>,
}

/// The months of a year in which reports are due.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarYear {
    pub year: String,
    pub months: Vec<CalendarMonth>,
}

/// A month and what is due in it.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarMonth {
    pub month: String,
    /// Where the month as a whole stands: open if anything is.
    pub phase: Option<Phase>,
    pub rounds: Vec<CalendarRound>,
}

/// A round with its days.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarRound {
    /// Its name, which leads to its document.
    pub name: Link,
    pub window: String,
    pub reports_on: String,
    /// Unknown without a day of today.
    pub phase: Option<Phase>,
}

/// Where today stands to a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    Past,
    Coming,
    Open,
}

/// The timeline of a plan. Without a day nothing is past or open; without records, or what judges them, nothing is lit.
pub fn model(
    plan: &PlanIndex,
    ledger: Option<&Ledger>,
    judging: Option<Judging>,
    today: Option<Day>,
    language: Language,
) -> Timeline {
    let read = ledger.zip(judging);
    let known = read.filter(|(ledger, _)| !ledger.is_empty()).zip(today);
    let linker = Linker::new(plan, language);
    let rounds: Vec<(&Round, Due)> = plan
        .cycle
        .rounds
        .iter()
        .flat_map(|round| {
            let due = move |due| read.map_or(due, |(ledger, judging)| (judging.moved)(ledger, due));
            due::series(plan, round).map(move |one| (round, due(one)))
        })
        .collect();
    let years: Vec<Year> = plan.period.iter().collect();
    let of_targets: Vec<BTreeMap<Year, Stands>> = match known {
        None => Vec::new(),
        Some(((ledger, judging), today)) => plan
            .indicators()
            .map(|place| (judging.of_targets)(plan, ledger, place.item, today, language))
            .collect(),
    };
    let counts: Vec<(Year, usize)> = years
        .iter()
        .map(|&year| (year, plan.indicators().filter(|place| place.item.target(year).is_some()).count()))
        .collect();
    Timeline {
        headline: words::headline(language, &now(linker, &rounds, today), rounds.len()),
        lede: words::lede(language, &counts, today),
        years: years.iter().map(|&year| year_block(linker, year, &of_targets)).collect(),
        milestones: milestones(linker, known),
        nodes: known
            .map(|((ledger, judging), today)| (judging.nodes)(plan, ledger, today, language))
            .unwrap_or_default(),
        rounds: plan.cycle.rounds.iter().map(|round| rule(linker, round)).collect(),
        calendar_note: words::calendar_note(language, plan.cycle.first_month),
        calendar: calendar(linker, &rounds, today),
    }
}

fn phase(due: Due, today: Option<Day>) -> Option<Phase> {
    today.map(|today| match () {
        () if today > due.closes => Phase::Past,
        () if today >= due.opens => Phase::Open,
        () => Phase::Coming,
    })
}

fn now(linker: Linker, rounds: &[(&Round, Due)], today: Option<Day>) -> Now {
    let Some(today) = today else { return Now::Unknown };
    let name = |round: &Round| linker.say(&round.name);
    let in_phase = |wanted| rounds.iter().filter(move |(_, due)| phase(*due, Some(today)) == Some(wanted));
    if let Some((round, due)) = in_phase(Phase::Open).min_by_key(|(_, due)| due.closes) {
        return Now::Open(name(round), *due, due.closes.since(today));
    }
    in_phase(Phase::Coming)
        .min_by_key(|(_, due)| due.opens)
        .map_or(Now::Over, |(round, due)| Now::Coming(name(round), *due))
}

fn year_block(linker: Linker, year: Year, of_targets: &[BTreeMap<Year, Stands>]) -> YearBlock {
    let Linker { plan, language, .. } = linker;
    let set = plan.indicators().enumerate();
    let set = set.filter_map(|(at, place)| Some((at, place.item, place.item.target(year)?)));
    let targets: Vec<_> = set
        .map(|(at, indicator, target)| YearTarget {
            indicator: linker.indicator(indicator),
            target: lists::target_words(target, language),
            unit: linker.say(&indicator.unit),
            stands: of_targets.get(at).and_then(|of| of.get(&year)).cloned(),
        })
        .collect();
    let unset = plan.indicators().count() - targets.len();
    YearBlock { year: year.to_string(), note: words::year_note(language, targets.len(), unset), targets }
}

/// In the order of time: what ends first stands first.
fn milestones(linker: Linker, known: Option<((&Ledger, Judging), Day)>) -> Vec<Listed> {
    let mut places: Vec<_> = linker.plan.milestones().collect();
    places.sort_by_key(|place| (place.item.years.to, place.item.years.from));
    let listed = places.into_iter().map(|place| Listed {
        link: linker.milestone(place.item),
        lit: known.map(|((ledger, judging), today)| {
            (judging.milestone)(ledger, place.item, today, linker.language)
        }),
        remarks: lists::milestone_remarks(linker, place.item),
        text: Text::default(),
    });
    listed.collect()
}

fn rule(linker: Linker, round: &Round) -> RoundRule {
    let words = words::of(linker.language);
    RoundRule {
        name: linker.say(&round.name),
        purpose: linker.say(&round.purpose),
        rule: words::rule(linker.language, round),
        source: if round.window.stated { words.stated } else { words.assumed },
        as_written: round.as_written.as_ref().map(|written| linker.quote(written)),
    }
}

fn calendar(linker: Linker, rounds: &[(&Round, Due)], today: Option<Day>) -> Vec<CalendarYear> {
    let mut months: Vec<Month> = rounds.iter().map(|(_, due)| due.opens.month()).collect();
    months.sort();
    months.dedup();
    let mut years: Vec<CalendarYear> = Vec::new();
    for month in months {
        let year = words::year(linker.language, month.year());
        if years.last().is_none_or(|last| last.year != year) {
            years.push(CalendarYear { year, months: Vec::new() });
        }
        if let Some(last) = years.last_mut() {
            last.months.push(calendar_month(linker, rounds, month, today));
        }
    }
    years
}

fn calendar_month(
    linker: Linker,
    rounds: &[(&Round, Due)],
    month: Month,
    today: Option<Day>,
) -> CalendarMonth {
    let in_month = rounds.iter().filter(|(_, due)| due.opens.month() == month);
    let rounds: Vec<CalendarRound> = in_month
        .map(|(round, due)| CalendarRound {
            name: Link {
                text: linker.say(&round.name),
                href: match DocumentKind::of_months(round.months) {
                    Some(kind) => Route::Document(kind, Some(due.to)).href(),
                    None => Route::Dispatch(Some(due.to)).href(),
                },
            },
            window: words::window(linker.language, *due),
            reports_on: words::reports_on(linker.language, *due),
            phase: phase(*due, today),
        })
        .collect();
    CalendarMonth {
        month: month.to_string(),
        phase: rounds.iter().filter_map(|round| round.phase).max(),
        rounds,
    }
}
