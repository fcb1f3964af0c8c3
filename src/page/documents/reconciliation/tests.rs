//! The paper of a year, and what is taken and refused of a verdict.

use super::*;
use crate::document::{Block, Document};
use crate::ledger::kinds::{Outcome, Status, Verdict};
use crate::ledger::samples::actual;
use crate::ledger::samples::august::{batch, day, month, officer, plan};
use crate::ledger::{Batch, BatchId, Entry, EntryId, Ledger, Said, Stage};
use crate::plan::Year;
use crate::standing::AsOf;
use crate::standing::reconciliation::{Because, Class, Promise, Promised, reconciliation};
use crate::text::Language::{self, En, Zh};

const AFTER: &str = "2026-02-01";
const ALLIANCES: &str = "入库省级典型联盟";

fn reported(writer: u64, period: &str, id: &str, value: &str) -> Batch {
    let said = [actual(id, value).said];
    Batch { month: month(period), ..batch(writer, "2026-01-05", "science-bureau", said) }
}

fn asked<T>(ledger: &Ledger, today: &str, language: Language, ask: impl FnOnce(AsOf) -> T) -> T {
    let plan = plan();
    ask(AsOf { plan: &plan, ledger, today: day(today), offset: 480, language })
}

fn paper(ledger: &Ledger, year: u16, today: &str, language: Language) -> Document {
    asked(ledger, today, language, |as_of| model(as_of, day(today), Year(year)))
}

fn sound() -> Typed {
    Typed {
        subject: "alliances".into(),
        reported: "２１".into(),
        checked: "21".into(),
        outcome: outcome(Outcome::Exceeded),
        evidence: "省厅认定文件".into(),
        on: "2026-01-20".into(),
        doer: "李科".into(),
        verifier: "王处".into(),
        ..Typed::default()
    }
}

fn outcome(outcome: Outcome) -> String {
    Outcome::ALL.iter().position(|one| *one == outcome).expect("it").to_string()
}

fn write(ledger: &Ledger, typed: &Typed) -> Result<Verdict, Vec<Fault>> {
    let made = asked(ledger, AFTER, Zh, |as_of| written(as_of, Year(2025), typed))?;
    match made.said {
        Said::Verdict(one) => Ok(*one),
        other => panic!("{other:?}"),
    }
}

fn with_figure(value: &str) -> Ledger {
    Ledger::new([reported(1, "2025-12", "alliances", value)])
}

/// The promise of a year, and what is asked of it.
fn promise<T>(ledger: &Ledger, year: u16, today: &str, id: &str, ask: impl FnOnce(&Promise) -> T) -> T {
    asked(ledger, today, Zh, |as_of| {
        let promises = reconciliation(as_of, Year(year)).promises;
        ask(promises.iter().find(|one| one.id() == id).expect("promised"))
    })
}

/// What was typed of a year, written into the ledger on a day.
fn record(ledger: &mut Ledger, writer: u64, on: &str, year: u16, typed: &Typed) -> EntryId {
    let made = asked(ledger, AFTER, Zh, |as_of| written(as_of, Year(year), typed)).expect("sound");
    let batch = Batch { entries: vec![made], ..officer(writer, on, []) };
    let id = EntryId { batch: batch.id, index: 0 };
    ledger.add(batch);
    id
}

/// The cell of a promise's row under a head.
fn cell(document: &Document, promise: &str, head: &str) -> String {
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let cells = tables.filter_map(|table| {
        let at = table.columns.iter().position(|column| column.name.words == head)?;
        let row = table.rows.iter().find(|row| row[0].pieces[0].words() == promise)?;
        Some(row[at].pieces.iter().map(|piece| piece.words()).collect::<Vec<_>>().join("|"))
    });
    cells.collect::<Vec<_>>().join("\n")
}

fn done(writer: u64, period: &str, id: &str, stage: Stage) -> Batch {
    let said = Said::Progress { subject: id.into(), stage, note: String::new() };
    Batch { month: month(period), ..batch(writer, "2026-01-05", "science-bureau", [said]) }
}

