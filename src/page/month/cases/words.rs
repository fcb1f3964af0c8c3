//! What the page of cases says.

use super::typed::{Fault, Field, MOST_IN_ALL, Part};
use crate::ledger::words::SUBMISSION;
use crate::plan::{Month, Quantity};
use crate::text::Language;

pub struct Words {
    pub heading: &'static str,
    pub without: &'static str,
    pub none: &'static str,
    pub no_round: &'static str,
    pub changed: &'static str,
    pub adopt: &'static str,
    pub give_back: &'static str,
    pub reason: &'static str,
    pub reason_asked: &'static str,
    pub done: &'static str,
    pub again: &'static str,
    pub again_told: &'static str,
    pub again_busy: &'static str,
    pub whole: &'static str,
    pub form: &'static str,
    pub form_note: &'static str,
    pub choose: &'static str,
    pub no_subject: &'static str,
    pub no_figure: &'static str,
    pub hand_in: &'static str,
    pub handed_in: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub text: &'static str,
    pub looking: &'static str,
}

const ZH: Words = Words {
    heading: "典型案例",
    without: "尚无案例的牵头单位（方案未写由谁报送，按牵头单位列出）：",
    none: "本季度还没有典型案例。",
    no_round: "方案没有按季度的安排，不按季度收集案例。",
    changed: "报送后数据有变",
    adopt: "采用",
    give_back: "退回",
    reason: "退回理由",
    reason_asked: "请写明退回理由，最多100字。",
    done: "已记录。",
    again: "修改后再报",
    again_told: "原文已填入下面的表单，改好后再报送。",
    again_busy: "下面的表单里还有没报送的案例，请先报送或清空。",
    whole: "全文",
    form: "报送一个案例",
    form_note: "成效数据从台账选取，不另填写；以后数据更正，案例上会标出。",
    choose: "请选择",
    no_subject: "不涉及某一项",
    no_figure: "不引用数据",
    hand_in: SUBMISSION.zh,
    handed_in: "已记在本机。不在本机汇总的，请把下面的文字发给汇总人，由其粘贴到调度页。",
    copy: "复制",
    copied: "已复制。",
    not_copied: "浏览器不允许复制，请选中文字自行复制。",
    text: "发给汇总人的文字",
    looking: "正在查看，不能报送。",
};

const EN: Words = Words {
    heading: "Typical cases",
    without: "Lead organisations without one (the plan does not say who hands them in; leads are listed): ",
    none: "No typical case for this quarter yet.",
    no_round: "The plan's cycle has no quarters, so no cases are gathered by quarter.",
    changed: "figures changed since it was handed in",
    adopt: "Adopt",
    give_back: "Return",
    reason: "Reason for returning",
    reason_asked: "Say why it is returned, in at most 100 letters.",
    done: "Recorded.",
    again: "Work it over",
    again_told: "The text stands in the form below; change it and hand it in again.",
    again_busy: "The form below holds a case that is not handed in; hand it in or empty the form first.",
    whole: "Whole text",
    form: "Hand in a case",
    form_note: "Figures of effect are taken from the records, never typed; one that is corrected later is marked on the case.",
    choose: "Choose",
    no_subject: "nothing in particular",
    no_figure: "no figure",
    hand_in: "Hand in",
    handed_in: "Recorded on this device. If somebody else gathers the reports, send the text below; it is pasted on the page of reports.",
    copy: "Copy",
    copied: "Copied.",
    not_copied: "The browser does not allow copying. Select the text and copy it yourself.",
    text: "Text for whoever gathers the reports",
    looking: "You are only looking; nothing can be handed in.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// 2023年第四季度.
pub fn quarter(language: Language, last: Month) -> String {
    let (year, at) = (last.year(), usize::from(last.number()).div_ceil(3));
    match language {
        Language::Zh => {
            format!("{year}年第{}季度", ["一", "二", "三", "四"].get(at.saturating_sub(1)).unwrap_or(&""))
        }
        Language::En => format!("Q{at} {year}"),
    }
}

/// What the round asks for, in the words of the plan's file, and what has come.
pub fn lede(
    language: Language,
    [name, purpose]: [&str; 2],
    last: Month,
    cases: usize,
    leads: usize,
    handed: usize,
) -> String {
    let quarter = quarter(language, last);
    match language {
        Language::Zh => {
            format!("{name}：{purpose}{quarter}已有{cases}个案例；{leads}家牵头单位中{handed}家有案例。")
        }
        Language::En => format!(
            "{name}: {purpose} {quarter}: {cases} so far, from {handed} of {leads} lead organisations."
        ),
    }
}

pub fn part(language: Language, part: Part) -> &'static str {
    match part {
        Part::Background => language.pick("背景与问题", "Background and problem"),
        Part::Measures => language.pick("做法与创新", "What was done, and what is new"),
        Part::Effect => language.pick("进展与成效", "Progress and effect"),
        Part::Experience => language.pick("经验启示", "What others can learn"),
    }
}

