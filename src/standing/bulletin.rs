//! Bulletin and assessment (季通报, 半年评估): how the indicators stand at the end of a round of several months, and what
//! has moved since another time.
//!
//! Every indicator is in exactly one class, so that the classes add up. Start with [`bulletin`].

use super::due::{self, Due};
use super::{Actual, AsOf, Judgement, Light, Rule, reading, window};
use crate::ledger::{Found, Ledger, Report, Said, Slot};
use crate::plan::{Day, Frequency, Indicator, Month, Place, PlanIndex, Round};

/// How the indicators stand at the end of a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Bulletin<'a> {
    /// The months and the window of the round.
    pub due: Due,
    /// The day up to which data count.
    pub up_to: Day,
    /// By what progress is judged.
    pub rule: Rule,
    /// Every indicator, in the order of the plan.
    pub rows: Vec<Standing<'a>>,
}

/// How one indicator stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing<'a> {
    /// The indicator and where it stands in the plan.
    pub place: Place<'a, Indicator>,
    /// Its figures against its target.
    pub judgement: Judgement,
    /// In what it is counted.
    pub class: Class,
}

/// In what an indicator is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// On or above what its progress should be, or the target is met.
    Reached,
    /// Below it, or the target is missed.
    Behind,
    /// Whoever reports it says that the figure of the round's last month is not out yet.
    Unpublished,
    /// There is no figure, or an overdue one.
    Unreported,
    /// Nobody has said where it started, so that no progress can be computed.
    BaselineMissing,
    /// There is nothing to judge it by.
    NotJudged,
    /// It exists once a year, and the round does not end with one: it is named, and not in the count.
    OnceAYear,
}

impl Class {
    /// Every class, in the order in which they are counted.
    pub const ALL: [Self; 7] = [
        Self::Reached,
        Self::Behind,
        Self::Unpublished,
        Self::Unreported,
        Self::BaselineMissing,
        Self::NotJudged,
        Self::OnceAYear,
    ];

    /// Whether it is among what the round judges.
    pub fn is_counted(self) -> bool {
        self != Self::OnceAYear
    }
}

impl<'a> Bulletin<'a> {
    /// The indicators of a class, in the order of the plan.
    pub fn of(&self, class: Class) -> impl Iterator<Item = &Standing<'a>> {
        self.rows.iter().filter(move |row| row.class == class)
    }

    /// How many indicators are in each class: together they are all of them.
    pub fn counts(&self) -> [(Class, usize); 7] {
        Class::ALL.map(|class| (class, self.of(class).count()))
    }

    /// What stands otherwise than it did, in the order of the plan: another figure, another month of it, or another light.
    pub fn moved_since(&self, before: &Bulletin) -> Vec<Moved<'a>> {
        let pairs = self.rows.iter().filter_map(|row| {
            let was = before.rows.iter().find(|was| was.place.item.id == row.place.item.id)?;
            Some(Moved { place: row.place, was: State::of(was), now: State::of(row) })
        });
        pairs.filter(|one| one.was != one.now).collect()
    }
}

/// What stands otherwise than it did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved<'a> {
    /// The indicator.
    pub place: Place<'a, Indicator>,
    /// How it stood.
    pub was: State,
    /// How it stands.
    pub now: State,
}

/// Figure and light of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// The figure that was judged.
    pub latest: Option<Actual>,
    /// Its light.
    pub light: Light,
}

impl State {
    fn of(row: &Standing) -> Self {
        Self { latest: row.judgement.latest, light: row.judgement.light }
    }
}

/// The round of the plan's cycle that covers so many months; none where the plan names no such round.
pub fn round(plan: &PlanIndex, months: u32) -> Option<&Round> {
    plan.cycle.rounds.iter().find(|round| round.months == months)
}

/// The round of a kind that ends with a month; without a month the last one that is over, else the first. None of a month
/// with which none ends.
pub fn ending(
    plan: &PlanIndex,
    ledger: &Ledger,
    round: &Round,
    month: Option<Month>,
    today: Day,
) -> Option<Due> {
    let mut all = due::series(plan, round).map(|due| window::moved(ledger, due));
    match month {
        Some(month) => all.find(|due| due.to == month),
        None => {
            let first = all.next()?;
            Some(all.take_while(|due| is_over(due, today)).last().unwrap_or(first))
        }
    }
}

/// Whether the last month of a round is over on a day.
pub fn is_over(due: &Due, today: Day) -> bool {
    due.to < today.month()
}

/// The last day whose data count: that on which the round's window closes, if it is past.
pub fn up_to(due: &Due, today: Day) -> Day {
    due.closes.min(today)
}

/// How the indicators stand at the end of a round. The day of `as_of` is the one up to which data count, and its ledger holds
/// no reports on later months ([`Ledger::up_to`]).
pub fn bulletin<'a>(as_of: AsOf<'a>, due: Due) -> Bulletin<'a> {
    let AsOf { plan, ledger, today, .. } = as_of;
    let rule = reading::rule(ledger);
    let rows = plan.indicators().map(|place| {
        let judgement = reading::judged(plan, ledger, place.item, today, &rule);
        let class = class(as_of, place.item, &judgement, &due, &rule);
        Standing { place, judgement, class }
    });
    let rows = rows.collect();
    Bulletin { due, up_to: as_of.today, rule, rows }
}

fn class(as_of: AsOf, indicator: &Indicator, judgement: &Judgement, due: &Due, rule: &Rule) -> Class {
    let (ledger, last) = (as_of.ledger, due.to);
    if indicator.frequency == Frequency::Yearly && last.number() != 12 {
        return Class::OnceAYear;
    }
    let has_figure = judgement.latest.is_some_and(|latest| latest.month == last);
    if !has_figure && is_unpublished(ledger, indicator, last) {
        return Class::Unpublished;
    }
    // On the last day of the window the light still waits for the round's own figure. The round does not: what shows no
    // figure by then is not told on that of an earlier round.
    let is_overdue = || {
        let after = reading::judged(as_of.plan, ledger, indicator, due.closes.plus(1), rule);
        after.light == Light::Outdated
    };
    if !has_figure && as_of.today >= due.closes && is_overdue() {
        return Class::Unreported;
    }
    match judgement.light {
        Light::Green | Light::Met => Class::Reached,
        Light::Missed | Light::Red | Light::Amber => Class::Behind,
        Light::NoData | Light::Outdated => Class::Unreported,
        Light::BaselineMissing => Class::BaselineMissing,
        Light::NotJudged => Class::NotJudged,
    }
}

/// Whether somebody who reports the figure says of the month that it is not out yet.
fn is_unpublished(ledger: &Ledger, indicator: &Indicator, month: Month) -> bool {
    let is_said =
        |found: &Found| matches!(&found.entry.said, Said::Actual { report: Report::NotYetPublished, .. });
    let city = Slot::Actual { indicator: indicator.id.as_str().into(), district: None, month };
    let of_month =
        || ledger.actuals(&indicator.id).into_values().filter_map(|mut months| months.remove(&month));
    ledger.at(&city).as_ref().is_some_and(is_said) || of_month().any(|found| is_said(&found))
}

#[cfg(test)]
mod tests;
