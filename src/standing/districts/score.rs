//! From figures to points, and from points to a score. Everything is exact; nothing is rounded before it is printed.

use super::arithmetic::Arithmetic;
use super::figures::Input;
use crate::ledger::kinds::{AssessmentItem, AssessmentRule, ItemRole, Scoring, WeightSum};
use crate::plan::Quantity;
use crate::standing::Ratio;

/// Digits behind the point that points keep where exact fractions would have too many to add up.
const KEPT: u32 = 12;

/// What an item comes to for a district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Points.
    Points(Points),
    /// It leaves the denominator; it is no 0.
    Out(Out),
}

/// Points and how they are computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Points {
    /// How the points are computed, before the cap.
    pub sum: Arithmetic,
    /// What that comes to.
    pub before: Ratio,
    /// The most that the rule gives, where that is less: the cap bites.
    pub most: Option<Arithmetic>,
    /// What counts.
    pub points: Ratio,
}

/// Why an item is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Out {
    /// The district was allotted nothing.
    NotAllotted,
    /// The district was allotted 0, or less: nothing can be divided by it.
    NothingAllotted,
    /// No figure, and the rule leaves it out.
    NoFigure,
    /// The average of all is 0: nothing stands beside it.
    NoAverage,
    /// The rule has classes, and the district is in none.
    NotRanked,
}

/// How the points of all items make a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// The points of the weighted items.
    pub points: Ratio,
    /// The weights of those that counted.
    pub counted: Ratio,
    /// The weights to which the points are scaled: all of the rule's, or 100.
    pub of: Ratio,
    /// Points on top.
    pub bonus: Ratio,
    /// Points off.
    pub penalty: Ratio,
    /// What it comes to.
    pub score: Ratio,
}

impl Total {
    /// Whether the points were scaled, because an item was left out or the rule says so.
    pub fn is_scaled(&self) -> bool {
        self.counted != self.of
    }
}

/// What a district comes to by a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scored {
    /// By the items of the rule.
    pub counted: Vec<Counted>,
    /// None where every weighted item is left out: such a district is not assessed.
    pub total: Option<Total>,
}

/// The scores of districts that are compared with each other. `of` is the sum of weights to which scores are scaled. None
/// where figures are too large to be computed with.
pub fn scores(rule: &AssessmentRule, of: Ratio, rows: &[&[Input]]) -> Option<Vec<Scored>> {
    scores_kept(rule, of, rows, None).or_else(|| scores_kept(rule, of, rows, Some(KEPT)))
}

/// What the weights are scaled to by a rule whose weights make so many.
pub fn scale(rule: &AssessmentRule, weights: Ratio) -> Ratio {
    match rule.sum {
        WeightSum::AsItIs => weights,
        WeightSum::Scaled => Ratio::HUNDRED,
    }
}

fn scores_kept(
    rule: &AssessmentRule,
    of: Ratio,
    rows: &[&[Input]],
    kept: Option<u32>,
) -> Option<Vec<Scored>> {
    let columns: Vec<Compared> = (0..rule.items.len()).map(|at| Compared::of(rule, at, rows)).collect();
    let one = |row: &&[Input]| {
        let cells = rule.items.iter().zip(row.iter().zip(&columns));
        let counted = cells.map(|(item, (input, column))| counted(rule, item, input, column, kept));
        let counted = counted.collect::<Option<Vec<_>>>()?;
        let total = total(rule, of, &counted)?;
        Some(Scored { counted, total })
    };
    rows.iter().map(one).collect()
}

/// What a scoring needs to know of all districts.
#[derive(Default)]
struct Compared {
    /// Figure and target of the least and of the most by their ratio.
    ends: Option<[(Quantity, Quantity); 2]>,
    /// Every figure that counts.
    figures: Vec<Quantity>,
}

impl Compared {
    fn of(rule: &AssessmentRule, at: usize, rows: &[&[Input]]) -> Self {
        let inputs = rows.iter().filter_map(|row| row.get(at));
        match rule.scoring {
            Scoring::Proportion => Self::default(),
            Scoring::AroundAverage { .. } => {
                Self { figures: inputs.filter_map(|one| one.figure.value()).collect(), ends: None }
            }
            Scoring::MinMax { .. } => {
                let mut all: Vec<_> = inputs.filter_map(pair).collect();
                all.sort_unstable_by_key(|one| share(*one));
                Self {
                    ends: all.first().zip(all.last()).map(|(least, most)| [*least, *most]),
                    ..Self::default()
                }
            }
        }
    }
}

