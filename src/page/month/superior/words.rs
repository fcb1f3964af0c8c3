//! What is said where a superior's table is filled, in both languages.

use crate::plan::Month;
use crate::text::{Language, isolated};

pub struct Words {
    /// On the button that opens the dialog.
    pub open: &'static str,
    pub title: &'static str,
    pub close: &'static str,
    pub how: &'static str,
    pub sheet: &'static str,
    pub columns: &'static str,
    pub units: &'static str,
    pub unknown: &'static str,
    pub choose: &'static str,
    pub alone: &'static str,
    pub put: &'static str,
    pub left: &'static str,
    pub save: &'static str,
    pub kept: &'static str,
    pub making: &'static str,
    pub empty: &'static str,
    pub nothing_found: &'static str,
    pub sample: &'static str,
    pub stopped: &'static str,
    pub cannot_start: &'static str,
}

const ZH: Words = Words {
    open: "填上级表格",
    title: "填上级表格",
    close: "关闭",
    how: "选择上级发来的 .xlsx 表，本页按名称和表头找到要填的格，先在这里逐格看清填什么、哪些没有数，再下载。下载的仍是上级的表：只写这些格，样式、公式、图表和其他内容不动。文件只在本机处理，不上传。",
    sheet: "工作表",
    columns: "各列填什么",
    units: "表里没有写单位，请选择",
    unknown: "名称对不上或重复的行，可指定对应哪一项",
    choose: "请选择",
    alone: "不填",
    put: "要填的格",
    left: "不填的格和行",
    save: "下载填好的表",
    kept: "下载的文件里改动两处：填好的工作表，和“打开时重新计算”的标记，Excel 据此更新合计等公式。报送前请打开核对一遍；合计没有更新时，在 Excel、WPS 中按 Ctrl+Alt+F9 重算。",
    making: "正在填写…",
    empty: "表里没有内容。",
    nothing_found: "没有找到可填的行：表里没有本规划的指标名称。请换一个工作表，或检查是否选对了文件。",
    sample: "现在是示例数据，填出的数均为虚构，不要报送。",
    stopped: "没有生成文件：填写程序没有取到，或文件过大，内存不够。请检查网络后再试；仍不行时，只留需要的工作表，另存为 .xlsx 后再选。",
    cannot_start: "没有生成文件：这个浏览器不能在后台运行程序。请换用较新的浏览器。",
};

const EN: Words = Words {
    open: "Fill their workbook",
    title: "Fill their workbook",
    close: "Close",
    how: "Choose the .xlsx that a superior bureau sent. Its cells are found by names and headings: see here, cell by cell, what is written and what has no figure, then download it. It stays their file: these cells alone are written; looks, formulas, charts and all else stay. The file is handled on this device and goes nowhere.",
    sheet: "Sheet",
    columns: "What each column gets",
    units: "The table does not say its unit: please choose",
    unknown: "Rows with a name that no item has, or several rows have; each can be assigned",
    choose: "Choose",
    alone: "left alone",
    put: "Cells that are written",
    left: "Cells and rows that are left alone",
    save: "Download the filled workbook",
    kept: "Two things of the file are changed: the sheet that was filled, and a mark to compute it anew when it is opened, by which Excel brings sums and other formulas up to date. Open it and look it through before it is sent; where sums are old, Ctrl+Alt+F9 computes them in Excel and WPS.",
    making: "Filling it in…",
    empty: "There is nothing in it.",
    nothing_found: "No row was found that could be filled: the table names no indicator of this plan. Choose another sheet, or see whether it is the right file.",
    sample: "This is sample data: all figures are invented and must not be sent.",
    stopped: "No file was made: the program for it did not arrive, or the file needs more memory than there is. Check the network and try again; else keep only the sheets that are needed, save it as .xlsx and choose it again.",
    cannot_start: "No file was made: this browser runs no program in the background. Use a newer one.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// The number of a row, or of a column where the items stand across.
pub fn row(language: Language, row: usize, is_turned: bool) -> String {
    crate::rows::words::row(language, row, is_turned)
}

/// A column where it is chosen what it gets.
pub fn column(language: Language, at: usize, words: &str, is_turned: bool) -> String {
    let place = row(language, at, !is_turned);
    match language {
        Language::Zh => format!("{place}“{}”", isolated(words)),
        Language::En => format!("{place} “{}”", isolated(words)),
    }
}

/// A unit that the table does not say.
pub fn unit(language: Language, own: &str) -> String {
    match language {
        Language::Zh => format!("本规划用“{own}”的各项，表里按"),
        Language::En => format!("Items that the plan has in {own}, in the table in"),
    }
}

/// How much of a file is filled.
pub fn summary(language: Language, put: usize, left: usize, unknown: usize) -> String {
    match language {
        Language::Zh => format!("填 {put} 格，不填 {left} 处，名称对不上 {unknown} 行。"),
        Language::En => format!("{put} cells written, {left} left alone, {unknown} rows not known."),
    }
}

/// That the file was handed over.
pub fn saved(language: Language, put: usize) -> String {
    match language {
        Language::Zh => format!("已填 {put} 格，文件在浏览器的下载里。"),
        Language::En => format!("{put} cells were written; the file is among the browser's downloads."),
    }
}

/// The month of which the figures are.
pub fn of_month(language: Language, month: Month) -> String {
    match language {
        Language::Zh => format!("填的是{}的数。", month.words(language)),
        Language::En => format!("The figures are those of {}.", month.words(language)),
    }
}

/// The name of the filled file: theirs, with a word behind it.
pub fn file_name(language: Language, name: &str) -> String {
    let is_named = |(_, ending): &(&str, &str)| ending.len() < 6 && !ending.contains('/');
    let stem = name.rsplit_once('.').filter(is_named).map_or(name, |(stem, _)| stem);
    [stem, language.pick("（已填）", " (filled)"), ".xlsx"].concat()
}
