//! The sentences from which anybody can compute a score again.

use super::{Assessment, Counted, Figure, Input, Lift, Out, Refused, Row, RuleFault, Span};
use crate::ledger::kinds::{AssessmentItem, ItemRole, MissingFigure, Scoring, TieBreak, WeightSum};
use crate::plan::Month;
use crate::standing::Ratio;
use crate::text::Language;

/// Digits behind the point of points and scores.
const DIGITS: u32 = 2;

/// Points, with two digits behind the point.
pub fn points(points: Ratio) -> String {
    points.fixed(DIGITS, &[]).unwrap_or_else(|| points.say(&[]))
}

/// A score, with two digits, and more where two would not tell it from another score or the bound of a grade.
pub fn score(score: Ratio, assessment: &Assessment) -> String {
    // What equals it needs no telling apart; else no rounded figure would stand on the same side.
    let others: Vec<Ratio> = assessment.bounds().into_iter().filter(|bound| *bound != score).collect();
    score.fixed(DIGITS, &others).unwrap_or_else(|| score.say(&[]))
}

/// `40 × 108 ÷ 100 = 43.20`, the cap where it bites, and why something is left out.
pub fn counted(language: Language, counted: &Counted) -> String {
    let points = match counted {
        Counted::Out(out) => return self::out(language, *out).to_owned(),
        Counted::Points(points) => points,
    };
    let before = format!("{} = {}", points.sum, self::points(points.before));
    let Some(most) = &points.most else { return before };
    let counts = self::points(points.points);
    match language {
        Language::Zh => format!("{before}，最高 {most} = {counts}，得 {counts}"),
        Language::En => format!("{before}, at most {most} = {counts}, counts {counts}"),
    }
}

/// Why an item is left out.
pub fn out(language: Language, out: Out) -> &'static str {
    match out {
        Out::NotAllotted => language.pick("未下达任务，不计入", "nothing allotted, left out"),
        Out::NothingAllotted => language.pick("任务数为0，不计入", "allotted 0, left out"),
        Out::NoFigure => language.pick("缺数据，不计入", "no figure, left out"),
        Out::NotRanked => language.pick("不参加排名", "not ranked"),
        Out::NoAverage => language.pick("平均数为0，不计入", "the average is 0, left out"),
    }
}

/// Of which month a figure is, or by which rule it stands there.
pub fn figure(language: Language, input: &Input) -> String {
    let of = |month: Month| match language {
        Language::Zh => format!("{}年{}月", month.year(), month.number()),
        Language::En => month.to_string(),
    };
    match input.figure {
        Figure::Reported { month, .. } => of(month),
        Figure::Zero => language.pick("缺数据，按0计", "no figure, counts 0").to_owned(),
        Figure::Old { month, age, .. } => {
            let month = of(month);
            language.pick(
                format!("缺数据，沿用{month}的数，已过{age}个月"),
                format!("no figure, that of {month} is taken, {age} months old"),
            )
        }
        Figure::Missing => language.pick("缺数据", "no figure").to_owned(),
        Figure::Tried(_) => language.pick("试算数", "what-if").to_owned(),
    }
}

/// How the points make the score: `(41.33 + 28.00) × 100 ÷ 75 = 92.44`; of a district that is not assessed, that it is not.
pub fn total(language: Language, assessment: &Assessment, row: &Row) -> String {
    let Some(total) = row.total else {
        return not_assessed(language, assessment, row).to_owned();
    };
    let of_role = |role: ItemRole| {
        let items = assessment.rule.items.iter().enumerate().filter(move |(_, item)| item.role == role);
        items.filter_map(|(at, _)| row.points(at)).map(points).collect::<Vec<_>>()
    };
    let weighted = of_role(ItemRole::Weighted);
    let number = |one: Ratio| one.decimal().unwrap_or_else(|| one.say(&[]));
    let mut sum = weighted.join(" + ");
    if total.is_scaled() {
        let sum_of = if weighted.len() > 1 { format!("({sum})") } else { sum };
        sum = format!("{sum_of} × {} ÷ {}", number(total.of), number(total.counted));
    }
    for (sign, role) in [(" + ", ItemRole::Bonus), (" − ", ItemRole::Penalty)] {
        for one in of_role(role) {
            sum.push_str(sign);
            sum.push_str(&one);
        }
    }
    let score = score(total.score, assessment);
    format!("{sum} = {score}{}", unrounded(language, row, &total))
}

