//! What an entry can say. A new kind is a new variant of [`Said`]: the compiler lists the places to extend.

use super::kinds::{Adjustment, AssessmentRule, Case, Decision, Issue, Item, Member, ProblemStep, Verdict};
use super::{BatchId, EntryId, Id};
use crate::plan::{Basis, Day, Month, Quantity, Year};

/// One statement, and which earlier one it takes the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The entry that this one corrects or withdraws.
    pub replaces: Option<EntryId>,
    /// The statement itself.
    pub said: Said,
}

/// What an entry states about the period of its batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The actual (完成值) of an indicator at the end of the period.
    Actual {
        /// Identifier of the indicator.
        indicator: Id,
        /// The district of which it is the figure; none for the city's.
        district: Option<Id>,
        /// The figure, or what was said in its place.
        report: Report,
        /// What proves it: a document, a list, a page.
        evidence: String,
        /// What the reporter adds in their own words; may be empty.
        note: String,
    },
    /// Where a stock stood before the plan began (基期值), in the indicator's unit.
    Baseline {
        /// Identifier of the indicator.
        indicator: Id,
        /// The month at whose end it stood there.
        at: Month,
        /// The stock, in the indicator's unit.
        value: Quantity,
        /// Where the figure comes from, as typed.
        source: String,
    },
    /// How far a measure, project or milestone has come.
    Progress {
        /// Identifier of the measure, project or milestone.
        subject: Id,
        /// How far it had come by the end of the period.
        stage: Stage,
        /// What the reporter adds in their own words; may be empty.
        note: String,
    },
    /// A problem, who sees to it and until when.
    Problem {
        /// Identifier of that which it is about; `None` for nothing in particular.
        subject: Option<Id>,
        /// The problem in the reporter's words.
        text: String,
        /// Who sees to it; may be empty.
        who: String,
        /// The day until which it is to be settled; `None` where nobody named one.
        until: Option<Day>,
    },
    /// The organisation has reported all that it owes for the period.
    Submission,
    /// The officer took over a batch.
    Acceptance {
        /// The batch that was taken over.
        of: BatchId,
    },
    /// The officer gave a batch back; its entries do not count until it is accepted.
    Return {
        /// The batch that goes back.
        of: BatchId,
        /// Why, for its reporter to read.
        reason: String,
    },
    /// The period is closed: of what speaks of it, only these batches count.
    Lock {
        /// The batches over which it closes.
        accepted: Vec<BatchId>,
    },
    /// A target of a year, set after the plan was issued (年度分解).
    YearTarget {
        /// Identifier of the indicator.
        indicator: Id,
        /// The year at whose end it is to be reached.
        year: Year,
        /// The target, in the indicator's unit.
        value: Quantity,
        /// Why it was set, as typed.
        reason: String,
        /// The paper that sets it; may be empty.
        document: String,
    },
    /// A light set by judgement; the computed one stays visible beside it.
    Judgement {
        /// Identifier of that whose light it is.
        subject: Id,
        /// The light that the person sets.
        claim: Claim,
        /// Why they set it, in their own words.
        reason: String,
    },
    /// How the bureau reads an indicator whose basis the plan does not state.
    BasisDecision {
        /// Identifier of the indicator.
        indicator: Id,
        /// The basis by which it is read from then on.
        basis: Basis,
        /// Why, in the words of the bureau.
        reason: String,
    },
    /// From now on lights are judged by other thresholds.
    Rule(RuleChange),
    /// What the entry that it names said does not hold.
    Withdrawal {
        /// Why it does not hold, as typed.
        reason: String,
    },
    /// Takes the words out of an entry, and the person out of its batch, for good; figures and places stay.
    Redaction {
        /// The entry whose words go.
        of: EntryId,
    },
    /// A step in the life of a problem that somebody reported (交办、答复、申请销号、销号 …), in a sentence, with the
    /// paper that says so.
    ProblemStep {
        /// The entry that reported the problem.
        of: EntryId,
        /// What happened to it.
        step: ProblemStep,
        /// The sentence, as typed.
        text: String,
        /// The paper that says so; may be empty.
        document: String,
    },
    /// The window (填报时限) of the batch's period is moved: first and last day on which reports may come in.
    Window {
        /// First day on which reports may come in.
        opens: Day,
        /// Last day on which reports may come in.
        closes: Day,
        /// Why it is moved, as typed.
        reason: String,
    },
    /// The bureau uses the page from the batch's period on: nothing before it is owed or late.
    StartOfUse {
        /// Why from this period on, as typed.
        reason: String,
    },
    /// What is said of an item of a year's list (年度任务清单).
    Item(Box<Item>),
    /// That a name is on a list in a state, or off it.
    Member(Box<Member>),
    /// What the plan promises is changed by a paper, or that is proposed.
    Adjustment(Box<Adjustment>),
    /// What a district is to reach of an indicator in a year (县区分解).
    Allotment {
        /// Identifier of the indicator.
        indicator: Id,
        /// Identifier of the district.
        district: Id,
        /// The year at whose end it is to be reached.
        year: Year,
        /// The share, in the indicator's unit.
        value: Quantity,
        /// Why, as typed; may be empty.
        reason: String,
        /// The paper that sets it; may be empty.
        document: String,
    },
    /// By which rule districts are assessed.
    AssessmentRule(Box<AssessmentRule>),
    /// What a promise of a year comes to (对账销账).
    Verdict(Box<Verdict>),
    /// A typical case, or what becomes of one.
    Case(Box<Case>),
    /// A document was issued.
    Issue(Box<Issue>),
    /// A decision of a meeting, or that it is settled.
    Decision(Box<Decision>),
}

