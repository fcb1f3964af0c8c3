//! What the sample promises, for the shipped plan and for others.

use super::*;
use crate::ledger::{Change, Ledger, Met, Report};
use crate::plan::{Basis, Day};
use crate::standing::{Light, duty, reading, window};
use std::collections::BTreeSet;
use std::mem::discriminant;

const ANSHAN: &str = include_str!("../../public/plan.json");
const HARBOUR_CITY: &str = include_str!("../../tests/plans/harbour-city.json");
const SMALL: &str = include_str!("../../tests/plans/small.json");
const BINJIANG: &str = include_str!("../../tests/plans/binjiang.json");
const EVERY: [&str; 4] = [ANSHAN, HARBOUR_CITY, BINJIANG, SMALL];

fn plan(text: &str) -> PlanIndex {
    crate::plan::read::from_json(text).expect("a sound plan")
}

/// Every light that is seen on the day after some period's window, as it was known then.
fn lights(plan: &PlanIndex) -> BTreeSet<Light> {
    let mut all = batches(plan).into_iter().peekable();
    let mut ledger = Ledger::default();
    let closes = duty::periods(plan)
        .into_iter()
        .filter_map(|month| Some(window::window(plan, &Ledger::default(), month)?.closes));
    let mut seen = BTreeSet::new();
    for day in closes.map(|day| day.plus(1)) {
        while let Some(batch) = all.next_if(|batch| batch.written.day(0) <= day) {
            ledger.add(batch);
        }
        let rule = reading::rule(&ledger);
        let light = |indicator| reading::judged(plan, &ledger, indicator, day, &rule).light;
        seen.extend(plan.indicators().map(|place| light(place.item)));
    }
    seen
}

#[test]
fn it_is_the_same_every_time_and_another_for_another_plan() {
    for text in EVERY {
        let plan = plan(text);
        let all = batches(&plan);
        assert!(all.len() > 30 && all.is_sorted_by_key(|batch| batch.written), "{}", plan.id);
        assert_eq!(all, batches(&plan));
        assert!(all.iter().all(|batch| is_sample(batch.id)));
    }
    let mut renamed: crate::plan::Plan = serde_json::from_str(ANSHAN).unwrap();
    renamed.id = "another".into();
    assert_ne!(batches(&renamed.indexed().unwrap()), batches(&plan(ANSHAN)));
}

#[test]
fn every_light_is_seen_in_some_month() {
    // Whether one is outdated depends on the plan: whoever leaves a figure out says why, and has answered.
    let all: BTreeSet<Light> = Light::ALL.into_iter().filter(|light| *light != Light::Outdated).collect();
    assert!(lights(&plan(ANSHAN)).is_superset(&all));
    assert!(lights(&plan(HARBOUR_CITY)).is_superset(&all));
}

#[test]
fn every_kind_of_entry_and_report_occurs() {
    let kinds = |text| {
        let all = batches(&plan(text));
        let said = all.iter().flat_map(|batch| &batch.entries).map(|entry| discriminant(&entry.said));
        said.collect::<std::collections::HashSet<_>>().len()
    };
    // A plan with a target for every year leaves none to be set; where districts report nothing, or little, they are not
    // assessed.
    assert_eq!((kinds(ANSHAN), kinds(HARBOUR_CITY), kinds(SMALL)), (20, 17, 19));
    let all = batches(&plan(ANSHAN));
    let entries: Vec<_> = all.iter().flat_map(|batch| &batch.entries).collect();
    let has = |wanted: fn(&Report) -> bool| {
        entries.iter().any(|entry| matches!(&entry.said, Said::Actual { report, .. } if wanted(report)))
    };
    assert!(has(|report| *report == Report::NoChange) && has(|report| *report == Report::NothingToReport));
    assert!(has(|report| *report == Report::NotYetPublished) && has(|report| report.value().is_some()));
    assert!(
        entries.iter().any(|entry| entry.replaces.is_some() && matches!(entry.said, Said::Actual { .. }))
    );
    let problem = |entry: &&&crate::ledger::Entry| matches!(&entry.said, Said::Problem { who, until: Some(_), .. } if !who.is_empty());
    assert!(entries.iter().filter(problem).count() > 10);
}

