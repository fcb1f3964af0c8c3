//! What is said of tables that came in, in both languages.

use super::{Cell, Check};
use crate::page::month::form::{Finding, NoForm, Sheet, words as form_words};
use crate::page::month::workbook::{Refusal, Remark, words as workbook_words};
use crate::plan::{Month, PlanIndex, unit};
use crate::rows::{self, BookSheet, NoBook, Taken, Told, cell_name};
use crate::text::{self, Language, Text, isolated};

pub struct Words {
    /// On the button that opens the dialog.
    pub open: &'static str,
    pub title: &'static str,
    pub close: &'static str,
    pub how: &'static str,
    pub whose: &'static str,
    pub month: &'static str,
    pub sheet: &'static str,
    pub choose: &'static str,
    pub none: &'static str,
    pub taken: &'static str,
    pub left: &'static str,
    pub checks: &'static str,
    pub unknown: &'static str,
    pub assign: &'static str,
    pub asked: &'static str,
    pub fill_in: &'static str,
    pub remove: &'static str,
    pub put: &'static str,
    pub refused: &'static str,
    pub save_refused: &'static str,
    pub refused_heads: [&'static str; 4],
    pub empty: &'static str,
    pub whose_unknown: &'static str,
}

const ZH: Words = Words {
    open: "收电子表格",
    title: "收电子表格",
    close: "关闭",
    how: "选择或拖入各单位报来的表格，可多份。本页按名称和表头对应，先在这里看清取了哪些、没取哪些，放入审核后再决定是否接收。文件只在本机读取，不上传。",
    whose: "哪个单位的",
    month: "报哪个月",
    sheet: "工作表",
    choose: "请选择",
    none: "都不取",
    taken: "取用",
    left: "没有取用",
    checks: "请核对",
    unknown: "名称对不上的行，可指定对应哪一项",
    assign: "不取",
    asked: "需要选择",
    fill_in: "本页生成的填报表",
    remove: "移除",
    put: "放入审核",
    refused: "没有取用的行",
    save_refused: "下载没有取用的行（Excel）",
    refused_heads: ["文件", "位置", "原文", "原因"],
    empty: "表里没有内容。",
    whose_unknown: "看不出是哪个单位的表，请选择。",
};

const EN: Words = Words {
    open: "Take in workbooks",
    title: "Take in workbooks",
    close: "Close",
    how: "Choose or drop the tables that units sent, several at once. Rows are matched by name and columns by heading: see here what is taken and what is not, put it beside the receipts, and then decide. Files are read on this device and go nowhere.",
    whose: "Whose it is",
    month: "Month reported",
    sheet: "Sheet",
    choose: "Choose",
    none: "take none",
    taken: "Taken",
    left: "Not taken",
    checks: "To be checked",
    unknown: "Rows with a name that no item has; each can be assigned",
    assign: "not taken",
    asked: "To be chosen",
    fill_in: "A fill-in workbook of this page",
    remove: "Remove",
    put: "Put beside the receipts",
    refused: "Rows that were not taken",
    save_refused: "Download the rows that were not taken (Excel)",
    refused_heads: ["File", "Place", "As written", "Reason"],
    empty: "There is nothing in it.",
    whose_unknown: "Nothing says whose table it is: please choose.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// How a sheet is called where it is chosen.
pub fn sheet(language: Language, sheet: &BookSheet) -> String {
    let name = match sheet.name.is_empty() {
        true => language.pick("（全文）", "(whole file)").to_owned(),
        false => isolated(&sheet.name),
    };
    let hidden = if sheet.is_hidden { language.pick("（隐藏）", " (hidden)") } else { "" };
    let cut =
        if sheet.grid.is_cut { language.pick("（过长，未读完）", " (too long, cut)") } else { "" };
    [name.as_str(), hidden, cut].concat()
}

/// From where a figure came, kept as its evidence: file, cell and digest of the file.
pub fn source_at(file: &str, sheet: &BookSheet, cell: &str, digest: &str) -> String {
    let sheet = short(&sheet.name, LONGEST_SHEET);
    let at = if sheet.is_empty() { cell.to_owned() } else { [&sheet, "!", cell].concat() };
    format!("{} {at} #{digest}", short(file, LONGEST_FILE))
}

/// Letters of the name of a file and of a sheet that are kept with a figure.
const LONGEST_FILE: usize = 120;
const LONGEST_SHEET: usize = 60;

/// A name on one line, of at most so many letters.
fn short(name: &str, most: usize) -> String {
    text::one_line(name).chars().take(most).collect()
}

/// The same for a workbook of our own, whose cells are known by their rows.
pub fn source(file: &str, digest: &str) -> String {
    format!("{} #{digest}", short(file, LONGEST_FILE))
}

/// The row and the head that a figure was taken from.
pub fn from(language: Language, line: &rows::Line, taken: &Taken) -> String {
    let [row, head] = [isolated(&line.words), isolated(&taken.head)];
    match (language, taken.head.is_empty()) {
        (Language::Zh, true) => format!("行“{row}”"),
        (Language::Zh, false) => format!("行“{row}”，列“{head}”"),
        (Language::En, true) => format!("row “{row}”"),
        (Language::En, false) => format!("row “{row}”, column “{head}”"),
    }
}

/// The name of a file says that a fill-in workbook is another organisation's than its mark does.
pub fn other_name(language: Language, plan: &PlanIndex, other: &str) -> Cell {
    let name =
        plan.organisation(other).map(|one| one.name.say(language, plan.language).words).unwrap_or(other);
    let says = match language {
        Language::Zh => format!("文件名像是“{name}”的，与表内标记的单位不一致，请核对。"),
        Language::En => format!(
            "The name of the file seems to say “{name}”, which is not the organisation that its mark names. Check it."
        ),
    };
    Cell { place: String::new(), seen: String::new(), name: Text::plain(""), says }
}

/// For whom, for which month and by whom a fill-in workbook was filled in, as it says itself.
pub fn whose(language: Language, plan: &PlanIndex, organisation: &str, month: Month, person: &str) -> String {
    let name = plan.organisation(organisation).map(|one| one.name.say(language, plan.language).words);
    let name = name.unwrap_or(organisation);
    let person = isolated(person.trim());
    match (language, person.is_empty()) {
        (Language::Zh, true) => format!("{name}，{}", month.words(language)),
        (Language::Zh, false) => format!("{name}，{}，填报人（自报）{person}", month.words(language)),
        (Language::En, true) => format!("{name}, {}", month.words(language)),
        (Language::En, false) => format!("{name}, {}, by {person}, as they say", month.words(language)),
    }
}

/// Files that wait for an answer or an organisation, after the others were put beside the receipts.
pub fn waiting(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::Zh, _) => format!("已放入审核；还有 {count} 份等待选择。"),
        (Language::En, 1) => "The others lie beside the receipts; 1 file still waits for a choice.".into(),
        (Language::En, _) => {
            format!("The others lie beside the receipts; {count} files still wait for a choice.")
        }
    }
}

