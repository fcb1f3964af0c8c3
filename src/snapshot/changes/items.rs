//! Items of a year's list: what two ledgers say of one is compared by what was written last, under whatever name it is
//! kept, and a snapshot keeps what every month knew.

use super::*;
use crate::ledger::kinds::{ItemChange, ItemLine};
use crate::ledger::samples::august::{day, month, officer, plan};
use crate::ledger::samples::loop_kinds::{item, line};
use crate::ledger::{Batch, Ledger};
use crate::plan::Year;
use crate::snapshot::make::{Choice, Extent, batches};

fn led_by(lead: &str) -> Said {
    let line = ItemLine { lead: vec![lead.into()], ..line("甲", None) };
    item("a.0.0", ItemChange::Listed(line))
}

fn of_month(writer: u64, about: &str, said: impl IntoIterator<Item = Said>) -> Batch {
    Batch { month: month(about), ..officer(writer, &format!("{about}-10"), said) }
}

#[test]
fn a_snapshot_says_the_same_of_items_now_and_of_every_month() {
    let carried = item("measure-1", ItemChange::CarriedOn { year: Year(2024) });
    let ended = item("measure-1", ItemChange::Ended { on: day("2024-06-10") });
    let ledger = Ledger::new([
        of_month(1, "2024-01", [led_by("taian")]),
        of_month(2, "2024-05", [led_by("haicheng"), carried]),
        of_month(3, "2024-06", [ended]),
    ]);
    let choice = Choice { extent: Extent::Shown, ..Choice::default() };
    let snapshot = Ledger::new(batches(&ledger, &choice, None));
    let plan = plan();
    assert_eq!(changes(&plan, &ledger, &snapshot, None, Language::Zh).rows, []);
    let before = Ledger::new(ledger.batches().filter(|batch| batch.id.writer < 2).cloned());
    let rows = changes(&plan, &before, &snapshot, None, Language::Zh).rows;
    assert_eq!(rows.len(), 2, "one line, and one course: {rows:?}");
    for about in ["2024-01", "2024-04", "2024-05", "2024-06"] {
        let told = |ledger: &Ledger| {
            let (listed, ended) = ledger.list_as_of(month(about));
            let leads = listed.iter().map(|one| one.line.map(|line| line.lead.clone()));
            (leads.collect::<Vec<_>>(), ended.len())
        };
        assert_eq!(told(&ledger), told(&snapshot), "{about}");
    }
}