#[test]
fn reports_are_on_time_late_missing_and_returned_then_accepted() {
    for text in EVERY {
        let plan = plan(text);
        let ledger = Ledger::new(batches(&plan));
        let end = window::window(&plan, &Ledger::default(), *duty::periods(&plan).last().unwrap())
            .unwrap()
            .closes
            .plus(30);
        let mut seen = BTreeSet::new();
        for month in duty::periods(&plan) {
            for who in duty::reporters(&plan) {
                seen.insert(match duty::report(&plan, &ledger, who, month, end, 0) {
                    duty::ReportStatus::Accepted { is_late: true, .. } => "late",
                    duty::ReportStatus::Accepted { .. } => "on time",
                    duty::ReportStatus::Late => "missing",
                    duty::ReportStatus::NotOwed(_) => continue,
                    other => panic!("{} {month} {who} {other:?}", plan.id),
                });
            }
        }
        assert_eq!(seen.into_iter().collect::<Vec<_>>(), ["late", "missing", "on time"], "{}", plan.id);
        let changes = ledger.batches().flat_map(|batch| batch.named());
        assert!(changes.filter(|(id, _)| ledger.change(*id) == Some(Change::Returned)).count() > 0);
    }
}

#[test]
fn the_fold_has_no_surprises() {
    for text in EVERY {
        let plan = plan(text);
        let mut ledger = Ledger::default();
        for batch in batches(&plan) {
            assert_eq!(ledger.add(batch), Met::New);
        }
        let mut counts = std::collections::HashMap::new();
        for (id, entry) in ledger.batches().flat_map(Batch::named) {
            let change = ledger.change(id).unwrap();
            assert_ne!(change, Change::AfterLock, "{} {entry:?}", plan.id);
            *counts.entry(format!("{change:?}")).or_insert(0) += 1;
            let known = |id: &str| {
                plan.indicator(id).is_some()
                    || plan.measure(id).is_some()
                    || plan.milestone(id).is_some()
                    || ledger.item_line(id).is_some()
            };
            match &entry.said {
                Said::Actual { indicator, .. } => assert!(plan.indicator(indicator).is_some()),
                Said::Progress { subject, .. } | Said::Judgement { subject, .. } => assert!(known(subject)),
                _ => {}
            }
        }
        assert_eq!((counts["Corrected"], counts["Withdrawn"]), (1, 1), "{}: {counts:?}", plan.id);
    }
}

/// M39: the lists of the later years have lines of every sort, and those who lead them report on them.
#[test]
fn the_lists_of_later_years_have_lines_of_every_sort() {
    use crate::ledger::known::ListedHow;
    let plan = plan(ANSHAN);
    let ledger = Ledger::new(batches(&plan));
    assert!(ledger.list_of(plan.period.from).is_empty(), "the first year is the text's own");
    for year in plan.period.iter().skip(1) {
        let list = ledger.list_of(year);
        let has = |is: fn(&ListedHow) -> bool| list.iter().any(|one| is(&one.how));
        assert!(has(|how| *how == ListedHow::CarriedOn), "{year}");
        assert!(has(|how| matches!(how, ListedHow::InWords { .. })), "{year}");
        assert!(list.iter().any(|one| one.movements.len() == 1 && one.due != one.first_due), "{year}");
        let own: Vec<_> = list.iter().filter(|one| one.line.is_some()).collect();
        let december = crate::plan::Month::new(year, 12).expect("a month");
        assert!(own.iter().all(|one| ledger.stage(one.id, december).is_some()), "{year}");
    }
    let ended = |year| ledger.list_of(year).iter().any(|one| matches!(one.how, ListedHow::Ended { .. }));
    assert!(plan.period.iter().any(ended));
}

#[test]
fn districts_add_up_to_the_citys_figure() {
    let plan = plan(ANSHAN);
    let ledger = Ledger::new(batches(&plan));
    let reported = ledger.actuals("alliances");
    let city = crate::standing::meaning::figures(crate::plan::Basis::Stock, &reported[&None]);
    let mut compared = 0;
    for (month, value) in city {
        let shares: Vec<_> = plan
            .districts
            .iter()
            .filter_map(|id| {
                crate::standing::meaning::figures(
                    crate::plan::Basis::Stock,
                    reported.get(&Some(id.as_str().into()))?,
                )
                .get(&month)
                .copied()
            })
            .collect();
        if shares.len() == plan.districts.len() {
            assert_eq!(
                shares.iter().map(|one| one.millionths()).sum::<i128>(),
                value.millionths(),
                "{month}"
            );
            compared += 1;
        }
    }
    assert!(compared >= 2, "{compared}");
}

