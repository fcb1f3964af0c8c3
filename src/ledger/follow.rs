//! The moment of a batch that is being written, on a device whose clock may be behind.

use super::{Batch, BatchId, Entry, EntryId, Ledger, Moment, Said, Slot};

impl Ledger {
    /// The moment that a batch is to bear: its own, by the clock, unless that is before something which it competes
    /// with or answers; then the second after that. Whoever writes has seen what is there, so what he writes comes
    /// later, whatever his clock says: else a rule that is changed, or a verdict, would not count.
    ///
    /// Only what the batch speaks about is looked at, so that one receipt from a clock of 2099 takes nothing else
    /// along.
    pub fn moment_for(&self, batch: &Batch) -> Moment {
        let met = batch.named().flat_map(|(id, entry)| self.met(batch, id, entry));
        let latest = met.filter_map(|id| Some((self.batch(id)?.written, id))).max();
        match latest {
            Some(rank) if rank >= (batch.written, batch.id) => Moment(rank.0.0.saturating_add(1)),
            _ => batch.written,
        }
    }

    /// The batches with which an entry competes, and those which it answers.
    fn met(&self, batch: &Batch, id: EntryId, entry: &Entry) -> Vec<BatchId> {
        let slot = Slot::of(batch, id, &entry.said);
        let mut met: Vec<BatchId> =
            slot.map(|slot| self.history(&slot)).unwrap_or_default().iter().map(|id| id.batch).collect();
        met.extend(entry.replaces.map(|id| id.batch));
        if let Said::Acceptance { of } | Said::Return { of, .. } = &entry.said {
            met.push(*of);
            met.extend(self.verdict(*of).map(|id| id.batch));
        }
        met
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, batch, entry};

    fn id(writer: u64) -> BatchId {
        BatchId { writer, sequence: 0 }
    }

    /// The batch with its moment, in a ledger with it.
    fn followed(ledger: &Ledger, mut batch: Batch) -> (Moment, Ledger) {
        batch.written = ledger.moment_for(&batch);
        let mut with = ledger.clone();
        with.add(batch.clone());
        (batch.written, with)
    }

    #[test]
    fn by_a_right_clock_a_batch_bears_the_clocks_moment() {
        let ledger = Ledger::new([batch(id(9), 100, 8, [actual("alliances", "14")])]);
        assert_eq!(followed(&ledger, batch(id(1), 101, 8, [actual("alliances", "15")])).0, Moment(101));
        assert_eq!(followed(&Ledger::default(), batch(id(1), 7, 8, [])).0, Moment(7));
    }

    #[test]
    fn by_a_clock_that_is_behind_what_is_written_last_counts_all_the_same() {
        let ledger = Ledger::new([batch(id(9), 100, 8, [actual("alliances", "14")])]);
        for behind in [0, 99, 100] {
            let (moment, after) = followed(&ledger, batch(id(1), behind, 8, [actual("alliances", "15")]));
            assert_eq!(moment, Moment(101));
            let of = after.actuals("alliances");
            let shown: Vec<BatchId> =
                of.values().flat_map(|one| one.values()).map(|one| one.batch.id).collect();
            assert_eq!(shown, [id(1)]);
        }
    }

    #[test]
    fn what_a_batch_does_not_speak_about_takes_it_nowhere() {
        let ledger = Ledger::new([batch(id(9), u64::MAX, 8, [actual("alliances", "14")])]);
        assert_eq!(followed(&ledger, batch(id(1), 50, 8, [actual("gazelles", "3")])).0, Moment(50));
        assert_eq!(followed(&ledger, batch(id(1), 50, 7, [actual("alliances", "3")])).0, Moment(50));
        assert_eq!(followed(&ledger, batch(id(1), 50, 8, [actual("alliances", "3")])).0, Moment(u64::MAX));
    }

    #[test]
    fn an_acceptance_after_a_return_holds() {
        let back = entry(Said::Return { of: id(5), reason: "缺材料".into() });
        let ledger =
            Ledger::new([batch(id(5), 100, 8, [actual("alliances", "14")]), batch(id(9), 200, 8, [back])]);
        let (moment, after) = followed(&ledger, batch(id(1), 10, 8, [entry(Said::Acceptance { of: id(5) })]));
        assert_eq!(moment, Moment(201));
        assert_eq!(after.verdict(id(5)).map(|verdict| verdict.batch), Some(id(1)));
    }

    #[test]
    fn a_correction_comes_after_what_it_names() {
        let of = EntryId { batch: id(5), index: 0 };
        let ledger = Ledger::new([batch(id(5), 100, 8, [actual("alliances", "14")])]);
        let withdrawal = Entry { replaces: Some(of), said: Said::Withdrawal { reason: "误报".into() } };
        assert_eq!(followed(&ledger, batch(id(1), 10, 8, [withdrawal])).0, Moment(101));
    }
}
