//! Everything that is stored of one ledger, as found, without changing anything.

use super::access::Access;
use super::envelope::{Content, Refusal, unwrap};
use super::keys::{Kind, Place};
use super::port::{Blocked, Port};
use super::segment::{Segment, SegmentCodec, Shelf, read};
use std::collections::{BTreeMap, BTreeSet};
use std::vec;

/// How often to list again when another tab removed a key that was just listed.
const ROUNDS: usize = 4;

pub(super) struct Reading<B> {
    /// By key: the text as stored, and what is in it.
    pub segments: BTreeMap<String, (String, Segment<B>)>,
    /// Key, text, and why it was not read.
    pub refused: Vec<(String, String, Refusal)>,
    /// Keys of segments that a removal has put out of force.
    pub out: BTreeSet<String>,
    /// Keys of the removals.
    pub removals: Vec<String>,
}

impl<B> Default for Reading<B> {
    fn default() -> Self {
        Self { segments: BTreeMap::new(), refused: Vec::new(), out: BTreeSet::new(), removals: Vec::new() }
    }
}

pub(super) fn look<P: Port, C: SegmentCodec>(
    access: &Access<P>,
    codec: &C,
    place: &Place,
    shelf: Shelf,
) -> Result<Reading<C::Batch>, Blocked> {
    let mut looking = Looking::new(access, place, shelf)?;
    loop {
        if let Some(reading) = looking.step(access, codec, place)? {
            return Ok(reading);
        }
    }
}

/// The same one stored value at a time.
pub(super) struct Looking<B> {
    shelf: Shelf,
    round: usize,
    /// Every listed key was still there: a merge in another tab may move batches from one to another.
    is_complete: bool,
    waiting: vec::IntoIter<(Kind, String)>,
    reading: Reading<B>,
}

impl<B> Looking<B> {
    pub fn new<P: Port>(access: &Access<P>, place: &Place, shelf: Shelf) -> Result<Self, Blocked> {
        let mut keys = access.keys()?;
        // Removals first: they say which segments are out of force.
        let kinds = [Kind::Removal, shelf.kind()].into_iter().skip(usize::from(shelf != Shelf::Own));
        let mut waiting = Vec::new();
        for kind in kinds {
            let prefix = place.prefix(kind);
            waiting.extend(keys.extract_if(.., |key| key.starts_with(&prefix)).map(|key| (kind, key)));
        }
        let waiting = waiting.into_iter();
        Ok(Self { shelf, round: 1, is_complete: true, waiting, reading: Reading::default() })
    }

    /// Goes on by one value; what was found once all have been looked at.
    pub fn step<P: Port, C: SegmentCodec<Batch = B>>(
        &mut self,
        access: &Access<P>,
        codec: &C,
        place: &Place,
    ) -> Result<Option<Reading<B>>, Blocked> {
        let Some((kind, key)) = self.waiting.next() else {
            if self.is_complete || self.round == ROUNDS {
                return Ok(Some(std::mem::take(&mut self.reading)));
            }
            *self = Self { round: self.round + 1, ..Self::new(access, place, self.shelf)? };
            return Ok(None);
        };
        if !self.reading.out.contains(&key) {
            match access.get(&key)? {
                Some(text) if kind == Kind::Removal => self.removal(place, key, text),
                Some(text) => self.segment(codec, place, key, text),
                None => self.is_complete = false,
            }
        }
        Ok(None)
    }

    fn removal(&mut self, place: &Place, key: String, text: String) {
        match out_of_force(place, &text) {
            Ok(out) => {
                self.reading.out.extend(out);
                self.reading.removals.push(key);
            }
            Err(refusal) => self.reading.refused.push((key, text, refusal)),
        }
    }

    fn segment<C: SegmentCodec<Batch = B>>(&mut self, codec: &C, place: &Place, key: String, text: String) {
        match read(codec, place, self.shelf, &text) {
            Ok(segment) => drop(self.reading.segments.insert(key, (text, segment))),
            Err(refusal) => self.reading.refused.push((key, text, refusal)),
        }
    }
}

/// The keys that a removal names; it can only name segments of its own plan and folder.
fn out_of_force(place: &Place, text: &str) -> Result<Vec<String>, Refusal> {
    let body = unwrap(Content::Removal, place.plan(), text)?.body;
    let names = String::from_utf8(body).map_err(|_| Refusal::Damaged)?;
    let prefix = place.prefix(Kind::Ledger);
    Ok(names.lines().map(|name| [prefix.as_str(), name].concat()).collect())
}
