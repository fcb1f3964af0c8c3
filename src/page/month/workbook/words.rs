//! What stands in the workbook, and what is said of one that came back.

use super::{Column, Kind, Refusal, Remark, Why};
use crate::ledger::words as names;
use crate::page::month::form::words as form_words;
use crate::page::month::form::{AskedFigure, Choice};
use crate::plan::Month;
use crate::rows::MOST_LETTERS;
use crate::text::{Language, Text, isolated};

pub struct Words {
    /// On the tab of the first sheet.
    pub tab: &'static str,
    /// How it is filled in.
    pub how: &'static str,
    /// Over the block of stages.
    pub stages: &'static str,
    pub instead_help: &'static str,
    pub stage_help: &'static str,
    number: &'static str,
    unit: &'static str,
    about: &'static str,
    last: &'static str,
    now: &'static str,
    item: &'static str,
    sort: &'static str,
    about_item: &'static str,
    last_stage: &'static str,
    stage: &'static str,
    row: &'static str,
}

const ZH: Words = Words {
    tab: "填报表",
    how: "只填浅黄色单元格，其余已锁定。指标没有数的，在“填报内容”中选一项；举措、节点目标等阶段空着的，按上次阶段报。没有填的不视为已报。填好后保存，将本文件发回。",
    stages: "进展",
    instead_help: "有数的不用选；没有数的选一项。",
    stage_help: "空着即同上次；有变化再选。",
    number: "序号",
    unit: "单位",
    about: "口径、目标",
    last: "上期值",
    now: "本期完成值",
    item: "事项",
    sort: "类别",
    about_item: "出处、要求",
    last_stage: "上次阶段",
    stage: "本期阶段",
    row: "行标识",
};

const EN: Words = Words {
    tab: "Report",
    how: "Fill in the pale yellow cells; all others are locked. Where there is no figure, choose what is reported instead. A stage left empty is reported as it was last. Nothing else that is empty counts as reported. Save the file and send it back.",
    stages: "Progress",
    instead_help: "Leave empty where there is a figure; else choose.",
    stage_help: "Empty means as before; choose only what has changed.",
    number: "No.",
    unit: "Unit",
    about: "What is meant, target",
    last: "Previous figure",
    now: "Actual now",
    item: "Item",
    sort: "Sort",
    about_item: "Source, requirement",
    last_stage: "Previous stage",
    stage: "Stage now",
    row: "Row",
};

/// The button. Apart, so that a page with the button does not bring what stands in the file.
pub fn button(language: Language) -> &'static str {
    language.pick("填报表（Excel）", "Fill-in workbook (Excel)")
}

/// The same in a row of buttons, where a longer word would break the line.
pub fn short_button(language: Language) -> &'static str {
    language.pick("填报表", "Workbook")
}

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// The title, of the pieces of the form's.
pub fn title(language: Language, form: &[Text]) -> String {
    [joined(form).as_str(), language.pick("填报表", ", fill-in workbook")].concat()
}

/// Pieces without anything between them; what stands between them stands in them.
pub(super) fn joined(pieces: &[Text]) -> String {
    pieces.iter().map(|piece| piece.words.as_str()).collect()
}

/// The head of a column over rows of a kind; empty where they have nothing in it.
pub(super) fn head(language: Language, kind: Kind, column: Column) -> &'static str {
    let (words, form) = (of(language), form_words::of(language));
    match (kind, column) {
        (_, Column::Number) => words.number,
        (_, Column::Row) => words.row,
        (Kind::Figure, Column::Name) => language.pick("指标", "Indicator"),
        (Kind::Figure, Column::Unit) => words.unit,
        (Kind::Figure, Column::About) => words.about,
        (Kind::Figure, Column::Last) => words.last,
        (Kind::Figure, Column::Now) => words.now,
        (Kind::Figure, Column::Instead) => form.kind,
        (Kind::Figure, Column::Evidence) => form.evidence,
        (Kind::Figure, Column::Note) => form.note,
        (Kind::Stage, Column::Name) => words.item,
        (Kind::Stage, Column::Unit) => words.sort,
        (Kind::Stage, Column::About) => words.about_item,
        (Kind::Stage, Column::Last) => words.last_stage,
        (Kind::Stage, Column::Now) => words.stage,
        (Kind::Stage, Column::Note) => form.stage_note,
        (Kind::Problem, Column::Name) => form.problem_text,
        (Kind::Problem, Column::Unit) => form.problem_who,
        (Kind::Problem, Column::About) => form.problem_subject,
        (Kind::Problem, Column::Last) => form.problem_until,
        (Kind::Stage, Column::Instead | Column::Evidence)
        | (Kind::Problem, Column::Now | Column::Instead | Column::Evidence | Column::Note) => "",
    }
}

