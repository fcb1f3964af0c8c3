//! What the list of problems says beside what it shares with other pages.

use crate::plan::Day;
use crate::standing::escalation::{Addressee, Clause, Letter, Paper};
use crate::standing::problems::Closings;
use crate::text::Language;

pub struct Words {
    pub language: Language,
    pub days: &'static str,
    pub wrong_days: &'static str,
    pub everything: &'static str,
    pub overdue: &'static str,
    pub states: &'static str,
    pub organisation: &'static str,
    pub all_organisations: &'static str,
    pub to_reopen: &'static str,
    pub to_reopen_note: &'static str,
    pub none: &'static str,
    pub dispatch: &'static str,
    pub try_rule: &'static str,
    pub trial: &'static str,
    pub trial_note: &'static str,
    pub trial_off: &'static str,
    pub try_again: &'static str,
    pub on: &'static str,
    pub letter: &'static str,
    pub to: &'static str,
    pub draft: &'static str,
}

const ZH: Words = Words {
    language: Language::Zh,
    days: "逾期天数",
    wrong_days: "请填 1 至 366 的天数，后一条不少于前一条。",
    everything: "全部",
    overdue: "逾期",
    states: "按状态筛选",
    organisation: "单位",
    all_organisations: "全部单位",
    to_reopen: "应重新打开",
    to_reopen_note: "销号后最近两次锁定，所涉指标均为红灯；是否重新打开由主管单位决定。",
    none: "没有这样的问题。",
    dispatch: "月度调度",
    try_rule: "试算发函规则",
    trial: "发函规则试算",
    trial_note: "规则是本页试算用的，不是任何单位的规定；只在地址里，不写入台账。列出的函件都没有发出。",
    trial_off: "关闭试算",
    try_again: "重新试算",
    on: "应发日期",
    letter: "函件",
    to: "发给",
    draft: "草稿",
};

const EN: Words = Words {
    language: Language::En,
    days: "Days overdue",
    wrong_days: "Enter 1 to 366 days, each no fewer than the one before.",
    everything: "All",
    overdue: "Overdue",
    states: "By state",
    organisation: "Organisation",
    all_organisations: "All organisations",
    to_reopen: "To be reopened",
    to_reopen_note: "In the two latest periods locked since they were closed out the indicator is red; whether to reopen them is for the plan's issuer to decide.",
    none: "There is no such problem.",
    dispatch: "Monthly reports",
    try_rule: "Try a rule for letters",
    trial: "Trial of a rule for letters",
    trial_note: "The rule is a trial of this page and nobody's regulation. It stands in the address alone; nothing is stored, and none of these letters was sent.",
    trial_off: "End the trial",
    try_again: "Try again",
    on: "Would be sent on",
    letter: "Letter",
    to: "To",
    draft: "Draft",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// In the place of the list where no problem was ever reported.
pub fn never(language: Language) -> &'static str {
    language.pick("尚无上报的问题", "No problem has been reported yet")
}

/// How many are open, overdue, and without an owner or a day.
pub fn heading(language: Language, open: usize, overdue: usize, unsettled: usize) -> String {
    if open == 0 {
        return language.pick("没有未解决的问题", "No open problems").into();
    }
    let mut parts = vec![language.pick(format!("{open} 个问题未解决"), format!("{open} open"))];
    if overdue > 0 {
        parts.push(language.pick(format!("{overdue} 个逾期"), format!("{overdue} overdue")));
    }
    if unsettled > 0 {
        parts.push(language.pick(
            format!("{unsettled} 个尚未明确责任人或时限"),
            format!("{unsettled} without an owner or a due day"),
        ));
    }
    parts.join(language.pick("，", ", "))
}

/// Both rates: what was closed once and is open again counts in the first alone.
pub fn rates(language: Language, closings: Closings) -> String {
    let Closings { all, ever, now, reopened } = closings;
    if all == 0 {
        return String::new();
    }
    let share = |count: usize| format!("{}%", (count * 100 + all / 2) / all);
    let (of_ever, of_now) = (share(ever), share(now));
    match language {
        Language::Zh => format!(
            "共 {all} 个：曾销号 {ever} 个（{of_ever}），目前已销号 {now} 个（{of_now}），重新打开过 {reopened} 个。"
        ),
        Language::En => format!(
            "{all} in all: {ever} ever closed out ({of_ever}), {now} closed out now ({of_now}), {reopened} reopened at least once."
        ),
    }
}

