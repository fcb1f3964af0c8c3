//! The clerk's answers to problems: what is asked, what is refused, what a receipt carries, and what it comes to.

use super::*;
use crate::gate::{Door, Here, pass};
use crate::ledger::samples::august::{batch, day, month, morning, officer};
use crate::ledger::{BatchId, Entry};
use crate::page::month::dispatch::fill_in::{Asking, fill_in_batches, read_fill_in};
use crate::page::month::form::check::{Fault, Finding, Warning, What};
use crate::page::month::form::samples::plan;
use crate::page::month::form::{
    AnswerField, Draft, ProblemField, Sheet, Spot, check, entries as receipt, letter, preview, sent, sheet,
};
use crate::text::Language::{En, Zh};

fn at(writer: u64, index: u32) -> EntryId {
    EntryId { batch: BatchId { writer, sequence: 0 }, index }
}

fn problem(text: &str, until: Option<&str>) -> Said {
    Said::Problem { subject: None, text: text.into(), who: "李强".into(), until: until.map(day) }
}

fn step(of: EntryId, step: ProblemStep, text: &str) -> Said {
    Said::ProblemStep { of, step, text: text.into(), document: String::new() }
}

/// What the officer knows: two problems of 海城市, one of 台安县 that was handed to it, and one that is 台安县's.
fn officers() -> Ledger {
    let begun = [problem("缺地", Some("2024-09-30")), problem("缺人", None)];
    Ledger::new([
        batch(1, "2024-09-02", "haicheng", begun),
        batch(2, "2024-09-02", "taian", [problem("缺钱", Some("2024-10-31")), problem("别家的", None)]),
        officer(
            3,
            "2024-09-03",
            [
                step(at(2, 0), ProblemStep::Assigned { to: "haicheng".into(), until: None }, "请海城市办理"),
                step(at(1, 0), ProblemStep::SentBack, "佐证不足，请补照片"),
            ],
        ),
    ])
}

/// The form of a clerk whose device knows nothing but the link.
fn clerks(ledger: &Ledger, about: &str) -> Ledger {
    let asking = Asking {
        person: "李科".into(),
        id: BatchId { writer: 7, sequence: 3 },
        now: morning("2024-10-01"),
        offset: 480,
    };
    let batches = fill_in_batches(&plan(), ledger, "haicheng", month(about), &asking);
    Ledger::new(read_fill_in(&batches).expect("a fill-in link").last)
}

fn form(ledger: &Ledger, about: &str) -> Sheet {
    let today = Some(day("2024-10-02"));
    sheet(&plan(), ledger, "haicheng", month(about), today, Zh).expect("a form")
}

fn number(sheet: &Sheet, text: &str) -> String {
    let asked = sheet.asked_problems.iter().find(|one| one.text.words == text);
    asked.unwrap_or_else(|| panic!("{text}: {:?}", sheet.asked_problems)).number.clone()
}

fn answer(reply: Reply, text: &str, evidence: &str, until: &str) -> Answer {
    Answer {
        reply: Some(reply),
        text: text.into(),
        evidence: evidence.into(),
        until: until.into(),
        replaces: None,
    }
}

fn steps(entries: &[Entry]) -> Vec<&Entry> {
    entries.iter().filter(|entry| matches!(entry.said, Said::ProblemStep { .. })).collect()
}

/// Criterion 15: the link brings its open problems, with what the officer said last, and no other organisation's.
#[test]
fn the_link_brings_the_open_problems_of_the_organisation_and_no_others() {
    let sheet = form(&clerks(&officers(), "2024-09"), "2024-09");
    let asked: Vec<(&str, &str)> =
        sheet.asked_problems.iter().map(|one| (one.text.words.as_str(), one.about.as_str())).collect();
    assert_eq!(
        asked,
        [
            ("缺地", "退回整改，时限 2024-09-30"),
            ("缺人", "新增，时限未定"),
            ("缺钱", "新增，时限 2024-10-31")
        ]
    );
    let said = &sheet.asked_problems[0].said[0].words;
    assert_eq!(said, "退回整改：佐证不足，请补照片");
    let handed: Vec<&str> = sheet.asked_problems[2].said.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(handed, ["已交办：请海城市办理"], "what is asked of it");
    assert!(!format!("{sheet:?}").contains("李强"), "names of people stay away");
    assert_eq!(
        sent(&clerks(&officers(), "2024-09"), "haicheng", month("2024-09")),
        None,
        "nothing was sent by that"
    );
}

