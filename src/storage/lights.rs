//! *Saved here*, as a value. Its sister *backed up* is [`super::BackedUp`].

use super::access::Failure;
use super::identity::Millis;
use super::port::Port;
use super::segment::SegmentCodec;
use super::store::Store;

/// Whether this device holds everything. A browser may still write late: a tab that is killed within a second of
/// the act can lose it, which is why a backup is another light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Everything; the last write was at this moment, if there was one.
    Yes {
        /// When the latest of what is stored was written; `None` while nothing is.
        at: Option<Millis>,
    },
    /// So many batches are only in memory, and why.
    No {
        /// How many batches would be lost with the page.
        batches: usize,
        /// Why they could not be written.
        why: Failure,
    },
    /// Everything, but with words that were struck out, since they could not be taken out of what is stored, and why.
    Unredacted {
        /// Why the words could not be taken out.
        why: Failure,
    },
}

impl<P: Port, C: SegmentCodec> Store<P, C> {
    /// Whether this device holds everything.
    pub fn saved(&self) -> Saved {
        let batches = self.unsaved.len() + self.vanished.difference(&self.unsaved).count();
        match self.failure {
            Some(why) => Saved::No { batches, why },
            None if self.is_newer() => Saved::No { batches, why: Failure::Newer },
            None if batches > 0 => Saved::No { batches, why: Failure::Vanished },
            None => match self.strikes.failure {
                Some(why) => Saved::Unredacted { why },
                None => Saved::Yes { at: self.saved_at },
            },
        }
    }
}
