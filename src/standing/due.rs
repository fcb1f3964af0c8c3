//! Which round of dispatch, bulletin or assessment is due on a day.

use crate::plan::{Day, Month, PlanIndex, Round, Year, Years};

/// One round with its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// First month that the round reports on; never before the plan's first.
    pub from: Month,
    /// Last month that the round reports on; as a reporting period the round is named by it.
    pub to: Month,
    /// First day on which the report may come in.
    pub opens: Day,
    /// Last day on which the report may come in.
    pub closes: Day,
}

/// Where a day stands in the series of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The window has not opened yet.
    Coming(Due),
    /// The window is open; the number of days left, this one not counted.
    Open(Due, i64),
    /// The last round of the plan is past.
    Past(Due),
}

impl Due {
    /// The round that ends with the month, if one of this kind does.
    fn ending(plan: &PlanIndex, round: &Round, first: Month, month: Month) -> Option<Self> {
        let ends = round.months > 0 && u32::from(month.number()) % round.months == 0;
        let from = month.plus(1 - round.months as i32).max(first);
        let next = month.plus(1);
        ends.then_some(())?;
        Some(Self {
            from,
            to: month,
            opens: next.day(round.window.opens)?,
            closes: plan.cycle.end_of_window(next.day(round.window.closes)?),
        })
    }
}

/// Every round of a kind from the plan's first month to its last, in order of time.
pub fn series<'a>(plan: &'a PlanIndex, round: &'a Round) -> impl Iterator<Item = Due> + 'a {
    let (first, last) = span(plan);
    (0..=last.since(first)).filter_map(move |months| Due::ending(plan, round, first, first.plus(months)))
}

/// The round of a kind that matters on a day, `moved` giving the window that was set instead of the plan's; none if the plan has no such round at all.
pub fn stage(plan: &PlanIndex, round: &Round, today: Day, moved: impl Fn(Due) -> Due) -> Option<Stage> {
    let mut last = None;
    for due in series(plan, round).map(moved) {
        if today < due.opens {
            return Some(Stage::Coming(due));
        }
        if today <= due.closes {
            return Some(Stage::Open(due, due.closes.since(today)));
        }
        last = Some(due);
    }
    last.map(Stage::Past)
}

/// First and last month that can be reported on.
fn span(plan: &PlanIndex) -> (Month, Month) {
    let Years { to: Year(to), .. } = plan.period;
    let first = plan.cycle.first_month;
    (first, Month::new(Year(to), 12).unwrap_or(first))
}
