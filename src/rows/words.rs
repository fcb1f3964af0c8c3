//! What is said of a reading, in both languages.

use super::NoBook;
use super::{Question, Taken, Told, Why};
use crate::ledger::words as names;
use crate::text::{Language, isolated};

/// Why a row goes nowhere.
pub fn why(language: Language, why: &Why) -> String {
    let plain = match why {
        Why::UnknownName => language.pick("表上没有这个名称", "no item of this form has this name"),
        Why::Twice => {
            language.pick("这个名称另有一行，已取那一行", "another row has this name and was taken")
        }
        Why::NotAFigure => language.pick("不是数", "not a figure"),
        Why::Empty => language.pick("这一行没有数", "no figure in this row"),
        Why::OtherDistrict => {
            language.pick("是县（市）区的数，这里不填", "a district's figure, not asked for here")
        }
        Why::Whole => language
            .pick("是全市的数，这里填本辖区的数", "the city's figure; your own district's is asked for"),
        Why::NoColumn => language.pick(
            "只有目标、比率、增幅或其他月份的列有数",
            "only columns of targets, shares, changes or other months have figures",
        ),
        Why::NoField => language.pick("表中已没有可填的项", "no field is left to fill"),
        Why::NotChosen => language.pick("已选择不取", "chosen to be left out"),
        Why::TooLong => language.pick("内容过长，没有读取", "too long, not read"),
        Why::OtherUnit { found, wanted } => {
            return match language {
                Language::Zh => format!("表里的单位是{}，这里的单位是{wanted}，无法换算", isolated(found)),
                Language::En => {
                    format!(
                        "the table has {}, this item is in {wanted}: it cannot be converted",
                        isolated(found)
                    )
                }
            };
        }
    };
    plain.to_owned()
}

/// The number of a row, or of a column where the table has the items in its columns.
pub fn row(language: Language, row: usize, is_turned: bool) -> String {
    match (language, is_turned) {
        (Language::Zh, false) => format!("第 {row} 行"),
        (Language::Zh, true) => format!("第 {row} 列"),
        (Language::En, false) => format!("row {row}"),
        (Language::En, true) => format!("column {row}"),
    }
}

/// From where a figure was taken: its column, with the head, and the unit that it was converted from.
pub fn source(language: Language, taken: &Taken, is_turned: bool) -> String {
    let head = isolated(&taken.head);
    let at = row(language, taken.column, !is_turned);
    let from = match (language, head.is_empty()) {
        (_, true) => at,
        (Language::Zh, false) => format!("“{head}”"),
        (Language::En, false) => format!("“{head}”"),
    };
    match (language, &taken.from_unit) {
        (_, None) => from,
        (Language::Zh, Some(unit)) => format!("{from}，由 {} {}换算", isolated(&taken.cell), isolated(unit)),
        (Language::En, Some(unit)) => {
            format!("{from}, converted from {} {}", isolated(&taken.cell), isolated(unit))
        }
    }
}

/// What is reported in place of a figure.
pub fn told(language: Language, told: &Told) -> String {
    match told {
        Told::Value(value) => value.to_string(),
        Told::NoChange => names::NO_CHANGE.words(language).to_owned(),
        Told::NothingToReport => names::NOTHING_TO_REPORT.words(language).to_owned(),
        Told::NotYetPublished => names::NOT_YET_PUBLISHED.words(language).to_owned(),
    }
}

/// A question in a sentence; `named` gives the name of an item.
pub fn question(
    language: Language,
    question: &Question,
    is_turned: bool,
    named: impl Fn(&str) -> String,
) -> String {
    match (language, question) {
        (Language::Zh, Question::Item { row: at, words, .. }) => {
            format!("{}“{}”对应哪一项？", row(language, *at, is_turned), isolated(words))
        }
        (Language::En, Question::Item { row: at, words, .. }) => {
            format!("Which item is {} “{}”?", row(language, *at, is_turned), isolated(words))
        }
        (Language::Zh, Question::Column { rows, .. }) if rows.len() == 1 => {
            format!("{}取哪一{}的数？", first(language, rows, is_turned), if is_turned { "行" } else { "列" })
        }
        (Language::Zh, Question::Column { rows, .. }) => format!(
            "{}等 {} {}取哪一{}的数？",
            first(language, rows, is_turned),
            rows.len(),
            if is_turned { "列" } else { "行" },
            if is_turned { "行" } else { "列" }
        ),
        (Language::En, Question::Column { rows, .. }) => {
            let what = if is_turned { "row" } else { "column" };
            format!(
                "Which {what} holds the figures ({}, {} in all)?",
                first(language, rows, is_turned),
                rows.len()
            )
        }
        (Language::Zh, Question::Share { row: at, item, cell, .. }) => format!(
            "{}“{}”写的是 {}，没有百分号，是多少？",
            row(language, *at, is_turned),
            named(item),
            isolated(cell)
        ),
        (Language::En, Question::Share { row: at, item, cell, .. }) => format!(
            "{} “{}” says {} without a sign of per cent: how much is it?",
            row(language, *at, is_turned),
            named(item),
            isolated(cell)
        ),
        (Language::Zh, Question::Row { item, options }) => {
            format!("“{}”有 {} 行，数不相同，取哪一行？", named(item), options.len())
        }
        (Language::En, Question::Row { item, options }) => {
            format!(
                "“{}” is in {} rows with different figures: which is to be taken?",
                named(item),
                options.len()
            )
        }
    }
}

