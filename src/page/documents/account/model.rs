//! The account of all years, as a document.

use super::words;
use crate::document::{Block, Document, Field, Fields, Sheet};
use crate::page::documents::reconciliation::words as of_year;
use crate::page::documents::reconciliation::{note, rows};
use crate::page::documents::words::masthead;
use crate::page::shared::names;
use crate::plan::Day;
use crate::sample;
use crate::standing::AsOf;
use crate::standing::reconciliation::{Class, Promised, Reconciliation, is_silent, reconciliations};
use crate::text::Text;

/// The account, as of a day and as known on one: the years of the plan, and what they carried on.
pub fn model(as_of: AsOf, known: Day) -> Document {
    let AsOf { plan, ledger, language, today, .. } = as_of;
    let words = words::of(language);
    let reconciled = reconciliations(as_of);
    let every: Vec<&Reconciliation> = reconciled.iter().collect();
    let years: Vec<&Reconciliation> =
        every.iter().copied().filter(|one| plan.period.contains(one.year)).collect();
    let all = years.iter().map(|year| year.promises.len()).sum();
    let signed = years.iter().map(|year| year.signed()).sum();
    let differ = years.iter().map(|year| year.against_figures()).sum();
    let mut blocks = vec![
        Block::Heading(Text::plain(words.sum)),
        Block::said(
            [words::end(language, plan.period, today), of_year::conservation(language, all, &totals(&years))]
                .join(language.pick("", " ")),
        ),
        Block::said(of_year::signed(language, signed, all, differ)),
    ];
    let promises = years.iter().flat_map(|year| &year.promises);
    let of_earlier = promises.filter(|one| matches!(one.what, Promised::Brought(_))).count();
    if of_earlier > 0 {
        blocks.push(Block::said(of_year::of_earlier(language, of_earlier)));
    }
    if is_silent(&years) {
        blocks.push(Block::said(words.nothing.to_owned()));
    }
    blocks.push(Block::Fields(fields(as_of, &years)));
    blocks.push(note(as_of, &years));
    if let Some(table) = rows::table(as_of, &years) {
        blocks.push(Block::Heading(Text::plain(words.years)));
        blocks.push(Block::Table(table));
    }
    let brought: Vec<_> = every.iter().flat_map(|year| &year.brought).collect();
    if let Some(table) = rows::brought(as_of, &brought, &every, words.brought_caption) {
        blocks.push(Block::Heading(Text::plain(words.brought)));
        blocks.push(Block::Table(table));
    }
    blocks.extend(rows::strays(as_of, &every).map(Block::Table));
    let is_sample = ledger.batches().any(|batch| sample::is_sample(batch.id));
    let issuer = plan.organisation_name(&plan.issuer, language).words;
    let short = plan.say(&plan.short_title, language).words;
    Document {
        title: Text::plain(words::title(language, &short, plan.period)),
        masthead: Text::plain(masthead(language, is_sample, &issuer, today, known)),
        blocks,
        is_issued: false,
        sheet: Sheet::Large,
    }
}

/// The classes of all years together.
fn totals(years: &[&Reconciliation]) -> Vec<(Class, usize)> {
    let mut sums: Vec<(Class, usize)> = Vec::new();
    for (class, count) in years.iter().flat_map(|year| year.counts()) {
        match sums.iter_mut().find(|(of, _)| *of == class) {
            Some((_, sum)) => *sum += count,
            None => sums.push((class, count)),
        }
    }
    sums
}

/// A field for each promise, those of a class together.
fn fields(as_of: AsOf, years: &[&Reconciliation]) -> Fields {
    let AsOf { plan, language, .. } = as_of;
    let row = |year: &&Reconciliation| {
        let classes = year.counts().into_iter().map(|(class, _)| class);
        let of_class = |class| {
            let in_it = year.promises.iter().filter(move |one| one.class() == class);
            in_it.filter_map(move |one| {
                let link = names::thing(plan, one.id(), language)?;
                Some(Field { link, light: rows::light(class), word: rows::class(class, language) })
            })
        };
        (Text::plain(year.year.to_string()), classes.flat_map(of_class).collect())
    };
    let with_any = years.iter().filter(|year| !year.promises.is_empty());
    Fields { caption: Text::plain(words::of(language).fields), rows: with_any.map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Ledger;
    use crate::ledger::samples::august::{day, plan};
    use crate::text::Language::{self, En, Zh};

    fn account(ledger: &Ledger, today: &str, language: Language) -> Document {
        let plan = plan();
        model(AsOf { plan: &plan, ledger, today: day(today), offset: 480, language }, day(today))
    }

    /// How many of each class a paper says there are.
    fn counted(document: &Document, language: Language) -> Vec<usize> {
        let text = document.text();
        let parts = text.lines().find_map(|line| line.split_once(" = ")).expect("the sum").1;
        let parts = parts.trim_end_matches(['。', '.']);
        let count = |class| {
            let word = rows::class(class, language);
            let of =
                parts.split(" + ").filter_map(|part| part.strip_prefix(word)?.trim().parse::<usize>().ok());
            of.sum()
        };
        Class::all().map(count).collect()
    }

    /// M42.1: a field and a row for each promise of each year, and the sum over them is all of them.
    #[test]
    fn the_account_is_the_union_of_the_years() {
        let plan = plan();
        let sample = Ledger::new(crate::sample::until(&plan, day("2026-02-01")));
        // The sample has set one target for a year that the plan leaves open.
        for (ledger, promised) in [(&Ledger::default(), 34), (&sample, 35)] {
            for language in Language::ALL {
                let document = account(ledger, "2026-02-01", language);
                let rows = document.blocks.iter().find_map(|block| match block {
                    Block::Table(table) => Some(table.rows.len()),
                    _ => None,
                });
                assert_eq!(rows, Some(promised));
                let fields = document.blocks.iter().find_map(|block| match block {
                    Block::Fields(fields) => {
                        Some(fields.rows.iter().map(|(_, all)| all.len()).sum::<usize>())
                    }
                    _ => None,
                });
                assert_eq!(fields, Some(promised));
                let sum = format!("{promised}{}", language.pick("项 = ", " promises = "));
                assert!(document.text().contains(&sum), "{}", document.text());
                // Class by class, from what the papers of the years say.
                let mut of_years = vec![0; 10];
                for year in plan.period.iter() {
                    let as_of = AsOf { plan: &plan, ledger, today: day("2026-02-01"), offset: 480, language };
                    let paper = crate::page::documents::reconciliation::model(as_of, as_of.today, year);
                    for (sum, of) in of_years.iter_mut().zip(counted(&paper, language)) {
                        *sum += of;
                    }
                }
                assert_eq!(counted(&document, language), of_years);
            }
        }
    }

    /// M42.3: without any record it says so, and shows what the plan asked.
    #[test]
    fn without_records_it_says_so_and_shows_the_plan() {
        let said = account(&Ledger::default(), "2026-11-30", Zh).text();
        assert!(said.contains("台账中没有各年12月的指标数据") && said.contains("已经结束"), "{said}");
        assert!(said.contains("目标事项34项 = 口径不清"), "{said}");
        assert!(said.contains("技术合同成交额") && said.contains("17.6"), "{said}");
        let said = account(&Ledger::default(), "2025-06-30", En).text();
        assert!(said.contains("is not over") && said.contains("not due yet"), "{said}");
    }
}
