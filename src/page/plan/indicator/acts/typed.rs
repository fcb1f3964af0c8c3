//! From what was typed to an entry, or everything that is wrong with it.

use super::Act;
use super::offer::{chosen, open_figures, worded};
use crate::ledger::{Claim, Entry, Ledger, Report, Said};
use crate::plan::{Basis, Indicator, Month, PlanIndex, Quantity, Year};
use crate::rows::figure;
use crate::standing::Light;
use crate::text::one_line;

/// Most letters of a reason, source or document.
pub const MOST_LETTERS: usize = 500;

/// What stands in a form.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Typed {
    /// The chosen basis, year, light or entry.
    pub choice: String,
    pub value: String,
    /// For a baseline: the month at whose end it stood.
    pub month: String,
    /// Reason; for a baseline its source.
    pub reason: String,
    /// The document of a decision; for a correction the evidence.
    pub document: String,
    pub is_sure: bool,
}

/// A field of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Choice,
    Value,
    Month,
    Reason,
    Document,
    Sure,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is chosen, or what is not offered any more.
    NotChosen,
    /// No figure, or not one that can be recorded.
    Figure,
    /// No month as 2022-12.
    Month,
    /// A baseline from after the plan's period says nothing of the way there.
    TooLate {
        last: Month,
    },
    /// A reason is required.
    NoReason,
    /// A document is required.
    NoDocument,
    TooLong {
        field: Field,
        letters: usize,
    },
    /// The correction says what stands there already.
    Unchanged,
    /// Striking out cannot be undone and has to be confirmed.
    NotSure,
    /// The plan has no period on which anybody could report.
    NoPeriod,
}

/// What is to be written, and the period of the batch: a correction or withdrawal speaks of the period of what it
/// names, everything else of the current one.
///
/// # Errors
/// Every fault of what was typed, in the order of the form.
pub fn written(
    plan: &PlanIndex,
    ledger: &Ledger,
    indicator: &Indicator,
    current: Option<Month>,
    act: Act,
    typed: &Typed,
) -> Result<(Month, Entry), Vec<Fault>> {
    let reading = Reading { plan, ledger, indicator, typed };
    let now = |said: Said| match current {
        Some(month) => Ok((month, Entry { replaces: None, said })),
        None => Err(vec![Fault::NoPeriod]),
    };
    match act {
        Act::Baseline => now(reading.baseline()?),
        Act::Basis => now(reading.basis()?),
        Act::YearTarget => now(reading.year_target()?),
        Act::Light => now(reading.light()?),
        Act::Correction => reading.correction(),
        Act::Withdrawal => reading.withdrawal(),
        Act::Redaction => now(reading.redaction()?),
    }
}

struct Reading<'a> {
    plan: &'a PlanIndex,
    ledger: &'a Ledger,
    indicator: &'a Indicator,
    typed: &'a Typed,
}

