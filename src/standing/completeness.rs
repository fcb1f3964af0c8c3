//! How much of what a period asks of an organisation is answered: one value for form, receipt, review, dispatch
//! and lock, so that no page calls whole what another calls incomplete.

use super::duty::{Duty, OwedFigure, duty_of, is_open};
use super::year_duty::YearDuty;
use crate::ledger::{Ledger, Said, Slot};
use crate::plan::{Month, Name, PlanIndex};
use crate::text::{Language, Text};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// What a period asks of an organisation, and what of it is answered. Only what has to be answered counts: a figure
/// that is not due may be given and is never missed.
#[derive(Clone, Debug, PartialEq)]
pub struct Completeness<'a> {
    /// How many figures, measures, items and milestones have to be answered.
    pub asked: usize,
    /// Of these: a figure, what was said in its place, or a stage.
    pub answered: usize,
    /// The others, in the order of the form.
    pub missing: Vec<Missing<'a>>,
}

/// Something that is asked and not answered: its identifier, and its name as the plan has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing<'a> {
    /// Identifier of the indicator, measure, milestone or item.
    pub id: Cow<'a, str>,
    /// Name of the indicator or milestone, title of the measure or item.
    pub name: Called<'a>,
}

/// What something that is asked is called.
#[derive(Clone, Debug, PartialEq)]
pub enum Called<'a> {
    /// As the plan has it.
    Plan(&'a Name),
    /// As somebody typed it into the year's list.
    Typed(String),
}

impl Called<'_> {
    /// The name on a page.
    pub fn say(&self, plan: &PlanIndex, language: Language) -> Text {
        match self {
            Self::Plan(name) => plan.say(name, language),
            Self::Typed(title) => Text::typed(title, language),
        }
    }
}

impl<'a> Completeness<'a> {
    /// What a ledger holds for the period, whoever reported it and whether it was accepted yet or not.
    pub fn in_ledger(plan: &'a PlanIndex, ledger: &Ledger, organisation: &'a str, month: Month) -> Self {
        Self::in_ledger_of(plan, ledger, organisation, &YearDuty::new(ledger, month))
    }

    /// The same by a list that was read already, see [`duty_of`].
    pub fn in_ledger_of(
        plan: &'a PlanIndex,
        ledger: &Ledger,
        organisation: &'a str,
        year: &YearDuty,
    ) -> Self {
        let month = year.month();
        let is_figure = |owed: &OwedFigure| {
            let indicator = owed.indicator.id.as_str().into();
            let district = owed.is_share.then(|| organisation.into());
            ledger.shown(&Slot::Actual { indicator, district, month }).is_some()
        };
        let is_stage = |id: &str| ledger.shown(&Slot::Progress { subject: id.into(), month }).is_some();
        Self::of(&owed(plan, ledger, organisation, year), is_figure, is_stage)
    }

