//! Every figure that was ever reported, a row each: whose, of which month, with what proof, and whether it counts.

use super::sheets::figure;
use super::words;
use crate::ledger::words as names;
use crate::ledger::{Batch, EntryId, Ledger, Report, Said};
use crate::page::documents::monthly::words as monthly;
use crate::plan::Month;
use crate::standing::AsOf;
use crate::text::{Cell, Column, Language, Table, Text};

/// The heads, without any row.
pub fn table(as_of: AsOf) -> Table {
    let language = as_of.language;
    let (words, heads) = (words::of(language), monthly::of(language));
    let mut columns = [words.month, heads.indicator, words.district].map(Column::text).to_vec();
    columns.push(Column::figure(names::ACTUAL.words(language)));
    let rest = [
        words.unit,
        words.evidence,
        words.note,
        words.reported_by,
        words.person,
        words.written,
        words.accepted,
        words.counts,
    ];
    columns.extend(rest.map(Column::text));
    Table { caption: Text::plain(words.figures_caption), columns, rows: vec![] }
}

/// What was said of a month's figures, indicators in the order of the plan; corrected and returned ones as well.
pub fn of_month(as_of: AsOf, month: Month) -> Table {
    let said = as_of
        .ledger
        .of_month(month)
        .flat_map(|batch| batch.named().map(move |(id, entry)| (batch, id, entry)));
    let mut rows: Vec<_> = said.filter_map(|(batch, id, entry)| row(as_of, batch, id, &entry.said)).collect();
    // No two are alike: the rank ends with the entry's name.
    rows.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    Table { rows: rows.into_iter().map(|(_, cells)| cells).collect(), ..table(as_of) }
}

/// A row, and what it stands by: the place in the plan, the district, and when it was written.
fn row<'a>(
    as_of: AsOf<'a>,
    batch: &Batch,
    id: EntryId,
    said: &'a Said,
) -> Option<(impl Ord + use<'a>, Vec<Cell>)> {
    let Said::Actual { indicator: of, district, report, evidence, note } = said else { return None };
    let AsOf { plan, ledger, offset, language, .. } = as_of;
    let place = plan.indicators().position(|place| place.item.id == **of);
    let indicator = plan.indicator(of).map(|place| place.item);
    let typed = |text: &str| Cell::from(Text::typed(text, language));
    let value = match (report, indicator) {
        (Report::Value(value), Some(indicator)) => figure(plan, indicator, *value),
        _ => Cell::plain(report.words(language)),
    };
    let written = batch.written.known();
    let cells = vec![
        Cell::plain(batch.month.to_string()),
        indicator.map_or_else(|| typed(of), |one| plan.say(&one.name, language).into()),
        match district {
            Some(id) => plan.organisation_name(id, language).into(),
            None => Cell::plain(words::of(language).city),
        },
        value,
        indicator.map(|one| plan.say(&one.unit, language).into()).unwrap_or_default(),
        typed(evidence),
        typed(note),
        plan.organisation_name(&batch.organisation, language).into(),
        typed(&batch.person),
        // Of some nobody can tell when they were written.
        if written.0 == 0 { Cell::default() } else { Cell::plain(written.day(offset).to_string()) },
        Cell::plain(taken(ledger, batch, language)),
        ledger.change(id).map(|change| Cell::plain(change.words(language))).unwrap_or_default(),
    ];
    Some(((place.is_none(), place, district.as_deref(), ledger.rank(id)), cells))
}

/// Whether the officer took the report over.
fn taken(ledger: &Ledger, batch: &Batch, language: Language) -> &'static str {
    match ledger.verdict(batch.id).and_then(|id| ledger.entry(id)).map(|entry| &entry.said) {
        Some(Said::Acceptance { .. }) => names::ACCEPTED.words(language),
        Some(Said::Return { .. }) => names::RETURNED.words(language),
        _ => words::of(language).not_accepted,
    }
}
