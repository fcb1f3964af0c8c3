//! What the table of baselines and bases says.

use super::Wrong;
use crate::ledger::words as names;
use crate::page::plan::indicator::acts::words as acts;
use crate::plan::Month;
use crate::text::Language;

pub struct Words {
    pub title: &'static str,
    pub lede: &'static str,
    pub indicator: &'static str,
    pub basis: &'static str,
    pub baseline: &'static str,
    pub month: &'static str,
    pub source: &'static str,
    pub month_of_all: &'static str,
    pub source_of_all: &'static str,
    pub as_above: &'static str,
    pub decide: &'static str,
    pub none: &'static str,
    pub wanted: &'static str,
    pub save: &'static str,
    pub nothing: &'static str,
    pub saved: &'static str,
    pub only_looking: &'static str,
}

const ZH: Words = Words {
    title: "基期和口径",
    lede: "存量指标缺基期值不能评判，方案没有写明口径的须先认定。填完后一次保存，可一次撤销。",
    indicator: "指标",
    basis: "口径",
    baseline: names::BASELINE.zh,
    month: "截至月份",
    source: "依据",
    month_of_all: "各项基期的月份",
    source_of_all: "各项的依据（文件、公报、会议）",
    as_above: "同上",
    decide: "请认定",
    none: "不需要",
    wanted: "待补",
    save: "全部保存",
    nothing: "尚未填写任何一项。",
    saved: "已记入台账。",
    only_looking: "正在查看的不是本机当前台账，只能查看，不能办理。",
};

const EN: Words = Words {
    title: "Baselines and bases",
    lede: "A stock cannot be judged without a baseline, and a basis that the plan leaves open has to be decided first. Everything is saved at once and can be undone at once.",
    indicator: "Indicator",
    basis: "Basis",
    baseline: "Baseline",
    month: "Month",
    source: "Source",
    month_of_all: "Month of all baselines",
    source_of_all: "Source for all (document, bulletin, meeting)",
    as_above: "as above",
    decide: "Decide",
    none: "not needed",
    wanted: "wanted",
    save: "Save all",
    nothing: "Nothing is filled in yet.",
    saved: "Recorded.",
    only_looking: "This is not this device's current ledger: it can be viewed, but nothing can be done here.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// What is missing, in a sentence.
pub fn heading(language: Language, baselines: usize, bases: usize) -> String {
    match (language, baselines, bases) {
        (Language::Zh, 0, 0) => "基期和口径均已记录".into(),
        (Language::En, 0, 0) => "Baselines and bases are all recorded".into(),
        (Language::Zh, _, 0) => format!("{baselines} 项缺基期值"),
        (Language::Zh, 0, _) => format!("{bases} 项口径待认定"),
        (Language::Zh, ..) => format!("{baselines} 项缺基期值，{bases} 项口径待认定"),
        (Language::En, _, 0) => format!("Baselines missing: {baselines}"),
        (Language::En, 0, _) => format!("Bases to decide: {bases}"),
        (Language::En, ..) => format!("Baselines missing: {baselines}; bases to decide: {bases}"),
    }
}

/// What is recorded.
pub fn recorded(language: Language, at: Month, value: &str) -> String {
    language.pick(format!("已记 {value}（{at}）"), format!("recorded {value} ({at})"))
}

/// What is wrong with a line.
pub fn wrong(language: Language, wrong: &Wrong) -> String {
    match wrong {
        Wrong::Fault(act, fault) => acts::fault(language, *act, *fault),
        Wrong::BasisFirst => language
            .pick(
                "口径尚未认定，请先选口径，再填基期值。",
                "Its basis is not decided: choose one, then enter the baseline.",
            )
            .into(),
        Wrong::NoBaseline => language
            .pick("这个口径不需要基期值，请删去。", "This basis needs no baseline; leave it empty.")
            .into(),
    }
}
