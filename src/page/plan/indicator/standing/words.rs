//! What the page of one indicator says once there are records.

use crate::ledger::words as names;
use crate::standing::Light;
use crate::text::Language;

pub struct Words {
    pub attainment: &'static str,
    pub expected: &'static str,
    pub from_baseline: &'static str,
    pub used: &'static str,
    pub may_use: &'static str,
    pub no_forecast: &'static str,
    pub no_basis: &'static str,
    /// Behind a basis, who decided it and the day.
    pub decided: &'static str,
    pub forecast_method: &'static str,
    pub asks_baseline: &'static str,
    pub asks_basis: &'static str,
    pub why: &'static str,
    pub computed: &'static str,
    pub by_person: &'static str,
    pub by_person_note: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub outlook: &'static str,
    pub reported: &'static str,
    pub none_reported: &'static str,
    pub shares: &'static str,
    pub decisions: &'static str,
    pub month: &'static str,
    pub district: &'static str,
    pub city: &'static str,
    pub figure: &'static str,
    pub who: &'static str,
    pub when: &'static str,
    pub evidence: &'static str,
    pub note: &'static str,
    pub state: &'static str,
    pub what: &'static str,
    pub reason: &'static str,
}

const ZH: Words = Words {
    attainment: "完成率",
    expected: "序时进度",
    from_baseline: "自基期起的增量完成率",
    used: "限额已用",
    may_use: "限额应用",
    no_forecast: "保持水平的指标不作预测。",
    decided: " 认定；方案未载明）",
    no_basis: "口径待认定，不作预测。",
    forecast_method: "预测取任意两个完成值之间增速的中位数（泰尔—森法），范围为其中的九成。",
    asks_baseline: "缺基期值：没有起点，无法计算进度。请在下面“补记与更正”中记录。",
    asks_basis: "方案没有写明口径：完成值照列，暂不判灯。请在下面“补记与更正”中认定。",
    why: "判灯依据",
    computed: "按规则计算",
    by_person: names::JUDGEMENT.zh,
    by_person_note: "两个灯均保留；人工判灯只对本期有效。",
    copy: "复制整句",
    copied: "已复制。",
    not_copied: "浏览器不允许网页复制，请选中上面的句子自行复制。",
    outlook: "后续测算",
    reported: "历次完成值",
    none_reported: "尚未报过完成值。",
    shares: "各地区最近完成值",
    decisions: "认定、基期、分解、调整与人工判灯",
    month: "调度期",
    district: "地区",
    city: "全市",
    figure: "完成值",
    who: "填报",
    when: "时间",
    evidence: "依据",
    note: "说明",
    state: "结果",
    what: "内容",
    reason: "理由",
};

const EN: Words = Words {
    attainment: "Attainment",
    expected: "Expected progress",
    from_baseline: "Progress from the baseline",
    used: "Share of the limit used",
    may_use: "Expected to be used",
    no_forecast: "No forecast is made for a level to be held.",
    decided: "; the plan does not state it)",
    no_basis: "No forecast is made while the basis is undecided.",
    forecast_method: "The forecast uses the median pace between any two figures (Theil–Sen); the range covers nine in ten of them.",
    asks_baseline: "The baseline is missing: without a starting point, progress cannot be computed. Record one below, under “Add and correct”.",
    asks_basis: "The plan does not state the basis: figures are listed but not judged. Decide it below, under “Add and correct”.",
    why: "Why this light",
    computed: "Computed by the rule",
    by_person: "Light set by judgement",
    by_person_note: "Both lights are kept; the judgement holds for this period only.",
    copy: "Copy the sentence",
    copied: "Copied.",
    not_copied: "The browser does not allow copying. Select the sentence above and copy it yourself.",
    outlook: "Outlook",
    reported: "Figures as reported",
    none_reported: "No figure has been reported yet.",
    shares: "Latest by district",
    decisions: "Decisions, baselines, yearly targets, adjustments and judgements",
    month: "Period",
    district: "District",
    city: "City",
    figure: "Actual",
    who: "Reported by",
    when: "On",
    evidence: "Evidence",
    note: "Note",
    state: "Result",
    what: "What",
    reason: "Reason",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// How many older rows stand behind the opener.
pub fn older(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("更早的 {count} 条"),
        Language::En => format!("{count} older"),
    }
}

/// Caption of the table of figures.
pub fn caption(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("共 {count} 条，最近的在前"),
        Language::En => format!("{count} in all, latest first"),
    }
}

/// The light by the target as issued, behind the one by the target as adjusted; empty where both are the same.
pub fn as_issued(language: Language, light: Option<Light>) -> String {
    match (light.map(|light| light.words(language)), language) {
        (None, _) => String::new(),
        (Some(light), Language::Zh) => format!("，按原目标为{light}"),
        (Some(light), Language::En) => format!(", as issued: {light}"),
    }
}