/// Criterion 15: the receipt carries the three answers under the names by which the officer knows the problems, and
/// nothing else of problems; the gate lets it in, and the problems stand as was said.
#[test]
fn the_receipt_carries_the_answers_and_the_officers_records_take_them_in() {
    let mut ledger = officers();
    let there = clerks(&ledger, "2024-09");
    let sheet = form(&there, "2024-09");
    let mut draft = Draft { person: "王工".into(), ..Draft::default() };
    *draft.answer_mut(&number(&sheet, "缺人")) = answer(Reply::CloseOut, "已招录", "录用通知", "");
    *draft.answer_mut(&number(&sheet, "缺地")) = answer(Reply::Answer, "照片已补", "", "");
    *draft.answer_mut(&number(&sheet, "缺钱")) = answer(Reply::MoreTime, "等待拨付", "", "2024-11-30");
    let made = receipt(&sheet, &draft).expect("no fault");
    let said: Vec<(EntryId, &str)> = steps(&made)
        .iter()
        .filter_map(|entry| match &entry.said {
            Said::ProblemStep { of, step, .. } => Some((*of, step.words(Zh))),
            _ => None,
        })
        .collect();
    assert_eq!(
        said,
        [(at(1, 0), "已答复"), (at(1, 1), "已签收"), (at(1, 1), "申请销号"), (at(2, 0), "申请延期")],
        "who asks to close out what is new has received it"
    );
    assert!(made.iter().all(|entry| !matches!(entry.said, Said::Problem { .. })));
    let batch = Batch { entries: made, month: month("2024-09"), ..batch(50, "2024-10-02", "haicheng", []) };
    let lines: Vec<String> = letter(&sheet, &batch, Zh);
    for line in [
        "缺人：申请销号；已招录；录用通知",
        "缺地：已答复；照片已补",
        "缺钱：申请延期至 2024-11-30；等待拨付",
    ] {
        assert!(lines.iter().any(|one| one == line), "{line} {lines:?}");
    }
    let here = Here { writer: 99, now: morning("2024-10-03") };
    let passed = pass(&plan(), &ledger, here, Door::Receipt, std::slice::from_ref(&batch));
    assert_eq!((passed.taken.len(), passed.apart.len(), passed.refused.len()), (1, 0, 0), "{passed:?}");
    ledger.add(batch);
    let steps = ledger.problem_steps();
    let life = |of| steps.life(of);
    assert_eq!(life(at(1, 1)).state, ProblemState::CloseOutAsked);
    assert_eq!(life(at(1, 0)).state, ProblemState::Underway);
    let asked = life(at(2, 0));
    assert_eq!(
        (asked.state, asked.asked.map(|asked| asked.until)),
        (ProblemState::New, Some(day("2024-11-30")))
    );
    assert_eq!(asked.due, Some(day("2024-10-31")), "nothing is changed before it is decided");
    assert!([at(1, 1), at(2, 0)].into_iter().all(|of| life(of).irregular.is_empty()));
}