/// What measures, items of the year's list and milestones are called.
pub(super) fn sorts(language: Language) -> [&'static str; 3] {
    language.pick(["举措", "年度清单", "节点目标"], ["measure", "year’s list", "milestone"])
}

/// The title of a block with its number, counted from 0.
pub(super) fn numbered(language: Language, at: usize, title: &str) -> String {
    let number = match language {
        Language::Zh => ["一、", "二、", "三、"].get(at).copied().unwrap_or_default(),
        Language::En => ["1. ", "2. ", "3. "].get(at).copied().unwrap_or_default(),
    };
    [number, title].concat()
}

/// Over what may stay empty.
pub(super) fn optional(language: Language, count: usize) -> String {
    form_words::optional(language, count)
}

/// The last value, with the month of which it is: the file is read when nobody knows any more what *last month* was.
pub(super) fn last(language: Language, of: Month, value: &str) -> String {
    match language {
        Language::Zh => format!("{value}（{of}）"),
        Language::En => format!("{value} ({of})"),
    }
}

/// What is meant, section and target, and what was reported of the period already.
pub(super) fn about(language: Language, asked: &AskedFigure) -> String {
    let between = language.pick("；", "; ");
    let mut all = vec![asked.asks.clone(), joined(&asked.about)];
    if let Some(recorded) = &asked.recorded {
        let said = recorded.said.words(language);
        all.push([names::REPORTED.words(language), language.pick("：", ": "), &said].concat());
    }
    all.retain(|piece| !piece.is_empty());
    all.join(between)
}

/// Beside the cell of a figure.
pub(super) fn help(language: Language, asked: &AskedFigure) -> String {
    let unit = &asked.unit.words;
    match language {
        Language::Zh if unit.is_empty() => format!("{}。只填数。", asked.asks),
        Language::Zh => format!("{}，单位：{unit}。只填数。", asked.asks),
        Language::En if unit.is_empty() => format!("{}. Figure only.", asked.asks),
        Language::En => format!("{}, in {unit}. Figure only.", asked.asks),
    }
}

pub(super) fn day_help(language: Language) -> &'static str {
    language.pick("例：2024-09-30", "Example: 2024-09-30")
}

/// How much of a cell is read back.
pub(super) fn longest(language: Language) -> String {
    match language {
        Language::Zh => format!("不超过 {MOST_LETTERS} 字"),
        Language::En => format!("at most {MOST_LETTERS} letters"),
    }
}

/// A workbook was not taken at all.
pub fn refused(language: Language, refusal: &Refusal) -> String {
    match (language, refusal) {
        (Language::Zh, Refusal::NoForm) => {
            "这不是本页生成的填报表，或者表头已改动，没有读取。可在表单上用“从表格粘贴”。".into()
        }
        (Language::En, Refusal::NoForm) => {
            "This is no fill-in workbook of this page, or its headings were changed: nothing was read. Use “Paste from a table” on the form.".into()
        }
        (Language::Zh, Refusal::Newer) => "这份填报表由更新版本的页面生成，本页读不出。请更新后再试。".into(),
        (Language::En, Refusal::Newer) => {
            "This workbook was made by a newer release and cannot be read here. Use the newer release.".into()
        }
        (Language::Zh, Refusal::OtherPlan) => "这份填报表是另一个方案的，没有读取。".into(),
        (Language::En, Refusal::OtherPlan) => {
            "This workbook belongs to another plan: nothing was read.".into()
        }
        (Language::Zh, Refusal::OtherOrganisation(id)) => {
            format!("这份填报表是另一个单位（{}）的，没有读取。", isolated(id))
        }
        (Language::En, Refusal::OtherOrganisation(id)) => {
            format!("This workbook belongs to another organisation ({}): nothing was read.", isolated(id))
        }
        (Language::Zh, Refusal::OtherMonth(month)) => {
            format!("这份填报表是 {}的，不是本期，没有读取。", form_words::month(language, *month))
        }
        (Language::En, Refusal::OtherMonth(month)) => {
            format!("This workbook is for {}, another period: nothing was read.", form_words::month(language, *month))
        }
    }
}

