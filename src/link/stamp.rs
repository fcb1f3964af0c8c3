//! What a fill-in link, receipt or return says of the page that made it, before its batches: by which edition of the plan
//! it was made, and whether records of its device could not be read. All of it is a claim.
//!
//! Bytes: [`MARK`], signs (1: an edition is named, 2: something could not be read), the edition ([`Edition`]: code, length,
//! name), how many stored values could not be read (2 bytes, big-endian). Batches begin with the version of their codec,
//! which is far below the mark: what begins otherwise bears no stamp, and a release that knows none calls it newer.

use super::edition::Edition;
use super::fault::Fault;

/// The first byte of a stamp.
const MARK: u8 = 0x80;
const EDITION: u8 = 1;
const UNREAD: u8 = 2;
const SIGNS: u8 = 3;

/// What a link says of the page that made it. One that says nothing leaves no byte behind.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Stamp {
    /// The edition of the plan by which it was made; none where it does not say.
    pub edition: Option<Edition>,
    /// How many stored values its device could not read: what it says may lack something.
    pub unread: u16,
}

impl Stamp {
    /// The stamp in bytes, to stand before the batches.
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        if *self == Self::default() {
            return;
        }
        let sign = |is: bool, sign: u8| if is { sign } else { 0 };
        bytes.push(MARK);
        bytes.push(sign(self.edition.is_some(), EDITION) | sign(self.unread > 0, UNREAD));
        if let Some(edition) = &self.edition {
            edition.write(bytes);
        }
        if self.unread > 0 {
            bytes.extend(self.unread.to_be_bytes());
        }
    }

    /// Reads what [`Stamp::write`] wrote, and what comes after it.
    ///
    /// # Errors
    /// [`Fault::NewerVersion`] for signs of a later release, [`Fault::Damaged`] where it is cut or no text.
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, &[u8]), Fault> {
        let Some(rest) = bytes.strip_prefix(&[MARK]) else { return Ok((Self::default(), bytes)) };
        let (&signs, mut rest) = rest.split_first().ok_or(Fault::Damaged)?;
        if signs > SIGNS {
            return Err(Fault::NewerVersion { version: '3' });
        }
        let mut stamp = Self::default();
        if signs & EDITION != 0 {
            let (edition, after) = Edition::read(rest).ok_or(Fault::Damaged)?;
            (stamp.edition, rest) = (Some(edition), after);
        }
        if signs & UNREAD != 0 {
            let (unread, after) = rest.split_first_chunk().ok_or(Fault::Damaged)?;
            (stamp.unread, rest) = (u16::from_be_bytes(*unread), after);
        }
        Ok((stamp, rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::fingerprint::Code;

    #[test]
    fn a_stamp_comes_back_and_one_that_says_nothing_is_no_byte() {
        let edition = Edition { code: Code::of(b"14"), version: "2024年修订".into() };
        for stamp in [
            Stamp::default(),
            Stamp { edition: Some(edition.clone()), unread: 0 },
            Stamp { edition: None, unread: 3 },
            Stamp { edition: Some(edition), unread: u16::MAX },
        ] {
            let mut bytes = vec![];
            stamp.write(&mut bytes);
            let length = bytes.len();
            assert_eq!(length == 0, stamp == Stamp::default());
            bytes.push(2);
            assert_eq!(Stamp::read(&bytes), Ok((stamp, &[2][..])));
            for cut in 1..length {
                assert_eq!(Stamp::read(&bytes[..cut]), Err(Fault::Damaged));
            }
        }
        assert_eq!(Stamp::read(&[MARK, SIGNS + 1]), Err(Fault::NewerVersion { version: '3' }));
    }
}
