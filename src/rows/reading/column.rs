//! Which column of figures is taken for an item.

use super::block::Block;
use super::cell::{is_figure, is_nothing, said};
use super::{Question, Reading, Why};
use crate::plan::{Basis, unit};
use crate::rows::head::{Head, Kind};
use crate::rows::place::Whose;
use crate::rows::{Item, Scope};

/// A column of a block with its head.
#[derive(Clone)]
pub(super) struct Column {
    pub(super) at: usize,
    pub(super) head: Head,
}

impl Column {
    /// The column as it is in a row that says itself which figures it has.
    pub(super) fn with(&self, of_row: &Head) -> Self {
        let mut column = self.clone();
        match self.head.with(of_row) {
            Some(head) => column.head = head,
            None => column.head.kind = Kind::Other,
        }
        column
    }
}

impl Block<'_> {
    pub(super) fn choose<'c>(&self, row: usize, item: &Item, columns: &'c [Column]) -> Chosen<'c> {
        let table = self.table;
        let is_district = !table.scope.own.is_empty();
        let has = |whose| columns.iter().any(|column| column.head.whose == whose);
        let is_ours = |column: &&Column| match column.head.whose {
            Whose::Other => false,
            Whose::Own => is_district,
            Whose::Whole => !is_district,
            Whose::Unsaid => !is_district && !has(Whose::Whole) || is_district && !has(Whose::Own),
        };
        let says = |column: &&Column| {
            let cell = table.cell(row, column.at);
            is_figure(cell) || said(cell).is_some()
        };
        let filled = || columns.iter().filter(|column| column.head.kind != Kind::Unit).filter(says);
        let ranked: Vec<(u8, &Column)> = filled()
            .filter(is_ours)
            .filter_map(|column| Some((rank(column, item, table.scope)?, column)))
            .collect();
        let Some(best) = ranked.iter().map(|(rank, _)| *rank).max() else {
            let has_words = columns.iter().any(|column| {
                let cell = table.cell(row, column.at);
                column.head.kind != Kind::Unit && column.head.kind != Kind::Other && !is_nothing(cell)
            });
            return Chosen::None(match (filled().next(), has_words) {
                (Some(_), _) => Why::NoColumn,
                (None, true) => Why::NotAFigure,
                (None, false) => Why::Empty,
            });
        };
        // Where its own column is empty, a change in another one is none of it.
        let is_better = |column: &Column| rank(column, item, table.scope).is_some_and(|rank| rank > A_CHANGE);
        if best == A_CHANGE && columns.iter().filter(is_ours).any(is_better) {
            return Chosen::None(Why::NoColumn);
        }
        let mut all: Vec<&Column> =
            ranked.iter().filter(|(rank, _)| *rank == best).map(|(_, column)| *column).collect();
        // Beside 合计 a 小计 is that of some.
        if !all.iter().all(|column| column.head.is_part) {
            all.retain(|column| !column.head.is_part);
        }
        let same = |one: &&Column, other: &&Column| table.cell(row, one.at) == table.cell(row, other.at);
        match all.as_slice() {
            // A month alone is not what a total is asked for.
            [one] if best <= A_CHANGE => Chosen::Among(vec![*one]),
            [one] => Chosen::Column(one),
            [first, rest @ ..] if best > A_CHANGE && rest.iter().all(|one| same(first, one)) => {
                Chosen::Column(first)
            }
            _ => Chosen::Among(all),
        }
    }
}

pub(super) enum Chosen<'c> {
    Column(&'c Column),
    Among(Vec<&'c Column>),
    None(Why),
}

const ONLY_A_MONTH: u8 = 1;
/// A share or change of a rate, which is a rate as well, and hardly ever the one that is asked for.
const A_CHANGE: u8 = 2;

/// How well a column suits an item; none where its figures are something else.
fn rank(column: &Column, item: &Item, scope: &Scope) -> Option<u8> {
    let is_rate = item.is_rate();
    let head = &column.head;
    if let Some(unit) = &head.unit {
        // A column of per cent is none of amounts, and the other way round.
        if unit::is_rate(unit) != is_rate {
            return None;
        }
    }
    let is_total = matches!(item.basis, Basis::YearlyFlow | Basis::RunningTotal | Basis::Unstated);
    let is_first_month = scope.month.number() == 1 && item.basis == Basis::YearlyFlow;
    let is_known_total = is_total && item.basis != Basis::Unstated;
    Some(match (head.kind, item.basis) {
        (Kind::Other | Kind::Unit, _) => return None,
        (Kind::Derived, _) if is_rate && head.is_of(item) => 3,
        (Kind::Derived, _) if is_rate => A_CHANGE,
        (Kind::Derived, _) => return None,
        (Kind::Amount, _) if is_rate => return None,
        (Kind::SinceJanuary, Basis::YearlyFlow) | (Kind::SinceStart, Basis::RunningTotal) => 9,
        (Kind::SinceStart, Basis::YearlyFlow) => return None,
        (Kind::SinceJanuary | Kind::SinceStart | Kind::Cumulative, _) if is_total => 8,
        (Kind::AtEnd, Basis::Stock) => 9,
        (Kind::Plain | Kind::Amount | Kind::AtEnd, _) => 7,
        (Kind::NamedMonth | Kind::OneMonth, _) if is_known_total && !is_first_month => ONLY_A_MONTH,
        (Kind::NamedMonth | Kind::OneMonth, _) => 6,
        // A stock or level of which both the month and a sum are given: somebody has to say which it is.
        (Kind::SinceJanuary | Kind::SinceStart | Kind::Cumulative, _) => 6,
    })
}

pub(super) fn ask_column(reading: &mut Reading, row: usize, all: &[&Column]) -> usize {
    let options: Vec<(usize, String)> =
        all.iter().map(|column| (column.at + 1, column.head.words.clone())).collect();
    let same = |question: &Question| matches!(question, Question::Column { options: those, .. } if *those == options);
    let at = reading.questions.iter().position(same).unwrap_or_else(|| {
        reading.questions.push(Question::Column { options, rows: vec![] });
        reading.questions.len() - 1
    });
    if let Some(Question::Column { rows, .. }) = reading.questions.get_mut(at) {
        rows.push(row + 1);
    }
    at
}
