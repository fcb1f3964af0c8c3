//! What the page of an organisation says of its own.

use crate::ledger::BatchId;
use crate::ledger::words as names;
use crate::plan::{Day, Month};
use crate::standing;
use crate::standing::duty::ReportStatus;
use crate::standing::window::Window;
use crate::text::Language;

pub struct Words {
    pub lead: &'static str,
    pub responsible: &'static str,
    pub led_by: &'static str,
    pub indicators: &'static str,
    pub milestones: &'static str,
    pub measures: &'static str,
    pub projects: &'static str,
    pub named_note: &'static str,
    pub form: &'static str,
}

const ZH: Words = Words {
    lead: "牵头",
    responsible: "责任",
    led_by: "牵头单位：",
    indicators: "指标",
    milestones: "节点目标",
    measures: "举措",
    projects: "项目",
    named_note: "不含上列牵头、责任任务",
    form: "打开本期填报表",
};

const EN: Words = Words {
    lead: "Lead",
    responsible: "Responsible",
    led_by: "led by ",
    indicators: "Indicators",
    milestones: "Milestones",
    measures: "Measures",
    projects: "Projects",
    named_note: "apart from the tasks above",
    form: "Open the form of this period",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// What an organisation answers for, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub leads: usize,
    pub responsible: usize,
    pub through_groups: usize,
    pub indicators: usize,
    pub targets: usize,
    pub milestones: usize,
    pub mentions: usize,
}

/// The page in a sentence.
pub fn sentence(language: Language, counts: Counts) -> String {
    let Counts { leads, responsible, through_groups, indicators, targets, milestones, mentions } = counts;
    if leads + responsible + through_groups == 0 {
        return match language {
            Language::Zh => format!("不牵头、不负责任何任务；方案有 {mentions} 处提及。"),
            Language::En => {
                format!(
                    "Neither leads nor is responsible for a task; named in {}.",
                    plural(mentions, "place")
                )
            }
        };
    }
    let roles = [
        (leads, language.pick("牵头", "leads")),
        (responsible, language.pick("负责", "is responsible for")),
        (through_groups, language.pick("随组负责", "is responsible through a group for")),
    ];
    let roles = roles.iter().filter(|(count, _)| *count > 0);
    match language {
        Language::Zh => {
            let roles: Vec<String> = roles.map(|(count, verb)| format!("{verb} {count} 项任务")).collect();
            format!(
                "{}；涉及 {indicators} 项指标的 {targets} 个目标值、{milestones} 个节点目标。",
                roles.join("，")
            )
        }
        Language::En => {
            let roles: Vec<String> =
                roles.map(|(count, verb)| format!("{verb} {}", plural(*count, "task"))).collect();
            let sentence = format!(
                "{}; these cover {} with {} and {}.",
                roles.join(", "),
                plural(indicators, "indicator"),
                plural(targets, "target figure"),
                plural(milestones, "milestone"),
            );
            capitalised(&sentence)
        }
    }
}

/// Head of a group of duties.
pub fn group_title(role: &str, through: Option<&str>, count: usize, language: Language) -> String {
    match (language, through) {
        (Language::Zh, None) => format!("{role} {count} 项任务"),
        (Language::Zh, Some(group)) => format!("随“{group}”{role} {count} 项任务"),
        (Language::En, None) => format!("{role}: {}", plural(count, "task")),
        (Language::En, Some(group)) => format!("{role} as one of “{group}”: {}", plural(count, "task")),
    }
}

