//! When reports are due, and since when: the window of a period moved with a reason, and the first period of use.

use super::words;
use crate::ledger::codec::MOST_LETTERS;
use crate::ledger::{Entry, Said, Slot};
use crate::plan::{Day, Month};
use crate::standing::AsOf;
use crate::standing::duty;
use crate::standing::window::{Source, Window, is_before_use, window};
use crate::text::Text;

/// How long after its period the window may end at the latest, in days: a slip in the year is no window.
const LONGEST_WAIT: i64 = 366;

/// What is said of the time of a period, and what the forms begin with.
#[derive(Clone, Debug, PartialEq)]
pub struct Timing {
    pub month: Month,
    /// The window and on whose word it stands; none for a month that is not a period.
    pub window: Option<String>,
    /// Why it was moved. Untrusted.
    pub reason: Option<Text>,
    pub opens: String,
    pub closes: String,
    /// Since when the page is used.
    pub start: String,
    /// The periods to choose from, with their names, and the first of use.
    pub periods: Vec<(Month, String)>,
    pub first: Option<Month>,
}

/// What is wrong with a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// One of the two is no day.
    NoDay,
    /// It ends before it begins, or begins before its period.
    Order,
    /// It ends more than a year after its period.
    TooLate,
    NoReason,
}

/// What there is to say of a period.
pub fn timing(as_of: AsOf, month: Month) -> Timing {
    let AsOf { plan, ledger, language, .. } = as_of;
    let found = window(plan, ledger, month);
    let reason = match ledger.at(&Slot::Window { month }).map(|found| &found.entry.said) {
        Some(Said::Window { reason, .. }) if !reason.is_empty() => Some(Text::typed(reason, language)),
        _ => None,
    };
    let day = |pick: fn(Window) -> Day| found.map(|window| pick(window).to_string()).unwrap_or_default();
    let first = ledger.start_of_use();
    Timing {
        month,
        window: found.map(|window| words::window(language, window)),
        reason: reason.filter(|_| found.is_some_and(|window| window.source == Source::Moved)),
        opens: day(|window| window.opens),
        closes: day(|window| window.closes),
        start: words::start_of_use(language, first),
        periods: duty::periods(plan).into_iter().map(|one| (one, one.words(language))).collect(),
        first,
    }
}

/// The entry that moves the window of a period.
///
/// # Errors
/// What is wrong with it.
pub fn move_window(month: Month, opens: &str, closes: &str, reason: &str) -> Result<Entry, Wrong> {
    let (Some(opens), Some(closes)) = (Day::parse(opens.trim()), Day::parse(closes.trim())) else {
        return Err(Wrong::NoDay);
    };
    let first = month.day(1).ok_or(Wrong::Order)?;
    if closes < opens || opens < first {
        return Err(Wrong::Order);
    }
    if closes.since(first.month_end()) > LONGEST_WAIT {
        return Err(Wrong::TooLate);
    }
    let reason = short(reason);
    if reason.is_empty() {
        return Err(Wrong::NoReason);
    }
    Ok(entry(Said::Window { opens, closes, reason }))
}

/// The entry that says that the page is used from the period of its batch on.
pub fn start(reason: &str) -> Entry {
    entry(Said::StartOfUse { reason: short(reason) })
}

/// Whether a period is owed nothing because it lies before the first of use.
pub fn is_unused(as_of: AsOf, month: Month) -> bool {
    is_before_use(as_of.ledger, month)
}

fn entry(said: Said) -> Entry {
    Entry { replaces: None, said }
}

/// As many letters as the ledger takes.
fn short(typed: &str) -> String {
    typed.trim().chars().take(MOST_LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::august::{day, month};

    /// field 12: a window is moved with a reason, and only to days that can be meant.
    #[test]
    fn a_window_is_moved_with_a_reason_to_days_that_can_be_meant() {
        let about = month("2024-09");
        let moved = move_window(about, "2024-10-08", " 2024-10-12 ", "国庆假期").unwrap();
        let said =
            Said::Window {
                opens: day("2024-10-08"), closes: day("2024-10-12"), reason: "国庆假期".into()
            };
        assert_eq!(moved.said, said);
        for (opens, closes, reason, wrong) in [
            ("10-08", "2024-10-12", "国庆", Wrong::NoDay),
            ("2024-10-08", "2024-02-30", "国庆", Wrong::NoDay),
            ("2024-10-12", "2024-10-08", "国庆", Wrong::Order),
            ("2024-08-31", "2024-10-08", "国庆", Wrong::Order),
            ("2024-10-08", "2025-10-12", "国庆", Wrong::TooLate),
            ("2024-10-08", "2024-10-12", " \u{3000}", Wrong::NoReason),
        ] {
            assert_eq!(move_window(about, opens, closes, reason), Err(wrong), "{opens} {closes}");
        }
        assert!(move_window(about, "2024-10-01", "2025-10-01", "延").is_ok());
        let long = move_window(about, "2024-10-08", "2024-10-12", &"长".repeat(MOST_LETTERS + 1)).unwrap();
        assert_eq!(long.said.words()[0].chars().count(), MOST_LETTERS);
    }
}
