//! One sentence with every number from which a light can be computed again.
//!
//! The clauses have fixed forms; `tests/lights/recompute.mjs` reads them without knowing anything else.

use super::{exact, lead, window_source};
use crate::plan::{Basis, Comparator, Day, Frequency, Indicator, Month, PlanIndex, Year};
use crate::standing::{Curve, Goal, Judgement, Method, Origin, Progress, Ratio, Reason, Rule};
use crate::text::{Language, Text};

/// Who told the figure of a light, and on which day: an organisation for the whole, or the last of several whose figures
/// were added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The organisation's name; its identifier where the plan has no such organisation.
    pub by: Text,
    /// The day on which the report was written, in the plan's time zone.
    pub on: Day,
    /// How many figures were added; none where one organisation told the whole.
    pub added: Option<usize>,
}

/// The sentence of a light, in pieces: the names and the section may be in another language than the page. Who told the
/// figure stands in it where that is known.
pub fn sentence(
    judgement: &Judgement,
    indicator: &Indicator,
    plan: &PlanIndex,
    rule: &Rule,
    told: Option<Told>,
    language: Language,
) -> Vec<Text> {
    let says = Says { judgement, plan, rule, language };
    let open = language.pick("（", " (");
    let close = language.pick("）：", "): ");
    let mut pieces = vec![plan.say(&indicator.name, language)];
    pieces.push(Text::plain(open));
    pieces.push(plan.say(&indicator.unit, language));
    pieces.push(Text::plain([close, says.figure().as_str(), says.semicolon()].concat()));
    pieces.extend(told.into_iter().flat_map(|told| says.told(told)));
    pieces.extend(says.lead_organisations(indicator));
    pieces.extend(says.target());
    let rest = says.rest(indicator.frequency);
    pieces.push(Text::plain(
        [says.semicolon(), &rest.join(says.semicolon()), language.pick("。", ".")].concat(),
    ));
    pieces
}

/// The pieces as one string, as they are copied.
pub fn copied(pieces: &[Text]) -> String {
    pieces.iter().map(|piece| piece.words.as_str()).collect()
}

struct Says<'a> {
    judgement: &'a Judgement,
    plan: &'a PlanIndex,
    rule: &'a Rule,
    language: Language,
}

