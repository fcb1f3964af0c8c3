//! A small chart for each indicator, as plain geometry. All share one look; each has an axis of its own from
//! zero. Targets are crosses on stems: nothing is joined, so no line can suggest a year that was not set.

use super::standings::Standings;
use super::words;
use crate::page::shared::asked;
use crate::page::shared::lights::Stands;
use crate::plan::{Indicator, Place, PlanIndex, Target, Year};
use crate::route::Route;
use crate::text::{Language, Text};

/// Size of the drawing, in its own units.
pub const WIDTH: u16 = 240;
pub const HEIGHT: u16 = 136;
/// Where zero lies.
pub const ZERO: u16 = 108;
/// Where the largest target lies.
const TOP: u16 = 46;

/// One small chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiple {
    pub href: String,
    pub name: Text,
    pub basis: String,
    pub unit: Text,
    /// How it stands; none without records.
    pub stands: Option<Stands>,
    /// What the drawing shows, for ears.
    pub says: Vec<Text>,
    pub marks: Vec<Mark>,
    /// Every year of the plan on the axis.
    pub years: Vec<YearMark>,
    /// Indicators of which somebody might think that they are the same one.
    pub apart: Vec<Text>,
    pub apart_label: &'static str,
}

/// A target as a cross.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub x: u16,
    pub y: u16,
    pub label: String,
    pub modality: Option<&'static str>,
}

/// A year on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct YearMark {
    pub x: u16,
    pub label: String,
    /// What stands there when the plan sets no target.
    pub unset: Option<&'static str>,
}

/// The small charts of what a selection leaves.
pub fn multiples(
    plan: &PlanIndex,
    left: &[Place<Indicator>],
    standings: &Standings,
    language: Language,
) -> Vec<Multiple> {
    left.iter().map(|place| multiple(plan, place.item, standings, language)).collect()
}

fn multiple(plan: &PlanIndex, indicator: &Indicator, standings: &Standings, language: Language) -> Multiple {
    let years: Vec<Year> = plan.period.iter().collect();
    let words = words::of(language);
    let most = indicator.targets.iter().map(|target| target.value.approximate()).fold(0.0, f64::max);
    let named = |id: &String| plan.indicator(id).map(|place| plan.say(&place.item.name, language));
    Multiple {
        href: Route::Indicator(indicator.id.clone()).href(),
        name: plan.say(&indicator.name, language),
        basis: standings.bases().words(indicator, language),
        unit: plan.say(&indicator.unit, language),
        stands: standings.of(&indicator.id).cloned(),
        says: asked::sentence(plan, indicator, language),
        marks: indicator.targets.iter().filter_map(|target| mark(target, &years, most, language)).collect(),
        years: (0..years.len())
            .map(|index| YearMark {
                x: column(index, years.len()),
                label: years[index].to_string(),
                unset: indicator.target(years[index]).is_none().then_some(words.unset),
            })
            .collect(),
        apart: indicator.related.iter().filter_map(|related| named(&related.indicator)).collect(),
        apart_label: words.not_the_same,
    }
}

fn mark(target: &Target, years: &[Year], most: f64, language: Language) -> Option<Mark> {
    let index = years.iter().position(|&year| year == target.year)?;
    Some(Mark {
        x: column(index, years.len()),
        y: height(target.value.approximate(), most),
        label: asked::short(target, language),
        modality: asked::modality(target, language),
    })
}

/// The middle of a year's column.
fn column(index: usize, count: usize) -> u16 {
    let width = usize::from(WIDTH);
    ((2 * index + 1) * width / (2 * count.max(1))) as u16
}

fn height(value: f64, most: f64) -> u16 {
    if most <= 0.0 {
        return ZERO;
    }
    let up = (value.max(0.0) / most * f64::from(ZERO - TOP)).round();
    ZERO - up as u16
}
