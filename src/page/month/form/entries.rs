//! From a draft to the entries of a receipt.

use super::answers::{self, left};
use super::check::{self, Finding, check};
use super::draft::{Draft, Figure, Problem, Step};
use super::sheet::{AskedFigure, Recorded, Sheet, Staged};
use super::words;
use crate::ledger::{Entry, EntryId, Said};

/// What the draft says, as entries; a submission of the period stands last.
///
/// Everything that was filled in is there, also what the ledger holds already: whoever gets the receipt may
/// not have the earlier one. Where it changes what the organisation said before, it replaces that by name.
///
/// # Errors
/// Every fault of the draft; warnings do not stand in the way.
pub fn entries(sheet: &Sheet, draft: &Draft) -> Result<Vec<Entry>, Vec<Finding>> {
    let faults: Vec<Finding> =
        check(sheet, draft).into_iter().filter(|finding| finding.what.is_fault()).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    let figures =
        sheet.figures.iter().filter_map(|asked| actual(sheet, asked, draft.figures.get(&asked.id)?));
    let steps = sheet.shown(draft).filter_map(|staged| progress(staged, draft.steps.get(&staged.id)));
    let problems = draft.problems.iter().filter_map(|one| problem(sheet, one));
    let back = words::answers::taken_back(sheet.plan_language);
    let answers = sheet.asked_problems.iter().filter_map(|asked| {
        let answer = draft.answers.get(&asked.number)?;
        Some(answers::entries(asked, answer, back))
    });
    let kept = left(sheet, draft).map(|(number, answer)| answers::entries_of_left(number, answer, back));
    let submission = Entry { replaces: None, said: Said::Submission };
    Ok(figures
        .chain(steps)
        .chain(problems)
        .chain(answers.chain(kept).flatten())
        .chain([submission])
        .collect())
}

fn actual(sheet: &Sheet, asked: &AskedFigure, figure: &Figure) -> Option<Entry> {
    let report = check::report(asked, figure).ok().flatten()?;
    Some(Entry {
        replaces: replaced(asked.recorded.as_ref(), &report),
        said: Said::Actual {
            indicator: asked.id.as_str().into(),
            district: asked.is_share.then(|| sheet.organisation.as_str().into()),
            report,
            evidence: typed(&figure.evidence),
            note: typed(&figure.note),
        },
    })
}

/// A stage that nobody touched is reported as it was: that nothing has changed.
fn progress(staged: &Staged, step: Option<&Step>) -> Option<Entry> {
    let stage = staged.stage(step)?;
    let note = step.map(|step| typed(&step.note)).unwrap_or_default();
    Some(Entry {
        replaces: replaced(staged.recorded.as_ref(), &stage),
        said: Said::Progress { subject: staged.id.as_str().into(), stage, note },
    })
}

fn problem(sheet: &Sheet, problem: &Problem) -> Option<Entry> {
    if problem.is_withdrawn {
        // Nobody types a reason for taking a problem out; the record still has to say what happened.
        let reason = words::taken_back(sheet.plan_language).to_owned();
        return problem.replaces.map(|id| Entry { replaces: Some(id), said: Said::Withdrawal { reason } });
    }
    if problem.text.trim().is_empty() {
        return None;
    }
    let subject = problem.subject.as_deref().filter(|id| sheet.subjects.iter().any(|(one, _)| one == id));
    Some(Entry {
        replaces: problem.replaces,
        said: Said::Problem {
            subject: subject.map(Into::into),
            text: typed(&problem.text),
            who: typed(&problem.who),
            until: crate::rows::day(&problem.until).ok().flatten(),
        },
    })
}

/// The entry that this one corrects: another statement of the same organisation about the same period.
fn replaced<T: PartialEq>(recorded: Option<&Recorded<T>>, said: &T) -> Option<EntryId> {
    recorded.filter(|before| before.is_own && before.said != *said).map(|before| before.id)
}

fn typed(text: &str) -> String {
    text.trim().to_owned()
}

#[cfg(test)]
mod tests;
