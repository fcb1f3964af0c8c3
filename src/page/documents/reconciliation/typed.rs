//! From what was typed to a verdict, or everything that is wrong with it.

use crate::ledger::kinds::{CarriedTo, Outcome, Verdict};
use crate::ledger::{Entry, Said};
use crate::page::shared::names;
use crate::plan::{Day, Month, PlanIndex, Quantity, Year};
use crate::rows::{self, figure};
use crate::standing::AsOf;
use crate::standing::reconciliation::{
    Because, Class, Promise, Promised, Proposal, by_figure, reconciliation,
};
use crate::text::{Choice, one_line};

/// Most letters of a reason, a source, a piece of evidence, or a name.
pub const MOST_LETTERS: usize = 500;

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

impl Typed {
    /// The outcome that is chosen.
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome.parse().ok().and_then(|at: usize| Outcome::ALL.get(at).copied())
    }
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
    /// The outcome is another one than the figures propose, the checked one before the ledger's, or not that it was met.
    NoReason,
    /// Two people have signed another verdict, and nothing is said of why it is signed anew.
    NoReasonAnew,
    /// What is signed as met in figures has to be checked.
    NotChecked,
    /// What is met has to be proved.
    NoEvidence,
    /// That it was adjusted needs the paper that did so.
    NoPaper,
    /// Not a year to which it can be carried on.
    CarriedYear {
        first: Year,
        last: Year,
    },
    /// It is the last year: there is none to which it could be carried on.
    LastYear,
    /// No organisation of the plan.
    CarriedTo,
    /// It is no day.
    Day,
    /// The year is not over on that day, and nothing proves that it was reached for good.
    BeforeYearEnd(Year),
    /// It was reached for good in this month, and the day is earlier than its end.
    BeforeProof(Month),
    /// The day is earlier than that on which it was carried on.
    BeforeCarried(Day),
    InFuture,
    NoDoer,
    /// Doer and verifier are one.
    SamePerson,
    /// Two people have signed it: one alone cannot take that back to a proposal.
    Signed,
    /// Whoever verifies signs what the doer has written or sends it back, and does not change it.
    NotAsSaved,
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
            Self::Outcome | Self::LastYear => Field::Outcome,
            Self::NoReason | Self::NoReasonAnew => Field::Reason,
            Self::NotChecked => Field::Checked,
            Self::NoEvidence | Self::NoPaper => Field::Evidence,
            Self::CarriedYear { .. } => Field::CarriedYear,
            Self::CarriedTo => Field::CarriedTo,
            Self::Day
            | Self::BeforeYearEnd(_)
            | Self::BeforeProof(_)
            | Self::BeforeCarried(_)
            | Self::InFuture => Field::On,
            Self::NoDoer => Field::Doer,
            Self::SamePerson | Self::Signed | Self::NotAsSaved => Field::Verifier,
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

/// The form of a promise: what one person has written last, to be signed or changed; what two have signed, without their
/// names and reason, which would have to be given anew; else what the figures say. What nobody has checked is empty. None of
/// a promise that the year does not have.
pub fn begun(as_of: AsOf, year: Year, subject: &str) -> Option<Begun> {
    let promises = reconciliation(as_of, year).promises;
    let promise = promises.into_iter().find(|one| one.id() == subject)?;
    let latest = promise.said.map(|said| said.waits.unwrap_or(said.stands).0);
    let typed = match latest {
        Some(one) if one.is_signed() => {
            Typed { reason: String::new(), doer: String::new(), verifier: String::new(), ..typed_of(one) }
        }
        Some(one) => typed_of(one),
        None => {
            let figure = match &promise.what {
                Promised::Target { figure, .. } => figure.map(|one| one.value),
                Promised::Milestone { .. } | Promised::Brought(_) => None,
            };
            Typed {
                subject: subject.to_owned(),
                reported: said(figure),
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
        has_figures: promise.what.has_figures(),
    })
}

fn typed_of(one: &Verdict) -> Typed {
    let carried = one.carried.as_ref();
    Typed {
        subject: one.subject.to_string(),
        reported: said(one.reported),
        checked: said(one.checked),
        outcome: place(Some(one.outcome)),
        reason: one.reason.clone(),
        source: one.source.clone(),
        evidence: one.evidence.clone(),
        carried_year: carried.map(|to| to.year.to_string()).unwrap_or_default(),
        carried_to: carried.and_then(|to| to.organisation.as_deref()).unwrap_or_default().to_owned(),
        on: one.on.to_string(),
        doer: one.doer.clone(),
        verifier: one.verifier.clone(),
    }
}

fn said(value: Option<Quantity>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn place(outcome: Option<Outcome>) -> String {
    let at = Outcome::ALL.iter().position(|one| Some(*one) == outcome);
    at.map(|at| at.to_string()).unwrap_or_default()
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
    let outcome = typed.outcome();
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
    let signed = promise.signed();
    let is_met = outcome.is_some_and(is_met);
    let is_proposed = outcome.is_some() && outcome == expected(as_of, &promise, checked);
    match signed {
        Some(signed) if reason.is_empty() || reason == one_line(&signed.reason) => {
            take(Some(Fault::NoReasonAnew));
        }
        _ => take(
            (outcome.is_some() && reason.is_empty() && !(is_met && is_proposed)).then_some(Fault::NoReason),
        ),
    }
    let is_checked = checked.is_some() || verifier.is_empty() || !promise.what.has_figures();
    // What stands there and cannot be read is told of already.
    take((is_met && !is_checked && typed.checked.trim().is_empty()).then_some(Fault::NotChecked));
    take((is_met && evidence.is_empty()).then_some(Fault::NoEvidence));
    let is_unproved = outcome == Some(Outcome::Adjusted) && !has_paper(&promise, &evidence);
    take(is_unproved.then_some(Fault::NoPaper));
    let carried = (outcome == Some(Outcome::Carried)).then(|| carried(as_of.plan, year, typed));
    if let Some(Err(found)) = &carried {
        found.iter().for_each(|fault| take(Some(*fault)));
    }
    let on = day(&typed.on, as_of, &promise, outcome);
    take(on.err());
    take(doer.is_empty().then_some(Fault::NoDoer));
    take((!doer.is_empty() && Verdict::is_one_person(&doer, &verifier)).then_some(Fault::SamePerson));
    take((signed.is_some() && verifier.is_empty()).then_some(Fault::Signed));
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
            let saved = promise.verdict().filter(|_| signed.is_none());
            if saved.is_some_and(|saved| is_changed(saved, &verdict)) {
                return Err(vec![Fault::NotAsSaved]);
            }
            let replaces = promise.said.map(|said| said.stands.1.id);
            Ok(Entry { replaces, said: Said::Verdict(Box::new(verdict)) })
        }
        _ => Err(faults),
    }
}

