//! What an adjustment comes to, told before anybody saves it.

use super::adjusted::year_aim;
use super::problems::problems;
use super::{Forecast, Judgement, Light, reading, shares};
use crate::ledger::kinds::{Against, Aim, Status};
use crate::ledger::{Batch, Ledger, Said};
use crate::plan::{Basis, Day, Indicator, Month, PlanIndex, Quantity, Year};

/// What changes by one adjustment, all else as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The target of the year until then and from then on, on the day from which the adjustment holds.
    pub aim: (Option<Aim>, Option<Aim>),
    /// The light of the indicator on the day of asking, before and after.
    pub light: (Light, Light),
    /// The months whose light at their end becomes another one.
    pub months: Vec<Month>,
    /// Whether the figures lead to the target, before and after; `None` where nothing is forecast.
    pub forecast: (Option<bool>, Option<bool>),
    /// What the districts are allotted of the year together, and what that leaves of the target before and after; `None`
    /// where nothing is allotted.
    pub shares: Option<(Quantity, Option<Quantity>, Option<Quantity>)>,
    /// How many problems of the indicator are open. Of verdicts none can change: what has one is closed to adjustments.
    pub open_problems: usize,
}

impl Effect {
    /// Whether the light, today or of a month, becomes another one.
    pub fn turns(&self) -> bool {
        self.light.0 != self.light.1 || !self.months.is_empty()
    }
}

/// What the adjustment that a batch says would change as of a day, were it decided. `None` where the batch says none, or
/// one of something that is no indicator of the plan.
pub fn effect(plan: &PlanIndex, ledger: &Ledger, batch: &Batch, today: Day) -> Option<Effect> {
    let mut batch = batch.clone();
    let (subject, year, from) = batch.entries.iter_mut().find_map(|entry| match &mut entry.said {
        Said::Adjustment(one) => {
            one.status = Status::Decided;
            Some((one.subject.clone(), one.year, one.effective))
        }
        _ => None,
    })?;
    let indicator = plan.indicator(&subject)?.item;
    let mut after = ledger.clone();
    after.add(batch);
    let sides = [ledger, &after].map(|ledger| side(plan, ledger, indicator, (year, from), today));
    let [before, after] = sides;
    let months = before.lights.iter().filter(|one| !after.lights.contains(one)).map(|(month, _)| *month);
    let allotted = ledger.allotments(&subject, year);
    let sum = before.shares.sum.filter(|_| !allotted.is_empty());
    Some(Effect {
        aim: (before.aim, after.aim),
        light: (before.judged.light, after.judged.light),
        months: months.collect(),
        forecast: (leads_there(&before.judged), leads_there(&after.judged)),
        shares: sum.map(|sum| (sum, before.shares.rest, after.shares.rest)),
        open_problems: problems(ledger, today.month())
            .iter()
            .filter(|one| one.is_open() && one.subject == Some(&*subject))
            .count(),
    })
}

/// One of the two states.
struct Side {
    aim: Option<Aim>,
    judged: Judgement,
    lights: Vec<(Month, Light)>,
    shares: shares::Shares,
}

fn side(
    plan: &PlanIndex,
    ledger: &Ledger,
    indicator: &Indicator,
    (year, from): (Year, Day),
    today: Day,
) -> Side {
    let rule = reading::rule(ledger);
    let basis = reading::basis(ledger, indicator);
    // A level is never summed, nor is what nobody has said how to read.
    let adds_up = if basis == Basis::Unstated { Basis::Level } else { basis };
    Side {
        aim: year_aim(ledger, indicator, year, from).adjusted,
        judged: reading::judged(plan, ledger, indicator, today, &rule),
        lights: reading::lights(plan, ledger, indicator, today, &rule),
        shares: shares::shares(ledger, indicator, adds_up, (year, from), Against::Adjusted),
    }
}

