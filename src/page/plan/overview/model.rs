//! What the overview shows, as data.

use super::words;
use crate::plan::{
    Area, Day, Indicator, Milestone, Modality, Organisation, Place, PlanIndex, Round, Target, Task, Year,
};
use crate::route::{IndicatorsView, Route, TasksView};
use crate::standing::board::{DueRow, Group};
use crate::standing::due;
use crate::text::{Language, Link, Text};

/// Everything that stands on the overview.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// The page in one sentence.
    pub headline: String,
    pub lede: String,
    pub tally: Vec<Tally>,
    pub years: Vec<Year>,
    /// One for each indicator, in the order of the plan.
    pub rows: Vec<IndicatorRow>,
    /// The rows by area.
    pub areas: Vec<Group>,
    pub milestones: Vec<MilestoneRow>,
    pub due_title: &'static str,
    pub due: Vec<DueRow>,
}

/// A count that leads to the page where the counted things stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    pub label: &'static str,
    pub count: usize,
    pub href: String,
}

/// One indicator on the board.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorRow {
    pub id: String,
    pub name: Text,
    pub unit: Text,
    /// The unit once more, where the column of figures has no room for it and the name does not say it.
    pub note: Option<Text>,
    /// One cell per year of the plan.
    pub cells: Vec<Cell>,
    pub bar: Bar,
    /// Who leads the task that it belongs to.
    pub lead: Vec<Link>,
    /// The first of them, for a narrow column.
    pub first_lead: Option<Text>,
}

/// The target of a year.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// The plan sets none.
    Unset,
    Set {
        /// Sign or word before the figure; empty for a bare number.
        mark: &'static str,
        value: String,
        /// 力争 and its like.
        modality: Option<&'static str>,
    },
}

/// Places on the bar, in thousandths of its width.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Bar {
    pub ticks: Vec<u16>,
    /// The band between the first target and the last.
    pub step: Option<(u16, u16)>,
}

/// One milestone.
#[derive(Clone, Debug, PartialEq)]
pub struct MilestoneRow {
    pub href: String,
    pub years: String,
    pub name: Text,
    pub kind: &'static str,
}

/// The overview of a plan. Without a day (prerendered, or before the clock was asked) the due rows
/// state the rule instead of a date.
pub fn model(plan: &PlanIndex, today: Option<Day>, language: Language) -> Overview {
    let years: Vec<Year> = plan.period.iter().collect();
    Overview {
        headline: words::headline(
            language,
            plan.indicators().count(),
            plan.milestones().count(),
            years.len(),
        ),
        lede: words::lede(language, &target_counts(plan, &years)),
        tally: tally(plan, language),
        rows: tasks(plan)
            .flat_map(|task| task.indicators.iter().map(move |one| (task, one)))
            .map(|(task, one)| indicator_row(plan, task, one, &years, language))
            .collect(),
        areas: areas(plan, language),
        milestones: plan.milestones().map(|place| milestone_row(plan, place, language)).collect(),
        due_title: words::due_title(language, plan.cycle.rounds.iter().any(|round| !round.window.stated)),
        due: due_rows(plan, today, language, |due| due),
        years,
    }
}

fn target_counts(plan: &PlanIndex, years: &[Year]) -> Vec<(Year, usize)> {
    let count = |year: Year| plan.indicators().filter(|place| place.item.target(year).is_some()).count();
    years.iter().map(|&year| (year, count(year))).collect()
}

fn tally(plan: &PlanIndex, language: Language) -> Vec<Tally> {
    let indicators = Route::Indicators(IndicatorsView::default()).href();
    let tasks = |view| Route::Tasks(view).href();
    let figures = plan.indicators().map(|place| place.item.targets.len()).sum();
    let words = words::of(language);
    [
        (words.indicators, plan.indicators().count(), indicators.clone()),
        (words.target_figures, figures, indicators),
        (words.milestones, plan.milestones().count(), Route::Timeline.href()),
        (words.tasks, plan.tasks().count(), tasks(TasksView::Tasks)),
        (words.measures, plan.measures().count(), tasks(TasksView::Tree)),
        (words.projects, plan.projects.len(), tasks(TasksView::Projects)),
    ]
    .into_iter()
    .map(|(label, count, href)| Tally { label, count, href })
    .collect()
}

fn tasks(plan: &PlanIndex) -> impl Iterator<Item = &Task> {
    plan.areas.iter().flat_map(|area| &area.tasks)
}

/// The rows by area, as the plan has them.
pub(super) fn areas(plan: &PlanIndex, language: Language) -> Vec<Group> {
    let mut next = 0;
    let group = |area: &Area| {
        let first = next;
        next += area.tasks.iter().map(|task| task.indicators.len()).sum::<usize>();
        Group {
            mark: plan.quote(&area.mark, language),
            title: plan.say(&area.title, language),
            lights: Vec::new(),
            rows: (first..next).collect(),
        }
    };
    plan.areas.iter().map(group).collect()
}

