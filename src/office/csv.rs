//! A workbook as the bytes of a .csv (RFC 4180), for programs that take nothing else: sheet after sheet, an empty line between
//! them. The same workbook gives the same bytes.

use super::sheet::Cell;
use super::{NotWritten, Workbook};

/// By this Excel and WPS know UTF-8; without it they read Chinese as letters of another encoding.
const MARK: &str = "\u{feff}";

/// The bytes of a .csv.
///
/// # Errors
/// Where the crate refuses a row; of rows of any length, written to memory, it refuses none.
pub fn bytes(book: &Workbook) -> Result<Vec<u8>, NotWritten> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for sheet in book.sheets.iter().filter(|sheet| !sheet.is_hidden) {
        if !rows.is_empty() {
            rows.push(vec![]);
        }
        let lines = |lines: &[String]| -> Vec<Vec<String>> {
            lines.iter().filter(|line| !line.is_empty()).map(|line| vec![harmless(line)]).collect()
        };
        rows.extend(lines(std::slice::from_ref(&sheet.title)));
        rows.extend(lines(&sheet.lead));
        rows.push(sheet.heads.iter().map(|head| harmless(&head.words)).collect());
        rows.extend(sheet.rows.iter().map(|cells| cells.iter().map(written).collect()));
        rows.extend(lines(&sheet.notes));
    }
    let mut out = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.as_bytes().to_vec());
    for row in &rows {
        // A row without cells would be none at all.
        let written = if row.is_empty() { out.write_record([""]) } else { out.write_record(row) };
        written.map_err(|error| NotWritten(error.to_string()))?;
    }
    out.into_inner().map_err(|error| NotWritten(error.to_string()))
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty | Cell::Gap => String::new(),
        Cell::Text(words) | Cell::Head(words) | Cell::Line(words) => harmless(words),
        Cell::Number(figure) => figure.to_string(),
        Cell::Percent(figure) => format!("{figure}%"),
        Cell::Day(day) => day.to_string(),
    }
}

/// Words that a spreadsheet would take for a formula begin with the mark by which it leaves them words (OWASP, *CSV Injection*).
fn harmless(words: &str) -> String {
    let begins = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];
    let is_formula = words.starts_with(begins) || words.trim_start().starts_with(begins);
    [if is_formula { "'" } else { "" }, words].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::Sheet;
    use crate::text::{self, Column, Table, Text};

    fn sheet(cells: &[(bool, &str)]) -> Sheet {
        let columns =
            cells.iter().map(|(is_numeric, _)| Column { name: Text::plain("列"), is_numeric: *is_numeric });
        let columns = columns.collect();
        let rows = vec![cells.iter().map(|(_, words)| text::Cell::plain(*words)).collect()];
        Sheet {
            notes: vec!["数据由各单位自报".into()],
            ..Sheet::of(&Table { caption: Text::plain("表"), columns, rows })
        }
    }

    /// Read back by the reader of the same crate: what stands in a cell is one cell again, line breaks and all.
    fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
        let text = bytes.strip_prefix(MARK.as_bytes()).expect("the mark");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
        reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn every_cell_comes_back_and_no_words_are_a_formula() {
        let cells = [
            (false, "a,\"b\"\n丙"),
            (true, "-3.5"),
            (true, "62.5%"),
            (false, "2024-09-03"),
            (false, "=1+1"),
            (false, "  @SUM(A1)"),
            (false, "-2+3"),
            (true, "≥20"),
        ];
        let mut book = Workbook::default();
        book.add(sheet(&cells));
        book.add(sheet(&cells[..2]));
        let made = bytes(&book).expect("written");
        let expected = ["a,\"b\"\n丙", "-3.5", "62.5%", "2024-09-03", "'=1+1", "'  @SUM(A1)", "'-2+3", "≥20"];
        let rows = rows(&made);
        assert_eq!(rows[0], ["表"]);
        assert_eq!(rows[1].len(), cells.len());
        assert_eq!(rows[2], expected);
        assert_eq!(rows[3], ["数据由各单位自报"]);
        assert_eq!(rows[4], [""]);
        assert_eq!(rows[7], expected[..2]);
        assert!(made.windows(2).any(|two| two == b"\r\n"), "lines as the format wants them");
        assert_eq!(Ok(made), bytes(&book), "the same bytes");
    }
}
