//! The monthly dispatch sheet, as a document.

use super::words::{self, Words};
use crate::document::{Block, Document, Sheet};
use crate::ledger::kinds::Aim;
use crate::page::documents::words::{ADJUSTED_TO, NOTHING_MORE, SET_LATER, masthead};
use crate::page::shared::{asked, names, problems};
use crate::plan::{Day, Indicator, Month, Place, Year};
use crate::sample;
use crate::standing::adjusted::year_aim;
use crate::standing::duty::{self, ReportStatus};
use crate::standing::window::window;
use crate::standing::{self, AsOf, Judgement, Light, Rule, reading};
use crate::text::{Cell, Column, Language, Link, Piece, Table, Text};

/// The sheet of a period, from what was reported up to it. Lights are those of the day on which its window closed, or of
/// today while it is open; what was reported or decided late counts as well, so the sheet says by what day it knows.
pub fn model(as_of: AsOf, month: Month) -> Document {
    let day = data_up_to(as_of, month);
    let is_sample = as_of.ledger.batches().any(|batch| sample::is_sample(batch.id));
    let known = as_of.today;
    let ledger = as_of.ledger.up_to(month);
    let as_of = AsOf { today: day, ledger: &ledger, ..as_of };
    let AsOf { plan, ledger, language, .. } = as_of;
    let words = words::of(language);
    let rule = reading::rule(ledger);
    let judged: Vec<Judged> = plan
        .indicators()
        .map(|place| (place, reading::judged(plan, ledger, place.item, day, &rule)))
        .collect();
    let rows: Vec<&Judged> = judged.iter().collect();
    let reports = Reports::of(as_of, month);
    let counts = Light::ALL.map(|light| (light, judged.iter().filter(|(_, one)| one.light == light).count()));
    let mut blocks = vec![
        Block::said(words::lights(language, judged.len(), &counts)),
        Block::said(words::reports(language, &reports)),
        // Before the tables: below the last one it would now and then be alone on a sheet, which no browser prevents.
        Block::Note(Text::plain(words::note(
            language,
            &rule,
            standing::words::against(ledger, day, language),
        ))),
        Block::Heading(Text::plain(words.indicators)),
        Block::Table(indicators(as_of, &rows, &rule)),
        Block::Heading(Text::plain(words.missing)),
        missing(as_of, &reports, words),
        Block::Heading(Text::plain(words.problems)),
    ];
    blocks.extend(open_problems(as_of));
    Document {
        title: Text::plain(words::title(language, &plan.say(&plan.short_title, language).words, month)),
        masthead: Text::plain(masthead(
            language,
            is_sample,
            &plan.organisation_name(&plan.issuer, language).words,
            day,
            known,
        )),
        blocks,
        is_issued: false,
        sheet: Sheet::Wide,
    }
}

/// The last day whose data count: that on which the period's window closes, if it is past.
fn data_up_to(as_of: AsOf, month: Month) -> Day {
    window(as_of.plan, as_of.ledger, month).map_or(as_of.today, |window| window.closes.min(as_of.today))
}

/// How many organisations owe a report for the period, and what became of each: the four numbers add up to the first.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Reports<'a> {
    /// Organisations that owe one.
    pub owed: usize,
    /// Reports that came and wait to be looked at.
    pub submitted: usize,
    /// Reports that were taken over.
    pub accepted: usize,
    /// Reports that were given back.
    pub returned: Vec<&'a str>,
    /// Identifiers of those that have not reported, in the order of the plan.
    pub missing: Vec<&'a str>,
}

impl<'a> Reports<'a> {
    /// Of a period, as of a day.
    pub fn of(as_of: AsOf<'a>, month: Month) -> Self {
        let mut all = Self::default();
        for organisation in duty::reporters(as_of.plan) {
            match duty::report(as_of.plan, as_of.ledger, organisation, month, as_of.today, as_of.offset) {
                ReportStatus::NotOwed(_) => continue,
                ReportStatus::Submitted { .. } => all.submitted += 1,
                ReportStatus::Accepted { .. } => all.accepted += 1,
                ReportStatus::Returned { .. } => all.returned.push(organisation),
                ReportStatus::Coming | ReportStatus::Awaited | ReportStatus::Late => {
                    all.missing.push(organisation);
                }
            }
            all.owed += 1;
        }
        all
    }
}

