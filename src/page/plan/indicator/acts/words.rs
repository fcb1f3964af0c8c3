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
    note: "单位和姓名为自报，未经核验；记录只增不改，更正和撤回均留痕。",
    record: "记入台账",
    recorded: "已记入台账。",
    only_in_memory: "已记录，但未能存到本机；请到“本机数据”页导出备份。",
    choose: "请选择",
    wanted: "待补",
    locked: "已锁定调度期的完成值不在此列：锁定后的更正不计入。",
    redaction_note: "删除所选记录的文字和填报人姓名，数字和位置保留，以后并入、导出不再带出；其他页面刚存的，最迟一天后一并删除。草稿和读不出的旧值不在此列。删除后不能撤销，已发出的无法收回。",
    sure: "确认删除，并已知悉不能撤销",
};

const EN: Words = Words {
    title: "Add and correct",
    note: "Organisation and name are as stated, not checked. Records are never changed: corrections and withdrawals leave a trace.",
    record: "Record",
    recorded: "Recorded.",
    only_in_memory: "Recorded, but not kept on this device; save a backup on the page “On this device”.",
    choose: "Choose",
    wanted: "wanted",
    locked: "Figures of locked periods are not listed: a correction after the lock does not count.",
    redaction_note: "Removes the words and the name from the chosen entry; figures and their places stay. No later merge or export brings them back, and what other pages stored recently is removed within a day of use; drafts and values that cannot be read are not covered. It cannot be undone, and what was already sent cannot be recalled.",
    sure: "Redact this; I understand that it cannot be undone",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

pub fn act(language: Language, act: Act) -> &'static str {
    match act {
        Act::Baseline => language.pick("记录基期值", "Record the baseline"),
        Act::Basis => language.pick("认定口径", "Decide the basis"),
        Act::YearTarget => language.pick(YEAR_TARGET.zh, "Set a yearly target"),
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
        (Field::Choice, _) => language.pick("所选记录", "Entry"),
        (Field::Value, Act::Baseline) => language.pick(BASELINE.zh, "Baseline"),
        (Field::Value, Act::YearTarget) => language.pick("目标值", "Target"),
        (Field::Value, _) => language.pick("应为", "Correct figure"),
        (Field::Month, _) => language.pick("截至月份（如 2022-12）", "Month (such as 2022-12)"),
        (Field::Reason, Act::Baseline) => language.pick("来源", "Source"),
        (Field::Reason, _) => language.pick("理由", "Reason"),
        (Field::Document, Act::Correction) => language.pick("依据（可不填）", "Evidence (optional)"),
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
        (Fault::NotChosen, Language::Zh) => format!("“{}”未选，请选一项。", name(Field::Choice)),
        (Fault::NotChosen, Language::En) => format!("“{}” is missing; choose one.", name(Field::Choice)),
        (Fault::Figure, Language::Zh) => {
            format!("“{}”请填数字，如 17.6：小数点前最多 9 位，后最多 6 位。", name(Field::Value))
        }
        (Fault::Figure, Language::En) => format!(
            "“{}” takes a number such as 17.6, with at most 9 digits before the decimal point and 6 after it.",
            name(Field::Value)
        ),
        (Fault::Month, Language::Zh) => "月份请写成 2022-12。".into(),
        (Fault::Month, Language::En) => "Write the month as 2022-12.".into(),
        (Fault::TooLate { last }, Language::Zh) => format!("基期最晚为 {last}，再晚无法计算进度。"),
        (Fault::TooLate { last }, Language::En) => {
            format!("A baseline can be of {last} at the latest; after that, progress cannot be computed.")
        }
        (Fault::NoReason, Language::Zh) => format!("“{}”必填，以备查考。", name(Field::Reason)),
        (Fault::NoReason, Language::En) => {
            format!("“{}” is required, for later reference.", name(Field::Reason))
        }
        (Fault::NoDocument, Language::Zh) => "请写明分解目标所依据的文件。".into(),
        (Fault::NoDocument, Language::En) => "Name the document that sets the target.".into(),
        (Fault::TooLong { field: one, letters }, Language::Zh) => {
            format!("“{}”有 {letters} 字，最多 {MOST_LETTERS} 字，请缩短。", name(one))
        }
        (Fault::TooLong { field: one, letters }, Language::En) => {
            format!("“{}” has {letters} characters; the limit is {MOST_LETTERS}. Shorten it.", name(one))
        }
        (Fault::Unchanged, Language::Zh) => "与原数相同，无须更正。".into(),
        (Fault::Unchanged, Language::En) => {
            "This is the figure already recorded; there is nothing to correct.".into()
        }
        (Fault::NotSure, Language::Zh) => "删除不能撤销，请先勾选确认。".into(),
        (Fault::NotSure, Language::En) => "Redacting cannot be undone; tick the box to confirm.".into(),
        (Fault::NoPeriod, Language::Zh) => "方案没有可填报的调度期，无法记录。".into(),
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
        Language::Zh => format!("署名：{organisation}{space}{person}（自报，未经核验）"),
        Language::En => format!("Signed: {organisation}{space}{person} (as stated, not checked)"),
    }
}
