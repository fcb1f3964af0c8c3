//! What was reported on a measure, project or milestone: stages, notes, lights set by judgement.

use super::{Body, Fact, Section, Subject, words};
use crate::ledger::{Found, Ledger, Said};
use crate::page::shared::recorded;
use crate::standing::{AsOf, Light};
use crate::text::{Cell, Column, Piece, Table, Text};
use std::cmp::Reverse;

/// The page with what was reported on its thing, if anything was.
pub fn with_progress(mut page: Subject, id: &str, as_of: AsOf) -> Subject {
    let mut said: Vec<Found> = about(as_of.ledger, id);
    said.retain(|found| found.batch.month <= as_of.today.month());
    if said.is_empty() {
        return page;
    }
    said.sort_by_key(|found| Reverse((found.batch.month, found.batch.written, found.id)));
    page.facts.splice(0..0, latest(id, as_of));
    page.sections.insert(0, section(&said, as_of));
    page
}

fn about<'a>(ledger: &'a Ledger, id: &str) -> Vec<Found<'a>> {
    let named =
        ledger.batches().flat_map(|batch| batch.named().map(move |(id, entry)| Found { id, batch, entry }));
    let speaks = |said: &Said| match said {
        Said::Progress { subject, .. } | Said::Judgement { subject, .. } => &**subject == id,
        _ => false,
    };
    named.filter(|found| speaks(&found.entry.said)).collect()
}

/// The latest stage with its month, who said it, and the note.
fn latest(id: &str, as_of: AsOf) -> Option<Fact> {
    let language = as_of.language;
    let (month, stage, found) = as_of.ledger.stage(id, as_of.today.month())?;
    let stage = recorded::stage(stage, language).word;
    let organisation = as_of.plan.organisation_name(&found.batch.organisation, language);
    let note = match &found.entry.said {
        Said::Progress { note, .. } if !note.is_empty() => Text::typed(note, language),
        _ => Text::default(),
    };
    let (open, close) = language.pick(("（", "）"), (" (", ")"));
    let comma = language.pick("，", ", ");
    let colon = if note.words.is_empty() { "" } else { language.pick("：", ": ") };
    let words = format!("{stage}{open}{month}{comma}{}{close}{colon}{}", organisation.words, note.words);
    // One string around names in another language is marked as a whole: better than not at all.
    let text = Text { words, language: organisation.language.or(note.language) };
    Some(Fact::text(words::of(language).progress, text))
}

fn section(said: &[Found], as_of: AsOf) -> Section {
    let words = words::of(as_of.language);
    Section {
        title: words.progress,
        note: String::new(),
        body: Body::Table(Table {
            caption: Text::plain(words.progress_caption),
            columns: vec![
                Column::text(words.period),
                Column::text(words.stage),
                Column::text(words.said),
                Column::text(words.became),
                Column::text(words.reported_by),
                Column::text(words.reported_on),
            ],
            rows: said.iter().map(|found| row(*found, as_of)).collect(),
        }),
    }
}

