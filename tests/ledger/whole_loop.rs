//! Entries of the kinds that version 2 of the codec brought, every choice of them and every text field.

use planboard::ledger::kinds::{
    Adjustment, AdjustmentChange, Against, Aim, AssessmentItem, AssessmentRule, CarriedTo, Case, CaseText,
    Cited, Decision, DistrictClass, Grade, Issue, IssueText, Item, ItemChange, ItemKind, ItemLine, ItemRole,
    Listing, Member, MissingFigure, Outcome, Picture, ProblemStep, ReasonClass, Scoring, Status, TieBreak,
    Verdict, WeightSum,
};
use planboard::ledger::{EntryId, Id, Moment, Said};
use planboard::plan::{Basis, Comparator, Day, Modality, Month, Quantity, Year, Years};

/// What the entries speak of: an indicator, a district, a measure, something that no plan has, an entry, and the words
/// of every text field.
pub struct About<'a> {
    pub indicator: &'a str,
    pub district: &'a str,
    pub measure: &'a str,
    pub unknown: &'a str,
    pub entry: EntryId,
    pub words: &'a str,
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn month(text: &str) -> Month {
    Month::parse(text).expect("a month")
}

fn value(text: &str) -> Quantity {
    Quantity::parse(text).expect("a figure")
}

