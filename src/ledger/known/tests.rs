//! What the kinds of the whole loop come to, by cases that people meet.

mod lives;
mod years;

use super::*;
use crate::ledger::kinds::*;
use crate::ledger::samples::august::{batch, day, officer};
use crate::ledger::samples::loop_kinds::{adjustment, aim, case_text, item, line, named, state, verdict};
use crate::ledger::samples::value;
use crate::ledger::{BatchId, Moment};
use crate::plan::Years;

fn at(writer: u64, index: u32) -> EntryId {
    EntryId { batch: BatchId { writer, sequence: 0 }, index }
}

/// What a correction says of an entry, in a batch of its own.
fn correction(writer: u64, on: &str, of: EntryId, said: Said) -> Batch {
    let entry = Entry { replaces: Some(of), said };
    Batch { entries: vec![entry], ..officer(writer, on, []) }
}

fn withdrawal(writer: u64, on: &str, of: EntryId) -> Batch {
    correction(writer, on, of, Said::Withdrawal { reason: "误".into() })
}

fn problem(until: Option<&str>) -> Said {
    Said::Problem { subject: None, text: "缺地".into(), who: String::new(), until: until.map(day) }
}

fn step(of: EntryId, step: ProblemStep) -> Said {
    Said::ProblemStep { of, step, text: "句".into(), document: String::new() }
}

fn listed(title: &str, years: (u16, u16), due: Option<&str>) -> ItemChange {
    let years = Years { from: Year(years.0), to: Year(years.1) };
    ItemChange::Listed(ItemLine { years, ..line(title, due) })
}

/// Titles of a year's list with how each is on it.
fn list(ledger: &Ledger, year: u16) -> Vec<(&str, ListedHow)> {
    let listed = ledger.list_of(Year(year)).into_iter();
    listed.map(|one| (one.line.map_or(&**one.id, |line| &*line.title), one.how)).collect()
}

#[test]
fn a_year_lists_what_was_added_carried_on_and_ended_each_by_its_own_entry() {
    let carried = ItemChange::CarriedOn { year: Year(2024) };
    let ledger = Ledger::new([
        officer(1, "2023-08-10", [item("a.0.0", listed("甲", (2023, 2023), None))]),
        officer(2, "2023-08-11", [item("b.0.0", listed("乙", (2023, 2024), None))]),
        officer(3, "2023-08-12", [item("c.0.0", listed("丙", (2023, 2023), None))]),
        officer(
            4,
            "2024-01-10",
            [item("a.0.0", carried), item("measure-1", ItemChange::CarriedOn { year: Year(2024) })],
        ),
        officer(5, "2024-07-01", [item("b.0.0", ItemChange::Ended { on: day("2024-07-01") })]),
    ]);
    let words = |since| ListedHow::InWords { since: Year(since) };
    assert_eq!(list(&ledger, 2023), [("甲", words(2023)), ("乙", words(2023)), ("丙", words(2023))]);
    assert_eq!(
        list(&ledger, 2024),
        [
            ("甲", ListedHow::CarriedOn),
            ("乙", ListedHow::Ended { on: day("2024-07-01") }),
            ("measure-1", ListedHow::CarriedOn),
        ]
    );
    // 丙 waits: nothing is taken over silently, and nothing is lost.
    let waiting = ledger.to_take_over(Year(2024));
    assert_eq!(waiting.iter().map(|one| &**one.id).collect::<Vec<_>>(), ["c.0.0"]);
    assert_eq!(list(&ledger, 2025), []);
    let waiting = ledger.to_take_over(Year(2025));
    let waiting: Vec<&str> = waiting.iter().map(|one| &**one.id).collect();
    assert_eq!(waiting, ["a.0.0", "c.0.0", "measure-1"], "丙 waits in later years too");
}

#[test]
fn what_was_ended_comes_back_by_a_later_line_or_by_a_withdrawal() {
    let batches = [
        officer(1, "2023-08-10", [item("a.0.0", listed("甲", (2023, 2025), None))]),
        officer(2, "2024-03-01", [item("a.0.0", ItemChange::Ended { on: day("2024-03-01") })]),
    ];
    let ended = Ledger::new(batches.clone());
    assert_eq!(list(&ended, 2024), [("甲", ListedHow::Ended { on: day("2024-03-01") })]);
    assert_eq!(list(&ended, 2025), []);
    let undone = Ledger::new(batches.iter().cloned().chain([withdrawal(3, "2024-04-01", at(2, 0))]));
    assert_eq!(list(&undone, 2025), [("甲", ListedHow::InWords { since: Year(2023) })]);
    let again = officer(3, "2025-01-05", [item("a.0.0", listed("甲二", (2025, 2025), None))]);
    let again = Ledger::new(batches.into_iter().chain([again]));
    assert_eq!(list(&again, 2025), [("甲二", ListedHow::InWords { since: Year(2025) })]);
}

