//! What of the form is folded away until somebody wants it: all that may stay empty.

use super::draft::Draft;
use super::model::Message;
use super::sheet::{AskedFigure, Sheet, Staged};
use super::spot::Spot;

/// A part of the form that is one line as long as nothing stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Figures and milestones that the period does not ask for.
    Optional,
    Problems,
    Person,
    /// The form as a workbook.
    Workbook,
}

impl Fold {
    /// Whether it opens by itself: something stands in it, something is said of it, or there is nothing else to fill in.
    /// A name alone stands on the line.
    pub fn is_open(self, sheet: &Sheet, draft: &Draft, messages: &[Message]) -> bool {
        let is_said = messages.iter().any(|one| self.holds(sheet, &one.spot));
        is_said
            || match self {
                Self::Optional => {
                    let figures = sheet.optional_figures().any(|one| draft.tells_of(&one.id));
                    let steps = sheet.optional_steps().any(|one| draft.says_of(&one.id));
                    figures || steps || sheet.asks_nothing()
                }
                Self::Problems => draft.problems.iter().any(|one| !one.is_withdrawn),
                Self::Person | Self::Workbook => false,
            }
    }

    fn holds(self, sheet: &Sheet, spot: &Spot) -> bool {
        match (self, spot) {
            (Self::Optional, Spot::Figure(id) | Spot::Evidence(id) | Spot::Note(id)) => {
                sheet.optional_figures().any(|one| one.id == *id)
            }
            (Self::Optional, Spot::Stage(id) | Spot::StageNote(id)) => {
                sheet.optional_steps().any(|one| one.id == *id)
            }
            (Self::Problems, Spot::Problem(..)) | (Self::Person, Spot::Person) => true,
            _ => false,
        }
    }
}

impl Sheet {
    /// Figures that have to be filled in.
    pub fn due_figures(&self) -> impl Iterator<Item = &AskedFigure> {
        self.figures.iter().filter(|asked| asked.is_due)
    }

    /// Figures that may stay empty.
    pub fn optional_figures(&self) -> impl Iterator<Item = &AskedFigure> {
        self.figures.iter().filter(|asked| !asked.is_due)
    }

    /// Milestones that were reached before.
    pub fn optional_steps(&self) -> impl Iterator<Item = &Staged> {
        self.staged().filter(|staged| !staged.is_needed())
    }

    fn asks_nothing(&self) -> bool {
        self.due_figures().next().is_none() && self.staged().all(|staged| !staged.is_needed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::month::form::samples::{lead, ledger, month, plan, typed};
    use crate::page::month::form::{messages, sheet};
    use crate::text::Language::Zh;

    /// walk b3: what may stay empty is folded, and opens by itself where something stands in it or is wrong with it.
    #[test]
    fn a_fold_is_closed_until_something_stands_in_it_or_is_wrong_there() {
        let sheet = lead(&ledger(), "2024-08", Zh);
        let open = |draft: &Draft| {
            let messages = messages(&sheet, draft, Zh);
            [Fold::Optional, Fold::Problems, Fold::Person].map(|fold| fold.is_open(&sheet, draft, &messages))
        };
        let mut draft = Draft { person: "王工".into(), ..Draft::default() };
        assert_eq!(open(&draft), [false; 3]);
        draft.figure_mut("technology-smes").text = "1021".into();
        assert_eq!(open(&draft), [false; 3], "it is due");
        assert_eq!(open(&typed(&[("gazelles", "200")])), [true, false, false]);
        assert_eq!(open(&typed(&[("gazelles", "x")])), [true, false, false]);
        let number = draft.add_problem();
        assert_eq!(open(&draft), [false, true, false]);
        draft.remove_problem(number);
        draft.person = "13800138000".into();
        assert_eq!(open(&draft), [false, false, true]);
    }

    #[test]
    fn where_nothing_is_due_what_may_be_filled_in_lies_open() {
        let nothing_due = sheet(&plan(), &ledger(), "haicheng", month("2024-08"), None, Zh).expect("a form");
        assert!(Fold::Optional.is_open(&nothing_due, &Draft::default(), &[]));
    }

    #[test]
    fn what_is_due_comes_first() {
        let sheet = lead(&ledger(), "2024-08", Zh);
        let due: Vec<bool> = sheet.figures.iter().map(|asked| asked.is_due).collect();
        assert!(due.is_sorted_by(|one, next| one >= next) && due.contains(&true) && due.contains(&false));
    }
}
