//! Cells that somebody fills in: how they look, what they take, and the hidden sheet of lists that fit into no rule.

use super::{Looks, NotWritten, date};
use crate::office::Workbook;
use crate::office::field::{Field, Takes, fits_in_rule};
use crate::office::sheet::{self, Cell, Sheet};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, Format, FormatAlign, Formula,
    Worksheet,
};

/// What people know as a cell to be filled in.
const OPEN: Color = Color::RGB(0x00FF_F9E0);
/// The largest figure that is recorded; see [`crate::plan::Quantity`].
const LARGEST: f64 = 999_999_999.999_999;

/// Writes what stands in an open cell already, or opens an empty one.
pub(super) fn write_cell(
    out: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    field: &Field,
    looks: &Looks,
) -> Result<(), NotWritten> {
    let open = |look: &Format| look.clone().set_unlocked().set_background_color(OPEN);
    let bare = open(match field.takes {
        // As words a typed figure would be none, and a typed day no day.
        Takes::Figure => &looks.boxed,
        Takes::Day => &looks.day,
        Takes::Words | Takes::OneOf(_) | Takes::Suggested(_) => &looks.text,
    });
    match cell {
        Cell::Empty | Cell::Gap => out.write_blank(row, column, &bare)?,
        Cell::Text(words) | Cell::Head(words) | Cell::Line(words) => {
            out.write_string_with_format(row, column, words, &bare)?
        }
        Cell::Number(figure) => {
            let look = open(&looks.figure(*figure, ""));
            out.write_number_with_format(row, column, figure.approximate(), &look)?
        }
        Cell::Percent(figure) => {
            let look = open(&looks.figure(*figure, "%"));
            out.write_number_with_format(row, column, sheet::hundredth(*figure), &look)?
        }
        Cell::Day(day) => match date(*day) {
            Some(date) => out.write_datetime_with_format(row, column, &date, &open(&looks.day))?,
            None => out.write_string_with_format(row, column, day.to_string(), &bare)?,
        },
    };
    Ok(())
}

/// What the open cells of a sheet take, of which the table begins at a row.
pub(super) fn write_rules(
    out: &mut Worksheet,
    begins: u32,
    sheet: &Sheet,
    lists: &Lists,
) -> Result<(), NotWritten> {
    let count = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    for field in &sheet.fields {
        let (first, last) = (field.rows.0, field.rows.1.min(count.saturating_sub(1)));
        if first > last || count == 0 {
            continue;
        }
        if let Some(rule) = rule(field, lists)? {
            out.add_data_validation(begins + first, field.column, begins + last, field.column, &rule)?;
        }
    }
    Ok(())
}

/// `None` where there is nothing to hold against what is typed, and nothing to say of it.
fn rule(field: &Field, lists: &Lists) -> Result<Option<DataValidation>, NotWritten> {
    let rule = DataValidation::new();
    let asks = DataValidationErrorStyle::Warning;
    let rule = match &field.takes {
        Takes::Words | Takes::Day if field.help.is_empty() => return Ok(None),
        Takes::Words | Takes::Day => rule.allow_any_value(),
        Takes::Figure => {
            rule.allow_decimal_number(DataValidationRule::Between(-LARGEST, LARGEST)).set_error_style(asks)
        }
        Takes::OneOf(_) => lists.rule(rule, &field.takes)?,
        Takes::Suggested(_) => lists.rule(rule, &field.takes)?.set_error_style(asks),
    };
    let help = field.help();
    Ok(Some(if help.is_empty() { rule } else { rule.set_input_message(help)? }))
}

/// Lists that stand on a hidden sheet, a column each.
pub(super) struct Lists {
    name: String,
    columns: Vec<Vec<String>>,
}

impl Lists {
    /// The lists of a workbook that fit into no rule; the same list once.
    pub(super) fn of(book: &Workbook) -> Self {
        let mut columns: Vec<Vec<String>> = vec![];
        let fields = book.sheets.iter().flat_map(|sheet| &sheet.fields);
        for options in fields.filter_map(|field| field.takes.options()) {
            if !fits_in_rule(&options) && !columns.iter().any(|column| *column == options) {
                columns.push(options.into_iter().map(str::to_owned).collect());
            }
        }
        let is_taken = |name: &str| book.sheets.iter().any(|sheet| sheet.name.to_lowercase() == name);
        let names = std::iter::once("lists".to_owned()).chain((2..).map(|number| format!("lists {number}")));
        // No workbook has all these names.
        let name = names.take(book.sheets.len() + 1).find(|name| !is_taken(name)).unwrap_or_default();
        Self { name, columns }
    }

    fn rule(&self, rule: DataValidation, takes: &Takes) -> Result<DataValidation, NotWritten> {
        let options = takes.options().unwrap_or_default();
        if options.is_empty() {
            return Ok(rule.allow_any_value());
        }
        match self.columns.iter().position(|column| *column == options) {
            Some(at) => Ok(rule.allow_list_formula(Formula::new(self.range(at, options.len())))),
            None => Ok(rule.allow_list_strings(&options)?),
        }
    }

    fn range(&self, column: usize, rows: usize) -> String {
        let column = rust_xlsxwriter::column_number_to_name(u16::try_from(column).unwrap_or(u16::MAX));
        format!("='{}'!${column}$1:${column}${rows}", self.name)
    }

    /// Puts the hidden sheet behind the others; without such a list there is none.
    pub(super) fn write(&self, out: &mut rust_xlsxwriter::Workbook) -> Result<(), NotWritten> {
        if self.columns.is_empty() {
            return Ok(());
        }
        let sheet = out.add_worksheet();
        sheet.set_name(&self.name)?;
        let words = Format::new().set_num_format("@").set_align(FormatAlign::Top);
        for (column, options) in (0..).zip(&self.columns) {
            for (row, option) in (0..).zip(options) {
                sheet.write_string_with_format(row, column, option, &words)?;
            }
        }
        sheet.set_very_hidden(true);
        Ok(())
    }
}
