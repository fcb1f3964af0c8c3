//! What a ledger must offer so that its batches can be kept: this room moves them and never looks inside.

use super::envelope::{Content, Refusal, unwrap, wrap};
use super::identity::{BatchId, Millis};
use super::keys::{Kind, Place};
use crate::ledger::EntryId;
use std::collections::BTreeSet;

/// Turns batches into bytes and back: all batches of a segment at once, so that columns may be shared.
pub trait SegmentCodec {
    /// A batch; cloning should be cheap (`Rc`).
    type Batch: Clone + PartialEq;

    /// Writes batches, given in the order of their ids.
    fn encode(&self, batches: &[Self::Batch]) -> Vec<u8>;

    /// Reads what [`SegmentCodec::encode`] wrote. Bounds size, depth and count before it allocates.
    ///
    /// # Errors
    /// [`Refusal::Newer`] for a later version of the codec, [`Refusal::TooMany`] beyond its limits,
    /// [`Refusal::Damaged`] for anything else.
    fn decode(&self, bytes: &[u8]) -> Result<Vec<Self::Batch>, Refusal>;

    /// Who the batch is.
    fn id(&self, batch: &Self::Batch) -> BatchId;

    /// Which of two forms of one batch stays, whichever came first: it must not depend on the order. A ledger
    /// that redacts entries lets the redacted form win. Unless it says otherwise, the form that is known stays.
    fn settle(&self, known: &Self::Batch, _other: &Self::Batch) -> Self::Batch {
        known.clone()
    }

    /// Which entries the batch strikes out, whether they are known or not. Unless it says otherwise, none.
    fn strikes(&self, _batch: &Self::Batch) -> Vec<EntryId> {
        Vec::new()
    }

    /// A batch by the given name that says nothing but what the given one strikes out; none where that is all it says,
    /// so that it can stay as it is. Unless it says otherwise, none.
    fn only_strikes(&self, _batch: &Self::Batch, _name: BatchId) -> Option<Self::Batch> {
        None
    }

    /// The batch without the content of those of its entries that are struck out; none if it holds nothing of it.
    fn struck(&self, _batch: &Self::Batch, _entries: &BTreeSet<EntryId>) -> Option<Self::Batch> {
        None
    }
}

/// A segment as it is stored.
pub(super) struct Segment<B> {
    pub written: Millis,
    /// Size in bytes before packing.
    pub size: usize,
    pub batches: Vec<B>,
}

/// Which ledger: the two never merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// One's own.
    Own,
    /// The invented one, to look around in.
    Sample,
}

impl Shelf {
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Own => Kind::Ledger,
            Self::Sample => Kind::Sample,
        }
    }

    fn content(self) -> Content {
        match self {
            Self::Own => Content::Segment,
            Self::Sample => Content::Sample,
        }
    }
}

pub(super) fn read<C: SegmentCodec>(
    codec: &C,
    place: &Place,
    shelf: Shelf,
    text: &str,
) -> Result<Segment<C::Batch>, Refusal> {
    let opened = unwrap(shelf.content(), place.plan(), text)?;
    let batches = codec.decode(&opened.body)?;
    Ok(Segment { written: opened.written, size: opened.body.len(), batches })
}

/// The text of a segment and its size in bytes before packing.
pub(super) fn written<C: SegmentCodec>(
    codec: &C,
    place: &Place,
    shelf: Shelf,
    now: Millis,
    batches: &[C::Batch],
) -> (String, usize) {
    let body = codec.encode(batches);
    (wrap(shelf.content(), place.plan(), now, &body), body.len())
}
