//! A problem that was closed out, though the figure that it is about is red again: the rule by which it is offered to be
//! opened again. The rule is this page's own and opens nothing by itself: that is for the officer to decide.

use super::problems::Problem;
use super::{AsOf, Light, reading};
use crate::ledger::Slot;
use crate::plan::Month;
use std::collections::BTreeMap;

/// In so many locked periods after the closing, one after the other and the latest among them, the figure has to be red.
pub const LOCKS: usize = 2;

/// The light of the indicator that a problem is about, at the end of the day on which it was closed out; `None` for what is
/// open or about no indicator. It is worked out anew from what was known then, and stored nowhere.
pub fn at_closing(as_of: AsOf, problem: &Problem) -> Option<Light> {
    let closed = problem.closing?.step.batch.written;
    let indicator = as_of.plan.indicator(problem.subject?)?.item;
    let known = as_of.ledger.known_on(closed);
    let on = closed.day(as_of.offset);
    Some(reading::judged(as_of.plan, &known, indicator, on, &reading::rule(&known)).light)
}

/// The rule over many problems: the lights of an indicator are worked out once.
pub struct RedAgain<'a> {
    as_of: AsOf<'a>,
    lights: BTreeMap<&'a str, Vec<(Month, Light)>>,
}

impl<'a> RedAgain<'a> {
    /// As of a day.
    pub fn new(as_of: AsOf<'a>) -> Self {
        Self { as_of, lights: BTreeMap::new() }
    }

