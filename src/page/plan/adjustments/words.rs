//! What the page of adjustments says.

use super::{Fault, Field, State};
use crate::ledger::kinds::Against;
use crate::ledger::words::ADJUSTMENT;
use crate::plan::{Month, Quantity};
use crate::standing::effect::Effect;
use crate::text::{Language, isolated};

pub struct Words {
    pub title: &'static str,
    pub note: &'static str,
    pub none: &'static str,
    pub as_adjusted: &'static str,
    pub as_issued: &'static str,
    pub no_document: &'static str,
    pub judged_by: &'static str,
    pub subject: &'static str,
    pub year: &'static str,
    pub change: &'static str,
    pub why: &'static str,
    pub document: &'static str,
    pub effective: &'static str,
    pub state: &'static str,
    pub act: &'static str,
    pub ended: &'static str,
    pub contradicts: &'static str,
    pub of_another: &'static str,
    pub by_it: &'static str,
    pub form: &'static str,
    pub form_of: &'static str,
    pub choose: &'static str,
    pub new: &'static str,
    pub figure: &'static str,
    pub no_target: &'static str,
    pub value: &'static str,
    pub comparator: &'static str,
    pub as_it_is: &'static str,
    pub class: &'static str,
    pub reason: &'static str,
    pub number: &'static str,
    pub dated: &'static str,
    pub decided_by: &'static str,
    pub from: &'static str,
    pub without: &'static str,
    pub try_it: &'static str,
    pub would: &'static str,
    pub save_proposed: &'static str,
    pub save_decided: &'static str,
    pub saved: &'static str,
    pub decide: &'static str,
    pub withdraw: &'static str,
    pub withdraw_why: &'static str,
    pub withdrawn: &'static str,
    pub cancel: &'static str,
    pub looking: &'static str,
}

const ZH: Words = Words {
    title: ADJUSTMENT.zh,
    note: "方案原文不改动。每项调整须有文号和决定人，缺一项只记为建议，不作为判断依据。",
    none: "尚无调整，各目标均按方案原文判断。",
    as_adjusted: "按调整后",
    as_issued: "按原目标",
    no_document: "尚无文号",
    judged_by: "判断依据",
    subject: "指标",
    year: "年份",
    change: "原目标 → 新目标",
    why: "理由",
    document: "文件、决定人",
    effective: "生效",
    state: "状态",
    act: "办理",
    ended: "取消目标",
    contradicts: "与同日生效的另一项不一致，按先记的一项判断；请撤回其中一项",
    of_another: "所记原目标与当时有效的目标不一致，请核对",
    by_it: "因调整变灯：",
    form: "记一项调整",
    form_of: "定案或改写这项建议",
    choose: "请选择",
    new: "调整为",
    figure: "新目标值",
    no_target: "取消该年目标",
    value: "目标值",
    comparator: "比较方式",
    as_it_is: "不变",
    class: "理由类别",
    reason: "理由",
    number: "文号",
    dated: "文件日期",
    decided_by: "决定人或会议",
    from: "自哪天起按新目标判断",
    without: "不填文号或决定人，只记为建议。",
    try_it: "看影响",
    would: "保存后的变化",
    save_proposed: "记为建议",
    save_decided: "确认调整",
    saved: "已记入台账。",
    decide: "定案",
    withdraw: "撤回",
    withdraw_why: "撤回理由",
    withdrawn: "已撤回。",
    cancel: "取消",
    looking: "正在查看，不能记录。",
};