/// Criteria 1 and 14: close-out without evidence, empty answers, no day, a day that is no later, no such day.
#[test]
fn what_proves_nothing_is_refused_at_its_field() {
    let sheet = form(&clerks(&officers(), "2024-09"), "2024-09");
    let of = |text: &str| number(&sheet, text);
    let due = day("2024-10-31");
    let cases: [(&str, Answer, AnswerField, Fault); 8] = [
        (
            "缺人",
            answer(Reply::CloseOut, "已招录", " ", ""),
            AnswerField::Evidence,
            Fault::CloseOutWithoutEvidence,
        ),
        ("缺人", answer(Reply::CloseOut, "", "通知", ""), AnswerField::Text, Fault::AnswerWithoutText),
        ("缺地", answer(Reply::Answer, " \u{3000}", "", ""), AnswerField::Text, Fault::AnswerWithoutText),
        ("缺钱", answer(Reply::MoreTime, "等待", "", ""), AnswerField::Until, Fault::NoDay),
        (
            "缺钱",
            answer(Reply::MoreTime, "等待", "", "2024-10-31"),
            AnswerField::Until,
            Fault::NotLater { due },
        ),
        ("缺钱", answer(Reply::MoreTime, "等待", "", "明年"), AnswerField::Until, Fault::NoSuchDate),
        ("缺钱", answer(Reply::MoreTime, "", "", "2024-11-30"), AnswerField::Text, Fault::AnswerWithoutText),
        (
            "缺人",
            answer(Reply::CloseOut, "已招录", &"字".repeat(crate::ledger::codec::MOST_LETTERS + 1), ""),
            AnswerField::Evidence,
            Fault::TooLong {
                letters: crate::ledger::codec::MOST_LETTERS + 1,
                most: crate::ledger::codec::MOST_LETTERS,
            },
        ),
    ];
    for (text, typed, field, fault) in cases {
        let mut draft = Draft::default();
        *draft.answer_mut(&of(text)) = typed;
        let wanted = Finding { spot: Spot::Answer(of(text), field), what: What::Fault(fault) };
        assert_eq!(check(&sheet, &draft), std::slice::from_ref(&wanted));
        for language in [Zh, En] {
            assert!(!crate::page::month::form::words::finding(language, &sheet, &wanted).is_empty());
        }
        assert!(receipt(&sheet, &draft).is_err());
    }
    // What is chosen no more is not sent, whatever was typed.
    let mut draft = Draft::default();
    *draft.answer_mut(&of("缺人")) =
        Answer { reply: None, ..answer(Reply::CloseOut, "已招录", "通知", "") };
    assert!(steps(&receipt(&sheet, &draft).expect("nothing is wrong")).is_empty());
}

/// What the officer checks or has put aside takes no answer; more time may be asked for while it is checked.
#[test]
fn only_what_the_table_allows_is_offered() {
    let with = |one: Option<ProblemStep>| {
        let steps = one.into_iter().map(|one| step(at(1, 1), one, "一句话"));
        let mut ledger = officers();
        ledger.add(officer(8, "2024-09-05", steps));
        let sheet = form(&clerks(&ledger, "2024-09"), "2024-09");
        sheet.asked_problems.iter().find(|one| one.text.words == "缺人").map(|one| one.replies.clone())
    };
    assert_eq!(with(None), Some(Reply::ALL.to_vec()));
    assert_eq!(with(Some(ProblemStep::CheckBegun)), Some(vec![Reply::MoreTime]));
    assert_eq!(with(Some(ProblemStep::Suspended)), None);
    assert_eq!(with(Some(ProblemStep::Closed)), None);
}

