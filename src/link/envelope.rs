//! What is sent from one person to another: its kind, which plan it is about, and its body.
//!
//! Payload of a version 1 frame: digest of the plan (four bytes, big-endian), form of the body (one byte:
//! 0 as it is, 1 deflated), body. The body is bytes to this room; who made it knows what they mean.

use super::check::crc32;
use super::fault::Fault;
use super::frame::Frame;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// The version that this release writes, and the newest that it reads.
pub const VERSION: u8 = b'1';
/// Most bytes that a body may have once inflated.
pub const LARGEST_BODY: usize = 4 << 20;

const AS_IT_IS: u8 = 0;
const DEFLATED: u8 = 1;
/// Deflate's slowest level: bodies are small, and every letter counts in a code.
const LEVEL: u8 = 10;

/// What an envelope is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 填报链接: the bureau asks an organisation for its figures.
    FillIn,
    /// 回执: an organisation's answer.
    Receipt,
    /// 退回: an answer sent back with a reason.
    Returned,
    /// 快照: the state as somebody saw it.
    Snapshot,
    /// One of the others behind a passphrase.
    Protected,
}

/// A body with its kind and plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// What the body is.
    pub kind: Kind,
    /// Digest of the plan's identifier, see [`plan_digest`].
    pub plan: u32,
    /// As [`super::message`] writes it for this kind; of a protected one, as [`super::protected`] does. Not packed.
    pub body: Vec<u8>,
}

/// A plan's identifier in four bytes (CRC-32): enough to notice a link of another plan, not to prove anything.
pub fn plan_digest(identifier: &str) -> u32 {
    crc32(&[identifier.as_bytes()])
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::FillIn, Self::Receipt, Self::Returned, Self::Snapshot, Self::Protected];

    /// The letter in the link; kept for ever.
    pub fn letter(self) -> u8 {
        match self {
            Self::FillIn => b'F',
            Self::Receipt => b'R',
            Self::Returned => b'B',
            Self::Snapshot => b'S',
            Self::Protected => b'P',
        }
    }

    /// The kind of a letter.
    pub fn of(letter: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.letter() == letter)
    }
}

impl Envelope {
    /// The envelope as the fragment of an address, `#` not included.
    pub fn encode(&self) -> Result<String, Fault> {
        if self.body.len() > LARGEST_BODY {
            return Err(Fault::TooLong { length: self.body.len(), limit: LARGEST_BODY });
        }
        let mut payload = self.plan.to_be_bytes().to_vec();
        payload.extend(packed(&self.body));
        Frame { kind: self.kind.letter(), version: VERSION, payload }.encode()
    }

    /// Reads a fragment that is exactly one envelope about the plan, with or without `#`. What was pasted or
    /// may have something appended is read by [`super::extract`].
    pub fn decode(fragment: &str, plan: u32) -> Result<Self, Fault> {
        Self::open(&Frame::decode(fragment)?, plan)
    }

    /// Takes the envelope out of a frame that arrived whole.
    pub fn open(frame: &Frame, plan: u32) -> Result<Self, Fault> {
        Self::open_within(frame, plan, LARGEST_BODY)
    }

    /// The same with a limit of its own, in bytes, for a body among many: [`LARGEST_BODY`] at most.
    pub fn open_within(frame: &Frame, plan: u32, limit: usize) -> Result<Self, Fault> {
        if frame.version != VERSION {
            return Err(Fault::NewerVersion { version: char::from(frame.version) });
        }
        let kind = Kind::of(frame.kind).ok_or(Fault::UnknownKind { kind: char::from(frame.kind) })?;
        let (theirs, rest) = frame.payload.split_first_chunk().ok_or(Fault::Damaged)?;
        let theirs = u32::from_be_bytes(*theirs);
        if theirs != plan {
            return Err(Fault::OtherPlan { plan: theirs });
        }
        Ok(Self { kind, plan, body: unpacked(rest, limit.min(LARGEST_BODY))? })
    }
}

/// A form byte, then the bytes as they are or deflated, whichever is shorter.
pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    let deflated = compress_to_vec(bytes, LEVEL);
    let (form, bytes) =
        if deflated.len() < bytes.len() { (DEFLATED, &deflated[..]) } else { (AS_IT_IS, bytes) };
    [&[form], bytes].concat()
}

