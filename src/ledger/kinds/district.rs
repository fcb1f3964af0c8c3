//! By which rule districts are assessed (考核办法). The rule is data: the same figures make three orders under three rules.

use crate::ledger::Id;
use crate::plan::{Quantity, Year};

/// A named rule of a year by which districts are scored and ranked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentRule {
    /// Its name in addresses. Of several with the same name and year the latest holds.
    pub id: Id,
    /// The year that is assessed.
    pub year: Year,
    /// Its title, as typed.
    pub title: String,
    /// What is assessed, in the order of the table.
    pub items: Vec<AssessmentItem>,
    /// How a figure becomes points.
    pub scoring: Scoring,
    /// Classes of districts that are ranked apart; empty where all are ranked together.
    pub classes: Vec<DistrictClass>,
    /// Grades by points, best first; may be empty.
    pub grades: Vec<Grade>,
    /// What a missing figure counts.
    pub missing: MissingFigure,
    /// What decides between equal scores.
    pub ties: TieBreak,
    /// What is done where the weights do not make 100.
    pub sum: WeightSum,
    /// Why it is set so, as typed.
    pub reason: String,
    /// The paper that sets it; may be empty.
    pub document: String,
}

/// One item of an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentItem {
    /// Identifier of the indicator, or of an item that only the rule has.
    pub item: Id,
    /// What it adds to the score.
    pub role: ItemRole,
    /// Points for what is exactly met; of bonus and penalty, for each unit of the figure.
    pub weight: Quantity,
    /// Most points beyond the weight; of bonus and penalty, most points at all. `None`: no cap.
    pub cap: Option<Quantity>,
    /// Where its figures come from, as typed; may be empty.
    pub source: String,
}

/// What an item adds to a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemRole {
    /// Its share of the hundred points.
    Weighted,
    /// Points on top (加分).
    Bonus,
    /// Points off (扣分).
    Penalty,
}

/// How a figure becomes points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scoring {
    /// Weight × actual ÷ target (武进 2010); an item's cap holds above its weight.
    Proportion,
    /// The least of all districts has `low`, the most `high`, the rest lie between; × weight ÷ 100.
    MinMax {
        /// Marks of the least.
        low: Quantity,
        /// Marks of the most.
        high: Quantity,
    },
    /// The districts' average has the weight; each `step` per cent beside it `points` more or less (武进 2011).
    AroundAverage {
        /// So many per cent from the average …
        step: Quantity,
        /// … are so many points.
        points: Quantity,
    },
}

/// Districts that are ranked among each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistrictClass {
    /// Its name, such as 一类县区.
    pub name: Id,
    /// Identifiers of its districts.
    pub districts: Vec<Id>,
}

/// A grade by points, such as 优秀 from 90.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// Its name.
    pub name: Id,
    /// Fewest points.
    pub from: Quantity,
    /// Whether only the first place can have it.
    pub first_place_only: bool,
}

/// What a missing figure counts. It is never 0 by silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MissingFigure {
    /// As 0.
    CountsZero,
    /// The item leaves the denominator.
    LeftOut,
    /// As the last known one, with its age.
    LastKnown,
}

/// What decides between equal scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TieBreak {
    /// Nothing: they share a place, and the next one is skipped.
    Shared,
    /// The score in an item.
    By(Id),
}

/// What is done where the weights do not make 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WeightSum {
    /// Nothing: the sum is shown.
    AsItIs,
    /// Scores are scaled to 100.
    Scaled,
}
