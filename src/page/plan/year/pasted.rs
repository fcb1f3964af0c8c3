//! A block of a spreadsheet over the table of new lines: by the heads of its columns where it has some, else from the cell
//! in which it was pasted.

use super::typed::{Cells, Column, MOST_ROWS};
use super::{names, words};
use crate::rows::Grid;
use crate::text::Language;

/// What came of a paste.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// How many rows something came into.
    pub rows: usize,
    /// How many rows of the block found no place.
    pub left: usize,
    /// It was cut by the reader before that.
    pub is_cut: bool,
}

/// Puts a block into the lines, beginning with a row and a column; new lines are of a kind, and none is made beyond what
/// may be written at once.
pub fn pasted(rows: &mut Vec<Cells>, at: (usize, Column), grid: &Grid, empty: &Cells) -> Pasted {
    let block = grid.spread();
    let heads = block.first().map(|row| row.iter().map(|cell| head(cell)).collect::<Vec<_>>());
    let heads = heads.filter(|heads| heads.iter().flatten().count() >= 2);
    let from = Column::TABLE.iter().position(|one| *one == at.1).unwrap_or(0);
    let columns = |count: usize| Column::TABLE.iter().copied().skip(from).take(count).map(Some).collect();
    let width = block.first().map_or(0, Vec::len);
    let (columns, first): (Vec<Option<Column>>, usize) = match heads {
        Some(heads) => (heads, 1),
        None => (columns(width), 0),
    };
    let lines = block.get(first..).unwrap_or_default();
    let lines: Vec<_> = lines.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
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
    Pasted { rows: filled, left: lines.len() - filled, is_cut: grid.is_cut }
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
