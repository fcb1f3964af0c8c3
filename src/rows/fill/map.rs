//! Which cell gets which figure. Rows are found by their names and columns by their heads, as where a table is read; here
//! the cells are empty, so the head ends where the first known name stands. What is not sure is asked, and not written.

use super::{Asks, Content, Facts, Known};
use crate::plan::{Basis, Month, Quantity, Year, unit};
use crate::rows::head::{Head, Kind};
use crate::rows::name::{self, Fit, Named, squeezed};
use crate::rows::place::Whose;
use crate::rows::reading::cell::{is_figure, is_nothing, of_table, units_said};
use crate::rows::{Grid, Item, Scope, figure};
use std::collections::{BTreeMap, BTreeSet};

/// What somebody chose, in place of what the table seems to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// By column, counted from 1: what it asks; none where it is to be left alone.
    pub columns: BTreeMap<usize, Option<Asks>>,
    /// By row, counted from 1: the identifier of the item that it is; none where it is to be left alone.
    pub rows: BTreeMap<usize, Option<String>>,
    /// By the first wording of an item's unit: the unit of their table, where that says none.
    pub units: BTreeMap<String, String>,
}

/// What becomes of a table. Rows and columns are those of the table as it is read: where its items stand in its columns, what is
/// called a row is a column; [`Spot`] alone names true places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The items stand in the columns of the table.
    pub is_turned: bool,
    /// The columns beside the names, from the left, with what they ask.
    pub columns: Vec<Column>,
    /// Rows that may be an item and are none by their name alone, or by a name that others have too.
    pub unknown: Vec<Row>,
    /// Rows that get nothing, for a reason.
    pub left: Vec<(Row, Why)>,
    /// The cells of known rows in columns that ask something.
    pub spots: Vec<Spot>,
    /// Units that their table does not say.
    pub units: Vec<UnitAsked>,
}

/// A column with its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Counted from 1.
    pub at: usize,
    /// The storeys of its head; may be empty. Untrusted.
    pub words: String,
    /// What it asks.
    pub asks: Option<Asks>,
}

/// A row with its first words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Counted from 1.
    pub at: usize,
    /// Untrusted.
    pub words: String,
}

/// A cell that could be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Its true row, counted from 0.
    pub row: usize,
    /// Its true column, counted from 0.
    pub column: usize,
    /// The place of the item among those that were handed in.
    pub item: usize,
    /// What the column asks.
    pub asks: Asks,
    /// What stands there. Untrusted.
    pub held: String,
    /// What is written, or why nothing is.
    pub fate: Result<Put, Why>,
}

/// What is written into a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// As the file holds it.
    pub content: Content,
    /// As somebody sees it there, with the unit of the table.
    pub shown: String,
}

/// A unit that their table does not say.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnitAsked {
    /// The first wording of the item's unit.
    pub unit: String,
    /// The units that their table may mean.
    pub options: Vec<String>,
}

/// Why nothing is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The cell is computed by the table itself.
    Computed,
    /// The sheet is protected, and the cell locked.
    Locked,
    /// It lies under a merged cell.
    Covered,
    /// It has words.
    Holds,
    /// There is no figure; the last one before, if any, with its unit.
    NoFigure(Option<(Month, String)>),
    /// There is no target of the year.
    NoTarget,
    /// There is nothing to say.
    NothingSaid,
    /// The table does not say its unit; the one of the item.
    NoUnit(String),
    /// It measures something else.
    OtherUnit {
        /// The unit in the table.
        found: String,
        /// The unit of the item.
        own: String,
    },
    /// The column is of shares, the item is none.
    NoRate,
    /// The cell shows per cents, the item is none.
    PercentCell,
    /// The column counts from another day than the item does.
    OtherSpan,
    /// The column is of one month alone, the item is cumulative.
    OneMonth,
    /// A sum, which their table computes.
    Sum,
    /// A district's row.
    District,
}

/// Words of a row or column that sums others up.
const SUMS: [&str; 6] = ["合计", "总计", "小计", "汇总", "total", "sum"];