/// A receipt that is corrected says its answers again in the place of the earlier ones, and takes back what is chosen no
/// more; what the officer has dealt with stays.
#[test]
fn a_correction_says_the_answers_again_and_once() {
    let mut there = clerks(&officers(), "2024-09");
    let sheet = form(&there, "2024-09");
    let mut draft = Draft::default();
    *draft.answer_mut(&number(&sheet, "缺人")) = answer(Reply::CloseOut, "已招录", "录用通知", "");
    *draft.answer_mut(&number(&sheet, "缺地")) = answer(Reply::Answer, "照片已补", "", "");
    let made = receipt(&sheet, &draft).expect("no fault");
    let first = Batch { entries: made, month: month("2024-09"), ..batch(50, "2024-10-02", "haicheng", []) };
    there.add(first.clone());
    let mut again = sent(&there, "haicheng", month("2024-09")).expect("it was sent");
    let sheet = form(&there, "2024-09");
    assert_eq!(again.answers.len(), 2);
    again.answer_mut(&number(&sheet, "缺地")).reply = None;
    let made = receipt(&sheet, &again).expect("no fault");
    let replaced: Vec<bool> =
        made.iter().filter(|one| one.said != Said::Submission).map(|one| one.replaces.is_some()).collect();
    assert_eq!(replaced, [true, true], "{made:?}");
    assert!(preview(&sheet, &made, Zh).iter().all(|line| line.is_correction));
    let mut ledger = officers();
    ledger.add(first.clone());
    ledger.add(Batch { entries: made, month: month("2024-09"), ..batch(51, "2024-10-03", "haicheng", []) });
    let life = |of| ledger.problem_steps().life(of).state;
    assert_eq!((life(at(1, 1)), life(at(1, 0))), (ProblemState::CloseOutAsked, ProblemState::SentBack));
    // The officer has answered: it is not asked for again by a correction of something else.
    let mut answered = there.clone();
    answered.add(officer(60, "2024-10-04", [step(at(1, 1), ProblemStep::SentBack, "未到岗")]));
    let left = sent(&answered, "haicheng", month("2024-09")).expect("it was sent").answers;
    assert_eq!(left.len(), 1);
}

/// What was asked again after a return is received and asked by the table: nothing of it is out of order.
#[test]
fn a_returned_request_that_is_made_again_is_in_order() {
    let mut there = clerks(&officers(), "2024-09");
    let sheet = form(&there, "2024-09");
    let mut draft = Draft::default();
    *draft.answer_mut(&number(&sheet, "缺人")) = answer(Reply::CloseOut, "已招录", "录用通知", "");
    let of_period = |writer, on: &str, made| Batch {
        entries: made,
        month: month("2024-09"),
        ..batch(writer, on, "haicheng", [])
    };
    let first = of_period(50, "2024-10-02", receipt(&sheet, &draft).expect("no fault"));
    let back = officer(51, "2024-10-03", [Said::Return { of: first.id, reason: "写细".into() }]);
    let mut ledger = officers();
    for one in [first, back] {
        there.add(one.clone());
        ledger.add(one);
    }
    let mut again = sent(&there, "haicheng", month("2024-09")).expect("it was sent");
    let sheet = form(&there, "2024-09");
    again.answer_mut(&number(&sheet, "缺人")).text = "已招录两人".into();
    ledger.add(of_period(52, "2024-10-04", receipt(&sheet, &again).expect("no fault")));
    let steps = ledger.problem_steps();
    let life = steps.life(at(1, 1));
    assert_eq!((life.state, life.irregular.as_slice()), (ProblemState::CloseOutAsked, &[][..]));
}

/// What was typed about a problem that the sheet does not ask about any more keeps the receipt from being made until it is
/// taken out; what an earlier receipt said goes along as it was. Nothing is dropped without a word.
#[test]
fn an_answer_to_a_problem_that_is_not_asked_about_is_never_dropped_silently() {
    let with_link = form(&clerks(&officers(), "2024-09"), "2024-09");
    let number = number(&with_link, "缺人");
    let mut draft = Draft::default();
    *draft.answer_mut(&number) = answer(Reply::Answer, "正在招录", "", "");
    // The same form without the link: its own device knows nothing of the problem.
    let without = form(&Ledger::default(), "2024-09");
    assert!(without.asked_problems.is_empty());
    let wanted =
        Finding { spot: Spot::Answer(number.clone(), AnswerField::Text), what: What::Fault(Fault::NotAsked) };
    assert_eq!(check(&without, &draft), std::slice::from_ref(&wanted));
    assert!(receipt(&without, &draft).is_err());
    for language in [Zh, En] {
        assert!(!crate::page::month::form::words::finding(language, &without, &wanted).is_empty());
    }
    let kept: Vec<&str> = left(&without, &draft).map(|(number, _)| number).collect();
    assert_eq!(kept, [number.as_str()]);
    draft.answer_mut(&number).reply = None;
    assert_eq!(left(&without, &draft).count(), 0);
    assert!(steps(&receipt(&without, &draft).expect("taken out")).is_empty());
    // Of an earlier receipt it is said again, under the same name and in its place.
    let earlier = at(50, 3);
    *draft.answer_mut(&number) =
        Answer { replaces: Some(earlier), ..answer(Reply::CloseOut, "已招录", "录用通知", "") };
    let made = receipt(&without, &draft).expect("no fault");
    let again = steps(&made);
    assert_eq!(again.len(), 1, "{made:?}");
    assert_eq!(again[0].replaces, Some(earlier));
    assert!(matches!(again[0].said, Said::ProblemStep { of, .. } if of == at(1, 1)));
}

