//! What a person decides about each thing that was found, and what is proposed.

use super::roles::Part;
use crate::plan::{Basis, Comparator, MilestoneKind, Modality, OrganisationKind, ProjectKind};
use serde::{Deserialize, Serialize};

/// What something in the text is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// A heading.
    Part(Part),
    /// The target of an indicator.
    Target(Box<TargetChoice>),
    /// The years for which the figures behind it are promised.
    Years,
    /// A milestone.
    Milestone(MilestoneChoice),
    /// A clause that goes on with the milestone before it.
    GoesOn,
    /// An organisation.
    Organisation(OrganisationKind),
    /// An organisation that has another name in this text.
    SameAs(String),
    /// A project that the plan names.
    Project(ProjectKind),
    /// Nothing of the plan, and why.
    Dismissed(Reason),
}

/// A figure as the target of an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetChoice {
    /// The section of the task, by its key; empty where the text stands in none and nobody has said which.
    pub task: String,
    /// Name of the indicator. Figures of one name in one task are one indicator.
    pub indicator: String,
    /// The figure, as digits.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// How it is counted.
    pub basis: Basis,
    /// How a reported figure has to compare with it.
    pub comparator: Comparator,
    /// How firmly it is promised.
    pub modality: Modality,
    /// First and last year for which it holds, each year by itself.
    pub from: u16,
    /// The last year.
    pub to: u16,
}

/// A clause as a milestone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneChoice {
    /// What is to be reached.
    pub name: String,
    /// Whether it can be reached.
    pub kind: MilestoneKind,
    /// How firmly it is promised.
    pub modality: Modality,
    /// First year.
    pub from: u16,
    /// Last year.
    pub to: u16,
}

/// Why something is nothing of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A number in a list, a heading or a document's number (序号、文号).
    Numbering,
    /// A day or a year of something else.
    Day,
    /// Part of a name.
    OfName,
    /// A turn of speech (行文用语).
    Wording,
    /// It describes how something is done and sets no target.
    Described,
    /// It stands in a part of the text that has no tasks.
    Outside,
    /// It is said elsewhere as well.
    Repeated,
}

impl Reason {
    /// Every reason, in the order in which lists offer them.
    pub const ALL: [Self; 7] = [
        Self::Numbering,
        Self::Day,
        Self::OfName,
        Self::Wording,
        Self::Described,
        Self::Outside,
        Self::Repeated,
    ];
}

/// What a proposal could not be sure of: a person sees it beside the proposal, and the plan keeps it as a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A span of years: each year by itself, or by the end of the last.
    EachYear,
    /// The figure has no unit.
    NoUnit,
    /// The figure has more digits than a figure may have.
    TooManyDigits,
    /// A name that differs a little from an earlier one is taken for the same; holds the name as it stands here.
    SpeltOtherwise(String),
    /// No words before the figure name what is counted.
    NoName,
    /// The figure stands in no task.
    NoTask,
    /// Several organisations are named and none leads: the first is taken to lead.
    NobodyLeads,
}
