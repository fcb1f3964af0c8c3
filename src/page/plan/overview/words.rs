//! What the overview says of its own.

use crate::page::shared::todo::Kind;
use crate::plan::{Day, Month, Quantity, Round, Year};
use crate::standing::due::{Due, Stage};
use crate::standing::window::Source;
use crate::standing::words::window_source;
use crate::standing::{Light, Rule};
use crate::text::Language;

pub struct Words {
    pub indicators: &'static str,
    pub target_figures: &'static str,
    pub milestones: &'static str,
    pub tasks: &'static str,
    pub measures: &'static str,
    pub projects: &'static str,
    pub board: &'static str,
    pub indicator: &'static str,
    pub progress: &'static str,
    pub latest: &'static str,
    pub change: &'static str,
    pub light: &'static str,
    pub gap: &'static str,
    /// Over the column of who leads.
    pub leads: &'static str,
    /// In place of an organisation where the plan names none.
    pub no_lead: &'static str,
    pub unset: &'static str,
    /// Before the word of the light that a row had a month ago.
    pub was: &'static str,
    /// Behind the name of a group on a telephone: shows or hides its rows.
    pub fold: &'static str,
    pub not_reported: &'static str,
    pub lead: &'static str,
    pub way: &'static str,
    pub marks: &'static str,
    /// Before the word of a light that no row has, and behind it.
    pub none_is: [&'static str; 2],
    pub none_changed: &'static str,
    pub all: &'static str,
    /// Where nothing was recorded: what one begins with, the sample, a report, a backup.
    pub begin: [&'static str; 4],
    /// The way to the account of all years, once they are over.
    pub account: &'static str,
}

const ZH: Words = Words {
    indicators: "指标",
    target_figures: "目标值",
    milestones: "节点目标",
    tasks: "任务",
    measures: "举措",
    projects: "具名项目",
    board: "各年目标",
    indicator: "指标",
    progress: "进度",
    latest: "最近完成",
    change: "较上期",
    light: "状态",
    gap: "差距",
    leads: "牵头",
    no_lead: "未明确牵头单位",
    unset: "未设",
    was: "原",
    fold: "：展开或收起",
    not_reported: "未报",
    lead: "牵头单位：",
    way: "目标进程图",
    marks: "竖线为各年目标，浅色带为首末年度增量，▼为目前应达到的位置　　> 突破　≥ 不少于　≤ 不超过　无符号：方案只写数字",
    none_is: ["目前没有“", "”的指标。"],
    none_changed: "与上月相比，没有指标变灯。",
    all: "显示全部指标",
    begin: ["从这里开始：", "看示例", "填报", "打开备份"],
    account: "方案已到期：看总账",
};

const EN: Words = Words {
    indicators: "Indicators",
    target_figures: "Target figures",
    milestones: "Milestones",
    tasks: "Tasks",
    measures: "Measures",
    projects: "Named projects",
    board: "Targets of the plan",
    indicator: "Indicator",
    progress: "Progress",
    latest: "Latest actual",
    change: "Change",
    light: "Status",
    gap: "To target",
    leads: "Lead",
    no_lead: "No lead named",
    unset: "not set",
    was: "was ",
    fold: ": show or hide",
    not_reported: "no data",
    lead: "Lead: ",
    way: "Progress to all targets",
    marks: "Ticks: targets; pale band: first to last target; ▼ expected by now   > more than   ≥ at least   ≤ at most   no sign: a bare number",
    none_is: ["No indicator is “", "” at present."],
    none_changed: "No light has changed since the month before.",
    all: "Show all indicators",
    begin: ["Start here:", "see the sample", "report", "open a backup"],
    account: "The plan is over: final account",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// What stands over the board of records.
pub struct ToolWords {
    pub up_to: &'static str,
    pub order: &'static str,
    /// For each order of the route, in its order.
    pub orders: [&'static str; 3],
    pub changed: &'static str,
    pub against: &'static str,
    pub againsts: [&'static str; 2],
    /// The way to the account of all years, once they are over.
    pub account: &'static str,
}

pub fn tools(language: Language) -> &'static ToolWords {
    const ZH: ToolWords = ToolWords {
        up_to: "截至",
        order: "排列",
        orders: ["按领域", "按轻重缓急", "按牵头单位"],
        changed: "较上月变化",
        against: "目标",
        againsts: ["按调整后", "按原目标"],
        account: "看总账",
    };
    const EN: ToolWords = ToolWords {
        up_to: "As of",
        order: "Order",
        orders: ["By area", "By urgency", "By lead"],
        changed: "Changed since last month",
        against: "Targets",
        againsts: ["as adjusted", "as issued"],
        account: "Final account",
    };
    language.pick(&ZH, &EN)
}

/// A month in full, as a choice.
pub fn whole_month(language: Language, month: Month) -> String {
    month.words(language)
}

pub fn headline(language: Language, indicators: usize, milestones: usize, years: usize) -> String {
    match language {
        Language::Zh => format!("{years} 年内要完成 {indicators} 项指标、{milestones} 个节点目标"),
        Language::En => {
            format!("{indicators} indicators and {milestones} milestones to reach within {years} years")
        }
    }
}

/// How many targets each year has, and that nothing was reported yet.
pub fn lede(language: Language, counts: &[(Year, usize)]) -> String {
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    let each: Vec<String> = counts
        .iter()
        .map(|(year, count)| match language {
            Language::Zh => format!("{year} 年 {count} 个"),
            Language::En => format!("{count} for {year}"),
        })
        .collect();
    match language {
        Language::Zh => {
            format!("方案设定 {total} 个目标值：{}。台账中尚无完成值，暂不判灯。", each.join("，"))
        }
        Language::En => format!(
            "The plan sets {total} target figures: {}. Nothing has been reported yet, so nothing is judged.",
            each.join(", ")
        ),
    }
}

/// How many indicators could be judged, and why the others were not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    pub all: usize,
    pub judged: usize,
    /// Of the judged ones.
    pub met: usize,
    pub overdue: usize,
    /// Some of them are so by a window that the plan does not state.
    pub is_assumed: bool,
    /// Without a baseline, or without a decided basis.
    pub lacking: usize,
    /// Nothing is due yet, or nothing can be judged by.
    pub not_yet: usize,
}

/// Which indicator is worst, and which others are not as they should be: by name, or counted where they are many.
pub fn worst(
    language: Language,
    name: &str,
    light: Light,
    others: &[(String, Light)],
    count: Judged,
) -> String {
    let head = match language {
        Language::Zh => [name, short_of(language, light, 1)].concat(),
        Language::En => [name, " ", short_of(language, light, 1)].concat(),
    };
    // Where all show one light, it is said once.
    if matches!(others.len(), 1 | 2) && others.iter().all(|(_, one)| *one == light) {
        let names = std::iter::once(name).chain(others.iter().map(|(name, _)| name.as_str()));
        let names: Vec<&str> = names.collect();
        let names = match (language, names.split_last()) {
            (Language::En, Some((last, before))) => [&before.join(", "), " and ", last, " "].concat(),
            _ => names.join("、"),
        };
        return [&names, short_of(language, light, others.len() + 1), &counted(language, count)].concat();
    }
    let others = match others {
        [] => None,
        [_] | [_, _] => Some(join(
            language,
            others.iter().map(|(name, light)| match language {
                Language::Zh => [name.as_str(), short_of(language, *light, 1)].concat(),
                Language::En => [name.as_str(), " ", short_of(language, *light, 1)].concat(),
            }),
        )),
        _ => {
            let classes = [Light::Missed, Light::Red, Light::Amber].into_iter().filter_map(|light| {
                let count = others.iter().filter(|(_, one)| *one == light).count();
                (count > 0).then(|| match language {
                    Language::Zh => format!("{count} 项{}", short_of(language, light, count)),
                    Language::En => format!("{count} more {}", short_of(language, light, count)),
                })
            });
            Some(join(language, classes))
        }
    };
    let mut said = head;
    if let Some(others) = others {
        // A name follows at once, a figure after a gap.
        let is_counted = others.starts_with(|letter: char| letter.is_ascii_digit());
        said.push_str(language.pick(if is_counted { "，另有 " } else { "，另有" }, "; "));
        said.push_str(&others);
    }
    said.push_str(&counted(language, count));
    said
}

/// How many could be judged, where it was not all of them.
fn counted(language: Language, count: Judged) -> String {
    match language {
        _ if count.judged >= count.all => String::new(),
        Language::Zh => format!("（{} 项中 {} 项可评判）", count.all, count.judged),
        Language::En => format!(" ({} of {} could be judged)", count.judged, count.all),
    }
}

/// What is wrong with so many.
fn short_of(language: Language, light: Light, count: usize) -> &'static str {
    match (light, language) {
        (Light::Missed, Language::Zh) => "未达成",
        (Light::Red, Language::Zh) => "滞后",
        (_, Language::Zh) => "偏慢",
        (Light::Missed, Language::En) if count == 1 => "missed its target",
        (Light::Missed, Language::En) => "missed their targets",
        (Light::Red, Language::En) if count == 1 => "is behind",
        (Light::Red, Language::En) => "are behind",
        (_, Language::En) if count == 1 => "is slow",
        (_, Language::En) => "are slow",
    }
}

fn join(language: Language, pieces: impl Iterator<Item = String>) -> String {
    pieces.collect::<Vec<_>>().join(language.pick("、", ", "))
}

/// Nothing judged is behind: how much could be judged at all, and why the rest could not.
pub fn nothing_behind(language: Language, count: Judged) -> String {
    let Judged { all, judged, met, overdue, is_assumed, lacking, not_yet } = count;
    let assumed = if is_assumed { window_source(language, Source::Assumed) } else { "" };
    let fine = match (met == judged, met > 0) {
        (true, _) => language.pick("都已达成", "all met"),
        (false, true) => language.pick("都正常或已达成", "all on track or met"),
        (false, false) => language.pick("都正常", "all on track"),
    };
    let head = match (language, judged) {
        (Language::Zh, 0) => format!("{all} 项指标均暂不能评判"),
        (Language::En, 0) => format!("None of {all} indicators could be judged"),
        (Language::Zh, _) if judged == all => format!("{all} 项指标{fine}"),
        (Language::En, _) if judged == all => format!("{all} indicators, {fine}"),
        (Language::Zh, _) => format!("{all} 项中仅 {judged} 项可评判，{fine}"),
        (Language::En, _) => format!("Only {judged} of {all} could be judged, {fine}"),
    };
    let classes = [
        (overdue, "项逾期未报", "overdue", assumed),
        (lacking, "项缺基期或口径", "without baseline or basis", ""),
        (not_yet, "项暂不评判", "not judged yet", ""),
    ];
    let rest: Vec<String> = classes
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, zh, en, source)| format!("{count} {}{source}", language.pick(zh, en)))
        .collect();
    if rest.is_empty() {
        return head;
    }
    [head.as_str(), language.pick("；", "; "), &rest.join(language.pick("，", ", "))].concat()
}

