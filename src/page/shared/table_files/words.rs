//! What is said while files are read.

use crate::text::Language;

pub struct Words {
    pub choose: &'static str,
    pub choose_many: &'static str,
    pub choose_template: &'static str,
    pub stop: &'static str,
    pub called_off: &'static str,
}

const ZH: Words = Words {
    choose: "选择表格文件（.xlsx、.xls、.et、.ods、.csv）",
    choose_many: "选择表格文件，可多选（.xlsx、.xls、.et、.ods、.csv）",
    choose_template: "选择要填的表格文件（.xlsx）",
    stop: "停止读取",
    called_off: "已停止读取。",
};

const EN: Words = Words {
    choose: "Choose a file of tables (.xlsx, .xls, .et, .ods, .csv)",
    choose_many: "Choose files of tables, several at once (.xlsx, .xls, .et, .ods, .csv)",
    choose_template: "Choose the workbook to fill (.xlsx)",
    stop: "Stop reading",
    called_off: "Reading was stopped.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

pub fn reading(language: Language, name: &str) -> String {
    match language {
        Language::Zh => format!("正在读取“{name}”…"),
        Language::En => format!("Reading “{name}”…"),
    }
}

/// The program that reads did not come, or a file took more memory than there is.
pub fn stopped(language: Language, name: &str) -> String {
    match language {
        Language::Zh => format!(
            "没有读成“{name}”：读取程序没有取到，或文件过大，内存不够。请检查网络后再试；仍不行时，只留需要的工作表，另存为 .xlsx 后再选。"
        ),
        Language::En => format!(
            "“{name}” was not read: the program for it did not arrive, or the file needs more memory than there is. Check the network and try again; else keep only the sheets that are needed, save it as .xlsx and choose it again."
        ),
    }
}
