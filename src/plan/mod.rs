//! The plan as issued: areas, tasks, measures, indicators, targets, milestones, projects,
//! organisations and the cycle of dispatch. Nothing here knows what happened later.
//!
//! Start with [`Plan`]. [`read`] turns JSON into a sound plan or says that it is not one;
//! [`faults`] then names every fault at once. A plan that was read is *sound*: every reference
//! points at something, every identifier is unique, every year lies in the period.

#![warn(missing_docs)]

mod date;
mod edition;
pub mod faults;
mod index;
mod lists;
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
pub use lists::{List, ListFigure, ListState, MemberKind};
pub use mentions::Mention;
pub use name::{Name, Said};
pub use quantity::Quantity;
pub use roles::Role;

use crate::text::Language;
use serde::{Deserialize, Serialize};

/// The number of the form of `plan.json` that this release reads.
pub const SCHEMA: u32 = 1;

/// A whole plan as issued: the content of one `plan.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// Form of this file. Always 1 so far; a release refuses a form that it does not know.
    pub schema: u32,
    /// Identifier of the plan: lower-case letters a-z, digits and single hyphens, at most 64 characters. The
    /// records on a device belong to it, so it stays the same in every edition of the file.
    pub id: String,
    /// Name of this edition of the file, for people, for example "2". Programs tell editions apart by their
    /// content.
    pub version: String,
    /// Language of the plan's text. Whatever has no translation is in it.
    pub language: Language,
    /// Full title as issued.
    pub title: Name,
    /// Short title, for the bar at the top of each page and the title of the window.
    pub short_title: Name,
    /// Identifier of the organisation that issued the plan.
    pub issuer: String,
    /// Number, dates and place of publication of the document.
    pub document: Document,
    /// Time zone in which days and deadlines are meant, by its IANA name, for example Asia/Shanghai.
    pub time_zone: String,
    /// First and last year that the plan covers, at most 12 years.
    pub period: Years,
    /// What the plan is for, in one or two short sentences of your own.
    pub purpose: Name,
    /// How progress is reported and checked: month by month, quarter by quarter and so on.
    pub cycle: Cycle,
    /// Identifiers of the districts (县（市）区、开发区) that report figures of their own. Each is an organisation of the
    /// kind `district`. Empty if the plan has none.
    pub districts: Vec<String>,
    /// What the plan requires of its own management, at most 200 requirements.
    pub requirements: Vec<Requirement>,
    /// What the text leaves open, with the reading that this file takes, at most 1000 questions.
    pub questions: Vec<Question>,
    /// Every organisation that the plan names, once, at most 5000.
    pub organisations: Vec<Organisation>,
    /// Every project, platform, event or enterprise that the plan names as an undertaking, once, at most 5000.
    pub projects: Vec<Project>,
    /// Areas (领域) in the order of the text, 1 to 20.
    pub areas: Vec<Area>,
    /// Lists with members (名单、培育库、清单) that the plan orders or that prove its figures, at most 200. Leave it out
    /// if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<List>,
}

/// Number, dates and place of publication of the plan's document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// Number as printed, for example 鞍科办〔2023〕17号. Leave it out if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Day that the text itself bears.
    pub date: Day,
    /// Day of the covering notice. Leave it out if it is the same day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice_date: Option<Day>,
    /// Address at which the publisher shows the text, without `https://`. The page shows it as text and never loads
    /// it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
    /// Identifiers of the plans and programmes that the text says it carries out. Each is one of `projects`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rests_on: Vec<String>,
}

/// First and last year, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Years {
    /// First year, four digits.
    pub from: Year,
    /// Last year, four digits; the same as `from` for a single year.
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

/// How progress is reported and checked, as the plan prescribes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cycle {
    /// Section of the plan's text that prescribes it, numbered as there.
    pub section: String,
    /// First month that is reported on. It lies in the period of the plan, and nothing before it is ever overdue.
    pub first_month: Month,
    /// The rounds, most frequent first, at most 12.
    pub rounds: Vec<Round>,
    /// Public holidays and working weekends. They decide when a reporting window ends; leave it out if none ever
    /// moves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<WorkCalendar>,
}

