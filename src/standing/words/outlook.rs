//! What is left to do, in sentences.

use super::exact;
use crate::plan::unit::{self, is_rate};
use crate::plan::{Indicator, PlanIndex};
use crate::standing::{FEWEST, Forecast, Goal, Judgement, LastChance, Method, Ratio};
use crate::text::Language;

/// What is left to do and where it leads: one sentence each, in the order in which people ask.
pub fn outlook(
    judgement: &Judgement,
    indicator: &Indicator,
    plan: &PlanIndex,
    language: Language,
) -> Vec<String> {
    let unit = plan.say(&indicator.unit, language);
    // A unit in the plan's language only is left out rather than mixed in.
    let unit = if unit.language.is_none() { unit.words } else { String::new() };
    let says = Says { judgement, unit, language };
    let forecasts = [judgement.outlook.year_end, judgement.outlook.plan_end];
    let mut sentences: Vec<String> =
        [says.gap(), says.pace(), says.last_chance()].into_iter().flatten().collect();
    let mut said = None;
    for forecast in forecasts.into_iter().flatten().filter(|one| !matches!(one, Forecast::Known { .. })) {
        if said != Some(forecast) {
            sentences.push(says.forecast(forecast));
        }
        said = Some(forecast);
    }
    sentences
}

/// A difference of per cents, in points; none for another unit.
pub fn points(number: &str, unit: &str, language: Language) -> Option<String> {
    is_rate(unit).then(|| match language {
        Language::Zh => format!("{number} 个百分点"),
        Language::En if number == "1" => "1 percentage point".into(),
        Language::En => format!("{number} percentage points"),
    })
}

struct Says<'a> {
    judgement: &'a Judgement,
    unit: String,
    language: Language,
}

