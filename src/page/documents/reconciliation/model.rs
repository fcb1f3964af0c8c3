//! The reconciliation of a year, as a document.

use super::{rows, words};
use crate::document::{Block, Document, Sheet};
use crate::ledger::kinds::Outcome;
use crate::page::documents::words::masthead;
use crate::page::shared::names;
use crate::plan::Year;
use crate::sample;
use crate::standing::reconciliation::{Because, Reconciliation, reconciliation};
use crate::standing::{AsOf, words::against};
use crate::text::{Cell, Column, Table, Text};

/// The paper of a year, as of a day: what is not over yet is said to be so, and counted as not due.
pub fn model(as_of: AsOf, year: Year) -> Document {
    let AsOf { plan, ledger, language, today, .. } = as_of;
    let words = words::of(language);
    let reconciled = reconciliation(as_of, year);
    let all = reconciled.promises.len();
    let mut blocks = vec![Block::Heading(Text::plain(words.sum))];
    if all == 0 {
        blocks.push(Block::said(words.no_promise));
    } else {
        blocks.push(Block::said(words::conservation(language, &reconciled.counts())));
        blocks.push(Block::said(words::signed(
            language,
            reconciled.signed(),
            all,
            reconciled.would_differ(),
        )));
    }
    blocks.extend(remarks(as_of, &reconciled).into_iter().map(Block::said));
    blocks.push(Block::Note(Text::plain([words.note, &against(ledger, today, language)].concat())));
    if let Some(table) = rows::table(as_of, &[&reconciled]) {
        blocks.push(Block::Heading(Text::plain(words.items)));
        blocks.push(Block::Table(table));
    }
    if let Some(table) = brought(as_of, year) {
        blocks.push(Block::Heading(Text::plain(words.brought)));
        blocks.push(Block::Table(table));
    }
    let is_sample = ledger.batches().any(|batch| sample::is_sample(batch.id));
    let issuer = plan.organisation_name(&plan.issuer, language).words;
    Document {
        title: Text::plain(words::title(language, &plan.say(&plan.short_title, language).words, year)),
        masthead: Text::plain(masthead(language, is_sample, &issuer, today, today)),
        blocks,
        sheet: Sheet::Large,
    }
}

/// What a reader has to know before the table.
fn remarks(as_of: AsOf, reconciled: &Reconciliation) -> Vec<String> {
    let (plan, language, year) = (as_of.plan, as_of.language, reconciled.year);
    let mut remarks = Vec::new();
    let in_text = plan.indicators().filter(|place| place.item.target(year).is_some()).count();
    let others = plan.indicators().count() - in_text;
    if others > 0 && !reconciled.promises.is_empty() {
        remarks.push(words::in_text(language, year, in_text, others));
    }
    let is_silent = |because| matches!(because, Because::NoFigure | Because::NotReported | Because::NoBasis);
    let is_empty =
        reconciled.promises.iter().all(|one| one.verdict.is_none() && is_silent(one.proposal.because));
    if is_empty && !reconciled.promises.is_empty() {
        remarks.push(words::of(language).nothing.to_owned());
    }
    if !reconciled.strays.is_empty() {
        remarks.push(words::strays(language, reconciled.strays.len()));
    }
    remarks
}

/// What earlier years carried on to this one: owed from its first day, with the year that it comes from.
pub fn brought(as_of: AsOf, year: Year) -> Option<Table> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let words = words::of(language);
    let earlier = plan.period.iter().filter(|from| *from < year);
    let all = earlier.flat_map(|from| ledger.verdicts_of(from).into_values());
    let rows: Vec<Vec<Cell>> = all
        .filter_map(|(one, _)| {
            let to = one.carried.as_ref().filter(|to| one.outcome == Outcome::Carried && to.year == year)?;
            let link = names::thing(plan, &one.subject, language)?;
            let owed = to.organisation.as_ref().map(|id| plan.organisation_name(id, language));
            Some(vec![
                link.into(),
                Cell::plain(one.year.to_string()),
                owed.unwrap_or_else(|| Text::plain(words.stays)).into(),
                Text::typed(&one.reason, language).into(),
            ])
        })
        .collect();
    let columns = [words.promise, words.from_year, words.owed_by, words.why].map(Column::text).into();
    let caption = Text::plain(words.brought_caption);
    (!rows.is_empty()).then(|| Table { caption, columns, rows }.without_empty_columns())
}
