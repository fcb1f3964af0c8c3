//! What the pages about one thing of the plan say in common.

use crate::ledger::words as names;
use crate::plan::{Collective, Mention, Milestone, MilestoneKind, Modality, Year};
use crate::text::Language;

pub struct Words {
    pub path: &'static str,
    pub tasks: &'static str,
    pub task: &'static str,
    pub measure: &'static str,
    pub project: &'static str,
    pub projects_all: &'static str,
    pub of_task: &'static str,
    pub milestone: &'static str,
    pub organisation: &'static str,
    pub responsibility: &'static str,
    pub timeline: &'static str,
    pub requirement: &'static str,
    pub head: &'static str,
    pub section: &'static str,
    pub area: &'static str,
    pub lead: &'static str,
    pub responsible: &'static str,
    /// What follows a list that the text leaves open.
    pub and_others: &'static str,
    pub kind: &'static str,
    pub years: &'static str,
    pub year: &'static str,
    pub wording: &'static str,
    pub indicator: &'static str,
    pub indicators: &'static str,
    pub basis: &'static str,
    pub unit: &'static str,
    pub unset: &'static str,
    pub latest: &'static str,
    pub light: &'static str,
    pub milestones: &'static str,
    pub measures: &'static str,
    pub projects: &'static str,
    pub organisations: &'static str,
    pub named: &'static str,
    pub as_written: &'static str,
    pub aliases: &'static str,
    pub list: &'static str,
    pub note: &'static str,
    pub questions: &'static str,
    pub questions_note: &'static str,
    pub reading: &'static str,
    pub facts: &'static str,
    pub collective: &'static str,
    pub members: &'static str,
    pub groups: &'static str,
    pub indicators_caption: &'static str,
    pub progress: &'static str,
    pub progress_caption: &'static str,
    pub period: &'static str,
    pub stage: &'static str,
    pub said: &'static str,
    pub became: &'static str,
    pub reported_by: &'static str,
    pub reported_on: &'static str,
    pub judged: &'static str,
}

const ZH: Words = Words {
    path: "所在位置",
    tasks: "任务",
    task: "任务",
    measure: "举措",
    project: "项目",
    projects_all: "项目清单",
    of_task: "属于整个任务",
    milestone: "节点目标",
    organisation: "单位",
    responsibility: "责任",
    timeline: "时间",
    requirement: "工作要求",
    head: "方案题首",
    section: "出处",
    area: "领域",
    lead: "牵头单位",
    responsible: "责任单位",
    and_others: "等",
    kind: "类别",
    years: "年份",
    year: "年度",
    wording: "限定词",
    indicator: "指标",
    indicators: "指标与目标值",
    basis: "口径",
    unit: "单位",
    unset: "未设",
    latest: "最近完成",
    light: "状态",
    milestones: "节点目标",
    measures: "举措",
    projects: "具名项目",
    organisations: "涉及单位",
    named: "方案中的位置",
    as_written: "方案原文",
    aliases: "又称",
    list: "名单",
    note: "说明",
    questions: "待明确事项",
    questions_note: "方案没有写明之处，以及本页暂按的理解",
    reading: "暂按理解：",
    facts: "要点",
    collective: "数量",
    members: "成员",
    groups: "所属",
    indicators_caption: "> 突破，≥ 不少于，≤ 不超过，达 达到；无符号：方案只写数字",
    progress: "进展",
    progress_caption: "历次进展，最近的在前",
    period: "调度期",
    stage: "阶段",
    said: "说明",
    became: "结果",
    reported_by: "填报",
    reported_on: "时间",
    judged: names::JUDGEMENT.zh,
};

const EN: Words = Words {
    path: "Where this stands",
    tasks: "Tasks",
    task: "Task",
    measure: "Measure",
    project: "Project",
    projects_all: "List of projects",
    of_task: "of the whole task",
    milestone: "Milestone",
    organisation: "Organisation",
    responsibility: "Responsibility",
    timeline: "Timeline",
    requirement: "Requirement",
    head: "Head of the plan",
    section: "Section",
    area: "Area",
    lead: "Lead",
    responsible: "Responsible",
    and_others: " and others",
    kind: "Kind",
    years: "Years",
    year: "Year",
    wording: "Modality",
    indicator: "Indicator",
    indicators: "Indicators and targets",
    basis: "Basis",
    unit: "Unit",
    unset: "not set",
    latest: "Latest actual",
    light: "Status",
    milestones: "Milestones",
    measures: "Measures",
    projects: "Projects named",
    organisations: "Organisations named",
    named: "Where the plan names it",
    as_written: "The plan's own words",
    aliases: "Also called",
    list: "List with members",
    note: "Note",
    questions: "Open questions",
    questions_note: "What the text leaves open, and how it is read here",
    reading: "Read here as: ",
    facts: "In short",
    collective: "Number",
    members: "Members",
    groups: "Belongs to",
    indicators_caption: "> more than, ≥ at least, ≤ at most, to: reach; no sign: a bare number",
    progress: "Progress",
    progress_caption: "Progress as reported, latest first",
    period: "Period",
    stage: "Stage",
    said: "Note",
    became: "Result",
    reported_by: "Reported by",
    reported_on: "On",
    judged: names::JUDGEMENT.en,
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// A measure of one year says so.
pub fn of_year(language: Language, year: Year) -> String {
    match language {
        Language::Zh => format!("{year} 年的举措"),
        Language::En => format!("a measure of {year}"),
    }
}

/// The measures of a list that are all of one year say so once.
pub fn all_of_year(language: Language, year: Year) -> String {
    match language {
        Language::Zh => format!("都是 {year} 年的举措"),
        Language::En => format!("all of {year}"),
    }
}

/// `6, one named`.
pub fn collective(language: Language, collective: Collective) -> String {
    let Collective { count, named } = collective;
    match (language, named) {
        (Language::Zh, 0) => format!("{count} 个，均未具名"),
        (Language::Zh, _) => format!("{count} 个，具名 {named} 个"),
        (Language::En, 0) => format!("{count}, none named"),
        (Language::En, 1) => format!("{count}, one named"),
        (Language::En, _) => format!("{count}, {named} named"),
    }
}

/// What a milestone asks, in its years, and whether it can be done at all.
pub fn milestone_sentence(language: Language, milestone: &Milestone) -> String {
    let years = milestone.years;
    let modality = match milestone.modality {
        Modality::None => "",
        modality => modality.words(language),
    };
    match (language, milestone.kind) {
        (Language::Zh, MilestoneKind::State) => {
            format!("{years} 年底要{modality}达到的状态：到期判定达到或未达到，没有数值。")
        }
        (Language::Zh, MilestoneKind::Direction) => {
            format!("{years} 年努力的方向：方向没有终点，不能判定“完成”，只能说明进展。")
        }
        (Language::En, MilestoneKind::State) if modality.is_empty() => {
            format!("A state to reach by the end of {years}: it is then reached or not; there is no figure.")
        }
        (Language::En, MilestoneKind::State) => format!(
            "A state to {modality} by the end of {years}: it is then reached or not; there is no figure."
        ),
        (Language::En, MilestoneKind::Direction) => {
            format!("A direction for {years}: it is never done, only reported on.")
        }
    }
}

/// What sort of place names something.
pub fn mention(language: Language, mention: Mention) -> &'static str {
    let words = of(language);
    match mention {
        Mention::Task(_) => words.task,
        Mention::Measure(_) => words.measure,
        Mention::Milestone(_) => words.milestone,
        Mention::Project(_) => words.project,
        Mention::Requirement(_) => words.requirement,
        Mention::Head => words.head,
    }
}