/// Figure and target, where both are there.
fn pair(input: &Input) -> Option<(Quantity, Quantity)> {
    let target = input.target.filter(|target| Quantity::ZERO < *target)?;
    Some((input.figure.value()?, target))
}

fn share((value, target): (Quantity, Quantity)) -> Option<Ratio> {
    Ratio::from(value).by(target.into())
}

fn written((value, target): (Quantity, Quantity)) -> Arithmetic {
    Arithmetic::from(value).by(target.into())
}

/// None where it does not fit.
fn counted(
    rule: &AssessmentRule,
    item: &AssessmentItem,
    input: &Input,
    column: &Compared,
    kept: Option<u32>,
) -> Option<Counted> {
    let weight = Arithmetic::from(item.weight);
    let Some(value) = input.figure.value() else { return Some(Counted::Out(Out::NoFigure)) };
    let (sum, most) = match item.role {
        ItemRole::Bonus | ItemRole::Penalty => (weight.times(value.into()), item.cap.map(Arithmetic::from)),
        ItemRole::Weighted => {
            let sum = match rule.scoring {
                Scoring::AroundAverage { step, points } => {
                    let all = column.figures.iter().map(|one| Arithmetic::from(*one)).collect();
                    let average = Arithmetic::Plus(all).by(Arithmetic::Number(whole(column.figures.len())?));
                    if average.value()? == Ratio::ZERO {
                        return Some(Counted::Out(Out::NoAverage));
                    }
                    let beside = Arithmetic::from(value).by(average).minus(whole(1)?.into());
                    let steps = beside.times(whole(100)?.into()).by(step.into());
                    Arithmetic::Plus(vec![weight, steps.times(points.into())])
                }
                Scoring::Proportion | Scoring::MinMax { .. } => {
                    let pair = match input.target {
                        None => return Some(Counted::Out(Out::NotAllotted)),
                        Some(target) if target <= Quantity::ZERO => {
                            return Some(Counted::Out(Out::NothingAllotted));
                        }
                        Some(target) => (value, target),
                    };
                    match rule.scoring {
                        Scoring::MinMax { low, high } => {
                            marks(pair, column.ends?, (low, high))?.times(weight).by(whole(100)?.into())
                        }
                        _ => weight.times(pair.0.into()).by(pair.1.into()),
                    }
                }
            };
            let most = item.cap.map(|cap| Arithmetic::Plus(vec![item.weight.into(), cap.into()]));
            (sum, most)
        }
    };
    let before = sum.value()?;
    let most = match most {
        Some(most) => Some((most.value()?, most)).filter(|(most, _)| *most < before).map(|(_, most)| most),
        None => None,
    };
    let points = most.as_ref().map_or(Some(before), Arithmetic::value)?;
    let points = kept.map_or(Some(points), |kept| points.rounded(kept))?;
    Some(Counted::Points(Points { sum, before, most, points }))
}

/// The least has the low marks, the most the high ones; where all are alike, each has the most.
fn marks(
    pair: (Quantity, Quantity),
    [least, most]: [(Quantity, Quantity); 2],
    (low, high): (Quantity, Quantity),
) -> Option<Arithmetic> {
    if share(least)? == share(most)? {
        return Some(high.into());
    }
    let span = Arithmetic::from(high).minus(low.into());
    let above = written(pair).minus(written(least));
    let all = written(most).minus(written(least));
    Some(Arithmetic::Plus(vec![low.into(), span.times(above).by(all)]))
}

fn whole(number: usize) -> Option<Quantity> {
    Quantity::of_digits(i64::try_from(number).ok()?, 0)
}

/// Nothing of a district of which every weighted item is left out. The outer `None`: it does not fit.
fn total(rule: &AssessmentRule, of: Ratio, counted: &[Counted]) -> Option<Option<Total>> {
    let mut sums = [Ratio::ZERO; 4];
    for (item, counted) in rule.items.iter().zip(counted) {
        let Counted::Points(points) = counted else { continue };
        let at = match item.role {
            ItemRole::Weighted => 0,
            ItemRole::Bonus => 1,
            ItemRole::Penalty => 2,
        };
        sums[at] = sums[at].plus(points.points)?;
        if item.role == ItemRole::Weighted {
            sums[3] = sums[3].plus(item.weight.into())?;
        }
    }
    let [points, bonus, penalty, counted] = sums;
    if counted <= Ratio::ZERO {
        return Some(None);
    }
    let scaled = points.times(of.by(counted)?)?;
    let score = scaled.plus(bonus)?.minus(penalty)?;
    Some(Some(Total { points, counted, of, bonus, penalty, score }))
}
