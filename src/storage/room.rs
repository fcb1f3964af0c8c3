//! How much room is left, told before it has run out.
//!
//! Chromium and Firefox give an origin 5,242,880 UTF-16 units, keys included; WebKit (Safari, every browser on an iPhone)
//! counts two bytes for each character that is not Latin, and so gives what this page writes half of that. Nobody can ask
//! a browser for it, and trying it out would mean filling the storage that holds the records; so the smallest is reckoned
//! with everywhere: a ledger that is carried on to another device has to fit there too.

use super::port::{Blocked, Port, units};

/// UTF-16 units that the most generous browsers give what this page writes, keys included.
pub const MOST_ROOM: usize = 5_242_880;
/// UTF-16 units that WebKit gives.
pub const LEAST_ROOM: usize = 2_621_440;

/// What is in use of an origin's storage, in UTF-16 units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Keys and values together.
    pub used: usize,
}

impl Room {
    /// Of everything that is stored, by whichever page of the origin: all of it counts.
    ///
    /// # Errors
    /// When the browser does not let us.
    pub fn of(port: &impl Port) -> Result<Self, Blocked> {
        let mut used = 0;
        for key in port.keys()? {
            used += units(&key, &port.get(&key)?.unwrap_or_default());
        }
        Ok(Self { used })
    }

    /// Four fifths of the least that a browser gives are in use.
    pub fn is_short(self) -> bool {
        self.used >= LEAST_ROOM / 5 * 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{Memory, words};
    use crate::text::Language;

    /// engine F5: it is told in time, reckoned by the browser that gives least, and not before.
    #[test]
    fn a_storage_that_fills_up_is_told_before_the_smallest_is_full() {
        let memory = Memory::default();
        // As WebKit: full at its end, not later.
        memory.set_quota(Some(LEAST_ROOM));
        let fill = |units: usize| memory.set("planboard:x", &"㐀".repeat(units - "planboard:x".len()));
        let room = || Room::of(&memory).unwrap();
        assert!(!room().is_short());
        for (units, is_short) in
            [(LEAST_ROOM / 5 * 4 - 1, false), (LEAST_ROOM / 5 * 4, true), (LEAST_ROOM, true)]
        {
            fill(units).unwrap();
            assert_eq!((room().used, room().is_short()), (units, is_short));
        }
        assert!(fill(LEAST_ROOM + 1).is_err());
        // What other pages of the host have stored takes room as well.
        fill(LEAST_ROOM / 2).unwrap();
        memory.set("another program", &"x".repeat(LEAST_ROOM / 3)).unwrap();
        assert!(room().is_short());
    }

    /// engine B2: what is said names both limits, and what to do.
    #[test]
    fn the_sentence_names_what_is_used_and_what_browsers_give() {
        let room = Room { used: 2_150_000 };
        let zh = words::short_of_room(Language::Zh, room);
        let en = words::short_of_room(Language::En, room);
        for part in ["215 万", "262 万", "524 万", "请先导出备份"] {
            assert!(zh.contains(part), "{part}: {zh}");
        }
        for part in ["2150 thousand", "2621 thousand", "5242 thousand", "Save a backup"] {
            assert!(en.contains(part), "{part}: {en}");
        }
    }

    #[test]
    fn blocked_storage_has_no_room_to_tell_of() {
        let memory = Memory::default();
        memory.set_trouble(Some(crate::storage::Trouble::CrashBefore(0)));
        assert_eq!(Room::of(&memory), Err(Blocked));
    }
}