/// Public holidays and working weekends. Saturdays and Sundays are days off without being listed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WorkCalendar {
    /// If true, a reporting window that would end on a day off ends on the next working day. If false, the calendar
    /// moves nothing.
    pub window_ends_on_working_day: bool,
    /// Days off besides Saturdays and Sundays, such as public holidays, at most 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days_off: Vec<Day>,
    /// Saturdays and Sundays on which people work (调休), at most 500. None of them is a day off as well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub working_days: Vec<Day>,
}

/// One round of the cycle, such as the monthly dispatch or the quarterly bulletin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Round {
    /// Identifier, unique in the whole plan: lower-case letters a-z, digits and single hyphens, at most 64
    /// characters.
    pub id: String,
    /// Its usual name, for example 月调度.
    pub name: Name,
    /// The words of the text where they differ from the name, for example 年底绩效对消账. Leave it out where they do not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_written: Option<String>,
    /// How many months one round covers: 1, 3, 6 or 12.
    pub months: u32,
    /// What is done in it, in one short sentence of your own.
    pub purpose: Name,
    /// The days in which the reports of a round come in.
    pub window: Window,
}

/// The days in which the reports of a round come in. They lie in the month after the last month of the round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Window {
    /// First day of that month on which a report may come in, 1 to 28.
    pub opens: u32,
    /// Last day of that month on which a report is in time, from `opens` to 28. A day later a missing report is
    /// overdue.
    pub closes: u32,
    /// Whether the plan itself states the window. False if it is assumed; the page then says so.
    pub stated: bool,
}

/// Something that the plan requires of its own management.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Requirement {
    /// Identifier, unique in the whole plan: lower-case letters a-z, digits and single hyphens, at most 64
    /// characters.
    pub id: String,
    /// Section of the plan's text, numbered as there, for example 二（一）1.
    pub section: String,
    /// What it is about, in a few words.
    pub title: Name,
    /// What is required, in one or two short sentences of your own.
    pub text: Name,
    /// Identifiers of the projects that the requirement names, at most 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<String>,
    /// Identifiers of the organisations that the requirement names, at most 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<String>,
}

/// Something that the text leaves open, with the reading that this file takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Question {
    /// Identifier, unique in the whole plan: lower-case letters a-z, digits and single hyphens, at most 64
    /// characters.
    pub id: String,
    /// Section of the plan's text, numbered as there, for example 二（一）1.
    pub section: String,
    /// What is unclear.
    pub question: Name,
    /// How this file reads it until somebody decides.
    pub reading: Name,
    /// Identifiers of what the question is about: indicators, milestones, measures, tasks, projects, organisations,
    /// rounds or requirements, at most 500.
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
    /// Several organisations that the text names together, for example 各县（市）区、开发区.
    Group,
    /// A university or college (高校).
    University,
    /// A research institute (科研院所).
    ResearchInstitute,
    /// An enterprise (企业).
    Enterprise,
    /// A park, incubator, makerspace or other carrier of innovation.
    Carrier,
    /// A ministry, a province or another body above the city.
    Higher,
    /// None of the others.
    Other,
}

/// An organisation that the plan names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Organisation {
    /// Identifier, unique in the whole plan: lower-case letters a-z, digits and single hyphens, at most 64
    /// characters. Never change it: records and addresses keep it.
    pub id: String,
    /// Its name as the plan writes it.
    pub name: Name,
    /// A name for narrow columns, in each language in which the name is long. Never shown alone where there is room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<Name>,
    /// What sort of organisation it is. Districts and groups are treated in a way of their own.
    pub kind: OrganisationKind,
    /// Other names by which people look for it, such as its full name, at most 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Identifiers of the members of a group, at most 500; none of them is a group. Empty for any other kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<String>,
    /// Other spellings in the text, letter by letter, where the text is inconsistent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub as_written: Vec<String>,
    /// What a reader has to know besides, for example its name today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Name>,
}

