//! The plan as issued: areas, tasks, measures, indicators, targets, milestones, projects,
//! organisations and the cycle of dispatch. Nothing here knows what happened later.
//!
//! Start with [`Plan`]. [`read`] turns JSON into a sound plan or says that it is not one;
//! [`faults`] then names every fault at once. A plan that was read is *sound*: every reference
//! points at something, every identifier is unique, every year lies in the period.

mod date;
mod edition;
pub mod faults;
mod index;
mod mentions;
mod name;
mod quantity;
pub mod read;
mod roles;
pub mod rules;
#[cfg(feature = "schema")]
pub mod schema;
pub mod unit;
mod words;
mod workdays;

pub use date::{Day, Month, Year};
pub use edition::Deciding;
pub use index::{Place, PlanIndex};
pub use mentions::Mention;
pub use name::{Name, Said};
pub use quantity::Quantity;
pub use roles::Role;

use crate::text::Language;
use serde::{Deserialize, Serialize};

/// The number of the form of `plan.json` that this release reads.
pub const SCHEMA: u32 = 1;

/// A plan exactly as `plan.json` carries it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// Form of this file; this release reads [`SCHEMA`].
    pub schema: u32,
    /// Stable identifier of the plan; names its records on the device. Lower-case letters, digits, hyphens.
    pub id: String,
    /// Edition of this file, for people.
    pub version: String,
    /// Language of the plan's own text.
    pub language: Language,
    /// Full title as issued.
    pub title: Name,
    /// Title for the bar over the page.
    pub short_title: Name,
    /// Organisation that issued the plan.
    pub issuer: String,
    /// Number, dates and place of publication.
    pub document: Document,
    /// IANA name of the time zone in which days and deadlines are meant.
    pub time_zone: String,
    /// First and last year that the plan covers.
    pub period: Years,
    /// Purpose of the plan, in our own concise words.
    pub purpose: Name,
    /// The loop of dispatch, bulletin, assessment and reconciliation.
    pub cycle: Cycle,
    /// Identifiers of the organisations that are districts (县（市）区、开发区); empty when the plan has none.
    pub districts: Vec<String>,
    /// What the plan requires of its own management.
    pub requirements: Vec<Requirement>,
    /// What the text leaves open, and how this file reads it.
    pub questions: Vec<Question>,
    /// Every organisation that the plan names, once.
    pub organisations: Vec<Organisation>,
    /// Every named project, platform, event or firm's undertaking, once.
    pub projects: Vec<Project>,
    /// Areas in the order of the text.
    pub areas: Vec<Area>,
}

/// Number, dates and place of publication of the plan's document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// Number as printed, for example 鞍科办〔2023〕17号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Day that the text itself bears.
    pub date: Day,
    /// Day of the covering notice, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice_date: Option<Day>,
    /// Address of the publisher's page, without a scheme; shown as text, never loaded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
    /// Projects (plans, programmes) that the text says it carries out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rests_on: Vec<String>,
}

/// First and last year, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Years {
    pub from: Year,
    pub to: Year,
}

impl Years {
    /// Every year from the first to the last.
    pub fn iter(self) -> impl Iterator<Item = Year> + Clone {
        (self.from.0..=self.to.0).map(Year)
    }

    /// Whether the year lies in the span.
    pub fn contains(self, year: Year) -> bool {
        self.from <= year && year <= self.to
    }
}

/// `2025`, or `2023–2025`.
impl std::fmt::Display for Years {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        if self.from == self.to {
            return self.to.fmt(f);
        }
        write!(f, "{}–{}", self.from, self.to)
    }
}

/// The loop of management that the plan prescribes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cycle {
    /// Section of the plan that prescribes the loop.
    pub section: String,
    /// First month that can be reported on; nothing before it can be overdue.
    pub first_month: Month,
    /// The rounds of the loop, most frequent first.
    pub rounds: Vec<Round>,
    /// Working days and days off by date, where they decide until when a report may come in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<WorkCalendar>,
}

