//! Small choices as numbers. These numbers are for ever.

use crate::ledger::kinds::{
    Against, ItemKind, ItemRole, MissingFigure, Outcome, ProblemStep, ReasonClass, Status, WeightSum,
};
use crate::ledger::{Claim, Report, Stage};
use crate::plan::{Basis, Comparator, Modality};

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
    pub const ITEM: u8 = 17;
    pub const MEMBER: u8 = 18;
    pub const ADJUSTMENT: u8 = 19;
    pub const ALLOTMENT: u8 = 20;
    pub const ASSESSMENT_RULE: u8 = 21;
    pub const VERDICT: u8 = 22;
    pub const CASE: u8 = 23;
    pub const ISSUE: u8 = 24;
    pub const DECISION: u8 = 25;

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
numbered!(Basis { Stock = 0, YearlyFlow = 1, RunningTotal = 2, Level = 3, Unstated = 4, });
numbered!(Comparator { GreaterThan = 0, AtLeast = 1, Reach = 2, AtMost = 3, LessThan = 4, Unstated = 5, });
numbered!(Modality { Ensure = 0, Strive = 1, Seek = 2, None = 3, });
numbered!(Status { Proposed = 0, Decided = 1, });
numbered!(ItemKind { Task = 0, Measure = 1, Project = 2, Node = 3, });
numbered!(ReasonClass { ForceMajeure = 0, Policy = 1, Basis = 2, Superior = 3, Other = 4, });
numbered!(ItemRole { Weighted = 0, Bonus = 1, Penalty = 2, });
numbered!(MissingFigure { CountsZero = 0, LeftOut = 1, LastKnown = 2, });
numbered!(WeightSum { AsItIs = 0, Scaled = 1, });
numbered!(Against { Issued = 0, Adjusted = 1, });
numbered!(Outcome {
    Met = 0,
    Exceeded = 1,
    NotMet = 2,
    Carried = 3,
    Adjusted = 4,
    Unpublished = 5,
    Undecided = 6,
});

/// Steps of a problem, by number. The first two are as they were when they were the only ones.
pub mod step {
    use super::ProblemStep;

    pub const CLOSED: u8 = 0;
    pub const REOPENED: u8 = 1;
    pub const ASSIGNED: u8 = 2;
    pub const RECEIVED: u8 = 3;
    pub const ANSWERED: u8 = 4;
    pub const EXTENSION_ASKED: u8 = 5;
    pub const EXTENSION_GRANTED: u8 = 6;
    pub const EXTENSION_REFUSED: u8 = 7;
    pub const RAISED: u8 = 8;
    pub const CLOSE_OUT_ASKED: u8 = 9;
    pub const CHECK_BEGUN: u8 = 10;
    pub const SENT_BACK: u8 = 11;
    pub const SUSPENDED: u8 = 12;
    pub const RESUMED: u8 = 13;

    pub fn number(step: &ProblemStep) -> u8 {
        match step {
            ProblemStep::Closed => CLOSED,
            ProblemStep::Reopened => REOPENED,
            ProblemStep::Assigned { .. } => ASSIGNED,
            ProblemStep::Received => RECEIVED,
            ProblemStep::Answered => ANSWERED,
            ProblemStep::ExtensionAsked { .. } => EXTENSION_ASKED,
            ProblemStep::ExtensionGranted { .. } => EXTENSION_GRANTED,
            ProblemStep::ExtensionRefused => EXTENSION_REFUSED,
            ProblemStep::Raised { .. } => RAISED,
            ProblemStep::CloseOutAsked { .. } => CLOSE_OUT_ASKED,
            ProblemStep::CheckBegun => CHECK_BEGUN,
            ProblemStep::SentBack => SENT_BACK,
            ProblemStep::Suspended => SUSPENDED,
            ProblemStep::Resumed => RESUMED,
        }
    }
}

/// What becomes of an item, and what an adjustment changes, by number.
pub mod change {
    use crate::ledger::kinds::{AdjustmentChange, ItemChange};

    pub const LISTED: u8 = 0;
    pub const CARRIED_ON: u8 = 1;
    pub const ITEM_ENDED: u8 = 2;
    pub const MOVED: u8 = 3;

    pub fn item(change: &ItemChange) -> u8 {
        match change {
            ItemChange::Listed(_) => LISTED,
            ItemChange::CarriedOn { .. } => CARRIED_ON,
            ItemChange::Ended { .. } => ITEM_ENDED,
            ItemChange::Moved { .. } => MOVED,
        }
    }

    pub const TARGET: u8 = 0;
    pub const WORDING: u8 = 1;
    pub const BASIS: u8 = 2;
    pub const GOES_ON_IN: u8 = 3;
    pub const ENDED: u8 = 4;

    pub fn adjustment(change: &AdjustmentChange) -> u8 {
        match change {
            AdjustmentChange::Target { .. } => TARGET,
            AdjustmentChange::Wording { .. } => WORDING,
            AdjustmentChange::Basis { .. } => BASIS,
            AdjustmentChange::Merged { .. } => GOES_ON_IN,
            AdjustmentChange::Ended => ENDED,
        }
    }
}

/// Of several sorts of one kind, which, by number.
pub mod sort {
    use crate::ledger::kinds::{Case, Scoring};

    pub const NAMED: u8 = 0;
    pub const KNOWN: u8 = 1;

    pub const TAKEN: u8 = 0;
    pub const SETTLED: u8 = 1;

    pub const TOLD: u8 = 0;
    pub const RETURNED: u8 = 1;
    pub const ADOPTED: u8 = 2;
    pub const TAKEN_UP: u8 = 3;

    pub fn case(case: &Case) -> u8 {
        match case {
            Case::Told(_) => TOLD,
            Case::Returned { .. } => RETURNED,
            Case::Adopted { .. } => ADOPTED,
            Case::TakenUp { .. } => TAKEN_UP,
        }
    }

    pub const PROPORTION: u8 = 0;
    pub const BETWEEN: u8 = 1;
    pub const AROUND_AVERAGE: u8 = 2;

    pub fn scoring(scoring: &Scoring) -> u8 {
        match scoring {
            Scoring::Proportion => PROPORTION,
            Scoring::MinMax { .. } => BETWEEN,
            Scoring::AroundAverage { .. } => AROUND_AVERAGE,
        }
    }
}

/// The number of a report.
pub fn report(report: &Report) -> u8 {
    match report {
        Report::Value(_) => 0,
        Report::NoChange => 1,
        Report::NothingToReport => 2,
        Report::NotYetPublished => 3,
    }
}