/// What is reported in place of a figure, or the figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// The figure, in the indicator's unit.
    Value(Quantity),
    /// As in the period before (无变化).
    NoChange,
    /// Nothing happened that could be reported (零报告).
    NothingToReport,
    /// The figure exists but is not out yet (尚未公布).
    NotYetPublished,
}

/// How far something has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Nothing has begun (未启动).
    NotStarted,
    /// Begun and not done (推进中).
    Underway,
    /// Finished (已完成).
    Done,
}

/// A light that a person sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// Behind (滞后).
    Red,
    /// Slow (偏慢).
    Amber,
    /// On track (正常).
    Green,
    /// The target is met (达成).
    Met,
}

/// Thresholds and curve by which lights are judged, as the bureau sets them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleChange {
    /// Points behind from which a light is amber.
    pub amber: Quantity,
    /// Points behind beyond which a light is red.
    pub red: Quantity,
    /// Per cent of a year's target expected by the end of each month; empty for a straight line.
    pub curve: Vec<Quantity>,
    /// Why the bureau changes it, in its own words.
    pub reason: String,
}

impl Report {
    /// The figure, if it is one.
    pub fn value(&self) -> Option<Quantity> {
        match self {
            Self::Value(value) => Some(*value),
            Self::NoChange | Self::NothingToReport | Self::NotYetPublished => None,
        }
    }
}

impl Said {
    /// Whether a lock of the period decides over it: over what is reported of the period, and not over a case, which tells of
    /// what was done and is handed in when the round is over.
    pub fn is_lockable(&self) -> bool {
        self.is_reported() && !matches!(self, Self::Case(_))
    }

    /// Whether a reporter says this about the own unit and period: a receipt may hold it.
    pub fn is_reported(&self) -> bool {
        match self {
            Self::Actual { .. }
            | Self::Progress { .. }
            | Self::Problem { .. }
            | Self::Submission
            | Self::Member(_) => true,
            Self::ProblemStep { step, .. } => step.is_reported(),
            Self::Case(case) => match **case {
                Case::Told(_) | Case::TakenUp { .. } => true,
                Case::Returned { .. } | Case::Adopted { .. } => false,
            },
            Self::Baseline { .. }
            | Self::Acceptance { .. }
            | Self::Return { .. }
            | Self::Lock { .. }
            | Self::YearTarget { .. }
            | Self::Judgement { .. }
            | Self::BasisDecision { .. }
            | Self::Rule(_)
            | Self::Withdrawal { .. }
            | Self::Redaction { .. }
            | Self::Window { .. }
            | Self::StartOfUse { .. }
            | Self::Item(_)
            | Self::Adjustment(_)
            | Self::Allotment { .. }
            | Self::AssessmentRule(_)
            | Self::Verdict(_)
            | Self::Issue(_)
            | Self::Decision(_) => false,
        }
    }
}
