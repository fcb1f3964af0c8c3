//! The strip of all periods: how each stands, in numbers.

use super::row::{self, RowStatus};
use super::{timing, words};
use crate::ledger::Slot;
use crate::plan::{Month, Year};
use crate::route::Route;
use crate::standing::AsOf;

/// A period of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    pub month: Month,
    /// 8 月.
    pub label: String,
    pub href: String,
    pub counts: Counts,
    pub is_chosen: bool,
    pub is_locked: bool,
    /// It lies before the first period of use.
    pub is_unused: bool,
    /// Its window was moved.
    pub is_moved: bool,
    /// The same in a sentence, for ears and on hovering.
    pub sentence: String,
}

/// How many organisations stand how with a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// Who owes a report, or has sent one.
    pub owed: usize,
    /// Of whom nothing is asked, and who has sent nothing.
    pub not_owed: usize,
    /// Submitted or accepted, and not returned.
    pub reported: usize,
    /// Of these, those that came after the window.
    pub reported_late: usize,
    pub accepted: usize,
    /// Of those who reported, those of whose report something is missing.
    pub partial: usize,
    /// Nothing has come and the window is past.
    pub missing: usize,
    pub returned: usize,
    /// The window has not opened yet.
    pub coming: usize,
    /// Their receipts wait in the review.
    pub waiting: usize,
}

impl Counts {
    /// Of standings, each with the number of items that are missing of the report.
    pub fn of(standings: impl IntoIterator<Item = (RowStatus, usize)>) -> Self {
        let mut counts = Self::default();
        for (standing, missing) in standings {
            if let RowStatus::NotOwed(_) = standing {
                counts.not_owed += 1;
                continue;
            }
            counts.owed += 1;
            counts.partial += usize::from(missing > 0);
            match standing {
                RowStatus::NotOwed(_) => {}
                RowStatus::Coming => counts.coming += 1,
                RowStatus::Awaited => {}
                RowStatus::Late => counts.missing += 1,
                RowStatus::Submitted { is_late } => counts.report(is_late),
                RowStatus::Accepted { is_late } => {
                    counts.report(is_late);
                    counts.accepted += 1;
                }
                RowStatus::Returned => counts.returned += 1,
            }
        }
        counts
    }

    /// With those whose receipts wait in the review: they are not overdue, nor is anything asked of them again.
    #[must_use]
    pub fn waiting(mut self, standings: &[RowStatus]) -> Self {
        self.waiting = standings.len();
        let of = |what: fn(&RowStatus) -> bool| standings.iter().filter(|one| what(one)).count();
        self.missing -= of(|one| matches!(one, RowStatus::Late)).min(self.missing);
        self.returned -= of(|one| matches!(one, RowStatus::Returned)).min(self.returned);
        let unowed = of(|one| matches!(one, RowStatus::NotOwed(_)));
        self.owed += unowed;
        self.not_owed -= unowed.min(self.not_owed);
        self
    }

    fn report(&mut self, is_late: bool) {
        self.reported += 1;
        self.reported_late += usize::from(is_late);
    }

    /// Nothing is asked of anybody.
    pub fn is_idle(&self) -> bool {
        self.owed == 0 && self.not_owed > 0
    }

    /// Nobody can have reported yet, and nobody has.
    pub fn is_coming(&self) -> bool {
        self.coming > 0 && self.coming == self.owed && self.waiting == 0
    }
}

/// Every period, by year.
pub(super) fn years(as_of: AsOf, periods: &[Month], chosen: Month) -> Vec<(Year, Vec<Period>)> {
    let mut years: Vec<(Year, Vec<Period>)> = Vec::new();
    for month in periods {
        let period = period(as_of, *month, *month == chosen);
        match years.last_mut() {
            Some((year, periods)) if *year == month.year() => periods.push(period),
            _ => years.push((month.year(), vec![period])),
        }
    }
    years
}

fn period(as_of: AsOf, month: Month, is_chosen: bool) -> Period {
    let counts = Counts::of(row::standings(as_of, month).map(|(_, standing, missing)| (standing, missing)));
    let is_locked = as_of.ledger.shown(&Slot::Lock { month }).is_some();
    let is_unused = timing::is_unused(as_of, month);
    let moved = as_of.ledger.window(month).filter(|_| !is_unused);
    let is_moved = moved.is_some();
    Period {
        month,
        label: words::month_of_year(as_of.language, month),
        href: Route::Dispatch(Some(month)).href(),
        counts,
        is_chosen,
        is_locked,
        is_unused,
        is_moved,
        sentence: words::period(as_of.language, month, counts, is_locked, moved),
    }
}
