//! What heads, help and faults of the workbook say.

use super::columns::Slot;
use super::sheets::{Among, Form, Kind, SheetOf};
use crate::plan::faults::{Sentences, clean};
use crate::text::{Language, isolated};

/// What is wrong with a cell or a sheet, beside what the rules of `plan.json` say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// There is no such sheet.
    NoSheet(&'static str),
    /// No row of it has these heads.
    NoHeads(Vec<&'static str>),
    /// No head names this.
    NoColumn(String),
    /// Two columns have this head.
    Twice(String),
    /// It has more rows than are read.
    TooLong,
    /// A formula that has no value in the file, or an error.
    NoValue,
    /// A thing that says not what it belongs to, with the head of that column.
    NoHolder(String),
    NotWhole(String),
    NotFigure(String),
    NotDay(String),
    NotMonth(String),
    NotOneOf {
        found: String,
        allowed: Vec<&'static str>,
        nearest: Option<String>,
    },
    NoSuch {
        found: String,
        among: Among,
        nearest: Option<String>,
    },
    /// So many have the name.
    Many {
        found: String,
        among: Among,
        count: usize,
    },
}

/// The two heads of the sheet of the plan.
pub(super) fn plan_heads(language: Language) -> [&'static str; 2] {
    language.pick(["项目", "内容"], ["Field", "Value"])
}

/// What stands between names in a cell.
pub(super) fn between(language: Language) -> &'static str {
    language.pick("、", "; ")
}

/// What stands above the heads of each sheet.
pub(super) fn how(language: Language) -> &'static str {
    language.pick(
        "带 * 的列必须填写。单位、任务等直接写名称；一格写几个时用顿号隔开，别名和原文写法一行一个。“标识”空着时按名称自动生成，已有的请勿改动。",
        "Columns with a * have to be filled in. Organisations, tasks and the like are written by name; several in a cell are parted by semicolons, other names stand a line each. An empty identifier is made of the name; leave those that are there as they are.",
    )
}

/// The head of a field; of a name, with the language of the words.
pub(super) fn headed(head: &str, of: Option<Language>, language: Language) -> String {
    let of = match (of, language) {
        (None, _) => return head.to_owned(),
        (Some(Language::Zh), Language::Zh) => "（中文）",
        (Some(Language::En), Language::Zh) => "（英文）",
        (Some(Language::Zh), Language::En) => " (Chinese)",
        (Some(Language::En), Language::En) => " (English)",
    };
    [head, of].concat()
}

/// The head of the column that says in what a thing stands.
pub(super) fn within_head(language: Language, around: SheetOf) -> String {
    let [zh, en] = match around {
        SheetOf::Areas => ["所属领域", "Of area"],
        SheetOf::Tasks => ["所属任务", "Of task"],
        SheetOf::Indicators => ["所属指标", "Of indicator"],
        SheetOf::Lists => ["所属名单", "Of list"],
        _ => ["所属", "Of"],
    };
    language.pick(zh, en).to_owned()
}

/// The head of what is missing.
pub(super) fn slot_head(language: Language, form: &Form, slot: &Slot) -> String {
    match (slot, form.within) {
        (Slot::Within, Some(around)) => within_head(language, around),
        (Slot::Within, None) => String::new(),
        (Slot::Of(column, of), _) => headed(column.head(language), *of, language),
    }
}

/// What is shown beside a cell of that column.
pub(super) fn within_help(language: Language, sheet: &str) -> String {
    match language {
        Language::Zh => format!("写“{sheet}”表里的名称或标识"),
        Language::En => format!("A name or identifier of the sheet “{sheet}”"),
    }
}

/// What is shown beside a cell that is filled in; empty where the head says enough.
pub(super) fn help(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::Id(_) => language.pick(
            "空着时按名称自动生成；填报记录按标识认定，发布后请勿改动",
            "Made of the name where it is empty; records know things by it, so never change it once the plan is out",
        ),
        Kind::Figure => language.pick(
            "只写数字，单位在“指标”表",
            "The figure alone; its unit stands on the sheet of indicators",
        ),
        Kind::Month => language.pick("如 2023-08", "Such as 2023-08"),
        Kind::Day => language.pick("如 2023-07-25", "Such as 2023-07-25"),
        Kind::Lines => language.pick("一行一个", "One on a line"),
        Kind::Refs(_) => language.pick("写名称，用顿号隔开", "Names, parted by semicolons"),
        Kind::Ref(_) => language.pick("写名称", "A name"),
        Kind::Words
        | Kind::Name
        | Kind::Whole
        | Kind::Days
        | Kind::OneOf(_)
        | Kind::Keys => "",
    }
}