/// The options of a question, in its order.
pub fn options(
    language: Language,
    question: &Question,
    is_turned: bool,
    named: impl Fn(&str) -> String,
) -> Vec<String> {
    match question {
        Question::Item { options, .. } => options.iter().map(|id| named(id)).collect(),
        Question::Column { options, .. } => {
            let column = |(at, head): &(usize, String)| match head.is_empty() {
                true => row(language, *at, !is_turned),
                false => [
                    isolated(head).as_str(),
                    language.pick("（", " ("),
                    &row(language, *at, !is_turned),
                    language.pick("）", ")"),
                ]
                .concat(),
            };
            options.iter().map(column).collect()
        }
        Question::Share { options, .. } => options.iter().map(|value| format!("{value}%")).collect(),
        Question::Row { options, .. } => {
            let line = |(at, cell): &(usize, String)| {
                [row(language, *at, is_turned).as_str(), language.pick("：", ": "), &isolated(cell)].concat()
            };
            options.iter().map(line).collect()
        }
    }
}

fn first(language: Language, rows: &[usize], is_turned: bool) -> String {
    row(language, rows.first().copied().unwrap_or_default(), is_turned)
}

/// Why a file is not read, and what to do about it.
pub fn no_book(language: Language, fault: NoBook) -> &'static str {
    match fault {
        NoBook::TooLarge => language.pick(
            "文件超过 5 MB。请删去图片和不需要的工作表，另存后再选。",
            "The file is larger than 5 MB. Take out pictures and sheets that are not needed, save it, and choose it again.",
        ),
        NoBook::TooMuch => language.pick(
            "文件展开后过大，没有读取。请只留需要的工作表，另存为 .xlsx 后再选。",
            "The file is far too large once it is unpacked, and was not read. Keep only the sheets that are needed, save it as .xlsx, and choose it again.",
        ),
        NoBook::Encrypted => language.pick(
            "文件设有打开密码。请在 Excel 或 WPS 中取消密码，另存后再选。",
            "The file is closed with a password. Take the password off in Excel or WPS, save it, and choose it again.",
        ),
        NoBook::Markup => language.pick(
            "这是改了扩展名的网页或旧式 XML 表格。请在 Excel 或 WPS 中打开，另存为 .xlsx 后再选。",
            "This is a web page or an old XML table under the name of a workbook. Open it in Excel or WPS, save it as .xlsx, and choose it again.",
        ),
        NoBook::Binary => language.pick(
            "这里不读 .xlsb。请在 Excel 或 WPS 中另存为 .xlsx 后再选。",
            ".xlsb is not read here. Save it as .xlsx in Excel or WPS, and choose it again.",
        ),
        NoBook::Document => language.pick(
            "这是文字文档，不是表格。可以在文档里复制表格，粘贴进来。",
            "This is a text document, not a workbook. Copy its table there, and paste it here.",
        ),
        NoBook::Paper => language.pick(
            "这是 PDF，不是表格。请向报送单位要表格文件。",
            "This is a PDF, not a workbook. Ask whoever sent it for the workbook.",
        ),
        NoBook::Damaged => language.pick(
            "文件损坏或不完整，读不下去。请在 Excel 或 WPS 中打开检查，另存为 .xlsx 后再选。",
            "The file is damaged or incomplete. Open it in Excel or WPS, save it as .xlsx, and choose it again.",
        ),
        NoBook::Unknown => language.pick(
            "不是可以读的表格文件。可以读 .xlsx、.xls、.et、.ods、.csv。",
            "This is no file of tables that is read here. Those are .xlsx, .xls, .et, .ods and .csv.",
        ),
    }
}