impl About<'_> {
    fn text(&self) -> String {
        self.words.to_owned()
    }

    fn district(&self) -> Option<Id> {
        Some(self.district.into())
    }

    /// Of the officer.
    pub fn officers(&self) -> Vec<Said> {
        let mut said = vec![
            Said::Window { opens: day("2031-04-01"), closes: day("2031-04-09"), reason: self.text() },
            Said::StartOfUse { reason: self.text() },
        ];
        said.extend(self.steps());
        said.extend(self.items());
        said.extend(self.adjustments());
        said.push(Said::Allotment {
            indicator: self.indicator.into(),
            district: self.district.into(),
            year: Year(2032),
            value: value("7.5"),
            reason: self.text(),
            document: self.text(),
        });
        said.extend(self.rules());
        said.extend(self.verdicts());
        let case = |case| Said::Case(Box::new(case));
        said.push(case(Case::Returned { of: self.entry, reason: self.text() }));
        said.extend([Some(self.entry), None].map(|issue| case(Case::Adopted { of: self.entry, issue })));
        said.extend(self.issues());
        said.extend(self.decisions());
        said
    }

    /// What an organisation says of itself.
    pub fn reported(&self) -> Vec<Said> {
        let step =
            |step| Said::ProblemStep { of: self.entry, step, text: self.text(), document: self.text() };
        let member = |who, state: Option<&str>, from| {
            Said::Member(Box::new(Member {
                list: "nurseries".into(),
                who,
                state: state.map(Into::into),
                from: day(from),
                document: self.text(),
                note: self.text(),
            }))
        };
        let named = |district| Listing::Named { name: self.text(), district, host: self.text() };
        let known = || Listing::Known { of: self.entry };
        vec![
            step(ProblemStep::Received),
            step(ProblemStep::Answered),
            step(ProblemStep::ExtensionAsked { until: day("2031-06-30") }),
            step(ProblemStep::CloseOutAsked { evidence: self.text() }),
            member(named(self.district()), Some("入库"), "2031-03-01"),
            member(named(None), Some(self.unknown), "2031-03-02"),
            member(known(), Some("认定"), "2031-03-20"),
            member(known(), None, "2031-03-31"),
            Said::Case(Box::new(Case::Told(self.case()))),
            Said::Case(Box::new(Case::Told(CaseText {
                subject: None,
                cited: vec![],
                pictures: vec![],
                ..self.case()
            }))),
            Said::Case(Box::new(Case::TakenUp { of: self.entry, text: self.text() })),
        ]
    }

    fn steps(&self) -> impl Iterator<Item = Said> {
        let steps = [
            ProblemStep::Assigned { to: self.district.into(), until: Some(day("2031-05-31")) },
            ProblemStep::Assigned { to: self.unknown.into(), until: None },
            ProblemStep::ExtensionGranted { until: day("2031-06-15") },
            ProblemStep::ExtensionRefused,
            ProblemStep::Raised { to: self.text(), paper: "提示函".into(), sent: Some(day("2031-06-20")) },
            ProblemStep::Raised { to: self.text(), paper: "".into(), sent: None },
            ProblemStep::CheckBegun,
            ProblemStep::SentBack,
            ProblemStep::Suspended,
            ProblemStep::Resumed,
            ProblemStep::Closed,
            ProblemStep::Reopened,
        ];
        steps.into_iter().map(|step| Said::ProblemStep {
            of: self.entry,
            step,
            text: self.text(),
            document: self.text(),
        })
    }

    fn items(&self) -> Vec<Said> {
        let line = |kind| ItemLine {
            kind,
            parent: Some(self.measure.into()),
            title: self.text(),
            years: Years { from: Year(2031), to: Year(2032) },
            lead: vec![self.district.into(), self.unknown.into()],
            responsible: vec![self.district.into()],
            begins: Some(day("2031-02-01")),
            due: Some(day("2031-09-30")),
            origin: Some(self.unknown.into()),
        };
        let bare = ItemLine {
            parent: None,
            lead: vec![],
            responsible: vec![],
            begins: None,
            due: None,
            origin: None,
            ..line(ItemKind::Task)
        };
        let mut changes = vec![ItemChange::Listed(bare)];
        changes.extend(
            [ItemKind::Task, ItemKind::Measure, ItemKind::Project, ItemKind::Node]
                .map(|kind| ItemChange::Listed(line(kind))),
        );
        changes.extend([
            ItemChange::CarriedOn { year: Year(2032) },
            ItemChange::Moved { due: day("2031-10-31") },
            ItemChange::Ended { on: day("2032-07-01") },
        ]);
        let item = |id: Id, change| {
            Said::Item(Box::new(Item { id, change, reason: self.text(), document: self.text() }))
        };
        let of_measure = item(self.measure.into(), ItemChange::CarriedOn { year: Year(2032) });
        let own = Item::own_id(self.entry);
        changes.into_iter().map(|change| item(own.clone(), change)).chain([of_measure]).collect()
    }

    fn adjustments(&self) -> Vec<Said> {
        let aim = |figure, comparator, modality| Some(Aim { value: value(figure), comparator, modality });
        let (text, mut changes) = (|| self.text(), Vec::new());
        let comparators = Comparator::ALL.into_iter();
        let modalities = [Modality::Ensure, Modality::Strive, Modality::Seek, Modality::None];
        for (comparator, modality) in comparators.zip(modalities.into_iter().cycle()) {
            let (old, new) = (aim("25", Comparator::AtLeast, modality), aim("20.5", comparator, modality));
            changes.push(AdjustmentChange::Target { old, new });
        }
        changes.extend([
            AdjustmentChange::Target { old: None, new: None },
            AdjustmentChange::Wording { old: text(), new: text() },
            AdjustmentChange::Basis { old: Basis::Unstated, new: Basis::Stock },
            AdjustmentChange::Merged { into: self.unknown.into() },
            AdjustmentChange::Ended,
        ]);
        let classes = [
            ReasonClass::ForceMajeure,
            ReasonClass::Policy,
            ReasonClass::Basis,
            ReasonClass::Superior,
            ReasonClass::Other,
        ];
        let statuses = [Status::Decided, Status::Proposed].into_iter().cycle();
        let all = changes.into_iter().zip(classes.into_iter().cycle()).zip(statuses);
        all.map(|((change, class), status)| {
            Said::Adjustment(Box::new(Adjustment {
                subject: self.indicator.into(),
                year: Year(2032),
                change,
                class,
                reason: text(),
                document: text(),
                dated: (status == Status::Decided).then(|| day("2031-07-01")),
                decided_by: text(),
                effective: day("2031-08-01"),
                status,
            }))
        })
        .collect()
    }

    fn rules(&self) -> impl Iterator<Item = Said> {
        let item = |item: &str, role, cap: Option<&str>| AssessmentItem {
            item: item.into(),
            role,
            weight: value("40.5"),
            cap: cap.map(value),
            source: self.text(),
        };
        let full = AssessmentRule {
            id: "districts".into(),
            year: Year(2032),
            title: self.text(),
            items: vec![
                item(self.indicator, ItemRole::Weighted, Some("4")),
                item("prizes", ItemRole::Bonus, None),
                item(self.unknown, ItemRole::Penalty, Some("2")),
            ],
            scoring: Scoring::AroundAverage { step: value("5"), points: value("0.5") },
            classes: vec![DistrictClass { name: "一类".into(), districts: vec![self.district.into()] }],
            grades: vec![
                Grade { name: "优秀".into(), from: value("90"), first_place_only: true },
                Grade { name: "良好".into(), from: value("70"), first_place_only: false },
            ],
            missing: MissingFigure::CountsZero,
            ties: TieBreak::By(self.indicator.into()),
            sum: WeightSum::Scaled,
            reason: self.text(),
            document: self.text(),
        };
        let bare = AssessmentRule {
            items: vec![],
            scoring: Scoring::Proportion,
            classes: vec![],
            grades: vec![],
            missing: MissingFigure::LeftOut,
            ties: TieBreak::Shared,
            sum: WeightSum::AsItIs,
            ..full.clone()
        };
        let min_max = AssessmentRule {
            scoring: Scoring::MinMax { low: value("1"), high: value("100") },
            missing: MissingFigure::LastKnown,
            ..bare.clone()
        };
        [full, bare, min_max].into_iter().map(|rule| Said::AssessmentRule(Box::new(rule)))
    }

    fn verdicts(&self) -> Vec<Said> {
        let verdict = |outcome| Verdict {
            subject: self.indicator.into(),
            year: Year(2031),
            reported: Some(value("17.6")),
            checked: Some(value("17")),
            outcome,
            reason: self.text(),
            source: self.text(),
            evidence: self.text(),
            carried: Some(CarriedTo {
                year: Year(2032),
                organisation: self.district(),
                item: Some(self.unknown.into()),
            }),
            on: day("2032-01-20"),
            doer: self.text(),
            verifier: self.text(),
            status: Status::Decided,
        };
        let outcomes = [
            Outcome::Met,
            Outcome::Exceeded,
            Outcome::NotMet,
            Outcome::Carried,
            Outcome::Adjusted,
            Outcome::Unpublished,
            Outcome::Undecided,
        ];
        let bare = Verdict {
            reported: None,
            checked: None,
            carried: None,
            status: Status::Proposed,
            ..verdict(Outcome::Met)
        };
        let carried = CarriedTo { year: Year(2032), organisation: None, item: None };
        let same = Verdict { carried: Some(carried), ..verdict(Outcome::Carried) };
        let all = outcomes.into_iter().map(verdict).chain([bare, same]);
        all.map(|verdict| Said::Verdict(Box::new(verdict))).collect()
    }

    fn case(&self) -> CaseText {
        CaseText {
            subject: Some(self.measure.into()),
            title: self.text(),
            background: self.text(),
            measures: self.text(),
            effect: self.text(),
            experience: self.text(),
            cited: [self.district(), None]
                .into_iter()
                .map(|district| Cited {
                    indicator: self.indicator.into(),
                    district,
                    before: month("2030-12"),
                    after: month("2031-03"),
                })
                .collect(),
            pictures: vec![Picture {
                file: self.text(),
                caption: self.text(),
                bytes: u32::MAX,
                digest: std::array::from_fn(|at| at as u8),
            }],
        }
    }

    fn issues(&self) -> impl Iterator<Item = Said> {
        let issue = |against, corrects: Option<EntryId>| Issue {
            document: "quarterly".into(),
            first: month("2031-01"),
            last: month("2031-03"),
            number: 1,
            up_to: day("2031-03-31"),
            known: Moment(1_933_000_000),
            against,
            rule: corrects.map(|_| "districts".into()),
            code: "7K2M-9QXA".into(),
            texts: vec![IssueText { place: "opening".into(), text: self.text() }],
            corrects,
        };
        let issues = [issue(Against::Issued, None), issue(Against::Adjusted, Some(self.entry))];
        issues.into_iter().map(|issue| Said::Issue(Box::new(issue)))
    }

    fn decisions(&self) -> impl Iterator<Item = Said> {
        let taken = |is_full: bool| Decision::Taken {
            subject: is_full.then(|| self.measure.into()),
            problem: is_full.then_some(self.entry),
            meeting: self.text(),
            what: self.text(),
            who: self.text(),
            by: is_full.then(|| day("2031-04-30")),
        };
        let settled = Decision::Settled { of: self.entry, text: self.text() };
        [taken(true), taken(false), settled].into_iter().map(|decision| Said::Decision(Box::new(decision)))
    }
}
