//! What a list (名单) comes to: the figure that it makes by its rule, beside the figure that was typed, and how its
//! number changed over a year.
//!
//! A list never takes the place of a figure. Where the two differ, both stand, with the difference.

use super::{duty, reading};
use crate::ledger::known::{Balance, balance, count};
use crate::ledger::{Ledger, ListMember};
use crate::plan::{Basis, Day, Indicator, ListFigure, Month, PlanIndex, Quantity, Year};

/// The figure that a list makes for the end of a month: of a stock whoever is in a state that counts on its last day;
/// of a yearly figure whoever came into one since January of the year; of a running total whoever did since January of
/// the plan's first year. Whoever left again came all the same, and whoever came twice counts once.
///
/// `None` where the basis is a level or is not stated, and of a list on which nobody was yet by then: that nobody wrote
/// down a name does not say that there is none.
pub fn figure(
    plan: &PlanIndex,
    members: &[ListMember],
    rule: &ListFigure,
    basis: Basis,
    month: Month,
) -> Option<usize> {
    let end = month.day(1)?.month_end();
    if !has_begun(members, end) {
        return None;
    }
    let counts = |state: &str| rule.is_counted(state);
    match basis {
        Basis::Stock => Some(count(members, end, counts)),
        Basis::YearlyFlow => Some(came(members, before(month.year())?, end, counts)),
        Basis::RunningTotal => Some(came(members, before(plan.period.from)?, end, counts)),
        Basis::Level | Basis::Unstated => None,
    }
}

/// Whether anybody was on a list by a day, also who left it again.
pub fn has_begun(members: &[ListMember], day: Day) -> bool {
    members.iter().any(|member| member.since(day).is_some())
}

/// How many came into a state that counts after one day and until another.
pub fn came(members: &[ListMember], from: Day, until: Day, counts: impl Fn(&str) -> bool) -> usize {
    let has_come = |member: &&ListMember| {
        let is_in = |day| member.state(day).is_some_and(|state| counts(state));
        let days = member.states.iter().map(|(one, _)| one.from).filter(|day| from < *day && *day <= until);
        let mut was_in = is_in(from);
        days.into_iter().any(|day| {
            let came = is_in(day) && !was_in;
            was_in = is_in(day);
            came
        })
    };
    members.iter().filter(has_come).count()
}

/// old + came − left = new over the year of a day, up to the day (能上能下).
pub fn of_year(members: &[ListMember], until: Day, counts: impl Fn(&str) -> bool) -> Option<Balance> {
    Some(balance(members, before(until.year())?, until, counts))
}

/// The last day before a year.
fn before(year: Year) -> Option<Day> {
    Month::new(year, 1)?.day(1).map(|day| day.plus(-1))
}

/// A figure of a list beside the one that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The month at whose end both hold.
    pub month: Month,
    /// The figure of the list.
    pub listed: usize,
    /// The figure that was reported for the whole city, as the pages show it; `None` where there is none.
    pub typed: Option<Quantity>,
}

impl Beside {
    /// By how much the typed figure is above that of the list; `None` without a typed one.
    pub fn difference(&self) -> Option<Quantity> {
        let listed = Quantity::of_digits(i64::try_from(self.listed).ok()?, 0)?;
        Some(self.typed?.minus(listed))
    }
}

/// The figures of a list beside the typed ones, for the months of the indicator that ended by a day, the last of them
/// first; without those for which the list makes none (see [`figure`]).
pub fn beside(
    plan: &PlanIndex,
    ledger: &Ledger,
    members: &[ListMember],
    rule: &ListFigure,
    until: Day,
    most: usize,
) -> Vec<Beside> {
    let Some(place) = plan.indicator(&rule.indicator) else { return vec![] };
    let basis = reading::basis(ledger, place.item);
    let typed = reading::figures(plan, ledger, place.item);
    let months = ended(plan, place.item, until).into_iter().rev().take(most);
    let one = |month: Month| {
        let listed = figure(plan, members, rule, basis, month)?;
        let typed = typed.iter().find(|actual| actual.month == month).map(|actual| actual.value);
        Some(Beside { month, listed, typed })
    };
    months.filter_map(one).collect()
}

