//! What is taken, what is refused, and how the list tells it.

use super::*;
use crate::ledger::kinds::{Adjustment, AdjustmentChange, Outcome, Status, Verdict};
use crate::ledger::samples::actual;
use crate::ledger::samples::august::{batch, day, month, officer, plan};
use crate::ledger::{Batch, Entry, EntryId, Ledger, Said};
use crate::plan::{Comparator, PlanIndex, Year};
use crate::standing::AsOf;
use crate::text::Language::{self, En, Zh};

fn sound() -> Typed {
    Typed {
        subject: "alliances".into(),
        year: "2025".into(),
        value: "１８".into(),
        class: "1".into(),
        reason: "上级重新下达任务".into(),
        document: "鞍科发〔2025〕8 号".into(),
        dated: "2025-07-01".into(),
        decided_by: "市政府常务会议".into(),
        effective: "2025-07-01".into(),
        ..Typed::default()
    }
}

fn write(ledger: &Ledger, typed: &Typed) -> Result<Adjustment, Vec<Fault>> {
    match written(&plan(), ledger, typed, None)?.said {
        Said::Adjustment(one) => Ok(*one),
        other => panic!("{other:?}"),
    }
}

fn reported() -> Ledger {
    let said = [actual("alliances", "19").said];
    Ledger::new([Batch { month: month("2025-12"), ..batch(1, "2026-01-05", "science-bureau", said) }])
}

fn page(ledger: &Ledger, plan: &PlanIndex, language: Language) -> Page {
    model(AsOf { plan, ledger, today: day("2026-02-01"), offset: 480, language })
}

#[test]
fn comparator_and_promise_stay_unless_the_adjustment_says_otherwise() {
    let said = write(&Ledger::default(), &sound()).expect("all is sound");
    let AdjustmentChange::Target { old: Some(old), new: Some(new) } = said.change else { panic!("{said:?}") };
    assert_eq!((old.value.to_string(), new.value.to_string()), ("20".into(), "18".into()));
    assert_eq!((new.comparator, new.modality), (old.comparator, old.modality));
    assert_eq!(said.status, Status::Decided);
    let stricter = Typed { comparator: "greater-than".into(), ..sound() };
    let said = write(&Ledger::default(), &stricter).expect("all is sound");
    let AdjustmentChange::Target { new: Some(new), .. } = said.change else { panic!("{said:?}") };
    assert_eq!(new.comparator, Comparator::GreaterThan);
}

/// M17.7: without document or decider it is a proposal.
#[test]
fn without_a_paper_or_a_decider_it_is_only_proposed() {
    let status = |typed: Typed| write(&Ledger::default(), &typed).expect("sound").status;
    assert_eq!(status(Typed { decided_by: " ".into(), ..sound() }), Status::Proposed);
    assert_eq!(status(Typed { document: String::new(), dated: String::new(), ..sound() }), Status::Proposed);
}

