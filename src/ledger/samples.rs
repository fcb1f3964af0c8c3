//! Small entries for tests.

pub mod august;
pub mod loop_kinds;

use super::{Batch, BatchId, Entry, Moment, Report, Said};
use crate::plan::{Month, Quantity, Year};

pub fn value(text: &str) -> Quantity {
    Quantity::parse(text).expect("a figure")
}

pub fn entry(said: Said) -> Entry {
    Entry { replaces: None, said }
}

pub fn actual(indicator: &str, figure: &str) -> Entry {
    entry(Said::Actual {
        indicator: indicator.into(),
        district: None,
        report: Report::Value(value(figure)),
        evidence: String::new(),
        note: String::new(),
    })
}

/// A batch about a month of 2024.
pub fn batch(id: BatchId, written: u64, month: u8, entries: impl IntoIterator<Item = Entry>) -> Batch {
    Batch {
        id,
        written: Moment(written),
        organisation: "science-bureau".into(),
        person: "王工".into(),
        month: Month::new(Year(2024), month).expect("a month"),
        entries: entries.into_iter().collect(),
    }
}
