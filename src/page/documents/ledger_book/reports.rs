//! How every organisation stands with every month, a column a month.

use super::words;
use crate::page::documents::monthly::words as monthly;
use crate::page::month::dispatch::{RowStatus, words::standing};
use crate::plan::Month;
use crate::standing::year_duty::YearDuty;
use crate::standing::{AsOf, duty};
use crate::text::{Cell, Column, Table, Text};

/// The table on its way.
#[derive(Default)]
pub struct Reports {
    months: Vec<Month>,
    rows: Vec<Vec<Cell>>,
}

impl Reports {
    /// The organisations, those who lead first.
    pub fn new(as_of: AsOf) -> Self {
        let AsOf { plan, language, .. } = as_of;
        let name = |id| vec![plan.organisation_name(id, language).into()];
        Self { months: vec![], rows: duty::reporters(plan).into_iter().map(name).collect() }
    }

    /// Puts a month behind the others.
    pub fn add(&mut self, as_of: AsOf, month: Month) {
        let AsOf { plan, ledger, today, offset, language } = as_of;
        let year = YearDuty::new(ledger, month);
        self.months.push(month);
        for (row, id) in self.rows.iter_mut().zip(duty::reporters(plan)) {
            let status = RowStatus::from(duty::report_of(plan, ledger, id, &year, today, offset));
            row.push(Cell::plain(standing(language, status)));
        }
    }

    /// The whole.
    pub fn table(self, as_of: AsOf) -> Table {
        let months = self.months.iter().map(|month| Column::text(month.to_string()));
        let columns = [Column::text(monthly::of(as_of.language).organisation)].into_iter().chain(months);
        let caption = Text::plain(words::of(as_of.language).reports_caption);
        Table { caption, columns: columns.collect(), rows: self.rows }
    }
}
