//! Rows from pasted markup, as Excel, WPS and browsers put it beside the text: the first table of it, with its
//! merged cells. Nothing of the markup is ever shown: only letters between tags are kept.

use super::{Grid, MOST_CELLS, MOST_LETTERS, MOST_MARKUP, MOST_ROWS, Merge};

/// The rows of the first table; none where there is no table or too much.
pub(super) fn grid(markup: &str) -> Option<Grid> {
    if markup.len() > MOST_MARKUP {
        return None;
    }
    let mut table = Table::default();
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        table.words(words);
        if let Some(comment) = tag.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let (inside, after) = tag.get(1..)?.split_once('>').unwrap_or((tag, ""));
        rest = after;
        let name: String =
            inside.chars().take(20).take_while(|one| !one.is_whitespace() && *one != '>').collect();
        let name = name.trim_end_matches('/').to_ascii_lowercase();
        if matches!(name.as_str(), "style" | "script") {
            let close = if name == "style" { "</style" } else { "</script" };
            rest = rest.find(close).and_then(|at| rest.get(at..)).unwrap_or("");
            continue;
        }
        table.tag(&name, inside);
        if table.is_over {
            break;
        }
    }
    table.finish()
}

#[derive(Default)]
struct Table {
    grid: Grid,
    /// How many rows were begun; none before the first.
    rows: usize,
    column: usize,
    /// Cells that a merged one above or left of them covers.
    covered: Vec<(usize, usize)>,
    /// Words, rows and columns of the cell that is read.
    cell: Option<(String, usize, usize)>,
    depth: usize,
    is_over: bool,
}

impl Table {
    fn words(&mut self, words: &str) {
        let Some((cell, _, _)) = &mut self.cell else { return };
        // A line break in the source is a space.
        let room = (4 * MOST_LETTERS).saturating_sub(cell.chars().count());
        let words = words.replace(['\r', '\n'], " ");
        cell.extend(words.chars().take(room));
    }

    fn tag(&mut self, name: &str, inside: &str) {
        match name {
            "table" => self.depth += 1,
            "/table" => {
                self.close();
                self.depth = self.depth.saturating_sub(1);
                self.is_over = self.depth == 0;
            }
            _ if self.depth != 1 => {}
            "tr" => {
                self.close();
                (self.rows, self.column) = (self.rows + 1, 0);
            }
            "td" | "th" => {
                self.close();
                let span = |name| attribute(inside, name).filter(|span| *span > 0).unwrap_or(1);
                let (rows, columns) = (span("rowspan").min(MOST_ROWS), span("colspan").min(MOST_CELLS));
                self.cell = Some((String::new(), rows, columns));
            }
            "/td" | "/th" | "/tr" => self.close(),
            "br" => self.words(" "),
            _ => {}
        }
    }

    fn close(&mut self) {
        let Some((words, rows, columns)) = self.cell.take() else { return };
        let Some(row) = self.rows.checked_sub(1) else { return };
        while self.covered.contains(&(row, self.column)) {
            self.column += 1;
        }
        let column = self.column;
        self.column += columns;
        self.grid.put(row, column, &plain(&words));
        if row >= MOST_ROWS || column >= MOST_CELLS || (rows == 1 && columns == 1) {
            return;
        }
        let columns = columns.min(MOST_CELLS - column);
        self.grid.merges.push(Merge { row, column, rows, columns });
        // Of a range no more than what the rows that may come can hold.
        let below = (row + 1..row.saturating_add(rows).min(MOST_ROWS)).take(MOST_CELLS);
        self.covered
            .extend(below.flat_map(|row| (column..column + columns).map(move |column| (row, column))));
        self.covered.retain(|(of, _)| *of >= row);
    }

    fn finish(mut self) -> Option<Grid> {
        self.close();
        while self.grid.rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
            self.grid.rows.pop();
        }
        (!self.grid.rows.is_empty()).then_some(self.grid)
    }
}

/// The number of an attribute of a tag.
fn attribute(inside: &str, name: &str) -> Option<usize> {
    let lower = inside.to_ascii_lowercase();
    let at = lower.find(name)? + name.len();
    let value = lower.get(at..)?.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let digits: String = value.chars().take(6).take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Words with the usual entities read and white space as one space.
fn plain(words: &str) -> String {
    let mut read = String::new();
    let mut rest = words;
    while let Some(at) = rest.find('&') {
        let (before, entity) = rest.split_at(at);
        read.push_str(before);
        let end = entity.chars().take(12).position(|one| one == ';');
        let letter = end.and_then(|end| entity.get(1..end)).and_then(letter);
        match (letter, end) {
            (Some(letter), Some(end)) => {
                read.push(letter);
                rest = entity.get(end + 1..).unwrap_or("");
            }
            _ => {
                read.push('&');
                rest = entity.get(1..).unwrap_or("");
            }
        }
    }
    read.push_str(rest);
    read.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn letter(entity: &str) -> Option<char> {
    match entity {
        "nbsp" | "ensp" | "emsp" => Some(' '),
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "ldquo" => Some('“'),
        "rdquo" => Some('”'),
        "mdash" => Some('—'),
        "ndash" => Some('–'),
        "middot" => Some('·'),
        entity => {
            let number = entity.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|letter| !letter.is_control())
        }
    }
}