/// What sort of project it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProjectKind {
    /// A research or technology project.
    Research,
    /// A platform: a laboratory, a centre, a shared service.
    Platform,
    /// A pilot base (中试基地).
    PilotBase,
    /// An alliance or consortium.
    Alliance,
    /// A base, a park or a building that is to be built up.
    Construction,
    /// An enterprise that is to be fostered or to earn a title.
    Fostering,
    /// A conference, a competition, a campaign.
    Event,
    /// A programme, a policy, a catalogue or a brand.
    Programme,
    /// None of the others.
    Other,
}

/// A project that the plan names, or a number of projects that it names together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Project {
    /// Identifier, unique in the whole plan: lower-case letters a-z, digits and single hyphens, at most 64
    /// characters. Never change it: records and addresses keep it.
    pub id: String,
    /// Its name as the plan writes it.
    pub name: Name,
    /// What sort of project it is. Lists are grouped by it.
    pub kind: ProjectKind,
    /// Section of the plan's text that names it first, numbered as there.
    pub section: String,
    /// Identifiers of the organisations that the text names with it, at most 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<String>,
    /// Other names by which people look for it, at most 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// How many projects they are, where the text speaks of several. Leave it out for a single project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collective: Option<Collective>,
    /// Other spellings in the text, letter by letter, where the text is inconsistent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub as_written: Vec<String>,
    /// What a reader has to know besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Name>,
}

/// A number of projects that the text speaks of together and names only in part: six, one of them named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Collective {
    /// How many there are, at least 1.
    pub count: u32,
    /// How many of them the text names, at most `count`.
    pub named: u32,
}

/// An area (领域) of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Area {
    /// Identifier, unique in the whole plan: lower-case letters a-z, digits and single hyphens, at most 64
    /// characters. Never change it: records and addresses keep it.
    pub id: String,
    /// Section of the plan's text, numbered as there, for example 二（一）.
    pub section: String,
    /// Short mark beside the title on the overview, for example 一 or A.
    pub mark: String,
    /// Its title as the plan writes it.
    pub title: Name,
    /// Its tasks in the order of the text, at least one; at most 200 in all areas together.
    pub tasks: Vec<Task>,
}

/// A task (任务) with its measures, indicators and milestones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Task {
    /// Identifier, unique in the whole plan: lower-case letters a-z, digits and single hyphens, at most 64
    /// characters. Never change it: records and addresses keep it.
    pub id: String,
    /// Section of the plan's text, numbered as there, for example 二（一）1.
    pub section: String,
    /// Its title as the plan writes it.
    pub title: Name,
    /// What it is about, in one or two short sentences of your own.
    pub summary: Name,
    /// Identifiers of the organisations that lead it (牵头单位), at most 500.
    pub lead: Vec<String>,
    /// Identifiers of the organisations that are responsible with them (责任单位), at most 500.
    pub responsible: Vec<String>,
    /// Whether the text ends the list of responsible organisations with 等 (and others).
    pub responsible_open: bool,
    /// Its measures in the order of the text; at most 2000 in all tasks together.
    pub measures: Vec<Measure>,
    /// Its indicators in the order of the text; at most 1000 in all tasks together.
    pub indicators: Vec<Indicator>,
    /// Its milestones in the order of the text; at most 1000 in all tasks together.
    pub milestones: Vec<Milestone>,
    /// Identifiers of the projects that the task itself names. Those of a measure or milestone stand there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<String>,
    /// Identifiers of the organisations that the task names besides those that lead or are responsible.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<String>,
}

/// A measure (举措, 一是…) of a task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Measure {
    /// Identifier, unique in the whole plan: lower-case letters a-z, digits and single hyphens, at most 64
    /// characters. Never change it: records and addresses keep it.
    pub id: String,
    /// Section of the plan's text, numbered as there, for example 二（一）1.
    pub section: String,
    /// Its title as the plan writes it.
    pub title: Name,
    /// What is done, in one or two short sentences of your own.
    pub summary: Name,
    /// The year that it belongs to, where the plan says so (二、2023年主要任务). Leave it out where the plan says none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
    /// Identifiers of the projects that the measure names, at most 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<String>,
    /// Identifiers of the organisations that the measure names, at most 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<String>,
}

