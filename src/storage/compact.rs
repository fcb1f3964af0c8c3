//! Many small segments of pages that are gone become few. The ledger, a union, is the same before and after.
//!
//! A page is taken for gone when its segment has rested a day; a living page begins a new segment after half a day
//! of rest (`append::RESTED`), so it never writes one that is merged here, and if it should hold one in memory all
//! the same, it writes its batches again, which a union does not mind.

use super::access::Failure;
use super::append::RESTED;
use super::identity::{BatchId, Millis};
use super::port::{Port, units};
use super::reading::look;
use super::segment::{SegmentCodec, read};
use super::store::Store;
use std::collections::BTreeSet;

pub(super) const GONE: u64 = 2 * RESTED;
/// Segments of at least this many bytes are not merged again.
const LARGE: usize = 32 * 1024;
/// A merged segment has at most about this many bytes.
const MERGED: usize = 64 * 1024;
/// At most so many segments are merged in one go.
const MAX_SOURCES: usize = 64;

/// What merging segments did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compacted<B> {
    /// Segments written.
    pub written: usize,
    /// Segments removed.
    pub removed: usize,
    /// Batches that this page had not heard of before.
    pub news: Vec<B>,
    /// Code units of the quota that became free.
    pub freed: usize,
}

struct Source {
    key: String,
    text: String,
    size: usize,
    ids: BTreeSet<BatchId>,
    /// Whether its batches are exactly what memory has, so that it may stand for others.
    current: bool,
}

impl<P: Port, C: SegmentCodec> Store<P, C> {
    /// Merges small segments of pages that are gone: writes the new one, finds every batch in it again, and only
    /// then removes the old ones. Looks through everything for words that were struck out, see [`Store::strike_out`].
    ///
    /// # Errors
    /// When a step fails. Whatever was done until then, every batch is still stored.
    pub fn compact(&mut self, now: Millis) -> Result<Compacted<C::Batch>, Failure> {
        self.access.pen()?;
        self.strikes.is_due = true;
        self.strike_out(now);
        let mut done = Compacted { written: 0, removed: 0, news: Vec::new(), freed: 0 };
        let sources = self.sources(now, &mut done)?;
        let sources = self.remove_covered(sources, &mut done)?;
        for group in groups(sources) {
            self.merge(&group, now, &mut done)?;
        }
        // What found no room before may find it now.
        self.strike_out(now);
        Ok(done)
    }

    /// Segments of pages that are gone. What is unreadable or nameless is left to the next load.
    fn sources(&mut self, now: Millis, done: &mut Compacted<C::Batch>) -> Result<Vec<Source>, Failure> {
        let reading = look(&self.access, &self.codec, &self.place, self.shelf)?;
        if reading.refused.iter().any(|(_, _, refusal)| *refusal == super::Refusal::Newer) {
            self.access.forbid();
            return Err(Failure::Newer);
        }
        let mut found = Vec::new();
        for (key, (text, segment)) in reading.segments {
            let ids = self.ids(&segment.batches);
            self.held.insert(key.clone(), ids.clone());
            for batch in &segment.batches {
                if self.absorb(batch.clone()) {
                    done.news.push(batch.clone());
                }
            }
            let others =
                self.place.segment_of(self.shelf.kind(), &key).is_some_and(|name| name.writer != self.writer);
            if others && now.since(segment.written).is_some_and(|age| age >= GONE) {
                found.push((Source { key, text, size: segment.size, ids, current: false }, segment.batches));
            }
        }
        Ok(found
            .into_iter()
            .map(|(mut source, batches)| {
                let same = |batch: &C::Batch| self.batches.get(&self.codec.id(batch)) == Some(batch);
                source.current = batches.iter().all(same);
                source
            })
            .collect())
    }

    /// Two tabs that merge at one time leave the same batches twice: one of the two goes.
    fn remove_covered(
        &mut self,
        sources: Vec<Source>,
        done: &mut Compacted<C::Batch>,
    ) -> Result<Vec<Source>, Failure> {
        let mut kept: Vec<Source> = Vec::new();
        let mut sources = sources;
        sources.sort_by_key(|source| std::cmp::Reverse(source.ids.len()));
        for source in sources {
            let cover = kept.iter().find(|other| other.current && source.ids.is_subset(&other.ids));
            match cover {
                Some(cover) if self.access.get(&cover.key)?.as_deref() == Some(&cover.text) => {
                    self.remove_source(&source, done)?;
                }
                _ => kept.push(source),
            }
        }
        Ok(kept)
    }

    fn merge(
        &mut self,
        group: &[Source],
        now: Millis,
        done: &mut Compacted<C::Batch>,
    ) -> Result<(), Failure> {
        let ids: BTreeSet<BatchId> = group.iter().flat_map(|source| &source.ids).copied().collect();
        let (text, _) = self.text_of(&ids, now);
        let number = self.fresh_number();
        let key = self.segment_key(number);
        self.set_making_room(&key, &text)?;
        done.written += 1;
        let found = self.access.get(&key)?.ok_or(Failure::Unconfirmed)?;
        let found = read(&self.codec, &self.place, self.shelf, &found).map_err(|_| Failure::Unconfirmed)?;
        let whole = found.batches == self.of(&ids) && self.ids(&found.batches) == ids;
        if !whole {
            return Err(Failure::Unconfirmed);
        }
        self.held.insert(key.clone(), ids);
        let before = done.freed;
        for source in group {
            self.remove_source(source, done)?;
        }
        done.freed = before + (done.freed - before).saturating_sub(units(&key, &text));
        Ok(())
    }

    fn remove_source(&mut self, source: &Source, done: &mut Compacted<C::Batch>) -> Result<(), Failure> {
        if self.access.pen()?.remove_unchanged(&source.key, &source.text)? {
            self.held.remove(&source.key);
            done.removed += 1;
            done.freed += units(&source.key, &source.text);
        }
        Ok(())
    }
}

/// Small segments, as many together as one merged segment takes; one alone stays as it is.
fn groups(sources: Vec<Source>) -> Vec<Vec<Source>> {
    let mut groups: Vec<Vec<Source>> = Vec::new();
    let mut size = 0;
    let mut small: Vec<Source> = sources.into_iter().filter(|source| source.size < LARGE).collect();
    small.sort_by(|one, other| one.key.cmp(&other.key));
    for source in small.into_iter().take(MAX_SOURCES) {
        size += source.size;
        match groups.last_mut().filter(|_| size <= MERGED) {
            Some(group) => group.push(source),
            None => {
                size = source.size;
                groups.push(vec![source]);
            }
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}
