//! A workbook as the bytes of an .xlsx, written by `rust_xlsxwriter`. The same workbook gives the same bytes.
//!
//! Figures are numbers that show all their digits, per cents are per cents, days are days. Words are never a formula,
//! whatever they begin with: there is not one formula in what is written here.

mod fields;

use super::sheet::{Cell, Sheet, width};
use super::{NotWritten, Workbook, sheet};
use crate::plan::{Day, Quantity, Year};
use fields::Lists;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, ProtectionOptions, Worksheet,
    XlsxError,
};

/// A4, in the numbers of the format.
const A4: u8 = 9;
/// The height of a line in points, in the default face.
const LINE: f64 = 15.0;
/// Page of pages, in the middle of the foot.
const FOOT: &str = "&C&P / &N";

impl From<XlsxError> for NotWritten {
    fn from(error: XlsxError) -> Self {
        Self(error.to_string())
    }
}

/// The bytes of an .xlsx.
///
/// # Errors
/// Where a sheet is larger than the format allows, or has a name that it refuses.
pub fn bytes(book: &Workbook) -> Result<Vec<u8>, NotWritten> {
    let mut out = rust_xlsxwriter::Workbook::new();
    // A clock would make other bytes of the same workbook; as of which day it holds stands on its sheets.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    out.set_properties(&DocProperties::new().set_title(&book.title).set_creation_datetime(&made));
    let looks = Looks::new();
    let lists = Lists::of(book);
    for sheet in &book.sheets {
        write(out.add_worksheet(), sheet, &looks, &lists)?;
    }
    lists.write(&mut out)?;
    Ok(out.save_to_buffer()?)
}

/// How cells look.
struct Looks {
    title: Format,
    line: Format,
    head: Format,
    text: Format,
    day: Format,
    boxed: Format,
    /// Over a block.
    block: Format,
}

impl Looks {
    fn new() -> Self {
        let boxed = Format::new()
            .set_border(FormatBorder::Thin)
            .set_border_color(Color::RGB(0x00A6_A6A6))
            .set_align(FormatAlign::Top);
        Self {
            title: Format::new().set_bold().set_font_size(14).set_text_wrap(),
            line: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            head: boxed
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00E7_EBF0)),
            // Typed figures stay words in any program that opens the file.
            text: boxed.clone().set_text_wrap().set_num_format("@"),
            day: boxed.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            block: Format::new().set_bold(),
            boxed,
        }
    }

    /// Of a figure with all digits that stand behind its point.
    fn figure(&self, figure: Quantity, end: &str) -> Format {
        let decimals = usize::from(figure.decimals());
        let point = if decimals == 0 { "" } else { "." };
        self.boxed.clone().set_num_format(["0", point, &"0".repeat(decimals), end].concat())
    }
}

fn write(out: &mut Worksheet, sheet: &Sheet, looks: &Looks, lists: &Lists) -> Result<(), NotWritten> {
    out.set_name(&sheet.name)?;
    for (column, head) in (0..).zip(&sheet.heads) {
        out.set_column_width(column, head.width)?;
        if head.is_hidden {
            out.set_column_hidden(column)?;
        }
    }
    let mut row = 0;
    line(out, &mut row, &sheet.title, sheet, &looks.title)?;
    for words in &sheet.lead {
        line(out, &mut row, words, sheet, &looks.line)?;
    }
    let heads = row;
    for (column, head) in (0..).zip(&sheet.heads) {
        out.write_string_with_format(heads, column, &head.words, &looks.head)?;
    }
    row += 1;
    for (at, cells) in (0..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            match sheet.field(at, column) {
                Some(field) => fields::write_cell(out, (row, column), cell, field, looks)?,
                None => write_cell(out, (row, column), cell, looks)?,
            }
        }
        row += 1;
    }
    fields::write_rules(out, heads + 1, sheet, lists)?;
    // With other heads below, these are not those of what is in sight.
    if !sheet.has_blocks() {
        if let Some(last) = last_column(sheet) {
            out.autofilter(heads, 0, row - 1, last)?;
        }
        out.set_freeze_panes(heads + 1, 0)?;
        out.set_repeat_rows(heads, heads)?;
    }
    for words in &sheet.notes {
        line(out, &mut row, words, sheet, &looks.line)?;
    }
    if sheet.is_protected {
        // Whoever fills it in may still make room for what he writes.
        out.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            use_autofilter: true,
            ..ProtectionOptions::new()
        });
    }
    if sheet.is_hidden {
        out.set_very_hidden(true);
    }
    out.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer(FOOT);
    Ok(())
}

fn last_column(sheet: &Sheet) -> Option<u16> {
    u16::try_from(sheet.heads.len().checked_sub(1)?).ok()
}

/// Words as wide as the table, on as many lines as they need there; no words, no row.
fn line(
    out: &mut Worksheet,
    row: &mut u32,
    words: &str,
    sheet: &Sheet,
    look: &Format,
) -> Result<(), NotWritten> {
    if words.is_empty() {
        return Ok(());
    }
    match last_column(sheet) {
        Some(last) if last > 0 => out.merge_range(*row, 0, *row, last, words, look)?,
        _ => out.write_string_with_format(*row, 0, words, look)?,
    };
    let room: u32 = sheet.heads.iter().map(|head| u32::from(head.width)).sum();
    // The title's letters are a third larger; a line more is no harm.
    let lines = (u32::from(width(words)) * 4 / 3).div_ceil(room.max(1)).max(1);
    out.set_row_height(*row, LINE * f64::from(lines) + 5.0)?;
    *row += 1;
    Ok(())
}

fn write_cell(
    out: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    looks: &Looks,
) -> Result<(), NotWritten> {
    match cell {
        Cell::Empty => out.write_blank(row, column, &looks.text)?,
        Cell::Text(words) => out.write_string_with_format(row, column, words, &looks.text)?,
        Cell::Number(figure) => {
            let look = looks.figure(*figure, "");
            out.write_number_with_format(row, column, figure.approximate(), &look)?
        }
        Cell::Percent(figure) => {
            let look = looks.figure(*figure, "%");
            out.write_number_with_format(row, column, sheet::hundredth(*figure), &look)?
        }
        Cell::Day(day) => match date(*day) {
            Some(date) => out.write_datetime_with_format(row, column, &date, &looks.day)?,
            None => out.write_string_with_format(row, column, day.to_string(), &looks.text)?,
        },
        Cell::Head(words) => out.write_string_with_format(row, column, words, &looks.head)?,
        Cell::Line(words) => out.write_string_with_format(row, column, words, &looks.block)?,
        Cell::Gap => out,
    };
    Ok(())
}

/// A day as the format counts them; none before March 1900, for it has a 29 February in that year and nothing before it.
fn date(day: Day) -> Option<ExcelDateTime> {
    let first = Day::new(Year(1900), 3, 1)?;
    let (year, month, number) = (day.year().0, day.month().number(), u8::try_from(day.number()).ok()?);
    if day < first { None } else { ExcelDateTime::from_ymd(year, month, number).ok() }
}

#[cfg(test)]
pub mod tests;
