//! In the middle of the plan's last year one target is lowered by a paper, to what can be reached, and another one is
//! proposed to be lowered.

use super::invented::{Invented, Tempo};
use super::scene::{Scene, entry};
use crate::ledger::kinds::{Adjustment, AdjustmentChange, Aim, ReasonClass, Status};
use crate::ledger::{Entry, Said};
use crate::plan::{Month, Quantity, Year};

/// What is adjusted or proposed once a month is reported.
pub fn adjusted(scene: &Scene, month: Month) -> Vec<Entry> {
    let last = scene.plan.period.to;
    if month.year() != last || month.number() != 6 {
        return vec![];
    }
    let by = |status| move |one: &Invented| lowered(scene, one, last, month, status);
    let all = || scene.invented.iter().filter(|one| by(Status::Proposed)(one).is_some());
    // What is far behind is only proposed: nobody has decided to let it go.
    let proposed = all().find(|one| one.tempo == Tempo::Behind);
    let decided = all().find(|one| proposed.is_none_or(|proposed| proposed.indicator.id != one.indicator.id));
    let decided = decided.and_then(by(Status::Decided));
    decided.into_iter().chain(proposed.and_then(by(Status::Proposed))).collect()
}

/// The target of a year, lowered to what the figures come to at its end.
fn lowered(scene: &Scene, one: &Invented, year: Year, month: Month, status: Status) -> Option<Entry> {
    let target = one.indicator.target(year).filter(|target| target.value > Quantity::ZERO)?;
    let reached = one.values.get(&Month::new(year, 12)?)?;
    let old = Aim::from(target);
    let is_less = Quantity::ZERO < *reached && *reached < target.value;
    let new = Aim { value: *reached, ..old };
    let words = scene.words;
    let (document, decided_by) = match status {
        Status::Proposed => (String::new(), String::new()),
        Status::Decided => (words.document.to_owned(), words.decided_by.to_owned()),
    };
    let said = Adjustment {
        subject: one.indicator.id.as_str().into(),
        year,
        change: AdjustmentChange::Target { old: Some(old), new: Some(new) },
        class: ReasonClass::Superior,
        reason: words.adjusted.into(),
        document,
        dated: None,
        decided_by,
        effective: month.day(1)?,
        status,
    };
    is_less.then(|| entry(Said::Adjustment(Box::new(said))))
}
