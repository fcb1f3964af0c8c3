//! The reporting organisations: on time, late, silent, returned; with figures, progress and problems.

use super::invented::Invented;
use super::scene::{Hand, Scene, entry};
use super::years::item_stage;
use crate::ledger::{BatchId, Entry, EntryId, Report, Said, Stage};
use crate::plan::{Basis, Measure, Milestone, MilestoneKind, Month, Quantity, Year};
use crate::standing::duty::{self, Duty, OwedFigure};

/// What becomes of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    OnTime,
    Late,
    Missing,
    /// Sent back by the officer, then mended and sent again.
    Returned,
}

/// The periods, counted from the first, from which on or in which something happens once.
const MISTYPED: usize = 4;
pub const WITHDRAWN: usize = 6;
pub const WITH_NUMBER: usize = 9;

/// Everybody's reports about a period.
pub fn report(scene: &mut Scene, at: usize) {
    let Some(&(month, opens, closes)) = scene.periods.get(at) else { return };
    for who in 0..scene.reporters.len() {
        let fate = fate(scene, who, at);
        let Some(mut entries) = entries(scene, who, at).filter(|_| fate != Fate::Missing) else { continue };
        if who == 0 && at >= MISTYPED && scene.mistyped.is_none() && mistype(&mut entries) {
            scene.mistyped = Some(at);
        }
        let days = closes.since(opens).max(0) as u64 + 1;
        let day = opens.plus(scene.chance.lot("day", who * 1000 + at, days) as i64);
        let hand = Hand::Clerk(who);
        match fate {
            Fate::Missing => {}
            Fate::OnTime => {
                let batch = scene.write(hand, day, month, entries);
                mend(scene, who, at, batch);
            }
            Fate::Late => {
                let late = 1 + scene.chance.lot("late", who * 1000 + at, 3) as i64;
                scene.write(hand, closes.plus(late), month, entries);
            }
            Fate::Returned => {
                let Some(of) = scene.write(hand, opens, month, entries.clone()) else { continue };
                let reason = scene.chance.pick("returned", at, &scene.words.returned).unwrap_or_default();
                let said = Said::Return { of, reason: reason.into() };
                scene.write(Hand::Officer, opens.plus(1), month, vec![entry(said)]);
                scene.returned.push(of);
                let mended = entries.into_iter().map(|entry| with_note(entry, scene.words.mended)).collect();
                scene.write(hand, opens.plus(2), month, mended);
            }
        }
    }
}

/// The first lead is reliable; the last reporter shows every fate early on.
fn fate(scene: &Scene, who: usize, at: usize) -> Fate {
    let is_last = who + 1 == scene.reporters.len();
    match (at, scene.chance.lot("fate", who * 1000 + at, 100)) {
        (1, _) if is_last => Fate::Late,
        (2, _) if is_last => Fate::Missing,
        (3, _) if is_last => Fate::Returned,
        _ if who == 0 => Fate::OnTime,
        (_, 0..4) => Fate::Missing,
        (_, 4..10) => Fate::Late,
        (_, 10..13) => Fate::Returned,
        _ => Fate::OnTime,
    }
}

fn entries(scene: &Scene, who: usize, at: usize) -> Option<Vec<Entry>> {
    let (&(month, ..), organisation) = (scene.periods.get(at)?, scene.reporters.get(who)?);
    let duty = duty::answerable(scene.plan, organisation, month);
    let mut all: Vec<Entry> = figures(scene, &duty);
    // What a list has ended is not reported on any more.
    let pursued = duty.measures.iter().filter(|(_, one)| !scene.is_ended(&one.id, month));
    for (_, measure) in pursued {
        all.push(progress(scene, &measure.id, measure_stage(scene, measure, month), month));
    }
    for (_, milestone) in &duty.milestones {
        all.push(progress(scene, &milestone.id, milestone_stage(scene, milestone, month), month));
    }
    let items =
        scene.listed.iter().filter(|one| one.lead == *organisation && one.years.contains(month.year()));
    for item in items {
        all.push(progress(scene, &item.id, item_stage(item, month), month));
    }
    all.extend(problems(scene, &duty, who, at));
    all.push(entry(Said::Submission));
    Some(all)
}

fn figures(scene: &Scene, duty: &Duty) -> Vec<Entry> {
    let due = duty.indicators.iter().filter(|owed| owed.is_due);
    let found = due.filter_map(|owed| {
        let invented = scene.invented.iter().find(|one| one.indicator.id == owed.indicator.id)?;
        Some((owed, invented))
    });
    found.filter_map(|(owed, invented)| figure(scene, owed, invented, duty)).collect()
}

