//! What a report means for the figure of its month: one decision that light, sum of districts, form, dispatch and
//! export share. `docs/MEANING.md` has the table.

use crate::ledger::{Found, Report, Said};
use crate::plan::{Basis, Month, Quantity, Year};
use std::collections::{BTreeMap, BTreeSet};

/// What was reported of an indicator, for the city or for one district, month by month.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// The figure of every month that has one.
    pub figures: BTreeMap<Month, Quantity>,
    /// Every month for which there is a report of any kind: whoever has answered is not overdue.
    pub answered: BTreeSet<Month>,
}

/// What one report gives its month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Figure(Quantity),
    /// What was before goes on; where nothing was before, that.
    GoesOn(Option<Quantity>),
    /// An answer without a figure: the last one stays the last one.
    Silent,
}

/// What a report means, by the basis of its indicator.
///
/// An amount that is counted from a start (a yearly flow since January, a running total since the plan began) is
/// nothing before anything happened, so *no change* and *nothing to report* have a figure without one before. Of a
/// stock, a level or an amount of unstated basis nobody knows where it stood before the first figure.
fn meaning(basis: Basis, report: &Report) -> Meaning {
    let before = match basis {
        Basis::YearlyFlow | Basis::RunningTotal => Some(Quantity::ZERO),
        Basis::Stock | Basis::Level | Basis::Unstated => None,
    };
    match report {
        Report::Value(value) => Meaning::Figure(*value),
        Report::NoChange => Meaning::GoesOn(before),
        // A level is measured anew each time: that there is nothing to report gives it no new figure.
        Report::NothingToReport if basis == Basis::Level => Meaning::Silent,
        Report::NothingToReport => Meaning::GoesOn(before),
        Report::NotYetPublished => Meaning::Silent,
    }
}

/// The figures of reports on one indicator by its basis, and the months that were answered.
pub fn series(basis: Basis, reported: &BTreeMap<Month, Found<'_>>) -> Series {
    let mut series = Series::default();
    let mut last: Option<(Year, Quantity)> = None;
    for (month, found) in reported {
        let Said::Actual { report, .. } = &found.entry.said else { continue };
        series.answered.insert(*month);
        // A yearly flow begins anew each January.
        let goes_on = last.filter(|(year, _)| basis != Basis::YearlyFlow || *year == month.year());
        let value = match meaning(basis, report) {
            Meaning::Figure(value) => Some(value),
            Meaning::GoesOn(start) => goes_on.map(|(_, value)| value).or(start),
            Meaning::Silent => None,
        };
        if let Some(value) = value {
            last = Some((month.year(), value));
            series.figures.insert(*month, value);
        }
    }
    series
}

/// The figures alone.
pub fn figures(basis: Basis, reported: &BTreeMap<Month, Found<'_>>) -> BTreeMap<Month, Quantity> {
    series(basis, reported).figures
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{batch, entry, value};
    use crate::ledger::{BatchId, Ledger};

    fn told(basis: Basis, reports: &[(&str, Report)]) -> Series {
        let one = |(sequence, (month, report)): (u32, &(&str, Report))| crate::ledger::Batch {
            month: Month::parse(month).expect("a month"),
            ..batch(
                BatchId { writer: 1, sequence },
                1_725_000_000,
                1,
                [entry(Said::Actual {
                    indicator: "x".into(),
                    district: None,
                    report: report.clone(),
                    evidence: String::new(),
                    note: String::new(),
                })],
            )
        };
        let ledger = Ledger::new((0..).zip(reports).map(one));
        let all = ledger.actuals("x");
        series(basis, &all[&None])
    }

    fn figures(basis: Basis, reports: &[(&str, Report)]) -> Vec<String> {
        let said = told(basis, reports);
        assert_eq!(said.answered.len(), reports.len(), "every report answers its month");
        said.figures.iter().map(|(month, value)| format!("{month} {value}")).collect()
    }

    /// field 5, 5b: for an amount that is counted, nothing to report means none since, and nothing before is nothing.
    #[test]
    fn nothing_to_report_is_a_figure_of_what_is_counted() {
        use Report::{NoChange, NothingToReport, Value};
        for basis in [Basis::RunningTotal, Basis::YearlyFlow] {
            assert_eq!(figures(basis, &[("2024-06", NothingToReport)]), ["2024-06 0"]);
            let months = [("2024-01", Value(value("0"))), ("2024-02", NothingToReport)];
            assert_eq!(figures(basis, &months), ["2024-01 0", "2024-02 0"]);
            let months =
                [("2024-03", Value(value("7"))), ("2024-06", NothingToReport), ("2024-09", NoChange)];
            assert_eq!(figures(basis, &months), ["2024-03 7", "2024-06 7", "2024-09 7"]);
        }
    }

    #[test]
    fn a_yearly_flow_begins_anew_and_a_running_total_goes_on() {
        let months = [("2024-12", Report::Value(value("7"))), ("2025-03", Report::NothingToReport)];
        assert_eq!(figures(Basis::YearlyFlow, &months), ["2024-12 7", "2025-03 0"]);
        assert_eq!(figures(Basis::RunningTotal, &months), ["2024-12 7", "2025-03 7"]);
    }

    #[test]
    fn of_a_stock_nobody_knows_what_was_before_the_first_figure() {
        use Report::{NoChange, NotYetPublished, NothingToReport, Value};
        for basis in [Basis::Stock, Basis::Unstated] {
            assert!(figures(basis, &[("2024-06", NothingToReport), ("2024-07", NoChange)]).is_empty());
            let months =
                [("2024-06", Value(value("9"))), ("2024-07", NothingToReport), ("2024-08", NotYetPublished)];
            assert_eq!(figures(basis, &months), ["2024-06 9", "2024-07 9"]);
        }
        let months = [("2024-06", Value(value("61.2"))), ("2024-07", NothingToReport), ("2024-08", NoChange)];
        assert_eq!(figures(Basis::Level, &months), ["2024-06 61.2", "2024-08 61.2"]);
    }
}
