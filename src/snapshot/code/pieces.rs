//! What a ledger shows, slot by slot, as the bytes that a code is made of. Kept up while the ledger grows, so that the
//! code of the next state costs what has changed and not the whole.

use crate::ledger::{Batch, BatchId, Entry, EntryId, Found, Ledger, Moment, Slot, codec};
use crate::link::fingerprint::{AreaDigest, Fingerprint};
use crate::plan::{Deciding, PlanIndex};
use std::collections::BTreeMap;

/// The pieces of every slot that shows something.
pub struct Pieces {
    of: BTreeMap<Slot, (usize, Vec<u8>)>,
    areas: Vec<Area>,
}

/// One area of the plan; what belongs to none is one more.
#[derive(Clone)]
struct Area {
    /// What of the plan decides its figures and lights; it goes before all pieces.
    deciding: Vec<u8>,
    /// Sorted, so that equal states give equal codes though problems are kept under names of entries; with how often
    /// each is there.
    pieces: BTreeMap<Vec<u8>, usize>,
    /// None where something has changed since.
    digest: Option<AreaDigest>,
    /// The same without the plan.
    of_records: Option<AreaDigest>,
}

impl Pieces {
    /// Of a ledger that shows nothing.
    pub fn new(plan: &PlanIndex) -> Self {
        let Deciding { areas, rest } = Deciding::of(plan);
        let areas = areas.into_iter().chain([rest]).map(|deciding| Area {
            deciding: deciding.into_bytes(),
            pieces: BTreeMap::new(),
            digest: None,
            of_records: None,
        });
        Self { of: BTreeMap::new(), areas: areas.collect() }
    }

    /// Looks again at what a slot shows.
    pub fn look(&mut self, plan: &PlanIndex, ledger: &Ledger, slot: &Slot) {
        // A lock says of which reports the others are; it shows nothing of its own, and no snapshot of what is shown
        // has it.
        if matches!(slot, Slot::Lock { .. }) {
            return;
        }
        if let Some((area, piece)) = self.of.remove(slot) {
            self.areas[area].remove(&piece);
        }
        if let Some(found) = ledger.at(slot) {
            let (area, piece) = (area(plan, slot), bytes(&found));
            self.areas[area].add(piece.clone());
            self.of.insert(slot.clone(), (area, piece));
        }
    }

    /// The code of it all, judged by the plan.
    pub fn fingerprint(&mut self) -> Fingerprint {
        Fingerprint::of(self.areas.iter_mut().map(Area::digest))
    }

    /// The code of the records alone, as releases gave it that did not know of editions of a plan.
    pub fn of_records(&mut self) -> Fingerprint {
        Fingerprint::of(self.areas.iter_mut().map(Area::of_records))
    }
}

impl Area {
    fn add(&mut self, piece: Vec<u8>) {
        *self.pieces.entry(piece).or_default() += 1;
        self.forget();
    }

    fn remove(&mut self, piece: &[u8]) {
        if let Some(count) = self.pieces.get_mut(piece) {
            *count -= 1;
            if *count == 0 {
                self.pieces.remove(piece);
            }
        }
        self.forget();
    }

    fn forget(&mut self) {
        self.digest = None;
        self.of_records = None;
    }

    fn digest(&mut self) -> AreaDigest {
        *self.digest.get_or_insert_with(|| digest(&self.deciding, &self.pieces))
    }

    fn of_records(&mut self) -> AreaDigest {
        *self.of_records.get_or_insert_with(|| digest(&[], &self.pieces))
    }
}

/// One piece goes before all others, be it empty: an area of which nobody has said anything has a code, too.
fn digest(first: &[u8], pieces: &BTreeMap<Vec<u8>, usize>) -> AreaDigest {
    let pieces = pieces.iter().flat_map(|(piece, count)| std::iter::repeat_n(&piece[..], *count));
    AreaDigest::of(std::iter::once(first).chain(pieces))
}

/// Of the batch only what is said and of which period; of other entries, not which they are.
fn bytes(found: &Found) -> Vec<u8> {
    let id = BatchId { writer: 0, sequence: 0 };
    let mut said = found.entry.said.without_words();
    for named in said.named_mut() {
        *named = EntryId { batch: id, index: 0 };
    }
    codec::encode_one(&Batch {
        id,
        written: Moment(0),
        organisation: "".into(),
        person: String::new(),
        month: found.batch.month,
        entries: vec![Entry { replaces: None, said }],
    })
}

fn area(plan: &PlanIndex, slot: &Slot) -> usize {
    let id = slot.subject().map_or("", |id| &**id);
    let place = plan.indicator(id).map(|place| place.area);
    let place = place.or_else(|| plan.measure(id).map(|place| place.area));
    let place = place.or_else(|| plan.milestone(id).map(|place| place.area));
    let at = place.and_then(|area| plan.areas.iter().position(|one| one.id == area.id));
    at.unwrap_or(plan.areas.len())
}
