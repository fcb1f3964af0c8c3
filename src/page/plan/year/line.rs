//! A line of a year's list as a page shows it: what, where it comes from, by what paper, who, until when, how far.

use super::words;
use crate::ledger::kinds::ItemKind;
use crate::ledger::known::{Found, Listed, ListedHow};
use crate::ledger::{Id, Said, Stage};
use crate::page::shared::{names, recorded};
use crate::plan::{Day, Measure, PlanIndex, Year};
use crate::route::{Route, Tab};
use crate::standing::{AsOf, Light, Lit};
use crate::text::{Link, Text};

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub id: Id,
    pub kind: ItemKind,
    pub title: Text,
    /// Its page, where the plan has one.
    pub href: Option<String>,
    /// To what it belongs.
    pub parent: Option<Link>,
    pub source: Source,
    /// Where it comes from, in words.
    pub comes: String,
    /// By what document, by whom and when; empty for what the text itself has.
    pub by: Vec<Text>,
    pub lead: Vec<Link>,
    pub responsible: Vec<Link>,
    /// Until when; empty where nobody says.
    pub due: String,
    /// How often it was moved, from which first day, by whom and why; empty where never.
    pub moved: Vec<Text>,
    /// How far it has come; none where nothing was reported and it is not overdue.
    pub lit: Option<Lit>,
    /// Since how many days it is overdue, in words; empty where it is not.
    pub overdue: String,
    /// What may be done with it here.
    pub acts: Vec<MayBe>,
}

/// Where a line comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The plan's text (原文).
    Text,
    /// It goes on from an earlier year (结转).
    CarriedOn,
    /// It was put on the list (新增).
    Added,
    /// It has other words than before (改述).
    Reworded,
    /// It is pursued no more (终止).
    Ended,
}

/// What may be done with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MayBe {
    Reworded,
    Moved,
    Ended,
}

/// A measure that the text has for the year.
pub fn of_plan(as_of: AsOf, measure: &Measure) -> Line {
    let AsOf { plan, language, .. } = as_of;
    let task = plan.measure(&measure.id).map(|place| place.task);
    let organisations = |ids: &[String]| ids.iter().map(|id| organisation(as_of, id)).collect();
    let (lit, overdue) = stands(as_of, &measure.id, None);
    Line {
        id: measure.id.as_str().into(),
        kind: ItemKind::Measure,
        title: plan.say(&measure.title, language),
        href: Some(Route::Measure(measure.id.clone()).href()),
        parent: task.map(|task| names::task(plan, task, language)),
        source: Source::Text,
        comes: words::source(language, Source::Text, Year(0)),
        by: vec![plan.quote(&measure.section, language)],
        lead: task.map(|task| organisations(&task.lead)).unwrap_or_default(),
        responsible: task.map(|task| organisations(&task.responsible)).unwrap_or_default(),
        due: String::new(),
        moved: vec![],
        lit,
        overdue,
        acts: vec![MayBe::Reworded, MayBe::Ended],
    }
}

/// A line of which somebody said something for the year.
pub fn of_list(as_of: AsOf, year: Year, one: &Listed) -> Line {
    let AsOf { plan, language, .. } = as_of;
    // What the plan has and nobody worded anew stands as the text has it, with what was said of it.
    let plain = plan.measure(one.id).map(|place| of_plan(as_of, place.item));
    let source = source(one);
    let (lit, overdue) = match source {
        Source::Ended => (None, String::new()),
        _ => stands(as_of, one.id, one.due),
    };
    let (kind, title) = match (&one.line, &plain) {
        (Some(line), _) => (line.kind, Text::typed(&line.title, language)),
        (None, Some(plain)) => (plain.kind, plain.title.clone()),
        (None, None) => (ItemKind::Measure, Text::typed(one.id, language)),
    };
    let links = |ids: &[Id]| ids.iter().map(|id| organisation(as_of, id)).collect::<Vec<_>>();
    let (lead, responsible) = match (&one.line, &plain) {
        (Some(line), _) => (links(&line.lead), links(&line.responsible)),
        (None, Some(plain)) => (plain.lead.clone(), plain.responsible.clone()),
        (None, None) => (vec![], vec![]),
    };
    let parent = match &one.line {
        Some(line) => line.parent.as_ref().and_then(|id| names::told(plan, as_of.ledger, id, language)),
        None => plain.as_ref().and_then(|plain| plain.parent.clone()),
    };
    let acts = match source {
        Source::Ended => vec![],
        _ => vec![MayBe::Reworded, MayBe::Moved, MayBe::Ended],
    };
    // The list that had it last; of a measure that was on none by an entry, the year of the text.
    let of_text = plan.measure(one.id).and_then(|place| place.item.year);
    let from = one.before.or(of_text).unwrap_or(Year(year.0.saturating_sub(1)));
    Line {
        id: one.id.clone(),
        kind,
        title,
        href: plain.and_then(|plain| plain.href),
        parent,
        source,
        comes: match one.how {
            ListedHow::Ended { on } => words::ended(language, on),
            _ => words::source(language, source, from),
        },
        by: by(as_of, &one.said),
        lead,
        responsible,
        due: one.due.map(|due| due.to_string()).unwrap_or_default(),
        moved: moved(as_of, one),
        lit,
        overdue,
        acts,
    }
}

