use super::*;
use crate::ledger::samples::{actual, entry};
use crate::ledger::{Batch, BatchId, Ledger, Report, Stage};
use crate::page::month::form::samples::{LEAD, lead, ledger, month, plan, told, typed};
use crate::page::month::form::{Choice, preview, sheet};
use crate::plan::{Day, Quantity};
use crate::text::Language::{En, Zh};

fn value(text: &str) -> Report {
    Report::Value(Quantity::parse(text).unwrap())
}

#[test]
fn only_what_was_filled_in_is_written_down_and_the_submission_last() {
    let sheet = lead(&ledger(), "2024-08", Zh);
    let mut draft = typed(&[("contract-value", "１３，５００"), ("gazelles", " ")]);
    draft.figure_mut("contract-value").note = " 含两份大额合同 ".into();
    draft.figure_mut("relocation-teams").choice = Choice::NothingToReport;
    draft.figure_mut("provincial-platforms").choice = Choice::NoChange;
    draft.figure_mut("conversion-rate").choice = Choice::NotYetPublished;
    draft.figure_mut("of-another-form").text = "1".into();
    let measure = sheet.measures[0].id.clone();
    draft.step_mut(&measure).stage = Some(Stage::Underway);
    draft.add_problem();
    let number = draft.add_problem();
    let problem = draft.problem_mut(number).unwrap();
    (problem.text, problem.who, problem.until) = ("缺场地".into(), "张三".into(), "2024年9月30日".into());
    problem.subject = Some("contract-value".into());
    let said: Vec<Said> = entries(&sheet, &draft).unwrap().into_iter().map(|entry| entry.said).collect();
    let reported = |id: &str, report, note: &str| Said::Actual {
        indicator: id.into(),
        district: None,
        report,
        evidence: String::new(),
        note: note.into(),
    };
    let expected = [
        reported("contract-value", value("13500"), "含两份大额合同"),
        reported("provincial-platforms", Report::NoChange, ""),
        reported("conversion-rate", Report::NotYetPublished, ""),
        reported("relocation-teams", Report::NothingToReport, ""),
        Said::Progress { subject: measure.as_str().into(), stage: Stage::Underway, note: String::new() },
        Said::Problem {
            subject: Some("contract-value".into()),
            text: "缺场地".into(),
            who: "张三".into(),
            until: Day::parse("2024-09-30"),
        },
        Said::Submission,
    ];
    assert_eq!(said, expected);
}

#[test]
fn an_empty_form_is_a_receipt_that_says_only_that() {
    let sheet = lead(&ledger(), "2024-08", Zh);
    let all = entries(&sheet, &Draft::default()).unwrap();
    assert_eq!(all, [entry(Said::Submission)]);
}

/// A stage that nobody touched is reported as it was; without an earlier report nothing is made up, and what
/// was done before is not told again.
#[test]
fn a_stage_that_nobody_touched_is_reported_as_it_was() {
    let mut ledger = ledger();
    let stage = |id: &str, stage| entry(Said::Progress { subject: id.into(), stage, note: String::new() });
    let before = [stage("platform-system", Stage::Underway), stage("laboratory-reorganised", Stage::Done)];
    ledger.add(told(4, "2024-07", before));
    let sheet = lead(&ledger, "2024-08", Zh);
    let mut draft = Draft::default();
    draft.step_mut("platform-system").note = "按期推进".into();
    let all = entries(&sheet, &draft).unwrap();
    let said =
        Said::Progress {
            subject: "platform-system".into(), stage: Stage::Underway, note: "按期推进".into()
        };
    assert_eq!(all, [entry(said), entry(Said::Submission)]);
}

#[test]
fn a_district_reports_its_own_share() {
    let plan = plan();
    let sheet = sheet(&plan, &ledger(), "haicheng", month("2024-09"), None, Zh).unwrap();
    let all = entries(&sheet, &typed(&[("alliances", "2")])).unwrap();
    assert!(matches!(&all[0].said, Said::Actual { district: Some(id), .. } if &**id == "haicheng"));
}

