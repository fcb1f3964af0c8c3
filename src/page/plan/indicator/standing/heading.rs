//! The standing of an indicator in one sentence: where it leads, or what decided its light.

use crate::chart::Sentence;
use crate::plan::unit;
use crate::plan::{Comparator, Indicator, PlanIndex, Quantity};
use crate::standing::{self, Forecast, Goal, Judgement, Origin, Ratio, Reason, Rule, expected_value};
use crate::text::{Language, Text};

/// What stands over the chart.
pub(super) fn heading(
    judgement: &Judgement,
    indicator: &Indicator,
    plan: &PlanIndex,
    rule: &Rule,
    language: Language,
) -> Sentence {
    let says = Says { judgement, unit: plan.say(&indicator.unit, language), language };
    let said = match judgement.reason {
        Reason::Reached | Reason::NotReached => says.verdict(),
        Reason::Points | Reason::Held | Reason::NotHeld => says.forecast(),
        _ => None,
    };
    Sentence::plain(said.unwrap_or_else(|| says.reason(&standing::words::reason(judgement, rule, language))))
}

/// The figure beside what was expected of it; empty without a figure.
pub(super) fn lede(
    judgement: &Judgement,
    indicator: &Indicator,
    plan: &PlanIndex,
    language: Language,
) -> Vec<Text> {
    let says = Says { judgement, unit: plan.say(&indicator.unit, language), language };
    says.beside().map(|words| vec![Text::plain(words)]).unwrap_or_default()
}

struct Says<'a> {
    judgement: &'a Judgement,
    unit: Text,
    language: Language,
}

impl Says<'_> {
    /// A unit in the plan's language only is left out rather than mixed in.
    fn with_unit(&self, number: &str) -> String {
        if self.unit.language.is_some() {
            return number.to_owned();
        }
        unit::written(number, &self.unit.words)
    }

    /// Comparator and figure of the target, as the text has them.
    fn target(&self, goal: &Goal) -> String {
        let mark = match goal.comparator {
            Comparator::Reach => self.language.pick("达到 ", "reach "),
            stated => stated.mark(self.language),
        };
        let adjusted = match goal.origin {
            Origin::Adjusted => self.language.pick("，发文调整后", ", as adjusted"),
            Origin::Plan(_) | Origin::Set => "",
        };
        [mark, &self.with_unit(&goal.value.to_string()), adjusted].concat()
    }

    fn verdict(&self) -> Option<String> {
        let (goal, latest) = (self.judgement.goal.as_ref()?, self.judgement.latest?);
        let (value, target, year) = (self.with_unit(&latest.value.to_string()), self.target(goal), goal.year);
        let is_reached = self.judgement.reason == Reason::Reached;
        let month = latest.month;
        Some(match (is_reached, self.language) {
            (true, Language::Zh) if goal.is_limit() => {
                format!("{month} 为 {value}，没有超出 {year} 年目标（{target}）")
            }
            (true, Language::En) if goal.is_limit() => {
                format!("{value} at {month}: within the target of {year} ({target})")
            }
            (false, Language::Zh) if goal.is_limit() => {
                format!("{year} 年为 {value}，没有控制在目标以内（{target}）")
            }
            (false, Language::En) if goal.is_limit() => {
                format!("{value} in {year}: not kept within the target ({target})")
            }
            (true, Language::Zh) => format!("{month} 完成 {value}，达到 {year} 年目标（{target}）"),
            (true, Language::En) => format!("{value} at {month}: the target of {year} ({target}) is reached"),
            (false, Language::Zh) => format!("{year} 年完成 {value}，没有达到目标（{target}）"),
            (false, Language::En) => format!("{value} in {year}: the target ({target}) was not reached"),
        })
    }

    /// Where the figures lead by the end of the target's year, and whether that complies with the target.
    fn forecast(&self) -> Option<String> {
        let goal = self.judgement.goal.as_ref().filter(|goal| goal.yardstick.is_none())?;
        let forecasts = [self.judgement.outlook.year_end, self.judgement.outlook.plan_end];
        let middle = forecasts.into_iter().flatten().find_map(|forecast| match forecast {
            Forecast::Line { month, middle, .. } if Some(month) == goal.end() => Some(middle),
            _ => None,
        })?;
        Some(self.leads_to(goal, middle))
    }

    fn leads_to(&self, goal: &Goal, middle: Quantity) -> String {
        let (value, target, year) = (self.with_unit(&middle.to_string()), self.target(goal), goal.year);
        let end = match (goal.is_limit(), goal.holds(middle), self.language) {
            (false, true, Language::Zh) => "能达到目标",
            (false, false, Language::Zh) => "达不到目标",
            (true, true, Language::Zh) => "不会超出目标",
            (true, false, Language::Zh) => "会超出目标",
            (false, true, Language::En) => "enough for the target",
            (false, false, Language::En) => "short of the target",
            (true, true, Language::En) => "within the target",
            (true, false, Language::En) => "beyond the target",
        };
        match self.language {
            Language::Zh => format!("按目前速度，{year} 年底约 {value}，{end}（{target}）"),
            Language::En => format!("At this pace about {value} by the end of {year}: {end} ({target})"),
        }
    }

    fn reason(&self, reason: &str) -> String {
        let Some(latest) = self.judgement.latest else {
            return match self.language {
                Language::Zh => format!("没有完成值：{reason}"),
                Language::En => format!("No actual: {reason}"),
            };
        };
        let (month, value) = (latest.month, self.with_unit(&latest.value.to_string()));
        match self.language {
            Language::Zh => format!("{month} 完成 {value}：{reason}"),
            Language::En => format!("{value} at {month}: {reason}"),
        }
    }

    fn beside(&self) -> Option<String> {
        let latest = self.judgement.latest?;
        let (month, value) = (latest.month, self.with_unit(&latest.value.to_string()));
        let Some(expected) = expected_value(self.judgement) else {
            return Some(match self.language {
                Language::Zh => format!("{month} 完成 {value}。"),
                Language::En => format!("{value} at {month}. "),
            });
        };
        let difference = Ratio::from(latest.value).minus(expected)?;
        let size = difference.size().say(&[Ratio::ZERO]);
        let points = standing::words::points(&size, &self.unit.words, self.language);
        let size = points.unwrap_or_else(|| self.with_unit(&size));
        let expected = self.with_unit(&expected.say(&[latest.value.into()]));
        Some(match (difference.cmp(&Ratio::ZERO), self.language) {
            (std::cmp::Ordering::Less, Language::Zh) => {
                format!("{month} 完成 {value}，比序时进度应达到的 {expected}少 {size}。")
            }
            (std::cmp::Ordering::Greater, Language::Zh) => {
                format!("{month} 完成 {value}，比序时进度应达到的 {expected}多 {size}。")
            }
            (std::cmp::Ordering::Equal, Language::Zh) => format!("{month} 完成 {value}，与序时进度持平。"),
            (std::cmp::Ordering::Less, Language::En) => {
                format!("{value} at {month}, {size} below the expected {expected}. ")
            }
            (std::cmp::Ordering::Greater, Language::En) => {
                format!("{value} at {month}, {size} above the expected {expected}. ")
            }
            (std::cmp::Ordering::Equal, Language::En) => format!("{value} at {month}, exactly as expected. "),
        })
    }
}
