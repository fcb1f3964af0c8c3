//! One device: what it keeps, and the name under which its page writes.

use planboard::gate::Here;
use planboard::ledger::{Batch, BatchId, Entry, Ledger, Moment};
use planboard::plan::{Month, PlanIndex};
use planboard::storage::{self, BatchCodec, Memory, Notes, Place, Reason, Shelf, Store};
use std::sync::Arc;

pub struct Site {
    memory: Memory,
    place: Place,
    store: Store<Memory, BatchCodec>,
    pub ledger: Ledger,
    pub writer: u64,
    next: u32,
}

impl Site {
    pub fn new(plan: &PlanIndex, writer: u64) -> Self {
        Self::open(Memory::default(), Place::new(&plan.id, "/"), writer)
    }

    fn open(memory: Memory, place: Place, writer: u64) -> Self {
        let store = Store::open(memory.clone(), BatchCodec, place.clone(), Shelf::Own, writer);
        let ledger = Ledger::new(store.batches().cloned());
        Self { memory, place, store, ledger, writer, next: 0 }
    }

    /// The page is loaded anew, under another name: everything comes from storage.
    pub fn reload(&mut self, writer: u64) {
        let before = self.ledger.clone();
        *self = Self::open(self.memory.clone(), self.place.clone(), writer);
        assert_eq!(self.ledger, before, "a reload changed the ledger");
    }

    pub fn here(&self, now: u64) -> Here {
        Here { writer: self.writer, now: Moment(now) }
    }

    /// The next batch of this page; it comes after what it speaks about.
    pub fn named(
        &mut self,
        now: u64,
        organisation: &str,
        person: &str,
        month: Month,
        entries: Vec<Entry>,
    ) -> Batch {
        let id = BatchId { writer: self.writer, sequence: self.next };
        self.next += 1;
        let (organisation, person) = (organisation.into(), person.to_owned());
        let mut batch = Batch { id, written: Moment(now), organisation, person, month, entries };
        batch.written = self.ledger.moment_for(&batch);
        batch
    }

    pub fn take(&mut self, now: u64, batches: impl IntoIterator<Item = Batch>) {
        let batches: Vec<Arc<Batch>> = batches.into_iter().map(Arc::new).collect();
        self.store.append(batches.clone(), storage::Millis(now * 1000)).expect("there is room");
        for batch in batches {
            self.ledger.add(batch);
        }
    }

    /// A copy from before, to which can be gone back; gives its key.
    pub fn copy(&mut self, now: u64) -> String {
        self.store.keep_generation(Reason::Merge, storage::Millis(now * 1000)).expect("there is room");
        self.store.generations().expect("memory")[0].key.clone()
    }

    pub fn restore(&mut self, now: u64, key: &str) {
        self.store.restore(key, storage::Millis(now * 1000)).expect("the copy is there");
        self.ledger = Ledger::new(self.store.batches().cloned());
    }

    pub fn draft(&self, form: &str) -> Option<String> {
        Notes::new(&self.memory, &self.place).draft(form)
    }

    pub fn keep_draft(&self, form: &str, text: &str) {
        Notes::new(&self.memory, &self.place).keep_draft(form, text).expect("there is room");
    }
}
