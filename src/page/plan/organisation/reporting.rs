//! How an organisation stands with the current period: what has come, and until when the rest is awaited.

use super::words;
use crate::ledger::{BatchId, Change, Ledger, Said};
use crate::plan::{Day, Month, PlanIndex};
use crate::route::Route;
use crate::standing::Completeness;
use crate::standing::Lit;
use crate::standing::duty::{self, ReportStatus};
use crate::standing::window;
use crate::text::{Language, Link, Text};

/// The report of the current period.
#[derive(Clone, Debug, PartialEq)]
pub struct Reporting {
    pub title: String,
    pub lit: Lit,
    pub sentence: String,
    /// Why it was returned.
    pub reason: Option<Text>,
    /// What counts of what it reported for the period; empty for nothing.
    pub counts: String,
    /// The form of the period.
    pub form: Link,
}

/// The report of an organisation that owes one; none for others.
pub fn reporting(
    plan: &PlanIndex,
    ledger: &Ledger,
    organisation: &str,
    today: Day,
    offset: i32,
    language: Language,
) -> Option<Reporting> {
    let owes = duty::reporters(plan).contains(&organisation);
    let month = duty::current(plan, today).filter(|_| owes)?;
    let report = duty::report(plan, ledger, organisation, month, today, offset);
    let missing = match report {
        ReportStatus::Submitted { .. } | ReportStatus::Accepted { .. } => {
            Completeness::in_ledger(plan, ledger, organisation, month).missing.len()
        }
        _ => 0,
    };
    let (light, word) = words::report_light(language, report, missing > 0);
    let route = Route::Form { organisation: organisation.to_owned(), month: Some(month) };
    let written = |batch: BatchId| ledger.batch(batch).map(|batch| batch.written.day(offset));
    Some(Reporting {
        title: words::report_title(language, month),
        lit: Lit { light, word },
        sentence: words::report_sentence(language, report, window::window(plan, ledger, month), written),
        reason: reason(ledger, report).map(|reason| Text::typed(reason, language)),
        counts: words::with_lacking(language, counts(ledger, organisation, month, language), missing),
        form: Link { text: Text::plain(words::of(language).form), href: route.href() },
    })
}

fn reason(ledger: &Ledger, report: ReportStatus) -> Option<&str> {
    let ReportStatus::Returned { batch, .. } = report else { return None };
    match &ledger.entry(ledger.verdict(batch)?)?.said {
        Said::Return { reason, .. } => Some(reason),
        _ => None,
    }
}

fn counts(ledger: &Ledger, organisation: &str, month: Month, language: Language) -> String {
    let (mut figures, mut stages, mut problems) = (0, 0, 0);
    let batches = ledger.of_month(month).filter(|batch| &*batch.organisation == organisation);
    for (id, entry) in batches.flat_map(|batch| batch.named()) {
        if ledger.change(id) != Some(Change::Shown) {
            continue;
        }
        match entry.said {
            Said::Actual { .. } => figures += 1,
            Said::Progress { .. } => stages += 1,
            Said::Problem { .. } => problems += 1,
            _ => {}
        }
    }
    words::report_counts(language, figures, stages, problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, batch, entry};
    use crate::ledger::{Batch, BatchId, Moment};

    fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the shipped plan")
    }

    fn said(ledger: &Ledger, today: &str, language: Language) -> Reporting {
        let today = Day::parse(today).unwrap();
        reporting(&plan(), ledger, "science-bureau", today, 480, language).unwrap()
    }

    fn sent(day: &str) -> Batch {
        let entries = [actual("alliances", "12"), actual("carriers", "20"), entry(Said::Submission)];
        let written = Moment::end_of(Day::parse(day).unwrap(), 480).0;
        batch(BatchId { writer: 1, sequence: 0 }, written, 8, entries)
    }

    #[test]
    fn before_in_and_after_the_window_the_sentence_gives_its_days() {
        let empty = Ledger::default();
        let at = |today| said(&empty, today, Language::Zh);
        assert_eq!((at("2024-09-03").lit.word, at("2024-09-03").title.as_str()), ("待报", "2024-08 填报"));
        assert!(at("2024-09-03").sentence.contains("2024-09-05 截止"), "{}", at("2024-09-03").sentence);
        assert_eq!((at("2024-09-20").lit.light, at("2024-09-20").counts.as_str()), ("missed", ""));
        assert_eq!(at("2024-09-20").form.href, "#/form/science-bureau?month=2024-08");
    }

    #[test]
    fn what_came_is_counted_and_what_was_returned_says_why() {
        let mut ledger = Ledger::new([sent("2024-09-06")]);
        let late = said(&ledger, "2024-09-07", Language::Zh);
        assert_eq!(
            (late.lit.word, late.counts.as_str()),
            ("已报，缺项", "已报 2 个完成值。本期须报的缺 34 项。")
        );
        assert!(late.sentence.contains("2024-09-06") && late.sentence.contains("迟报"), "{}", late.sentence);
        let of = BatchId { writer: 1, sequence: 0 };
        let back = Said::Return { of, reason: "缺附件".into() };
        ledger.add(batch(BatchId { writer: 2, sequence: 0 }, sent("2024-09-07").written.0, 8, [entry(back)]));
        let back = said(&ledger, "2024-09-08", Language::Zh);
        assert_eq!((back.lit.word, back.counts.as_str()), ("已退回", ""));
        assert_eq!(back.reason.unwrap().words, "缺附件");
    }

    #[test]
    fn who_owes_nothing_has_no_report_and_english_has_no_chinese() {
        let ledger = Ledger::new([sent("2024-09-03")]);
        let today = Day::parse("2024-09-04").unwrap();
        assert_eq!(reporting(&plan(), &ledger, "cas-shenyang", today, 480, Language::En), None);
        let en = said(&ledger, "2024-09-04", Language::En);
        assert!([&en.title, &en.sentence, &en.counts].iter().all(|words| words.is_ascii()), "{en:?}");
    }
}
