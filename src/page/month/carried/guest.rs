//! Who comes from outside: a clerk who has nothing on this device but what he reported himself.

use crate::ledger::{Batch, Ledger, Said};

/// Whether a fill-in link was opened by somebody who knows no other page than the form: his ledger is empty, or holds
/// only what the organisation itself sent and what was said to that.
pub fn is_guest(own: &Ledger, organisation: &str) -> bool {
    let is_answer = |batch: &Batch| {
        batch.entries.iter().all(|entry| matches!(entry.said, Said::Return { .. } | Said::Acceptance { .. }))
    };
    let is_report = |batch: &Batch| {
        let is_reported = |said: &Said| said.is_reported() || matches!(said, Said::Withdrawal { .. });
        &*batch.organisation == organisation && batch.entries.iter().all(|entry| is_reported(&entry.said))
    };
    own.batches().all(|batch| is_report(batch) || is_answer(batch))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::BatchId;
    use crate::ledger::samples::{actual, batch, entry};

    /// walk b4: an officer keeps the pages of the app, a clerk from outside has the form alone.
    #[test]
    fn a_guest_has_nothing_but_his_own_reports_and_answers_to_them() {
        let id = |sequence| BatchId { writer: 1, sequence };
        let report = batch(id(0), 1, 8, [actual("alliances", "12"), entry(Said::Submission)]);
        let of = report.organisation.clone();
        let answer = batch(id(1), 2, 8, [entry(Said::Return { of: report.id, reason: "缺附件".into() })]);
        let answer = Batch { organisation: "the-bureau".into(), ..answer };
        let lock = batch(id(2), 3, 8, [entry(Said::Lock { accepted: vec![] })]);
        let is_guest = |batches: &[&Batch]| is_guest(&Ledger::new(batches.iter().copied().cloned()), &of);
        assert!(is_guest(&[]) && is_guest(&[&report]) && is_guest(&[&report, &answer]));
        assert!(!is_guest(&[&report, &lock]));
        assert!(!is_guest(&[&Batch { organisation: "another".into(), ..report.clone() }]));
    }
}
