//! A column of names with its columns of figures: where its head ends, whose a row is, and what is taken of it.

use super::cell::{is_figure, is_nothing, of_table, units_said, value};
use super::column::{Chosen, Column, ask_column};
use super::table::{Found, Table};
use super::{Fate, Question, Reading, Taken, Told, Why};
use crate::plan::{Quantity, unit};
use crate::rows::Item;
use crate::rows::head::{self, Head, Kind};
use crate::rows::name::{Fit, Named, squeezed, unit_in};
use crate::rows::place::Whose;

/// A column of names and the columns of figures that belong to it.
pub(super) struct Block<'a> {
    pub(super) table: &'a Table<'a>,
    pub(super) name: usize,
    /// The columns of figures, and what stands between them.
    pub(super) span: Vec<usize>,
    /// Of these, the ones that hold units.
    units: Vec<usize>,
    /// Whether a row is the own district's. Asked for each row, so looked for once.
    has_own_rows: bool,
}

/// Most storeys of a head that are kept, from the lowest.
const DEEPEST_HEAD: usize = 8;

impl<'a> Block<'a> {
    pub(super) fn new(table: &'a Table<'a>, name: usize, span: Vec<usize>) -> Self {
        let is_units = |at: &usize| {
            let cells =
                || (0..table.rows.len()).map(|row| table.cell(row, *at)).filter(|cell| !cell.is_empty());
            let units = cells().filter(|cell| unit::is_unit(cell)).count();
            units > 0 && 2 * units > cells().count()
        };
        let units = span.iter().copied().filter(is_units).collect();
        let mut block = Self { table, name, span, units, has_own_rows: false };
        let has_figure = |row: usize| block.span.iter().any(|at| is_figure(table.cell(row, *at)));
        block.has_own_rows =
            (0..table.rows.len()).any(|row| has_figure(row) && block.whose(row) == Whose::Own);
        block
    }

    pub(super) fn read(&self, reading: &mut Reading, found: &mut Vec<Found>) {
        let table = self.table;
        let mut storeys: Vec<usize> = vec![];
        let mut table_unit: Vec<String> = vec![];
        let mut columns: Vec<Column> = self.columns(&storeys);
        let mut is_in_body = false;
        let mut last_name = String::new();
        // Whether a district has come since.
        let mut is_after_district = false;
        for row in 0..table.rows.len() {
            let cells = table.rows.get(row).map(Vec::as_slice).unwrap_or_default();
            if let Some(units) = cells.iter().find_map(|cell| units_said(cell)) {
                table_unit = units;
            }
            let name = table.cell(row, self.name);
            let fit = Named::of(name).matches(&table.known);
            let is_named = matches!(&fit, Some((fit, _)) if *fit < Fit::Near);
            let has_figure = self.span.iter().any(|at| is_figure(table.cell(row, *at)));
            if !has_figure || (!is_named && self.is_years(row)) {
                // A row that names an item and says something else than a figure, or nothing, is no head.
                let says = self
                    .span
                    .iter()
                    .any(|at| !table.cell(row, *at).is_empty() && table.cell(row, *at) != name);
                if !(is_named && (says || is_in_body)) {
                    if self.take_head(row, &mut storeys, &mut is_in_body) {
                        columns = self.columns(&storeys);
                    }
                    continue;
                }
            }
            is_in_body = true;
            let whose = self.whose(row);
            let of_name = table.scope.whose(name);
            let is_below = name.is_empty() || of_name != Whose::Unsaid;
            // The total below a list of items is that of the list, and none of the last of them.
            let is_of_last =
                !matches!(of_name, Whose::Whole) || is_after_district || self.is_over_district(row);
            let of_row = self.of_row(row, &columns);
            // 完成 below 目标 is of the same item, whose name stands once.
            let is_told = whose != Whose::Unsaid || name.is_empty() && of_row.is_some();
            let name = match is_below && is_of_last && is_told && !last_name.is_empty() {
                true => last_name.clone(),
                false => name.to_owned(),
            };
            is_after_district =
                is_below && (is_after_district || matches!(of_name, Whose::Own | Whose::Other));
            if !is_below {
                last_name.clone_from(&name);
            }
            let of_this: Vec<Column>;
            let columns = match &of_row {
                None => &columns,
                Some(words) => {
                    of_this = columns.iter().map(|column| column.with(words)).collect();
                    &of_this
                }
            };
            self.row(row, &name, whose, columns, &table_unit, reading, found);
        }
    }

