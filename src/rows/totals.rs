//! Totals in a table (合计, 小计), held against the figures that they are of. They are never taken for a figure of their
//! own; a total that does not agree is told, for either it or one of its figures is wrong.
//!
//! What a total is of is not written in a table. Held against it is every sum that it may be: of the rows above it or
//! below, of the 小计 among them, without what stands there as 其中. It is told only where it is none of these.

use super::head::{self, Head, Kind};
use super::name::Named;
use super::place::{Scope, Whose};
use super::{Grid, figure};
use crate::plan::{Quantity, unit};

/// A total that no sum of its figures is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// Its row, counted from 0.
    pub row: usize,
    /// Its column, counted from 0.
    pub column: usize,
    /// What it says.
    pub says: Quantity,
    /// What its figures come to.
    pub sum: Quantity,
}

/// Most storeys of a head that are looked at, from the lowest.
const DEEPEST_HEAD: usize = 2;
/// Fewest figures of which something is a sum.
const FEWEST: usize = 2;

/// The totals of a table that no sum of their figures is, those of rows first. Shares, changes, targets and figures in several units
/// are not added up.
pub fn totals(grid: &Grid, scope: &Scope) -> Vec<Total> {
    let mut all = Lines { rows: grid.spread(), scope, is_across: false }.totals();
    let across = Lines { rows: grid.transposed().spread(), scope, is_across: true }.totals();
    let turned = across.into_iter().map(|one| Total { row: one.column, column: one.row, ..one });
    let turned: Vec<Total> = turned
        .filter(|one| !all.iter().any(|other| (other.row, other.column) == (one.row, one.column)))
        .collect();
    all.extend(turned);
    all
}

/// What a line is among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Plain,
    /// With a Chinese numeral before its name: the lines below may be parts of it.
    Chapter,
    /// 其中：a part of a line above.
    OfWhich,
    /// 小计.
    Part,
    /// 合计.
    Whole,
}

/// The rows of a table, or its columns.
struct Lines<'a> {
    rows: Vec<Vec<String>>,
    scope: &'a Scope,
    /// Its columns, of which only those of districts are added up: what else stands beside them is no part of a total.
    is_across: bool,
}