/// A new problem that reads like an open one is asked about: is it the same?
#[test]
fn a_problem_that_reads_like_an_open_one_is_asked_about() {
    let ledger = Ledger::new([batch(1, "2024-09-02", "haicheng", [problem("用地指标未落实", None)])]);
    let sheet = form(&clerks(&ledger, "2024-09"), "2024-09");
    let resembling = |text: &str, replaces| {
        let mut draft = Draft::default();
        let number = draft.add_problem();
        let typed = draft.problem_mut(number).expect("just added");
        (typed.text, typed.replaces) = (text.into(), replaces);
        let wanted = Finding {
            spot: Spot::Problem(number, ProblemField::Text),
            what: What::Warning(Warning::Resembles("用地指标未落实".into())),
        };
        let found = check(&sheet, &draft);
        assert!(receipt(&sheet, &draft).is_ok(), "it may be another one");
        found == [wanted]
    };
    for (text, is_alike) in [
        ("用地指标未落实", true),
        ("用地指标尚未落实", true),
        ("开发区用地指标没有落实", true),
        ("用地", false),
        ("技术经纪人不足", false),
        ("资金未落实", false),
    ] {
        assert_eq!(resembling(text, None), is_alike, "{text}");
    }
    assert!(!resembling("用地指标未落实", Some(at(1, 0))), "the same one in other words");
}

/// An answer that is taken back is told as an answer, and not as the problem.
#[test]
fn an_answer_that_is_taken_back_is_told_as_one() {
    let mut there = clerks(&officers(), "2024-09");
    let sheet = form(&there, "2024-09");
    let mut draft = Draft::default();
    *draft.answer_mut(&number(&sheet, "缺地")) = answer(Reply::Answer, "照片已补", "", "");
    let made = receipt(&sheet, &draft).expect("no fault");
    there.add(Batch { entries: made, month: month("2024-09"), ..batch(50, "2024-10-02", "haicheng", []) });
    let mut again = sent(&there, "haicheng", month("2024-09")).expect("it was sent");
    let sheet = form(&there, "2024-09");
    again.answer_mut(&number(&sheet, "缺地")).reply = None;
    let made = receipt(&sheet, &again).expect("no fault");
    let told: Vec<String> = preview(&sheet, &made, Zh)
        .iter()
        .map(|line| line.says.iter().map(|one| one.words.as_str()).collect())
        .collect();
    assert!(told.contains(&"撤回此前对一个问题的答复".to_owned()), "{told:?}");
    assert!(told.iter().all(|one| !one.contains("报的一个问题")), "{told:?}");
}

/// Drafts keep answers, and those of two tabs stay.
#[test]
fn a_draft_keeps_its_answers() {
    let mut draft = Draft::default();
    *draft.answer_mut("1.0.1") = answer(Reply::CloseOut, "已招录", "录用通知", "");
    assert!(!draft.is_blank() && draft.filled() == 1);
    assert_eq!(Draft::read(&draft.write()), Ok(draft.clone()));
    let mut theirs = Draft::default();
    *theirs.answer_mut("1.0.0") = answer(Reply::Answer, "照片已补", "", "");
    let both = crate::page::month::form::merged(&Draft::default(), &draft, &theirs);
    assert_eq!(both.answers.len(), 2);
}
