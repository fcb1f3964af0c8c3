//! The officer: baselines and decisions at the start, acceptance each month, now and then a judgement, and locks.

use super::adjusting;
use super::clerks::WITH_NUMBER;
use super::invented::{Invented, Tempo};
use super::scene::{Hand, Scene, entry};
use crate::ledger::{BatchId, Claim, Entry, EntryId, RuleChange, Said};
use crate::plan::{Basis, Month, Quantity, Year};

/// Periods, counted from the first, in which something happens once.
const LATER_BASELINE: usize = 5;
const LATER_DECISION: usize = 12;
const JUDGED: usize = 8;
const RULE: usize = 13;

/// Days after the window until everything that came is accepted.
const ACCEPTED_AFTER: i64 = 6;

/// Baselines and decisions before the first report.
pub fn prepare(scene: &mut Scene) {
    let Some(&(month, opens, _)) = scene.periods.first() else { return };
    let (stocks, open) = (stocks(scene), undecided(scene));
    // One is left out for all time, so that the page shows how it asks; an only one is given later.
    let known = stocks.iter().rev().skip(1).rev().filter_map(|at| baseline(scene, *at));
    let decided = open.iter().rev().skip(1).rev().filter_map(|at| decision(scene, *at));
    let entries: Vec<Entry> = known.chain(decided).collect();
    if !entries.is_empty() {
        scene.write(Hand::Officer, opens.plus(-5), month, entries);
    }
}

/// What the officer does once the reports of a period are in.
pub fn decide(scene: &mut Scene, at: usize) {
    let Some(&(month, _, closes)) = scene.periods.get(at) else { return };
    let day = closes.plus(ACCEPTED_AFTER);
    let accepted = accepted(scene, month).into_iter().map(|of| entry(Said::Acceptance { of })).collect();
    scene.write(Hand::Officer, day, month, accepted);
    let (stocks, open) = (stocks(scene), undecided(scene));
    let once = match (at, &stocks[..], &open[..]) {
        (LATER_BASELINE, &[only], _) => baseline(scene, only),
        (LATER_DECISION, _, &[only]) => decision(scene, only),
        (JUDGED, ..) => judgement(scene),
        (RULE, ..) => rule(scene),
        (WITH_NUMBER, ..) => redaction(scene, month),
        _ => None,
    };
    let entries: Vec<Entry> = once
        .into_iter()
        .chain(year_target(scene, at, month))
        .chain(adjusting::adjusted(scene, month))
        .collect();
    if !entries.is_empty() {
        scene.write(Hand::Officer, day.plus(1), month, entries);
    }
}

/// Every month of a year is locked when the year is settled, in February.
pub fn lock(scene: &mut Scene) {
    for (month, ..) in scene.periods.clone() {
        let settled = Month::new(Year(month.year().0 + 1), 2).and_then(|month| month.day(20));
        // The last year is still open, so that both states are there.
        if let Some(day) = settled.filter(|_| month.year() < scene.plan.period.to) {
            let said = Said::Lock { accepted: accepted(scene, month) };
            scene.write(Hand::Officer, day, month, vec![entry(said)]);
        }
    }
}

/// What reporters said of a month and was not sent back.
fn accepted(scene: &Scene, month: Month) -> Vec<BatchId> {
    let is_reported =
        |entry: &Entry| entry.said.is_reported() || matches!(entry.said, Said::Withdrawal { .. });
    let of_month = scene.written().iter().filter(|batch| batch.month == month);
    let reported = of_month.filter(|batch| batch.entries.iter().any(is_reported));
    reported.map(|batch| batch.id).filter(|id| !scene.returned.contains(id)).collect()
}

/// Places of the stocks.
fn stocks(scene: &Scene) -> Vec<usize> {
    places(scene, |one| one.basis == Basis::Stock)
}

/// Places of those whose basis the plan does not state.
fn undecided(scene: &Scene) -> Vec<usize> {
    places(scene, |one| one.indicator.basis == Basis::Unstated)
}

fn places(scene: &Scene, is: impl Fn(&Invented) -> bool) -> Vec<usize> {
    (0..).zip(&scene.invented).filter(|(_, one)| is(one)).map(|(at, _)| at).collect()
}

fn baseline(scene: &Scene, at: usize) -> Option<Entry> {
    let one = scene.invented.get(at)?;
    let before = Month::new(scene.plan.period.from, 1)?.plus(-1);
    let (indicator, source) = (one.indicator.id.as_str().into(), scene.words.source.into());
    Some(entry(Said::Baseline { indicator, at: before, value: one.baseline, source }))
}

fn decision(scene: &Scene, at: usize) -> Option<Entry> {
    let one = scene.invented.get(at)?;
    let (indicator, reason) = (one.indicator.id.as_str().into(), scene.words.basis.into());
    Some(entry(Said::BasisDecision { indicator, basis: one.basis, reason }))
}

/// The one that is behind is set a light better, with a reason.
fn judgement(scene: &Scene) -> Option<Entry> {
    let behind = scene.invented.iter().find(|one| one.tempo == Tempo::Behind)?;
    let (subject, reason) = (behind.indicator.id.as_str().into(), scene.words.judgement.into());
    Some(entry(Said::Judgement { subject, claim: Claim::Amber, reason }))
}

fn rule(scene: &Scene) -> Option<Entry> {
    let (amber, red) = (Quantity::of_digits(10, 0)?, Quantity::of_digits(25, 0)?);
    Some(entry(Said::Rule(RuleChange { amber, red, curve: vec![], reason: scene.words.rule.into() })))
}

/// Takes the words out of a problem in which somebody's telephone number stood.
fn redaction(scene: &Scene, month: Month) -> Option<Entry> {
    let mut of_month = scene.written().iter().filter(|batch| batch.month == month);
    let of = of_month.find_map(|batch| {
        batch.named().find(|(_, entry)| is_with_number(scene, &entry.said)).map(|(id, _): (EntryId, _)| id)
    })?;
    Some(entry(Said::Redaction { of }))
}

fn is_with_number(scene: &Scene, said: &Said) -> bool {
    matches!(said, Said::Problem { who, .. } if who == scene.words.number)
}

/// In the first month of a year between two targets: half way, for the first indicator that is left open.
fn year_target(scene: &Scene, at: usize, month: Month) -> Option<Entry> {
    if month.number() != 1 || at == 0 {
        return None;
    }
    let year = month.year();
    scene.invented.iter().find_map(|one| {
        let targets = &one.indicator.targets;
        let before = targets.iter().rfind(|target| target.year < year)?;
        let next = targets.iter().find(|target| target.year >= year).filter(|next| next.year > year)?;
        let decimals = before.value.decimals().max(next.value.decimals());
        let step = 10_i128.pow(6 - u32::from(decimals.min(6)));
        let digits = (before.value.millionths() + next.value.millionths()) / 2 / step;
        let value = Quantity::of_digits(i64::try_from(digits).ok()?, decimals)?;
        let indicator = one.indicator.id.as_str().into();
        let (reason, document) = (scene.words.year_target.into(), scene.words.document.into());
        Some(entry(Said::YearTarget { indicator, year, value, reason, document }))
    })
}