/// What goes to an item, with its unit, and from which unit it was converted.
pub fn told(language: Language, form: &Sheet, taken: &Taken) -> String {
    let said = rows::words::told(language, &taken.told);
    let unit = form.figure(&taken.item).map(|asked| asked.unit.words.as_str()).unwrap_or_default();
    let said = match taken.told {
        Told::Value(_) => unit::written(&said, unit),
        Told::NoChange | Told::NothingToReport | Told::NotYetPublished => said,
    };
    match (&taken.from_unit, language) {
        (None, _) => said,
        (Some(from), Language::Zh) => format!("{said}（由{}换算）", isolated(from)),
        (Some(from), Language::En) => format!("{said} (converted from {})", isolated(from)),
    }
}

/// A cell whose formula has no value.
pub fn unvalued(language: Language, row: usize, column: usize) -> Cell {
    let why = language.pick(
        "公式没有算出的值，或是错误值。请在 Excel 或 WPS 中打开、保存后再选。",
        "a formula without a value, or an error. Open and save the file in Excel or WPS, and choose it again",
    );
    Cell { place: cell_name(row, column), seen: String::new(), name: Text::plain(""), says: why.to_owned() }
}

/// Most rows, and most columns, of what is not shown that are named one by one.
const MOST_NAMED: usize = 12;

