//! An entry of each kind of the whole loop, with every choice and every field filled at least once.

use super::august::{day, month};
use super::value;
use crate::ledger::kinds::*;
use crate::ledger::{EntryId, Id, Moment, Said};
use crate::plan::{Basis, Comparator, Modality, Year, Years};

fn text() -> String {
    "鞍科发〔2024〕6号 a\nb 😀".into()
}

pub fn aim(figure: &str) -> Aim {
    Aim { value: value(figure), comparator: Comparator::GreaterThan, modality: Modality::Strive }
}

/// A line on the list of 2024.
pub fn line(title: &str, due: Option<&str>) -> ItemLine {
    ItemLine {
        kind: ItemKind::Node,
        parent: Some("task-1".into()),
        title: title.into(),
        years: Years { from: Year(2024), to: Year(2024) },
        lead: vec!["haicheng".into()],
        responsible: vec!["taian".into(), "tax-bureau".into()],
        begins: due.map(|_| day("2024-03-01")),
        due: due.map(day),
        origin: Some("measure-1".into()),
    }
}

pub fn item(id: &str, change: ItemChange) -> Said {
    Said::Item(Box::new(Item { id: id.into(), change, reason: text(), document: text() }))
}

pub fn named(list: &str, name: &str, state: &str, from: &str) -> Said {
    let who = Listing::Named { name: name.into(), district: Some("haicheng".into()), host: text() };
    let state: Option<Id> = Some(state.into());
    Said::Member(Box::new(Member {
        list: list.into(),
        who,
        state,
        from: day(from),
        document: text(),
        note: text(),
    }))
}

pub fn state(list: &str, of: EntryId, state: Option<&str>, from: &str) -> Said {
    let (who, state) = (Listing::Known { of }, state.map(Into::into));
    Said::Member(Box::new(Member {
        list: list.into(),
        who,
        state,
        from: day(from),
        document: String::new(),
        note: text(),
    }))
}

pub fn step(of: EntryId, step: ProblemStep) -> Said {
    Said::ProblemStep { of, step, text: text(), document: text() }
}

/// An adjustment of the target of `alliances` in 2024.
pub fn adjustment(change: AdjustmentChange, effective: &str, status: Status) -> Said {
    let (document, decided_by) = match status {
        Status::Proposed => (String::new(), String::new()),
        Status::Decided => (text(), text()),
    };
    Said::Adjustment(Box::new(Adjustment {
        subject: "alliances".into(),
        year: Year(2024),
        change,
        class: ReasonClass::Policy,
        reason: text(),
        document,
        dated: Some(day("2024-07-01")),
        decided_by,
        effective: day(effective),
        status,
    }))
}

pub fn steps() -> Vec<ProblemStep> {
    vec![
        ProblemStep::Assigned { to: "haicheng".into(), until: Some(day("2024-10-31")) },
        ProblemStep::Assigned { to: "haicheng".into(), until: None },
        ProblemStep::Received,
        ProblemStep::Answered,
        ProblemStep::ExtensionAsked { until: day("2024-11-30") },
        ProblemStep::ExtensionGranted { until: day("2024-11-15") },
        ProblemStep::ExtensionRefused,
        ProblemStep::Raised { to: text(), paper: "提示函".into(), sent: Some(day("2024-11-20")) },
        ProblemStep::Raised { to: String::new(), paper: "".into(), sent: None },
        ProblemStep::CloseOutAsked { evidence: text() },
        ProblemStep::CheckBegun,
        ProblemStep::Closed,
        ProblemStep::SentBack,
        ProblemStep::Suspended,
        ProblemStep::Resumed,
        ProblemStep::Reopened,
    ]
}

pub fn assessment() -> AssessmentRule {
    let item = |item: &str, role, cap: Option<&str>| AssessmentItem {
        item: item.into(),
        role,
        weight: value("37.5"),
        cap: cap.map(value),
        source: text(),
    };
    AssessmentRule {
        id: "county-2024".into(),
        year: Year(2024),
        title: text(),
        items: vec![
            item("alliances", ItemRole::Weighted, Some("4")),
            item("prizes", ItemRole::Bonus, None),
            item("warnings", ItemRole::Penalty, Some("2")),
        ],
        scoring: Scoring::AroundAverage { step: value("5"), points: value("0.5") },
        classes: vec![DistrictClass {
            name: "一类".into(),
            districts: vec!["haicheng".into(), "taian".into()],
        }],
        grades: vec![
            Grade { name: "优秀".into(), from: value("90"), first_place_only: true },
            Grade { name: "良好".into(), from: value("70"), first_place_only: false },
        ],
        missing: MissingFigure::LeftOut,
        ties: TieBreak::By("alliances".into()),
        sum: WeightSum::Scaled,
        reason: text(),
        document: text(),
    }
}

pub fn verdict(outcome: Outcome) -> Verdict {
    Verdict {
        subject: "alliances".into(),
        year: Year(2024),
        reported: Some(value("17")),
        checked: Some(value("16.5")),
        outcome,
        reason: text(),
        source: text(),
        evidence: text(),
        carried: Some(CarriedTo {
            year: Year(2025),
            organisation: Some("haicheng".into()),
            item: Some("1f.0.3".into()),
        }),
        on: day("2025-01-20"),
        doer: "王工".into(),
        verifier: "李科".into(),
        status: Status::Decided,
    }
}