/// Printed points can add up to something else than the printed score by a hundredth: that is said.
fn unrounded(language: Language, row: &Row, total: &super::Total) -> &'static str {
    let exact = |one: &Ratio| one.rounded(DIGITS) == Some(*one);
    let all = (0..row.cells.len()).filter_map(|at| row.points(at)).all(|one| exact(&one));
    let is_exact = all && exact(&total.score);
    if is_exact { "" } else { language.pick("（按未舍入的数计算）", " (computed unrounded)") }
}

/// Why a district has no score.
fn not_assessed(language: Language, assessment: &Assessment, row: &Row) -> &'static str {
    if row.class.is_none() && !assessment.rule.classes.is_empty() {
        return language.pick("未列入任何类别，不参加排名", "in no class, not ranked");
    }
    language.pick("各项均不计入，不予考核", "every item is left out: not assessed")
}

/// Score and place: 第2名.
pub fn place(language: Language, place: usize) -> String {
    language.pick(format!("第{place}名"), format!("No. {place}"))
}

/// The places that a district has under drawn weights.
pub fn span(span: Span) -> String {
    if span.best == span.worst { span.best.to_string() } else { format!("{}–{}", span.best, span.worst) }
}

/// How figures become points.
pub fn scoring(language: Language, scoring: Scoring) -> String {
    match (scoring, language) {
        (Scoring::Proportion, Language::Zh) => "完成即得满分，超额、欠账按比例增减".to_owned(),
        (Scoring::Proportion, Language::En) => "Weight × actual ÷ target".to_owned(),
        (Scoring::MinMax { low, high }, Language::Zh) => {
            format!("完成率极差标准化：最低{low}分，最高{high}分，乘权重")
        }
        (Scoring::MinMax { low, high }, Language::En) => {
            format!("Min-max of actual ÷ target: the least {low}, the most {high}, times the weight")
        }
        (Scoring::AroundAverage { step, points }, Language::Zh) => {
            format!("以平均数为基准得权重分，每高（低）{step}%加（减）{points}分")
        }
        (Scoring::AroundAverage { step, points }, Language::En) => {
            format!("The average has the weight; each {step} % beside it is {points} points")
        }
    }
}

/// What a missing figure counts.
pub fn missing(language: Language, missing: MissingFigure) -> &'static str {
    match missing {
        MissingFigure::CountsZero => language.pick("缺数据按0计", "A missing figure counts 0"),
        MissingFigure::LeftOut => language.pick("缺数据不计入", "A missing figure is left out"),
        MissingFigure::LastKnown => language
            .pick("缺数据沿用最近一期，注明时间", "Of a missing figure the last one is taken, with its age"),
    }
}

/// What decides between equal scores; `item` is the name of an item.
pub fn ties(language: Language, ties: &TieBreak, item: &str) -> String {
    match ties {
        TieBreak::Shared => language
            .pick("同分并列，名次顺延空缺", "Equal scores share a place, the next is skipped")
            .to_owned(),
        TieBreak::By(_) => {
            language.pick(format!("同分看“{item}”得分"), format!("Equal scores: by the points of {item}"))
        }
    }
}

/// What is done with weights that do not make 100; nothing where they do.
pub fn weights(language: Language, assessment: &Assessment) -> String {
    let sum = assessment.weights;
    if sum == Ratio::HUNDRED {
        return String::new();
    }
    let sum = sum.decimal().unwrap_or_else(|| sum.say(&[]));
    match (assessment.rule.sum, language) {
        (WeightSum::AsItIs, Language::Zh) => format!("权重合计{sum}，不是100，不折算"),
        (WeightSum::AsItIs, Language::En) => format!("The weights make {sum}, not 100; nothing is scaled"),
        (WeightSum::Scaled, Language::Zh) => format!("权重合计{sum}，得分折算为100分"),
        (WeightSum::Scaled, Language::En) => format!("The weights make {sum}; scores are scaled to 100"),
    }
}

/// What an item adds to the score.
pub fn role(language: Language, role: ItemRole) -> &'static str {
    match role {
        ItemRole::Weighted => language.pick("计分项", "weighted"),
        ItemRole::Bonus => language.pick("加分项", "bonus"),
        ItemRole::Penalty => language.pick("扣分项", "penalty"),
    }
}

