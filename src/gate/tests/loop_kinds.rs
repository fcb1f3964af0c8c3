//! What an organisation may say of itself in the kinds of the whole loop, and nothing else.

use super::*;
use crate::ledger::kinds::{
    Case, CaseText, Cited, Item, ItemChange, ItemLine, Listing, Member, ProblemStep, Status,
};
use crate::ledger::samples::loop_kinds::{adjustment, case_text, every_kind, item, line, state};
use crate::text::Language;

const ON: &str = "2024-09-03";

fn problem(subject: Option<&str>) -> Said {
    Said::Problem { subject: subject.map(Into::into), text: "缺地".into(), who: String::new(), until: None }
}

fn step(of: EntryId, step: ProblemStep) -> Said {
    Said::ProblemStep { of, step, text: "已落实".into(), document: String::new() }
}

fn asked(of: EntryId) -> Said {
    step(of, ProblemStep::CloseOutAsked { evidence: "照片".into() })
}

fn named(district: Option<&str>) -> Said {
    let who =
        Listing::Named { name: "某基地".into(), district: district.map(Into::into), host: String::new() };
    Said::Member(Box::new(Member {
        list: "pilot-bases".into(),
        who,
        state: Some("入库".into()),
        from: day("2024-08-01"),
        document: String::new(),
        note: String::new(),
    }))
}

fn told(subject: Option<&str>, cited: &str, district: Option<&str>) -> Said {
    let cited = Cited {
        indicator: cited.into(),
        district: district.map(Into::into),
        before: month("2024-03"),
        after: month("2024-08"),
    };
    let text = CaseText { subject: subject.map(Into::into), cited: vec![cited], ..case_text() };
    Said::Case(Box::new(Case::Told(text)))
}

fn case(case: Case) -> Said {
    Said::Case(Box::new(case))
}

fn first(batch: &Batch) -> EntryId {
    EntryId { batch: batch.id, index: 0 }
}

/// Why a receipt with one entry is not taken; nothing where it is.
fn refused(ledger: &Ledger, organisation: &str, said: Said) -> Vec<Why> {
    let receipt = batch(77, "2024-09-04", organisation, [said]);
    let passed = at(ledger, Door::Receipt, std::slice::from_ref(&receipt));
    match &passed.apart.iter().chain(&passed.refused).collect::<Vec<_>>()[..] {
        [] => {
            assert_eq!(passed.taken, [receipt]);
            vec![]
        }
        [held] => held.why.clone(),
        more => panic!("{more:?}"),
    }
}

/// A receipt carries the answer and the request of the organisation's own problems, and nothing else of them.
#[test]
fn an_organisation_answers_its_own_problems_and_decides_none() {
    let mine = batch(1, ON, "haicheng", [problem(None), Said::Submission]);
    let theirs = batch(2, ON, "taian", [problem(None)]);
    let handed = step(first(&theirs), ProblemStep::Assigned { to: "haicheng".into(), until: None });
    let before = Ledger::new([mine.clone(), theirs.clone()]);
    let ledger = Ledger::new([mine.clone(), theirs.clone(), officer(9, "2024-09-04", [handed])]);
    let own = [
        ProblemStep::Received,
        ProblemStep::Answered,
        ProblemStep::ExtensionAsked { until: day("2024-12-01") },
        ProblemStep::CloseOutAsked { evidence: "照片".into() },
    ];
    for one in own {
        let of = |problem: &Batch| step(first(problem), one.clone());
        assert!(refused(&ledger, "haicheng", of(&mine)).is_empty(), "{one:?}");
        assert_eq!(refused(&before, "haicheng", of(&theirs)), [Why::OthersEntry], "{one:?}");
        assert!(refused(&ledger, "haicheng", of(&theirs)).is_empty(), "handed over: {one:?}");
        assert_eq!(refused(&ledger, "taian", of(&theirs)), [Why::OthersEntry], "handed on: {one:?}");
    }
    for one in [
        ProblemStep::Closed,
        ProblemStep::Reopened,
        ProblemStep::SentBack,
        ProblemStep::ExtensionGranted { until: day("2024-12-01") },
        ProblemStep::Assigned { to: "taian".into(), until: None },
    ] {
        let why = refused(&ledger, "haicheng", step(first(&mine), one.clone()));
        assert_eq!(why, [Why::OfficersWord], "{one:?}");
    }
    let submission = EntryId { batch: mine.id, index: 1 };
    assert_eq!(refused(&ledger, "haicheng", asked(submission)), [Why::OtherKind]);
    let nowhere = EntryId { batch: mine.id, index: 7 };
    assert_eq!(refused(&ledger, "haicheng", asked(nowhere)), [Why::Unseen]);
}

