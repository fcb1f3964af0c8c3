//! Which figure of an indicator has to be there on a day.

use super::due::Due;
use crate::plan::{Day, Frequency, Month, PlanIndex, Year};

/// The figures that fall due around a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dues {
    /// The last figure whose window has closed; `None` before the first one has.
    pub last: Option<Due>,
    /// The next figure whose window has not closed; `None` after the last one.
    pub next: Option<Due>,
}

impl Frequency {
    /// How many months one figure covers.
    pub fn months(self) -> u32 {
        match self {
            Self::Monthly => 1,
            Self::Quarterly => 3,
            Self::Yearly => 12,
        }
    }
}

/// The figures due around a day, from the plan's first month to the end of a year.
///
/// The window is that of the plan's round with as many months; a plan without such a round lends that of its most
/// frequent one; a plan without rounds waits for nothing.
pub fn dues(plan: &PlanIndex, frequency: Frequency, last_year: Year, day: Day) -> Dues {
    let mut found = Dues { last: None, next: None };
    let (first, Some(last)) = (plan.cycle.first_month, Month::new(last_year, 12)) else { return found };
    for month in (0..=last.since(first)).map(|months| first.plus(months)) {
        let Some(due) = due(plan, frequency, month) else { continue };
        if day <= due.closes {
            found.next = Some(due);
            break;
        }
        found.last = Some(due);
    }
    found
}

fn due(plan: &PlanIndex, frequency: Frequency, month: Month) -> Option<Due> {
    let rounds = &plan.cycle.rounds;
    let round = rounds.iter().find(|round| round.months == frequency.months()).or(rounds.first())?;
    if !u32::from(month.number()).is_multiple_of(frequency.months()) {
        return None;
    }
    let next = month.plus(1);
    Some(Due {
        from: month.plus(1 - frequency.months() as i32).max(plan.cycle.first_month),
        to: month,
        opens: next.day(round.window.opens)?,
        closes: plan.cycle.end_of_window(next.day(round.window.closes)?),
    })
}
