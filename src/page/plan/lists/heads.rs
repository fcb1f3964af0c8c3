//! Which column of a pasted table is which: by its head, and by nothing else. A column without a head that could be
//! one thing or another is not read.

use crate::rows::Grid;
use crate::standing::alike::bare;

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Name,
    State,
    Day,
    District,
    Host,
    Document,
    Note,
    /// 序号.
    Number,
}

/// Heads as [`bare`] leaves them.
const HEADS: [(Column, &[&str]); 8] = [
    (
        Column::Name,
        &[
            "名称",
            "企业名称",
            "企业",
            "单位名称",
            "平台名称",
            "载体名称",
            "联盟名称",
            "基地名称",
            "团队名称",
            "项目名称",
            "需求名称",
            "需求",
            "需求内容",
            "名单",
            "成员",
            "name",
            "member",
            "enterprise",
            "company",
        ],
    ),
    (Column::State, &["状态", "目前状态", "状况", "类别", "类型", "state", "status"]),
    (
        Column::Day,
        &[
            "日期",
            "时间",
            "认定日期",
            "认定时间",
            "入库日期",
            "入库时间",
            "起始日期",
            "自何日起",
            "day",
            "date",
            "since",
        ],
    ),
    (
        Column::District,
        &[
            "县区",
            "县市区",
            "所属县区",
            "所属县市区",
            "所在县区",
            "地区",
            "区域",
            "所属地区",
            "属地",
            "district",
        ],
    ),
    (Column::Host, &["依托单位", "承担单位", "所属单位", "牵头企业", "建设单位", "host", "hostedby"]),
    (Column::Document, &["文件", "文号", "依据", "依据文件", "批文", "证书编号", "document", "source"]),
    (Column::Note, &["备注", "说明", "原因", "note", "remark", "reason"]),
    (Column::Number, &["序号", "编号", "no", "number"]),
];

/// Heads of a column in which persons stand.
const PERSONS: [&str; 8] =
    ["姓名", "专家姓名", "人员姓名", "人才姓名", "人名", "fullname", "nameofperson", "person"];

/// How a table is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The first row in which a name stands, counted from 0.
    pub first: usize,
    /// The columns that are read, each once.
    pub columns: Vec<(usize, Column)>,
    /// The heads of those that are not read; of one without a head, its number.
    pub unread: Vec<String>,
    /// A head says that the names are those of persons.
    pub persons: bool,
}

/// How many rows a head may be below the top: under a title and a unit.
const DEEPEST_HEAD: usize = 5;

/// How a table is laid out; none where no column is that of the names.
pub fn layout(grid: &Grid) -> Option<Layout> {
    let head = grid.rows.iter().take(DEEPEST_HEAD).position(|row| row.iter().any(|cell| is_name(cell)));
    let Some(head) = head else {
        // A column without a head, perhaps with its numbers beside it.
        let columns: Vec<usize> = (0..grid.width()).filter(|column| !is_numbers(grid, *column)).collect();
        let [only] = columns.as_slice() else { return None };
        return Some(Layout {
            first: 0,
            columns: vec![(*only, Column::Name)],
            unread: vec![],
            persons: false,
        });
    };
    let cells = grid.rows.get(head)?;
    let mut layout = Layout { first: head + 1, columns: vec![], unread: vec![], persons: false };
    for (at, cell) in cells.iter().enumerate() {
        layout.persons |= is_of_persons(cell);
        match column(cell) {
            Some(Column::Number) => {}
            Some(column) if layout.columns.iter().all(|(_, known)| *known != column) => {
                layout.columns.push((at, column));
            }
            _ if cell.trim().is_empty() => layout.unread.push((at + 1).to_string()),
            _ => layout.unread.push(cell.clone()),
        }
    }
    Some(layout)
}

fn column(cell: &str) -> Option<Column> {
    let head = bare(cell);
    if PERSONS.contains(&head.as_str()) {
        return Some(Column::Name);
    }
    HEADS.iter().find(|(_, heads)| heads.contains(&head.as_str())).map(|(column, _)| *column)
}

fn is_name(cell: &str) -> bool {
    column(cell) == Some(Column::Name)
}

fn is_of_persons(cell: &str) -> bool {
    PERSONS.contains(&bare(cell).as_str())
}

/// Whether nothing but numbers, or nothing at all, stands in a column.
fn is_numbers(grid: &Grid, column: usize) -> bool {
    let cells = (0..grid.rows.len()).map(|row| bare(grid.cell(row, column)));
    cells.into_iter().all(|cell| cell.chars().all(|letter| letter.is_ascii_digit()))
}
