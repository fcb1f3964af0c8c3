//! What stands on the form: what is asked of an organisation for a period, with all that the plan and the
//! ledger say about it. Nothing here depends on what was typed, but for which items the form shows besides.

mod shown;

use super::answers::{self, AskedProblem};
use super::words;
use crate::ledger::{BatchId, EntryId, Found, Ledger, Report, Said, Slot, Stage};
use crate::plan::{Basis, Comparator, Day, Indicator, MilestoneKind, Modality, Month, PlanIndex, Quantity};
use crate::plausible::Context;
use crate::rows::Scope;
use crate::standing::duty::{self, OwedFigure};
use crate::standing::meaning::figures;
use crate::standing::reading;
use crate::standing::window;
use crate::text::{Language, Text};

/// The form without what was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub organisation: String,
    pub month: Month,
    /// Pieces of the heading, without anything between them.
    pub title: Vec<Text>,
    /// Until when it is due, in a sentence.
    pub deadline: String,
    /// Those that are due, then those that may stay empty.
    pub figures: Vec<AskedFigure>,
    pub measures: Vec<Staged>,
    /// Measures that an earlier period has called done: not asked, and shown only where something is said of them.
    pub let_go: Vec<Staged>,
    pub milestones: Vec<Staged>,
    /// Items of the year's list, by their own titles.
    pub items: Vec<Staged>,
    /// Problems that wait for an answer, what presses most first.
    pub asked_problems: Vec<AskedProblem>,
    /// What the organisation said of problems in this period, as the ledger holds it: to know a withdrawal by.
    pub answered: Vec<EntryId>,
    /// What a problem can be about.
    pub subjects: Vec<(String, Text)>,
    /// Whose figures a table may have, by the names of the districts.
    pub scope: Scope,
    /// What the organisation sent for the period before.
    pub earlier: Option<Earlier>,
    /// The language in which reasons are written down that nobody types.
    pub plan_language: Language,
}

/// A figure that is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedFigure {
    pub id: String,
    pub name: Text,
    /// Section and target, piece by piece.
    pub about: Vec<Text>,
    /// Which figure is meant (口径), in a phrase.
    pub asks: String,
    pub unit: Text,
    /// Every wording of the unit.
    pub units: Vec<String>,
    /// Every wording of its name.
    pub names: Vec<String>,
    /// Other names by which a table may call it.
    pub aliases: Vec<String>,
    /// How it is counted, by the plan or as the bureau decided.
    pub basis: Basis,
    /// It is the share of the district that reports.
    pub is_share: bool,
    /// A figure is due for this period; else the field may stay empty, and `about` says so.
    pub is_due: bool,
    /// No target asks for it any more.
    pub is_past: bool,
    /// The figure before this period, with the month of which it was.
    pub last: Option<(Month, Quantity)>,
    /// What a figure is held against.
    pub known: Context,
    /// What the ledger holds of this period already.
    pub recorded: Option<Recorded<Report>>,
}

/// A measure, milestone or item of the year's list of which the stage is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Staged {
    pub id: String,
    pub name: Text,
    pub about: Vec<Text>,
    /// The stages that it can have: a direction is never done.
    pub stages: Vec<Stage>,
    /// The stage before this period, with the month of which it was said.
    pub last: Option<(Month, Stage)>,
    pub recorded: Option<Recorded<Stage>>,
}

/// What the ledger holds of the period already.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded<T> {
    pub id: EntryId,
    pub said: T,
    /// The same organisation said it: a correction takes its place by name.
    pub is_own: bool,
}

/// An earlier receipt for the same period.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    pub batch: BatchId,
    pub is_returned: bool,
    /// What became of it, in a sentence.
    pub words: String,
    /// Why it was returned, as the officer wrote.
    pub reason: Option<String>,
}

/// There is no such form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoForm {
    UnknownOrganisation,
    /// The organisation answers for nothing by the plan.
    OwesNothing,
    /// First and last period that can be reported on.
    NotAPeriod(Option<(Month, Month)>),
}