/// How the figures of an indicator are counted (口径).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// What exists at the end of a month (时点存量).
    Stock,
    /// What was added or turned over since January of the year (年度数).
    YearlyFlow,
    /// What was added since January of the plan's first year (累计数).
    RunningTotal,
    /// A level or a ratio, measured anew each time (保持).
    Level,
    /// The text does not say (口径未载明). No figure is then judged until somebody decides.
    Unstated,
}

/// For which months a figure of an indicator is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// For every month.
    Monthly,
    /// For March, June, September and December.
    Quarterly,
    /// For December alone.
    Yearly,
}

/// How the figures of the districts make up the city's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DistrictRule {
    /// They add up to it.
    Sum,
    /// Districts have no figures of their own.
    None,
    /// It is a ratio; ratios of districts never add up.
    Ratio,
}

/// How a figure has to compare with the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// More than the target (突破, >).
    GreaterThan,
    /// At least the target (不少于, 以上, ≥).
    AtLeast,
    /// Reaches the target (达到). It is met from the target on.
    Reach,
    /// At most the target (不超过, ≤).
    AtMost,
    /// Less than the target (低于, <).
    LessThan,
    /// The text has a bare number. It is met from the target on.
    Unstated,
}

/// How firmly the text promises a target. It changes no light.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// The text says 确保 (ensure).
    Ensure,
    /// The text says 力争 (strive for).
    Strive,
    /// The text says 争取 (seek).
    Seek,
    /// The text has none of these words.
    None,
}

/// An indicator: one definition, counted in one way. Two definitions are two indicators, even if they share a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Indicator {
    /// Identifier, unique in the whole plan: lower-case letters a-z, digits and single hyphens, at most 64
    /// characters. Never change it: records and addresses keep it.
    pub id: String,
    /// Its name, by which no other indicator can be meant.
    pub name: Name,
    /// What is counted, as far as the text says it.
    pub definition: Name,
    /// How its figures are counted (口径).
    pub basis: Basis,
    /// Unit of its targets and of all figures that are reported, as written: 家, 户, 个, 亿元, %.
    pub unit: Name,
    /// For which months a figure is due.
    pub frequency: Frequency,
    /// How the figures of the districts make up the city's.
    pub districts: DistrictRule,
    /// Its targets, earliest year first, each year at most once. A year that the text gives no target has none
    /// here.
    pub targets: Vec<Target>,
    /// Other names by which people look for it or head a column of a table, at most 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Indicators that sound alike and must not be taken for this one. Each of them lists this one as well.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
    /// Where the text is unclear: the reading that is taken here, and the other one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<Name>,
}

/// Another indicator that sounds alike, and why it is not the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Related {
    /// Identifier of the other indicator.
    pub indicator: String,
    /// What tells the two apart, in one short sentence.
    pub reason: Name,
}

/// What an indicator has to be at the end of a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Target {
    /// The year at whose end it holds. It lies in the period of the plan.
    pub year: Year,
    /// The figure, in the unit of the indicator.
    pub value: Quantity,
    /// How a reported figure has to compare with it.
    pub comparator: Comparator,
    /// How firmly the text promises it.
    pub modality: Modality,
    /// Section of the plan's text, numbered as there, for example 二（一）1.
    pub section: String,
    /// The words of the text that carry the figure, letter by letter.
    pub as_written: String,
}

/// Whether a milestone can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MilestoneKind {
    /// A state: it is reached or it is not.
    State,
    /// A direction (稳步向前, 迈进): it is never done.
    Direction,
}

/// A target of the plan without a number (节点目标).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Milestone {
    /// Identifier, unique in the whole plan: lower-case letters a-z, digits and single hyphens, at most 64
    /// characters. Never change it: records and addresses keep it.
    pub id: String,
    /// What is to be reached, in a few words.
    pub name: Name,
    /// Whether it can be reached or only points in a direction.
    pub kind: MilestoneKind,
    /// The years that it spans. They lie in the period of the plan.
    pub years: Years,
    /// How firmly the text promises it.
    pub modality: Modality,
    /// Section of the plan's text, numbered as there, for example 二（一）1.
    pub section: String,
    /// The words of the text, letter by letter.
    pub as_written: String,
    /// Identifiers of the projects that the milestone names, at most 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<String>,
    /// Identifiers of the organisations that the milestone names, at most 500.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<String>,
}