fn figure(scene: &Scene, owed: &OwedFigure, invented: &Invented, duty: &Duty) -> Option<Entry> {
    let (month, id) = (duty.month, owed.indicator.id.as_str());
    let district = owed.is_share.then_some(duty.organisation);
    let of = |month: Month| {
        let value = *invented.values.get(&month)?;
        Some(district.map_or(value, |district| share(scene, invented, district, value)))
    };
    let value = of(month)?;
    let before = month.plus(-(owed.indicator.frequency.months() as i32));
    let is_same_run = invented.basis != Basis::YearlyFlow || before.year() == month.year();
    // A report of no change leans on a figure: that of the period before must have been published.
    let was_published = !invented.unpublished.contains(&before) && of(before).is_some();
    let is_same = is_same_run && was_published && of(before) == Some(value);
    let is_growth = matches!(invented.basis, Basis::YearlyFlow | Basis::RunningTotal);
    let lot = |many| scene.chance.lot(id, month_number(month) + duty.organisation.len() * 7919, many);
    let report = if invented.unpublished.contains(&month) {
        Report::NotYetPublished
    } else if is_same && is_growth && owed.is_share && lot(3) == 0 {
        Report::NothingToReport
    } else if is_same {
        Report::NoChange
    } else {
        Report::Value(value)
    };
    let pick = |list: &[&'static str]| scene.chance.pick(id, month_number(month), list).unwrap_or_default();
    let (evidence, note) = match report {
        Report::NotYetPublished => ("", scene.words.not_published),
        Report::Value(_) if lot(4) == 0 => (pick(&scene.words.evidence), pick(&scene.words.notes)),
        _ => ("", ""),
    };
    let said = Said::Actual {
        indicator: id.into(),
        district: district.map(Into::into),
        report,
        evidence: evidence.into(),
        note: note.into(),
    };
    Some(entry(said))
}

/// A district's part of the city's figure: parts never fall while the whole grows, and add up to it exactly.
pub fn share(scene: &Scene, invented: &Invented, district: &str, whole: Quantity) -> Quantity {
    let districts = &scene.plan.districts;
    // Each unit goes to the next in a fixed order in which a district stands as often as it is large.
    let mut order: Vec<(u64, &str)> = districts
        .iter()
        .flat_map(|id| {
            let weight = 2 + scene.chance.lot(id, 0, 6) as usize;
            let place = |turn| scene.chance.lot(&[&invented.indicator.id, "/", id].concat(), turn, u64::MAX);
            (0..weight).map(move |turn| (place(turn), id.as_str()))
        })
        .collect();
    order.sort_unstable();
    let count = |places: &[(u64, &str)]| places.iter().filter(|(_, id)| *id == district).count() as i64;
    let (total, length) = (whole.digits().max(0), order.len().max(1) as i64);
    let rest = order.get(..(total % length) as usize).unwrap_or_default();
    let digits = total / length * count(&order) + count(rest);
    Quantity::of_digits(digits, whole.decimals()).unwrap_or(Quantity::ZERO)
}

/// A digit too many in the first figure; says whether there was one.
fn mistype(entries: &mut [Entry]) -> bool {
    let figure = entries.iter_mut().find_map(|entry| match &mut entry.said {
        Said::Actual { report: Report::Value(value), .. } => Some(value),
        _ => None,
    });
    if let Some(value) = figure
        && let Some(wrong) = Quantity::of_digits(value.digits().saturating_mul(10), value.decimals())
    {
        *value = wrong;
        return true;
    }
    false
}

/// What the first lead sends after a report: the correction of a figure, the withdrawal of a problem.
fn mend(scene: &mut Scene, who: usize, at: usize, batch: Option<BatchId>) {
    let (Some(batch), Some(&(month, _, closes))) = (batch, scene.periods.get(at)) else { return };
    let Some(sent) = scene.written().iter().find(|one| one.id == batch).filter(|_| who == 0) else { return };
    let place = |is: fn(&Said) -> bool| {
        sent.named().find(|(_, entry)| is(&entry.said)).map(|(id, entry)| (id, entry.clone()))
    };
    let mut replies = Vec::new();
    if scene.mistyped == Some(at) {
        let wrong = place(|said| matches!(said, Said::Actual { report: Report::Value(_), .. }));
        replies.extend(wrong.and_then(|(id, entry)| correction(scene, id, entry, month)));
    }
    if at == WITHDRAWN {
        let reason = scene.words.withdrawn;
        let problem = place(|said| matches!(said, Said::Problem { .. }));
        replies.extend(
            problem.map(|(id, _)| Entry {
                replaces: Some(id),
                said: Said::Withdrawal { reason: reason.into() },
            }),
        );
    }
    if !replies.is_empty() {
        scene.write(Hand::Clerk(who), closes.plus(1), month, replies);
    }
}

fn correction(scene: &Scene, id: EntryId, entry: Entry, month: Month) -> Option<Entry> {
    let Said::Actual { indicator, district, evidence, .. } = entry.said else { return None };
    let invented = scene.invented.iter().find(|one| *one.indicator.id == *indicator)?;
    let report = Report::Value(*invented.values.get(&month)?);
    let note = scene.words.corrected.into();
    Some(Entry { replaces: Some(id), said: Said::Actual { indicator, district, report, evidence, note } })
}

fn progress(scene: &Scene, subject: &str, (stage, changed): (Stage, bool), month: Month) -> Entry {
    let notes = &scene.words.progress;
    let note = match stage {
        Stage::Underway if changed => notes[0],
        Stage::Done if changed => notes[3],
        Stage::Underway if scene.chance.lot(subject, month_number(month), 6) == 0 => notes[1],
        Stage::Underway if month.number().is_multiple_of(6) => notes[2],
        _ => "",
    };
    entry(Said::Progress { subject: subject.into(), stage, note: note.into() })
}

/// The stage of a measure, and whether it is new in this month. Some are never done.
pub fn measure_stage(scene: &Scene, measure: &Measure, month: Month) -> (Stage, bool) {
    let first = scene.plan.cycle.first_month;
    let year = measure.year.and_then(|year| Month::new(year, 1)).unwrap_or(first).max(first);
    let begun = year.plus(scene.chance.lot(&measure.id, 1, 5) as i32);
    let length = if measure.year.is_some() {
        3 + scene.chance.lot(&measure.id, 2, 9)
    } else {
        8 + scene.chance.lot(&measure.id, 2, 24)
    };
    let is_stuck = scene.chance.lot(&measure.id, 3, 7) == 0;
    stage(begun, (!is_stuck).then(|| begun.plus(length as i32)), month)
}

/// A direction is never done.
fn milestone_stage(scene: &Scene, milestone: &Milestone, month: Month) -> (Stage, bool) {
    let begun = Month::new(milestone.years.from, 1).unwrap_or(month).max(scene.plan.cycle.first_month);
    let Year(last) = milestone.years.to;
    let number = 9 + scene.chance.lot(&milestone.id, 1, 4) as u8;
    let done = Month::new(Year(last), number).filter(|_| milestone.kind == MilestoneKind::State);
    stage(begun.plus(scene.chance.lot(&milestone.id, 2, 3) as i32), done, month)
}

pub fn stage(begun: Month, done: Option<Month>, month: Month) -> (Stage, bool) {
    match done {
        Some(done) if done <= month => (Stage::Done, done == month),
        _ if begun <= month => (Stage::Underway, begun == month),
        _ => (Stage::NotStarted, false),
    }
}

fn problems(scene: &Scene, duty: &Duty, who: usize, at: usize) -> Vec<Entry> {
    let leads = !duty.measures.is_empty() || duty.indicators.iter().any(|owed| !owed.is_share);
    let subjects: Vec<&str> = duty
        .measures
        .iter()
        .map(|(_, measure)| measure.id.as_str())
        .chain(duty.indicators.iter().map(|owed| owed.indicator.id.as_str()))
        .collect();
    let lot = who * 1000 + at;
    let usual = scene.chance.lot("problem", lot, if leads { 3 } else { 14 }) == 0;
    let mut all = Vec::new();
    if usual || (who == 0 && at == WITHDRAWN) {
        let text = scene.chance.pick("text", lot, &scene.words.problems).unwrap_or_default();
        let name = scene.chance.pick("who", lot, &scene.words.who).unwrap_or_default();
        let days = 20 + scene.chance.lot("until", lot, 60) as i64;
        let until = scene.periods.get(at).map(|(_, _, closes)| closes.plus(days));
        all.push(entry(Said::Problem {
            subject: scene.chance.pick("subject", lot, &subjects).map(Into::into),
            text: text.into(),
            who: name.into(),
            until: until.filter(|_| scene.chance.lot("open", lot, 5) > 0),
        }));
    }
    if who == 0 && at == WITH_NUMBER {
        let (text, name) = (scene.words.with_number, scene.words.number);
        all.push(entry(Said::Problem { subject: None, text: text.into(), who: name.into(), until: None }));
    }
    all
}

/// The same with a note where there is room for one and none yet.
fn with_note(mut entry: Entry, words: &str) -> Entry {
    if let Said::Actual { note, .. } | Said::Progress { note, .. } = &mut entry.said
        && note.is_empty()
    {
        *note = words.into();
    }
    entry
}

fn month_number(month: Month) -> usize {
    usize::from(month.year().0) * 12 + usize::from(month.number())
}