/// Weight and cap of an item: 权重40，超额最多加4分.
pub fn item(language: Language, item: &AssessmentItem) -> String {
    let weight = item.weight;
    match (item.role, item.cap, language) {
        (ItemRole::Weighted, None, Language::Zh) => format!("权重{weight}，不封顶"),
        (ItemRole::Weighted, None, Language::En) => format!("weight {weight}, no cap"),
        (ItemRole::Weighted, Some(cap), Language::Zh) => format!("权重{weight}，最多加{cap}分"),
        (ItemRole::Weighted, Some(cap), Language::En) => format!("weight {weight}, at most {cap} more"),
        (one, None, Language::Zh) => format!("{}，每单位{weight}分，不封顶", role(language, one)),
        (one, None, Language::En) => format!("{}, {weight} a unit, no cap", role(language, one)),
        (one, Some(cap), Language::Zh) => format!("{}，每单位{weight}分，最多{cap}分", role(language, one)),
        (one, Some(cap), Language::En) => format!("{}, {weight} a unit, at most {cap}", role(language, one)),
    }
}

/// What would lift a district by a place.
pub fn lift(language: Language, lift: Lift) -> String {
    match lift {
        Lift::At(lifted) => {
            let (change, to, place) =
                (lifted.to.minus(lifted.from), lifted.to, self::place(language, lifted.place));
            language.pick(
                format!("由{}到{to}（差{change}），升至{place}", lifted.from),
                format!("from {} to {to} ({change} more): {place}", lifted.from),
            )
        }
        Lift::NotWithinTwice => {
            language.pick("到任务数的2倍也不能进位", "not reachable within twice the target").to_owned()
        }
        Lift::NoTarget => {
            language.pick("没有任务数或完成数，无从推算", "no target or no figure to measure by").to_owned()
        }
        Lift::First => language.pick("已居首位", "first already").to_owned(),
    }
}

/// Why a rule makes no places. `name` says what an identifier is called.
pub fn refused(language: Language, refused: &Refused, name: impl Fn(&str) -> String) -> Vec<String> {
    match refused {
        Refused::TooLarge => {
            vec![
                language
                    .pick("数字过大，无法计算。", "The figures are too large to be computed with.")
                    .to_owned(),
            ]
        }
        Refused::Rule(faults) => faults.iter().map(|one| fault(language, one, &name)).collect(),
    }
}

/// What is wrong with a rule, with its row.
pub fn fault(language: Language, fault: &RuleFault, name: impl Fn(&str) -> String) -> String {
    let row = |at: &usize, zh: &str, en: &str| {
        let row = at + 1;
        language.pick(format!("第{row}行：{zh}。"), format!("Row {row}: {en}."))
    };
    match fault {
        RuleFault::NoWeight => language
            .pick("至少要有一个权重大于0的计分项。", "At least one item needs a weight above 0.")
            .to_owned(),
        RuleFault::Twice(at) => row(at, "这项指标前面已有", "this indicator stands in an earlier row"),
        RuleFault::UnknownItem(at) => row(at, "方案没有这项指标", "the plan has no such indicator"),
        RuleFault::NegativeWeight(at) => row(at, "权重不能小于0", "a weight below 0"),
        RuleFault::NegativeCap(at) => row(at, "封顶分不能小于0", "a cap below 0"),
        RuleFault::Scoring => language
            .pick(
                "最低分应小于最高分，每档百分比应大于0，每档分值不能小于0。",
                "The least marks are below the most; a step is above 0, and its points not below.",
            )
            .to_owned(),
        RuleFault::UnknownDistrict(id) => {
            let name = name(id);
            language
                .pick(format!("方案没有“{name}”这个县区。"), format!("The plan has no district “{name}”."))
        }
        RuleFault::TwoClasses(id) => {
            let name = name(id);
            language.pick(format!("“{name}”列在两个类别里。"), format!("“{name}” stands in two classes."))
        }
        RuleFault::TieItem(id) => {
            let name = name(id);
            language.pick(
                format!("同分比较的“{name}”不在考核指标里。"),
                format!("“{name}”, which decides between equal scores, is no item of the rule."),
            )
        }
    }
}
