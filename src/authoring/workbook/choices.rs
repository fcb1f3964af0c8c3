//! Words of which a cell takes one: what stands in the drop-down list, and what `plan.json` writes for it.

use crate::plan::{
    Basis, Comparator, DistrictRule, Frequency, MemberKind, MilestoneKind, Modality, OrganisationKind,
    ProjectKind,
};
use crate::text::Language;
use serde::Serialize;

/// A list of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choices {
    Language,
    Basis,
    Comparator,
    Modality,
    Frequency,
    Districts,
    Milestone,
    Organisation,
    Project,
    Member,
    YesNo,
}

/// One word of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// What `plan.json` writes.
    pub slug: String,
    pub zh: &'static str,
    pub en: &'static str,
}

impl Choice {
    pub(super) fn words(&self, language: Language) -> &'static str {
        language.pick(self.zh, self.en)
    }

    fn of<T: Serialize + Copy>(one: T, words: impl Fn(T, Language) -> &'static str) -> Self {
        // A variant without fields: it is written as a word.
        let slug = serde_json::to_value(one).ok().and_then(|value| value.as_str().map(str::to_owned));
        Self { slug: slug.unwrap_or_default(), zh: words(one, Language::Zh), en: words(one, Language::En) }
    }
}

fn each<T: Serialize + Copy>(all: &[T], words: impl Fn(T, Language) -> &'static str) -> Vec<Choice> {
    all.iter().map(|one| Choice::of(*one, &words)).collect()
}

impl Choices {
    /// The words, in the order of the list.
    pub(super) fn all(self) -> Vec<Choice> {
        let plain = |slug: &str, zh, en| Choice { slug: slug.to_owned(), zh, en };
        match self {
            Self::Language => vec![plain("zh", "中文", "Chinese"), plain("en", "英文", "English")],
            Self::YesNo => vec![plain("true", "是", "yes"), plain("false", "否", "no")],
            Self::Basis => each(&Basis::ALL, Basis::words),
            Self::Comparator => each(&Comparator::ALL, Comparator::words),
            Self::Modality => each(&Modality::ALL, Modality::words),
            Self::Frequency => {
                each(&[Frequency::Monthly, Frequency::Quarterly, Frequency::Yearly], Frequency::words)
            }
            Self::Districts => {
                each(&[DistrictRule::Sum, DistrictRule::None, DistrictRule::Ratio], DistrictRule::words)
            }
            Self::Milestone => each(&[MilestoneKind::State, MilestoneKind::Direction], MilestoneKind::words),
            Self::Organisation => each(
                &[
                    OrganisationKind::Department,
                    OrganisationKind::Institution,
                    OrganisationKind::District,
                    OrganisationKind::Group,
                    OrganisationKind::University,
                    OrganisationKind::ResearchInstitute,
                    OrganisationKind::Enterprise,
                    OrganisationKind::Carrier,
                    OrganisationKind::Higher,
                    OrganisationKind::Other,
                ],
                OrganisationKind::words,
            ),
            Self::Project => each(&ProjectKind::ALL, ProjectKind::words),
            Self::Member => each(
                &[
                    MemberKind::Enterprise,
                    MemberKind::Platform,
                    MemberKind::Carrier,
                    MemberKind::PilotBase,
                    MemberKind::Alliance,
                    MemberKind::Team,
                    MemberKind::Project,
                    MemberKind::Demand,
                    MemberKind::Person,
                    MemberKind::Other,
                ],
                MemberKind::words,
            ),
        }
    }

    /// What `plan.json` writes for a word in either language, or for what it writes itself.
    pub(super) fn slug(self, words: &str) -> Option<String> {
        let all = self.all();
        let is = |one: &&Choice| one.slug == words || one.zh == words || one.en.eq_ignore_ascii_case(words);
        all.iter().find(is).map(|one| one.slug.clone())
    }

    /// The word for what `plan.json` writes; of what is no such word, itself.
    pub(super) fn words(self, slug: &str, language: Language) -> String {
        let all = self.all();
        let found = all.iter().find(|one| one.slug == slug).map(|one| one.words(language));
        found.unwrap_or(slug).to_owned()
    }
}
