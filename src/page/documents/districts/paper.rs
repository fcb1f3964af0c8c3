//! 县区考核表: places by each rule of a year and the arithmetic behind each, as a document. What is tried is never on it.

use super::model::{allotted, by_rules, sentences};
use super::{names, words};
use crate::document::{Block, Document, Sheet};
use crate::page::documents::words::masthead;
use crate::plan::{Day, Year};
use crate::sample;
use crate::standing::AsOf;
use crate::standing::districts::{Assessment, Row, assess, words as said};
use crate::text::{Cell, Column, Piece, Table, Text, isolated};

/// The paper of a year, as of a day and as known on one.
pub fn paper(as_of: AsOf, known: Day, year: Year) -> Document {
    let AsOf { plan, ledger, language, today, .. } = as_of;
    let words = words::of(language);
    let mut blocks = Vec::new();
    let rules = ledger.assessment_rules(year);
    if rules.is_empty() {
        blocks.push(Block::said(words.no_rule));
    }
    let count = rules.len();
    for (at, (rule, _)) in rules.into_iter().enumerate() {
        let title = isolated(&rule.title);
        blocks.push(Block::Heading(Text::guessed(words::numbered(language, at, &title), language)));
        let assessed = assess(plan, ledger, rule, today);
        // Chinese sentences stand beside each other; others need a space.
        let space = Piece::Plain(Text::plain(language.pick("", " ")));
        let said_of = sentences(as_of, rule, assessed.as_ref().ok()).into_iter();
        let said_of = said_of.flat_map(|one| [Piece::Plain(one), space.clone()]).collect();
        blocks.push(Block::Paragraph(said_of));
        match &assessed {
            Ok(assessed) => {
                blocks.push(Block::Note(words::until(language, assessed.month)));
                blocks.push(Block::Table(places(as_of, assessed)));
                blocks.extend(assessed.rows.iter().map(|row| {
                    Block::Paragraph(vec![Piece::Plain(Text::guessed(
                        arithmetic(as_of, assessed, row),
                        language,
                    ))])
                }));
            }
            Err(refused) => {
                let name = |id: &str| isolated(&names::district(plan, id, language).words);
                blocks.extend(said::refused(language, refused, name).into_iter().map(Block::said));
            }
        }
    }
    if let Some(table) = by_rules(as_of, year) {
        blocks.push(Block::Heading(Text::plain(words::numbered(language, count, words.by_rules))));
        blocks.push(Block::Table(table));
    }
    let at = count + usize::from(count > 1);
    blocks.push(Block::Heading(Text::plain(words::numbered(language, at, &words::allotted(language, year)))));
    blocks.push(Block::Table(allotted(as_of, year).without_empty_columns()));
    let is_sample = ledger.batches().any(|batch| sample::is_sample(batch.id));
    let issuer = plan.organisation_name(&plan.issuer, language).words;
    Document {
        is_issued: false,
        title: Text::plain(words::title(language, &plan.say(&plan.short_title, language).words, year)),
        masthead: Text::plain(masthead(language, is_sample, &issuer, today, known)),
        blocks,
        sheet: Sheet::Wide,
    }
}

/// Districts with their points, best place first.
fn places(as_of: AsOf, assessed: &Assessment) -> Table {
    let AsOf { plan, language, .. } = as_of;
    let words = words::of(language);
    let items = assessed.rule.items.iter();
    let heads = items.map(|item| Column { name: names::item(plan, &item.item, language), is_numeric: true });
    let columns = [words.district, words.class].map(Column::text).into_iter().chain(heads);
    let columns =
        columns.chain([words.score, words.place].map(Column::figure)).chain([Column::text(words.grade)]);
    let mut rows: Vec<&Row> = assessed.rows.iter().collect();
    let class =
        |row: &Row| assessed.rule.classes.iter().position(|one| Some(&one.name) == row.class.as_ref());
    rows.sort_by_key(|row| (class(row).unwrap_or(usize::MAX), row.place.unwrap_or(usize::MAX)));
    let dash = || "–".to_owned();
    let row = |row: &&Row| {
        let typed = |name: &Option<crate::ledger::Id>| {
            name.as_ref().map(|name| Cell::from(Text::typed(name, language))).unwrap_or_default()
        };
        let points =
            (0..row.cells.len()).map(|at| Cell::plain(row.points(at).map_or_else(dash, said::points)));
        [names::district(plan, &row.district, language).into(), typed(&row.class)]
            .into_iter()
            .chain(points)
            .chain([
                Cell::plain(row.score().map_or_else(dash, |score| said::score(score, assessed))),
                Cell::plain(row.place.map_or_else(dash, |place| place.to_string())),
                typed(&row.grade),
            ])
            .collect()
    };
    Table {
        caption: Text::plain(words.matrix),
        columns: columns.collect(),
        rows: rows.iter().map(row).collect(),
    }
    .without_empty_columns()
}

/// A paragraph from which anybody can compute the score of a district again.
fn arithmetic(as_of: AsOf, assessed: &Assessment, row: &Row) -> String {
    let AsOf { plan, language, .. } = as_of;
    let (colon, between, stop) = language.pick(("：", "；", "。"), (": ", "; ", ". "));
    let (open, close) = language.pick(("（", "）"), (" (", ")"));
    let district = isolated(&names::district(plan, &row.district, language).words);
    let total = said::total(language, assessed, row);
    if row.class.is_none() && !assessed.rule.classes.is_empty() {
        return format!("{district}{colon}{total}{stop}").trim_end().to_owned();
    }
    let items = assessed.rule.items.iter().zip(&row.cells).map(|(item, (input, counted))| {
        let name = isolated(&names::item(plan, &item.item, language).words);
        let role = match item.role {
            crate::ledger::kinds::ItemRole::Weighted => String::new(),
            other => format!("[{}]", said::role(language, other)),
        };
        format!(
            "{name}{role}{open}{}{close}{colon}{}",
            said::figure(language, input),
            said::counted(language, counted)
        )
    });
    let items = items.collect::<Vec<_>>().join(between);
    let place = row.place.map(|place| said::place(language, place)).unwrap_or_default();
    let class = row.class.as_ref().map(|class| [open, &isolated(class), close].concat()).unwrap_or_default();
    let score = language.pick("得分", "Score");
    let end = if place.is_empty() { String::new() } else { format!("{place}{class}{stop}") };
    format!("{district}{colon}{items}{stop}{score}{colon}{total}{stop}{end}").trim_end().to_owned()
}
