//! Holds a figure against what is known. Exact: no binary fraction decides.

use super::{Against, Context, Kind, Of};
use crate::plan::{Basis, Quantity, unit};

/// From so many times apart on 万 and 亿 may have been mixed up: less could have grown, or not been reached yet.
const MIXED_UP: i128 = 1_000;
/// So many times less than before a rate may have been written as a fraction: 0.612 for 61.2 %.
const AS_FRACTION: i128 = 30;
/// So many times less than its target a figure that is measured is about a hundredth of it.
const HUNDREDTH: i128 = 80;

/// What makes a figure look like a slip: of its size the gravest only, for one sentence is read and three are not.
pub fn judge(known: &Context, value: Quantity) -> Vec<Kind> {
    let hundred = Quantity::of_digits(100, 0).unwrap_or(Quantity::ZERO);
    let is_whole = value.millionths() % 1_000_000 == 0;
    let is_above = known.is_rate && value > hundred && !known.was_above_hundred;
    let is_below = value < Quantity::ZERO && !known.was_negative;
    let kinds = [
        size(known, value),
        exceeds_later(known, value),
        (known.is_counted && !is_whole).then_some(Kind::Fraction),
        is_above.then_some(Kind::AboveHundred),
        is_below.then_some(Kind::BelowZero),
    ];
    kinds.into_iter().flatten().collect()
}

fn size(known: &Context, value: Quantity) -> Option<Kind> {
    let zero = Quantity::ZERO;
    let month = |at: Option<(_, Quantity)>| at.map(|(of, value)| Against { value, of: Of::Month(of) });
    let before = month(known.before);
    let near = before.or(month(known.after)).filter(|one| one.value != zero);
    // A total of a late month lies below that of a later one; how far tells nothing.
    let below = if accumulates(known) { before } else { near }.filter(|one| one.value != zero);
    let target = known.target.filter(|one| one.value != zero);
    // Where the figure before lies as far from the target, somebody has looked at it already.
    let is_new = |is: &dyn Fn(Quantity) -> bool| near.is_none_or(|near| !is(near.value));
    let whole_target = target.filter(|_| !known.is_share);

    if known.is_large && value > zero {
        let target = target.filter(|one| !known.is_share || times(value, MIXED_UP, one.value));
        let wide = |one: &Against| times(value, MIXED_UP, one.value) || times(one.value, MIXED_UP, value);
        if let Some(one) = near.or(target).filter(wide) {
            return Some(Kind::Thousandfold(one));
        }
    }
    if let Some(near) = near.filter(|near| times(value, 10, near.value)) {
        return Some(Kind::Tenfold(near));
    }
    let is_tenfold =
        |target: &Against| times(value, 10, target.value) && is_new(&|near| times(near, 10, target.value));
    if let Some(target) = target.filter(is_tenfold) {
        return Some(Kind::Tenfold(target));
    }
    if known.is_rate && value != zero {
        let is_fraction = |one: &Against| times(one.value, AS_FRACTION, value);
        if let Some(one) = below.filter(is_fraction).or(whole_target.filter(is_fraction)) {
            return Some(Kind::Hundredth(one, unit::shifted(value, 2)));
        }
    }
    if let Some(last) = known.before.filter(|(_, last)| accumulates(known) && value < *last) {
        return Some(Kind::Falls { basis: known.basis, last, by: last.1.minus(value) });
    }
    if let Some(one) = below.filter(|one| !known.is_rate && times(one.value, 10, value)) {
        return Some(Kind::Tenth(one));
    }
    // Of a count a few are a beginning; of a stock they are not.
    let is_measured = !known.is_counted || known.basis == Basis::Stock;
    let is_hundredth = |target: &Against| {
        times(target.value, HUNDREDTH, value) && is_new(&|near| times(target.value, HUNDREDTH, near))
    };
    if is_measured
        && value != zero
        && let Some(target) = whole_target.filter(is_hundredth)
    {
        return Some(Kind::Hundredth(target, None));
    }
    let near = near.filter(|_| known.basis == Basis::Stock)?;
    let moved = (value.millionths() - near.value.millionths()).abs();
    (2 * moved > near.value.millionths().abs()).then_some(Kind::StockMoved(near))
}

/// A total of a late month that is more than that of a later one.
fn exceeds_later(known: &Context, value: Quantity) -> Option<Kind> {
    let later = known.after.filter(|(_, later)| accumulates(known) && value > *later)?;
    Some(Kind::ExceedsLater { basis: known.basis, later, by: value.minus(later.1) })
}

/// Whether the figure does not fall from month to month. What is known beside it is of the same count: within a
/// year neither a count of the year nor one of all years falls.
fn accumulates(known: &Context) -> bool {
    matches!(known.basis, Basis::RunningTotal | Basis::YearlyFlow | Basis::Unstated)
}

/// Whether the size of the first is at least so many times that of the second.
fn times(one: Quantity, times: i128, other: Quantity) -> bool {
    one.millionths().abs() >= times * other.millionths().abs()
}