fn source(one: &Listed) -> Source {
    match one.how {
        ListedHow::Ended { .. } => Source::Ended,
        ListedHow::CarriedOn => Source::CarriedOn,
        ListedHow::InWords { .. } if one.line.is_some_and(|line| line.origin.is_some()) => Source::Reworded,
        ListedHow::InWords { .. } => Source::Added,
    }
}

/// How far something has come by today, and since when it is overdue: from the day after its day on.
pub fn stands(as_of: AsOf, id: &str, due: Option<Day>) -> (Option<Lit>, String) {
    let AsOf { ledger, today, language, .. } = as_of;
    let stage = ledger.stage(id, today.month()).map(|(_, stage, _)| stage);
    let late = due.filter(|due| today > *due && stage != Some(Stage::Done));
    match late {
        Some(due) => {
            let lit = Lit { light: Light::Red.slug(), word: words::of(language).overdue };
            (Some(lit), words::overdue(language, today.since(due), stage))
        }
        None => (stage.map(|stage| recorded::stage(stage, language)), String::new()),
    }
}

/// Document, who said so and when, and why.
fn by(as_of: AsOf, said: &Found) -> Vec<Text> {
    let Said::Item(item) = &said.entry.said else { return vec![] };
    let typed = |text: &str| (!text.is_empty()).then(|| Text::typed(text, as_of.language));
    let who = words::who(as_of.language, said.batch.written.day(as_of.offset), &said.batch.person);
    let who = Text::guessed(who, as_of.language);
    [typed(&item.document), typed(&item.reason), Some(who)].into_iter().flatten().collect()
}

/// First how often and from which day, then each movement.
fn moved(as_of: AsOf, one: &Listed) -> Vec<Text> {
    let language = as_of.language;
    if one.movements.is_empty() {
        return vec![];
    }
    let head = Text::plain(words::moved(language, one.movements.len(), one.first_due));
    let each = one.movements.iter().filter_map(|movement| {
        let Found { batch, entry, .. } = movement.said;
        let Said::Item(item) = &entry.said else { return None };
        let who = words::who(language, batch.written.day(as_of.offset), &batch.person);
        let sentence = words::movement(language, &who, movement.due, [&item.reason, &item.document]);
        Some(Text::guessed(sentence, language))
    });
    std::iter::once(head).chain(each).collect()
}

fn organisation(as_of: AsOf, id: &str) -> Link {
    let AsOf { plan, language, .. } = as_of;
    // What the plan does not have has no page, and what somebody typed is no address.
    let unknown = || Link { text: Text::typed(id, language), href: Tab::Responsibility.route().href() };
    plan.organisation(id).map_or_else(unknown, |one| names::organisation(plan, one, language))
}

/// The lines of a year's list that concern an organisation, as lead or as responsible, by name or through a group; of the
/// plan's measures those of which the list says something. What was ended stands among them and says so.
pub fn lines_of(as_of: AsOf, year: Year, organisation: &str) -> Vec<Line> {
    let plan = as_of.plan;
    lines(as_of, year, |one| match one.line {
        Some(line) => plan.is_named(organisation, line.lead.iter().chain(&line.responsible).map(|id| &**id)),
        None => plan.measure(one.id).is_some_and(|place| plan.role(place.task, organisation).is_some()),
    })
}

/// The lines of a year's list that are about any of so many things of the plan, or belong to one.
pub fn lines_about(as_of: AsOf, year: Year, things: &[&str]) -> Vec<Line> {
    let is_one = |id: &Id| things.contains(&&**id);
    lines(as_of, year, |one| {
        is_one(one.id) || one.line.is_some_and(|line| line.parent.as_ref().is_some_and(is_one))
    })
}

fn lines(as_of: AsOf, year: Year, concerns: impl Fn(&Listed) -> bool) -> Vec<Line> {
    let listed = as_of.ledger.list_of(year);
    let mut lines: Vec<Line> =
        listed.iter().filter(|one| concerns(one)).map(|one| of_list(as_of, year, one)).collect();
    lines.sort_by_key(|one| (one.source == Source::Ended, one.kind));
    lines
}

/// The year whose list is shown beside other things: today's, or the plan's nearest.
pub fn year_of(plan: &PlanIndex, today: Day) -> Year {
    today.year().clamp(plan.period.from, plan.period.to)
}
