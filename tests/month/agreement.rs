//! What the pages say, beside the reference and beside each other.

use crate::acts::{MONTHS, OFFSET, World, number};
use crate::reference::{Items, Verdict};
use planboard::ledger::{Report as Told, Said, Slot};
use planboard::page::month::dispatch::{self, RowStatus};
use planboard::page::plan::organisation::reporting;
use planboard::page::plan::overview::board;
use planboard::page::shared::problems::{self, About};
use planboard::page::shared::todo::{Kind, todo};
use planboard::plan::Month;
use planboard::standing::{Completeness, duty};
use planboard::text::Language::Zh;
use std::collections::BTreeSet;

/// Every figure and stage that stands is what the reference says, and nothing else stands.
pub fn figures(world: &World, unit: usize, month: Month) {
    let ledger = &world.officer.ledger;
    let owed = &world.duties[&(unit, month)];
    let mut shown = Items::new();
    for figure in &owed.indicators {
        let district = figure.is_share.then(|| world.units[unit].into());
        let slot = Slot::Actual { indicator: figure.indicator.id.as_str().into(), district, month };
        if let Some(Said::Actual { report, .. }) = ledger.at(&slot).map(|found| &found.entry.said) {
            shown.insert(figure.indicator.id.clone(), said(report));
        }
    }
    let stages = owed.measures.iter().map(|(_, one)| &one.id);
    for id in stages.chain(owed.milestones.iter().map(|(_, one)| &one.id)) {
        let slot = Slot::Progress { subject: id.as_str().into(), month };
        if let Some(Said::Progress { stage, .. }) = ledger.at(&slot).map(|found| &found.entry.said) {
            shown.insert(id.clone(), format!("{stage:?}"));
        }
    }
    assert_eq!(shown, world.reference.standing(unit, month), "{} {month}", world.units[unit]);
}

fn said(report: &Told) -> String {
    match report {
        Told::Value(value) => value.to_string(),
        Told::NoChange => "no-change".into(),
        Told::NothingToReport => "nothing".into(),
        Told::NotYetPublished => "not-yet".into(),
    }
}

/// Every problem that somebody reported is in sight, and none that was taken back.
pub fn problems(world: &World) {
    let listed = problems::list(world.as_of(), About::Everything);
    let all = listed.open.iter().chain(&listed.closed);
    let listed: BTreeSet<u32> = all.map(|row| number(&row.text.words)).collect();
    let (seen, gone) = world.reference.problems();
    let lost: Vec<_> = seen.difference(&listed).collect();
    assert!(lost.is_empty(), "problems {lost:?} are out of sight: {listed:?}");
    let back: Vec<_> = gone.intersection(&listed).collect();
    assert!(back.is_empty(), "problems {back:?} were taken back and are listed");
}

/// How a unit stands with a period, and how much is missing, are what the reference says.
pub fn standing(world: &World, unit: usize, month: Month) {
    let (plan, ledger) = (world.plan, &world.officer.ledger);
    let report = duty::report(plan, ledger, world.units[unit], month, world.today(), OFFSET);
    let latest = world.reference.of(unit, month).last().map(|one| (one.id, one.verdict));
    let said = match report {
        duty::ReportStatus::Submitted { batch, .. } => Some((batch, Verdict::None)),
        duty::ReportStatus::Accepted { batch, .. } => Some((batch, Verdict::Accepted)),
        duty::ReportStatus::Returned { batch, .. } => Some((batch, Verdict::Returned)),
        _ => None,
    };
    assert_eq!(said, latest, "{} {month}", world.units[unit]);
    let whole = Completeness::in_ledger(plan, ledger, world.units[unit], month);
    let standing = world.reference.standing(unit, month);
    assert!(whole.missing.iter().all(|one| !standing.contains_key(one.id)), "{whole:?}");
    assert_eq!(whole.asked, whole.answered + whole.missing.len());
}

/// No page says of a unit what another denies: rows, calendar, heading, lock, reminder, what is to do, the unit's own
/// page and the board.
pub fn pages(world: &World, month: Month) {
    let (plan, ledger, as_of) = (world.plan, &world.officer.ledger, world.as_of());
    let page = dispatch::model(as_of, month, None);
    let periods = page.years.iter().flat_map(|(_, periods)| periods);
    let counts = periods.filter(|one| one.month == month).map(|one| one.counts).next().expect("the period");
    let count = |is: &dyn Fn(RowStatus) -> bool| page.rows.iter().filter(|row| is(row.standing)).count();
    assert_eq!(counts.missing, count(&|one| one == RowStatus::Late));
    assert_eq!(counts.returned, count(&|one| one == RowStatus::Returned));
    assert_eq!(counts.reported, count(&RowStatus::is_reported));
    assert_eq!(counts.partial, page.rows.iter().filter(|row| row.missing > 0).count());
    let is_locked = matches!(page.lock, dispatch::Lock::Locked { .. });
    assert_eq!(is_locked, world.reference.locks.contains_key(&month));
    for unit in world.units {
        let row = page.rows.iter().find(|row| &*row.id == unit).expect("a row");
        let missing = Completeness::in_ledger(plan, ledger, unit, month).missing.len();
        assert_eq!(row.missing, if row.standing.is_reported() { missing } else { 0 }, "{unit} {month}");
        assert_eq!(row.reminder.is_some(), row.standing.is_open() || row.missing > 0, "{unit} {month}");
        let name = row.organisation.text.words.as_str();
        let reminds = page.remind_all.as_ref().is_some_and(|text| text.contains(name));
        assert_eq!(reminds, row.reminder.is_some(), "{unit} {month}");
        let todo = todo(as_of, unit);
        let is_said =
            |kind: Kind| todo.iter().any(|one| one.kind == kind && one.href.contains(&month.to_string()));
        if !is_locked {
            assert_eq!(is_said(Kind::Returned), row.standing == RowStatus::Returned, "{unit} {month}");
            assert!(!(is_said(Kind::Late) && row.standing != RowStatus::Late), "{unit} {month}");
            assert!(!(is_said(Kind::Partial) && row.missing == 0), "{unit} {month}");
        }
        if duty::current(plan, world.today()) == Some(month) {
            own_page(world, unit, row.standing, row.missing);
            let board: Vec<String> =
                board(as_of, Some(unit)).todo.into_iter().map(|one| one.sentence).collect();
            assert_eq!(board, todo.iter().map(|one| one.text.clone()).collect::<Vec<_>>());
        }
    }
    assert!(MONTHS.contains(&month.to_string().as_str()));
}

fn own_page(world: &World, unit: &str, standing: RowStatus, missing: usize) {
    let (plan, ledger) = (world.plan, &world.officer.ledger);
    let own = reporting(plan, ledger, unit, world.today(), OFFSET, Zh).expect("it reports");
    let is =
        |words: &[&str]| assert!(words.contains(&own.lit.word), "{unit}: {} but {standing:?}", own.lit.word);
    match standing {
        RowStatus::Submitted { .. } if missing > 0 => is(&["已报，缺项"]),
        RowStatus::Accepted { .. } if missing > 0 => is(&["已接收，缺项"]),
        RowStatus::Submitted { .. } => is(&["已报"]),
        RowStatus::Accepted { .. } => is(&["已接收"]),
        RowStatus::Returned => is(&["已退回"]),
        RowStatus::Late => is(&["逾期未报"]),
        RowStatus::Awaited => is(&["待报"]),
        RowStatus::Coming => is(&["未到时限"]),
        RowStatus::NotOwed(_) => is(&["本期无须报"]),
    }
}
