//! The states of a problem and the steps between them, as one table (问题销号).

use crate::ledger::Id;
use crate::plan::Day;

/// A step in the life of a problem. Sentence and paper stand beside it in the entry. Who takes it is the batch's:
/// whoever closes is the verifier, and is to be somebody else than who asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemStep {
    /// The officer hands it to an organisation (交办), perhaps with a day; the paper is the 督办单.
    Assigned {
        /// Identifier of the organisation that sees to it.
        to: Id,
        /// The day until which it is to be settled; `None`: the day stays as it was.
        until: Option<Day>,
    },
    /// The organisation has received it (签收).
    Received,
    /// The organisation says how far it has come (答复).
    Answered,
    /// The organisation asks for more time (申请延期). It changes nothing until it is decided.
    ExtensionAsked {
        /// The day that it asks for.
        until: Day,
    },
    /// More time is given (同意延期).
    ExtensionGranted {
        /// The new day, which need not be the one that was asked for.
        until: Day,
    },
    /// No more time is given (不同意延期).
    ExtensionRefused,
    /// Raised (上提) or urged by letter.
    Raised {
        /// To whom, as typed: a leader, a meeting, the organisation itself.
        to: String,
        /// By which paper of the rule for escalation, such as 提示函; empty for none.
        paper: Id,
        /// The day on which it was sent; `None` while it is only drafted.
        sent: Option<Day>,
    },
    /// The organisation asks to close it out (申请销号).
    CloseOutAsked {
        /// What proves it.
        evidence: String,
    },
    /// The officer checks on the spot (核查).
    CheckBegun,
    /// Dealt with and closed out (销号).
    Closed,
    /// Not enough: given back, with the reason (退回).
    SentBack,
    /// Put aside (中止).
    Suspended,
    /// Taken up again after it was put aside (恢复办理).
    Resumed,
    /// Open again after it was closed out (重新打开).
    Reopened,
}

/// How a problem stands. Overdue is no state: nobody sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemState {
    /// Reported, and nobody has done anything (新增).
    New,
    /// Received by who sees to it (已签收).
    Received,
    /// Being worked on (推进中).
    Underway,
    /// To be closed, as who sees to it says (申请销号).
    CloseOutAsked,
    /// Being checked (核查中).
    Checking,
    /// Given back (退回).
    SentBack,
    /// Closed out (已销号).
    Closed,
    /// Put aside (中止).
    Suspended,
    /// Open again (重新打开).
    Reopened,
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Actor {
    /// The organisation that sees to it.
    Organisation,
    /// The officer.
    Officer,
    /// Nobody.
    Nobody,
}

impl ProblemStep {
    /// Whether the organisation says it of itself; everything else only the officer says.
    pub fn is_reported(&self) -> bool {
        match self {
            Self::Received | Self::Answered | Self::ExtensionAsked { .. } | Self::CloseOutAsked { .. } => {
                true
            }
            Self::Assigned { .. }
            | Self::ExtensionGranted { .. }
            | Self::ExtensionRefused
            | Self::Raised { .. }
            | Self::CheckBegun
            | Self::Closed
            | Self::SentBack
            | Self::Suspended
            | Self::Resumed
            | Self::Reopened => false,
        }
    }
}

impl ProblemState {
    /// Every state, in the order of a life.
    pub const ALL: [Self; 9] = [
        Self::New,
        Self::Received,
        Self::Underway,
        Self::CloseOutAsked,
        Self::Checking,
        Self::SentBack,
        Self::Closed,
        Self::Suspended,
        Self::Reopened,
    ];

    /// The table: the state after a step; none where the step is not allowed here. A page refuses such a step; the fold
    /// meets it where two devices merge, see [`ProblemState::with`].
    pub fn after(self, step: &ProblemStep) -> Option<Self> {
        use ProblemState as S;
        use ProblemStep as P;
        let is_open = !matches!(self, S::Closed | S::Suspended);
        let is_worked_on = matches!(self, S::Received | S::Underway | S::SentBack | S::Reopened);
        let is_before_officer = matches!(self, S::CloseOutAsked | S::Checking);
        match step {
            P::Received => matches!(self, S::New | S::Reopened).then_some(S::Received),
            // An answer proves the receipt.
            P::Answered => (is_worked_on || self == S::New).then_some(S::Underway),
            P::CloseOutAsked { .. } => is_worked_on.then_some(S::CloseOutAsked),
            P::CheckBegun => (self == S::CloseOutAsked).then_some(S::Checking),
            P::Closed => is_before_officer.then_some(S::Closed),
            P::SentBack => is_before_officer.then_some(S::SentBack),
            P::Suspended => is_open.then_some(S::Suspended),
            P::Resumed => (self == S::Suspended).then_some(S::Underway),
            P::Reopened => (self == S::Closed).then_some(S::Reopened),
            P::Assigned { .. }
            | P::ExtensionAsked { .. }
            | P::ExtensionGranted { .. }
            | P::ExtensionRefused
            | P::Raised { .. } => is_open.then_some(self),
        }
    }

    /// The state after a step, whether the table allows it or not. What the officer says acts always, so that of two
    /// devices the later decides; what an organisation says does not open what is closed or put aside.
    pub fn with(self, step: &ProblemStep) -> Self {
        if let Some(state) = self.after(step) {
            return state;
        }
        match step {
            ProblemStep::Closed => Self::Closed,
            ProblemStep::SentBack => Self::SentBack,
            ProblemStep::Suspended => Self::Suspended,
            ProblemStep::CheckBegun if self != Self::Closed => Self::Checking,
            ProblemStep::CloseOutAsked { .. } if self == Self::New => Self::CloseOutAsked,
            _ => self,
        }
    }

    /// Whose turn it is.
    pub fn next(self) -> Actor {
        match self {
            Self::New | Self::Received | Self::Underway | Self::SentBack | Self::Reopened => {
                Actor::Organisation
            }
            Self::CloseOutAsked | Self::Checking | Self::Suspended => Actor::Officer,
            Self::Closed => Actor::Nobody,
        }
    }
}
