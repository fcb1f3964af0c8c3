//! Receipts in a pasted text, and a sentence for everything else of ours that stands there.

use super::{Received, words};
use crate::gate;
use crate::ledger::Batch;
use crate::link::Fault;
use crate::link::envelope::plan_digest;
use crate::link::extract::{self, Content, Findings};
use crate::link::message::{self, Message};
use crate::plan::PlanIndex;
use crate::text::Language;

/// Most entries that are reviewed at once: the months of all organisations, several times over.
const MOST_AT_ONCE: usize = 10_000;

/// What a pasted text holds.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Pasted {
    pub received: Vec<Received>,
    /// What is no receipt, or cannot be read, each with what to do.
    pub faults: Vec<String>,
}

/// Finds every receipt, whatever stands around it.
pub fn paste(plan: &PlanIndex, text: &str, language: Language) -> Pasted {
    let mut pasted = Pasted::default();
    if text.trim().is_empty() {
        return pasted;
    }
    match extract::find(text, plan_digest(&plan.id)) {
        Ok(findings) => pasted.sort(plan, findings, language),
        Err(fault) => pasted.faults.push(fault.sentence(language)),
    }
    if pasted.received.is_empty() && pasted.faults.is_empty() {
        pasted.faults.push(words::of(language).nothing_found.to_owned());
    }
    pasted
}

impl Pasted {
    fn sort(&mut self, plan: &PlanIndex, mut findings: Findings, language: Language) {
        for one in findings.found {
            // Parts are read as the wholes that they make.
            if matches!(one.content, Ok(Content::Part(_))) {
                continue;
            }
            let carried = one.content.and_then(|content| message::read(content, plan));
            self.take(
                carried,
                one.excerpt,
                |fault| words::fault_on_line(language, one.line, fault),
                language,
            );
        }
        for set in findings.sets {
            let missing = set.missing();
            if !missing.is_empty() {
                self.faults.push(set.sentence(language));
                continue;
            }
            let opened = match set.join().map(|frame| findings.room.open(&frame, plan_digest(&plan.id))) {
                Ok(Some(opened)) => opened,
                Ok(None) => {
                    findings.is_full = true;
                    break;
                }
                Err(fault) => Err(fault),
            };
            let carried = opened.and_then(|envelope| message::unfold(envelope, plan));
            self.take(carried, words::parts(language, set.count()), str::to_owned, language);
        }
        if findings.is_full {
            self.faults.push(words::full(language));
        }
    }

    fn take(
        &mut self,
        carried: Result<Message, Fault>,
        source: String,
        fault: impl Fn(&str) -> String,
        language: Language,
    ) {
        let words = words::of(language);
        let no_receipt = match carried {
            Ok(Message::Receipt(batches, stamp)) if has_entries(&batches) => match gate::admit(&batches) {
                Ok(()) => {
                    let held: usize = self.received.iter().map(Received::entries).sum();
                    if held + batches.iter().map(|batch| batch.entries.len()).sum::<usize>() <= MOST_AT_ONCE {
                        self.received.push(Received { batches, stamp, source });
                        return;
                    }
                    words::full_of_entries(language, MOST_AT_ONCE)
                }
                Err(too_much) => gate::words::too_much(language, too_much),
            },
            Ok(Message::Receipt(..)) => words.is_empty.to_owned(),
            Ok(Message::FillIn(..)) => words.is_fill_in.to_owned(),
            Ok(Message::Returned(..)) => words.is_returned.to_owned(),
            Ok(Message::Snapshot(..)) => words.is_snapshot.to_owned(),
            Ok(Message::Protected(_)) => words.is_protected.to_owned(),
            Ok(Message::Part(_)) => words.is_part.to_owned(),
            Err(fault) => fault.sentence(language),
        };
        self.faults.push(fault(&no_receipt));
    }
}

