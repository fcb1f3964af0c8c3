//! What keeps the ledger of a desk, and names what is written down.

use crate::ledger::{Batch, BatchId, Entry, Id, Ledger, Moment};
use crate::plan::Month;
use crate::sample;
use crate::storage::{self, BatchCodec, Opening, Place, Port, Shelf, Store};
use std::collections::BTreeSet;
use std::rc::Rc;

/// What keeps the ledger: storage, clock and name of this page.
pub struct Recorder {
    pub(super) port: Rc<dyn Port>,
    pub(super) place: Place,
    pub(super) store: Store<Rc<dyn Port>, BatchCodec>,
    pub(super) clock: fn() -> u64,
    pub(super) writer: u64,
    /// The name under which this page writes now, what it will write next under it, and what it has written.
    pen: Pen,
    /// Distance of the plan's time zone from UTC, in minutes.
    pub(super) offset: i32,
}

/// What a desk is made of.
pub struct Setup {
    pub port: Rc<dyn Port>,
    pub place: Place,
    /// Milliseconds since 1970.
    pub clock: fn() -> u64,
    /// Eight random bytes, fresh for each load of the page.
    pub writer: u64,
    pub offset: i32,
}

impl Setup {
    /// Begins to read the ledger that is in use: the sample, while there is one.
    pub(super) fn opening(&self) -> Opening<Rc<dyn Port>, BatchCodec> {
        let shelf = if storage::has_sample(&*self.port, &self.place) { Shelf::Sample } else { Shelf::Own };
        Opening::new(self.port.clone(), BatchCodec, self.place.clone(), shelf, self.writer)
    }
}

impl Recorder {
    /// Keeps what was opened.
    pub(super) fn new(setup: Setup, store: Store<Rc<dyn Port>, BatchCodec>) -> Self {
        let Setup { port, place, clock, writer, offset } = setup;
        Self { port, place, store, clock, writer, pen: Pen::new(writer), offset }
    }

    pub(super) fn now(&self) -> storage::Millis {
        storage::Millis((self.clock)())
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
        let is_sample = self.store.shelf() == Shelf::Sample;
        let now = (self.clock)();
        let id = loop {
            let writer = self.marked(self.pen.writer);
            let taken = self.store.batches().map(|batch| batch.id).filter(move |id| id.writer == writer);
            match self.pen.next(writer, taken, is_sample) {
                Some(id) => break id,
                // Somebody else bears this name: what is written under it could become one with what they wrote.
                None => self.pen = Pen::new(another(self.pen.writer, now)),
            }
        };
        Batch { id, written: Moment((self.clock)() / 1000), organisation, person, month, entries }
    }

    /// The name under which this page writes now.
    pub(super) fn pen(&self) -> u64 {
        self.marked(self.pen.writer)
    }

    /// The name of a writer; in the sample ledger one that tells everywhere that it is a sample's.
    pub(super) fn marked(&self, writer: u64) -> u64 {
        if self.store.shelf() == Shelf::Sample { sample::writer(writer) } else { writer }
    }
}

/// How a page names what it writes.
#[derive(Clone, Debug)]
struct Pen {
    writer: u64,
    written: BTreeSet<BatchId>,
}

impl Pen {
    fn new(writer: u64) -> Self {
        Self { writer, written: BTreeSet::new() }
    }

    /// The next name behind those that are taken; none where somebody else has one of this writer's, or where it has
    /// no more. A page's own name is fresh, a sample's is not: it goes on behind what is there.
    fn next(
        &mut self,
        writer: u64,
        taken: impl Iterator<Item = BatchId>,
        is_sample: bool,
    ) -> Option<BatchId> {
        let of = |sequence| BatchId { writer, sequence };
        let mut last = self.written.range(of(0)..=of(u32::MAX)).next_back().copied();
        for id in taken {
            if !is_sample && !self.written.contains(&id) {
                return None;
            }
            last = last.max(Some(id));
        }
        let sequence = match last {
            None => 0,
            // The very last one is nobody's: behind it there is no other.
            Some(id) => id.sequence.checked_add(1).filter(|next| *next != u32::MAX)?,
        };
        let id = BatchId { writer, sequence };
        self.written.insert(id);
        Some(id)
    }
}

/// Another name for a page whose own is taken. What is known of it, the old name, does not tell it: the clock counts in
/// milliseconds.
fn another(writer: u64, now: u64) -> u64 {
    let id = |writer, sequence| storage::fingerprint(BatchId { writer, sequence });
    id(writer ^ now.rotate_left(32), now as u32)
}
