//! What keeps the ledger of a desk, and names what is written down.

use crate::ledger::{Batch, BatchId, Entry, Id, Ledger, Moment};
use crate::plan::Month;
use crate::sample;
use crate::storage::{self, Books, Opening, Place, Port, Shelf, Store};
use std::rc::Rc;

/// What keeps the ledger: storage, clock and name of this page.
pub struct Keeper {
    pub(super) port: Rc<dyn Port>,
    pub(super) place: Place,
    pub(super) store: Store<Rc<dyn Port>, Books>,
    pub(super) clock: fn() -> u64,
    pub(super) writer: u64,
    sequence: u32,
    /// Distance of the plan's time zone from UTC, in minutes.
    pub(super) offset: i32,
}

/// What a desk is made of.
pub struct Furniture {
    pub port: Rc<dyn Port>,
    pub place: Place,
    /// Milliseconds since 1970.
    pub clock: fn() -> u64,
    /// Eight random bytes, fresh for each load of the page.
    pub writer: u64,
    pub offset: i32,
}

impl Furniture {
    /// Begins to read the ledger that is in use: the sample, while there is one.
    pub(super) fn opening(&self) -> Opening<Rc<dyn Port>, Books> {
        let shelf = if storage::has_sample(&*self.port, &self.place) { Shelf::Sample } else { Shelf::Own };
        Opening::new(self.port.clone(), Books, self.place.clone(), shelf, self.writer)
    }
}

impl Keeper {
    /// Keeps what was opened.
    pub(super) fn new(furniture: Furniture, store: Store<Rc<dyn Port>, Books>) -> Self {
        let Furniture { port, place, clock, writer, offset } = furniture;
        Self { port, place, store, clock, writer, sequence: 0, offset }
    }

    pub(super) fn now(&self) -> storage::Moment {
        storage::Moment((self.clock)())
    }

    pub(super) fn fold(&self) -> Ledger {
        Ledger::new(self.store.batches().cloned())
    }

    /// The next batch of this page.
    pub(super) fn batch(
        &mut self,
        organisation: Id,
        month: Month,
        person: String,
        entries: Vec<Entry>,
    ) -> Batch {
        let writer = self.marked(self.writer);
        // A page's own name is fresh, a sample's is not: it goes on behind what is there.
        let before = self.store.batches().map(|batch| batch.id).filter(|id| id.writer == writer).max();
        let next = before.map_or(0, |id| id.sequence.saturating_add(1));
        self.sequence = self.sequence.max(next);
        let id = BatchId { writer, sequence: self.sequence };
        self.sequence += 1;
        Batch { id, written: Moment((self.clock)() / 1000), organisation, person, month, entries }
    }

    /// The name of a writer; in the sample ledger one that tells everywhere that it is a sample's.
    pub(super) fn marked(&self, writer: u64) -> u64 {
        if self.store.shelf() == Shelf::Sample { sample::writer(writer) } else { writer }
    }
}
