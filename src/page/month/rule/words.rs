//! What the form of the rule says.

use crate::ledger::words as names;
use crate::standing::{Curve, Rule};
use crate::text::Language;

pub struct Words {
    pub title: &'static str,
    pub change: &'static str,
    pub amber: &'static str,
    pub red: &'static str,
    pub curve: &'static str,
    pub reason: &'static str,
    pub save: &'static str,
    pub saved: &'static str,
    pub no_amber: &'static str,
    pub no_red: &'static str,
    pub no_curve: &'static str,
    pub no_reason: &'static str,
}

const ZH: Words = Words {
    title: names::RULE.zh,
    change: "修改规则",
    amber: "落后满几点为偏慢",
    red: "落后超过几点为滞后",
    curve: "1—12 月各月末应完成的百分比（留空为逐月均匀）",
    reason: "修改理由",
    save: "启用新规则",
    saved: "新规则已启用，所有灯按新规则重判。",
    no_amber: "“偏慢”请填 0 至 100 的数。",
    no_red: "“滞后”请填 0 至 100 的数。",
    no_curve: "曲线请填 12 个数，每月一个；不用曲线的留空。",
    no_reason: "请写明修改理由，不超过 2000 字。",
};

const EN: Words = Words {
    title: "Rule for lights",
    change: "Change the rule",
    amber: "“Slow” from this many points behind",
    red: "“Behind” above this many points",
    curve: "Percentage expected by the end of each month, January to December (empty: evenly)",
    reason: "Reason",
    save: "Put the new rule in force",
    saved: "The new rule is in force; all lights were judged again.",
    no_amber: "“Slow” takes a number from 0 to 100.",
    no_red: "“Behind” takes a number from 0 to 100.",
    no_curve: "The curve takes twelve numbers, one for each month; leave it empty to do without.",
    no_reason: "Please give a reason of at most 2000 characters.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// The rule in force.
pub fn current(language: Language, rule: &Rule) -> String {
    let (name, version, amber, red) = (rule.name(language), rule.version, rule.amber_points, rule.red_points);
    let evenly = matches!(rule.curve, Curve::Linear);
    match language {
        Language::Zh => {
            let curve = if evenly { "逐月均匀" } else { "按各月曲线" };
            format!("“{name}”第 {version} 版：{curve}；落后满 {amber} 点为偏慢，超过 {red} 点为滞后。")
        }
        Language::En => {
            let curve = if evenly { "evenly over the months" } else { "by a curve of its own" };
            format!(
                "{name}, version {version}: {curve}; slow from {amber} points behind, behind above {red}."
            )
        }
    }
}
