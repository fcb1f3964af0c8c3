//! One fragment as several, for codes shown one after another and for chats that cut long messages.
//!
//! Each part is a frame of its own (kind `Q`) and so a link or a text like any other. Payload of a version 1
//! part: set (four bytes: the check sum of the whole), index from 0, count (a byte each), then its share of the
//! whole's kind, version and payload. Parts come together in any order; a part of another set is told.

use super::check::crc32;
use super::envelope::VERSION;
use super::fault::Fault;
use super::frame::{self, Frame};

/// Letter of a part's kind; kept for ever.
pub const PART: u8 = b'Q';
/// Most parts of one set: nobody scans more codes, and a byte counts them.
pub const MOST_PARTS: usize = 60;

const PART_HEAD: usize = 6;

/// A share of a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The same for all parts of one whole.
    pub set: u32,
    /// From 0.
    pub index: u8,
    /// How many parts the whole has.
    pub count: u8,
    bytes: Vec<u8>,
}

/// Why a fragment was not split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitFault {
    /// The text is no whole frame.
    NotWhole,
    /// It would take more than [`MOST_PARTS`] parts of that length.
    TooMany {
        /// How many parts it would take.
        parts: usize,
    },
    /// No part has room for anything within so few characters.
    NoRoom,
}

/// What a part was to those that were there before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It was missing.
    New,
    /// It had arrived before.
    Again,
    /// It belongs to another whole, or contradicts what arrived before.
    Foreign,
}

/// The parts of one whole that have arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathering {
    set: u32,
    parts: Vec<Option<Vec<u8>>>,
}

/// Splits a fragment so that no part is longer than so many characters; all are about the same length, so that
/// their codes look alike. One that is short enough is one part of one.
pub fn split(fragment: &str, longest: usize) -> Result<Vec<String>, SplitFault> {
    let whole = Frame::decode(fragment).map_err(|_| SplitFault::NotWhole)?;
    let set = whole.sum();
    let bytes = [&[whole.kind, whole.version], &whole.payload[..]].concat();
    let room = frame::payload_within(longest).saturating_sub(PART_HEAD);
    if room == 0 {
        return Err(SplitFault::NoRoom);
    }
    let parts = bytes.len().div_ceil(room);
    let count = u8::try_from(parts).ok().filter(|_| parts <= MOST_PARTS);
    let count = count.ok_or(SplitFault::TooMany { parts })?;
    let share = bytes.len().div_ceil(parts);
    // Shares are rounded up, so that there can be fewer than were counted.
    let count = count.min(bytes.len().div_ceil(share) as u8);
    let parts = bytes.chunks(share).zip(0..);
    let written = parts.map(|(bytes, index)| Part { set, index, count, bytes: bytes.to_vec() }.encode());
    written.collect::<Result<_, _>>().map_err(|_| SplitFault::NoRoom)
}

impl Part {
    /// The part as a fragment, `#` not included.
    pub fn encode(&self) -> Result<String, Fault> {
        let head = [&self.set.to_be_bytes()[..], &[self.index, self.count]].concat();
        Frame { kind: PART, version: VERSION, payload: [&head, &self.bytes[..]].concat() }.encode()
    }

    /// Reads a fragment that is exactly one part.
    pub fn decode(fragment: &str) -> Result<Self, Fault> {
        Self::open(&Frame::decode(fragment)?)
    }

    /// Takes the part out of a frame that arrived whole.
    pub fn open(frame: &Frame) -> Result<Self, Fault> {
        if frame.version != VERSION {
            return Err(Fault::NewerVersion { version: char::from(frame.version) });
        }
        if frame.kind != PART {
            return Err(Fault::UnknownKind { kind: char::from(frame.kind) });
        }
        match frame.payload.split_first_chunk::<PART_HEAD>() {
            Some((&[a, b, c, d, index, count], bytes))
                if index < count && usize::from(count) <= MOST_PARTS && !bytes.is_empty() =>
            {
                Ok(Self { set: u32::from_be_bytes([a, b, c, d]), index, count, bytes: bytes.to_vec() })
            }
            _ => Err(Fault::Damaged),
        }
    }
}

impl Gathering {
    /// Begins with whichever part came first.
    pub fn new(first: Part) -> Self {
        let mut gathering = Self { set: first.set, parts: vec![None; first.count.into()] };
        gathering.add(first);
        gathering
    }

    /// The set that its parts name.
    pub fn set(&self) -> u32 {
        self.set
    }

    /// Parts of the whole, arrived or not.
    pub fn count(&self) -> usize {
        self.parts.len()
    }

    /// Which parts are missing, counted from 1 as people do.
    pub fn missing(&self) -> Vec<usize> {
        let numbered = self.parts.iter().zip(1..);
        numbered.filter(|(part, _)| part.is_none()).map(|(_, number)| number).collect()
    }

    /// Takes a part in, unless it belongs elsewhere.
    pub fn add(&mut self, part: Part) -> Added {
        if part.set != self.set || usize::from(part.count) != self.parts.len() {
            return Added::Foreign;
        }
        match self.parts.get_mut(usize::from(part.index)) {
            None => Added::Foreign,
            Some(Some(there)) if *there == part.bytes => Added::Again,
            Some(Some(_)) => Added::Foreign,
            Some(place) => {
                *place = Some(part.bytes);
                Added::New
            }
        }
    }

