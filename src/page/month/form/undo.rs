//! The way back from what filled many fields at once: a pasted table, *as last month*, *nothing to report*.

use super::draft::{Draft, Figure, Step};
use std::collections::BTreeMap;

/// The fields that were filled: what stood there before, if anything did, and since.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undo {
    figures: Vec<Change<Figure>>,
    steps: Vec<Change<Step>>,
}

type Change<T> = (String, Option<T>, T);

impl Undo {
    /// From one draft to a later one of the same form.
    pub fn between(before: &Draft, after: &Draft) -> Self {
        Self {
            figures: changes(&before.figures, &after.figures),
            steps: changes(&before.steps, &after.steps),
        }
    }

    /// How many figures stood there before and were written over.
    pub fn replaced(&self) -> usize {
        self.figures.iter().filter_map(|(_, before, _)| before.as_ref()).filter(|one| one.is_filled()).count()
    }

    /// Puts back what stood there; what was changed since stays as it is.
    pub fn undo(&self, draft: &mut Draft) {
        put_back(&self.figures, &mut draft.figures);
        put_back(&self.steps, &mut draft.steps);
    }
}

fn changes<T: Clone + Default + PartialEq>(
    before: &BTreeMap<String, T>,
    after: &BTreeMap<String, T>,
) -> Vec<Change<T>> {
    let is_changed = |(id, now): &(&String, &T)| *before.get(*id).unwrap_or(&T::default()) != **now;
    let change = |(id, now): (&String, &T)| (id.clone(), before.get(id).cloned(), now.clone());
    after.iter().filter(is_changed).map(change).collect()
}

fn put_back<T: Clone + PartialEq>(changes: &[Change<T>], fields: &mut BTreeMap<String, T>) {
    for (id, before, since) in changes {
        if fields.get(id) != Some(since) {
            continue;
        }
        match before {
            Some(before) => fields.insert(id.clone(), before.clone()),
            None => fields.remove(id),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::month::form::samples::{lead, ledger, typed};
    use crate::text::Language;

    /// walk a27: a button that fills many fields tells how many, and can be undone.
    #[test]
    fn what_a_button_filled_is_counted_and_taken_back() {
        let sheet = lead(&ledger(), "2024-08", Language::Zh);
        let before = typed(&[("contract-value", "13")]);
        for fill in [Draft::fill_nothing as fn(&mut Draft, &_) -> usize, Draft::fill_as_last_month] {
            let mut draft = before.clone();
            let count = fill(&mut draft, &sheet);
            assert!(count > 0);
            let undo = Undo::between(&before, &draft);
            assert_eq!(undo.figures.len() + undo.steps.len(), count);
            // What was typed since stays.
            let mut later = draft.clone();
            later.figure_mut("technology-smes").text = "9".into();
            undo.undo(&mut later);
            assert_eq!(later.figures["technology-smes"].text, "9");
            undo.undo(&mut draft);
            let filled = |draft: &Draft| draft.figures.values().filter(|one| one.is_filled()).count();
            assert_eq!((filled(&draft), draft.figures["contract-value"].text.as_str()), (1, "13"));
            assert!(draft.steps.values().all(|step| step.stage.is_none()));
        }
    }

    /// walk a27: where there is nothing to take over, nothing is filled, and that is told.
    #[test]
    fn without_a_last_month_there_is_nothing_to_take_over() {
        let sheet = lead(&crate::ledger::Ledger::default(), "2023-08", Language::Zh);
        let mut draft = Draft::default();
        assert_eq!(draft.fill_as_last_month(&sheet), 0);
        assert!(crate::page::month::form::words::filled_as_last(Language::Zh, 0).contains("没有可照旧的"));
    }
}
