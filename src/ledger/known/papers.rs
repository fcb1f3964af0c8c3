//! What districts are allotted, verdicts, cases, issued documents and decisions.

use super::Found;
use crate::ledger::kinds::{Against, AssessmentRule, Case, CaseText, Decision, Issue, Verdict};
use crate::ledger::{Change, DEEPEST, EntryId, Id, Ledger, Said, Slot};
use crate::plan::{Day, Month, Quantity, Year};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// A verdict with the entry that says it.
pub type VerdictFound<'a> = (&'a Verdict, Found<'a>);

/// What people have said of a promise of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerdictLife<'a> {
    /// What stands: what two people signed last or, as long as nothing is signed, what one has written last.
    pub stands: VerdictFound<'a>,
    /// What one person wrote after that: it takes nothing away from what is signed.
    pub waits: Option<VerdictFound<'a>>,
    /// Two people have signed another outcome too, and neither knew of the other: one of them is to be withdrawn.
    pub other: Option<VerdictFound<'a>>,
}

/// A case with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseLife<'a> {
    /// Its name for ever: the entry that told it first.
    pub id: EntryId,
    /// The entry that tells it now.
    pub told: Found<'a>,
    /// What it tells.
    pub text: &'a CaseText,
    /// How it stands.
    pub state: CaseState,
    /// Why it was given back last; none while it stands as handed in.
    pub reason: Option<&'a str>,
    /// The issue in which it was printed.
    pub issue: Option<EntryId>,
    /// Who does the same, in the order in which they said so.
    pub taken_up: Vec<Found<'a>>,
}

/// How a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CaseState {
    /// Handed in (报送).
    HandedIn,
    /// Given back (退回).
    Returned,
    /// Adopted (采用).
    Adopted,
    /// Others do the same (推广).
    TakenUp,
}

/// A decision with whether it is settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionLife<'a> {
    /// Its name for ever: the entry that took it first.
    pub id: EntryId,
    /// The entry that says it now.
    pub taken: Found<'a>,
    /// The entry that settles it.
    pub settled: Option<Found<'a>>,
}

impl Ledger {
    /// What the districts are to reach of an indicator in a year.
    pub fn allotments(&self, indicator: &str, year: Year) -> BTreeMap<&Id, (Quantity, Found<'_>)> {
        let indicator: Id = indicator.into();
        let first = Slot::Allotment { indicator: indicator.clone(), year, district: "".into() };
        self.shown_from(&first)
            .map_while(|(slot, id)| match slot {
                Slot::Allotment { indicator: of, year: at, district } if *of == indicator && *at == year => {
                    Some((district, self.find(id)?))
                }
                _ => None,
            })
            .filter_map(|(district, found)| match &found.entry.said {
                Said::Allotment { value, .. } => Some((district, (*value, found))),
                _ => None,
            })
            .collect()
    }

    /// The rules by which districts are assessed for a year, by their names.
    pub fn assessment_rules(&self, year: Year) -> Vec<(&AssessmentRule, Found<'_>)> {
        let first = Slot::AssessmentRule { year, rule: "".into() };
        let rules = self.shown_from(&first).map_while(|(slot, id)| match slot {
            Slot::AssessmentRule { year: of, .. } if *of == year => self.find(id),
            _ => None,
        });
        rules
            .filter_map(|found| match &found.entry.said {
                Said::AssessmentRule(rule) => Some((&**rule, found)),
                _ => None,
            })
            .collect()
    }

    /// The verdicts that stand on the promises of a year, by what was promised.
    pub fn verdicts_of(&self, year: Year) -> BTreeMap<&Id, (&Verdict, Found<'_>)> {
        let first = Slot::Verdict { year, subject: "".into() };
        let found = self.shown_from(&first).map_while(|(slot, id)| match slot {
            Slot::Verdict { year: of, subject } if *of == year => Some((subject, self.find(id)?)),
            _ => None,
        });
        found
            .filter_map(|(subject, found)| match &found.entry.said {
                Said::Verdict(verdict) => Some((subject, (&**verdict, found))),
                _ => None,
            })
            .collect()
    }

