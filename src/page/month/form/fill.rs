//! Filling what is still empty, in one tap. What was typed stays.

use super::draft::{Choice, Draft};
use super::sheet::Sheet;

impl Draft {
    /// *As last month*: no change for every figure due that has one before; stages are as they were anyway.
    /// A count of the year has nothing to go on from in its first month and stays empty.
    /// Tells how many items it filled.
    pub fn fill_as_last_month(&mut self, sheet: &Sheet) -> usize {
        let mut filled = 0;
        let known =
            sheet.figures.iter().filter(|asked| asked.is_due && asked.comparable(sheet.month).is_some());
        for asked in known {
            let figure = self.figure_mut(&asked.id);
            if !figure.is_filled() {
                figure.choice = Choice::NoChange;
                filled += 1;
            }
        }
        filled
    }

    /// *Nothing to report* (零报告) for every figure due that is still empty. Tells how many items it filled.
    pub fn fill_nothing(&mut self, sheet: &Sheet) -> usize {
        let mut filled = 0;
        for asked in sheet.figures.iter().filter(|asked| asked.is_due) {
            let figure = self.figure_mut(&asked.id);
            if !figure.is_filled() {
                figure.choice = Choice::NothingToReport;
                filled += 1;
            }
        }
        filled
    }
}
