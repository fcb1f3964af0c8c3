//! What the monthly dispatch sheet says of its own.

use super::model::Reports;
use crate::plan::{Month, Year};
use crate::route::DocumentKind;
use crate::standing::{Light, Rule};
use crate::text::Language;

pub struct Words {
    pub indicators: &'static str,
    pub indicators_caption: &'static str,
    pub indicator: &'static str,
    pub targets: &'static str,
    pub latest: &'static str,
    pub light: &'static str,
    pub reason: &'static str,
    pub lead: &'static str,
    pub missing: &'static str,
    pub none_missing: &'static str,
    pub not_reported: &'static str,
    pub given_back: &'static str,
    pub problems: &'static str,
    pub problems_caption: &'static str,
    pub no_problems: &'static str,
    pub problem: &'static str,
    pub subject: &'static str,
    pub organisation: &'static str,
    pub who: &'static str,
    pub until: &'static str,
    pub state: &'static str,
}

const ZH: Words = Words {
    indicators: "一、指标进展",
    indicators_caption: "各项指标的目标、完成值和状态",
    indicator: "指标",
    targets: "目标",
    latest: "完成值",
    light: "状态",
    reason: "情况",
    lead: "牵头单位",
    missing: "二、报送情况",
    none_missing: "应报单位都已报送。",
    not_reported: "未报：",
    given_back: "退回待改：",
    problems: "三、需协调的问题",
    problems_caption: "尚未销号的问题",
    no_problems: "没有尚未销号的问题。",
    problem: "问题",
    subject: "涉及事项",
    organisation: "单位",
    who: "责任人",
    until: "完成时限",
    state: "状态",
};

const EN: Words = Words {
    indicators: "1. Indicators",
    indicators_caption: "Targets, actuals and status of every indicator",
    indicator: "Indicator",
    targets: "Targets",
    latest: "Actual",
    light: "Status",
    reason: "Why",
    lead: "Lead",
    missing: "2. Reports",
    none_missing: "Every organisation that owes a report has sent it.",
    not_reported: "Not reported: ",
    given_back: "Returned for correction: ",
    problems: "3. Problems to settle",
    problems_caption: "Problems that are not closed out",
    no_problems: "No problem is open.",
    problem: "Problem",
    subject: "About",
    organisation: "Organisation",
    who: "Person responsible",
    until: "Due",
    state: "State",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

pub fn title(language: Language, plan: &str, month: Month) -> String {
    let kind = DocumentKind::Monthly.words(language);
    match language {
        Language::Zh => format!("{plan}{}年{}月调度表", month.year(), month.number()),
        Language::En => format!("{plan}: {kind}, {month}"),
    }
}

/// How many indicators show which light; what none shows is left out.
pub fn lights(language: Language, all: usize, counts: &[(Light, usize)]) -> String {
    let shown = counts.iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = shown
        .map(|(light, count)| match language {
            Language::Zh => format!("{}{count}项", light.words(language)),
            Language::En => format!("{count} {}", light.words(language)),
        })
        .collect();
    match language {
        Language::Zh => format!("共{all}项指标：{}。", parts.join("、")),
        Language::En => format!("{all} indicators: {}.", parts.join(", ")),
    }
}

pub fn reports(language: Language, reports: &Reports) -> String {
    let Reports { owed, submitted, accepted, returned, missing } = reports;
    let (returned, missing) = (returned.len(), missing.len());
    match language {
        Language::Zh => {
            format!(
                "本期应报{owed}家：已接收{accepted}家，待核对{submitted}家，退回待改{returned}家，未报{missing}家。"
            )
        }
        Language::En => format!(
            "{owed} reports are owed: {accepted} accepted, {submitted} to be checked, {returned} returned, {missing} not sent."
        ),
    }
}

pub fn of_year(language: Language, year: Year, target: &str) -> String {
    match language {
        Language::Zh => format!("{year}年{target}"),
        Language::En => format!("{year}: {target}"),
    }
}

/// Whose word the figures are, by which rule progress is judged, and against which targets.
pub fn note(language: Language, rule: &Rule, against: String) -> String {
    let (name, version) = (rule.name(language), rule.version);
    let said = match language {
        Language::Zh => format!("数据由各单位自报。进展按“{name}”第 {version} 版评判。"),
        Language::En => {
            format!(
                "Figures as reported by the organisations. Progress is judged by the rule {name}, version {version}."
            )
        }
    };
    [said, against].concat()
}
