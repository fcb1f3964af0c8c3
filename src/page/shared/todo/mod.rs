//! What one organisation must do now: on the overview for whoever says who they are, and on the page of the month.

pub mod words;

use crate::ledger::{BatchId, Slot};
use crate::plan::{Basis, Day, Indicator, Month};
use crate::route::Route;
use crate::standing::duty::{self, ReportStatus};
use crate::standing::reading;
use crate::standing::window::{Window, window};
use crate::standing::{AsOf, Completeness};
use crate::text::Text;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    pub kind: Kind,
    /// What is to be done, in a sentence.
    pub text: String,
    /// What somebody typed, to stand behind the sentence: untrusted, and in whatever language it is.
    pub quoted: Option<Text>,
    /// Where it is done.
    pub href: String,
}

/// What sort of thing it is. The order is that of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A report came back.
    Returned,
    /// Reports whose window is past.
    Late,
    /// A report of which something is missing.
    Partial,
    /// A report whose window is open.
    Awaited,
    /// Receipts that are here and wait for a verdict.
    Review,
    /// Stocks that cannot be judged without their baseline.
    Baseline,
    /// Indicators whose basis the plan leaves open and nobody has decided.
    Basis,
}

impl Kind {
    /// The word in markup.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Returned => "returned",
            Self::Late => "late",
            Self::Partial => "partial",
            Self::Awaited => "awaited",
            Self::Review => "review",
            Self::Baseline => "baseline",
            Self::Basis => "basis",
        }
    }
}

/// Everything that an organisation must do now, what presses most first. The plan's issuer has what the
/// officer does besides.
pub fn todo(as_of: AsOf, organisation: &str) -> Vec<Todo> {
    let mut list = Vec::new();
    if duty::reporters(as_of.plan).contains(&organisation) {
        list.extend(reports(as_of, organisation));
    }
    if as_of.plan.issuer == organisation {
        list.extend(review(as_of));
        list.extend(undecided(as_of));
    }
    list.sort_by_key(|one| one.kind);
    list
}

fn reports(as_of: AsOf, organisation: &str) -> Vec<Todo> {
    let AsOf { plan, ledger, today, offset, language } = as_of;
    let form = |month| Route::Form { organisation: organisation.into(), month: Some(month) }.href();
    let mut list = Vec::new();
    let mut late = Vec::new();
    let mut partial = None;
    for month in duty::periods(plan) {
        match duty::report(plan, ledger, organisation, month, today, offset) {
            ReportStatus::NotOwed(_) | ReportStatus::Coming => {}
            ReportStatus::Submitted { .. } | ReportStatus::Accepted { .. } => {
                let missing = Completeness::in_ledger(plan, ledger, organisation, month).missing.len();
                let is_open = ledger.shown(&Slot::Lock { month }).is_none();
                partial = (missing > 0 && is_open).then_some((month, missing)).or(partial);
            }
            // Shut out for good: sending it again would change nothing.
            _ if ledger.shown(&Slot::Lock { month }).is_some() => {}
            ReportStatus::Late => late.push(month),
            ReportStatus::Awaited => {
                let closes: Option<Day> = window(plan, ledger, month).map(|window| window.closes);
                let text = words::awaited(language, month, closes, today);
                list.push(Todo { kind: Kind::Awaited, text, quoted: None, href: form(month) });
            }
            ReportStatus::Returned { batch, .. } => {
                let reason = duty::return_reason(ledger, batch).unwrap_or_default();
                let text = words::returned(language, month);
                let quoted = Some(Text::typed(&reason, language));
                list.push(Todo { kind: Kind::Returned, text, quoted, href: form(month) });
            }
        }
    }
    // As with the late ones: the last is asked for by name.
    if let Some((month, missing)) = partial {
        let text = words::partial(language, month, missing);
        list.push(Todo { kind: Kind::Partial, text, quoted: None, href: form(month) });
    }
    // Whoever begins late with the program has years of empty periods: the last is asked for by name.
    if let Some((last, earlier)) = late.split_last() {
        let is_assumed = window(plan, ledger, *last).is_some_and(Window::is_assumed);
        let text = words::late(language, *last, earlier.len(), is_assumed);
        list.push(Todo { kind: Kind::Late, text, quoted: None, href: form(*last) });
    }
    list
}

/// Receipts that are here and neither accepted nor returned, by period.
fn review(as_of: AsOf) -> Vec<Todo> {
    let waiting = duty::periods(as_of.plan).into_iter().map(|month| (month, waiting(as_of, month).len()));
    waiting
        .filter(|(_, count)| *count > 0)
        .map(|(month, count)| Todo {
            kind: Kind::Review,
            text: words::review(as_of.language, month, count),
            quoted: None,
            href: Route::Dispatch(Some(month)).href(),
        })
        .collect()
}

/// The submissions of a period that have no verdict, in the order of the rows.
pub fn waiting(as_of: AsOf, month: Month) -> Vec<BatchId> {
    let AsOf { plan, ledger, today, offset, .. } = as_of;
    let reports = duty::reporters(plan).into_iter();
    let reports = reports.map(|id| duty::report(plan, ledger, id, month, today, offset));
    reports
        .filter_map(|report| match report {
            ReportStatus::Submitted { batch, .. } if !ledger.is_after_lock(month, batch) => Some(batch),
            _ => None,
        })
        .collect()
}

fn undecided(as_of: AsOf) -> Vec<Todo> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let of =
        |wanted: Basis| plan.indicators().filter(move |place| reading::basis(ledger, place.item) == wanted);
    let stocks: Vec<&Indicator> =
        of(Basis::Stock).map(|place| place.item).filter(|one| ledger.baseline(&one.id).is_none()).collect();
    let open: Vec<&Indicator> = of(Basis::Unstated).map(|place| place.item).collect();
    let table = Route::Baselines.href();
    let baseline = (!stocks.is_empty()).then(|| Todo {
        kind: Kind::Baseline,
        text: words::baseline(language, stocks.len()),
        quoted: None,
        href: table.clone(),
    });
    let basis = (!open.is_empty()).then(|| Todo {
        kind: Kind::Basis,
        text: words::basis(language, open.len()),
        quoted: None,
        href: table,
    });
    baseline.into_iter().chain(basis).collect()
}
