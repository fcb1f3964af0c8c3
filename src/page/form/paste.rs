//! A block pasted from a spreadsheet (Excel, WPS): tab-separated lines, cells in quotes where they hold line
//! breaks or quotes. With names in a column, figures go to the indicators of these names; without, down the
//! form from the field in which it was pasted.

use super::figure;
use super::sheet::{Asked, Sheet};

/// Longest block that is read, in bytes.
const MOST_BYTES: usize = 200_000;
/// Most lines and cells of a line.
const MOST_ROWS: usize = 1_000;
const MOST_CELLS: usize = 100;
/// Most letters of a name that are compared, and of a line that are shown.
const LONGEST_NAME: usize = 200;
const LONGEST_WORDS: usize = 60;

/// What a block would fill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// Identifiers of indicators with the figure as it stands in the block, in the order of the block.
    pub fills: Vec<(String, String)>,
    pub unplaced: Vec<Unplaced>,
    /// The column from which the figures were taken, counted from 1, where there was a choice.
    pub column: Option<usize>,
}

/// A line that went nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// Counted from 1.
    pub row: usize,
    /// The line's first words.
    pub words: String,
    pub why: Why,
}

/// Why a line went nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    UnknownName,
    /// Several indicators have this name.
    SeveralNames,
    /// The name stands in an earlier line too.
    Twice,
    NotAFigure,
    /// There are more lines than fields.
    NoField,
    /// The block is longer than what is read.
    TooLong,
}

type Row = Vec<String>;

/// What a block would fill; without names, from the given indicator's field on, else from the first.
pub fn paste(sheet: &Sheet, block: &str, from: Option<&str>) -> Pasted {
    if block.len() > MOST_BYTES {
        let words = block.chars().take(LONGEST_WORDS).collect();
        let too_long = Unplaced { row: 1, words, why: Why::TooLong };
        return Pasted { unplaced: vec![too_long], ..Pasted::default() };
    }
    let (rows, is_cut) = rows(block);
    let mut pasted = match name_column(sheet, &rows) {
        Some(column) => by_name(sheet, &rows, column),
        None => by_place(sheet, &rows, from),
    };
    if is_cut {
        pasted.unplaced.push(Unplaced { row: MOST_ROWS + 1, words: String::new(), why: Why::TooLong });
    }
    pasted
}

/// Whether a pasted text is a block and not a figure for the field that has the focus.
pub fn is_block(text: &str) -> bool {
    text.trim_end_matches(['\r', '\n']).contains(['\t', '\n', '\r'])
}

fn by_name(sheet: &Sheet, rows: &[Row], name_column: usize) -> Pasted {
    let is_named = |row: &&Row| row.get(name_column).is_some_and(|cell| !matching(sheet, cell).is_empty());
    let named: Vec<&Row> = rows.iter().filter(is_named).collect();
    let Choice { column, had_choice } = figure_column(sheet, rows, &named, Some(name_column));
    let mut pasted = Pasted { column: had_choice.then_some(column + 1), ..Pasted::default() };
    let first_named = rows.iter().position(|row| is_named(&row)).unwrap_or_default();
    for (at, row) in rows.iter().enumerate() {
        let name = row.get(name_column).map(|cell| cell.trim()).unwrap_or_default();
        let cell = row.get(column).map(String::as_str).unwrap_or_default();
        let unplaced = |why| Unplaced { row: at + 1, words: first_words(row), why };
        match matching(sheet, name).as_slice() {
            // What stands above the first name is the table's head; a line without a figure asks for nothing.
            [] if at < first_named || is_empty(cell) => {}
            [] => pasted.unplaced.push(unplaced(Why::UnknownName)),
            [_] if is_empty(cell) => {}
            [asked] if pasted.fills.iter().any(|(id, _)| *id == asked.id) => {
                pasted.unplaced.push(unplaced(Why::Twice));
            }
            [asked] => match figure::read(cell, &asked.units) {
                Ok(Some(_)) => pasted.fills.push((asked.id.clone(), cell.trim().to_owned())),
                _ => pasted.unplaced.push(unplaced(Why::NotAFigure)),
            },
            _ => pasted.unplaced.push(unplaced(Why::SeveralNames)),
        }
    }
    pasted
}

fn by_place(sheet: &Sheet, rows: &[Row], from: Option<&str>) -> Pasted {
    let all: Vec<&Row> = rows.iter().collect();
    let Choice { column, had_choice } = figure_column(sheet, rows, &all, None);
    let mut pasted = Pasted { column: had_choice.then_some(column + 1), ..Pasted::default() };
    let first = from.and_then(|id| sheet.figures.iter().position(|asked| asked.id == id)).unwrap_or_default();
    let mut fields = sheet.figures.iter().skip(first);
    let cell = |row: &Row| row.get(column).cloned().unwrap_or_default();
    // A head is a first line that is no figure above one that is.
    let is_head = |row: &Row| !is_empty(&cell(row)) && !is_figure(sheet, &cell(row));
    let skipped = usize::from(rows.len() > 1 && rows.first().is_some_and(is_head));
    for (at, row) in rows.iter().enumerate().skip(skipped) {
        let cell = cell(row);
        let unplaced = |why| Unplaced { row: at + 1, words: first_words(row), why };
        match fields.next() {
            _ if is_empty(&cell) => {}
            None => pasted.unplaced.push(unplaced(Why::NoField)),
            Some(asked) => match figure::read(&cell, &asked.units) {
                Ok(Some(_)) => pasted.fills.push((asked.id.clone(), cell.trim().to_owned())),
                _ => pasted.unplaced.push(unplaced(Why::NotAFigure)),
            },
        }
    }
    pasted
}

