//! Who was reminded when, and how often: kept on this device only, for the ledger has no such entry.

use crate::ledger::Id;
use crate::ledger::codec::MOST_ID_LETTERS;
use crate::plan::{Day, Month};
use std::collections::BTreeMap;

/// The name under which it is kept.
pub const KEPT: &str = "reminded";
/// Most organisations and periods of which it is kept; the oldest periods go first.
const MOST_REMINDED: usize = 600;
/// Most times that are counted.
const MOST_TIMES: u16 = 999;

/// How often an organisation was reminded of a period: once a day at most, however often the text is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    pub count: u16,
    pub last: Day,
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reminded(BTreeMap<(Month, Id), Times>);

impl Reminded {
    /// What was written; lines that say nothing are left out.
    pub fn read(text: &str) -> Self {
        let mut all = Self::default();
        for line in text.lines() {
            all.0.extend(read_line(line));
            all.keep_within();
        }
        all
    }

    /// A line for each period and organisation.
    pub fn written(&self) -> String {
        let line = |((month, id), times): (&(Month, Id), &Times)| {
            [&month.to_string(), " ", id, " ", &times.count.to_string(), " ", &times.last.to_string()]
                .concat()
        };
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Notes that somebody was reminded.
    pub fn note(&mut self, month: Month, id: &str, today: Day) {
        let before = self.0.get(&(month, id.into())).copied();
        let count = match before {
            Some(times) if times.last == today => times.count,
            Some(times) => times.count.saturating_add(1).min(MOST_TIMES),
            None => 1,
        };
        self.0.insert((month, id.into()), Times { count, last: today });
        self.keep_within();
    }

    /// How often somebody was reminded of a period; none where it never was.
    pub fn of(&self, month: Month, id: &str) -> Option<Times> {
        self.0.get(&(month, id.into())).copied()
    }

    fn keep_within(&mut self) {
        while self.0.len() > MOST_REMINDED {
            self.0.pop_first();
        }
    }
}

fn read_line(line: &str) -> Option<((Month, Id), Times)> {
    let mut words = line.split(' ');
    let month = Month::parse(words.next()?)?;
    let id = words.next().filter(|id| !id.is_empty() && id.chars().count() <= MOST_ID_LETTERS)?;
    let count = words.next()?.parse().ok().filter(|count| (1..=MOST_TIMES).contains(count))?;
    let last = Day::parse(words.next()?)?;
    words.next().is_none().then(|| ((month, id.into()), Times { count, last }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::august::{day, month};

    #[test]
    fn a_day_counts_once_and_all_comes_back() {
        let mut all = Reminded::default();
        let about = month("2024-08");
        for today in ["2024-09-06", "2024-09-06", "2024-09-08"] {
            all.note(about, "haicheng", day(today));
        }
        all.note(month("2024-09"), "taian", day("2024-10-08"));
        assert_eq!(all.of(about, "haicheng"), Some(Times { count: 2, last: day("2024-09-08") }));
        assert_eq!(all.of(about, "taian"), None);
        assert_eq!(Reminded::read(&all.written()), all);
    }

    #[test]
    fn what_is_no_line_of_it_is_left_out() {
        let long = "名".repeat(MOST_ID_LETTERS + 1);
        let fits = format!("2024-08 {} 999 2024-09-06", "名".repeat(MOST_ID_LETTERS));
        for wrong in [
            "",
            "2024-13 haicheng 1 2024-09-06",
            "2024-08  1 2024-09-06",
            "2024-08 haicheng 0 2024-09-06",
            "2024-08 haicheng 1000 2024-09-06",
            "2024-08 haicheng 1 2024-09-31",
            "2024-08 haicheng 1 2024-09-06 more",
            "\u{0}",
            &format!("2024-08 {long} 1 2024-09-06"),
        ] {
            assert_eq!(Reminded::read(wrong), Reminded::default(), "{wrong}");
        }
        assert_eq!(Reminded::read(&fits).0.len(), 1);
        let mut many = Reminded::read("2024-08 haicheng 999 2024-09-06");
        many.note(month("2024-08"), "haicheng", day("2024-09-07"));
        assert_eq!(many.of(month("2024-08"), "haicheng").map(|times| times.count), Some(MOST_TIMES));
    }

    #[test]
    fn beyond_so_many_the_oldest_periods_go() {
        let line = |at: usize| format!("2024-{:02} org-{at} 1 2025-01-06", 1 + at * 12 / (MOST_REMINDED + 1));
        let text: Vec<String> = (0..=MOST_REMINDED).map(line).collect();
        let mut all = Reminded::read(&text.join("\n"));
        assert_eq!(all.0.len(), MOST_REMINDED);
        assert_eq!(all.of(month("2024-01"), "org-0"), None);
        all.note(month("2025-01"), "haicheng", day("2025-02-06"));
        assert_eq!(all.0.len(), MOST_REMINDED);
        assert!(all.of(month("2025-01"), "haicheng").is_some());
    }
}
