//! 核对码 of a ledger: what is shown of each area, as a short code.

mod coding;
mod pieces;
mod search;

pub use coding::{Coding, WAITING};
pub use search::{Comparison, Search};

use crate::ledger::Ledger;
use crate::link::fingerprint::Fingerprint;
use crate::plan::PlanIndex;
use pieces::Pieces;

/// The code of what a ledger shows under a plan, and one for each area; what belongs to no area counts as one more.
/// History does not count, only what is shown: two ledgers with one state have one code, however they came to it. What
/// of the plan decides figures and lights counts too, each area's to its own code.
pub fn snapshot_code(plan: &PlanIndex, ledger: &Ledger) -> Fingerprint {
    pieces(plan, ledger).fingerprint()
}

/// The same of the records alone, as releases gave it that did not know of editions of a plan.
#[cfg(test)]
fn code_of_records(plan: &PlanIndex, ledger: &Ledger) -> Fingerprint {
    pieces(plan, ledger).of_records()
}

fn pieces(plan: &PlanIndex, ledger: &Ledger) -> Pieces {
    let mut pieces = Pieces::new(plan);
    for (slot, _) in ledger.slots() {
        pieces.look(plan, ledger, slot);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, batch, entry};
    use crate::ledger::{Batch, BatchId, Said};
    use crate::snapshot::make::{Choice, Extent, batches};

    pub(super) fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../public/plan.json")).expect("the shipped plan")
    }

    pub(super) fn reported(writer: u64, written: u64, indicator: &str, figure: &str) -> Batch {
        batch(BatchId { writer, sequence: 0 }, written, 8, [actual(indicator, figure)])
    }

    /// Codes stand on paper: the one that a state was given stays its code. The second is of releases before editions
    /// of a plan counted.
    #[test]
    fn a_state_has_the_code_that_it_always_had() {
        let plan = plan();
        let ledger = Ledger::new([reported(1, 1, "alliances", "12")]);
        assert_eq!(snapshot_code(&plan, &ledger).whole.to_string(), "3JFN-G12J");
        assert_eq!(code_of_records(&plan, &ledger).whole.to_string(), "Z40X-GF85");
    }

    /// field 6: the same records under another target have another code, in that target's area alone.
    #[test]
    fn another_edition_of_the_plan_gives_another_code_where_lights_may_differ() {
        let shipped = include_str!("../../public/plan.json");
        let other = shipped.replacen("\"value\": \"60\"", "\"value\": \"75\"", 1);
        let other = crate::plan::read::from_json(&other).expect("a sound plan");
        let ledger = Ledger::new([reported(1, 1, "alliances", "12")]);
        let (one, two) = (snapshot_code(&plan(), &ledger), snapshot_code(&other, &ledger));
        assert_ne!(one.whole, two.whole);
        assert_eq!(one.differing(&two).len(), 1);
        assert_eq!(code_of_records(&plan(), &ledger), code_of_records(&other, &ledger));
        let reworded = shipped.replacen("\"version\": \"1\"", "\"version\": \"2\"", 1);
        let reworded = crate::plan::read::from_json(&reworded).expect("a sound plan");
        assert_eq!(snapshot_code(&reworded, &ledger), one, "what decides nothing changes no code");
    }

    #[test]
    fn one_state_has_one_code_however_it_came_about() {
        let plan = plan();
        let one = Ledger::new([reported(1, 1, "alliances", "12")]);
        let other = Ledger::new([reported(7, 5, "alliances", "11"), reported(8, 9, "alliances", "12")]);
        assert_eq!(snapshot_code(&plan, &one), snapshot_code(&plan, &other));
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
        assert_eq!(snapshot_code(&plan, &before), snapshot_code(&plan, &struck));
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
        assert_eq!(snapshot_code(&plan, &shown), snapshot_code(&plan, &ledger));
    }

    #[test]
    fn the_area_that_differs_is_named() {
        let plan = plan();
        let one =
            Ledger::new([reported(1, 1, "alliances", "12"), reported(2, 1, "relocation-projects", "3")]);
        let other =
            Ledger::new([reported(1, 1, "alliances", "13"), reported(2, 1, "relocation-projects", "3")]);
        let (one, other) = (snapshot_code(&plan, &one), snapshot_code(&plan, &other));
        assert_ne!(one.whole, other.whole);
        assert_eq!(one.differing(&other), [1]);
    }
}
