//! What else is asked of an assessment: what would lift a district, how firm its place is, what other rules say, and how it
//! stood before.

use super::figures::{Figure, Input, Inputs};
use super::{Assessment, assess, assessed, score};
use crate::ledger::kinds::{AssessmentRule, ItemRole};
use crate::ledger::{Id, Ledger};
use crate::plan::{Day, PlanIndex, Quantity, Year};
use crate::standing::Ratio;

/// How often the weights are drawn.
pub const DRAWS: usize = 100;
/// By at most so many thousandths a drawn weight differs from that of the rule.
const APART: u64 = 200;
/// Doublings that reach any figure from any other.
const STEPS: u32 = 64;

/// What would lift a district by one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lift {
    /// The least figure that does, all else as it is.
    At(Lifted),
    /// No figure up to twice the target does.
    NotWithinTwice,
    /// It has no target or no figure that could be changed.
    NoTarget,
    /// It stands first.
    First,
}

/// A figure that lifts a district.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifted {
    /// The figure that there is.
    pub from: Quantity,
    /// The figure that it takes.
    pub to: Quantity,
    /// The place that it then has.
    pub place: usize,
}

/// The least change of one item, by its place in the rule, that lifts a district by a place; of a penalty, downwards to 0.
/// None of a district that has no place.
pub fn lift(assessment: &Assessment, district: &str, item: usize) -> Option<Lift> {
    let row = assessment.rows.iter().find(|row| *row.district == *district)?;
    let place = row.place?;
    if place == 1 {
        return Some(Lift::First);
    }
    let (input, _) = row.cells.get(item)?;
    let role = assessment.rule.items.get(item)?.role;
    // A penalty shrinks to nothing; everything else grows to twice its target.
    let end = match role {
        ItemRole::Penalty => Some(Quantity::ZERO),
        ItemRole::Weighted | ItemRole::Bonus => input.target.filter(|one| Quantity::ZERO < *one),
    };
    let (Some(from), Some(end)) = (input.figure.value(), end) else { return Some(Lift::NoTarget) };
    let decimals = from.decimals().max(end.decimals());
    let whole = |value: Quantity| value.digits() * 10_i64.pow(u32::from(decimals - value.decimals()));
    let (start, end) = (whole(from), 2 * whole(end));
    let inputs = assessment.inputs();
    let of = score::scale(&assessment.rule, assessment.weights);
    let reached = |figure: i64| {
        let to = Quantity::of_digits(figure, decimals)?;
        let mut tried = inputs.clone();
        let (_, row) = tried.rows.iter_mut().find(|(id, _)| **id == *district)?;
        row.get_mut(item)?.figure = Figure::Tried(to);
        let after = assessed(&assessment.rule, &tried, of)?;
        let after = after.rows.iter().find(|row| *row.district == *district)?.place?;
        (after < place).then_some(Lifted { from, to, place: after })
    };
    let forwards = if role == ItemRole::Penalty { end < start } else { start < end };
    let Some(mut best) = reached(end).filter(|_| forwards) else { return Some(Lift::NotWithinTwice) };
    // The further the figure goes, the better the place: `near` does not lift, `far` does.
    let (mut near, mut far) = (start, end);
    for _ in 0..STEPS {
        let middle = near + (far - near) / 2;
        if middle == near || middle == far {
            break;
        }
        match reached(middle) {
            Some(lifted) => (far, best) = (middle, lifted),
            None => near = middle,
        }
    }
    Some(Lift::At(best))
}

/// The best and the worst place of a district over all draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The best.
    pub best: usize,
    /// The worst.
    pub worst: usize,
}

/// The spans of all districts, in the order of the assessment; none of a district that has no place.
pub type Spans = Vec<(Id, Option<Span>)>;

/// How far places move when every weight is drawn anew within a fifth of the rule's, [`DRAWS`] times: a draw a step, so that
/// a page can go on between them. The same seed draws the same weights on every device.
pub struct Spanning {
    rule: AssessmentRule,
    inputs: Inputs,
    of: Ratio,
    draw: Draw,
    left: usize,
    spans: Spans,
}

impl Spanning {
    /// Begins with an assessment.
    pub fn new(assessment: &Assessment, seed: u32) -> Self {
        Self {
            rule: assessment.rule.clone(),
            inputs: assessment.inputs(),
            of: score::scale(&assessment.rule, assessment.weights),
            draw: Draw(u64::from(seed)),
            left: DRAWS,
            spans: assessment.rows.iter().map(|row| (row.district.clone(), None)).collect(),
        }
    }

