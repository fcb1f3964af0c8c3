//! The frame around whatever a link carries: where it begins, how long it is, whether it arrived whole.
//!
//! ```text
//! pLan  R     1        AADf    8K     …………………  Z
//! mark  kind  version  length  check  content  end
//! ```
//!
//! - The mark begins with a letter, so that no page's address (they begin with `/`) can be taken for it, and
//!   mixes capitals and small letters, so that a changed case is told as that.
//! - Length: of the content in bytes, four letters; check: of kind, version and length, two letters. Both stand
//!   early, so that a reader knows where the frame ends whatever was written or folded around it.
//! - Content: a CRC-32 of kind, version and payload (four bytes, big-endian), then the payload.
//! - The end is a letter, never `-` or `_`, which many programs leave out of a link when they stand last.
//!
//! **This is kept for ever**, for every kind and version: so a link of a newer release is known to be whole.

use super::check::crc32;
use super::fault::Fault;
use super::letters;

/// How every frame begins.
pub const MARK: &str = "pLan";
/// How every frame ends.
pub const END: char = 'Z';
/// Most characters of one frame. Firefox opens no address over 1,048,576 characters.
pub const LONGEST: usize = 1_000_000;
/// Characters before the content.
pub const HEAD: usize = 12;

const KIND_AT: usize = MARK.len();
const LENGTH_AT: usize = 6;
const CHECK_AT: usize = 10;
const CHECK_BYTES: usize = 4;

/// What stands in a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// ASCII letter of the kind.
    pub kind: u8,
    /// ASCII letter or digit of the version.
    pub version: u8,
    /// The bytes between head and check sum.
    pub payload: Vec<u8>,
}

/// What the first characters of a frame tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// ASCII letter of the kind.
    pub kind: u8,
    /// ASCII letter or digit of the version.
    pub version: u8,
    /// Characters of the whole frame, from the mark to the end.
    pub whole: usize,
}

/// Characters of a frame with so many bytes of payload.
pub fn length_of(payload: usize) -> usize {
    HEAD + letters::letters_for(payload.saturating_add(CHECK_BYTES)) + 1
}

/// Most bytes of payload in a frame of so many characters; none if there is no room for any.
pub fn payload_within(characters: usize) -> usize {
    letters::bytes_for(characters.saturating_sub(HEAD + 1)).saturating_sub(CHECK_BYTES)
}

/// So many characters, unless no frame has as many.
fn allowed(whole: usize) -> Result<usize, Fault> {
    if whole > LONGEST { Err(Fault::TooLong { length: whole, limit: LONGEST }) } else { Ok(whole) }
}

/// Reads the head: the mark and what stands before the content.
pub fn head(text: &str) -> Result<Head, Fault> {
    let bytes = text.as_bytes();
    // Of a text that is shorter than the mark, as much as has arrived.
    let mark = || bytes.iter().zip(MARK.as_bytes());
    if bytes.is_empty() || !mark().all(|(byte, ours)| byte.eq_ignore_ascii_case(ours)) {
        return Err(Fault::NotOurs);
    }
    if mark().any(|(byte, ours)| byte != ours) {
        return Err(Fault::Recased);
    }
    let Some(head) = bytes.first_chunk::<HEAD>() else {
        return Err(Fault::Cut { arrived: bytes.len(), whole: None });
    };
    let (kind, version) = (head[KIND_AT], head[KIND_AT + 1]);
    let length = letters::read_number(&head[LENGTH_AT..CHECK_AT]).ok_or(Fault::Damaged)? as usize;
    if letters::read_number(&head[CHECK_AT..]) != Some(head_check(&head[KIND_AT..CHECK_AT])) {
        return Err(Fault::Damaged);
    }
    if !kind.is_ascii_alphabetic() || !version.is_ascii_alphanumeric() || length < CHECK_BYTES {
        return Err(Fault::Damaged);
    }
    let whole = allowed(length_of(length - CHECK_BYTES))?;
    Ok(Head { kind, version, whole })
}

