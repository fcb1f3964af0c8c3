//! What the text leaves open and this file reads in one way: each as a question of the plan, so that nobody takes an
//! assumption for the text.

use super::Making;
use crate::authoring::choice::{Choice, Doubt};
use crate::authoring::ids::Kind;
use crate::plan::{Area, Basis, Cycle, Indicator, Name, Question};

impl Making<'_> {
    pub(super) fn questions(&mut self, areas: &[Area], cycle: &Cycle) -> Vec<Question> {
        let indicators: Vec<&Indicator> =
            areas.iter().flat_map(|area| &area.tasks).flat_map(|task| &task.indicators).collect();
        let ids = |of: &dyn Fn(&Indicator) -> bool| -> Vec<String> {
            indicators.iter().filter(|one| of(one)).map(|one| one.id.clone()).collect()
        };
        let all = ids(&|_| true);
        let mut questions = vec![
            self.question(
                ["各项指标的基期值未录入。", "No baseline is entered for any indicator."],
                [
                    "基期值留空，由填报单位补，不推算。",
                    "Baselines stay empty until somebody supplies them; none is inferred.",
                ],
                all.clone(),
            ),
            self.question(
                [
                    "各指标多久有一次数，文中未逐项写明。",
                    "The text does not say for each indicator how often a figure exists.",
                ],
                ["按最短的调度周期报送，可改。", "As often as the shortest round; may be changed."],
                all,
            ),
            self.question(
                [
                    "填报时限和起报月份由本文件假定。",
                    "The days for reports and the first month are assumed by this file.",
                ],
                [
                    "次月1至10日报送，自文件印发次月起算，可改。",
                    "Days 1 to 10 of the next month, from the month after the text's day; may be changed.",
                ],
                cycle.rounds.iter().map(|one| one.id.clone()).collect(),
            ),
        ];
        let unstated = ids(&|one| one.basis == Basis::Unstated);
        if !unstated.is_empty() {
            questions.push(self.question(
                ["这些指标按存量、年度数还是累计数统计，文中未写。", "The text does not say whether these are counted as a stock, by year or as a running total."],
                ["口径记作未载明，由牵头单位确定后再评判。", "The basis is recorded as not stated; they are judged once it is decided."],
                unstated,
            ));
        }
        let spans = self.of_doubt(areas, |doubt| *doubt == Doubt::EachYear);
        if !spans.is_empty() {
            questions.push(self.question(
                [
                    "目标写给一段年份，是逐年达到还是期末达到。",
                    "A target is given for a span of years: each year, or by the end.",
                ],
                ["按逐年理解，每年各有一个目标值。", "Read as each year: one target for each."],
                spans,
            ));
        }
        let spelt = self.of_doubt(areas, |doubt| matches!(doubt, Doubt::SpeltOtherwise(_)));
        if !spelt.is_empty() {
            questions.push(self.question(
                [
                    "同一指标前后名称差一字。",
                    "The name of an indicator differs by one letter between two places.",
                ],
                [
                    "按同一指标理解，另一写法列为别名。",
                    "Read as one indicator; the other spelling is an alias.",
                ],
                spelt,
            ));
        }
        questions
    }

    /// The indicators of which a figure was doubtful and is a target all the same.
    fn of_doubt(&self, areas: &[Area], is: impl Fn(&Doubt) -> bool) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let doubtful = self.work.items.iter().filter(|item| item.doubts.iter().any(&is));
        for item in doubtful {
            let Choice::Target(target) = self.work.choice(item) else { continue };
            let is_span = target.from < target.to;
            let is_kept = item.doubts.iter().any(|doubt| *doubt != Doubt::EachYear) || is_span;
            let name = Name::own(target.indicator.trim());
            let mut indicators = areas.iter().flat_map(|area| &area.tasks).flat_map(|task| &task.indicators);
            let id = indicators.find(|one| one.name == name).map(|one| one.id.clone());
            found.extend(id.filter(|id| is_kept && !found.contains(id)));
        }
        found
    }

    fn question(&mut self, question: [&str; 2], reading: [&str; 2], concerns: Vec<String>) -> Question {
        let both = |[zh, en]: [&str; 2]| Name::both(zh, en);
        let language = self.work.language();
        let name = both(question).say(language, language).words.to_owned();
        Question {
            id: self.ids.give(Kind::Question, &["question ", &name].concat()),
            section: self.whole().to_owned(),
            question: both(question),
            reading: both(reading),
            concerns: concerns.into_iter().take(crate::plan::rules::most::LISTED).collect(),
        }
    }
}