/// What stands on the form of an organisation for a period.
///
/// # Errors
/// See [`NoForm`].
pub fn sheet(
    plan: &PlanIndex,
    ledger: &Ledger,
    organisation: &str,
    month: Month,
    today: Option<Day>,
    language: Language,
) -> Result<Sheet, NoForm> {
    let owner = plan.organisation(organisation).ok_or(NoForm::UnknownOrganisation)?;
    let periods = duty::periods(plan);
    if !periods.contains(&month) {
        return Err(NoForm::NotAPeriod(periods.first().copied().zip(periods.last().copied())));
    }
    if !duty::reporters(plan).contains(&organisation) {
        return Err(NoForm::OwesNothing);
    }
    let owed = duty::duty(plan, ledger, organisation, month);
    let asking = Asking { plan, ledger, organisation, month, language };
    // What must be filled in comes first: a column that is pasted goes down the form as it stands.
    let (mut figures, may): (Vec<AskedFigure>, Vec<AskedFigure>) =
        owed.indicators.iter().map(|owed| asking.figure(owed)).partition(|asked| asked.is_due);
    figures.extend(may);
    let measure = |id: &str, section: &str, name: Text, stages: &[Stage], about: String| {
        asking.staged(id, section, name, stages, about)
    };
    let all = [Stage::NotStarted, Stage::Underway, Stage::Done];
    let (measures, let_go) = duty::answerable(plan, organisation, month)
        .measures
        .iter()
        .map(|(_, one)| {
            let year = one.year.map(|year| words::measure_of(language, year)).unwrap_or_default();
            measure(&one.id, &one.section, plan.say(&one.title, language), &all, year)
        })
        .partition::<Vec<Staged>, _>(|one| owed.measures.iter().any(|(_, owed)| owed.id == one.id));
    let milestones: Vec<Staged> = owed
        .milestones
        .iter()
        .map(|(_, one)| {
            let stages = match one.kind {
                MilestoneKind::State => all.as_slice(),
                MilestoneKind::Direction => all.get(..2).unwrap_or_default(),
            };
            let about = words::milestone_about(language, one);
            measure(&one.id, &one.section, plan.say(&one.name, language), stages, about)
        })
        .collect();
    let items: Vec<Staged> = owed
        .items
        .iter()
        .map(|one| {
            // An own item stands in no section of the text; a measure of the plan that was worded anew does.
            let section = plan.measure(&one.id).map_or("", |place| place.item.section.as_str());
            let about = words::item_about(language, one, !section.is_empty());
            measure(&one.id, section, Text::typed(&one.title, language), &all, about)
        })
        .collect();
    // What was worded anew is asked in its new words.
    let let_go: Vec<Staged> =
        let_go.into_iter().filter(|one| items.iter().all(|item| item.id != one.id)).collect();
    let named = figures.iter().map(|one| (one.id.clone(), one.name.clone()));
    let staged = measures
        .iter()
        .chain(&items)
        .chain(&milestones)
        .chain(&let_go)
        .map(|one| (one.id.clone(), one.name.clone()));
    Ok(Sheet {
        organisation: organisation.into(),
        month,
        title: vec![Text::plain(words::title(language, month)), plan.say(&owner.name, language)],
        deadline: words::deadline(
            language,
            window::window(plan, ledger, month),
            duty::not_owed(plan, ledger, organisation, month),
            today,
        ),
        asked_problems: answers::asked(ledger, organisation, month, language),
        answered: answers::answered(ledger, organisation, month),
        subjects: named.chain(staged).collect(),
        figures,
        measures,
        let_go,
        milestones,
        items,
        scope: scope(plan, organisation, month),
        earlier: asking.earlier(today),
        plan_language: plan.language,
    })
}

/// The month, and which districts are meant and which are not; of an organisation that is none, the whole city.
pub fn scope(plan: &PlanIndex, organisation: &str, month: Month) -> Scope {
    let names = |id: &String| -> Vec<String> {
        let Some(one) = plan.organisation(id) else { return vec![] };
        one.name.wordings().map(str::to_owned).chain(one.aliases.iter().cloned()).collect()
    };
    let (own, others): (Vec<&String>, Vec<&String>) =
        plan.districts.iter().partition(|id| *id == organisation);
    let all = |ids: Vec<&String>| ids.into_iter().flat_map(names).collect();
    Scope { month, own: all(own), others: all(others) }
}

struct Asking<'a> {
    plan: &'a PlanIndex,
    ledger: &'a Ledger,
    organisation: &'a str,
    month: Month,
    language: Language,
}