/// A remark in a sentence: the cell, what was seen in it, and why it was not taken.
pub fn remark(language: Language, remark: &Remark) -> String {
    let (sheet, cell, seen) = (isolated(&remark.sheet), &remark.cell, isolated(&remark.seen));
    let why = why(language, &remark.why);
    match language {
        Language::Zh if seen.is_empty() => format!("{sheet} {cell}：{why}"),
        Language::Zh => format!("{sheet} {cell}“{seen}”：{why}"),
        Language::En if seen.is_empty() => format!("{sheet} {cell}: {why}"),
        Language::En => format!("{sheet} {cell} “{seen}”: {why}"),
    }
}

/// Why something was not taken.
pub fn why(language: Language, why: &Why) -> String {
    let plain = match why {
        Why::NotAFigure => language.pick("不是数，未取", "not a figure, not taken"),
        Why::MayBeShare => language.pick(
            "这种文件（.xls）不保留百分号，看不出是否为百分数，未取；请另存为 .xlsx 后再发",
            "a file of this sort (.xls) does not tell whether it is a per cent, not taken; save it as .xlsx",
        ),
        Why::TooManyDigits => language.pick("位数过多，未取", "too many digits, not taken"),
        Why::OtherUnit { found, wanted } => {
            let (found, wanted) = (isolated(found), isolated(wanted));
            return match language {
                Language::Zh => format!("单位是{found}，这里的单位是{wanted}，无法换算，未取"),
                Language::En => {
                    format!("in {found}, this item is in {wanted}: cannot be converted, not taken")
                }
            };
        }
        Why::NotAKind => language.pick(
            "不在可选的填报内容之内，这一行的数未取",
            "none of the choices; the figure of this row was not taken",
        ),
        Why::Contradicts => language.pick(
            "既有数，又选了不报数，两者矛盾，均未取",
            "there is a figure, and something else was chosen in its place: neither was taken",
        ),
        Why::NoFigure => {
            let chosen = form_words::choice(language, Choice::Value);
            return match language {
                Language::Zh => format!("选了“{chosen}”，但没有数"),
                Language::En => format!("“{chosen}” was chosen, and there is none"),
            };
        }
        Why::NotAStage => language.pick("不是阶段名称，未取", "not a stage, not taken"),
        Why::StageNotAllowed => {
            language.pick("这一项不能选这个阶段，未取", "this item cannot have this stage, not taken")
        }
        Why::UnknownRow => {
            language.pick("本表没有这一项，这一行未取", "no item of this form; the row was not taken")
        }
        Why::Ambiguous => language.pick(
            "有几项同名，无法判断是哪一项，这一行未取",
            "several items have this name; the row was not taken",
        ),
        Why::NameOfAnother => language.pick(
            "名称与行标识不是同一项，这一行未取",
            "the name is that of another item than the row’s mark; the row was not taken",
        ),
        Why::Twice => {
            language.pick("同一项有几行，内容不同，均未取", "several rows of one item differ; none was taken")
        }
        Why::UnknownSubject => language.pick(
            "本表没有这个事项，问题已取，涉及事项未取",
            "no item of this form; the problem was taken without it",
        ),
        Why::NoSuchDay => language.pick("不是日期，未取", "not a day, not taken"),
        Why::NoValue => language.pick(
            "公式没有结果，未取；请在 Excel 或 WPS 中打开并保存后再发",
            "the formula has no result, not taken; open and save the file in Excel or WPS",
        ),
        Why::MayBeCut => {
            return match language {
                Language::Zh => format!("只读前 {MOST_LETTERS} 字，后面的可能没有读到，请核对"),
                Language::En => {
                    format!("only the first {MOST_LETTERS} letters are read: check whether more follows")
                }
            };
        }
        Why::TooManyRows => language.pick("行数过多，后面的没有读取", "too many rows; the rest was not read"),
    };
    plain.to_owned()
}