/// Finds the cells.
pub fn map(grid: &Grid, facts: &Facts, known: &[Known], scope: &Scope, chosen: &Chosen) -> Mapping {
    let items: Vec<Item> = known.iter().map(|one| one.item.clone()).collect();
    let turned = grid.transposed();
    let (upright, across) = (Table::new(grid, &items), Table::new(&turned, &items));
    let is_turned = across.most > upright.most;
    let table = if is_turned { across } else { upright };
    let set = |all: &[(usize, usize)]| all.iter().copied().collect::<BTreeSet<_>>();
    let cells = Cells {
        grid,
        computed: set(&facts.formulas),
        percents: set(&facts.percents),
        locked: set(&facts.locked),
        is_turned,
    };
    Mapper {
        table,
        cells,
        items: &items,
        known,
        scope,
        chosen,
        mapping: Mapping { is_turned, ..Mapping::default() },
    }
    .run()
}

/// A table with its column of names.
struct Table {
    rows: Vec<Vec<String>>,
    name: usize,
    /// How many names of items stand in that column.
    most: usize,
    /// The names of the items.
    named: name::Known,
}

impl Table {
    fn new(grid: &Grid, items: &[Item]) -> Self {
        let named = name::Known::of(items);
        let rows = grid.spread();
        let width = rows.first().map_or(0, Vec::len);
        let cells = |column: usize| rows.iter().filter_map(move |row| row.get(column));
        let is_name =
            |cell: &&String| Named::of(cell).matches(&named).is_some_and(|(fit, _)| fit < Fit::Near);
        let is_word = |cell: &&String| cell.chars().filter(|one| one.is_alphabetic()).count() > 2;
        let best = |is: &dyn Fn(&&String) -> bool| {
            (0..width)
                .rev()
                .map(|column| (cells(column).filter(is).count(), column))
                .max_by_key(|(count, _)| *count)
        };
        let (most, name) = best(&is_name).filter(|(count, _)| *count > 0).unwrap_or((0, usize::MAX));
        let name = if most > 0 { name } else { best(&is_word).map_or(0, |(_, column)| column) };
        Self { rows, name, most, named }
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }

    fn cells(&self, row: usize) -> &[String] {
        self.rows.get(row).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The cells at their true places.
struct Cells<'a> {
    grid: &'a Grid,
    computed: BTreeSet<(usize, usize)>,
    percents: BTreeSet<(usize, usize)>,
    locked: BTreeSet<(usize, usize)>,
    is_turned: bool,
}

/// A row that is an item, with the head above it.
struct Found {
    row: usize,
    item: usize,
    fit: Fit,
    is_chosen: bool,
    /// The place of its head among all.
    head: usize,
    /// The units of the whole table, as said above it.
    units: Vec<String>,
}

struct Mapper<'a> {
    table: Table,
    cells: Cells<'a>,
    items: &'a [Item],
    known: &'a [Known],
    scope: &'a Scope,
    chosen: &'a Chosen,
    mapping: Mapping,
}