pub fn case_text() -> CaseText {
    CaseText {
        subject: Some("alliances".into()),
        title: text(),
        background: text(),
        measures: text(),
        effect: text(),
        experience: text(),
        cited: vec![Cited {
            indicator: "alliances".into(),
            district: Some("haicheng".into()),
            before: month("2024-03"),
            after: month("2024-09"),
        }],
        pictures: vec![Picture { file: text(), caption: text(), bytes: u32::MAX, digest: [0xa5; 32] }],
    }
}

pub fn issue(corrects: Option<EntryId>) -> Issue {
    Issue {
        document: "quarterly".into(),
        first: month("2024-07"),
        last: month("2024-09"),
        number: 3,
        up_to: day("2024-09-30"),
        known: Moment(1_728_000_000),
        against: Against::Adjusted,
        rule: Some("county-2024".into()),
        code: "7K2M-9QXA".into(),
        texts: vec![IssueText { place: "opening".into(), text: text() }],
        corrects,
    }
}

/// One of every sort of every kind.
pub fn every_kind(of: EntryId) -> Vec<Said> {
    let mut said: Vec<Said> = steps().into_iter().map(|one| step(of, one)).collect();
    let bare_line = ItemLine {
        parent: None,
        lead: vec![],
        responsible: vec![],
        due: None,
        origin: None,
        ..line("", None)
    };
    said.extend([
        item("1f.0.3", ItemChange::Listed(line("节点", Some("2024-10-31")))),
        item("1f.0.4", ItemChange::Listed(bare_line)),
        item("measure-1", ItemChange::CarriedOn { year: Year(2024) }),
        item("measure-1", ItemChange::Ended { on: day("2024-07-01") }),
        item("1f.0.3", ItemChange::Moved { due: day("2024-12-01") }),
        named("pilot-bases", "鞍山某中试基地", "入库", "2024-03-01"),
        state("pilot-bases", of, Some("认定"), "2024-10-01"),
        state("pilot-bases", of, None, "2024-12-01"),
    ]);
    let changes = [
        AdjustmentChange::Target { old: Some(aim("20")), new: Some(aim("15.5")) },
        AdjustmentChange::Target { old: None, new: None },
        AdjustmentChange::Wording { old: text(), new: text() },
        AdjustmentChange::Basis { old: Basis::Unstated, new: Basis::Stock },
        AdjustmentChange::Merged { into: "platforms".into() },
        AdjustmentChange::Ended,
    ];
    said.extend(changes.map(|change| adjustment(change, "2024-08-01", Status::Decided)));
    said.push(adjustment(AdjustmentChange::Ended, "2024-08-01", Status::Proposed));
    said.push(Said::Allotment {
        indicator: "alliances".into(),
        district: "haicheng".into(),
        year: Year(2024),
        value: value("3"),
        reason: text(),
        document: text(),
    });
    let bare = AssessmentRule {
        items: vec![],
        scoring: Scoring::Proportion,
        classes: vec![],
        grades: vec![],
        ties: TieBreak::Shared,
        ..assessment()
    };
    let min_max =
        AssessmentRule { scoring: Scoring::MinMax { low: value("1"), high: value("100") }, ..bare.clone() };
    said.extend([assessment(), bare, min_max].map(|rule| Said::AssessmentRule(Box::new(rule))));
    let outcomes = [
        Outcome::Met,
        Outcome::Exceeded,
        Outcome::NotMet,
        Outcome::Carried,
        Outcome::Adjusted,
        Outcome::Unpublished,
        Outcome::Undecided,
    ];
    said.extend(outcomes.map(|outcome| Said::Verdict(Box::new(verdict(outcome)))));
    let bare = Verdict { reported: None, checked: None, carried: None, ..verdict(Outcome::Met) };
    said.push(Said::Verdict(Box::new(bare)));
    let cases = [
        Case::Told(case_text()),
        Case::Told(CaseText { subject: None, cited: vec![], pictures: vec![], ..case_text() }),
        Case::Returned { of, reason: text() },
        Case::Adopted { of, issue: Some(of) },
        Case::Adopted { of, issue: None },
        Case::TakenUp { of, text: text() },
    ];
    said.extend(cases.map(|case| Said::Case(Box::new(case))));
    let bare = Issue { against: Against::Issued, rule: None, texts: vec![], ..issue(None) };
    said.extend([issue(Some(of)), bare].map(|issue| Said::Issue(Box::new(issue))));
    let decisions = [
        Decision::Taken {
            subject: Some("alliances".into()),
            problem: Some(of),
            meeting: text(),
            what: text(),
            who: text(),
            by: Some(day("2024-10-31")),
        },
        Decision::Taken {
            subject: None,
            problem: None,
            meeting: text(),
            what: text(),
            who: text(),
            by: None,
        },
        Decision::Settled { of, text: text() },
    ];
    said.extend(decisions.map(|decision| Said::Decision(Box::new(decision))));
    said
}
