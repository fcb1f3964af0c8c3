//! What is said of a period: on whose word its window stands, and why nothing is owed.

use crate::standing::duty::NotOwed;
use crate::standing::window::Source;
use crate::text::Language;

/// What stands behind a day until which something is due; nothing where the plan states it.
pub fn window_source(language: Language, source: Source) -> &'static str {
    match source {
        Source::Stated => "",
        Source::Assumed => language.pick("（时限为假定）", " (assumed date)"),
        Source::Moved => language.pick("（时限已调整）", " (date moved)"),
    }
}

/// In a word why nothing is asked for.
pub fn not_owed(language: Language, why: NotOwed) -> &'static str {
    match why {
        NotOwed::BeforeUse => language.pick("启用前", "before use"),
        NotOwed::NothingDue => language.pick("本期无须报", "nothing due"),
    }
}

/// The same in a sentence.
pub fn not_owed_sentence(language: Language, why: NotOwed) -> &'static str {
    match why {
        NotOwed::BeforeUse => language.pick(
            "本期在启用之前，不要求填报。",
            "This period is before the start of use: no report is asked for.",
        ),
        NotOwed::NothingDue => language.pick(
            "本期没有到期的指标，无须报；有新情况、新问题也可以报。",
            "No figure is due for this period; new problems may still be reported.",
        ),
    }
}

/// How many items are missing of a report; nothing where it is whole.
pub fn lacking(language: Language, missing: usize) -> Option<String> {
    match (language, missing) {
        (_, 0) => None,
        (Language::Zh, _) => Some(format!("缺 {missing} 项")),
        (Language::En, 1) => Some("1 item missing".to_owned()),
        (Language::En, _) => Some(format!("{missing} items missing")),
    }
}
