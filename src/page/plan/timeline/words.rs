//! What the timeline says of its own.

use crate::plan::{Day, Month, Round, Year};
use crate::standing::due::Due;
use crate::text::{Language, Text};

pub struct Words {
    pub years: &'static str,
    pub milestones: &'static str,
    pub nodes: &'static str,
    pub nodes_note: &'static str,
    pub calendar: &'static str,
    pub rounds: &'static str,
    pub past: &'static str,
    pub open: &'static str,
    pub coming: &'static str,
    pub stated: &'static str,
    pub assumed: &'static str,
    pub as_written: &'static str,
}

const ZH: Words = Words {
    years: "各年目标",
    milestones: "节点目标",
    nodes: "工作节点",
    nodes_note: "各年清单所列，按完成时限",
    calendar: "调度日历",
    rounds: "调度机制",
    past: "已过",
    open: "填报中",
    coming: "未到",
    stated: "时限按方案",
    assumed: "时限为假定，方案没有写明",
    as_written: "原文：",
};

const EN: Words = Words {
    years: "Targets of each year",
    milestones: "Milestones",
    nodes: "Nodes",
    nodes_note: "of the lists of the years, by due day",
    calendar: "Calendar of reports",
    rounds: "Reporting cycle",
    past: "past",
    open: "open now",
    coming: "coming",
    stated: "dates as the plan states",
    assumed: "dates assumed: the plan states none",
    as_written: "In the text: ",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// Where today stands in the calendar, as the page's sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Now {
    /// The clock was not asked.
    Unknown,
    /// Every window is past.
    Over,
    /// At least one window is open; the nearest to close.
    Open(Text, Due, i64),
    /// The nearest window to open.
    Coming(Text, Due),
}

/// The page in a sentence.
pub fn headline(language: Language, now: &Now, rounds: usize) -> Text {
    let of =
        |name: &Text, zh: String, en: String| Text { words: language.pick(zh, en), language: name.language };
    match now {
        Now::Unknown => Text::plain(language.pick(
            format!("方案期内须调度、通报、评估、对账 {rounds} 次"),
            format!("{rounds} rounds of monthly reports, bulletins, assessments and reconciliation"),
        )),
        Now::Over => Text::plain(language.pick(
            format!("方案期已满，{rounds} 次调度、通报、评估、对账的时限都已过去"),
            format!("The plan's years are over: all {rounds} rounds of reporting are past"),
        )),
        Now::Open(name, due, days) => of(
            name,
            format!("{}正在填报，{} 截止，还有 {days} 天", name.words, due.closes),
            format!("{} is open: closes {}, {days} days left", name.words, due.closes),
        ),
        Now::Coming(name, due) => of(
            name,
            format!("下一次是{}，{} 至 {} 填报", name.words, due.opens, due.closes),
            format!("Next: {}, due {} to {}", name.words, due.opens, due.closes),
        ),
    }
}

/// How many targets and milestones the years have.
pub fn lede(language: Language, counts: &[(Year, usize)], today: Option<Day>) -> String {
    let each = counts.iter().map(|(year, count)| match language {
        Language::Zh => format!("{year} 年 {count} 个"),
        Language::En => format!("{count} for {year}"),
    });
    let each = each.collect::<Vec<_>>().join(language.pick("，", ", "));
    let today = today.map(|day| language.pick(format!("今天 {day}。"), format!("Today is {day}. ")));
    language.pick(
        format!("{}目标值：{each}。", today.clone().unwrap_or_default()),
        format!("{}Target figures: {each}.", today.unwrap_or_default()),
    )
}

/// How full a year is: what is not set is said.
pub fn year_note(language: Language, set: usize, unset: usize) -> String {
    match (language, set, unset) {
        (Language::Zh, 0, _) => "未设目标值".into(),
        (Language::Zh, _, 0) => format!("{set} 个目标值"),
        (Language::Zh, ..) => format!("{set} 个目标值，其余 {unset} 项指标未设"),
        (Language::En, 0, _) => "no target set".into(),
        (Language::En, 1, 0) => "1 target".into(),
        (Language::En, _, 0) => format!("{set} targets"),
        (Language::En, 1, _) => format!("1 target; not set for the other {unset} indicators"),
        (Language::En, ..) => format!("{set} targets; not set for the other {unset} indicators"),
    }
}

/// From which month to which the calendar runs.
pub fn calendar_note(language: Language, first: Month) -> String {
    match language {
        Language::Zh => format!("按填报月份排列；自 {first} 起报，此前不计逾期"),
        Language::En => {
            format!(
                "By the month in which reports are due; the first is on {first}, and nothing earlier counts as overdue"
            )
        }
    }
}

/// The rule of a round in a few words.
pub fn rule(language: Language, round: &Round) -> String {
    let (opens, closes) = (round.window.opens, round.window.closes);
    match language {
        Language::Zh if round.months == 1 => format!("每月一次，次月 {opens}—{closes} 日报送"),
        Language::Zh => format!("每 {} 个月一次，次月 {opens}—{closes} 日报送", round.months),
        Language::En if round.months == 1 => {
            format!("every month, due on day {opens}–{closes} of the next")
        }
        Language::En => {
            format!("every {} months, due on day {opens}–{closes} of the month after", round.months)
        }
    }
}

/// What a round reports on.
pub fn reports_on(language: Language, due: Due) -> String {
    let months = if due.from == due.to { due.to.to_string() } else { format!("{}–{}", due.from, due.to) };
    match language {
        Language::Zh => format!("报 {months}"),
        Language::En => format!("on {months}"),
    }
}

/// A year of the calendar.
pub fn year(language: Language, year: Year) -> String {
    match language {
        Language::Zh => format!("{year} 年"),
        Language::En => year.to_string(),
    }
}

/// Days of a month in which reports may come in.
pub fn window(language: Language, due: Due) -> String {
    let (opens, closes) = (due.opens.number(), due.closes.number());
    match (language, opens == closes) {
        (Language::Zh, true) => format!("{closes} 日"),
        (Language::Zh, false) => format!("{opens}—{closes} 日"),
        (Language::En, true) => format!("day {closes}"),
        (Language::En, false) => format!("day {opens}–{closes}"),
    }
}
