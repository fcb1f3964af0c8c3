//! Which entries count: those that nothing returned, shut out, withdrew or corrected.

use super::Ledger;
use crate::ledger::{Entry, EntryId, Said};
use std::collections::BTreeSet;
use std::mem::discriminant;

/// How far replies to replies are followed, corrections of corrections and withdrawals of withdrawals, and how many
/// verdicts on one batch. People come to two or three; a link can hold a hundred thousand, and following each to its end
/// takes time by the square, and one call within the other more memory than a page has.
pub const DEEPEST: usize = 64;

impl Ledger {
    pub(super) fn counts(&self, id: EntryId) -> bool {
        self.holds(id) && !self.is_corrected(id)
    }

    /// Whether an entry stands by itself, corrections aside.
    fn holds(&self, id: EntryId) -> bool {
        !self.is_returned(id) && self.is_before_lock(id) && !self.is_withdrawn(id)
    }

    /// Whether a reporter said it; of a withdrawal, whether a reporter said what it withdraws in the end.
    pub(super) fn is_reported(&self, id: EntryId) -> bool {
        self.is_in_the_end(id, Said::is_reported)
    }

    /// Whether a lock of its period decides over it. Not over what stands in one batch with an issued paper: the bureau wrote
    /// that, after the lock, as it should.
    pub fn is_lockable(&self, id: EntryId) -> bool {
        let issues = |batch: &crate::ledger::Batch| {
            batch.entries.iter().any(|entry| matches!(entry.said, Said::Issue(_)))
        };
        self.is_in_the_end(id, Said::is_lockable) && !self.batch(id.batch).is_some_and(issues)
    }

    /// Of an entry, whether it is of a sort; of a withdrawal, whether what it withdraws in the end is.
    fn is_in_the_end(&self, mut id: EntryId, is_of_sort: fn(&Said) -> bool) -> bool {
        for _ in 0..=DEEPEST {
            let Some(entry) = self.entry(id) else { return false };
            match (&entry.said, entry.replaces) {
                (Said::Withdrawal { .. }, Some(target)) => id = target,
                (said, _) => return is_of_sort(said),
            }
        }
        // Round in a circle, or deeper than anybody goes: no officer's word, so that a lock shuts it out.
        true
    }

    /// Asks first who said it: what an officer says about batches is never returned itself.
    pub(super) fn is_returned(&self, id: EntryId) -> bool {
        self.is_reported(id)
            && self
                .verdict(id.batch)
                .and_then(|verdict| self.entry(verdict))
                .is_some_and(|verdict| matches!(verdict.said, Said::Return { .. }))
    }

    /// Whether no lock shuts the entry out: neither that of its own period nor that of the period of
    /// what it corrects or withdraws.
    pub(super) fn is_before_lock(&self, id: EntryId) -> bool {
        let (Some(batch), Some(entry)) = (self.batch(id.batch), self.entry(id)) else { return false };
        let target = entry.replaces.filter(|target| self.entry(*target).is_some());
        let target = target.and_then(|target| self.batch(target.batch));
        let shut = |month| self.is_after_lock(month, id.batch);
        !self.is_lockable(id) || !(shut(batch.month) || target.is_some_and(|target| shut(target.month)))
    }

    pub(super) fn is_withdrawn(&self, id: EntryId) -> bool {
        // Nobody says anything of most entries: the usual answer costs no memory.
        self.replies.contains_key(&id) && self.is_withdrawn_beyond(id, &mut BTreeSet::new(), DEEPEST)
    }

    /// A circle of withdrawals, which only tampering can make, withdraws nothing; nor does one that lies deeper than
    /// so many.
    fn is_withdrawn_beyond(&self, id: EntryId, seen: &mut BTreeSet<EntryId>, deeper: usize) -> bool {
        if !seen.insert(id) {
            return true;
        }
        let Some(deeper) = deeper.checked_sub(1) else { return false };
        let withdrawals =
            self.replies.get(&id).into_iter().flatten().copied().filter(|reply| {
                matches!(self.entry(*reply), Some(Entry { said: Said::Withdrawal { .. }, .. }))
            });
        let mut effective = withdrawals.filter(|reply| {
            self.is_before_lock(*reply)
                && !self.is_returned(*reply)
                && !self.is_withdrawn_beyond(*reply, seen, deeper)
        });
        effective.next().is_some()
    }

    /// Whether a correction of the entry, or a correction of one, holds.
    pub(super) fn is_corrected(&self, id: EntryId) -> bool {
        self.replies.contains_key(&id)
            && self.is_corrected_within(id, self.is_signed(id), &mut BTreeSet::new(), DEEPEST)
    }

    /// Whether it is a verdict that two people have signed.
    pub(super) fn is_signed(&self, id: EntryId) -> bool {
        matches!(self.entry(id), Some(Entry { said: Said::Verdict(verdict), .. }) if verdict.is_signed())
    }

    /// Of what two people have signed, only what two have signed is a correction.
    fn is_corrected_within(
        &self,
        id: EntryId,
        by_two: bool,
        seen: &mut BTreeSet<EntryId>,
        deeper: usize,
    ) -> bool {
        let Some(deeper) = deeper.checked_sub(1).filter(|_| seen.insert(id)) else { return false };
        let Some(target) = self.entry(id) else { return false };
        let replies = self.replies.get(&id).into_iter().flatten().copied();
        // Like corrects like: else a figure could put a lock aside that shuts the figure out, and an organisation's step
        // the officer's.
        let kind = |said: &Said| (discriminant(said), said.is_reported());
        let mut corrections = replies.filter(|reply| {
            let reply = self.entry(*reply).map(|reply| kind(&reply.said));
            reply == Some(kind(&target.said)) && !matches!(target.said, Said::Withdrawal { .. })
        });
        corrections.any(|reply| {
            (self.holds(reply) && (!by_two || self.is_signed(reply)))
                || self.is_corrected_within(reply, by_two, seen, deeper)
        })
    }
}