    /// What had been said of the promises of a year by a day: written down by then, and of a day by then.
    pub fn verdicts_by(&self, year: Year, day: Day, offset: i32) -> BTreeMap<&Id, VerdictLife<'_>> {
        let first = Slot::Verdict { year, subject: "".into() };
        let of_year = self.shown_from(&first).map_while(|(slot, _)| match slot {
            Slot::Verdict { year: of, subject } if *of == year => Some((slot, subject)),
            _ => None,
        });
        of_year.filter_map(|(slot, subject)| Some((subject, self.verdict_life(slot, day, offset)?))).collect()
    }

    fn verdict_life(&self, slot: &Slot, day: Day, offset: i32) -> Option<VerdictLife<'_>> {
        let said = self.history(slot).into_iter().filter_map(|id| {
            let found = self.find(id)?;
            let Said::Verdict(verdict) = &found.entry.said else { return None };
            let was_there = verdict.on <= day && self.surely_written(found.batch).day(offset) <= day;
            // What a later one corrects stood until then.
            let holds =
                matches!(self.change(id), Some(Change::Shown | Change::Superseded | Change::Corrected));
            (was_there && holds).then_some((&**verdict, found))
        });
        let mut said: Vec<VerdictFound> = said.collect();
        let replaced = |is_by: fn(&Verdict) -> bool| -> BTreeSet<EntryId> {
            let by = said.iter().filter(|(verdict, _)| is_by(verdict));
            let chain = |(_, found): &VerdictFound| {
                let next = |id: &EntryId| self.entry(*id)?.replaces;
                std::iter::successors(found.entry.replaces, next).take(DEEPEST).collect::<Vec<_>>()
            };
            by.flat_map(chain).collect()
        };
        let (by_two, by_any) = (replaced(Verdict::is_signed), replaced(|_| true));
        said.retain(|(verdict, found)| {
            !(if verdict.is_signed() { &by_two } else { &by_any }).contains(&found.id)
        });
        let signed = said.iter().rposition(|(verdict, _)| verdict.is_signed());
        let stands = *said.get(signed.unwrap_or(said.len().checked_sub(1)?))?;
        let since = signed.map_or(&[][..], |at| said.get(at + 1..).unwrap_or_default());
        let is_other = |one: &&VerdictFound| one.0.is_signed() && one.0.outcome != stands.0.outcome;
        let other = signed.and_then(|at| said.get(..at)?.iter().rfind(is_other)).copied();
        Some(VerdictLife { stands, waits: since.last().copied(), other })
    }

    /// Every case, by the entry that told it first.
    pub fn cases(&self) -> Vec<CaseLife<'_>> {
        let first = Slot::Case { case: EntryId::FIRST, entry: EntryId::FIRST };
        let lives = self.lives(&first, |slot| match slot {
            Slot::Case { case, .. } => Some(*case),
            _ => None,
        });
        lives.into_iter().filter_map(|(id, said)| case(id, &said)).collect()
    }

    /// Those that were told of a round: of its months.
    pub fn cases_of(&self, months: RangeInclusive<Month>) -> Vec<CaseLife<'_>> {
        let mut all = self.cases();
        all.retain(|case| months.contains(&case.told.batch.month));
        all
    }

    /// What was issued of a document, in the order in which it was written. Two with the same number, or of periods that
    /// overlap, are both here: what was issued stays issued.
    pub fn issues(&self, document: &str) -> Vec<(&Issue, Found<'_>)> {
        let life = self.life(&Slot::Issue { document: document.into(), entry: EntryId::FIRST });
        life.into_iter()
            .filter_map(|found| match &found.entry.said {
                Said::Issue(issue) => Some((&**issue, found)),
                _ => None,
            })
            .collect()
    }

    /// The records of which a document was made: what had been written by the moment that it names, read as it says, and not
    /// the batch that issues it.
    pub fn issued_from(&self, issue: &Issue, found: &Found) -> Self {
        let mut of = self.written_by(issue.known);
        of.retain(|batch| batch.id != found.batch.id);
        let ledger = Self::new(of);
        match issue.against {
            Against::Issued => ledger.as_issued(),
            Against::Adjusted => ledger,
        }
    }

    /// Every decision of a meeting, by the entry that took it first.
    pub fn decisions(&self) -> Vec<DecisionLife<'_>> {
        let first = Slot::Decision { decision: EntryId::FIRST, entry: EntryId::FIRST };
        let lives = self.lives(&first, |slot| match slot {
            Slot::Decision { decision, .. } => Some(*decision),
            _ => None,
        });
        lives.into_iter().filter_map(|(id, said)| decision(id, &said)).collect()
    }
}

/// None where nothing tells it any more.
fn case<'a>(id: EntryId, said: &[Found<'a>]) -> Option<CaseLife<'a>> {
    let mut life: Option<CaseLife> = None;
    let told = said.iter().rev().find_map(|found| match &found.entry.said {
        Said::Case(case) => match &**case {
            Case::Told(text) => Some((*found, text)),
            _ => None,
        },
        _ => None,
    })?;
    for found in said {
        let Said::Case(case) = &found.entry.said else { continue };
        let (told, text) = told;
        let life = life.get_or_insert_with(|| CaseLife {
            id,
            told,
            text,
            state: CaseState::HandedIn,
            reason: None,
            issue: None,
            taken_up: Vec::new(),
        });
        match &**case {
            // Worked over after it was given back, it is handed in again.
            Case::Told(_) if life.state == CaseState::Returned => {
                life.state = CaseState::HandedIn;
                life.reason = None;
            }
            Case::Told(_) => {}
            Case::Returned { reason, .. } => {
                life.state = CaseState::Returned;
                life.reason = Some(reason);
            }
            Case::Adopted { issue, .. } => {
                life.issue = issue.or(life.issue);
                life.state = life.state.max(CaseState::Adopted);
            }
            Case::TakenUp { .. } => {
                life.taken_up.push(*found);
                life.state = CaseState::TakenUp;
            }
        }
    }
    life
}

fn decision<'a>(id: EntryId, said: &[Found<'a>]) -> Option<DecisionLife<'a>> {
    let is_settling = |found: &&Found| match &found.entry.said {
        Said::Decision(decision) => matches!(**decision, Decision::Settled { .. }),
        _ => false,
    };
    let taken = *said.iter().rev().find(|found| !is_settling(found))?;
    let settled = said.iter().rev().find(is_settling).copied();
    Some(DecisionLife { id, taken, settled })
}