fn is_met(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Met | Outcome::Exceeded)
}

/// The outcome that needs no reason: that of the figure that was checked or, as long as none is, of the ledger's; of a
/// milestone, what the organisation says of it in time.
fn expected(as_of: AsOf, promise: &Promise, checked: Option<Quantity>) -> Option<Outcome> {
    let checked = checked.and_then(|value| by_figure(as_of, promise, value));
    match checked.unwrap_or(promise.proposal) {
        Proposal { because: Because::SaidDone, .. } => Some(Outcome::Met),
        proposal => proposal.outcome,
    }
}

/// Whether a paper adjusted it: one on record, or one whose number stands in the evidence.
fn has_paper(promise: &Promise, evidence: &str) -> bool {
    let is_on_record = matches!(&promise.what, Promised::Target { aim, .. } if aim.by.is_some());
    is_on_record || evidence.chars().map(figure::narrow).any(|letter| letter.is_ascii_digit())
}

/// Whether a verifier signs something else than the same doer has saved. The checked figure is the verifier's to add.
fn is_changed(saved: &Verdict, signed: &Verdict) -> bool {
    let as_saved = Verdict {
        reason: one_line(&saved.reason),
        source: one_line(&saved.source),
        evidence: one_line(&saved.evidence),
        checked: saved.checked.or(signed.checked),
        doer: signed.doer.clone(),
        verifier: signed.verifier.clone(),
        status: signed.status,
        ..saved.clone()
    };
    signed.is_signed() && Verdict::is_one_person(&saved.doer, &signed.doer) && as_saved != *signed
}

/// A later year of the plan, or the one after its end.
fn carried(plan: &PlanIndex, year: Year, typed: &Typed) -> Result<CarriedTo, Vec<Fault>> {
    let (first, last) = (Year(year.0 + 1), Year(plan.period.to.0 + 1));
    if last < first {
        return Err(vec![Fault::LastYear]);
    }
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

/// The day of a verdict: the year is over by then, unless something proves that it was reached for good. What was carried
/// on can be closed or ended on any day since.
fn day(text: &str, as_of: AsOf, promise: &Promise, outcome: Option<Outcome>) -> Result<Day, Fault> {
    let day = rows::day(text).ok().flatten().ok_or(Fault::Day)?;
    if as_of.today < day {
        return Err(Fault::InFuture);
    }
    if promise.year < day.year() {
        return Ok(day);
    }
    if let Promised::Brought(brought) = &promise.what {
        let since = brought.by.on;
        return if day < since { Err(Fault::BeforeCarried(since)) } else { Ok(day) };
    }
    let proposed = expected(as_of, promise, None);
    let is_early = [outcome, proposed].iter().all(|one| one.is_some_and(is_met))
        || [outcome, proposed] == [Some(Outcome::Adjusted); 2];
    match promise.what.proved_in().filter(|_| is_early) {
        Some(month) if month.day(1).is_some_and(|first| day < first.month_end()) => {
            Err(Fault::BeforeProof(month))
        }
        Some(_) => Ok(day),
        None => Err(Fault::BeforeYearEnd(promise.year)),
    }
}
