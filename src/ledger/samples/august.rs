//! Small batches about August 2024 of the shipped plan, for the tests of whatever reads a ledger.

use super::{actual, entry};
use crate::ledger::{Batch, BatchId, Moment, Said};
use crate::plan::{Day, Month, PlanIndex};

pub fn plan() -> PlanIndex {
    crate::plan::read::from_json(include_str!("../../../public/plan.json")).expect("the shipped plan")
}

pub fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// The first second of a day in a time zone eight hours ahead of UTC.
pub fn morning(text: &str) -> Moment {
    Moment(Moment::end_of(day(text).plus(-1), 480).0 + 1)
}

/// A batch about August 2024.
pub fn batch(writer: u64, on: &str, organisation: &str, said: impl IntoIterator<Item = Said>) -> Batch {
    Batch {
        id: BatchId { writer, sequence: 0 },
        written: morning(on),
        organisation: organisation.into(),
        person: "王工".into(),
        month: month("2024-08"),
        entries: said.into_iter().map(entry).collect(),
    }
}

/// A submission without any figure.
pub fn report(writer: u64, on: &str, organisation: &str) -> Batch {
    batch(writer, on, organisation, [Said::Submission])
}

/// What the plan's issuer says.
pub fn officer(writer: u64, on: &str, said: impl IntoIterator<Item = Said>) -> Batch {
    Batch { person: "李科".into(), ..batch(writer, on, "science-bureau", said) }
}

/// A figure of the city, or of a district.
pub fn figure(indicator: &str, district: Option<&str>, value: &str) -> Said {
    match actual(indicator, value).said {
        Said::Actual { indicator, report, evidence, note, .. } => {
            Said::Actual { indicator, district: district.map(Into::into), report, evidence, note }
        }
        other => other,
    }
}
