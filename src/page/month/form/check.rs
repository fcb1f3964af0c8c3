//! What is wrong with a draft, and what only looks so. A fault keeps the receipt from being made; a warning
//! does not.

use super::answers::{Answer, AskedProblem, Reply, left, resembles};
use super::draft::{Choice, Draft, Figure, Problem, Step};
use super::figure::{self, Unreadable};
use super::private::{Private, private};
use super::sheet::{AskedFigure, Sheet, Staged};
use super::spot::{AnswerField, ProblemField, Spot};
use crate::ledger::Report;
use crate::ledger::codec::{MOST_ID_LETTERS, MOST_LETTERS};
use crate::plan::Day;
use crate::plausible;
use crate::rows::{NoSuchDate, day};

/// Something about a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub spot: Spot,
    pub what: What,
}

/// How grave it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Fault(Fault),
    Warning(Warning),
}

/// What cannot be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    NotANumber,
    TooManyDigits,
    /// A unit stands behind it that measures something else.
    OtherUnit {
        found: String,
    },
    /// *No change*, and there is nothing before it.
    NothingBefore,
    /// *No change* in the first month of a count that begins anew each year.
    BeginsAnew,
    NoSuchDate,
    TooLong {
        letters: usize,
        most: usize,
    },
    /// Another figure was recorded for the period: the note has to say why.
    CorrectionWithoutNote {
        before: Report,
    },
    /// Evidence or a note, and nothing that they are about: it would not be recorded.
    NoteAlone,
    /// A problem has a name or a day, and no words.
    ProblemWithoutText,
    /// It is asked to be closed out, and nothing proves that it is settled.
    CloseOutWithoutEvidence,
    /// Something is said of a problem, without a sentence.
    AnswerWithoutText,
    /// More time is asked for, without a day.
    NoDay,
    /// More time is asked for until a day that is no later than the one that holds.
    NotLater {
        due: Day,
    },
    /// The state of the problem does not allow it any more.
    ReplyNotNow,
    /// The sheet does not ask about the problem: an answer to it would go nowhere.
    NotAsked,
    /// A direction cannot be done.
    DirectionDone,
}

/// What should be looked at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The figure or stage looks like a slip.
    Unlikely(plausible::Kind),
    LooksPrivate(Private),
    /// It reads like an open problem that is asked about, of this text.
    Resembles(String),
}

/// Everything about a draft, in the order of the form.
pub fn check(sheet: &Sheet, draft: &Draft) -> Vec<Finding> {
    let mut found = Findings::default();
    found.text(Spot::Person, &draft.person, MOST_ID_LETTERS);
    for asked in &sheet.figures {
        if let Some(figure) = draft.figures.get(&asked.id) {
            found.figure(sheet, asked, figure);
        }
    }
    for staged in sheet.shown(draft) {
        if let Some(step) = draft.steps.get(&staged.id) {
            found.step(staged, step);
        }
    }
    for problem in draft.problems.iter().filter(|problem| !problem.is_withdrawn) {
        found.problem(sheet, problem);
    }
    for asked in &sheet.asked_problems {
        if let Some(answer) = draft.answers.get(&asked.number) {
            found.answer(asked, answer);
        }
    }
    // What an earlier receipt said of it is said again as it was.
    for (number, _) in left(sheet, draft).filter(|(_, answer)| answer.replaces.is_none()) {
        found.fault(Spot::Answer(number.to_owned(), AnswerField::Text), Fault::NotAsked);
    }
    found.0
}

impl What {
    pub fn is_fault(&self) -> bool {
        matches!(self, Self::Fault(_))
    }
}