struct Choice {
    column: usize,
    had_choice: bool,
}

/// The column with the figures of this period: the one whose head says so, else the last one with figures.
fn figure_column(sheet: &Sheet, rows: &[Row], named: &[&Row], name_column: Option<usize>) -> Choice {
    let width = named.iter().map(|row| row.len()).max().unwrap_or_default();
    let first = name_column.map_or(0, |column| column + 1);
    let has_figure =
        |column: usize| named.iter().any(|row| row.get(column).is_some_and(|cell| is_figure(sheet, cell)));
    let columns: Vec<usize> = (first..width).filter(|column| has_figure(*column)).collect();
    let heads = ["本月", "本期", "完成值", "实际", "填报", "this month", "this period", "actual"];
    let says_so = |column: &&usize| {
        // A head stands above the figures: in the first two lines, where lines with names begin later.
        rows.iter().take(2).filter_map(|row| row.get(**column)).any(|cell| {
            let cell = cell.to_lowercase();
            heads.iter().any(|head| cell.contains(head))
        })
    };
    let said = columns.iter().find(says_so);
    let column = said.or_else(|| columns.last()).copied().unwrap_or(first);
    Choice { column, had_choice: columns.len() > 1 }
}

/// The column in which most names of indicators stand, if any do.
fn name_column(sheet: &Sheet, rows: &[Row]) -> Option<usize> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let names = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.filter(|cell| !matching(sheet, cell).is_empty()).count()
    };
    let counted = (0..width).map(|column| (names(column), column)).filter(|(count, _)| *count > 0);
    // Of equal ones the first.
    counted.max_by_key(|(count, column)| (*count, std::cmp::Reverse(*column))).map(|(_, column)| column)
}

/// The indicators that have this name.
fn matching<'a>(sheet: &'a Sheet, cell: &str) -> Vec<&'a Asked> {
    let name = bare(cell);
    if name.is_empty() {
        return vec![];
    }
    sheet.figures.iter().filter(|asked| asked.names.iter().any(|one| bare(one) == name)).collect()
}

/// A name without what tables put around it: numbering, quotes, spaces, width of letters, a unit in brackets.
fn bare(name: &str) -> String {
    let narrow: String = name.trim().chars().take(LONGEST_NAME).map(figure::narrow).collect();
    let unnumbered = narrow
        .trim_start_matches(|one: char| one.is_ascii_digit() || matches!(one, '(' | ')' | '.' | ',' | ' '));
    // A name may begin with a digit; then nothing is left to compare.
    let unnumbered = if unnumbered.is_empty() { &narrow } else { unnumbered };
    let without_unit = match unnumbered.rfind('(') {
        Some(at) if at > 0 && unnumbered.ends_with(')') => unnumbered.get(..at).unwrap_or(unnumbered),
        _ => unnumbered,
    };
    let is_kept = |one: &char| {
        !figure::is_space(*one)
            && !matches!(one, '"' | '\'' | '“' | '”' | '‘' | '’' | '「' | '」' | '、' | ',' | ':')
    };
    without_unit.chars().filter(is_kept).flat_map(char::to_lowercase).collect()
}

/// What tables write into a cell that has nothing to say.
fn is_empty(cell: &str) -> bool {
    matches!(cell.trim_matches(figure::is_space), "" | "-" | "–" | "—" | "——" | "/" | "无" | "N/A" | "n/a")
}

fn is_figure(sheet: &Sheet, cell: &str) -> bool {
    let units = sheet.figures.iter().map(|asked| asked.units.as_slice());
    units.chain([[].as_slice()]).any(|units| matches!(figure::read(cell, units), Ok(Some(_))))
}

fn first_words(row: &Row) -> String {
    let filled = row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let words = filled.take(3).collect::<Vec<_>>().join(" ");
    words.chars().take(LONGEST_WORDS).collect()
}

/// The lines of a block, and whether there were more than are read. Empty lines at the end are none.
fn rows(block: &str) -> (Vec<Row>, bool) {
    let mut rows: Vec<Row> = vec![];
    let mut row: Row = vec![];
    let mut cell = String::new();
    let mut is_quoted = false;
    let mut letters = block.strip_prefix('\u{feff}').unwrap_or(block).chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            // A quote within a cell is a quote; at its beginning it opens one that may hold line breaks.
            '"' if cell.is_empty() => is_quoted = true,
            letter if is_quoted => cell.push(letter),
            '\t' => push(&mut row, &mut cell),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' => {
                push(&mut row, &mut cell);
                rows.push(std::mem::take(&mut row));
                if rows.len() > MOST_ROWS {
                    rows.pop();
                    return (rows, true);
                }
            }
            letter => cell.push(letter),
        }
    }
    push(&mut row, &mut cell);
    rows.push(row);
    while rows.last().is_some_and(|row| row.iter().all(|cell| cell.trim().is_empty())) {
        rows.pop();
    }
    (rows, false)
}

fn push(row: &mut Row, cell: &mut String) {
    let cell = std::mem::take(cell);
    if row.len() < MOST_CELLS {
        row.push(cell);
    }
}

#[cfg(test)]
mod tests;
