//! Numbers in bytes: LEB128, and zigzag for signed ones.

use super::Refusal;

/// Appends a number, seven bits a byte, least first.
pub fn put(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Appends a signed number: 0, −1, 1, −2 … as 0, 1, 2, 3 …
pub fn put_signed(bytes: &mut Vec<u8>, value: i64) {
    put(bytes, ((value << 1) ^ (value >> 63)) as u64);
}

/// Bytes that are read from the front.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    pub fn byte(&mut self) -> Result<u8, Refusal> {
        let (first, rest) = self.0.split_first().ok_or(Refusal::Damaged)?;
        self.0 = rest;
        Ok(*first)
    }

    /// So many bytes; never more than there are.
    pub fn take(&mut self, count: usize) -> Result<&'a [u8], Refusal> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Refusal::Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    /// A number in its one shortest spelling.
    pub fn number(&mut self) -> Result<u64, Refusal> {
        let mut value = 0_u64;
        for shift in (0..70).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                break;
            }
            value |= bits << shift;
            if byte & 0x80 == 0 {
                return if bits == 0 && shift > 0 { Err(Refusal::Damaged) } else { Ok(value) };
            }
        }
        Err(Refusal::Damaged)
    }

    pub fn signed(&mut self) -> Result<i64, Refusal> {
        let value = self.number()?;
        Ok((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    /// A number that counts things of which each takes at least one byte of what is left somewhere;
    /// refused beyond the limit, so that nothing is ever reserved for it.
    pub fn count(&mut self, limit: usize) -> Result<usize, Refusal> {
        let value = self.number()?;
        usize::try_from(value).ok().filter(|count| *count <= limit).ok_or(Refusal::TooMany)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back() {
        for value in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX] {
            let mut bytes = Vec::new();
            put(&mut bytes, value);
            assert_eq!(Reader(&bytes).number(), Ok(value));
        }
        for value in [0, -1, 1, i64::MIN, i64::MAX] {
            let mut bytes = Vec::new();
            put_signed(&mut bytes, value);
            assert_eq!(Reader(&bytes).signed(), Ok(value));
        }
    }

    #[test]
    fn a_number_has_one_spelling() {
        for bytes in [&[0x80, 0x00][..], &[0xff; 10], &[0x80], &[]] {
            assert_eq!(Reader(bytes).number(), Err(Refusal::Damaged), "{bytes:?}");
        }
    }

    #[test]
    fn a_number_of_more_than_64_bits_is_no_number() {
        let nine = |last: &[u8]| [&[0xff; 9], last].concat();
        assert_eq!(Reader(&nine(&[1])).number(), Ok(u64::MAX));
        for bytes in [nine(&[2]), nine(&[0x7f]), vec![0x80; 11], [&[0x80; 10][..], &[1]].concat()] {
            assert_eq!(Reader(&bytes).number(), Err(Refusal::Damaged), "{bytes:?}");
        }
    }

    #[test]
    fn a_count_beyond_its_limit_is_refused_whatever_is_left() {
        let count = |value, limit| {
            let mut bytes = Vec::new();
            put(&mut bytes, value);
            Reader(&bytes).count(limit)
        };
        assert_eq!((count(300, 300), count(301, 300)), (Ok(300), Err(Refusal::TooMany)));
        assert_eq!(count(u64::MAX, 300), Err(Refusal::TooMany));
    }
}
