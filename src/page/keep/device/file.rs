//! The backup file: its name, and what is in one before anything of it is taken in.

use crate::gate::{self, Door, Here, Passage};
use crate::ledger::{Batch, BatchId, Ledger};
use crate::link::editions::Editions;
use crate::plan::{Day, PlanIndex};
use crate::snapshot::{Changes, changes};
use crate::storage::{Millis, Restored};
use crate::text::Language;
use std::collections::BTreeSet;

/// A backup file that was opened and not taken in yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// When it was written, by the clock of its device.
    pub at: Millis,
    /// By which editions of the plan it was made, as far as it says so.
    pub made_by: Editions,
    /// The batches that it holds, and how many of them are not here.
    pub held: BTreeSet<BatchId>,
    pub new: usize,
    /// How many batches are here and not in the file: they stay.
    pub only_here: usize,
    /// Whether taking it in would change anything, shown or not.
    pub is_news: bool,
    /// What the pages would show otherwise, and what where what is apart is taken too.
    pub changes: Changes,
    pub changes_with_apart: Changes,
    /// What would be taken in, what is told apart, what is refused.
    pub passage: Passage,
}

/// The file as it meets one's own ledger, which is not changed by it.
pub fn opened(
    plan: &PlanIndex,
    own: &Ledger,
    here: Here,
    file: Restored<Batch>,
    language: Language,
) -> Opened {
    let Restored { at, note, batches: content } = file;
    let held: BTreeSet<BatchId> = content.iter().map(|batch| batch.id).collect();
    let passage = gate::pass(plan, own, here, Door::Backup, &content);
    let changes = |with_apart: bool| {
        let mut merged = own.clone();
        for batch in passage.batches(with_apart) {
            merged.add(batch);
        }
        changes(plan, own, &merged, None, language)
    };
    let new = held.iter().filter(|id| own.batch(**id).is_none()).count();
    Opened {
        at,
        made_by: Editions::read(&note),
        new,
        only_here: own.batches().filter(|batch| !held.contains(&batch.id)).count(),
        held,
        is_news: !passage.is_empty(),
        changes: changes(false),
        changes_with_apart: if passage.apart.is_empty() { changes(false) } else { changes(true) },
        passage,
    }
}

/// The name of a file: the plan's id, the day, and what kind of file it is. Of the id only what every file system
/// takes is kept.
pub fn file_name(plan: &str, day: Day, kind: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() || letter == '_' { letter } else { '-' };
    let id: String = plan.chars().take(60).map(plain).collect();
    format!("{id}-{day}.{kind}")
}

/// Everything as it is stored, key by key, as JSON: for whoever has to rescue what this program cannot read.
pub fn raw_file(plan: &str, values: &[(String, String)]) -> String {
    serde_json::json!({ "program": "planboard", "plan": plan, "values": values }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, batch};

    fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the shipped plan")
    }

    fn of(writer: u64, figure: &str) -> Batch {
        batch(BatchId { writer, sequence: 0 }, 1_725_000_000 + writer, 8, [actual("alliances", figure)])
    }

    fn here() -> Here {
        Here { writer: 99, now: crate::ledger::Moment(1_726_000_000) }
    }

    #[test]
    fn a_file_is_looked_at_before_anything_changes() {
        let own = Ledger::new([of(1, "11"), of(2, "12")]);
        let file = Restored { at: Millis(5), note: String::new(), batches: vec![of(1, "11"), of(3, "14")] };
        let look = opened(&plan(), &own, here(), file, Language::Zh);
        assert_eq!((look.held.len(), look.new, look.only_here, look.is_news), (2, 1, 1, true));
        let cells: Vec<_> = look.changes.rows.iter().map(|row| (&*row.old, &*row.new)).collect();
        assert_eq!(cells, [("12", "14")]);
        assert_eq!(own.batches().count(), 2);
    }

    #[test]
    fn a_file_of_what_is_here_is_no_news() {
        let own = Ledger::new([of(1, "11"), of(2, "12")]);
        let look = opened(
            &plan(),
            &own,
            here(),
            Restored { at: Millis(5), note: String::new(), batches: vec![of(2, "12")] },
            Language::En,
        );
        assert_eq!((look.new, look.only_here, look.is_news), (0, 1, false));
        assert!(look.changes.rows.is_empty());
    }

    #[test]
    fn a_name_holds_nothing_that_a_file_system_minds() {
        let day = Day::parse("2024-09-10").expect("a day");
        assert_eq!(file_name("anshan-2023", day, "planboard"), "anshan-2023-2024-09-10.planboard");
        assert_eq!(file_name("../a:方", day, "json"), "---a---2024-09-10.json");
        assert!(file_name(&"x".repeat(5000), day, "json").len() < 80);
    }

    #[test]
    fn the_raw_file_gives_every_value_back() {
        let values = vec![("planboard:ledger:p:%2F:1".to_owned(), "\"\u{4e00}\n\u{0}".to_owned())];
        let read: serde_json::Value = serde_json::from_str(&raw_file("p", &values)).expect("JSON");
        assert_eq!(read["values"], serde_json::json!(values));
    }
}
