//! Working days and days off by date, where the plan states them.

use super::{Cycle, Day, WorkCalendar};

/// A window end is moved by at most so many days: no run of days off is longer.
const LONGEST_REST: usize = 31;

impl WorkCalendar {
    /// Whether nobody works on a day: a day off, or a Saturday or Sunday that is no working day by date.
    pub fn is_day_off(&self, day: Day) -> bool {
        self.days_off.contains(&day) || day.is_weekend() && !self.working_days.contains(&day)
    }
}

impl Cycle {
    /// The last day of a window that would end on a day: the next working day where that is a day off and the plan says
    /// so.
    pub fn end_of_window(&self, day: Day) -> Day {
        let Some(calendar) = self.calendar.as_ref().filter(|one| one.window_ends_on_working_day) else {
            return day;
        };
        let mut end = day;
        for _ in 0..=LONGEST_REST {
            if !calendar.is_day_off(end) {
                return end;
            }
            end = end.plus(1);
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Month, PlanIndex};
    use crate::standing::{due, window};

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn plan(ends_on_working_day: bool) -> PlanIndex {
        let shipped = crate::plan::read::from_json(include_str!("../../public/plan.json")).expect("the plan");
        let mut plan = (*shipped).clone();
        let holidays = (1..=7).map(|at| day(&format!("2024-10-0{at}")));
        plan.cycle.calendar = Some(WorkCalendar {
            window_ends_on_working_day: ends_on_working_day,
            days_off: holidays.collect(),
            // A Saturday on which people work for the holiday.
            working_days: vec![day("2024-10-12")],
        });
        let json = serde_json::to_string(&plan).expect("the plan as JSON");
        crate::plan::read::from_json(&json).expect("a plan with a calendar")
    }

    /// field 12: the plan states days off and working days; a window that ends on a day off ends on the next working
    /// day, if the plan says so and only then.
    #[test]
    fn a_window_that_ends_in_a_holiday_ends_on_the_next_working_day_if_the_plan_says_so() {
        let about = Month::parse("2024-09").expect("a month");
        let ledger = crate::ledger::Ledger::default();
        let closes = |plan: &PlanIndex, month| window::window(plan, &ledger, month).expect("a window").closes;
        assert_eq!(closes(&plan(true), about), day("2024-10-08"));
        assert_eq!(closes(&plan(false), about), day("2024-10-05"));
        // 2025-01-05 is a Sunday, 2024-07-05 a Friday.
        assert_eq!(closes(&plan(true), Month::parse("2024-12").expect("a month")), day("2025-01-06"));
        assert_eq!(closes(&plan(true), Month::parse("2024-06").expect("a month")), day("2024-07-05"));
        let plan = plan(true);
        let all = due::series(&plan, &plan.cycle.rounds[0]);
        assert_eq!(all.filter(|due| due.to == about).map(|due| due.closes).last(), Some(day("2024-10-08")));
    }

    /// field 12: Saturdays and Sundays are days off unless the calendar names them as working days.
    #[test]
    fn a_weekend_is_off_unless_it_is_worked() {
        let plan = plan(true);
        let calendar = plan.cycle.calendar.as_ref().expect("the calendar");
        for (text, is_off) in [
            ("2024-10-01", true),
            ("2024-10-08", false),
            ("2024-10-12", false),
            ("2024-10-13", true),
            ("2024-10-19", true),
            ("2024-10-21", false),
        ] {
            assert_eq!(calendar.is_day_off(day(text)), is_off, "{text}");
        }
    }

    /// field 12: a calendar in which nobody ever works moves nothing.
    #[test]
    fn a_rest_without_an_end_moves_no_window() {
        let mut plan = (*plan(true)).clone();
        let first = day("2024-10-01");
        let of = |days: i64| (0..days).map(|at| first.plus(at)).collect::<Vec<Day>>();
        let calendar = plan.cycle.calendar.as_mut().expect("the calendar");
        calendar.days_off = of(31);
        assert_eq!(plan.cycle.end_of_window(first), day("2024-11-01"));
        assert_eq!(plan.cycle.end_of_window(day("2024-10-02")), day("2024-11-01"));
        plan.cycle.calendar.as_mut().expect("the calendar").days_off = of(60);
        assert_eq!(plan.cycle.end_of_window(first), first);
    }
}