/// A row of a sheet, counted from 1.
pub(super) fn row(language: Language, sheet: &str, row: usize) -> String {
    match language {
        Language::Zh => format!("{sheet} 第 {row} 行"),
        Language::En => format!("{sheet}, row {row}"),
    }
}

/// A field of the plan that no row names.
pub(super) fn field(language: Language, sheet: &str, path: &str) -> String {
    let column = Form::of(SheetOf::Plan).columns.iter().find(|column| column.path == path);
    match column {
        Some(column) => [sheet, language.pick("：", ": "), column.head(language)].concat(),
        None => sheet.to_owned(),
    }
}

/// A sheet that plays no part.
pub(super) fn unused_sheet(language: Language, name: &str) -> String {
    let name = isolated(&clean(name));
    match language {
        Language::Zh => format!("工作表“{name}”不在模板里，没有读取。"),
        Language::En => format!("The sheet “{name}” is none of the template and was not read."),
    }
}

/// A column that plays no part.
pub(super) fn unused_column(language: Language, place: &str, head: &str) -> String {
    let head = isolated(&clean(head));
    match language {
        Language::Zh => format!("{place}：表头“{head}”不在模板里，这一列没有读取。"),
        Language::En => {
            format!("{place}: the head “{head}” is none of the template; its column was not read.")
        }
    }
}

fn things(language: Language, among: Among) -> &'static str {
    match among {
        Among::Sheet(sheet) => Form::of(sheet).name(language),
        Among::All => language.pick("各表", "all sheets"),
    }
}

/// What is wrong, what is allowed, and what to do.
pub(super) fn say(language: Language, problem: &Problem) -> Sentences {
    let (found, quotation, allowed, advice) = match language {
        Language::Zh => zh(problem),
        Language::En => en(problem),
    };
    Sentences { found, quotation: quotation.map(clean), allowed, advice }
}

type Said<'a> = (String, Option<&'a str>, String, String);

fn zh(problem: &Problem) -> Said<'_> {
    let of = |found: &str| found.to_owned();
    match problem {
        Problem::NoSheet(name) => (
            format!("没有名为“{name}”的工作表"),
            None,
            of("模板里的工作表名称"),
            "请恢复这张工作表的名称，或重新下载模板，把内容粘贴过去。".into(),
        ),
        Problem::NoHeads(heads) => (
            of("找不到表头"),
            None,
            heads.join("、"),
            "请在前 20 行里保留一行表头，名称与模板一致；列的顺序可以变动。".into(),
        ),
        Problem::NoColumn(head) => {
            (format!("缺少“{head}”这一列"), None, of("表头与模板一致"), "请补上这一列的表头和内容。".into())
        }
        Problem::Twice(head) => (
            of("这一列的表头重复"),
            Some(head),
            of("每个表头只出现一次"),
            "请删去或改名其中一列；现在读取的是左边一列。".into(),
        ),
        Problem::TooLong => (
            of("行数过多，后面的没有读取"),
            None,
            of("每张工作表最多 5,000 行"),
            "请删去空行和无关的行后再选择文件。".into(),
        ),
        Problem::NoValue => (
            of("公式没有结果，或结果是错误"),
            None,
            of("文字或数字"),
            "请用 Excel 或 WPS 打开文件，重新计算并保存，或直接写入结果。".into(),
        ),
        Problem::NoHolder(head) => {
            (format!("没有填写“{head}”"), None, of("上一级的名称或标识"), "请填写它属于哪一项。".into())
        }
        Problem::NotWhole(found) => (of("不是整数"), Some(found), of("整数，如 2025"), "请只写数字。".into()),
        Problem::NotFigure(found) => (
            of("不是数字"),
            Some(found),
            of("整数最多 9 位、小数最多 6 位的数字"),
            "请只写数字；“不少于”等写在“比较”列，计量单位写在“指标”表。".into(),
        ),
        Problem::NotDay(found) => (of("不是日期"), Some(found), of("如 2023-07-25"), "请写明年月日。".into()),
        Problem::NotMonth(found) => (of("不是月份"), Some(found), of("如 2023-08"), "请写明年和月。".into()),
        Problem::NotOneOf { found, allowed, nearest } => {
            (of("不在可选的词里"), Some(found), allowed.join("、"), meant_zh(nearest, "请从下拉列表里选择。"))
        }
        Problem::NoSuch { found, among, nearest } => (
            format!("“{}”表里没有这个名称", things(Language::Zh, *among)),
            Some(found),
            format!("“{}”表里的名称、别名或标识", things(Language::Zh, *among)),
            meant_zh(nearest, "请改正名称，或先在那张表里加上一行。"),
        ),
        Problem::Many { found, among, count } => (
            format!("“{}”表里有 {count} 个同名的", things(Language::Zh, *among)),
            Some(found),
            of("唯一的名称，或标识"),
            "请改写标识。".into(),
        ),
    }
}

