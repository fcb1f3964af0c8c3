//! A check sum: CRC-32 as of zip and Ethernet (polynomial 0xEDB88320, reflected).
//!
//! It finds every change within 32 neighbouring bits, so every single changed letter. It is no protection
//! against somebody who means harm: that is what the passphrase is for. Half a byte at a time with a table of
//! sixteen: a link has a few hundred letters, and a table of 256 would weigh more than the time it saves.

const TABLE: [u32; 16] = table();

#[expect(clippy::indexing_slicing, reason = "made by the compiler, which says so if it fails")]
const fn table() -> [u32; 16] {
    let mut table = [0; 16];
    let mut index = 0;
    while index < 16 {
        let mut value = index as u32;
        let mut bit = 0;
        while bit < 4 {
            value = if value & 1 == 1 { value >> 1 ^ 0xEDB8_8320 } else { value >> 1 };
            bit += 1;
        }
        table[index] = value;
        index += 1;
    }
    table
}

/// The check sum of several pieces, one after another.
#[expect(clippy::indexing_slicing, reason = "four bits choose from 16 values")]
pub fn crc32(pieces: &[&[u8]]) -> u32 {
    !pieces.iter().copied().flatten().fold(!0, |sum, &byte| {
        let sum = sum ^ u32::from(byte);
        let sum = sum >> 4 ^ TABLE[(sum & 15) as usize];
        sum >> 4 ^ TABLE[(sum & 15) as usize]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_value_comes_out() {
        assert_eq!(crc32(&[b"123456789"]), 0xCBF4_3926);
        assert_eq!(crc32(&[b"1234", b"", b"56789"]), 0xCBF4_3926);
        assert_eq!(crc32(&[]), 0);
    }
}
