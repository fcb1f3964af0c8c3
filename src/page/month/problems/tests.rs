//! The list over months of reports, and what the steps of a problem change of it.

use crate::ledger::kinds::ProblemStep;
use crate::ledger::samples::august::{batch, day, month, officer, plan};
use crate::ledger::{Batch, Entry, EntryId, Ledger, Said};
use crate::page::plan::subject::problems::section;
use crate::page::plan::task;
use crate::page::shared::problems::{About, MOST_ON_OVERVIEW, Problems, brief, list};
use crate::plan::PlanIndex;
use crate::standing::AsOf;
use crate::standing::problems::problems;
use crate::text::Language::{self, En, Zh};

fn problem(subject: Option<&str>, text: &str, until: Option<&str>) -> Said {
    let until = until.map(day);
    Said::Problem { subject: subject.map(Into::into), text: text.into(), who: "李强".into(), until }
}

/// A step of each of the entries, as an act on the page writes it.
fn step(ids: &[EntryId], step: ProblemStep, text: &str, document: &str) -> Vec<Said> {
    let said = |of: &EntryId| Said::ProblemStep {
        of: *of,
        step: step.clone(),
        text: text.into(),
        document: document.into(),
    };
    ids.iter().map(said).collect()
}

fn ids(ledger: &Ledger, today: &str) -> Vec<EntryId> {
    let all = problems(ledger, day(today).month());
    all.into_iter().next().expect("a problem").ids
}

fn as_of<'a>(plan: &'a PlanIndex, ledger: &'a Ledger, today: &str, language: Language) -> AsOf<'a> {
    AsOf { plan, ledger, today: day(today), offset: 480, language }
}

fn of(text: &str, batch: Batch) -> Batch {
    Batch { month: month(text), ..batch }
}

fn shown(ledger: &Ledger, today: &str, about: About) -> Problems {
    list(as_of(&plan(), ledger, today, Zh), about)
}

/// walk a3: what, whose, until when, overdue by how many days, since when; those without a day first, then overdue ones.
#[test]
fn a_problem_is_listed_with_whose_it_is_and_how_long_it_is_overdue() {
    let ledger = Ledger::new([
        batch(1, "2024-09-04", "haicheng", [problem(None, "用地指标未落实", None)]),
        batch(
            2,
            "2024-09-04",
            "tax-bureau",
            [problem(Some("alliances"), "数据接口未通", Some("2024-09-30"))],
        ),
        batch(3, "2024-09-04", "taian", [problem(None, "资金缺口", Some("2024-09-10"))]),
        of("2024-06", batch(4, "2024-07-04", "taian", [problem(None, "设备未到货", Some("2024-08-31"))])),
    ]);
    let found = shown(&ledger, "2024-09-12", About::Everything);
    assert_eq!(found.summary, "4 个未解决，其中 2 个逾期");
    let rows: Vec<_> = found
        .open
        .iter()
        .map(|row| (row.text.text.words.as_str(), row.state.as_str(), row.lit.light, row.since.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("用地指标未落实", "", "underway", "2024年8月"),
            ("设备未到货", "逾期 12 天", "red", "2024年6月"),
            ("资金缺口", "逾期 2 天", "red", "2024年8月"),
            ("数据接口未通", "还有 18 天", "underway", "2024年8月"),
        ]
    );
    let first = &found.open[3];
    assert_eq!((first.organisation.text.words.as_str(), first.who.words.as_str()), ("市国税局", "李强"));
    assert_eq!(first.subject.as_ref().unwrap().href, "#/indicator/alliances");
    assert_eq!((first.receipt, found.open[0].until.as_str()), ("所在回执未接收", "未定"));
}

/// walk a3: on the pages of its organisation, its indicator and its task too, in the same words.
#[test]
fn a_problem_stands_on_the_pages_of_its_organisation_and_its_task() {
    let plan = plan();
    let task = plan.tasks().find(|(_, task)| task.indicators.iter().any(|one| one.id == "alliances"));
    let task = task.expect("the task").1.id.clone();
    let measure = plan.measures().next().expect("a measure").item.id.clone();
    let ledger = Ledger::new([batch(
        1,
        "2024-09-04",
        "haicheng",
        [
            problem(Some("alliances"), "甲", None),
            problem(Some(&measure), "乙", None),
            problem(None, "丙", None),
        ],
    )]);
    let texts = |about| -> Vec<String> {
        let all = shown(&ledger, "2024-09-12", about);
        all.open.into_iter().map(|row| row.text.text.words).collect()
    };
    let mut everything = texts(About::Everything);
    everything.sort();
    assert_eq!(everything, ["丙", "乙", "甲"]);
    assert_eq!(texts(About::Organisation("haicheng")).len(), 3);
    assert_eq!(texts(About::Organisation("taian")), Vec::<String>::new());
    assert_eq!(texts(About::Things(&["alliances"])), ["甲"]);
    let of_task = task::things(&plan, &task);
    assert_eq!(texts(About::Things(&of_task)), ["甲"]);
    let measures = [measure.as_str()];
    assert_eq!(texts(About::Things(&measures)), ["乙"]);
}