/// Up to which day, and by which rule, lights are judged.
pub fn judged_lede(language: Language, today: Day, rule: &Rule, against: String) -> String {
    let (name, version) = (rule.name(language), rule.version);
    let said = match language {
        Language::Zh => {
            format!("截至 {today}，按“{name}”第 {version} 版判灯。数据由各单位自报。")
        }
        Language::En => {
            format!(
                "As of {today}, judged by the rule {name}, version {version}. Figures as reported by the organisations."
            )
        }
    };
    [said, against].concat()
}

/// The month of a figure, short.
pub fn month(language: Language, month: Month, today: Day) -> String {
    match language {
        Language::Zh if month.year() == today.year() => format!("{} 月", month.number()),
        _ => month.to_string(),
    }
}

/// How much more or less than before.
pub fn change(before: Quantity, after: Quantity) -> String {
    match after.cmp(&before) {
        std::cmp::Ordering::Equal => "→ 0".into(),
        std::cmp::Ordering::Greater => format!("↑ {}", after.minus(before)),
        std::cmp::Ordering::Less => format!("↓ {}", before.minus(after)),
    }
}

/// Above the list of what to do now: whose, and of which period.
pub fn todo_title(language: Language, name: &str, month: Month) -> String {
    match language {
        Language::Zh => format!("待办事项 · {name} · {month}"),
        Language::En => format!("To do now · {name} · {month}"),
    }
}

