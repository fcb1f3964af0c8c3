//! How long what is handed around may be: a link that opens everywhere, a code that a phone reads from a screen.

use super::fault::Fault;
use super::qr::{Code, QUIET_ZONE};

/// Most characters of a whole address that opens in every browser: a click on a longer one does nothing in Firefox, and
/// nobody is told.
pub const LONGEST_LINK: usize = 1_048_576;

/// The whole address of a page with what it carries behind `#`. Every address that is offered is made here.
///
/// # Errors
/// [`Fault::TooLong`], where some browsers would not open it.
pub fn link(page: &str, fragment: &str) -> Result<String, Fault> {
    let length = page.chars().count() + 1 + fragment.chars().count();
    if length > LONGEST_LINK {
        return Err(Fault::TooLong { length, limit: LONGEST_LINK });
    }
    Ok([page, "#", fragment].concat())
}

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

    /// engine B9: a link that Firefox would not open is none.
    #[test]
    fn an_address_is_a_link_up_to_what_every_browser_opens() {
        for page in ["https://a.example/", "https://a.example/规划/"] {
            let most = LONGEST_LINK - page.chars().count() - 1;
            let link_of = |letters: usize| link(page, &"z".repeat(letters));
            assert_eq!(link_of(most).map(|link| link.chars().count()), Ok(LONGEST_LINK));
            let too_long = Fault::TooLong { length: LONGEST_LINK + 1, limit: LONGEST_LINK };
            assert_eq!(link_of(most + 1), Err(too_long));
        }
        // The page before `#` counts: a folder with a long name leaves less room.
        assert!(link(&"x".repeat(LONGEST_LINK), "").is_err());
    }

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