/// The months for which a figure of an indicator is due and which ended by a day, within the plan's period.
fn ended(plan: &PlanIndex, indicator: &Indicator, until: Day) -> Vec<Month> {
    let of_year = |year: Year| (1..=12).filter_map(move |number| Month::new(year, number));
    let is_over = |month: &Month| month.day(1).is_some_and(|day| day.month_end() <= until);
    let months = plan.period.iter().flat_map(of_year);
    months.filter(|month| duty::is_due(indicator.frequency, *month)).filter(is_over).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::kinds::{Listing, Member};
    use crate::ledger::samples::august::{day, figure as reported, month, officer, plan};
    use crate::ledger::samples::value;
    use crate::ledger::{Batch, BatchId, EntryId, Said};

    /// A member by its states: `(day, state)`; no state: off the list.
    fn says(list: &str, writer: u64, states: &[(&str, Option<&str>)]) -> Batch {
        let first = EntryId { batch: BatchId { writer, sequence: 0 }, index: 0 };
        let entries = states.iter().enumerate().map(|(at, (from, state))| {
            Said::Member(Box::new(Member {
                list: list.into(),
                who: match at {
                    0 => {
                        Listing::Named {
                            name: format!("企业 {writer}"), district: None, host: String::new()
                        }
                    }
                    _ => Listing::Known { of: first },
                },
                state: state.map(Into::into),
                from: day(from),
                document: String::new(),
                note: String::new(),
            }))
        });
        officer(writer, "2024-09-02", entries.collect::<Vec<_>>())
    }

    /// M40 2, 3: a stock counts who is there, a flow who came in the year, a running total who came since the plan began.
    #[test]
    fn stock_flow_and_running_total_of_one_list_are_three_figures() {
        let recognised = Some("recognised");
        let ledger = Ledger::new([
            says("high-tech-enterprise-list", 1, &[("2021-05-01", recognised)]),
            says("high-tech-enterprise-list", 2, &[("2022-12-31", recognised), ("2024-03-01", None)]),
            says("high-tech-enterprise-list", 3, &[("2023-09-01", recognised)]),
            says("high-tech-enterprise-list", 4, &[("2024-01-01", recognised), ("2024-06-30", None)]),
            says(
                "high-tech-enterprise-list",
                5,
                &[("2023-02-01", Some("applying")), ("2024-08-31", recognised)],
            ),
            says(
                "high-tech-enterprise-list",
                6,
                &[("2023-02-01", recognised), ("2023-12-01", None), ("2024-02-01", recognised)],
            ),
            says("high-tech-enterprise-list", 7, &[("2024-09-01", recognised)]),
        ]);
        let plan = plan();
        let members = ledger.members("high-tech-enterprise-list");
        let rule = &plan.list("high-tech-enterprise-list").expect("the list").figures[0];
        let of = |basis, text| figure(&plan, &members, rule, basis, month(text));
        for (basis, before, at) in [
            // At the end of 2023: 1, 2, 3; at the end of August 2024: 1, 3, 5, 6.
            (Basis::Stock, Some(3), Some(4)),
            // In 2023: 3 and 6; up to August 2024: 4, 5, and 6 again.
            (Basis::YearlyFlow, Some(2), Some(3)),
            // Since 2023: 3, 6; then 4 and 5 too, and 6 only once.
            (Basis::RunningTotal, Some(2), Some(4)),
            (Basis::Level, None, None),
            (Basis::Unstated, None, None),
        ] {
            assert_eq!((of(basis, "2023-12"), of(basis, "2024-08")), (before, at), "{basis:?}");
        }
        let line = of_year(&members, day("2024-08-31"), |state| rule.is_counted(state)).expect("a line");
        assert_eq!((line.old, line.came, line.left, line.new), (3, 3, 2, 4));
        assert_eq!(line.old + line.came - line.left, line.new);
    }

    /// M40 2: a typed figure beside that of the list stays, and the difference is told.
    #[test]
    fn a_typed_figure_that_differs_stands_beside_the_list_with_the_difference() {
        let plan = plan();
        let list = "high-tech-enterprise-list";
        let typed = reported("high-tech-enterprises", None, "3");
        let mut typed = officer(9, "2024-07-02", [typed]);
        typed.month = month("2024-06");
        let ledger = Ledger::new([says(list, 1, &[("2024-05-01", Some("recognised"))]), typed]);
        let rule = &plan.list(list).expect("the list").figures[0];
        let members = ledger.members(list);
        let found = beside(&plan, &ledger, &members, rule, day("2024-09-29"), 2);
        let june = Beside { month: month("2024-06"), listed: 1, typed: Some(value("3")) };
        // It is counted by quarters, and September is not over; in March nobody was on the list.
        assert_eq!(found, [june]);
        assert_eq!(june.difference(), Some(value("2")));
        let unreported = Beside { typed: None, ..june };
        assert_eq!(unreported.difference(), None);
        // What was typed is what the indicator shows.
        let place = plan.indicator("high-tech-enterprises").expect("the indicator");
        assert_eq!(
            reading::figures(&plan, &ledger, place.item).last().map(|one| one.value),
            Some(value("3"))
        );
    }

    /// An empty list makes no figure, and neither does one on which nobody was yet; one that all have left makes none of
    /// them: 0.
    #[test]
    fn a_list_on_which_nobody_ever_was_makes_no_figure() {
        let plan = plan();
        let list = "high-tech-enterprise-list";
        let rule = &plan.list(list).expect("the list").figures[0];
        let of =
            |ledger: &Ledger, basis, text| figure(&plan, &ledger.members(list), rule, basis, month(text));
        let empty = Ledger::default();
        let left = Ledger::new([says(list, 1, &[("2024-05-01", Some("recognised")), ("2024-06-01", None)])]);
        for (basis, in_may) in [(Basis::Stock, 1), (Basis::YearlyFlow, 1), (Basis::RunningTotal, 1)] {
            assert_eq!(of(&empty, basis, "2024-06"), None, "{basis:?}");
            assert_eq!(of(&left, basis, "2024-04"), None, "{basis:?}");
            assert_eq!(of(&left, basis, "2024-05"), Some(in_may), "{basis:?}");
        }
        assert_eq!(of(&left, Basis::Stock, "2024-06"), Some(0), "all of them left");
        assert_eq!(of(&left, Basis::YearlyFlow, "2025-03"), Some(0), "nobody came in that year");
        assert_eq!(beside(&plan, &empty, &empty.members(list), rule, day("2024-09-29"), 2), []);
    }

    /// Without a basis there is no figure; once it is decided, there is.
    #[test]
    fn a_list_counts_nothing_until_the_basis_is_decided() {
        let plan = plan();
        let list = "relocation-team-list";
        let team = says(list, 1, &[("2024-05-01", Some("introduced"))]);
        let mut ledger = Ledger::new([team]);
        let rule = &plan.list(list).expect("the list").figures[0];
        let of = |ledger: &Ledger| beside(&plan, ledger, &ledger.members(list), rule, day("2024-08-31"), 1);
        assert_eq!(of(&ledger), []);
        let decided = Said::BasisDecision {
            indicator: rule.indicator.as_str().into(),
            basis: Basis::YearlyFlow,
            reason: "会议".into(),
        };
        ledger.add(officer(2, "2024-09-03", [decided]));
        assert_eq!(of(&ledger), [Beside { month: month("2024-08"), listed: 1, typed: None }]);
    }
}