fn figures(said: &str) -> Vec<usize> {
    said.split(|letter: char| !letter.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

/// M15.1: the sum of the classes is the number of promises, with records and without, in both languages; with a class left
/// out the sentence does not add up.
#[test]
fn the_classes_add_up_to_the_promises_on_every_paper() {
    let plan = plan();
    let sample = Ledger::new(crate::sample::until(&plan, day(AFTER)));
    for ledger in [&Ledger::default(), &sample, &with_figure("21")] {
        for year in [2023, 2024, 2025] {
            asked(ledger, AFTER, Zh, |as_of| {
                let of = reconciliation(as_of, Year(year));
                let sum: usize = of.counts().iter().map(|(_, count)| count).sum();
                assert_eq!(sum, of.promises.len());
                let mut counts = of.counts();
                let said = figures(&words::conservation(Zh, of.promises.len(), &counts));
                assert_eq!(said[0], said[1..].iter().sum::<usize>(), "{said:?}");
                counts.remove(counts.iter().position(|(_, count)| *count > 0).expect("a class"));
                let broken = figures(&words::conservation(Zh, of.promises.len(), &counts));
                assert!(broken[0] > broken[1..].iter().sum(), "{broken:?}");
            });
            for language in Language::ALL {
                let rows = paper(ledger, year, AFTER, language).blocks.into_iter().map(|block| match block {
                    Block::Table(table) => {
                        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
                        table.rows.len()
                    }
                    _ => 0,
                });
                let promised =
                    asked(ledger, AFTER, language, |as_of| reconciliation(as_of, Year(year)).promises.len());
                assert_eq!(rows.sum::<usize>(), promised, "{year}");
            }
        }
    }
}

/// M42: the target figures and milestones of the plan, each in one year's paper and no other.
#[test]
fn every_promise_of_the_plan_is_reconciled_once() {
    let plan = plan();
    let targets: usize = plan.indicators().map(|place| place.item.targets.len()).sum();
    let ledger = Ledger::default();
    let promised: usize = asked(&ledger, AFTER, Zh, |as_of| {
        as_of.plan.period.iter().map(|year| reconciliation(as_of, year).promises.len()).sum()
    });
    assert_eq!(promised, targets + plan.milestones().count());
    assert_eq!((targets, plan.milestones().count()), (26, 8));
}

/// M15.2: exactly at the target a strict comparator is not met, and what asks for at least it is.
#[test]
fn a_verdict_is_proposed_by_the_comparator_of_the_text() {
    let plan = plan();
    let of = |id: &str, period: &str, value: &str| {
        let ledger = Ledger::new([reported(1, period, id, value)]);
        let year = month(period).year();
        asked(&ledger, AFTER, Zh, |as_of| {
            let promises = reconciliation(as_of, year).promises;
            promises.into_iter().find(|one| one.id() == id).expect("promised").proposal
        })
    };
    let strict = plan
        .indicators()
        .find_map(|place| {
            let target = place.item.target(Year(2025))?;
            (target.comparator == crate::plan::Comparator::GreaterThan
                && place.item.basis != crate::plan::Basis::Unstated)
                .then(|| (place.item.id.clone(), target.value.to_string()))
        })
        .expect("the plan has a strict target");
    assert_eq!(of(&strict.0, "2025-12", &strict.1).outcome, Some(Outcome::NotMet), "{strict:?}");
    assert_eq!(of("alliances", "2025-12", "20").outcome, Some(Outcome::Met));
    assert_eq!(of("alliances", "2025-12", "21").outcome, Some(Outcome::Exceeded));
    assert_eq!(of("alliances", "2025-12", "19").because, Because::FallsShort);
    // A running total of November is reached for good; a stock of November says nothing of the year's end.
    assert_eq!(of("alliances", "2025-11", "25").because, Because::CompliedEarly);
    assert_eq!(of("high-tech-enterprises", "2025-11", "700").because, Because::NoFigure);
}

/// M15.7: two people, of whom a space or full-width letters make no third.
#[test]
fn doer_and_verifier_are_two_people() {
    let ledger = with_figure("21");
    assert_eq!(write(&ledger, &sound()).expect("sound").status, Status::Decided);
    let alone = write(&ledger, &Typed { verifier: " ".into(), ..sound() }).expect("sound");
    assert_eq!(alone.status, Status::Proposed);
    for same in ["李科", " 李 科 "] {
        assert_eq!(
            write(&ledger, &Typed { verifier: same.into(), ..sound() }).unwrap_err(),
            [Fault::SamePerson]
        );
    }
}

/// M15.3, 5, 13: each of what cannot be, with its place.
#[test]
fn what_cannot_be_is_refused() {
    let ledger = with_figure("21");
    let first = Year(2026);
    let cases: [(Typed, &[Fault]); 14] = [
        (Typed { subject: "nothing".into(), ..sound() }, &[Fault::Subject]),
        (Typed { checked: "二十一".into(), ..sound() }, &[Fault::Figure(Field::Checked)]),
        (Typed { outcome: String::new(), ..sound() }, &[Fault::Outcome]),
        (Typed { outcome: outcome(Outcome::NotMet), ..sound() }, &[Fault::NoReason]),
        (Typed { evidence: " ".into(), ..sound() }, &[Fault::NoEvidence]),
        (Typed { checked: String::new(), ..sound() }, &[Fault::NotChecked]),
        (Typed { outcome: outcome(Outcome::Adjusted), reason: "文件".into(), ..sound() }, &[Fault::NoPaper]),
        (Typed { on: "2025-12-30".into(), ..sound() }, &[Fault::BeforeProof(month("2025-12"))]),
        (
            Typed {
                on: "2025-12-31".into(),
                outcome: outcome(Outcome::NotMet),
                reason: "口径不符".into(),
                ..sound()
            },
            &[Fault::BeforeYearEnd(Year(2025))],
        ),
        (Typed { on: "2026-02-02".into(), ..sound() }, &[Fault::InFuture]),
        (Typed { on: "1月".into(), ..sound() }, &[Fault::Day]),
        (Typed { doer: String::new(), ..sound() }, &[Fault::NoDoer]),
        (
            Typed {
                outcome: outcome(Outcome::Carried),
                reason: "延期".into(),
                carried_year: "2025".into(),
                ..sound()
            },
            &[Fault::CarriedYear { first, last: first }],
        ),
        (
            Typed {
                outcome: outcome(Outcome::Carried),
                reason: "延期".into(),
                carried_year: "2026".into(),
                carried_to: "nobody".into(),
                ..sound()
            },
            &[Fault::CarriedTo],
        ),
    ];
    for (typed, faults) in cases {
        assert_eq!(write(&ledger, &typed).unwrap_err(), faults, "{typed:?}");
        for language in Language::ALL {
            let said = words::fault(language, faults[0]);
            assert!(!said.is_empty() && (language == Zh || said.is_ascii()), "{said}");
        }
    }
    let long = Typed { evidence: "字".repeat(MOST_LETTERS + 1), ..sound() };
    let letters = MOST_LETTERS + 1;
    assert_eq!(write(&ledger, &long).unwrap_err(), [Fault::TooLong { field: Field::Evidence, letters }]);
    assert!(write(&ledger, &Typed { evidence: "字".repeat(MOST_LETTERS), ..sound() }).is_ok());
    let otherwise = Typed { outcome: outcome(Outcome::NotMet), reason: "口径不符".into(), ..sound() };
    assert_eq!(write(&ledger, &otherwise).expect("a reason").outcome, Outcome::NotMet);
    let by_paper = Typed {
        outcome: outcome(Outcome::Adjusted),
        reason: "文件".into(),
        evidence: "鞍科发〔2025〕7号".into(),
        ..sound()
    };
    assert!(write(&ledger, &by_paper).is_ok());
    for typed in ["2026.1.20", "2026年1月20日", "２０２６０１２０"] {
        assert_eq!(
            write(&ledger, &Typed { on: typed.into(), ..sound() }).expect("a day").on,
            day("2026-01-20")
        );
    }
}

/// M15.13: a level says nothing before the year is over, however high it stands; nor does a day before the proof.
#[test]
fn a_level_is_concluded_after_its_year_and_nothing_before_its_proof() {
    let level = Ledger::new([
        reported(1, "2025-11", "conversion-rate", "70"),
        reported(2, "2025-12", "conversion-rate", "70"),
    ]);
    let typed = Typed { subject: "conversion-rate".into(), checked: "70".into(), ..sound() };
    let typed = Typed { outcome: outcome(Outcome::Met), on: "2025-12-20".into(), ..typed };
    assert_eq!(write(&level, &typed).unwrap_err(), [Fault::BeforeYearEnd(Year(2025))]);
    let early = Ledger::new([reported(1, "2025-10", "alliances", "21")]);
    let on = |day: &str| write(&early, &Typed { on: day.into(), ..sound() }).map(|one| one.on);
    assert_eq!(on("2020-01-01").unwrap_err(), [Fault::BeforeProof(month("2025-10"))]);
    assert_eq!(on("2025-10-31"), Ok(day("2025-10-31")));
}

/// M15.3: what was checked decides, not what the ledger says; nobody has checked what nobody typed.
#[test]
fn the_checked_figure_decides_what_needs_a_reason() {
    let ledger = with_figure("21");
    let begun = asked(&ledger, AFTER, Zh, |as_of| begun(as_of, Year(2025), "alliances")).expect("it");
    assert_eq!((begun.typed.reported.as_str(), begun.typed.checked.as_str()), ("21", ""));
    let checked = |of| Typed { checked: "18".into(), outcome: outcome(of), ..sound() };
    assert_eq!(write(&ledger, &checked(Outcome::Exceeded)).unwrap_err(), [Fault::NoReason]);
    let short = Typed { reason: "三家不符合条件".into(), ..checked(Outcome::NotMet) };
    assert!(write(&ledger, &short).is_ok());
    assert!(write(&Ledger::default(), &sound()).is_ok(), "the ledger has no figure, and the check found one");
    let waits = Typed { checked: String::new(), verifier: String::new(), ..sound() };
    assert!(write(&ledger, &waits).is_ok(), "who verifies will check it");
}

/// M15.3, 8: one signature takes two away neither in the form nor by a later clock, and is told beside them.
#[test]
fn one_signature_takes_two_away_nowhere() {
    let mut ledger = with_figure("21");
    let signed = record(&mut ledger, 7, "2026-01-20", 2025, &sound());
    let alone = Typed { verifier: String::new(), reason: "复核".into(), ..sound() };
    assert_eq!(write(&ledger, &alone).unwrap_err(), [Fault::Signed]);
    assert_eq!(write(&ledger, &sound()).unwrap_err(), [Fault::NoReasonAnew]);
    let fresh = asked(&ledger, AFTER, Zh, |as_of| begun(as_of, Year(2025), "alliances")).expect("it").typed;
    assert_eq!((fresh.checked.as_str(), fresh.doer.as_str(), fresh.verifier.as_str()), ("21", "", ""));
    // From another device, with a later clock, once as an answer to what is signed and once without knowing of it.
    let proposed = Verdict {
        outcome: Outcome::NotMet,
        verifier: String::new(),
        status: Status::Proposed,
        ..write(&with_figure("21"), &sound()).expect("sound")
    };
    for replaces in [None, Some(signed)] {
        let mut merged = ledger.clone();
        let entry = Entry { replaces, said: Said::Verdict(Box::new(proposed.clone())) };
        merged.add(Batch { entries: vec![entry], ..officer(8, "2026-01-25", []) });
        promise(&merged, 2025, AFTER, "alliances", |one| {
            assert_eq!(one.class(), Class::Outcome(Outcome::Exceeded));
            assert!(one.said.is_some_and(|said| said.waits.is_some()));
        });
        let stands = merged.verdicts_of(Year(2025));
        assert_eq!(stands.values().next().map(|(one, _)| one.outcome), Some(Outcome::Exceeded));
        let said = cell(&paper(&merged, 2025, AFTER, Zh), ALLIANCES, "结论");
        assert_eq!(said, "超额完成|已签字确认|另有一项待核验：未完成");
        let back = Entry { replaces: Some(signed), said: Said::Withdrawal { reason: "重新核对".into() } };
        merged.add(Batch { entries: vec![back], ..officer(9, "2026-01-26", []) });
        promise(&merged, 2025, AFTER, "alliances", |one| {
            assert!(one.signed().is_none(), "withdrawn");
            assert_eq!(one.verdict().map(|one| one.outcome), Some(Outcome::NotMet), "the proposal is left");
        });
    }
    let other = Typed { outcome: outcome(Outcome::NotMet), reason: "口径不符".into(), ..sound() };
    let anew = record(&mut ledger, 10, "2026-01-28", 2025, &other);
    promise(&ledger, 2025, AFTER, "alliances", |one| {
        assert_eq!(one.said.map(|said| (said.stands.1.id, said.other)), Some((anew, None)));
    });
    // Two who did not know of each other.
    let mut both = with_figure("21");
    let apart = [(11, "2026-01-20", sound()), (12, "2026-01-21", other)].map(|(writer, on, typed)| {
        let said = write(&with_figure("21"), &typed).expect("sound");
        officer(writer, on, [Said::Verdict(Box::new(said))])
    });
    apart.into_iter().for_each(|batch| {
        both.add(batch);
    });
    let said = cell(&paper(&both, 2025, AFTER, Zh), ALLIANCES, "结论");
    assert!(said.starts_with("未完成|已签字确认|另有一项已签字的不同结论：超额完成"), "{said}");
}

/// M15.7: whoever verifies puts no words into the doer's mouth; the checked figure is the verifier's to add.
#[test]
fn who_verifies_signs_what_stands_there() {
    let mut ledger = with_figure("21");
    let saved = Typed { verifier: String::new(), checked: String::new(), ..sound() };
    record(&mut ledger, 7, "2026-01-20", 2025, &saved);
    let changed = Typed { evidence: "另一份文件".into(), ..sound() };
    assert_eq!(write(&ledger, &changed).unwrap_err(), [Fault::NotAsSaved]);
    let saved_again = Typed { verifier: String::new(), ..changed };
    assert!(write(&ledger, &saved_again).is_ok(), "the doer may");
    assert_eq!(write(&ledger, &sound()).expect("as it stands").status, Status::Decided);
}

/// A view of an earlier day has what was signed then, though it was signed anew since; and says by when it knows.
#[test]
fn an_earlier_day_has_the_verdict_that_stood_then() {
    let mut ledger = with_figure("21");
    record(&mut ledger, 7, "2026-01-20", 2025, &sound());
    let anew = Typed { outcome: outcome(Outcome::NotMet), reason: "复核".into(), ..sound() };
    record(&mut ledger, 8, "2026-01-28", 2025, &anew);
    let on =
        |today: &str| promise(&ledger, 2025, today, "alliances", |one| one.signed().map(|one| one.outcome));
    assert_eq!(on("2026-01-19"), None);
    assert_eq!(on("2026-01-27"), Some(Outcome::Exceeded), "of a day before, written down later");
    assert_eq!(on("2026-01-28"), Some(Outcome::NotMet));
    let of = |known: &str| {
        asked(&ledger, "2026-01-27", Zh, |as_of| model(as_of, day(known), Year(2025)).masthead.words)
    };
    assert!(of("2026-02-01").ends_with("数据截至2026年1月27日，2026年2月1日汇总"), "{}", of("2026-02-01"));
    assert!(of("2026-01-27").ends_with("数据截至2026年1月27日"), "{}", of("2026-01-27"));
}

/// A total that was too high and was put right has not reached its target.
#[test]
fn a_total_that_fell_is_not_met_for_good() {
    let high = reported(1, "2025-10", "alliances", "21");
    let right = reported(2, "2025-11", "alliances", "18");
    let of = |ledger: &Ledger| promise(ledger, 2025, AFTER, "alliances", |one| one.proposal.because);
    assert_eq!(of(&Ledger::new([high.clone()])), Because::CompliedEarly);
    assert_eq!(of(&Ledger::new([high, right])), Because::NoFigure);
}

/// M15.5: what only the organisation says of a milestone is to be judged, and so is every direction; two people and their
/// evidence judge it, and no percentage is anywhere.
#[test]
fn what_only_the_unit_says_is_to_be_judged() {
    let ledger = Ledger::new([
        done(1, "2025-11", "platform-system", Stage::Done),
        done(2, "2025-11", "ranking-forward", Stage::Done),
        done(3, "2026-01", "park-results", Stage::Done),
        done(4, "2025-11", "talent-hub", Stage::Underway),
    ]);
    for (id, because) in [
        ("platform-system", Because::SaidDone),
        ("ranking-forward", Because::Direction),
        ("park-results", Because::SaidDoneLater),
        ("talent-hub", Because::Direction),
    ] {
        let class = promise(&ledger, 2025, AFTER, id, |one| (one.class(), one.proposal.because));
        assert_eq!(class, (Class::ToJudge, because), "{id}");
    }
    let said = paper(&ledger, 2025, AFTER, Zh).text();
    assert!(said.contains("待认定4") && !said.contains("销账4"), "{said}");
    let typed = Typed {
        subject: "platform-system".into(),
        reported: String::new(),
        checked: String::new(),
        outcome: outcome(Outcome::Met),
        ..sound()
    };
    assert_eq!(
        write(&ledger, &Typed { evidence: String::new(), ..typed.clone() }).unwrap_err(),
        [Fault::NoEvidence]
    );
    let mut ledger = ledger;
    record(&mut ledger, 7, "2026-01-20", 2025, &typed);
    let document = paper(&ledger, 2025, AFTER, Zh);
    assert!(document.text().contains("待认定3"), "{}", document.text());
    let row = document.blocks.iter().find_map(|block| match block {
        Block::Table(table) => table
            .rows
            .iter()
            .find(|row| row.iter().flat_map(|cell| &cell.pieces).any(|piece| piece.words() == "李科")),
        _ => None,
    });
    let mut pieces = row.expect("the row").iter().flat_map(|cell| &cell.pieces);
    assert!(pieces.all(|piece| !piece.words().contains('%')));
}

/// It is said that nothing is on record only where that is so.
#[test]
fn no_data_is_said_only_where_there_is_none() {
    let is_said =
        |ledger: &Ledger, year| paper(ledger, year, AFTER, Zh).text().contains("台账中没有本年度12月");
    assert!(is_said(&Ledger::default(), 2023) && is_said(&Ledger::default(), 2025));
    assert!(is_said(&Ledger::new([reported(1, "2023-11", "carriers", "3")]), 2023), "none of December");
    let unstated = Ledger::new([reported(1, "2023-12", "contract-value", "17.9")]);
    assert!(!is_said(&unstated, 2023), "its figure is in the table");
    assert!(!is_said(&Ledger::new([done(1, "2023-06", "park-planning", Stage::Underway)]), 2023));
}

/// Of an earlier year a level says nothing, and where nothing is met no month is named.
#[test]
fn met_since_is_of_the_year_and_of_what_is_met() {
    let since = |ledger: &Ledger, year, id: &str| {
        promise(ledger, year, AFTER, id, |one| one.what.met_since().map(|month| month.to_string()))
    };
    let level = Ledger::new([reported(1, "2023-12", "conversion-rate", "61")]);
    assert_eq!(since(&level, 2023, "conversion-rate").as_deref(), Some("2023-12"));
    assert_eq!(since(&level, 2024, "conversion-rate"), None);
    // Met in November, and nobody says how December ended.
    let stock = Ledger::new([reported(1, "2025-11", "high-tech-enterprises", "700")]);
    assert_eq!(since(&stock, 2025, "high-tech-enterprises").as_deref(), Some("2025-11"));
    assert!(!paper(&stock, 2025, AFTER, Zh).text().contains("达标起始月"));
    assert!(paper(&with_figure("21"), 2025, AFTER, Zh).text().contains("达标起始月"));
}

/// A copy without names says that they were taken out, not that nobody has verified.
#[test]
fn without_names_a_signed_verdict_stays_signed() {
    let mut ledger = Ledger::default();
    let verdict = write(&with_figure("21"), &sound()).expect("sound");
    ledger.add(officer(7, "2026-01-20", [Said::Verdict(Box::new(verdict)).without_people()]));
    let said = cell(&paper(&ledger, 2025, AFTER, Zh), ALLIANCES, "经办、核验");
    assert_eq!(said, "姓名已隐去|2026年1月20日");
    let begun = asked(&ledger, AFTER, Zh, |as_of| begun(as_of, Year(2025), "alliances")).expect("it");
    let alone = Typed { doer: "李科".into(), reason: "复核".into(), ..begun.typed };
    assert_eq!(write(&ledger, &alone).unwrap_err(), [Fault::Signed]);
}

/// A verdict on what its year promises no more is told with its names, and counts nowhere.
#[test]
fn a_stray_verdict_is_told_by_name() {
    let set = officer(
        3,
        "2024-02-01",
        [Said::YearTarget {
            indicator: "alliances".into(),
            year: Year(2024),
            value: crate::ledger::samples::value("15"),
            reason: "分解".into(),
            document: String::new(),
        }],
    );
    let target = EntryId { batch: set.id, index: 0 };
    let mut ledger = Ledger::new([set]);
    let typed = Typed { checked: "16".into(), ..sound() };
    record(&mut ledger, 7, "2026-01-20", 2024, &typed);
    assert!(!paper(&ledger, 2024, AFTER, Zh).text().contains("不计入合计"));
    let back = Entry { replaces: Some(target), said: Said::Withdrawal { reason: "误设".into() } };
    ledger.add(Batch { entries: vec![back], ..officer(8, "2026-01-21", []) });
    for language in Language::ALL {
        let said = paper(&ledger, 2024, AFTER, language).text();
        let told = said.split(words::of(language).strays).nth(1).expect("told");
        assert!(told.contains("李科 王处") && told.contains("2024"), "{told}");
        let all =
            asked(&ledger, AFTER, language, |as_of| super::super::account::model(as_of, day(AFTER)).text());
        assert!(all.contains(words::of(language).strays), "the account tells it too");
    }
}

/// Reason, evidence and source each have a name, and so has what the ledger says.
#[test]
fn grounds_say_what_each_is() {
    let mut ledger = with_figure("18");
    let typed = Typed {
        outcome: outcome(Outcome::NotMet),
        checked: "18".into(),
        reason: "两家未签约".into(),
        source: "年报".into(),
        ..sound()
    };
    record(&mut ledger, 7, "2026-01-20", 2025, &typed);
    let said = cell(&paper(&ledger, 2025, AFTER, Zh), ALLIANCES, "依据");
    assert_eq!(said, "数据：12月数据不符合目标|理由：两家未签约|佐证：省厅认定文件|来源：年报");
}

/// M15.8: what was signed stays, and the paper counts what the figures of today would make of it.
#[test]
fn a_later_figure_changes_no_signed_verdict_and_is_counted() {
    let mut ledger = with_figure("21");
    let verdict = write(&ledger, &sound()).expect("sound");
    ledger.add(officer(7, "2026-01-20", [Said::Verdict(Box::new(verdict))]));
    let before = paper(&ledger, 2025, AFTER, Zh).text();
    assert!(before.contains("签字结论与今日台账数据均一致。"), "{before}");
    let earlier = paper(&ledger, 2025, "2026-01-19", Zh).text();
    assert!(earlier.contains("已签字确认0项"), "nobody had signed by then: {earlier}");
    ledger.add(Batch { ..reported(9, "2025-12", "alliances", "18") });
    asked(&ledger, AFTER, Zh, |as_of| {
        let of = reconciliation(as_of, Year(2025));
        let one = of.promises.iter().find(|one| one.id() == "alliances").expect("promised");
        assert_eq!(
            (one.class(), one.proposal.outcome),
            (Class::Outcome(Outcome::Exceeded), Some(Outcome::NotMet))
        );
        assert_eq!((of.signed(), of.against_figures()), (1, 1));
    });
    let after = paper(&ledger, 2025, AFTER, Zh);
    assert!(after.text().contains("1项与今日台账数据显示的不同"), "{}", after.text());
    let said = cell(&after, ALLIANCES, "结论");
    assert_eq!(
        said, "超额完成|已签字确认|台账数据显示：未完成",
        "both stay visible, and nothing is said twice"
    );
    let english = paper(&ledger, 2025, AFTER, En).text();
    assert!(english.contains("Of the signed verdicts, 1 differs from"), "{english}");
    // What was signed is what the figures say now: nothing differs any more.
    ledger
        .add(Batch { id: BatchId { writer: 12, sequence: 0 }, ..reported(12, "2025-12", "alliances", "21") });
    let differ = |ledger: &Ledger, year| {
        asked(ledger, AFTER, Zh, |as_of| reconciliation(as_of, Year(year)).against_figures())
    };
    assert_eq!(differ(&ledger, 2025), 0);
    // A basis that is decided after the signing is a change, though no figure moved.
    let mut unstated = Ledger::new([reported(1, "2025-12", "contract-value", "99")]);
    let unclear = Typed {
        subject: "contract-value".into(),
        reported: "99".into(),
        checked: "99".into(),
        outcome: outcome(Outcome::Undecided),
        reason: "口径未定".into(),
        ..sound()
    };
    record(&mut unstated, 7, "2026-01-20", 2025, &unclear);
    assert_eq!(differ(&unstated, 2025), 0);
    let basis = crate::plan::Basis::YearlyFlow;
    let decided = Said::BasisDecision { indicator: "contract-value".into(), basis, reason: "明确".into() };
    unstated.add(officer(8, "2026-01-25", [decided]));
    assert_eq!(differ(&unstated, 2025), 1);
    // The figure with which it was signed is withdrawn.
    let figure = reported(1, "2025-12", "alliances", "21");
    let of = EntryId { batch: figure.id, index: 0 };
    let mut gone = Ledger::new([figure]);
    record(&mut gone, 7, "2026-01-20", 2025, &sound());
    let back = Entry { replaces: Some(of), said: Said::Withdrawal { reason: "误报".into() } };
    gone.add(Batch { entries: vec![back], ..officer(8, "2026-01-21", []) });
    assert_eq!(differ(&gone, 2025), 1);
}

/// M15.6, M42.2: what is carried on stands on the paper of the year that takes it over.
#[test]
fn what_is_carried_on_stands_on_the_next_paper() {
    let mut ledger = Ledger::new([reported(1, "2023-12", "alliances", "1")]);
    let typed = Typed {
        reported: String::new(),
        checked: "1".into(),
        outcome: outcome(Outcome::Carried),
        reason: "平台迁址".into(),
        carried_year: "2024".into(),
        carried_to: "haicheng".into(),
        ..sound()
    };
    let waits = Typed { verifier: String::new(), ..typed.clone() };
    let mut proposed = ledger.clone();
    record(&mut proposed, 6, "2026-01-19", 2023, &waits);
    assert!(
        !paper(&proposed, 2024, AFTER, Zh).text().contains("平台迁址"),
        "one signature carries nothing on"
    );
    record(&mut ledger, 7, "2026-01-20", 2023, &typed);
    assert!(
        !paper(&ledger, 2024, "2026-01-19", Zh).text().contains("平台迁址"),
        "nobody had said so by then"
    );
    let next = paper(&ledger, 2024, AFTER, Zh).text();
    assert!(next.contains("以前年度结转") && next.contains("平台迁址") && next.contains("海城市"), "{next}");
    assert!(next.contains("目标事项2项") && next.contains("其中1项由以前年度结转而来"), "{next}");
    assert!(!paper(&ledger, 2025, AFTER, Zh).text().contains("平台迁址"));
    assert!(paper(&ledger, 2023, AFTER, Zh).text().contains("转入2024年"));
    let account = |ledger: &Ledger| {
        let document = asked(ledger, AFTER, Zh, |as_of| super::super::account::model(as_of, day(AFTER)));
        cell(&document, ALLIANCES, "接续结论")
    };
    assert_eq!(account(&ledger), "无记录", "it stays on the account until somebody closes it");
    // Closed there, by the figure that the first year asked for.
    let closed = Typed { checked: "9".into(), ..sound() };
    let write = |ledger: &Ledger, year, typed: &Typed| {
        asked(ledger, AFTER, Zh, |as_of| written(as_of, Year(year), typed)).map(|_| ())
    };
    assert_eq!(write(&ledger, 2024, &closed), Err(vec![Fault::NoReason]));
    let early = Typed { checked: "11".into(), on: "2024-05-01".into(), ..sound() };
    assert_eq!(write(&ledger, 2024, &early), Err(vec![Fault::BeforeCarried(day("2026-01-20"))]));
    record(&mut ledger, 8, "2026-01-25", 2024, &Typed { checked: "11".into(), ..sound() });
    assert_eq!(account(&ledger), "超额完成|已签字确认");
}

/// M15.6: after the plan what was carried on can only be closed, or ended with a reason.
#[test]
fn after_the_plan_nothing_is_carried_on() {
    let mut ledger = with_figure("18");
    let nothing = asked(&ledger, AFTER, Zh, super::super::words::years);
    assert_eq!(nothing, [2023, 2024, 2025].map(Year));
    let carried = Typed {
        checked: "18".into(),
        outcome: outcome(Outcome::Carried),
        reason: "两家未签约".into(),
        carried_year: "2026".into(),
        ..sound()
    };
    record(&mut ledger, 7, "2026-01-20", 2025, &carried);
    asked(&ledger, AFTER, Zh, |as_of| {
        assert_eq!(super::super::words::years(as_of).last(), Some(&Year(2026)));
        assert_eq!(super::super::words::year(as_of, Some(month("2026-12"))), Some(Year(2026)));
        assert_eq!(super::super::words::year(as_of, Some(month("2027-12"))), None);
    });
    let said = paper(&ledger, 2026, AFTER, Zh).text();
    assert!(said.contains("目标事项1项 = 未到期1") && said.contains("2025年结转"), "{said}");
    let write =
        |typed: &Typed| asked(&ledger, AFTER, Zh, |as_of| written(as_of, Year(2026), typed)).map(|_| ());
    let anew = Typed { on: AFTER.into(), ..sound() };
    let again = Typed { outcome: outcome(Outcome::Carried), reason: "再延".into(), ..anew.clone() };
    assert_eq!(write(&again), Err(vec![Fault::LastYear]));
    let ended = Typed { outcome: outcome(Outcome::NotMet), checked: "18".into(), ..anew.clone() };
    assert_eq!(write(&ended), Err(vec![Fault::NoReason]));
    assert_eq!(write(&Typed { reason: "终结".into(), ..ended }), Ok(()));
    assert_eq!(write(&Typed { reason: "补齐".into(), ..anew }), Ok(()));
}

/// M15.10: the text leaves 2024 open but for one target that spans all years, and the paper says so.
#[test]
fn the_paper_of_2024_says_what_the_text_leaves_open() {
    let said = paper(&Ledger::default(), 2024, AFTER, Zh).text();
    assert!(said.contains("方案为1项指标规定了2024年目标；其余16项未作规定"), "{said}");
    let mut set = Ledger::default();
    set.add(officer(
        3,
        "2024-02-01",
        [Said::YearTarget {
            indicator: "alliances".into(),
            year: Year(2024),
            value: crate::ledger::samples::value("15"),
            reason: "分解".into(),
            document: "鞍科发〔2024〕3号".into(),
        }],
    ));
    let said = paper(&set, 2024, AFTER, Zh).text();
    assert!(said.contains("目标事项2项") && said.contains("另行下达"), "{said}");
    assert!(said.contains("鞍科发〔2024〕3号"), "with its document: {said}");
}

/// Before the year is over nothing is concluded, but of what cannot be lost again.
#[test]
fn nothing_is_concluded_before_the_year_is_over() {
    let december = |id: &str, value: &str| Ledger::new([reported(1, "2025-12", id, value)]);
    let proposed = |id: &str, value: &str| {
        asked(&december(id, value), "2025-12-31", Zh, |as_of| {
            let promises = reconciliation(as_of, Year(2025)).promises;
            promises.into_iter().find(|one| one.id() == id).expect("promised").proposal
        })
    };
    assert_eq!(proposed("high-tech-enterprises", "700").because, Because::NotDue);
    assert_eq!(proposed("alliances", "19").because, Because::NotDue);
    assert_eq!(proposed("alliances", "21").outcome, Some(Outcome::Exceeded));
}

#[test]
fn the_form_begins_with_what_stands() {
    let mut ledger = with_figure("21");
    let begun = |ledger: &Ledger| {
        asked(ledger, AFTER, Zh, |as_of| begun(as_of, Year(2025), "alliances")).expect("it")
    };
    let fresh = begun(&ledger);
    assert_eq!((fresh.typed.reported.as_str(), fresh.proposed), ("21", Class::Outcome(Outcome::Exceeded)));
    assert_eq!(fresh.typed.outcome, outcome(Outcome::Exceeded));
    let first = Typed { verifier: String::new(), ..sound() };
    let made = asked(&ledger, AFTER, Zh, |as_of| written(as_of, Year(2025), &first)).expect("sound");
    let unsigned = officer(7, "2026-01-20", [made.said]);
    let id = crate::ledger::EntryId { batch: unsigned.id, index: 0 };
    ledger.add(unsigned);
    let again = begun(&ledger);
    assert_eq!((again.typed.doer.as_str(), again.typed.verifier.as_str()), ("李科", ""));
    let signed = Typed { verifier: "王处".into(), ..again.typed };
    let made = asked(&ledger, AFTER, Zh, |as_of| written(as_of, Year(2025), &signed)).expect("sound");
    assert_eq!(made.replaces, Some(id), "it takes the place of the one that waited");
}

/// M15.11: closed by the first month that proves it, and open again once that entry is withdrawn.
#[test]
fn what_was_met_early_is_open_again_once_its_figure_is_withdrawn() {
    let figure = reported(1, "2025-03", "alliances", "20");
    let of = crate::ledger::EntryId { batch: figure.id, index: 0 };
    let mut ledger = Ledger::new([figure]);
    let proof = |ledger: &Ledger| {
        asked(ledger, "2025-06-30", Zh, |as_of| {
            let promises = reconciliation(as_of, Year(2025)).promises;
            let one = promises.into_iter().find(|one| one.id() == "alliances").expect("promised");
            (one.proposal.outcome, one.what.met_since().map(|month| month.to_string()))
        })
    };
    assert_eq!(proof(&ledger), (Some(Outcome::Met), Some("2025-03".into())));
    let withdrawn = Entry { replaces: Some(of), said: Said::Withdrawal { reason: "误报".into() } };
    ledger.add(Batch { entries: vec![withdrawn], ..officer(2, "2025-04-10", []) });
    assert_eq!(proof(&ledger), (None, None));
}

/// What the plan does not say how to count was met by nothing, however large the figure.
#[test]
fn without_a_basis_nothing_is_said_to_be_met() {
    let ledger = Ledger::new([reported(1, "2025-12", "contract-value", "99")]);
    asked(&ledger, AFTER, Zh, |as_of| {
        let promises = reconciliation(as_of, Year(2025)).promises;
        let one = promises.into_iter().find(|one| one.id() == "contract-value").expect("promised");
        assert_eq!(one.proposal.because, Because::NoBasis);
        assert!(matches!(one.what, Promised::Target { met_since: None, .. }));
    });
}

/// An adjusted target is read as words and figures, in both languages.
#[test]
fn an_adjusted_target_is_said_beside_the_issued_one() {
    let plan = plan();
    let sample = Ledger::new(crate::sample::until(&plan, day(AFTER)));
    let said = paper(&sample, 2025, AFTER, Language::En).text();
    assert!(said.contains("adjusted: reach 501"), "{said}");
    let said = paper(&sample, 2025, AFTER, Zh).text();
    assert!(said.contains("调整为达到501") && said.contains("有1项目标按调整后的目标值对账"), "{said}");
    // An adjustment of another year is none of this paper's.
    assert!(!paper(&sample, 2023, AFTER, Zh).text().contains("按调整后的目标值对账"));
    let issued = paper(&sample.as_issued(), 2025, AFTER, Zh).text();
    assert!(issued.contains("按方案原定目标对账，调整不计入"), "{issued}");
}