impl Says<'_> {
    fn with_unit(&self, number: &str) -> String {
        unit::written(number, &self.unit)
    }

    /// A difference: of per cents it is in points.
    fn difference(&self, number: &str) -> String {
        points(number, &self.unit, self.language).unwrap_or_else(|| self.with_unit(number))
    }

    fn gap(&self) -> Option<String> {
        let goal = self.judgement.goal.as_ref()?;
        let gap = self.judgement.outlook.gap.filter(|_| self.judgement.holds == Some(false))?;
        let size = self.difference(&exact(gap.size()));
        let year = goal.judged_year;
        let latest = self.judgement.latest?.month;
        let is_over = goal.end().is_some_and(|end| end <= latest) && gap != Ratio::ZERO;
        let has_line = goal.yardstick.is_some();
        Some(match (gap == Ratio::ZERO, goal.is_limit(), self.language) {
            (true, _, Language::Zh) => "恰与目标值相等，尚不符合目标。".to_owned(),
            (true, _, Language::En) => "It equals the target, which is not enough.".to_owned(),
            (_, true, Language::Zh) if has_line => format!("超出 {year} 年参照值 {size}。"),
            (_, true, Language::En) if has_line => format!("{size} above the reference value of {year}."),
            (_, _, Language::Zh) if has_line => format!("距 {year} 年参照值还差 {size}。"),
            (_, _, Language::En) if has_line => format!("{size} short of the reference value of {year}."),
            (_, true, Language::Zh) if is_over => format!("{year} 年底未达成，超出 {size}。"),
            (_, true, Language::En) if is_over => {
                format!("The target of {year} was missed: {size} above it.")
            }
            (_, false, Language::Zh) if is_over => format!("{year} 年底未达成，差 {size}。"),
            (_, false, Language::En) if is_over => format!("The target of {year} was missed by {size}."),
            (_, true, Language::Zh) => format!("超出目标 {size}。"),
            (_, true, Language::En) => format!("{size} above the target."),
            (_, false, Language::Zh) => format!("距目标还差 {size}。"),
            (_, false, Language::En) => format!("{size} short of the target."),
        })
    }

    fn pace(&self) -> Option<String> {
        let is_within = self.judgement.progress.is_some_and(|progress| progress.method == Method::Within);
        let pace = self.judgement.outlook.pace?;
        let pace = self.difference(&if is_within { pace.say_down() } else { pace.say_up() });
        let from = self.judgement.latest?.month.plus(1);
        let goal = self.judgement.goal.as_ref();
        let (is_strict, falls) = (goal.is_some_and(Goal::is_strict), goal.is_some_and(Goal::is_limit));
        Some(match (is_within, self.language) {
            (true, Language::Zh) => format!("自 {from} 起每月最多可用 {pace}。"),
            (true, Language::En) => format!("From {from}, at most {pace} may be used each month."),
            (false, Language::Zh) if falls && is_strict => format!("自 {from} 起每月降幅须大于 {pace}。"),
            (false, Language::En) if falls && is_strict => {
                format!("From {from}, it has to fall by more than {pace} a month.")
            }
            (false, Language::Zh) if falls => format!("自 {from} 起每月须下降 {pace}。"),
            (false, Language::En) if falls => format!("From {from}, it has to fall by {pace} a month."),
            (false, Language::Zh) if is_strict => format!("自 {from} 起每月完成数须大于 {pace}。"),
            (false, Language::En) if is_strict => {
                format!("From {from}, each month needs more than {pace}.")
            }
            (false, Language::Zh) => format!("自 {from} 起每月须完成 {pace}。"),
            (false, Language::En) => format!("From {from}, each month needs {pace}."),
        })
    }

    fn last_chance(&self) -> Option<String> {
        let best = self.difference(&{
            let best = self.judgement.outlook.best_pace?;
            best.decimal().unwrap_or_else(|| best.say(&[Ratio::ZERO]))
        });
        Some(match (self.judgement.outlook.last_chance?, self.language) {
            (LastChance::Month(month), Language::Zh) => {
                format!("按此前最快速度（每月 {best}）推算，最迟须从 {month} 起步。")
            }
            (LastChance::Month(month), Language::En) => {
                format!(
                    "At the best pace so far ({best} a month), the target can be met if that pace starts by {month}."
                )
            }
            (LastChance::Past, Language::Zh) => {
                format!("按此前最快速度（每月 {best}）推算，已无法按期达成。")
            }
            (LastChance::Past, Language::En) => {
                format!("Even the best pace so far ({best} a month) would not reach the target in time.")
            }
        })
    }

    fn forecast(&self, forecast: Forecast) -> String {
        match (forecast, self.language) {
            (Forecast::TooFew { figures }, Language::Zh) => {
                format!("只有 {figures} 个完成值，满 {FEWEST} 个方可预测。")
            }
            (Forecast::TooFew { figures }, Language::En) => {
                format!("No forecast yet: {figures} of the {FEWEST} figures needed.")
            }
            (Forecast::TooLarge, Language::Zh) => "预测值过大，不予显示。".to_owned(),
            (Forecast::TooLarge, Language::En) => "The forecast is too large to be shown.".to_owned(),
            (Forecast::Known { month, value }, Language::Zh) => {
                format!("{month} 已报 {}。", self.with_unit(&value.to_string()))
            }
            (Forecast::Known { month, value }, Language::En) => {
                format!("{} reported for {month}.", self.with_unit(&value.to_string()))
            }
            (Forecast::Line { month, low, middle, high, figures }, Language::Zh) => format!(
                "按目前速度，{month} 预计 {}（{low} 至 {high}；泰尔—森法，{figures} 个完成值）。",
                self.with_unit(&middle.to_string())
            ),
            (Forecast::Line { month, low, middle, high, figures }, Language::En) => {
                // The sign of money stands before each figure, other units behind the first.
                let [low, high] = [low, high].map(|end| match unit::is_yuan(&self.unit) {
                    true => self.with_unit(&end.to_string()),
                    false => end.to_string(),
                });
                format!(
                    "At this pace: {} by {month} ({low} to {high}; Theil–Sen, {figures} figures).",
                    self.with_unit(&middle.to_string())
                )
            }
        }
    }
}