/// An indicator with how it stands.
pub type Judged<'a> = (Place<'a, Indicator>, Judgement);

/// Indicators, a row each, as they are handed in: worst first is for the screen; on paper the plan's order is found again in
/// the plan.
pub fn indicators(as_of: AsOf, judged: &[&Judged], rule: &Rule) -> Table {
    let AsOf { plan, language, .. } = as_of;
    let words = words::of(language);
    let row = |(place, judgement): &&Judged| {
        let indicator = place.item;
        let unit = Piece::Note(plan.say(&indicator.unit, language));
        let targets = plan.period.iter().flat_map(|year| targets(as_of, indicator, year)).collect();
        let latest = judgement.latest.map(|actual| {
            let value = Piece::Plain(Text::plain(actual.value.to_string()));
            vec![value, Piece::Note(Text::plain(actual.month.words(language)))]
        });
        let light = Piece::Light { light: judgement.light.slug(), word: judgement.light.words(language) };
        vec![
            Cell { pieces: vec![Piece::Link(names::indicator(plan, indicator, language)), unit] },
            Cell { pieces: targets },
            Cell { pieces: latest.unwrap_or_default() },
            Cell { pieces: vec![light] },
            Cell::plain(standing::words::reason(judgement, rule, language)),
            Cell::links(place.task.lead.iter().filter_map(|id| organisation(as_of, id))),
        ]
    };
    Table {
        caption: Text::plain(words.indicators_caption),
        columns: vec![
            Column::text(words.indicator),
            Column::text(words.targets),
            Column::figure(words.latest),
            Column::text(words.light),
            Column::text(words.reason),
            Column::text(words.lead),
        ],
        rows: judged.iter().map(row).collect(),
    }
}

/// The column of the table of indicators in which its light stands.
pub const STATE: usize = 3;

/// The target of a year as it was issued, and what a paper has made of it since: what is judged by is never hidden.
fn targets(as_of: AsOf, indicator: &Indicator, year: Year) -> Vec<Piece> {
    let AsOf { ledger, language, today, .. } = as_of;
    let aim = year_aim(ledger, indicator, year, today);
    // Papers write Chinese without spaces: 2023年达17.6.
    let short = |aim: &Aim| match language {
        Language::Zh => [aim.comparator.mark(language), &aim.value.to_string()].concat(),
        Language::En => asked::sign(aim.comparator, aim.value, language),
    };
    let issued = aim.issued.as_ref().map(|one| words::of_year(language, year, &short(one)));
    let mut pieces: Vec<Piece> = issued.map(|words| Piece::Plain(Text::plain(words))).into_iter().collect();
    if aim.issued.is_some() && aim.set_by.is_some() {
        pieces.push(Piece::Note(Text::plain(SET_LATER.words(language))));
    }
    if aim.by.is_some() && !ledger.is_as_issued() {
        let to = aim.adjusted.as_ref().map_or(NOTHING_MORE.words(language).to_owned(), short);
        let words = [ADJUSTED_TO.words(language), &to].concat();
        pieces.push(Piece::Plain(Text::plain(match aim.issued {
            Some(_) => words,
            None => words::of_year(language, year, &words),
        })));
    }
    pieces
}

/// An organisation of the plan, as a link.
pub fn organisation(as_of: AsOf, id: &str) -> Option<Link> {
    as_of.plan.organisation(id).map(|one| names::organisation(as_of.plan, one, as_of.language))
}

/// Who has not reported, and whose report was given back, by name.
fn missing(as_of: AsOf, reports: &Reports, words: &Words) -> Block {
    let names = |ids: &[&str]| {
        let names = ids.iter().filter_map(|id| organisation(as_of, id)).map(|link| link.text.words);
        names.collect::<Vec<_>>().join(as_of.language.pick("、", ", "))
    };
    if reports.missing.is_empty() && reports.returned.is_empty() {
        return Block::said(words.none_missing);
    }
    let mut sentences = String::new();
    for (said, ids) in [(words.not_reported, &reports.missing), (words.given_back, &reports.returned)] {
        if !ids.is_empty() {
            let space = if sentences.is_empty() { "" } else { as_of.language.pick("", " ") };
            sentences += &[space, said, &names(ids), as_of.language.pick("。", ".")].concat();
        }
    }
    Block::Paragraph(vec![Piece::Plain(Text::guessed(sentences, as_of.language))])
}

