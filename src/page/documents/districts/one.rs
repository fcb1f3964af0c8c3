//! The page of a district: its own figures and points, and of the others their places alone.

use super::model::{Shown, cell, sentences, shown};
use super::{names, words};
use crate::ledger::kinds::{ItemRole, Scoring};
use crate::plan::OrganisationKind;
use crate::route::DistrictsView;
use crate::standing::AsOf;
use crate::standing::districts::{Counted, lift, words as said};
use crate::text::{Cell, Column, Link, Piece, Table, Text, isolated};

/// What the page of a district shows.
#[derive(Clone, Debug, PartialEq)]
pub struct One {
    /// Its name and the year.
    pub heading: Text,
    /// Place and score in a sentence, or why it has none.
    pub lede: String,
    /// All districts of the year.
    pub back: Link,
    /// Something is tried: where that ends.
    pub trial: Option<String>,
    /// The rule: its title and its sentences.
    pub rule: Vec<Text>,
    /// Figures, points and what would lift it, item by item.
    pub items: Option<Table>,
    /// How the score comes about.
    pub total: String,
    /// The places of all in its class, without figures.
    pub places: Option<Table>,
}

/// The page of a district; none of one that the plan does not have.
pub fn one(as_of: AsOf, view: &DistrictsView, district: &str) -> Option<One> {
    let AsOf { plan, language, .. } = as_of;
    plan.districts.iter().find(|id| *id == district)?;
    let organisation = plan.organisation(district).filter(|one| one.kind == OrganisationKind::District)?;
    let Shown { year, rule, assessment } = shown(as_of, view)?;
    let words = words::of(language);
    let name = plan.say(&organisation.name, language);
    let all = DistrictsView { district: None, year: Some(year), ..view.clone() };
    let assessed = assessment.as_ref().and_then(|assessment| assessment.as_ref().ok());
    let own = assessed.and_then(|all| all.rows.iter().find(|row| *row.district == *district));
    let lede = match (assessed, own) {
        (Some(assessed), Some(row)) => match (row.place, row.score()) {
            (Some(place), Some(score)) => {
                words::place_and_score(language, place, &said::score(score, assessed))
            }
            _ => said::total(language, assessed, row),
        },
        _ => words.no_rule.to_owned(),
    };
    let items = assessed.zip(own).map(|(assessed, row)| {
        let line = |(at, item): (usize, &crate::ledger::kinds::AssessmentItem)| {
            let mut shown = cell(language, row, at);
            // Compared with the others, its arithmetic would show their figures.
            let is_compared = item.role == ItemRole::Weighted && assessed.rule.scoring != Scoring::Proportion;
            if is_compared && matches!(row.cells.get(at), Some((_, Counted::Points(_)))) {
                shown.sentence = words.compared.to_owned();
            }
            let target = row.cells.get(at).and_then(|(input, _)| input.target);
            let lifts = lift(assessed, district, at).map(|one| said::lift(language, one)).unwrap_or_default();
            vec![
                Cell {
                    pieces: vec![
                        Piece::Plain(names::item(plan, &item.item, language)),
                        Piece::Plain(Text::plain(" ")),
                        Piece::Note(Text::plain(said::item(language, item))),
                    ],
                },
                target.map(|one| Cell::plain(one.to_string())).unwrap_or_default(),
                Cell::plain(shown.figure),
                Cell::plain(shown.short),
                Cell::plain(shown.sentence),
                Cell::plain(lifts),
            ]
        };
        let heads = [words.item, words.target, words.figure, words.points, words.arithmetic, words.lifts];
        Table {
            caption: Text::plain(words.own_items),
            columns: heads.map(Column::text).into(),
            rows: assessed.rule.items.iter().enumerate().map(line).collect(),
        }
    });
    let places = assessed.zip(own).map(|(assessed, own)| {
        let mut rows: Vec<_> = assessed.rows.iter().filter(|row| row.class == own.class).collect();
        rows.sort_by_key(|row| row.place.unwrap_or(usize::MAX));
        let row = |row: &&crate::standing::districts::Row| {
            let mark = (row.district == own.district).then(|| Piece::Note(Text::plain(words.own_mark)));
            let named = names::district(plan, &row.district, language);
            let place = row.place.map_or_else(|| "–".to_owned(), |place| place.to_string());
            let named = Cell { pieces: std::iter::once(Piece::Plain(named)).chain(mark).collect() };
            vec![named, Cell::plain(place)]
        };
        Table {
            caption: Text::plain(words.others),
            columns: vec![Column::text(words.district), Column::figure(words.place)],
            rows: rows.iter().map(row).collect(),
        }
    });
    let mut rule_said: Vec<Text> = vec![];
    if let Some(rule) = &rule {
        rule_said.push(Text::typed(&rule.title, language));
        rule_said.extend(sentences(as_of, rule, assessed));
    }
    if let Some(Err(refused)) = &assessment {
        let name = |id: &str| isolated(&names::district(plan, id, language).words);
        rule_said.extend(said::refused(language, refused, name).into_iter().map(Text::plain));
    }
    Some(One {
        heading: Text { words: words::of_district(language, &name.words, year), language: name.language },
        lede,
        back: Link { text: Text::plain(words::all_of(language, year)), href: all.route().href() },
        trial: view.is_trial().then(|| view.untried().route().href()),
        rule: rule_said,
        items,
        total: assessed.zip(own).map(|(all, row)| said::total(language, all, row)).unwrap_or_default(),
        places,
    })
}
