//! The selection on one normalised axis: each indicator's largest target is 100 %. What is compared can be
//! ticked; the ticks stand in the address.

use super::{list, words};
use crate::page::asked;
use crate::plan::{Indicator, Place, PlanIndex, Year};
use crate::route::{IndicatorsView, Route};
use crate::text::{Cell, Column, Language, Piece, Table, Text};

/// What is compared, and what could be.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    pub choices: Vec<CompareChoice>,
    /// The selection with nothing ticked, when something is.
    pub untick: Option<IndicatorsView>,
    /// Identifiers of what is compared, in the order shown. Empty: the filters leave none of what was ticked.
    pub compared: Vec<String>,
    pub table: Table,
}

/// A tick box.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareChoice {
    pub name: Text,
    pub is_chosen: bool,
    /// The selection after the box was used; none when an address cannot hold one more.
    pub then: Option<IndicatorsView>,
}

/// Compares what is ticked of what the filters left; with nothing ticked, all of it.
pub fn comparison(
    plan: &PlanIndex,
    left: &[Place<Indicator>],
    view: &IndicatorsView,
    language: Language,
) -> Comparison {
    let is_ticked = |id: &String| view.compare.contains(id);
    let compared: Vec<&Place<Indicator>> =
        left.iter().filter(|place| view.compare.is_empty() || is_ticked(&place.item.id)).collect();
    let choices = left.iter().map(|place| CompareChoice {
        name: plan.say(&place.item.name, language),
        is_chosen: is_ticked(&place.item.id),
        then: toggled(plan, view, &place.item.id),
    });
    Comparison {
        choices: choices.collect(),
        untick: (!view.compare.is_empty()).then(|| IndicatorsView { compare: Vec::new(), ..view.clone() }),
        compared: compared.iter().map(|place| place.item.id.clone()).collect(),
        table: table(plan, &compared, language),
    }
}

/// Identifiers that are ticked and that the plan does not have.
pub fn unknown(plan: &PlanIndex, view: &IndicatorsView) -> Vec<String> {
    view.compare.iter().filter(|id| plan.indicator(id).is_none()).cloned().collect()
}

/// The ticks stand in the plan's order, so that one choice has one address.
fn toggled(plan: &PlanIndex, view: &IndicatorsView, id: &str) -> Option<IndicatorsView> {
    let compare = plan
        .indicators()
        .map(|place| &place.item.id)
        .filter(|one| view.compare.contains(one) != (one.as_str() == id))
        .cloned();
    let then = IndicatorsView { compare: compare.collect(), ..view.clone() };
    let route = Route::Indicators(then.clone());
    (Route::parse(&route.address()) == route).then_some(then)
}

fn table(plan: &PlanIndex, compared: &[&Place<Indicator>], language: Language) -> Table {
    let words = words::of(language);
    let years: Vec<Year> = plan.period.iter().collect();
    let mut columns = vec![Column::text(words.indicator), Column::text(words.basis)];
    columns.extend(years.iter().map(|year| Column::figure(year.to_string())));
    let rows = compared.iter().map(|place| row(plan, place.item, &years, language)).collect();
    Table { caption: Text::plain(words.compare), columns, rows }
}

fn row(plan: &PlanIndex, indicator: &Indicator, years: &[Year], language: Language) -> Vec<Cell> {
    let words = words::of(language);
    let most = indicator.targets.iter().map(|target| target.value.approximate()).fold(0.0, f64::max);
    let cell = |year: &Year| match indicator.target(*year) {
        Some(target) if most > 0.0 => {
            let part = (target.value.approximate() / most * 1000.0).round() as u32;
            let figure = Text::plain(words::percent(part));
            Cell {
                pieces: vec![Piece::Plain(figure), Piece::Note(Text::plain(asked::short(target, language)))],
            }
        }
        other => list::target(other, words, language),
    };
    let mut cells = vec![list::name(plan, indicator, language), Cell::plain(indicator.basis.words(language))];
    cells.extend(years.iter().map(cell));
    cells
}