impl Mapper<'_> {
    fn run(mut self) -> Mapping {
        let (mut found, mut heads): (Vec<Found>, Vec<Vec<(usize, Head)>>) = (vec![], vec![]);
        let (mut storeys, mut units): (Vec<usize>, Vec<String>) = (vec![], vec![]);
        let mut is_in_body = false;
        for row in 0..self.table.rows.len() {
            if let Some(said) = self.table.cells(row).iter().find_map(|cell| units_said(cell)) {
                units = said;
            }
            let item = self.item(row);
            if item.is_none() && self.is_head(row, is_in_body, !storeys.is_empty()) {
                if is_in_body {
                    storeys.clear();
                    is_in_body = false;
                }
                storeys.push(row);
                continue;
            }
            if item.is_none() && self.table.cells(row).iter().any(|cell| is_labelled(cell)) {
                continue;
            }
            if !is_in_body && (item.is_some() || !storeys.is_empty()) {
                is_in_body = true;
                heads.push(self.heads(&storeys));
            }
            if let Some((item, fit, is_chosen)) = item {
                if let Some(why) = self.not_ours(row) {
                    let one = self.row(row);
                    self.mapping.left.push((one, why));
                } else {
                    let head = heads.len().saturating_sub(1);
                    found.push(Found { row, item, fit, is_chosen, head, units: units.clone() });
                }
            } else if is_in_body {
                self.leave(row);
            }
        }
        self.columns(&heads);
        for one in self.settled(found) {
            let head = heads.get(one.head).map(Vec::as_slice).unwrap_or_default();
            self.fill(&one, head);
        }
        self.mapping.unknown.sort_by_key(|row| row.at);
        self.mapping
    }

    fn row(&self, row: usize) -> Row {
        let filled = self.table.cells(row).iter().filter(|cell| !cell.is_empty() && !is_figure(cell));
        let mut words: Vec<&str> = filled.map(String::as_str).collect();
        words.dedup();
        let name = self.table.cell(row, self.table.name);
        let words = if name.is_empty() { words.first().copied().unwrap_or_default() } else { name };
        Row { at: row + 1, words: words.to_owned() }
    }

    /// The item that a row is: as it was chosen, else by its name, where exactly one item has it.
    fn item(&self, row: usize) -> Option<(usize, Fit, bool)> {
        match self.chosen.rows.get(&(row + 1)) {
            Some(Some(id)) => {
                let item = self.items.iter().position(|item| item.id == *id)?;
                return Some((item, Fit::Exact, true));
            }
            Some(None) => return None,
            None => {}
        }
        let (fit, all) = Named::of(self.table.cell(row, self.table.name)).matches(&self.table.named)?;
        match all.as_slice() {
            [one] if fit < Fit::Near => Some((*one, fit, false)),
            _ => None,
        }
    }

    /// Whether a row is a storey of a head.
    fn is_head(&self, row: usize, is_in_body: bool, has_storeys: bool) -> bool {
        let cells = self.table.cells(row);
        let mut words: Vec<&str> = cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        words.dedup();
        let name = self.table.cell(row, self.table.name);
        let is_of_names = ["指标", "项目", "名称", "内容", "事项", "任务", "indicator", "item", "name"]
            .iter()
            .any(|word| name.to_lowercase().contains(word));
        let beside = || {
            cells.iter().enumerate().filter(|(column, _)| *column != self.table.name).map(|(_, cell)| cell)
        };
        let is_telling = beside().any(|cell| {
            !cell.is_empty()
                && asks(&Head::of(&[cell], self.scope), self.scope).is_some_and(|asks| asks != Asks::Status)
        });
        if cells.iter().any(|cell| is_labelled(cell)) || cells.iter().any(|cell| is_figure(cell)) {
            return false;
        }
        match is_in_body {
            true => words.len() > 2 && is_of_names && is_telling,
            false => words.len() > 1 && (is_of_names || is_telling || name.is_empty() && has_storeys),
        }
    }

    /// Why a row of a known name gets nothing.
    fn not_ours(&self, row: usize) -> Option<Why> {
        let words = || self.table.cells(row).iter().filter(|cell| !cell.is_empty() && !is_figure(cell));
        if words().any(|cell| is_sum(cell)) {
            return Some(Why::Sum);
        }
        words().any(|cell| self.scope.whose(cell) == Whose::Other).then_some(Why::District)
    }

    /// A row of the body that is no item.
    fn leave(&mut self, row: usize) {
        let one = self.row(row);
        let letters = one.words.chars().filter(|letter| letter.is_alphabetic()).count();
        if letters < 2 {
            return;
        }
        match self.not_ours(row) {
            Some(why) => self.mapping.left.push((one, why)),
            None => self.mapping.unknown.push(one),
        }
    }

    fn heads(&self, storeys: &[usize]) -> Vec<(usize, Head)> {
        let width = self.table.rows.first().map_or(0, Vec::len);
        let columns = (0..width).filter(|column| *column != self.table.name);
        let head = |column: usize| {
            let words: Vec<&str> = storeys.iter().map(|row| self.table.cell(*row, column)).collect();
            (column, Head::of(&words, self.scope))
        };
        columns.map(head).collect()
    }

    /// What the columns ask, those of the first head that has words.
    fn columns(&mut self, heads: &[Vec<(usize, Head)>]) {
        for (column, head) in heads.iter().flatten() {
            let at = column + 1;
            if head.words.is_empty() || self.mapping.columns.iter().any(|one| one.at == at) {
                continue;
            }
            let asks = self.asks(*column, head);
            self.mapping.columns.push(Column { at, words: head.words.clone(), asks });
        }
        self.mapping.columns.sort_by_key(|column| column.at);
    }

    fn asks(&self, column: usize, head: &Head) -> Option<Asks> {
        match self.chosen.columns.get(&(column + 1)) {
            Some(asks) => *asks,
            None => asks(head, self.scope),
        }
    }

    /// One row for each item: the one that fits best. Of several that fit alike nobody knows which is meant, unless it was
    /// said.
    fn settled(&mut self, found: Vec<Found>) -> Vec<Found> {
        let best = |one: &Found| {
            let same = || found.iter().filter(|other| other.item == one.item && !other.is_chosen);
            let is_first = same().all(|other| one.fit < other.fit || other.row == one.row);
            one.is_chosen || is_first && !found.iter().any(|other| other.item == one.item && other.is_chosen)
        };
        let rows: BTreeSet<usize> = found.iter().filter(|one| best(one)).map(|one| one.row).collect();
        for one in found.iter().filter(|one| one.is_chosen || !rows.contains(&one.row)) {
            // A row that was assigned can be assigned otherwise.
            let row = self.row(one.row);
            self.mapping.unknown.push(row);
        }
        found.into_iter().filter(|one| rows.contains(&one.row)).collect()
    }

    fn fill(&mut self, one: &Found, head: &[(usize, Head)]) {
        let of_row = head
            .iter()
            .find(|(_, head)| head.kind == Kind::Unit)
            .map(|(column, _)| self.table.cell(one.row, *column));
        let of_row = of_row.filter(|unit| unit::is_unit(unit)).map(str::to_owned);
        let named = Named::of(self.table.cell(one.row, self.table.name)).unit;
        for (column, head) in head {
            let Some(asks) = self.asks(*column, head) else { continue };
            let said = of_row.clone().or(named.clone()).or(head.unit.clone());
            let (row, column) = if self.cells.is_turned { (*column, one.row) } else { (one.row, *column) };
            let fate = self.fate((row, column), one, asks, head, said);
            if let Err(Why::NoUnit(unit)) = &fate
                && !self.mapping.units.iter().any(|asked| asked.unit == *unit)
            {
                self.ask(one.item, unit.clone());
            }
            let held = self.cells.grid.cell(row, column).to_owned();
            self.mapping.spots.push(Spot { row, column, item: one.item, asks, held, fate });
        }
        // A unit that was told can be told otherwise.
        let Some(item) = self.items.get(one.item) else { return };
        let unit = item.units.first().cloned().unwrap_or_default();
        if self.chosen.units.contains_key(&unit) && !self.mapping.units.iter().any(|asked| asked.unit == unit)
        {
            self.ask(one.item, unit);
        }
    }

    fn ask(&mut self, item: usize, unit: String) {
        let Some(item) = self.items.get(item) else { return };
        let own = item.units.iter().find(|one| unit::is_unit(one)).unwrap_or(&unit);
        let (_, base) = unit::power(own);
        let mut options: Vec<String> =
            ["", "万", "亿"].iter().map(|prefix| [prefix, base.as_str()].concat()).collect();
        options.retain(|one| unit::is_unit(one) && unit::convert(Quantity::ZERO, own, one).is_some());
        if !options.contains(own) {
            options.insert(0, own.clone());
        }
        self.mapping.units.push(UnitAsked { unit, options });
    }

    fn fate(
        &self,
        place: (usize, usize),
        one: &Found,
        asks: Asks,
        head: &Head,
        said: Option<String>,
    ) -> Result<Put, Why> {
        let cells = &self.cells;
        let (row, column) = place;
        let covers = |merge: &&crate::rows::Merge| {
            (merge.row..merge.row.saturating_add(merge.rows)).contains(&row)
                && (merge.column..merge.column.saturating_add(merge.columns)).contains(&column)
                && (merge.row, merge.column) != place
        };
        if cells.computed.contains(&place) {
            return Err(Why::Computed);
        }
        if cells.locked.contains(&place) {
            return Err(Why::Locked);
        }
        if cells.grid.merges.iter().any(|merge| covers(&merge)) {
            return Err(Why::Covered);
        }
        let held = cells.grid.cell(row, column);
        if !is_nothing(held) && !is_figure(held) {
            return Err(Why::Holds);
        }
        let (Some(known), Some(item)) = (self.known.get(one.item), self.items.get(one.item)) else {
            return Err(Why::NothingSaid);
        };
        let figure = self.figure(known, asks, head)?;
        let Some(value) = figure else {
            let words = if asks == Asks::Remark { &known.remark } else { &known.status };
            return match words.is_empty() {
                true => Err(Why::NothingSaid),
                false => Ok(Put { content: Content::Words(words.clone()), shown: words.clone() }),
            };
        };
        let is_percent = cells.percents.contains(&place);
        if asks == Asks::Share || item.is_rate() {
            let is_named = asks == Asks::Share || said.as_ref().is_none_or(|unit| unit::is_rate(unit));
            if !is_named {
                return Err(other_unit(said, item));
            }
            let power = if is_percent { -2 } else { 0 };
            let unit = if is_percent || said.is_some_and(|unit| unit::is_rate(&unit)) { "%" } else { "" };
            let shown = unit::written(&value.to_string(), unit);
            return Ok(Put { content: Content::Number(shifted(value, power)), shown });
        }
        if head.kind == Kind::Derived {
            return Err(Why::NoRate);
        }
        if is_percent {
            return Err(Why::PercentCell);
        }
        let theirs = said.or_else(|| of_table(item, &one.units).first().cloned());
        self.in_their_unit(value, item, theirs)
    }

    /// The figure that is asked; none where words are.
    fn figure(&self, known: &Known, asks: Asks, head: &Head) -> Result<Option<Quantity>, Why> {
        let unit = known.item.units.first().map(String::as_str).unwrap_or_default();
        let none = || {
            let latest = known.latest.map(|(month, value)| (month, unit::written(&value.to_string(), unit)));
            Err(Why::NoFigure(latest))
        };
        let found = |value: Option<Quantity>| value.map_or_else(none, |value| Ok(Some(value)));
        let target =
            |year: Year| known.targets.iter().find(|(of, _)| *of == year).map(|(_, value)| Some(*value));
        match asks {
            Asks::Actual => {
                spans_alike(head.kind, &known.item, self.scope)?;
                found(known.actual)
            }
            Asks::LastMonth => known.last_month.map(Some).ok_or(Why::NoFigure(None)),
            Asks::LastYear => known.last_year.map(Some).ok_or(Why::NoFigure(None)),
            Asks::Target(year) => target(year).ok_or(Why::NoTarget),
            Asks::FinalTarget => known
                .targets
                .iter()
                .max_by_key(|(year, _)| *year)
                .map(|(_, value)| Some(*value))
                .ok_or(Why::NoTarget),
            Asks::Share => match (known.share, known.actual) {
                (Some(share), _) => Ok(Some(share)),
                (None, None) => none(),
                (None, Some(_)) => Err(Why::NoTarget),
            },
            Asks::Remark | Asks::Status => Ok(None),
        }
    }

    fn in_their_unit(&self, value: Quantity, item: &Item, theirs: Option<String>) -> Result<Put, Why> {
        let own = item.units.first().cloned().unwrap_or_default();
        let theirs = theirs.or_else(|| self.chosen.units.get(&own).cloned());
        let Some(theirs) = theirs else {
            // What is counted one by one is, where nothing is said; money and what is counted by ten thousands may be of
            // any size.
            let is_sized =
                |unit: &String| unit::is_large(unit) || unit.contains('元') || unit.contains("yuan");
            if item.units.iter().any(is_sized) {
                return Err(Why::NoUnit(own));
            }
            let shown = value.to_string();
            return Ok(Put { content: Content::Number(shown.clone()), shown });
        };
        let plain = squeezed(&theirs);
        let power = match item.units.iter().any(|unit| squeezed(unit) == plain) {
            true => 0,
            false => {
                let fits = |unit: &&String| unit::convert(Quantity::ZERO, unit, &theirs).is_some();
                let own =
                    item.units.iter().find(fits).ok_or_else(|| other_unit(Some(theirs.clone()), item))?;
                unit::power(own).0 as i32 - unit::power(&theirs).0 as i32
            }
        };
        let number = shifted(value, power);
        Ok(Put { shown: unit::written(&number, &theirs), content: Content::Number(number) })
    }
}

