//! What closing a problem, or opening it again, writes down.

use crate::ledger::codec::MOST_LETTERS;
use crate::ledger::{Entry, EntryId, ProblemStep, Said};

/// Closes a problem (销号): every entry that says it. None without a sentence on how it was settled.
pub fn close(ids: &[EntryId], text: &str, document: &str) -> Option<Vec<Entry>> {
    steps(ids, ProblemStep::Closed, text, document)
}

/// Opens a problem again. None without a reason.
pub fn reopen(ids: &[EntryId], reason: &str) -> Option<Vec<Entry>> {
    steps(ids, ProblemStep::Reopened, reason, "")
}

fn steps(ids: &[EntryId], step: ProblemStep, text: &str, document: &str) -> Option<Vec<Entry>> {
    let (text, document) = (short(text), short(document));
    if text.is_empty() {
        return None;
    }
    let entry = |of: &EntryId| Entry {
        replaces: None,
        said: Said::ProblemStep {
            of: *of,
            step: step.clone(),
            text: text.clone(),
            document: document.clone(),
        },
    };
    Some(ids.iter().map(entry).collect())
}

/// As many letters as the ledger takes.
fn short(typed: &str) -> String {
    typed.trim().chars().take(MOST_LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::BatchId;

    #[test]
    fn what_is_typed_is_cut_to_what_the_ledger_takes() {
        let id = EntryId { batch: BatchId { writer: 1, sequence: 0 }, index: 0 };
        let long = "字".repeat(MOST_LETTERS + 1);
        let entries = close(&[id], &long, &long).expect("a sentence");
        let words = entries[0].said.words();
        assert!(words.iter().all(|words| words.chars().count() == MOST_LETTERS), "{words:?}");
    }
}
