//! A report that came back: what the bureau said about which batch.

use crate::ledger::{Batch, Id, Said};
use crate::plan::Month;

/// A return, as its link tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Returned {
    pub organisation: Id,
    pub month: Month,
    /// Who returned it, as they call themselves. Untrusted.
    pub from: String,
    pub reason: String,
    /// The report that came back.
    pub report: Batch,
}

/// The return in the batches of a link; none if they hold none.
pub fn returned(batches: &[Batch]) -> Option<Returned> {
    let verdicts =
        batches.iter().flat_map(|batch| batch.entries.iter().map(move |entry| (batch, &entry.said)));
    verdicts
        .filter_map(|(batch, said)| match said {
            Said::Return { of, reason } => {
                let report = batches.iter().find(|report| report.id == *of)?;
                Some(Returned {
                    organisation: report.organisation.clone(),
                    month: report.month,
                    from: batch.person.clone(),
                    reason: reason.clone(),
                    report: report.clone(),
                })
            }
            _ => None,
        })
        .next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::BatchId;
    use crate::ledger::samples::{actual, batch, entry};

    #[test]
    fn a_return_names_its_report_and_reason() {
        let id = BatchId { writer: 1, sequence: 0 };
        let report = batch(id, 1, 8, [actual("alliances", "12")]);
        let by = BatchId { writer: 2, sequence: 0 };
        let verdict = batch(by, 2, 8, [entry(Said::Return { of: id, reason: "缺附件".into() })]);
        let found = returned(&[report.clone(), verdict.clone()]).unwrap();
        assert_eq!((found.reason.as_str(), &found.report), ("缺附件", &report));
        assert_eq!(returned(&[verdict]), None, "the report itself is missing");
        assert_eq!(returned(&[report]), None);
    }
}
