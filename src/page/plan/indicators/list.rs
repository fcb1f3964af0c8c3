//! The selection as a list: one table, for the screen and for whatever takes tables.

use super::selection::{Step, step};
use super::standings::Standings;
use super::words::{self, Words};
use crate::page::shared::lights::Stands;
use crate::page::shared::{asked, names};
use crate::plan::{Indicator, Place, PlanIndex, Quantity, Target, Year};
use crate::route::{IndicatorsView, Route};
use crate::text::{Cell, Column, Language, Piece, Table, Text};

/// The table.
pub fn table(
    plan: &PlanIndex,
    left: &[Place<Indicator>],
    standings: &Standings,
    language: Language,
) -> Table {
    let words = words::of(language);
    let years: Vec<Year> = plan.period.iter().collect();
    let mut columns =
        vec![Column::text(words.indicator), Column::text(words.task), Column::text(words.basis)];
    columns.extend(years.iter().map(|year| Column::figure(year.to_string())));
    if !standings.is_empty() {
        columns.extend([Column::figure(words.latest), Column::text(words.light)]);
    }
    columns.extend([Column::figure(words.step), Column::text(words.lead)]);
    Table {
        caption: Text::plain(words::caption(language, left.len())),
        columns,
        rows: left.iter().map(|place| row(plan, place, &years, standings, language)).collect(),
    }
}

fn row(
    plan: &PlanIndex,
    place: &Place<Indicator>,
    years: &[Year],
    standings: &Standings,
    language: Language,
) -> Vec<Cell> {
    let words = words::of(language);
    let indicator = place.item;
    let mut cells = vec![
        name(plan, indicator, language),
        task(plan, place, language),
        Cell::plain(standings.bases().words(indicator, language)),
    ];
    cells.extend(years.iter().map(|&year| target(indicator.target(year), words, language)));
    if !standings.is_empty() {
        cells.extend(standings.of(&indicator.id).map(Stands::cells).unwrap_or_default());
    }
    cells.push(way(step(indicator), words));
    cells.push(lead(plan, place, language));
    cells
}

/// The indicator as a link, with its unit.
fn name(plan: &PlanIndex, indicator: &Indicator, language: Language) -> Cell {
    let link = names::indicator(plan, indicator, language);
    Cell { pieces: vec![Piece::Link(link), Piece::Note(plan.say(&indicator.unit, language))] }
}

/// The target of a year with its sign and its word of promise.
fn target(target: Option<&Target>, words: &Words, language: Language) -> Cell {
    let Some(target) = target else {
        return Cell { pieces: vec![Piece::Note(Text::plain(words.unset))] };
    };
    let figure = Piece::Plain(Text::plain(asked::short(target, language)));
    let modality = asked::modality(target, language).map(|word| Piece::Note(Text::plain(word)));
    Cell { pieces: [figure].into_iter().chain(modality).collect() }
}

/// The task as a link, with its area.
fn task(plan: &PlanIndex, place: &Place<Indicator>, language: Language) -> Cell {
    let task = names::task(plan, place.task, language);
    Cell { pieces: vec![Piece::Link(task), Piece::Note(names::area(plan, place.area, language))] }
}

/// The step with its sign and its proportion.
fn way(step: Option<Step>, words: &Words) -> Cell {
    let Some(step) = step else {
        return Cell { pieces: vec![Piece::Note(Text::plain(words.one_year))] };
    };
    if step.difference == Quantity::ZERO {
        return Cell { pieces: vec![Piece::Note(Text::plain(words.unchanged))] };
    }
    let figure = Piece::Plain(Text::plain(signed(&step.difference.to_string())));
    let proportion =
        step.proportion.map(|part| Piece::Note(Text::plain(signed(&format!("{:.1}%", part * 100.0)))));
    Cell { pieces: [figure].into_iter().chain(proportion).collect() }
}

/// With a plus or a true minus.
fn signed(figure: &str) -> String {
    match figure.strip_prefix('-') {
        Some(size) => ["−", size].concat(),
        None => ["+", figure].concat(),
    }
}

fn lead(plan: &PlanIndex, place: &Place<Indicator>, language: Language) -> Cell {
    let organisations = place.task.lead.iter().filter_map(|id| plan.organisation(id));
    Cell::links(organisations.map(|one| names::organisation(plan, one, language)))
}

/// The page of all indicators with the filters of a selection taken over.
pub fn href(view: &IndicatorsView) -> String {
    Route::Indicators(view.clone()).href()
}