/// M18: the last year has three rules that do not make one order, and every district has a place under each.
#[test]
fn three_rules_of_the_last_year_make_more_than_one_order() {
    let plan = plan(ANSHAN);
    let ledger = Ledger::new(batches(&plan));
    let day = crate::plan::Day::parse("2026-12-01").expect("a day");
    let all = crate::standing::districts::places_by_rules(&plan, &ledger, plan.period.to, day);
    let places: Vec<_> = all.into_iter().map(|(_, places)| places).collect();
    assert_eq!(places.len(), 3);
    assert!(places.iter().flatten().all(Option::is_some), "{places:?}");
    assert!(places[0] != places[1] || places[1] != places[2], "{places:?}");
}

#[test]
fn one_baseline_and_one_decision_stay_open() {
    let plan = plan(ANSHAN);
    let ledger = Ledger::new(batches(&plan));
    let stocks = plan.indicators().filter(|place| place.item.basis == Basis::Stock);
    let missing = stocks.filter(|place| ledger.baseline(&place.item.id).is_none()).count();
    let open = plan.indicators().filter(|place| place.item.basis == Basis::Unstated);
    let undecided = open.filter(|place| ledger.decided_basis(&place.item.id).is_none()).count();
    assert_eq!((missing, undecided), (1, 1));
}

#[test]
fn every_text_says_that_it_is_a_sample_and_none_of_another_language() {
    for text in EVERY {
        let plan = plan(text);
        let (mark, is_zh) = match plan.language {
            crate::text::Language::Zh => ("示例", true),
            crate::text::Language::En => ("ample", false),
        };
        for batch in batches(&plan) {
            let words = batch.entries.iter().flat_map(|entry| entry.said.words());
            for word in words.chain([batch.person.as_str()]).filter(|word| !word.is_empty()) {
                assert!(word.contains(mark), "{word}");
                assert!(is_zh || word.is_ascii(), "{word}");
            }
        }
    }
}

/// walk a15: nothing of the sample lies after the day on which it is shown.
#[test]
fn the_sample_ends_at_today() {
    for (text, day) in
        [(HARBOUR_CITY, "2026-11-29"), (ANSHAN, "2024-09-10"), (SMALL, "2024-03-01"), (ANSHAN, "2027-05-01")]
    {
        let (plan, today) = (plan(text), Day::parse(day).unwrap());
        let shown = until(&plan, today);
        assert!(!shown.is_empty(), "{} {day}", plan.id);
        for batch in &shown {
            assert!(batch.written.day(0) <= today, "{} {day}", plan.id);
            // Figures, locks and acceptances are of periods that were over.
            let speaks = batch.entries.iter().any(|entry| entry.said.is_reported());
            let settles = batch.entries.iter().any(|entry| matches!(entry.said, Said::Lock { .. }));
            assert!(
                !(speaks || settles) || batch.month < today.month(),
                "{} {day}: {}",
                plan.id,
                batch.month
            );
        }
        let whole = batches(&plan).into_iter().filter(|batch| batch.written.day(0) <= today).count();
        assert_eq!(shown.len(), whole.max(1), "{} {day}", plan.id);
    }
    let before = until(&plan(ANSHAN), Day::parse("2022-06-01").unwrap());
    assert_eq!(before.len(), 1, "small, but not empty");
    assert!(before[0].written.day(0) <= Day::parse("2022-06-01").unwrap());
}

/// M40: a few lists have members in several states over the years, names that nobody takes for real, and no two alike.
#[test]
fn lists_have_members_that_come_and_leave() {
    for (text, lists) in [(ANSHAN, 3), (HARBOUR_CITY, 2), (SMALL, 1), (BINJIANG, 0)] {
        let plan = plan(text);
        let ledger = Ledger::new(batches(&plan));
        let with: Vec<_> = plan.lists.iter().filter(|list| !ledger.members(&list.id).is_empty()).collect();
        assert_eq!(with.len(), lists, "{}", plan.id);
        let last = duty::periods(&plan).last().unwrap().day(1).unwrap().month_end();
        let (mut states, mut left) = (BTreeSet::new(), 0);
        for list in with {
            assert!(!list.persons, "{}", list.id);
            let members = ledger.members(&list.id);
            let names: BTreeSet<_> = members.iter().map(|member| member.name).collect();
            assert_eq!(names.len(), members.len(), "{}: {names:?}", list.id);
            left += members.iter().filter(|member| member.state(last).is_none()).count();
            states.extend(
                members.iter().flat_map(|one| one.state(last)).map(|key| (list.id.clone(), key.clone())),
            );
            for state in
                members.iter().flat_map(|one| &one.states).filter_map(|(one, _)| one.state.as_deref())
            {
                assert!(list.state(state).is_some(), "{} {state}", list.id);
            }
        }
        assert!(lists == 0 || (states.len() > 1 && left > 0), "{}: {states:?} {left}", plan.id);
    }
}