fn has_entries(batches: &[Batch]) -> bool {
    batches.iter().any(|batch| !batch.entries.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::august::{batch, figure, plan, report};
    use crate::link::Kind;
    use crate::text::Language::{En, Zh};

    fn link(plan: &PlanIndex, kind: Kind, batches: &[Batch]) -> String {
        ["https://example.org/#", &message::seal(kind, plan, batches).expect("short")].concat()
    }

    #[test]
    fn many_receipts_are_found_between_chat_text_and_everything_else_is_named() {
        let plan = plan();
        let one = batch(1, "2024-09-02", "haicheng", [figure("alliances", Some("haicheng"), "3")]);
        let two = report(2, "2024-09-02", "taian");
        let asks = Batch { entries: vec![], ..report(3, "2024-09-01", "taian") };
        let first = link(&plan, Kind::Receipt, std::slice::from_ref(&one));
        let cut = &first[..first.len() - 9];
        let text = [
            "王工：回执来了",
            &first,
            "“",
            &link(&plan, Kind::Receipt, std::slice::from_ref(&two)),
            "”，请查收。",
            &link(&plan, Kind::FillIn, &[asks]),
            &first,
            cut,
        ]
        .join("\n");
        let pasted = paste(&plan, &text, Zh);
        let batches: Vec<&[Batch]> = pasted.received.iter().map(|one| &one.batches[..]).collect();
        assert_eq!(batches, [std::slice::from_ref(&one), &[two], std::slice::from_ref(&one)]);
        assert_eq!(pasted.faults.len(), 2, "{:?}", pasted.faults);
        assert!(pasted.faults[0].starts_with("第 6 行") && pasted.faults[0].contains("填报链接"));
        assert!(pasted.faults[1].starts_with("第 8 行") && pasted.faults[1].contains("不完整"));
    }

    #[test]
    fn a_receipt_in_parts_is_put_together_and_told_while_one_is_missing() {
        let plan = plan();
        let one = batch(1, "2024-09-02", "haicheng", [figure("alliances", Some("haicheng"), "3")]);
        let fragment = message::seal(Kind::Receipt, &plan, std::slice::from_ref(&one)).unwrap();
        let parts = crate::link::sequence::split(&fragment, 60).unwrap();
        assert!(parts.len() > 1);
        let whole = paste(&plan, &parts.join("\n"), Zh);
        assert_eq!((whole.received[0].batches.as_slice(), whole.faults.len()), (&[one][..], 0));
        let lacking = paste(&plan, &parts[1..].join("\n"), Zh);
        assert!(lacking.received.is_empty() && lacking.faults[0].contains("还缺第 1 段"), "{lacking:?}");
    }

    #[test]
    fn a_text_without_a_receipt_says_so() {
        let plan = plan();
        assert_eq!(paste(&plan, "  \n ", Zh), Pasted::default());
        let none = paste(&plan, "no receipt here", En);
        assert_eq!((none.received.len(), none.faults.len()), (0, 1));
    }

    #[test]
    fn wholes_in_parts_inflate_to_no_more_than_a_text_may() {
        let plan = plan();
        let parts = |fill: u8| {
            let body = vec![fill; crate::link::envelope::LARGEST_BODY];
            let whole = crate::link::Envelope { kind: Kind::Receipt, plan: plan_digest(&plan.id), body };
            crate::link::sequence::split(&whole.encode().unwrap(), 3_000).unwrap().join("\n")
        };
        let most = extract::LARGEST_IN_ALL / crate::link::envelope::LARGEST_BODY;
        let of = |count: usize| {
            let text: Vec<String> = (0..count).map(|fill| parts(fill as u8)).collect();
            paste(&plan, &text.join("\n"), En).faults
        };
        assert!(!of(most).contains(&words::full(En)));
        assert_eq!(of(most + 1).last(), Some(&words::full(En)));
        assert_eq!(of(most + 1).len(), most + 1);
    }
}