impl Lines<'_> {
    fn totals(&self) -> Vec<Total> {
        let mut found = vec![];
        let mut heads: Vec<usize> = vec![];
        let mut segment: Vec<(usize, Role)> = vec![];
        let mut key = String::new();
        for row in 0..self.rows.len() {
            if !self.has_figure(row) {
                let words = self.words(row);
                // A heading within a table has one word, and does not end it.
                if words.len() > 1 && !head::is_caption(&words) {
                    if !segment.is_empty() {
                        self.hold(&segment, &heads, &mut found);
                        segment.clear();
                        heads.clear();
                    }
                    heads.push(row);
                }
                continue;
            }
            let (role, upper) = self.role(row);
            let is_apart = self.is_across && (role.is_none() || upper != key);
            if is_apart {
                self.hold(&segment, &heads, &mut found);
                segment.clear();
                key = upper;
            }
            segment.extend(role.map(|role| (row, role)));
        }
        self.hold(&segment, &heads, &mut found);
        found
    }

    fn row(&self, row: usize) -> &[String] {
        self.rows.get(row).map(Vec::as_slice).unwrap_or_default()
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        self.row(row).get(column).map_or("", String::as_str)
    }

    fn has_figure(&self, row: usize) -> bool {
        self.row(row).iter().any(|cell| is_figure(cell))
    }

    fn words(&self, row: usize) -> Vec<&str> {
        let mut words: Vec<&str> =
            self.row(row).iter().map(String::as_str).filter(|cell| !is_nothing(cell)).collect();
        words.dedup();
        words
    }

    /// What a line with figures is, by the words before its first figure, and what else these say; `None` where it is no part
    /// of any total.
    fn role(&self, row: usize) -> (Option<Role>, String) {
        let before = self.row(row).iter().take_while(|cell| !is_figure(cell) || self.is_serial(row, cell));
        let words: Vec<&str> =
            before.map(String::as_str).filter(|cell| !is_nothing(cell) && !is_figure(cell)).collect();
        let total = words.iter().find_map(|cell| total(cell).map(|role| (*cell, role)));
        let district = words.iter().find(|cell| matches!(self.scope.whose(cell), Whose::Own | Whose::Other));
        let label = total.map(|(cell, _)| cell).or(district.copied());
        let upper = words.iter().filter(|cell| Some(**cell) != label).copied().collect::<Vec<_>>().join(" ");
        let role = match (total, self.is_across) {
            (Some((_, role)), _) => Some(role),
            (None, true) => district.map(|_| Role::Plain),
            (None, false) if words.iter().any(|cell| cell.starts_with("其中")) => Some(Role::OfWhich),
            (None, false) if words.iter().any(|cell| is_chapter(cell)) => Some(Role::Chapter),
            (None, false) => Some(Role::Plain),
        };
        (role, upper)
    }

    /// A number right at the beginning of a row, with words behind it, is that of the row.
    fn is_serial(&self, row: usize, cell: &str) -> bool {
        let cells = self.row(row);
        let at = cells.iter().position(|one| !one.is_empty());
        at.and_then(|at| cells.get(at)).is_some_and(|first| std::ptr::eq(first.as_str(), cell))
            && at.and_then(|at| cells.get(at + 1)).is_some_and(|next| !is_nothing(next) && !is_figure(next))
    }

    /// Holds the totals of lines with one head against their figures.
    fn hold(&self, segment: &[(usize, Role)], heads: &[usize], found: &mut Vec<Total>) {
        let is_bound = |role: Role, of: Role| role == Role::Whole || of == Role::Part && role == Role::Part;
        for (at, (row, role)) in segment.iter().enumerate() {
            if !matches!(role, Role::Part | Role::Whole) {
                continue;
            }
            let (above, below) = segment.split_at(at);
            let below = below.get(1..).unwrap_or_default();
            let start = above.iter().rposition(|(_, one)| is_bound(*one, *role)).map_or(0, |one| one + 1);
            let end = below.iter().position(|(_, one)| is_bound(*one, *role)).unwrap_or(below.len());
            let ranges = [above.get(start..).unwrap_or_default(), below.get(..end).unwrap_or_default()];
            // Years in a head are no total of what stands below them.
            if ranges[0].is_empty()
                && self.row(*row).iter().filter(|cell| is_figure(cell)).all(|cell| is_year(cell))
            {
                continue;
            }
            for column in 0..self.row(*row).len() {
                found.extend(self.held(*row, column, ranges, heads));
            }
        }
    }

    /// A total that is no sum of what it may be of.
    fn held(
        &self,
        row: usize,
        column: usize,
        ranges: [&[(usize, Role)]; 2],
        heads: &[usize],
    ) -> Option<Total> {
        let (says, of) = read(self.cell(row, column))?;
        let first = heads.len().saturating_sub(DEEPEST_HEAD);
        let storeys: Vec<&str> = heads.iter().skip(first).map(|head| self.cell(*head, column)).collect();
        let head = Head::of(&storeys, self.scope);
        let is_rate = |unit: &Option<String>| unit.as_deref().is_some_and(unit::is_rate);
        if matches!(head.kind, Kind::Other | Kind::Derived | Kind::Unit)
            || is_rate(&head.unit)
            || is_rate(&of)
        {
            return None;
        }
        let mut main = None;
        for range in ranges {
            for rows in self.candidates(range, column) {
                let Ok(sum) = self.sum(&rows, column, &of) else { return None };
                let Some((sum, count)) = sum else { continue };
                if agrees(says, sum, count) {
                    return None;
                }
                main = main.or((count >= FEWEST).then_some(sum));
            }
        }
        main.map(|sum| Total { row, column, says, sum })
    }

    /// The rows that a total may be of, first what is likeliest.
    fn candidates(&self, range: &[(usize, Role)], column: usize) -> [Vec<usize>; 4] {
        let those = |is: &dyn Fn(Role) -> bool| -> Vec<usize> {
            range.iter().filter(|(_, role)| is(*role)).map(|(row, _)| *row).collect()
        };
        [
            those(&|role| matches!(role, Role::Plain | Role::Chapter)),
            self.without_details(range, column),
            those(&|role| role == Role::Part),
            those(&|role| role == Role::Chapter),
        ]
    }

    /// The plain rows without those that go on what 其中 began: as many as come to the figure of the row above it.
    fn without_details(&self, range: &[(usize, Role)], column: usize) -> Vec<usize> {
        let mut kept: Vec<usize> = vec![];
        // What is left of the row above, and how many were kept before it was told in parts.
        let mut open: Option<(Quantity, usize)> = None;
        for (row, role) in range {
            let value = read(self.cell(*row, column)).map_or(Quantity::ZERO, |(value, _)| value);
            if *role == Role::OfWhich && open.is_none() {
                let whole = kept.last().and_then(|last| read(self.cell(*last, column)));
                open = whole.map(|(whole, _)| (whole, kept.len()));
            }
            match role {
                Role::Plain | Role::Chapter => kept.push(*row),
                Role::OfWhich => {}
                Role::Part | Role::Whole => open = None,
            }
            if let Some((left, before)) = open {
                let left = left.minus(value);
                open = Some((left, before));
                if left.millionths() == 0 {
                    kept.truncate(before);
                    open = None;
                }
            }
        }
        kept
    }

    /// The sum of the figures of a column with their number; none where there is none. An error where they cannot be added
    /// up: one is not told, or they are in several units.
    fn sum(
        &self,
        rows: &[usize],
        column: usize,
        of: &Option<String>,
    ) -> Result<Option<(Quantity, usize)>, ()> {
        let mut sum = Quantity::ZERO;
        let mut count = 0;
        let mut units: Option<&str> = None;
        for row in rows {
            let cell = self.cell(*row, column);
            if is_nothing(cell) {
                continue;
            }
            let (value, unit) = read(cell).ok_or(())?;
            let row_unit = self.row(*row).iter().map(String::as_str).find(|cell| unit::is_unit(cell));
            let is_same = units.is_none_or(|units| units == row_unit.unwrap_or_default());
            if unit != *of || !is_same {
                return Err(());
            }
            units = Some(row_unit.unwrap_or_default());
            sum = sum.plus(value).ok_or(())?;
            count += 1;
        }
        Ok((count > 0).then_some((sum, count)))
    }
}

