//! A period is closed: of what speaks of it, only what is here now counts from then on.

use crate::ledger::{Batch, BatchId, Entry, EntryId, Ledger, Said, Slot};
use crate::plan::{Day, Month};
use crate::standing::AsOf;

/// Whether a period is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lock {
    /// It is open; so many batches would be closed over.
    Open { batches: usize },
    /// It is closed.
    Locked {
        on: Day,
        /// Who did it, as they call themselves. Untrusted.
        by: String,
        /// How many batches the lock names.
        accepted: usize,
        /// How many came later and do not count.
        shut_out: usize,
    },
}

/// How it is with a period.
pub(super) fn look(as_of: AsOf, month: Month) -> Lock {
    let ledger = as_of.ledger;
    let found = ledger.at(&Slot::Lock { month });
    let closed = closed_over(ledger, month);
    match found.map(|found| (found.batch, &found.entry.said)) {
        Some((batch, Said::Lock { accepted })) => Lock::Locked {
            on: batch.written.day(as_of.offset),
            by: batch.person.clone(),
            accepted: accepted.len(),
            shut_out: closed.iter().filter(|id| !accepted.contains(id)).count(),
        },
        _ => Lock::Open { batches: closed.len() },
    }
}

/// The entry that locks a period as it stands: it names every batch of reports that was not returned. Where the
/// period is locked already it takes in what came later.
pub fn lock_entry(ledger: &Ledger, month: Month) -> Entry {
    Entry { replaces: None, said: Said::Lock { accepted: closed_over(ledger, month) } }
}

/// The entries that open a period again; none while it is open. Under the lock that holds there may be others,
/// which would hold in its place.
pub fn unlock_entries(ledger: &Ledger, month: Month, reason: &str) -> Vec<Entry> {
    let locks = ledger.history(&Slot::Lock { month });
    let is_withdrawn = |id| matches!(ledger.change(id), Some(crate::ledger::Change::Withdrawn));
    let withdrawal = |id| Entry { replaces: Some(id), said: Said::Withdrawal { reason: reason.into() } };
    locks.into_iter().filter(|id| !is_withdrawn(*id)).map(withdrawal).collect()
}

/// A batch of another period that corrects something of this one belongs to what is closed over: without being
/// named it would be shut out, and the correction with it.
fn closed_over(ledger: &Ledger, month: Month) -> Vec<BatchId> {
    let speaks = |batch: &&Batch| {
        let is_of = batch.month == month;
        (0..).zip(&batch.entries).any(|(index, entry)| {
            let target = entry.replaces.and_then(|id| ledger.batch(id.batch));
            (is_of || target.is_some_and(|target| target.month == month))
                && ledger.is_lockable(EntryId { batch: batch.id, index })
        })
    };
    let is_returned = |batch: &&Batch| {
        let verdict = ledger.verdict(batch.id).and_then(|id| ledger.entry(id));
        verdict.is_some_and(|entry| matches!(entry.said, Said::Return { .. }))
    };
    ledger.batches().filter(speaks).filter(|batch| !is_returned(batch)).map(|batch| batch.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::august::{batch, figure, month, officer, report};
    use crate::ledger::samples::value;
    use crate::ledger::{EntryId, Moment};

    fn accepted(entry: &Entry) -> Vec<u64> {
        match &entry.said {
            Said::Lock { accepted } => accepted.iter().map(|id| id.writer).collect(),
            other => panic!("{other:?}"),
        }
    }

    fn alliances(ledger: &Ledger) -> Option<crate::plan::Quantity> {
        let actuals = ledger.actuals("alliances");
        crate::standing::meaning::figures(crate::plan::Basis::Stock, actuals.get(&None)?)
            .get(&month("2024-08"))
            .copied()
    }

    #[test]
    fn a_lock_names_every_report_that_was_not_returned() {
        let returned = report(2, "2024-09-02", "taian");
        let ledger = Ledger::new([
            report(1, "2024-09-01", "haicheng"),
            returned.clone(),
            officer(3, "2024-09-03", [Said::Return { of: returned.id, reason: "空".into() }]),
            Batch { month: month("2024-07"), ..report(4, "2024-09-01", "haicheng") },
        ]);
        assert_eq!(accepted(&lock_entry(&ledger, month("2024-08"))), [1]);
    }

    #[test]
    fn a_correction_from_the_next_period_survives_the_lock() {
        let first = batch(1, "2024-09-01", "science-bureau", [figure("alliances", None, "10")]);
        let target = EntryId { batch: first.id, index: 0 };
        let correction = Entry { replaces: Some(target), said: Said::Withdrawal { reason: "误报".into() } };
        let later = Batch {
            month: month("2024-09"),
            entries: vec![correction],
            ..batch(2, "2024-10-02", "science-bureau", [])
        };
        let mut ledger = Ledger::new([first, later]);
        assert_eq!(alliances(&ledger), None);
        let lock = lock_entry(&ledger, month("2024-08"));
        assert_eq!(accepted(&lock), [1, 2]);
        ledger.add(officer(3, "2024-10-03", [lock.said]));
        assert_eq!(alliances(&ledger), None, "what was withdrawn came back to life");
    }

    #[test]
    fn what_comes_later_is_shut_out_until_the_period_is_locked_anew_or_opened() {
        let says = |writer, on, text| batch(writer, on, "science-bureau", [figure("alliances", None, text)]);
        let about = month("2024-08");
        let mut ledger = Ledger::new([says(1, "2024-09-01", "10")]);
        ledger.add(officer(2, "2024-09-02", [lock_entry(&ledger, about).said]));
        ledger.add(says(3, "2024-09-03", "20"));
        assert_eq!(alliances(&ledger), Some(value("10")));
        let mut anew = ledger.clone();
        anew.add(officer(4, "2024-09-04", [lock_entry(&anew, about).said]));
        assert_eq!(alliances(&anew), Some(value("20")));
        let open = Batch {
            written: Moment(anew.batches().map(|one| one.written.0).max().unwrap() + 1),
            entries: unlock_entries(&anew, about, "更正"),
            ..officer(5, "2024-09-05", [])
        };
        assert_eq!(open.entries.len(), 2);
        anew.add(open);
        assert_eq!(anew.shown(&Slot::Lock { month: about }), None);
        assert!(unlock_entries(&anew, about, "").is_empty());
    }
}
