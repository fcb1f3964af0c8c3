//! One organisation in a period: what it owes, and how it stands with it.

use super::{reminder, words};
use crate::ledger::Id;
use crate::page::shared::names;
use crate::plan::Month;
use crate::route::Route;
use crate::standing::AsOf;
use crate::standing::Completeness;
use crate::standing::duty::{self, NotOwed, ReportStatus};
use crate::standing::year_duty::YearDuty;
use crate::text::Link;

/// An organisation that owes a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub id: Id,
    pub organisation: Link,
    /// It is the one that the user says he is.
    pub is_me: bool,
    pub owes: String,
    pub standing: RowStatus,
    /// How many of the items that the period asks for are not answered, though a report has come.
    pub missing: usize,
    /// When the report was written and by whom. Both are claims.
    pub came: Option<String>,
    /// Why it was returned. Untrusted.
    pub reason: Option<String>,
    /// It came after the period was locked and does not count.
    pub is_shut_out: bool,
    /// Address of its form for the period.
    pub form: String,
    /// The text that reminds it, while there is something to remind of.
    pub reminder: Option<String>,
}

/// How an organisation stands with a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowStatus {
    /// Nothing has come, and nothing is asked for.
    NotOwed(NotOwed),
    Coming,
    Awaited,
    Late,
    Submitted {
        is_late: bool,
    },
    Accepted {
        is_late: bool,
    },
    Returned,
}

impl RowStatus {
    /// The word in markup.
    pub fn slug(self) -> &'static str {
        match self {
            Self::NotOwed(_) => "not-owed",
            Self::Coming => "coming",
            Self::Awaited => "awaited",
            Self::Late => "late",
            Self::Submitted { is_late: false } => "submitted",
            Self::Submitted { is_late: true } => "submitted-late",
            Self::Accepted { .. } => "accepted",
            Self::Returned => "returned",
        }
    }

    /// A report has come and was not returned.
    pub fn is_reported(self) -> bool {
        matches!(self, Self::Submitted { .. } | Self::Accepted { .. })
    }

    /// The organisation has to send something (again).
    pub fn is_open(self) -> bool {
        matches!(self, Self::Awaited | Self::Late | Self::Returned)
    }
}

impl From<ReportStatus> for RowStatus {
    fn from(report: ReportStatus) -> Self {
        match report {
            ReportStatus::NotOwed(why) => Self::NotOwed(why),
            ReportStatus::Coming => Self::Coming,
            ReportStatus::Awaited => Self::Awaited,
            ReportStatus::Late => Self::Late,
            ReportStatus::Submitted { is_late, .. } => Self::Submitted { is_late },
            ReportStatus::Accepted { is_late, .. } => Self::Accepted { is_late },
            ReportStatus::Returned { .. } => Self::Returned,
        }
    }
}

/// Everybody who may owe a report for a period, how they stand with it, and how much of what came is missing.
pub(super) fn standings(as_of: AsOf<'_>, month: Month) -> impl Iterator<Item = (&str, RowStatus, usize)> {
    let AsOf { plan, ledger, today, offset, .. } = as_of;
    let year = YearDuty::new(ledger, month);
    let standing = move |id| {
        let standing = RowStatus::from(duty::report_of(plan, ledger, id, &year, today, offset));
        (id, standing, missing(as_of, id, &year, standing))
    };
    duty::reporters(plan).into_iter().map(standing)
}

/// How many items are not answered, where a report has come; else nothing is missing of it.
pub(super) fn missing(as_of: AsOf, id: &str, year: &YearDuty, standing: RowStatus) -> usize {
    if !standing.is_reported() {
        return 0;
    }
    Completeness::in_ledger_of(as_of.plan, as_of.ledger, id, year).missing.len()
}

/// The rows of a period, those who lead first.
pub(super) fn rows(as_of: AsOf, month: Month, me: Option<&str>) -> Vec<Row> {
    let year = YearDuty::new(as_of.ledger, month);
    duty::reporters(as_of.plan).into_iter().filter_map(|id| row(as_of, &year, id, me)).collect()
}

fn row(as_of: AsOf, year: &YearDuty, id: &str, me: Option<&str>) -> Option<Row> {
    let AsOf { plan, ledger, today, offset, language } = as_of;
    let month = year.month();
    let report = duty::report_of(plan, ledger, id, year, today, offset);
    let standing = RowStatus::from(report);
    let batch = match report {
        ReportStatus::NotOwed(_) | ReportStatus::Coming | ReportStatus::Awaited | ReportStatus::Late => None,
        ReportStatus::Submitted { batch, .. }
        | ReportStatus::Accepted { batch, .. }
        | ReportStatus::Returned { batch, .. } => ledger.batch(batch),
    };
    let missing = missing(as_of, id, year, standing);
    let came = batch.map(|batch| words::came(language, batch.written.day(offset), &batch.person));
    Some(Row {
        id: id.into(),
        organisation: names::organisation(plan, plan.organisation(id)?, language),
        is_me: me == Some(id),
        owes: words::owes(language, &duty::duty_of(plan, ledger, id, year)),
        standing,
        missing,
        came,
        reason: batch.and_then(|batch| duty::return_reason(ledger, batch.id)),
        is_shut_out: batch.is_some_and(|batch| ledger.is_after_lock(month, batch.id)),
        form: Route::Form { organisation: id.into(), month: Some(month) }.href(),
        reminder: (standing.is_open() || missing > 0).then(|| reminder::to(as_of, month, id)).flatten(),
    })
}
