//! What is said of a workbook on its way.

use super::Fault;
use crate::browser::worker::WorkerFault;
use crate::text::Language;

pub struct Words {
    pub button: &'static str,
    pub making: &'static str,
    pub saved: &'static str,
}

const ZH: Words = Words {
    button: "下载 Excel 表",
    making: "正在生成 Excel 表…",
    saved: "Excel 表已生成，在浏览器的下载里。",
};

const EN: Words = Words {
    button: "Download as Excel",
    making: "Making the Excel file…",
    saved: "The Excel file is among the browser's downloads.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// What came of it.
pub fn outcome(language: Language, outcome: Result<(), Fault>) -> &'static str {
    match outcome {
        Ok(()) => of(language).saved,
        Err(Fault::NotFetched) => language.pick(
            "没有生成 Excel 表：所需程序没有取到。请检查网络后再试。",
            "No Excel file was made: the program for it did not arrive. Check the network and try again.",
        ),
        Err(Fault::NotWritten(WorkerFault::CannotStart)) => language.pick(
            "没有生成 Excel 表：这个浏览器不能在后台运行程序。请换用较新的浏览器；其他功能不受影响。",
            "No Excel file was made: this browser runs no program in the background. Use a newer one; everything else works.",
        ),
        Err(Fault::NotWritten(WorkerFault::Stopped)) => language.pick(
            "没有生成 Excel 表：所需程序没有取到，或中途停止。请检查网络后再试；其他功能不受影响。",
            "No Excel file was made: the program for it did not arrive, or broke off. Check the network and try again; everything else works.",
        ),
    }
}
