//! The form as the page shows it: what stands on the sheet, how much of it is filled, and a sentence at each
//! field that needs one.

use super::check::{self, check};
use super::draft::Draft;
use super::named::named;
use super::sheet::{NoForm, Sheet, sheet};
use super::spot::Spot;
use super::words;
use crate::ledger::Ledger;
use crate::plan::{Day, Month, PlanIndex};
use crate::text::{Language, Text};

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
    /// Stages that are as they were last, and will be reported so.
    pub unchanged: usize,
    /// Figures that are due, and stages, that were not.
    pub missing: usize,
    /// How many figures and stages the period asks for.
    pub asked: usize,
    /// The three in a sentence.
    pub words: String,
}

/// What the form asks before it makes a receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// So many items that are due are not answered.
    Missing(usize),
    /// Nothing is due, and nothing is filled in.
    Nothing,
    /// Nobody touched anything, and so many stages are as they were last.
    Unchanged(usize),
}

impl Progress {
    /// The question before the receipt of an incomplete or empty form.
    pub fn asking(&self) -> Option<Asking> {
        match (self.missing, self.filled) {
            (0, 0) if self.unchanged > 0 => Some(Asking::Unchanged(self.unchanged)),
            (0, 0) => Some(Asking::Nothing),
            (0, _) => None,
            (missing, _) => Some(Asking::Missing(missing)),
        }
    }
}

/// A sentence at a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub spot: Spot,
    /// It keeps the receipt from being made; else it only asks to look again.
    pub is_fault: bool,
    /// It looks like a slip: there is nothing to it that was typed by somebody else.
    pub is_warning: bool,
    pub words: String,
    /// Of which item the sentence is, for a list of such sentences.
    pub name: Text,
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
    let items = items(sheet, draft);
    let problems = draft.problems.iter().filter(|one| !one.is_withdrawn && !one.text.trim().is_empty());
    let unchanged = items.iter().filter(|item| item.is_unchanged).count();
    let answers = draft.answers.values().filter(|answer| answer.reply.is_some());
    let problems = problems.count() + answers.count();
    let filled = items.iter().filter(|item| item.is_filled && !item.is_unchanged).count() + problems;
    let asked = items.iter().filter(|item| item.is_needed).count();
    let missing = items.iter().filter(|item| item.is_needed && !item.is_filled).count();
    Progress {
        filled,
        unchanged,
        missing,
        asked,
        words: words::progress(language, filled, unchanged, missing),
    }
}

/// What the period asks for and the draft does not answer, in the order of the form.
pub fn unanswered(sheet: &Sheet, draft: &Draft) -> Vec<Unanswered> {
    let missing = items(sheet, draft).into_iter().filter(|item| item.is_needed && !item.is_filled);
    missing.map(|item| Unanswered { spot: item.spot, name: item.name }).collect()
}

/// The next item that is due and not answered, after the one that was entered last and round again.
pub fn next_empty(sheet: &Sheet, draft: &Draft, last: Option<&Spot>) -> Option<Spot> {
    let items = items(sheet, draft);
    let at = last.and_then(|last| items.iter().position(|item| item.spot == *last)).map_or(0, |at| at + 1);
    let (before, after) = items.split_at_checked(at).unwrap_or_default();
    let mut all = after.iter().chain(before);
    all.find(|item| item.is_needed && !item.is_filled).map(|item| item.spot.clone())
}

/// Something that is asked and not answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Unanswered {
    pub spot: Spot,
    pub name: Text,
}

struct Item {
    spot: Spot,
    name: Text,
    is_needed: bool,
    is_filled: bool,
    /// It is filled with what it was last.
    is_unchanged: bool,
}

