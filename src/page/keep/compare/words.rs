//! What the comparison says.

use crate::plan::{Day, Month};
use crate::text::Language;

pub struct Words {
    pub title: &'static str,
    pub mine: &'static str,
    pub theirs: &'static str,
    pub merged: &'static str,
    pub lede_link: &'static str,
    pub lede_days: &'static str,
    pub lede_part: &'static str,
    pub earlier: &'static str,
    pub since: &'static str,
    pub since_month: &'static str,
    pub later: &'static str,
    pub look_back_title: &'static str,
    pub up_to: &'static str,
    pub known_on: &'static str,
    pub look_back: &'static str,
    pub note: &'static str,
    pub codes: &'static str,
    pub codes_note: &'static str,
    pub whole: &'static str,
    pub typed: &'static str,
    pub no_area: &'static str,
    pub no_code: &'static str,
    pub same_state: &'static str,
    /// After the sentence, of a code that says nothing of the plan.
    pub records_alone: &'static str,
    pub searching: &'static str,
    pub comparing: &'static str,
    pub other_state: &'static str,
}

const ZH: Words = Words {
    title: "变化与核对码",
    mine: "本机台账",
    theirs: "链接数据",
    merged: "并入之后",
    lede_link: "左为本机台账，右为链接数据。请核对后再决定是否并入；本机台账没有变动。",
    lede_part: "链接只含一个页面的数据，只比较这一部分：左为本机台账，右为链接数据。",
    lede_days: "按“当时已知”比较两天：左为较早一天已有的记录，右为较晚一天已有的记录。",
    earlier: "较早一天",
    since: "与何时相比",
    since_month: "较上月末",
    later: "较晚一天",
    look_back_title: "回看所有页面",
    up_to: "数据截至",
    known_on: "当时已知",
    look_back: "回看",
    note: "“数据截至”指数据所属的日期，“当时已知”指记录写成的日期，可以分别选择：例如按 8 月末已补报、更正的记录，查看截至 6 月末的数据。",
    codes: "核对码",
    codes_note: "电话核对即知双方数据是否一致；不一致时再逐个领域核对。只比对显示的数和状态，不比对文字说明。",
    whole: "全部",
    typed: "对方的核对码",
    no_area: "不属于任何领域",
    no_code: "核对码为八位字母和数字，例如 7KQ2-M0XD；请核对。",
    same_state: "两边完全一致。",
    records_alone: "此码由旧版页面生成，不含方案版本：记录相同，但如方案版本不同，灯仍可能不同。",
    searching: "正在与当前和此前的状态比对……",
    comparing: "正在比较……",
    other_state: "不一致：与当前的全部数据、各领域数据和最近的历史状态均不相同，或双方方案版本不同。请核对方案版本，再逐个领域核对，或打开对方的快照比较。",
};

const EN: Words = Words {
    title: "Changes and codes",
    mine: "On this device",
    theirs: "In the link",
    merged: "After merging",
    lede_link: "On the left is the ledger on this device, on the right the data of the link. Look first, then decide whether to merge; nothing on this device has changed.",
    lede_part: "The link holds the data of one page, and only these are compared: on the left the ledger on this device, on the right the data of the link.",
    lede_days: "Two days compared by what was known: on the left the records made by the earlier day, on the right those made by the later.",
    since: "Compared with",
    since_month: "Since the end of last month",
    earlier: "Earlier day",
    later: "Later day",
    look_back_title: "Look back on all pages",
    up_to: "Data up to",
    known_on: "Known on",
    look_back: "Look back",
    note: "“Data up to” is the day that the figures refer to; “known on” is the day by which they had been recorded. They can be chosen separately: for example, figures up to the end of June, as added to or corrected by the end of August.",
    codes: "Snapshot codes",
    codes_note: "Read out over the telephone, the code tells whether two people see the same figures; if not, compare area by area. Figures and states count, notes do not.",
    whole: "All",
    typed: "Their code",
    no_area: "In no area",
    no_code: "A snapshot code has eight letters and digits, such as 7KQ2-M0XD; please check.",
    same_state: "The two are the same.",
    records_alone: " This code comes from an older release and does not cover the version of the plan: the records are the same, but the lights may still differ.",
    searching: "Comparing with the current and earlier states…",
    comparing: "Comparing…",
    other_state: "Not the same: it matches neither the current data, whole or by area, nor a recent earlier state; or their plan has another version. Compare the version of the plan, then area by area, or open their snapshot.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// The heading for so many differences.
pub fn headline(language: Language, count: usize) -> String {
    match (language, count) {
        (_, 0) => of(language).title.to_owned(),
        (Language::Zh, _) => format!("共有 {count} 处不同"),
        (Language::En, 1) => "One difference".to_owned(),
        (Language::En, _) => format!("{count} differences"),
    }
}

/// Since the last lock: of which period, and when.
pub fn since_lock(language: Language, month: Month, on: Day) -> String {
    let month = month.words(language);
    language.pick(format!("较上期锁定（{month}，{on}）"), format!("Since the last lock ({month}, {on})"))
}

/// Since the last snapshot that was made here, with its code.
pub fn since_snapshot(language: Language, on: Day, code: &str) -> String {
    language.pick(format!("较上次快照（{on}，{code}）"), format!("Since the last snapshot ({on}, {code})"))
}

/// The head of a column: known on a day.
pub fn known_on(language: Language, day: Day) -> String {
    match language {
        Language::Zh => format!("{day} 已知"),
        Language::En => format!("known on {day}"),
    }
}

/// One area is the same; the rest was not asked.
pub fn same_area(language: Language, area: &str) -> String {
    match language {
        Language::Zh => format!("“{area}”领域一致；这是该领域的核对码，不是全部数据的核对码。"),
        Language::En => format!("The area “{area}” is the same; this is its code, not that of all data."),
    }
}

/// Which areas are not the same.
pub fn differing(language: Language, areas: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = areas.iter().map(AsRef::as_ref).collect();
    match language {
        Language::Zh => format!("核对码不同，不同之处在：{}。", names.join("、")),
        Language::En => format!("The snapshot codes differ, in: {}.", names.join(", ")),
    }
}

/// It is what was shown at the end of an earlier act.
pub fn earlier_state(language: Language, day: Day) -> String {
    match language {
        Language::Zh => format!("对方的数据与本机 {day} 的状态一致，此后本机又有变动。"),
        Language::En => {
            format!("Theirs is the state of this device on {day}; this device has changed since.")
        }
    }
}