/// The problems that are open, or that none is.
pub fn open_problems(as_of: AsOf) -> Vec<Block> {
    let words = words::of(as_of.language);
    let listed = problems::list(as_of, problems::About::Everything);
    let rows: Vec<Vec<Cell>> = listed
        .open
        .into_iter()
        .map(|row| {
            let light = Piece::from(row.lit);
            vec![
                row.text.text.into(),
                row.subject.map(Cell::from).unwrap_or_default(),
                row.organisation.into(),
                row.who.into(),
                Cell::plain(row.until),
                Cell { pieces: vec![light] },
            ]
        })
        .collect();
    if rows.is_empty() {
        return vec![Block::said(words.no_problems)];
    }
    let columns = [words.problem, words.subject, words.organisation, words.who, words.until, words.state]
        .map(Column::text);
    vec![Block::Table(Table { caption: Text::plain(words.problems_caption), columns: columns.into(), rows })]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Ledger;
    use crate::ledger::samples::august::{day, month, plan};

    fn sheet(ledger: &Ledger, today: Day, language: Language) -> Document {
        let plan = plan();
        let offset = 480;
        model(AsOf { plan: &plan, ledger, today, offset, language }, month("2024-08"))
    }

    #[test]
    fn an_empty_ledger_makes_an_honest_sheet() {
        for language in Language::ALL {
            let document = sheet(&Ledger::default(), day("2024-09-20"), language);
            let tables = document.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count();
            assert_eq!(tables, 1, "no empty table of problems");
            assert!(document.text().contains(words::of(language).no_problems));
        }
    }

    #[test]
    fn targets_stand_as_papers_write_them() {
        let text = |language| sheet(&Ledger::default(), day("2024-09-20"), language).text();
        let (zh, en) = (text(Language::Zh), text(Language::En));
        assert!(zh.contains("2023年达17.6") && zh.contains("2023年≥10") && !zh.contains("2023年 "), "{zh}");
        assert!(en.contains("2023: to 17.6"), "{en}");
    }

    #[test]
    fn lights_are_of_the_day_on_which_the_window_closed() {
        let ledger = Ledger::default();
        let (soon, late) = (day("2024-09-20"), day("2026-11-29"));
        let of = |today| sheet(&ledger, today, Language::Zh);
        assert!(of(soon).blocks == of(late).blocks);
        assert!(of(soon).masthead.words.ends_with("数据截至2024年9月5日，2024年9月20日汇总"));
        let before = of(day("2023-12-01"));
        assert!(before.blocks != of(soon).blocks, "the targets of 2023 are not due yet");
        assert!(before.masthead.words.ends_with("数据截至2023年12月1日"), "{}", before.masthead.words);
    }

    #[test]
    fn every_indicator_and_every_organisation_is_counted_once() {
        let plan = plan();
        let ledger = Ledger::new(crate::sample::until(&plan, day("2024-09-20")));
        let as_of = AsOf {
            plan: &plan,
            ledger: &ledger,
            today: day("2024-09-20"),
            offset: 480,
            language: Language::Zh,
        };
        let reports = Reports::of(as_of, month("2024-08"));
        let sum = reports.submitted + reports.accepted + reports.returned.len() + reports.missing.len();
        assert_eq!(sum, reports.owed);
        assert!(reports.owed > 0);
        let said = sheet(&ledger, day("2024-09-20"), Language::Zh).masthead.words;
        assert!(said.contains("均为虚构"), "{said}");
        assert!(!sheet(&Ledger::default(), day("2024-09-20"), Language::Zh).masthead.words.contains("虚构"));
        let document = model(as_of, month("2024-08"));
        assert!(!document.text().contains("2024 年 9 月"), "what came later is another sheet's");
        let Some(Block::Table(table)) = document.blocks.iter().find(|block| matches!(block, Block::Table(_)))
        else {
            panic!("no table");
        };
        assert_eq!(table.rows.len(), plan.indicators().count());
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        for id in reports.missing {
            assert!(document.text().contains(&plan.organisation_name(id, Language::Zh).words), "{id}");
        }
    }
}