fn meant_zh(nearest: &Option<String>, advice: &str) -> String {
    match nearest {
        Some(word) => format!("是不是“{}”？{advice}", isolated(&clean(word))),
        None => advice.to_owned(),
    }
}

fn en(problem: &Problem) -> Said<'_> {
    let of = |found: &str| found.to_owned();
    match problem {
        Problem::NoSheet(name) => (
            format!("there is no sheet “{name}”"),
            None,
            of("the sheet names of the template"),
            "Give the sheet its name back, or download the template again and paste the content over.".into(),
        ),
        Problem::NoHeads(heads) => (
            of("no row of heads was found"),
            None,
            heads.join(", "),
            "Keep a row of heads within the first 20 rows, worded as in the template; columns may stand in any order."
                .into(),
        ),
        Problem::NoColumn(head) => (
            format!("the column “{head}” is missing"),
            None,
            of("the heads of the template"),
            "Add the column with its head.".into(),
        ),
        Problem::Twice(head) => (
            of("this head stands twice"),
            Some(head),
            of("each head once"),
            "Remove or rename one of the columns; the one further left is read.".into(),
        ),
        Problem::TooLong => (
            of("there are too many rows; those at the end were not read"),
            None,
            of("at most 5,000 rows on a sheet"),
            "Remove empty rows and rows that do not belong, and choose the file again.".into(),
        ),
        Problem::NoValue => (
            of("a formula without a result, or with an error"),
            None,
            of("words or a figure"),
            "Open the file in Excel or WPS, calculate and save it, or type the result.".into(),
        ),
        Problem::NoHolder(head) => (
            format!("“{head}” is empty"),
            None,
            of("the name or identifier of what it belongs to"),
            "Fill in what it belongs to.".into(),
        ),
        Problem::NotWhole(found) => {
            (of("no whole number"), Some(found), of("a whole number such as 2025"), "Write digits alone.".into())
        }
        Problem::NotFigure(found) => (
            of("no figure"),
            Some(found),
            of("a figure of at most 9 digits before and 6 behind the point"),
            "Write the figure alone; “at least” and the like stand in the column Comparison, the unit on the sheet of indicators."
                .into(),
        ),
        Problem::NotDay(found) => {
            (of("no day"), Some(found), of("a day such as 2023-07-25"), "Write year, month and day.".into())
        }
        Problem::NotMonth(found) => {
            (of("no month"), Some(found), of("a month such as 2023-08"), "Write year and month.".into())
        }
        Problem::NotOneOf { found, allowed, nearest } => (
            of("none of the words to choose from"),
            Some(found),
            allowed.join(", "),
            meant_en(nearest, "Choose from the list of the cell."),
        ),
        Problem::NoSuch { found, among, nearest } => (
            format!("no such name on the sheet “{}”", things(Language::En, *among)),
            Some(found),
            format!("a name, other name or identifier of the sheet “{}”", things(Language::En, *among)),
            meant_en(nearest, "Correct the name, or add a row to that sheet."),
        ),
        Problem::Many { found, among, count } => (
            format!("{count} have this name on the sheet “{}”", things(Language::En, *among)),
            Some(found),
            of("a name that only one has, or an identifier"),
            "Write the identifier.".into(),
        ),
    }
}

fn meant_en(nearest: &Option<String>, advice: &str) -> String {
    match nearest {
        Some(word) => format!("Was “{}” meant? {advice}", isolated(&clean(word))),
        None => advice.to_owned(),
    }
}
