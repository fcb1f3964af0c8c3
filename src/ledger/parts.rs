//! What stands in a statement: the thing that it is about, the texts that people typed, persons, and names of other
//! entries. Whoever adds a kind lists them here; the compiler asks for each.

use super::batch::joined_words;
use super::kinds::{
    Adjustment, AdjustmentChange, AssessmentItem, AssessmentRule, Case, CaseText, Decision, Issue, IssueText,
    Item, ItemChange, ItemLine, Listing, Member, Picture, ProblemStep, Verdict,
};
use super::{EntryId, Id, RuleChange, Said};

/// The texts of an entry, borrowed as the entry is: to be read (`as_ref`), or to be changed (`as_mut`).
macro_rules! typed {
    ($said:expr, $inside:ident) => {
        match $said {
            Self::Actual { evidence, note, .. } => vec![evidence, note],
            Self::Baseline { source, .. } => vec![source],
            Self::Progress { note, .. } => vec![note],
            Self::Problem { text, who, .. } => vec![text, who],
            Self::Return { reason, .. }
            | Self::Judgement { reason, .. }
            | Self::BasisDecision { reason, .. }
            | Self::Rule(RuleChange { reason, .. })
            | Self::Withdrawal { reason } => vec![reason],
            Self::YearTarget { reason, document, .. } | Self::Allotment { reason, document, .. } => {
                vec![reason, document]
            }
            Self::ProblemStep { step, text, document, .. } => match step {
                ProblemStep::Raised { to, .. } => vec![text, document, to],
                ProblemStep::CloseOutAsked { evidence } => vec![text, document, evidence],
                _ => vec![text, document],
            },
            Self::Window { reason, .. } | Self::StartOfUse { reason } => vec![reason],
            Self::Submission | Self::Acceptance { .. } | Self::Lock { .. } | Self::Redaction { .. } => vec![],
            Self::Item(item) => match item.$inside() {
                Item { change: ItemChange::Listed(ItemLine { title, .. }), reason, document, .. } => {
                    vec![title, reason, document]
                }
                Item { reason, document, .. } => vec![reason, document],
            },
            Self::Member(member) => match member.$inside() {
                Member { who: Listing::Named { name, host, .. }, document, note, .. } => {
                    vec![name, host, document, note]
                }
                Member { document, note, .. } => vec![document, note],
            },
            Self::Adjustment(one) => match one.$inside() {
                Adjustment {
                    change: AdjustmentChange::Wording { old, new },
                    reason,
                    document,
                    decided_by,
                    ..
                } => {
                    vec![old, new, reason, document, decided_by]
                }
                Adjustment { reason, document, decided_by, .. } => vec![reason, document, decided_by],
            },
            Self::AssessmentRule(rule) => {
                let AssessmentRule { title, items, reason, document, .. } = rule.$inside();
                let sources = items.into_iter().map(|item| {
                    let AssessmentItem { source, .. } = item;
                    source
                });
                [title, reason, document].into_iter().chain(sources).collect()
            }
            Self::Verdict(verdict) => {
                let Verdict { reason, source, evidence, doer, verifier, .. } = verdict.$inside();
                vec![reason, source, evidence, doer, verifier]
            }
            Self::Case(case) => match case.$inside() {
                Case::Told(CaseText {
                    title, background, measures, effect, experience, pictures, ..
                }) => {
                    let pictures = pictures.into_iter().flat_map(|picture| {
                        let Picture { file, caption, .. } = picture;
                        [file, caption]
                    });
                    [title, background, measures, effect, experience].into_iter().chain(pictures).collect()
                }
                Case::Returned { reason: text, .. } | Case::TakenUp { text, .. } => vec![text],
                Case::Adopted { .. } => vec![],
            },
            Self::Issue(issue) => {
                let Issue { texts, .. } = issue.$inside();
                let text = texts.into_iter().map(|one| {
                    let IssueText { text, .. } = one;
                    text
                });
                text.collect()
            }
            Self::Decision(decision) => match decision.$inside() {
                Decision::Taken { meeting, what, who, .. } => vec![meeting, what, who],
                Decision::Settled { text, .. } => vec![text],
            },
        }
    };
}

impl Said {
    /// Identifier of the thing that it is about; `None` where it is about none, or about another entry.
    pub fn subject(&self) -> Option<&Id> {
        match self {
            Self::Actual { indicator, .. }
            | Self::Baseline { indicator, .. }
            | Self::YearTarget { indicator, .. }
            | Self::BasisDecision { indicator, .. }
            | Self::Allotment { indicator, .. } => Some(indicator),
            Self::Progress { subject, .. } | Self::Judgement { subject, .. } => Some(subject),
            Self::Problem { subject, .. } => subject.as_ref(),
            Self::Item(item) => Some(&item.id),
            Self::Adjustment(adjustment) => Some(&adjustment.subject),
            Self::Verdict(verdict) => Some(&verdict.subject),
            Self::Case(case) => match &**case {
                Case::Told(text) => text.subject.as_ref(),
                Case::Returned { .. } | Case::Adopted { .. } | Case::TakenUp { .. } => None,
            },
            Self::Decision(decision) => match &**decision {
                Decision::Taken { subject, .. } => subject.as_ref(),
                Decision::Settled { .. } => None,
            },
            Self::Submission
            | Self::Acceptance { .. }
            | Self::Return { .. }
            | Self::Lock { .. }
            | Self::Rule(_)
            | Self::Withdrawal { .. }
            | Self::Redaction { .. }
            | Self::ProblemStep { .. }
            | Self::Window { .. }
            | Self::StartOfUse { .. }
            | Self::Member(_)
            | Self::AssessmentRule(_)
            | Self::Issue(_) => None,
        }
    }