const EN: Words = Words {
    title: "Adjusted targets",
    note: "The plan as issued is never changed. Without the number of a document and somebody who decided, an adjustment is a proposal and nothing is judged by it.",
    none: "Nothing is adjusted: every target is judged as issued.",
    as_adjusted: "As adjusted",
    as_issued: "As issued",
    no_document: "no document yet",
    judged_by: "Judged",
    subject: "Indicator",
    year: "Year",
    change: "Old target → new",
    why: "Reason",
    document: "Document, decided by",
    effective: "In force from",
    state: "State",
    act: "Action",
    ended: "no target any more",
    contradicts: "another adjustment in force from the same day says otherwise; the one written first is judged by. Withdraw one of the two",
    of_another: "it speaks of another old target than the one that was in force",
    by_it: "Turned by the adjustment:",
    form: "Record an adjustment",
    form_of: "Decide or reword this proposal",
    choose: "Choose",
    new: "New target",
    figure: "another figure",
    no_target: "no target for that year",
    value: "Target",
    comparator: "Comparison",
    as_it_is: "as it is",
    class: "Kind of reason",
    reason: "Reason",
    number: "Number of the document",
    dated: "Date of the document",
    decided_by: "Decided by (person or meeting)",
    from: "Judged by the new target from",
    without: "Without a document number or a decider it is recorded as a proposal.",
    try_it: "Show the effect",
    would: "What would change",
    save_proposed: "Record the proposal",
    save_decided: "Adjust",
    saved: "Recorded.",
    decide: "Decide",
    withdraw: "Withdraw",
    withdraw_why: "Reason for withdrawing",
    withdrawn: "Withdrawn.",
    cancel: "Cancel",
    looking: "You are only looking: nothing can be recorded.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// How many adjustments there are.
pub fn heading(language: Language, decided: usize, proposed: usize) -> String {
    match (language, decided, proposed) {
        (_, 0, 0) => of(language).title.to_owned(),
        (Language::Zh, decided, 0) => format!("目标调整 {decided} 项"),
        (Language::Zh, 0, proposed) => format!("目标调整建议 {proposed} 项"),
        (Language::En, 0, proposed) => format!("{} proposed", adjustments(proposed)),
        (Language::Zh, decided, proposed) => format!("目标调整 {decided} 项，另有建议 {proposed} 项"),
        (Language::En, decided, 0) => format!("{} adjusted", targets(decided)),
        (Language::En, decided, proposed) => format!("{} adjusted, {proposed} proposed", targets(decided)),
    }
}

fn adjustments(count: usize) -> String {
    format!("{count} adjustment{}", if count == 1 { "" } else { "s" })
}

fn targets(count: usize) -> String {
    format!("{count} target{}", if count == 1 { "" } else { "s" })
}

/// Against which targets is judged, and how many lights that turns.
pub fn lede(language: Language, against: Against, turned: usize) -> String {
    match (language, against, turned) {
        (Language::Zh, Against::Issued, _) => "各页现按方案原目标判断，调整不计入。".into(),
        (Language::En, Against::Issued, _) => "Every page now judges by the targets as issued.".into(),
        (Language::Zh, Against::Adjusted, 0) => "各页现按调整后的目标判断，没有指标因此变灯。".into(),
        (Language::En, Against::Adjusted, 0) => {
            "Every page now judges by the targets as adjusted; no light turns by it.".into()
        }
        (Language::Zh, Against::Adjusted, turned) => {
            format!("各页现按调整后的目标判断，{turned} 个指标因此变灯。")
        }
        (Language::En, Against::Adjusted, turned) => {
            let lights = if turned == 1 { "1 light turns".into() } else { format!("{turned} lights turn") };
            format!("Every page now judges by the targets as adjusted; {lights} by it.")
        }
    }
}

pub fn state(language: Language, state: State) -> &'static str {
    match state {
        State::Proposed => language.pick("建议", "proposed"),
        State::Later => language.pick("尚未生效", "not in force yet"),
        State::Holds => language.pick("生效中", "in force"),
        State::Past => language.pick("已被取代", "superseded"),
        State::Contradicts => language.pick("冲突", "contradicts another"),
    }
}

pub fn merged(language: Language, into: &str) -> String {
    let into = isolated(into);
    language.pick(format!("并入 {into}"), format!("merged into {into}"))
}

/// What would change, each a fact; what stays is said too.
pub fn facts(language: Language, effect: &Effect) -> Vec<String> {
    let (before, after) = (effect.light.0.words(language), effect.light.1.words(language));
    let mut facts = vec![match (before == after, language) {
        (true, Language::Zh) => format!("目前的灯不变：{after}"),
        (true, Language::En) => format!("today's light stays: {after}"),
        (false, Language::Zh) => format!("目前的灯：{before} → {after}（因调整变灯）"),
        (false, Language::En) => format!("today's light: {before} → {after}, turned by the adjustment"),
    }];
    facts.push(months(language, &effect.months));
    let leads = |leads: bool| match leads {
        true => language.pick("能达到", "enough"),
        false => language.pick("达不到", "short"),
    };
    if let (Some(before), Some(after)) = effect.forecast {
        let (before, after) = (leads(before), leads(after));
        facts.push(language.pick(
            format!("按目前速度：原目标{before}，新目标{after}"),
            format!("at this pace: {before} for the old target, {after} for the new one"),
        ));
    }
    if let Some((sum, before, after)) = effect.shares {
        facts.push(shares(language, sum, before, after));
    }
    if effect.open_problems > 0 {
        let count = effect.open_problems;
        facts.push(language.pick(
            format!("该指标有 {count} 个未解决的问题，不因调整销号"),
            format!("open problems of the indicator: {count}; the adjustment closes none"),
        ));
    }
    facts
}

