//! 核对码 on the page: the codes of one's own state, and what a code that somebody reads out is to it.

use super::words;
use crate::link::fingerprint::{Code, Fingerprint};
use crate::plan::PlanIndex;
use crate::snapshot::code::Comparison;
use crate::text::{Language, Text};

/// The codes of a state.
#[derive(Clone, Debug, PartialEq)]
pub struct Codes {
    pub whole: String,
    /// Each area of the plan with its code; what belongs to none comes last.
    pub areas: Vec<(Text, String)>,
}

/// The codes of what a ledger shows.
pub fn codes(plan: &PlanIndex, state: &Fingerprint, language: Language) -> Codes {
    let areas = state.areas.iter().map(|(at, code)| (area(plan, *at, language), code.to_string()));
    Codes { whole: state.whole.to_string(), areas: areas.collect() }
}

/// What a typed code is to a ledger, in a sentence; none while nothing is typed. `answer` is none while it is looked for.
pub fn verdict(
    plan: &PlanIndex,
    typed: &str,
    answer: Option<&Comparison>,
    offset: i32,
    language: Language,
) -> Option<String> {
    if typed.trim().is_empty() {
        return None;
    }
    let words = words::of(language);
    if Code::parse(typed).is_none() {
        return Some(words.no_code.to_owned());
    }
    Some(match answer {
        None => words.searching.to_owned(),
        Some(Comparison::Same) => words.same_state.to_owned(),
        Some(Comparison::Area(at)) => words::same_area(language, &area(plan, *at, language).words),
        Some(Comparison::Earlier(moment)) => words::earlier_state(language, moment.day(offset)),
        Some(Comparison::Records) => [words.same_state, words.records_alone].concat(),
        Some(Comparison::EarlierRecords(moment)) => {
            [&*words::earlier_state(language, moment.day(offset)), words.records_alone].concat()
        }
        Some(Comparison::Unknown) => words.other_state.to_owned(),
    })
}

/// What a whole ledger from a link is to one's own, in a sentence; `answer` is what its code is to one's own, none while
/// it is looked for.
pub fn between(
    plan: &PlanIndex,
    own: &Fingerprint,
    theirs: &Fingerprint,
    answer: Option<&Comparison>,
    offset: i32,
    language: Language,
) -> String {
    match answer {
        None => words::of(language).searching.to_owned(),
        Some(Comparison::Same) => words::of(language).same_state.to_owned(),
        Some(Comparison::Earlier(moment)) => words::earlier_state(language, moment.day(offset)),
        Some(
            Comparison::Area(_) | Comparison::Records | Comparison::EarlierRecords(_) | Comparison::Unknown,
        ) => {
            let areas = own.differing(theirs).into_iter().map(|at| area(plan, at, language).words);
            words::differing(language, &areas.collect::<Vec<_>>())
        }
    }
}

fn area(plan: &PlanIndex, at: usize, language: Language) -> Text {
    match plan.areas.get(at) {
        Some(area) => plan.say(&area.title, language),
        None => Text::plain(words::of(language).no_area),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::Batch;
    use crate::ledger::BatchId;
    use crate::ledger::Ledger;
    use crate::ledger::samples::{actual, batch};
    use crate::snapshot::code::{Search, snapshot_code};
    use std::sync::Arc;

    fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the shipped plan")
    }

    fn reported(writer: u64, figure: &str) -> Batch {
        batch(BatchId { writer, sequence: 0 }, 1_725_000_000 + writer, 8, [actual("alliances", figure)])
    }

    fn now() -> Ledger {
        Ledger::new([reported(1, "11"), reported(2, "12")])
    }

    fn answered(ledger: &Ledger, code: Code) -> Comparison {
        let mut search = Search::new(Arc::new(plan()), Arc::new(ledger.clone()), code);
        loop {
            if let Some(answer) = search.step() {
                return answer;
            }
        }
    }

    #[test]
    fn a_link_says_in_which_area_it_differs_or_which_earlier_state_it_is() {
        let (plan, earlier, now) = (plan(), Ledger::new([reported(1, "11")]), now());
        let other = Ledger::new([reported(7, "15")]);
        let say = |theirs: &Ledger| {
            let (own, theirs) = (snapshot_code(&plan, &now), snapshot_code(&plan, theirs));
            let answer = answered(&now, theirs.whole);
            between(&plan, &own, &theirs, Some(&answer), 480, Language::Zh)
        };
        assert!(say(&now).contains("完全一致"));
        assert!(say(&earlier).contains("2024-08-30"));
        let area = plan.indicator("alliances").unwrap().area;
        let name = plan.say(&area.title, Language::Zh).words;
        let others = plan.areas.iter().filter(|one| one.id != area.id);
        assert!(say(&other).contains(&*name));
        for one in others {
            assert!(!say(&other).contains(&*plan.say(&one.title, Language::Zh).words));
        }
    }

    #[test]
    fn a_code_that_is_read_out_is_told_apart() {
        let (plan, earlier, now) = (plan(), Ledger::new([reported(1, "11")]), now());
        let say = |typed: &str| {
            let answer = Code::parse(typed).map(|code| answered(&now, code));
            verdict(&plan, typed, answer.as_ref(), 480, Language::Zh)
        };
        let codes_of = |ledger: &Ledger| codes(&plan, &snapshot_code(&plan, ledger), Language::Zh);
        assert_eq!(codes_of(&now).areas.len(), plan.areas.len() + 1);
        assert_eq!(say(" "), None);
        let asked = verdict(&plan, "0000-0000", None, 480, Language::Zh);
        assert_eq!(asked.as_deref(), Some(words::of(Language::Zh).searching));
        assert!(say("abc").unwrap().contains("八位"));
        assert!(say(&codes_of(&now).whole.to_lowercase().replace('-', " ")).unwrap().contains("完全一致"));
        assert!(say(&codes_of(&earlier).whole).unwrap().contains("2024-08-30"));
        let (name, code) = &codes_of(&now).areas[1];
        assert!(say(code).unwrap().contains(&name.words));
        assert!(say("0000-0000").unwrap().contains("不一致"));
    }
}