/// Every figure and stage of the form. What is wrong is not filled in: no receipt could hold it.
fn items(sheet: &Sheet, draft: &Draft) -> Vec<Item> {
    let findings = check(sheet, draft);
    let is_wrong = |spot: &Spot| findings.iter().any(|one| one.what.is_fault() && one.spot.is_beside(spot));
    let figures = sheet.figures.iter().map(|asked| {
        let figure = draft.figures.get(&asked.id);
        let is_read = figure.is_some_and(|figure| matches!(check::report(asked, figure), Ok(Some(_))));
        (Spot::Figure(asked.id.clone()), asked.name.clone(), asked.is_due, is_read, false)
    });
    let steps = sheet.shown(draft).map(|staged| {
        let stage = staged.stage(draft.steps.get(&staged.id));
        let is_unchanged = stage.is_some() && stage == staged.unchanged();
        (
            Spot::Stage(staged.id.clone()),
            staged.name.clone(),
            staged.is_needed(),
            stage.is_some(),
            is_unchanged,
        )
    });
    let item = |(spot, name, is_needed, is_read, is_unchanged)| {
        let is_filled = is_read && !is_wrong(&spot);
        Item { spot, name, is_needed, is_filled, is_unchanged: is_filled && is_unchanged }
    };
    figures.chain(steps).map(item).collect()
}

/// The sentence at each field that needs one.
pub fn messages(sheet: &Sheet, draft: &Draft, language: Language) -> Vec<Message> {
    let message = |finding: check::Finding| Message {
        is_fault: finding.what.is_fault(),
        is_warning: !finding.what.is_fault(),
        words: words::finding(language, sheet, &finding),
        name: name(sheet, &finding.spot, language),
        spot: finding.spot,
    };
    let reason = sheet.earlier.as_ref().filter(|earlier| earlier.is_returned);
    let reason = reason.and_then(|earlier| earlier.reason.as_deref()).unwrap_or_default();
    let is_shown = |spot: &Spot| match spot {
        Spot::Stage(id) => sheet.shown(draft).any(|one| one.id == *id),
        _ => true,
    };
    let marks = named(sheet, reason).into_iter().filter(is_shown).map(|spot| Message {
        is_fault: false,
        is_warning: false,
        words: words::of(language).in_reason.into(),
        name: name(sheet, &spot, language),
        spot,
    });
    check(sheet, draft).into_iter().map(message).chain(marks).collect()
}

/// How many fields look like a slip, and the one after `last`, in the order of the form and round again.
pub fn next_warning(messages: &[Message], last: Option<&Spot>) -> (usize, Option<Spot>) {
    let mut spots: Vec<&Spot> = vec![];
    for one in messages.iter().filter(|one| one.is_warning) {
        if !spots.contains(&&one.spot) {
            spots.push(&one.spot);
        }
    }
    let at = last.and_then(|last| spots.iter().position(|spot| *spot == last));
    let next = at.and_then(|at| spots.get(at + 1)).or(spots.first());
    (spots.len(), next.map(|spot| (*spot).clone()))
}

/// What a field is about.
fn name(sheet: &Sheet, spot: &Spot, language: Language) -> Text {
    let staged = |id: &str| {
        sheet.staged().chain(&sheet.let_go).find(|staged| staged.id == id).map(|staged| staged.name.clone())
    };
    let known = match spot {
        Spot::Person => None,
        Spot::Figure(id) | Spot::Evidence(id) | Spot::Note(id) => {
            sheet.figure(id).map(|asked| asked.name.clone())
        }
        Spot::Stage(id) | Spot::StageNote(id) => staged(id),
        Spot::Problem(..) => Some(Text::plain(words::of(language).problem)),
        Spot::Answer(number, _) => {
            let asked = sheet.asked_problems.iter().find(|asked| asked.number == *number);
            let not_here = || Text::guessed(words::answers::not_here(language, number), language);
            Some(asked.map_or_else(not_here, |asked| asked.text.clone()))
        }
    };
    known.unwrap_or_else(|| Text::plain(words::of(language).person))
}

#[cfg(test)]
mod tests;