#[test]
fn a_fault_stands_in_the_way_and_a_warning_does_not() {
    let sheet = lead(&ledger(), "2024-08", Zh);
    assert!(entries(&sheet, &typed(&[("technologies-mastered", "1")])).is_ok());
    let faults =
        entries(&sheet, &typed(&[("technologies-mastered", "1"), ("contract-value", "多")])).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
}

#[test]
fn a_correction_replaces_what_the_organisation_said_before() {
    let mut ledger = ledger();
    let progress =
        |stage| entry(Said::Progress { subject: "platform-system".into(), stage, note: String::new() });
    let first = told(
        5,
        "2024-08",
        [actual("contract-value", "13"), progress(Stage::Underway), actual("gazelles", "9")],
    );
    let id = first.id;
    ledger.add(first);
    let sheet = lead(&ledger, "2024-08", Zh);
    let mut draft = typed(&[("contract-value", "14"), ("gazelles", "9")]);
    draft.figure_mut("contract-value").note = "更正".into();
    draft.step_mut("platform-system").stage = Some(Stage::Done);
    let all = entries(&sheet, &draft).unwrap();
    let replaced: Vec<_> = all.iter().map(|entry| entry.replaces.map(|id| id.index)).collect();
    assert_eq!(replaced, [Some(0), None, Some(1), None]);
    // The ledger shows the correction, whichever comes first.
    let second = Batch { id: BatchId { writer: 1, sequence: 6 }, entries: all, ..told(6, "2024-08", []) };
    for order in
        [[ledger.batch(id).unwrap().clone(), second.clone()], [second, ledger.batch(id).unwrap().clone()]]
    {
        let folded = Ledger::new(order);
        let shown = crate::standing::meaning::figures(
            crate::plan::Basis::Stock,
            &folded.actuals("contract-value")[&None],
        );
        assert_eq!(shown[&month("2024-08")], Quantity::parse("14").unwrap());
    }
}

#[test]
fn what_another_organisation_said_is_not_replaced_by_name() {
    let mut ledger = ledger();
    let other = Batch {
        organisation: "finance-bureau".into(),
        ..told(5, "2024-08", [actual("contract-value", "13")])
    };
    ledger.add(other);
    let sheet = lead(&ledger, "2024-08", Zh);
    let mut draft = typed(&[("contract-value", "14")]);
    assert!(entries(&sheet, &draft).is_err());
    draft.figure_mut("contract-value").note = "以统计口径为准".into();
    assert_eq!(entries(&sheet, &draft).unwrap()[0].replaces, None);
}

#[test]
fn a_problem_told_before_is_replaced_or_taken_back_and_never_doubled() {
    let mut ledger = ledger();
    let problem = |text: &str| {
        entry(Said::Problem { subject: None, text: text.into(), who: String::new(), until: None })
    };
    let first = told(5, "2024-08", [problem("一"), problem("二"), entry(Said::Submission)]);
    let mut draft = Draft::from_batch(&first);
    ledger.add(first);
    let sheet = lead(&ledger, "2024-08", Zh);
    draft.problem_mut(0).unwrap().text = "一，已在办".into();
    draft.remove_problem(1);
    let all = entries(&sheet, &draft).unwrap();
    ledger.add(Batch { id: BatchId { writer: 2, sequence: 0 }, entries: all, ..told(6, "2024-08", []) });
    let shown: Vec<&str> =
        ledger.problems(month("2024-08")).iter().map(|found| found.entry.said.words()[0]).collect();
    assert_eq!(shown, ["一，已在办"]);
    assert_eq!(sheet.earlier.as_ref().map(|earlier| earlier.is_returned), Some(false));
}

#[test]
fn one_tap_fills_what_is_empty_and_nothing_else() {
    let mut ledger = ledger();
    let done =
        Said::Progress { subject: "laboratory-reorganised".into(), stage: Stage::Done, note: String::new() };
    ledger.add(told(4, "2024-07", [entry(done)]));
    let sheet = lead(&ledger, "2024-08", Zh);
    let mut draft = typed(&[("contract-value", "13")]);
    draft.fill_as_last_month(&sheet);
    let choice = |draft: &Draft, id: &str| draft.figures.get(id).map(|one| (one.choice, one.text.clone()));
    assert_eq!(choice(&draft, "contract-value"), Some((Choice::Value, "13".into())));
    assert_eq!(choice(&draft, "technology-smes"), Some((Choice::NoChange, String::new())));
    // Nothing before it, and a count that began anew since.
    assert_eq!(choice(&draft, "foreign-professionals"), None);
    assert_eq!(choice(&draft, "new-platforms"), None);
    // Stages are as they were without a tap.
    assert!(draft.steps.is_empty());
    draft.fill_nothing(&sheet);
    assert_eq!(choice(&draft, "foreign-professionals"), Some((Choice::NothingToReport, String::new())));
    assert_eq!(choice(&draft, "technology-smes"), Some((Choice::NoChange, String::new())));
    // Not due in August.
    assert_eq!(choice(&draft, "high-tech-enterprises"), None);
    assert!(entries(&sheet, &draft).is_ok());
}