/// Reported in two months it is one problem, and handed over by either report it is handed over as a whole.
#[test]
fn a_problem_that_was_reported_twice_is_handed_over_as_a_whole() {
    let earlier = Batch { month: month("2024-07"), ..batch(1, "2024-08-03", "taian", [problem(None)]) };
    let later = batch(2, ON, "taian", [problem(None)]);
    let handed = step(first(&later), ProblemStep::Assigned { to: "haicheng".into(), until: None });
    let ledger = Ledger::new([earlier.clone(), later.clone(), officer(9, "2024-09-04", [handed])]);
    for of in [&earlier, &later] {
        assert!(refused(&ledger, "haicheng", step(first(of), ProblemStep::Answered)).is_empty());
        assert_eq!(refused(&ledger, "taian", step(first(of), ProblemStep::Answered)), [Why::OthersEntry]);
    }
}

/// Like corrects like: a step of the organisation does not take the place of one of the officer's, though both are steps.
#[test]
fn an_organisations_step_takes_the_place_of_no_officers_step() {
    let mine = batch(1, ON, "science-bureau", [problem(None)]);
    let closed = officer(9, "2024-09-04", [step(first(&mine), ProblemStep::Closed)]);
    let ledger = Ledger::new([mine.clone(), closed.clone()]);
    let reply = Entry { replaces: Some(first(&closed)), said: asked(first(&mine)) };
    let forged = Batch { entries: vec![reply], ..batch(77, "2024-09-05", "science-bureau", []) };
    let passed = at(&ledger, Door::Receipt, std::slice::from_ref(&forged));
    assert_eq!(held(&passed.refused), [(77, vec![Why::OtherKind])]);
    // Nor where somebody put it in by other ways.
    let mut with = ledger.clone();
    with.add(forged);
    assert!(!with.problem_steps().life(first(&mine)).is_open());
}

#[test]
fn a_district_names_its_own_members_and_changes_no_others() {
    let mine = batch(1, ON, "haicheng", [named(Some("haicheng"))]);
    let theirs = batch(2, ON, "taian", [named(Some("taian")), problem(None)]);
    let ledger = Ledger::new([mine.clone(), theirs.clone()]);
    assert!(refused(&ledger, "haicheng", named(Some("haicheng"))).is_empty());
    assert!(
        refused(&ledger, "tax-bureau", named(Some("haicheng"))).is_empty(),
        "a department, of any district"
    );
    assert!(refused(&ledger, "tax-bureau", named(None)).is_empty());
    assert_eq!(refused(&ledger, "haicheng", named(Some("taian"))), [Why::OthersDistrict]);
    assert_eq!(refused(&ledger, "haicheng", named(None)), [Why::OthersDistrict]);
    assert_eq!(refused(&ledger, "tax-bureau", named(Some("no-such"))), [Why::Unknown]);
    let gone = |of| state("pilot-bases", of, None, "2024-09-01");
    assert!(refused(&ledger, "haicheng", gone(first(&mine))).is_empty());
    assert_eq!(refused(&ledger, "haicheng", gone(first(&theirs))), [Why::OthersEntry]);
    let other = state("platforms", first(&mine), None, "2024-09-01");
    assert_eq!(refused(&ledger, "haicheng", other), [Why::OtherKind]);
    let no_member = EntryId { batch: theirs.id, index: 1 };
    assert_eq!(refused(&ledger, "taian", gone(no_member)), [Why::OtherKind]);
    assert_eq!(refused(&ledger, "haicheng", gone(EntryId { batch: mine.id, index: 5 })), [Why::Unseen]);
}

