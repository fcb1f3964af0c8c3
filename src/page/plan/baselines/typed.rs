//! From what was typed into the table to entries, or everything that is wrong with it.

use crate::ledger::{Entry, Ledger};
use crate::page::plan::indicator::acts::{Act, Fault, Typed, written as written_one};
use crate::plan::{Basis, Month, PlanIndex};
use crate::standing::reading;
use std::collections::BTreeMap;

/// What stands in one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// The chosen basis, by its word in the plan.
    pub basis: String,
    pub value: String,
    /// Empty for the month of all.
    pub month: String,
    /// Empty for the source of all.
    pub source: String,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    Fault(Act, Fault),
    /// A figure read that way starts from nothing.
    NoBaseline,
    /// Nobody has said how the figure is read, so nobody can say where it starts.
    BasisFirst,
}

/// What is to be written down, and for which period: none where nothing was typed.
pub type Written = (Option<Month>, Vec<Entry>);

/// The entries of all lines in which something stands, in the plan's order, and their period.
///
/// # Errors
/// What is wrong, by indicator; then nothing is written.
pub fn written(
    plan: &PlanIndex,
    ledger: &Ledger,
    current: Option<Month>,
    lines: &BTreeMap<String, Cells>,
    all: &Cells,
) -> Result<Written, Vec<(String, Wrong)>> {
    let (mut entries, mut wrong, mut period) = (Vec::new(), Vec::new(), None);
    for place in plan.indicators() {
        let indicator = place.item;
        let Some(cells) = lines.get(&indicator.id) else { continue };
        let typed = Typed {
            choice: cells.basis.clone(),
            value: cells.value.clone(),
            month: either(&cells.month, &all.month),
            reason: either(&cells.source, &all.source),
            ..Typed::default()
        };
        let (decides, has_value) = (!cells.basis.is_empty(), !cells.value.trim().is_empty());
        let chosen = Basis::ALL.into_iter().find(|basis| basis.slug() == cells.basis);
        let basis = chosen.unwrap_or_else(|| reading::basis(ledger, indicator));
        if has_value && basis == Basis::Unstated {
            wrong.push((indicator.id.clone(), Wrong::BasisFirst));
            continue;
        }
        if has_value && !matches!(basis, Basis::Stock | Basis::YearlyFlow) {
            wrong.push((indicator.id.clone(), Wrong::NoBaseline));
            continue;
        }
        let acts = [(decides, Act::Basis), (has_value, Act::Baseline)];
        for (_, act) in acts.into_iter().filter(|(is_done, _)| *is_done) {
            match written_one(plan, ledger, indicator, current, act, &typed) {
                Ok((month, entry)) => {
                    period = Some(month);
                    entries.push(entry);
                }
                Err(faults) => {
                    let faults = faults.into_iter().map(|fault| Wrong::Fault(act, fault));
                    wrong.extend(faults.map(|one| (indicator.id.clone(), one)));
                }
            }
        }
    }
    if wrong.is_empty() { Ok((period, entries)) } else { Err(wrong) }
}

fn either(own: &str, all: &str) -> String {
    if own.trim().is_empty() { all.to_owned() } else { own.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::august::{month, officer, plan};
    use crate::ledger::{Batch, Said};
    use crate::page::plan::baselines::model;
    use crate::text::Language::{En, Zh};

    fn of_all() -> Cells {
        Cells { month: "2022-12".into(), source: "2022 年统计公报".into(), ..Cells::default() }
    }

    fn lines(all: &[(&str, &str, &str)]) -> BTreeMap<String, Cells> {
        let cells =
            |basis: &str, value: &str| Cells { basis: basis.into(), value: value.into(), ..Cells::default() };
        all.iter().map(|(id, basis, value)| ((*id).to_owned(), cells(basis, value))).collect()
    }

    #[test]
    fn every_missing_baseline_and_basis_is_written_at_once_and_then_none_is_missing() {
        let plan = plan();
        let empty = Ledger::default();
        let table = model(&plan, &empty, Zh);
        assert_eq!(table.lines.len(), plan.indicators().count());
        assert_eq!(table.month, "2022-12");
        let wanted = table.lines.iter().filter(|line| line.wants_baseline || line.wants_basis);
        let typed: BTreeMap<String, Cells> = wanted
            .map(|line| {
                let basis = if line.wants_basis { "stock" } else { "" };
                (line.id.clone(), Cells { basis: basis.into(), value: "12".into(), ..Cells::default() })
            })
            .collect();
        let (at, entries) =
            written(&plan, &empty, Some(month("2024-08")), &typed, &of_all()).expect("all is sound");
        assert_eq!(at, Some(month("2024-08")));
        let decided = table.lines.iter().filter(|line| line.wants_basis).count();
        assert!(decided > 0 && entries.len() == typed.len() + decided, "{}", entries.len());
        let said: Vec<Said> = entries.into_iter().map(|entry| entry.said).collect();
        let ledger = Ledger::new([Batch { month: month("2024-08"), ..officer(1, "2024-09-02", said) }]);
        let after = model(&plan, &ledger, Zh);
        assert!(after.lines.iter().all(|line| !line.wants_baseline && !line.wants_basis), "{after:?}");
        assert_eq!(after.heading, "基期和口径均已记录");
        assert_eq!(after.lines.iter().filter(|line| line.baseline.is_some()).count(), typed.len());
        assert!(model(&plan, &ledger, En).heading.is_ascii());
    }

    #[test]
    fn one_wrong_line_and_nothing_is_written() {
        let plan = plan();
        let empty = Ledger::default();
        let typed = lines(&[("carriers", "", "十二"), ("technologies-mastered", "level", "3")]);
        let wrong = written(&plan, &empty, Some(month("2024-08")), &typed, &of_all()).unwrap_err();
        assert!(wrong.contains(&("technologies-mastered".into(), Wrong::NoBaseline)), "{wrong:?}");
        let open = lines(&[("technologies-mastered", "", "3")]);
        let wrong_open = written(&plan, &empty, Some(month("2024-08")), &open, &of_all()).unwrap_err();
        assert_eq!(wrong_open, [("technologies-mastered".into(), Wrong::BasisFirst)]);
        assert!(
            wrong.contains(&("carriers".into(), Wrong::Fault(Act::Baseline, Fault::Figure))),
            "{wrong:?}"
        );
        let without = Cells { month: "2022-12".into(), ..Cells::default() };
        let typed = lines(&[("carriers", "", "12")]);
        let wrong = written(&plan, &empty, Some(month("2024-08")), &typed, &without).unwrap_err();
        assert_eq!(wrong, [("carriers".into(), Wrong::Fault(Act::Baseline, Fault::NoReason))]);
        let none = written(&plan, &empty, Some(month("2024-08")), &lines(&[("carriers", "", " ")]), &without);
        assert_eq!(none, Ok((None, vec![])));
    }
}
