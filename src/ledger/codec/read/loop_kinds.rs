//! The kinds of the whole loop, from bytes. Each has its mirror in `write/loop_kinds.rs`.

use super::Columns;
use crate::ledger::codec::field::{change, sort, step};
use crate::ledger::codec::{Column, MOST_PARTS, Refusal};
use crate::ledger::kinds::{
    Adjustment, AdjustmentChange, Aim, AssessmentItem, AssessmentRule, CarriedTo, Case, CaseText, Cited,
    Decision, DistrictClass, Grade, Issue, IssueText, Item, ItemChange, ItemLine, Listing, Member, Picture,
    ProblemStep, Scoring, TieBreak, Verdict,
};
use crate::ledger::{Moment, Said};
use crate::plan::{Year, Years};

impl Columns<'_> {
    pub(super) fn step(&mut self) -> Result<ProblemStep, Refusal> {
        Ok(match self.column(Column::Choice).byte()? {
            step::CLOSED => ProblemStep::Closed,
            step::REOPENED => ProblemStep::Reopened,
            step::ASSIGNED => ProblemStep::Assigned { to: self.word()?, until: self.if_some(Self::day)? },
            step::RECEIVED => ProblemStep::Received,
            step::ANSWERED => ProblemStep::Answered,
            step::EXTENSION_ASKED => ProblemStep::ExtensionAsked { until: self.day()? },
            step::EXTENSION_GRANTED => ProblemStep::ExtensionGranted { until: self.day()? },
            step::EXTENSION_REFUSED => ProblemStep::ExtensionRefused,
            step::RAISED => {
                ProblemStep::Raised { to: self.text()?, paper: self.word()?, sent: self.if_some(Self::day)? }
            }
            step::CLOSE_OUT_ASKED => ProblemStep::CloseOutAsked { evidence: self.text()? },
            step::CHECK_BEGUN => ProblemStep::CheckBegun,
            step::SENT_BACK => ProblemStep::SentBack,
            step::SUSPENDED => ProblemStep::Suspended,
            step::RESUMED => ProblemStep::Resumed,
            _ => return Err(Refusal::Damaged),
        })
    }

    pub(super) fn item(&mut self) -> Result<Said, Refusal> {
        let id = self.word()?;
        let change = match self.column(Column::Choice).byte()? {
            change::LISTED => ItemChange::Listed(ItemLine {
                kind: self.choice()?,
                parent: self.if_some(Self::word)?,
                title: self.text()?,
                years: self.years()?,
                lead: self.list(Self::word)?,
                responsible: self.list(Self::word)?,
                begins: self.if_some(Self::day)?,
                due: self.if_some(Self::day)?,
                origin: self.if_some(Self::word)?,
            }),
            change::CARRIED_ON => ItemChange::CarriedOn { year: self.year()? },
            change::ITEM_ENDED => ItemChange::Ended { on: self.day()? },
            change::MOVED => ItemChange::Moved { due: self.day()? },
            _ => return Err(Refusal::Damaged),
        };
        Ok(Said::Item(Box::new(Item { id, change, reason: self.text()?, document: self.text()? })))
    }

    pub(super) fn member(&mut self) -> Result<Said, Refusal> {
        let list = self.word()?;
        let who = match self.column(Column::Choice).byte()? {
            sort::NAMED => {
                Listing::Named { name: self.text()?, district: self.if_some(Self::word)?, host: self.text()? }
            }
            sort::KNOWN => Listing::Known { of: self.entry_name()? },
            _ => return Err(Refusal::Damaged),
        };
        let (state, from) = (self.if_some(Self::word)?, self.day()?);
        let (document, note) = (self.text()?, self.text()?);
        Ok(Said::Member(Box::new(Member { list, who, state, from, document, note })))
    }

    pub(super) fn adjustment(&mut self) -> Result<Said, Refusal> {
        let (subject, year) = (self.word()?, self.year()?);
        let change = match self.column(Column::Choice).byte()? {
            change::TARGET => {
                AdjustmentChange::Target { old: self.if_some(Self::aim)?, new: self.if_some(Self::aim)? }
            }
            change::WORDING => AdjustmentChange::Wording { old: self.text()?, new: self.text()? },
            change::BASIS => AdjustmentChange::Basis { old: self.choice()?, new: self.choice()? },
            change::GOES_ON_IN => AdjustmentChange::Merged { into: self.word()? },
            change::ENDED => AdjustmentChange::Ended,
            _ => return Err(Refusal::Damaged),
        };
        Ok(Said::Adjustment(Box::new(Adjustment {
            subject,
            year,
            change,
            class: self.choice()?,
            reason: self.text()?,
            document: self.text()?,
            dated: self.if_some(Self::day)?,
            decided_by: self.text()?,
            effective: self.day()?,
            status: self.choice()?,
        })))
    }

    pub(super) fn assessment(&mut self) -> Result<Said, Refusal> {
        Ok(Said::AssessmentRule(Box::new(AssessmentRule {
            id: self.word()?,
            year: self.year()?,
            title: self.text()?,
            items: self.list(Self::assessment_item)?,
            scoring: self.scoring()?,
            classes: self.list(|columns| {
                Ok(DistrictClass { name: columns.word()?, districts: columns.list(Self::word)? })
            })?,
            grades: self.list(|columns| {
                let (name, from) = (columns.word()?, columns.quantity()?);
                Ok(Grade { name, from, first_place_only: columns.flag()? })
            })?,
            missing: self.choice()?,
            ties: self.if_some(Self::word)?.map_or(TieBreak::Shared, TieBreak::By),
            sum: self.choice()?,
            reason: self.text()?,
            document: self.text()?,
        })))
    }

    fn assessment_item(&mut self) -> Result<AssessmentItem, Refusal> {
        Ok(AssessmentItem {
            item: self.word()?,
            role: self.choice()?,
            weight: self.quantity()?,
            cap: self.if_some(Self::quantity)?,
            source: self.text()?,
        })
    }

    fn scoring(&mut self) -> Result<Scoring, Refusal> {
        Ok(match self.column(Column::Choice).byte()? {
            sort::PROPORTION => Scoring::Proportion,
            sort::BETWEEN => Scoring::MinMax { low: self.quantity()?, high: self.quantity()? },
            sort::AROUND_AVERAGE => {
                Scoring::AroundAverage { step: self.quantity()?, points: self.quantity()? }
            }
            _ => return Err(Refusal::Damaged),
        })
    }

    pub(super) fn verdict(&mut self) -> Result<Said, Refusal> {
        Ok(Said::Verdict(Box::new(Verdict {
            subject: self.word()?,
            year: self.year()?,
            reported: self.if_some(Self::quantity)?,
            checked: self.if_some(Self::quantity)?,
            outcome: self.choice()?,
            reason: self.text()?,
            source: self.text()?,
            evidence: self.text()?,
            carried: self.if_some(|columns| {
                Ok(CarriedTo {
                    year: columns.year()?,
                    organisation: columns.if_some(Self::word)?,
                    item: columns.if_some(Self::word)?,
                })
            })?,
            on: self.day()?,
            doer: self.text()?,
            verifier: self.text()?,
            status: self.choice()?,
        })))
    }

    pub(super) fn case(&mut self) -> Result<Said, Refusal> {
        Ok(Said::Case(Box::new(match self.column(Column::Choice).byte()? {
            sort::TOLD => Case::Told(self.case_text()?),
            sort::RETURNED => Case::Returned { of: self.entry_name()?, reason: self.text()? },
            sort::ADOPTED => Case::Adopted { of: self.entry_name()?, issue: self.if_some(Self::entry_name)? },
            sort::TAKEN_UP => Case::TakenUp { of: self.entry_name()?, text: self.text()? },
            _ => return Err(Refusal::Damaged),
        })))
    }

    fn case_text(&mut self) -> Result<CaseText, Refusal> {
        Ok(CaseText {
            subject: self.if_some(Self::word)?,
            title: self.text()?,
            background: self.text()?,
            measures: self.text()?,
            effect: self.text()?,
            experience: self.text()?,
            cited: self.list(|columns| {
                Ok(Cited {
                    indicator: columns.word()?,
                    district: columns.if_some(Self::word)?,
                    before: columns.month()?,
                    after: columns.month()?,
                })
            })?,
            pictures: self.list(Self::picture)?,
        })
    }

    fn picture(&mut self) -> Result<Picture, Refusal> {
        Ok(Picture {
            file: self.text()?,
            caption: self.text()?,
            bytes: self.small()?,
            digest: self.column(Column::Name).take(32)?.try_into().map_err(|_| Refusal::Damaged)?,
        })
    }

    pub(super) fn issue(&mut self) -> Result<Said, Refusal> {
        Ok(Said::Issue(Box::new(Issue {
            document: self.word()?,
            first: self.month()?,
            last: self.month()?,
            number: self.small()?,
            up_to: self.day()?,
            known: Moment(self.column(Column::Time).number()?),
            against: self.choice()?,
            rule: self.if_some(Self::word)?,
            code: self.word()?,
            texts: self.list(|columns| Ok(IssueText { place: columns.word()?, text: columns.text()? }))?,
            corrects: self.if_some(Self::entry_name)?,
        })))
    }

    pub(super) fn decision(&mut self) -> Result<Said, Refusal> {
        Ok(Said::Decision(Box::new(match self.column(Column::Choice).byte()? {
            sort::TAKEN => Decision::Taken {
                subject: self.if_some(Self::word)?,
                problem: self.if_some(Self::entry_name)?,
                meeting: self.text()?,
                what: self.text()?,
                who: self.text()?,
                by: self.if_some(Self::day)?,
            },
            sort::SETTLED => Decision::Settled { of: self.entry_name()?, text: self.text()? },
            _ => return Err(Refusal::Damaged),
        })))
    }

    pub(super) fn year(&mut self) -> Result<Year, Refusal> {
        Ok(Year(self.column(Column::Time).count(9999)? as u16))
    }

    /// The first of them not after the last.
    fn years(&mut self) -> Result<Years, Refusal> {
        let (from, to) = (self.year()?, self.year()?);
        if from <= to { Ok(Years { from, to }) } else { Err(Refusal::Damaged) }
    }

    fn aim(&mut self) -> Result<Aim, Refusal> {
        Ok(Aim { value: self.quantity()?, comparator: self.choice()?, modality: self.choice()? })
    }

    fn small(&mut self) -> Result<u32, Refusal> {
        u32::try_from(self.column(Column::Time).number()?).map_err(|_| Refusal::Damaged)
    }

    fn flag(&mut self) -> Result<bool, Refusal> {
        match self.column(Column::Choice).byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(Refusal::Damaged),
        }
    }

    fn if_some<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        if self.flag()? { read(self).map(Some) } else { Ok(None) }
    }

    /// Each part takes at least a byte, so that nothing is made of what is not there.
    fn list<T>(&mut self, read: impl Fn(&mut Self) -> Result<T, Refusal>) -> Result<Vec<T>, Refusal> {
        let count = self.column(Column::Time).count(MOST_PARTS)?;
        let mut list = Vec::new();
        for _ in 0..count {
            list.push(read(self)?);
        }
        Ok(list)
    }
}