impl Frame {
    /// The frame as characters.
    pub fn encode(&self) -> Result<String, Fault> {
        let whole = allowed(length_of(self.payload.len()))?;
        let length = (self.payload.len() + CHECK_BYTES) as u32;
        let mut head = vec![self.kind, self.version];
        head.extend(letters::number(length, CHECK_AT - LENGTH_AT).bytes());
        let check = letters::number(head_check(&head), HEAD - CHECK_AT);
        let mut text = String::with_capacity(whole);
        text.push_str(MARK);
        text.extend(head.into_iter().map(char::from));
        text.push_str(&check);
        text.push_str(&letters::encode(&[&self.sum().to_be_bytes()[..], &self.payload].concat()));
        text.push(END);
        Ok(text)
    }

    /// Reads a frame that is exactly the text, with or without `#` before it.
    pub fn decode(text: &str) -> Result<Self, Fault> {
        let text = text.strip_prefix('#').unwrap_or(text);
        let Head { kind, version, whole } = head(text)?;
        if text.len() < whole {
            return Err(Fault::Cut { arrived: text.len(), whole: Some(whole) });
        }
        if text.len() > whole || !text.ends_with(END) {
            return Err(Fault::Damaged);
        }
        // The end is one byte, and so is all of the head: both are borders between characters.
        let content = letters::decode(&text[HEAD..whole - 1], LONGEST).map_err(|_| Fault::Damaged)?;
        let (sum, payload) = content.split_first_chunk::<CHECK_BYTES>().ok_or(Fault::Damaged)?;
        let frame = Self { kind, version, payload: payload.to_vec() };
        if u32::from_be_bytes(*sum) != frame.sum() {
            return Err(Fault::Damaged);
        }
        Ok(frame)
    }

    /// Check sum of kind, version and payload.
    pub fn sum(&self) -> u32 {
        crc32(&[&[self.kind, self.version], &self.payload])
    }
}

/// Twelve bits over kind, version and length.
fn head_check(head: &[u8]) -> u32 {
    crc32(&[head]) >> 20
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made by hand with Python's `zlib.crc32` and `base64`.
    const FROZEN: &str = "pLanR1AAAKNlzmk2yOWbnuaJpwZ";

    fn frame(payload: &[u8]) -> Frame {
        Frame { kind: b'R', version: b'1', payload: payload.into() }
    }

    #[test]
    fn the_form_is_kept_for_ever() {
        let text = frame("回执".as_bytes()).encode().unwrap();
        assert_eq!(text, FROZEN);
        assert_eq!(Frame::decode(FROZEN).unwrap(), frame("回执".as_bytes()));
    }

    #[test]
    fn the_head_tells_how_long_the_frame_is() {
        for length in [0, 1, 2, 3, 500] {
            let text = frame(&vec![7; length]).encode().unwrap();
            assert_eq!(head(&text[..HEAD]).unwrap().whole, text.len());
            assert!(payload_within(text.len()) >= length && payload_within(text.len() - 2) < length.max(1));
        }
    }

    /// The check sum is linear: whether a change is noticed depends on the changed bits and their place alone,
    /// never on what stands there. So trying every change of one place covers every frame there can be.
    #[test]
    fn every_change_of_one_character_of_the_head_is_noticed() {
        let head = b"R1AAAA";
        for place in 0..head.len() {
            for change in 1..=127u8 {
                let mut changed = *head;
                changed[place] ^= change;
                assert_ne!(head_check(&changed), head_check(head), "{place} {change}");
            }
        }
    }

    #[test]
    fn a_frame_over_the_limit_is_refused_from_its_head_alone() {
        let most = payload_within(LONGEST);
        assert!(frame(&vec![0; most]).encode().is_ok());
        assert!(matches!(frame(&vec![0; most + 1]).encode(), Err(Fault::TooLong { .. })));
        let claimed = format!("R1{}", letters::number(most as u32 + 9, 4));
        let text = format!("{MARK}{claimed}{}", letters::number(head_check(claimed.as_bytes()), 2));
        assert!(matches!(head(&text), Err(Fault::TooLong { limit: LONGEST, .. })), "{:?}", head(&text));
    }

    #[test]
    fn other_characters_than_ascii_are_no_panic() {
        let whole = frame(&[1; 30]).encode().unwrap();
        for place in 0..whole.len() {
            for strange in ["字", "é", "%", "\u{200b}"] {
                let mut text = whole.clone();
                text.replace_range(place..=place, strange);
                assert!(Frame::decode(&text).is_err(), "{text}");
                text.truncate(place + strange.len());
                assert!(Frame::decode(&text).is_err(), "{text}");
            }
        }
    }
}