    /// The whole, once no part is missing.
    ///
    /// # Errors
    /// [`Fault::Cut`] counts parts, not characters; [`Fault::Damaged`] where the parts do not make what was split.
    pub fn join(&self) -> Result<Frame, Fault> {
        let arrived: Vec<&Vec<u8>> = self.parts.iter().flatten().collect();
        if arrived.len() < self.parts.len() {
            return Err(Fault::Cut { arrived: arrived.len(), whole: Some(self.parts.len()) });
        }
        let length = arrived.iter().map(|bytes| bytes.len()).sum();
        if length > frame::payload_within(frame::LONGEST) {
            return Err(Fault::TooLong { length: frame::length_of(length), limit: frame::LONGEST });
        }
        let bytes = arrived.into_iter().fold(Vec::with_capacity(length), |mut whole, bytes| {
            whole.extend_from_slice(bytes);
            whole
        });
        match bytes.split_first_chunk() {
            // A part within parts is nothing that was ever split.
            Some((&[kind, version], payload)) if crc32(&[&bytes]) == self.set && kind != PART => {
                Ok(Frame { kind, version, payload: payload.to_vec() })
            }
            _ => Err(Fault::Damaged),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{Envelope, Kind};
    use proptest::prelude::*;

    fn fragment(body: &[u8]) -> String {
        Envelope { kind: Kind::Snapshot, plan: 9, body: body.into() }.encode().unwrap()
    }

    /// Bytes that deflate cannot shorten.
    fn noise(length: usize) -> Vec<u8> {
        (0..length as u32)
            .map(|at| (at.wrapping_mul(2_654_435_761).rotate_left(at % 31) >> 13) as u8)
            .collect()
    }

    fn parts(fragment: &str, longest: usize) -> Vec<Part> {
        split(fragment, longest).unwrap().iter().map(|text| Part::decode(text).unwrap()).collect()
    }

    fn gathered(parts: impl IntoIterator<Item = Part>) -> Gathering {
        let mut parts = parts.into_iter();
        let mut gathering = Gathering::new(parts.next().unwrap());
        parts.for_each(|part| assert_eq!(gathering.add(part), Added::New));
        gathering
    }

    #[test]
    fn parts_come_together_in_any_order() {
        let whole = fragment(&noise(4000));
        let mut parts = parts(&whole, 800);
        assert!(parts.len() > 5);
        for turn in 0..parts.len() {
            parts.rotate_left(turn);
            parts.reverse();
            assert_eq!(gathered(parts.clone()).join().unwrap().encode().unwrap(), whole);
        }
    }

    #[test]
    fn no_part_is_longer_than_asked_for_at_any_length() {
        for length in 0..300 {
            let whole = fragment(&noise(length));
            let texts = split(&whole, 60).unwrap();
            assert!(texts.iter().all(|text| text.len() <= 60));
            let parts = texts.iter().map(|text| Part::decode(text).unwrap());
            assert_eq!(gathered(parts).join().unwrap().encode().unwrap(), whole);
        }
    }

    #[test]
    fn what_is_missing_repeated_or_foreign_is_told() {
        let parts = parts(&fragment(&noise(1000)), 400);
        let mut gathering = Gathering::new(parts[2].clone());
        assert_eq!(gathering.missing(), (1..=parts.len()).filter(|&n| n != 3).collect::<Vec<_>>());
        assert_eq!(gathering.add(parts[2].clone()), Added::Again);
        assert_eq!(gathering.join(), Err(Fault::Cut { arrived: 1, whole: Some(parts.len()) }));
        let others = split(&fragment(&noise(999)), 400).unwrap();
        assert_eq!(gathering.add(Part::decode(&others[1]).unwrap()), Added::Foreign);
        let contradiction = Part { bytes: vec![1], ..parts[2].clone() };
        assert_eq!(gathering.add(contradiction), Added::Foreign);
        assert_eq!(gathering.add(Part { count: 9, ..parts[1].clone() }), Added::Foreign);
    }

    #[test]
    fn parts_that_do_not_make_the_whole_are_told() {
        let mut parts = parts(&fragment(&noise(1000)), 400);
        parts[1].bytes[7] ^= 1;
        assert_eq!(gathered(parts).join(), Err(Fault::Damaged));
        let nested = split(&fragment(&noise(1000)), 900).unwrap();
        let again: Vec<Part> = self::parts(&nested[0], 400);
        assert_eq!(gathered(again).join(), Err(Fault::Damaged), "a part of a part");
    }

    #[test]
    fn limits_hold_on_both_sides() {
        let whole = fragment(&noise(6000));
        assert!(matches!(split(&whole, 100), Err(SplitFault::TooMany { parts }) if parts > MOST_PARTS));
        assert_eq!(split(&whole, 20), Err(SplitFault::NoRoom));
        assert_eq!(split("pLan", 800), Err(SplitFault::NotWhole));
        let claimed = |index, count| Part { set: 1, index, count, bytes: vec![1] }.encode().unwrap();
        assert!(Part::decode(&claimed(0, MOST_PARTS as u8)).is_ok());
        assert_eq!(Part::decode(&claimed(0, MOST_PARTS as u8 + 1)), Err(Fault::Damaged));
        assert_eq!(Part::decode(&claimed(1, 1)), Err(Fault::Damaged));
        assert_eq!(Part::decode(&claimed(0, 0)), Err(Fault::Damaged));
        let half = Part { set: 1, index: 0, count: 2, bytes: vec![0; frame::LONGEST / 2] };
        let both = gathered([half.clone(), Part { index: 1, ..half }]);
        assert!(matches!(both.join(), Err(Fault::TooLong { .. })));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(32) })]

        #[test]
        fn any_fragment_of_any_length_comes_back(
            body in prop::collection::vec(any::<u8>(), 0..900), longest in 60usize..1000,
        ) {
            let whole = fragment(&body);
            let parts = parts(&whole, longest);
            prop_assert_eq!(gathered(parts).join().unwrap().encode().unwrap(), whole);
        }
    }
}