#[test]
fn a_due_day_shows_how_often_it_was_moved_and_from_when() {
    let moved =
        |writer, on, due: &str| officer(writer, on, [item("a.0.0", ItemChange::Moved { due: day(due) })]);
    // The movements come before the item that they move.
    let ledger = Ledger::new([
        moved(3, "2024-09-01", "2024-12-31"),
        moved(2, "2024-06-01", "2024-09-30"),
        officer(1, "2024-01-10", [item("a.0.0", listed("甲", (2024, 2024), Some("2024-06-30")))]),
    ]);
    let one = &ledger.list_of(Year(2024))[0];
    assert_eq!((one.first_due, one.due), (Some(day("2024-06-30")), Some(day("2024-12-31"))));
    assert_eq!(one.movements.iter().map(|one| one.said.id.batch.writer).collect::<Vec<_>>(), [2, 3]);
    let undone = Ledger::new(ledger.batches().cloned().chain([withdrawal(4, "2024-10-01", at(3, 0))]));
    assert_eq!(undone.list_of(Year(2024))[0].due, Some(day("2024-09-30")));
}

#[test]
fn a_list_is_counted_as_of_any_day_and_a_name_is_redacted_in_one_place() {
    let first = [
        named("bases", "甲公司", "入库", "2024-01-10"),
        named("bases", "乙公司", "入库", "2024-02-10"),
        named("platforms", "甲公司", "入库", "2024-02-10"),
    ];
    let later =
        [state("bases", at(1, 0), Some("认定"), "2024-06-01"), state("bases", at(1, 1), None, "2024-08-15")];
    let mut ledger =
        Ledger::new([batch(2, "2024-09-02", "haicheng", later), batch(1, "2024-03-02", "haicheng", first)]);
    let members = ledger.members("bases");
    let states =
        |on| members.iter().map(|one| one.state(day(on)).map(|id| id.to_string())).collect::<Vec<_>>();
    let (entered, known) = (Some("入库".to_owned()), Some("认定".to_owned()));
    assert_eq!(states("2024-01-09"), [None, None]);
    assert_eq!(states("2024-05-31"), [entered.clone(), entered.clone()]);
    assert_eq!(states("2024-08-14"), [known.clone(), entered]);
    assert_eq!(states("2024-08-15"), [known, None]);
    let everybody = |_: &str| true;
    let of = |from, until| balance(&members, day(from), day(until), everybody);
    assert_eq!(of("2024-01-31", "2024-09-30"), Balance { old: 1, came: 1, left: 1, new: 1 });
    assert_eq!(count(&members, day("2024-09-30"), |state| state == "认定"), 1);
    ledger.add(officer(9, "2024-09-05", [Said::Redaction { of: at(1, 0) }]));
    let members = ledger.members("bases");
    assert_eq!((members[0].name, members[0].host), ("", ""));
    assert_eq!(count(&members, day("2024-09-30"), everybody), 1, "figures stay");
}

#[test]
fn a_name_that_is_corrected_keeps_its_states_and_one_that_is_withdrawn_takes_them_along() {
    let base = [
        batch(1, "2024-03-02", "haicheng", [named("bases", "甲公司", "入库", "2024-01-10")]),
        batch(2, "2024-09-02", "haicheng", [state("bases", at(1, 0), Some("认定"), "2024-06-01")]),
    ];
    let spelled =
        correction(3, "2024-09-03", at(1, 0), named("bases", "甲（鞍山）公司", "入库", "2024-01-12"));
    let with = |more: &[Batch]| Ledger::new(base.iter().chain(more).cloned());
    let ledger = with(std::slice::from_ref(&spelled));
    let [member] = &ledger.members("bases")[..] else { panic!("one member") };
    assert_eq!((member.id, member.name), (at(1, 0), "甲（鞍山）公司"));
    assert_eq!(member.state(day("2024-01-11")), None, "the day in was corrected too");
    assert_eq!(member.state(day("2024-06-01")).map(|id| &**id), Some("认定"));
    // Of two that correct it at once, the later names it, and there is one of it.
    let other = correction(4, "2024-09-04", at(1, 0), named("bases", "甲科技公司", "入库", "2024-01-10"));
    let ledger = with(&[other, spelled.clone()]);
    assert_eq!(ledger.members("bases").iter().map(|one| one.name).collect::<Vec<_>>(), ["甲科技公司"]);
    let gone = with(&[withdrawal(5, "2024-09-05", at(1, 0))]);
    assert!(gone.members("bases").is_empty());
    let gone = with(&[withdrawal(5, "2024-09-05", at(3, 0)), spelled]);
    assert_eq!(gone.members("bases")[0].name, "甲公司", "the correction is withdrawn");
}