/// walk a3: what was returned is not forgotten; once it is said again, that one is shown.
#[test]
fn a_problem_of_a_returned_report_stays_until_it_is_said_again() {
    let sent = batch(1, "2024-09-04", "haicheng", [problem(None, "用地", None), Said::Submission]);
    let mut ledger = Ledger::new([sent.clone()]);
    ledger.add(officer(2, "2024-09-05", [Said::Return { of: sent.id, reason: "写细".into() }]));
    let receipts = |ledger: &Ledger| -> Vec<(String, &'static str)> {
        let all = shown(ledger, "2024-09-12", About::Everything).open;
        all.into_iter().map(|row| (row.text.text.words, row.receipt)).collect()
    };
    assert_eq!(receipts(&ledger), [("用地".into(), "所在回执已退回")]);
    // A correction that leaves it out does not make it go away.
    let mut without = ledger.clone();
    without.add(batch(3, "2024-09-06", "haicheng", [Said::Submission]));
    assert_eq!(receipts(&without), [("用地".into(), "所在回执已退回")]);
    // Nor does another problem of the same unit and period.
    let mut other = ledger.clone();
    other.add(batch(6, "2024-09-06", "haicheng", [problem(None, "缺人", None), Said::Submission]));
    assert_eq!(receipts(&other), [("用地".into(), "所在回执已退回"), ("缺人".into(), "所在回执未接收")]);
    // In the same words, or as a correction in other words, it is one problem.
    let mut same = ledger.clone();
    same.add(batch(7, "2024-09-06", "haicheng", [problem(None, "用地", None), Said::Submission]));
    assert_eq!(receipts(&same), [("用地".into(), "所在回执未接收")]);
    let mut again = batch(4, "2024-09-06", "haicheng", [problem(None, "用地指标 3 亩未批", None)]);
    again.entries[0].replaces = Some(EntryId { batch: sent.id, index: 0 });
    ledger.add(again.clone());
    assert_eq!(receipts(&ledger), [("用地指标 3 亩未批".into(), "所在回执未接收")]);
    ledger.add(officer(5, "2024-09-07", [Said::Acceptance { of: again.id }]));
    assert_eq!(receipts(&ledger), [("用地指标 3 亩未批".into(), "")]);
}

/// walk a3: reported month after month it is one problem, as old as its first report.
#[test]
fn a_problem_reported_again_is_one_problem_since_its_first_month() {
    let says = |writer, about: &str, on: &str| {
        of(about, batch(writer, on, "taian", [problem(None, "资金缺口", None)]))
    };
    let ledger = Ledger::new([says(1, "2024-06", "2024-07-04"), says(2, "2024-07", "2024-08-04")]);
    let found = shown(&ledger, "2024-09-12", About::Everything);
    assert_eq!((found.open.len(), found.open[0].since.as_str()), (1, "2024年6月"));
    assert_eq!(ids(&ledger, "2024-09-12").len(), 2);
    // The other unit's problem of the same words is its own.
    let mut other = ledger.clone();
    other.add(batch(3, "2024-09-04", "haicheng", [problem(None, "资金缺口", None)]));
    assert_eq!(shown(&other, "2024-09-12", About::Everything).open.len(), 2);
}

/// walk a3: closed with a sentence (销号), found again folded; opened again with a reason, or by a later report.
#[test]
fn a_problem_is_closed_with_a_sentence_and_opened_again() {
    let says = |writer, about: &str, on: &str| {
        of(about, batch(writer, on, "taian", [problem(None, "资金缺口", None)]))
    };
    let mut ledger = Ledger::new([says(1, "2024-06", "2024-07-04"), says(2, "2024-07", "2024-08-04")]);
    let ids = ids(&ledger, "2024-09-12");
    ledger.add(officer(3, "2024-09-10", step(&ids, ProblemStep::Closed, "已拨付", "鞍财〔2024〕8号")));
    let found = shown(&ledger, "2024-09-12", About::Everything);
    assert_eq!((found.open.len(), found.summary.as_str()), (0, "没有未解决的问题，已销号 1 个"));
    let row = &found.closed[0];
    assert_eq!(row.closing.as_ref().unwrap().words, "2024-09-10 李科销号：已拨付（鞍财〔2024〕8号）");
    assert_eq!((row.lit.word, row.state.as_str()), ("已销号", ""));
    let mut again = ledger.clone();
    again.add(officer(4, "2024-09-11", step(&ids, ProblemStep::Reopened, "款未到账", "")));
    assert_eq!(shown(&again, "2024-09-12", About::Everything).open.len(), 1);
    ledger.add(says(5, "2024-08", "2024-09-11"));
    let found = shown(&ledger, "2024-09-12", About::Everything);
    assert_eq!((found.open.len(), found.closed.len()), (1, 1), "what is reported again is open again");
}

