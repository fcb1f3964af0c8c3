//! How far an indicator is from its target, as a board says it: in two or three words.

use super::{exact, lead};
use crate::plan::unit::is_rate;
use crate::plan::{Indicator, PlanIndex, Year};
use crate::standing::{Judgement, Origin, Ratio, Reason, Rule};
use crate::text::Language;

/// What is missing to the target or is beyond it; where nothing can be judged, why. Of a target that a paper adjusted,
/// that is said.
pub fn gap(
    judgement: &Judgement,
    indicator: &Indicator,
    plan: &PlanIndex,
    rule: &Rule,
    language: Language,
) -> String {
    let mut said = unmarked(judgement, indicator, plan, rule, language);
    if judgement.goal.as_ref().is_some_and(|goal| goal.origin == Origin::Adjusted) {
        said.push_str(language.pick("（调整后）", " (adjusted)"));
    }
    said
}

fn unmarked(
    judgement: &Judgement,
    indicator: &Indicator,
    plan: &PlanIndex,
    rule: &Rule,
    language: Language,
) -> String {
    let says = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    let last_due = judgement.dues.last;
    match judgement.reason {
        Reason::NoTarget => says("没有目标", "no target"),
        Reason::NoFigure if judgement.is_answered() => says("已报，无数据", "no figure"),
        Reason::NoFigure if judgement.partly.is_some() => judgement.partly.map_or_else(String::new, |one| {
            language.pick(
                format!("{}/{} 区已报", one.districts, one.all),
                format!("{}/{} districts", one.districts, one.all),
            )
        }),
        Reason::NoFigure if last_due.is_some() => says("逾期未报", "overdue"),
        Reason::NoFigure => says("未到时限", "not due yet"),
        Reason::BasisUndecided => says("口径待认定", "basis open"),
        Reason::YearNotOver => says("年底再判", "judged at the year's end"),
        Reason::TooLarge => says("无法计算", "too large"),
        Reason::BeyondTargets => match &judgement.goal {
            Some(goal) => no_figure_of(goal.year, language),
            None => says("没有目标", "no target"),
        },
        Reason::Overdue => {
            let days = last_due.map_or(0, |due| judgement.as_of.since(due.closes));
            match language {
                Language::Zh => format!("逾期 {days} 天"),
                Language::En if days == 1 => "1 day overdue".into(),
                Language::En => format!("{days} days overdue"),
            }
        }
        Reason::Points => judgement.progress.map_or_else(String::new, |one| lead(&one, rule, language)),
        Reason::BaselineMissing
        | Reason::Reached
        | Reason::NotReached
        | Reason::LimitBroken
        | Reason::Held
        | Reason::NotHeld
        | Reason::NotYetHeld => to_target(judgement, indicator, plan, language)
            .unwrap_or_else(|| super::reason(judgement, rule, language)),
    }
}

/// That nobody knows how a year ended.
pub fn no_figure_of(year: Year, language: Language) -> String {
    match language {
        Language::Zh => format!("缺 {year} 年完成值"),
        Language::En => format!("no figure of {year}"),
    }
}

/// The distance to the target in the indicator's unit.
fn to_target(
    judgement: &Judgement,
    indicator: &Indicator,
    plan: &PlanIndex,
    language: Language,
) -> Option<String> {
    let (goal, gap) = (judgement.goal.as_ref()?, judgement.outlook.gap?);
    let size = exact(gap.size());
    let unit = plan.say(&indicator.unit, language).words;
    // Per cents differ by points. English leaves other units out: the figure stands beside its own.
    let size = match language {
        Language::Zh if is_rate(&unit) => format!("{size} 点"),
        Language::Zh => format!("{size} {unit}"),
        Language::En if is_rate(&unit) => format!("{size} {}", super::noun(&size)),
        Language::En => size,
    };
    Some(match (gap.cmp(&Ratio::ZERO), goal.is_limit(), language) {
        (std::cmp::Ordering::Equal, _, _) if judgement.holds == Some(false) => {
            language.pick("须超过目标", "must exceed it").into()
        }
        (std::cmp::Ordering::Equal, ..) => language.pick("与目标持平", "just reached").into(),
        (std::cmp::Ordering::Greater, false, Language::Zh) => format!("差 {size}"),
        (std::cmp::Ordering::Greater, false, Language::En) => format!("{size} short"),
        (std::cmp::Ordering::Less, false, Language::Zh) => format!("超 {size}"),
        (std::cmp::Ordering::Less, false, Language::En) => format!("{size} over"),
        (std::cmp::Ordering::Greater, true, Language::Zh) => format!("超出 {size}"),
        (std::cmp::Ordering::Greater, true, Language::En) => format!("{size} too much"),
        (std::cmp::Ordering::Less, true, Language::Zh) => format!("低 {size}"),
        (std::cmp::Ordering::Less, true, Language::En) => format!("{size} below"),
    })
}