    /// Every text that a person typed.
    pub fn words(&self) -> Vec<&str> {
        typed!(self, as_ref).into_iter().map(String::as_str).collect()
    }

    fn words_mut(&mut self) -> Vec<&mut String> {
        typed!(self, as_mut)
    }

    /// The same without anything that a person typed.
    pub fn without_words(&self) -> Self {
        let mut said = self.clone();
        said.words_mut().into_iter().for_each(String::clear);
        said
    }

    /// The same without the names of persons: who sees to something, decided, signed, and who stands on a list, for some
    /// lists are of persons.
    pub fn without_people(&self) -> Self {
        let mut said = self.clone();
        match &mut said {
            Self::Problem { who, .. }
            | Self::ProblemStep { step: ProblemStep::Raised { to: who, .. }, .. } => {
                who.clear();
            }
            Self::Adjustment(one) => one.decided_by.clear(),
            Self::Verdict(verdict) => {
                verdict.doer.clear();
                verdict.verifier.clear();
            }
            Self::Member(member) => {
                if let Listing::Named { name, .. } = &mut member.who {
                    name.clear();
                }
            }
            Self::Decision(decision) => {
                if let Decision::Taken { who, .. } = &mut **decision {
                    who.clear();
                }
            }
            Self::Actual { .. }
            | Self::Baseline { .. }
            | Self::Progress { .. }
            | Self::Submission
            | Self::Acceptance { .. }
            | Self::Return { .. }
            | Self::Lock { .. }
            | Self::YearTarget { .. }
            | Self::Judgement { .. }
            | Self::BasisDecision { .. }
            | Self::Rule(_)
            | Self::Withdrawal { .. }
            | Self::Redaction { .. }
            | Self::ProblemStep { .. }
            | Self::Window { .. }
            | Self::StartOfUse { .. }
            | Self::Item(_)
            | Self::Allotment { .. }
            | Self::AssessmentRule(_)
            | Self::Case(_)
            | Self::Issue(_) => {}
        }
        said
    }

    /// The entries that the statement names, beside what it corrects or judges: in another ledger they may have other
    /// names.
    pub fn named_mut(&mut self) -> Vec<&mut EntryId> {
        match self {
            Self::ProblemStep { of, .. } => vec![of],
            Self::Member(member) => match &mut member.who {
                Listing::Known { of } => vec![of],
                Listing::Named { .. } => vec![],
            },
            Self::Case(case) => match &mut **case {
                Case::Told(_) => vec![],
                Case::Adopted { of, issue } => std::iter::once(of).chain(issue).collect(),
                Case::Returned { of, .. } | Case::TakenUp { of, .. } => vec![of],
            },
            Self::Issue(issue) => issue.corrects.iter_mut().collect(),
            Self::Decision(decision) => match &mut **decision {
                Decision::Taken { problem, .. } => problem.iter_mut().collect(),
                Decision::Settled { of, .. } => vec![of],
            },
            Self::Actual { .. }
            | Self::Baseline { .. }
            | Self::Progress { .. }
            | Self::Problem { .. }
            | Self::Submission
            | Self::Acceptance { .. }
            | Self::Return { .. }
            | Self::Lock { .. }
            | Self::YearTarget { .. }
            | Self::Judgement { .. }
            | Self::BasisDecision { .. }
            | Self::Rule(_)
            | Self::Withdrawal { .. }
            | Self::Redaction { .. }
            | Self::Window { .. }
            | Self::StartOfUse { .. }
            | Self::Item(_)
            | Self::Adjustment(_)
            | Self::Allotment { .. }
            | Self::AssessmentRule(_)
            | Self::Verdict(_) => vec![],
        }
    }

    /// Of every text the form that stays between this one and that of an entry of the same kind.
    pub(super) fn join_words(&mut self, other: &Self) {
        for (mine, theirs) in self.words_mut().into_iter().zip(other.words()) {
            *mine = joined_words(mine, theirs).to_owned();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::BatchId;
    use crate::ledger::samples::loop_kinds::every_kind;

    fn at(writer: u64) -> EntryId {
        EntryId { batch: BatchId { writer, sequence: 0 }, index: 0 }
    }

    /// What is redacted has no letter left that a person typed, and comes to the same.
    #[test]
    fn a_kind_without_its_words_has_none_and_keeps_its_place_and_figures() {
        for said in every_kind(at(1)) {
            let bare = said.without_words();
            let (words, none) = (said.words(), bare.words());
            assert_eq!(words.len(), none.len(), "{said:?}");
            assert!(none.iter().all(|words| words.is_empty()), "{bare:?}");
            assert!(!format!("{bare:?}").contains("鞍科发"), "{bare:?}");
            assert_eq!((bare.subject(), bare.is_reported()), (said.subject(), said.is_reported()));
            assert_eq!(bare.clone().named_mut(), said.clone().named_mut());
        }
    }

    #[test]
    fn a_kind_without_people_names_nobody() {
        for said in every_kind(at(1)) {
            let told = format!("{:?}", said.without_people());
            assert!(
                !told.contains("王工") && !told.contains("李科") && !told.contains("某中试基地"),
                "{told}"
            );
        }
    }

    /// Every name of another entry is found, so that a snapshot gives each its new name.
    #[test]
    fn every_name_of_another_entry_is_found() {
        let other = 0x1234_5678_9abc;
        for mut said in every_kind(at(other)) {
            for named in said.named_mut() {
                *named = at(7);
            }
            assert!(!format!("{said:?}").contains(&other.to_string()), "{said:?}");
        }
    }
}
