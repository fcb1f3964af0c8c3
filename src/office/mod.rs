//! Office formats: what a workbook or a paper holds, as values; the formats themselves are written from them.
//!
//! Knows only words, tables and documents. A workbook is made of [`crate::text::Table`]s, so that a spreadsheet and the
//! screen cannot disagree. The crates that write formats belong to a program of their own (`src/bin/office.rs`), which the
//! page asks by [`Workbook::json`] or [`Manuscript::json`]: no page carries their bytes. Start with [`Workbook`]; [`sheet`]
//! says which cell is a number, [`field`] which are filled in, [`of_document`] makes a workbook of a paper and [`manuscript::of_document`] a manuscript;
//! `xlsx`, `csv` and `docx` write them (feature `office`).

#![warn(missing_docs)]

#[cfg(any(test, feature = "office"))]
pub mod csv;
#[cfg(any(test, feature = "office"))]
pub mod docx;
pub mod field;
pub mod manuscript;
mod paper;
pub mod sheet;
#[cfg(any(test, feature = "office"))]
pub mod xlsx;

pub use field::{Field, Takes};
pub use manuscript::Manuscript;
pub use paper::of_document;
pub use sheet::{Cell, Head, Sheet};

use serde::{Deserialize, Serialize};

/// Most letters of a sheet's name, in UTF-16 units: what Excel and WPS take (a longer one opens as a damaged file).
pub const LONGEST_SHEET_NAME: usize = 31;
/// Most letters of a cell, likewise; the words of a longer one end with an ellipsis.
pub const LONGEST_CELL: usize = 32_767;
/// Most letters of a file's name before its ending; some systems take 255 bytes in all, and a Chinese letter is three.
pub const LONGEST_FILE_NAME: usize = 60;

/// A format in which something leaves the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A document for Word, WPS and LibreOffice.
    Docx,
    /// A workbook for Excel, WPS and LibreOffice.
    Xlsx,
    /// Tables for whatever takes nothing else.
    Csv,
}

impl Format {
    /// Every format, first that of whole documents.
    pub const ALL: [Self; 3] = [Self::Docx, Self::Xlsx, Self::Csv];

    /// The ending of a file's name; also the name of the function of the program that writes it.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv",
        }
    }
}

/// The format does not take it, and in which words the crate that writes it says why. A sheet of more than 1,048,576 rows is
/// the only thing that [`Sheet::of`] makes and that is refused.
#[cfg(any(test, feature = "office"))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotWritten(pub String);

/// A workbook, sheet by sheet.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Workbook {
    /// What it is, in the properties of the file.
    pub title: String,
    /// The sheets from left to right; no two have the same name.
    pub sheets: Vec<Sheet>,
}

impl Workbook {
    /// Puts a sheet behind the others. A name that is taken gets a number behind it.
    pub fn add(&mut self, sheet: Sheet) {
        // To Excel, A and a are one letter in a name.
        let alike = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
        let is_taken = |name: &str| self.sheets.iter().any(|one| alike(&one.name, name));
        let name = match is_taken(&sheet.name) {
            false => sheet.name.clone(),
            true => (2..=self.sheets.len() + 2)
                .map(|number| sheet::name_with(&sheet.name, &format!(" {number}")))
                .find(|name| !is_taken(name))
                .unwrap_or_else(|| sheet.name.clone()),
        };
        self.sheets.push(Sheet { name, ..sheet });
    }

    /// The workbook as the text in which the program that writes formats takes it.
    pub fn json(&self) -> String {
        // Structs of texts and lists, without maps: there is nothing that it could refuse.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The workbook of such a text; `None` where the text is none. What a format refuses in it, the writer says.
    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// The name of a file for something with a title: without what a file system refuses (`\ / : * ? " < > |`, control
/// characters, a point at an end), cut to [`LONGEST_FILE_NAME`] letters, and never empty.
pub fn file_name(title: &str, kind: Format) -> String {
    let is_refused = |letter: char| r#"\/:*?"<>|"#.contains(letter) || crate::text::is_unseen_control(letter);
    let kept = title.chars().map(|letter| if is_refused(letter) { ' ' } else { letter });
    let name: String = kept.take(LONGEST_FILE_NAME).collect();
    let name = name.trim_matches([' ', '.']);
    [if name.is_empty() { "1" } else { name }, ".", kind.ending()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Table, Text};

    #[test]
    fn a_file_has_a_name_that_every_system_takes() {
        for (title, name) in [
            ("创新提升工程2024年8月调度表", "创新提升工程2024年8月调度表.xlsx"),
            ("a/b:c\\d\u{202e}", "a b c d.xlsx"),
            ("..", "1.xlsx"),
        ] {
            assert_eq!(file_name(title, Format::Xlsx), name);
        }
        let long = file_name(&"表".repeat(100), Format::Xlsx);
        assert_eq!(long.chars().count(), LONGEST_FILE_NAME + ".xlsx".len());
    }

    #[test]
    fn no_two_sheets_have_one_name() {
        let mut book = Workbook::default();
        let long = "创新提升工程目标任务分解与完成情况一览表之一（分县区、开发区）".repeat(2);
        for title in ["指标", "指标", "指标", &long, &long, "Ａ表", "ａ表"] {
            book.add(Sheet::of(&Table { caption: Text::plain(title), ..Table::default() }));
        }
        let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(&names[..3], ["指标", "指标 2", "指标 3"]);
        assert!(names.iter().all(|name| name.chars().count() <= LONGEST_SHEET_NAME), "{names:?}");
        assert_eq!(names[5..], ["Ａ表", "ａ表 2"], "one name to Excel");
        assert!(names[4].ends_with(" 2") && names[3] != names[4], "{names:?}");
    }
}
