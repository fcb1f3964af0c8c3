//! A block of a spreadsheet over the table of new lines: by the heads of its columns where it has some, else from the cell
//! in which it was pasted.

use super::typed::{Cells, Column, MOST_ROWS};
use super::{names, words};
use crate::rows::Grid;
use crate::text::Language;

/// What came of a paste.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// How many rows something came into.
    pub rows: usize,
    /// How many rows of the block found no place.
    pub left: usize,
    /// Columns of the block that went nowhere though something stands in them, by their heads.
    pub dropped: Vec<String>,
    /// How many such columns have no head.
    pub beyond: usize,
    /// It was cut by the reader before that.
    pub is_cut: bool,
}

/// Puts a block into the lines, beginning with a row and a column; new lines are of a kind, and none is made beyond what
/// may be written at once.
pub fn pasted(rows: &mut Vec<Cells>, at: (usize, Column), grid: &Grid, empty: &Cells) -> Pasted {
    let block = grid.spread();
    let heads = block.first().map(|row| heads(row)).filter(|heads| heads.iter().flatten().count() >= 2);
    let from = Column::TABLE.iter().position(|one| *one == at.1).unwrap_or(0);
    let (columns, first): (Vec<Option<Column>>, usize) = match heads {
        Some(heads) => (heads, 1),
        None => (Column::TABLE.iter().copied().skip(from).map(Some).collect(), 0),
    };
    let lines = block.get(first..).unwrap_or_default();
    let lines: Vec<_> = lines.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
    let has_words = |at: usize| lines.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()));
    let width = block.first().map_or(0, Vec::len);
    let lost = (0..width).filter(|at| columns.get(*at).copied().flatten().is_none() && has_words(*at));
    let lost: Vec<usize> = lost.collect();
    let heads = block.first().filter(|_| first == 1);
    let head = |at: &usize| heads.and_then(|row| row.get(*at)).filter(|head| !head.is_empty());
    let dropped: Vec<String> = lost.iter().filter_map(head).cloned().collect();
    let beyond = lost.len() - dropped.len();
    let mut filled = 0;
    for line in &lines {
        let row = at.0 + filled;
        if row >= MOST_ROWS {
            break;
        }
        while rows.len() <= row {
            rows.push(empty.clone());
        }
        let Some(cells) = rows.get_mut(row) else { break };
        for (column, words) in columns.iter().zip(line.iter()) {
            if let Some(column) = column {
                words.clone_into(cells.cell(*column));
            }
        }
        filled += 1;
    }
    Pasted { rows: filled, left: lines.len() - filled, dropped, beyond, is_cut: grid.is_cut }
}

/// The column of each head; where two name the same one, the second has no place.
fn heads(row: &[String]) -> Vec<Option<Column>> {
    let mut taken = vec![];
    let column = |cell: &String| {
        let column = head(cell).filter(|column| !taken.contains(column))?;
        taken.push(column);
        Some(column)
    };
    row.iter().map(column).collect()
}

/// The column that a head names, in either language.
fn head(cell: &str) -> Option<Column> {
    let is = |column: &Column| {
        let mut known = Language::ALL.map(|language| words::column(language, *column)).into_iter();
        known.any(|name| names::is_same(name, cell)) || other_heads(*column).contains(&cell.trim())
    };
    Column::TABLE.into_iter().find(is)
}

/// What the same column is called in the offices' own tables.
fn other_heads(column: Column) -> &'static [&'static str] {
    match column {
        Column::Kind => &["类型", "类别"],
        Column::Title => &["任务名称", "项目名称", "名称", "工作任务", "内容", "主要任务"],
        Column::Parent => &["所属任务", "上级任务"],
        Column::Lead => &["牵头", "牵头部门"],
        Column::Responsible => &["责任", "责任部门", "配合单位"],
        Column::Begins => &["开始", "开始日期", "启动时间"],
        Column::Due => &["完成时限", "时限", "截止日期", "完成时间", "截止时间"],
        Column::Document => &["文件", "文号", "依据文件"],
        Column::Reason => &[],
    }
}
