//! How the districts are assessed (县区考核): points by a named rule, scores and places.
//!
//! [`assess`] is a function of plan, ledger, rule and day, so that everybody who has the same records sees the same order, and
//! whoever disputes a place disputes the rule. [`asked`] answers what else is asked of it: what would lift a district, how
//! firm a place is, what other rules make of the same figures. Nothing here is stored.

mod arithmetic;
mod asked;
mod figures;
mod rule;
mod score;
mod trial;
pub mod words;

pub use arithmetic::Arithmetic;
pub use asked::{DRAWS, Lift, Lifted, Span, Spanning, Spans, against, lift, like, places_by_rules};
pub use figures::{Figure, Input, Inputs, inputs, month};
pub use rule::{RuleFault, faults, weights};
pub use score::{Counted, Out, Points, Total};
pub use trial::{Trial, tried};

use crate::ledger::kinds::{AssessmentRule, TieBreak};
use crate::ledger::{Id, Ledger};
use crate::plan::{Day, Month, PlanIndex};
use crate::standing::Ratio;

/// What the districts come to by a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The rule, with what a what-if changes in it.
    pub rule: AssessmentRule,
    /// The month up to which figures count; none before the year's first window has closed.
    pub month: Option<Month>,
    /// The sum of the weights.
    pub weights: Ratio,
    /// Every district, in the order of the plan.
    pub rows: Vec<Row>,
}

/// What a district comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The district.
    pub district: Id,
    /// The class in which it is ranked; none where there are no classes.
    pub class: Option<Id>,
    /// By the items of the rule: what was counted and what it comes to.
    pub cells: Vec<(Input, Counted)>,
    /// None of a district that is not assessed.
    pub total: Option<Total>,
    /// Its place among the districts of its class. Equal scores share one, and the next is skipped.
    pub place: Option<usize>,
    /// Its grade, where the rule has grades.
    pub grade: Option<Id>,
}

impl Row {
    /// The score; none of a district that is not assessed.
    pub fn score(&self) -> Option<Ratio> {
        self.total.map(|total| total.score)
    }

    /// The points of an item, by its place in the rule; none where it was left out.
    pub fn points(&self, item: usize) -> Option<Ratio> {
        match self.cells.get(item)? {
            (_, Counted::Points(points)) => Some(points.points),
            (_, Counted::Out(_)) => None,
        }
    }
}

/// Why a rule makes no places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// What is wrong with the rule.
    Rule(Vec<RuleFault>),
    /// Its figures are too large to be computed with.
    TooLarge,
}

/// The assessment of the rule's year as of a day.
///
/// # Errors
/// [`Refused`] where the rule is not sound or its figures do not fit: then nobody has a place.
pub fn assess(
    plan: &PlanIndex,
    ledger: &Ledger,
    rule: &AssessmentRule,
    day: Day,
) -> Result<Assessment, Refused> {
    let found = faults(plan, rule);
    if !found.is_empty() {
        return Err(Refused::Rule(found));
    }
    let weights = weights(rule).ok_or(Refused::TooLarge)?;
    assessed(rule, &inputs(plan, ledger, rule, day), score::scale(rule, weights)).ok_or(Refused::TooLarge)
}

/// The assessment of given figures by a sound rule, with scores scaled to the sum of weights `of`.
fn assessed(rule: &AssessmentRule, inputs: &Inputs, of: Ratio) -> Option<Assessment> {
    let class = |district: &Id| {
        let class = rule.classes.iter().find(|class| class.districts.contains(district));
        class.map(|class| class.name.clone())
    };
    let is_ranked = |class: &Option<Id>| rule.classes.is_empty() || class.is_some();
    let mut rows: Vec<Row> = Vec::new();
    let mut classes: Vec<Option<Id>> = Vec::new();
    for (district, cells) in &inputs.rows {
        let class = class(district);
        if !classes.contains(&class) {
            classes.push(class.clone());
        }
        let cells = cells.iter().map(|input| (*input, Counted::Out(Out::NotRanked))).collect();
        let row = Row { district: district.clone(), class, cells, total: None, place: None, grade: None };
        rows.push(row);
    }
    for class in classes.iter().filter(|class| is_ranked(class)) {
        let at: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].class == *class).collect();
        let figures: Vec<&[Input]> = at.iter().map(|at| inputs.rows[*at].1.as_slice()).collect();
        for (at, scored) in at.iter().zip(score::scores(rule, of, &figures)?) {
            rows[*at].total = scored.total;
            for (cell, counted) in rows[*at].cells.iter_mut().zip(scored.counted) {
                cell.1 = counted;
            }
        }
        place(rule, &mut rows, &at);
    }
    Some(Assessment { rule: rule.clone(), month: inputs.month, weights: weights(rule)?, rows })
}

/// Gives the districts of a class their places and grades.
fn place(rule: &AssessmentRule, rows: &mut [Row], class: &[usize]) {
    let tie = match &rule.ties {
        TieBreak::Shared => None,
        TieBreak::By(item) => rule.items.iter().position(|one| one.item == *item),
    };
    let key = |row: &Row| Some((row.score()?, tie.and_then(|item| row.points(item))));
    let keys: Vec<_> = class.iter().filter_map(|at| key(&rows[*at])).collect();
    for at in class {
        let Some(own) = key(&rows[*at]) else { continue };
        let place = 1 + keys.iter().filter(|other| own < **other).count();
        let fits = |from: Ratio, is_first: bool| from <= own.0 && (!is_first || place == 1);
        let grades = rule.grades.iter().filter(|grade| fits(grade.from.into(), grade.first_place_only));
        rows[*at].grade =
            grades.max_by_key(|grade| (grade.from, grade.first_place_only)).map(|grade| grade.name.clone());
        rows[*at].place = Some(place);
    }
}

#[cfg(test)]
pub mod samples;
#[cfg(test)]
mod tests;
