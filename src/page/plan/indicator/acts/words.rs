//! What the officer's forms say.

use super::{Act, Choice, Fault, Field, MOST_LETTERS};
use crate::ledger::words::{BASELINE, JUDGEMENT, REDACTION, YEAR_TARGET};
use crate::plan::Comparator;
use crate::text::{Language, isolated};

pub struct Words {
    pub title: &'static str,
    pub note: &'static str,
    pub record: &'static str,
    pub recorded: &'static str,
    pub only_in_memory: &'static str,
    pub choose: &'static str,
    pub wanted: &'static str,
    pub locked: &'static str,
    pub redaction_note: &'static str,
    pub sure: &'static str,
}

const ZH: Words = Words {
    title: "补记与更正",
    note: "单位和姓名是自己报的，没有人核对；记下的只增不改，更正和撤回都会留痕。",
    record: "记入台账",
    recorded: "已记入台账。",
    only_in_memory: "已记下，但没能存进本机；请在“关于”页另存备份。",
    choose: "请选择",
    wanted: "待补",
    locked: "已锁定调度期的完成值不列在这里：锁定之后的更正不计。",
    redaction_note: "删除所选记录里的文字和填报人姓名，数字和位置保留；以后合并、导出也不再带出；别的页面刚存的，最迟一天后也去掉。草稿和读不出的旧值不在其内。不能撤销。已经发出去的收不回来。",
    sure: "我确定要删除，知道不能撤销",
};

const EN: Words = Words {
    title: "Add and correct",
    note: "Organisation and person are claims that nobody checks. What is recorded is never changed: corrections and withdrawals leave a trace.",
    record: "Record",
    recorded: "Recorded.",
    only_in_memory: "Recorded, but it could not be kept on this device; save a backup on the about page.",
    choose: "Choose",
    wanted: "wanted",
    locked: "Figures of locked periods are not listed: a correction after the lock does not count.",
    redaction_note: "Takes the words and the person out of the chosen entry; figures and places stay. No later merge or export brings them back, and what other pages stored lately goes within a day of use; drafts and values that could not be read are left. It cannot be undone, and what has left this device cannot be called back.",
    sure: "I want to redact this and know that it cannot be undone",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

pub fn act(language: Language, act: Act) -> &'static str {
    match act {
        Act::Baseline => language.pick("记基期值", "Record the baseline"),
        Act::Basis => language.pick("认定口径", "Decide the basis"),
        Act::YearTarget => language.pick(YEAR_TARGET.zh, "Set the target of a year"),
        Act::Light => language.pick(JUDGEMENT.zh, "Set the light by judgement"),
        Act::Correction => language.pick("更正完成值", "Correct a figure"),
        Act::Withdrawal => language.pick("撤回完成值", "Withdraw a figure"),
        Act::Redaction => language.pick(REDACTION.zh, "Redact words"),
    }
}

pub fn field(language: Language, act: Act, field: Field) -> &'static str {
    match (field, act) {
        (Field::Choice, Act::Basis) => language.pick("口径", "Basis"),
        (Field::Choice, Act::YearTarget) => language.pick("年份", "Year"),
        (Field::Choice, Act::Light) => language.pick("灯", "Light"),
        (Field::Choice, _) => language.pick("哪一条记录", "Which entry"),
        (Field::Value, Act::Baseline) => language.pick(BASELINE.zh, "Baseline"),
        (Field::Value, Act::YearTarget) => language.pick("目标值", "Target"),
        (Field::Value, _) => language.pick("应为", "It should be"),
        (Field::Month, _) => {
            language.pick("哪个月末（如 2022-12）", "At the end of which month (as 2022-12)")
        }
        (Field::Reason, Act::Baseline) => language.pick("来源", "Source"),
        (Field::Reason, _) => language.pick("理由", "Reason"),
        (Field::Document, Act::Correction) => language.pick("依据（可不填）", "Evidence (may be empty)"),
        (Field::Document, _) => language.pick("文件", "Document"),
        (Field::Sure, _) => of(language).sure,
    }
}

