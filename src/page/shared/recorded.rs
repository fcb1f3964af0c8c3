//! What records say, as every page of the plan shows it: who, what, and what became of it.
//!
//! People's words are untrusted and in whatever language they were typed; on an English page Chinese ones are
//! marked as such.

use crate::ledger::{Change, Claim, ProblemStep, Report, Stage};
use crate::plan::PlanIndex;
use crate::standing::Light;
use crate::standing::Lit;
use crate::text::{Language, Text};

/// An organisation as the plan names it; another one as it stands in the record.
pub fn organisation(plan: &PlanIndex, id: &str, page: Language) -> Text {
    plan.organisation(id).map_or_else(|| Text::typed(id, page), |one| plan.say(&one.name, page))
}

/// A light with its word.
pub fn lit(light: Light, language: Language) -> Lit {
    Lit { light: light.slug(), word: light.words(language) }
}

/// A light that a person set.
pub fn claimed(claim: Claim) -> Light {
    match claim {
        Claim::Red => Light::Red,
        Claim::Amber => Light::Amber,
        Claim::Green => Light::Green,
        Claim::Met => Light::Met,
    }
}

/// How far something has come, as a light.
pub fn stage(stage: Stage, language: Language) -> Lit {
    match stage {
        Stage::NotStarted => Lit { light: "none", word: language.pick("未启动", "not begun") },
        Stage::Underway => Lit { light: "underway", word: language.pick("推进中", "under way") },
        Stage::Done => Lit { light: "met", word: language.pick("已完成", "done") },
    }
}

/// The figure, or what was said in its place.
pub fn report(report: &Report, language: Language) -> String {
    match report {
        Report::Value(value) => value.to_string(),
        Report::NoChange => language.pick("无变化", "no change").into(),
        Report::NothingToReport => language.pick("零报告", "nothing to report").into(),
        Report::NotYetPublished => language.pick("尚未公布", "not yet published").into(),
    }
}

/// What became of a problem.
pub fn problem_step(step: ProblemStep, language: Language) -> &'static str {
    match step {
        ProblemStep::Closed => language.pick("已销号", "closed out"),
        ProblemStep::Reopened => language.pick("已重新打开", "reopened"),
    }
}

/// What became of an entry.
pub fn became(change: Change, language: Language) -> &'static str {
    match change {
        Change::Shown => language.pick("现用", "in force"),
        Change::Superseded => language.pick("已被后报取代", "superseded"),
        Change::Corrected => language.pick("已更正", "corrected"),
        Change::Withdrawn => language.pick("已撤回", "withdrawn"),
        Change::Returned => language.pick("已退回", "returned"),
        Change::AfterLock => language.pick("锁定之后才到，不计", "after the lock, not counted"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_words_are_marked_on_an_english_page_only() {
        assert_eq!(Text::typed("缺附件", Language::En).language, Some(Language::Zh));
        assert_eq!(Text::typed("缺附件", Language::Zh).language, None);
        assert_eq!(Text::typed("annex missing", Language::En).language, None);
    }

    /// hostile 8
    #[test]
    fn nothing_unseen_of_a_persons_words_reaches_the_page() {
        let hostile = "张\u{202e}三\u{2066}\u{200b}\n李四\u{feff}";
        for language in Language::ALL {
            assert_eq!(Text::typed(hostile, language).words, "张三\n李四");
        }
    }

    #[test]
    fn an_organisation_that_the_plan_does_not_have_is_shown_as_it_was_written() {
        let plan = crate::plan::read::from_json(include_str!("../../../public/plan.json")).expect("the plan");
        assert_eq!(organisation(&plan, "science-bureau", Language::Zh).words, "市科技局");
        assert_eq!(organisation(&plan, "nobody", Language::Zh).words, "nobody");
    }
}