fn row(found: Found, as_of: AsOf) -> Vec<Cell> {
    let language = as_of.language;
    let (lit, note, is_judged) = match &found.entry.said {
        Said::Judgement { claim, reason, .. } => {
            (Some(recorded::lit(Light::from(*claim), language)), reason.as_str(), true)
        }
        Said::Progress { stage, note, .. } => (Some(recorded::stage(*stage, language)), note.as_str(), false),
        // Only these two speak of a thing that is no indicator; see `about`.
        _ => (None, "", false),
    };
    let light = lit.map(Piece::from);
    let judged = is_judged.then(|| Piece::Note(Text::plain(words::of(language).judged)));
    let note = if note.is_empty() { Cell::default() } else { Text::typed(note, language).into() };
    let became = as_of.ledger.change(found.id).map(|change| change.words(language));
    let person = Some(&found.batch.person).filter(|person| !person.is_empty());
    let person = person.map(|person| Piece::Note(Text::typed(person, language)));
    let organisation = as_of.plan.organisation_name(&found.batch.organisation, language);
    vec![
        Cell::plain(found.batch.month.to_string()),
        Cell { pieces: light.into_iter().chain(judged).collect() },
        note,
        became.map(Cell::plain).unwrap_or_default(),
        Cell { pieces: [Piece::Plain(organisation)].into_iter().chain(person).collect() },
        Cell::plain(found.batch.written.day(as_of.offset).to_string()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{batch, entry};
    use crate::ledger::{BatchId, Claim, EntryId, Stage};
    use crate::page::plan::measure;
    use crate::plan::{Day, PlanIndex};
    use crate::text::Language;

    fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the shipped plan")
    }

    fn progress(id: &str, stage: Stage, note: &str) -> Said {
        Said::Progress { subject: id.into(), stage, note: note.into() }
    }

    fn page(plan: &PlanIndex, id: &str, said: Vec<(u8, Said)>, language: Language) -> Subject {
        let ledger = Ledger::new((0..).zip(said).map(|(sequence, (month, said))| {
            let replaces = matches!(said, Said::Withdrawal { .. })
                .then_some(EntryId { batch: BatchId { writer: 1, sequence: 1 }, index: 0 });
            let said = crate::ledger::Entry { replaces, ..entry(said) };
            batch(BatchId { writer: 1, sequence }, 1_725_000_000 + u64::from(sequence), month, [said])
        }));
        let today = Day::parse("2024-09-03").expect("a day");
        let as_of = AsOf { plan, ledger: &ledger, today, offset: 480, language };
        with_progress(measure::model(plan, id, language).expect("the page"), id, as_of)
    }

    fn rows(page: &Subject) -> Vec<String> {
        let Body::Table(table) = &page.sections[0].body else { panic!("{:?}", page.sections[0]) };
        let words = |piece: &Piece| match piece {
            Piece::Plain(text) | Piece::Note(text) | Piece::Count { text, .. } => text.words.clone(),
            Piece::Link(link) => link.text.words.clone(),
            Piece::Light { light, word } => format!("{light}:{word}"),
        };
        let cell = |cell: &Cell| cell.pieces.iter().map(words).collect::<Vec<_>>().join(" ");
        table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("|")).collect()
    }

    #[test]
    fn the_latest_stage_stands_first_with_month_who_and_note() {
        let plan = plan();
        let id = plan.measures().next().expect("a measure").item.id.clone();
        let said = vec![
            (6, progress(&id, Stage::NotStarted, "")),
            (8, progress(&id, Stage::Underway, "已挂网")),
            (
                8,
                Said::Judgement {
                    subject: id.as_str().into(),
                    claim: Claim::Amber,
                    reason: "进度偏慢".into(),
                },
            ),
            (11, progress(&id, Stage::Done, "还没到的月份")),
        ];
        let page = page(&plan, &id, said, Language::Zh);
        assert_eq!(page.facts[0].text.words, "推进中（2024-08，市科技局）：已挂网");
        assert_eq!(
            rows(&page),
            [
                "2024-08|amber:偏慢 人工判灯|进度偏慢|有效|市科技局 王工|2024-08-30",
                "2024-08|underway:推进中|已挂网|有效|市科技局 王工|2024-08-30",
                "2024-06|none:未启动||有效|市科技局 王工|2024-08-30",
            ]
        );
    }

    #[test]
    fn a_withdrawn_stage_is_listed_and_not_the_latest() {
        let plan = plan();
        let id = plan.measures().next().expect("a measure").item.id.clone();
        let said = vec![
            (6, progress(&id, Stage::Underway, "")),
            (7, progress(&id, Stage::Done, "")),
            (7, Said::Withdrawal { reason: "报早了".into() }),
        ];
        let page = page(&plan, &id, said, Language::Zh);
        assert!(page.facts[0].text.words.starts_with("推进中（2024-06"), "{:?}", page.facts[0]);
        assert!(rows(&page)[0].contains("met:已完成||已撤回"), "{:?}", rows(&page));
    }

    #[test]
    fn without_reports_the_page_is_the_plans() {
        let plan = plan();
        let id = plan.measures().next().expect("a measure").item.id.clone();
        let bare = measure::model(&plan, &id, Language::En).expect("the page");
        assert_eq!(page(&plan, &id, vec![(6, progress("other", Stage::Done, ""))], Language::En), bare);
    }
}
