//! What an organisation has sent for a period, as a draft: what a correction begins with, so that it carries what it
//! does not change.

use super::answers::open_answers;
use super::draft::Draft;
use crate::ledger::{Batch, EntryId, Ledger};
use crate::plan::Month;
use std::collections::BTreeSet;

/// Of everything that the organisation sent for the period, returned or not, the latest of each item; none if it sent
/// nothing. A problem that it took back or worded anew stands there once or not at all.
pub fn sent(ledger: &Ledger, organisation: &str, month: Month) -> Option<Draft> {
    let is_own = |batch: &&Batch| {
        &*batch.organisation == organisation && batch.entries.iter().any(|entry| entry.said.is_reported())
    };
    let mut batches: Vec<&Batch> = ledger.of_month(month).filter(is_own).collect();
    batches.sort_by_key(|batch| (batch.written, batch.id));
    batches.last()?;
    let replaced: BTreeSet<EntryId> =
        batches.iter().flat_map(|batch| batch.entries.iter().filter_map(|entry| entry.replaces)).collect();
    let mut all = Draft::default();
    for batch in batches {
        let one = Draft::from_batch(batch);
        all.person = one.person;
        all.figures.extend(one.figures);
        all.steps.extend(one.steps);
        // In a receipt that can still be changed.
        all.answers.extend(open_answers(ledger, batch));
        for mut problem in one.problems {
            if problem.replaces.is_none_or(|id| !replaced.contains(&id)) {
                problem.number = all.next_number();
                all.problems.push(problem);
            }
        }
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, entry};
    use crate::ledger::{BatchId, Entry, Said};
    use crate::page::month::form::samples::{month, told};

    fn problem(text: &str) -> Said {
        Said::Problem { subject: None, text: text.into(), who: String::new(), until: None }
    }

    fn texts(draft: &Draft) -> Vec<&str> {
        draft.problems.iter().map(|one| one.text.as_str()).collect()
    }

    /// walk a1, a2: a return, and a correction of one field, begin with all that had been sent.
    #[test]
    fn a_correction_begins_with_everything_that_was_sent() {
        let first = told(
            1,
            "2024-08",
            [
                actual("gazelles", "47"),
                actual("alliances", "130"),
                entry(problem("缺场地")),
                entry(Said::Submission),
            ],
        );
        let id = first.id;
        let back = Batch {
            organisation: "science-bureau".into(),
            ..told(9, "2024-08", [entry(Said::Return { of: id, reason: "瞪羚数有误".into() })])
        };
        let ledger = Ledger::new([first.clone(), back.clone()]);
        let draft = sent(&ledger, &first.organisation, month("2024-08")).expect("something was sent");
        assert_eq!(
            (draft.figures["gazelles"].text.as_str(), draft.figures["alliances"].text.as_str()),
            ("47", "130")
        );
        assert_eq!(texts(&draft), ["缺场地"]);
        // A second receipt of one item: the other comes from the first.
        let mut second = told(2, "2024-08", [actual("gazelles", "48"), entry(Said::Submission)]);
        second.id = BatchId { writer: 5, sequence: 0 };
        let ledger = Ledger::new([first.clone(), back, second.clone()]);
        let draft = sent(&ledger, &first.organisation, month("2024-08")).expect("something was sent");
        assert_eq!(
            (draft.figures["gazelles"].text.as_str(), draft.figures["alliances"].text.as_str()),
            ("48", "130")
        );
        assert_eq!(sent(&ledger, "tax-bureau", month("2024-08")), None);
        assert_eq!(sent(&ledger, &first.organisation, month("2024-09")), None);
    }

    #[test]
    fn a_problem_worded_anew_or_taken_back_is_there_once_or_not_at_all() {
        let first = told(1, "2024-08", [entry(problem("缺场地")), entry(problem("缺人"))]);
        let of = |index| Some(EntryId { batch: first.id, index });
        let anew = Entry { replaces: of(0), said: problem("缺场地两处") };
        let gone = Entry { replaces: of(1), said: Said::Withdrawal { reason: "已解决".into() } };
        let mut second = told(2, "2024-08", [anew, gone]);
        second.id = BatchId { writer: 5, sequence: 0 };
        let ledger = Ledger::new([first.clone(), second]);
        let draft = sent(&ledger, &first.organisation, month("2024-08")).expect("something was sent");
        assert_eq!(texts(&draft), ["缺场地两处"]);
    }
}