/// Working days and days off by date. Saturdays and Sundays are days off without being named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkCalendar {
    /// A window that would end on a day off ends on the next working day.
    pub window_ends_on_working_day: bool,
    /// Days off besides Saturdays and Sundays: statutory holidays.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days_off: Vec<Day>,
    /// Saturdays and Sundays on which people work (调休).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub working_days: Vec<Day>,
}

/// One round of the loop: monthly dispatch, quarterly bulletin and so on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Round {
    pub id: String,
    /// The name that people use for it.
    pub name: Name,
    /// The text's own words, where they are unusual, for example 年底绩效对消账.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_written: Option<String>,
    /// How many months one round covers: 1, 3, 6 or 12.
    pub months: u32,
    /// What is done in it, in our own concise words.
    pub purpose: Name,
    /// When the reports of a round are due.
    pub window: Window,
}

/// Days of the month after a round in which its reports are due.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Window {
    /// First day of the following month on which a report may come in, 1 to 28.
    pub opens: u32,
    /// Last day, 1 to 28; from the next day on a missing report is late.
    pub closes: u32,
    /// Whether the plan states this window; `false` when the bureau has only assumed it.
    pub stated: bool,
}

/// A requirement that the plan makes of its own management.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Requirement {
    pub id: String,
    pub section: String,
    pub title: Name,
    /// In our own concise words.
    pub text: Name,
    /// Projects that the requirement names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<String>,
    /// Organisations that the requirement names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<String>,
}

/// Something that the text leaves open, with the reading that this file took.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    pub id: String,
    pub section: String,
    /// What is unclear.
    pub question: Name,
    /// How this file reads it until somebody decides.
    pub reading: Name,
    /// Identifiers of the indicators, milestones, measures, tasks, projects, organisations, rounds or
    /// requirements concerned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concerns: Vec<String>,
}

/// What sort of organisation it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    /// A department of the city's government or party committee.
    Department,
    /// A centre or other public institution under a department.
    Institution,
    /// A district, county, county-level city or development zone.
    District,
    /// Several organisations named together, for example 各县（市）区、开发区.
    Group,
    University,
    ResearchInstitute,
    Enterprise,
    /// A park, incubator, makerspace or other carrier of innovation.
    Carrier,
    /// A ministry, province or other body above the city.
    Higher,
    Other,
}

/// An organisation, once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Organisation {
    pub id: String,
    /// The plan's wording.
    pub name: Name,
    pub kind: OrganisationKind,
    /// Other names by which people look for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Members of a group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// What the text writes inconsistently, as it stands there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub as_written: Vec<String>,
    /// Today's name, or anything else a reader must know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Name>,
}

/// What sort of thing a named project is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProjectKind {
    /// A research or technology project.
    Research,
    /// A platform: laboratory, centre, shared service.
    Platform,
    /// A pilot base (中试基地).
    PilotBase,
    /// An alliance or consortium.
    Alliance,
    /// A base, park or building to be built up.
    Construction,
    /// An enterprise to be fostered or to qualify for a title.
    Fostering,
    /// A conference, competition, campaign.
    Event,
    /// A programme, policy, catalogue or brand.
    Programme,
    Other,
}

/// A named project, once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Project {
    pub id: String,
    /// The plan's wording.
    pub name: Name,
    pub kind: ProjectKind,
    /// Section that names it first.
    pub section: String,
    /// Organisations that the text names with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// For a collective: how many there are, of which `named` are named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collective: Option<Collective>,
    /// What the text writes inconsistently, as it stands there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub as_written: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Name>,
}

/// A number of projects of which only some are named: "6, one named".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Collective {
    pub count: u32,
    pub named: u32,
}