#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn fault(&mut self, spot: Spot, fault: Fault) {
        self.0.push(Finding { spot, what: What::Fault(fault) });
    }

    fn warning(&mut self, spot: Spot, warning: Warning) {
        self.0.push(Finding { spot, what: What::Warning(warning) });
    }

    fn figure(&mut self, sheet: &Sheet, asked: &AskedFigure, figure: &Figure) {
        let spot = Spot::Figure(asked.id.clone());
        let report = match report(asked, figure) {
            Ok(report) => report,
            Err(Unreadable::NotANumber) => return self.fault(spot, Fault::NotANumber),
            Err(Unreadable::TooManyDigits) => return self.fault(spot, Fault::TooManyDigits),
            Err(Unreadable::OtherUnit(found)) => return self.fault(spot, Fault::OtherUnit { found }),
        };
        match &report {
            Some(Report::Value(value)) => {
                let unlikely = plausible::judge(&asked.known, *value);
                unlikely.into_iter().for_each(|kind| self.warning(spot.clone(), Warning::Unlikely(kind)));
            }
            None if !figure.evidence.trim().is_empty() || !figure.note.trim().is_empty() => {
                self.fault(spot, Fault::NoteAlone);
            }
            Some(Report::NoChange) if asked.last.is_none() => self.fault(spot, Fault::NothingBefore),
            Some(Report::NoChange) if asked.comparable(sheet.month).is_none() => {
                self.fault(spot, Fault::BeginsAnew);
            }
            _ => {}
        }
        if let (Some(report), Some(before)) = (&report, &asked.recorded)
            && *report != before.said
            && figure.note.trim().is_empty()
        {
            let before = before.said.clone();
            self.fault(Spot::Note(asked.id.clone()), Fault::CorrectionWithoutNote { before });
        }
        self.text(Spot::Evidence(asked.id.clone()), &figure.evidence, MOST_LETTERS);
        self.text(Spot::Note(asked.id.clone()), &figure.note, MOST_LETTERS);
    }

    fn step(&mut self, staged: &Staged, step: &Step) {
        let spot = Spot::Stage(staged.id.clone());
        match step.stage {
            Some(stage) if !staged.stages.contains(&stage) => self.fault(spot, Fault::DirectionDone),
            None if staged.unchanged().is_none() && !step.note.trim().is_empty() => {
                self.fault(spot, Fault::NoteAlone);
            }
            Some(stage) => {
                if let Some(kind) = plausible::fell_back(staged.last.map(|(_, last)| last), stage) {
                    self.warning(spot, Warning::Unlikely(kind));
                }
            }
            None => {}
        }
        self.text(Spot::StageNote(staged.id.clone()), &step.note, MOST_LETTERS);
    }

    fn problem(&mut self, sheet: &Sheet, problem: &Problem) {
        let spot = |part| Spot::Problem(problem.number, part);
        let is_begun = !problem.is_blank() || problem.replaces.is_some();
        if is_begun && problem.text.trim().is_empty() {
            self.fault(spot(ProblemField::Text), Fault::ProblemWithoutText);
        }
        let is_alike = |asked: &&AskedProblem| resembles(&asked.text.words, &problem.text);
        if problem.replaces.is_none()
            && let Some(asked) = sheet.asked_problems.iter().find(is_alike)
        {
            self.warning(spot(ProblemField::Text), Warning::Resembles(asked.text.words.clone()));
        }
        self.text(spot(ProblemField::Text), &problem.text, MOST_LETTERS);
        self.text(spot(ProblemField::Who), &problem.who, MOST_LETTERS);
        if day(&problem.until).is_err() {
            self.fault(spot(ProblemField::Until), Fault::NoSuchDate);
        }
    }

    fn answer(&mut self, asked: &AskedProblem, answer: &Answer) {
        let Some(reply) = answer.reply else { return };
        let spot = |part| Spot::Answer(asked.number.clone(), part);
        // Said in an earlier receipt, it may be said again whatever the state is by that.
        if answer.replaces.is_none() && !asked.replies.contains(&reply) {
            self.fault(spot(AnswerField::Text), Fault::ReplyNotNow);
        }
        if answer.text.trim().is_empty() {
            self.fault(spot(AnswerField::Text), Fault::AnswerWithoutText);
        }
        self.text(spot(AnswerField::Text), &answer.text, MOST_LETTERS);
        match reply {
            Reply::Answer => {}
            Reply::CloseOut => {
                if answer.evidence.trim().is_empty() {
                    self.fault(spot(AnswerField::Evidence), Fault::CloseOutWithoutEvidence);
                }
                self.text(spot(AnswerField::Evidence), &answer.evidence, MOST_LETTERS);
            }
            Reply::MoreTime => match (day(&answer.until), asked.due) {
                (Err(NoSuchDate), _) => self.fault(spot(AnswerField::Until), Fault::NoSuchDate),
                (Ok(None), _) => self.fault(spot(AnswerField::Until), Fault::NoDay),
                (Ok(Some(day)), Some(due)) if day <= due => {
                    self.fault(spot(AnswerField::Until), Fault::NotLater { due });
                }
                (Ok(Some(_)), _) => {}
            },
        }
    }

    fn text(&mut self, spot: Spot, text: &str, most: usize) {
        let letters = text.trim().chars().count();
        if letters > most {
            self.fault(spot, Fault::TooLong { letters, most });
        } else if let Some(found) = private(text) {
            self.warning(spot, Warning::LooksPrivate(found));
        }
    }
}

/// What a figure's field reports; none where it is empty.
pub fn report(asked: &AskedFigure, figure: &Figure) -> Result<Option<Report>, Unreadable> {
    Ok(match figure.choice {
        Choice::Value => figure::read(&figure.text, &asked.units)?.map(Report::Value),
        Choice::NoChange => Some(Report::NoChange),
        Choice::NothingToReport => Some(Report::NothingToReport),
        Choice::NotYetPublished => Some(Report::NotYetPublished),
    })
}

#[cfg(test)]
mod tests;