/// What shows the rows that are not drawn yet.
pub fn show_rest(language: Language, count: usize) -> String {
    language.pick(format!("再显示其余 {count} 个"), format!("Show the other {count}"))
}

/// A letter by its name.
pub fn paper(language: Language, paper: Paper) -> &'static str {
    match paper {
        Paper::Reminder => language.pick("提示函", "reminder"),
        Paper::Notice => language.pick("通知单", "notice"),
        Paper::Warning => language.pick("警示函", "warning"),
    }
}

/// A clause in a sentence.
pub fn clause(language: Language, number: usize, clause: Clause) -> String {
    let (after, paper) = (clause.after, paper(language, clause.paper));
    let days = if after == 1 { "day" } else { "days" };
    match (language, clause.to) {
        (Language::Zh, Addressee::Handler) => format!("第 {number} 条：逾期 {after} 天，向承办单位发{paper}"),
        (Language::Zh, Addressee::HandlerAndLeader) => {
            format!("第 {number} 条：逾期 {after} 天，向承办单位发{paper}，并报分管领导")
        }
        (Language::En, Addressee::Handler) => {
            format!("Clause {number}: {after} {days} overdue, a {paper} to the organisation in charge")
        }
        (Language::En, Addressee::HandlerAndLeader) => format!(
            "Clause {number}: {after} {days} overdue, a {paper} to the organisation in charge, with a copy to its leader"
        ),
    }
}

/// Which letter, by which clause.
pub fn by_clause(language: Language, letter: Letter) -> String {
    let (number, paper) = (letter.number, paper(language, letter.clause.paper));
    language.pick(format!("{paper}（第 {number} 条）"), format!("{paper} (clause {number})"))
}

/// How many letters the rule would have sent, about how many problems.
pub fn letters(language: Language, count: usize, problems: usize, most: usize, today: Day) -> String {
    if count == 0 {
        return language.pick(
            format!("按此规则，截至 {today} 没有应发的函。"),
            format!("By this rule no letter would have been sent up to {today}."),
        );
    }
    let shown = match count > most {
        true => language.pick(format!("，下列最近 {most} 份"), format!("; the latest {most} are listed")),
        false => String::new(),
    };
    language.pick(
        format!("按此规则，截至 {today}，应就 {problems} 个问题发函 {count} 份{shown}。"),
        format!(
            "By this rule {count} {} would have been sent about {problems} {} up to {today}{shown}.",
            if count == 1 { "letter" } else { "letters" },
            if problems == 1 { "problem" } else { "problems" },
        ),
    )
}

/// The address holds no rule.
pub fn no_rule(language: Language) -> &'static str {
    language.pick(
        "地址中的规则无法读取，没有推算。",
        "The rule in the address cannot be read; nothing was tried.",
    )
}

/// The letter, as a draft: unit, number, due day; no number of a document, no seal.
pub fn draft(language: Language, letter: Letter, to: &str, problem: &str, number: &str) -> String {
    let Letter { on, due, clause, .. } = letter;
    let paper = paper(language, clause.paper);
    match language {
        Language::Zh => {
            let asks = match clause.paper {
                Paper::Reminder => "请尽快办结，并在下一期回执中答复。",
                Paper::Notice => "请于收到本单后书面说明原因和办结日期。",
                Paper::Warning => "请主要负责同志过问，限期办结并书面报告。",
            };
            let copy = match clause.to {
                Addressee::Handler => "",
                Addressee::HandlerAndLeader => "\n报：分管领导",
            };
            format!(
                "{paper}（草稿，未编号、未用印）\n{to}：\n你单位承办的问题（编号 {number}）：{problem}\n应于 {due} 前办结，至 {on} 尚未办结。{asks}\n{on}{copy}"
            )
        }
        Language::En => {
            let asks = match clause.paper {
                Paper::Reminder => "Please settle it soon and answer with the next receipt.",
                Paper::Notice => "Please explain in writing why, and by when it will be settled.",
                Paper::Warning => {
                    "Please have the head of the organisation look into it and report in writing."
                }
            };
            let copy = match clause.to {
                Addressee::Handler => "",
                Addressee::HandlerAndLeader => "\nCopy: the leader in charge",
            };
            format!(
                "{paper} (draft, without number or seal)\n{to}:\nThe problem in your charge (number {number}): {problem}\nwas due on {due} and was not settled on {on}. {asks}\n{on}{copy}"
            )
        }
    }
}
