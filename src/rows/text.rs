//! Rows from pasted text: cells between tabs, as spreadsheets copy them; else between upright strokes, commas or
//! several spaces, as they come out of documents and chats.

use super::{Grid, MOST_BYTES, MOST_ROWS, TooLong, figure};

/// The rows of a text.
///
/// # Errors
/// [`TooLong`].
pub(super) fn grid(text: &str) -> Result<Grid, TooLong> {
    if text.len() > MOST_BYTES {
        return Err(TooLong);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let most = |is: &dyn Fn(&str) -> bool| {
        let (all, those) = (lines().count(), lines().filter(|line| is(line)).count());
        those > 0 && 2 * those >= all
    };
    let is_comma = |letter: char| matches!(letter, ',' | '，');
    let grid = if text.contains('\t') {
        separated(text, |letter| letter == '\t')
    } else if most(&|line| line.trim().starts_with('|')) {
        let is_rule = |line: &str| line.chars().all(|one| matches!(one, '|' | '-' | ':' | ' '));
        let lines: Vec<&str> = text.lines().filter(|line| !is_rule(line)).collect();
        by_lines(&lines, |line| {
            let inner = line.trim().trim_start_matches('|').trim_end_matches('|');
            inner.split('|').map(str::to_owned).collect()
        })
    } else if most(&|line| spaced(line).len() > 1) {
        by_lines(&text.lines().collect::<Vec<_>>(), spaced)
    } else if most(&|line| line.contains(is_comma) && figure::split(line, &[]).is_err()) {
        separated(text, is_comma)
    } else {
        by_lines(&text.lines().collect::<Vec<_>>(), last_apart)
    };
    Ok(trimmed(grid))
}

/// The rows of a text in which names stand.
///
/// # Errors
/// [`TooLong`].
pub(super) fn names(text: &str) -> Result<Grid, TooLong> {
    let text = &with_forms_kept(text);
    let mut taken_apart = grid(text)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_comma = |letter: char| matches!(letter, ',' | '，');
    let commas = |line: &str| line.matches(is_comma).count();
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().map(commas).unwrap_or_default();
    let is_apart = first > 0 && lines.all(|line| commas(line) == first);
    if !text.contains('\t') && !text.contains('|') && !is_apart {
        taken_apart = trimmed(by_lines(&text.lines().collect::<Vec<_>>(), |line| vec![line.to_owned()]));
    }
    for cell in taken_apart.rows.iter_mut().flatten().filter(|cell| cell.contains(KEPT)) {
        *cell = cell.replace(KEPT, ",");
    }
    Ok(taken_apart)
}

/// Stands for a comma that parts no cells, as long as others are looked for: of the private use area, so that nobody types it.
const KEPT: char = '\u{f8ff}';

/// What stands behind a comma within a name.
const FORMS: [&str; 12] =
    ["ltd", "limited", "inc", "incorporated", "llc", "llp", "co", "corp", "plc", "gmbh", "sa", "ag"];

/// A text whose commas before a legal form (`Harbour Tools Co., Ltd.`) stand for themselves: they are part of a name.
fn with_forms_kept(text: &str) -> String {
    let is_form = |rest: &str| {
        let rest = rest.trim_start_matches(' ');
        let end = rest.find(|letter: char| !letter.is_ascii_alphabetic() && letter != '.');
        let word = rest.get(..end.unwrap_or(rest.len())).unwrap_or_default();
        let word = word.replace('.', "").to_ascii_lowercase();
        FORMS.contains(&word.as_str())
    };
    let commas = text.match_indices(',').filter(|(at, _)| text.get(at + 1..).is_some_and(is_form));
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for (at, _) in commas {
        kept.push_str(text.get(from..at).unwrap_or_default());
        kept.push(KEPT);
        from = at + 1;
    }
    kept.push_str(text.get(from..).unwrap_or_default());
    kept
}

/// Cells between separators; in quotes they may hold separators and line breaks.
fn separated(text: &str, is_separator: impl Fn(char) -> bool) -> Grid {
    let mut grid = Grid::default();
    let (mut row, mut column) = (0, 0);
    let mut cell = String::new();
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
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
            letter if is_separator(letter) => {
                grid.put(row, column, &cell);
                cell.clear();
                column += 1;
            }
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' => {
                grid.put(row, column, &cell);
                cell.clear();
                (row, column) = (row + 1, 0);
                if row > MOST_ROWS {
                    return grid;
                }
            }
            letter => cell.push(letter),
        }
    }
    if !cell.is_empty() {
        grid.put(row, column, &cell);
    }
    grid
}

/// One row for each line; an empty line is an empty row.
fn by_lines(lines: &[&str], cells: impl Fn(&str) -> Vec<String>) -> Grid {
    let mut grid = Grid::default();
    for (row, line) in lines.iter().enumerate().take(MOST_ROWS + 1) {
        grid.put(row, 0, "");
        for (column, cell) in cells(line).iter().enumerate() {
            grid.put(row, column, cell);
        }
    }
    grid
}

/// Cells between two spaces or more, or wide ones.
fn spaced(line: &str) -> Vec<String> {
    let line = line.trim_matches(figure::is_space).replace('\u{3000}', "  ");
    line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
}

/// A name with its figures behind one space or a colon: `高企：512家`, `Berths with shore power 9`.
fn last_apart(line: &str) -> Vec<String> {
    let line = line.trim_matches(figure::is_space);
    let is_figure = |text: &str| matches!(figure::split(text, &[]), Ok(Some(_)));
    if let Some((name, figure)) = line.rsplit_once(['：', ':'])
        && is_figure(figure.trim_matches(figure::is_space).trim_end_matches(['。', ';', '；']))
    {
        let figure = figure.trim_matches(figure::is_space).trim_end_matches(['。', ';', '；']);
        return vec![name.to_owned(), figure.to_owned()];
    }
    let mut words: Vec<&str> = line.split(' ').collect();
    let mut figures = vec![];
    while words.len() > 1
        && let Some(last) = words.pop_if(|last| is_figure(last))
    {
        figures.push(last.to_owned());
    }
    let name = words.join(" ");
    std::iter::once(name).chain(figures.into_iter().rev()).filter(|cell| !cell.is_empty()).collect()
}

/// Without the empty rows at the end.
fn trimmed(mut grid: Grid) -> Grid {
    while grid.rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        grid.rows.pop();
    }
    grid
}