    /// A row without figures: a storey of the head, or a heading between the rows. Whether the head has changed.
    fn take_head(&self, row: usize, storeys: &mut Vec<usize>, is_in_body: &mut bool) -> bool {
        let table = self.table;
        let cells = table.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        let mut words: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        words.dedup();
        if head::is_caption(&words) {
            return false;
        }
        if words.len() < 2 && !(words.len() == 1 && !storeys.is_empty() && !*is_in_body) {
            return false;
        }
        if *is_in_body {
            let is_head = self.span.iter().any(|at| {
                let words = table.cell(row, *at);
                !words.is_empty() && Head::of(&[words], table.scope).is_telling()
            });
            if !is_head {
                return false;
            }
            storeys.clear();
            *is_in_body = false;
        }
        storeys.push(row);
        let over = storeys.len().saturating_sub(DEEPEST_HEAD);
        storeys.drain(..over);
        true
    }

    /// What the words between a name and the first figure of its row say of the figures.
    fn of_row(&self, row: usize, columns: &[Column]) -> Option<Head> {
        // When something is due is no period of a figure.
        const DUE: [&str; 8] = ["时间", "时限", "节点", "日期", "期限", "deadline", "due", "date"];
        let table = self.table;
        let is_right = |column: &&Column| column.at > self.name;
        let between =
            columns.iter().filter(is_right).take_while(|column| !is_figure(table.cell(row, column.at)));
        let mut said = between
            .filter(|column| !matches!(column.head.kind, Kind::Other | Kind::Unit))
            .filter(|column| !DUE.iter().any(|word| column.head.words.to_lowercase().contains(word)))
            .filter_map(|column| head::of_row(table.cell(row, column.at), table.scope));
        let first = said.next()?;
        // Of several words the ones that say most: 完成 and 累计.
        said.try_fold(first, |upper, lower| upper.with(&lower).or(Some(lower)))
    }

    /// Whether a cell of a column of units has one that nobody knows, so that the figure beside it may be of any size. Firms
    /// are counted in many words; money and measures are not.
    fn is_unknown_unit(&self, at: usize, words: &str, item: &Item) -> bool {
        let is_large = || {
            let large = ["千", "百", "thousand", "hundred", "billion"];
            unit::is_large(words) || large.iter().any(|large| words.to_lowercase().contains(large))
        };
        let is_counted = item.units.is_empty() || item.units.iter().any(|unit| unit::is_counted(unit));
        // 单位 may stand over the names of organisations.
        let items = || self.table.items.iter().flat_map(|item| &item.units);
        let is_unit = |cell: &str| unit_in(cell).is_some() || items().any(|unit| unit == cell);
        let has_units = || (0..self.table.rows.len()).any(|row| is_unit(self.table.cell(row, at)));
        !is_nothing(words) && (is_large() || !is_counted && has_units())
    }

    /// Whether the next name below a row is that of a district.
    fn is_over_district(&self, row: usize) -> bool {
        let below = (row + 1..self.table.rows.len()).map(|row| self.table.cell(row, self.name));
        let mut named = below.filter(|name| !name.is_empty());
        named.next().is_some_and(|name| matches!(self.table.scope.whose(name), Whose::Own | Whose::Other))
    }

    /// The columns of figures by the storeys of their head.
    fn columns(&self, storeys: &[usize]) -> Vec<Column> {
        let table = self.table;
        let last = storeys.last();
        let head = |at: usize| {
            let words: Vec<&str> = storeys
                .iter()
                .map(|row| match table.cell(*row, at) {
                    // Of a merged head only the first cell has words where no ranges came along.
                    "" if Some(row) != last && last.is_some_and(|last| !table.cell(*last, at).is_empty()) => {
                        let left = self.span.iter().rev().filter(|left| **left < at);
                        left.map(|left| table.cell(*row, *left)).find(|words| !words.is_empty()).unwrap_or("")
                    }
                    words => words,
                })
                .collect();
            Head::of(&words, table.scope)
        };
        self.span
            .iter()
            .map(|at| {
                let at = *at;
                let mut head = head(at);
                if head.kind == Kind::Plain && self.units.contains(&at) {
                    head.kind = Kind::Unit;
                }
                Column { at, head }
            })
            .collect()
    }