/// The name of the figure's field. A target is asked for with the word that it will be judged by: that of the chosen
/// year, and before one is chosen that of the first.
pub fn value(language: Language, act: Act, choices: &[Choice], chosen: &str) -> String {
    let name = field(language, act, Field::Value);
    let choice = choices.iter().find(|choice| choice.value == chosen).or(choices.first());
    let Some(comparator) = choice.and_then(|choice| choice.compares) else { return name.into() };
    let word = match comparator {
        Comparator::Unstated => Comparator::AtLeast,
        stated => stated,
    }
    .words(language);
    match language {
        Language::Zh => format!("{name}（{word}）"),
        Language::En => format!("{name} ({word})"),
    }
}

/// What is wrong, and what to do.
pub fn fault(language: Language, act: Act, fault: Fault) -> String {
    let name = |one: Field| field(language, act, one);
    match (fault, language) {
        (Fault::NotChosen, Language::Zh) => format!("“{}”没有选，请选一项。", name(Field::Choice)),
        (Fault::NotChosen, Language::En) => format!("“{}” is not chosen; choose one.", name(Field::Choice)),
        (Fault::Figure, Language::Zh) => {
            format!("“{}”要写成数字，如 17.6：小数点前最多 9 位，后最多 6 位。", name(Field::Value))
        }
        (Fault::Figure, Language::En) => format!(
            "“{}” takes a number such as 17.6, with at most 9 digits before the point and 6 after it.",
            name(Field::Value)
        ),
        (Fault::Month, Language::Zh) => "月份要写成 2022-12 这样。".into(),
        (Fault::Month, Language::En) => "The month is written as 2022-12.".into(),
        (Fault::TooLate { last }, Language::Zh) => format!("基期最晚到 {last}，再晚就没有路程可算。"),
        (Fault::TooLate { last }, Language::En) => {
            format!("A baseline is of {last} at the latest; after it there is no way to measure.")
        }
        (Fault::NoReason, Language::Zh) => format!("“{}”必填，以后的人要能看懂。", name(Field::Reason)),
        (Fault::NoReason, Language::En) => {
            format!("“{}” is required, so that others can follow later.", name(Field::Reason))
        }
        (Fault::NoDocument, Language::Zh) => "分解目标要写明是哪份文件定的。".into(),
        (Fault::NoDocument, Language::En) => "Name the document that sets the target.".into(),
        (Fault::TooLong { field: one, letters }, Language::Zh) => {
            format!("“{}”有 {letters} 字，最多 {MOST_LETTERS} 字，请缩短。", name(one))
        }
        (Fault::TooLong { field: one, letters }, Language::En) => {
            format!("“{}” has {letters} letters; {MOST_LETTERS} are the most. Shorten it.", name(one))
        }
        (Fault::Unchanged, Language::Zh) => "和原来的数一样，不用更正。".into(),
        (Fault::Unchanged, Language::En) => {
            "That is the figure as it stands; there is nothing to correct.".into()
        }
        (Fault::NotSure, Language::Zh) => "删除不能撤销，请先勾选确认。".into(),
        (Fault::NotSure, Language::En) => "Redacting cannot be undone; tick the box to confirm.".into(),
        (Fault::NoPeriod, Language::Zh) => "方案没有可填报的调度期，记不了。".into(),
        (Fault::NoPeriod, Language::En) => {
            "The plan has no period to report on, so nothing can be recorded.".into()
        }
    }
}

/// Whose name stands under what is recorded, and that it is a claim.
pub fn signed(language: Language, organisation: &str, person: &str) -> String {
    let space = if person.is_empty() { "" } else { " " };
    let person = isolated(person);
    match language {
        Language::Zh => format!("署名：{organisation}{space}{person}（自报，未核对）"),
        Language::En => format!("Signed: {organisation}{space}{person} (a claim, not checked)"),
    }
}