#[test]
fn of_adjustments_the_latest_in_force_is_judged_by_and_what_holds_from_one_day_is_a_conflict() {
    let to = |figure: &str| AdjustmentChange::Target { old: Some(aim("20")), new: Some(aim(figure)) };
    let judged = |ledger: &Ledger, on: &str| {
        let force = ledger.in_force("alliances", Year(2024), AdjustmentKind::Target, day(on));
        let new = force.judged.map(|one| match one.adjustment.change {
            AdjustmentChange::Target { new: Some(new), .. } => new.value.to_string(),
            _ => "none".into(),
        });
        (new, force.conflicts.len())
    };
    let proposed = officer(1, "2024-06-01", [adjustment(to("10"), "2024-01-01", Status::Proposed)]);
    let ledger = Ledger::new([proposed.clone()]);
    assert_eq!(
        (ledger.adjustments("alliances", Year(2024)).len(), judged(&ledger, "2024-12-31")),
        (1, (None, 0))
    );
    let first = officer(2, "2024-07-01", [adjustment(to("18"), "2024-07-01", Status::Decided)]);
    let second = officer(3, "2024-08-20", [adjustment(to("16"), "2024-09-01", Status::Decided)]);
    let wording = AdjustmentChange::Wording { old: "甲".into(), new: "乙".into() };
    let other = officer(4, "2024-08-21", [adjustment(wording, "2024-09-01", Status::Decided)]);
    let mut ledger = Ledger::new([second, other, first, proposed]);
    assert_eq!(judged(&ledger, "2024-06-30"), (None, 0), "months before it do not move");
    assert_eq!(judged(&ledger, "2024-08-31"), (Some("18".into()), 0));
    assert_eq!(judged(&ledger, "2024-09-01"), (Some("16".into()), 0), "words do not compete with the target");
    ledger.add(officer(5, "2024-10-01", [adjustment(to("15"), "2024-09-01", Status::Decided)]));
    assert_eq!(judged(&ledger, "2024-10-01"), (Some("16".into()), 1), "the older until it is resolved");
    ledger.add(withdrawal(6, "2024-10-02", at(3, 0)));
    assert_eq!(judged(&ledger, "2024-10-02"), (Some("15".into()), 0));
    // What was known before it was written down does not know it.
    let before = ledger.known_on(Moment::end_of(day("2024-07-31"), 480));
    assert_eq!(judged(&before, "2024-12-31"), (Some("18".into()), 0));
}

#[test]
fn a_redaction_takes_paper_and_decider_and_leaves_the_adjustment_decided() {
    let ended = adjustment(AdjustmentChange::Ended, "2024-07-01", Status::Decided);
    let ledger = Ledger::new([
        officer(1, "2024-07-01", [ended]),
        officer(2, "2024-07-02", [Said::Redaction { of: at(1, 0) }]),
    ]);
    let force = ledger.in_force("alliances", Year(2024), AdjustmentKind::Existence, day("2024-12-31"));
    let judged = force.judged.expect("still in force").adjustment;
    assert_eq!(
        (judged.document.as_str(), judged.decided_by.as_str(), judged.status),
        ("", "", Status::Decided)
    );
    assert_eq!(
        (Status::of("鞍政办〔2024〕3号", " "), Status::of("", "市长")),
        (Status::Proposed, Status::Proposed)
    );
    assert_eq!(Status::of("鞍政办〔2024〕3号", "市政府"), Status::Decided);
    assert_eq!(Verdict::signed("王工", "王工 "), Status::Proposed, "nobody verifies what they did");
    assert_eq!(Verdict::signed("王工", "李科"), Status::Decided);
}

#[test]
fn of_an_allotment_a_rule_and_a_verdict_the_latest_holds() {
    let share = |district: &str, year, figure: &str| Said::Allotment {
        indicator: "alliances".into(),
        district: district.into(),
        year: Year(year),
        value: value(figure),
        reason: String::new(),
        document: String::new(),
    };
    let said = |outcome| Said::Verdict(Box::new(verdict(outcome)));
    let ledger = Ledger::new([
        officer(2, "2024-03-01", [share("haicheng", 2024, "5"), said(Outcome::Met)]),
        officer(
            1,
            "2024-02-01",
            [
                share("haicheng", 2024, "3"),
                share("taian", 2024, "2"),
                share("taian", 2025, "9"),
                said(Outcome::NotMet),
            ],
        ),
    ]);
    let shares: Vec<_> = ledger
        .allotments("alliances", Year(2024))
        .into_iter()
        .map(|(id, (value, _))| (&**id, value.to_string()))
        .collect();
    assert_eq!(shares, [("haicheng", "5".into()), ("taian", "2".into())]);
    let verdicts = ledger.verdicts_of(Year(2024));
    assert_eq!(verdicts.values().map(|(one, _)| one.outcome).collect::<Vec<_>>(), [Outcome::Met]);
    assert!(ledger.verdicts_of(Year(2025)).is_empty() && ledger.assessment_rules(Year(2024)).is_empty());
}

