//! Opening a ledger one stored value at a time, so that whoever draws a page can draw in between. What other tabs write
//! meanwhile is not seen: their events are to be kept, and handed to [`Store::heard`] afterwards.

use super::keys::Place;
use super::port::Port;
use super::reading::{Looking, Reading};
use super::segment::{Segment, SegmentCodec, Shelf};
use super::store::Store;
use std::collections::btree_map;

/// A [`Store`] on its way.
pub struct Opening<P, C: SegmentCodec> {
    /// None once it was handed out.
    store: Option<Store<P, C>>,
    then: Then<C::Batch>,
}

enum Then<B> {
    Listing,
    Looking(Looking<B>),
    Taking {
        segments: btree_map::IntoIter<String, (String, Segment<B>)>,
        /// What else was found.
        rest: Reading<B>,
        /// Every batch as it is stored.
        all: Vec<B>,
    },
    Taken,
}

impl<P: Port, C: SegmentCodec> Opening<P, C> {
    /// As [`Store::open`].
    pub fn new(port: P, codec: C, place: Place, shelf: Shelf, writer: u64) -> Self {
        Self { store: Some(Store::unread(port, codec, place, shelf, writer)), then: Then::Listing }
    }

    /// Goes on by a step; the store once everything is read.
    pub fn step(&mut self) -> Option<Store<P, C>> {
        let store = self.store.as_mut()?;
        match &mut self.then {
            Then::Listing => match Looking::new(&store.access, &store.place, store.shelf) {
                Ok(looking) => self.then = Then::Looking(looking),
                Err(blocked) => {
                    store.failure = Some(blocked.into());
                    self.then = Then::Taken;
                }
            },
            Then::Looking(looking) => match looking.step(&store.access, &store.codec, &store.place) {
                Ok(None) => {}
                Ok(Some(mut rest)) => {
                    let segments = std::mem::take(&mut rest.segments).into_iter();
                    self.then = Then::Taking { segments, rest, all: Vec::new() };
                }
                Err(blocked) => {
                    store.failure = Some(blocked.into());
                    self.then = Then::Taken;
                }
            },
            Then::Taking { segments, rest, all } => match segments.next() {
                Some((key, (_, segment))) => {
                    all.extend_from_slice(&segment.batches);
                    store.take_segment(key, segment);
                }
                None => {
                    store.take_rest(std::mem::take(rest));
                    store.strikes.is_due = store.strikes.touches(&store.codec, all);
                    self.then = Then::Taken;
                }
            },
            Then::Taken => {
                store.mark = store.stored_mark();
                return self.store.take();
            }
        }
        None
    }
}
