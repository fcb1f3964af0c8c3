//! The tables that stand on the page, as values: whatever page it is, its tables leave it as they are seen.

use super::window;
use crate::text::{Cell, Column, Table, Text};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Every table in the main part of the page, from top to bottom, with its caption, or where it has none the heading of its
/// section. Merged cells stand in the first of their places, the others are empty.
pub fn on_page() -> Vec<Table> {
    // In a form stands what somebody may still type.
    let is_shown = |table: &&Element| !matches!(table.closest("form"), Ok(Some(_)));
    all("main table", None)
        .iter()
        .filter(is_shown)
        .map(table)
        .filter(|table| !table.rows.is_empty())
        .collect()
}

/// What stands over the page and says how its figures are to be taken: that they are invented, tried, or of another device.
pub fn marks() -> Vec<String> {
    all(".banner p, main .what-if > div", None).iter().map(words).filter(|words| !words.is_empty()).collect()
}

fn table(table: &Element) -> Table {
    let rows: Vec<Vec<Spanning>> = all("tr", Some(table)).iter().map(cells).collect();
    let is_head = |row: &Vec<Spanning>| row.iter().all(|cell| cell.is_head);
    let heads = rows.iter().take_while(|row| is_head(row)).count();
    let grid = spread(&rows);
    let (heads, rows) = grid.split_at_checked(heads).unwrap_or_default();
    let width = grid.iter().map(Vec::len).max().unwrap_or_default();
    let columns = (0..width).map(|at| {
        let named: Vec<&str> =
            heads.iter().filter_map(|row| row.get(at)).map(|cell| cell.words.as_str()).collect();
        let is_numeric = heads.iter().chain(rows).filter_map(|row| row.get(at)).any(|cell| cell.is_numeric);
        Column { name: Text::plain(named.join(" ").trim()), is_numeric }
    });
    Table {
        caption: Text::plain(caption(table)),
        columns: columns.collect(),
        rows: rows
            .iter()
            .map(|row| row.iter().map(|cell| Cell::plain(cell.words.as_str())).collect())
            .collect(),
    }
}

fn caption(table: &Element) -> String {
    let own = all("caption", Some(table)).into_iter().next();
    let of_section = || {
        let section = table.closest("section, article, main").ok().flatten()?;
        all("h1, h2, h3", Some(&section)).into_iter().next()
    };
    own.or_else(of_section).map(|element| words(&element)).unwrap_or_default()
}

/// A cell with how many columns and rows it covers.
#[derive(Clone, Default)]
struct Spanning {
    words: String,
    is_head: bool,
    is_numeric: bool,
    columns: usize,
    rows: usize,
}

fn cells(row: &Element) -> Vec<Spanning> {
    let cells = row.children();
    let each = (0..cells.length()).filter_map(|at| cells.item(at)).map(|cell| {
        let span = |name: &str| {
            let count = cell.get_attribute(name).and_then(|count| count.parse().ok());
            count.unwrap_or(1_usize).clamp(1, MOST_MERGED)
        };
        Spanning {
            words: words(&cell),
            is_head: cell.tag_name() == "TH" && cell.get_attribute("scope").as_deref() != Some("row"),
            is_numeric: cell.class_list().contains("number"),
            columns: span("colspan"),
            rows: span("rowspan"),
        }
    });
    each.collect()
}

/// More columns or rows no cell of ours covers.
const MOST_MERGED: usize = 100;

/// Rows in which each cell stands in its own column, with empty ones where a merged cell reaches.
fn spread(rows: &[Vec<Spanning>]) -> Vec<Vec<Spanning>> {
    // Per column, how many rows below are covered from above.
    let mut covered: Vec<usize> = Vec::new();
    let each = rows.iter().map(|row| {
        let mut out = Vec::new();
        let mut rest = row.iter();
        loop {
            let at = out.len();
            if let Some(left) = covered.get_mut(at).filter(|left| **left > 0) {
                *left -= 1;
                out.push(Spanning::default());
                continue;
            }
            let Some(cell) = rest.next() else { break };
            for number in 0..cell.columns {
                let column = out.len();
                if covered.len() <= column {
                    covered.resize(column + 1, 0);
                }
                if let Some(left) = covered.get_mut(column) {
                    *left = cell.rows - 1;
                }
                out.push(if number == 0 { cell.clone() } else { Spanning::default() });
            }
        }
        out
    });
    each.collect()
}

/// What an element says on the screen, on one line.
fn words(element: &Element) -> String {
    let said = match element.dyn_ref::<HtmlElement>() {
        Some(element) => element.inner_text(),
        None => element.text_content().unwrap_or_default(),
    };
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn all(selector: &str, within: Option<&Element>) -> Vec<Element> {
    let found = match within {
        Some(element) => element.query_selector_all(selector).ok(),
        None => window().document().and_then(|document| document.query_selector_all(selector).ok()),
    };
    let Some(found) = found else { return vec![] };
    (0..found.length()).filter_map(|at| found.item(at)).filter_map(|node| node.dyn_into().ok()).collect()
}