/// Whether a sum is what the total says. Decimals are rounded one by one, so that a sum of them may be off by half a unit
/// of the last place for each.
fn agrees(says: Quantity, sum: Quantity, count: usize) -> bool {
    let decimals = says.decimals().min(sum.decimals());
    let off = (says.millionths() - sum.millionths()).unsigned_abs();
    let half = 10_u128.pow(6_u32.saturating_sub(u32::from(decimals))) / 2;
    let is_whole = says.decimals() == 0 && sum.decimals() == 0;
    if is_whole { off == 0 } else { off <= half * (count as u128 + 1) }
}

/// Whether a cell names a total, and which.
fn total(cell: &str) -> Option<Role> {
    const WHOLE: [&str; 10] =
        ["合计", "总计", "共计", "全市合计", "全区合计", "市合计", "全市总计", "total", "grandtotal", "sum"];
    const PART: [&str; 3] = ["小计", "分计", "subtotal"];
    let forms = Named::of(cell).squeezed();
    let is = |words: &[&str]| forms.iter().any(|form| words.contains(&form.as_str()));
    match (is(&WHOLE), is(&PART)) {
        (true, _) => Some(Role::Whole),
        (false, true) => Some(Role::Part),
        (false, false) => None,
    }
}

fn is_chapter(cell: &str) -> bool {
    let (numeral, rest) = cell.split_once('、').unwrap_or_default();
    !rest.is_empty() && !numeral.is_empty() && numeral.chars().all(|one| "一二三四五六七八九十".contains(one))
}

fn bare(cell: &str) -> &str {
    cell.trim_matches(figure::is_space).trim_start_matches(['¥', '￥'])
}

fn read(cell: &str) -> Option<(Quantity, Option<String>)> {
    figure::split(bare(cell), &[]).ok().flatten()
}

fn is_figure(cell: &str) -> bool {
    read(cell).is_some()
}

fn is_nothing(cell: &str) -> bool {
    super::reading::is_nothing(cell)
}