fn plural(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

fn capitalised(sentence: &str) -> String {
    let mut rest = sentence.chars();
    rest.next().map(|first| String::from(first.to_ascii_uppercase()) + rest.as_str()).unwrap_or_default()
}

/// The light of a report: its name in the markup and its word.
pub fn report_light(
    language: Language,
    report: ReportStatus,
    is_partial: bool,
) -> (&'static str, &'static str) {
    match report {
        ReportStatus::Submitted { .. } if is_partial => {
            ("amber", language.pick("已报，缺项", "reported, incomplete"))
        }
        ReportStatus::Accepted { .. } if is_partial => {
            ("amber", language.pick("已接收，缺项", "accepted, incomplete"))
        }
        ReportStatus::NotOwed(why) => ("none", standing::words::not_owed(language, why)),
        ReportStatus::Coming => ("none", language.pick("未到时限", "not due yet")),
        ReportStatus::Awaited => ("underway", language.pick("待报", "awaited")),
        ReportStatus::Late => ("missed", language.pick("逾期未报", "overdue")),
        ReportStatus::Submitted { .. } => ("underway", names::REPORTED.words(language)),
        ReportStatus::Accepted { .. } => ("met", names::ACCEPTED.words(language)),
        ReportStatus::Returned { .. } => ("red", names::RETURNED.words(language)),
    }
}

pub fn report_title(language: Language, month: Month) -> String {
    match language {
        Language::Zh => format!("{month} 填报"),
        Language::En => format!("Report of {month}"),
    }
}

/// How the report stands: `window` is its first and last day, `written` the day of a batch.
pub fn report_sentence(
    language: Language,
    report: ReportStatus,
    window: Option<Window>,
    written: impl Fn(BatchId) -> Option<Day>,
) -> String {
    let day = |batch| written(batch).map(|day| day.to_string()).unwrap_or_default();
    let late = |is_late: bool| if is_late { language.pick("（迟报）", " (late)") } else { "" };
    let days = window.map(|window| {
        let (opens, closes) = window.days();
        let source = standing::words::window_source(language, window.source);
        match language {
            Language::Zh => format!("{opens} 起填报，{closes} 截止{source}。"),
            Language::En => format!("Open from {opens}, due by {closes}{source}."),
        }
    });
    match (report, language) {
        (ReportStatus::NotOwed(why), _) => standing::words::not_owed_sentence(language, why).to_owned(),
        (ReportStatus::Coming | ReportStatus::Awaited | ReportStatus::Late, _) => days.unwrap_or_default(),
        (ReportStatus::Submitted { batch, is_late }, Language::Zh) => {
            format!("{} 报送{}，尚未接收。", day(batch), late(is_late))
        }
        (ReportStatus::Submitted { batch, is_late }, Language::En) => {
            format!("Received on {}{}; not accepted yet.", day(batch), late(is_late))
        }
        (ReportStatus::Accepted { batch, is_late }, Language::Zh) => {
            format!("{} 报送{}，已接收。", day(batch), late(is_late))
        }
        (ReportStatus::Accepted { batch, is_late }, Language::En) => {
            format!("Received on {}{} and accepted.", day(batch), late(is_late))
        }
        (ReportStatus::Returned { batch, by }, Language::Zh) => {
            format!("{} 报送，{} 退回，请改后重报。", day(batch), day(by))
        }
        (ReportStatus::Returned { batch, by }, Language::En) => {
            format!("Received on {}, returned on {}; to be reported again.", day(batch), day(by))
        }
    }
}

/// What counts, and how much of what the period asks for is missing.
pub fn with_lacking(language: Language, counts: String, missing: usize) -> String {
    match standing::words::lacking(language, missing) {
        None => counts,
        Some(lacks) => language.pick(
            format!("{counts}本期须报的{lacks}。"),
            format!("{counts}{}Of what is due: {lacks}.", if counts.is_empty() { "" } else { " " }),
        ),
    }
}

/// What counts of what was reported; empty for nothing.
pub fn report_counts(language: Language, figures: usize, stages: usize, problems: usize) -> String {
    let parts = [
        (figures, language.pick("个完成值", "figure")),
        (stages, language.pick("项进展", "stage")),
        (problems, language.pick("个问题", "problem")),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| match language {
            Language::Zh => format!("{count} {noun}"),
            Language::En => plural(count, noun),
        })
        .collect();
    match (parts.is_empty(), language) {
        (true, _) => String::new(),
        (false, Language::Zh) => format!("已报 {}。", parts.join("、")),
        (false, Language::En) => format!("Reported: {}.", parts.join(", ")),
    }
}
