//! The paper of a year, and what is taken and refused of a verdict.

use super::*;
use crate::document::{Block, Document};
use crate::ledger::kinds::{Outcome, Status, Verdict};
use crate::ledger::samples::actual;
use crate::ledger::samples::august::{batch, day, month, officer, plan};
use crate::ledger::{Batch, Entry, Ledger, Said};
use crate::plan::Year;
use crate::standing::AsOf;
use crate::standing::reconciliation::{Because, Class, Promised, reconciliation};
use crate::text::Language::{self, Zh};

const AFTER: &str = "2026-02-01";

fn reported(writer: u64, period: &str, id: &str, value: &str) -> Batch {
    let said = [actual(id, value).said];
    Batch { month: month(period), ..batch(writer, "2026-01-05", "science-bureau", said) }
}

fn asked<T>(ledger: &Ledger, today: &str, language: Language, ask: impl FnOnce(AsOf) -> T) -> T {
    let plan = plan();
    ask(AsOf { plan: &plan, ledger, today: day(today), offset: 480, language })
}

fn paper(ledger: &Ledger, year: u16, today: &str, language: Language) -> Document {
    asked(ledger, today, language, |as_of| model(as_of, Year(year)))
}

fn sound() -> Typed {
    let place = |outcome| Outcome::ALL.iter().position(|one| *one == outcome).expect("it").to_string();
    Typed {
        subject: "alliances".into(),
        reported: "２１".into(),
        checked: "21".into(),
        outcome: place(Outcome::Exceeded),
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

/// M15.1: the sum of the classes is the number of promises, with records and without, in both languages.
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
                let said = words::conservation(Zh, &of.counts());
                let figures: Vec<usize> = said
                    .split(|letter: char| !letter.is_ascii_digit())
                    .filter_map(|digits| digits.parse().ok())
                    .collect();
                assert_eq!(figures[0], figures[1..].iter().sum::<usize>(), "{said}");
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
    let cases: [(Typed, &[Fault]); 11] = [
        (Typed { subject: "nothing".into(), ..sound() }, &[Fault::Subject]),
        (Typed { checked: "二十一".into(), ..sound() }, &[Fault::Figure(Field::Checked)]),
        (Typed { outcome: String::new(), ..sound() }, &[Fault::Outcome]),
        (Typed { outcome: outcome(Outcome::NotMet), ..sound() }, &[Fault::NoReason]),
        (Typed { evidence: " ".into(), ..sound() }, &[Fault::NoEvidence]),
        (Typed { on: "2025-12-31".into(), ..sound() }, &[Fault::BeforeYearEnd(Year(2025))]),
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
}

/// M15.8: what was signed stays, and the paper counts what the figures of today would make of it.
#[test]
fn a_later_figure_changes_no_signed_verdict_and_is_counted() {
    let mut ledger = with_figure("21");
    let verdict = write(&ledger, &sound()).expect("sound");
    ledger.add(officer(7, "2026-01-20", [Said::Verdict(Box::new(verdict))]));
    let before = paper(&ledger, 2025, AFTER, Zh).text();
    assert!(before.contains("按今日数据，签核结论均不变。"), "{before}");
    let earlier = paper(&ledger, 2025, "2026-01-19", Zh).text();
    assert!(earlier.contains("已签核0项"), "nobody had signed by then: {earlier}");
    ledger.add(Batch { ..reported(9, "2025-12", "alliances", "18") });
    asked(&ledger, AFTER, Zh, |as_of| {
        let of = reconciliation(as_of, Year(2025));
        let one = of.promises.iter().find(|one| one.id() == "alliances").expect("promised");
        assert_eq!(
            (one.class(), one.proposal.outcome),
            (Class::Outcome(Outcome::Exceeded), Some(Outcome::NotMet))
        );
        assert!(one.would_differ && one.is_against_figures());
        assert_eq!((of.signed(), of.would_differ()), (1, 1));
    });
    let after = paper(&ledger, 2025, AFTER, Zh).text();
    assert!(after.contains("按今日数据，1项签核结论会不同"), "{after}");
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
    let made = asked(&ledger, AFTER, Zh, |as_of| written(as_of, Year(2023), &typed)).expect("sound");
    ledger.add(officer(7, "2026-01-20", [made.said]));
    let next = paper(&ledger, 2024, AFTER, Zh).text();
    assert!(next.contains("往年结转") && next.contains("平台迁址") && next.contains("海城市"), "{next}");
    assert!(!paper(&ledger, 2025, AFTER, Zh).text().contains("平台迁址"));
    assert!(paper(&ledger, 2023, AFTER, Zh).text().contains("转入2024年"));
}

/// M15.10: the text leaves 2024 open but for one target that spans all years, and the paper says so.
#[test]
fn the_paper_of_2024_says_what_the_text_leaves_open() {
    let said = paper(&Ledger::default(), 2024, AFTER, Zh).text();
    assert!(said.contains("方案文本为1项指标规定了2024年目标，其余16项未设"), "{said}");
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
    assert!(said.contains("承诺事项2项") && said.contains("后定目标"), "{said}");
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
    assert_eq!((fresh.typed.checked.as_str(), fresh.proposed), ("21", Class::Outcome(Outcome::Exceeded)));
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
            let Promised::Target { first_met, .. } = one.what else { panic!("a target") };
            (one.proposal.outcome, first_met.map(|month| month.to_string()))
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
        assert!(matches!(one.what, Promised::Target { first_met: None, .. }));
    });
}

/// An adjusted target is read as words and figures, in both languages.
#[test]
fn an_adjusted_target_is_said_beside_the_issued_one() {
    let plan = plan();
    let sample = Ledger::new(crate::sample::until(&plan, day(AFTER)));
    let said = paper(&sample, 2025, AFTER, Language::En).text();
    assert!(said.contains("adjusted: to 501"), "{said}");
    assert!(paper(&sample, 2025, AFTER, Zh).text().contains("调整为 达501"));
}