#[test]
fn the_preview_says_every_line_of_the_receipt() {
    for (language, figure, nothing) in [(Zh, "13 亿元", "零报告"), (En, "¥1.3 billion", "nothing to report")]
    {
        let sheet = lead(&ledger(), "2024-08", language);
        let mut draft = typed(&[("contract-value", "13")]);
        draft.figure_mut("relocation-teams").choice = Choice::NothingToReport;
        let number = draft.add_problem();
        draft.problem_mut(number).unwrap().text = "no room".into();
        let lines = preview(&sheet, &entries(&sheet, &draft).unwrap(), language);
        let says: Vec<String> =
            lines.iter().map(|line| line.says.iter().map(|text| text.words.as_str()).collect()).collect();
        assert_eq!((says.len(), says[0].as_str(), says[1].as_str()), (3, figure, nothing));
        assert!(says[2].ends_with("no room"), "{says:?}");
    }
    assert_eq!(lead(&ledger(), "2024-08", Zh).organisation, LEAD);
}

/// An earlier month calls a measure done after a stage was chosen for it here: the stage is sent all the same, though
/// nothing is asked; an own statement can still be corrected, and nothing else comes back.
#[test]
fn what_was_typed_of_a_measure_that_is_let_go_meanwhile_is_sent() {
    let mut ledger = ledger();
    let before = lead(&ledger, "2024-08", Zh);
    let measure = before.measures[0].id.clone();
    let said = |stage| Said::Progress { subject: measure.as_str().into(), stage, note: String::new() };
    let mut draft = Draft::default();
    draft.step_mut(&measure).stage = Some(Stage::Underway);
    draft.step_mut(&measure).note = "仍在扫尾".into();
    let problem = draft.add_problem();
    draft.problem_mut(problem).unwrap().text = "缺场地".into();
    draft.problem_mut(problem).unwrap().subject = Some(measure.clone());
    let sent = entries(&before, &draft).unwrap();
    assert_eq!(sent.len(), 3);
    ledger.add(told(2, "2024-06", [entry(said(Stage::Done))]));
    let after = lead(&ledger, "2024-08", Zh);
    assert_eq!(entries(&after, &draft).unwrap(), sent);
    let shows = |sheet: &Sheet, draft: &Draft| sheet.shown(draft).any(|one| one.id == measure);
    assert!(shows(&after, &draft) && !shows(&after, &Draft::default()));
    assert!(after.staged().all(|one| one.id != measure));
    let count = |sheet: &Sheet, draft: &Draft| crate::page::month::form::progress(sheet, draft, Zh);
    let (asked, now) = (count(&before, &Draft::default()).asked, count(&after, &draft));
    assert_eq!((now.asked, now.missing, now.filled), (asked - 1, asked - 1, 2));
    let mut filled = Draft::default();
    filled.fill_as_last_month(&after);
    assert!(!shows(&after, &filled), "filling in one go brings nothing back");
    // What the organisation has said of the period stays on the form and is corrected by name.
    ledger.add(told(3, "2024-08", [entry(said(Stage::Underway))]));
    let again = lead(&ledger, "2024-08", Zh);
    assert!(shows(&again, &Draft::default()));
    draft.step_mut(&measure).stage = Some(Stage::Done);
    let corrected = entries(&again, &draft).unwrap();
    let own = EntryId { batch: BatchId { writer: 1, sequence: 3 }, index: 0 };
    assert!(corrected.iter().any(|one| one.replaces == Some(own)), "{corrected:?}");
}
