//! Taking a batch in: what it says is put where it will be looked for.

use super::settling::Touched;
use super::{Ledger, Met};
use crate::ledger::{Batch, Entry, EntryId, Said, Slot};
use std::sync::Arc;

impl Ledger {
    /// Notes what is to be looked at again; until then the slots show what they showed.
    pub(super) fn take(&mut self, batch: Arc<Batch>, touched: &mut Touched) -> Met {
        // Also of a batch that turns out to be here already in another form: what was struck out once stays out.
        for (_, entry) in batch.named() {
            if let Said::Redaction { of } = entry.said {
                self.redact(of);
            }
        }
        let batch = batch.struck(&self.redactions).map_or(batch, Arc::new);
        match self.batches.get(&batch.id) {
            Some(here) if *here == batch => return Met::Known,
            Some(here) => {
                let joined = here.join(&batch);
                let joined = joined.struck(&self.redactions).unwrap_or(joined);
                if **here != joined {
                    self.replace(joined);
                    // All was folded anew, perhaps with other entries behind the same names.
                    *touched = Touched::default();
                }
                return Met::Differs;
            }
            None => {}
        }
        self.entries += batch.entries.len();
        self.months.entry(batch.month).or_default().push(batch.id);
        self.batches.insert(batch.id, batch.clone());
        for (id, entry) in batch.named() {
            self.index(&batch, id, entry);
        }
        for (id, _) in batch.named() {
            self.touch(id, touched);
        }
        // Whoever speaks about this batch arrived before it.
        for (_, id) in self.verdicts.get(&batch.id).cloned().unwrap_or_default() {
            self.touch(id, touched);
        }
        Met::New
    }

    /// Puts a batch in the place of another of the same name: rare enough to fold anew.
    fn replace(&mut self, batch: Batch) {
        let mut all = std::mem::take(&mut self.batches);
        let redactions = std::mem::take(&mut self.redactions);
        all.insert(batch.id, Arc::new(batch));
        *self = Self { redactions, ..Self::default() };
        let mut touched = Touched::default();
        for batch in all.into_values() {
            self.take(batch, &mut touched);
        }
        self.settle(touched);
    }

    fn index(&mut self, batch: &Batch, id: EntryId, entry: &Entry) {
        if let Some(target) = entry.replaces {
            self.replies.entry(target).or_default().push(id);
        }
        match &entry.said {
            Said::Acceptance { of } | Said::Return { of, .. } => {
                self.verdicts.entry(*of).or_default().insert((batch.written.known(), id));
            }
            _ => {}
        }
        if let Some(slot) = Slot::of(batch, id, &entry.said) {
            self.slots.entry(slot).or_default().all.push(id);
        }
    }

    fn redact(&mut self, id: EntryId) {
        self.redactions.insert(id);
        if let Some(batch) = self.batches.get_mut(&id.batch)
            && let Some(struck) = batch.struck(&self.redactions)
        {
            *batch = Arc::new(struck);
        }
    }
}
