//! What is on the review's desk, as text that a tab keeps: it comes back after a reload and after a detour.
//!
//! Lines of receipts that were opened as links, lines of receipts that were dealt with, an empty line, and then what was
//! pasted, as it is.

use super::Received;
use super::paste::Pasted;
use crate::gate;
use crate::ledger::BatchId;
use crate::link::Kind;
use crate::link::message::{self, Message};
use crate::plan::PlanIndex;

/// What is on the desk.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Kept {
    pub text: String,
    /// Receipts that were opened as links.
    pub opened: Vec<Received>,
    /// Receipts that were dealt with, by their batches.
    pub handled: Vec<Vec<BatchId>>,
}

impl Kept {
    /// As a tab keeps it; empty where there is nothing to keep.
    pub fn written(&self, plan: &PlanIndex) -> String {
        if self.text.is_empty() && self.opened.is_empty() {
            return String::new();
        }
        let opened = self.opened.iter().filter_map(|one| {
            Some(
                ["opened ", &message::stamped(Kind::Receipt, plan, &one.stamp, &one.batches).ok()?, "\n"]
                    .concat(),
            )
        });
        let name = |id: &BatchId| [&id.writer.to_string(), ":", &id.sequence.to_string()].concat();
        let handled = self
            .handled
            .iter()
            .map(|ids| ["handled ", &ids.iter().map(name).collect::<Vec<_>>().join(" "), "\n"].concat());
        let head: String = opened.chain(handled).collect();
        [&head, "\n", &self.text].concat()
    }

    /// What a tab kept. What cannot be read is left out: it was pasted once and can be pasted again.
    pub fn read(text: &str, plan: &PlanIndex) -> Self {
        let mut kept = Self::default();
        let mut rest = text;
        while let Some((line, after)) = rest.split_once('\n') {
            rest = after;
            if line.is_empty() {
                kept.text = rest.to_owned();
                break;
            }
            if let Some(link) = line.strip_prefix("opened ")
                && let Some(Ok(Message::Receipt(batches, stamp))) = message::open(link, plan)
                && gate::admit(&batches).is_ok()
            {
                kept.opened.push(Received { batches, stamp, source: String::new() });
            }
            if let Some(ids) = line.strip_prefix("handled ") {
                kept.handled.push(ids.split(' ').filter_map(name).collect());
            }
        }
        kept
    }

    /// What was pasted is being dealt with: the receipts lie here like opened ones, and the field is free. Where something
    /// could not be read, the text stays, for whoever has to mend it.
    pub fn clear_text(&mut self, pasted: &Pasted) {
        if pasted.faults.is_empty() {
            self.text.clear();
            pasted.received.iter().for_each(|one| self.open(one.clone()));
        }
    }

    /// Puts down a receipt that was opened, unless it lies there already: a reload opens its link again.
    pub fn open(&mut self, received: Received) {
        if self.opened.iter().all(|one| (&one.batches, &one.stamp) != (&received.batches, &received.stamp)) {
            self.opened.push(received);
        }
    }
}

fn name(text: &str) -> Option<BatchId> {
    let (writer, sequence) = text.split_once(':')?;
    Some(BatchId { writer: writer.parse().ok()?, sequence: sequence.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::august::{plan, report};
    use crate::link::edition::Edition;
    use crate::link::stamp::Stamp;

    /// walk a23: what was pasted and opened, and what was dealt with, come back after a reload.
    #[test]
    fn what_lies_on_the_desk_comes_back() {
        let plan = plan();
        let received = |writer| Received {
            batches: vec![report(writer, "2024-09-03", "haicheng")],
            stamp: Stamp { edition: Some(Edition::of(&plan)), unread: writer as u16 },
            source: String::new(),
        };
        let mut kept = Kept { text: "王工：\n\n回执 #pLanR1…\n".into(), ..Kept::default() };
        kept.open(received(1));
        kept.open(received(2));
        kept.open(received(1));
        assert_eq!(kept.opened.len(), 2, "a link that a reload opens again is one receipt");
        kept.handled = vec![vec![received(1).batches[0].id], vec![]];
        let again = Kept::read(&kept.written(&plan), &plan);
        assert_eq!(again, kept);
        assert_eq!(Kept::default().written(&plan), "");
        assert_eq!(Kept::read("", &plan), Kept::default());
        let plain = Kept { text: "只有文字".into(), ..Kept::default() };
        assert_eq!(Kept::read(&plain.written(&plan), &plan), plain);
    }

    /// walk16 A9: the text goes once its receipts are dealt with, and what is left of them stays through a reload.
    #[test]
    fn the_text_goes_and_its_receipts_stay() {
        let plan = plan();
        let received = |writer| Received {
            batches: vec![report(writer, "2024-09-03", "haicheng")],
            stamp: Stamp::default(),
            source: String::new(),
        };
        let pasted = Pasted { received: vec![received(1), received(2), received(1)], faults: vec![] };
        let mut kept = Kept { text: "回执".into(), opened: vec![received(1)], ..Kept::default() };
        let before = kept.clone();
        kept.clear_text(&Pasted { faults: vec!["第 2 行".into()], ..pasted.clone() });
        assert_eq!(kept, before);
        kept.clear_text(&pasted);
        assert_eq!((kept.text.as_str(), kept.opened.len()), ("", 2));
        assert_eq!(Kept::read(&kept.written(&plan), &plan), kept);
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        let plan = plan();
        let kept = Kept::read("opened pLanR1xx\nhandled a:b 1:2\nsomething\n\ntext", &plan);
        assert_eq!(kept.text, "text");
        assert!(kept.opened.is_empty());
        assert_eq!(kept.handled, [vec![BatchId { writer: 1, sequence: 2 }]]);
    }
}
