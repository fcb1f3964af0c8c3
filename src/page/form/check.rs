//! What is wrong with a draft, and what only looks so. A fault keeps the receipt from being made; a warning
//! does not.

use super::draft::{Choice, Draft, Figure, Problem, Step};
use super::figure::{self, Unreadable};
use super::private::{Private, private};
use super::sheet::{Asked, Sheet, Staged};
use super::spot::{Part, Spot};
use crate::ledger::codec::{MOST_ID_LETTERS, MOST_LETTERS};
use crate::ledger::{Report, Stage};
use crate::plan::{Basis, Day, Month, Quantity};

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
    /// The indicator counts something.
    Negative,
    /// A ratio in per cent.
    OverHundred,
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
    /// A direction cannot be done.
    DirectionDone,
}

/// What should be looked at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A total fell.
    Falls {
        basis: Basis,
        of: Month,
        last: Quantity,
        by: Quantity,
    },
    /// At least ten times the figure before.
    Tenfold {
        of: Month,
        last: Quantity,
    },
    /// At most a tenth of the figure before.
    Tenth {
        of: Month,
        last: Quantity,
    },
    /// 万 for 亿: about ten thousand times the figure before, or the target.
    TenThousandfold {
        held_against: Quantity,
    },
    /// More than half of a stock came or went.
    StockMoved {
        of: Month,
        last: Quantity,
    },
    /// What was done before is so no more.
    FellBack,
    LooksPrivate(Private),
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
    for staged in sheet.staged() {
        if let Some(step) = draft.steps.get(&staged.id) {
            found.step(staged, step);
        }
    }
    for problem in draft.problems.iter().filter(|problem| !problem.is_withdrawn) {
        found.problem(problem);
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

    fn figure(&mut self, sheet: &Sheet, asked: &Asked, figure: &Figure) {
        let spot = Spot::Figure(asked.id.clone());
        let report = match report(asked, figure) {
            Ok(report) => report,
            Err(Unreadable::NotANumber) => return self.fault(spot, Fault::NotANumber),
            Err(Unreadable::TooManyDigits) => return self.fault(spot, Fault::TooManyDigits),
        };
        match &report {
            Some(Report::Value(value)) => self.value(sheet, asked, *value, spot),
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

    fn value(&mut self, sheet: &Sheet, asked: &Asked, value: Quantity, spot: Spot) {
        if value < Quantity::ZERO && asked.basis != Basis::Level {
            return self.fault(spot, Fault::Negative);
        }
        let is_per_cent = asked.units.iter().any(|unit| unit.contains(['%', '％']));
        if asked.is_ratio && is_per_cent && figure::is_times(value, 1, hundred()) && value != hundred() {
            return self.fault(spot, Fault::OverHundred);
        }
        if let Some(warning) = unlikely(sheet, asked, value) {
            self.warning(spot, warning);
        }
    }

    fn step(&mut self, staged: &Staged, step: &Step) {
        let spot = Spot::Stage(staged.id.clone());
        match (step.stage, staged.last) {
            (Some(stage), _) if !staged.stages.contains(&stage) => self.fault(spot, Fault::DirectionDone),
            (None, _) if !step.note.trim().is_empty() => self.fault(spot, Fault::NoteAlone),
            (Some(stage), Some((_, last))) if stage < last => self.warning(spot, Warning::FellBack),
            _ => {}
        }
        self.text(Spot::StageNote(staged.id.clone()), &step.note, MOST_LETTERS);
    }

    fn problem(&mut self, problem: &Problem) {
        let spot = |part| Spot::Problem(problem.number, part);
        let is_begun = !problem.is_blank() || problem.replaces.is_some();
        if is_begun && problem.text.trim().is_empty() {
            self.fault(spot(Part::Text), Fault::ProblemWithoutText);
        }
        self.text(spot(Part::Text), &problem.text, MOST_LETTERS);
        self.text(spot(Part::Who), &problem.who, MOST_LETTERS);
        if until(&problem.until).is_err() {
            self.fault(spot(Part::Until), Fault::NoSuchDate);
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
pub fn report(asked: &Asked, figure: &Figure) -> Result<Option<Report>, Unreadable> {
    Ok(match figure.choice {
        Choice::Value => figure::read(&figure.text, &asked.units)?.map(Report::Value),
        Choice::NoChange => Some(Report::NoChange),
        Choice::NothingToReport => Some(Report::NothingToReport),
        Choice::NotYetPublished => Some(Report::NotYetPublished),
    })
}

/// There is no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchDate;

/// The day until which a problem is to be settled; none where the field is empty. Read are `2024-09-30`,
/// `2024/9/30`, `2024.9.30` and `2024年9月30日`, in either width.
pub fn until(text: &str) -> Result<Option<Day>, NoSuchDate> {
    let narrow: String = text.trim().chars().take(40).map(figure::narrow).filter(|one| *one != ' ').collect();
    if narrow.is_empty() {
        return Ok(None);
    }
    let bare = narrow.strip_suffix(['日', '号']).unwrap_or(&narrow);
    let parts: Vec<&str> = bare.split(['-', '/', '.', '年', '月']).collect();
    let [year, month, day] = parts.as_slice() else { return Err(NoSuchDate) };
    let is_number = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if year.len() != 4 || !is_number(year, 4) || !is_number(month, 2) || !is_number(day, 2) {
        return Err(NoSuchDate);
    }
    Day::parse(&format!("{year}-{month:0>2}-{day:0>2}")).map(Some).ok_or(NoSuchDate)
}

/// What makes a figure look like a slip. The gravest only: one sentence is read, three are not.
fn unlikely(sheet: &Sheet, asked: &Asked, value: Quantity) -> Option<Warning> {
    let last = asked.comparable(sheet.month).filter(|last| *last > Quantity::ZERO);
    // Without a figure before, the target tells the order of magnitude.
    let held_against = last.or(asked.target).filter(|one| *one > Quantity::ZERO);
    if let Some(held_against) = held_against {
        let is_money = asked.units.iter().any(|unit| is_large(unit));
        // From a thousandfold on: the figure itself may have grown or not been half of the target yet.
        if is_money && value > Quantity::ZERO && is_wide(value, held_against, 1_000) {
            return Some(Warning::TenThousandfold { held_against });
        }
    }
    let (last, of) = (last?, asked.last?.0);
    if figure::is_times(value, 10, last) {
        return Some(Warning::Tenfold { of, last });
    }
    let accumulates = match asked.basis {
        Basis::RunningTotal | Basis::YearlyFlow => true,
        // Whether a count of the year or of all years: within a year neither falls.
        Basis::Unstated => of.year() == sheet.month.year(),
        Basis::Stock | Basis::Level => false,
    };
    if accumulates && value < last {
        return Some(Warning::Falls { basis: asked.basis, of, last, by: last.minus(value) });
    }
    if asked.basis != Basis::Level && figure::is_times(last, 10, value) {
        return Some(Warning::Tenth { of, last });
    }
    let moved = (value.millionths() - last.millionths()).abs();
    let is_moved = asked.basis == Basis::Stock && 2 * moved > last.millionths();
    is_moved.then_some(Warning::StockMoved { of, last })
}

/// Whether two figures lie at least so many times apart, whichever is the greater.
fn is_wide(one: Quantity, other: Quantity, times: i128) -> bool {
    figure::is_times(one, times, other) || figure::is_times(other, times, one)
}

/// A unit of ten thousand or a hundred million, which are mistaken for one another.
fn is_large(unit: &str) -> bool {
    unit.contains(['亿', '万'])
        || unit.contains("million")
        || unit.contains("10,000")
        || unit.contains("10 000")
}

fn hundred() -> Quantity {
    Quantity::of_digits(100, 0).unwrap_or(Quantity::ZERO)
}

/// Whether a stage is one that a person chose.
pub fn stage(staged: &Staged, step: &Step) -> Option<Stage> {
    step.stage.filter(|stage| staged.stages.contains(stage))
}

#[cfg(test)]
mod tests;
