//! The link of a returned report, made again from the ledger: it holds the report and the return of it.

use crate::ledger::{Batch, BatchId, Said};
use crate::plan::Month;
use crate::standing::AsOf;
use crate::standing::duty::{self, ReportStatus};

/// What the link of a returned report carries, and why it was returned; none while the organisation's report for the
/// period does not stand as returned.
pub fn returned(as_of: AsOf, organisation: &str, month: Month) -> Option<(Vec<Batch>, String)> {
    let AsOf { plan, ledger, today, offset, .. } = as_of;
    let report = duty::report(plan, ledger, organisation, month, today, offset);
    let ReportStatus::Returned { batch, by } = report else { return None };
    let back = ledger.batch(by)?;
    let reason = back.entries.iter().find_map(|entry| match &entry.said {
        Said::Return { of, reason } if *of == batch => Some(reason.clone()),
        _ => None,
    });
    // Everything that went back with it: a report may have come in several batches.
    let of: Vec<BatchId> = back
        .entries
        .iter()
        .filter_map(|entry| match &entry.said {
            Said::Return { of, .. } => Some(*of),
            _ => None,
        })
        .collect();
    let is_its = |one: &&Batch| &*one.organisation == organisation && one.month == month;
    let mut sent: Vec<Batch> = of.iter().filter_map(|id| ledger.batch(*id)).filter(is_its).cloned().collect();
    sent.sort_by_key(|batch| (batch.written, batch.id));
    // Of the return only what speaks of this organisation's report.
    let mine: Vec<BatchId> = sent.iter().map(|batch| batch.id).collect();
    let mut back = back.clone();
    back.entries.retain(|entry| matches!(&entry.said, Said::Return { of, .. } if mine.contains(of)));
    sent.push(back);
    Some((sent, reason.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Ledger;
    use crate::ledger::samples::august::{batch, day, figure, month, officer, plan, report};
    use crate::text::Language::Zh;

    /// walk a24: the return link can be made again from the ledger alone, after a reload as well.
    #[test]
    fn the_link_of_a_returned_report_is_made_again_from_the_ledger() {
        let plan = plan();
        let first = batch(1, "2024-09-03", "haicheng", [figure("alliances", Some("haicheng"), "3")]);
        let sent = report(2, "2024-09-04", "haicheng");
        let other = report(3, "2024-09-04", "taian");
        let back = |of| Said::Return { of, reason: "缺附件".into() };
        let returns = officer(9, "2024-09-05", [back(first.id), back(sent.id), back(other.id)]);
        let ledger = Ledger::new([first.clone(), sent.clone(), other, returns.clone()]);
        let as_of =
            AsOf { plan: &plan, ledger: &ledger, today: day("2024-09-06"), offset: 480, language: Zh };
        let (batches, reason) = returned(as_of, "haicheng", month("2024-08")).expect("it was returned");
        assert_eq!(reason, "缺附件");
        let ids: Vec<BatchId> = batches.iter().map(|batch| batch.id).collect();
        assert_eq!(ids, [first.id, sent.id, returns.id], "the report, then the return");
        assert_eq!(batches[2].entries.len(), 2, "nothing about others");
        assert_eq!(returned(as_of, "tax-bureau", month("2024-08")), None);
        // Accepted after all, there is no link.
        let mut accepted = ledger.clone();
        accepted.add(officer(10, "2024-09-07", [Said::Acceptance { of: sent.id }]));
        let as_of = AsOf { ledger: &accepted, ..as_of };
        assert_eq!(returned(as_of, "haicheng", month("2024-08")), None);
    }
}
