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
    let of = |tempo: Tempo, status| {
        let mut all = scene.invented.iter().filter(|one| one.tempo == tempo);
        all.find_map(|one| lowered(scene, one, last, month, status))
    };
    of(Tempo::Slow, Status::Decided).into_iter().chain(of(Tempo::Behind, Status::Proposed)).collect()
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