    /// Whether the figures of a row are years, as in a head.
    fn is_years(&self, row: usize) -> bool {
        let table = self.table;
        let cells = self.span.iter().map(|at| table.cell(row, *at)).filter(|cell| is_figure(cell));
        let mut years = cells.map(|cell| cell.parse::<u32>().is_ok_and(|year| (1990..2100).contains(&year)));
        let is_head = ["", "指标", "项目", "名称", "内容", "事项"].iter().any(|word| {
            let name = table.cell(row, self.name);
            if word.is_empty() { name.is_empty() } else { name.contains(word) }
        });
        is_head && years.all(|is_year| is_year)
    }

    /// Whose figures a row has, by any of its words.
    fn whose(&self, row: usize) -> Whose {
        let end = self.span.iter().copied().chain([self.name]).max().unwrap_or_default();
        let cells =
            (0..=end).map(|at| self.table.cell(row, at)).filter(|cell| !cell.is_empty() && !is_figure(cell));
        cells
            .map(|cell| self.table.scope.whose(cell))
            .find(|whose| *whose != Whose::Unsaid)
            .unwrap_or_default()
    }

    #[allow(clippy::too_many_arguments)] // What is known of a row comes from all sides; a struct would be used here alone.
    fn row(
        &self,
        row: usize,
        name: &str,
        whose: Whose,
        columns: &[Column],
        table_unit: &[String],
        reading: &mut Reading,
        found: &mut Vec<Found>,
    ) {
        let table = self.table;
        let named = Named::of(name);
        let fate = |fate: Fate| table.line(row, fate);
        let is_district = !table.scope.own.is_empty();
        // A row whose name nobody knows is what somebody said that it is.
        let assigned = table.answers.items.get(&(row + 1)).and_then(Option::as_ref);
        let assigned = assigned.and_then(|id| table.items.iter().position(|item| item.id == *id));
        let matched = match named.matches(&table.known) {
            None if whose == Whose::Unsaid && assigned.is_some() => {
                (Fit::Near, assigned.into_iter().collect())
            }
            None => {
                let why = if whose == Whose::Unsaid { Why::UnknownName } else { left_to(whose, is_district) };
                return reading.lines.push(fate(Fate::Left(why)));
            }
            Some((fit, all)) => (fit, all),
        };
        match (whose, is_district) {
            (Whose::Other, _) | (Whose::Own, false) | (Whose::Whole, true) => {
                return reading.lines.push(fate(Fate::Left(left_to(whose, is_district))));
            }
            (Whose::Unsaid, true) if self.has_own_rows => {
                return reading.lines.push(fate(Fate::Left(Why::Whole)));
            }
            _ => {}
        }
        let (fit, item) = match matched {
            (fit, all) if all.len() == 1 && (fit < Fit::Near || all.first() == assigned.as_ref()) => {
                (fit, all.first().copied().unwrap_or_default())
            }
            (fit, all) => {
                let ids: Vec<String> =
                    all.iter().filter_map(|at| table.items.get(*at)).map(|item| item.id.clone()).collect();
                let words = table.words(row);
                reading.questions.push(Question::Item { row: row + 1, words, options: ids.clone() });
                let question = reading.questions.len() - 1;
                match table.answers.items.get(&(row + 1)) {
                    None => return reading.lines.push(fate(Fate::Asked(question))),
                    Some(None) => return reading.lines.push(fate(Fate::Left(Why::NotChosen))),
                    Some(Some(id)) => {
                        match table.items.iter().position(|item| item.id == *id && ids.contains(id)) {
                            Some(item) => (fit, item),
                            None => return reading.lines.push(fate(Fate::Asked(question))),
                        }
                    }
                }
            }
        };
        let Some(of) = table.items.get(item) else { return };
        let column = match self.choose(row, of, columns) {
            Chosen::Column(column) => column,
            Chosen::None(why) => return reading.lines.push(fate(Fate::Left(why))),
            Chosen::Among(all) => {
                let key: Vec<usize> = all.iter().map(|column| column.at + 1).collect();
                let question = ask_column(reading, row, &all);
                match table.answers.columns.get(&key) {
                    None => return reading.lines.push(fate(Fate::Asked(question))),
                    Some(None) => return reading.lines.push(fate(Fate::Left(Why::NotChosen))),
                    Some(Some(at)) => match all.into_iter().find(|column| column.at + 1 == *at) {
                        Some(column) => column,
                        None => return reading.lines.push(fate(Fate::Asked(question))),
                    },
                }
            }
        };
        let cell = table.cell(row, column.at);
        let of_row = columns
            .iter()
            .find(|column| column.head.kind == Kind::Unit)
            .map(|column| (column.at, table.cell(row, column.at)));
        let is_own_unit = |words: &str| of.units.iter().any(|unit| squeezed(unit) == squeezed(words));
        let of_row = match of_row {
            Some((_, words)) if is_own_unit(words) => Some(words.to_owned()),
            Some((at, words)) => {
                let unit = unit_in(words);
                if unit.is_none() && self.is_unknown_unit(at, words, of) {
                    let wanted = of.units.first().cloned().unwrap_or_default();
                    let why = Why::OtherUnit { found: words.to_owned(), wanted };
                    return reading.lines.push(fate(Fate::Left(why)));
                }
                unit
            }
            None => None,
        };
        let near = of_row.or(named.unit).or(column.head.unit.clone());
        let units = match &near {
            Some(unit) => std::slice::from_ref(unit),
            None => of_table(of, table_unit),
        };
        let line = reading.lines.len();
        match value(cell, of, units) {
            Err(why) => reading.lines.push(fate(Fate::Left(why))),
            Ok((told, from_unit)) => {
                let told = match self.share(row, of, cell, told, reading) {
                    Ok(told) => told,
                    Err(Some(question)) => return reading.lines.push(fate(Fate::Asked(question))),
                    Err(None) => return reading.lines.push(fate(Fate::Left(Why::NotChosen))),
                };
                let taken = Taken {
                    item: of.id.clone(),
                    told,
                    cell: cell.to_owned(),
                    column: column.at + 1,
                    head: column.head.words.clone(),
                    from_unit,
                };
                found.push(Found { line, row, item, fit, taken: taken.clone() });
                reading.lines.push(fate(Fate::Taken(taken)));
            }
        }
    }

