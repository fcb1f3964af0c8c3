//! When the day on the screen moves on. The page's one clock asks here; nothing else changes the day by itself.

use crate::plan::Day;

/// The longest that the clock sleeps: a device that was asleep, or whose time zone changes its clock, is caught up
/// with by then.
const LONGEST_SLEEP: u64 = 3_600_000;

/// What the clock knows since it looked last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looked {
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// When the day that it was then ends.
    pub midnight: u64,
}

impl Looked {
    /// After a look at a moment in a time zone so many minutes ahead of UTC.
    pub fn now(at: u64, offset: i32) -> Self {
        const DAY: i64 = 86_400_000;
        let here = at as i64 + i64::from(offset) * 60_000;
        Self { at, midnight: at + (DAY - here.rem_euclid(DAY)) as u64 }
    }

    /// Whether it can be another day by now. Asking for the day itself takes a slow phone 60 ms.
    pub fn is_stale(self, now: u64) -> bool {
        now >= self.midnight || now < self.at
    }

    /// For how many milliseconds to sleep.
    pub fn sleep(self, now: u64) -> u32 {
        // A timer may go off a little early.
        let left = self.midnight.saturating_sub(now) + 50;
        left.min(LONGEST_SLEEP) as u32
    }
}

/// The day to show from now on; none where what is shown stays. A day that was chosen, by looking back or by opening a
/// snapshot, stays chosen.
pub fn moved(shown: Option<Day>, is_chosen: bool, today: Day) -> Option<Day> {
    (!is_chosen && shown != Some(today)).then_some(today)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    /// 2024-03-01 17:00 in Shanghai.
    const FRIDAY: u64 = 1_709_283_600_000;
    const HOUR: u64 = 3_600_000;

    /// field 8: a page that stays open follows the day.
    #[test]
    fn a_day_that_is_over_gives_way_to_the_next_and_a_chosen_one_stays() {
        let (friday, tuesday) = (day("2024-03-01"), day("2024-03-05"));
        assert_eq!(moved(Some(friday), false, tuesday), Some(tuesday));
        assert_eq!(moved(Some(tuesday), false, tuesday), None);
        assert_eq!(moved(Some(friday), true, tuesday), None);
        assert_eq!(moved(None, false, tuesday), Some(tuesday));
        // A clock that was set wrong and is put right moves back.
        assert_eq!(moved(Some(tuesday), false, friday), Some(friday));
    }

    /// field 8: the day ends at midnight of the plan's time zone, wherever the device is.
    #[test]
    fn the_clock_wakes_at_midnight_of_the_plan() {
        for (offset, hours) in [(480, 7), (0, 15), (-300, 20), (540, 6)] {
            let looked = Looked::now(FRIDAY, offset);
            assert_eq!(looked.midnight - FRIDAY, hours * HOUR, "{offset}");
            assert!(!looked.is_stale(looked.midnight - 1) && looked.is_stale(looked.midnight), "{offset}");
        }
        let looked = Looked::now(FRIDAY, 480);
        assert_eq!(u64::from(looked.sleep(FRIDAY)), HOUR);
        assert_eq!(looked.sleep(looked.midnight - 1_000), 1_050);
        assert_eq!(looked.sleep(looked.midnight + HOUR), 50);
    }

    /// field 8: back in the tab after days, or with a clock that was put back.
    #[test]
    fn whoever_comes_back_is_told_the_day_anew() {
        let looked = Looked::now(FRIDAY, 480);
        assert!(looked.is_stale(FRIDAY + 87 * HOUR));
        assert!(looked.is_stale(FRIDAY - 1));
        assert!(!looked.is_stale(FRIDAY + HOUR));
    }
}