/// M17.9, 12: what cannot be is refused with the place, all of it at once.
#[test]
fn what_cannot_be_is_refused() {
    let empty = Ledger::default();
    let cases: [(Typed, &[Fault]); 14] = [
        (Typed { subject: "nothing".into(), ..sound() }, &[Fault::Subject]),
        (Typed { year: "2026".into(), ..sound() }, &[Fault::Year]),
        (Typed { value: "-1".into(), ..sound() }, &[Fault::Negative]),
        (Typed { value: "十八".into(), ..sound() }, &[Fault::Figure]),
        (Typed { value: "18 家".into(), ..sound() }, &[Fault::Figure]),
        (Typed { value: "20.0".into(), ..sound() }, &[Fault::Unchanged]),
        (Typed { class: "9".into(), ..sound() }, &[Fault::Class]),
        (Typed { reason: "\n".into(), ..sound() }, &[Fault::NoReason]),
        (Typed { document: "会议纪要".into(), ..sound() }, &[Fault::NoNumber]),
        (Typed { document: String::new(), ..sound() }, &[Fault::NoNumber]),
        (Typed { dated: "7月1日".into(), ..sound() }, &[Fault::Day(Field::Dated)]),
        (Typed { effective: "2025-02-30".into(), ..sound() }, &[Fault::Day(Field::Effective)]),
        (
            Typed { effective: "2026-01-01".into(), ..sound() },
            &[Fault::Outside { first: day("2023-01-01"), last: day("2025-12-31") }],
        ),
        (
            Typed { year: "2024".into(), new: NewAim::Ended, ..sound() },
            &[Fault::Outside { first: day("2023-01-01"), last: day("2024-12-31") }],
        ),
    ];
    for (typed, faults) in cases {
        assert_eq!(write(&empty, &typed).unwrap_err(), faults, "{typed:?}");
    }
    let nothing =
        Typed { year: "2024".into(), new: NewAim::Ended, effective: "2024-07-01".into(), ..sound() };
    assert_eq!(write(&empty, &nothing).unwrap_err(), [Fault::NothingToEnd]);
    let all = write(&empty, &Typed::default()).unwrap_err();
    let fields: Vec<Field> = all.iter().map(|one| one.field()).collect();
    assert_eq!(
        fields,
        [Field::Subject, Field::Year, Field::Value, Field::Class, Field::Reason, Field::Effective]
    );
    let long = Typed { reason: "字".repeat(MOST_LETTERS + 1), ..sound() };
    let letters = MOST_LETTERS + 1;
    assert_eq!(write(&empty, &long).unwrap_err(), [Fault::TooLong { field: Field::Reason, letters }]);
    assert!(write(&empty, &Typed { reason: "字".repeat(MOST_LETTERS), ..sound() }).is_ok());
    for language in [Zh, En] {
        for fault in all.iter().chain(&[Fault::YearClosed(Year(2025)), Fault::Day(Field::Dated)]) {
            let said = words::fault(language, *fault);
            assert!(!said.is_empty() && (language == Zh || said.is_ascii()), "{said}");
        }
    }
}

#[test]
fn a_reconciled_year_is_closed_until_its_verdict_is_withdrawn() {
    let mut ledger = reported();
    let verdict = Verdict {
        subject: "alliances".into(),
        year: Year(2025),
        reported: None,
        checked: None,
        outcome: Outcome::Met,
        reason: String::new(),
        source: "统计年报".into(),
        evidence: "年报".into(),
        carried: None,
        on: day("2026-01-20"),
        doer: "李科".into(),
        verifier: "王处".into(),
        status: Status::Decided,
    };
    let waits = Verdict { verifier: String::new(), status: Status::Proposed, ..verdict.clone() };
    let mut open = ledger.clone();
    open.add(officer(2, "2026-01-20", [Said::Verdict(Box::new(waits))]));
    assert!(write(&open, &sound()).is_ok(), "one signature closes no year");
    let closed = officer(3, "2026-01-20", [Said::Verdict(Box::new(verdict))]);
    let id = EntryId { batch: closed.id, index: 0 };
    ledger.add(closed);
    assert_eq!(write(&ledger, &sound()).unwrap_err(), [Fault::YearClosed(Year(2025))]);
    // Another target of the same year has no verdict.
    let other = Typed { subject: "carriers".into(), ..sound() };
    assert!(write(&ledger, &other).is_ok());
    let back = Entry { replaces: Some(id), said: Said::Withdrawal { reason: "重新核对".into() } };
    ledger.add(Batch { entries: vec![back], ..officer(4, "2026-01-21", []) });
    assert!(write(&ledger, &sound()).is_ok());
}