/// What speaks against the figures of a table.
pub fn check(language: Language, check: &Check) -> Cell {
    match check {
        Check::Total(one) => {
            let (says, sum) = (one.says.to_string(), one.sum.to_string());
            let why = match language {
                Language::Zh => {
                    format!("合计（小计）写的是 {says}，各行相加是 {sum}，两者不符。请向填报单位核实。")
                }
                Language::En => format!(
                    "the total says {says}, and what it is of comes to {sum}: they do not agree. Please ask whoever sent it."
                ),
            };
            Cell { place: cell_name(one.row, one.column), seen: says, name: Text::plain(""), says: why }
        }
        Check::Hidden { place, seen, name } => {
            let why = language.pick(
                "取自隐藏的行或列，打开文件的人看不到。请核对是不是要报的数。",
                "taken from a row or column that is hidden, and that nobody sees who opens the file. Please check that it is meant to be reported.",
            );
            Cell { place: place.clone(), seen: seen.clone(), name: name.clone(), says: why.to_owned() }
        }
        Check::Parts { rows, columns } => {
            let numbers: Vec<String> = rows.iter().map(|row| (row + 1).to_string()).collect();
            let letters: Vec<String> =
                columns.iter().map(|column| cell_name(0, *column).trim_end_matches('1').to_owned()).collect();
            let all = [listed(language, "row", &numbers), listed(language, "column", &letters)];
            let all: Vec<String> = all.into_iter().flatten().collect();
            let why = match language {
                Language::Zh => format!("工作表里有隐藏的内容：{}。", all.join("，")),
                Language::En => format!("the sheet has something that is hidden: {}.", all.join(", ")),
            };
            Cell { place: String::new(), seen: String::new(), name: Text::plain(""), says: why }
        }
    }
}

/// The rows or columns by their names; of many the first, and how many there are.
fn listed(language: Language, what: &str, names: &[String]) -> Option<String> {
    let more = names.len() > MOST_NAMED;
    let first: Vec<&str> = names.iter().take(MOST_NAMED).map(String::as_str).collect();
    let (count, is_row) = (names.len(), what == "row");
    let plural = if count == 1 { "" } else { "s" };
    (!names.is_empty()).then(|| match (language, more) {
        (Language::Zh, false) => format!("第 {} {}", first.join("、"), if is_row { "行" } else { "列" }),
        (Language::Zh, true) => {
            format!("第 {} 等 {count} {}", first.join("、"), if is_row { "行" } else { "列" })
        }
        (Language::En, false) => format!("{what}{plural} {}", first.join(", ")),
        (Language::En, true) => format!("{count} {what}s, {} and others", first.join(", ")),
    })
}

/// The number of a row, or of a column of a turned table.
pub fn row(language: Language, row: usize, is_turned: bool) -> String {
    rows::words::row(language, row, is_turned)
}

/// What was seen in a fill-in workbook and not taken.
pub fn remark(language: Language, remark: &Remark) -> Cell {
    Cell {
        place: [isolated(&remark.sheet).as_str(), "!", &remark.cell].concat(),
        seen: remark.seen.clone(),
        name: Text::plain(""),
        says: workbook_words::why(language, &remark.why),
    }
}

/// What the form finds wrong with what a workbook says.
pub fn finding(form: &Sheet, finding: &Finding, language: Language) -> Cell {
    Cell {
        place: String::new(),
        seen: String::new(),
        name: Text::plain(""),
        says: form_words::finding(language, form, finding),
    }
}

/// Why a file reports nothing.
pub fn nothing(language: Language, fault: NoBook) -> &'static str {
    rows::words::no_book(language, fault)
}

/// Why a fill-in workbook is not taken.
pub fn refusal(language: Language, refusal: &Refusal) -> String {
    workbook_words::refused(language, refusal)
}

/// Why there is no form for it.
pub fn no_form(language: Language, no_form: &NoForm) -> String {
    match (no_form, language) {
        (NoForm::UnknownOrganisation, _) => {
            language.pick("规划里没有这个单位。", "The plan has no such organisation.").to_owned()
        }
        (NoForm::OwesNothing, _) => {
            language.pick("这个单位不负责填报。", "This organisation reports nothing.").to_owned()
        }
        (NoForm::NotAPeriod(Some((first, last))), Language::Zh) => {
            format!("这个月不是调度期。可报 {first} 至 {last}。")
        }
        (NoForm::NotAPeriod(Some((first, last))), Language::En) => {
            format!("This month is no reporting period: those are {first} to {last}.")
        }
        (NoForm::NotAPeriod(None), _) => {
            language.pick("规划没有调度期。", "The plan has no reporting periods.").to_owned()
        }
    }
}

/// How many lines of a long list are not shown.
pub fn more(language: Language, count: usize) -> String {
    match language {
        Language::Zh => format!("另有 {count} 条未列出，可下载查看。"),
        Language::En => format!("{count} more are not listed here; download them to see all."),
    }
}

/// How much of a file is taken, asked and left.
pub fn summary(language: Language, taken: usize, asked: usize, left: usize) -> String {
    match language {
        Language::Zh => format!("取用 {taken} 项，待选择 {asked} 项，没有取用 {left} 处。"),
        Language::En => format!("{taken} taken, {asked} to be chosen, {left} not taken."),
    }
}

/// How a receipt from a file is known among others.
pub fn origin(language: Language, file: &str) -> String {
    [language.pick("电子表格：", "workbook: "), file].concat()
}
