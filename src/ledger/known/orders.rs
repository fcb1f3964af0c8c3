//! Properties: what the kinds of the whole loop come to does not depend on the order in which batches arrive, nor on how
//! often.

use super::*;
use crate::ledger::kinds::*;
use crate::ledger::samples::actual;
use crate::ledger::samples::august::{batch, day};
use crate::ledger::samples::loop_kinds::{adjustment, aim, case_text, every_kind, item, line};
use crate::ledger::{BatchId, Moment};
use crate::plan::Years;
use proptest::prelude::*;

/// Everything that can be asked of the kinds of the whole loop, as text. Names are those of the ledger.
fn shown(ledger: &Ledger) -> String {
    let mut lines = Vec::new();
    for year in [2023, 2024, 2025].map(Year) {
        lines.push(format!("{:?}", ledger.list_of(year)));
        lines.push(format!("{:?}", ledger.to_take_over(year)));
        lines.push(format!("{:?}", ledger.verdicts_of(year)));
        lines.push(format!("{:?} {:?}", ledger.assessment_rules(year), ledger.allotments("alliances", year)));
        for kind in [AdjustmentKind::Target, AdjustmentKind::Wording, AdjustmentKind::Existence] {
            lines.push(format!("{:?}", ledger.in_force("alliances", year, kind, day("2024-09-30"))));
        }
    }
    for list in ["pilot-bases", "platforms"] {
        let members = ledger.members(list);
        let balance = balance(&members, day("2024-03-31"), day("2024-10-31"), |_| true);
        lines.push(format!("{members:?} {balance:?}"));
    }
    let steps = ledger.problem_steps();
    let month = Month::parse("2099-12").expect("a month");
    lines.extend(ledger.noted_problems(month).iter().map(|(found, _)| format!("{:?}", steps.life(found.id))));
    lines.push(format!("{:?} {:?} {:?}", ledger.cases(), ledger.decisions(), ledger.issues("quarterly")));
    lines.push(format!("{:?}", ledger.all_adjustments()));
    lines.join("\n")
}

fn any_entry_name() -> impl Strategy<Value = EntryId> {
    (0_u64..5, 0_u32..2, 0_u32..3)
        .prop_map(|(writer, sequence, index)| EntryId { batch: BatchId { writer, sequence }, index })
}

fn any_day() -> impl Strategy<Value = Day> {
    (0_i64..6).prop_map(|month| day("2024-07-15").plus(month * 31))
}

fn any_step() -> impl Strategy<Value = ProblemStep> {
    let asked = ProblemStep::CloseOutAsked { evidence: "据".into() };
    prop_oneof![
        1 => Just(ProblemStep::Received),
        1 => Just(ProblemStep::Answered),
        2 => Just(asked),
        3 => Just(ProblemStep::Closed),
        1 => Just(ProblemStep::SentBack),
        3 => Just(ProblemStep::Reopened),
        1 => Just(ProblemStep::Suspended),
        1 => any_day().prop_map(|until| ProblemStep::ExtensionAsked { until }),
        1 => any_day().prop_map(|until| ProblemStep::ExtensionGranted { until }),
        1 => any_day().prop_map(|until| ProblemStep::Assigned { to: "taian".into(), until: Some(until) }),
    ]
}

fn any_change() -> impl Strategy<Value = ItemChange> {
    prop_oneof![
        (2023_u16..2026, 0_u16..2).prop_map(|(from, more)| {
            let years = Years { from: Year(from), to: Year(from + more) };
            ItemChange::Listed(ItemLine { years, ..line("节点", Some("2024-10-31")) })
        }),
        (2023_u16..2026).prop_map(|year| ItemChange::CarriedOn { year: Year(year) }),
        any_day().prop_map(|on| ItemChange::Ended { on }),
        any_day().prop_map(|due| ItemChange::Moved { due }),
    ]
}

fn any_adjustment() -> impl Strategy<Value = Said> {
    let change = prop_oneof![
        (10_u32..14).prop_map(|to| AdjustmentChange::Target {
            old: Some(aim("20")),
            new: Some(aim(&to.to_string()))
        }),
        Just(AdjustmentChange::Ended),
    ];
    let status = prop_oneof![1 => Just(Status::Proposed), 3 => Just(Status::Decided)];
    (change, any_day(), status)
        .prop_map(|(change, from, status)| adjustment(change, &from.to_string(), status))
}

fn any_member() -> impl Strategy<Value = Said> {
    let who = prop_oneof![
        any_entry_name().prop_map(|of| Listing::Known { of }),
        proptest::sample::select(vec!["甲", "乙", ""]).prop_map(|name| Listing::Named {
            name: name.into(),
            district: None,
            host: String::new()
        }),
    ];
    let state = proptest::option::weighted(0.7, proptest::sample::select(vec!["入库", "认定"]));
    (who, state, any_day()).prop_map(|(who, state, from)| {
        let (list, state) = ("pilot-bases".into(), state.map(Into::into));
        Said::Member(Box::new(Member {
            list,
            who,
            state,
            from,
            document: String::new(),
            note: String::new(),
        }))
    })
}

