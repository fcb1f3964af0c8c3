//! What districts are allotted each year, and in the plan's last years the rules by which they are assessed: three in the
//! last, so that the same figures make three orders.

use super::clerks::share;
use super::invented::Invented;
use super::scene::{Hand, Scene, entry};
use crate::ledger::kinds::{
    AssessmentItem, AssessmentRule, Grade, ItemRole, MissingFigure, Scoring, TieBreak, WeightSum,
};
use crate::ledger::{Entry, Said};
use crate::plan::{DistrictRule, Month, Quantity, Year};
use std::collections::BTreeSet;

/// Days after the first window of a year until its targets are broken down.
const ALLOTTED_AFTER: i64 = 9;
/// Weights of the items, so many of them.
const WEIGHTS: [i64; 3] = [40, 35, 25];

/// Writes the shares of each year but the first, and the rules of the last two.
pub fn assess(scene: &mut Scene) {
    let last = scene.plan.period.to;
    for year in scene.plan.period.iter().skip(1) {
        let first = scene.periods.iter().find(|(month, ..)| month.year() == year).copied();
        let Some((month, _, closes)) = first else { continue };
        let chosen = chosen(scene, year);
        let mut entries: Vec<Entry> = chosen.iter().flat_map(|one| allotted(scene, one, year)).collect();
        let scorings: &[usize] = if year == last { &[0, 1, 2] } else { &[0] };
        if year.0 + 1 >= last.0 {
            entries.extend(scorings.iter().filter_map(|at| rule(scene, &chosen, year, *at)));
        }
        if !entries.is_empty() {
            scene.write(Hand::Officer, closes.plus(ALLOTTED_AFTER), month, entries);
        }
    }
}

/// Of the indicators of which districts report, those with the most to share out at the end of the year.
fn chosen<'a>(scene: &'a Scene, year: Year) -> Vec<&'a Invented<'a>> {
    let reported: BTreeSet<&str> = scene
        .written()
        .iter()
        .filter(|batch| batch.month.year() == year)
        .flat_map(|batch| &batch.entries)
        .filter_map(|entry| match &entry.said {
            Said::Actual { indicator, district: Some(_), .. } => Some(&**indicator),
            _ => None,
        })
        .collect();
    let december = Month::new(year, 12);
    let figure = |one: &Invented| december.and_then(|month| one.values.get(&month)).copied();
    let mut all: Vec<&Invented> = scene
        .invented
        .iter()
        .filter(|one| {
            one.indicator.districts == DistrictRule::Sum && reported.contains(one.indicator.id.as_str())
        })
        .filter(|one| figure(one).is_some())
        .collect();
    all.sort_by_key(|one| std::cmp::Reverse(figure(one)));
    all.truncate(WEIGHTS.len());
    all
}

/// About what each district will have, one more or less; of what it will have nothing of, it is allotted nothing.
fn allotted(scene: &Scene, one: &Invented, year: Year) -> Vec<Entry> {
    let reached = Month::new(year, 12).and_then(|month| one.values.get(&month)).copied();
    let share_of = |district: &String| {
        let share = share(scene, one, district, reached?);
        let key = [&one.indicator.id, "/", district].concat();
        let apart = scene.chance.lot(&key, usize::from(year.0), 3) as i64 - 1;
        let digits = if share.digits() == 0 { 0 } else { (share.digits() + apart).max(1) };
        let said = Said::Allotment {
            indicator: one.indicator.id.as_str().into(),
            district: district.as_str().into(),
            year,
            value: Quantity::of_digits(digits, share.decimals())?,
            reason: String::new(),
            document: scene.words.document.into(),
        };
        Some(entry(said))
    };
    scene.plan.districts.iter().filter_map(share_of).collect()
}

fn rule(scene: &Scene, chosen: &[&Invented], year: Year, at: usize) -> Option<Entry> {
    let whole = |number: i64| Quantity::of_digits(number, 0);
    let (scoring, cap) = match at {
        0 => (Scoring::Proportion, whole(4)),
        1 => (Scoring::MinMax { low: whole(1)?, high: whole(100)? }, None),
        _ => (Scoring::AroundAverage { step: whole(5)?, points: Quantity::of_digits(5, 1)? }, None),
    };
    let items = chosen.iter().zip(WEIGHTS).filter_map(|(one, weight)| {
        Some(AssessmentItem {
            item: one.indicator.id.as_str().into(),
            role: ItemRole::Weighted,
            weight: whole(weight)?,
            cap,
            source: scene.words.source.into(),
        })
    });
    let items: Vec<AssessmentItem> = items.collect();
    let [excellent, passed] = scene.words.grades;
    let grade = |name: &str, from, first_place_only| {
        Some(Grade { name: name.into(), from: whole(from)?, first_place_only })
    };
    let said = AssessmentRule {
        id: ["r", &(at + 1).to_string()].concat().as_str().into(),
        year,
        title: scene.words.assessed.get(at).copied()?.into(),
        items,
        scoring,
        classes: vec![],
        grades: [grade(excellent, 90, true), grade(passed, 60, false)].into_iter().flatten().collect(),
        missing: MissingFigure::LeftOut,
        ties: TieBreak::Shared,
        sum: WeightSum::AsItIs,
        reason: String::new(),
        document: scene.words.document.into(),
    };
    (said.items.len() == WEIGHTS.len()).then(|| entry(Said::AssessmentRule(Box::new(said))))
}
