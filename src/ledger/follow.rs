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
        let latest = met.filter_map(|id| Some((self.surely_written(self.batch(id)?), id))).max();
        match latest {
            // What lies beyond the calendar outdoes nothing, so nothing has to follow it there.
            Some((at, id)) if (at, id) >= (batch.written, batch.id) => {
                Moment(at.0.saturating_add(1).min(Moment::BEYOND.0 - 1))
            }
            _ => batch.written,
        }
    }

    /// The batches with which an entry competes, and those which it answers.
    fn met(&self, batch: &Batch, id: EntryId, entry: &Entry) -> Vec<BatchId> {
        let slot = Slot::of(batch, id, &entry.said);
        let places = slot.map(|slot| self.places_of_life(slot)).unwrap_or_default();
        let mut met: Vec<BatchId> =
            places.iter().flat_map(|slot| self.history(slot)).map(|id| id.batch).collect();
        met.extend(entry.replaces.map(|id| id.batch));
        // A verdict competes with earlier verdicts only. It is no later than what it judges claims to be: that would
        // take it along to wherever a wrong clock is.
        if let Said::Acceptance { of } | Said::Return { of, .. } = &entry.said {
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
        assert_eq!(followed(&ledger, batch(id(1), 50, 8, [actual("alliances", "3")])).0, Moment(50));
    }

    /// hostile 2: the victim's own correction is not written beyond the calendar, and holds.
    #[test]
    fn nothing_is_followed_beyond_the_calendar() {
        for ahead in [u64::MAX, Moment::BEYOND.0, 253_402_300_800] {
            let ledger = Ledger::new([batch(id(9), ahead, 8, [actual("alliances", "99")])]);
            let (moment, after) = followed(&ledger, batch(id(1), 100, 8, [actual("alliances", "15")]));
            assert_eq!(moment, Moment(100), "{ahead}");
            let actuals = after.actuals("alliances");
            let shown = actuals.values().flat_map(|one| one.values()).map(|one| one.batch.id);
            assert_eq!(shown.collect::<Vec<_>>(), [id(1)], "{ahead}");
        }
        let last = Moment::BEYOND.0 - 1;
        let ledger = Ledger::new([batch(id(9), last, 8, [actual("alliances", "99")])]);
        assert_eq!(followed(&ledger, batch(id(1), 5, 8, [actual("alliances", "1")])).0, Moment(last));
    }

    /// hostile 2: a report from a clock that is ahead counts where nothing else is, and outdoes nothing: neither what
    /// was written before it was accepted nor what was written after.
    #[test]
    fn a_report_from_a_clock_that_is_ahead_outdoes_nothing_once_it_was_accepted() {
        let ahead = batch(id(9), 1_000_000, 8, [actual("alliances", "99")]);
        let accepted = batch(id(8), 200_000, 8, [entry(Said::Acceptance { of: id(9) })]);
        let shown = |batches: Vec<Batch>| {
            let mut all = Vec::new();
            for rotation in 0..batches.len() {
                let mut batches = batches.clone();
                batches.rotate_left(rotation);
                let mut ledger = Ledger::default();
                for one in batches {
                    ledger.add(one);
                }
                let actuals = ledger.actuals("alliances");
                let found = actuals.values().flat_map(|one| one.values()).map(|one| one.batch.id.writer);
                all.extend(found);
            }
            all.sort_unstable();
            all.dedup();
            all
        };
        assert_eq!(shown(vec![ahead.clone(), accepted.clone()]), [9]);
        for honest in [100_000, 200_001] {
            let honest = batch(id(1), honest, 8, [actual("alliances", "55")]);
            assert_eq!(shown(vec![ahead.clone(), accepted.clone(), honest]), [1]);
        }
        // Clocks that are minutes apart are honest ones.
        let hasty = batch(id(7), 200_300, 8, [actual("alliances", "56")]);
        let taken = batch(id(8), 200_000, 8, [entry(Said::Acceptance { of: id(7) })]);
        let earlier = batch(id(1), 100_000, 8, [actual("alliances", "55")]);
        assert_eq!(shown(vec![earlier, hasty, taken]), [7]);
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

    /// Walked: by a clock minutes or a day ahead, an accepted correction still comes after the report that was returned.
    #[test]
    fn an_accepted_correction_from_a_clock_that_is_ahead_takes_the_place_of_what_was_returned() {
        for ahead in [0, 180, 86_400] {
            let returned = batch(id(5), 100 + ahead, 8, [actual("alliances", "14")]);
            let back = entry(Said::Return { of: id(5), reason: "缺材料".into() });
            let corrected = batch(id(6), 120 + ahead, 8, [actual("alliances", "15")]);
            let taken = batch(id(8), 130, 8, [entry(Said::Acceptance { of: id(6) })]);
            let ledger = Ledger::new([returned, batch(id(9), 110, 8, [back]), corrected, taken]);
            let slot = Slot::of(
                ledger.batch(id(6)).unwrap(),
                EntryId { batch: id(6), index: 0 },
                &ledger.batch(id(6)).unwrap().entries[0].said,
            );
            let shown = ledger.shown(&slot.unwrap()).map(|shown| shown.batch);
            assert_eq!(shown, Some(id(6)), "{ahead}");
        }
    }

    #[test]
    fn a_correction_comes_after_what_it_names() {
        let of = EntryId { batch: id(5), index: 0 };
        let ledger = Ledger::new([batch(id(5), 100, 8, [actual("alliances", "14")])]);
        let withdrawal = Entry { replaces: Some(of), said: Said::Withdrawal { reason: "误报".into() } };
        assert_eq!(followed(&ledger, batch(id(1), 10, 8, [withdrawal])).0, Moment(101));
    }
}
