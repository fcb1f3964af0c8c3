//! The cycle: how often the text wants to hear of progress. Where it says nothing, one yearly round stands, marked as
//! assumed.

use super::Making;
use crate::authoring::ids::Kind;
use crate::authoring::roles::Part;
use crate::plan::{Cycle, Month, Name, Round, Window};

/// Words for a round of so many months, and what it is called where the text has no name for it.
const ROUNDS: [(u32, [&str; 8], &str, &str); 4] = [
    (
        1,
        ["月调度", "月通报", "月报", "每月", "按月", "月度", "monthly", "every month"],
        "月调度",
        "Monthly report",
    ),
    (
        3,
        ["季通报", "季调度", "每季", "按季", "季度", "季", "quarterly", "every quarter"],
        "季通报",
        "Quarterly report",
    ),
    (
        6,
        ["半年评估", "半年通报", "半年调度", "每半年", "半年", "half-year", "six months", "half year"],
        "半年评估",
        "Half-year review",
    ),
    (
        12,
        ["年度考核", "年底", "年终", "每年", "年度评估", "yearly", "annual", "every year"],
        "年度考核",
        "Yearly review",
    ),
];
/// Until which day of the next month reports come in, where nothing is said.
const ASSUMED: Window = Window { opens: 1, closes: 10, stated: false };

impl Making<'_> {
    pub(super) fn cycle(&mut self, first_month: Month) -> Cycle {
        let found = self.rounds();
        let section = found.first().map(|(_, _, section)| self.path(*section)).unwrap_or_default();
        let rounds = match found.is_empty() {
            true => vec![(12, String::new())],
            false => found.into_iter().map(|(months, word, _)| (months, word)).collect(),
        };
        let rounds = rounds.into_iter().map(|(months, word)| self.round(months, &word)).collect();
        Cycle { section, first_month, rounds, calendar: None }
    }

    /// The rounds that the parts without tasks speak of, the most frequent first, with the word and the section.
    fn rounds(&self) -> Vec<(u32, String, Option<usize>)> {
        let paragraphs = self.work.found.roles.paragraphs.iter();
        let outside = paragraphs.filter(|one| self.around(one.section, Part::Task).is_none());
        let outside: Vec<(String, Option<usize>)> =
            outside.map(|one| (self.raw(one.span).to_lowercase(), one.section)).collect();
        let each = ROUNDS.iter().filter_map(|(months, words, ..)| {
            let said = words.iter().find_map(|word| {
                let place = outside.iter().find(|(text, _)| text.contains(word))?;
                Some(((*word).to_owned(), place.1))
            });
            said.map(|(word, section)| (*months, word, section))
        });
        each.collect()
    }

    fn round(&mut self, months: u32, word: &str) -> Round {
        let (_, _, zh, en) = ROUNDS.iter().find(|(of, ..)| *of == months).copied().unwrap_or(ROUNDS[3]);
        Round {
            id: self.ids.give(Kind::Round, en),
            name: Name::both(zh, en),
            as_written: Some(word.to_owned()).filter(|word| !word.is_empty() && word != zh),
            months,
            purpose: Name::both(
                "通报进展，协调解决问题。",
                "Report progress and settle what stands in the way.",
            ),
            window: ASSUMED,
        }
    }
}