/// M17.2, 5, 8: against which is judged, which light turned by it, and what contradicts what.
#[test]
fn the_list_tells_how_each_stands_and_which_lights_it_turned() {
    let plan = plan();
    let mut ledger = reported();
    let empty = page(&ledger, &plan, Zh);
    assert_eq!((empty.rows.len(), empty.heading.as_str()), (0, "目标调整"));
    let said = |typed: Typed| [written(&plan, &Ledger::default(), &typed, None).expect("sound").said];
    ledger.add(officer(2, "2026-01-10", said(Typed { effective: "2025-12-01".into(), ..sound() })));
    let twin = Typed { value: "17".into(), effective: "2025-12-01".into(), ..sound() };
    ledger.add(officer(3, "2026-01-11", said(twin)));
    ledger.add(officer(4, "2026-01-12", said(Typed { effective: "2025-07-01".into(), ..sound() })));
    ledger.add(officer(
        5,
        "2026-01-13",
        said(Typed { decided_by: String::new(), value: "1".into(), ..sound() }),
    ));
    let shown = page(&ledger, &plan, Zh);
    assert_eq!(shown.heading, "目标调整 3 项，另有建议 1 项");
    assert_eq!(shown.lede, "各页现按调整后的目标判断，1 个指标因此变灯。");
    let states: Vec<(State, &str)> = shown.rows.iter().map(|row| (row.state, row.new.as_str())).collect();
    assert_eq!(
        states,
        [(State::Contradicts, "≥17"), (State::Holds, "≥18"), (State::Proposed, "≥1"), (State::Past, "≥18"),]
    );
    let turned: Vec<_> = shown.rows.iter().filter_map(|row| row.turned).collect();
    assert_eq!(
        turned.iter().map(|(issued, now)| (issued.light, now.light)).collect::<Vec<_>>(),
        [("missed", "met")]
    );
    // Read as issued nothing turns, and the list is still there.
    let issued = page(&ledger.as_issued(), &plan, Zh);
    assert_eq!(issued.lede, "各页现按方案原目标判断，调整不计入。");
    assert_eq!(issued.rows.len(), 4);
    assert!(issued.rows.iter().all(|row| row.turned.is_none()));
    assert_eq!(issued.rows[1].state, State::Holds);
}

#[test]
fn a_proposal_that_is_decided_is_one_adjustment() {
    let plan = plan();
    let mut ledger = reported();
    let proposal = Typed { decided_by: String::new(), ..sound() };
    let first = officer(2, "2026-01-10", [written(&plan, &ledger, &proposal, None).expect("sound").said]);
    let id = EntryId { batch: first.id, index: 0 };
    ledger.add(first);
    let Some(Said::Adjustment(said)) = ledger.entry(id).map(|entry| entry.said.clone()) else { panic!() };
    let again = Typed { decided_by: "市政府常务会议".into(), ..typed_of(&said) };
    let entry = written(&plan, &ledger, &again, Some(id)).expect("sound");
    assert_eq!(entry.replaces, Some(id));
    ledger.add(Batch { entries: vec![entry], ..officer(3, "2026-01-11", []) });
    let shown = page(&ledger, &plan, Zh);
    assert_eq!(shown.rows.iter().map(|row| row.state).collect::<Vec<_>>(), [State::Holds]);
}

#[test]
fn what_would_change_is_said_before_it_is_saved_and_english_is_english() {
    let text = include_str!("../../../../tests/plans/harbour-city.json");
    let english = crate::plan::read::from_json(text).expect("the second plan");
    let plan = plan();
    let ledger = reported();
    let typed = Typed { effective: "2025-12-01".into(), ..sound() };
    let entry = written(&plan, &ledger, &typed, None).expect("sound");
    let said = told(&plan, &ledger, entry, day("2026-02-01"), Zh).expect("an adjustment");
    assert_eq!(said.aim, ("≥20".into(), "≥18".into()));
    assert!(said.turns);
    assert_eq!(said.facts, ["目前的灯：未达成 → 达成（因调整变灯）", "2025-12 月末的灯有变"]);
    let indicator = english.indicators().find_map(|place| {
        let target = place.item.targets.first()?;
        Some((place.item.id.clone(), target.year))
    });
    let (subject, year) = indicator.expect("a target");
    let typed = Typed {
        subject,
        year: year.to_string(),
        value: "1".into(),
        reason: "order".into(),
        document: "No. 8".into(),
        decided_by: "council".into(),
        effective: format!("{year}-06-01"),
        dated: String::new(),
        ..sound()
    };
    let entry = written(&english, &Ledger::default(), &typed, None).expect("sound");
    let told =
        told(&english, &Ledger::default(), entry.clone(), day("2026-02-01"), En).expect("an adjustment");
    let ledger = Ledger::new([Batch {
        entries: vec![entry],
        person: "J. Doe".into(),
        organisation: english.issuer.as_str().into(),
        ..officer(1, "2026-01-01", [])
    }]);
    let shown = format!("{told:?} {:?}", page(&ledger, &english, En));
    assert_eq!(shown.chars().find(|c| ('\u{3000}'..='\u{9fff}').contains(c)), None, "{shown}");
}
