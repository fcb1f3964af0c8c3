//! From what was typed to a verdict, or everything that is wrong with it.

use crate::ledger::kinds::{CarriedTo, Outcome, Verdict};
use crate::ledger::{Entry, Said};
use crate::page::shared::names;
use crate::plan::{Day, PlanIndex, Quantity, Year};
use crate::rows::figure;
use crate::standing::AsOf;
use crate::standing::reconciliation::{Because, Class, Promise, Promised, reconciliation};
use crate::text::{Choice, one_line};

/// Most letters of a reason, a source, a piece of evidence, or a name.
pub const MOST_LETTERS: usize = 500;
/// Most letters of a day, as it is read.
const MOST_OF_A_DAY: usize = 20;

/// What stands in the form.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Typed {
    /// Identifier of what was promised.
    pub subject: String,
    pub reported: String,
    pub checked: String,
    /// Place of the outcome in [`Outcome::ALL`].
    pub outcome: String,
    pub reason: String,
    pub source: String,
    pub evidence: String,
    pub carried_year: String,
    /// Identifier of the organisation that takes it over; empty: whose it was.
    pub carried_to: String,
    pub on: String,
    pub doer: String,
    pub verifier: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Subject,
    Reported,
    Checked,
    Outcome,
    Reason,
    Source,
    Evidence,
    CarriedYear,
    CarriedTo,
    On,
    Doer,
    Verifier,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing that the year promises is chosen.
    Subject,
    /// Not a figure that can be recorded.
    Figure(Field),
    Outcome,
    /// The outcome is another one than the figures propose, or not that it was met.
    NoReason,
    /// What is met has to be proved.
    NoEvidence,
    /// Not a year to which it can be carried on.
    CarriedYear {
        first: Year,
        last: Year,
    },
    /// No organisation of the plan.
    CarriedTo,
    /// It is no day.
    Day,
    /// The year is not over on that day, and nothing proves that it was reached for good.
    BeforeYearEnd(Year),
    InFuture,
    NoDoer,
    /// Doer and verifier are one.
    SamePerson,
    TooLong {
        field: Field,
        letters: usize,
    },
}

impl Fault {
    /// The field to which it belongs.
    pub fn field(self) -> Field {
        match self {
            Self::Subject => Field::Subject,
            Self::Outcome => Field::Outcome,
            Self::NoReason => Field::Reason,
            Self::NoEvidence => Field::Evidence,
            Self::CarriedYear { .. } => Field::CarriedYear,
            Self::CarriedTo => Field::CarriedTo,
            Self::Day | Self::BeforeYearEnd(_) | Self::InFuture => Field::On,
            Self::NoDoer => Field::Doer,
            Self::SamePerson => Field::Verifier,
            Self::Figure(field) | Self::TooLong { field, .. } => field,
        }
    }
}

/// The promises of a year, as the form offers them.
pub fn choices(as_of: AsOf, year: Year) -> Vec<Choice> {
    let named = |one: Promise| {
        let words = names::thing(as_of.plan, one.id(), as_of.language)?.text;
        Some(Choice { value: one.id().to_owned(), words })
    };
    reconciliation(as_of, year).promises.into_iter().filter_map(named).collect()
}

/// What the form begins with once a promise is chosen, and what the figures say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Begun {
    pub typed: Typed,
    pub because: Because,
    /// In what it is counted by the figures.
    pub proposed: Class,
    /// Whether it is counted in figures.
    pub has_figures: bool,
}

/// The form of a promise: the verdict that stands, to be signed or changed, else what the figures say. None of a promise
/// that the year does not have.
pub fn begun(as_of: AsOf, year: Year, subject: &str) -> Option<Begun> {
    let promises = reconciliation(as_of, year).promises;
    let promise = promises.into_iter().find(|one| one.id() == subject)?;
    let place = |outcome| {
        let at = Outcome::ALL.iter().position(|one| Some(*one) == outcome);
        at.map(|at| at.to_string()).unwrap_or_default()
    };
    let said = |value: Option<Quantity>| value.map(|value| value.to_string()).unwrap_or_default();
    let typed = match promise.verdict {
        Some((one, _)) => Typed {
            subject: subject.to_owned(),
            reported: said(one.reported),
            checked: said(one.checked),
            outcome: place(Some(one.outcome)),
            reason: one.reason.clone(),
            source: one.source.clone(),
            evidence: one.evidence.clone(),
            carried_year: one.carried.as_ref().map(|to| to.year.to_string()).unwrap_or_default(),
            carried_to: one
                .carried
                .as_ref()
                .and_then(|to| to.organisation.as_deref())
                .unwrap_or("")
                .to_owned(),
            on: one.on.to_string(),
            doer: one.doer.clone(),
            verifier: one.verifier.clone(),
        },
        None => {
            let value = match &promise.what {
                Promised::Target { figure, .. } => said(figure.map(|one| one.value)),
                Promised::Milestone { .. } => String::new(),
            };
            Typed {
                subject: subject.to_owned(),
                reported: value.clone(),
                checked: value,
                outcome: place(promise.proposal.outcome),
                on: as_of.today.to_string(),
                ..Typed::default()
            }
        }
    };
    Some(Begun {
        typed,
        because: promise.proposal.because,
        proposed: promise.proposal.class(),
        has_figures: matches!(promise.what, Promised::Target { .. }),
    })
}

