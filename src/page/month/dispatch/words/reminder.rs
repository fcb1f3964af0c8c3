//! What reminders say.

use super::sentences::items_of_year;
use super::{days, plural};
use crate::page::month::dispatch::RowStatus;
use crate::plan::{Day, Month};
use crate::standing::duty::Duty;
use crate::standing::window::Window;
use crate::standing::words::window_source;
use crate::text::{Language, isolated};

/// To whom it goes.
pub fn reminder_head(language: Language, name: &str) -> String {
    language.pick(format!("【催办】{name}："), format!("Reminder for {name}:"))
}

/// What is asked until when.
pub fn reminder_asked(
    language: Language,
    about: Month,
    standing: RowStatus,
    window: Window,
    today: Day,
    reason: Option<&str>,
) -> String {
    let name = about.words(language);
    let ((opens, closes), source) = (window.days(), window_source(language, window.source));
    let (over, left) = (today.since(closes), closes.since(today));
    let reason = isolated(reason.unwrap_or_default());
    match (language, standing) {
        (Language::Zh, RowStatus::Returned) => {
            format!("{name}的回执已退回：{reason}。请改后重报。")
        }
        (Language::En, RowStatus::Returned) => {
            format!("The report for {name} was returned: {reason}. Please correct it and report again.")
        }
        (Language::Zh, standing) if standing.is_reported() => format!("{name}的回执已收到，但有缺项。"),
        (Language::En, standing) if standing.is_reported() => {
            format!("The report for {name} has come, but is incomplete.")
        }
        (Language::Zh, RowStatus::Late) => {
            format!("{name}调度应于 {closes} 前报送{source}，已逾期 {over} 天。")
        }
        (Language::En, RowStatus::Late) => {
            format!("The report for {name} was due by {closes}{source}; it is {} overdue.", days(over))
        }
        (Language::Zh, _) => format!("{name}调度请在 {opens} 至 {closes} 报送{source}，还有 {left} 天。"),
        (Language::En, _) => {
            format!("The report for {name} is due {opens} to {closes}{source}, {} left.", days(left))
        }
    }
}

/// What is missing: figures that are due by name, `more` beyond those, the rest in numbers.
pub fn reminder_missing(language: Language, names: &[String], more: usize, duty: &Duty) -> String {
    let (measures, milestones, items) = (duty.measures.len(), duty.milestones.len(), duty.items.len());
    let other = duty.indicators.len() - names.len() - more;
    if duty.indicators.is_empty() && measures + milestones + items == 0 {
        return language
            .pick(
                "请报当月的新情况、新问题；没有的，请零报告。",
                "Please report any new situations and problems, or that there are none.",
            )
            .to_owned();
    }
    let mut parts = Vec::new();
    if !names.is_empty() {
        let list = names.join(language.pick("、", ", "));
        parts.push(match (language, more) {
            (Language::Zh, 0) => format!("本期须报的指标：{list}"),
            (Language::Zh, _) => format!("本期须报的指标：{list}，另 {more} 项"),
            (Language::En, 0) => format!("indicators due: {list}"),
            (Language::En, _) => format!("indicators due: {list}, and {more} more"),
        });
    }
    if other > 0 {
        parts.push(language.pick(
            format!("其余指标 {other} 项有新数据的也可报"),
            format!("new figures for {} may be given too", plural(other, "other indicator")),
        ));
    }
    if measures > 0 {
        parts.push(
            language.pick(
                format!("举措进展 {measures} 项"),
                format!("progress of {}", plural(measures, "measure")),
            ),
        );
    }
    if items > 0 {
        parts.push(items_of_year(language, items));
    }
    if milestones > 0 {
        parts.push(language.pick(
            format!("节点目标 {milestones} 项"),
            format!("progress of {}", plural(milestones, "milestone")),
        ));
    }
    match language {
        Language::Zh => format!("还缺：{}。", parts.join("；")),
        Language::En => format!("Missing: {}.", parts.join("; ")),
    }
}

/// Head of the text to all.
pub fn reminder_to_all(language: Language, about: Month, window: Window, today: Day) -> String {
    let name = about.words(language);
    let ((opens, closes), source) = (window.days(), window_source(language, window.source));
    match language {
        Language::Zh => format!("【催办】{name}调度，填报时限 {opens} 至 {closes}{source}，今天 {today}。"),
        Language::En => {
            format!("Reminder: reports for {name} are due {opens} to {closes}{source}; today is {today}.")
        }
    }
}

/// What is missing of a report that has come: by name, and `more` beyond those.
pub fn reminder_lacks(language: Language, names: &[String], more: usize) -> String {
    let list = names.join(language.pick("、", ", "));
    let more = match more {
        0 => String::new(),
        more => language.pick(format!("，另 {more} 项"), format!(", and {more} more")),
    };
    language.pick(format!("还缺：{list}{more}。"), format!("Missing: {list}{more}."))
}

/// Those who stand alike; without a standing, those whose report lacks something. Nothing where there is nobody.
pub fn reminder_names(language: Language, standing: Option<RowStatus>, names: &[String]) -> Option<String> {
    if names.is_empty() {
        return None;
    }
    let what = match standing {
        Some(RowStatus::Late) => language.pick("逾期未报", "Overdue"),
        Some(RowStatus::Returned) => language.pick("退回待改", "Returned, to be corrected"),
        Some(_) => language.pick("待报", "Awaited"),
        None => language.pick("已报、缺项", "Reported, incomplete"),
    };
    let count = names.len();
    let list = names.join(language.pick("、", ", "));
    Some(language.pick(format!("{what} {count} 家：{list}"), format!("{what} ({count}): {list}")))
}
