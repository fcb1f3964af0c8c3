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

/// A choice that is stored as a number.
pub trait Numbered: Copy {
    /// The number that is stored; kept for ever.
    fn number(self) -> u8;
    /// The choice of a number; none where a later release, or nobody, gave it a meaning.
    fn of(number: u8) -> Option<Self>;
}

/// Both directions from one list. A variant that is not in it does not compile, so none is ever written that cannot be
/// read.
macro_rules! numbered {
    ($choice:ty { $($variant:ident = $number:literal,)+ }) => {
        impl Numbered for $choice {
            fn number(self) -> u8 {
                match self { $(Self::$variant => $number,)+ }
            }

            fn of(number: u8) -> Option<Self> {
                Some(match number { $($number => Self::$variant,)+ _ => return None })
            }
        }
    };
}

numbered!(Stage { NotStarted = 0, Underway = 1, Done = 2, });
numbered!(Claim { Red = 0, Amber = 1, Green = 2, Met = 3, });
numbered!(ProblemStep { Closed = 0, Reopened = 1, });
numbered!(Basis { Stock = 0, YearlyFlow = 1, RunningTotal = 2, Level = 3, Unstated = 4, });

/// The number of a report.
pub fn report(report: &Report) -> u8 {
    match report {
        Report::Value(_) => 0,
        Report::NoChange => 1,
        Report::NothingToReport => 2,
        Report::NotYetPublished => 3,
    }
}
