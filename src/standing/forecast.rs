//! Where the figures lead, if they go on as they did. Formula and source in [`super::formulas`].

use super::Actual;
use crate::plan::{Month, Quantity};

/// Fewest figures that a forecast is made from.
pub const FEWEST: usize = 3;
/// Most figures: the latest ones. Pairs grow with the square.
const MOST: usize = 60;
/// The normal distribution's 95 % point: a range that holds nine slopes in ten.
const NINE_IN_TEN: f64 = 1.645;

/// A forecast for the end of a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Forecast {
    /// Fewer than [`FEWEST`] figures.
    TooFew {
        /// How many figures there are.
        figures: usize,
    },
    /// Not a figure that could be reported: too large.
    TooLarge,
    /// By Theil and Sen, with the range of the slopes that hold nine in ten.
    Line {
        /// The month at whose end it is expected.
        month: Month,
        /// Lower end of the range, in the indicator's unit.
        low: Quantity,
        /// What is expected, in the indicator's unit.
        middle: Quantity,
        /// Upper end of the range, in the indicator's unit.
        high: Quantity,
        /// How many figures it is made from: the latest sixty at most.
        figures: usize,
    },
    /// The figure of the month is there.
    Known {
        /// The month asked for.
        month: Month,
        /// Its figure, in the indicator's unit.
        value: Quantity,
    },
}

/// The forecast for a month from figures in order of time, all of one kind.
pub fn forecast(actuals: &[Actual], month: Month) -> Forecast {
    if let Some(known) = actuals.iter().find(|actual| actual.month == month) {
        return Forecast::Known { month, value: known.value };
    }
    let figures = actuals.len();
    if figures < FEWEST {
        return Forecast::TooFew { figures };
    }
    line(&actuals[figures.saturating_sub(MOST)..], month).unwrap_or(Forecast::TooLarge)
}

fn line(actuals: &[Actual], month: Month) -> Option<Forecast> {
    let slopes = slopes(actuals);
    let count = slopes.len() as f64;
    let points = actuals.len() as f64;
    let spread = NINE_IN_TEN * (points * (points - 1.0) * (2.0 * points + 5.0) / 18.0).sqrt();
    let at = |rank: f64| slopes.get(rank.clamp(0.0, count - 1.0) as usize).copied();
    let (low, high) = (at(((count - spread) / 2.0).floor() - 1.0)?, at(((count + spread) / 2.0).ceil())?);
    // It goes on from the last figure: what is there already is not doubted by what came before.
    let last = actuals.last()?;
    let reach = |slope: f64| last.value.approximate() + slope * f64::from(month.since(last.month));
    // As many digits as the figures have: a forecast is no more exact than they are.
    let decimals = actuals.iter().map(|one| one.value.decimals()).max()?;
    let rounded = |value: f64, round: fn(f64) -> f64| quantity(value, decimals, round);
    Some(Forecast::Line {
        month,
        low: rounded(reach(low), f64::floor)?,
        middle: rounded(reach(median(&slopes)?), f64::round)?,
        high: rounded(reach(high), f64::ceil)?,
        figures: actuals.len(),
    })
}

/// The slope between each two figures, per month, in order of size.
fn slopes(actuals: &[Actual]) -> Vec<f64> {
    let mut slopes = Vec::new();
    for (at, one) in actuals.iter().enumerate() {
        for later in actuals.iter().skip(at + 1).filter(|later| later.month > one.month) {
            let rise = later.value.minus(one.value).approximate();
            slopes.push(rise / f64::from(later.month.since(one.month)));
        }
    }
    slopes.sort_by(f64::total_cmp);
    slopes
}

/// The middle of sorted numbers.
fn median(sorted: &[f64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get(sorted.len().checked_sub(1)? / 2)?;
    Some((lower + upper) / 2.0)
}

fn quantity(value: f64, decimals: u8, round: fn(f64) -> f64) -> Option<Quantity> {
    // A trace of binary rounding must not lift a whole number to the next.
    let scaled = value * 10_f64.powi(i32::from(decimals));
    let nearest = scaled.round();
    let digits = if (scaled - nearest).abs() < 1e-6 { nearest } else { round(scaled) };
    (digits.abs() < 1e15).then_some(())?;
    Quantity::of_digits(digits as i64, decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        /// walk a16: a stock or total that rises never leads below its last figure.
        #[test]
        fn a_rising_series_never_leads_below_its_last_figure(
            steps in proptest::collection::vec((1_i32..4, 0_i64..900), 3..20),
            decimals in 0_u8..3,
            ahead in 1_i32..40,
        ) {
            let (mut month, mut digits) = (Month::parse("2023-01").expect("a month"), 0);
            let mut figures = Vec::new();
            for (months, rise) in steps {
                (month, digits) = (month.plus(months), digits + rise);
                let value = Quantity::of_digits(digits, decimals).expect("a figure");
                figures.push(Actual { month, value });
            }
            let last = figures.last().expect("a figure").value;
            match forecast(&figures, month.plus(ahead)) {
                Forecast::Line { low, middle, high, .. } => {
                    proptest::prop_assert!(last <= low && low <= middle && middle <= high);
                }
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn only_the_latest_figures_lead_on_and_fewer_than_three_do_not() {
        let first = Month::parse("2023-01").expect("a month");
        let figures = |count: i32| -> Vec<Actual> {
            let value = |at| Quantity::of_digits(i64::from(at), 0).expect("a figure");
            (0..count).map(|at| Actual { month: first.plus(at), value: value(at) }).collect()
        };
        let made_from = |count: i32| match forecast(&figures(count), first.plus(200)) {
            Forecast::Line { figures, .. } | Forecast::TooFew { figures } => figures,
            other => panic!("{other:?}"),
        };
        assert_eq!((made_from(MOST as i32), made_from(MOST as i32 + 9)), (MOST, MOST));
        let few = FEWEST as i32 - 1;
        assert!(matches!(forecast(&figures(few), first.plus(9)), Forecast::TooFew { .. }));
        assert!(matches!(forecast(&figures(few + 1), first.plus(9)), Forecast::Line { .. }));
    }
}