#[test]
fn a_case_is_handed_in_given_back_worked_over_adopted_and_taken_up() {
    let case = |case| Said::Case(Box::new(case));
    let of = at(1, 0);
    let mut ledger = Ledger::new([batch(1, "2024-09-01", "haicheng", [case(Case::Told(case_text()))])]);
    let state = |ledger: &Ledger| ledger.cases().first().map(|one| (one.state, one.taken_up.len()));
    assert_eq!(state(&ledger), Some((CaseState::HandedIn, 0)));
    ledger.add(officer(2, "2024-09-05", [case(Case::Returned { of, reason: "缺数据".into() })]));
    assert_eq!(state(&ledger), Some((CaseState::Returned, 0)));
    let better = case(Case::Told(CaseText { title: "更好".into(), ..case_text() }));
    ledger.add(Batch {
        entries: vec![Entry { replaces: Some(of), said: better }],
        ..batch(3, "2024-09-08", "haicheng", [])
    });
    assert_eq!(state(&ledger), Some((CaseState::HandedIn, 0)));
    let issue = Some(at(7, 0));
    ledger.add(officer(4, "2024-09-20", [case(Case::Adopted { of: at(3, 0), issue })]));
    ledger.add(batch(5, "2024-09-25", "taian", [case(Case::TakenUp { of, text: String::new() })]));
    let cases = ledger.cases();
    let [one] = &cases[..] else { panic!("one case") };
    assert_eq!((one.id, &*one.text.title, one.issue), (of, "更好", issue));
    assert_eq!(state(&ledger), Some((CaseState::TakenUp, 1)));
    let gone = Ledger::new(
        ledger
            .batches()
            .cloned()
            .chain([withdrawal(8, "2024-10-01", of), withdrawal(9, "2024-10-01", at(3, 0))]),
    );
    assert_eq!(state(&gone), None);
}

#[test]
fn a_decision_is_settled_by_an_entry_and_what_was_issued_stays_issued() {
    let taken = Decision::Taken {
        subject: None,
        problem: Some(at(9, 0)),
        meeting: "月调度会".into(),
        what: "落实用地".into(),
        who: "李科".into(),
        by: Some(day("2024-10-31")),
    };
    let said = |one| Said::Decision(Box::new(one));
    let settled = said(Decision::Settled { of: at(1, 0), text: "已落实".into() });
    let ledger = Ledger::new([officer(2, "2024-10-20", [settled]), officer(1, "2024-09-20", [said(taken)])]);
    let decisions = ledger.decisions();
    assert_eq!((decisions.len(), decisions[0].settled.map(|found| found.id)), (1, Some(at(2, 0))));
    let open = Ledger::new(ledger.batches().cloned().chain([withdrawal(3, "2024-10-21", at(2, 0))]));
    assert!(open.decisions()[0].settled.is_none());
    let issue = || Said::Issue(Box::new(crate::ledger::samples::loop_kinds::issue(None)));
    let twice = Ledger::new([officer(2, "2024-10-20", [issue()]), officer(1, "2024-10-19", [issue()])]);
    let order: Vec<u64> = twice.issues("quarterly").iter().map(|(_, found)| found.id.batch.writer).collect();
    assert_eq!(order, [1, 2], "two with one number are both there");
    assert!(twice.issues("monthly").is_empty());
}

/// Corrections that go round in a circle, which only tampering makes, end; however long the chain, it ends.
#[test]
fn a_circle_of_corrections_has_a_beginning() {
    let of = |writer, of| correction(writer, "2024-09-01", at(of, 0), problem(None));
    let ledger = Ledger::new([of(1, 2), of(2, 1)]);
    assert!([at(1, 0), at(2, 0)].contains(&ledger.origin(at(1, 0))));
    // A correction of something of another kind begins anew.
    let other = correction(3, "2024-09-01", at(1, 0), Said::Submission);
    let ledger = Ledger::new([batch(1, "2024-09-01", "haicheng", [problem(None)]), other]);
    assert_eq!((ledger.origin(at(3, 0)), ledger.origin(at(7, 7))), (at(3, 0), at(7, 7)));
}
