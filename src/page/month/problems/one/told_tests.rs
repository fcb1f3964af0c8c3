//! What the page of a problem tells of its life: as of a day, with every wording, paper and withdrawal.

use super::tests::{asked, at, ledger, shown, step};
use super::{Act, words};
use crate::ledger::kinds::ProblemStep;
use crate::ledger::samples::august::batch;
use crate::ledger::{Batch, Entry, Said};
use crate::text::Language::Zh;

/// Looked back at a day, the page shows and offers what held on it.
#[test]
fn what_was_done_later_is_not_on_the_page_of_a_day() {
    let ledger = ledger([
        (false, step(ProblemStep::Received, "")),
        (false, asked("照片")),
        (true, step(ProblemStep::Closed, "已批复")),
    ]);
    let on = |today: &str| {
        let page = shown(&ledger, today);
        (page.history.len(), page.acts.contains(&Act::Close), page.acts.contains(&Act::Reopen))
    };
    assert_eq!(on("2024-09-05"), (2, false, false));
    assert_eq!(on("2024-09-06"), (3, true, false));
    assert_eq!(on("2024-09-07"), (4, false, true));
}

/// Every paper is called what it is, and a wording in between is told as well.
#[test]
fn each_paper_is_called_what_it_is_and_each_wording_is_told() {
    let handed = Said::ProblemStep {
        of: at(1),
        step: ProblemStep::Assigned { to: "taian".into(), until: None },
        text: String::new(),
        document: "督办〔2024〕3号".into(),
    };
    let mut ledger = ledger([(true, handed)]);
    let anew = |writer, on: &str, of, text: &str| Batch {
        entries: vec![Entry {
            replaces: Some(at(of)),
            said: Said::Problem { subject: None, text: text.into(), who: "李强".into(), until: None },
        }],
        ..batch(writer, on, "haicheng", [])
    };
    ledger.add(anew(31, "2024-09-06", 1, "缺地 3 亩"));
    ledger.add(anew(32, "2024-09-07", 31, "缺地 5 亩"));
    ledger.add(batch(33, "2024-09-08", "taian", [asked("照片")]));
    let page = shown(&ledger, "2024-09-20");
    let told: Vec<(&str, &str, &str)> = page
        .history
        .iter()
        .map(|one| (one.typed.words.as_str(), one.document_is, one.document.words.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("用地指标未落实", "文件：", ""),
            ("", "文件：", "督办〔2024〕3号"),
            ("缺地 3 亩", "文件：", ""),
            ("缺地 5 亩", "文件：", ""),
            ("已办妥", "佐证：", "照片"),
        ]
    );
    let number =
        page.facts.iter().find(|(name, _)| *name == words::of(Zh).number).map(|(_, fact)| fact.clone());
    assert_eq!(
        number,
        Some(super::model::Fact::Words(crate::text::Text::plain("1.0.0"))),
        "it keeps its number"
    );
}

/// Criterion 10: one that was taken back is no page to act on, and its history stays.
#[test]
fn a_problem_that_was_taken_back_keeps_its_history() {
    let mut ledger =
        ledger([(true, step(ProblemStep::Assigned { to: "taian".into(), until: None }, "请办理"))]);
    let back = Entry { replaces: Some(at(1)), said: Said::Withdrawal { reason: "误报".into() } };
    ledger.add(Batch { entries: vec![back], ..batch(9, "2024-09-09", "haicheng", []) });
    let page = shown(&ledger, "2024-09-20");
    assert_eq!((page.lit.word, page.acts.len(), page.history.len()), ("由提出单位撤回", 0, 3));
    assert!(page.history[1].what.words.contains("台安县"), "{:?}", page.history[1].what);
    let last = &page.history[2];
    assert_eq!((last.what.words.as_str(), last.typed.words.as_str()), ("撤回此前的“问题”", "误报"));
    assert_eq!(page.history[0].marks, [crate::ledger::words::WITHDRAWN.zh]);
}
