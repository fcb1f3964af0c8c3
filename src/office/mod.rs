//! Office formats: what a workbook holds, as values; the formats themselves are written and read from them.
//!
//! Knows only words, tables and documents. A workbook is made of [`crate::text::Table`]s, so that a spreadsheet and the
//! screen cannot disagree. The crates that write formats belong to the worker's program: no page carries their bytes.
//! Start with [`Workbook`]; [`sheet`] says which cell is a number.

#![warn(missing_docs)]

pub mod sheet;

pub use sheet::{Cell, Head, Sheet};

/// Most letters of a sheet's name: what Excel and WPS take (a longer one opens as a damaged file).
pub const LONGEST_SHEET_NAME: usize = 31;

/// A workbook, sheet by sheet.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Workbook {
    /// The sheets from left to right; no two have the same name.
    pub sheets: Vec<Sheet>,
}

impl Workbook {
    /// Puts a sheet behind the others. A name that is taken gets a number behind it.
    pub fn add(&mut self, sheet: Sheet) {
        let is_taken = |name: &str| self.sheets.iter().any(|one| one.name == name);
        let name = match is_taken(&sheet.name) {
            false => sheet.name.clone(),
            true => (2..=self.sheets.len() + 2)
                .map(|number| sheet::name_with(&sheet.name, &format!(" {number}")))
                .find(|name| !is_taken(name))
                .unwrap_or_else(|| sheet.name.clone()),
        };
        self.sheets.push(Sheet { name, ..sheet });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Table, Text};

    #[test]
    fn no_two_sheets_have_one_name() {
        let mut book = Workbook::default();
        let long = "创新提升工程目标任务分解与完成情况一览表之一（分县区、开发区）".repeat(2);
        for title in ["指标", "指标", "指标", &long, &long] {
            book.add(Sheet::of(&Table { caption: Text::plain(title), ..Table::default() }));
        }
        let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(&names[..3], ["指标", "指标 2", "指标 3"]);
        assert!(names.iter().all(|name| name.chars().count() <= LONGEST_SHEET_NAME), "{names:?}");
        assert!(names[4].ends_with(" 2") && names[3] != names[4], "{names:?}");
    }
}
