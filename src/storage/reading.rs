//! Everything that is stored of one ledger, as found, without changing anything.

use super::access::Access;
use super::envelope::{Content, Refusal, unwrap};
use super::keys::{Kind, Place};
use super::port::{Blocked, Port};
use super::segment::{Segment, SegmentCodec, Shelf, read};
use std::collections::{BTreeMap, BTreeSet};

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

pub(super) fn look<P: Port, C: SegmentCodec>(
    access: &Access<P>,
    codec: &C,
    place: &Place,
    shelf: Shelf,
) -> Result<Reading<C::Batch>, Blocked> {
    let mut round = 1;
    loop {
        let (reading, complete) = look_once(access, codec, place, shelf)?;
        if complete || round == ROUNDS {
            return Ok(reading);
        }
        round += 1;
    }
}

/// Also says whether every listed key was still there: a merge in another tab may have moved its batches.
fn look_once<P: Port, C: SegmentCodec>(
    access: &Access<P>,
    codec: &C,
    place: &Place,
    shelf: Shelf,
) -> Result<(Reading<C::Batch>, bool), Blocked> {
    let keys = access.keys()?;
    let mut complete = true;
    let mut reading = Reading {
        segments: BTreeMap::new(),
        refused: Vec::new(),
        out: BTreeSet::new(),
        removals: Vec::new(),
    };
    let removal = place.prefix(Kind::Removal);
    for key in keys.iter().filter(|key| shelf == Shelf::Own && key.starts_with(&removal)) {
        let Some(text) = access.get(key)? else {
            complete = false;
            continue;
        };
        match out_of_force(place, &text) {
            Ok(out) => {
                reading.out.extend(out);
                reading.removals.push(key.clone());
            }
            Err(refusal) => reading.refused.push((key.clone(), text, refusal)),
        }
    }
    let prefix = place.prefix(shelf.kind());
    for key in keys.iter().filter(|key| key.starts_with(&prefix) && !reading.out.contains(*key)) {
        let Some(text) = access.get(key)? else {
            complete = false;
            continue;
        };
        match read(codec, place, shelf, &text) {
            Ok(segment) => {
                reading.segments.insert(key.clone(), (text, segment));
            }
            Err(refusal) => reading.refused.push((key.clone(), text, refusal)),
        }
    }
    Ok((reading, complete))
}

/// The keys that a removal names; it can only name segments of its own plan and folder.
fn out_of_force(place: &Place, text: &str) -> Result<Vec<String>, Refusal> {
    let body = unwrap(Content::Removal, place.plan(), text)?.body;
    let names = String::from_utf8(body).map_err(|_| Refusal::Damaged)?;
    let prefix = place.prefix(Kind::Ledger);
    Ok(names.lines().map(|name| [prefix.as_str(), name].concat()).collect())
}