fn any_said() -> impl Strategy<Value = Said> {
    let problem = Said::Problem { subject: None, text: "缺".into(), who: String::new(), until: None };
    let case = |case| Said::Case(Box::new(case));
    let told = case(Case::Told(CaseText { pictures: vec![], ..case_text() }));
    let anything = any_entry_name().prop_flat_map(|of| proptest::sample::select(every_kind(of)));
    prop_oneof![
        3 => Just(problem),
        6 => (any_entry_name(), any_step()).prop_map(|(of, step)| {
            Said::ProblemStep { of, step, text: "句".into(), document: String::new() }
        }),
        3 => (proptest::sample::select(vec!["1f.0.3", "measure-1"]), any_change())
            .prop_map(|(id, change)| item(id, change)),
        4 => any_member(),
        4 => any_adjustment(),
        1 => Just(told),
        1 => any_entry_name().prop_map(move |of| case(Case::Returned { of, reason: "退".into() })),
        4 => anything,
        1 => Just(actual("alliances", "3").said),
        3 => Just(Said::Withdrawal { reason: "撤".into() }),
        1 => any_entry_name().prop_map(|of| Said::Redaction { of }),
        1 => any_entry_name().prop_map(|of| Said::Return { of: of.batch, reason: "退".into() }),
        1 => any_entry_name().prop_map(|of| Said::Acceptance { of: of.batch }),
        1 => proptest::collection::vec(any_entry_name().prop_map(|of| of.batch), 0..6)
            .prop_map(|accepted| Said::Lock { accepted }),
    ]
}

fn any_batches() -> impl Strategy<Value = Vec<Batch>> {
    let entries =
        proptest::collection::vec((proptest::option::weighted(0.3, any_entry_name()), any_said()), 1..4);
    let one =
        (0_u64..5, 0_u32..2, 0_u64..6, entries).prop_map(|(writer, sequence, written, entries)| Batch {
            id: BatchId { writer, sequence },
            written: Moment(1_725_000_000 + written * 40_000),
            entries: entries.into_iter().map(|(replaces, said)| Entry { replaces, said }).collect(),
            ..batch(writer, "2024-09-03", "haicheng", [])
        });
    proptest::collection::vec(one, 1..10)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn what_the_kinds_come_to_is_the_same_in_every_order_of_arrival(
        (batches, order) in any_batches().prop_flat_map(|batches| {
            let twice: Vec<usize> = (0..batches.len()).chain(0..batches.len()).collect();
            (Just(batches), Just(twice).prop_shuffle())
        }),
    ) {
        let at_once = Ledger::new(batches.clone());
        let mut one_by_one = Ledger::default();
        for at in order {
            one_by_one.add(batches[at].clone());
        }
        prop_assert_eq!(shown(&at_once), shown(&one_by_one));
    }

    /// What is written and read, in one go and batch by batch, comes to the same.
    #[test]
    fn what_the_kinds_come_to_is_the_same_after_the_codec(batches in any_batches()) {
        use crate::ledger::codec::{Vocabulary, decode, encode, encode_one};
        let read = decode(&encode(&batches, None), &Vocabulary::default()).expect("what was written");
        prop_assert_eq!(&read, &batches);
        let each = batches.iter().flat_map(|one| decode(&encode_one(one), &Vocabulary::default()).expect("one"));
        prop_assert_eq!(shown(&Ledger::new(each)), shown(&Ledger::new(batches.clone())));
    }
}

/// The cases that people meet, in every order: a correction and a withdrawal before what they speak of, two who close and
/// reopen at once, an adjustment before the item that it adjusts.
#[test]
fn every_order_of_what_people_do_comes_to_the_same() {
    let of = |writer| EntryId { batch: BatchId { writer, sequence: 0 }, index: 0 };
    let problem = Said::Problem { subject: None, text: "缺地".into(), who: String::new(), until: None };
    let step = |step| Said::ProblemStep { of: of(1), step, text: "句".into(), document: String::new() };
    let reply = |writer, on, to, said| Batch {
        entries: vec![Entry { replaces: Some(of(to)), said }],
        ..batch(writer, on, "science-bureau", [])
    };
    let listed = item("alliances", ItemChange::Listed(line("节点", None)));
    let change = AdjustmentChange::Target { old: None, new: Some(aim("7")) };
    let batches = [
        batch(1, "2024-09-01", "haicheng", [problem.clone()]),
        reply(2, "2024-09-02", 1, problem),
        batch(3, "2024-09-05", "science-bureau", [step(ProblemStep::Closed)]),
        batch(4, "2024-09-05", "science-bureau", [step(ProblemStep::Reopened)]),
        batch(5, "2024-09-06", "science-bureau", [adjustment(change, "2024-09-01", Status::Decided)]),
        batch(6, "2024-09-07", "science-bureau", [listed]),
        reply(7, "2024-09-08", 4, Said::Withdrawal { reason: "误".into() }),
    ];
    let expected = shown(&Ledger::new(batches.clone()));
    let mut order: Vec<usize> = (0..batches.len()).collect();
    let mut seen = 0;
    each_order(&mut order, 0, &mut |order| {
        let mut ledger = Ledger::default();
        for at in order {
            ledger.add(batches[*at].clone());
        }
        assert_eq!(shown(&ledger), expected, "{order:?}");
        seen += 1;
    });
    assert_eq!(seen, 5040);
}

fn each_order(order: &mut Vec<usize>, from: usize, act: &mut impl FnMut(&[usize])) {
    if from == order.len() {
        act(order);
    }
    for at in from..order.len() {
        order.swap(from, at);
        each_order(order, from + 1, act);
        order.swap(from, at);
    }
}
