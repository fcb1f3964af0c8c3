//! What a judgement says of its own: the sentence of its light, its reason in a few words, what is left to do.

mod against;
mod gap;
mod outlook;
mod periods;
mod rule_faults;
mod sentence;
mod since;

pub use against::against;
pub use gap::{gap, no_figure_of};
pub use outlook::{outlook, points};
pub use periods::{lacking, not_owed, not_owed_sentence, window_source};
pub use sentence::{Told, copied, sentence};
pub use since::since;

use super::{Judgement, Partly, Progress, Ratio, Reason, Rule};
use crate::text::Language;

/// How many of the districts have reported whose sum the figure is.
fn partly_said(partly: Partly, zh: &str, en: &str, language: Language) -> String {
    let Partly { districts, all, .. } = partly;
    match language {
        Language::Zh => format!("{zh}{all} 个县（市）区中 {districts} 个已报"),
        Language::En => format!("{en}{districts} of {all} districts have reported"),
    }
}

/// Why the light is what it is, in a few words.
pub fn reason(judgement: &Judgement, rule: &Rule, language: Language) -> String {
    let says = |zh: &str, en: &str| language.pick(zh, en).to_owned();
    match judgement.reason {
        Reason::NoTarget => says("没有目标值", "no target"),
        Reason::NoFigure if judgement.is_answered() => says("已报，无数据", "answered without a figure"),
        Reason::NoFigure if judgement.dues.last.is_some() => {
            let said = match judgement.partly {
                None => says("逾期未报", "overdue, no figure yet"),
                Some(partly) => partly_said(partly, "逾期未报齐，", "overdue: ", language),
            };
            late(judgement, language, said)
        }
        Reason::NoFigure if judgement.partly.is_some() => {
            judgement.partly.map_or_else(String::new, |partly| partly_said(partly, "", "", language))
        }
        Reason::NoFigure => says("尚未到报送时限", "no figure due yet"),
        Reason::BasisUndecided => says("口径待认定", "basis undecided"),
        Reason::Overdue => late(judgement, language, says("新数据逾期未报", "a newer figure is overdue")),
        Reason::BeyondTargets => match (judgement.beyond, &judgement.goal, language) {
            (Some(one), Some(goal), Language::Zh) => {
                format!(
                    "{} 报了 {}；方案目标只定到 {} 年，{} 年底没有数据",
                    one.month, one.value, goal.year, goal.year
                )
            }
            (Some(one), Some(goal), Language::En) => format!(
                "{} at {}; the last target is that of {}, for whose December there is no figure",
                one.value, one.month, goal.year
            ),
            _ => says("没有目标值", "no target"),
        },
        Reason::YearNotOver => says("年度指标，年底再判", "judged only at the year's end"),
        Reason::BaselineMissing => says("没有基期值", "no baseline"),
        Reason::TooLarge => says("数值无法计算", "the numbers cannot be computed"),
        Reason::Reached => says("已达目标", "target reached"),
        Reason::NotReached => says("未达目标", "target not reached"),
        Reason::LimitBroken => says("已超限额", "limit broken"),
        Reason::Held => says("符合要求", "requirement met"),
        Reason::NotHeld => says("不符合要求", "requirement not met"),
        Reason::NotYetHeld => says("尚未达到以后年度的要求", "not yet at a later year's level"),
        Reason::Points => {
            judgement.progress.map_or_else(String::new, |progress| lead(&progress, rule, language))
        }
    }
}

/// That something is late, and on whose word where it is not the plan's.
fn late(judgement: &Judgement, language: Language, words: String) -> String {
    words + window_source(language, judgement.dues.source)
}

/// Points ahead or behind, as they agree with the per cents shown beside them.
fn lead(progress: &Progress, rule: &Rule, language: Language) -> String {
    let points = exact(progress.shown(rule).points);
    match (progress.lead.cmp(&Ratio::ZERO), language) {
        (std::cmp::Ordering::Equal, Language::Zh) => "与序时持平".to_owned(),
        (std::cmp::Ordering::Equal, Language::En) => "exactly as expected".to_owned(),
        (std::cmp::Ordering::Less, Language::Zh) => format!("落后 {points} 点"),
        (std::cmp::Ordering::Less, Language::En) => format!("{points} {} behind", noun(&points)),
        (std::cmp::Ordering::Greater, Language::Zh) => format!("领先 {points} 点"),
        (std::cmp::Ordering::Greater, Language::En) => format!("{points} {} ahead", noun(&points)),
    }
}

fn noun(points: &str) -> &'static str {
    if points == "1" { "point" } else { "points" }
}