/// The inverse of [`packed`]; never grows beyond `limit` bytes on the way.
pub(super) fn unpacked(packed: &[u8], limit: usize) -> Result<Vec<u8>, Fault> {
    let (&form, bytes) = packed.split_first().ok_or(Fault::Damaged)?;
    match form {
        AS_IT_IS if bytes.len() > limit => Err(Fault::InflatesTooFar { limit }),
        AS_IT_IS => Ok(bytes.to_vec()),
        DEFLATED => decompress_to_vec_with_limit(bytes, limit).map_err(|failure| match failure.status {
            TINFLStatus::HasMoreOutput => Fault::InflatesTooFar { limit },
            _ => Fault::Damaged,
        }),
        _ => Err(Fault::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::frame;
    use crate::route::Route;
    use proptest::prelude::*;

    const PLAN: u32 = 0x2023_2025;

    fn envelope(kind: Kind, body: &[u8]) -> Envelope {
        Envelope { kind, plan: PLAN, body: body.into() }
    }

    fn sample() -> String {
        envelope(Kind::Receipt, "市科技局 2024-08 高新技术企业 495 家".as_bytes()).encode().unwrap()
    }

    #[test]
    fn every_kind_comes_back_and_is_never_a_page() {
        for kind in Kind::ALL {
            let sent = envelope(kind, &[1, 2, 3]);
            let text = sent.encode().unwrap();
            assert_eq!(Envelope::decode(&text, PLAN).unwrap(), sent);
            assert_eq!(Envelope::decode(&["#", &text].concat(), PLAN).unwrap(), sent);
            assert!(matches!(Route::parse(&text), Route::Carried(_)));
            assert!(text.ends_with(frame::END) && text.starts_with(frame::MARK));
        }
    }

    #[test]
    fn a_page_is_no_envelope() {
        for hash in ["", "#", "#/", "#/indicators?view=table", "plan", "x", "方案"] {
            assert!(Envelope::decode(hash, PLAN).is_err());
        }
        assert_eq!(Envelope::decode("#/tasks", PLAN), Err(Fault::NotOurs));
    }

    #[test]
    fn a_cut_at_every_place_is_told_with_its_numbers() {
        let text = sample();
        for arrived in 1..text.len() {
            let whole = (arrived >= frame::HEAD).then_some(text.len());
            assert_eq!(Envelope::decode(&text[..arrived], PLAN), Err(Fault::Cut { arrived, whole }));
        }
    }

    #[test]
    fn every_single_changed_letter_is_noticed() {
        let text = sample();
        for place in 0..text.len() {
            for other in ('0'..='9').chain('A'..='Z').chain('a'..='z').chain(['-', '_', '.', '%']) {
                let mut changed = text.clone();
                changed.replace_range(place..=place, other.encode_utf8(&mut [0; 4]));
                if changed != text {
                    assert!(Envelope::decode(&changed, PLAN).is_err(), "{place} {other}");
                }
            }
        }
    }

    #[test]
    fn neighbours_changed_places_are_noticed() {
        let text = sample();
        for place in 1..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes.swap(place - 1, place);
            let swapped = String::from_utf8(bytes).unwrap();
            assert!(swapped == text || Envelope::decode(&swapped, PLAN).is_err(), "{place}");
        }
    }

    #[test]
    fn a_changed_case_is_told_as_that() {
        assert_eq!(Envelope::decode(&sample().to_lowercase(), PLAN), Err(Fault::Recased));
        assert_eq!(Envelope::decode(&sample().to_uppercase(), PLAN), Err(Fault::Recased));
    }

    #[test]
    fn a_newer_version_an_unknown_kind_and_another_plan_are_told_only_when_whole() {
        let frame = |kind, version| Frame { kind, version, payload: vec![0; 40] }.encode().unwrap();
        let newer = frame(b'R', b'2');
        assert_eq!(Envelope::decode(&newer, PLAN), Err(Fault::NewerVersion { version: '2' }));
        assert!(matches!(Envelope::decode(&newer[..40], PLAN), Err(Fault::Cut { .. })));
        assert_eq!(Envelope::decode(&frame(b'w', VERSION), PLAN), Err(Fault::UnknownKind { kind: 'w' }));
        assert_eq!(Envelope::decode(&sample(), 1), Err(Fault::OtherPlan { plan: PLAN }));
    }

    #[test]
    fn a_body_that_repeats_itself_is_deflated_and_a_short_one_is_not() {
        let long = envelope(Kind::Snapshot, &[7; 50_000]);
        let text = long.encode().unwrap();
        assert!(text.len() < 200, "{}", text.len());
        assert_eq!(Envelope::decode(&text, PLAN).unwrap(), long);
        assert_eq!(packed(b"abc"), b"\0abc");
    }

    #[test]
    fn what_would_inflate_beyond_the_limit_is_refused() {
        let bomb = |length: usize| {
            let mut payload = PLAN.to_be_bytes().to_vec();
            payload.push(DEFLATED);
            payload.extend(compress_to_vec(&vec![0; length], LEVEL));
            Frame { kind: b'S', version: VERSION, payload }.encode().unwrap()
        };
        assert_eq!(Envelope::decode(&bomb(LARGEST_BODY), PLAN).unwrap().body.len(), LARGEST_BODY);
        let limit = LARGEST_BODY;
        assert_eq!(Envelope::decode(&bomb(limit + 1), PLAN), Err(Fault::InflatesTooFar { limit }));
        assert_eq!(Envelope::decode(&bomb(64 << 20), PLAN), Err(Fault::InflatesTooFar { limit }));
        assert!(matches!(unpacked(&packed(&[1, 2, 3]), 2), Err(Fault::InflatesTooFar { limit: 2 })));
        assert!(envelope(Kind::Snapshot, &vec![0; limit + 1]).encode().is_err(), "nor is it written");
    }

    #[test]
    fn what_an_envelope_carries_is_not_looked_into() {
        let inner = sample();
        let outer = envelope(Kind::Snapshot, inner.as_bytes());
        assert_eq!(Envelope::decode(&outer.encode().unwrap(), PLAN).unwrap(), outer);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

        #[test]
        fn bodies_come_back(body in prop::collection::vec(any::<u8>(), 0..600), plan in any::<u32>()) {
            let sent = Envelope { kind: Kind::FillIn, plan, body };
            prop_assert_eq!(Envelope::decode(&sent.encode().unwrap(), plan).unwrap(), sent);
        }

        #[test]
        fn whatever_is_opened_never_panics(payload in prop::collection::vec(any::<u8>(), 0..80), kind in any::<u8>()) {
            let _ = Envelope::open(&Frame { kind, version: VERSION, payload }, PLAN);
        }

        #[test]
        fn whatever_text_is_read_never_panics(text in "(#?pLan)?\\PC{0,60}") {
            prop_assert!(Envelope::decode(&text, PLAN).is_err());
        }
    }
}