    /// The last locked periods that ended after a problem was closed out, earlier first, where the indicator that it is
    /// about is red in each of them; `None` while the rule asks for nothing.
    pub fn of(&mut self, problem: &Problem<'a>) -> Option<Vec<Month>> {
        let AsOf { plan, ledger, today, offset, .. } = self.as_of;
        let closed = problem.closing?.step.batch.written.day(offset);
        let indicator = plan.indicator(problem.subject?)?.item;
        let is_locked = |month: Month| {
            let lock = ledger.at(&Slot::Lock { month }).map(|lock| lock.batch.written.day(offset));
            lock.is_some_and(|on| closed < on && on <= today)
        };
        // A period that was over when it was closed out was known by then.
        let is_later = |month: Month| month >= closed.month() && is_locked(month);
        let lights = self.lights.entry(&indicator.id);
        let lights =
            lights.or_insert_with(|| reading::lights(plan, ledger, indicator, today, &reading::rule(ledger)));
        let later: Vec<(Month, Light)> =
            lights.iter().copied().filter(|(month, _)| is_later(*month)).collect();
        let (_, last) = later.split_at_checked(later.len().checked_sub(LOCKS)?)?;
        let is_red = last.iter().all(|(_, light)| light.is_red());
        is_red.then(|| last.iter().map(|(month, _)| *month).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::kinds::ProblemStep;
    use crate::ledger::samples::august::{batch, day, figure, month, officer, plan};
    use crate::ledger::{Batch, BatchId, EntryId, Ledger, Said};
    use crate::standing::problems::problems_on;
    use crate::text::Language::Zh;

    const PERIODS: [&str; 4] = ["2024-08", "2024-09", "2024-10", "2024-11"];
    const OF_THE_LAST_YEAR: [&str; 4] = ["2025-09", "2025-10", "2025-11", "2025-12"];

    /// A problem that was closed out on 10 September, with the figures of each period, locked or not.
    fn ledger(figures: [(&str, bool); 4], periods: [&str; 4]) -> Ledger {
        let of = EntryId { batch: BatchId { writer: 1, sequence: 0 }, index: 0 };
        let subject = Some("alliances".into());
        let said = Said::Problem { subject, text: "缺地".into(), who: String::new(), until: None };
        let closed =
            Said::ProblemStep {
                of, step: ProblemStep::Closed, text: "已批".into(), document: String::new()
            };
        let mut all = vec![batch(1, "2024-09-02", "haicheng", [said]), officer(2, "2024-09-10", [closed])];
        for (((value, is_locked), period), writer) in figures.into_iter().zip(periods).zip((10..).step_by(2))
        {
            let period = month(period);
            let on = |day: u32| period.plus(1).day(day).expect("a day").to_string();
            let report = batch(writer, &on(5), "science-bureau", [figure("alliances", None, value)]);
            let lock = officer(writer + 1, &on(20), [Said::Lock { accepted: vec![report.id] }]);
            all.push(Batch { month: period, ..report });
            all.extend(is_locked.then_some(Batch { month: period, ..lock }));
        }
        Ledger::new(all)
    }

    fn asked(figures: [(&str, bool); 4], periods: [&str; 4], today: &str) -> Option<Vec<String>> {
        let (plan, ledger) = (plan(), ledger(figures, periods));
        let as_of = AsOf { plan: &plan, ledger: &ledger, today: day(today), offset: 480, language: Zh };
        let all = problems_on(as_of);
        RedAgain::new(as_of).of(&all[0]).map(|months| months.iter().map(Month::to_string).collect())
    }

    /// Criterion 4: red at two later locks, the latest ones; what was locked before the closing, or not yet, does not count.
    #[test]
    fn two_later_locks_with_a_red_figure_ask_to_open_it_again() {
        let (red, good) = ("1", "999999");
        let both = Some(vec!["2024-10".to_owned(), "2024-11".to_owned()]);
        type Case<'a> = ([(&'a str, bool); 4], &'a str, Option<Vec<String>>);
        let cases: [Case; 7] = [
            ([(red, true), (good, true), (red, true), (red, true)], "2025-01-01", both.clone()),
            ([(good, true), (red, true), (red, true), (red, true)], "2025-01-01", both),
            // Not before the second lock.
            ([(good, true), (good, true), (red, true), (red, true)], "2024-12-19", None),
            ([(good, true), (good, true), (red, true), (red, false)], "2025-01-01", None),
            // Good again by the latest.
            ([(good, true), (red, true), (red, true), (good, true)], "2025-01-01", None),
            ([(good, true), (red, true), (good, true), (red, true)], "2025-01-01", None),
            // The period before the closing is not a later one.
            ([(red, true), (red, true), (red, false), (red, false)], "2025-01-01", None),
        ];
        for (figures, today, expected) in cases {
            assert_eq!(asked(figures, PERIODS, today), expected, "{figures:?} {today}");
        }
    }

    /// A target that was missed at the year's end is red to whoever asks since when something is red.
    #[test]
    fn a_missed_target_is_red_too() {
        let figures = [("999999", true), ("999999", true), ("1", true), ("1", true)];
        let (plan, all) = (plan(), ledger(figures, OF_THE_LAST_YEAR));
        let indicator = plan.indicator("alliances").expect("it").item;
        let lights = reading::lights(&plan, &all, indicator, day("2026-02-01"), &reading::rule(&all));
        assert!(lights.contains(&(month("2025-12"), Light::Missed)), "{lights:?}");
        let both = Some(vec!["2025-11".to_owned(), "2025-12".to_owned()]);
        assert_eq!(asked(figures, OF_THE_LAST_YEAR, "2026-02-01"), both);
    }

    #[test]
    fn the_light_at_the_closing_is_worked_out() {
        let plan = plan();
        for (value, light) in [("1", Light::Red), ("999999", Light::Met)] {
            let ledger = ledger([(value, true), ("1", false), ("1", false), ("1", false)], PERIODS);
            let as_of =
                AsOf { plan: &plan, ledger: &ledger, today: day("2024-09-30"), offset: 480, language: Zh };
            let all = problems_on(as_of);
            let judged = at_closing(as_of, &all[0]).expect("a light");
            assert_eq!(judged, light, "{value}");
        }
    }
}