impl Reading<'_> {
    fn id(&self) -> crate::ledger::Id {
        self.indicator.id.as_str().into()
    }

    fn baseline(&self) -> Result<Said, Vec<Fault>> {
        let (month, value, source) = (self.month(), self.value(), self.reason());
        match (month, value, source) {
            (Ok(at), Ok(value), Ok(source)) => Ok(Said::Baseline { indicator: self.id(), at, value, source }),
            (month, value, source) => Err(faults([month.err(), value.err(), source.err()])),
        }
    }

    fn basis(&self) -> Result<Said, Vec<Fault>> {
        let stated = Basis::ALL.into_iter().filter(|basis| *basis != Basis::Unstated);
        let basis = stated.into_iter().find(|basis| basis.slug() == self.typed.choice);
        let basis = basis.filter(|_| self.indicator.basis == Basis::Unstated).ok_or(Fault::NotChosen);
        match (basis, self.reason()) {
            (Ok(basis), Ok(reason)) => Ok(Said::BasisDecision { indicator: self.id(), basis, reason }),
            (basis, reason) => Err(faults([basis.err(), reason.err(), None])),
        }
    }

    fn year_target(&self) -> Result<Said, Vec<Fault>> {
        let open = |year: &Year| self.indicator.target(*year).is_none();
        let mut years = self.plan.period.iter().filter(open);
        let year = years.find(|year| year.to_string() == self.typed.choice).ok_or(Fault::NotChosen);
        match (year, self.value(), self.reason(), self.document()) {
            (Ok(year), Ok(value), Ok(reason), Ok(document)) if !document.is_empty() => {
                Ok(Said::YearTarget { indicator: self.id(), year, value, reason, document })
            }
            (year, value, reason, document) => {
                let none = document.as_ref().is_ok_and(String::is_empty).then_some(Fault::NoDocument);
                let mut found = faults([year.err(), value.err(), reason.err()]);
                found.extend(document.err().or(none));
                Err(found)
            }
        }
    }

    fn light(&self) -> Result<Said, Vec<Fault>> {
        let claims = [Claim::Red, Claim::Amber, Claim::Green, Claim::Met];
        let claim = claims.into_iter().find(|claim| Light::from(*claim).slug() == self.typed.choice);
        match (claim.ok_or(Fault::NotChosen), self.reason()) {
            (Ok(claim), Ok(reason)) => Ok(Said::Judgement { subject: self.id(), claim, reason }),
            (claim, reason) => Err(faults([claim.err(), reason.err(), None])),
        }
    }

    fn correction(&self) -> Result<(Month, Entry), Vec<Fault>> {
        let figures = open_figures(self.ledger, &self.indicator.id);
        let found = chosen(figures, &self.typed.choice).ok_or(Fault::NotChosen);
        let (value, note, evidence) = (self.value(), self.reason(), self.document());
        match (found, value, note, evidence) {
            (Ok(found), Ok(value), Ok(note), Ok(evidence)) => match &found.entry.said {
                Said::Actual { report, .. } if report.value() == Some(value) => Err(vec![Fault::Unchanged]),
                Said::Actual { indicator, district, .. } => {
                    let (indicator, district) = (indicator.clone(), district.clone());
                    let report = Report::Value(value);
                    let said = Said::Actual { indicator, district, report, evidence, note };
                    Ok((found.batch.month, Entry { replaces: Some(found.id), said }))
                }
                _ => Err(vec![Fault::NotChosen]),
            },
            (found, value, note, evidence) => {
                let mut all = faults([found.err(), value.err(), note.err()]);
                all.extend(evidence.err());
                Err(all)
            }
        }
    }

    fn withdrawal(&self) -> Result<(Month, Entry), Vec<Fault>> {
        let figures = open_figures(self.ledger, &self.indicator.id);
        match (chosen(figures, &self.typed.choice).ok_or(Fault::NotChosen), self.reason()) {
            (Ok(found), Ok(reason)) => {
                let said = Said::Withdrawal { reason };
                Ok((found.batch.month, Entry { replaces: Some(found.id), said }))
            }
            (found, reason) => Err(faults([found.err(), reason.err(), None])),
        }
    }

    fn redaction(&self) -> Result<Said, Vec<Fault>> {
        let entries = worded(self.ledger, &self.indicator.id);
        let found = chosen(entries, &self.typed.choice).ok_or(Fault::NotChosen);
        let unsure = (!self.typed.is_sure).then_some(Fault::NotSure);
        match (found, unsure) {
            (Ok(found), None) => Ok(Said::Redaction { of: found.id }),
            (found, unsure) => Err(faults([found.err(), unsure, None])),
        }
    }

    /// The figure.
    fn value(&self) -> Result<Quantity, Fault> {
        figure::read(&self.typed.value, &[]).ok().flatten().ok_or(Fault::Figure)
    }

    /// The month of a baseline; the figure of its own last December cannot start the way to it.
    fn month(&self) -> Result<Month, Fault> {
        let text: String = self.typed.month.trim().chars().take(20).map(figure::narrow).collect();
        let month = Month::parse(&text).ok_or(Fault::Month)?;
        let last = Month::new(self.plan.period.to, 11).ok_or(Fault::Month)?;
        if month <= last { Ok(month) } else { Err(Fault::TooLate { last }) }
    }

    fn reason(&self) -> Result<String, Fault> {
        let reason = clean(&self.typed.reason, Field::Reason)?;
        if reason.is_empty() { Err(Fault::NoReason) } else { Ok(reason) }
    }

    fn document(&self) -> Result<String, Fault> {
        clean(&self.typed.document, Field::Document)
    }
}

fn faults(all: [Option<Fault>; 3]) -> Vec<Fault> {
    all.into_iter().flatten().collect()
}

/// One line, no longer than it may be.
fn clean(text: &str, field: Field) -> Result<String, Fault> {
    let line = one_line(text);
    let letters = line.chars().count();
    if letters > MOST_LETTERS { Err(Fault::TooLong { field, letters }) } else { Ok(line) }
}