/// An area (领域) of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Area {
    pub id: String,
    /// As numbered in the text, for example 二（一）.
    pub section: String,
    /// Short mark on the board, for example 一 or A.
    pub mark: String,
    pub title: Name,
    pub tasks: Vec<Task>,
}

/// A task (任务), with all that belongs to it in the order of the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Task {
    pub id: String,
    /// For example 二（一）1.
    pub section: String,
    pub title: Name,
    /// In our own concise words.
    pub summary: Name,
    /// Lead organisations (牵头单位).
    pub lead: Vec<String>,
    /// Responsible organisations (责任单位).
    pub responsible: Vec<String>,
    /// Whether the text ends the list with 等 (and others).
    pub responsible_open: bool,
    pub measures: Vec<Measure>,
    pub indicators: Vec<Indicator>,
    pub milestones: Vec<Milestone>,
    /// Projects that the task itself names; those of its measures stand there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<String>,
    /// Organisations that the task's text names beside those that answer for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<String>,
}

/// A measure (举措, 一是…) of a task. They are those of one year where `year` says so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Measure {
    pub id: String,
    pub section: String,
    pub title: Name,
    /// In our own concise words.
    pub summary: Name,
    /// The year whose measure it is, where the plan says so (二、2023年主要任务).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<String>,
}

/// How the figures of an indicator are meant (口径).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// What exists at a point in time (时点存量).
    Stock,
    /// What is added or turned over within one year (年度数).
    YearlyFlow,
    /// The sum since the plan's first year (累计数).
    RunningTotal,
    /// A level or ratio to hold (保持).
    Level,
    /// The text does not say (口径未载明).
    Unstated,
}

/// How often a figure for an indicator exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    Monthly,
    Quarterly,
    Yearly,
}

/// How the figures of districts combine into the city's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DistrictRule {
    /// They add up.
    Sum,
    /// There is no figure by district.
    None,
    /// A ratio: never summed.
    Ratio,
}

/// How a target compares with the actual. A bare number has none: [`Comparator::Unstated`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// 突破: strictly more (>).
    GreaterThan,
    /// 不少于, 以上: at least (≥).
    AtLeast,
    /// 达到: reach.
    Reach,
    /// At most (≤).
    AtMost,
    /// Strictly less (<).
    LessThan,
    /// A bare number.
    Unstated,
}

/// How firmly the text promises a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// 确保.
    Ensure,
    /// 力争.
    Strive,
    /// 争取.
    Seek,
    /// No such word.
    None,
}

/// One definition with one basis. Two definitions are two indicators, related but never joined.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Indicator {
    pub id: String,
    pub name: Name,
    /// What is counted, as far as the text says.
    pub definition: Name,
    pub basis: Basis,
    /// Unit as written: 家, 户, 个, 亿元, %.
    pub unit: Name,
    pub frequency: Frequency,
    pub districts: DistrictRule,
    pub targets: Vec<Target>,
    /// Other names by which people look for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Indicators that speak of something similar and must not be joined with this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
    /// Where the text is unclear: the reading taken and the other one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<Name>,
}

/// Another indicator that speaks of something similar, and why it is not the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Related {
    pub indicator: String,
    pub reason: Name,
}

/// What an indicator has to be at the end of a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Target {
    pub year: Year,
    /// Exact decimal in the indicator's unit.
    pub value: Quantity,
    pub comparator: Comparator,
    pub modality: Modality,
    pub section: String,
    /// The words of the text that carry the figure.
    pub as_written: String,
}

/// Whether a milestone can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MilestoneKind {
    /// A state to reach: it is reached or not.
    State,
    /// A direction (稳步向前, 迈进): it is never "done".
    Direction,
}

/// A target of the plan without a number (节点目标).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Milestone {
    pub id: String,
    pub name: Name,
    pub kind: MilestoneKind,
    /// Years that it spans; a single year stands in both.
    pub years: Years,
    pub modality: Modality,
    pub section: String,
    /// The words of the text.
    pub as_written: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<String>,
}