/// The entry of what was typed. It takes the place of the verdict that stands; without a verifier it is not signed.
///
/// # Errors
/// Every fault, in the order of the form.
pub fn written(as_of: AsOf, year: Year, typed: &Typed) -> Result<Entry, Vec<Fault>> {
    let promises = reconciliation(as_of, year).promises;
    let Some(promise) = promises.into_iter().find(|one| one.id() == typed.subject) else {
        return Err(vec![Fault::Subject]);
    };
    let mut faults = Vec::new();
    let mut take = |fault: Option<Fault>| faults.extend(fault);
    let [reported, checked] =
        [(&typed.reported, Field::Reported), (&typed.checked, Field::Checked)].map(|(text, field)| {
            let read = figure::read(text, &[]).map_err(|_| Fault::Figure(field));
            take(read.err());
            read.ok().flatten()
        });
    let at: Option<usize> = typed.outcome.parse().ok();
    let outcome = at.and_then(|at| Outcome::ALL.get(at).copied());
    take(outcome.is_none().then_some(Fault::Outcome));
    let [reason, source, evidence, doer, verifier] = [
        (&typed.reason, Field::Reason),
        (&typed.source, Field::Source),
        (&typed.evidence, Field::Evidence),
        (&typed.doer, Field::Doer),
        (&typed.verifier, Field::Verifier),
    ]
    .map(|(text, field)| {
        let text = one_line(text);
        let letters = text.chars().count();
        take((letters > MOST_LETTERS).then_some(Fault::TooLong { field, letters }));
        text
    });
    let is_met = matches!(outcome, Some(Outcome::Met | Outcome::Exceeded));
    let is_proposed = outcome.is_some() && outcome == promise.proposal.outcome;
    take((outcome.is_some() && reason.is_empty() && !(is_met && is_proposed)).then_some(Fault::NoReason));
    take((is_met && evidence.is_empty()).then_some(Fault::NoEvidence));
    let carried = (outcome == Some(Outcome::Carried)).then(|| carried(as_of.plan, year, typed));
    if let Some(Err(found)) = &carried {
        found.iter().for_each(|fault| take(Some(*fault)));
    }
    let on = day(&typed.on, as_of, &promise);
    take(on.err());
    take(doer.is_empty().then_some(Fault::NoDoer));
    take((!doer.is_empty() && is_one(&doer, &verifier)).then_some(Fault::SamePerson));
    match (outcome, on) {
        (Some(outcome), Ok(on)) if faults.is_empty() => {
            let status = Verdict::signed(&doer, &verifier);
            let verdict = Verdict {
                subject: typed.subject.as_str().into(),
                year,
                reported,
                checked,
                outcome,
                reason,
                source,
                evidence,
                carried: carried.and_then(Result::ok),
                on,
                doer,
                verifier,
                status,
            };
            let replaces = promise.verdict.map(|(_, found)| found.id);
            Ok(Entry { replaces, said: Said::Verdict(Box::new(verdict)) })
        }
        _ => Err(faults),
    }
}

/// Names that differ in nothing but spaces and width are one person's.
fn is_one(doer: &str, verifier: &str) -> bool {
    let bare = |name: &str| {
        name.chars()
            .map(figure::narrow)
            .filter(|letter| !letter.is_whitespace())
            .collect::<String>()
            .to_lowercase()
    };
    bare(doer) == bare(verifier)
}

/// A later year of the plan, or the one after its end.
fn carried(plan: &PlanIndex, year: Year, typed: &Typed) -> Result<CarriedTo, Vec<Fault>> {
    let (first, last) = (Year(year.0 + 1), Year(plan.period.to.0 + 1));
    let to = typed.carried_year.trim().parse().ok().map(Year).filter(|to| (first..=last).contains(to));
    let organisation = match typed.carried_to.as_str() {
        "" => Ok(None),
        id if plan.organisation(id).is_some() => Ok(Some(id.into())),
        _ => Err(Fault::CarriedTo),
    };
    match (to, organisation) {
        (Some(year), Ok(organisation)) => Ok(CarriedTo { year, organisation, item: None }),
        (to, organisation) => {
            let year = to.is_none().then_some(Fault::CarriedYear { first, last });
            Err(year.into_iter().chain(organisation.err()).collect())
        }
    }
}

/// The day of a verdict: the year is over by then, unless something proves that it was reached for good.
fn day(text: &str, as_of: AsOf, promise: &Promise) -> Result<Day, Fault> {
    let text: String = text.trim().chars().take(MOST_OF_A_DAY).map(figure::narrow).collect();
    let day = Day::parse(&text).ok_or(Fault::Day)?;
    let is_over = promise.year < day.year();
    let is_early = matches!(promise.proposal.because, Because::CompliedEarly | Because::SaidDone);
    match () {
        _ if as_of.today < day => Err(Fault::InFuture),
        _ if !is_over && !is_early => Err(Fault::BeforeYearEnd(promise.year)),
        _ => Ok(day),
    }
}