/// What sort of thing there is to do.
pub fn todo_word(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::Returned => language.pick("退回", "returned"),
        Kind::Late => language.pick("逾期", "overdue"),
        Kind::Partial => language.pick("缺项", "incomplete"),
        Kind::Awaited => language.pick("待报", "awaited"),
        Kind::Review => language.pick("待核对", "to review"),
        Kind::Baseline => language.pick("待补", "missing"),
        Kind::Basis => language.pick("待定", "undecided"),
    }
}

/// Over when reports are due; whether the plan states no dates of its own.
pub fn due_title(language: Language, is_assumed: bool) -> &'static str {
    match (language, is_assumed) {
        (Language::Zh, false) => "调度安排",
        (Language::Zh, true) => "调度安排（时限为假定）",
        (Language::En, false) => "Reports due",
        (Language::En, true) => "Reports due (assumed dates)",
    }
}

/// When a round is due; without a stage, its rule.
pub fn due(language: Language, round: &Round, stage: Option<Stage>) -> String {
    match stage {
        None => rule(language, round),
        Some(Stage::Coming(due)) => coming(language, due),
        Some(Stage::Open(due, days)) => open(language, due, days),
        Some(Stage::Past(due)) => past(language, due),
    }
}

fn rule(language: Language, round: &Round) -> String {
    let (opens, closes) = (round.window.opens, round.window.closes);
    match language {
        Language::Zh => format!("期满次月 {opens}—{closes} 日报送"),
        Language::En => format!("due on day {opens}–{closes} of the month after"),
    }
}

/// The period is named by its last month.
fn coming(language: Language, due: Due) -> String {
    let (to, opens, closes) = (due.to, due.opens.number(), due.closes);
    match language {
        Language::Zh => format!("{to} 期，{opens} 日至 {closes} 报送"),
        Language::En => format!("{to}: due from day {opens} to {closes}"),
    }
}

fn open(language: Language, due: Due, days: i64) -> String {
    let (to, closes) = (due.to, due.closes);
    match language {
        Language::Zh => format!("{to} 期，{closes} 截止，还有 {days} 天"),
        Language::En => format!("{to}: closes {closes}, {days} days left"),
    }
}

fn past(language: Language, due: Due) -> String {
    let (to, closes) = (due.to, due.closes);
    match language {
        Language::Zh => format!("{to} 期已于 {closes} 截止"),
        Language::En => format!("{to}: closed {closes}"),
    }
}
