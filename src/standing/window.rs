//! Until when the reports of a period may come in: as the plan has it, or as the bureau moved it.
//!
//! Whoever calls somebody late asks [`window`]; nothing else reads the plan's windows for that.

use super::due::{self, Due};
use crate::ledger::Ledger;
use crate::plan::{Day, Month, PlanIndex};

/// First and last day on which the reports of a period may come in, and on whose word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// First day on which reports may come in.
    pub opens: Day,
    /// Last day on which reports may come in.
    pub closes: Day,
    /// On whose word.
    pub source: Source,
}

/// On whose word a window stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The plan states it.
    Stated,
    /// The plan does not; it came along with the plan's data.
    Assumed,
    /// The bureau moved that of this period, with a reason.
    Moved,
}

/// The window of a period; none outside the plan.
pub fn window(plan: &PlanIndex, ledger: &Ledger, month: Month) -> Option<Window> {
    let monthly = plan.cycle.rounds.iter().min_by_key(|round| round.months)?;
    let due = due::series(plan, monthly).find(|due| due.to == month)?;
    let source = if monthly.window.stated { Source::Stated } else { Source::Assumed };
    let window = Window { opens: due.opens, closes: due.closes, source };
    Some(match ledger.window(month) {
        Some((opens, closes)) => Window { opens, closes, source: Source::Moved },
        None => window,
    })
}

/// A round whose window moves with that of the period with which it ends: its reports come in with the others.
pub fn moved(ledger: &Ledger, due: Due) -> Due {
    match ledger.window(due.to) {
        Some((opens, closes)) => Due { opens, closes, ..due },
        None => due,
    }
}

impl Window {
    /// First and last day.
    pub fn days(self) -> (Day, Day) {
        (self.opens, self.closes)
    }

    /// Nobody but the plan's data says so: whoever is called late by it is told.
    pub fn is_assumed(self) -> bool {
        self.source == Source::Assumed
    }
}

/// Whether a period lies before the first one for which the bureau uses the page: nothing is owed for it.
pub fn is_before_use(ledger: &Ledger, month: Month) -> bool {
    ledger.start_of_use().is_some_and(|first| month < first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{batch, entry};
    use crate::ledger::{Batch, BatchId, Said};
    use crate::standing::duty::{NotOwed, ReportStatus, report};

    fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../public/plan.json")).expect("the shipped plan")
    }

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn month(text: &str) -> Month {
        Month::parse(text).expect("a month")
    }

    fn said(number: u8, said: Said) -> Batch {
        batch(BatchId { writer: 7, sequence: u32::from(number) }, 1_725_000_000, number, [entry(said)])
    }

    fn moved_to(number: u8, opens: &str, closes: &str) -> Batch {
        said(number, Said::Window { opens: day(opens), closes: day(closes), reason: "国庆假期".into() })
    }

    /// field 12: the officer moves the window of one period, and nobody is late by the old one.
    #[test]
    fn a_moved_window_holds_for_its_period_and_no_other() {
        let plan = plan();
        let empty = Ledger::default();
        let about = month("2024-09");
        let before = window(&plan, &empty, about).unwrap();
        assert_eq!((before.days(), before.source), ((day("2024-10-01"), day("2024-10-05")), Source::Assumed));
        let ledger = Ledger::new([moved_to(9, "2024-10-08", "2024-10-12")]);
        let after = window(&plan, &ledger, about).unwrap();
        assert_eq!((after.days(), after.source), ((day("2024-10-08"), day("2024-10-12")), Source::Moved));
        let at = |ledger: &Ledger, id, today| report(&plan, ledger, id, about, day(today), 480);
        for id in crate::standing::duty::reporters(&plan) {
            assert_eq!(at(&empty, id, "2024-10-06"), ReportStatus::Late, "{id}");
            assert_eq!(at(&ledger, id, "2024-10-06"), ReportStatus::Coming, "{id}");
            assert_eq!(at(&ledger, id, "2024-10-12"), ReportStatus::Awaited, "{id}");
            assert_eq!(at(&ledger, id, "2024-10-13"), ReportStatus::Late, "{id}");
        }
        assert_eq!(window(&plan, &ledger, month("2024-10")), window(&plan, &empty, month("2024-10")));
        assert_eq!(window(&plan, &ledger, month("2022-01")), None);
    }

    /// walk a21: nothing before the first period of use is owed or late.
    #[test]
    fn nothing_before_the_start_of_use_is_owed() {
        let plan = plan();
        let ledger = Ledger::new([said(8, Said::StartOfUse { reason: "自 8 月启用".into() })]);
        let at = |about| report(&plan, &ledger, "science-bureau", month(about), day("2024-09-10"), 480);
        assert_eq!(at("2024-07"), ReportStatus::NotOwed(NotOwed::BeforeUse));
        assert_eq!(at("2023-08"), ReportStatus::NotOwed(NotOwed::BeforeUse));
        assert_eq!(at("2024-08"), ReportStatus::Late);
        assert_eq!(at("2024-09"), ReportStatus::Coming);
    }
}