    /// Draws once; the spans after the last draw. A draw whose weights do not fit ends it without any.
    pub fn step(&mut self) -> Option<Spans> {
        let drawn = drawn(&self.rule, &mut self.draw).and_then(|rule| assessed(&rule, &self.inputs, self.of));
        let Some(drawn) = drawn else {
            return Some(std::mem::take(&mut self.spans).into_iter().map(|(id, _)| (id, None)).collect());
        };
        for ((_, span), row) in self.spans.iter_mut().zip(&drawn.rows) {
            let Some(place) = row.place else { continue };
            let old = span.unwrap_or(Span { best: place, worst: place });
            *span = Some(Span { best: old.best.min(place), worst: old.worst.max(place) });
        }
        self.left = self.left.saturating_sub(1);
        (self.left == 0).then(|| std::mem::take(&mut self.spans))
    }
}

fn drawn(rule: &AssessmentRule, draw: &mut Draw) -> Option<AssessmentRule> {
    let mut rule = rule.clone();
    for item in &mut rule.items {
        let thousandths = i128::from(1000 - APART + draw.next() % (2 * APART + 1));
        let weight = i64::try_from(item.weight.millionths() * thousandths / 1000).ok()?;
        item.weight = Quantity::of_digits(weight, 6)?;
    }
    Some(rule)
}

/// Numbers from a seed (SplitMix64; Steele, Lea, Flood 2014): small, and the same on every device.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// The places of every district under each rule of a year, by the names of the rules: none under one that is refused, and
/// none of a district that is not assessed.
pub fn places_by_rules(
    plan: &PlanIndex,
    ledger: &Ledger,
    year: Year,
    day: Day,
) -> Vec<(AssessmentRule, Vec<Option<usize>>)> {
    let places = |rule: &AssessmentRule| match assess(plan, ledger, rule, day) {
        Ok(assessment) => assessment.rows.iter().map(|row| row.place).collect(),
        Err(_) => vec![None; plan.districts.len()],
    };
    ledger.assessment_rules(year).into_iter().map(|(rule, _)| (rule.clone(), places(rule))).collect()
}

/// Whether two rules compute the same, of whatever year and by whatever name.
fn is_alike(one: &AssessmentRule, other: &AssessmentRule) -> bool {
    let bare = |one: &AssessmentRule| AssessmentRule {
        id: "".into(),
        year: Year(0),
        title: String::new(),
        reason: String::new(),
        document: String::new(),
        ..one.clone()
    };
    bare(one) == bare(other)
}

/// Of rules the one that computes the same as another; of several, that of the same name. Names do not tell: every device names
/// a new rule of its own.
pub fn like<'a>(
    rules: impl IntoIterator<Item = &'a AssessmentRule>,
    rule: &AssessmentRule,
) -> Option<&'a AssessmentRule> {
    rules.into_iter().filter(|one| is_alike(one, rule)).min_by_key(|one| one.id != rule.id)
}

/// How many places each district rose since another assessment, in the order of the later one; below 0: it fell. None as a
/// whole unless both were made by the same rule of the same items: what they say is not comparable.
pub fn against(before: &Assessment, now: &Assessment) -> Option<Vec<Option<i64>>> {
    if !is_alike(&before.rule, &now.rule) {
        return None;
    }
    let moved = |row: &super::Row| {
        let was = before.rows.iter().find(|one| one.district == row.district)?.place?;
        Some(i64::try_from(was).ok()? - i64::try_from(row.place?).ok()?)
    };
    Some(now.rows.iter().map(moved).collect())
}

impl Assessment {
    /// What it was made of.
    fn inputs(&self) -> Inputs {
        let row = |row: &super::Row| {
            let cells: Vec<Input> = row.cells.iter().map(|(input, _)| *input).collect();
            (row.district.clone(), cells)
        };
        Inputs { month: self.month, rows: self.rows.iter().map(row).collect() }
    }

    /// The scores and bounds of grades beside which a score is told apart when it is printed.
    pub fn bounds(&self) -> Vec<Ratio> {
        let grades = self.rule.grades.iter().map(|grade| Ratio::from(grade.from));
        self.rows.iter().filter_map(super::Row::score).chain(grades).collect()
    }
}