/// Whether what the figures lead to by the end of the target's year complies with it.
fn leads_there(judged: &Judgement) -> Option<bool> {
    let goal = judged.goal.as_ref().filter(|goal| goal.yardstick.is_none())?;
    let forecasts = [judged.outlook.year_end, judged.outlook.plan_end];
    forecasts.into_iter().flatten().find_map(|forecast| match forecast {
        Forecast::Line { month, middle, .. } if Some(month) == goal.end() => Some(goal.holds(middle)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::kinds::AdjustmentChange;
    use crate::ledger::samples::august::{batch, day, month, officer, plan};
    use crate::ledger::samples::loop_kinds::adjustment;
    use crate::ledger::samples::{actual, value};

    fn lowered(to: &str, from: &str, status: Status) -> Said {
        let plan = plan();
        let issued = Aim::from(
            plan.indicator("alliances").expect("the indicator").item.target(Year(2025)).expect("2025"),
        );
        let new = Aim { value: value(to), ..issued };
        match adjustment(AdjustmentChange::Target { old: Some(issued), new: Some(new) }, from, status) {
            Said::Adjustment(mut one) => {
                one.year = Year(2025);
                Said::Adjustment(one)
            }
            other => other,
        }
    }

    fn reported() -> Ledger {
        let december = |year: &str, value: &str| {
            let said = actual("alliances", value).said;
            Batch { month: month(year), ..batch(1, "2026-01-05", "science-bureau", [said]) }
        };
        Ledger::new([december("2025-12", "19")])
    }

    /// M17.4: what would change is told with counts, also of a proposal, and nothing is stored.
    #[test]
    fn what_an_adjustment_would_change_is_told_before_it_is_saved() {
        let (plan, ledger) = (plan(), reported());
        let target = plan.indicator("alliances").expect("it").item.target(Year(2025)).expect("2025").value;
        let rule = reading::rule(&ledger);
        let stands = |ledger: &Ledger| {
            reading::judged(
                &plan,
                ledger,
                plan.indicator("alliances").expect("it").item,
                day("2026-02-01"),
                &rule,
            )
        };
        assert_eq!(stands(&ledger).light, Light::Missed, "19 is not {target}");
        let asked = officer(7, "2026-01-20", [lowered("18", "2025-12-01", Status::Proposed)]);
        let told = effect(&plan, &ledger, &asked, day("2026-02-01")).expect("an adjustment");
        assert_eq!(told.light, (Light::Missed, Light::Met));
        assert_eq!(told.months, [month("2025-12")]);
        assert!(told.turns());
        assert_eq!(told.aim.0.map(|aim| aim.value), Some(target));
        assert_eq!(told.aim.1.map(|aim| aim.value), Some(value("18")));
        assert_eq!((told.shares, told.open_problems), (None, 0));
        assert_eq!(stands(&ledger).light, Light::Missed, "nothing was stored");
        // A proposal that is stored judges nothing; a decision does, and keeps the light as issued beside its own.
        let mut proposed = ledger.clone();
        proposed.add(asked);
        assert_eq!((stands(&proposed).light, stands(&proposed).as_issued), (Light::Missed, None));
        let mut decided = ledger.clone();
        decided.add(officer(8, "2026-01-20", [lowered("18", "2025-12-01", Status::Decided)]));
        assert_eq!((stands(&decided).light, stands(&decided).as_issued), (Light::Met, Some(Light::Missed)));
        // M17.2: the same records, read as issued.
        let issued = stands(&decided.as_issued());
        assert_eq!((issued.light, issued.as_issued), (Light::Missed, None));
        assert!(decided.as_issued().up_to(month("2026-01")).is_as_issued(), "an excerpt of it is read alike");
        // One that holds only from a later day than the year's end moves nothing of it.
        let late = officer(9, "2026-01-20", [lowered("18", "2026-01-15", Status::Decided)]);
        let told = effect(&plan, &ledger, &late, day("2026-02-01")).expect("an adjustment");
        assert_eq!(told.months, []);
    }

    /// M17.10: the districts' sum against the new target, both ways.
    #[test]
    fn the_districts_sum_is_held_against_both_targets() {
        let (plan, mut ledger) = (plan(), reported());
        let share = Said::Allotment {
            indicator: "alliances".into(),
            district: "haicheng".into(),
            year: Year(2025),
            value: value("25"),
            reason: String::new(),
            document: String::new(),
        };
        ledger.add(officer(5, "2025-02-01", [share]));
        let asked = officer(7, "2026-01-20", [lowered("18", "2025-12-01", Status::Decided)]);
        let told = effect(&plan, &ledger, &asked, day("2026-02-01")).expect("an adjustment");
        let (sum, before, after) = told.shares.expect("something is allotted");
        let target = told.aim.0.expect("issued").value;
        assert_eq!((sum, before, after), (value("25"), Some(target.minus(value("25"))), Some(value("-7"))));
    }
}
