//! Lists (名单、培育库、清单) that the plan orders, or that prove one of its figures. Who is on them is in the ledger.

use super::Name;
use serde::{Deserialize, Serialize};

/// What sort of things the members of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MemberKind {
    /// Enterprises (企业).
    Enterprise,
    /// Platforms of innovation: laboratories, centres.
    Platform,
    /// Incubators, makerspaces and other carriers of innovation.
    Carrier,
    /// Pilot bases (中试基地).
    PilotBase,
    /// Alliances or consortia.
    Alliance,
    /// Teams of people, by the name of the team.
    Team,
    /// Projects.
    Project,
    /// Needs (需求): what somebody looks for, not who is found.
    Demand,
    /// Persons, by their names.
    Person,
    /// None of the others.
    Other,
}

/// A list with members. The plan says what it is for and which states a member can have; who is on it is recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct List {
    /// Identifier, unique in the whole plan: lower-case letters a-z, digits and single hyphens, at most 64
    /// characters. Never change it: records and addresses keep it.
    pub id: String,
    /// Its name.
    pub name: Name,
    /// Whether the text itself orders or names the list. False where it only asks for a figure that such a list proves.
    pub stated: bool,
    /// Section of the plan's text, numbered as there, for example 二（一）1.
    pub section: String,
    /// The words of the text that order the list, or that carry the figure, letter by letter.
    pub as_written: String,
    /// What its members are.
    pub kind: MemberKind,
    /// Whether it may hold the names of persons. Where it may not, the page says so and takes none that says it is one.
    pub persons: bool,
    /// The states that a member can have, in their order, 1 to 20. Whoever has none of them any more is off the list.
    pub states: Vec<ListState>,
    /// The figures that the list proves, at most 12. Each stands for itself: they are never added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<ListFigure>,
    /// Identifier of the project by which the plan names the list, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// What a reader has to know besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Name>,
}

/// A state that a member of a list can have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ListState {
    /// The word for it in records, written like an identifier and unique in its list. Never change it.
    pub key: String,
    /// Its name, for example 入库.
    pub name: Name,
    /// Whether the plan itself has the word. False if it is proposed; the page then says so.
    pub stated: bool,
}

/// By which rule a list makes the figure of an indicator. How it counts follows from the indicator's basis: of a stock
/// who is in a state on the last day of the month; of a yearly figure who came into one since January of the year;
/// of a running total who did since January of the plan's first year. Without a basis there is no figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ListFigure {
    /// Identifier of the indicator.
    pub indicator: String,
    /// The states that count, by their keys, at least one.
    pub counts: Vec<String>,
}

impl List {
    /// A state by its key; `None` where the list has no such state.
    pub fn state(&self, key: &str) -> Option<&ListState> {
        self.states.iter().find(|state| state.key == key)
    }
}

impl ListFigure {
    /// Whether a state counts.
    pub fn is_counted(&self, state: &str) -> bool {
        self.counts.iter().any(|key| key == state)
    }
}
