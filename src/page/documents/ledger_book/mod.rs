//! 台账总表: the whole plan and ledger as one workbook, for an officer who goes on in a spreadsheet.
//!
//! [`Making`] makes it a step at a time: what grows with the ledger is a month a step. [`sheets`] has the tables, in the
//! words of the pages; a figure is a number, a per cent a per cent, and identifiers stand nowhere.

mod figures;
mod reports;
mod sheets;
#[cfg(test)]
mod tests;
pub mod words;

use crate::office::{Sheet, Workbook};
use crate::page::documents::words::masthead;
use crate::plan::Month;
use crate::sample;
use crate::standing::{AsOf, duty};
use crate::text::Table;
use reports::Reports;
use std::collections::BTreeSet;

/// A table with the name that it has on its tab; none where the plan or the ledger has nothing for it.
type Made = Option<(&'static str, Table)>;

/// The workbook on its way.
pub struct Making {
    book: Workbook,
    steps: std::vec::IntoIter<Step>,
    figures: Option<Sheet>,
    reports: Reports,
}

/// What one step does.
enum Step {
    /// Makes a sheet at once.
    Sheet(fn(AsOf) -> Made),
    /// The figures of a month.
    Figures(Month),
    /// The sheet of figures is whole.
    AllFigures,
    /// How every organisation stands with a month.
    Reports(Month),
    /// The sheet of reports is whole.
    AllReports,
}

impl Making {
    /// Starts; [`Making::step`] goes on with it.
    pub fn new(as_of: AsOf) -> Self {
        let months: BTreeSet<Month> = as_of.ledger.batches().map(|batch| batch.month).collect();
        let begun = duty::periods(as_of.plan).into_iter().filter(|month| *month <= as_of.today.month());
        let whole =
            [Step::Sheet(sheets::indicators), Step::Sheet(sheets::things), Step::Sheet(sheets::milestones)];
        let steps = whole
            .into_iter()
            .chain(months.into_iter().map(Step::Figures))
            .chain([Step::AllFigures, Step::Sheet(sheets::problems)])
            .chain(begun.map(Step::Reports))
            .chain([Step::AllReports, Step::Sheet(sheets::verdicts)]);
        let steps = steps.collect::<Vec<_>>().into_iter();
        let book = Workbook { title: words::title(as_of), sheets: vec![] };
        Self { book, steps, figures: None, reports: Reports::new(as_of) }
    }

    /// Goes on by a step; the workbook once it is whole. Every step is asked of the same plan, ledger and day.
    pub fn step(&mut self, as_of: AsOf) -> Option<Workbook> {
        let Some(step) = self.steps.next() else { return Some(std::mem::take(&mut self.book)) };
        let words = words::of(as_of.language);
        match step {
            Step::Sheet(make) => {
                if let Some((name, table)) = make(as_of) {
                    self.add(as_of, name, Sheet::of(&table));
                }
            }
            Step::Figures(month) => {
                let more = Sheet::of(&figures::of_month(as_of, month));
                match &mut self.figures {
                    Some(sheet) => sheet.append(more),
                    None => self.figures = Some(more),
                }
            }
            Step::AllFigures => {
                let sheet = self.figures.take().unwrap_or_else(|| Sheet::of(&figures::table(as_of)));
                self.add(as_of, words.figures, sheet);
            }
            Step::Reports(month) => self.reports.add(as_of, month),
            Step::AllReports => {
                let table = std::mem::take(&mut self.reports).table(as_of);
                self.add(as_of, crate::ledger::words::SUBMISSION.words(as_of.language), Sheet::of(&table));
            }
        }
        None
    }

    /// Puts a sheet into the book, with whose plan it is, as of which day, and whether it is invented.
    fn add(&mut self, as_of: AsOf, name: &str, sheet: Sheet) {
        let AsOf { plan, ledger, today, language, .. } = as_of;
        let is_sample = ledger.batches().any(|batch| sample::is_sample(batch.id));
        let issuer = plan.organisation_name(&plan.issuer, language).words;
        let lead = vec![masthead(language, is_sample, &issuer, today, today), sheet.title.clone()];
        let notes = vec![words::source(as_of)];
        self.book.add(Sheet { title: self.book.title.clone(), lead, notes, ..sheet }.named(name));
    }
}
