//! Which batches a receipt has to carry, so that whoever gets it sees what its corrections correct.

use crate::ledger::{Batch, BatchId, Ledger};
use std::collections::BTreeSet;

/// The batch, and before it the same organisation's earlier ones that it corrects, as far as nobody has answered
/// them yet: a receipt that was made and never sent is corrected by one that arrives alone, and a correction of
/// what nobody has seen would have to be refused.
pub fn handed(ledger: &Ledger, batch: &Batch) -> Vec<Batch> {
    let mut seen = BTreeSet::from([batch.id]);
    let mut earlier: Vec<Batch> = vec![];
    let mut open: Vec<BatchId> = corrected(batch);
    while let Some(id) = open.pop() {
        let is_unanswered = ledger.verdict(id).is_none();
        let Some(found) =
            ledger.batch(id).filter(|one| is_unanswered && one.organisation == batch.organisation)
        else {
            continue;
        };
        if seen.insert(id) {
            open.extend(corrected(found));
            earlier.push(found.clone());
        }
    }
    earlier.sort_by_key(|one| (one.written, one.id));
    earlier.push(batch.clone());
    earlier
}

fn corrected(batch: &Batch) -> Vec<BatchId> {
    let ids = batch.entries.iter().filter_map(|entry| entry.replaces).map(|id| id.batch);
    ids.collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, entry};
    use crate::ledger::{Entry, EntryId, Said};
    use crate::page::month::form::samples::told;

    fn correction(sequence: u32, of: u32) -> Batch {
        let batch = BatchId { writer: 1, sequence: of };
        let replaces = Some(EntryId { batch, index: 0 });
        told(sequence, "2024-08", [Entry { replaces, ..actual("gazelles", &sequence.to_string()) }])
    }

    fn sequences(ledger: &Ledger, batch: &Batch) -> Vec<u32> {
        handed(ledger, batch).iter().map(|one| one.id.sequence).collect()
    }

    #[test]
    fn a_correction_carries_what_it_corrects_until_that_was_answered() {
        let first = told(1, "2024-08", [actual("gazelles", "1"), entry(Said::Submission)]);
        let of = first.id;
        let mut ledger = Ledger::new([first, correction(2, 1), told(3, "2024-08", [])]);
        let third = correction(4, 2);
        ledger.add(third.clone());
        assert_eq!(sequences(&ledger, &third), [1, 2, 4]);
        assert_eq!(sequences(&ledger, &told(5, "2024-08", [entry(Said::Submission)])), [5]);
        ledger.add(told(6, "2024-08", [entry(Said::Acceptance { of })]));
        assert_eq!(sequences(&ledger, &third), [2, 4]);
    }

    #[test]
    fn what_is_another_organisations_or_unknown_is_not_carried() {
        let other =
            Batch { organisation: "haicheng".into(), ..told(1, "2024-08", [actual("gazelles", "1")]) };
        let ledger = Ledger::new([other]);
        assert_eq!(sequences(&ledger, &correction(2, 1)), [2]);
        assert_eq!(sequences(&ledger, &correction(3, 9)), [3]);
    }

    #[test]
    fn entries_that_correct_each_other_come_to_an_end() {
        let ledger = Ledger::new([correction(1, 2), correction(2, 1)]);
        assert_eq!(sequences(&ledger, &correction(2, 1)), [1, 2]);
    }
}
