//! What the workbook of the whole ledger says of its own; the rest are the words of the pages.

use crate::plan::Year;
use crate::standing::AsOf;
use crate::text::Language;

pub struct Words {
    pub indicators: &'static str,
    pub things: &'static str,
    pub things_caption: &'static str,
    pub milestones: &'static str,
    pub milestones_caption: &'static str,
    pub figures: &'static str,
    pub figures_caption: &'static str,
    pub reports_caption: &'static str,
    pub area: &'static str,
    pub task: &'static str,
    pub unit: &'static str,
    pub basis: &'static str,
    pub unset: &'static str,
    pub month: &'static str,
    pub gap: &'static str,
    pub kind: &'static str,
    pub name: &'static str,
    pub section: &'static str,
    pub year: &'static str,
    pub note: &'static str,
    pub as_written: &'static str,
    pub district: &'static str,
    pub city: &'static str,
    pub evidence: &'static str,
    pub reported_by: &'static str,
    pub person: &'static str,
    pub written: &'static str,
    pub accepted: &'static str,
    pub not_accepted: &'static str,
    pub counts: &'static str,
    pub closing: &'static str,
}

const ZH: Words = Words {
    indicators: "指标",
    things: "举措和项目",
    things_caption: "举措和项目的进展",
    milestones: "节点目标",
    milestones_caption: "节点目标的进展",
    figures: "逐月数据",
    figures_caption: "各单位报过的每一个数，含已更正、已退回的",
    reports_caption: "各单位逐月报送情况",
    area: "领域",
    task: "任务",
    unit: "计量单位",
    basis: "口径",
    unset: "未设",
    month: "月份",
    gap: "差距",
    kind: "类别",
    name: "名称",
    section: "章节",
    year: "年份",
    note: "说明",
    as_written: "原文",
    district: "地区",
    city: "全市",
    evidence: "佐证",
    reported_by: "填报单位",
    person: "填报人",
    written: "填报日期",
    accepted: "是否接收",
    not_accepted: "未接收",
    counts: "是否有效",
    closing: "销号情况",
};

const EN: Words = Words {
    indicators: "Indicators",
    things: "Measures and projects",
    things_caption: "How far measures and projects have come",
    milestones: "Milestones",
    milestones_caption: "How far milestones have come",
    figures: "Figures by month",
    figures_caption: "Every figure that was reported, corrected and returned ones as well",
    reports_caption: "Reports of every organisation, month by month",
    area: "Area",
    task: "Task",
    unit: "Unit",
    basis: "Basis",
    unset: "not set",
    month: "Month",
    gap: "Gap",
    kind: "Kind",
    name: "Name",
    section: "Section",
    year: "Year",
    note: "Note",
    as_written: "As written",
    district: "District",
    city: "whole city",
    evidence: "Evidence",
    reported_by: "Reported by",
    person: "Person",
    written: "Written on",
    accepted: "Accepted",
    not_accepted: "not accepted",
    counts: "In force",
    closing: "Closing",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// The title of the workbook, by which its file is named as well.
pub fn title(as_of: AsOf) -> String {
    let AsOf { plan, today, language, .. } = as_of;
    let name = plan.say(&plan.short_title, language).words;
    language.pick(format!("{name}台账（{today}）"), format!("{name}: ledger, {today}"))
}

/// The head over the targets of a year.
pub fn target_of(language: Language, year: Year) -> String {
    language.pick(format!("{year} 年目标"), format!("Target {year}"))
}

/// Where it all comes from, and whose word it is.
pub fn source(as_of: AsOf) -> String {
    let AsOf { plan, language, .. } = as_of;
    let title = plan.say(&plan.title, language).words;
    let number = plan.document.number.as_deref().unwrap_or_default();
    match language {
        Language::Zh => {
            format!("来源：《{title}》{number}，各单位填报。数据、佐证、署名和日期由填报人自报，未经核验。")
        }
        Language::En => format!(
            "Source: {title} {number}, and what the organisations reported. Figures, evidence, names and days are claims of whoever reported them."
        ),
    }
}
