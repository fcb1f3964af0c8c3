//! What can be done with a problem and what is refused; the page that tells of it.

use super::*;
use crate::ledger::codec::MOST_LETTERS;
use crate::ledger::kinds::{ProblemState, ProblemStep};
use crate::ledger::samples::august::{batch, day, officer, plan};
use crate::ledger::{Batch, BatchId, Entry, EntryId, Ledger, Moment, Said};
use crate::plan::PlanIndex;
use crate::standing::AsOf;
use crate::standing::problems::{Problem, problem};
use crate::text::Language::{self, En, Zh};

const SIGNER: Signer = Signer { organisation: "science-bureau", person: "李科" };

pub(super) fn at(writer: u64) -> EntryId {
    EntryId { batch: BatchId { writer, sequence: 0 }, index: 0 }
}

fn reported(subject: Option<&str>, until: Option<&str>) -> Said {
    Said::Problem {
        subject: subject.map(Into::into),
        text: "用地指标未落实".into(),
        who: "李强".into(),
        until: until.map(day),
    }
}

pub(super) fn step(step: ProblemStep, text: &str) -> Said {
    Said::ProblemStep { of: at(1), step, text: text.into(), document: String::new() }
}

pub(super) fn asked(evidence: &str) -> Said {
    step(ProblemStep::CloseOutAsked { evidence: evidence.into() }, "已办妥")
}

/// A problem of 海城市 with steps, each on a day of September by a writer of its own.
pub(super) fn ledger(steps: impl IntoIterator<Item = (bool, Said)>) -> Ledger {
    let begun = batch(1, "2024-09-04", "haicheng", [reported(None, Some("2024-09-30"))]);
    let steps = steps.into_iter().zip(5..).map(|((is_officer, said), on)| {
        let date = format!("2024-09-{on:02}");
        if is_officer { officer(on, &date, [said]) } else { batch(on, &date, "haicheng", [said]) }
    });
    Ledger::new(std::iter::once(begun).chain(steps))
}

fn with<T>(ledger: &Ledger, today: &str, language: Language, ask: impl FnOnce(AsOf) -> T) -> T {
    let plan: PlanIndex = plan();
    ask(AsOf { plan: &plan, ledger, today: day(today), offset: 480, language })
}