fn other_unit(found: Option<String>, item: &Item) -> Why {
    Why::OtherUnit { found: found.unwrap_or_default(), own: item.units.first().cloned().unwrap_or_default() }
}

/// The decimal times a power of ten, exactly; without zeros behind the point that nobody wrote.
fn shifted(value: Quantity, power: i32) -> String {
    if power == 0 {
        return value.to_string();
    }
    let sign = if value.digits() < 0 { "-" } else { "" };
    let digits = value.digits().unsigned_abs().to_string();
    let decimals = i32::from(value.decimals()) - power;
    let number = match usize::try_from(decimals) {
        Err(_) | Ok(0) => digits + &"0".repeat(decimals.unsigned_abs() as usize),
        Ok(decimals) => {
            let padded = format!("{digits:0>width$}", width = decimals + 1);
            let (whole, fraction) = padded.split_at(padded.len() - decimals);
            let fraction = fraction.trim_end_matches('0');
            if fraction.is_empty() { whole.to_owned() } else { [whole, ".", fraction].concat() }
        }
    };
    let whole = number.trim_start_matches('0');
    let number =
        if whole.is_empty() || whole.starts_with('.') { ["0", whole].concat() } else { whole.to_owned() };
    if number == "0" { number } else { [sign, &number].concat() }
}

