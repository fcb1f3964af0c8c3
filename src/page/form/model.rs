//! The form as the page shows it: what stands on the sheet, how much of it is filled, and a sentence at each
//! field that needs one.

use super::check::{self, check};
use super::draft::Draft;
use super::sheet::{NoForm, Sheet, sheet};
use super::spot::Spot;
use super::words;
use crate::ledger::Ledger;
use crate::plan::{Day, Month, PlanIndex};
use crate::text::Language;

/// The form of one organisation and period with a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    pub sheet: Sheet,
    pub progress: Progress,
    /// In the order of the form.
    pub messages: Vec<Message>,
}

/// How far a draft is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Figures, stages and problems that were filled in.
    pub filled: usize,
    /// Figures that are due, and stages, that were not.
    pub missing: usize,
    /// Both, in a sentence.
    pub words: String,
}

/// A sentence at a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub spot: Spot,
    /// It keeps the receipt from being made; else it only asks to look again.
    pub is_fault: bool,
    pub words: String,
}

/// The form with what was typed so far.
///
/// # Errors
/// See [`NoForm`].
pub fn model(
    plan: &PlanIndex,
    ledger: &Ledger,
    organisation: &str,
    month: Month,
    draft: &Draft,
    today: Option<Day>,
    language: Language,
) -> Result<Form, NoForm> {
    let sheet = sheet(plan, ledger, organisation, month, today, language)?;
    let (progress, messages) = (progress(&sheet, draft, language), messages(&sheet, draft, language));
    Ok(Form { sheet, progress, messages })
}

/// How much of the sheet is filled, and what is still missing.
pub fn progress(sheet: &Sheet, draft: &Draft, language: Language) -> Progress {
    let is_figure_filled = |id: &str| {
        let asked = sheet.figure(id);
        let figure = draft.figures.get(id);
        asked.zip(figure).is_some_and(|(asked, figure)| matches!(check::report(asked, figure), Ok(Some(_))))
    };
    let figures = sheet.figures.iter().map(|asked| (asked.is_due, is_figure_filled(&asked.id)));
    let steps = sheet.staged().map(|staged| {
        let stage = draft.steps.get(&staged.id).and_then(|step| check::stage(staged, step));
        (staged.is_needed(), stage.is_some())
    });
    let items: Vec<(bool, bool)> = figures.chain(steps).collect();
    let problems = draft.problems.iter().filter(|one| !one.is_withdrawn && !one.text.trim().is_empty());
    let filled = items.iter().filter(|(_, is_filled)| *is_filled).count() + problems.count();
    let missing = items.iter().filter(|(is_needed, is_filled)| *is_needed && !is_filled).count();
    Progress { filled, missing, words: words::progress(language, filled, missing) }
}

/// The sentence at each field that needs one.
pub fn messages(sheet: &Sheet, draft: &Draft, language: Language) -> Vec<Message> {
    let message = |finding: check::Finding| Message {
        is_fault: finding.what.is_fault(),
        words: words::finding(language, sheet, &finding),
        spot: finding.spot,
    };
    check(sheet, draft).into_iter().map(message).collect()
}

#[cfg(test)]
mod tests;
