//! What one organisation must do now: on the overview for whoever says who he is, and on this page.

use super::row;
use super::words;
use crate::ledger::{BatchId, Slot};
use crate::plan::{Basis, Day, Indicator, Month};
use crate::route::{IndicatorsView, Route};
use crate::standing::AsOf;
use crate::standing::duty::{self, Report};
use crate::standing::reading;
use crate::standing::window::{Window, window};
use crate::text::Text;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    pub kind: Kind,
    /// What is to be done, in a sentence.
    pub text: String,
    /// What somebody typed, to stand behind the sentence: untrusted, and in whatever language it is.
    pub quoted: Option<Text>,
    /// Where it is done.
    pub href: String,
}

/// What sort of thing it is. The order is that of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A report came back.
    Returned,
    /// Reports whose window is past.
    Late,
    /// A report of which something is missing.
    Partial,
    /// A report whose window is open.
    Awaited,
    /// Receipts that are here and wait for a verdict.
    Review,
    /// Stocks that cannot be judged without their baseline.
    Baseline,
    /// Indicators whose basis the plan leaves open and nobody has decided.
    Basis,
}

impl Kind {
    /// The word in markup.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Returned => "returned",
            Self::Late => "late",
            Self::Partial => "partial",
            Self::Awaited => "awaited",
            Self::Review => "review",
            Self::Baseline => "baseline",
            Self::Basis => "basis",
        }
    }
}

/// Everything that an organisation must do now, what presses most first. The plan's issuer has what the
/// officer does besides.
pub fn todo(as_of: AsOf, organisation: &str) -> Vec<Todo> {
    let mut list = Vec::new();
    if duty::reporters(as_of.plan).contains(&organisation) {
        list.extend(reports(as_of, organisation));
    }
    if as_of.plan.issuer == organisation {
        list.extend(review(as_of));
        list.extend(undecided(as_of));
    }
    list.sort_by_key(|one| one.kind);
    list
}

fn reports(as_of: AsOf, organisation: &str) -> Vec<Todo> {
    let AsOf { plan, ledger, today, offset, language } = as_of;
    let form = |month| Route::Form { organisation: organisation.into(), month: Some(month) }.href();
    let mut list = Vec::new();
    let mut late = Vec::new();
    let mut partial = None;
    for month in duty::periods(plan) {
        match duty::report(plan, ledger, organisation, month, today, offset) {
            Report::NotOwed(_) | Report::Coming => {}
            report @ (Report::Submitted { .. } | Report::Accepted { .. }) => {
                let missing = row::missing(as_of, organisation, month, report.into());
                let is_open = ledger.shown(&Slot::Lock { month }).is_none();
                partial = (missing > 0 && is_open).then_some((month, missing)).or(partial);
            }
            // Shut out for good: sending it again would change nothing.
            _ if ledger.shown(&Slot::Lock { month }).is_some() => {}
            Report::Late => late.push(month),
            Report::Awaited => {
                let closes: Option<Day> = window(plan, ledger, month).map(|window| window.closes);
                let text = words::todo_awaited(language, month, closes, today);
                list.push(Todo { kind: Kind::Awaited, text, quoted: None, href: form(month) });
            }
            Report::Returned { batch, .. } => {
                let reason = row::reason(ledger, batch).unwrap_or_default();
                let text = words::todo_returned(language, month);
                let quoted = Some(Text::typed(&reason, language));
                list.push(Todo { kind: Kind::Returned, text, quoted, href: form(month) });
            }
        }
    }
    // As with the late ones: the last is asked for by name.
    if let Some((month, missing)) = partial {
        let text = words::todo_partial(language, month, missing);
        list.push(Todo { kind: Kind::Partial, text, quoted: None, href: form(month) });
    }
    // Whoever begins late with the program has years of empty periods: the last is asked for by name.
    if let Some((last, earlier)) = late.split_last() {
        let is_assumed = window(plan, ledger, *last).is_some_and(Window::is_assumed);
        let text = words::todo_late(language, *last, earlier.len(), is_assumed);
        list.push(Todo { kind: Kind::Late, text, quoted: None, href: form(*last) });
    }
    list
}