/// Whether a column of this kind counts as the item does.
fn spans_alike(kind: Kind, item: &Item, scope: &Scope) -> Result<(), Why> {
    let is_cumulative = matches!(item.basis, Basis::YearlyFlow | Basis::RunningTotal);
    match (kind, item.basis) {
        (Kind::SinceStart, Basis::YearlyFlow) | (Kind::SinceJanuary, Basis::RunningTotal) => {
            Err(Why::OtherSpan)
        }
        (Kind::NamedMonth | Kind::OneMonth, basis)
            if is_cumulative && !(basis == Basis::YearlyFlow && scope.month.number() == 1) =>
        {
            Err(Why::OneMonth)
        }
        (Kind::NamedMonth | Kind::OneMonth, Basis::Unstated) => Err(Why::OneMonth),
        _ => Ok(()),
    }
}

/// What a head asks; none where it asks nothing that is known here.
fn asks(head: &Head, scope: &Scope) -> Option<Asks> {
    let words: String = head.words.chars().map(figure::narrow).collect::<String>().to_lowercase();
    let has = |all: &[&str]| all.iter().any(|one| words.contains(one));
    if words.is_empty() || matches!(head.whose, Whose::Other) || is_sum(&words) {
        return None;
    }
    if has(&[
        "完成率",
        "完成比例",
        "完成进度",
        "完成百分比",
        "占年度",
        "占目标",
        "占全年",
        "% of target",
        "share of target",
        "attainment",
    ]) && !has(&["时序", "同比"])
    {
        return Some(Asks::Share);
    }
    let is_change = has(&["同比", "环比", "增", "减", "较", "比上", "差", "change", "growth", "yoy"]);
    match head.kind {
        Kind::Unit => None,
        Kind::Other if is_change => None,
        Kind::Other => {
            let is_target = has(&["目标", "计划", "任务", "target"])
                && !has(&["责任", "牵头", "联系", "考核", "得分", "名称", "来源"]);
            if has(&["上年", "去年", "last year"]) {
                return has(&["同期", "same month"]).then_some(Asks::LastYear).filter(|_| !is_target);
            }
            if has(&["上月", "上期", "last month"]) {
                return Some(Asks::LastMonth).filter(|_| !is_target);
            }
            if is_target {
                return match year(&words) {
                    Some(year) => Some(Asks::Target(year)),
                    None if has(&["总", "三年", "五年", "规划", "期末", "final"]) => {
                        Some(Asks::FinalTarget)
                    }
                    None => Some(Asks::Target(scope.month.year())),
                };
            }
            has(&["备注", "说明", "note", "remark"]).then_some(Asks::Remark)
        }
        Kind::Derived if is_change => None,
        Kind::Plain if has(&["状态", "亮灯", "预警", "light", "status"]) => Some(Asks::Status),
        Kind::Plain if !head.is_telling() => None,
        _ => Some(Asks::Actual),
    }
}

/// The one year that is named.
fn year(words: &str) -> Option<Year> {
    let mut numbers = words.split(|one: char| !one.is_ascii_digit()).filter(|text| text.len() == 4);
    let first = numbers.next()?.parse().ok().filter(|year| (2000..2100).contains(year))?;
    numbers.next().is_none().then_some(Year(first))
}

fn is_sum(words: &str) -> bool {
    Named::of(words)
        .squeezed()
        .iter()
        .any(|form| SUMS.iter().any(|sum| form == sum || form.ends_with(sum) && form.chars().count() < 6))
}

/// Whether a cell says something of the table, as 填报单位：, and is neither a name nor a head.
fn is_labelled(cell: &str) -> bool {
    let mut depth = 0_usize;
    cell.chars().map(figure::narrow).any(|letter| {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == ':' && depth == 0
    })
}
