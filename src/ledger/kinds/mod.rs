//! What the kinds of the whole loop carry, one file each: a year's own items, members of lists, steps of a problem,
//! adjustments, what districts are allotted and by which rule they are assessed, verdicts, cases, issued documents and
//! decisions. `ledger::known` answers what they come to.
//!
//! What follows from others is never stored: overdue, closing rates, scores, places, agendas. What a figure depends on
//! is never a typed text: words can be redacted, and then the figure stays what it was.

mod adjustment;
mod case;
mod decision;
mod district;
mod issue;
mod item;
mod member;
mod problem;
mod verdict;

pub use adjustment::{Adjustment, AdjustmentChange, AdjustmentKind, Aim, ReasonClass};
pub use case::{Case, CaseText, Cited, Picture};
pub use decision::Decision;
pub use district::{
    AssessmentItem, AssessmentRule, DistrictClass, Grade, ItemRole, MissingFigure, Scoring, TieBreak,
    WeightSum,
};
pub use issue::{Against, Issue, IssueText};
pub use item::{Item, ItemChange, ItemKind, ItemLine};
pub use member::{Listing, Member};
pub use problem::{Actor, ProblemState, ProblemStep};
pub use verdict::{CarriedTo, Outcome, Verdict};

/// Whether somebody proposes something or has decided it. It is a choice of its own and does not follow from the words
/// of paper and decider: those can be redacted, and what was decided stays decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Proposed: nothing is judged by it (拟).
    Proposed,
    /// Decided, by somebody and with a paper (已定).
    Decided,
}

impl Status {
    /// Decided only with both a paper and somebody who decided, or signed.
    pub fn of(document: &str, by: &str) -> Self {
        let has_both = !document.trim().is_empty() && !by.trim().is_empty();
        if has_both { Self::Decided } else { Self::Proposed }
    }
}