    /// A figure of at most 1 for an item in per cent, asked about, or up to 10 where 117.6 % would come as 1.176: a spreadsheet
    /// keeps 60 % as 0.6, and some formats do not tell that it was shown as a per cent. Until it is answered, the place of the question; of one that is to be left out,
    /// nothing.
    fn share(
        &self,
        row: usize,
        item: &Item,
        cell: &str,
        told: Told,
        reading: &mut Reading,
    ) -> Result<Told, Option<usize>> {
        let Told::Value(value) = told else { return Ok(told) };
        let is_bare = item.is_rate() && is_figure(cell) && !cell.contains(['%', '％']);
        let most = if self.table.has_no_formats { "10" } else { "1" };
        let most = Quantity::parse(most).unwrap_or(Quantity::ZERO).millionths();
        let hundredfold = match value.decimals().checked_sub(2) {
            Some(decimals) => Quantity::of_digits(value.digits(), decimals),
            None => value
                .digits()
                .checked_mul(if value.decimals() == 1 { 10 } else { 100 })
                .and_then(|digits| Quantity::of_digits(digits, 0)),
        };
        let options = match hundredfold {
            Some(share) if is_bare && value.millionths().abs() <= most && value.digits() != 0 => {
                [share, value]
            }
            _ => return Ok(told),
        };
        reading.questions.push(Question::Share {
            row: row + 1,
            item: item.id.clone(),
            cell: cell.to_owned(),
            options: options.map(|value| value.to_string()),
        });
        match self.table.answers.shares.get(&(row + 1, item.id.clone())) {
            None => Err(Some(reading.questions.len() - 1)),
            Some(None) => Err(None),
            Some(Some(at)) => Ok(Told::Value(if *at == 0 { options[0] } else { options[1] })),
        }
    }
}

fn left_to(whose: Whose, is_district: bool) -> Why {
    match whose {
        Whose::Whole if is_district => Why::Whole,
        Whose::Whole => Why::UnknownName,
        Whose::Own | Whose::Other | Whose::Unsaid => Why::OtherDistrict,
    }
}