fn is_year(cell: &str) -> bool {
    cell.parse::<u32>().is_ok_and(|year| (1990..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Month;
    use crate::rows::{cell_name, pasted};

    fn told(text: &str) -> Vec<String> {
        let scope = Scope {
            month: Month::parse("2024-08").unwrap(),
            own: vec![],
            others: ["海城市", "台安县", "铁东区"].map(str::to_owned).to_vec(),
        };
        let grid = pasted(text, None).expect("short");
        let told = |one: Total| format!("{} {} {}", cell_name(one.row, one.column), one.says, one.sum);
        totals(&grid, &scope).into_iter().map(told).collect()
    }

    #[test]
    fn a_total_that_its_rows_do_not_come_to_is_told_with_its_cell() {
        let none: [&str; 0] = [];
        assert_eq!(told("县区\t高企\n海城市\t2\n台安县\t3\n合计\t5"), none);
        assert_eq!(told("县区\t高企\n海城市\t2\n台安县\t3\n合计\t6"), ["B4 6 5"]);
        // Above its rows as well, with a number of each row, and of several columns each by itself.
        assert_eq!(told("县区\t高企\t科小\n合 计\t5\t9\n海城市\t2\t4\n台安县\t3\t4"), ["C2 9 8"]);
        assert_eq!(told("序号\t县区\t高企\n1\t海城市\t2\n2\t台安县\t3\n\t总计\t6"), ["C4 6 5"]);
        // Each head begins anew.
        assert_eq!(
            told("县区\t高企\n海城市\t2\n台安县\t3\n合计\t5\n县区\t科小\n海城市\t1\n台安县\t1\n合计\t7"),
            ["B8 7 2"]
        );
    }

    #[test]
    fn what_a_total_may_be_of_is_held_against_it() {
        let none: [&str; 0] = [];
        let parts = "地区\t数\n甲\t1\n乙\t2\n小计\t3\n丙\t4\n丁\t5\n小计\t9\n合计\t";
        assert_eq!(told(&[parts, "12"].concat()), none);
        assert_eq!(told(&[parts, "13"].concat()), ["B8 13 12"]);
        assert_eq!(told("地区\t数\n小计\t3\n甲\t1\n乙\t2\n小计\t9\n丙\t4\n丁\t5"), none);
        assert_eq!(told("地区\t数\n甲\t5\n其中：一\t2\n二\t3\n乙\t1\n合计\t6"), none);
        assert_eq!(told("地区\t数\n甲\t5\n其中：一\t2\n乙\t1\n合计\t7"), ["B5 7 6"]);
        assert_eq!(told("地区\t数\n甲\t5\n其中：一\t2\n乙\t1\n合计\t6"), none);
        assert_eq!(told("项目\t数\n一、甲\t5\n1.一\t2\n2.二\t3\n二、乙\t1\n合计\t6"), none);
        // A dash says nothing; what is not out cannot be added up.
        assert_eq!(told("地区\t数\n甲\t5\n乙\t—\n丙\t2\n合计\t8"), ["B5 8 7"]);
        assert_eq!(told("地区\t数\n甲\t5\n乙\t未公布\n丙\t2\n合计\t8"), none);
        assert_eq!(told("地区\t数\n甲\t5\n合计\t8"), none);
    }

    #[test]
    fn what_is_rounded_or_no_amount_is_not_held_against_a_total() {
        let none: [&str; 0] = [];
        assert_eq!(told("地区\t亿元\n甲\t1.4\n乙\t2.4\n合计\t3.9"), none);
        assert_eq!(told("地区\t亿元\n甲\t1.4\n乙\t2.4\n合计\t4.2"), ["B4 4.2 3.8"]);
        for head in ["增速（%）", "占比", "排名", "2024年目标", "同比增长"] {
            assert_eq!(told(&format!("地区\t{head}\n甲\t1\n乙\t2\n合计\t9")), none, "{head}");
        }
        assert_eq!(told("地区\t数\n甲\t1%\n乙\t2%\n合计\t9%"), none);
        assert_eq!(told("项目\t单位\t数\n甲\t家\t1\n乙\t人\t2\n合计\t\t9"), none);
        assert_eq!(told("项目\t2023\t2024\t合计\n甲\t1\t2\t3"), none);
    }

    /// Beside the districts stand targets and what else a table has.
    #[test]
    fn districts_side_by_side_are_held_against_their_total() {
        let none: [&str; 0] = [];
        assert_eq!(
            told("指标\t目标\t合计\t海城市\t台安县\n高企\t90\t5\t2\t3\n科小\t90\t9\t4\t4"),
            ["C3 9 8"]
        );
        assert_eq!(told("指标\t海城市\t台安县\t合计\t上年同期\n高企\t2\t3\t5\t1"), none);
        assert_eq!(told("指标\t合计\t上年同期\t本月\n高企\t5\t1\t2"), none);
        assert_eq!(told("指标\t合计\t海城市\t台安县\n科技成果转化率\t60\t50\t70"), none);
    }
}