/// walk a3: one that was taken back by whoever reported it is gone; one whose words were deleted is still there.
#[test]
fn a_problem_that_was_taken_back_is_gone_and_one_without_words_stays() {
    let sent =
        batch(1, "2024-09-04", "haicheng", [problem(None, "误报", None), problem(None, "电话 138", None)]);
    let id = |index| EntryId { batch: sent.id, index };
    let mut ledger = Ledger::new([sent.clone()]);
    let back = Entry { replaces: Some(id(0)), said: Said::Withdrawal { reason: "误报".into() } };
    ledger.add(Batch { entries: vec![back], ..batch(2, "2024-09-05", "haicheng", []) });
    ledger.add(officer(3, "2024-09-06", [Said::Redaction { of: id(1) }]));
    let open = shown(&ledger, "2024-09-12", About::Everything).open;
    assert_eq!(open.iter().map(|row| row.text.text.words.as_str()).collect::<Vec<_>>(), ["（文字已删除）"]);
}

/// walk a3: the overview names the most urgent and says how many more there are.
#[test]
fn the_overview_has_the_most_urgent_and_the_way_to_the_rest() {
    let all = (1..=9).map(|at| {
        batch(
            at,
            "2024-09-04",
            "haicheng",
            [problem(None, &format!("第 {at} 个"), Some(&format!("2024-09-0{at}")))],
        )
    });
    let ledger = Ledger::new(all);
    let plan = plan();
    let (title, rows) = brief(as_of(&plan, &ledger, "2024-09-08", Zh));
    assert_eq!(title, "问题清单：9\u{a0}个未解决，其中\u{a0}7\u{a0}个逾期");
    assert_eq!(rows.len(), MOST_ON_OVERVIEW + 1);
    assert_eq!(rows[0].sentence, "海城市，逾期 7 天：");
    assert_eq!(rows[0].quoted.as_ref().unwrap().words, "第 1 个");
    assert_eq!(rows.last().unwrap().sentence, "另有 7 个，见问题清单");
    let ways: Vec<&str> = rows.iter().map(|row| row.href.as_str()).collect();
    assert_eq!(ways, ["#/problem/1.0.0", "#/problem/2.0.0", "#/problems"]);
    // One that is first because nobody has said until when says so.
    let mut without = ledger.clone();
    without.add(batch(20, "2024-09-04", "taian", [problem(None, "没有时限", None)]));
    let (_, rows) = brief(as_of(&plan, &without, "2024-09-08", Zh));
    assert_eq!(rows[0].sentence, "台安县，未明确时限：");
    assert_eq!(brief(as_of(&plan, &Ledger::default(), "2024-09-08", Zh)), (String::new(), vec![]));
}

#[test]
fn english_has_no_chinese_of_its_own() {
    let text = include_str!("../../../../tests/plans/harbour-city.json");
    let plan = crate::plan::read::from_json(text).expect("the second plan");
    let who = plan.organisations[0].id.clone();
    let said = [problem(None, "late delivery", Some("2024-08-01")), problem(None, "no land", None)];
    let sent = batch(
        1,
        "2024-09-04",
        &who,
        said.into_iter().map(|said| match said {
            Said::Problem { subject, text, until, .. } => {
                Said::Problem { subject, text, who: "J. Doe".into(), until }
            }
            other => other,
        }),
    );
    let mut ledger = Ledger::new([Batch { person: "A. Roe".into(), ..sent }]);
    let (mut page, ids) = {
        let as_of = as_of(&plan, &ledger, "2024-09-08", En);
        let all = About::Everything;
        let page = format!("{:?} {:?} {:?}", list(as_of, all), brief(as_of), section(as_of, all));
        (page, problems(&ledger, day("2024-09-08").month())[0].ids.clone())
    };
    let closed = step(&ids, ProblemStep::Closed, "delivered", "");
    ledger.add(Batch { person: "A. Roe".into(), ..officer(2, "2024-09-07", closed) });
    page.push_str(&format!("{:?}", list(as_of(&plan, &ledger, "2024-09-08", En), About::Everything)));
    let han = page.chars().find(|c| ('\u{3000}'..='\u{9fff}').contains(c));
    assert_eq!(han, None, "{page}");
}
