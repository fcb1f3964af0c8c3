//! Which figure of an indicator has to be there on a day.

use super::due::Due;
use super::window::Source;
use crate::plan::{Day, Frequency, Month, PlanIndex, Year};

/// The figures that fall due around a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dues {
    /// The last figure whose window has closed; `None` before the first one has.
    pub last: Option<Due>,
    /// On whose word the window of the last one has closed.
    pub source: Source,
    /// The next figure whose window has not closed; `None` after the last one.
    pub next: Option<Due>,
}

/// What was said of the periods: windows that the bureau moved, with their month, the first period of use, and the
/// latest month for which everybody has answered who has to, with a figure or without.
#[derive(Clone, Copy, Debug, Default)]
pub struct Periods<'a> {
    /// Each with its period, and the first and last day as the bureau moved them.
    pub moved: &'a [(Month, Day, Day)],
    /// The first period of use; `None` where the bureau has not said so, and then every period counts.
    pub first: Option<Month>,
    /// `None` while there is no such month.
    pub answered: Option<Month>,
    /// The latest month for which only some of the districts have a figure that add up to the city's.
    pub partly: Option<Partly>,
}

/// How many districts have a figure for a month for which the city's waits for the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partly {
    /// The month.
    pub month: Month,
    /// How many of the districts have a figure.
    pub districts: usize,
    /// How many there are.
    pub all: usize,
}

impl Periods<'_> {
    /// The due figure of a month as it stands; none before the first period of use.
    fn stands(&self, due: Due, source: Source) -> Option<(Due, Source)> {
        let moved = self.moved.iter().find(|(month, ..)| *month == due.to);
        let stands = moved.map_or((due, source), |(_, opens, closes)| {
            (Due { opens: *opens, closes: *closes, ..due }, Source::Moved)
        });
        self.first.is_none_or(|first| first <= due.to).then_some(stands)
    }
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
pub fn dues(plan: &PlanIndex, frequency: Frequency, last_year: Year, day: Day, periods: Periods) -> Dues {
    let mut found = Dues { last: None, source: Source::Stated, next: None };
    let (first, Some(last)) = (plan.cycle.first_month, Month::new(last_year, 12)) else { return found };
    for month in (0..=last.since(first)).map(|months| first.plus(months)) {
        let due = due(plan, frequency, month).and_then(|(due, source)| periods.stands(due, source));
        let Some((due, source)) = due else { continue };
        if day <= due.closes {
            found.next = Some(due);
            break;
        }
        (found.last, found.source) = (Some(due), source);
    }
    found
}

fn due(plan: &PlanIndex, frequency: Frequency, month: Month) -> Option<(Due, Source)> {
    let rounds = &plan.cycle.rounds;
    let round = rounds.iter().find(|round| round.months == frequency.months()).or(rounds.first())?;
    if !u32::from(month.number()).is_multiple_of(frequency.months()) {
        return None;
    }
    let next = month.plus(1);
    let due = Due {
        from: month.plus(1 - frequency.months() as i32).max(plan.cycle.first_month),
        to: month,
        opens: next.day(round.window.opens)?,
        closes: plan.cycle.end_of_window(next.day(round.window.closes)?),
    };
    Some((due, if round.window.stated { Source::Stated } else { Source::Assumed }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn month(text: &str) -> Month {
        Month::parse(text).expect("a month")
    }

    /// field 12, walk a21: lights wait as long as dispatch does, and for nothing before the first period of use.
    #[test]
    fn a_figure_is_due_when_its_moved_window_closes_and_never_before_the_start_of_use() {
        let plan = crate::plan::read::from_json(include_str!("../../public/plan.json")).expect("the plan");
        let at = |text: &str, periods| {
            dues(&plan, Frequency::Monthly, Year(2025), day(text), periods).last.map(|due| due.to)
        };
        let plain = Periods::default();
        assert_eq!(at("2024-10-06", plain), Some(month("2024-09")));
        let moved = [(month("2024-09"), day("2024-10-08"), day("2024-10-12"))];
        let later = Periods { moved: &moved, ..Periods::default() };
        assert_eq!(at("2024-10-06", later), Some(month("2024-08")));
        assert_eq!(at("2024-10-13", later), Some(month("2024-09")));
        let used = Periods { first: Some(month("2024-09")), ..Periods::default() };
        assert_eq!(at("2024-09-20", used), None);
        assert_eq!(at("2024-10-06", used), Some(month("2024-09")));
    }
}
