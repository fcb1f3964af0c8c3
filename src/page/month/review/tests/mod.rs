//! Reviews of what was received: what the tests by subject share.

mod accepted;
mod flagged;
mod listed;
mod refused;

use super::describe::Subject;
use super::*;
use crate::gate::Here;
use crate::ledger::samples::august::{batch, day, figure, month, morning, officer, plan, report};
use crate::ledger::samples::{entry, value};
use crate::ledger::{Entry, EntryId, Ledger, Report, Said, Slot, Stage};
use crate::link::edition::Edition;
use crate::link::fingerprint::Code;
use crate::link::stamp::Stamp;
use crate::plan::PlanIndex;
use crate::standing::AsOf;
use crate::text::Language::{self, En, Zh};

const ON: &str = "2024-09-03";

fn as_of<'a>(plan: &'a PlanIndex, ledger: &'a Ledger, language: Language) -> AsOf<'a> {
    AsOf { plan, ledger, today: day("2024-09-10"), offset: 480, language }
}

/// The page that reviews, on the morning of the tenth.
fn here() -> Here {
    Here { writer: 4242, now: morning("2024-09-10") }
}

fn one(batches: impl IntoIterator<Item = Batch>) -> Received {
    Received { batches: batches.into_iter().collect(), stamp: Stamp::default(), source: "pLanR1…".into() }
}

fn look(ledger: &Ledger, received: &[Received]) -> Review {
    review(as_of(&plan(), ledger, Zh), here(), received)
}

/// The only receipt of what was received.
fn only(ledger: &Ledger, received: &[Received]) -> Receipt {
    let mut receipts = look(ledger, received).receipts;
    assert_eq!(receipts.len(), 1);
    receipts.remove(0)
}

fn share(writer: u64, on: &str, text: &str) -> Batch {
    batch(writer, on, "haicheng", [figure("alliances", Some("haicheng"), text), Said::Submission])
}

fn by(person: &str, batch: Batch) -> Batch {
    Batch { person: person.into(), ..batch }
}

/// Everything that a receipt may not contain, with the reason.
fn hostile() -> Vec<(Said, Why)> {
    let id = share(77, ON, "1").id;
    let progress =
        |subject: &str| Said::Progress { subject: subject.into(), stage: Stage::Done, note: String::new() };
    let plan = plan();
    let measure = plan.measures().next().unwrap().item.id.clone();
    let duty = crate::standing::duty::answerable(&plan, "haicheng", month("2024-08"));
    let is_own = |id: &str| duty.indicators.iter().any(|owed| owed.indicator.id == id);
    let foreign = plan.indicators().find(|place| !is_own(&place.item.id)).unwrap().item.id.clone();
    vec![
        (Said::Lock { accepted: vec![] }, Why::OfficersWord),
        (Said::Acceptance { of: id }, Why::OfficersWord),
        (Said::Return { of: id, reason: "x".into() }, Why::OfficersWord),
        (Said::Redaction { of: EntryId { batch: id, index: 0 } }, Why::OfficersWord),
        (Said::Withdrawal { reason: "x".into() }, Why::OfficersWord),
        (
            Said::Baseline {
                indicator: "alliances".into(),
                at: month("2022-12"),
                value: value("1"),
                source: String::new(),
            },
            Why::OfficersWord,
        ),
        (figure("alliances", None, "9"), Why::OthersDistrict),
        (figure("alliances", Some("taian"), "9"), Why::OthersDistrict),
        (figure(&foreign, Some("haicheng"), "9"), Why::OthersItem),
        (figure("?1a2b", Some("haicheng"), "9"), Why::Unknown),
        (figure("alliances", Some("?1a2b"), "9"), Why::Unknown),
        (progress(&measure), Why::OthersItem),
        (progress("?1a2b"), Why::Unknown),
    ]
}

/// A report of several items: two figures, a problem, and that it is all.
fn whole(writer: u64, on: &str) -> Batch {
    let problem = Said::Problem { subject: None, text: "缺设备".into(), who: String::new(), until: None };
    let carriers = figure("carriers", Some("haicheng"), "47");
    batch(
        writer,
        on,
        "haicheng",
        [figure("alliances", Some("haicheng"), "3"), carriers, problem, Said::Submission],
    )
}

/// The ledger after an act of the review, in whatever order its batches arrive.
fn after(ledger: &Ledger, accepting: Accepting, writer: u64, on: &str) -> Ledger {
    let verdicts = accepting.verdicts.into_iter().enumerate().map(|(at, (month, entries))| {
        let id = crate::ledger::BatchId { writer, sequence: at as u32 };
        Batch { id, month, entries, ..officer(writer, on, []) }
    });
    let mut all: Vec<Batch> = ledger.batches().cloned().chain(accepting.batches).chain(verdicts).collect();
    let expected = Ledger::new(all.clone());
    for _ in 0..all.len() {
        all.rotate_left(1);
        let mut one_by_one = Ledger::default();
        all.iter().for_each(|batch| {
            one_by_one.add(batch.clone());
        });
        assert!(one_by_one.slots().eq(expected.slots()), "the order of arrival does not matter");
    }
    expected
}

/// What counts of Haicheng's alliances and carriers, and how many problems.
fn standing(ledger: &Ledger) -> (Option<String>, Option<String>, usize) {
    let of = |indicator: &str| {
        let actuals = ledger.actuals(indicator);
        let shown = actuals.get(&Some("haicheng".into()))?.get(&month("2024-08"))?;
        match &shown.entry.said {
            Said::Actual { report, .. } => report.value().map(|value| value.to_string()),
            _ => None,
        }
    };
    (of("alliances"), of("carriers"), ledger.problems(month("2024-08")).len())
}

fn some(alliances: &str, carriers: &str, problems: usize) -> (Option<String>, Option<String>, usize) {
    (Some(alliances.into()), Some(carriers.into()), problems)
}
