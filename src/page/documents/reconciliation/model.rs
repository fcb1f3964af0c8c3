//! The reconciliation of a year, as a document.

use super::{rows, words};
use crate::document::{Block, Document, Sheet};
use crate::page::documents::words::masthead;
use crate::plan::{Day, Year};
use crate::sample;
use crate::standing::AsOf;
use crate::standing::reconciliation::{Promised, Reconciliation, is_silent, reconciliation};
use crate::text::Text;

/// The paper of a year, as of a day and as known on one: what is not over yet is said to be so, and counted as not due.
pub fn model(as_of: AsOf, known: Day, year: Year) -> Document {
    let AsOf { plan, ledger, language, today, .. } = as_of;
    let words = words::of(language);
    let reconciled = reconciliation(as_of, year);
    let all = reconciled.promises.len();
    let mut blocks = vec![Block::Heading(Text::plain(words.sum))];
    if all == 0 {
        blocks.push(Block::said(words.no_promise));
    } else {
        blocks.push(Block::said(words::conservation(language, all, &reconciled.counts())));
        blocks.push(Block::said(words::signed(
            language,
            reconciled.signed(),
            all,
            reconciled.against_figures(),
        )));
    }
    blocks.extend(remarks(as_of, &reconciled).into_iter().map(Block::said));
    blocks.push(note(as_of, &[&reconciled]));
    if let Some(table) = rows::table(as_of, &[&reconciled]) {
        blocks.push(Block::Heading(Text::plain(words.items)));
        blocks.push(Block::Table(table));
    }
    let brought: Vec<_> = reconciled.brought.iter().collect();
    if let Some(table) = rows::brought(as_of, &brought, &[&reconciled], words.brought_caption) {
        blocks.push(Block::Heading(Text::plain(words.brought)));
        blocks.push(Block::Table(table));
    }
    blocks.extend(rows::strays(as_of, &[&reconciled]).map(Block::Table));
    let is_sample = ledger.batches().any(|batch| sample::is_sample(batch.id));
    let issuer = plan.organisation_name(&plan.issuer, language).words;
    Document {
        title: Text::plain(words::title(language, &plan.say(&plan.short_title, language).words, year)),
        masthead: Text::plain(masthead(language, is_sample, &issuer, today, known)),
        blocks,
        is_issued: false,
        sheet: Sheet::Large,
    }
}

/// How verdicts come about, and against which targets they are.
pub fn note(as_of: AsOf, years: &[&Reconciliation]) -> Block {
    let AsOf { ledger, language, today, .. } = as_of;
    let adjusted = years.iter().map(|year| year.adjusted()).sum();
    let against = words::against(language, ledger.is_as_issued(), ledger.count_in_force(today), adjusted);
    Block::Note(Text::plain([words::of(language).note, &against].concat()))
}

/// What a reader has to know before the table.
fn remarks(as_of: AsOf, reconciled: &Reconciliation) -> Vec<String> {
    let (plan, language, year) = (as_of.plan, as_of.language, reconciled.year);
    let mut remarks = Vec::new();
    let (in_text, all) =
        (plan.indicators().filter(|one| one.item.target(year).is_some()).count(), plan.indicators().count());
    match () {
        () if reconciled.promises.is_empty() => {}
        () if !plan.period.contains(year) => remarks.push(words::of(language).only_brought.to_owned()),
        () if in_text < all => remarks.push(words::in_text(language, year, in_text, all)),
        () => {}
    }
    let of_earlier =
        reconciled.promises.iter().filter(|one| matches!(one.what, Promised::Brought(_))).count();
    remarks.extend((of_earlier > 0).then(|| words::of_earlier(language, of_earlier)));
    remarks.extend(is_silent(&[reconciled]).then(|| words::of(language).nothing.to_owned()));
    remarks
}
