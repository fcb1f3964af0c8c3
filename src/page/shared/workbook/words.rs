//! What is said of a file on its way.

use super::Fault;
use crate::browser::worker::WorkerFault;
use crate::office::Format;
use crate::text::Language;

pub struct Words {
    /// The button of a workbook.
    pub button: &'static str,
    /// The button of a document for a word processor.
    pub word: &'static str,
    /// The button of tables alone.
    pub csv: &'static str,
    pub making: &'static str,
    pub saved: &'static str,
}

const ZH: Words = Words {
    button: "下载 Excel 表",
    word: "下载 Word 文件",
    csv: "下载 CSV",
    making: "正在生成文件…",
    saved: "文件已生成，在浏览器的下载里。",
};

const EN: Words = Words {
    button: "Download as Excel",
    word: "Download as Word",
    csv: "Download as CSV",
    making: "Making the file…",
    saved: "The file is among the browser's downloads.",
};

pub fn of(language: Language) -> &'static Words {
    language.pick(&ZH, &EN)
}

/// What stands on the button of a format.
pub fn button(language: Language, format: Format) -> &'static str {
    let words = of(language);
    match format {
        Format::Docx => words.word,
        Format::Xlsx => words.button,
        Format::Csv => words.csv,
    }
}

/// What came of it.
pub fn outcome(language: Language, outcome: Result<(), Fault>) -> &'static str {
    match outcome {
        Ok(()) => of(language).saved,
        Err(Fault::NotFetched) => language.pick(
            "没有生成文件：所需程序没有取到。请检查网络后再试。",
            "No file was made: the program for it did not arrive. Check the network and try again.",
        ),
        Err(Fault::NotWritten(WorkerFault::CannotStart)) => language.pick(
            "没有生成文件：这个浏览器不能在后台运行程序。请换用较新的浏览器；其他功能不受影响。",
            "No file was made: this browser runs no program in the background. Use a newer one; everything else works.",
        ),
        Err(Fault::NotWritten(WorkerFault::Stopped)) => language.pick(
            "没有生成文件：所需程序没有取到，或中途停止。请检查网络后再试；其他功能不受影响。",
            "No file was made: the program for it did not arrive, or broke off. Check the network and try again; everything else works.",
        ),
    }
}