/// What stands above the letters of a receipt, so that whoever gets it sees what it is.
pub fn letter(language: Language, title: &str, letters: usize) -> String {
    match language {
        Language::Zh => format!("典型案例《{title}》，全文{letters}字"),
        Language::En => format!("Typical case “{title}”, {letters} letters"),
    }
}

pub fn printed(language: Language, number: u32) -> String {
    language.pick(format!("载于第{number}期"), format!("printed in No. {number}"))
}

/// A month with its figure, or that there is none.
pub fn figure(language: Language, month: Month, value: Option<Quantity>) -> String {
    let said = value.map(|value| value.to_string());
    let said = said.unwrap_or_else(|| language.pick("无数据", "no figure").into());
    match language {
        Language::Zh => format!("{}年{}月 {said}", month.year(), month.number()),
        Language::En => format!("{month}: {said}"),
    }
}

pub fn effect(
    language: Language,
    before: (Month, Option<Quantity>),
    after: (Month, Option<Quantity>),
) -> String {
    [figure(language, before.0, before.1), figure(language, after.0, after.1)].join(" → ")
}

/// How many letters stand in a part, and in all.
pub fn letters(language: Language, part: usize, all: usize) -> String {
    match language {
        Language::Zh => format!("{part}字，全文{all}字，最多{MOST_IN_ALL}字"),
        Language::En => format!("{part} letters, {all} in all, {MOST_IN_ALL} at most"),
    }
}

pub fn field(language: Language, field: Field) -> &'static str {
    match field {
        Field::Organisation => language.pick("报送单位", "Organisation"),
        Field::Subject => language.pick("涉及事项", "About"),
        Field::Title => language.pick("标题", "Title"),
        Field::Part(one) => part(language, one),
        Field::Cited => language.pick("成效数据", "Figure of effect"),
        Field::Before => language.pick("做法之前", "Before"),
        Field::After => language.pick("做法之后", "After"),
    }
}

pub fn fault(language: Language, fault: Fault) -> String {
    let said = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match fault {
        Fault::Organisation => said("请选择报送单位。", "Choose the organisation."),
        Fault::Subject => {
            said("方案和年度清单没有这个事项。", "Neither the plan nor a year's list has this.")
        }
        Fault::OthersSubject => said(
            "这个事项没有报送单位参与，汇总时不会被接收，请换一个。",
            "The organisation has no part in this: its receipt would not be taken in. Choose another.",
        ),
        Fault::Title => said("请写标题。", "Give it a title."),
        Fault::Empty(one) => {
            let name = part(language, one);
            language.pick(format!("请写“{name}”。"), format!("{name}: nothing stands there."))
        }
        Fault::TooLong { field: of, letters, most } => {
            let name = field(language, of);
            match language {
                Language::Zh => format!("{name}有 {letters} 字，最多 {most} 字。"),
                Language::En => format!("{name}: {letters} letters, {most} at most."),
            }
        }
        Fault::TooLongInAll { letters } => match language {
            Language::Zh => format!("全文 {letters} 字，最多 {MOST_IN_ALL} 字。"),
            Language::En => format!("{letters} letters in all, {MOST_IN_ALL} at most."),
        },
        Fault::NoFigure(of) => {
            let name = field(language, of);
            language.pick(
                format!("{name}：请选择台账有数据的指标和月份。"),
                format!("{name}: choose an indicator and a month with a figure on record."),
            )
        }
        Fault::Order => said("“做法之后”应晚于“做法之前”。", "After: a later month than before."),
    }
}
