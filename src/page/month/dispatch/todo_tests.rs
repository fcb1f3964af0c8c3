//! What is to be done, over periods that were locked, returned and accepted.

use crate::ledger::samples::august::{batch, day, month, officer, plan, report};
use crate::ledger::samples::value;
use crate::ledger::{Batch, Ledger, Said};
use crate::page::month::dispatch::lock::lock_entry;
use crate::page::shared::todo::{Kind, todo, words};
use crate::plan::{Basis, PlanIndex};
use crate::standing::{AsOf, duty};
use crate::text::Language::{self, Zh};
use crate::text::Text;

fn list(plan: &PlanIndex, ledger: &Ledger, today: &str, id: &str) -> Vec<(Kind, String, String)> {
    let as_of = AsOf { plan, ledger, today: day(today), offset: 480, language: Zh };
    todo(as_of, id).into_iter().map(|one| (one.kind, one.text, one.href)).collect()
}

#[test]
fn a_reporter_is_asked_for_the_open_period_and_the_late_ones_at_once() {
    let plan = plan();
    let all = list(&plan, &Ledger::default(), "2024-10-03", "haicheng");
    let kinds: Vec<Kind> = all.iter().map(|one| one.0).collect();
    assert_eq!(kinds, [Kind::Late, Kind::Awaited]);
    assert_eq!(all[0].1, "2024 年 6 月未报，已逾期（时限为假定）；此前另有 3 期未报");
    assert_eq!(all[0].2, "#/form/haicheng?month=2024-06");
    assert_eq!(all[1].1, "报 2024 年 9 月，2024-10-05 截止，还有 2 天");
}

#[test]
fn nothing_is_left_to_do_when_all_was_sent_or_locked() {
    let plan = plan();
    let mut ledger = Ledger::default();
    let mut later = 0;
    for month in duty::periods(&plan).into_iter().filter(|one| *one < month("2024-08")) {
        later += 1;
        let lock = lock_entry(&ledger, month);
        ledger.add(Batch { month, ..officer(100 + later, "2024-08-20", [lock.said]) });
    }
    ledger.add(report(1, "2024-09-02", "haicheng"));
    assert_eq!(list(&plan, &ledger, "2024-09-03", "haicheng"), []);
}

#[test]
fn a_return_is_told_with_its_reason_first() {
    let plan = plan();
    let sent = report(1, "2024-09-02", "haicheng");
    let back = officer(2, "2024-09-03", [Said::Return { of: sent.id, reason: "口径不对".into() }]);
    let all = list(&plan, &Ledger::new([sent, back]), "2024-09-04", "haicheng");
    assert_eq!(all[0].0, Kind::Returned);
    assert_eq!(all[0].1, "2024 年 8 月的回执被退回：");
}

#[test]
fn a_reason_keeps_its_own_language_on_an_english_page() {
    let plan = plan();
    let sent = report(1, "2024-09-02", "haicheng");
    let back = officer(2, "2024-09-03", [Said::Return { of: sent.id, reason: "口径不对".into() }]);
    let ledger = Ledger::new([sent, back]);
    let as_of =
        |language| AsOf { plan: &plan, ledger: &ledger, today: day("2024-09-04"), offset: 480, language };
    let quoted = |language| todo(as_of(language), "haicheng")[0].quoted.clone().expect("the reason");
    assert_eq!(quoted(Language::En), Text::marked("口径不对", Zh, Language::En));
    assert_eq!(quoted(Language::En).language, Some(Zh));
    assert_eq!(quoted(Zh), Text::plain("口径不对"));
}

#[test]
fn the_officer_sees_receipts_baselines_and_bases() {
    let plan = plan();
    let sent = report(1, "2024-09-02", "haicheng");
    let mut ledger = Ledger::new([sent.clone(), report(2, "2024-09-02", "science-bureau")]);
    let texts = |ledger: &Ledger| -> Vec<String> {
        let all = list(&plan, ledger, "2024-09-03", "science-bureau");
        all.into_iter().filter(|one| one.0 >= Kind::Review).map(|one| one.1).collect()
    };
    assert_eq!(texts(&ledger)[0], "2024 年 8 月有 2 家的回执待核对");
    ledger.add(officer(3, "2024-09-03", [Said::Acceptance { of: sent.id }]));
    assert_eq!(texts(&ledger)[0], "2024 年 8 月有 1 家的回执待核对");
    let stock = plan.indicators().find(|one| one.item.basis == Basis::Stock).unwrap().item.id.clone();
    let open = plan.indicators().find(|one| one.item.basis == Basis::Unstated).unwrap().item.id.clone();
    let count = |wanted| plan.indicators().filter(|one| one.item.basis == wanted).count();
    let (stocks, bases) = (count(Basis::Stock), count(Basis::Unstated));
    assert!(stocks > 1 && bases > 1);
    assert!(texts(&ledger).contains(&words::baseline(Zh, stocks)));
    assert!(texts(&ledger).contains(&words::basis(Zh, bases)));
    let baseline = Said::Baseline {
        indicator: stock.as_str().into(),
        at: month("2022-12"),
        value: value("3"),
        source: String::new(),
    };
    let decided = Said::BasisDecision {
        indicator: open.as_str().into(),
        basis: Basis::RunningTotal,
        reason: String::new(),
    };
    ledger.add(batch(4, "2024-09-03", "science-bureau", [baseline, decided]));
    assert!(texts(&ledger).contains(&words::baseline(Zh, stocks - 1)));
    assert!(texts(&ledger).contains(&words::basis(Zh, bases - 1)));
    let other = list(&plan, &ledger, "2024-09-03", "haicheng");
    assert!(other.iter().all(|one| one.0 < Kind::Review), "only the issuer reviews");
}
