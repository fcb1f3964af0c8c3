//! What records say, as every page of the plan shows it: who, what, and what became of it.
//!
//! People's words are untrusted and in whatever language they were typed; on an English page Chinese ones are
//! marked as such.

use crate::ledger::{Ledger, Stage};
use crate::plan::{Day, Milestone, MilestoneKind};
use crate::standing::{Light, Lit};
use crate::text::Language;

/// A light with its word.
pub fn lit(light: Light, language: Language) -> Lit {
    Lit { light: light.slug(), word: light.words(language) }
}

/// How far something has come, as a light.
pub fn stage(stage: Stage, language: Language) -> Lit {
    let light = match stage {
        Stage::NotStarted => "none",
        Stage::Underway => "underway",
        Stage::Done => "met",
    };
    Lit { light, word: stage.words(language) }
}

/// How a milestone stands on a day.
pub fn milestone(ledger: &Ledger, milestone: &Milestone, today: Day, language: Language) -> Lit {
    match ledger.stage(&milestone.id, today.month()) {
        Some((_, Stage::Done, _)) => lit(Light::Met, language),
        // A direction has no end at which it could be missed.
        Some(_) if milestone.kind == MilestoneKind::State && today.year() > milestone.years.to => {
            lit(Light::Missed, language)
        }
        Some((_, reached, _)) => stage(reached, language),
        None => lit(Light::NoData, language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

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
}