fn months(language: Language, months: &[Month]) -> String {
    match (language, months) {
        (Language::Zh, []) => "以往各月的灯均不变".into(),
        (Language::En, []) => "no light of a past month changes".into(),
        (Language::Zh, [one]) => format!("{one} 月末的灯有变"),
        (Language::En, [one]) => format!("the light at the end of {one} changes"),
        (Language::Zh, [first, .., last]) => format!("{first} 至 {last} 有 {} 个月末的灯有变", months.len()),
        (Language::En, [first, .., last]) => {
            format!("the lights at the ends of {} months from {first} to {last} change", months.len())
        }
    }
}

/// The districts' sum against both targets.
fn shares(language: Language, sum: Quantity, before: Option<Quantity>, after: Option<Quantity>) -> String {
    let rest = |rest: Option<Quantity>| match rest {
        None => language.pick("无目标可比", "no target to compare").to_owned(),
        Some(rest) if rest < Quantity::ZERO => {
            let over = Quantity::ZERO.minus(rest);
            language.pick(format!("多分解 {over}"), format!("{over} too much"))
        }
        Some(rest) => language.pick(format!("未分解 {rest}"), format!("{rest} not allotted")),
    };
    let (before, after) = (rest(before), rest(after));
    language.pick(
        format!("各县（市）区分解合计 {sum}：对原目标{before}，对新目标{after}"),
        format!("the districts are allotted {sum}: {before} by the old target, {after} by the new one"),
    )
}

/// The name of a field.
pub fn field(language: Language, field: Field) -> &'static str {
    let words = of(language);
    match field {
        Field::Subject => words.subject,
        Field::Year => words.year,
        Field::Value => words.value,
        Field::Class => words.class,
        Field::Reason => words.reason,
        Field::Document => words.number,
        Field::Dated => words.dated,
        Field::DecidedBy => words.decided_by,
        Field::Effective => words.from,
    }
}

/// What is wrong, and what to do about it.
pub fn fault(language: Language, fault: Fault) -> String {
    let name = field(language, fault.field());
    match (fault, language) {
        (Fault::Subject, Language::Zh) => "请选择指标。".into(),
        (Fault::Subject, Language::En) => "Choose an indicator.".into(),
        (Fault::Year, Language::Zh) => "请选择方案期内的年份。".into(),
        (Fault::Year, Language::En) => "Choose a year of the plan.".into(),
        (Fault::Figure, Language::Zh) => "目标值不是数，请写成 12.5 这样的数。".into(),
        (Fault::Figure, Language::En) => "The target is no figure; write it as 12.5.".into(),
        (Fault::Negative, Language::Zh) => "目标值不能小于零。".into(),
        (Fault::Negative, Language::En) => "A target is not below zero.".into(),
        (Fault::Unchanged, Language::Zh) => "新目标与现在有效的目标相同，没有可调整的。".into(),
        (Fault::Unchanged, Language::En) => "That is the target already: nothing is adjusted.".into(),
        (Fault::NothingToEnd, Language::Zh) => "该年没有目标，无从取消。".into(),
        (Fault::NothingToEnd, Language::En) => "That year has no target that could be taken away.".into(),
        (Fault::Class, Language::Zh) => "请选择理由类别。".into(),
        (Fault::Class, Language::En) => "Choose a kind of reason.".into(),
        (Fault::NoReason, Language::Zh) => "请写明理由。".into(),
        (Fault::NoReason, Language::En) => "Give a reason.".into(),
        (Fault::NoNumber, Language::Zh) => "文件没有编号，请写文号，如 鞍科发〔2024〕8 号。".into(),
        (Fault::NoNumber, Language::En) => "The document has no number.".into(),
        (Fault::Day(_), Language::Zh) => format!("{name}不是日期，请写成 2024-07-01。"),
        (Fault::Day(_), Language::En) => format!("{name}: no day; write it as 2024-07-01."),
        (Fault::Outside { first, last }, Language::Zh) => format!("生效日期须在 {first} 至 {last} 之间。"),
        (Fault::Outside { first, last }, Language::En) => {
            format!("It is to be in force between {first} and {last}.")
        }
        (Fault::YearClosed(year), Language::Zh) => {
            format!("{year} 年的这项目标已对账销账，不能再调整；确需调整，先撤回该结论并写明理由。")
        }
        (Fault::YearClosed(year), Language::En) => {
            format!("{year} is closed: a verdict on this target stands. Withdraw it with a reason first.")
        }
        (Fault::TooLong { letters, .. }, Language::Zh) => {
            format!("{name}有 {letters} 字，最多 {} 字。", super::MOST_LETTERS)
        }
        (Fault::TooLong { letters, .. }, Language::En) => {
            format!("{name}: {letters} letters, {} at most.", super::MOST_LETTERS)
        }
    }
}