impl Says<'_> {
    fn semicolon(&self) -> &'static str {
        self.language.pick("；", "; ")
    }

    /// The figure and its month, or that there is none.
    fn figure(&self) -> String {
        let as_of = self.judgement.as_of;
        match (self.judgement.latest, self.language) {
            (Some(actual), Language::Zh) => {
                format!("{} 完成值 {}，数据至 {as_of}", actual.month, actual.value)
            }
            (Some(actual), Language::En) => {
                format!("{} at {}, data up to {as_of}", actual.value, actual.month)
            }
            (None, Language::Zh) => format!("没有完成值，数据至 {as_of}"),
            (None, Language::En) => format!("no figure, data up to {as_of}"),
        }
    }

    /// Who told the figure and when, with what stands behind it.
    fn told(&self, told: Told) -> [Text; 3] {
        let (on, end) = (told.on, self.semicolon());
        let (before, after) = match (told.added, self.language) {
            (None, Language::Zh) => (String::new(), format!(" {on} 报{end}")),
            (None, Language::En) => ("reported by ".into(), format!(" on {on}{end}")),
            (Some(count), Language::Zh) => {
                (format!("{count} 家分别报送后相加，最后一家是"), format!("，{on} 报{end}"))
            }
            (Some(count), Language::En) => {
                (format!("the sum of {count}, the last from "), format!(" on {on}{end}"))
            }
        };
        [Text::plain(before), told.by, Text::plain(after)]
    }

    /// Who leads the indicator's task: whose figure it is, and who is late with it.
    fn lead_organisations(&self, indicator: &Indicator) -> Vec<Text> {
        let Some(place) = self.plan.indicator(&indicator.id) else { return Vec::new() };
        let mut pieces = Vec::new();
        for one in place.task.lead.iter().filter_map(|id| self.plan.organisation(id)) {
            let before = if pieces.is_empty() { ("牵头单位：", "lead: ") } else { ("、", ", ") };
            pieces.push(Text::plain(self.language.pick(before.0, before.1)));
            pieces.push(self.plan.say(&one.name, self.language));
        }
        if !pieces.is_empty() {
            pieces.push(Text::plain(self.semicolon()));
        }
        pieces
    }

    /// The target with its section, which is the plan's own word.
    fn target(&self) -> Vec<Text> {
        let Some(goal) = &self.judgement.goal else {
            return vec![Text::plain(self.language.pick("没有目标值", "no target"))];
        };
        let value = target_value(goal, self.language);
        let year = goal.year;
        let before = match self.language {
            Language::Zh => format!("{year} 年目标 {value}"),
            Language::En => format!("target of {year}: {value}"),
        };
        let section = match &goal.origin {
            Origin::Plan(section) => section,
            Origin::Set => {
                let set = self.language.pick("（年度分解）", " (set later)");
                return vec![Text::plain([before.as_str(), set].concat())];
            }
            Origin::Adjusted => return vec![Text::plain([before, self.adjusted()].concat())],
        };
        vec![
            Text::plain([before.as_str(), self.language.pick("（方案", " (section ")].concat()),
            self.plan.quote(section, self.language),
            Text::plain(self.language.pick("）", ")")),
        ]
    }

    /// That the target is not the plan's, and which light that one gives.
    fn adjusted(&self) -> String {
        let issued = self.judgement.as_issued.map(|light| light.words(self.language));
        match (issued, self.language) {
            (None, Language::Zh) => "（发文调整，亮灯与原目标相同）".into(),
            (None, Language::En) => " (adjusted by a document, the same light as issued)".into(),
            (Some(light), Language::Zh) => format!("（发文调整，按原目标为{light}）"),
            (Some(light), Language::En) => format!(" (adjusted by a document, as issued: {light})"),
        }
    }

    fn rest(&self, frequency: Frequency) -> Vec<String> {
        let mut clauses: Vec<String> = self.on_the_way().into_iter().collect();
        clauses.push(self.basis(frequency));
        clauses.extend(self.due());
        clauses.extend(self.answered());
        clauses.extend(self.beyond());
        let by_light = match self.judgement.reason {
            Reason::NoTarget
            | Reason::NoFigure
            | Reason::BasisUndecided
            | Reason::BeyondTargets
            | Reason::Overdue
            | Reason::YearNotOver => None,
            Reason::TooLarge => Some(self.pick("数值无法计算", "the numbers cannot be computed")),
            Reason::BaselineMissing => Some(self.missing()),
            Reason::Held | Reason::NotHeld | Reason::NotYetHeld => Some(self.held()),
            Reason::Reached | Reason::NotReached | Reason::LimitBroken | Reason::Points => {
                Some(self.judgement.progress.map_or_else(|| self.held(), |progress| self.progress(&progress)))
            }
        };
        clauses.extend(by_light);
        clauses.push(rule_words(self.rule, self.language));
        clauses
    }

    fn pick(&self, zh: &str, en: &str) -> String {
        self.language.pick(zh, en).to_owned()
    }

    /// That the year has no target of its own, and what it is measured by.
    fn on_the_way(&self) -> Option<String> {
        let goal = self.judgement.goal.as_ref().filter(|goal| goal.is_on_the_way())?;
        let (judged, year) = (goal.judged_year, goal.year);
        let said = match self.language {
            Language::Zh => format!("{judged} 年未设目标，参照 {year} 年目标衡量"),
            Language::En => format!("{judged} has no target and is judged on the way to that of {year}"),
        };
        let Some(line) = goal.yardstick else { return Some(said) };
        let (from, start, value) = (line.from, line.from_value, exact(line.value));
        Some(match self.language {
            Language::Zh => format!("{said}，从 {from} 年的 {start} 连线到目标，{judged} 年参照 {value}"),
            Language::En => {
                format!("{said}, the line from {start} in {from} to the target giving {value} for {judged}")
            }
        })
    }

    fn basis(&self, frequency: Frequency) -> String {
        let basis = self.judgement.basis.words(self.language);
        let decided = if self.judgement.is_decided {
            self.language.pick("（本单位认定）", " (as the bureau decided)")
        } else {
            ""
        };
        let since = match self.judgement.basis {
            Basis::YearlyFlow => self.language.pick("，自当年 1 月起累计", ", counted since January"),
            Basis::Stock | Basis::RunningTotal | Basis::Level | Basis::Unstated => "",
        };
        let often = frequency.words(self.language);
        match self.language {
            Language::Zh => format!("口径：{basis}{decided}{since}，{often}报一次"),
            Language::En => format!("basis: {basis}{decided}{since}, reported {often}"),
        }
    }

    /// The figure that had to be there, or the first one to come.
    fn due(&self) -> Option<String> {
        let dues = self.judgement.dues;
        let said = |month: Month, closes, zh: &str, en: &str| match self.language {
            Language::Zh => format!("{month} 的数{zh} {closes} 截止"),
            Language::En => format!("the figure for {month} {en} due by {closes}"),
        };
        match (dues.last, dues.next) {
            // Whoever is called late by a window that nobody but the plan's data states is told.
            (Some(due), _) => {
                Some(said(due.to, due.closes, "已于", "was") + window_source(self.language, dues.source))
            }
            (None, Some(due)) => Some(said(due.to, due.closes, "将于", "is")),
            (None, None) => None,
        }
    }

    /// That the figure which was due was answered for without one.
    fn answered(&self) -> Option<String> {
        let of = self.judgement.answered.filter(|_| self.judgement.is_answered())?;
        let is_there = self.judgement.latest.is_some_and(|actual| of <= actual.month);
        (!is_there).then(|| match self.language {
            Language::Zh => format!("{of} 已报，没有新数据"),
            Language::En => format!("answered for {of} without a new figure"),
        })
    }

    /// The figure from after the last target's year.
    fn beyond(&self) -> Option<String> {
        let one = self.judgement.beyond?;
        Some(match self.language {
            Language::Zh => format!("{} 报了 {}，已过最后一个目标年，不参与评判", one.month, one.value),
            Language::En => {
                format!(
                    "{} at {} is from after the last target's year and is not judged",
                    one.value, one.month
                )
            }
        })
    }

    fn missing(&self) -> String {
        let holds = self.judgement.holds == Some(true);
        match self.language {
            Language::Zh if holds => "没有可用的基期值，无法计算进度（数值本身已符合目标）".to_owned(),
            Language::Zh => "没有可用的基期值，无法计算进度（数值本身不符合目标）".to_owned(),
            Language::En if holds => {
                "no usable baseline to compute progress from (the figure itself complies with the target)".to_owned()
            }
            Language::En => {
                "no usable baseline to compute progress from (the figure itself does not comply with the target)"
                    .to_owned()
            }
        }
    }

    /// That only compliance counts, and why.
    fn held(&self) -> String {
        let is_level = self.judgement.basis == Basis::Level;
        if self.judgement.lacks_baseline() {
            return self.pick(
                "没有基期值，只看是否符合目标",
                "no baseline: only whether the target is complied with counts",
            );
        }
        let Some(baseline) = self.judgement.baseline.filter(|_| self.judgement.basis == Basis::Stock) else {
            return if is_level {
                self.pick("只看是否保持，不算进度", "only whether it holds counts, no progress is computed")
            } else {
                self.pick(
                    "起点 0 已符合目标，只看是否保持",
                    "the start, 0, complies already: only whether it holds counts",
                )
            };
        };
        let (month, value) = (baseline.month, baseline.value);
        match self.language {
            Language::Zh => format!("基期 {month} 为 {value}，已在目标一侧，只看是否保持"),
            Language::En => {
                format!(
                    "baseline {value} at {month}, on the target's side already: only whether it holds counts"
                )
            }
        }
    }

    fn progress(&self, progress: &Progress) -> String {
        let mut clauses = vec![self.zero(), self.path(progress)];
        clauses.extend(self.attainment(progress));
        clauses.extend([self.percents(progress), lead(progress, self.rule, self.language)]);
        clauses.join(self.semicolon())
    }

    fn zero(&self) -> String {
        let stock = self.judgement.baseline.filter(|_| self.judgement.basis == Basis::Stock);
        match (stock, self.language) {
            (Some(one), Language::Zh) => format!("基期 {} 为 {}", one.month, one.value),
            (Some(one), Language::En) => format!("baseline {} at {}", one.value, one.month),
            (None, Language::Zh) => "从 0 起算".to_owned(),
            (None, Language::En) => "counted from 0".to_owned(),
        }
    }

    /// From where the expected values run, and how far along the figure's month is.
    fn path(&self, progress: &Progress) -> String {
        let (month, value) = (progress.start.month, exact(progress.start.value));
        let (passed, whole) = (exact(progress.passed), exact(progress.whole));
        let is_linear = self.rule.curve == Curve::Linear;
        let from: Option<Year> = progress.start.target;
        match self.language {
            Language::Zh => {
                let start = if from.is_some() { "（当年目标）" } else { "" };
                let count = if is_linear { "个月" } else { "分（按规则的曲线，每年 100 分）" };
                format!("路线自 {month} 的 {value}{start} 到目标，已过 {passed} / {whole} {count}")
            }
            Language::En => {
                let start = if from.is_some() { " (that year's target)" } else { "" };
                let count = if is_linear { "months" } else { "parts (by the rule's curve, 100 a year)" };
                format!("path from {value} at {month}{start} to the target, {passed} of {whole} {count} past")
            }
        }
    }

    /// The figure over the target, where that is another number than the share of the way.
    fn attainment(&self, progress: &Progress) -> Option<String> {
        let attainment = self.judgement.attainment().filter(|_| progress.is_from_baseline())?;
        let attainment = attainment.say(&[Ratio::ZERO, Ratio::HUNDRED]);
        Some(match self.language {
            Language::Zh => format!("完成率 {attainment}%"),
            Language::En => format!("attainment {attainment}%"),
        })
    }

    fn percents(&self, progress: &Progress) -> String {
        let shown = progress.shown(self.rule);
        let (expected, attainment) = (exact(shown.expected), exact(shown.attainment));
        match (progress.method, self.language) {
            (Method::Toward, Language::Zh) if progress.is_from_baseline() => {
                format!("序时进度 {expected}%，自基期起的增量完成率 {attainment}%")
            }
            (Method::Toward, Language::En) if progress.is_from_baseline() => {
                format!("expected progress {expected}%, progress from the baseline {attainment}%")
            }
            (Method::Within, Language::Zh) => format!("限额应用 {expected}%，已用 {attainment}%"),
            (Method::Within, Language::En) => {
                format!("{expected}% of the limit expected to be used, {attainment}% used")
            }
            (_, Language::Zh) => format!("序时进度 {expected}%，完成率 {attainment}%"),
            (_, Language::En) => format!("expected progress {expected}%, attainment {attainment}%"),
        }
    }
}

/// Comparator and value; how an open one is read is said with it.
fn target_value(goal: &Goal, language: Language) -> String {
    let value = goal.value;
    match goal.comparator {
        Comparator::Reach => match language {
            Language::Zh => format!("达到 {value}"),
            Language::En => format!("reach {value}"),
        },
        Comparator::Unstated => match language {
            Language::Zh => format!("{value}，方案只写数字，按不少于看"),
            Language::En => format!("{value}, a bare number read as at least"),
        },
        stated => format!("{}{value}", stated.mark(language)),
    }
}

fn rule_words(rule: &Rule, language: Language) -> String {
    let (name, version) = (rule.name(language), rule.version);
    let (amber, red) = (rule.amber_points, rule.red_points);
    match language {
        Language::Zh => format!("规则“{name}”第 {version} 版：落后满 {amber} 点为偏慢，超过 {red} 点为滞后"),
        Language::En => {
            format!(
                "rule “{name}” version {version}: slow from {amber} points behind, behind above {red} points"
            )
        }
    }
}
