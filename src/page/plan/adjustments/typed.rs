//! From what was typed to an adjustment, or everything that is wrong with it.

use crate::ledger::kinds::{Adjustment, AdjustmentChange, Aim, ReasonClass, Status};
use crate::ledger::{Entry, EntryId, Ledger, Said};
use crate::plan::{Comparator, Day, Indicator, Modality, PlanIndex, Quantity, Year};
use crate::rows::{self, figure};
use crate::standing::adjusted::year_aim;
use crate::standing::reading::set_comparator;
use crate::text::one_line;

/// Most letters of a reason, a number of a paper, or a name.
pub const MOST_LETTERS: usize = 500;

/// What stands in the form.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Typed {
    /// Identifier of the indicator.
    pub subject: String,
    pub year: String,
    pub new: NewAim,
    pub value: String,
    /// The chosen comparator by its word in addresses; empty: as it is.
    pub comparator: String,
    /// Place of the class in [`ReasonClass::ALL`].
    pub class: String,
    pub reason: String,
    /// Number of the paper.
    pub document: String,
    /// The day that the paper bears.
    pub dated: String,
    pub decided_by: String,
    /// The first day on which it is judged by.
    pub effective: String,
}

/// What is promised from then on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum NewAim {
    /// Another target.
    #[default]
    Figure,
    /// Nothing.
    Ended,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Subject,
    Year,
    Value,
    Class,
    Reason,
    Document,
    Dated,
    DecidedBy,
    Effective,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No indicator of the plan is chosen.
    Subject,
    /// No year of the plan is chosen.
    Year,
    /// No figure, or not one that can be recorded.
    Figure,
    /// A figure below nothing.
    Negative,
    /// The target is that already.
    Unchanged,
    /// There is no target that could be taken away.
    NothingToEnd,
    /// No class is chosen.
    Class,
    NoReason,
    /// A paper without a number.
    NoNumber,
    /// It is no day.
    Day(Field),
    /// The day lies outside the years in which the target could be judged by.
    Outside {
        first: Day,
        last: Day,
    },
    /// The year was reconciled: a verdict on this target stands.
    YearClosed(Year),
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
            Self::Year | Self::YearClosed(_) => Field::Year,
            Self::Figure | Self::Negative | Self::Unchanged | Self::NothingToEnd => Field::Value,
            Self::Class => Field::Class,
            Self::NoReason => Field::Reason,
            Self::NoNumber => Field::Document,
            Self::Outside { .. } => Field::Effective,
            Self::Day(field) | Self::TooLong { field, .. } => field,
        }
    }
}

/// The entry of what was typed; `of` is the proposal that it decides or words anew. Without a paper and somebody who
/// decided it is a proposal.
///
/// # Errors
/// Every fault, in the order of the form.
pub fn written(
    plan: &PlanIndex,
    ledger: &Ledger,
    typed: &Typed,
    of: Option<EntryId>,
) -> Result<Entry, Vec<Fault>> {
    let indicator = plan.indicator(&typed.subject).map(|place| place.item).ok_or(Fault::Subject);
    let year = plan.period.iter().find(|year| year.to_string() == typed.year).ok_or(Fault::Year);
    let year = year.and_then(|year| {
        let verdicts = ledger.verdicts_of(year);
        let of_subject = verdicts.iter().find(|(id, _)| ****id == *typed.subject);
        // One signature closes nothing: the verifier may still send it back.
        let is_closed = of_subject.is_some_and(|(_, (verdict, _))| verdict.is_signed());
        if is_closed { Err(Fault::YearClosed(year)) } else { Ok(year) }
    });
    let class = typed.class.parse().ok().and_then(|at: usize| ReasonClass::ALL.get(at).copied());
    let class = class.ok_or(Fault::Class);
    let reason = clean(&typed.reason, Field::Reason)
        .and_then(|reason| if reason.is_empty() { Err(Fault::NoReason) } else { Ok(reason) });
    let document = number(&typed.document, &typed.dated);
    let dated = match typed.dated.trim() {
        "" => Ok(None),
        text => day(text, Field::Dated).map(Some),
    };
    let decided_by = clean(&typed.decided_by, Field::DecidedBy);
    let effective = day(&typed.effective, Field::Effective).and_then(|day| within(plan, year, day));
    let change = match (indicator, year, effective) {
        (Ok(indicator), Ok(year), Ok(day)) => change(ledger, indicator, year, day, typed),
        // What is wrong with the figure by itself is said all the same.
        _ if typed.new == NewAim::Figure => {
            figure(&typed.value).err().map_or(Err(None), |one| Err(Some(one)))
        }
        _ => Err(None),
    };
    match (indicator, year, change, class, reason, document, dated, decided_by, effective) {
        (
            Ok(_),
            Ok(year),
            Ok(change),
            Ok(class),
            Ok(reason),
            Ok(document),
            Ok(dated),
            Ok(decided_by),
            Ok(effective),
        ) => {
            let status = Status::of(&document, &decided_by);
            let subject = typed.subject.as_str().into();
            let said = Adjustment {
                subject,
                year,
                change,
                class,
                reason,
                document,
                dated,
                decided_by,
                effective,
                status,
            };
            Ok(Entry { replaces: of, said: Said::Adjustment(Box::new(said)) })
        }
        (indicator, year, change, class, reason, document, dated, decided_by, effective) => {
            let all = [
                indicator.err(),
                year.err(),
                change.err().flatten(),
                class.err(),
                reason.err(),
                document.err(),
                dated.err(),
                decided_by.err(),
                effective.err(),
            ];
            Err(all.into_iter().flatten().collect())
        }
    }
}

