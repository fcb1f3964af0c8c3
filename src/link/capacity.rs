//! Whether a text fits one code that a phone reads from a screen.

use super::qr::{Code, QUIET_ZONE};

/// Most characters of a code that a phone reads from a screen. With error correction M this is at most version 26:
/// 121 modules and the quiet zone, so three pixels each on a phone of 390 and about 7 mm on a projected metre;
/// below three pixels cameras fail on moiré and blur before they fail on anything else.
pub const READABLE: usize = 1_000;

/// How large the code of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// Of ISO/IEC 18004, 1 to 40.
    pub version: usize,
    /// Modules along one edge, quiet zone included.
    pub side: usize,
    /// A phone reads it from a screen.
    pub is_readable: bool,
}

impl Capacity {
    /// Of the code that a text makes; none if no code carries it.
    pub fn of(text: &str) -> Option<Self> {
        let side = Code::encode(text).ok()?.side();
        let version = (side - 2 * QUIET_ZONE).saturating_sub(17) / 4;
        Some(Self { version, side, is_readable: text.len() <= READABLE })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_those_of_the_standard() {
        // Bytes at level M, ISO/IEC 18004 table 7: 1: 14, 10: 213, 25: 997, 26: 1059, 40: 2331.
        for (characters, version) in [(14, 1), (15, 2), (213, 10), (997, 25), (1059, 26), (2331, 40)] {
            let capacity = Capacity::of(&"z".repeat(characters)).unwrap();
            assert_eq!(capacity.version, version);
            assert_eq!(capacity.side, 17 + 4 * version + 8);
        }
        assert_eq!(Capacity::of(&"z".repeat(2332)), None);
    }

    #[test]
    fn the_longest_readable_text_has_three_pixels_a_module_on_a_phone() {
        let most = Capacity::of(&"z".repeat(READABLE)).unwrap();
        assert!(most.is_readable && 390 / most.side >= 3, "{most:?}");
        assert!(!Capacity::of(&"z".repeat(READABLE + 1)).unwrap().is_readable);
    }
}