    /// What statements answer, before they are in the ledger: those of a draft or of a receipt.
    pub fn in_statements<'s>(
        plan: &'a PlanIndex,
        ledger: &Ledger,
        organisation: &'a str,
        month: Month,
        said: impl IntoIterator<Item = &'s Said>,
    ) -> Self {
        let (mut figures, mut stages) = (BTreeSet::new(), BTreeSet::new());
        for said in said {
            match said {
                Said::Actual { indicator, district, .. } => {
                    figures.insert((&**indicator, district.as_deref()));
                }
                Said::Progress { subject, .. } => {
                    stages.insert(&**subject);
                }
                _ => {}
            }
        }
        let is_figure = |owed: &OwedFigure| {
            figures.contains(&(owed.indicator.id.as_str(), owed.is_share.then_some(organisation)))
        };
        let owed = owed(plan, ledger, organisation, &YearDuty::new(ledger, month));
        Self::of(&owed, is_figure, |id| stages.contains(id))
    }

    fn of(duty: &Duty<'a>, is_figure: impl Fn(&OwedFigure) -> bool, is_stage: impl Fn(&str) -> bool) -> Self {
        let figures = duty.indicators.iter().filter(|owed| owed.is_due);
        let figures = figures.map(|owed| (&owed.indicator.id, &owed.indicator.name, is_figure(owed)));
        let measures = duty.measures.iter().map(|(_, one)| (&one.id, &one.title, is_stage(&one.id)));
        let milestones = duty.milestones.iter().map(|(_, one)| (&one.id, &one.name, is_stage(&one.id)));
        let of_plan =
            figures.chain(measures).map(|(id, name, is)| (Cow::from(id.as_str()), Called::Plan(name), is));
        let items = duty.items.iter();
        let items = items
            .map(|one| (Cow::from(one.id.to_string()), Called::Typed(one.title.clone()), is_stage(&one.id)));
        let milestones = milestones.map(|(id, name, is)| (Cow::from(id.as_str()), Called::Plan(name), is));
        let mut all = Self { asked: 0, answered: 0, missing: vec![] };
        for (id, name, is_answered) in of_plan.chain(items).chain(milestones) {
            all.asked += 1;
            if is_answered {
                all.answered += 1;
            } else {
                all.missing.push(Missing { id, name });
            }
        }
        all
    }

    /// Everything that is asked is answered; so it is where nothing is asked.
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty()
    }
}

/// What is owed, without milestones that an earlier period called done: they may fall back, and need no saying again.
fn owed<'a>(plan: &'a PlanIndex, ledger: &Ledger, organisation: &'a str, year: &YearDuty) -> Duty<'a> {
    let mut duty = duty_of(plan, ledger, organisation, year);
    duty.milestones.retain(|(_, one)| is_open(ledger, &one.id, year.month()));
    duty
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::samples::{actual, batch, entry};
    use crate::ledger::{BatchId, Stage};

    fn plan() -> PlanIndex {
        crate::plan::read::from_json(include_str!("../../public/plan.json")).expect("the shipped plan")
    }

    /// walk a4: how many items a period asks for, how many are answered, which are missing.
    #[test]
    fn what_is_answered_and_what_is_missing_add_up() {
        let plan = plan();
        let month = Month::parse("2024-09").expect("a month");
        let id = BatchId { writer: 1, sequence: 0 };
        let measure = plan.measures().next().expect("a measure").item.id.clone();
        let stage = Said::Progress { subject: measure.as_str().into(), stage: Stage::Done, note: "".into() };
        let sent = batch(id, 100, 9, [actual("alliances", "12"), entry(stage), entry(Said::Submission)]);
        let empty = Completeness::in_ledger(&plan, &Ledger::default(), "science-bureau", month);
        assert_eq!((empty.answered, empty.missing.len()), (0, empty.asked));
        let said = Completeness::in_statements(
            &plan,
            &Ledger::default(),
            "science-bureau",
            month,
            sent.entries.iter().map(|entry| &entry.said),
        );
        let kept = Completeness::in_ledger(&plan, &Ledger::new([sent]), "science-bureau", month);
        assert_eq!(said, kept, "a receipt and the ledger that holds it say the same");
        assert_eq!((kept.asked, kept.answered), (empty.asked, 2));
        assert_eq!(kept.missing.len(), kept.asked - 2);
        assert!(
            !kept.is_whole() && kept.missing.iter().all(|one| one.id != "alliances" && one.id != measure)
        );
    }

    /// A district answers for its own share: the city's figure does not stand for it.
    #[test]
    fn the_citys_figure_is_no_answer_of_a_district() {
        let plan = plan();
        let month = Month::parse("2024-09").expect("a month");
        let city = [actual("alliances", "12").said];
        let of = |id| Completeness::in_statements(&plan, &Ledger::default(), id, month, &city);
        assert_eq!(of("haicheng").answered, 0);
        assert!(!of("haicheng").is_whole());
        assert!(of("tax-bureau").is_whole(), "whoever owes nothing has answered all of it");
    }
}
