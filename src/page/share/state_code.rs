//! 期次指纹 of a ledger: what is shown of each area, as a short code.

use crate::ledger::{Batch, BatchId, Entry, Ledger, Moment, Slot, codec};
use crate::link::fingerprint::{Code, Fingerprint};
use crate::plan::PlanIndex;

/// The code of what a ledger shows, and one for each area of the plan; what belongs to no area counts as one more.
/// History does not count, only what is shown: two ledgers with one state have one code, however they came to it.
pub fn state_code(plan: &PlanIndex, ledger: &Ledger) -> Fingerprint {
    let every_area = (0..=plan.areas.len()).map(|area| (area, vec![]));
    // A lock says of which reports the others are; it shows nothing of its own, and no snapshot of what is shown has it.
    let shown =
        ledger.slots().filter(|(slot, _)| !matches!(slot, Slot::Lock { .. })).filter_map(|(slot, id)| {
            let found = ledger.find(id)?;
            // Of the batch only what is said and of which period; of a problem, not which entry it is.
            let bare = Batch {
                id: BatchId { writer: 0, sequence: 0 },
                written: Moment(0),
                organisation: "".into(),
                person: String::new(),
                month: found.batch.month,
                entries: vec![Entry { replaces: None, said: found.entry.said.without_words() }],
            };
            Some((area(plan, slot), codec::encode_one(&bare)))
        });
    // Sorted, so that equal states give equal codes though problems are kept under names of entries.
    let mut pieces: Vec<(usize, Vec<u8>)> = every_area.chain(shown).collect();
    pieces.sort();
    Fingerprint::of(pieces)
}

/// What a code that somebody typed is to this ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The code of the state now.
    Same,
    /// The code of one area as it is now.
    Area(usize),
    /// The code of the whole as it was at a moment.
    Earlier(Moment),
    Unknown,
}

/// Most earlier states that are looked through.
const MOST_STATES: usize = 60;

/// Compares a typed code with the state now, its areas, and the latest earlier states.
pub fn compare(plan: &PlanIndex, ledger: &Ledger, code: Code) -> Comparison {
    let now = state_code(plan, ledger);
    if now.whole == code {
        return Comparison::Same;
    }
    if let Some((area, _)) = now.areas.iter().find(|(_, one)| *one == code) {
        return Comparison::Area(*area);
    }
    let mut moments: Vec<Moment> = ledger.batches().map(|batch| batch.written).collect();
    moments.sort();
    moments.dedup();
    let mut earlier = moments.into_iter().rev().skip(1).take(MOST_STATES);
    let found = earlier.find(|moment| state_code(plan, &ledger.known_on(*moment)).whole == code);
    found.map_or(Comparison::Unknown, Comparison::Earlier)
}

fn area(plan: &PlanIndex, slot: &Slot) -> usize {
    let id: &str = match slot {
        Slot::Actual { indicator, .. }
        | Slot::Baseline { indicator }
        | Slot::YearTarget { indicator, .. }
        | Slot::Basis { indicator } => indicator,
        Slot::Progress { subject, .. } | Slot::Judgement { subject, .. } => subject,
        Slot::Problem { .. } | Slot::Submission { .. } | Slot::Lock { .. } | Slot::Rule => "",
    };
    let place = plan.indicator(id).map(|place| place.area);
    let place = place.or_else(|| plan.measure(id).map(|place| place.area));
    let place = place.or_else(|| plan.milestone(id).map(|place| place.area));
    let at = place.and_then(|area| plan.areas.iter().position(|one| one.id == area.id));
    at.unwrap_or(plan.areas.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Said;
    use crate::ledger::samples::{actual, batch, entry};
    use crate::page::share::snapshot::{Choice, Extent, batches};

    fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../../public/plan.json")).expect("the shipped plan")
    }

    fn reported(writer: u64, written: u64, indicator: &str, figure: &str) -> Batch {
        batch(BatchId { writer, sequence: 0 }, written, 8, [actual(indicator, figure)])
    }

    #[test]
    fn one_state_has_one_code_however_it_came_about() {
        let plan = plan();
        let one = Ledger::new([reported(1, 1, "alliances", "12")]);
        let other = Ledger::new([reported(7, 5, "alliances", "11"), reported(8, 9, "alliances", "12")]);
        assert_eq!(state_code(&plan, &one), state_code(&plan, &other));
    }

    #[test]
    fn the_code_does_not_depend_on_whether_words_were_struck_out_or_are_stored_still() {
        let plan = plan();
        let mut report = reported(1, 1, "alliances", "12");
        if let Said::Actual { note, .. } = &mut report.entries[0].said {
            *note = "电话 13800000000".into();
        }
        let of = crate::ledger::EntryId { batch: report.id, index: 0 };
        let redaction = batch(BatchId { writer: 2, sequence: 0 }, 9, 8, [entry(Said::Redaction { of })]);
        let before = Ledger::new([report.clone()]);
        let struck = Ledger::new([report, redaction]);
        assert_ne!(before.find(of), struck.find(of));
        assert_eq!(state_code(&plan, &before), state_code(&plan, &struck));
    }

    #[test]
    fn a_snapshot_of_what_is_shown_has_the_code_of_the_ledger() {
        let plan = plan();
        let report = reported(1, 1, "alliances", "12");
        let lock = batch(
            BatchId { writer: 2, sequence: 0 },
            5,
            8,
            [entry(Said::Acceptance { of: report.id }), entry(Said::Lock { accepted: vec![report.id] })],
        );
        let ledger = Ledger::new([report, lock]);
        let choice = Choice { extent: Extent::Shown, without_notes: true, ..Choice::default() };
        let shown = Ledger::new(batches(&ledger, &choice, None));
        assert_eq!(state_code(&plan, &shown), state_code(&plan, &ledger));
    }

    #[test]
    fn the_area_that_differs_is_named() {
        let plan = plan();
        let one =
            Ledger::new([reported(1, 1, "alliances", "12"), reported(2, 1, "relocation-projects", "3")]);
        let other =
            Ledger::new([reported(1, 1, "alliances", "13"), reported(2, 1, "relocation-projects", "3")]);
        let (one, other) = (state_code(&plan, &one), state_code(&plan, &other));
        assert_ne!(one.whole, other.whole);
        assert_eq!(one.differing(&other), [1]);
    }

    #[test]
    fn an_earlier_state_is_recognised() {
        let plan = plan();
        let earlier = Ledger::new([reported(1, 1, "alliances", "11")]);
        let mut now = earlier.clone();
        now.add(reported(2, 5, "alliances", "12"));
        let code = state_code(&plan, &earlier).whole;
        assert_eq!(compare(&plan, &now, code), Comparison::Earlier(Moment(1)));
        assert_eq!(compare(&plan, &now, state_code(&plan, &now).whole), Comparison::Same);
        assert_eq!(compare(&plan, &now, Code::of(b"another")), Comparison::Unknown);
    }

    #[test]
    fn only_the_latest_states_are_looked_through() {
        let plan = plan();
        let states: Vec<Batch> =
            (0..=MOST_STATES as u64 + 1).map(|at| reported(at, at, "alliances", &at.to_string())).collect();
        let now = Ledger::new(states);
        let compare = |moment| compare(&plan, &now, state_code(&plan, &now.known_on(Moment(moment))).whole);
        assert_eq!(compare(1), Comparison::Earlier(Moment(1)));
        assert_eq!(compare(0), Comparison::Unknown, "one too far back");
    }
}
