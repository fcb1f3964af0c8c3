//! Small choices as numbers. These numbers are for ever.

use crate::ledger::{Claim, ProblemStep, Report, Stage};
use crate::plan::Basis;

/// What an entry says, by number.
pub mod kind {
    pub const ACTUAL: u8 = 0;
    pub const BASELINE: u8 = 1;
    pub const PROGRESS: u8 = 2;
    pub const PROBLEM: u8 = 3;
    pub const SUBMISSION: u8 = 4;
    pub const ACCEPTANCE: u8 = 5;
    pub const RETURN: u8 = 6;
    pub const LOCK: u8 = 7;
    pub const YEAR_TARGET: u8 = 8;
    pub const JUDGEMENT: u8 = 9;
    pub const BASIS_DECISION: u8 = 10;
    pub const RULE: u8 = 11;
    pub const WITHDRAWAL: u8 = 12;
    pub const REDACTION: u8 = 13;
    /// Since version 2, as all that follow.
    pub const PROBLEM_STEP: u8 = 14;
    pub const WINDOW: u8 = 15;
    pub const START_OF_USE: u8 = 16;

    /// The first version of the codec that has a kind.
    pub const fn since(kind: u8) -> u8 {
        if kind < PROBLEM_STEP { 1 } else { 2 }
    }
    /// Added to the kind of an entry that replaces another.
    pub const REPLACES: u8 = 0x80;
}

pub const STAGES: [Stage; 3] = [Stage::NotStarted, Stage::Underway, Stage::Done];
pub const CLAIMS: [Claim; 4] = [Claim::Red, Claim::Amber, Claim::Green, Claim::Met];
pub const PROBLEM_STEPS: [ProblemStep; 2] = [ProblemStep::Closed, ProblemStep::Reopened];
pub const BASES: [Basis; 5] =
    [Basis::Stock, Basis::YearlyFlow, Basis::RunningTotal, Basis::Level, Basis::Unstated];

/// The number of a report.
pub fn report(report: &Report) -> u8 {
    match report {
        Report::Value(_) => 0,
        Report::NoChange => 1,
        Report::NothingToReport => 2,
        Report::NotYetPublished => 3,
    }
}

/// The number of a choice in its list.
pub fn number<T: PartialEq>(list: &[T], choice: &T) -> u8 {
    list.iter().position(|one| one == choice).map_or(u8::MAX, |place| place as u8)
}