/// What stands in the form of somebody who decides a proposal, or words it anew.
pub fn typed_of(said: &Adjustment) -> Typed {
    let (new, value, comparator) = match &said.change {
        AdjustmentChange::Target { new: Some(aim), .. } => {
            (NewAim::Figure, aim.value.to_string(), aim.comparator.slug())
        }
        AdjustmentChange::Target { new: None, .. }
        | AdjustmentChange::Wording { .. }
        | AdjustmentChange::Basis { .. }
        | AdjustmentChange::Merged { .. }
        | AdjustmentChange::Ended => (NewAim::Ended, String::new(), ""),
    };
    Typed {
        subject: said.subject.to_string(),
        year: said.year.to_string(),
        new,
        value,
        comparator: comparator.into(),
        class: ReasonClass::ALL.iter().position(|one| *one == said.class).unwrap_or_default().to_string(),
        reason: said.reason.clone(),
        document: said.document.clone(),
        dated: said.dated.map(|day| day.to_string()).unwrap_or_default(),
        decided_by: said.decided_by.clone(),
        effective: said.effective.to_string(),
    }
}

/// Old and new.
fn change(
    ledger: &Ledger,
    indicator: &Indicator,
    year: Year,
    day: Day,
    typed: &Typed,
) -> Result<AdjustmentChange, Option<Fault>> {
    let old = year_aim(ledger, indicator, year, day).adjusted;
    if typed.new == NewAim::Ended {
        return match old {
            Some(_) => Ok(AdjustmentChange::Ended),
            None => Err(Some(Fault::NothingToEnd)),
        };
    }
    let value = figure(&typed.value).map_err(Some)?;
    let chosen = Comparator::ALL.into_iter().find(|one| one.slug() == typed.comparator);
    let kept = old.map_or_else(|| set_comparator(indicator, year), |old| old.comparator);
    let comparator = chosen.unwrap_or(kept);
    let modality = old.map_or(Modality::None, |old| old.modality);
    let new = Some(Aim { value, comparator, modality });
    if new == old { Err(Some(Fault::Unchanged)) } else { Ok(AdjustmentChange::Target { old, new }) }
}

fn figure(text: &str) -> Result<Quantity, Fault> {
    let value = figure::read(text, &[]).ok().flatten().ok_or(Fault::Figure)?;
    if value < Quantity::ZERO { Err(Fault::Negative) } else { Ok(value) }
}

/// A paper has a number with a figure in it; its day alone is none.
fn number(document: &str, dated: &str) -> Result<String, Fault> {
    let document = clean(document, Field::Document)?;
    let has_number = document.chars().map(figure::narrow).any(|letter| letter.is_ascii_digit());
    let is_named = !document.is_empty() || !dated.trim().is_empty();
    if is_named && !has_number { Err(Fault::NoNumber) } else { Ok(document) }
}

fn day(text: &str, field: Field) -> Result<Day, Fault> {
    rows::day(text).ok().flatten().ok_or(Fault::Day(field))
}

/// From the plan's first day to the last of the target's year.
fn within(plan: &PlanIndex, year: Result<Year, Fault>, day: Day) -> Result<Day, Fault> {
    let last = year.unwrap_or(plan.period.to);
    match (Day::new(plan.period.from, 1, 1), Day::new(last, 12, 31)) {
        (Some(first), Some(last)) if day < first || last < day => Err(Fault::Outside { first, last }),
        _ => Ok(day),
    }
}

/// One line, no longer than it may be.
fn clean(text: &str, field: Field) -> Result<String, Fault> {
    let line = one_line(text);
    let letters = line.chars().count();
    if letters > MOST_LETTERS { Err(Fault::TooLong { field, letters }) } else { Ok(line) }
}