fn of(as_of: AsOf<'_>) -> Problem<'_> {
    problem(as_of, at(1)).expect("the problem")
}

fn act(ledger: &Ledger, act: Act, typed: &Typed, signer: Signer) -> Result<Vec<Entry>, Vec<Fault>> {
    with(ledger, "2024-09-20", Zh, |as_of| written(as_of, &of(as_of), act, typed, signer))
}

pub(super) fn shown(ledger: &Ledger, today: &str) -> One {
    with(ledger, today, Zh, |as_of| model(as_of, "1.0.0")).expect("the page")
}

fn sentence(text: &str) -> Typed {
    Typed { text: text.into(), ..Typed::default() }
}

/// Criterion 1: in every state the page offers exactly what the table allows, and refuses the rest.
#[test]
fn exactly_what_the_table_allows_is_offered_and_the_rest_is_refused() {
    use Act::{Assign, Check, Close, Grant, Raise, Refuse, Reopen, Resume, SendBack, Suspend};
    let officers = |one| (true, step(one, "由"));
    let units = |one| (false, step(one, "由"));
    let apply = || (false, asked("照片"));
    // The state, what was said until then and whether by the officer, and what is offered.
    type Case<'a> = (&'a str, Vec<(bool, Said)>, &'a [Act]);
    let cases: [Case; 9] = [
        ("新增", vec![], &[Assign, Raise, Suspend]),
        ("已签收", vec![units(ProblemStep::Received)], &[Assign, Raise, Suspend]),
        ("推进中", vec![units(ProblemStep::Answered)], &[Assign, Raise, Suspend]),
        (
            "推进中",
            vec![
                units(ProblemStep::Answered),
                units(ProblemStep::ExtensionAsked { until: day("2024-10-31") }),
            ],
            &[Grant, Refuse, Assign, Raise, Suspend],
        ),
        (
            "申请销号",
            vec![units(ProblemStep::Received), apply()],
            &[Check, Close, SendBack, Assign, Raise, Suspend],
        ),
        (
            "核查中",
            vec![units(ProblemStep::Received), apply(), officers(ProblemStep::CheckBegun)],
            &[Close, SendBack, Assign, Raise, Suspend],
        ),
        ("已销号", vec![units(ProblemStep::Received), apply(), officers(ProblemStep::Closed)], &[Reopen]),
        ("已中止", vec![officers(ProblemStep::Suspended)], &[Resume]),
        (
            "已重新打开",
            vec![
                units(ProblemStep::Received),
                apply(),
                officers(ProblemStep::Closed),
                officers(ProblemStep::Reopened),
            ],
            &[Assign, Raise, Suspend],
        ),
    ];
    let full = Typed {
        organisation: "taian".into(),
        day: "2024-10-15".into(),
        to: "局长".into(),
        paper: String::new(),
        text: "一句话".into(),
        document: "鞍科〔2024〕8号".into(),
    };
    for (name, steps, offered) in cases {
        let ledger = ledger(steps);
        let page = shown(&ledger, "2024-09-20");
        assert!(page.stage.starts_with(name), "{} {name}", page.stage);
        assert_eq!(page.acts, offered, "{name}");
        for one in Act::ALL {
            let typed =
                if one == Raise { Typed { day: "2024-09-19".into(), ..full.clone() } } else { full.clone() };
            let outcome = act(&ledger, one, &typed, SIGNER);
            let is_refused =
                matches!(&outcome, Err(faults) if matches!(faults.as_slice(), [Fault::NotNow(_)]));
            assert_eq!(is_refused, !offered.contains(&one), "{name} {one:?} {outcome:?}");
            assert_eq!(outcome.is_ok(), offered.contains(&one), "{name} {one:?} {outcome:?}");
        }
    }
}

/// Criteria 1 and 14: no sentence, no evidence, no such day or organisation, a day before the report, too many letters.
#[test]
fn what_the_procedure_forbids_is_refused_with_a_sentence() {
    let open = ledger([]);
    let asked = |evidence: &str| ledger([(false, step(ProblemStep::Received, "")), (false, asked(evidence))]);
    let assigned = |organisation: &str, day: &str| Typed {
        organisation: organisation.into(),
        day: day.into(),
        ..Typed::default()
    };
    let long = "字".repeat(MOST_LETTERS + 1);
    let raise = |to: &str, day: &str| Typed { to: to.into(), day: day.into(), ..Typed::default() };
    let cases: [(&Ledger, Act, Typed, Fault); 12] = [
        (&asked("照片"), Act::Close, sentence(" \u{3000}"), Fault::NoText),
        (&asked(" "), Act::Close, sentence("已批复"), Fault::NoEvidence),
        (&asked("照片"), Act::SendBack, sentence(""), Fault::NoText),
        (&open, Act::Close, sentence("已批复"), Fault::NotNow(ProblemState::New)),
        (&open, Act::Suspend, sentence(""), Fault::NoText),
        (&open, Act::Assign, assigned("", ""), Fault::UnknownOrganisation),
        (&open, Act::Assign, assigned("no-such-unit", ""), Fault::UnknownOrganisation),
        (&open, Act::Assign, assigned("taian", "2024-02-30"), Fault::NoSuchDay),
        (&open, Act::Assign, assigned("taian", "2024-09-03"), Fault::BeforeReported(day("2024-09-04"))),
        (&open, Act::Raise, raise(" ", ""), Fault::NoAddressee),
        (&open, Act::Raise, raise("局长", "2024-09-21"), Fault::SentLater(day("2024-09-20"))),
        (
            &open,
            Act::Suspend,
            sentence(&long),
            Fault::TooLong { field: Field::Text, letters: MOST_LETTERS + 1, most: MOST_LETTERS },
        ),
    ];
    for (ledger, one, typed, fault) in cases {
        assert_eq!(act(ledger, one, &typed, SIGNER), Err(vec![fault.clone()]), "{one:?}");
        for language in Language::ALL {
            assert!(words::fault(language, one, &fault).chars().count() > 5);
        }
    }
    assert!(
        act(&open, Act::Assign, &assigned("taian", "2024-09-04"), SIGNER).is_ok(),
        "the same day is not before"
    );
    let most = sentence(&"字".repeat(MOST_LETTERS));
    assert!(act(&open, Act::Suspend, &most, SIGNER).is_ok());
    let with_document = Typed { document: "现场核查记录".into(), ..sentence("已批复") };
    assert!(
        act(&asked(""), Act::Close, &with_document, SIGNER).is_ok(),
        "the officer names what was checked"
    );
}

/// Criterion 1: whoever asked for it does not close it.
#[test]
fn the_verifier_is_somebody_else() {
    let asked = ledger([(false, step(ProblemStep::Received, "")), (false, asked("照片"))]);
    let asker = asked.batch(at(6).batch).expect("who asked").clone();
    let close = |organisation, person| {
        let signer = Signer { organisation, person };
        act(&asked, Act::Close, &sentence("已批复"), signer).map(|entries| entries.len())
    };
    let own = Err(vec![Fault::OwnVerifier]);
    assert_eq!(close("science-bureau", "李科"), Ok(1));
    assert_eq!(close("science-bureau", ""), Ok(1), "another organisation, without a name");
    assert_eq!(close("science-bureau", &asker.person), own, "the same person");
    assert_eq!(close("haicheng", ""), own, "the same organisation, and nobody named");
    assert_eq!(close("haicheng", "另一人"), Ok(1), "another person of the same organisation");
}

/// Criterion 3: an extension that was asked late is marked, changes nothing until it is decided, and the first due day
/// stays visible.
#[test]
fn an_extension_asked_late_is_marked_and_the_first_due_day_stays() {
    let mut ledger = ledger([(false, step(ProblemStep::Answered, "正在协调"))]);
    ledger.add(batch(
        20,
        "2024-10-02",
        "haicheng",
        [step(ProblemStep::ExtensionAsked { until: day("2024-10-31") }, "等待批复")],
    ));
    let due = |page: &One| {
        let fact =
            page.facts.iter().find(|(name, _)| *name == words::of(Zh).due).map(|(_, fact)| fact.clone());
        match fact {
            Some(super::model::Fact::Words(text)) => text.words,
            other => panic!("{other:?}"),
        }
    };
    let page = shown(&ledger, "2024-10-03");
    let last = page.history.last().expect("the request");
    assert_eq!(
        (last.what.words.as_str(), last.marks.as_slice()),
        ("申请延期至 2024-10-31", &["逾期后才申请"][..])
    );
    assert_eq!((due(&page).as_str(), page.asked_for), ("2024-09-30", Some(day("2024-10-31"))));
    assert_eq!(page.stage, "推进中，逾期 3 天");
    ledger.add(officer(
        21,
        "2024-10-04",
        [step(ProblemStep::ExtensionGranted { until: day("2024-10-20") }, "")],
    ));
    let page = shown(&ledger, "2024-10-05");
    assert_eq!(due(&page), "2024-10-20（最初为 2024-09-30）");
    assert_eq!((page.stage.as_str(), page.asked_for), ("推进中，还有 15 天", None));
}

/// Criterion 9: closed and reopened at once on two devices: both stay, the later decides, the conflict is listed.
#[test]
fn two_devices_that_contradict_each_other_are_listed_and_the_later_holds() {
    let mut ledger = ledger([
        (false, step(ProblemStep::Received, "")),
        (false, asked("照片")),
        (true, step(ProblemStep::Closed, "已批复")),
    ]);
    let reopened = officer(30, "2024-09-07", [step(ProblemStep::Reopened, "未到账")]);
    ledger.add(Batch { written: Moment(reopened.written.0 + 60), person: "王科".into(), ..reopened });
    let page = shown(&ledger, "2024-09-20");
    assert!(page.stage.starts_with("已重新打开"), "{}", page.stage);
    assert_eq!(page.history.len(), 5, "both entries stay");
    let [conflict] = page.conflicts.as_slice() else { panic!("{:?}", page.conflicts) };
    for part in ["李科：已销号", "王科：已重新打开", "以后一条为准"] {
        assert!(conflict.words.contains(part), "{}", conflict.words);
    }
}

/// Criterion 14: a subject that the plan has no more is told, an address of nothing is no page.
#[test]
fn a_subject_that_is_gone_is_told_and_a_wrong_address_has_no_page() {
    let ledger = Ledger::new([batch(1, "2024-09-04", "haicheng", [reported(Some("removed-item"), None)])]);
    let page = shown(&ledger, "2024-09-20");
    assert!(format!("{:?}", page.facts).contains("removed-item（该事项已不在方案中）"), "{:?}", page.facts);
    assert_eq!(page.lacks, [words::of(Zh).lacks_day]);
    for id in ["1.0.1", "1.0", "01.0.0", "x.y.z", "", "1.0.0.0", "+1.0.0", "ffffffffffffffffff.0.0"] {
        assert_eq!(with(&ledger, "2024-09-20", Zh, |as_of| model(as_of, id)), None, "{id}");
    }
}

/// An act is of every entry that says the problem: of two months' reports, one step.
#[test]
fn a_step_is_of_every_report_of_the_problem_and_told_once() {
    let mut ledger = ledger([]);
    let again = batch(40, "2024-09-10", "haicheng", [reported(None, Some("2024-09-30"))]);
    ledger.add(again);
    let typed = Typed { organisation: "taian".into(), ..sentence("请办理") };
    let entries = act(&ledger, Act::Assign, &typed, SIGNER).expect("allowed");
    assert_eq!(entries.len(), 2);
    ledger.add(officer(41, "2024-09-12", entries.into_iter().map(|entry| entry.said)));
    let page = shown(&ledger, "2024-09-20");
    let said: Vec<&str> = page.history.iter().map(|one| one.what.words.as_str()).collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert_eq!((said[2], page.handler.as_str()), ("交台安县办理", "taian"));
}

/// What was typed stays when another act is pressed, but for the day, which means something else in each.
#[test]
fn what_was_typed_stays_when_another_act_is_pressed() {
    let typed = || Typed { day: "2024-10-01".into(), document: "8号".into(), ..sentence("请补照片") };
    let one = {
        let mut one = shown(&ledger([]), "2024-09-20");
        (one.asked_for, one.handler, one.reopen) =
            (Some(day("2024-10-31")), "taian".into(), Some("两次红灯".into()));
        one
    };
    // The act before, the act that is pressed, and what stands in day and organisation then.
    let cases = [
        (Some(Act::SendBack), Act::SendBack, "2024-10-01", ""),
        (Some(Act::SendBack), Act::Close, "", ""),
        (Some(Act::Close), Act::Grant, "2024-10-31", ""),
        (None, Act::Assign, "", "taian"),
    ];
    for (before, pressed, day, organisation) in cases {
        let now = typed().for_act(before, pressed, &one);
        assert_eq!((now.text.as_str(), now.document.as_str()), ("请补照片", "8号"), "{pressed:?}");
        assert_eq!((now.day.as_str(), now.organisation.as_str()), (day, organisation), "{pressed:?}");
    }
    let chosen = Typed { organisation: "haicheng".into(), ..typed() };
    assert_eq!(chosen.for_act(None, Act::Assign, &one).organisation, "haicheng");
    let reopened = |text: &str| sentence(text).for_act(None, Act::Reopen, &one).text;
    assert_eq!((reopened(" ").as_str(), reopened("款未到账").as_str()), ("两次红灯", "款未到账"));
}

/// What is too long is told with the name of its field, and what stands in a field of another act hinders nobody.
#[test]
fn what_is_too_long_names_its_field() {
    let open = ledger([]);
    let long = "字".repeat(MOST_LETTERS + 1);
    let typed = Typed { organisation: "taian".into(), document: long.clone(), ..Typed::default() };
    let faults = act(&open, Act::Assign, &typed, SIGNER).expect_err("too long");
    let [fault @ Fault::TooLong { field: Field::Document, .. }] = faults.as_slice() else {
        panic!("{faults:?}")
    };
    assert_eq!(fault.field(), Field::Document);
    assert!(words::fault(Zh, Act::Assign, fault).contains("督办单文号"));
    let elsewhere = Typed { document: long, ..sentence("暂缓") };
    assert!(act(&open, Act::Suspend, &elsewhere, SIGNER).is_ok());
}

#[test]
fn english_has_no_chinese_of_its_own() {
    let text = include_str!("../../../../../tests/plans/harbour-city.json");
    let plan = crate::plan::read::from_json(text).expect("the second plan");
    let who = plan.organisations[0].id.clone();
    let said = |said| match said {
        Said::Problem { until, .. } => {
            Said::Problem { subject: None, text: "late delivery".into(), who: "J. Doe".into(), until }
        }
        other => other,
    };
    let signed = |batch: Batch| Batch { person: "A. Roe".into(), ..batch };
    let steps = [
        ProblemStep::Assigned { to: who.as_str().into(), until: Some(day("2024-09-20")) },
        ProblemStep::Raised { to: "the mayor".into(), paper: "reminder".into(), sent: None },
        ProblemStep::ExtensionAsked { until: day("2024-10-20") },
        ProblemStep::ExtensionRefused,
        ProblemStep::Closed,
    ];
    let steps = steps
        .into_iter()
        .zip(5..)
        .map(|(one, on)| signed(officer(on, &format!("2024-09-{on:02}"), [step(one, "as agreed")])));
    let begun = signed(batch(1, "2024-09-04", &who, [said(reported(None, Some("2024-09-30")))]));
    let ledger = Ledger::new(std::iter::once(begun).chain(steps));
    let as_of = AsOf { plan: &plan, ledger: &ledger, today: day("2024-09-20"), offset: 0, language: En };
    let page = format!("{:?}", model(as_of, "1.0.0").expect("the page"));
    let han = page.chars().find(|c| ('\u{3000}'..='\u{9fff}').contains(c));
    assert_eq!(han, None, "{page}");
}