/// Receipts that are here and neither accepted nor returned, by period.
fn review(as_of: AsOf) -> Vec<Todo> {
    let waiting = duty::periods(as_of.plan).into_iter().map(|month| (month, waiting(as_of, month).len()));
    waiting
        .filter(|(_, count)| *count > 0)
        .map(|(month, count)| Todo {
            kind: Kind::Review,
            text: words::todo_review(as_of.language, month, count),
            quoted: None,
            href: Route::Dispatch(Some(month)).href(),
        })
        .collect()
}

/// The submissions of a period that have no verdict, in the order of the rows.
pub fn waiting(as_of: AsOf, month: Month) -> Vec<BatchId> {
    let AsOf { plan, ledger, today, offset, .. } = as_of;
    let reports = duty::reporters(plan).into_iter();
    let reports = reports.map(|id| duty::report(plan, ledger, id, month, today, offset));
    reports
        .filter_map(|report| match report {
            Report::Submitted { batch, .. } if !ledger.is_after_lock(month, batch) => Some(batch),
            _ => None,
        })
        .collect()
}

fn undecided(as_of: AsOf) -> Vec<Todo> {
    let AsOf { plan, ledger, language, .. } = as_of;
    let of =
        |wanted: Basis| plan.indicators().filter(move |place| reading::basis(ledger, place.item) == wanted);
    let stocks: Vec<&Indicator> =
        of(Basis::Stock).map(|place| place.item).filter(|one| ledger.baseline(&one.id).is_none()).collect();
    let open: Vec<&Indicator> = of(Basis::Unstated).map(|place| place.item).collect();
    let list = |basis: Basis| {
        Route::Indicators(IndicatorsView { basis: Some(basis), ..IndicatorsView::default() }).href()
    };
    let whither = |found: &[&Indicator], basis| match found {
        [only] => Route::Indicator(only.id.clone()).href(),
        _ => list(basis),
    };
    let baseline = (!stocks.is_empty()).then(|| Todo {
        kind: Kind::Baseline,
        text: words::todo_baseline(language, stocks.len()),
        quoted: None,
        href: whither(&stocks, Basis::Stock),
    });
    let basis = (!open.is_empty()).then(|| Todo {
        kind: Kind::Basis,
        text: words::todo_basis(language, open.len()),
        quoted: None,
        href: whither(&open, Basis::Unstated),
    });
    baseline.into_iter().chain(basis).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::value;
    use crate::ledger::{Batch, Ledger, Said};
    use crate::page::month::dispatch::lock::lock_entry;
    use crate::page::month::dispatch::samples::{batch, day, month, officer, plan, report};
    use crate::plan::PlanIndex;
    use crate::text::Language::{self, Zh};

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
        assert_eq!(all[0].1, "2024 年 6 月没有报，已逾期（时限为假定）；更早还有 3 期没有报");
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
        assert_eq!(texts(&ledger)[0], "2024 年 8 月有 2 家的回执待审");
        ledger.add(officer(3, "2024-09-03", [Said::Acceptance { of: sent.id }]));
        assert_eq!(texts(&ledger)[0], "2024 年 8 月有 1 家的回执待审");
        let stock = plan.indicators().find(|one| one.item.basis == Basis::Stock).unwrap().item.id.clone();
        let open = plan.indicators().find(|one| one.item.basis == Basis::Unstated).unwrap().item.id.clone();
        let count = |wanted| plan.indicators().filter(|one| one.item.basis == wanted).count();
        let (stocks, bases) = (count(Basis::Stock), count(Basis::Unstated));
        assert!(stocks > 1 && bases > 1);
        assert!(texts(&ledger).contains(&words::todo_baseline(Zh, stocks)));
        assert!(texts(&ledger).contains(&words::todo_basis(Zh, bases)));
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
        assert!(texts(&ledger).contains(&words::todo_baseline(Zh, stocks - 1)));
        assert!(texts(&ledger).contains(&words::todo_basis(Zh, bases - 1)));
        let other = list(&plan, &ledger, "2024-09-03", "haicheng");
        assert!(other.iter().all(|one| one.0 < Kind::Review), "only the issuer reviews");
    }
}