#[test]
fn an_organisation_hands_in_its_own_cases_and_adopts_none() {
    let theirs = batch(2, ON, "taian", [told(None, "alliances", None), problem(None)]);
    let ledger = Ledger::new([theirs.clone()]);
    assert!(refused(&ledger, "haicheng", told(Some("alliances"), "alliances", Some("haicheng"))).is_empty());
    assert!(refused(&ledger, "haicheng", told(None, "alliances", None)).is_empty());
    assert_eq!(refused(&ledger, "haicheng", told(Some("no-such"), "alliances", None)), [Why::Unknown]);
    assert_eq!(refused(&ledger, "haicheng", told(None, "no-such", None)), [Why::Unknown]);
    assert_eq!(refused(&ledger, "haicheng", told(None, "alliances", Some("no-such"))), [Why::Unknown]);
    let taken_up = |of| case(Case::TakenUp { of, text: "照做".into() });
    assert!(refused(&ledger, "haicheng", taken_up(first(&theirs))).is_empty());
    let no_case = EntryId { batch: theirs.id, index: 1 };
    assert_eq!(refused(&ledger, "haicheng", taken_up(no_case)), [Why::OtherKind]);
    for one in [
        Case::Adopted { of: first(&theirs), issue: None },
        Case::Returned { of: first(&theirs), reason: "缺数据".into() },
    ] {
        assert_eq!(refused(&ledger, "haicheng", case(one)), [Why::OfficersWord]);
    }
}

/// The progress of a node of the year's own list, from who leads it; a problem of it from who is named with it too.
#[test]
fn an_organisation_reports_the_nodes_that_it_leads() {
    let list = BatchId { writer: 9, sequence: 0 };
    let node = Item::own_id(EntryId { batch: list, index: 0 });
    let of_2024 = |line: ItemLine| officer(9, "2024-01-10", [item(&node, ItemChange::Listed(line))]);
    let ledger = Ledger::new([of_2024(line("建成两个基地", Some("2024-10-31")))]);
    let progress = |id: &str| Said::Progress { subject: id.into(), stage: Stage::Done, note: String::new() };
    assert!(refused(&ledger, "haicheng", progress(&node)).is_empty());
    assert_eq!(refused(&ledger, "taian", progress(&node)), [Why::OthersItem]);
    assert_eq!(refused(&Ledger::default(), "haicheng", progress(&node)), [Why::Unknown]);
    assert!(refused(&ledger, "taian", problem(Some(&node))).is_empty());
    assert_eq!(refused(&ledger, "science-bureau", problem(Some(&node))), [Why::OthersItem]);
    // A measure of the plan that was worded anew is of whoever its line names, beside who has a part in its task.
    let plan = plan();
    let stranger = plan.measures().find(|one| {
        plan.tasks().all(|(_, task)| {
            !task.measures.iter().any(|of| of.id == one.item.id) || plan.role(task, "taian").is_none()
        })
    });
    let measure = stranger.expect("a measure in which 台安县 has no part").item.id.clone();
    assert_eq!(refused(&ledger, "taian", problem(Some(&measure))), [Why::OthersItem]);
    let anew = officer(10, "2024-01-10", [item(&measure, ItemChange::Listed(line("换了说法", None)))]);
    assert!(refused(&Ledger::new([anew]), "taian", problem(Some(&measure))).is_empty());
    // Of the list of another year it is not on this one's.
    let years = crate::plan::Years { from: crate::plan::Year(2025), to: crate::plan::Year(2025) };
    let later = Ledger::new([of_2024(ItemLine { years, ..line("明年", None) })]);
    assert_eq!(refused(&later, "haicheng", progress(&node)), [Why::Unknown]);
    // A group that leads is each of its members.
    let group = ItemLine { lead: vec!["all-districts".into()], ..line("各县区", None) };
    assert!(refused(&Ledger::new([of_2024(group)]), "taian", progress(&node)).is_empty());
}

/// Nothing of what the officer alone says comes in by a receipt, whoever it is said to be from; each refusal is a sentence.
#[test]
fn a_receipt_with_a_forbidden_kind_is_refused_in_a_sentence() {
    let mine = batch(1, ON, "haicheng", [problem(None)]);
    let ledger = Ledger::new([mine.clone()]);
    let forbidden = every_kind(first(&mine)).into_iter().filter(|said| !said.is_reported());
    let mut kinds = std::collections::BTreeSet::new();
    for said in forbidden {
        kinds.insert(said.kind(Language::En));
        for organisation in ["haicheng", "science-bureau"] {
            let why = refused(&ledger, organisation, said.clone());
            assert_eq!(why, [Why::OfficersWord], "{said:?}");
            for language in Language::ALL {
                assert!(!words::why(language, why[0]).is_empty());
            }
        }
    }
    assert_eq!(kinds.len(), 9, "{kinds:?}");
    let proposal = adjustment(crate::ledger::kinds::AdjustmentChange::Ended, "2024-08-01", Status::Proposed);
    assert_eq!(refused(&ledger, "haicheng", proposal), [Why::OfficersWord], "a proposal, too");
}