fn indicator_row(
    plan: &PlanIndex,
    task: &Task,
    indicator: &Indicator,
    years: &[Year],
    language: Language,
) -> IndicatorRow {
    let (name, unit) = (plan.say(&indicator.name, language), plan.say(&indicator.unit, language));
    let is_told = language == Language::Zh || unit.words.is_empty() || contains(&name.words, &unit.words);
    IndicatorRow {
        id: indicator.id.clone(),
        note: (!is_told).then(|| unit.clone()),
        name,
        unit,
        cells: years.iter().map(|&year| cell(indicator.target(year), language)).collect(),
        bar: bar(&indicator.targets),
        lead: leads(plan, task).map(|one| lead(plan, one, language)).collect(),
        first_lead: leads(plan, task).next().map(|one| plan.short_name(one, language)),
    }
}

/// Whether a text has some words in it, in small or capital ASCII letters; the words are not empty.
fn contains(text: &str, words: &str) -> bool {
    text.as_bytes().windows(words.len()).any(|part| part.eq_ignore_ascii_case(words.as_bytes()))
}

fn leads<'a>(plan: &'a PlanIndex, task: &'a Task) -> impl Iterator<Item = &'a Organisation> {
    task.lead.iter().filter_map(|id| plan.organisation(id))
}

fn lead(plan: &PlanIndex, organisation: &Organisation, language: Language) -> Link {
    Link {
        text: plan.say(&organisation.name, language),
        href: Route::Organisation(organisation.id.clone()).href(),
    }
}

fn cell(target: Option<&Target>, language: Language) -> Cell {
    let Some(target) = target else { return Cell::Unset };
    let modality = (target.modality != Modality::None).then(|| target.modality.words(language));
    Cell::Set { mark: target.comparator.mark(language), value: target.value.to_string(), modality }
}

/// The largest target stands at 96 % of the width, so that its tick is not cut.
fn bar(targets: &[Target]) -> Bar {
    let most = targets.iter().map(|target| target.value.approximate()).fold(0.0, f64::max);
    if most <= 0.0 {
        return Bar::default();
    }
    let place = |target: &Target| (target.value.approximate().max(0.0) / most * 960.0 + 0.5) as u16;
    let mut ticks: Vec<u16> = targets.iter().map(place).collect();
    ticks.dedup();
    let step = match (ticks.iter().min(), ticks.iter().max()) {
        (Some(&low), Some(&high)) if low < high => Some((low, high)),
        _ => None,
    };
    Bar { ticks, step }
}

fn milestone_row(plan: &PlanIndex, place: Place<Milestone>, language: Language) -> MilestoneRow {
    let milestone = place.item;
    MilestoneRow {
        href: Route::Milestone(milestone.id.clone()).href(),
        years: milestone.years.to_string(),
        name: plan.say(&milestone.name, language),
        kind: milestone.kind.words(language),
    }
}

/// When each round is due; `moved` gives the window that the bureau set instead.
pub(super) fn due_rows(
    plan: &PlanIndex,
    today: Option<Day>,
    language: Language,
    moved: impl Fn(due::Due) -> due::Due + Copy,
) -> Vec<DueRow> {
    let mut rows: Vec<DueRow> =
        plan.cycle.rounds.iter().map(|round| due_row(plan, round, today, language, moved)).collect();
    // What is open comes first: where there is little room the first ones are shown.
    let open = rows.iter().position(|row| row.is_open).unwrap_or(0);
    rows.rotate_left(open);
    rows
}

fn due_row(
    plan: &PlanIndex,
    round: &Round,
    today: Option<Day>,
    language: Language,
    moved: impl Fn(due::Due) -> due::Due,
) -> DueRow {
    let stage = today.and_then(|today| due::stage(plan, round, today, moved));
    DueRow {
        name: plan.say(&round.name, language),
        sentence: words::due(language, round, stage),
        is_open: matches!(stage, Some(due::Stage::Open(..))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_english_row_tells_the_unit_unless_its_name_does() {
        let plan =
            crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the plan");
        let note = |language: Language, id: &str| {
            let rows = model(&plan, None, language).rows;
            rows.into_iter().find(|row| row.id == id).expect("a row").note.map(|note| note.words)
        };
        assert_eq!(note(Language::En, "contract-value").as_deref(), Some("100 million yuan"));
        assert_eq!(note(Language::En, "conversion-rate").as_deref(), Some("%"));
        assert_eq!(note(Language::En, "high-tech-enterprises"), None, "it says enterprises");
        assert_eq!(note(Language::Zh, "contract-value"), None, "its column has room");
    }

    #[test]
    fn the_narrow_column_names_leads_shortly_and_the_opened_row_in_full() {
        let plan =
            crate::plan::read::from_json(include_str!("../../../../public/plan.json")).expect("the plan");
        let row = |language| model(&plan, None, language).rows.remove(0);
        let short = |language| row(language).first_lead.expect("somebody leads").words;
        assert_eq!([short(Language::Zh), short(Language::En)], ["市科技局", "Science Bureau"]);
        assert_eq!(row(Language::En).lead[0].text.words, "Municipal Science and Technology Bureau");
    }
}