/// All digits; rounded only where they never end.
fn exact(ratio: Ratio) -> String {
    ratio.decimal().unwrap_or_else(|| ratio.say(&[]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Day, Month, Quantity, Year, read};
    use crate::standing::{Actual, Baseline, Course, judge};

    const ANSHAN: &str = include_str!("../../public/plan.json");

    /// 820 at the end of 2022, 893 in June 2023, 1000 wanted by the end of the year.
    fn said(language: Language) -> (String, String, Vec<String>) {
        let plan = read::from_json(ANSHAN).unwrap();
        let indicator = plan.indicator("technology-smes").unwrap().item;
        let of = |text| Quantity::parse(text).unwrap();
        let actuals = [Actual { month: Month::parse("2023-06").unwrap(), value: of("893") }];
        let course = Course {
            indicator,
            decided_basis: None,
            baseline: Baseline::of_year(Year(2022), of("820")),
            actuals: &actuals,
            set_targets: &[],
            adjusted: &[],
            periods: Default::default(),
        };
        let rule = Rule::default();
        let judgement = judge(&course, &plan, Day::parse("2023-07-03").unwrap(), &rule);
        let sentence = copied(&sentence(&judgement, indicator, &plan, &rule, None, language));
        let outlook = outlook(&judgement, indicator, &plan, language);
        (sentence, reason(&judgement, &rule, language), outlook)
    }

    #[test]
    fn a_light_says_its_arithmetic_in_chinese() {
        let (sentence, reason, outlook) = said(Language::Zh);
        assert_eq!(
            sentence,
            "科技型中小企业注册数（家）：2023-06 完成值 893，数据至 2023-07-03；牵头单位：市科技局；2023 年目标 达到 1000（方案二（二）2）；口径：时点存量，每月报一次；2023-08 的数将于 2023-09-05 截止；基期 2022-12 为 820；路线自 2022-12 的 820 到目标，已过 6 / 12 个月；完成率 89.3%；序时进度 50%，自基期起的增量完成率 40.6%；落后 9.4 点；规则“序时进度”第 1 版：落后满 10 点为偏慢，超过 30 点为滞后。"
        );
        assert_eq!(reason, "落后 9.4 点");
        assert_eq!(
            outlook,
            [
                "距目标还差 107 家。",
                "自 2023-07 起每月须完成 17.9 家。",
                "按此前最快速度（每月 12.2 家）推算，已无法按期达成。",
                "只有 1 个完成值，满 3 个方可预测。"
            ]
        );
    }

    #[test]
    fn a_light_says_its_arithmetic_in_english() {
        let (sentence, reason, outlook) = said(Language::En);
        assert_eq!(
            sentence,
            "Registered technology SMEs (enterprises): 893 at 2023-06, data up to 2023-07-03; lead: Municipal Science and Technology Bureau; target of 2023: reach 1000 (section 二（二）2); basis: stock at a point in time, reported monthly; the figure for 2023-08 is due by 2023-09-05; baseline 820 at 2022-12; path from 820 at 2022-12 to the target, 6 of 12 months past; attainment 89.3%; expected progress 50%, progress from the baseline 40.6%; 9.4 points behind; rule “Expected progress” version 1: slow from 10 points behind, behind above 30 points."
        );
        assert_eq!(reason, "9.4 points behind");
        assert_eq!(
            outlook,
            [
                "107 enterprises short of the target.",
                "From 2023-07, each month needs 17.9 enterprises.",
                "Even the best pace so far (12.2 enterprises a month) would not reach the target in time.",
                "No forecast yet: 1 of the 3 figures needed."
            ]
        );
    }

    /// A figure of a plan of Binjiang, judged on a day.
    fn of_binjiang(
        id: &str,
        month: &str,
        value: &str,
        day: &str,
        language: Language,
    ) -> (String, Vec<String>) {
        let plan = read::from_json(include_str!("../../tests/plans/binjiang.json")).unwrap();
        let indicator = plan.indicator(id).unwrap().item;
        let of = |text| Quantity::parse(text).unwrap();
        let actuals = [Actual { month: Month::parse(month).unwrap(), value: of(value) }];
        let baseline = (id == "energy").then(|| Baseline::of_year(Year(2023), of("0.55"))).flatten();
        let course = Course {
            indicator,
            decided_basis: None,
            baseline,
            actuals: &actuals,
            set_targets: &[],
            adjusted: &[],
            periods: Default::default(),
        };
        let rule = Rule::default();
        let judgement = judge(&course, &plan, Day::parse(day).unwrap(), &rule);
        let said = copied(&sentence(&judgement, indicator, &plan, &rule, None, language));
        (said, outlook(&judgement, indicator, &plan, language))
    }

    /// field 18: what is missing of per cents is in points; field 11: a figure that has to fall falls.
    #[test]
    fn gaps_of_per_cents_are_points_and_what_has_to_fall_falls() {
        let (_, growth) = of_binjiang("invest-growth", "2024-06", "2", "2024-07-08", Language::Zh);
        assert_eq!(growth[0], "距目标还差 6 个百分点。");
        let (said, energy) = of_binjiang("energy", "2024-06", "0.53", "2024-07-08", Language::Zh);
        assert_eq!(energy[0].split(' ').next(), Some("超出目标"), "{energy:?}");
        assert_eq!(
            energy[1].split("每月须").nth(1).map(|rest| rest.starts_with("下降 0.0017 ")),
            Some(true),
            "{energy:?}"
        );
        assert!(!said.contains("；完成率") && said.contains("自基期起的增量完成率"), "{said}");
    }

    /// walk (e): after the end of the target's year nothing is said to be too late.
    #[test]
    fn after_the_end_the_sentence_says_what_is_missing() {
        let (_, smes) = of_binjiang("smes", "2024-12", "20", "2025-11-29", Language::Zh);
        assert!(smes[0].starts_with("2024 年底未达成，差 4"), "{smes:?}");
        assert!(smes.iter().all(|one| !one.contains("无法按期") && !one.contains("每月须")), "{smes:?}");
        let (_, smes) = of_binjiang("smes", "2024-12", "20", "2025-11-29", Language::En);
        assert!(smes[0].starts_with("The target of 2024 was missed by 4"), "{smes:?}");
    }

    /// walk c4: the distance to the target in the indicator's unit, or why there is none.
    #[test]
    fn a_gap_is_two_or_three_words() {
        let plan = read::from_json(ANSHAN).unwrap();
        let of = |text: &str| Quantity::parse(text).unwrap();
        let gap = |id: &str, figure: Option<(&str, &str)>, baseline: Option<&str>, day: &str, language| {
            let indicator = plan.indicator(id).unwrap().item;
            let actuals: Vec<Actual> = figure
                .map(|(month, value)| Actual { month: Month::parse(month).unwrap(), value: of(value) })
                .into_iter()
                .collect();
            let course = Course {
                indicator,
                decided_basis: None,
                baseline: baseline.and_then(|value| Baseline::of_year(Year(2022), of(value))),
                actuals: &actuals,
                set_targets: &[],
                adjusted: &[],
                periods: Default::default(),
            };
            let rule = Rule::default();
            let judgement = judge(&course, &plan, Day::parse(day).unwrap(), &rule);
            super::gap(&judgement, indicator, &plan, &rule, language)
        };
        let cases = [
            ("high-tech-enterprises", Some(("2025-12", "501")), None, "2026-01-20", "差 99 户", "99 short"),
            (
                "high-tech-enterprises",
                Some(("2025-12", "600")),
                None,
                "2026-01-20",
                "与目标持平",
                "just reached",
            ),
            ("high-tech-enterprises", Some(("2025-12", "612")), None, "2026-01-20", "超 12 户", "12 over"),
            ("high-tech-enterprises", Some(("2024-06", "501")), None, "2024-07-20", "差 99 户", "99 short"),
            (
                "conversion-rate",
                Some(("2024-12", "58.6")),
                None,
                "2025-01-20",
                "差 1.4 点",
                "1.4 points short",
            ),
            ("conversion-rate", Some(("2024-12", "60")), None, "2025-01-20", "须超过目标", "must exceed it"),
            (
                "technology-smes",
                Some(("2023-06", "893")),
                Some("820"),
                "2023-07-03",
                "落后 9.4 点",
                "9.4 points behind",
            ),
            (
                "technologies-mastered",
                Some(("2024-06", "12")),
                None,
                "2024-07-03",
                "口径待认定",
                "basis open",
            ),
            ("alliances", None, None, "2023-09-01", "未到时限", "not due yet"),
            ("alliances", None, None, "2024-09-01", "逾期未报", "overdue"),
            (
                "foreign-professionals",
                Some(("2024-06", "14")),
                None,
                "2024-08-08",
                "逾期 3 天",
                "3 days overdue",
            ),
        ];
        for (id, figure, baseline, day, zh, en) in cases {
            let said = [Language::Zh, Language::En].map(|language| gap(id, figure, baseline, day, language));
            assert_eq!(said, [zh, en], "{id} with {figure:?} on {day}");
        }
    }
}