impl Asking<'_> {
    fn figure(&self, owed: &OwedFigure) -> AskedFigure {
        let OwedFigure { indicator, is_share, is_due, .. } = *owed;
        let (plan, language) = (self.plan, self.language);
        let basis = reading::basis(self.ledger, indicator);
        let target = self.target(indicator);
        let district = is_share.then(|| self.organisation.into());
        let reported = self.ledger.actuals(&indicator.id).remove(&district).unwrap_or_default();
        let last = figures(basis, &reported).range(..self.month).next_back().map(|(of, value)| (*of, *value));
        let recorded = reported.get(&self.month).and_then(|found| match &found.entry.said {
            Said::Actual { report, .. } => Some(self.recorded(found, report.clone())),
            _ => None,
        });
        let section = indicator.targets.first().map_or("", |target| target.section.as_str());
        let mut about =
            vec![plan.quote(if section.is_empty() { &owed.task.section } else { section }, language)];
        if let Some(target) = &target {
            about.push(Text::plain(words::target(language, target, is_share)));
        }
        let frequency = match owed.is_past {
            true => Some(words::past(language).to_owned()),
            false => (!is_due).then(|| words::not_due(language, indicator.frequency)),
        };
        about.extend(frequency.map(Text::plain));
        AskedFigure {
            id: indicator.id.clone(),
            name: plan.say(&indicator.name, language),
            about,
            asks: words::asks(language, basis, self.month, plan.period.from, is_share),
            unit: plan.say(&indicator.unit, language),
            units: indicator.unit.wordings().map(str::to_owned).collect(),
            names: indicator.name.wordings().map(str::to_owned).collect(),
            aliases: indicator.aliases.clone(),
            basis,
            is_share,
            is_due,
            is_past: owed.is_past,
            last,
            known: Context::of(self.ledger, indicator, district.as_deref(), self.month),
            recorded,
        }
    }

    /// The target of this year or of the next that has one; after the last, that one. What was set later for a
    /// year stands before what the plan has for a later one.
    fn target(&self, indicator: &Indicator) -> Option<Aim> {
        let this = self.month.year();
        let issued = indicator.targets.iter().map(|target| Aim {
            year: target.year,
            value: target.value,
            comparator: target.comparator,
            modality: target.modality,
            is_set_later: false,
        });
        let later = self.ledger.year_targets(&indicator.id).into_iter().map(|(year, value)| Aim {
            year,
            value,
            comparator: reading::set_comparator(indicator, year),
            modality: Modality::None,
            is_set_later: true,
        });
        let mut aims: Vec<Aim> = issued.chain(later).collect();
        aims.sort_by_key(|aim| (aim.year, aim.is_set_later));
        let next = aims.iter().find(|aim| aim.year >= this).cloned();
        next.or_else(|| aims.pop())
    }

    fn staged(&self, id: &str, section: &str, name: Text, stages: &[Stage], about: String) -> Staged {
        let before = self.ledger.stage(id, self.month.plus(-1));
        let slot = Slot::Progress { subject: id.into(), month: self.month };
        let recorded = self.ledger.at(&slot).and_then(|found| match &found.entry.said {
            Said::Progress { stage, .. } => Some(self.recorded(&found, *stage)),
            _ => None,
        });
        let mut pieces: Vec<Text> =
            (!section.is_empty()).then(|| self.plan.quote(section, self.language)).into_iter().collect();
        pieces.extend((!about.is_empty()).then(|| Text::plain(about)));
        let last = before.map(|(month, stage, _)| (month, stage));
        Staged { id: id.into(), name, about: pieces, stages: stages.to_vec(), last, recorded }
    }

    fn recorded<T>(&self, found: &Found, said: T) -> Recorded<T> {
        Recorded { id: found.id, said, is_own: &*found.batch.organisation == self.organisation }
    }

    fn earlier(&self, today: Option<Day>) -> Option<Earlier> {
        let today = today.unwrap_or(Day::EPOCH);
        let standing = duty::report(self.plan, self.ledger, self.organisation, self.month, today, 0);
        let words = words::earlier(self.language, standing);
        let (batch, returned_by) = match standing {
            duty::ReportStatus::Submitted { batch, .. } | duty::ReportStatus::Accepted { batch, .. } => {
                (batch, None)
            }
            duty::ReportStatus::Returned { batch, .. } => (batch, self.ledger.verdict(batch)),
            duty::ReportStatus::NotOwed(_)
            | duty::ReportStatus::Coming
            | duty::ReportStatus::Awaited
            | duty::ReportStatus::Late => {
                return None;
            }
        };
        let reason = returned_by.and_then(|id| match &self.ledger.entry(id)?.said {
            Said::Return { reason, .. } => Some(reason.clone()).filter(|reason| !reason.is_empty()),
            _ => None,
        });
        Some(Earlier { batch, is_returned: returned_by.is_some(), words, reason })
    }
}

/// A target that a field names.
#[derive(Clone, Debug, PartialEq)]
pub struct Aim {
    pub year: crate::plan::Year,
    pub value: Quantity,
    pub comparator: Comparator,
    pub modality: Modality,
    /// It was set for the year after the plan was issued; it compares as the plan's next one does.
    pub is_set_later: bool,
}
